"""The dataset and the built pages agree: every statement and reply of the pages is a row, and every row is on its page."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import published
import pytest

from generator.site.maker import Maker
from generator.site.tables.dataset import TABLES
from generator.site.tables.files import data_files
from generator.site.views.overview import VOCABULARY_TITLES

# What is a sentence of its own on its page, word for word.
WORDED = {"statement", "answer", "caveat", "interest", "criterion", "board_decision", "demand", "channel", "figure", "measure", "summary", "term", "outcome"}


class Page(HTMLParser):
    """The text of each element that has an attribute, and of the whole page."""

    def __init__(self, html: str, attribute: str) -> None:
        super().__init__()
        self.attribute = attribute
        self.open: list[tuple[int, str, list[str]]] = []
        self.found: list[tuple[str, str]] = []
        self.depth = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "link", "input", "br", "img", "hr", "path", "rect", "line", "circle", "use"):
            return
        self.depth += 1
        value = dict(attrs).get(self.attribute)
        if value:
            self.open.append((self.depth, value, []))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("path", "rect", "line", "circle", "use"):
            return
        for _, _, pieces in self.open:
            pieces.append(" " if tag in ("p", "li", "div", "ul", "ol", "dd", "dt", "h3", "td", "th") else "")
        if self.open and self.open[-1][0] == self.depth:
            _, value, pieces = self.open.pop()
            self.found.append((value, squeezed("".join(pieces))))
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        for _, _, pieces in self.open:
            pieces.append(data)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@cache
def file(site: Path, url: str) -> str:
    path = url.removeprefix(published.ORIGIN).partition("#")[0].strip("/")
    return (site / path / "index.html").read_text(encoding="utf-8")


@cache
def anchors(site: Path, url: str) -> frozenset[str]:
    return frozenset(re.findall(r' id="([^"]+)"', file(site, url)))


@cache
def everything(site: Path, url: str) -> str:
    """All the text between the tags of a page. A text to copy says the same of itself as the page that it stands on."""
    return max((text for _, text in Page(file(site, url), "data-kopierad").found), key=len)


def test_every_statement_that_a_page_of_a_case_or_provider_marks_is_a_row_with_the_same_text(demo_site: Path) -> None:
    rows = {row["id"]: squeezed(row["text"]) for row in published.rows("statements")}
    seen = set()
    for path in sorted([*demo_site.glob("arende/*/index.html"), *demo_site.glob("leverantor/*/index.html")]):
        html = path.read_text(encoding="utf-8")
        marked = dict(Page(html, "data-text").found)
        assert set(marked) == {value for value, _ in Page(html, "data-uppgift").found}
        for key, text in marked.items():
            assert rows[key] == text
        seen |= set(marked)
    assert seen == {row["id"] for row in published.rows("statements") if row["record_id"].startswith("cases/") and row["part"] == "statement"}


def test_every_reply_that_a_page_shows_is_a_row_with_the_same_text(demo_site: Path) -> None:
    rows = {f"cases/{row['case_id']}/{row['id'].partition('#part-')[2]}": row for row in published.rows("case_parties")}
    named = {key: row for key, row in rows.items() if not row["unnamed"]}
    seen = set()
    for path in sorted([*demo_site.glob("arende/*/index.html"), *demo_site.glob("leverantor/*/index.html")]):
        for key, text in Page(path.read_text(encoding="utf-8"), "data-svarstext").found:
            if key in named:
                assert squeezed(named[key]["reply_text"] or named[key]["reply_explanation"]) == text
                seen.add(key)
            else:
                assert re.search(r"/part[0-9]+$", key)
    assert seen == set(named)


def test_every_statement_stands_on_the_page_that_its_row_names_at_the_anchor_that_it_names(demo_site: Path) -> None:
    for row in published.rows("statements"):
        page, _, anchor = str(row["page"]).partition("#")
        assert not anchor or anchor in anchors(demo_site, page), row["id"]
        text = everything(demo_site, page)
        for line in str(row["text"]).split("\n"):
            assert squeezed(line) in text or row["part"] not in WORDED, (row["id"], line)
        if row["part"] not in WORDED:
            pieces = [piece for piece in re.split(r"[\n,:]", str(row["text"])) if piece.strip()]
            assert [piece for piece in pieces if squeezed(piece).lower() not in text.lower()] == [], row["id"]


@pytest.mark.parametrize("table", [table for table in TABLES if any(column.name == "page" for column in table.columns)], ids=lambda table: table.name)
def test_every_address_of_a_row_leads_to_a_page_that_was_built(demo_site: Path, table: object) -> None:
    for row in published.rows(table.name):  # type: ignore[attr-defined]
        if row["page"]:
            page, _, anchor = str(row["page"]).partition("#")
            assert not anchor or anchor in anchors(demo_site, page), row


def test_the_build_has_every_file_and_only_those(demo_site: Path) -> None:
    wanted = {made.name: made.content for made in data_files(Maker(published.registry())).files}
    found = {path.relative_to(demo_site / "data").as_posix(): path.read_bytes() for path in (demo_site / "data").rglob("*") if path.is_file()}
    del found["index.html"]
    assert found == wanted


@pytest.mark.parametrize("edition", ["", "en/"])
def test_the_page_has_every_file_table_and_column_and_is_linked_from_every_page(demo_site: Path, edition: str) -> None:
    html = (demo_site / edition / "data/index.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'href="/data/([^"#]+)"', html))
    assert linked == {made.name for made in published.made().files}
    columns = re.findall(r'<tr id="kolumn-([a-z_]+)-([a-z_]+)"><th scope="row"><code>\2</code>', html)
    assert columns == [(table.name, column.name) for table in TABLES for column in table.columns]
    assert f'href="{f"/{edition}"}data/"' in (demo_site / edition / "index.html").read_text(encoding="utf-8")


def test_the_dictionary_links_codes_to_what_they_mean(demo_site: Path) -> None:
    html = (demo_site / "data/index.html").read_text(encoding="utf-8")
    used = {column.vocabulary.__name__ for table in TABLES for column in table.columns if column.vocabulary}
    for name in used:
        wanted = f"/metod/#ord-{name.lower()}" if name in VOCABULARY_TITLES else "#tabell-codes"
        assert f'<a href="{wanted}"><code>{name}</code></a>' in html
    assert 'href="/metod/#avsnitt-koder"' in html


def test_the_english_page_has_the_same_files_in_english_words(demo_site: Path) -> None:
    html = (demo_site / "en/data/index.html").read_text(encoding="utf-8")
    assert "The dataset ranks nobody." in html
    assert 'href="/en/metod/#avsnitt-koder"' in html


def test_the_files_say_the_day_that_the_site_says(demo_site: Path) -> None:
    document = json.loads((demo_site / "data/coachkollen.json").read_text(encoding="utf-8"))
    assert document["as_of"] == "2026-11-21"
    assert document["caveats"]

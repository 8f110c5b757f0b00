"""The evidence of a case as one archive: whole, fair, readable without the site, and the same bytes wherever it is made."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import made
import published
import pytest
from conftest import ROOT

from generator.build.manifest import read_manifest
from generator.records.models import Kind
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site import routes
from generator.site.evidence.archive import Bundles
from generator.site.language import english_language
from generator.site.maker import Maker
from generator.site.pages import record_pages
from generator.site.tables.public import plain_words
from generator.site.views.cases import case_view, published_cases

ORIGIN = "https://kollen.example"
FILES = {
    "README.txt",
    "LICENSE.txt",
    "index.html",
    "stil.css",
    "case.json",
    "statements.csv",
    "sources.csv",
    "quotes.csv",
    "replies.txt",
    "manifest.json",
}


def maker(found: Registry | None = None, *, preview: bool = False) -> Maker:
    return Maker(found or published.registry(), preview=preview, origin=ORIGIN)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files by name, without the folder that they all lie in."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        folders = {name.partition("/")[0] for name in archive.namelist()}
        assert len(folders) == 1
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def bundle(case_id: str, found: Registry | None = None) -> dict[str, bytes]:
    made_by = maker(found)
    document = next(d for d in made_by.registry.of(Kind.CASES) if d.id == case_id)
    archive = Bundles(made_by).of(document)
    assert archive is not None
    return unpacked(archive.content)


def one_case(*parties: made.Data, **fields: object) -> Registry:
    return made.registry({"cases/x": made.case(*parties, **fields)})


CASES = [document.id for document in published_cases(maker())]


def test_every_published_case_has_an_archive_on_the_site_and_no_other_has(demo_site: Path) -> None:
    assert sorted(path.parent.name for path in demo_site.rglob("underlag.zip")) == sorted(CASES)
    assert len(CASES) >= 14
    for case in CASES:
        for folder in ("", "en/"):
            page = (demo_site / f"{folder}arende/{case}/index.html").read_text(encoding="utf-8")
            size = (demo_site / f"arende/{case}/underlag.zip").stat().st_size
            assert re.search(rf'<a href="/arende/{case}/underlag.zip" download[^>]*>[^<]*\(zip, {round(size / 1000)}\skB\)</a>', page)


def test_an_archive_is_the_same_bytes_twice_and_holds_nothing_of_when_it_was_made() -> None:
    document = published_cases(maker())[0]
    first, second = (Bundles(maker()).of(document) for _ in range(2))
    assert first is not None and first == second
    with zipfile.ZipFile(io.BytesIO(first.content)) as archive:
        assert {(member.date_time, member.compress_type) for member in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)}
        assert archive.namelist() == sorted(archive.namelist())


@pytest.mark.parametrize("case", CASES)
def test_the_manifest_lists_every_other_file_with_its_checksum(case: str) -> None:
    files = bundle(case)
    assert set(files) == FILES
    manifest = read_manifest(files["manifest.json"])
    assert set(manifest.files) == FILES - {"manifest.json"}
    for name, listed in manifest.files.items():
        assert (listed.size, listed.sha256) == (len(files[name]), hashlib.sha256(files[name]).hexdigest())
    assert manifest.as_of == "2026-11-21"


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("case", CASES)
def test_the_page_is_read_without_the_site(case: str) -> None:
    files = bundle(case)
    found = Links(files["index.html"].decode())
    assert not {tag for tag, _ in found.tags} & {"script", "img", "iframe", "style", "form"}
    assert not [attributes for _, attributes in found.tags if "style" in attributes]
    ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
    for tag, attributes in found.tags:
        for address in filter(None, (attributes.get("href"), attributes.get("src"))):
            inside = address in files or (address.startswith("#") and address[1:] in ids)
            assert inside or (tag == "a" and address.startswith("https://")), address


@pytest.mark.parametrize("case", CASES)
def test_everything_that_the_page_of_the_case_says_stands_in_the_archive(case: str) -> None:
    files = {name: content.decode() for name, content in bundle(case).items()}
    made_by = maker()
    view = case_view(made_by, next(d for d in made_by.registry.of(Kind.CASES) if d.id == case))
    page = " ".join(plain_words(files["index.html"]).split())
    told = json.loads(files["case.json"])

    def stands(text: str) -> bool:
        return " ".join(plain_words(text).split()) in page

    assert told["case"]["name"] == view.title and stands(view.title)
    for group in view.claims:
        for statement in group.statements:
            assert stands(statement.html) and stands(statement.lead) and stands(statement.would_change)
            row = next(row for row in told["statements"] if row["id"] == statement.key)
            assert row["text"] == plain_words(statement.html)
            assert row["replies"]
            if statement.counter:
                assert row["counter"] == (plain_words(statement.counter.html) or None) or row["counter_searched_on"]
                assert stands(statement.counter.html or statement.counter.searched_on)
    for party in view.parties:
        answer = plain_words(party.reply.html) or party.reply.explanation
        assert stands(answer)
        assert answer.split("\n")[0] in files["replies.txt"].replace("\N{NO-BREAK SPACE}", " ") or "\N{NO-BREAK SPACE}" in answer
        assert party.outcome in files["replies.txt"] or not party.criticised
        row = next(row for row in told["parties"] if row["name"] == party.name.text)
        assert row["outcome"] == (party.outcome_code if party.criticised else "not_applicable")
        assert row["reply_state"] == party.reply.state_code


def test_quotations_stand_with_the_outcome_and_the_replies() -> None:
    found = [row for case in CASES for row in csv.DictReader(io.StringIO(bundle(case)["quotes.csv"].decode()))]
    assert len(found) >= 3
    assert [row for row in found if not row["quote"] or not row["outcomes"] or not row["replies"]] == []


def test_the_rows_are_those_of_the_dataset() -> None:
    whole = {name: {str(row): row for row in published.rows(name)} for name in ("statements", "sources", "case_parties")}
    for case in CASES:
        told = json.loads(bundle(case)["case.json"])
        for name, key in (("statements", "statements"), ("sources", "sources"), ("case_parties", "parties")):
            mine = {row["id"]: row for row in told[key]}
            theirs = {str(row["id"]): row for row in whole[name].values()}
            assert mine
            assert [i for i, row in mine.items() if row != theirs[i]] == []


def test_of_a_source_about_somebody_who_has_not_been_heard_only_that_it_exists() -> None:
    files = bundle("granskning-2024")
    sources = {row["id"]: row for row in csv.DictReader(io.StringIO(files["sources.csv"].decode()))}
    hidden = sources["exempelbladet-2024-fabeljobb"]
    assert hidden["unheard"] == "true" and not hidden["title"] and not hidden["url"] and not hidden["note"]
    title = published.registry().record(Kind.SOURCES, "exempelbladet-2024-fabeljobb").title
    assert [name for name, content in files.items() if title in content.decode()] == []
    assert "Källor vi inte återger" in files["index.html"].decode()


def test_a_case_that_is_not_public_has_no_archive_not_even_in_a_preview() -> None:
    found = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date(2026, 11, 21), intake=ROOT / "tests/demo/intake").registry
    assert found is not None
    bundles, public = Bundles(maker(found, preview=True)), {d.id for d in published_cases(maker(found))}
    held = [d for d in found.of(Kind.CASES) if d.id not in public]
    assert held
    assert [d.id for d in held if bundles.of(d) is not None] == []


def test_a_draft_statement_does_not_get_into_the_archive_of_a_preview() -> None:
    shown = made.party("exempel-ab")
    unheard = made.party("b", reply={"state": "not_asked"})
    told = [made.statement("a", about=["exempel-ab"]), made.statement("hemlig", about=["b"], grade="C", text="Det som inte får sägas.")]
    found = made.registry({"profiles/b": made.profile(name="B"), "cases/x": made.case(shown, unheard, statements=told)})
    archive = Bundles(maker(found, preview=True)).of(found.documents["cases/x"])
    assert archive is not None
    assert b"hemlig" not in archive.content and "Det som inte får sägas.".encode() not in archive.content


def test_an_address_that_is_not_https_is_no_link_and_without_a_host_the_page_of_the_case_is_none() -> None:
    found = made.registry({"sources/kalla": made.source(url="http://exempel.se/x"), "cases/x": made.case()})
    page = unpacked(Bundles(Maker(found)).of(found.documents["cases/x"]).content)["index.html"].decode()  # type: ignore[union-attr]
    assert "http://exempel.se/x" in page and 'href="http:' not in page
    assert 'href="/' not in page and "Sidans adress på webbplatsen: /arende/x/" in page


def test_what_a_record_says_cannot_become_markup() -> None:
    page = bundle("x", one_case(name="A <script>alert(1)</script> & B"))["index.html"].decode()
    assert "<script" not in page and "&lt;script&gt;" in page


def test_the_page_in_english_leads_to_the_one_archive_and_writes_none() -> None:
    english = Maker(published.registry(), words=english_language())
    pages = {page.url: page for page in record_pages(english)}
    page = pages[routes.record(Kind.CASES, CASES[0]) or ""]
    assert page.beside == ()
    assert page.shared is not None and page.shared.evidence is not None
    assert page.shared.evidence.url == f"/arende/{CASES[0]}/underlag.zip"


def test_the_readme_says_what_it_is_of_which_day_where_and_on_what_terms() -> None:
    text = bundle(CASES[0])["README.txt"].decode()
    for said in ("Underlaget till ett ärende", "den 21 november 2026", f"{ORIGIN}/arende/{CASES[0]}/", "CC BY 4.0", "manifest.json"):
        assert said in " ".join(text.split())

"""The API as it is published: the page about it, the links to it, and that no address of it ever stops answering."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import published
import pytest

from generator.site import routes
from generator.site.api.changelog import CHANGES, PROMISES
from generator.site.api.files import api_files
from generator.site.language import english_language
from generator.site.maker import Maker
from generator.site.security import OPEN_PATHS
from generator.site.tables.dataset import TABLES, dataset

if TYPE_CHECKING:
    from past import Past

_LINK = re.compile(r'<link rel="alternate" type="application/json" title="[^"]+"(?: hreflang="sv")? href="([^"]+)">')


def addresses(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in (site / "api").rglob("*.json")}


def read(site: Path, address: str) -> dict[str, object]:
    document: dict[str, object] = json.loads((site / address.lstrip("/")).read_text(encoding="utf-8"))
    return document


def path_of(link: object) -> str:
    """An address without the host, which the releases know and the demo does not."""
    return str(link).removeprefix(published.ORIGIN)


def test_the_build_has_every_file_and_only_those(demo_site: Path) -> None:
    maker = Maker(published.registry())
    wanted = {address.lstrip("/"): content for address, content in api_files(maker, dataset(maker))}
    assert {name: (demo_site / name).read_bytes() for name in addresses(demo_site)} == wanted


def test_the_api_is_one_for_all_languages(demo_site: Path) -> None:
    assert not list((demo_site / "en/api").rglob("*.json"))
    assert (demo_site / "en/api/index.html").is_file()


NAMELESS = ("/kalla/avtal-2018/", "/kalla/bilaga-2020/")


@pytest.mark.parametrize("edition", ["", "en/", "lattlast/"])
def test_the_page_of_a_record_leads_to_its_document_and_no_other_page_does(demo_site: Path, edition: str) -> None:
    """Nor does that of a record which was removed for a person or by law: it names nobody, and the address would."""
    linked = 0
    for path in sorted((demo_site / edition).rglob("index.html")):
        page = f"/{path.relative_to(demo_site / edition).parent.as_posix()}/"
        if page.startswith(("/en/", "/lattlast/")) and not edition:
            continue
        found = _LINK.findall(path.read_text(encoding="utf-8"))
        assert found == ([routes.api_of(page)] if routes.is_record(page) and page not in NAMELESS else []), page
        linked += len(found)
    assert linked > 10


def test_a_preview_leads_to_no_document_that_the_public_site_lacks(demo_preview: Path, demo_site: Path) -> None:
    assert addresses(demo_preview) == addresses(demo_site)
    pages = {path: _LINK.findall(path.read_text(encoding="utf-8")) for path in demo_preview.glob("*/*/index.html")}
    assert all((demo_site / link.lstrip("/")).is_file() for links in pages.values() for link in links)
    without = [path for path, links in pages.items() if not links and routes.is_record(f"/{path.relative_to(demo_preview).parent.as_posix()}/")]
    assert without


@pytest.mark.parametrize("edition", ["", "en/"])
def test_the_page_tells_every_address_every_promise_and_every_change(demo_site: Path, edition: str) -> None:
    html = (demo_site / edition / "api/index.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'href="(/api/[^"]+)"', html))
    documented = {f"/api/v1/schema/{name}-record.json" for name in routes.API_TABLES.values()}
    lists = {f"/api/v1/{folder}{table.name}.json" for table in TABLES for folder in ("", "schema/")}
    assert linked == {"/api/v1/index.json", "/api/v1/openapi.json", "/api/v1/providers/3-pahitt-jobb.json"} | documented | lists
    text = unescape(html)
    t = english_language().t if edition else str
    for said in (*PROMISES, *(change.text for change in CHANGES)):
        assert t(said) in text
    for change in CHANGES:
        assert f"Version {change.version}, {change.day.day}" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert [path for path in OPEN_PATHS if f"<code>{path}</code>" not in html] == []
    assert "Access-Control-Allow-Origin: *" in html


def test_the_example_on_the_page_is_how_the_document_is(demo_site: Path) -> None:
    html = (demo_site / "api/index.html").read_text(encoding="utf-8")
    (address,) = re.findall(r'href="(/api/v1/providers/[^"]+)"', html)
    (shown,) = re.findall(r"<pre><code>(.+?)</code></pre>", html, re.S)
    example = json.loads(unescape(shown).replace(",\n …", "\n}"))
    document = read(demo_site, address)
    record = document["record"]
    assert isinstance(record, dict)
    assert example == {**{name: document[name] for name in example}, "record": {name: record[name] for name in example["record"]}}


@pytest.mark.parametrize("edition", ["", "en/"])
def test_the_page_of_the_dataset_leads_to_the_page_of_the_api(demo_site: Path, edition: str) -> None:
    assert f'href="/{edition}api/"' in (demo_site / edition / "data/index.html").read_text(encoding="utf-8")


# After five releases.


def test_every_address_that_was_ever_published_still_answers(past: Past) -> None:
    for site in past.sites.values():
        assert len(addresses(site)) > 150
        assert sorted(addresses(site) - addresses(past.last)) == []


def test_a_record_that_was_removed_answers_with_when_and_why_and_nothing_of_what_it_said(past: Past) -> None:
    address = "api/v1/cases/granskning-2024.json"
    before = read(next(iter(past.sites.values())), address)
    after = read(past.last, address)
    assert before["type"] == "cases"
    assert (after["type"], after["removed_on"], after["reason"], after["redirect"]) == ("tombstone", "2027-03-01", "wrong", None)
    assert "väntrum" not in json.dumps(after, ensure_ascii=False)
    links = after["links"]
    assert isinstance(links, dict)
    assert (past.last / routes.file_of(path_of(links["history"]))).is_file()
    assert links["redirect"] is None
    tombstone = {"id", "removed_on", "reason", "redirect"}
    assert tombstone <= set(after)
    assert _LINK.findall(past.read("arende/granskning-2024/index.html")) == [f"/{address}"]


def test_a_released_record_names_its_release_its_history_its_feed_and_its_latest_frozen_copy(past: Past) -> None:
    document = read(past.last, "api/v1/providers/fabeljobb.json")
    release = document["release"]
    assert isinstance(release, dict)
    assert release["id"] == "2027-03-01"
    links = document["links"]
    assert isinstance(links, dict)
    assert path_of(links["history"]) == "/historik/leverantor/fabeljobb/"
    assert path_of(links["feed"]) == "/leverantor/fabeljobb/flode.json"
    releases = past.project / "releases"
    older = 0
    for address in addresses(past.last):
        links = read(past.last, address).get("links", {})
        assert isinstance(links, dict)
        if "frozen" in links:
            page = path_of(links["page"])
            stored = sorted(folder.name for folder in releases.iterdir() if (folder / routes.file_of(page)).is_file())
            assert path_of(links["frozen"]) == routes.frozen(page, stored[-1]), address
            older += stored[-1] != "2027-03-01"
    assert older > 5


def test_every_link_of_every_document_answers(past: Past) -> None:
    for address in addresses(past.last):
        links = read(past.last, address).get("links", {})
        assert isinstance(links, dict)
        for link in links.values():
            if link and "{id}" not in link:
                assert (past.last / routes.file_of(path_of(link))).is_file(), (address, link)


def test_a_page_of_a_past_release_leads_to_no_document(past: Past) -> None:
    frozen = [path for path in (past.last / "v").rglob("*.html") if len(path.relative_to(past.last).parts) > 3]
    assert frozen
    assert [path for path in frozen if _LINK.search(path.read_text(encoding="utf-8"))] == []

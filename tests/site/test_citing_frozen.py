"""Which version a citation leads to: the copy that a release stored, as long as it says what the page says now; and how a frozen page cites itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
import rendered
from conftest import AS_OF, ROOT
from made_changes import replaced

from generator.records.models import Kind
from generator.registry.changes import state_changes, unit_changes
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.registry.released import Released
from generator.registry.releases import Release, StoredPage, UnitChange, make_releases
from generator.registry.shown import shown_meanings
from generator.site import routes
from generator.site.citing.cited_pages import text_heads
from generator.site.citing.page import CitingView
from generator.site.citing.styles import TEXT_STYLES
from generator.site.language import english_language
from generator.site.maker import Maker
from generator.site.pages import Page, record_pages

DAY = date.fromisoformat(AS_OF)
ORIGIN = "https://kollen.example"
RELEASE = "2026-11-20-2"
NEXT = "2026-11-21"
_READ = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
assert _READ is not None
DEMO: Registry = _READ


def pages(registry: Registry, **options: object) -> dict[str, Page]:
    """Every page by its address."""
    return {page.url: page for page in record_pages(Maker(registry, "/sajt", origin=ORIGIN, **options))}  # type: ignore[arg-type]


def checksum(url: str) -> str:
    """In the place of that of a stored file, whose bytes matter to no test here."""
    return hashlib.sha256(url.encode()).hexdigest()


def released(registry: Registry) -> Registry:
    """The same after a release of all that it says."""
    maker = Maker(registry, release=RELEASE)
    heads = [(page.url, page.head, page.made_from) for page in record_pages(maker)]
    heads += [(url, head, ()) for url, head in text_heads(maker).items()]
    stored = tuple(StoredPage(routes.stored(url), "", checksum(url), 0, made_from, head.content_hash if head else "") for url, head, made_from in heads)
    release = Release(RELEASE, date(2026, 11, 20), "", unit_changes(registry, registry.releases, {}), state_changes(registry, registry.releases), stored, ())
    return replace(registry, released=Released(shown_meanings(registry)), releases=make_releases([release], None))


AFTER = released(DEMO)
LIVING = pages(AFTER)


def citing(url: str, found: Mapping[str, Page] = LIVING) -> CitingView:
    view = found[routes.citing(url)].view
    assert isinstance(view, CitingView)
    return view


def cite_as(url: str, found: Mapping[str, Page] = LIVING) -> str:
    head = found[url].head
    assert head is not None
    return next(address for relation, _, address in head.links if relation == "cite-as")


def record_urls(kind: Kind) -> list[str]:
    return [url for d in DEMO.of(kind) if (url := routes.page_of(kind, d.id)) and url in LIVING and LIVING[url].head]


def with_record(registry: Registry, key: str, path: tuple[str | int, ...], value: object) -> Registry:
    """One field of a record changed."""
    document = registry.documents[key]
    changed = replace(document, record=replaced(path, document.record, value))
    return replace(registry, documents={**registry.documents, key: changed})


def test_with_a_release_every_text_of_every_statement_leads_to_the_frozen_page() -> None:
    tried = 0
    for url, page in LIVING.items():
        if page.template != "citing":
            continue
        living = url.removesuffix("citera/")
        for entry in citing(living).entries:
            frozen = f"{ORIGIN}/sajt/v/{RELEASE}{living}" + (f"#{entry.anchor}" if entry.anchor else "")
            assert f"{ORIGIN}{entry.frozen}" == frozen
            assert len(entry.texts) == len(TEXT_STYLES)
            assert (entry.checksum, entry.of_file) == (checksum(living), True)
            assert entry.watch == (f"/sajt{living}bevaka/{entry.anchor}.xml" if entry.anchor else "")
            assert all(frozen in ready.text.replace("\\#", "#") for ready in entry.texts), living
            tried += 1
        assert all(f"{ORIGIN}/sajt/v/{RELEASE}{living}" in file.text for file in page.beside)
    assert tried > 150


def test_the_day_of_a_frozen_page_is_that_of_its_release() -> None:
    url = record_urls(Kind.CASES)[0]
    entry = citing(url).entries[0]
    assert "(2026, 20 november)" in entry.texts[1].text
    assert "|arkivdatum=20 november 2026" in entry.texts[2].text


def test_the_address_to_cite_in_the_head_is_the_frozen_one() -> None:
    for url in (record_urls(Kind.PROFILES)[0], record_urls(Kind.CASES)[0], "/leverantorer/"):
        assert cite_as(url) == f"{ORIGIN}/sajt/v/{RELEASE}{url}"
        assert f'"archivedAt":{{"@id":"{ORIGIN}/sajt/v/{RELEASE}{url}"}}' in LIVING[url].head.data  # type: ignore[union-attr]
    html = rendered.html(Maker(AFTER, "/sajt", origin=ORIGIN), LIVING[routes.citing("/leverantorer/")])
    assert f"Så stod det i release {RELEASE}" in html
    assert "Ingen fryst version" not in html


def test_a_page_that_has_changed_since_is_cited_as_it_lives_and_says_where_the_old_copy_is() -> None:
    url = record_urls(Kind.PROFILES)[0]
    key = f"profiles/{url.split('/')[2]}"
    found = pages(with_record(AFTER, key, ("summary",), "Något annat än förut."))
    assert cite_as(url, found) == f"{ORIGIN}/sajt{url}"
    view = citing(url, found)
    assert view.lack.startswith("Sidan har ändrats sedan den senast frystes.")
    assert view.other and (view.other.text, view.other.url) == (f"Så stod det i release {RELEASE}", f"/sajt/v/{RELEASE}{url}")
    for entry in view.entries:
        assert entry.frozen == ""
        assert not any("/v/" in ready.text for ready in entry.texts)
    other = record_urls(Kind.PROFILES)[1]
    assert cite_as(other, found) == cite_as(other), "another page is as it was"
    assert cite_as("/leverantorer/", found) == f"{ORIGIN}/sajt/leverantorer/", "a list has changed with what is on it"


def test_a_page_that_shows_another_record_has_changed_with_that() -> None:
    case = AFTER.of(Kind.CASES)[0]
    provider = next(f"/leverantor/{party.provider}/" for party in case.record.parties if party.provider)
    found = pages(with_record(AFTER, case.key, ("name",), "Ett annat namn"))
    assert cite_as(provider, found) == f"{ORIGIN}/sajt{provider}"


def test_a_state_that_has_changed_with_the_day_alone_is_not_cited_from_a_copy_that_says_another() -> None:
    later = date(2028, 1, 1)
    other_day = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", later, today=later).registry
    assert other_day is not None
    moved = replace(other_day, released=AFTER.released, releases=AFTER.releases)
    changed = {unit.partition("#")[0] for unit in state_changes(moved, moved.releases) if unit.startswith("profiles/")}
    found = pages(moved)
    assert changed
    for key in changed:
        url = f"/leverantor/{key.partition('/')[2]}/"
        assert cite_as(url, found) == f"{ORIGIN}/sajt{url}"
    untouched = [url for url in record_urls(Kind.SOURCES) if cite_as(url, found) != f"{ORIGIN}/sajt{url}"]
    assert untouched, "a new day alone takes no copy away"


def test_a_page_that_no_release_has_says_that_it_gets_one() -> None:
    url = record_urls(Kind.PROFILES)[0]
    (release,) = AFTER.releases.all
    without = replace(release, pages=tuple(page for page in release.pages if page.path != routes.stored(url)))
    found = pages(replace(AFTER, releases=make_releases([without], None)))
    assert cite_as(url, found) == f"{ORIGIN}/sajt{url}"
    assert citing(url, found).lack == "Sidan har ingen fryst version ännu. Den får en i nästa release."
    assert citing(url, found).other is None


def test_nobody_is_sent_to_a_copy_that_is_not_shown_any_more() -> None:
    grave = next(d for d in AFTER.of(Kind.TOMBSTONES) if d.record.reason in ("wrong", "unfair", "privacy", "legal"))
    url = record_urls(Kind.PROFILES)[0]
    (release,) = AFTER.releases.all
    made_from = (f"{grave.record.was}/{grave.id}",)
    stored = tuple(replace(page, made_from=made_from) if page.path == routes.stored(url) else page for page in release.pages)
    found = pages(replace(AFTER, releases=make_releases([replace(release, pages=stored)], None)))
    assert cite_as(url, found) == f"{ORIGIN}/sajt{url}"
    assert citing(url, found).other is None


def test_the_english_page_is_cited_itself_and_leads_to_the_texts_of_the_swedish_one() -> None:
    found = pages(AFTER, words=english_language())
    url = record_urls(Kind.PROFILES)[0]
    assert cite_as(url, found) == f"{ORIGIN}/sajt/en{url}"
    view = citing(url, found)
    assert view.lack == "There are frozen versions of the Swedish pages only."
    assert view.other and view.other.url == f"/sajt{routes.citing(url)}"


@pytest.mark.parametrize("kind", [Kind.PROFILES, Kind.CASES])
def test_a_frozen_page_cites_itself_and_nothing_that_may_go(kind: Kind) -> None:
    maker = Maker(AFTER, "/sajt", release=NEXT)
    found = {page.url: page for page in record_pages(maker)}
    url = record_urls(kind)[0]
    html = rendered.html(maker, found[url])
    assert f'<link rel="cite-as" href="/sajt/v/{NEXT}{url}">' in html
    assert 'rel="describedby"' not in html
    assert "citera/" not in html and "citera.json" not in html
    assert "<script" not in html
    text = rendered.visible(html)
    assert f"version {NEXT}" in text.partition("Citera den här versionen:")[2]
    assert f"Filens kontrollsumma (SHA-256) står i /v/{NEXT}/SHA256SUMS." in text


def test_a_released_source_that_can_be_cited_no_more_keeps_a_page_that_says_why() -> None:
    (source, *_) = (d for d in DEMO.of(Kind.SOURCES) if Maker(DEMO).unheard(d.id))
    url = routes.page_of(Kind.SOURCES, source.id) or ""
    assert routes.citing(url) in LIVING
    view = citing(url)
    assert view.entries == view.files == ()
    assert LIVING[url].head is None
    html = rendered.html(Maker(AFTER, "/sajt"), LIVING[routes.citing(url)])
    assert "Därför finns det just nu inga färdiga texter för den." in html
    (release,) = AFTER.releases.all
    units = tuple(unit for unit in release.units if unit.unit != source.key)
    assert UnitChange(source.key, "added") in release.units
    never = pages(replace(AFTER, releases=make_releases([replace(release, units=units)], None)))
    assert routes.citing(url) not in never


def test_at_the_ready_texts_of_a_removed_page_stands_its_tombstone() -> None:
    for key in DEMO.graves:
        kind, _, name = key.partition("/")
        url = routes.page_of(Kind(kind), name)
        if url:
            assert LIVING[routes.citing(url)].template == "tombstone"

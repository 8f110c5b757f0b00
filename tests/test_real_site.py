"""What must be true of the real records and the site made from them."""

import html
import re
from pathlib import Path

import pytest
from conftest import ROOT, built_for

from generator.build.tree import check_tree
from generator.clock import today
from generator.records.markdown import to_html
from generator.records.models import Kind
from generator.records.models.base import Prose, leaves
from generator.records.places import counties, municipalities
from generator.records.vocabulary import Grade, Publication
from generator.registry.gate import publication, rulings
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site import english, routes
from generator.site.maker import Maker
from generator.site.swedish import day_text
from generator.site.views.cases import UNHEARD_NOTE
from generator.site.views.coverage import shown_schemes

# What may stand in a page as a script: ours, or data that never runs and is about the page.
SCRIPT = r'<script src="/tema/[a-z]+\.[0-9a-f]{10}\.js" type="module"></script>|<script type="application/ld\+json">[^<]*</script>'


@pytest.fixture(scope="module")
def registry() -> Registry:
    loaded = load(ROOT / "providers", ROOT / "content", today())
    assert loaded.registry is not None
    assert loaded.problems == ()
    return loaded.registry


def page(site: Path, url: str) -> str:
    return (site / routes.file_of(url)).read_text(encoding="utf-8")


def visible(text: str) -> str:
    """The words of a page, with its entities and spaces as a reader sees them."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def test_the_registry_is_as_large_as_was_asked_for(registry: Registry) -> None:
    least = {Kind.CASES: 20, Kind.PROFILES: 15, Kind.SCHEMES: 8, Kind.PROGRAMMES: 10, Kind.SOURCES: 100}
    for kind, number in least.items():
        assert len(registry.of(kind)) >= number, kind


def test_every_record_has_its_page(registry: Registry, real_site: Path) -> None:
    for document in registry.documents.values():
        url = routes.record(document.kind, document.id)
        shown = document.kind is not Kind.CASES or publication(rulings(registry, document.record)) is Publication.PUBLISHED
        if url and "#" not in url:
            assert (real_site / routes.file_of(url)).is_file() == shown, document.key


def test_every_county_and_municipality_has_its_page(real_site: Path) -> None:
    for county in counties().values():
        assert f"<h1>Leverantörer i {county.name}</h1>" in page(real_site, routes.county(county))
    for town in municipalities().values():
        assert f"<h1>Leverantörer i {town.name}</h1>" in page(real_site, routes.municipality(town))


def test_every_internal_link_and_anchor_resolves(real_site: Path) -> None:
    assert check_tree(real_site) == []


def test_every_published_case_shows_its_statements_with_their_sources(registry: Registry, real_site: Path) -> None:
    for document in registry.of(Kind.CASES):
        decided = rulings(registry, document.record)
        if publication(decided) is not Publication.PUBLISHED:
            continue
        text = page(real_site, routes.record(Kind.CASES, document.id) or "")
        for ruling in decided:
            if ruling.row.decision is Publication.PUBLISHED:
                assert f'id="{ruling.statement.id}"' in text
                for citation in ruling.statement.sources:
                    assert f'href="/kalla/{citation.source}/"' in text, (document.id, citation.source)


def test_every_claim_about_a_provider_stands_with_its_reply(registry: Registry, real_site: Path) -> None:
    for document in registry.of(Kind.CASES):
        for ruling in rulings(registry, document.record):
            provider = ruling.party.provider
            if provider is None or ruling.row.decision is not Publication.PUBLISHED:
                continue
            anchors = {routes.record(Kind.CASES, document.id): ruling.statement.id}
            anchors[routes.record(Kind.PROFILES, provider)] = f"{document.id}-{ruling.statement.id}"
            for url, anchor in anchors.items():
                text = page(real_site, url or "")
                assert f'id="{anchor}"' in text
                if ruling.party.reply.text:
                    reply = to_html(ruling.party.reply.text, Maker(registry).url).strip()
                    assert reply in text, (document.id, url)


def test_a_link_only_case_is_nothing_but_its_sources(registry: Registry, real_site: Path) -> None:
    found = 0
    for document in registry.of(Kind.CASES):
        decided = rulings(registry, document.record)
        if publication(decided) is not Publication.LINK_ONLY:
            continue
        found += 1
        assert document.record.name is None
        assert not (real_site / "arende" / document.id).exists()
        assert not [leaf.value for leaf in leaves(document.record) if (mark := leaf.mark(Prose)) and mark.markdown], document.id
        for ruling in decided:
            profile = page(real_site, routes.record(Kind.PROFILES, ruling.party.provider or "") or "")
            assert "Publicerade källor som nämner leverantören" in profile
            assert UNHEARD_NOTE in profile
            for citation in ruling.statement.sources:
                assert f'href="/kalla/{citation.source}/"' in profile
    assert found > 0


def test_nothing_held_is_in_the_public_root(registry: Registry) -> None:
    for document in registry.of(Kind.CASES):
        for ruling in rulings(registry, document.record):
            assert ruling.row.decision is not Publication.HELD, document.id
            assert ruling.statement.grade is not Grade.E, document.id


def test_no_company_is_shown_with_a_label_that_nobody_has_checked(registry: Registry, real_site: Path) -> None:
    labels = [d.record.name for d in shown_schemes(Maker(registry))]
    assert "Auktoriserat omställningsföretag" in labels
    for document in registry.of(Kind.PROFILES):
        text = page(real_site, routes.record(Kind.PROFILES, document.id) or "")
        section = text[text.index('id="avsnitt-markningar"') : text.index('id="avsnitt-fakta"')]
        if not document.record.accreditations and not document.record.checks:
            assert section.count("lage-not-checked") == len(labels), document.id
        if not document.record.accreditations:
            assert "lage-valid" not in text, document.id


@pytest.mark.parametrize("site", ["real_site", "demo_site"])
def test_no_heading_or_paragraph_is_empty(site: str, request: pytest.FixtureRequest) -> None:
    for path in sorted(request.getfixturevalue(site).rglob("*.html")):
        empty = re.search(r"<(p|h[1-6]|li|dt|dd|th|summary)\b[^>]*>\s*</\1>", path.read_text(encoding="utf-8"))
        assert empty is None, (path, empty)


@pytest.mark.parametrize("site", ["real_site", "demo_site"])
def test_every_statement_says_what_carries_it_and_what_would_change_it(site: str, request: pytest.FixtureRequest) -> None:
    told = 0
    for path in sorted(request.getfixturevalue(site).rglob("*.html")):
        # A list of corrections has divisions of the same class, and no sources.
        for statement in re.split(r'<div class="uppgift\b', path.read_text(encoding="utf-8"))[1:]:
            if '<details class="kallor">' in statement and path.parent.name != "rattelser":
                assert re.search("kulle ändra uppgiften|would change th", statement), path
                assert 'class="underlag"' in statement or "data-uppgift" not in statement, path
                told += 1
    assert told > 50


def test_no_page_runs_any_script_but_our_own_or_asks_another_site(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        scripts = re.findall(r"<script.*?</script>", text, re.S)
        assert bool(scripts) is ("kort" not in path.relative_to(real_site).parts), path
        assert all(re.fullmatch(SCRIPT, script, re.S) for script in scripts), path
        assert "<iframe" not in text
        assert not re.search(r'<(?:img|link|source|video|audio)[^>]+(?:src|href)="(?:https?:)?//', text), path
        assert not re.search(r'\s(?:on[a-z]+|style)="', text), path


def test_every_page_says_what_language_it_is_in_and_for_which_day(real_site: Path) -> None:
    day = built_for(real_site)
    for path in real_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        folder = path.relative_to(real_site).parts[0]
        assert f'<html lang="{"en" if folder == "en" else "sv"}">' in text
        assert (english.day_text if folder == "en" else day_text)(day) in text


def test_both_founding_texts_are_cited_with_their_interest(registry: Registry, real_site: Path) -> None:
    for source in ("bemanningsforetagen-2011-kvalitetssakring-for-jobbcoacher-finns-redan", "blogg-2013-att-meditera-pa-en-sten"):
        text = visible(page(real_site, f"/kalla/{source}/"))
        assert "Eget intresse" in text
        assert len(registry.backlinks[f"sources/{source}"]) > 3


def test_the_systems_page_answers_or_says_that_no_source_answers(registry: Registry, real_site: Path) -> None:
    text = page(real_site, "/jamfor-systemen/")
    for question in ("who-may-enter", "competence", "collective-agreement", "insurance", "finances", "who-decides", "review", "unannounced",
                     "who-chooses", "payment", "results", "complaints", "sanctions", "losses", "criticism"):  # fmt: skip
        assert f'id="fraga-{question}"' in text
    parents = {d.record.part_of for d in registry.of(Kind.SCHEMES)}
    systems = [d for d in (*registry.of(Kind.SCHEMES), *registry.of(Kind.PROGRAMMES)) if d.id not in parents]
    systems += [d for d in registry.of(Kind.BODIES) if d.record.kind == "transition_fund"]
    for document in systems:
        assert f'href="{routes.record(document.kind, document.id)}"' in text, document.key

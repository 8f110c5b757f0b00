"""Which records a frozen page is said to show: whatever it leads to or names, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
import rendered
from conftest import AS_OF, ROOT
from jinja2 import Environment, FileSystemLoader

from generator.records.models import Kind
from generator.records.vocabulary import Publication
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site import routes
from generator.site.frozen import BASE, Freezer, FrozenPage, is_frozen
from generator.site.maker import Maker
from generator.site.pages import record_pages
from generator.site.render import environment, render, site_view

DAY = date.fromisoformat(AS_OF)
_READ = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
assert _READ is not None
DEMO: Registry = _READ
FOLDERS = {(routes.page_of(kind, "") or "").strip("/"): kind for kind in Kind if routes.page_of(kind, "")}


@pytest.fixture(scope="module")
def frozen() -> dict[str, FrozenPage]:
    """The frozen pages of the demo's records and lists, by address."""
    maker = Maker(DEMO, BASE, release=AS_OF)
    freezer, site = Freezer(AS_OF), site_view(maker, rendered.ASSETS)
    env = environment(Environment(loader=FileSystemLoader(ROOT / "theme/templates")), maker.words)
    for page in record_pages(maker):
        if is_frozen(page.template):
            freezer.add(page.url, render(env, site, page), page.view, page.made_from, maker)
    return {page.url: page for page in freezer.pages}


def led_to(page: FrozenPage) -> set[str]:
    """The keys of the records that the links of a page lead to."""
    found = set()
    for link in re.findall(r'href="([^"]+)"', page.content.decode()):
        match = re.fullmatch(r"(?:\.\./)+([a-z]+)/([a-z0-9-]+)/(?:#.*)?", unescape(link))
        if match and match[1] in FOLDERS:
            found.add(f"{FOLDERS[match[1]]}/{match[2]}")
    return found & DEMO.documents.keys()


def test_every_record_that_a_frozen_page_leads_to_is_among_those_it_shows(frozen: dict[str, FrozenPage]) -> None:
    assert sum(len(led_to(page)) for page in frozen.values()) > 300
    for page in frozen.values():
        assert led_to(page) <= set(page.made_from), page.url


def test_a_source_that_is_shown_only_through_another_record_is_among_them(frozen: dict[str, FrozenPage]) -> None:
    maker = Maker(DEMO, BASE, release=AS_OF)
    declared = {page.url: set(page.made_from) for page in record_pages(maker) if is_frozen(page.template)}
    indirect = {url: {key for key in frozen[url].made_from if key.startswith("sources/")} - keys for url, keys in declared.items()}
    assert any(indirect.values())


def test_a_record_that_is_named_without_a_link_is_among_them_and_one_that_is_not_named_is_not() -> None:
    maker, freezer = Maker(DEMO, BASE, release=AS_OF), Freezer(AS_OF)
    named, *others = (document.key for document in DEMO.of(Kind.BODIES))
    freezer.add("/metod/", f"<main><p>Enligt {maker.name(named)[:3]}\N{SOFT HYPHEN}{maker.name(named)[3:]}.</p></main>", "", DEMO.documents, maker)
    (page,) = freezer.pages
    assert named in page.made_from
    assert not set(others) & set(page.made_from)


def test_a_page_of_text_is_made_from_what_it_shows_alone() -> None:
    maker, freezer = Maker(DEMO, BASE, release=AS_OF), Freezer(AS_OF)
    freezer.add("/metod/", f'<main><p>Så gör vi. <a href="{BASE}/ordlista/#aterkallelse">Ord</a></p></main>', "", DEMO.documents, maker)
    assert freezer.pages[0].made_from == ("terms/aterkallelse",)


def test_what_is_held_is_not_told_of_in_what_a_page_is_made_from(frozen: dict[str, FrozenPage]) -> None:
    maker = Maker(DEMO)
    held = {document.key for document in DEMO.of(Kind.CASES) if maker.publication(document.id) is not Publication.PUBLISHED}
    assert held
    assert [(page.url, held & set(page.made_from)) for page in frozen.values() if held & set(page.made_from)] == []


def test_the_page_of_corrections_shows_the_corrections_and_the_tombstones_that_stand_on_it() -> None:
    maker, freezer = Maker(DEMO, BASE, release=AS_OF), Freezer(AS_OF)
    correction = DEMO.of(Kind.CORRECTIONS)[0]
    freezer.add(routes.CORRECTIONS, f'<main><article id="{correction.id}"></article></main>', "", (), maker)
    assert freezer.pages[0].made_from == (correction.key,)

"""Whatever a record says, and whatever stands in an address or is typed: no page runs it, even without the policy that would stop it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest
from browser.bench import PHONE, Bench, script
from browser.conftest import Sites
from browser.host import Host, served
from browser.kinds import BuiltPage, in_one_language, samples
from conftest import AS_OF, LONG, ROOT
from hostile import ADDRESSES, VECTORS, altered, is_text
from playwright.async_api import Page

from generator.build.tree import look_at_tree
from generator.commands.rendering import render_into
from generator.progress import silent
from generator.records.models.base import Leaf, Prose
from generator.records.reader import Document
from generator.registry.loading import load
from generator.registry.registry import Registry

# So many in one text, one after the other. The short form tries each text of the demo with some of them, the long form with all.
AT_ONCE = 12
TEXTS = [" ".join(VECTORS[start : start + AT_ONCE]) for start in range(0, len(VECTORS), AT_ONCE)]
SHIFTS = range(len(TEXTS)) if LONG else range(1)
AT_START = "globalThis.__hits = []; globalThis.hit = (what) => globalThis.__hits.push(String(what)); globalThis.alert = globalThis.hit;"
# The pages with a script that reads their address, and what it reads there.
READ_ADDRESS = {"/sok/": "q", "/leverantorer/": "lan", "/jamfor/": "leverantor", "/jamfor-systemen/": "system", "/sa-klagar-du/": "om"}
DEMO = ROOT / "tests/demo"
# What today's browsers take for a comment, an unknown element or a style that does nothing, when it stands alone.
INERT = {
    "<scr<script>ipt>hit()</scr</script>ipt>",
    "<script",
    "<!--[if gte IE 4]><script>hit()</script><![endif]-->",
    "<![CDATA[<script>hit()</script>]]>",
    '<!DOCTYPE x [<!ENTITY y "<script>hit()</script>">]>&y;',
    '<img src="x` `<script>hit()</script>"` `>',
    '<frameset onload=hit()><frame src="javascript:parent.hit()"></frameset>',
    '<style>*{background:url("javascript:hit()")}</style>',
    '<style>@import "javascript:hit()";</style>',
    '<div style="background:url(javascript:hit())">',
    "<template><script>hit()</script></template>",
    "<javascript:hit()>",
}


@pytest.fixture(scope="module")
def registry() -> Registry:
    loaded = load(DEMO / "providers", DEMO / "content", date.fromisoformat(AS_OF)).registry
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module", params=SHIFTS)
def hostile(request: pytest.FixtureRequest, registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The demo's site, had every text in it been written by somebody who wants to harm its readers."""
    number = count(request.param)

    def write(_: Document, leaf: Leaf) -> str:
        prose = leaf.mark(Prose)
        # A text of nothing but HTML has no words left, and the dataset refuses it.
        return ("Ord. " if prose and prose.markdown else "") + TEXTS[next(number) % len(TEXTS)]

    texts = altered(registry, write, lambda *_: ADDRESSES[next(number) % len(ADDRESSES)])
    folder = tmp_path_factory.mktemp("hostile")
    render_into(folder, texts, DEMO / "content", ROOT / "pelicanconf.py", silent)
    with served(folder) as host:
        yield host


async def active(page: Page) -> list[str]:
    """What a page has that runs, after a moment in which it can."""
    field = page.locator("input[type=search]:visible").first
    if await field.count():
        await field.fill("hit")
    await page.wait_for_timeout(100)
    return [str(found) for found in await page.evaluate(script("active"))]


def visited(browser: Bench, host: Host, addresses: list[str]) -> dict[str, list[str]]:
    found = browser.visit([f"{host.origin}{address}" for address in addresses], active, at_start=AT_START, viewport=PHONE, bypass_csp=True)
    return {address.removeprefix(host.origin): told for address, told in found.items() if told}


def chosen(sites: Sites) -> list[BuiltPage]:
    pages = [("demo", page) for page in sites.pages["demo"]]
    return [page for _, page in (pages if LONG else in_one_language(samples(pages)))]


def test_every_text_of_the_demo_says_something_hostile(registry: Registry) -> None:
    seen: set[str] = set()

    def write(_: Document, leaf: Leaf) -> str:
        seen.add(leaf.value)
        return "<script>"

    changed = altered(registry, write, write)
    assert all(leaf.value == "<script>" for document in changed.documents.values() for leaf in document.leaves if is_text(leaf))
    assert len(seen) > 500


def test_no_page_of_a_hostile_registry_runs_anything(browser: Bench, sites: Sites, hostile: Host) -> None:
    addresses = [page.url for page in chosen(sites)]
    drawn = [f"/{path.relative_to(hostile.folder).as_posix()}" for path in hostile.folder.rglob("*") if path.suffix in (".svg", ".xml", ".atom")]
    assert len(addresses) > 50
    assert visited(browser, hostile, [*addresses, *(drawn if LONG else drawn[::20])]) == {}


def test_no_file_of_a_hostile_registry_has_anything_active_in_it(hostile: Host) -> None:
    looked, _ = look_at_tree(hostile.folder)
    pages = {name: found.page for name, found in looked.items() if found.page}
    assert len(pages) > 500
    assert {name: page.active for name, page in pages.items() if page.active} == {}


@pytest.mark.parametrize("path", READ_ADDRESS)
def test_no_page_runs_what_stands_in_its_address(browser: Bench, sites: Sites, path: str) -> None:
    asked = VECTORS if LONG else [" ".join(VECTORS), *VECTORS[:: len(VECTORS) // 5]]
    addresses = [f"{path}?{READ_ADDRESS[path]}={quote(text)}#{quote(text)}" for text in asked]
    assert visited(browser, sites.hosts["demo"], addresses) == {}


def test_what_is_typed_is_not_run(browser: Bench, hostile: Host) -> None:
    async def typed(page: Page) -> list[str]:
        told: list[str] = []
        for text in (*VECTORS[:: 1 if LONG else 8], "hit", "script"):
            await page.locator("input[type=search]").first.fill(text)
            await page.wait_for_timeout(150)
            told += await page.evaluate(script("active"))
        return told

    (found,) = browser.visit([f"{hostile.origin}/sok/"], typed, at_start=AT_START, bypass_csp=True).values()
    assert found == []


def test_a_page_that_shows_them_as_they_stand_is_found_out(browser: Bench, planted: tuple[Path, Host]) -> None:
    """Each of what a browser would take for markup; what is none of it stays text anywhere."""
    folder, host = planted
    markup = [text for text in VECTORS if text.startswith("<") and text.count("<script") + text.count(" on") + text.count("javascript:") and "{{" not in text]
    for number, text in enumerate(markup):
        (folder / f"{number}.html").write_text(f"<!doctype html><title>x</title><body>{text}", encoding="utf-8")
    found = visited(browser, host, [f"/{number}.html" for number in range(len(markup))])
    missed = [text for number, text in enumerate(markup) if f"/{number}.html" not in found]
    assert len(markup) > 80
    assert missed == [text for text in markup if text in INERT]
    assert sum(any(told.startswith("ran:") for told in some) for some in found.values()) > 20

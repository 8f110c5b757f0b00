"""Pages in a script that runs from right to left are the mirror images of themselves: proven with the language of tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.bench import NARROW, WIDE, Bench, script
from browser.conftest import Sites
from browser.host import Host, served
from browser.kinds import samples
from playwright.async_api import Page

from generator.site.pseudo import PSEUDO


@pytest.fixture(scope="module")
def mirrored(demo_with_pseudo: Path, sites: Sites) -> Iterator[list[str]]:
    """The address in the language of tests of the fullest page of every kind."""
    swedish = [("demo", page) for page in sites.pages["demo"] if page.edition == ""]
    fullest = {page.kind: page for _, page in samples(swedish)}
    assert len(fullest) > 30
    with served(demo_with_pseudo) as host:
        yield [f"{host.origin}/{PSEUDO.edition}{page.url}" for page in fullest.values()]


async def looks(page: Page) -> list[str]:
    """What does not turn, or does not fit when it has turned, on a wide and on a narrow screen."""
    wide = await page.evaluate(script("mirrored"))
    await page.set_viewport_size(NARROW)
    return [*wide, *await page.evaluate(script("mirrored")), *await page.evaluate(script("layout"))]


def test_every_kind_of_page_is_mirrored_and_fits(browser: Bench, mirrored: list[str]) -> None:
    assert {address: wrong for address, wrong in browser.visit(mirrored, looks, viewport=WIDE).items() if wrong} == {}


def test_swedish_words_in_such_a_page_run_their_own_way(browser: Bench, mirrored: list[str]) -> None:
    async def ways(page: Page) -> list[str]:
        asked = "[...document.querySelectorAll('main [lang=sv]')].map((element) => getComputedStyle(element).unicodeBidi)"
        return sorted(set(await page.evaluate(asked)))

    found = browser.visit(mirrored, ways, viewport=WIDE)
    assert {way for ways in found.values() for way in ways} == {"plaintext"}


PLANTED = """<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>Fel</title><link rel="stylesheet" href="fel.css">
<body><p class="rygg">Rygg</p><p class="logisk">Logisk</p><p class="flyter">Flyter</p>"""
PLANTED_STYLE = "body { margin: 8px } .rygg { margin-left: 50px } .logisk { margin-inline-start: 50px } .flyter { float: left; width: 90px }"


def test_what_does_not_turn_is_found(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    (folder / "fel.html").write_text(PLANTED, encoding="utf-8")
    (folder / "fel.css").write_text(PLANTED_STYLE, encoding="utf-8")

    async def turned(page: Page) -> list[str]:
        return list(await page.evaluate(script("mirrored")))

    (found,) = browser.visit([f"{host.origin}/fel.html"], turned, viewport={"width": 400, "height": 400}).values()
    assert found == ["p.rygg: 58 from the left, 8 from the right", "p.flyter: 8 from the left, 302 from the right"]

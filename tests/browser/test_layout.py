"""Every kind of page can be read on a narrow screen, with large text and without motion."""

from pathlib import Path

import pytest
from browser.bench import NARROW, PHONE, WIDE, Bench, script
from browser.conftest import Sites
from browser.host import Host
from browser.kinds import BuiltPage
from playwright.async_api import Page

# What browsers begin with, and twice that: what a reader who sees badly asks for in the settings.
USUAL, LARGE = 16, 32
# At twice the text, a window of 640 pixels is what one of 1280 is at 200 % zoom twice over.
HALF = {"width": 640, "height": 900}


async def looks(page: Page) -> dict[str, list[str]]:
    """What is wrong with a page on a narrow screen, with large text, with large text on half a screen and on a phone, and with what moves."""
    narrow = await page.evaluate(script("layout"))
    await page.set_viewport_size(WIDE)
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = await page.evaluate(size)
    session = await page.context.new_cdp_session(page)
    await session.send("Page.setFontSizes", {"fontSizes": {"standard": LARGE, "fixed": LARGE}})
    grown = await page.evaluate(size) / before
    large = [*([] if grown == LARGE / USUAL else [f"text grows by {grown:g}"]), *await page.evaluate(script("layout"))]
    await page.set_viewport_size(HALF)
    half = await page.evaluate(script("layout"))
    await page.set_viewport_size(PHONE)
    phone = await page.evaluate(script("layout"))
    await session.send("Page.setFontSizes", {"fontSizes": {"standard": USUAL, "fixed": USUAL}})
    await session.detach()
    await page.set_viewport_size(NARROW)
    return {"narrow": narrow, "large": large, "half": half, "phone": phone, "moving": await page.evaluate(script("motion"))}


@pytest.fixture(scope="module")
def found(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> dict[str, dict[str, list[str]]]:
    """What is wrong with each page. Each is loaded once."""
    return browser.visit(sites.addresses(looked_at), looks, viewport=NARROW, reduced_motion="reduce")


def wrong(sites: Sites, found: dict[str, dict[str, list[str]]], way: str) -> dict[str, list[str]]:
    return {sites.shown(address): what[way] for address, what in found.items() if what[way]}


def test_no_page_is_wider_than_a_narrow_screen_and_nothing_is_cut_off(sites: Sites, found: dict[str, dict[str, list[str]]]) -> None:
    assert wrong(sites, found, "narrow") == {}


def test_text_of_twice_the_size_fits(sites: Sites, found: dict[str, dict[str, list[str]]]) -> None:
    assert wrong(sites, found, "large") == {}
    assert wrong(sites, found, "half") == {}
    assert wrong(sites, found, "phone") == {}


def test_nothing_moves_for_readers_who_do_not_want_it(sites: Sites, found: dict[str, dict[str, list[str]]]) -> None:
    assert wrong(sites, found, "moving") == {}


PLANTED = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Fel</title><link rel="stylesheet" href="fel.css">
<p class="bred">Bred</p><p class="kapad">Ett ord till som inte får plats</p>
<p class="under">Under</p><p class="over">Ovanpå</p><p class="fast">Fast</p>
<p class="dold">Bara för skärmläsare och därför klippt till ingenting</p>
<table class="rullar"><tr><td>En tabell som får rulla för sig själv, så bred som den är</table>"""
PLANTED_STYLE = """body { margin: 0; font-size: 20px } p { margin: 0 }
.bred { width: 400px } .kapad { width: 100px; height: 20px; overflow: hidden } .over { margin-top: -1em } .fast { transition: color 1s }
.dold { position: absolute; width: 1px; height: 1px; overflow: hidden } .rullar { display: block; overflow-x: auto; white-space: nowrap }"""


def test_what_does_not_fit_is_found(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    (folder / "fel.html").write_text(PLANTED, encoding="utf-8")
    (folder / "fel.css").write_text(PLANTED_STYLE, encoding="utf-8")
    misfits = [
        "text is cut off in p.kapad",
        "“Ovanpå” in p.over lies on “Under” in p.under",
    ]
    address = f"{host.origin}/fel.html"
    assert browser.visit([address], looks, viewport=NARROW)[address] == {
        "narrow": ["the page is 400 wide in 320: p.bred", *misfits],
        "large": ["text grows by 1", *misfits],
        "half": misfits,
        "phone": ["the page is 400 wide in 360: p.bred", *misfits],
        "moving": ["p"],
    }

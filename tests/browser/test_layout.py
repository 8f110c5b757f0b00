"""Every kind of page can be read on a narrow screen, with large text and without motion."""

from pathlib import Path

from browser.bench import NARROW, Bench, script
from browser.conftest import Sites
from browser.host import Host
from browser.kinds import BuiltPage
from playwright.async_api import Page

# What browsers begin with, and twice that: what a reader who sees badly asks for in the settings.
USUAL, LARGE = 16, 32


async def text_of(page: Page, pixels: int) -> None:
    """Ask for letters of another size, as a reader does in the browser's settings."""
    session = await page.context.new_cdp_session(page)
    await session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
    await session.detach()


async def on_a_narrow_screen(page: Page) -> list[str]:
    return list(await page.evaluate(script("layout")))


async def with_large_text(page: Page) -> list[str]:
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    before = await page.evaluate(size)
    await text_of(page, LARGE)
    grown = await page.evaluate(size) / before
    wrong = await page.evaluate(script("layout"))
    await text_of(page, USUAL)
    return [*([] if grown == LARGE / USUAL else [f"text grows by {grown:g}"]), *wrong]


async def that_moves(page: Page) -> list[str]:
    return list(await page.evaluate(script("motion")))


def wrong(sites: Sites, found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {sites.shown(address): what for address, what in found.items() if what}


def test_no_page_is_wider_than_a_narrow_screen_and_nothing_is_cut_off(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    assert wrong(sites, browser.visit(sites.addresses(looked_at), on_a_narrow_screen, viewport=NARROW)) == {}


def test_text_of_twice_the_size_fits(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    assert wrong(sites, browser.visit(sites.addresses(looked_at), with_large_text)) == {}


def test_text_of_twice_the_size_fits_on_a_phone(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    """A window of 640 pixels at twice the text is what 1280 pixels at 200 % zoom are."""
    assert wrong(sites, browser.visit(sites.addresses(looked_at), with_large_text, viewport={"width": 640, "height": 900})) == {}


def test_nothing_moves_for_readers_who_do_not_want_it(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    assert wrong(sites, browser.visit(sites.addresses(looked_at), that_moves, reduced_motion="reduce")) == {}


PLANTED = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Fel</title><link rel="stylesheet" href="fel.css">
<p class="bred">Bred</p><p class="kapad">Ett ord till som inte får plats</p><p class="under">Under</p><p class="over">Ovanpå</p><p class="fast">Fast</p>
<p class="dold">Bara för skärmläsare och därför klippt till ingenting</p><table class="rullar"><tr><td>En tabell som får rulla för sig själv, så bred som den är</table>"""
PLANTED_STYLE = """body { margin: 0; font-size: 20px } p { margin: 0 }
.bred { width: 400px } .kapad { width: 100px; height: 20px; overflow: hidden } .over { margin-top: -1em } .fast { transition: color 1s }
.dold { position: absolute; width: 1px; height: 1px; overflow: hidden } .rullar { display: block; overflow-x: auto; white-space: nowrap }"""


def test_what_does_not_fit_is_found(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    (folder / "fel.html").write_text(PLANTED, encoding="utf-8")
    (folder / "fel.css").write_text(PLANTED_STYLE, encoding="utf-8")
    misfits = [
        "the page is 400 wide in 320: p.bred",
        "text is cut off in p.kapad",
        "“Ovanpå” in p.over lies on “Under” in p.under",
    ]
    address = f"{host.origin}/fel.html"
    assert browser.visit([address], on_a_narrow_screen, viewport=NARROW) == {address: misfits}
    assert browser.visit([address], with_large_text, viewport=NARROW) == {address: ["text grows by 1", *misfits]}
    assert browser.visit([address], that_moves) == {address: ["p"]}

"""Everything can be reached with the keyboard alone, and it always shows where it is."""

from pathlib import Path

from browser.bench import Bench, script
from browser.conftest import Sites
from browser.host import Host
from browser.kinds import BuiltPage, in_one_language
from conftest import LONG
from playwright.async_api import Page

# A longer page has more of the same in the middle: so many stops at each of its ends are gone through.
STOPS = 1000 if LONG else 30
# Where the keyboard may be after the last stop: outside the page, or at its top again.
LEFT = (-1, 0)


async def walked(page: Page) -> list[str]:
    """Go through a page with Tab, out of it, and back with Shift+Tab; tell where the keyboard does not get and where it is not seen."""
    wrong = await _gone_through(page)
    if wrong:
        # A script may have made more stops meanwhile.
        await page.reload()
        await page.wait_for_load_state("networkidle")
        wrong = await _gone_through(page)
    return wrong


async def _gone_through(page: Page) -> list[str]:
    stops = await page.evaluate(script("tabbable"))
    if stops == 0:
        return []
    wrong = await _walk(page, "Tab", range(min(stops, STOPS)))
    if stops > STOPS:
        await page.evaluate("(number) => window.__stops[number].focus()", max(STOPS, stops - STOPS) - 1)
        wrong += await _walk(page, "Tab", range(max(STOPS, stops - STOPS), stops))
    wrong += await _walk(page, "Shift+Tab", range(stops - 2, max(-1, stops - STOPS), -1))
    await page.evaluate("(number) => window.__stops[number].focus()", stops - 1)
    await page.keyboard.press("Tab")
    if (last := (await page.evaluate(script("focused")))["number"]) not in LEFT:
        wrong.append(f"after the last stop Tab leads to stop {last}")
    return wrong[:5]


async def _walk(page: Page, key: str, expected: range) -> list[str]:
    wrong: list[str] = []
    for number in expected:
        await page.keyboard.press(key)
        there = await page.evaluate(script("focused"))
        wrong += there["wrong"]
        if there["number"] != number:
            return [*wrong, f"{key} leads to stop {there['number']} instead of {number}: {there['name']}"]
    return wrong


# What stands in a frame of another page has no menus to pass.
FRAMED = ("since", "card", "card_removed")


async def skipped(page: Page) -> list[str]:
    """Use the first link, and tell if it does not lead past the menus."""
    await page.keyboard.press("Tab")
    there = await page.evaluate(script("focused"))
    if there["wrong"]:
        return list(there["wrong"])
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    # It stands in the content, or after it where the content has nothing to stop at.
    passed = "document.querySelector('main').compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING"
    return [] if await page.evaluate(passed) else [f"{there['name']} does not lead to the content"]


def test_the_keyboard_gets_everywhere_and_out_again_and_is_always_seen(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    found = browser.visit(sites.addresses(looked_at if LONG else in_one_language(looked_at)), walked, reduced_motion="reduce")
    assert {sites.shown(address): wrong for address, wrong in found.items() if wrong} == {}


def test_the_first_link_of_every_kind_of_page_leads_to_its_content(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    found = browser.visit(sites.addresses([(site, page) for site, page in looked_at if page.kind.template not in FRAMED]), skipped)
    assert {sites.shown(address): wrong for address, wrong in found.items() if wrong} == {}


PLANTED = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Fel</title><link rel="stylesheet" href="fel.css">
<a href="#nej">Hoppa</a><a href="/b">Utan ram</a><a class="borta" href="/c">Utanför</a><a class="tackt" href="/d">Täckt</a><p class="lock">Lock</p>
<button>Fälla</button><a href="/e">Sist</a><main>Text</main><script src="fel.js"></script>"""
PLANTED_STYLE = """a:focus { outline: 3px solid } [href="/b"]:focus { outline: none } .borta { position: absolute; left: -999px }
.tackt, .lock { position: absolute; top: 100px; left: 0; width: 100px; height: 20px; margin: 0; background: white } button:focus { outline: 3px solid }"""
PLANTED_SCRIPT = 'document.querySelector("button").addEventListener("keydown", (event) => event.preventDefault())'


def test_what_stands_in_the_way_of_the_keyboard_is_found(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    for name, text in (("fel.html", PLANTED), ("fel.css", PLANTED_STYLE), ("fel.js", PLANTED_SCRIPT)):
        (folder / name).write_text(text, encoding="utf-8")
    address = f"{host.origin}/fel.html"
    assert browser.visit([address], walked)[address] == [
        "a “Utan ram” has no outline",
        "a “Utanför” is out of sight",
        "a “Täckt” is covered",
        "Tab leads to stop 4 instead of 5: button “Fälla”",
        "Shift+Tab leads to stop 4 instead of 3: button “Fälla”",
    ]
    assert browser.visit([address], skipped)[address] == ["a “Hoppa” does not lead to the content"]

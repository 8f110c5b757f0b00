"""Everything can be read where scripts do not run."""

from pathlib import Path

from browser.bench import Bench, script
from browser.conftest import Sites
from browser.host import Host
from browser.kinds import BuiltPage, in_one_language
from conftest import LONG
from playwright.async_api import Page


async def shown(page: Page) -> list[str]:
    await page.wait_for_load_state("load")
    return list(await page.evaluate(script("shown")))


def only_with_scripts(browser: Bench, addresses: list[str]) -> dict[str, list[str]]:
    """The lines of each page that are only shown where scripts run."""
    without = browser.visit(addresses, shown, java_script_enabled=False)
    with_scripts = browser.visit(addresses, shown)
    assert [address for address, lines in without.items() if not lines] == []
    missing = {address: [line for line in lines if line not in without[address]] for address, lines in with_scripts.items()}
    return {address: lines[:5] for address, lines in missing.items() if lines}


def test_every_kind_of_page_shows_the_same_text_without_scripts(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    found = only_with_scripts(browser, sites.addresses(looked_at if LONG else in_one_language(looked_at)))
    assert {sites.shown(address): lines for address, lines in found.items()} == {}


def test_a_text_that_a_script_writes_is_found(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    (folder / "fel.html").write_text(
        '<!doctype html><title>Fel</title><main><p>Står där</p><p id="a"></p><p role="status"></p></main><script src="fel.js" defer></script>', encoding="utf-8"
    )
    (folder / "fel.js").write_text('document.getElementById("a").textContent = "Skrivs"; document.querySelector("[role=status]").textContent = "3 träffar"')
    assert only_with_scripts(browser, [f"{host.origin}/fel.html"]) == {f"{host.origin}/fel.html": ["Skrivs"]}

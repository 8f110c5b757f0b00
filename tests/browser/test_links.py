"""The sign beside a statement copies its address."""

import shutil
from pathlib import Path

import pytest
from browser.bench import Bench
from browser.host import Host
from conftest import ROOT
from playwright.async_api import Page

PAGE = """<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<main data-kopierad="Länken är kopierad"><div id="uppgift-1"><a data-kopiera href="#uppgift-1">#</a></div>
<a id="other" href="#uppgift-1">en vanlig länk</a></main>
<script src="lankar.js" defer></script>
"""
CLIPBOARD = """window.__copied = [];
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { %s } } });"""


async def pressed(page: Page) -> tuple[list[str], str]:
    """What is in the clipboard when both links have been pressed, and what the page shows then."""
    for link in await page.locator("a").all():
        await link.click()
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return await page.evaluate("window.__copied"), await page.locator("body").inner_html()


@pytest.fixture
def address(planted: tuple[Path, Host]) -> str:
    folder, host = planted
    shutil.copy(ROOT / "theme/static/js/lankar.js", folder)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    return f"{host.origin}/"


def test_pressing_the_sign_copies_the_whole_address_of_the_statement(browser: Bench, address: str) -> None:
    copied, shown = browser.visit([address], pressed, at_start=CLIPBOARD % "window.__copied.push(text)")[address]
    assert copied == [f"{address}#uppgift-1"]
    assert '#<span role="status" class="liten"> Länken är kopierad</span></a>' in shown
    assert shown.count("> Länken är kopierad") == 1


def test_nothing_is_promised_when_the_browser_refuses(browser: Bench, address: str) -> None:
    copied, shown = browser.visit([address], pressed, at_start=CLIPBOARD % "throw new Error()")[address]
    assert copied == []
    assert "> Länken är kopierad" not in shown
    assert '<a data-kopiera="" href="#uppgift-1">#</a>' in shown

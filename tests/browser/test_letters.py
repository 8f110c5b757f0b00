"""The letters to copy: about the company that the reader came from, by its own page's name, and printed one at a time."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright")
bench = pytest.importorskip("browser.bench")
from browser.conftest import Sites  # noqa: E402
from playwright.async_api import Page  # noqa: E402

PAGE = "/sa-klagar-du/"


async def letters(page: Page) -> tuple[bool, str, str]:
    """Whether the page says whom the letters are about, what it says, and the first line of the complaint."""
    await page.wait_for_load_state("networkidle")
    return await page.is_visible("[data-om]"), (await page.inner_text("[data-om]")).strip(), (await page.inner_text("#mall-klagomal pre")).split("\n")[0]


def seen(browser: bench.Bench, sites: Sites, query: str) -> tuple[bool, str, str]:
    address = sites.at("demo", PAGE + query)
    found: tuple[bool, str, str] = browser.visit([address], letters)[address]
    return found


def test_the_letters_are_about_the_company_that_the_reader_came_from(browser: bench.Bench, sites: Sites) -> None:
    async def come(page: Page) -> tuple[str, tuple[bool, str, str], str | None]:
        name = await page.inner_text("h1")
        await page.click(".gor a >> text=Klaga")
        return name, await letters(page), await page.get_attribute("[data-om] a", "href")

    address = sites.at("demo", "/leverantor/exempel-ab/")
    name, told, link = browser.visit([address], come)[address]
    assert told == (True, f"Breven nedan handlar om {name}. Ändra dem om det är fel.", f"Ämne: Klagomål på {name}")
    assert link == "/leverantor/exempel-ab/"


@pytest.mark.parametrize("query", ["", "?om=finns-inte", "?om=../arende/granskning-2024", "?om=%3Cb%3E", "?om=Exempel%20AB", f"?om={'a' * 81}"])
def test_nothing_from_the_address_gets_into_a_letter(browser: bench.Bench, sites: Sites, query: str) -> None:
    visible, _, first = seen(browser, sites, query)
    assert (visible, first) == (False, "Ämne: Klagomål på [leverantörens namn]")


def test_one_letter_is_printed_without_the_others_and_a_page_with_its_address(browser: bench.Bench, sites: Sites) -> None:
    async def printed(page: Page) -> str:
        await page.evaluate("() => { window.print = () => {} }")
        await page.click("#mall-klagomal a[data-skriv-ut]")
        await page.emulate_media(media="print")
        return await page.inner_text("body")

    address = sites.at("demo", PAGE)
    text = browser.visit([address], printed)[address]
    assert "Ämne: Klagomål på" in text
    assert "Ämne: Fråga om min plats" not in text
    assert "Innan du börjar" not in text
    assert address in text

"""What an address says that is none of ours: it is told in words, counts for nothing, and never looks like our own words."""

from __future__ import annotations

from urllib.parse import quote

import pytest

pytest.importorskip("playwright")
bench = pytest.importorskip("browser.bench")
from browser.conftest import Sites  # noqa: E402
from playwright.async_api import Page  # noqa: E402

LIST = "/leverantorer/?"
UNKNOWN = "Vi känner inte igen filtret ”{}”. Det är borttaget."
SOMETHING = "Något i adressen är inget filter som vi känner igen. Det är borttaget."
ALL = "Alla 15 leverantörer visas."
STRANGER = "Minst en leverantör i adressen känner vi inte igen. Den är inte med i jämförelsen."
FIVE = "exempel-ab,latsas-omstallning,pahittscoachning,oppna-latsasdorren,exempelkoncernen"
# What turns the direction of text, is not seen, or stacks above it.
TRICKS = "\u202eexempel\u200b \u2066jo\u0301\u0301\u0301\u0301bb\u00ad\u2800\n\n"


async def said(page: Page, what: str) -> str:
    """The text of an element when it has one, with ordinary spaces."""
    await page.wait_for_selector(f"{what}:not(:empty)")
    return " ".join((await page.inner_text(what)).split())


def told(browser: bench.Bench, sites: Sites, what: str, urls: list[str]) -> list[str]:
    """What an element says on each page of the demo."""
    return list(browser.visit([sites.at("demo", url) for url in urls], lambda page: said(page, what)).values())


def test_a_filter_that_is_not_known_is_told_beside_the_right_count(browser: bench.Bench, sites: Sites) -> None:
    asked = ["lan=xyz", "lan=xyz&markning=giltig", "lan=a&lan=b&kommun=c&tjanst=d", f"lan={quote('<b>å</b>')}", f"lan=xyz&lan={'x' * 81}"]
    assert told(browser, sites, "#traffar", [LIST + query for query in asked]) == [
        f"{UNKNOWN.format('xyz')} {ALL}",
        f"{UNKNOWN.format('xyz')} Träffar: 2 av 15 leverantörer",
        f"{' '.join(UNKNOWN.format(value) for value in 'abc')} {SOMETHING} {ALL}",
        f"{SOMETHING} {ALL}",
        f"{UNKNOWN.format('xyz')} {SOMETHING} {ALL}",
    ]


def test_what_was_told_is_gone_when_something_is_chosen(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        first = await said(page, "#traffar")
        await page.click("[data-facett=markning] summary")
        await page.check("[data-varde=markning-giltig] input")
        return [first, await said(page, "#traffar"), page.url.partition("?")[2], str(await page.get_attribute("#traffar", "role"))]

    address = sites.at("demo", f"{LIST}lan=xyz")
    assert browser.visit([address], look)[address] == [f"{UNKNOWN.format('xyz')} {ALL}", "Träffar: 2 av 15 leverantörer", "markning=giltig", "status"]


def test_a_stranger_takes_no_place_among_those_to_compare(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        first = await said(page, "#jamfor-valda")
        link = await page.get_attribute("#jamfor-valda a", "href") or ""
        await page.check("#lista [data-jamfor-id=pahittscoachning]")
        return [first, link, page.url.partition("?")[2]]

    address = sites.at("demo", f"{LIST}jamfor=nej,exempel-ab,{quote('å/../&x=1')},__proto__,borta,latsas-omstallning")
    assert browser.visit([address], look)[address] == [
        f"Jämför sida vid sida (2 valda) {STRANGER}",
        "/jamfor/?leverantor=exempel-ab,latsas-omstallning",
        "jamfor=exempel-ab,latsas-omstallning,pahittscoachning",
    ]


def test_of_five_in_an_address_the_first_four_are_compared_and_that_is_told(browser: bench.Bench, sites: Sites) -> None:
    in_list = told(browser, sites, "#jamfor-valda", [f"{LIST}jamfor={FIVE}"])
    assert in_list == ["Jämför sida vid sida (4 valda) Du kan jämföra högst fyra. De fyra första i adressen är valda."]
    beside = told(browser, sites, "#jamfor-status", [f"/jamfor/?leverantor={FIVE}"])[0]
    assert beside.startswith("Adressen nämner fler än fyra. Bara de fyra första är med. Jämför 4: ")
    assert "Exempelkoncernen" not in beside


def test_what_can_be_no_provider_is_not_repeated(browser: bench.Bench, sites: Sites) -> None:
    asked = [f"/jamfor/?leverantor=exempel-ab,{quote(text)}" for text in ("<b>Bolaget ljuger</b>", "finns-inte")]
    assert told(browser, sites, "#jamfor-status", asked) == [
        "En del av adressen är inget namn på en leverantör. Den delen räknas inte. Exempel Jobb AB är vald. Välj minst en till.",
        "Vi hittar ingen leverantör med namnet ”finns-inte” i adressen. Exempel Jobb AB är vald. Välj minst en till.",
    ]


def test_what_was_searched_for_is_shown_as_a_quotation_without_tricks(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        await page.wait_for_selector("main [role=status] bdi")
        whole = " ".join((await page.inner_text("main [role=status]")).split())
        return [whole, await page.inner_text("main bdi"), await page.input_value("#sok-falt")]

    sentence = "Exempel ljuger, säger Coachkollen. " * 5
    tricky, long = (sites.at("demo", f"/sok/?q={quote(text)}") for text in (TRICKS, sentence))
    found = browser.visit([tricky, long], look)
    assert found[tricky][1:] == ["exempel jo\u0301\u0301bb"] * 2
    assert found[tricky][0].startswith("Du sökte på ”exempel jo\u0301\u0301bb”. ")
    assert found[long][1:] == [sentence[:100].rstrip() + "…", sentence[:100]]
    assert found[long][0].startswith(f"Du sökte på ”{found[long][1]}”. ")


def test_the_box_and_the_page_say_when_nothing_has_every_word(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        page_says = await said(page, "main [role=status]")
        await page.fill("#sok-falt", "")
        await page.locator("#sok-falt").press_sequentially("exempel qqxxzz")
        await page.locator(".sok-svar", has_text="Inget innehöll").wait_for()
        return [page_says, " ".join((await page.inner_text(".sok-svar")).split())]

    address = sites.at("demo", "/sok/?q=exempel+qqxxzz")
    whole, box = browser.visit([address], look)[address]
    assert whole.startswith("Du sökte på ”exempel qqxxzz”. Inget innehöll alla ord. Det här innehåller några av dem: ")
    assert box == whole.partition("”. ")[2]

"""The bars at the bottom of the provider list: how many there are is seen while somebody chooses, and what has the focus is never covered."""

from __future__ import annotations

import pytest

pytest.importorskip("playwright")
bench = pytest.importorskip("browser.bench")
from browser.bench import PHONE, script  # noqa: E402
from browser.conftest import Sites  # noqa: E402
from playwright.async_api import Page  # noqa: E402

ADDRESS = "/leverantorer/?markning=giltig&jamfor=exempel-ab,latsas-omstallning"
# The edges of what has the focus, of the two bars, and of the window.
EDGES = """() => {
  const edges = (element) => (({ top, bottom }) => [top, bottom])(element.getBoundingClientRect());
  const bars = [...document.querySelectorAll(".filter-rad, .jamfor-rad")].filter((bar) => getComputedStyle(bar).position === "sticky");
  const focused = document.activeElement;
  const holder = bars.find((bar) => bar.contains(focused));
  return [edges(focused), bars.filter((bar) => bar !== holder).map(edges), innerHeight];
}"""


async def opened(page: Page) -> None:
    await page.wait_for_selector("#visa:not([hidden])")
    await page.evaluate("document.querySelectorAll('details').forEach((group) => (group.open = true))")


def test_on_a_phone_the_count_stays_in_sight_among_the_choices_and_leads_to_the_list(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[object]:
        await opened(page)
        seen: list[object] = []
        for facet in ("lan", "tjanst", "avtal"):
            await page.evaluate(f"document.querySelector('[data-facett={facet}] input').scrollIntoView({{ block: 'center' }})")
            box = await page.locator("#traffar").bounding_box() or {}
            seen.append(box["y"] > 0 and box["y"] + box["height"] <= PHONE["height"])
        seen.append(await page.inner_text("#visa"))
        await page.focus("#visa")
        await page.keyboard.press("Enter")
        seen.append(await page.evaluate("document.activeElement.id"))
        box = await page.locator("#resultat li >> nth=0").bounding_box() or {}
        seen.append(0 <= box["y"] < PHONE["height"])
        return seen

    address = sites.at("demo", ADDRESS)
    assert browser.visit([address], look, viewport=PHONE)[address] == [True, True, True, "Visa 2 företag", "resultat", True]


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_bars_cover_nothing_that_the_keyboard_comes_to(browser: bench.Bench, sites: Sites, key: str) -> None:
    async def look(page: Page) -> list[str]:
        await opened(page)
        wrong, stops = [], await page.evaluate(script("tabbable"))
        await page.evaluate("(number) => window.__stops[number].focus()", 0 if key == "Tab" else stops - 1)
        for _ in range(stops - 1):
            await page.keyboard.press(key)
            (top, bottom), bars, height = await page.evaluate(EDGES)
            name = (await page.evaluate(script("focused")))["name"]
            if top < -1 or bottom > height + 1 or any(top < end - 1 and bottom > start + 1 for start, end in bars):
                wrong.append(f"{name}: {top:.0f}–{bottom:.0f}, {bars}")
        return wrong

    address = sites.at("demo", ADDRESS)
    assert browser.visit([address], look, viewport=PHONE)[address] == []


def test_neither_bar_lies_over_the_other(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[float]:
        await opened(page)
        await page.evaluate("document.querySelector('[data-facett=lan] input').scrollIntoView({ block: 'center' })")
        upper, lower = [await page.locator(bar).bounding_box() or {} for bar in (".filter-rad", ".jamfor-rad")]
        return [upper["y"] + upper["height"], lower["y"], lower["y"] + lower["height"]]

    address = sites.at("demo", ADDRESS)
    for size in (PHONE, {"width": 1280, "height": 900}):
        end, begins, bottom = browser.visit([address], look, viewport=size)[address]
        assert end == pytest.approx(begins, abs=1)
        assert bottom == pytest.approx(size["height"], abs=1)


def test_in_a_low_window_no_bar_takes_the_place_of_the_choices(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        await opened(page)
        return [await page.evaluate(f"getComputedStyle(document.querySelector('{bar}')).position") for bar in (".filter-rad", ".jamfor-rad")]

    address = sites.at("demo", ADDRESS)
    assert browser.visit([address], look, viewport={"width": 640, "height": 320})[address] == ["static", "static"]


def test_the_list_with_its_bars_has_no_violation_that_axe_knows(browser: bench.Bench, sites: Sites, axe: str) -> None:
    async def look(page: Page) -> list[str]:
        await opened(page)
        found = await page.evaluate(f"(async () => {{ {axe}; return (await axe.run()).violations }})()")
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

    address = sites.at("demo", ADDRESS)
    for scheme in ("light", "dark"):
        assert browser.visit([address], look, viewport=PHONE, color_scheme=scheme)[address] == []

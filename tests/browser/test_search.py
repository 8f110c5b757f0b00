"""The search box and the search page, as they are used: by keyboard, by pointer, without scripts, and when a part cannot be fetched."""

from urllib.parse import quote

from browser.bench import PHONE, Bench
from browser.conftest import Sites
from playwright.async_api import BrowserContext, Page

BOX = "#sok-falt"
OPTIONS = "[role=option]"


async def typed(page: Page, text: str, *, options: bool = True) -> None:
    """Type in the box, and wait for what comes of the whole text."""
    await page.locator(BOX).press_sequentially(text)
    await page.locator(f"{OPTIONS}[href$='?q={quote(text)}']" if options else ".sok-svar:not(:empty)").wait_for()


async def titles(page: Page) -> list[str]:
    return await page.locator(f"{OPTIONS} .sok-titel").all_inner_texts()


def opened(sites: Sites, browser: Bench, work: object, url: str = "/", **context: object) -> object:
    """What `work` finds on a page of the demo."""

    async def look(page: Page) -> object:
        return await work(page)  # type: ignore[operator]

    return next(iter(browser.visit([sites.at("demo", url)], look, **context).values()))


def test_a_provider_is_found_by_keyboard_alone(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[object]:
        box = page.locator(BOX)
        states = [await box.get_attribute("role"), await box.get_attribute("aria-expanded")]
        await box.focus()
        await typed(page, "exempel jo")
        states += [await box.get_attribute("aria-expanded"), await box.get_attribute("aria-activedescendant")]
        await page.keyboard.press("ArrowDown")
        active = await box.get_attribute("aria-activedescendant")
        states += [active, await page.locator(f"#{active}").get_attribute("aria-selected"), await box.evaluate("box => document.activeElement === box")]
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/leverantor/**")
        return [*states, await page.locator("h1").inner_text()]

    assert opened(sites, browser, work) == ["combobox", "false", "true", None, "sok-0", "true", True, "Exempel Jobb AB"]


def test_hits_are_grouped_by_kind_the_match_is_marked_and_their_number_is_told(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[object]:
        await typed(page, "lastas lyft")
        group = page.locator("[role=group]").first
        return [
            await group.get_attribute("aria-label"),
            await group.locator("mark").all_inner_texts(),
            await page.locator("[role=option]").first.inner_text(),
            await page.locator(".sok-svar").inner_text(),
            await page.locator(".sok-svar").get_attribute("role"),
        ]

    label, marks, option, said, role = opened(sites, browser, work)  # type: ignore[misc]
    assert (label, marks, said, role) == ("Leverantörer", ["Låtsas", "Lyft"], "2 träffar", "status")
    assert option.split("\n") == ["Exempel Jobb AB", "Habo, Stockholm, Örebro", "Varumärke: Låtsas Lyft"]


def test_arrows_go_round_escape_closes_and_arrow_opens_again(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[object]:
        box = page.locator(BOX)
        await typed(page, "malm")
        last = await page.locator(OPTIONS).count() - 1
        seen = []
        for key in ("ArrowUp", "ArrowDown", "ArrowDown"):
            await page.keyboard.press(key)
            seen.append(await box.get_attribute("aria-activedescendant"))
        await page.keyboard.press("Escape")
        seen += [await box.get_attribute("aria-expanded"), await box.input_value(), await page.locator("#sok-lista").is_visible()]
        await page.keyboard.press("ArrowDown")
        await page.locator(OPTIONS).first.wait_for()
        await page.keyboard.press("Tab")
        return [last, *seen, await page.locator("#sok-lista").is_visible()]

    last, *seen = opened(sites, browser, work)  # type: ignore[misc]
    assert seen == [f"sok-{last}", None, "sok-0", "false", "malm", False, False]


def test_the_last_option_and_the_form_lead_to_a_page_with_every_hit(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[object]:
        await typed(page, "exempel")
        said = await page.locator(".sok-svar").inner_text()
        await page.locator(OPTIONS).last.click()
        await page.locator(".sok-traff").first.wait_for()
        count = await page.locator(".sok-traff").count()
        first = await page.locator(".sok-traff .sok-titel").all_inner_texts()
        told = await page.locator("main [role=status]").inner_text()
        await page.locator(BOX).fill("malmo")
        await page.locator(BOX).press("Enter")
        await page.wait_for_url("**/sok/?q=malmo")
        await page.locator(".sok-traff").first.wait_for()
        return [said, count, told, first[0], await page.locator(".sok-traff .sok-titel").first.inner_text(), await page.locator(BOX).input_value()]

    said, count, told, first, other, kept = opened(sites, browser, work)  # type: ignore[misc]
    assert said == f"{count} träffar"
    assert told == f"Du sökte på ”exempel”. {count} träffar"
    assert (first, other, kept) == ("Exempel Jobb AB", "Malmö", "malmo")


def test_what_nobody_has_is_said_not_to_be_there(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[object]:
        await typed(page, "qqxxzz", options=False)
        return [await page.locator(".sok-svar").inner_text(), await page.locator("#sok-lista").is_visible()]

    assert opened(sites, browser, work) == ["Inga träffar. Kontrollera stavningen, eller pröva ett ord i taget.", False]


def test_without_scripts_the_form_leads_to_the_letters_and_they_to_everything(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[object]:
        await page.locator(BOX).fill("exempel")
        await page.locator(".sok button").click()
        said = await page.locator("main noscript").inner_text()
        await page.locator(".bokstaver a", has_text="E").first.click()
        return [said, page.url.rpartition("/a-o/")[2][:8], await page.locator(".a-o a", has_text="Exempel Jobb AB").first.get_attribute("href")]

    said, anchor, href = opened(sites, browser, work, java_script_enabled=False)  # type: ignore[misc]
    assert said == "Sökningen behöver JavaScript, som är avstängt här. Välj en bokstav i stället."
    assert (anchor, href) == ("#bokstav", "/leverantor/exempel-ab/")


def test_when_the_index_cannot_be_fetched_that_is_said(browser: Bench, sites: Sites) -> None:
    async def work(context: BrowserContext) -> str:
        page = await context.new_page()
        await page.route("**/sok/**/*.json", lambda route: route.abort())
        await page.goto(sites.at("demo", "/"))
        await typed(page, "exempel", options=False)
        return await page.locator(".sok-svar").inner_text()

    assert browser.alone(work) == "Sökningen gick inte att hämta. Allt finns också i listan A–Ö."


def test_a_page_that_was_open_when_the_site_was_published_anew_searches_the_new_index(browser: Bench, sites: Sites) -> None:
    async def work(context: BrowserContext) -> list[str]:
        page = await context.new_page()
        old = '{"folder":"0ld","kinds":[["Leverantörer",1,""]],"size":16,"keys":["$"]}'
        served = []

        async def first_old(route: object) -> None:
            served.append(1)
            if len(served) == 1:
                await route.fulfill(body=old, content_type="application/json")  # type: ignore[attr-defined]
            else:
                await route.continue_()  # type: ignore[attr-defined]

        await page.route("**/sok/index.json", first_old)
        await page.goto(sites.at("demo", "/"))
        await typed(page, "exempel jo")
        return await titles(page)

    assert "Exempel Jobb AB" in browser.alone(work)


def test_nothing_is_fetched_before_somebody_searches_and_little_then(browser: Bench, sites: Sites) -> None:
    async def work(context: BrowserContext) -> list[list[str]]:
        page = await context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.partition("/sok")[2]))
        await page.goto(sites.at("demo", "/om/"))
        await page.wait_for_load_state("networkidle")
        before = [url for url in asked if url]
        await typed(page, "exempel")
        return [before, [url for url in asked if url.endswith(".json")]]

    before, fetched = browser.alone(work)
    # The small script that waits for somebody to search.
    assert len(before) == 1
    assert before[0].endswith(".js")
    assert 3 <= len(fetched) <= 20


def test_on_a_phone_the_list_stays_on_the_screen(browser: Bench, sites: Sites) -> None:
    async def work(page: Page) -> list[float]:
        await typed(page, "exempel")
        edges = await page.locator("#sok-lista").bounding_box()
        wide = await page.evaluate("document.documentElement.scrollWidth")
        heights = [(await option.bounding_box() or {})["height"] for option in await page.locator(OPTIONS).all()]
        return [edges["x"], edges["x"] + edges["width"], wide, min(heights)]

    left, right, wide, lowest = opened(sites, browser, work, viewport=PHONE)  # type: ignore[misc]
    assert left >= 0
    assert right <= PHONE["width"]
    assert wide <= PHONE["width"]
    assert lowest >= 24


def test_the_open_list_has_no_violation_that_axe_knows(browser: Bench, sites: Sites, axe: str) -> None:
    async def work(page: Page) -> list[str]:
        await typed(page, "exempel")
        await page.keyboard.press("ArrowDown")
        found = await page.evaluate(f"(async () => {{ {axe}; return (await axe.run('header')).violations }})()")
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

    assert opened(sites, browser, work) == []


def test_so_has_the_search_page(browser: Bench, sites: Sites, axe: str) -> None:
    async def work(page: Page) -> list[str]:
        await page.locator(".sok-traff").first.wait_for()
        found = await page.evaluate(f"(async () => {{ {axe}; return (await axe.run()).violations }})()")
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

    for scheme in ("light", "dark"):
        assert opened(sites, browser, work, "/sok/?q=exempel", color_scheme=scheme) == []

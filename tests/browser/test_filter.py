"""The filter of the provider list and the comparisons, as somebody uses them in a browser."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("playwright")
bench = pytest.importorskip("browser.bench")
import rendered  # noqa: E402
from browser.conftest import Sites  # noqa: E402
from browser.host import Host  # noqa: E402
from conftest import AS_OF, ROOT  # noqa: E402
from playwright.async_api import Download, Page  # noqa: E402

from generator.registry.loading import load  # noqa: E402
from generator.site import routes  # noqa: E402
from generator.site.maker import Maker  # noqa: E402
from generator.site.pages import Page as PageOf  # noqa: E402
from generator.site.routes import FACET_VALUES, Facet  # noqa: E402
from generator.site.views.facets import providers_views  # noqa: E402
from generator.site.views.listing import Providers  # noqa: E402

TABLE = "[...document.querySelector('.jamforelse').rows].map((row) => [...row.cells].map((cell) => cell.innerText))"
PARTS = "[...document.querySelectorAll('.jamforelse tbody a, .jamforelse .lage')].map((part) => part.getAttribute('href') ?? part.className)"
IDS = "[...document.querySelectorAll('.jamforelse tbody tr:first-child a')].map((link) => link.pathname.split('/')[2])"
NAMES = "[...document.querySelectorAll('#resultat [data-leverantor]')].map((row) => row.dataset.leverantor)"


async def said(page: Page, what: str) -> str:
    """The text of an element, with ordinary spaces."""
    return " ".join((await page.inner_text(what)).split())


async def text_of(download: Download) -> str:
    return Path(await download.path()).read_text(encoding="utf-8")


def test_what_is_chosen_in_one_facet_widens_and_in_two_narrows(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> tuple[str, list[str]]:
        await page.wait_for_selector("#traffar:not(:empty)")
        return await said(page, "#traffar"), await page.evaluate(NAMES)

    first, wider = "markning=giltig", "markning=giltig&markning=utgangen"
    one, two, both = (sites.at("demo", f"/leverantorer/?{query}") for query in (first, wider, f"{wider}&tjanst=matchning"))
    assert browser.visit([one, two, both], look) == {
        one: ("Träffar: 2 av 15 leverantörer", ["exempel-ab", "latsas-omstallning"]),
        two: ("Träffar: 3 av 15 leverantörer", ["exempel-ab", "latsas-omstallning", "pahittscoachning"]),
        both: ("Träffar: 2 av 15 leverantörer", ["exempel-ab", "pahittscoachning"]),
    }


def test_the_keyboard_filters_the_address_remembers_and_the_back_button_takes_back(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        told = []
        await page.focus("[data-facett=markning] summary")
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Space")
        told.append(f"{await said(page, '#traffar')} {page.url.partition('?')[2]}")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Space")
        told.append(f"{await said(page, '#traffar')} {page.url.partition('?')[2]}")
        await page.go_back()
        told.append(f"{await said(page, '#traffar')} {page.url.partition('?')[2]}")
        await page.go_back()
        told.append(await said(page, "#traffar"))
        return told

    address = sites.at("demo", "/leverantorer/")
    assert browser.visit([address], look)[address] == [
        "Träffar: 2 av 15 leverantörer markning=giltig",
        "Träffar: 3 av 15 leverantörer markning=giltig&markning=utgangen",
        "Träffar: 2 av 15 leverantörer markning=giltig",
        "",
    ]


def test_the_counts_of_the_values_follow_what_is_chosen_in_the_other_facets(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[int]:
        counts: list[int] = []
        for query in ("", "?markning=giltig"):
            await page.goto(f"{page.url.partition('?')[0]}{query}")
            await page.wait_for_selector("#filter input", state="attached")
            for value in ("tjanst-matchning", "tjanst-omstallning", "markning-giltig", "markning-utgangen"):
                text = await page.text_content(f"[data-varde={value}] .liten")
                counts.append(int(re.sub(r"\D", "", text or "")))
        return counts

    address = sites.at("demo", "/leverantorer/")
    assert browser.visit([address], look)[address] == [4, 1, 2, 1, 1, 1, 2, 1]


def test_with_nothing_found_each_way_out_says_what_it_gives(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> tuple[str, str, bool, str]:
        await page.wait_for_selector("#vidga button")
        first = await said(page, "#traffar")
        ways = await said(page, "#vidga")
        downloads = await page.is_visible(".hamta")
        await page.click("#vidga button >> nth=0")
        await page.wait_for_selector("#resultat li")
        focused = await page.evaluate("document.activeElement.id")
        return first, ways, downloads, f"{await said(page, '#traffar')} {focused}"

    address = sites.at("demo", "/leverantorer/?tjanst=bemanning&markning=giltig")
    assert browser.visit([address], look)[address] == (
        "Träffar: 0 av 15 leverantörer",
        "Ingen leverantör passar allt du har valt. Så här får du fler: Ta bort ”bemanning”: 2 Ta bort ”giltig”: 1 Visa alla",
        False,
        "Träffar: 2 av 15 leverantörer traffar",
    )


def test_the_browser_makes_the_same_files_as_the_build_for_every_value(browser: bench.Bench, sites: Sites, demo_site: Path) -> None:
    values = [(facet, value) for facet, named in FACET_VALUES.items() for value in named.values()]
    folders = {f"{facet}={value}": f"leverantorer/{facet}-{value}" for facet, value in values}
    folders |= {f"{facet}={code}": f"{facet}/{code}-{name}" for facet, code, name in ((Facet.COUNTY, "18", "orebro-lan"), (Facet.MUNICIPALITY, "0305", "habo"))}

    async def look(page: Page) -> tuple[str, str] | None:
        await page.wait_for_selector("#traffar:not(:empty)")
        if not await page.is_visible(".hamta"):
            return None
        made = []
        for ending in ("csv", "json"):
            async with page.expect_download() as waiting:
                await page.click(f".hamta a[download$={ending}]")
            made.append(await text_of(await waiting.value))
        return made[0], made[1]

    found = browser.visit([sites.at("demo", f"/leverantorer/?{query}") for query in folders], look)
    for address, made in found.items():
        built = [(demo_site / folders[address.partition("?")[2]] / f"leverantorer.{ending}").read_bytes().decode() for ending in ("csv", "json")]
        assert list(made) == built if made else json.loads(built[1])["row_count"] == 0, address
    assert sum(made is not None for made in found.values()) > 20


def test_several_values_are_told_in_the_file(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> dict[str, object]:
        await page.wait_for_selector("#resultat li")
        async with page.expect_download() as waiting:
            await page.click(".hamta a[download$=json]")
        made = json.loads(await text_of(await waiting.value))
        return {key: made[key] for key in ("filter", "filter_text", "row_count", "of", "as_of")}

    address = sites.at("demo", "/leverantorer/?markning=giltig&markning=utgangen&tjanst=matchning")
    assert browser.visit([address], look, accept_downloads=True)[address] == {
        "filter": {"tjanst": ["matchning"], "markning": ["giltig", "utgangen"]},
        "filter_text": "Tjänst: matchning; Märkning: giltig eller utgången",
        "row_count": 2,
        "of": 15,
        "as_of": "2026-11-21",
    }


def test_up_to_four_are_chosen_in_the_list_and_compared(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        await page.wait_for_selector("[data-jamfor-id]")
        boxes = await page.query_selector_all("#lista [data-jamfor-id]")
        told = []
        for number in (3, 0, 1, 2, 4):
            await boxes[number].focus()
            await page.keyboard.press("Space")
            told.append(await said(page, "#jamfor-valda"))
        told.append(str(await boxes[4].is_checked()))
        await page.click("#jamfor-valda a")
        await page.wait_for_selector("#jamfor-tabell:not([hidden])")
        told.append(" | ".join(await page.locator("#jamfor-tabell thead th").all_inner_texts()))
        return told

    address = sites.at("demo", "/leverantorer/")
    assert browser.visit([address], look)[address] == [
        "Välj minst en till för att jämföra.",
        "Jämför sida vid sida (2 valda)",
        "Jämför sida vid sida (3 valda)",
        "Jämför sida vid sida (4 valda)",
        "Jämför sida vid sida (4 valda) Du kan jämföra högst fyra. Ta bort en först.",
        "False",
        "Fråga | 3 Påhitt Jobb AB | Exempel Jobb AB | Exempelfirman Låtsascoach | Exempelkoncernen",
    ]


def test_providers_are_added_and_removed_with_the_keyboard_and_announced(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        await page.wait_for_selector("#jamfor-lista")
        told = [await said(page, "#jamfor-status")]
        for name in ("Öppna Låtsasdörren", "Exempel Jobb AB"):
            await page.select_option("#jamfor-lista", label=name)
            await page.focus("#valj > button")
            await page.keyboard.press("Enter")
            await page.locator("#jamfor-status", has_text=name).wait_for()
            told.append(f"{await said(page, '#jamfor-status')} {page.url.partition('?')[2]}")
        await page.focus(".valda button")
        await page.keyboard.press("Enter")
        await page.locator("#jamfor-status", has_text="Öppna Låtsasdörren är vald").wait_for()
        told.append(await said(page, "#jamfor-status"))
        told.append(await page.evaluate("document.activeElement.id"))
        return told

    address = sites.at("demo", "/jamfor/")
    assert browser.visit([address], look)[address] == [
        "Ingen är vald ännu.",
        "Öppna Låtsasdörren är vald. Välj minst en till. leverantor=oppna-latsasdorren",
        "Jämför 2: Exempel Jobb AB, Öppna Låtsasdörren. leverantor=exempel-ab,oppna-latsasdorren",
        "Öppna Låtsasdörren är vald. Välj minst en till.",
        "jamfor-lista",
    ]


def test_the_script_and_the_build_make_the_same_table(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[list[str]]:
        await page.wait_for_selector(".jamforelse td")
        rows, links = await page.evaluate(TABLE), await page.evaluate(PARTS)
        return [*([" ".join(cell.split()) for cell in row] for row in rows), links]

    built = sites.at("demo", "/kommun/0305-habo/jamfor/")
    ids = browser.visit([built], lambda page: page.evaluate(IDS))[built]
    live = sites.at("demo", f"/jamfor/?leverantor={','.join(ids[:4])}")
    found = browser.visit([built, live], look)
    assert found[live] == found[built]


def test_an_address_that_names_nobody_says_so(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> str:
        await page.wait_for_selector("#jamfor-status:not(:empty)")
        return await said(page, "#jamfor-status")

    address = sites.at("demo", "/jamfor/?leverantor=exempel-ab,finns-inte")
    assert browser.visit([address], look)[address] == (
        "Vi hittar ingen leverantör med namnet ”finns-inte” i adressen. Exempel Jobb AB är vald. Välj minst en till."
    )


def test_any_two_systems_stand_side_by_side_as_on_their_own_page(browser: bench.Bench, sites: Sites) -> None:
    async def look(page: Page) -> list[str]:
        await page.wait_for_selector("#systemtabell thead th:nth-child(3):last-child")
        return [" ".join(text.split()) for text in await page.locator("#systemtabell tr").all_inner_texts()]

    pair = "markning-exempelauktorisation-omstallning", "organisation-latsasfonden"
    built, live = sites.at("demo", f"/jamfor-systemen/{'/'.join(pair)}/"), sites.at("demo", f"/jamfor-systemen/?system={','.join(pair)}")
    found = browser.visit([built, live], look)
    assert found[live] == found[built]
    assert len(found[live]) == 16


def test_a_list_in_parts_is_fetched_whole_when_it_is_narrowed(browser: bench.Bench, planted: tuple[Path, Host], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "PART_ROWS", 4)
    folder, host = planted
    registry = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date.fromisoformat(AS_OF)).registry
    assert registry is not None
    providers = Providers(Maker(registry))
    views = providers_views(providers)
    pages = [PageOf(routes.part("/leverantorer/", number), "providers", "Leverantörer A–Ö", view, ()) for number, view in enumerate(views, 1)]
    rendered.write(folder, providers.maker, pages)

    async def look(page: Page) -> list[object]:
        told: list[object] = [await page.locator("#lista [data-leverantor]").count()]
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        await page.focus("[data-facett=tjanst] summary")
        await page.keyboard.press("Enter")
        await page.check("[data-varde=tjanst-matchning] input")
        await page.locator("#traffar", has_text="Träffar").wait_for()
        told += [await said(page, "#traffar"), await page.evaluate(NAMES), len(fetched)]
        async with page.expect_download() as waiting:
            await page.click(".hamta a[download$=csv]")
        told.append(await text_of(await waiting.value) == (folder / "leverantorer/tjanst-matchning/leverantorer.csv").read_bytes().decode())
        return told

    address = f"{host.origin}/leverantorer/"
    names = [known.document.id for known in providers.having(Facet.SERVICE, "matching")]
    assert browser.visit([address], look)[address] == [4, f"Träffar: {len(names)} av 15 leverantörer", names, 3, True]

    async def compare(page: Page) -> list[str]:
        await page.locator("#jamfor-valda", has_text="Jämför sida vid sida").wait_for()
        return [await said(page, "#jamfor-valda"), (await page.text_content("#traffar")) or "", *(await page.evaluate(NAMES))]

    last = providers.all[-1].document.id
    chosen = f"{address}?jamfor={last},{providers.all[0].document.id}"
    assert browser.visit([chosen], compare)[chosen] == ["Jämför sida vid sida (2 valda)", ""]

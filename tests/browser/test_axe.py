"""axe-core finds nothing to remark on any kind of page, in light or dark, in any language."""

from pathlib import Path
from typing import Any

from browser.bench import Bench, script
from browser.conftest import Sites
from browser.host import Host
from browser.kinds import BuiltPage
from playwright.async_api import Page

MODES = ("light", "dark")
# What axe leaves to people, and what people have seen.
NEEDS_NO_LOOK = {"label-content-name-mismatch": "the sign # beside a statement is no word that somebody would say to press it"}


async def tried_by_axe(page: Page) -> dict[str, dict[str, Any]]:
    """What axe finds on a page in each mode, and words in pictures that are hard to see."""
    found = {}
    for mode in MODES:
        await page.emulate_media(color_scheme=mode)
        found[mode] = await page.evaluate(script("axe"))
        found[mode]["violations"] += await page.evaluate(script("picture_text"))
    return found


def test_axe_finds_nothing_wrong_on_any_kind_of_page(browser: Bench, sites: Sites, axe: str, looked_at: list[tuple[str, BuiltPage]]) -> None:
    found = browser.visit(sites.addresses(looked_at), tried_by_axe, at_start=axe)
    wrong = {(sites.shown(address), mode): result["violations"] for address, modes in found.items() for mode, result in modes.items() if result["violations"]}
    assert wrong == {}
    unsure = {
        (sites.shown(address), mode): left
        for address, modes in found.items()
        for mode, result in modes.items()
        if (left := [told for told in result["unsure"] if told.partition(" ")[0] not in NEEDS_NO_LOOK])
    }
    assert unsure == {}
    rules = {rule for modes in found.values() for result in modes.values() for rule in result["tried"]}
    assert rules > {"color-contrast", "target-size", "region", "landmark-one-main", "heading-order", "html-has-lang", "valid-lang"}


PLANTED = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Fel</title>
<link rel="stylesheet" href="fel.css"></head><body><main><h1>Fel</h1><p class="blek">För blek text</p><p><img src="data:,"></p>
<svg role="img" aria-label="Bild"><rect width="90" height="40" fill="#888"/><text y="20">Ett</text><text y="20" x="120">Två</text></svg></main></body></html>
"""
PLANTED_STYLE = """.blek { color: #999; background: #fff } text { fill: #000 } text + text { fill: #999 }
@media (prefers-color-scheme: dark) { body { background: #000 } .blek { color: #fff; background: #000 } text, text + text { fill: #fff } }"""


def test_what_is_wrong_is_found_in_its_mode(browser: Bench, planted: tuple[Path, Host], axe: str) -> None:
    folder, host = planted
    (folder / "fel.html").write_text(PLANTED, encoding="utf-8")
    (folder / "fel.css").write_text(PLANTED_STYLE, encoding="utf-8")
    (modes,) = browser.visit([f"{host.origin}/fel.html"], tried_by_axe, at_start=axe).values()
    assert modes["light"]["violations"] == ["color-contrast (1): .blek", "image-alt (1): img", "“Två” is rgb(153, 153, 153) on rgb(255, 255, 255), 2.8:1"]
    assert modes["dark"]["violations"] == ["image-alt (1): img", "“Ett” is rgb(255, 255, 255) on rgb(136, 136, 136), 3.5:1"]

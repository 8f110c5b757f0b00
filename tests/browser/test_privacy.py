"""A reader is known to nobody: every request stays on the own host, nothing is stored, and the policy has nothing to report."""

from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser.bench import PHONE, Bench, script
from browser.conftest import Sites
from browser.host import Host
from browser.kinds import BuiltPage
from playwright.async_api import ConsoleMessage, Page, Request

from generator.site.security import HEADERS

# A word that finds something, typed as a reader types it.
TYPED = "coach"
AT_START = """window.__refused = [];
addEventListener("securitypolicyviolation", (event) => window.__refused.push(`${event.effectiveDirective} ${event.blockedURI}`));"""
# True unless somebody has typed in the field in focus and the search has not said yet what it found.
ANSWERED = """() => {
  const status = document.activeElement?.closest("form[data-sok]")?.querySelector("[role=status]");
  return !status || status.textContent !== "";
}"""


class Watch:
    """Tells what a page does that it should not, also when it is used."""

    def __init__(self) -> None:
        self._told: dict[Page, list[str]] = defaultdict(list)
        self._under_way: dict[Page, set[Request]] = defaultdict(set)

    def follow(self, page: Page) -> None:
        """Listen to a tab."""
        told, under_way = self._told[page], self._under_way[page]

        def asked(request: Request) -> None:
            under_way.add(request)
            asks, stands = urlsplit(request.url), urlsplit(page.url)
            # Before the first page there is none.
            if asks.scheme != "data" and stands.scheme == "http" and asks.netloc != stands.netloc and not request.is_navigation_request():
                told.append(f"asks {asks.netloc}")

        def said(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                told.append(f"console: {message.text}")

        def ended(request: Request) -> None:
            under_way.discard(request)

        def failed(request: Request) -> None:
            ended(request)
            told.append(f"fails {urlsplit(request.url).path}")

        page.on("request", asked)
        page.on("requestfinished", ended)
        page.on("requestfailed", failed)
        page.on("console", said)
        page.on("pageerror", lambda error: told.append(f"error: {error}"))

    async def look(self, page: Page) -> list[str]:
        """Use the page a little, and tell."""
        for field in await page.locator("input[type=search]:visible").all():
            await field.type(TYPED)
        await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
        await self._settled(page)
        told = [
            *self._told[page],
            *(f"refused: {what}" for what in await page.evaluate("window.__refused")),
            *(f"keeps {what}" for what in await page.evaluate(script("kept"))),
            *(f"keeps cookie {cookie.get('name')}" for cookie in await page.context.cookies()),
        ]
        self._told[page].clear()
        return sorted(set(told))

    async def _settled(self, page: Page) -> None:
        """Wait until the search has answered and the page has asked for nothing for a while: what typing asked for may come in several rounds."""
        quiet = 0
        while quiet < 4:
            await page.wait_for_timeout(25)
            quiet = 0 if self._under_way[page] or not await page.evaluate(ANSWERED) else quiet + 1


def test_no_page_tells_anybody_anything_or_stores_anything(browser: Bench, sites: Sites, looked_at: list[tuple[str, BuiltPage]]) -> None:
    watch = Watch()
    found = browser.visit(sites.addresses(looked_at), watch.look, at_start=AT_START, in_each_tab=watch.follow, viewport=PHONE)
    assert {sites.shown(address): told for address, told in found.items() if told} == {}


PLANTED = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Fel</title><link rel="icon" href="data:,">
<script>document.title = "körs inte"</script><p style="color: red">Röd</p><img alt="" src="http://annan.example/a.png">
<script src="fel.js"></script>"""
PLANTED_SCRIPT = """document.cookie = "kaka=1"; localStorage.a = 1; sessionStorage.b = 2; indexedDB.open("c"); caches.open("d");
console.warn("Varning!"); fetch("/finns-inte.json").then((answer) => answer.text()); throw new Error("fel");"""


def test_what_a_page_should_not_do_is_found(browser: Bench, planted: tuple[Path, Host]) -> None:
    folder, host = planted
    (folder / "fel.html").write_text(PLANTED, encoding="utf-8")
    (folder / "fel.js").write_text(PLANTED_SCRIPT, encoding="utf-8")
    watch = Watch()
    (told,) = browser.visit([f"{host.origin}/fel.html"], watch.look, at_start=AT_START, in_each_tab=watch.follow).values()
    assert [line if not line.startswith("console") else line.partition(" '")[0] for line in told] == [
        "asks annan.example",
        "console: Applying inline style violates the following Content Security Policy directive",
        "console: Executing inline script violates the following Content Security Policy directive",
        "console: Failed to load resource: the server responded with a status of 404 (Not Found)",
        "console: Loading the image",
        "console: Varning!",
        "error: fel",
        "fails /a.png",
        "keeps cache d",
        "keeps cookie kaka",
        "keeps indexedDB c",
        "keeps localStorage a",
        "keeps sessionStorage b",
        "refused: img-src http://annan.example/a.png",
        "refused: script-src-elem inline",
        "refused: style-src-attr inline",
    ]


def test_every_answer_of_the_host_has_the_policy(browser: Bench, sites: Sites) -> None:
    async def headers(page: Page) -> dict[str, str]:
        answer = await page.reload()
        assert answer is not None
        return {name: (await answer.all_headers())[name.lower()] for name in HEADERS}

    assert list(browser.visit([f"{sites.hosts['demo'].origin}/"], headers).values()) == [dict(HEADERS)]


@pytest.mark.parametrize("path", ["/", "/om/"])
def test_no_other_site_can_show_a_page_of_ours_inside_its_own(browser: Bench, sites: Sites, planted: tuple[Path, Host], path: str) -> None:
    folder, host = planted
    (folder / "ram.html").write_text(f'<!doctype html><title>Ram</title><iframe src="{sites.hosts["demo"].origin}{path}"></iframe>', encoding="utf-8")

    async def framed(page: Page) -> str:
        return str(await page.frames[-1].evaluate("document.title"))

    (shown,) = browser.visit([f"{host.origin}/ram.html"], framed).values()
    assert "Coachkollen" not in shown

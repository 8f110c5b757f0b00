"""The test bench: one Chromium, which looks at many pages, several at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

Found = TypeVar("Found")
LOOKS = Path(__file__).parent / "looks"
# Nothing but the pages that are asked for: no updates, no services of the browser's maker, no name that is not ours.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
# How many pages are looked at at once. More would only wait for each other on two cores.
TABS = 3
# Milliseconds: longer than any page takes on a machine that has much else to do.
PATIENCE = 120_000
WIDE, PHONE, NARROW = ({"width": width, "height": 900} for width in (1280, 360, 320))


def script(name: str) -> str:
    """A script of ours that looks at a page: a function as text."""
    return (LOOKS / f"{name}.js").read_text(encoding="utf-8")


class Bench:
    """A running Chromium."""

    def __init__(self, loop: asyncio.AbstractEventLoop, browser: Browser) -> None:
        self._loop = loop
        self._browser = browser
        self.version = browser.version

    def visit(
        self,
        addresses: Iterable[str],
        look: Callable[[Page], Awaitable[Found]],
        *,
        at_start: str = "",
        in_each_tab: Callable[[Page], None] = lambda _: None,
        tabs: int = TABS,
        **context: Any,
    ) -> dict[str, Found]:
        """What `look` finds on each page when it has loaded. tabs: how many at once; more where there is more waiting than work.

        at_start: a script to run in each page before its own. in_each_tab: is called with every tab before it loads anything.
        context: as Playwright's `new_context` has it.
        """
        return self._loop.run_until_complete(self._visit(list(addresses), look, at_start, in_each_tab, tabs, context))

    async def _visit(
        self,
        addresses: list[str],
        look: Callable[[Page], Awaitable[Found]],
        at_start: str,
        in_each_tab: Callable[[Page], None],
        tabs: int,
        options: dict[str, Any],
    ) -> dict[str, Found]:
        waiting = iter(addresses)
        found: dict[str, Found] = {}
        async with await self._context(options) as context:
            if at_start:
                await context.add_init_script(at_start)

            async def work() -> None:
                page = await context.new_page()
                in_each_tab(page)
                for address in waiting:
                    await page.goto(address)
                    found[address] = await look(page)

            await asyncio.gather(*(work() for _ in range(min(tabs, len(addresses)))))
        return {address: found[address] for address in addresses}

    async def _context(self, options: dict[str, Any]) -> BrowserContext:
        context = await self._browser.new_context(**{"viewport": WIDE, "locale": "sv-SE", **options})
        context.set_default_timeout(PATIENCE)
        return context

    def alone(self, work: Callable[[BrowserContext], Awaitable[Found]], **options: Any) -> Found:
        """What `work` finds in a browser that has never been used: no cache, no cookie."""

        async def begin() -> Found:
            async with await self._context(options) as context:
                return await work(context)

        return self._loop.run_until_complete(begin())


@contextmanager
def bench(executable: str) -> Iterator[Bench]:
    """A Chromium that runs until the end of the block."""
    loop = asyncio.new_event_loop()
    try:
        driver = loop.run_until_complete(async_playwright().start())
        try:
            browser = loop.run_until_complete(driver.chromium.launch(executable_path=executable, args=list(FLAGS)))
            yield Bench(loop, browser)
            loop.run_until_complete(browser.close())
        finally:
            loop.run_until_complete(driver.stop())
    finally:
        loop.close()

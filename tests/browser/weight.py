"""What a page costs its reader: bytes and requests of a first visit, and the time until its largest part is seen on a slow connection."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from browser.bench import PHONE, Bench
from browser.host import Host
from playwright.async_api import BrowserContext, CDPSession, Page, Request

# What a first visit may cost: bytes of start and of every profile, requests of any page, and seconds (which only `make budget` measures).
MOST_START, MOST_PROFILE = 40_000, 30_000
MOST_REQUESTS = 6
MOST_SECONDS = 1.5
# Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 0.75 up and 150 ms there and back.
SLOW_4G: Mapping[str, float] = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
# And as Chromium's own tools have it under that name. They slow down each request and not each packet, so they take a longer time for
# what a new connection costs: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
SLOW_4G_PRESET: Mapping[str, float] = {"latency": 150 * 3.75, "downloadThroughput": 1.6e6 / 8 * 0.9, "uploadThroughput": 0.75e6 / 8 * 0.9}
# An old phone's processor, as Lighthouse has it: so many times slower than that of this machine.
OLD_PHONE = 4
# Seconds that a request may take, on a machine that does much else.
_LONGEST_WAIT = 120
_PARTS: Mapping[str, str] = {"document": "html", "stylesheet": "css", "script": "js"}
_LCP = """new Promise((done) => {
  let latest = 0;
  const see = (list) => { for (const entry of list.getEntries()) latest = entry.startTime; };
  new PerformanceObserver(see).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done(latest), 300);
})"""


@dataclass(frozen=True, slots=True)
class Weight:
    """The first visit to one page: compressed bytes by kind, and how many requests. Headers are not counted."""

    html: int
    css: int
    js: int
    other: int
    requests: int

    @property
    def total(self) -> int:
        """All that is sent, in bytes."""
        return self.html + self.css + self.js + self.other


class _Scale:
    """Notes what each tab is sent, and what it still waits for."""

    def __init__(self) -> None:
        self._sent: dict[Page, list[Request]] = defaultdict(list)
        self._open: dict[Page, set[Request]] = defaultdict(set)

    def follow(self, page: Page) -> None:
        def asked(request: Request) -> None:
            self._open[page].add(request)

        def failed(request: Request) -> None:
            self._open[page].discard(request)

        def finished(request: Request) -> None:
            self._open[page].discard(request)
            self._sent[page].append(request)

        page.on("request", asked)
        page.on("requestfailed", failed)
        page.on("requestfinished", finished)

    async def look(self, page: Page) -> Weight:
        await self._all_is_sent(page)
        parts: dict[str, int] = defaultdict(int)
        requests = [request for request in self._sent[page] if not request.url.startswith("data:")]
        self._sent[page].clear()
        for request in requests:
            part = _PARTS.get(request.resource_type, "other")
            parts[part] += (await request.sizes())["responseBodySize"]
        return Weight(parts["html"], parts["css"], parts["js"], parts["other"], len(requests))

    async def _all_is_sent(self, page: Page) -> None:
        """Wait until nothing has been asked for in a while, so also what a script asks for when the page has loaded."""
        quiet = 0
        for _ in range(_LONGEST_WAIT * 10):
            quiet = 0 if self._open[page] else quiet + 1
            if quiet == 5:
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"{page.url} waits for {sorted(request.url for request in self._open[page])}")


def weigh(bench: Bench, host: Host, urls: Sequence[str]) -> dict[str, Weight]:
    """The weight of each page of a host, as nothing of it is there already."""
    scale = _Scale()
    found = bench.visit([f"{host.origin}{url}" for url in urls], scale.look, in_each_tab=scale.follow, viewport=PHONE, tabs=8)
    return dict(zip(urls, found.values(), strict=True))


def time_to_largest(bench: Bench, address: str, connection: Mapping[str, float], loads: int, slowdown: int = 1) -> float:
    """Seconds until the largest part of a page is seen on a slow connection (LCP): the median of so many first visits.

    slowdown: how many times slower the processor is made.
    """

    async def visit(context: BrowserContext) -> float:
        page = await context.new_page()
        session: CDPSession = await context.new_cdp_session(page)
        await session.send("Network.enable")
        await session.send("Network.emulateNetworkConditions", {"offline": False, **connection})
        await session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        await page.goto(address)
        return float(await page.evaluate(_LCP)) / 1000

    return median(bench.alone(visit, viewport=PHONE) for _ in range(loads))

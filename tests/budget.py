"""Measure what the real site costs its readers and write `docs/budget.md`: `make budget`. Takes some minutes; leave the machine alone meanwhile."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from browser.bench import Bench, bench
from browser.host import GZIP_LEVEL, Host, served
from browser.kinds import BuiltPage, built_pages
from browser.programs import chromium
from browser.weight import MOST_PROFILE, MOST_REQUESTS, MOST_SECONDS, MOST_START, OLD_PHONE, SLOW_4G, SLOW_4G_PRESET, Weight, time_to_largest, weigh

from generator.clock import today

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/budget.md"
# First visits to each page of the table of limits, and to each of the other.
MANY, FEW = 5, 3

HEAD = """# What a page costs its reader

Made by `make budget` on {day} from the records of that day; no part of it is written by hand. A test holds every profile and the start
page, in all languages, to the limits in bytes and requests. The times are only measured here, since a busy machine is not a bug.

- Bytes: what is sent on a first visit with nothing stored, compressed (gzip, level {level}), without headers. 1 kB is 1,000 bytes.
- LCP: the time until the largest part of the first screen is seen (largest contentful paint), the median of {many} first visits, in the
  second table of {few}, in a window of 360 × 900 pixels. The site lies on the same machine, and Chromium makes the connection slow:
  “Slow 4G” is what Chromium's own tools mean by it (1.44 Mbit/s, 562.5 ms for each request, in which a new connection is counted), and
  the limit is for that. “Lighthouse” is its slow 4G (1.6 Mbit/s, 150 ms for each request) on a processor slowed down {slowdown} times, as
  on an old phone, and has the same limit. “Both” is the slower connection on the slower processor, harder than either; it has no limit.
- Machine: {machine}. Load when it began: {load}.

## Limits

| Page | Most bytes | Bytes | Most requests | Requests | Most seconds | LCP at Slow 4G | LCP, Lighthouse | | LCP, both |
|---|---|---|---|---|---|---|---|---|---|
"""
KINDS = """
Of profiles it is the heaviest of {profiles}, [{heaviest}](../providers/profiles/{heaviest}.yaml).

## Every kind of page

The fullest page of each kind on the real site.

| Page | HTML | CSS | Scripts | Other | All in | Requests | LCP at Slow 4G | LCP, both |
|---|---|---|---|---|---|---|---|---|
"""


def machine(browser: str) -> str:
    """What the measurements were made on."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Chromium {browser}"


def fullest(pages: Iterable[BuiltPage]) -> Iterator[BuiltPage]:
    """The fullest Swedish page of each kind, in order of kind."""
    largest: dict[tuple[str, str], BuiltPage] = {}
    for page in pages:
        key = (page.kind.template, page.kind.folder)
        if page.edition == "" and (key not in largest or page.size > largest[key].size):
            largest[key] = page
    return (largest[key] for key in sorted(largest))


def limit_row(running: Bench, host: Host, url: str, name: str, most: int, weight: Weight) -> str:
    """One line of the table of limits."""
    *limited, both = (
        time_to_largest(running, f"{host.origin}{url}", connection, MANY, slowdown)
        for connection, slowdown in ((SLOW_4G_PRESET, 1), (SLOW_4G, OLD_PHONE), (SLOW_4G_PRESET, OLD_PHONE))
    )
    kept = "kept" if weight.total <= most and weight.requests <= MOST_REQUESTS and max(limited) <= MOST_SECONDS else "over"
    shown = " | ".join(f"{value:.2f} s" for value in limited)
    return f"| {name} | {most:,} | {weight.total:,} | {MOST_REQUESTS} | {weight.requests} | {MOST_SECONDS} s | {shown} | {kept} | {both:.2f} s |\n"


def kind_row(running: Bench, host: Host, page: BuiltPage, weight: Weight) -> str:
    """One line of the table of kinds."""
    seconds = (time_to_largest(running, f"{host.origin}{page.url}", SLOW_4G_PRESET, FEW, slowdown) for slowdown in (1, OLD_PHONE))
    shown = " | ".join(f"{value:.2f} s" for value in seconds)
    sizes = " | ".join(f"{size:,}" for size in (weight.html, weight.css, weight.js, weight.other, weight.total))
    return f"| {page.kind.template} `{page.url}` | {sizes} | {weight.requests} | {shown} |\n"


def main() -> None:
    """Build, measure, write."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "generator.cli", "build", "--output", str(site)], cwd=ROOT, check=True, capture_output=True)
        pages = built_pages(site, ROOT / "providers", ROOT / "content", today(), today())
        with bench(chromium()) as running, served(site) as host:
            profiles = weigh(running, host, [page.url for page in pages if page.kind.template == "profile"])
            starts = weigh(running, host, [page.url for page in pages if page.kind.template == "start"])
            heaviest = max(profiles, key=lambda url: profiles[url].total)
            chosen = list(fullest(pages))
            weights = weigh(running, host, [page.url for page in chosen])
            described = machine(running.version)
            text = HEAD.format(day=today(), level=GZIP_LEVEL, many=MANY, few=FEW, slowdown=OLD_PHONE, machine=described, load=f"{load:.1f}")
            for url, weight in starts.items():
                text += limit_row(running, host, url, "start" if url == "/" else f"start `{url}`", MOST_START, weight)
            text += limit_row(running, host, heaviest, "profile", MOST_PROFILE, profiles[heaviest])
            text += KINDS.format(profiles=len(profiles), heaviest=heaviest.strip("/").rpartition("/")[2])
            text += "".join(kind_row(running, host, page, weights[page.url]) for page in chosen)
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)} written.")


if __name__ == "__main__":
    main()

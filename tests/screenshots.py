"""Take the pictures of the site in `docs/screenshots/`, which the README shows: `make screenshots`. All but the start page are of the fictional demo."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from browser.bench import Bench, bench
from browser.host import Host, served
from browser.programs import chromium
from conftest import DEMO, ON_THE_DAY
from playwright.async_api import Page

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/screenshots"
# More than this makes the README slow.
MOST_BYTES = 150_000
DESK, PHONE = (1100, 760), (360, 720)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file, the page, the window, light or dark, and what is typed into the search box first."""

    name: str
    site: str
    url: str
    window: tuple[int, int]
    mode: str = "light"
    typed: str = ""


SHOTS = (
    Shot("start", "real", "/", DESK),
    Shot("profil", "demo", "/leverantor/fiktiva-kurser/", PHONE),
    Shot("profil-mork", "demo", "/leverantor/fiktiva-kurser/", PHONE, "dark"),
    Shot("arende", "demo", "/arende/forlikning-2020/", PHONE),
    Shot("jamfor-systemen", "demo", "/jamfor-systemen/", DESK),
)


def take(running: Bench, hosts: dict[str, Host], shot: Shot) -> bytes:
    """One picture as PNG. A phone's has two points for each pixel, as a phone has."""

    async def look(page: Page) -> bytes:
        if shot.typed:
            await page.locator("input[type=search]:visible").first.type(shot.typed)
        await page.wait_for_load_state("networkidle")
        return await page.screenshot()

    width, height = shot.window
    options = {"viewport": {"width": width, "height": height}, "device_scale_factor": 2 if shot.window == PHONE else 1}
    (picture,) = running.visit([f"{hosts[shot.site].origin}{shot.url}"], look, color_scheme=shot.mode, reduced_motion="reduce", **options).values()
    return picture


def main() -> None:
    """Build both sites, take every picture, and refuse one that weighs too much."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        demo, real = Path(folder) / "demo", Path(folder) / "real"
        for output, arguments in ((demo, DEMO), (real, ())):
            command = [sys.executable, "-m", "generator.cli", "build", *arguments, "--output", str(output)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env={**os.environ, **ON_THE_DAY})
        with bench(chromium()) as running, served(demo) as demo_host, served(real) as real_host:
            for shot in SHOTS:
                picture = take(running, {"demo": demo_host, "real": real_host}, shot)
                if len(picture) > MOST_BYTES:
                    sys.exit(f"{shot.name}: {len(picture):,} bytes, more than {MOST_BYTES:,}. Show less of the page.")
                (TARGET / f"{shot.name}.png").write_bytes(picture)
                print(f"docs/screenshots/{shot.name}.png: {len(picture):,} bytes")


if __name__ == "__main__":
    main()

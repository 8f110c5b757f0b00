"""What a build costs that several machines share, and how long it takes from saving a record until the preview shows it: two parts of the report."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from measure import Run, run

ROOT = Path(__file__).resolve().parents[2]
MACHINES = (2, 4, 8)
# So many that a share has next to no pages: what is left is what every machine must do.
MOST = 1000
SAVES = 7
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
_PATIENCE_SECONDS = 120
_LOOK_EVERY_SECONDS = 0.01


def shards_section(work: Path, options: list[str], env: dict[str, str], say: Callable[[str], None]) -> list[str]:
    """The lines about shards of the registry in a folder, each made by one process. options: of the build."""

    def made(command: str, *arguments: str) -> Run:
        return run([sys.executable, "-m", "generator.cli", command, *arguments, *options, "--workers", "1"], work, env)

    say("En hel webbplats i en process …")
    whole = made("build", "--output", str(work / "hel")).wall
    say("Det som varje dator måste göra …")
    least = made("build", "--shard", f"{MOST}/{MOST}", "--output", str(work / "minst")).wall
    lines = [
        "",
        "## Delat på flera datorer",
        "",
        f"En process på varje dator. Att läsa och förbereda allt tar {least:.1f} s på var och en. En hel webbplats i en process tar {whole:.1f} s.",
        "",
        "| datorer | den längsta delen, s | sätta ihop, s | tillsammans, s | mot en dator |",
        "|---|---|---|---|---|",
    ]
    for machines in MACHINES:
        folders = [work / f"del-{machines}-{number}" for number in range(1, machines + 1)]
        say(f"{machines} delar …")
        longest = max(made("build", "--shard", f"{number}/{machines}", "--output", str(folder)).wall for number, folder in enumerate(folders, 1))
        merged = made("merge", *map(str, folders), "--output", str(work / f"ihop-{machines}")).wall
        lines.append(f"| {machines} | {longest:.1f} | {merged:.1f} | {longest + merged:.1f} | {(longest + merged) / whole:.2f} |")
        for folder in (*folders, work / f"ihop-{machines}"):
            shutil.rmtree(folder)
    return lines


def serve_section(folder: Path, say: Callable[[str], None]) -> list[str]:
    """The lines about the preview of the real registry."""
    for name in ("providers", "content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    record = next((folder / "providers/profiles").glob("*.yaml"))
    text = record.read_text(encoding="utf-8")
    say("Förhandsvisningen startar …")
    command = [sys.executable, "-u", "-m", "generator.cli", "serve", "--port", "0"]
    # A shell that starts us in the background has Ctrl-C ignored, and so would what we start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    taken = []
    try:
        assert process.stdout is not None
        port = next(int(found[1]) for line in process.stdout if (found := _ADDRESS.search(line)))
        # Until the preview watches the files.
        time.sleep(1)
        for number in range(SAVES):
            say(f"Sparar och väntar, {number + 1} av {SAVES} …")
            mark = f"Mätning nummer {number + 1}"
            record.write_text(re.sub(r"(?m)^name: .*$", f"name: {mark} AB", text, count=1), encoding="utf-8")
            taken.append(_until(port, f"/leverantor/{record.stem}/", mark))
            time.sleep(1)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()
    pages = sum(1 for _ in (folder / ".cache/preview").rglob("*.html"))
    return [
        "",
        "## Från sparad fil till ny sida i serve",
        "",
        f"Den riktiga webbplatsen, {pages} sidor, och en post som får ett nytt namn: {median(taken):.2f} s i median av {SAVES}, som längst {max(taken):.2f} s.",
    ]


def _until(port: int, path: str, words: str) -> float:
    """Seconds until a page has some words. Raises TimeoutError."""
    started = time.monotonic()
    while time.monotonic() - started < _PATIENCE_SECONDS:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path)
        if words in connection.getresponse().read().decode("utf-8"):
            return time.monotonic() - started
        time.sleep(_LOOK_EVERY_SECONDS)
    raise TimeoutError(path)

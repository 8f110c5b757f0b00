"""How long a build takes, beside Hugo with as many pages of the same records, in turns in one run.

    make bench
    .venv/bin/python tests/bench/compare.py --providers 1000 --rounds 3

Hugo is given what takes us longest: the records are read, nothing about them is checked, no state is worked out, and the frame of its pages
is ours, ready-made. We build the whole site with every check, in two languages, with all the files that are not pages.
Only the ratios of one run say anything: machines differ, and the same machine drifts.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/bench")]

from hugo_site import write_hugo_site, write_page  # noqa: E402
from measure import Run, middle, run  # noqa: E402
from registry import make, profile, provider_id, text_of  # noqa: E402
from shared import serve_section, shards_section  # noqa: E402

REPORT = ROOT / "docs/benchmarks.md"
AS_OF = "1795262400"
SOURCES = ("--data", "providers", "--content", "content")
ADDRESS = "https://register.example"
KINDS = ("clean", "one", "nothing")
TITLES = {"clean": "allt från början", "one": "en post har ändrats", "nothing": "inget har ändrats"}
_MOST_STAGES_SECONDS = 0.05


class Builder(Protocol):
    """Builds the site of the made registry."""

    name: str
    output: Path

    def build(self) -> Run:
        """One build."""

    def change(self, mark: str) -> None:
        """Give the first provider another name."""


@dataclass
class Ours:
    """Coachkollen, with everything it does."""

    folder: Path
    workers: int
    name: str = "Coachkollen"

    def __post_init__(self) -> None:
        self.output = self.folder / f"ut-{self.workers}"
        self.env = {**os.environ, "SOURCE_DATE_EPOCH": AS_OF, "PYTHONPATH": str(ROOT)}

    def build(self) -> Run:
        """One build."""
        command = [sys.executable, "-m", "generator.cli", "build", *SOURCES, "--output", str(self.output), "--base-url", ADDRESS]
        return run([*command, "--workers", str(self.workers)], self.folder, self.env)

    def change(self, mark: str) -> None:
        """Give the first provider another name."""
        record = profile(1) | {"name": f"{profile(1)['name']} {mark}"}
        (self.folder / f"providers/profiles/{provider_id(1)}.yaml").write_text(text_of(record), encoding="utf-8")


@dataclass
class Hugo:
    """Hugo, with as many pages of each provider."""

    folder: Path
    program: str
    name: str = "Hugo"

    def __post_init__(self) -> None:
        self.output = self.folder.with_name("hugo-ut")

    def build(self) -> Run:
        """One build."""
        return run([self.program, "--source", str(self.folder), "--destination", str(self.output), "--quiet"], self.folder, dict(os.environ))

    def change(self, mark: str) -> None:
        """Give the first provider another name."""
        write_page(self.folder / "content/leverantor", 1, f"{profile(1)['name']} {mark}")


def main() -> None:
    """Measure, print, and write the report when asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--providers", type=int, default=1000, help="so many made providers")
    parser.add_argument("--rounds", type=int, default=3, help="so many times each build is made")
    parser.add_argument("--hugo", default=str(Path(sys.executable).parent / "hugo"), help="the program, from requirements-bench.txt")
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT)}")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coachkollen-bench-") as folder:
        text = compare(Path(folder), asked.providers, asked.rounds, hugo_binary(asked.hugo))
    print(text)
    if asked.write:
        REPORT.write_text(text, encoding="utf-8")


def hugo_binary(program: str) -> str:
    """The program itself: the package from PyPI starts it from Python, which takes longer. Raises FileNotFoundError when it is not there."""
    shown = subprocess.run([program, "version"], check=True, capture_output=True, text=True)
    lines = f"{shown.stdout}\n{shown.stderr}".splitlines()
    found = next((line.rpartition(" at ")[2].partition("\x1b")[0] for line in lines if " at /" in line), program)
    return found if Path(found).is_file() else program


def compare(folder: Path, providers: int, rounds: int, hugo: str) -> str:
    """The report of a whole comparison."""
    work = folder / "arbete"
    make(providers, work)
    # The build looks for them where it stands.
    shutil.copytree(ROOT / "theme", work / "theme")
    shutil.copy(ROOT / "pelicanconf.py", work)
    ours = Ours(work, os.cpu_count() or 1)
    say("Bygger en gång för att få ramen …")
    ours.build()
    write_hugo_site(providers, work / "providers", ours.output, folder / "hugo")
    builders: list[Builder] = [ours, Hugo(folder / "hugo", hugo)]
    if ours.workers > 1:
        builders.append(Ours(work, 1, "Coachkollen, en process"))
    measured: dict[tuple[str, str], list[Run]] = {}
    for round_number in range(1, rounds + 1):
        for builder in builders:
            for kind, before in steps(builder, round_number, folder):
                before()
                say(f"Omgång {round_number} av {rounds}: {builder.name}, {TITLES[kind]} …")
                measured.setdefault((builder.name, kind), []).append(builder.build())
    text = report(builders, {key: middle(runs) for key, runs in measured.items()}, providers, rounds, hugo)
    for builder in builders:
        shutil.rmtree(builder.output)
    preview = folder / "riktig"
    preview.mkdir()
    lines = [*shards_section(work, [*SOURCES, "--base-url", ADDRESS], ours.env, say), *serve_section(preview, say)]
    return text + "\n".join(lines) + "\n"


def steps(builder: Builder, round_number: int, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """The builds of one round, each with what has to be done before it. Deleting an old tree would slow the writing of a new one, so it is moved aside."""
    aside = folder / f"gammalt-{builder.output.name}-{round_number}"
    yield "clean", lambda: builder.output.exists() and builder.output.rename(aside)
    # Another name for each, since two of them read the same records.
    yield "one", lambda: builder.change(f"{round_number} {builder.name}")
    yield "nothing", lambda: shutil.rmtree(aside, ignore_errors=True)


def report(builders: list[Builder], found: dict[tuple[str, str], Run], providers: int, rounds: int, hugo: str) -> str:
    """The figures, as the page in docs."""
    lines = [
        "<!-- Skriven av make bench. Ändra inte för hand: kör det igen. -->",
        "",
        "# Hur fort det går att bygga",
        "",
        f"{providers} påhittade leverantörer. {rounds} omgångar om vartannat, medianer. {machine()}. {hugo_version(hugo)}.",
        "",
        "Hugo får samma poster som YAML och gör lika många sidor om varje leverantör, i samma ram. Hugo kontrollerar inget, räknar inte ut något läge och",
        "gör bara sidorna. Coachkollen bygger hela webbplatsen: två språk, data, API, flöden, bilder, sökning, alla kommuner, och alla kontroller är på.",
        "Jämför kvoterna i en och samma körning. Sekunderna gäller bara den här datorn den här gången.",
        "",
        "| | bygge | sekunder | mot Hugo | processortid | mest minne, MB |",
        "|---|---|---|---|---|---|",
    ]
    for kind in KINDS:
        for builder in builders:
            one, other = found[builder.name, kind], found["Hugo", kind]
            lines.append(f"| {builder.name} | {TITLES[kind]} | {one.wall:.2f} | {one.wall / other.wall:.2f} | {one.cpu:.2f} | {one.peak:.0f} |")
    lines += ["", "## Vad som skrivs", "", "| | filer | HTML-sidor | MB | MB HTML | millisekunder per fil | ms per sida |", "|---|---|---|---|---|---|---|"]
    for builder in builders:
        files = [path for path in builder.output.rglob("*") if path.is_file()]
        pages = [path for path in files if path.suffix == ".html"]
        size, html = (sum(path.stat().st_size for path in some) / 1e6 for some in (files, pages))
        clean = found[builder.name, "clean"].wall * 1000
        lines.append(f"| {builder.name} | {len(files)} | {len(pages)} | {size:.1f} | {html:.1f} | {clean / len(files):.2f} | {clean / len(pages):.2f} |")
    whole = found[builders[0].name, "clean"]
    lines += [
        "",
        "## Var tiden går",
        "",
        f"Ett bygge från början med {os.cpu_count()} processer.",
        "",
        "| | sekunder | mikrosekunder per leverantör |",
        "|---|---|---|",
    ]
    lines += [f"| {name} | {taken:.2f} | {taken / providers * 1e6:.0f} |" for name, taken in whole.stages.items() if taken >= _MOST_STAGES_SECONDS]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """What the figures were measured on, without its name."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    model = next((line.partition(":")[2].strip() for line in info.splitlines() if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} kärnor ({model}), Python {platform.python_version()}"


def hugo_version(hugo: str) -> str:
    """The version of Hugo."""
    shown = subprocess.run([hugo, "version"], check=True, capture_output=True, text=True).stdout.split()
    return f"Hugo {next(word for word in shown if word.startswith('v0') or word.startswith('v1')).partition('-')[0]}"


def say(text: str) -> None:
    """Tell how far it has come."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

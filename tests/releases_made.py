"""A release history of the demo registry, as its maintainers would make it: five releases with git, the clock on the day of each.

A change with its correction, an edit of the language alone, a provider with a new name, and a record that is removed because it was wrong.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT, coachkollen, git, on_the

CASE = "cases/granskning-2024"
# Where the site is published.
ORIGIN = "https://kollen.example"


@dataclass(frozen=True, slots=True)
class Step:
    """What is done before one release. day: of the release."""

    day: str
    edit: Callable[[Path], None]


def project(folder: Path) -> Path:
    """The demo registry in a repository of its own, where releases can be made."""
    folder.mkdir(parents=True)
    for name in ("providers", "content"):
        shutil.copytree(ROOT / "tests/demo" / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    (folder / "theme").symlink_to(ROOT / "theme")
    (folder / ".gitignore").write_text("/theme\n/output/\n", encoding="utf-8")
    git(folder, "init", "-q")
    return folder


def release(folder: Path, day: str) -> None:
    """Commit, release, commit: as the documentation says."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Records", "--allow-empty")
    made = coachkollen("release", cwd=folder, **on_the(day))
    assert made.returncode == 0, made.stdout + made.stderr
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", f"Release {day}", "--allow-empty")


def build(folder: Path, day: str, output: Path) -> Path:
    """The site as it is published after the release of a day."""
    made = coachkollen("build", "--base-url", ORIGIN, "--output", str(output), cwd=folder, **on_the(day))
    assert made.returncode == 0, made.stdout + made.stderr
    return output


def replaced(folder: Path, name: str, old: str, new: str) -> None:
    """One edit of a record."""
    path = folder / f"providers/{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def corrected(folder: Path, name: str, target: str, day: str, *, was: str, now: str, meaning: str = "true") -> None:
    """The correction that goes with an edit."""
    text = f"target: {target}\npublished_on: {day}\nwas: {was}\nnow: {now}\nwhy: Vi skrev fel.\nnoticed_by: editor\nmeaning_changed: {meaning}\n"
    (folder / f"providers/corrections/{name}.yaml").write_text(text, encoding="utf-8")


def _nothing(folder: Path) -> None:
    del folder


def _change(folder: Path) -> None:
    replaced(folder, CASE, "för litet.", "för litet och mycket bulrigt.")
    corrected(folder, "2026-12-vantrum", f"{CASE}#vantrum", "2026-12-01", was="för litet.", now="för litet och mycket bulrigt.")


def _language(folder: Path) -> None:
    replaced(folder, CASE, "mycket bulrigt.", "mycket bullrigt.")
    corrected(folder, "2027-01-stavning", f"{CASE}#vantrum", "2027-01-10", was="bulrigt", now="bullrigt", meaning="false")


def _rename(folder: Path) -> None:
    path = folder / "providers/profiles/fabeljobb.yaml"
    text = path.read_text(encoding="utf-8")
    old = text.split("\n", 1)[0].removeprefix("name: ")
    path.write_text(text.replace(f"name: {old}\n", f"name: Nya Fabeljobb\nformer_names: [{old}]\n", 1), encoding="utf-8")
    corrected(folder, "2027-02-namn", "profiles/fabeljobb", "2027-02-01", was=old, now="Nya Fabeljobb")


def _removal(folder: Path) -> None:
    (folder / f"providers/{CASE}.yaml").unlink()
    grave = "was: cases\nremoved_on: 2027-03-01\nreason: wrong\ntext: Ärendet handlade om ett annat företag.\n"
    (folder / "providers/tombstones/granskning-2024.yaml").write_text(grave, encoding="utf-8")


HISTORY = (
    Step("2026-11-21", _nothing),
    Step("2026-12-01", _change),
    Step("2027-01-10", _language),
    Step("2027-02-01", _rename),
    Step("2027-03-01", _removal),
)

"""The sites of a registry's five releases, which several tests look at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from releases_made import HISTORY, build, project, release


@dataclass(frozen=True, slots=True)
class Past:
    """The project after its last release, and each site that was published, by day."""

    project: Path
    sites: Mapping[str, Path]

    @property
    def last(self) -> Path:
        return self.sites[HISTORY[-1].day]

    def read(self, name: str, day: str = HISTORY[-1].day) -> str:
        return (self.sites[day] / name).read_text(encoding="utf-8")

    def data(self, name: str) -> dict[str, object]:
        read: dict[str, object] = json.loads(self.read(name))
        return read


def make(root: Path) -> None:
    """Make the five releases in a new folder, and build the site after each."""
    folder = project(root / "project")
    for step in HISTORY:
        step.edit(folder)
        release(folder, step.day)
        build(folder, step.day, root / step.day)


def made_in(root: Path) -> Past:
    """What was made in a folder."""
    return Past(root / "project", {step.day: root / step.day for step in HISTORY})

"""The outlines of the counties. The data is `counties.csv` beside this module; `counties.md` says where it is from and how it was made."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

# The size of the map that the outlines are drawn on; one unit is about one kilometre.
WIDTH, HEIGHT = 640, 1538


@dataclass(frozen=True, slots=True)
class Outline:
    """A county on the map. x, y: the middle of a label. path: SVG path data."""

    code: str
    x: int
    y: int
    path: str


@cache
def outlines() -> Mapping[str, Outline]:
    """The 21 counties by code, in code order."""
    source = resources.files("generator.site.pictures").joinpath("counties.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(source.splitlines())
    return MappingProxyType({row["code"]: Outline(row["code"], int(row["x"]), int(row["y"]), row["path"]) for row in rows})

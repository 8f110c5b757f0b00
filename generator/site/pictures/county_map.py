"""The map of the counties: each a link, with its count written on it, and shaded in a few steps."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.site.pictures.outlines import HEIGHT, WIDTH, outlines
from generator.site.pictures.svg import Caption, element, link, picture, text

MOST_STEPS = 3
# The map is half as large as its outlines: 320 units, so that letters keep their size on the narrowest phone.
_SCALE = 0.5
_MARGIN = 2
_SIZE = 14


@dataclass(frozen=True, slots=True)
class CountyMark:
    """A county as it is drawn. name: what the link is called, with its count in words."""

    code: str
    count: int
    name: str
    url: str


def shade_steps(highest: int) -> tuple[tuple[int, int], ...]:
    """The counts that share a shade, as (from, to), at most three and equally wide; none when there is nothing to count."""
    steps = min(highest, MOST_STEPS)
    edges = [-(-highest * i // steps) for i in range(steps + 1)] if steps else []
    return tuple((low + 1, high) for low, high in itertools.pairwise(edges))


def shade_of(count: int, steps: tuple[tuple[int, int], ...]) -> int:
    """Which step a count belongs to, from 1; 0 for none."""
    return next((i for i, (low, high) in enumerate(steps, 1) if low <= count <= high), 0)


def county_map(caption: Caption, marks: Iterable[CountyMark]) -> Markup:
    """The map. Where nothing is counted no number stands, for nothing found is not zero."""
    drawn = list(marks)
    steps = shade_steps(max((mark.count for mark in drawn), default=0))
    shapes = [_county(mark, shade_of(mark.count, steps)) for mark in drawn]
    return picture(caption, WIDTH * _SCALE + 2 * _MARGIN, HEIGHT * _SCALE + 2 * _MARGIN, shapes, linked=True, look="karta")


def _county(mark: CountyMark, shade: int) -> Markup:
    outline = outlines()[mark.code]
    shape = element("path", {"d": outline.path, "transform": f"translate({_MARGIN} {_MARGIN})scale({_SCALE})", "class": f"lan lan-{shade}"})
    written = text(str(mark.count), outline.x * _SCALE + _MARGIN, outline.y * _SCALE + _MARGIN + _SIZE * 0.36, anchor="middle", size=_SIZE)
    return link(mark.url, mark.name, shape, *([written] if mark.count else []))

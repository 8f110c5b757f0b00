"""Figures over years: each a mark with a letter that the list beside the picture explains.

A figure of a year, or less, is a dot in it; one of a longer time is a bar along that time. Dots are joined only
when they count the same thing in years that follow each other: a year that nobody counted is a gap, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from markupsafe import Markup

from generator.site.pictures.scales import AmountScale, Span, TimeScale, ticks, whole_years
from generator.site.pictures.svg import Box, Caption, element, line, link, number, picture, text, text_width

WIDTH, HEIGHT = 320, 190
_TOP, _RIGHT, _BOTTOM, _SIZE = 22, 10, 24, 13
_DOT, _TARGET = 4.5, 12
_YEAR_DAYS = 366


class Limit(Enum):
    """What a figure says of the true number: this, about this, at least or at most this."""

    EXACT = "exact"
    ABOUT = "about"
    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. letter: of what it counts; points with the same letter count the same. sure: False for one that the page has doubts about."""

    letter: str
    span: Span
    value: Decimal
    limit: Limit
    sure: bool
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A mark on the axis of amounts, with what is written at it."""

    value: Decimal
    label: str


def figure_chart(caption: Caption, points: Iterable[Point], amounts: Sequence[Amount]) -> Markup:
    """The picture. amounts: the axis, from zero up, as `axis` made it, with their labels."""
    drawn = sorted(points, key=lambda p: (p.span.first, p.span.last, p.letter, p.value, p.url))
    left = round(max(text_width(a.label, _SIZE) for a in amounts)) + 8
    years = TimeScale(whole_years(p.span for p in drawn), left, WIDTH - left - _RIGHT)
    scale = AmountScale(amounts[-1].value, _TOP, HEIGHT - _BOTTOM)
    shapes = [*_axes(years, scale, amounts), *_lines(drawn, years, scale), *_points(drawn, years, scale)]
    return picture(caption, WIDTH, HEIGHT, shapes, linked=True)


def axis(points: Iterable[Point], whole: Decimal | None = None) -> tuple[Decimal, ...]:
    """The amounts of the axis. whole: the most that there can be, such as 100 per cent."""
    return ticks(whole or max(p.value for p in points))


def is_long(span: Span) -> bool:
    """True for a time longer than a year, which is drawn as a bar."""
    return span.days > _YEAR_DAYS


def joined(points: Iterable[Point]) -> tuple[tuple[Point, Point], ...]:
    """The dots between which a line may stand: they count the same, and one comes the year after the other."""
    dots = sorted((p for p in points if not is_long(p.span)), key=lambda p: (p.letter, p.span.first, p.span.last, p.value))
    return tuple((a, b) for a, b in pairwise(dots) if a.letter == b.letter and b.span.first.year - a.span.last.year in (0, 1))


def _axes(years: TimeScale, scale: AmountScale, amounts: Sequence[Amount]) -> list[Markup]:
    right = years.left + years.width
    shapes = []
    for amount in amounts:
        y = scale.place(amount.value)
        shapes += [line(years.left, y, right, y, "hjalplinje" if amount.value else "axel")]
        shapes += [text(amount.label, years.left - 6, y + _SIZE * 0.35, look="tunn", anchor="end", size=_SIZE)]
    for year in years.labelled_years():
        span = whole_years([Span(years.span.first.replace(year=year), years.span.first.replace(year=year))])
        shapes.append(text(str(year), years.middle(span), HEIGHT - 6, look="tunn", anchor="middle", size=_SIZE))
    return shapes


def _lines(points: Sequence[Point], years: TimeScale, scale: AmountScale) -> list[Markup]:
    return [line(years.middle(a.span), scale.place(a.value), years.middle(b.span), scale.place(b.value), "linje") for a, b in joined(points)]


def _points(points: Sequence[Point], years: TimeScale, scale: AmountScale) -> list[Markup]:
    """The marks first, so that no letter comes under one, each with its letter where there is room."""
    places = [(years.middle(p.span), scale.place(p.value)) for p in points]
    taken = [_mark_box(p, x, y, years) for p, (x, y) in zip(points, places, strict=True)]
    frame = Box(years.left, 0, years.width + _RIGHT, HEIGHT - _BOTTOM)
    shapes = []
    for point, (x, y) in zip(points, places, strict=True):
        box = _letter_box(x, y, taken, frame)
        taken.append(box)
        letter = text(point.letter, box.left + box.width / 2, box.bottom - 2, look="fet", anchor="middle", size=_SIZE)
        target = element("circle", {"cx": x, "cy": y, "r": _TARGET, "class": "tryck"})
        shapes.append(link(point.url, point.name, target, *_mark(point, x, y, years), letter))
    return shapes


def _mark_box(point: Point, x: float, y: float, years: TimeScale) -> Box:
    """What a mark covers, with its arrow."""
    above, below = (_DOT + 6 * (point.limit is limit) for limit in (Limit.FROM, Limit.TO))
    left, right = (years.start(point.span.first), years.end(point.span.last)) if is_long(point.span) else (x - _DOT, x + _DOT)
    return Box(left, y - above, right - left, above + below)


def _letter_box(x: float, y: float, taken: Sequence[Box], frame: Box) -> Box:
    """Beside, above or below the mark: the first place that is free; above it when none is."""
    width, height = text_width("M", _SIZE) + 3, _SIZE
    steps = [(dx * far, dy * far) for far in (12, 20, 30) for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1))]
    places = [Box(x + dx - width / 2, y + dy - height / 2, width, height) for dx, dy in steps]
    free = [box for box in places if frame.holds(box) and not any(box.meets(other) for other in taken)]
    return (free or [box for box in places if frame.holds(box)] or places)[0]


def _mark(point: Point, x: float, y: float, years: TimeScale) -> list[Markup]:
    look = "punkt" if point.limit is Limit.EXACT and point.sure else "punkt ungefar" if point.sure else "punkt ungefar osaker"
    if is_long(point.span):
        start, end = years.start(point.span.first), years.end(point.span.last)
        shape = element("rect", {"x": start, "y": y - 3, "width": end - start, "height": 6, "rx": 3, "class": look})
    else:
        shape = element("circle", {"cx": x, "cy": y, "r": _DOT, "class": look})
    if point.limit not in (Limit.FROM, Limit.TO):
        return [shape]
    sign = -1 if point.limit is Limit.FROM else 1
    arrow = element("path", {"d": f"M{number(x - 4)} {number(y + sign * 6)}l4 {sign * 5}l4 {-sign * 5}z", "class": "pil"})
    return [shape, arrow]

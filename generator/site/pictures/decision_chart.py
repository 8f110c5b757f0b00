"""Counts at one time after another, as bars on an axis of years: one row for each kind of count, all with the same scale.

A bar is what one report says, never a sum of a year. Where the axis is whole a source has told of the count that year,
also when it is none; where it is dotted no source has, and nothing is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from generator.site.pictures.scales import AmountScale, Span, TimeScale, whole_years
from generator.site.pictures.svg import Box, Caption, line, link, picture, rect, text, text_width

WIDTH = 320
_BAR, _HEADING, _GAP, _SIZE = 34, 20, 8, 13
_SIDE, _WIDEST, _TARGET = 4, 22, 24


@dataclass(frozen=True, slots=True)
class Count:
    """One count. about: the source gives it as about so many. name: what its link is called, with the number and the date."""

    span: Span
    value: int
    about: bool
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A kind of count, with its heading and its counts."""

    heading: str
    counts: tuple[Count, ...]


def decision_chart(caption: Caption, rows: Iterable[CountRow]) -> Markup:
    """The picture."""
    drawn = list(rows)
    counts = [count for row in drawn for count in row.counts]
    years = TimeScale(whole_years(count.span for count in counts), _SIDE, WIDTH - 2 * _SIDE)
    # The axis of a row is at zero until the row has its place.
    scale = AmountScale(Decimal(max(1, *(count.value for count in counts))), -_BAR, 0)
    shapes, bottom = [], 0.0
    for row in drawn:
        bars = _bars(row.counts, years, scale)
        numbers = _numbers(row.counts, bars, years)
        axis = bottom + _HEADING - min(number.top for number in numbers)
        shapes.append(text(row.heading, _SIDE, bottom + _SIZE, look="fet", size=_SIZE))
        shapes += _axis(row.counts, axis, years)
        shapes += [_bar(*drawing, axis) for drawing in zip(_in_time(row.counts), bars, numbers, strict=True)]
        bottom = axis + _GAP
    shapes += [text(str(year), years.middle(_year(year)), bottom + _SIZE - 2, look="tunn", anchor="middle", size=_SIZE) for year in years.labelled_years()]
    return picture(caption, WIDTH, bottom + _SIZE + 2, shapes, linked=True)


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


def _axis(counts: Iterable[Count], y: float, years: TimeScale) -> list[Markup]:
    """The axis, whole in the years that a source tells of."""
    told = {count.span.first.year for count in counts}
    return [line(years.start(_year(year).first), y, years.end(_year(year).last), y, "axel" if year in told else "glapp") for year in years.years]


def _bar(count: Count, bar: Box, number: Box, axis: float) -> Markup:
    """A bar with its number, as one link that is large enough to hit."""
    left = min(max(bar.left + bar.width / 2 - _TARGET / 2, 0), WIDTH - _TARGET)
    target = Box(left, axis + number.top, _TARGET, max(_TARGET, -number.top))
    shape = rect(Box(bar.left, axis + bar.top, bar.width, bar.height), "stapel ungefar" if count.about else "stapel")
    written = text(_number(count), number.left + number.width / 2, axis + number.bottom - 3, anchor="middle", size=_SIZE)
    return link(count.url, count.name, rect(target, "tryck"), shape, written)


def _in_time(counts: Iterable[Count]) -> list[Count]:
    return sorted(counts, key=lambda c: (c.span.first, c.span.last, c.url, c.value, c.about, c.name))


def _number(count: Count) -> str:
    return f"≈{count.value}" if count.about else str(count.value)


def _bars(counts: Sequence[Count], years: TimeScale, scale: AmountScale) -> list[Box]:
    """The bars, in the order of time; those of the same year stand side by side in it."""
    many, placed, bars = Counter(count.span.first.year for count in counts), Counter[int](), []
    for count in _in_time(counts):
        year = count.span.first.year
        left, right = years.start(_year(year).first), years.end(_year(year).last)
        share = (right - left) / many[year]
        width = min(share * 0.8, _WIDEST)
        middle = left + share * (placed[year] + 0.5)
        placed[year] += 1
        top = scale.place(Decimal(count.value))
        bars.append(Box(middle - width / 2, top, width, scale.bottom - top))
    return bars


def _numbers(counts: Sequence[Count], bars: Sequence[Box], years: TimeScale) -> list[Box]:
    """Where the numbers stand: above their bars, and higher where the number before is in the way."""
    places: list[Box] = []
    for count, bar in zip(_in_time(counts), bars, strict=True):
        width = text_width(_number(count), _SIZE)
        left = min(max(bar.left + bar.width / 2 - width / 2, years.left), years.left + years.width - width)
        box = Box(left, bar.top - _SIZE - 1, width, _SIZE)
        while any(box.meets(other) for other in (*places, *(b for b in bars if b is not bar))):
            box = Box(box.left, box.top - 3, box.width, box.height)
        places.append(box)
    return places

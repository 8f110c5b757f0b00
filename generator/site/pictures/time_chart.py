"""What happened when: rows of bars and points under an axis of years, in groups with a heading.

What is certain is filled. Where a beginning or an end is only known as some day in a time, that time is an empty box with a
dashed edge; where it is not known at all, the bar ends in a short dashed stub. A point in time that is not known to the day is a box too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.site.pictures.scales import Span, TimeScale
from generator.site.pictures.svg import Box, Caption, element, line, link, number, picture, rect, shortened, text, text_width

WIDTH = 340
_SIDE, _SIZE, _AXIS, _HEADING, _LABEL, _BAR, _GAP = 4, 13, 20, 24, 17, 10, 9
_STUB, _POINT, _MONTH_DAYS = 14, 6, 31


@dataclass(frozen=True, slots=True)
class Period:
    """When something was so. sure: the days that it certainly was, if any. possible: all days that it can have been.

    open_start, open_end: nothing says when it began, or ended.
    """

    sure: Span | None
    possible: Span
    open_start: bool = False
    open_end: bool = False

    def until(self, day: date) -> Period | None:
        """As it is drawn on a day: nothing after it. What goes on has no end there that we do not know."""
        possible = self.possible.until(day)
        if possible is None:
            return None
        return Period(self.sure.until(day) if self.sure else None, possible, self.open_start, self.open_end)


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row. label: a name. name: what the link is called. point: True for what happened once. lang: of the label, when it is not the page's."""

    label: str
    period: Period
    name: str
    url: str
    point: bool = False
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """Rows under a heading."""

    heading: str
    look: str
    rows: tuple[TimeRow, ...]


def time_chart(caption: Caption, groups: Iterable[TimeGroup], until: date) -> Markup:
    """The picture. until: its last day; rows that begin later must not be there."""
    drawn = list(groups)
    first = min(row.period.possible.first for group in drawn for row in group.rows)
    years = TimeScale(Span(date(first.year, 1, 1), until), _SIDE + _STUB, WIDTH - 2 * _SIDE - 2 * _STUB)
    height = _AXIS + sum(_HEADING + len(group.rows) * (_LABEL + _BAR + _GAP) for group in drawn)
    shapes = _axis(years, height)
    top = float(_AXIS)
    for group in drawn:
        shapes.append(text(group.heading, _SIDE, top + _HEADING - 8, look="fet", size=_SIZE))
        top += _HEADING
        for row in group.rows:
            shapes.append(_row(row, group.look, top, years))
            top += _LABEL + _BAR + _GAP
    return picture(caption, WIDTH, height, shapes, linked=True, look="tidsbild")


def _axis(years: TimeScale, height: float) -> list[Markup]:
    """The years along the top, with a thin line down from where each begins, and a line at the last day."""
    shapes = []
    for year in years.labelled_years():
        begins = date(year, 1, 1)
        if begins >= years.span.first:
            x = years.start(begins)
            shapes.append(line(x, _AXIS - 4, x, height, "hjalplinje"))
            if x + text_width(str(year), _SIZE) / 2 <= WIDTH:
                shapes.append(text(str(year), x, _SIZE, look="tunn", anchor="middle", size=_SIZE))
    last = years.end(years.span.last)
    return [*shapes, line(last, _AXIS - 4, last, height, "axel")]


def _row(row: TimeRow, look: str, top: float, years: TimeScale) -> Markup:
    target = rect(Box(0, top, WIDTH, _LABEL + _BAR + _GAP), "tryck")
    label = _label(row, top, years)
    y = top + _LABEL
    shapes = _point(row.period.possible, look, y, years) if row.point else _bar(row.period, look, y, years)
    return link(row.url, row.name, target, label, *shapes)


def _label(row: TimeRow, top: float, years: TimeScale) -> Markup:
    """The name above its bar, beginning where that does, or as far to the left as it must to be read."""
    wanted = shortened(row.label, WIDTH - 2 * _SIDE, _SIZE)
    start = years.start(row.period.possible.first)
    x = max(_SIDE, min(start, WIDTH - _SIDE - text_width(wanted, _SIZE)))
    return text(wanted, x, top + _LABEL - 4, size=_SIZE, lang=row.lang)


def _bar(period: Period, look: str, y: float, years: TimeScale) -> list[Markup]:
    """The certain part filled, what can be round it empty, and a stub where nothing is known."""
    start, end = years.start(period.possible.first), years.end(period.possible.last)
    shapes = []
    if period.sure:
        sure_start, sure_end = years.start(period.sure.first), years.end(period.sure.last)
        maybe = [(start, sure_start), (sure_end, end)]
        shapes.append(rect(Box(sure_start, y, max(sure_end - sure_start, 2), _BAR), f"tid {look}"))
    else:
        maybe = [(start, end)]
    shapes += [rect(Box(a, y, b - a, _BAR), f"tid {look} kanske") for a, b in maybe if b - a >= 1]
    if period.open_start:
        shapes.append(_stub(start, start - _STUB, y))
    if period.open_end:
        shapes.append(_stub(end, min(end + _STUB, years.left + years.width), y))
    return shapes


def _stub(x: float, end: float, y: float) -> Markup:
    return line(x, y + _BAR / 2, end, y + _BAR / 2, "stump")


def _point(span: Span, look: str, y: float, years: TimeScale) -> list[Markup]:
    """A diamond on a day, or in a month; a box over the time when it is known less well."""
    if span.days > _MONTH_DAYS:
        start, end = years.start(span.first), years.end(span.last)
        return [rect(Box(start, y, max(end - start, 2), _BAR), f"tid {look} kanske")]
    d = f"M{number(years.middle(span) - _POINT)} {number(y + _BAR / 2)}l{_POINT} {-_POINT}l{_POINT} {_POINT}l{-_POINT} {_POINT}z"
    return [element("path", {"d": d, "class": f"tid {look}"})]

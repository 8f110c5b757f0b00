"""Scales: from days and amounts to places in a picture, and the marks along them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import count

from generator.records.partial_date import PartialDate

# So much room a year's four digits need.
_YEAR_ROOM = 36.0
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both included."""

    first: date
    last: date

    @classmethod
    def of(cls, start: PartialDate, end: PartialDate | None = None) -> Span:
        """All days that a date, or the time between two, can cover."""
        return cls(start.earliest, max(start.latest, end.latest) if end else start.latest)

    def until(self, day: date) -> Span | None:
        """What lies on or before a day; None when all of it comes later."""
        return None if self.first > day else Span(self.first, min(self.last, day))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days between two edges of a picture. span: what the scale covers."""

    span: Span
    left: float
    width: float

    def start(self, day: date) -> float:
        """Where a day begins. A day outside the scale is put at its edge."""
        days = (min(max(day, self.span.first), self.span.last) - self.span.first).days
        return self.left + self.width * days / self.span.days

    def end(self, day: date) -> float:
        """Where a day ends."""
        days = (min(max(day, self.span.first), self.span.last) - self.span.first).days + 1
        return self.left + self.width * days / self.span.days

    def middle(self, span: Span) -> float:
        """The middle of what of a span lies on the scale."""
        return (self.start(span.first) + self.end(span.last)) / 2

    @property
    def years(self) -> tuple[int, ...]:
        """Every year on the scale."""
        return tuple(range(self.span.first.year, self.span.last.year + 1))

    def labelled_years(self) -> tuple[int, ...]:
        """The years that there is room to write out: all, every second, fifth or tenth."""
        years = self.years
        step = next(s for s in _nice_steps() if s * self.width / len(years) >= _YEAR_ROOM or s >= len(years))
        return tuple(year for year in years if year % step == 0) or years[:1]


def whole_years(spans: Iterable[Span]) -> Span:
    """From the first day of the first year to the last day of the last."""
    found = list(spans)
    return Span(date(min(s.first for s in found).year, 1, 1), date(max(s.last for s in found).year, 12, 31))


@dataclass(frozen=True, slots=True)
class AmountScale:
    """Amounts from zero at `bottom` to `top_value` at `top`; y grows downwards."""

    top_value: Decimal
    top: float
    bottom: float

    def place(self, value: Decimal) -> float:
        """Where an amount stands. What is outside the scale is put at its edge."""
        inside = min(max(value, Decimal(0)), self.top_value)
        return self.bottom - float(inside / self.top_value) * (self.bottom - self.top)


def ticks(highest: Decimal, most: int = 4) -> tuple[Decimal, ...]:
    """Round amounts from zero to at least the highest, at most so many steps: `0, 200, 400`."""
    if highest <= 0:
        return (Decimal(0), Decimal(1))
    size = Decimal(1).scaleb(highest.adjusted() - 1)
    step = next(s * size for s in _nice_steps() if s * size * most >= highest)
    steps = (highest / step).to_integral_value(ROUND_CEILING)
    return tuple(step * i for i in range(int(steps) + 1))


def _nice_steps() -> Iterable[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    return (step * 10**power for power in count() for step in _STEPS)

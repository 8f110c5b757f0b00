"""English for dates, numbers and lists: the same functions as in `swedish.py`. No locale is asked: every machine writes the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Qualifier, Unit

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SPACE = "\N{NO-BREAK SPACE}"


def day_text(value: date | PartialDate | None) -> str:
    """`21 November 2026`, `March 2012` or `2012`, with the precision that the date has; empty for None."""
    if value is None:
        return ""
    partial = value if isinstance(value, PartialDate) else PartialDate.from_date(value)
    if partial.month is None:
        return str(partial.year)
    parts = [_MONTHS[partial.month - 1], str(partial.year)]
    if partial.day is None:
        return " ".join(parts)
    return _SPACE.join([str(partial.day), *parts])


def on_day(value: date | PartialDate) -> str:
    """`on 21 November 2026`, `in March 2012` or `in 2012`, as it stands in a sentence."""
    partial = value if isinstance(value, PartialDate) else PartialDate.from_date(value)
    return f"{'in' if partial.day is None else 'on'}{_SPACE}{day_text(partial)}"


def the_day(value: date) -> str:
    """`21 November 2026`, as it stands after a preposition or a comma."""
    return day_text(value)


def span_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """`2009–2013`, `from March 2020`, `until 2015`, `9 April 2018 and later in 2018` or one date; empty when nothing is known."""
    if start and end:
        if start == end:
            return day_text(start)
        if end.earliest <= start.earliest and start.latest <= end.latest:
            return f"{day_text(start)} and later in {day_text(end)}"
        return f"{day_text(start)}–{day_text(end)}"
    if start:
        return f"from {day_text(start)}"
    return f"until {day_text(end)}" if end else ""


def number_text(value: Decimal | int) -> str:
    """`1,854` and `79.2`."""
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def amount_text(value: Decimal, unit: Unit, qualifier: Qualifier) -> str:
    """A figure with its unit, as `about SEK 1.3 billion`, `over 25 per cent` or `952`."""
    if unit is Unit.SEK:
        text = _kronor(value)
    else:
        text = number_text(value)
        if unit.label_en:
            text += f"{_SPACE}{unit.label_en}"
    return f"{qualifier.label_en} {text}".strip()


def _kronor(value: Decimal) -> str:
    """Kronor in the largest unit that keeps at most two decimals, so that nothing is rounded away."""
    for size, name in ((Decimal(10**9), "billion"), (Decimal(10**6), "million")):
        scaled = value / size
        if scaled >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            shown = scaled.quantize(Decimal(1)) if scaled == scaled.to_integral() else scaled.normalize()
            return f"SEK{_SPACE}{number_text(shown)}{_SPACE}{name}"
    return f"SEK{_SPACE}{number_text(value)}"


def and_list(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def count_text(count: int, one: str, many: str) -> str:
    """`1 provider`, `12 providers`, and `no providers` for none."""
    if count == 0:
        return f"no {many}"
    return f"{number_text(count)}{_SPACE}{one if count == 1 else many}"

"""Swedish for dates, numbers and lists. No locale is asked: every machine writes the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Qualifier, Unit

_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
_SPACE = "\N{NO-BREAK SPACE}"
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
_FOLD = str.maketrans("éèêëüáàâæøñç", "eeeeyaaaäönc")


def day_text(value: date | PartialDate | None) -> str:
    """`21 november 2026`, `mars 2012` or `2012`, with the precision that the date has; empty for None."""
    if value is None:
        return ""
    partial = value if isinstance(value, PartialDate) else PartialDate.from_date(value)
    if partial.month is None:
        return str(partial.year)
    month = _MONTHS[partial.month - 1]
    if partial.day is None:
        return f"{month} {partial.year}"
    return f"{partial.day} {month} {partial.year}".replace(" ", _SPACE)


def on_day(value: date | PartialDate) -> str:
    """`den 21 november 2026`, `i mars 2012` or `2012`, as it stands in a sentence."""
    partial = value if isinstance(value, PartialDate) else PartialDate.from_date(value)
    if partial.day is not None:
        return f"den{_SPACE}{day_text(partial)}"
    return f"i {day_text(partial)}" if partial.month is not None else day_text(partial)


def the_day(value: date) -> str:
    """`den 21 november 2026`, as it stands after a preposition or a comma."""
    return on_day(value)


def span_text(start: PartialDate | None, end: PartialDate | None) -> str:
    """`2009–2013`, `från mars 2020`, `till 2015`, `9 april 2018 och senare under 2018` or one date; empty when nothing is known."""
    if start and end:
        if start == end:
            return day_text(start)
        if end.earliest <= start.earliest and start.latest <= end.latest:
            return f"{day_text(start)} och senare under {day_text(end)}"
        return f"{day_text(start)}–{day_text(end)}"
    if start:
        return f"från {day_text(start)}"
    return f"till {day_text(end)}" if end else ""


def number_text(value: Decimal | int) -> str:
    """`1 854` and `79,2`, with no-break spaces between the thousands from 10 000 (and in 1 854)."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.replace(",", _SPACE).replace(".", ",")


def amount_text(value: Decimal, unit: Unit, qualifier: Qualifier) -> str:
    """A figure with its unit, as `cirka 1,3 miljarder kronor`, `över 25 procent` or `952`."""
    if unit is Unit.SEK:
        text = _kronor(value)
    else:
        text = number_text(value)
        if unit.label_sv:
            text += f"{_SPACE}{unit.label_sv}"
    return f"{qualifier.label_sv} {text}".strip()


def _kronor(value: Decimal) -> str:
    """Kronor in the largest unit that keeps at most two decimals, so that nothing is rounded away."""
    for size, one, many in ((Decimal(10**9), "miljard", "miljarder"), (Decimal(10**6), "miljon", "miljoner")):
        scaled = value / size
        if scaled >= 1 and scaled == scaled.quantize(Decimal("0.01")):
            name = one if scaled == 1 else many
            return f"{number_text(scaled.normalize().quantize(Decimal(1)) if scaled == scaled.to_integral() else scaled.normalize())}{_SPACE}{name} kronor"
    return f"{number_text(value)}{_SPACE}kronor"


def capital(text: str) -> str:
    """The text with a capital letter first. Jinja's own `capitalize` makes the rest small: names, and the letters of grades."""
    return text[:1].upper() + text[1:]


def and_list(words: Sequence[str]) -> str:
    """`a`, `a och b`, `a, b och c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def count_text(count: int, one: str, many: str) -> str:
    """`1 leverantör`, `12 leverantörer`, and `inga leverantörer` for none."""
    if count == 0:
        return f"inga {many}"
    return f"{number_text(count)}{_SPACE}{one if count == 1 else many}"


def _folded(text: str) -> str:
    """The text in small letters without accents, but with å, ä and ö, also when they were written as two characters."""
    letters = unicodedata.normalize("NFC", text).casefold().translate(_FOLD)
    return "".join(c if c in _LETTERS else unicodedata.normalize("NFD", c)[0] for c in letters)


def _from_first_letter(text: str) -> str:
    """The text as it is ordered: folded, and without the marks and spaces before its first letter or digit."""
    folded = _folded(text)
    return folded[next((i for i, c in enumerate(folded) if c.isalnum()), len(folded)) :]


def sort_key(text: str) -> tuple[object, ...]:
    """Swedish alphabetical order: å, ä and ö last, accents, case and marks before the name ignored, digits before letters."""
    letters = tuple((2, _LETTERS.index(c)) if c in _LETTERS else (1, ord(c)) if c.isdigit() else (0, 0) for c in _from_first_letter(text))
    return (letters, text)


def first_letter(text: str) -> str:
    """The letter under which a name stands in an A–Ö list; `0–9` for digits and `#` for anything else. Marks before the name are passed over."""
    first = _from_first_letter(text)[:1]
    if first in _LETTERS and first:
        return first.upper()
    return "0–9" if first.isdigit() else "#"

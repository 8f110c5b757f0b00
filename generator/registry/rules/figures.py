"""Numbers say what they are a part of, and no rating is not a zero (invariants 12 and 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.profile import Measure
from generator.records.models.systems import Figure
from generator.records.vocabulary import Unit
from generator.registry.registry import Registry

_DIGIT = re.compile(r"[0-9]")
_SHARE = re.compile(r"%|‰|\bprocent(?!enhet)|\bandel(?:en|ar|arna)?\b", re.IGNORECASE)
_IN_WORDS: Mapping[str, int] = MappingProxyType(
    {"noll": 0, "ett": 1, "en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "hundra": 100}
)
_NUMBER = re.compile(rf"\b(?:[0-9]+(?:[.,][0-9]+)?|{'|'.join(_IN_WORDS)})\b", re.IGNORECASE)
_ABOVE_ZERO = Decimal("0.01")
_ONLY_LOWEST = re.compile(r"\b(?:minst|lägst|från)\b|\boch uppåt\b", re.IGNORECASE)


def shares_have_a_whole(registry: Registry) -> Iterator[Problem]:
    """I12b: a share in per cent says of what, and what is a share in words has the unit per cent."""
    for document in registry.documents.values():
        for path, part in document.parts:
            if isinstance(part, Figure) and part.unit is Unit.PERCENT and part.of is None:
                yield document.problem("I12b", path)
            if isinstance(part, (Figure, Measure)) and part.unit is Unit.COUNT and _SHARE.search(part.what):
                yield document.problem("I12b", (*path, "what"))


def ratings_on_their_scale(registry: Registry) -> Iterator[Problem]:
    """I13b: a rating is on its scale; none at all is left out, and never written as zero."""
    for document in registry.of(Kind.PROFILES):
        for index, measure in enumerate(document.record.measures):
            lowest, highest = _ends(measure.scale or "")
            if measure.value is not None and not lowest <= measure.value <= highest:
                yield document.problem("I13b", ("measures", index, "value"), value=str(measure.value), scale=measure.scale or "")


def _ends(scale: str) -> tuple[Decimal, Decimal]:
    """The lowest and the highest of a scale such as `1–4 stjärnor`, `1 till 4` or `ett till fyra`, without limit where it names none.

    A single number is the highest (`av 5`), unless a word says that it is the lowest. Then the lowest is above zero,
    since a scale that begins at zero says so.
    """
    ends = [Decimal(_IN_WORDS.get(number.casefold(), number.replace(",", "."))) for number in _NUMBER.findall(scale)]
    if not ends:
        return Decimal("-Infinity"), Decimal("Infinity")
    if len(ends) == 1:
        return (ends[0], Decimal("Infinity")) if _ONLY_LOWEST.search(scale) else (_ABOVE_ZERO, ends[0])
    return min(ends), max(ends)


def measures_say_of_how_many(registry: Registry) -> Iterator[Problem]:
    """I13c: what a measurement is based on is a number or a threshold."""
    for document in registry.of(Kind.PROFILES):
        for index, measure in enumerate(document.record.measures):
            if not _DIGIT.search(measure.base) and "framgår inte" not in measure.base.casefold():
                yield document.problem("I13c", ("measures", index, "base"), base=measure.base)

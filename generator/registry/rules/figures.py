"""Numbers say what they are a part of, and no rating is not a zero (invariants 12 and 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import parts
from generator.records.models.systems import Figure
from generator.records.vocabulary import Unit
from generator.registry.registry import Registry

_LOWEST = re.compile(r"[0-9]+")


def shares_have_a_whole(registry: Registry) -> Iterator[Problem]:
    """I12b: a share in per cent says of what."""
    for document in registry.documents.values():
        for path, part in parts(document.record):
            if isinstance(part, Figure) and part.unit is Unit.PERCENT and part.of is None:
                yield document.problem("I12b", path)


def ratings_on_their_scale(registry: Registry) -> Iterator[Problem]:
    """I13b: a rating is on its scale; none at all is left out, and never written as zero."""
    for document in registry.of(Kind.PROFILES):
        for index, measure in enumerate(document.record.measures):
            lowest = _LOWEST.search(measure.scale or "")
            if measure.value is not None and lowest and measure.value < int(lowest.group()):
                yield document.problem("I13b", ("measures", index, "value"), value=str(measure.value), scale=measure.scale or "")


def measures_say_of_how_many(registry: Registry) -> Iterator[Problem]:
    """I13c: what a measurement is based on is a number or a threshold."""
    for document in registry.of(Kind.PROFILES):
        for index, measure in enumerate(document.record.measures):
            if not _LOWEST.search(measure.base) and "framgår inte" not in measure.base.casefold():
                yield document.problem("I13c", ("measures", index, "base"), base=measure.base)

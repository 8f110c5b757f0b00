"""Dates that are known to the year, the month or the day.

A partial date is a real value: it is shown with the precision it has, and compared so that nothing
is claimed that it does not carry. `2012` is some day in 2012.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
FIRST_YEAR, LAST_YEAR = 1800, 2200


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps with a month, perhaps with a day (proleptic Gregorian, local Swedish dates)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: object) -> PartialDate:
        """Read `2012`, `2012-03` or `2012-03-01`. Raises ValueError for anything else, also for 30 February."""
        match = _PATTERN.match(str(value)) if isinstance(value, (str, int)) and not isinstance(value, bool) else None
        if match is None:
            raise ValueError(f"not a date: {value!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"year outside {FIRST_YEAR}-{LAST_YEAR}: {value!r}")
        date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @classmethod
    def from_date(cls, day: date) -> PartialDate:
        """The full date `day`."""
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """True when the day is known."""
        return self.day is not None

    def certainly_before(self, other: PartialDate | date) -> bool:
        """True when every day it can be lies before every day the other can be."""
        return self.latest < (other if isinstance(other, date) else other.earliest)

    def certainly_after(self, other: PartialDate | date) -> bool:
        """True when every day it can be lies after every day the other can be."""
        return self.earliest > (other if isinstance(other, date) else other.latest)

    def __str__(self) -> str:
        """As it is written in a record."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a record model use the class as a field type."""
        return core_schema.no_info_plain_validator_function(_validate_partial, serialization=core_schema.plain_serializer_function_ser_schema(str))


def _validate_partial(value: object) -> PartialDate:
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise PydanticCustomError("T05", "not a date", {"value": str(value)}) from None


def parse_day(text: str) -> date:
    """The day in `2012-03-01`, of the years that records can have. Raises ValueError for anything else."""
    partial = PartialDate.parse(text)
    if not partial.exact:
        raise ValueError(f"not a day: {text!r}")
    return partial.earliest


def parse_full_date(value: object) -> date:
    """Read `2012-03-01` for fields that need the day. Raises pydantic's error with our code T05 or T16."""
    partial = _validate_partial(value)
    if not partial.exact:
        raise PydanticCustomError("T16", "needs the day", {"value": str(value)})
    return partial.earliest

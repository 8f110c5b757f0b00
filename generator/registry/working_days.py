"""Swedish working days: Monday to Friday, less public holidays and the eves that are free in practice.

The calendar is the `holidays` package's; a provider's time to answer is counted with it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

REPLY_WORKING_DAYS = 10


@cache
def _free_days(year: int) -> frozenset[date]:
    calendar = holidays.country_holidays("SE", years=year, categories=("public", "de_facto"))
    return frozenset(calendar)


def is_working_day(day: date) -> bool:
    """True for a day on which an office is open."""
    return day.weekday() < 5 and day not in _free_days(day.year)


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start`, up to and including `end`. 0 when `end` is not later."""
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, days + 1))


def earliest_deadline(asked_on: date) -> date:
    """The first day that gives somebody asked on `asked_on` the working days they are owed."""
    day = asked_on
    while working_days_between(asked_on, day) < REPLY_WORKING_DAYS:
        day += timedelta(days=1)
    return day

"""How long a period of a label lasts: whole months, and the last day when it is not written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.models import Scheme
from generator.records.models.profile import Accreditation
from generator.registry.states import add_months, last_day

SAME = {"sources": [{"source": "kalla", "locator": "s. 1"}], "checked_on": "2020-01-01"}


def scheme(months: int | None = 36) -> Scheme:
    return Scheme.model_validate({"name": "Märkning", "kind": "industry", "issuer": "u", "summary": "x", "validity_months": months, **SAME})


def period(start: str, end: str | None = None) -> Accreditation:
    return Accreditation.model_validate({"id": "p", "scheme": "markning", "from": start, "to": end, **SAME})


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2020-01-31", 1, "2020-02-29"), ("2021-01-31", 1, "2021-02-28"), ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"),
        ("2020-03-31", -1, "2020-02-29"),
        ("2020-12-31", 2, "2021-02-28"), ("2020-01-01", -1, "2019-12-01"), ("2020-01-15", 0, "2020-01-15"), ("2020-11-30", 1, "2020-12-30"),
        ("2020-11-15", 13, "2021-12-15"), ("2020-10-31", 1, "2020-11-30"), ("2020-08-31", 6, "2021-02-28"), ("2020-12-31", 12, "2021-12-31"),
    ],
)  # fmt: skip
def test_months_later(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == later


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-300, 300))
def test_months_later_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2020-03-01", 36, "2023-02-28"),
        ("2021-03-01", 36, "2024-02-29"),
        ("2020-01-01", 12, "2020-12-31"),
        ("2020-06-15", 24, "2022-06-14"),
        # When the last month has no such day, the period ends with that month.
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-28"),
        ("2021-01-31", 1, "2021-02-28"),
        ("2021-08-31", 6, "2022-02-28"),
        ("2021-03-31", 1, "2021-04-30"),
        ("2021-03-30", 1, "2021-04-29"),
    ],
)
def test_the_last_day_that_a_schemes_validity_gives(start: str, months: int, last: str) -> None:
    days = last_day(period(start), scheme(months))
    assert days == (date.fromisoformat(last), date.fromisoformat(last))


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(1, 120))
def test_periods_that_follow_on_each_other_leave_no_day_out_and_share_none(start: date, months: int) -> None:
    """The next one starts on the same day of the month, or on the first of the next month where that day is missing."""
    days = last_day(period(start.isoformat()), scheme(months))
    assert days is not None
    following = days[0] + timedelta(days=1)
    gone = (following.year * 12 + following.month) - (start.year * 12 + start.month)
    if following.day == start.day and gone == months:
        return
    assert (following.day, gone) == (1, months + 1)
    assert days[0].day < start.day


def test_a_written_end_goes_before_the_schemes_validity() -> None:
    assert last_day(period("2020-03-01", "2021-05"), scheme()) == (date(2021, 5, 1), date(2021, 5, 31))


def test_without_end_and_validity_there_is_no_last_day() -> None:
    assert last_day(period("2020-03-01"), scheme(None)) is None


def test_a_start_known_to_the_year_gives_two_possible_last_days() -> None:
    assert last_day(period("2020"), scheme(12)) == (date(2020, 12, 31), date(2021, 12, 30))

"""Swedish working days, and the ten of them that a provider has to answer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registry.working_days import REPLY_WORKING_DAYS, earliest_deadline, is_working_day, working_days_between

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2026-01-01", "nyårsdagen"),
        ("2026-01-06", "trettondedag jul"),
        ("2026-04-03", "långfredagen"),
        ("2026-04-06", "annandag påsk"),
        ("2026-05-01", "första maj"),
        ("2026-05-14", "Kristi himmelsfärdsdag"),
        ("2025-06-06", "nationaldagen, en fredag"),
        ("2026-06-19", "midsommarafton"),
        ("2026-12-24", "julafton"),
        ("2026-12-25", "juldagen"),
        ("2024-12-26", "annandag jul, en torsdag"),
        ("2026-12-31", "nyårsafton"),
        ("2024-03-29", "långfredagen ett annat år"),
        ("2024-04-01", "annandag påsk ett annat år"),
        ("2024-06-21", "midsommarafton ett annat år"),
        ("2026-11-21", "en lördag"),
        ("2026-11-22", "en söndag"),
    ],
)
def test_free_days(day: str, what: str) -> None:
    assert not is_working_day(date.fromisoformat(day)), what


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2026-11-20", "en fredag"),
        ("2026-11-23", "en måndag"),
        ("2026-01-02", "fredagen efter nyårsdagen"),
        ("2026-01-05", "trettondagsafton"),
        ("2026-04-02", "skärtorsdagen"),
        ("2026-04-07", "tisdagen efter påsk"),
        ("2026-04-30", "valborgsmässoafton"),
        ("2026-05-15", "klämdagen efter Kristi himmelsfärdsdag"),
        ("2026-05-25", "annandag pingst, arbetsdag sedan 2005"),
        ("2026-06-18", "dagen före midsommarafton"),
        ("2026-06-22", "måndagen efter midsommar"),
        ("2026-10-30", "fredagen före alla helgons dag"),
        ("2026-12-23", "dagen före julafton"),
        ("2026-12-28", "mellandag"),
    ],
)
def test_working_days(day: str, what: str) -> None:
    assert is_working_day(date.fromisoformat(day)), what


@given(st.integers(1990, 2060))
def test_every_year_has_its_fixed_and_moving_holidays(year: int) -> None:
    for month, day in ((1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)):
        assert not is_working_day(date(year, month, day))
    fridays = [date(year, 6, 19) + timedelta(days=n) for n in range(7)]
    (midsummer_eve,) = [day for day in fridays if day.weekday() == 4]
    assert not is_working_day(midsummer_eve)


@given(days)
def test_no_weekend_is_a_working_day(day: date) -> None:
    if day.weekday() >= 5:
        assert not is_working_day(day)


@given(days, st.integers(-30, 60))
def test_the_days_between_are_counted_after_the_first_and_up_to_the_last(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    counted = [start + timedelta(days=n) for n in range(1, length + 1)]
    assert working_days_between(start, end) == len([day for day in counted if is_working_day(day)])
    assert working_days_between(start, start) == 0


@given(days)
def test_the_earliest_deadline_gives_exactly_ten_working_days_and_is_one_itself(asked: date) -> None:
    deadline = earliest_deadline(asked)
    assert working_days_between(asked, deadline) == REPLY_WORKING_DAYS == 10
    assert working_days_between(asked, deadline - timedelta(days=1)) == 9
    assert is_working_day(deadline)


@pytest.mark.parametrize(
    ("asked", "deadline"),
    [
        ("2026-11-02", "2026-11-16"),  # two plain weeks
        ("2026-11-06", "2026-11-20"),
        ("2026-11-07", "2026-11-20"),  # asked on a Saturday
        ("2026-03-27", "2026-04-14"),  # across Easter
        ("2026-06-12", "2026-06-29"),  # across Midsummer
        ("2026-12-18", "2027-01-08"),  # across Christmas, New Year and Epiphany
    ],
)
def test_deadlines_in_the_calendar(asked: str, deadline: str) -> None:
    assert earliest_deadline(date.fromisoformat(asked)) == date.fromisoformat(deadline)

"""Scales: order is kept, nothing falls outside, and the marks along an axis are round."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.partial_date import PartialDate
from generator.site.pictures.scales import AmountScale, Span, TimeScale, ticks, whole_years

DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))
AMOUNTS = st.decimals(0, 10**12, places=2)


def scale(first: date, last: date) -> TimeScale:
    return TimeScale(Span(min(first, last), max(first, last)), 10, 300)


@given(DAYS, DAYS, DAYS, DAYS)
def test_a_later_day_stands_farther_to_the_right_and_none_outside(first: date, last: date, one: date, other: date) -> None:
    years = scale(first, last)
    early, late = sorted((one, other))
    assert 10 <= years.start(early) <= years.start(late) <= years.end(late) <= 310.0001
    assert years.start(early) < years.end(early)


@given(DAYS, DAYS)
def test_the_years_with_a_label_are_evenly_spread_and_have_room(first: date, last: date) -> None:
    years = scale(first, last)
    labelled = years.labelled_years()
    assert labelled
    assert set(labelled) <= set(years.years)
    assert len({b - a for a, b in itertools.pairwise(labelled)}) <= 1
    assert len(labelled) == 1 or (labelled[1] - labelled[0]) * 300 / len(years.years) >= 36


@given(AMOUNTS)
def test_the_axis_of_amounts_begins_at_zero_and_reaches_the_highest_in_few_even_steps(highest: Decimal) -> None:
    marks = ticks(highest)
    assert marks[0] == 0
    assert marks[-1] >= highest
    assert 2 <= len(marks) <= 5
    assert len({b - a for a, b in itertools.pairwise(marks)}) == 1
    assert marks[-2] < highest or highest == 0


@pytest.mark.parametrize(
    ("highest", "marks"), [(273000, [0, 100000, 200000, 300000]), (4, [0, 1, 2, 3, 4]), (7, [0, 2, 4, 6, 8]), (100, [0, 50, 100]), (0, [0, 1])]
)
def test_the_steps_are_round(highest: int, marks: list[int]) -> None:
    assert list(ticks(Decimal(highest))) == marks


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_larger_amount_stands_higher_and_none_outside(top: Decimal, one: Decimal, other: Decimal) -> None:
    amounts = AmountScale(ticks(top)[-1], 20, 170)
    small, large = sorted((one, other))
    assert 20 <= amounts.place(large) <= amounts.place(small) <= 170


def test_a_span_covers_all_days_that_its_dates_can_be() -> None:
    assert Span.of(PartialDate.parse("2012"), PartialDate.parse("2013-02")) == Span(date(2012, 1, 1), date(2013, 2, 28))
    assert Span.of(PartialDate.parse("2012-02")).days == 29
    # A source can be surer of the beginning than of the end.
    assert Span.of(PartialDate.parse("2012-06-05"), PartialDate.parse("2012")) == Span(date(2012, 6, 5), date(2012, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_nothing_of_a_span_is_left_after_the_day(one: date, other: date, day: date) -> None:
    span = Span(min(one, other), max(one, other))
    until = span.until(day)
    assert (until is None) == (span.first > day)
    assert until is None or (until.first == span.first and until.last == min(span.last, day))


def test_whole_years_are_from_new_year_to_new_years_eve() -> None:
    assert whole_years([Span(date(2011, 5, 1), date(2011, 6, 1)), Span(date(2009, 12, 31), date(2013, 1, 1))]) == Span(date(2009, 1, 1), date(2013, 12, 31))

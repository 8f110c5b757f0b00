"""Dates known to the year, the month or the day: what can be written and how they compare."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.records.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate, parse_day, parse_full_date

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def with_precision(day: date, parts: int) -> PartialDate:
    """The date known to the year (1), the month (2) or the day (3)."""
    return PartialDate(*(day.year, day.month, day.day)[:parts])


partial_dates = st.builds(with_precision, days, st.sampled_from([1, 2, 3]))


@given(partial_dates)
def test_what_is_written_is_what_is_read(value: PartialDate) -> None:
    assert PartialDate.parse(str(value)) == value


@given(days)
def test_a_full_date_is_written_as_iso_8601(day: date) -> None:
    assert str(PartialDate.from_date(day)) == day.isoformat()
    assert PartialDate.parse(day.isoformat()).earliest == day == PartialDate.parse(day.isoformat()).latest


@pytest.mark.parametrize(("text", "value"), [("2012", PartialDate(2012)), ("2012-03", PartialDate(2012, 3)), ("2012-03-01", PartialDate(2012, 3, 1))])
def test_year_month_and_day_are_read(text: str, value: PartialDate) -> None:
    assert PartialDate.parse(text) == value
    assert value.exact == (value.day is not None)


def test_a_year_that_yaml_reads_as_a_number_is_a_year() -> None:
    assert PartialDate.parse(2012) == PartialDate(2012)


@pytest.mark.parametrize("text", ["2024-02-29", "2000-02-29", "2012-12-31", "1800-01-01", "2200-12-31"])
def test_edges_that_exist(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "value",
    [
        "2012-02-30", "2023-02-29", "1900-02-29", "2012-04-31", "2012-13", "2012-00", "2012-01-00", "2012-01-32",
        "0000", "0", "1799", "2201", "9999", "2012-3", "2012-03-1", "12-03-01", "12", "20120301", "2012/03/01",
        "2012-03-01T12:00", " 2012", "2012 ", "2012\n", "2012-03-01\n", "+2012", "-2012", "", "januari 2012",
        "２０１２", "2012-０３", "٢٠١٢", "2012–03",
        2012.0, 20120301, -2012, 0, True, False, None, [], {}, date(2012, 3, 1), b"2012",
    ],
)  # fmt: skip
def test_everything_else_is_refused(value: object) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(value)


@given(st.one_of(st.text(), st.floats(), st.booleans(), st.binary(), st.none(), st.integers(max_value=999), st.integers(min_value=10000)))
def test_whatever_is_no_date_gives_a_value_error_and_nothing_worse(value: object) -> None:
    try:
        parsed = PartialDate.parse(value)
    except ValueError:
        return
    assert str(parsed) == value


@given(partial_dates)
def test_earliest_and_latest_are_the_ends_of_what_it_can_be(value: PartialDate) -> None:
    known = (value.year, value.month, value.day)
    parts = sum(part is not None for part in known)

    def fits(day: date) -> bool:
        return with_precision(day, parts) == value

    assert value.earliest <= value.latest
    assert fits(value.earliest)
    assert fits(value.latest)
    assert not fits(value.earliest - timedelta(days=1))
    assert not fits(value.latest + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2012-04", date(2012, 4, 1), date(2012, 4, 30)),
        ("2012-03-01", date(2012, 3, 1), date(2012, 3, 1)),
    ],
)
def test_the_span_of_a_partial_date(text: str, earliest: date, latest: date) -> None:
    value = PartialDate.parse(text)
    assert (value.earliest, value.latest) == (earliest, latest)


@given(days, days)
def test_full_dates_compare_as_dates(one: date, two: date) -> None:
    assert PartialDate.from_date(one).certainly_before(PartialDate.from_date(two)) == (one < two)
    assert PartialDate.from_date(one).certainly_before(two) == (one < two)
    assert PartialDate.from_date(one).certainly_after(two) == (one > two)


@given(partial_dates, partial_dates)
def test_certainly_before_means_every_day_of_the_one_before_every_day_of_the_other(one: PartialDate, two: PartialDate) -> None:
    assert one.certainly_before(two) == all(a < b for a in (one.earliest, one.latest) for b in (two.earliest, two.latest))


@given(partial_dates)
def test_nothing_is_certainly_before_itself(value: PartialDate) -> None:
    assert not value.certainly_before(value)
    assert not value.certainly_after(value)


@given(partial_dates, partial_dates)
def test_before_and_after_mirror_each_other_and_exclude_each_other(one: PartialDate, two: PartialDate) -> None:
    assert one.certainly_before(two) == two.certainly_after(one)
    assert not (one.certainly_before(two) and two.certainly_before(one))


close_days = st.dates(date(2011, 10, 1), date(2013, 3, 1))
close = st.builds(with_precision, close_days, st.sampled_from([1, 2, 3]))


@given(close, close, close)
def test_certainly_before_is_transitive(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    if one.certainly_before(two) and two.certainly_before(three):
        assert one.certainly_before(three)


@pytest.mark.parametrize(("one", "two"), [("2012", "2012-12-31"), ("2012-03", "2012"), ("2012-03", "2012-03-31"), ("2012-03", "2012-03")])
def test_dates_that_may_be_the_same_day_have_no_order(one: str, two: str) -> None:
    a, b = PartialDate.parse(one), PartialDate.parse(two)
    assert not a.certainly_before(b)
    assert not b.certainly_before(a)


def test_a_record_field_reads_and_writes_it_as_text() -> None:
    field = TypeAdapter(PartialDate)
    assert field.dump_json(field.validate_python("2012-03")) == b'"2012-03"'
    with pytest.raises(ValidationError) as caught:
        field.validate_python("2012-02-30")
    assert caught.value.errors()[0]["type"] == "T05"


@pytest.mark.parametrize(("value", "code"), [("2012", "T16"), ("2012-03", "T16"), (2012, "T16"), ("i mars", "T05"), ("2012-02-30", "T05"), (True, "T05")])
def test_a_field_that_needs_the_day_says_which_of_two_things_is_wrong(value: object, code: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_full_date(value)
    assert caught.value.type == code


@given(days)
def test_a_field_that_needs_the_day_gets_it(day: date) -> None:
    assert parse_full_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["2012", "2012-03", "2012-02-30", "1799-12-31", "2201-01-01", "20120301", "2012-W09-4", " 2012-03-01", ""])
def test_a_day_on_the_command_line_is_a_whole_day_in_the_years_that_records_have(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a (?:day|date)|year outside|day is out of range"):
        parse_day(text)


@given(days)
def test_and_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == day

from datetime import date
from decimal import Decimal

import pytest

from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Qualifier, Unit
from generator.site import english


def partial(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(("value", "alone", "in_a_sentence"), [
    ("2012", "2012", "in\xa02012"),
    ("2012-03", "March 2012", "in\xa0March 2012"),
    ("2012-03-01", "1\xa0March\xa02012", "on\xa01\xa0March\xa02012"),
])  # fmt: skip
def test_a_day_has_the_precision_that_is_known(value: str, alone: str, in_a_sentence: str) -> None:
    assert english.day_text(partial(value)) == alone
    assert english.on_day(partial(value)) == in_a_sentence


def test_a_calendar_day_is_a_whole_date_and_nothing_is_nothing() -> None:
    assert english.day_text(date(2026, 11, 21)) == "21\xa0November\xa02026"
    assert english.day_text(None) == ""


@pytest.mark.parametrize(("start", "end", "text"), [
    ("2009", "2013", "2009–2013"),
    ("2009", "2009", "2009"),
    ("2020-03", None, "from March 2020"),
    (None, "2015", "until 2015"),
    (None, None, ""),
    ("2018-04-09", "2018", "9\xa0April\xa02018 and later in 2018"),
])  # fmt: skip
def test_a_span_says_what_is_known_of_its_ends(start: str | None, end: str | None, text: str) -> None:
    assert english.span_text(partial(start) if start else None, partial(end) if end else None) == text


@pytest.mark.parametrize(("value", "unit", "qualifier", "text"), [
    ("1300000000", Unit.SEK, Qualifier.ABOUT, "about SEK\xa01.3\xa0billion"),
    ("2000000", Unit.SEK, Qualifier.EXACT, "SEK\xa02\xa0million"),
    ("1854", Unit.SEK, Qualifier.EXACT, "SEK\xa01,854"),
    ("25", Unit.PERCENT, Qualifier.OVER, "over 25\xa0per cent"),
    ("1854", Unit.COUNT, Qualifier.EXACT, "1,854"),
    ("79.2", Unit.COUNT, Qualifier.EXACT, "79.2"),
])  # fmt: skip
def test_an_amount_has_its_unit_and_how_exact_it_is(value: str, unit: Unit, qualifier: Qualifier, text: str) -> None:
    assert english.amount_text(Decimal(value), unit, qualifier) == text


def test_lists_and_counts_are_words() -> None:
    assert [english.and_list(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [english.count_text(n, "case", "cases") for n in (0, 1, 1200)] == ["no cases", "1\xa0case", "1,200\xa0cases"]

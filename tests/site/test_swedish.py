"""Dates, numbers and lists as they are written in Swedish, the same on every machine."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Qualifier, Unit
from generator.site.swedish import amount_text, and_list, count_text, day_text, first_letter, number_text, on_day, sort_key, span_text

NBSP = "\u00a0"


def partial(text: str) -> PartialDate:
    return PartialDate.parse(text)


def spaced(text: str) -> str:
    """The text with its no-break spaces as plain ones, to compare with what can be read here."""
    return text.replace(NBSP, " ")


# Dates


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 21), "21 november 2026"),
        (partial("2026-01-01"), "1 januari 2026"),
        (partial("2012-03"), "mars 2012"),
        (partial("2012"), "2012"),
        (None, ""),
    ],
)
def test_a_date_is_shown_with_the_precision_it_has(value: date | PartialDate | None, text: str) -> None:
    assert spaced(day_text(value)) == text


def test_the_months() -> None:
    names = [day_text(PartialDate(2020, month)).removesuffix(" 2020") for month in range(1, 13)]
    assert names == ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]


def test_a_full_date_is_never_broken_between_lines() -> None:
    assert day_text(date(2026, 11, 21)) == f"21{NBSP}november{NBSP}2026"
    assert on_day(date(2026, 11, 21)) == f"den{NBSP}21{NBSP}november{NBSP}2026"


@pytest.mark.parametrize(("value", "text"), [("2026-11-21", "den 21 november 2026"), ("2012-03", "i mars 2012"), ("2012", "2012")])
def test_a_date_in_a_sentence(value: str, text: str) -> None:
    assert spaced(on_day(partial(value))) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2009", "2013", "2009–2013"),
        ("2012", "2012", "2012"),
        ("2012-03", "2012-03", "mars 2012"),
        ("2012-03", "2013", "mars 2012–2013"),
        ("2020-03-01", "2021-02-28", "1 mars 2020–28 februari 2021"),
        ("2020-03", None, "från mars 2020"),
        (None, "2015", "till 2015"),
        (None, None, ""),
    ],
)
def test_spans(start: str | None, end: str | None, text: str) -> None:
    assert spaced(span_text(partial(start) if start else None, partial(end) if end else None)) == text


# Numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (952, "952"),
        (1854, "1 854"),
        (10000, "10 000"),
        (1234567, "1 234 567"),
        (Decimal("79.2"), "79,2"),
        (Decimal("1.10"), "1,10"),
        (Decimal("1854.50"), "1 854,50"),
        (-5, "-5"),
    ],
)
def test_numbers(value: int | Decimal, text: str) -> None:
    assert spaced(number_text(value)) == text


decimals = st.decimals(0, 10**13, allow_nan=False, allow_infinity=False, places=3) | st.integers(0, 10**13).map(Decimal)


@given(decimals)
def test_a_number_keeps_every_digit(value: Decimal) -> None:
    text = number_text(value)
    assert " " not in text
    assert Decimal(text.replace(NBSP, "").replace(",", ".")) == value
    assert re.fullmatch(rf"[0-9]{{1,3}}({NBSP}[0-9]{{3}})*(,[0-9]+)?", text)


UNITS = {"miljarder": 10**9, "miljard": 10**9, "miljoner": 10**6, "miljon": 10**6, "": 1}


def kronor(text: str) -> Decimal:
    """What a reader understands by `1,3 miljarder kronor`."""
    match = re.fullmatch(r"([0-9 ]+(?:,[0-9]+)?)(?: (miljarder|miljard|miljoner|miljon))? kronor", spaced(text))
    assert match, text
    return Decimal(match[1].replace(" ", "").replace(",", ".")) * UNITS[match[2] or ""]


@given(decimals | st.integers(0, 99999).map(lambda n: Decimal(n) * 10**7) | st.integers(0, 99999).map(lambda n: Decimal(n) * 10**4))
def test_kronor_are_never_rounded(value: Decimal) -> None:
    text = amount_text(value, Unit.SEK, Qualifier.EXACT)
    assert kronor(text) == value
    assert len(text.partition(",")[2].split(NBSP)[0]) <= 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0 kronor"),
        ("950", "950 kronor"),
        ("12500", "12 500 kronor"),
        ("999999", "999 999 kronor"),
        ("1000000", "1 miljon kronor"),
        ("1500000", "1,5 miljoner kronor"),
        ("2000000", "2 miljoner kronor"),
        ("12340000", "12,34 miljoner kronor"),
        ("12345000", "12 345 000 kronor"),
        ("100000000", "100 miljoner kronor"),
        ("1000000000", "1 miljard kronor"),
        ("1300000000", "1,3 miljarder kronor"),
        ("1234000000", "1 234 miljoner kronor"),
        ("2000000000000", "2 000 miljarder kronor"),
        ("1500000.00", "1,5 miljoner kronor"),
        ("12.50", "12,50 kronor"),
    ],
)
def test_kronor_in_the_largest_unit_that_loses_nothing(value: str, text: str) -> None:
    assert spaced(amount_text(Decimal(value), Unit.SEK, Qualifier.EXACT)) == text


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "text"),
    [
        ("952", Unit.COUNT, Qualifier.EXACT, "952"),
        ("25", Unit.PERCENT, Qualifier.OVER, "över 25 procent"),
        ("1.5", Unit.HOURS, Qualifier.AT_MOST, "högst 1,5 timmar"),
        ("1300000000", Unit.SEK, Qualifier.ABOUT, "cirka 1,3 miljarder kronor"),
        ("10", Unit.DAYS, Qualifier.AT_LEAST, "minst 10 dagar"),
        ("5", Unit.COUNT, Qualifier.UNDER, "under 5"),
    ],
)
def test_amounts(value: str, unit: Unit, qualifier: Qualifier, text: str) -> None:
    assert spaced(amount_text(Decimal(value), unit, qualifier)) == text


@pytest.mark.parametrize(("count", "text"), [(0, "inga leverantörer"), (1, "1 leverantör"), (2, "2 leverantörer"), (1200, "1 200 leverantörer")])
def test_counts(count: int, text: str) -> None:
    assert spaced(count_text(count, "leverantör", "leverantörer")) == text


# Lists and order


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c"), (("a", "b", "c", "d"), "a, b, c och d")]
)
def test_lists(words: list[str], text: str) -> None:
    assert and_list(words) == text


@pytest.mark.parametrize(
    "names",
    [
        ["Arcus", "Lernia", "Zett", "Åstar", "Ängel", "Örn"],
        ["Ab", "Åb", "Äb", "Öb"],
        ["a", "B", "c", "D"],
        ["3:e coachen", "Arcus"],
        ["1 Coach", "2 Coach"],
        ["Ide", "Idé", "Idéer", "Ideon"],
        ["Cafe", "Café", "Cafeet"],
        ["Vik", "Wik", "Xavi"],
        ["Muller", "Myhr", "Müller", "Myllymäki"],
        ["Capa", "Čapek", "Carlsson"],
        ["Lodz", "Lódz", "Loef"],
        ["Ab Alfa", "Abalfa"],
        ["Jobb & Co", "Jobbco"],
        ["Arcus", "”Bo” Coach", "Coach", "- Dalen", "(Ek)", "!Åstar"],
    ],
)
def test_swedish_order(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == names


def test_letters_written_in_two_parts_sort_as_one() -> None:
    """A name pasted from a Mac has å as a and a ring."""
    assert sorted(["A\u030astar", "Lernia", "Zett"], key=sort_key) == ["Lernia", "Zett", "A\u030astar"]


@given(st.lists(st.text(max_size=6), max_size=8))
def test_the_order_is_the_same_whatever_the_order_before(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=sort_key) == sorted(backwards, key=sort_key)


@given(st.text(max_size=8), st.text(max_size=8))
def test_names_that_sort_alike_are_the_same(one: str, two: str) -> None:
    assert (sort_key(one) == sort_key(two)) == (one == two)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("arcus", "A"), ("Arcus", "A"), ("åstar", "Å"), ("Ängel", "Ä"), ("Örn", "Ö"), ("Éclair", "E"), ("Über", "Y"), ("Ørsted", "Ö"), ("Æ", "Ä"),
        ("Čapek", "C"), ("A\u030astar", "Å"),
        ("3:e", "0–9"), ("0", "0–9"), ("”Jobb”", "J"), (" x", "X"), ("", "#"), ("”3:e”", "0–9"), ("…", "#"), ("- Åstar", "Å"),
        ("中", "#"), ("ß", "S"), ("W", "W"),
    ],
)  # fmt: skip
def test_the_letter_that_a_name_stands_under(name: str, letter: str) -> None:
    assert first_letter(name) == letter


@given(st.lists(st.text("aAbzåäöéčü19 -”", min_size=1, max_size=3), max_size=12))
def test_names_under_one_letter_stand_together_in_the_order(names: list[str]) -> None:
    letters = [first_letter(name) for name in sorted(names, key=sort_key)]
    runs = [letter for index, letter in enumerate(letters) if index == 0 or letters[index - 1] != letter]
    assert len(runs) == len(set(runs))

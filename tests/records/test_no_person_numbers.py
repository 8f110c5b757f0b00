"""What only looks like a person number is none: organisation numbers, dates, amounts, pages, phone numbers, identifiers."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import anybody, found, oracles
from stdnum import luhn


@given(st.integers(0, 99), st.integers(20, 99), st.text("0123456789", min_size=5, max_size=5))
def test_an_organisation_number_is_no_person(first: int, middle: int, rest: str) -> None:
    nine = f"{first:02d}{middle}{rest}"
    number = nine + luhn.calc_check_digit(nine)
    texts = [number, f"{number[:6]}-{number[6:]}", f"{number[:6]} {number[6:]}", f"16{number}"]
    if first not in (19, 20):  # else its VAT number has the twelve digits that a person may have
        texts += [f"SE{number}01", f"SE{number[:6]}-{number[6:]}01"]
    for text in texts:
        assert found(f"Bolaget ({text}) har svarat.") == []


def test_the_numbers_of_state_authorities_are_no_person() -> None:
    assert found("202100-2114, SE202100211401") == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_and_spans_of_dates_are_no_person(one: date, two: date) -> None:
    for between in ("–", " – ", "-", " ", " till ", ", ", "/", "--", " - "):
        assert found(f"Mellan {one}{between}{two} gällde avtalet.") == []
    for between in (" – ", " ", ", ", "/"):
        assert found(f"{one:%Y-%m}{between}{two:%Y-%m}") == []
        assert found(f"{one:%Y-%m}{between}{two:%Y}") == []
        assert found(f"{one:%Y}{between}{two:%Y}") == []
    assert found(f"{one:%Y%m%d}-{two:%Y%m%d}") == []
    assert found(f"https://exempel.se/{one:%Y/%m/%d}/artikel?from={one}&to={two}") == []


@given(st.datetimes(datetime(1996, 1, 1), datetime(2099, 12, 31)))
def test_times_are_no_person(moment: datetime) -> None:
    assert found(f"{moment:%Y-%m-%dT%H:%M:%S} och {moment:%Y-%m-%d %H:%M}") == []
    assert found(f"https://web.archive.org/web/{moment:%Y%m%d%H%M%S}/http://exempel.se/") == []


@given(st.text("0123456789", min_size=13, max_size=40))
def test_longer_runs_of_digits_are_no_person(run: str) -> None:
    assert found(run) == []
    assert found(f"id={run}&x") == []


@given(anybody, st.sampled_from("0123456789"))
def test_a_digit_more_on_either_side_makes_it_another_number(number: str, digit: str) -> None:
    assert found(f"{number}{digit}") == []
    assert found(f"{digit}{number}") == []


@given(st.integers(1, 99999), st.integers(1990, 2030), st.integers(0, 99_999_999))
def test_diary_numbers_are_no_person(number: int, year: int, long: int) -> None:
    for text in (
        f"dnr {number}-{year}",
        f"dnr 8.5-{number}/{year}",
        f"Af-{year}/{long:08d}",
        f"Dnr {year}:{number}",
        f"mål nr {number}-{year % 100:02d}",
        f"SOU {year}:{number}",
    ):
        assert found(text) == []


AREA = st.sampled_from(["08", "031", "040", "018", "0500", "010", "020", "070", "076"])


@given(AREA, st.text("0123456789", min_size=8, max_size=8))
def test_phone_numbers_are_no_person(area: str, n: str) -> None:
    for text in (
        f"{area}-{n[:3]} {n[3:5]} {n[5:7]}",
        f"{area}-{n[:2]} {n[2:4]} {n[4:6]}",
        f"{area} {n[:3]} {n[3:6]} {n[6:8]}",
        f"+46 {area[1:]} {n[:3]} {n[3:5]} {n[5:7]}",
    ):
        assert found(text) == []


@pytest.mark.parametrize("middle", ["91-7276-123-4", "978-91-7276-123-4", "978 91 7276 123 4", "0-19-853453-1"])
def test_isbn_is_no_person(middle: str) -> None:
    assert found(f"ISBN {middle}") == []


@pytest.mark.parametrize(
    "text", ["10.1177/0143831X20946374", "10.1016/j.labeco.2012.03.011", "doi:10.1000/182", "arXiv:1203.01234", "urn:nbn:se:uu:diva-120301"]
)
def test_identifiers_of_documents_are_no_person(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["", "1", "0114", "1 854 deltagare", "79,2 procent", "12:30", "2012", "1 000 000 000", "100 000–200 000 kronor", "lag (1974:174)"]
)
def test_everyday_numbers_are_no_person(text: str) -> None:
    assert found(text) == []


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(1, 9999), st.sampled_from(["kronor", "kr", "deltagare", "procent", "%", "personer"]))
def test_an_amount_after_a_day_is_no_person(day: date, amount: int, unit: str) -> None:
    grouped = f"{amount:,}".replace(",", " ")
    for text in (
        f"{day}, {grouped} {unit}",
        f"{day}, {amount:04d} {unit}",
        f"{day:%y%m%d}, {amount:04d} {unit}",
        f"{day:%y%m%d}, {grouped}",
        f"{day:%Y%m%d}; {amount:04d} {unit}",
        f"{day}: {amount}",
        f"{day} = {amount}",
        f"{day},{amount}",
        f"{day:%y%m%d},{amount}",
        f"{day.day}/{day.month} {day.year}, {grouped} {unit}",
        f"{day:%y%m%d}, de sista var {grouped} {unit}" if amount < 1000 or grouped != str(amount) else "",
    ):
        assert found(text) == []


@given(st.integers(1, 95), st.sampled_from([" ", ".", "-"]))
def test_numbers_that_follow_one_another_are_no_person(first: int, between: str) -> None:
    for many in (5, 6):
        assert found(between.join(f"{number:02d}" for number in range(first, first + many))) == []
    assert found(between.join(str(number) for number in range(1990 + first, 1993 + first))) == []
    assert found(between.join(str(number) for number in range(100 + first, 104 + first))) == []


def test_numbers_that_follow_one_another_are_no_person_also_when_the_last_digit_fits() -> None:
    pages = [str(number) for number in range(10, 15)]
    assert oracles("".join(pages))
    assert found("".join(pages)) == ["".join(pages)]
    assert found(f"sidorna {' '.join(pages)}") == []


@given(st.integers(1, 999), st.sampled_from([1, 2]))
def test_round_amounts_in_threes_are_no_person(millions: int, zeros: int) -> None:
    text = f"{millions * 1000**zeros:,} 000".replace(",", " ")
    assert found(f"{text} kronor") == []
    assert found(f"19{millions % 10} {millions:03d} 000 000 kronor") == []


@given(anybody)
def test_a_wrong_check_digit_is_no_person(number: str) -> None:
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    assert found(f"{wrong[:8]}-{wrong[8:]}") == []

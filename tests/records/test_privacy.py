"""What must never be published about a person is found however it is written, and nothing else is.

No person number stands in this file: every one is put together from parts when the tests run.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from personnummer import personnummer
from stdnum import luhn
from stdnum.se import personnummer as stdnum_personnummer

from generator.records.privacy import (
    HEALTH_TERMS,
    contact_key,
    contact_keys,
    find_contact_details,
    find_health_terms,
    find_person_numbers,
    mask_contact_details,
    mask_person_numbers,
)

BORN = st.dates(date(1900, 1, 1), date(2020, 12, 31))
SERIAL = st.integers(1, 999).map("{:03d}".format)
DASHES = "-‐‑‒–—−﹣－\u00ad"
SPACES = " \u00a0\u202f\u2009"


def person(day: date, serial: str, *, coordination: bool) -> str:
    """Twelve digits: the date (day plus 60 for a coordination number), the serial and the check digit."""
    body = f"{day:%y%m}{day.day + 60 * coordination:02d}{serial}"
    return f"{day.year // 100}{body}{luhn.calc_check_digit(body)}"


people = st.builds(lambda d, s: person(d, s, coordination=False), BORN, SERIAL)
coordinated = st.builds(lambda d, s: person(d, s, coordination=True), BORN, SERIAL)
anybody = st.one_of(people, coordinated)

# Every way of writing that the find must know, from the twelve digits.
FORMS = {
    "12 digits": lambda n: n,
    "12 digits, dash": lambda n: f"{n[:8]}-{n[8:]}",
    "12 digits, plus": lambda n: f"{n[:8]}+{n[8:]}",
    "12 digits, space": lambda n: f"{n[:8]} {n[8:]}",
    "12 digits, spaced dash": lambda n: f"{n[:8]} – {n[8:]}",
    "12 digits, space after the century": lambda n: f"{n[:2]} {n[2:8]}-{n[8:]}",
    "10 digits": lambda n: n[2:],
    "10 digits, dash": lambda n: f"{n[2:8]}-{n[8:]}",
    "10 digits, plus": lambda n: f"{n[2:8]}+{n[8:]}",
    "10 digits, space": lambda n: f"{n[2:8]} {n[8:]}",
    "10 digits, underscore": lambda n: f"{n[2:8]}_{n[8:]}",
    "10 digits, line break": lambda n: f"{n[2:8]}-\n{n[8:]}",
    "like an ISO date": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
    "like an ISO date, space": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]} {n[8:]}",
    "with points": lambda n: f"{n[:4]}.{n[4:6]}.{n[6:8]}.{n[8:]}",
    "in twos": lambda n: f"{n[2:4]} {n[4:6]} {n[6:8]} {n[8:]}",
    "VAT number": lambda n: f"SE{n[2:]}01",
    "VAT number, space": lambda n: f"SE {n[2:]}01",
    "VAT number, dash": lambda n: f"SE{n[2:8]}-{n[8:]}01",
    "VAT number without country": lambda n: f"{n[2:]}01",
    "12 digits, slash": lambda n: f"{n[:8]}/{n[8:]}",
    "10 digits, slash": lambda n: f"{n[2:8]}/{n[8:]}",
    "10 digits, in brackets": lambda n: f"{n[2:8]} ({n[8:]}",
    "10 digits, colon": lambda n: f"{n[2:8]}: {n[8:]}",
    "10 digits, in two cells": lambda n: f"{n[2:8]} | {n[8:]}",
    "10 digits, the last in pairs": lambda n: f"{n[2:8]} {n[8:10]} {n[10:]}",
    "10 digits, slash and spaces": lambda n: f"{n[2:8]} / {n[8:]}",
    "10 digits, square brackets": lambda n: f"{n[2:8]} [{n[8:]}",
    "10 digits, comma": lambda n: f"{n[2:8]}, {n[8:]}",
    "12 digits, comma": lambda n: f"{n[:8]}, {n[8:]}",
    "10 digits, semicolon": lambda n: f"{n[2:8]}; {n[8:]}",
    "10 digits, equals": lambda n: f"{n[2:8]} = {n[8:]}",
    "10 digits, arrow": lambda n: f"{n[2:8]} → {n[8:]}",
    "10 digits, arrow of signs": lambda n: f"{n[2:8]} -> {n[8:]}",
    "10 digits, bullet dash": lambda n: f"{n[2:8]}\u2043{n[8:]}",
    "10 digits, katakana dash": lambda n: f"{n[2:8]}\u30fc{n[8:]}",
    "10 digits, four dashes": lambda n: f"{n[2:8]}----{n[8:]}",
    "10 digits, a long line": lambda n: f"{n[2:8]} ........ {n[8:]}",
    "10 digits, quoted apart": lambda n: f"{n[2:8]}” ”{n[8:]}",
    "12 digits, quoted apart": lambda n: f'{n[:8]}" - "{n[8:]}',
    "10 digits, the last four said": lambda n: f"{n[2:8]}, sista fyra {n[8:]}",
    "a date, the last four said": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]} med de fyra sista siffrorna: {n[8:]}",
    "date with slashes": lambda n: f"{n[2:4]}/{n[4:6]}/{n[6:8]} {n[8:]}",
    "date with slashes, century": lambda n: f"{n[:4]}/{n[4:6]}/{n[6:8]}-{n[8:]}",
    "in pairs": lambda n: " ".join(n[i : i + 2] for i in range(2, 12, 2)),
    "in pairs, 12": lambda n: ".".join(n[i : i + 2] for i in range(0, 12, 2)),
    "in threes": lambda n: f"{n[2:5]} {n[5:8]} {n[8:11]} {n[11]}",
    "in threes, 12": lambda n: " ".join(n[i : i + 3] for i in range(0, 12, 3)),
    "in fours, 12": lambda n: " ".join(n[i : i + 4] for i in range(0, 12, 4)),
    "every digit for itself": lambda n: " ".join(n[2:]),
    "every digit for itself, 12": ".".join,
    "every digit for itself, dashes": lambda n: " - ".join(n[2:]),
}
# Where a number can stand.
PLACES = {
    "alone": "{}",
    "in a sentence": "Mannen ({}) deltog.",
    "beside letters": "nr{}x",
    "after a word and a comma": "pnr,{}.",
    "in a path": "https://exempel.se/personer/{}/beslut",
    "in a query": "https://exempel.se/sok?pnr={}&sida=2",
    "in a fragment": "https://exempel.se/#p{}",
    "in a file name": "beslut_{}.pdf",
    "in an id": "beslut-{}-kopia",
    "in JSON": '{{"pnr":"{}"}}',
    "as a number in JSON": '{{"pnr": {}}}',
    "in CSV": "Felexempel AB;{};Felby",
    "in quotes in CSV": '"Felexempel AB","{}","Felby"',
    "in XML": "<person nummer='1'>{}</person>",
    "in HTML": '<td title="{}">',
}
# Where a day with its century and a slash is the address of an article.
NOT_IN_ADDRESSES = {"12 digits, slash"}
ADDRESSES = {"in a path", "in a query"}
# How the characters of a number can be written so that a reader sees them and a search does not.
DISGUISES = {
    "percent-encoding twice": lambda t: "".join(f"%25{ord(c):02X}" for c in t),
    "percent-encoding": lambda t: "".join(f"%{ord(c):02X}" for c in t),
    "decimal references": lambda t: "".join(f"&#{ord(c)};" for c in t),
    "hexadecimal references": lambda t: "".join(f"&#x{ord(c):x};" for c in t),
    "JSON escapes": lambda t: "".join(f"\\u{ord(c):04x}" for c in t),
    "wide digits": lambda t: "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in t),
    "Arabic digits": lambda t: t.translate({ord(str(d)): chr(0x660 + d) for d in range(10)}),
    "superscript": lambda t: t.translate({ord(str(d)): "⁰¹²³⁴⁵⁶⁷⁸⁹"[d] for d in range(10)}),
    "circles": lambda t: t.translate({ord(str(d)): "⓪①②③④⑤⑥⑦⑧⑨"[d] for d in range(10)}),
    "zero-width characters": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "controls": "\x1f".join,
    "struck out": lambda t: "".join(f"{c}\u0336" for c in t),
    "emphasis": lambda t: f"**{t[:3]}**{t[3:]}",
    "code": lambda t: f"`{t[:5]}`{t[5:]}",
    "backslashes": "\\".join,
    "wide space": lambda t: t.replace("-", "\u2003"),
    "spaces": lambda t: t.replace("-", "  -  "),
    "indented line": lambda t: t.replace("-", "-\n      "),
}


def found(text: str) -> list[str]:
    """The parts of the text that are person numbers."""
    findings = list(find_person_numbers(text))
    assert all(finding.what == "person_number" for finding in findings)
    return [text[finding.start : finding.end] for finding in findings]


def digits_of(text: str) -> str:
    return re.sub("[^0-9]", "", text)


# Person numbers and coordination numbers are found


@given(people)
def test_the_numbers_that_these_tests_make_are_real_by_two_other_libraries(number: str) -> None:
    assert stdnum_personnummer.is_valid(number)
    assert personnummer.valid(number)


@given(coordinated)
def test_the_coordination_numbers_that_these_tests_make_are_real(number: str) -> None:
    assert personnummer.valid(number)
    assert personnummer.parse(number).is_coordination_number()


@pytest.mark.parametrize("form", FORMS)
@given(number=anybody)
def test_every_written_form_is_found_in_every_place(form: str, number: str) -> None:
    written = FORMS[form](number)
    for place, text in PLACES.items():
        if form not in NOT_IN_ADDRESSES or place not in ADDRESSES:
            assert found(text.format(written)) == [written.removeprefix("SE").strip()]


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@given(number=anybody)
def test_every_disguise_is_seen_through_and_masked(disguise: Callable[[str], str], number: str) -> None:
    for start in (0, 2):
        for text in (f"nr {disguise(f'{number[start:8]}-{number[8:]}')}, ok", disguise(number[start:])):
            assert len(found(text)) == 1
            assert found(mask_person_numbers(text)) == []


@given(anybody)
def test_a_disguise_is_pointed_at_where_it_stands(number: str) -> None:
    written = f"**{number[2:8]}**&#8209;{number[8:]}"
    assert found(f"Hon (nr {written}) deltog.") == [written.removeprefix("**")]


def oracles(number: str) -> bool:
    """True when either of two other libraries takes it for a person or coordination number."""
    return stdnum_personnummer.is_valid(number) or personnummer.valid(number)


ten_digits = st.one_of(
    st.text("0123456789", min_size=10, max_size=10),
    st.builds(lambda day, rest: f"{day:%y%m%d}{rest}", BORN, st.text("0123456789", min_size=4, max_size=4)),
    anybody.map(lambda number: number[2:]),
)


@given(ten_digits, st.sampled_from(["-", ""]))
def test_ten_digits_are_a_person_exactly_when_another_library_says_so(digits: str, between: str) -> None:
    assert bool(found(f"{digits[:6]}{between}{digits[6:]}")) == oracles(f"{digits[:6]}-{digits[6:]}")


@given(anybody, st.sampled_from(DASHES + SPACES + "+"), st.sampled_from(["", " "]))
def test_every_dash_and_space_separates(number: str, separator: str, beside: str) -> None:
    assert found(f"{number[2:8]}{beside}{separator}{beside}{number[8:]}")
    assert found(f"{number[:8]}{beside}{separator}{beside}{number[8:]}")


@given(anybody, st.sampled_from(["-", "+", " ", "\u00a0", "–", " – ", "\u2011"]))
def test_percent_encoding_hides_nothing(number: str, separator: str) -> None:
    for start in (0, 2):
        assert found("https://exempel.se/?q=" + quote(f"{number[start:8]}{separator}{number[8:]}", safe=""))
        assert found("https://exempel.se/?q=" + quote(f" {separator}{number[start:8]}{number[8:]}{separator}", safe=""))


@given(st.dates(date(1919, 1, 1), date(1920, 12, 31)) | st.dates(date(2019, 1, 1), date(2020, 12, 31)), SERIAL)
def test_a_year_that_looks_like_a_century_hides_nothing(day: date, serial: str) -> None:
    number = person(day, serial, coordination=False)
    for write in FORMS.values():
        assert found(write(number))


@given(SERIAL, st.booleans())
def test_somebody_born_on_a_leap_day_that_1900_did_not_have_is_found(serial: str, coordination: bool) -> None:
    number = person(date(2000, 2, 29), serial, coordination=coordination)
    for write in FORMS.values():
        assert found(write(number))


@given(st.lists(anybody, min_size=1, max_size=4))
def test_every_number_of_several_is_found(numbers: list[str]) -> None:
    text = ", ".join(f"{n[2:8]}-{n[8:]}" for n in numbers)
    assert [digits_of(part) for part in found(text)] == [n[2:] for n in numbers]


@given(anybody)
def test_the_finding_says_where(number: str) -> None:
    finding = next(find_person_numbers(f"nr {number[2:8]}-{number[8:]}, och"))
    assert (finding.start, finding.end) == (3, 14)


twelve_digits = st.one_of(
    st.text("0123456789", min_size=10, max_size=10).map(lambda rest: f"19{rest}"),
    st.builds(lambda day, rest: f"{day:%Y%m%d}{rest}", BORN, st.text("0123456789", min_size=4, max_size=4)),
    anybody,
)


@given(twelve_digits)
def test_twelve_digits_are_a_person_exactly_when_another_library_says_so(digits: str) -> None:
    # Written with a dash, so that only the reading with a century is possible.
    assert bool(found(f"{digits[:8]}-{digits[8:]}")) == oracles(digits)


# Nothing else is


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


# Masking


fragments = st.one_of(
    anybody,
    anybody.map(lambda n: f"{n[2:8]}-{n[8:]}"),
    anybody.map(lambda n: f"SE{n[2:]}01"),
    anybody.map(lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}"),
    st.dates().map(str),
    st.text("0123456789-+ .%2", max_size=8),
    st.sampled_from(["%20", "%2D", "–", ", ", "SE", "01", "\n", "x", "**", "_", "\u200b", "&#", ";", "&sup2;", "%3", "\\u003", "  "]),
    st.builds(lambda number, disguise: disguise(number[2:]), anybody, st.sampled_from(list(DISGUISES.values()))),
)


@given(st.lists(fragments, max_size=8).map("".join))
def test_masking_leaves_no_number_and_changes_nothing_but_digits(text: str) -> None:
    masked = mask_person_numbers(text)
    assert found(masked) == []
    assert len(masked) == len(text)
    assert all(new in (old, "•") for old, new in zip(text, masked, strict=True))


@given(anybody)
def test_masking_keeps_the_rest_of_the_text(number: str) -> None:
    assert mask_person_numbers(f"Den 2012-03-01 fick {number[2:8]}-{number[8:]} avslag.") == "Den 2012-03-01 fick ••••••-•••• avslag."


def test_a_text_without_numbers_is_not_touched() -> None:
    text = "202100-2114 svarade den 2012-03-01, dnr 1234-2012."
    assert mask_person_numbers(text) == text


# E-mail and phone


def contact(text: str) -> list[tuple[str, str]]:
    return [(f.what, text[f.start : f.end]) for f in find_contact_details(text)]


@pytest.mark.parametrize(
    "address",
    [
        "namn@exempel.se",
        "For.Namn+etikett@mail.exempel.se",
        "namn_efternamn@exempel-ab.nu",
        "förnamn@företag.se",
        "åsa@exempel.se",
        "info@xn--fretag-vxa.se",
        "n@a.co",
        "namn%40exempel.se",
        "namn(at)exempel.se",
        "namn [at] exempel (dot) se",
        "namn snabel-a exempel punkt se",
        "namn&#64;exempel.se",
        "namn@exempel&#46;se",
        "namn＠exempel.se",
        "na**mn**@exempel.se",
    ],
)
@pytest.mark.parametrize("place", ["{}", "Skriv till {}.", "<{}>", "mailto:{}", "({})", "https://exempel.se/?till={}", "e-post:{};"])
def test_e_mail_addresses_are_found(address: str, place: str) -> None:
    assert contact(place.format(address)) == [("email", address)]


def test_an_address_is_as_long_as_one_can_be() -> None:
    for length in (63, 64, 65, 300):
        (whole,) = find_contact_details(f"{'n' * length}@exempel.se och mer, skrivet {'x' * 300}")
        assert (whole.start, whole.end) == (max(0, length - 64), length + len("@exempel.se"))
    for length in (254, 255, 256):
        domain = f"{'d' * (length - 3)}.se"
        assert contact(f"{'x' * 300}, namn@{domain}") == ([("email", f"namn@{domain}")] if length < 256 else [])


@pytest.mark.parametrize("text", ["namn@", "@exempel", "@exempel.se", "a @ b", "5 @ 3 kr", "https://exempel.se/@namn", "namn@localhost", "a@b.1", "snabel-a"])
def test_what_is_no_e_mail_address(text: str) -> None:
    assert contact(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "08-123 456 78", "08-12 34 56", "08-1234567", "08-12345678", "08 123 456 78", "08/123 456 78",
        "031-123 45 67", "031-12 34 56", "031-1234567", "0500-12 34 56", "0500-123456",
        "010-123 45 67", "020-12 34 56", "0771-123 456", "0771-12 34 56",
        "070-123 45 67", "070-1234567", "070 123 45 67", "070-123-45-67", "0701234567", "0761234567", "070\u00a0123\u00a045\u00a067", "070–123 45 67",
        "+46 8 123 456 78", "+46 70 123 45 67", "+46 (0)70-123 45 67", "+46(0)701234567", "+46701234567", "+46-70-123 45 67", "0046 70 123 45 67",
        "0046701234567", "070.123.45.67", "０７０-１２３ ４５ ６７", "070&#45;123 45 67", "070**-**123 45 67",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["{}", "Ring {}.", "tel:{}", "({})", "tfn {}, fax"])
def test_phone_numbers_are_found(number: str, place: str) -> None:
    assert contact(place.format(number)) == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "2012-03-01", "2012-03-01–2013-02-28", "01-02-2012", "08-02-2012", "2012", "0114", "0114–0115", "0114 0115", "kl. 09-17", "09–17",
        "08-17 och 10-15", "öppet 08-17 10-15",
        "08:00-17:00", "dnr 0123-2012", "dnr 010-12345-2012", "dnr 031-12345/2012", "202100-2114", "1 000 000", "0,5–1,5 procent", "0 100 200",
        "12 345 678 kronor",
        "ISBN 0-19-853453-1", "10.1177/0143831X20946374", "https://exempel.se/070-123-45-67", "https://exempel.se/?id=0701234567", "ref-0701234567",
        "lag (2010:536)", "0801", "1 080 123 456",
    ],
)  # fmt: skip
def test_what_is_no_phone_number(text: str) -> None:
    assert [part for what, part in contact(text) if what == "phone"] == []


def test_two_ways_to_write_a_contact_detail_have_one_key() -> None:
    for number in ("08-12 34 56", "08/123456", "+46 8 12 34 56", "+46 (0)8-12 34 56", "0046 8 123456", "08&#45;12 34 56", "+46(0)8123456"):
        assert contact_key("phone", number) == "08123456"
    for address in ("Info@Exempel.se", "info@exempel.se", "info%40exempel.se", "info&#64;exempel.se"):
        assert contact_key("email", address) == "info@exempel.se"
    assert contact_keys("Skriv till info@exempel.se eller ring 08-12 34 56.") == {"info@exempel.se", "08123456"}


@pytest.mark.parametrize("address", ["a.b at example.org", "a.b @ example . org", '"a b"@example.org', "namn  @ exempel.se", "a_b at exempel punkt se"])
def test_an_address_that_is_written_apart_is_found(address: str) -> None:
    text = f"Skriv till {address}, så svarar vi."
    assert [text[f.start : f.end] for f in find_contact_details(text)] == [address]
    assert list(find_contact_details(mask_contact_details(text))) == []


@given(
    st.sampled_from("02369"), st.lists(st.integers(0, 9), min_size=7, max_size=7), st.lists(st.sampled_from(["", "", " ", "-", "."]), min_size=7, max_size=7)
)
def test_a_mobile_number_is_found_in_any_groups_and_is_the_same_number(third: str, digits: list[int], gaps: list[str]) -> None:
    rest = "".join(f"{gap}{digit}" for gap, digit in zip(gaps, digits, strict=True))
    plain = f"07{third}{''.join(map(str, digits))}"
    for number in (f"07{third}{rest}", f"467{third}{rest}", f"46 7{third}{rest}", f"+467{plain[2:]}"):
        text = f"Ring {number}."
        assert [text[f.start : f.end] for f in find_contact_details(text)] == [number]
        assert contact_keys(text) == {plain}


@pytest.mark.parametrize("number", ["+47 12 34 56 78", "+4512345678", "0047 12345678", "+358 40 123 4567"])
def test_numbers_of_neighbouring_countries_are_found(number: str) -> None:
    assert [f.what for f in find_contact_details(f"Ring {number}.")] == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "Look at example.org.",
        "e.g. at example.org",
        "@ user . Sedan",
        "1 070 123 456 kronor",
        "1 000 070 123 456 7 kronor",
        "2012-07-01 2012-08-01",
        "+47 000 000 kronor",
        "https://exempel.se/46701740611",
        'class="x"@example.org',
    ],
)
def test_what_looks_a_little_like_a_contact_detail_is_none(text: str) -> None:
    assert list(find_contact_details(text)) == []


def test_masking_contact_details_leaves_neither_letter_nor_digit_of_them() -> None:
    assert mask_contact_details("Till namn.efternamn@exempel.se, 08-12 34 56.") == "Till ••••.•••••••••@•••••••.••, ••-•• •• ••."


# Health


@pytest.mark.parametrize("term", HEALTH_TERMS)
def test_every_health_term_is_found_at_the_start_of_a_word_whatever_the_case(term: str) -> None:
    for text in (f"Hon hade {term}", f"{term.upper()}x", f"({term.capitalize()})"):
        assert [text[f.start : f.end].casefold() for f in find_health_terms(text)] == [term]


@pytest.mark.parametrize(
    "word",
    [
        "sjukskriven",
        "långtidssjukskriven",
        "bröstcancer",
        "lungsjukdom",
        "förlossningsdepression",
        "neuropsykiatrisk",
        "neuropsykiska",
        "funktionsnedsättningen",
        "ADHD-diagnos",
        "autistisk",
        "utbrändhet",
    ],
)
def test_health_is_found_in_inflected_and_compound_words(word: str) -> None:
    findings = list(find_health_terms(f"Deltagaren var {word}."))
    assert findings
    assert {f.what for f in findings} == {"health"}
    assert findings[0].start == len("Deltagaren var ")


@pytest.mark.parametrize("text", ["Avtalet sades upp.", "nautisk", "hivade", "Kursen var dålig.", "Coachen svarade inte.", "prognos", "sjunka", ""])
def test_other_words_say_nothing_about_health(text: str) -> None:
    assert list(find_health_terms(text)) == []


def test_a_date_far_ahead_is_still_a_person() -> None:
    """The find does not ask the clock, so that two builds of the same records agree."""
    later = date.today() + timedelta(days=3650)
    number = person(later, "123", coordination=False)
    assert found(f"{number[:8]}-{number[8:]}")

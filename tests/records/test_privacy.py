"""What must never be published about a person is found however it is written, and nothing else is.

No person number stands in this file: every one is put together from parts when the tests run.
"""

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import BORN, DASHES, SERIAL, SPACES, anybody, coordinated, digits_of, found, oracles, people, person
from personnummer import personnummer
from stdnum.se import personnummer as stdnum_personnummer

from generator.records.privacy import (
    find_person_numbers,
    mask_person_numbers,
)

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
    "10 digits, the last four said in English": lambda n: f"{n[2:8]}, last four digits {n[8:]}",
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
    "empty Braille": "\u2800".join,
    "controls": "\x1f".join,
    "struck out": lambda t: "".join(f"{c}\u0336" for c in t),
    "emphasis": lambda t: f"**{t[:3]}**{t[3:]}",
    "code": lambda t: f"`{t[:5]}`{t[5:]}",
    "backslashes": "\\".join,
    "wide space": lambda t: t.replace("-", "\u2003"),
    "spaces": lambda t: t.replace("-", "  -  "),
    "indented line": lambda t: t.replace("-", "-\n      "),
}


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


@given(people)
def test_a_day_and_a_later_year_with_a_word_that_only_holds_last_between_are_no_number(number: str) -> None:
    """`lastReviewed` of schema.org stands after the address of a release in every page."""
    day, year = f"{number[:4]}-{number[4:6]}-{number[6:8]}", number[8:]
    assert list(find_person_numbers(f'{day}/leverantor/x/"}},"lastReviewed":"{year}')) == []
    assert list(find_person_numbers(f"{day} gällde blasten {year}")) == []


def test_a_text_without_numbers_is_not_touched() -> None:
    text = "202100-2114 svarade den 2012-03-01, dnr 1234-2012."
    assert mask_person_numbers(text) == text


def test_a_date_far_ahead_is_still_a_person() -> None:
    """The find does not ask the clock, so that two builds of the same records agree."""
    later = date.today() + timedelta(days=3650)
    number = person(later, "123", coordination=False)
    assert found(f"{number[:8]}-{number[8:]}")

"""E-mail addresses, phone numbers and words about health are found however they are written, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.privacy import (
    HEALTH_TERMS,
    contact_key,
    contact_keys,
    find_contact_details,
    find_health_terms,
    mask_contact_details,
)

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


@pytest.mark.parametrize(
    "address", ["a.b at example.org", "a.b @ example . org", '"a b"@example.org', "namn  @ exempel.se", "a_b at exempel punkt se", "a.b at example dot org"]
)
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
        "allergisk",
        "sjuk",
        "sjuka",
        "utmattade",
        "disabled",
        "on sick leave",
        "doctor’s note",
        "depression",
        "pregnant",
        "sick",
    ],
)
def test_health_is_found_in_inflected_and_compound_words(word: str) -> None:
    findings = list(find_health_terms(f"Deltagaren var {word}."))
    assert findings
    assert {f.what for f in findings} == {"health"}
    assert findings[0].start == len("Deltagaren var ") + len("on ") * word.startswith("on ")


@pytest.mark.parametrize(
    "text",
    [
        "Avtalet sades upp.",
        "nautisk",
        "hivade",
        "Kursen var dålig.",
        "Coachen svarade inte.",
        "prognos",
        "sjunka",
        "sjukhus",
        "sjuksköterska",
        "nätverken",
        "värkstad",
        "sicksack",
        "The well-known company.",
        "",
    ],
)
def test_other_words_say_nothing_about_health(text: str) -> None:
    assert list(find_health_terms(text)) == []

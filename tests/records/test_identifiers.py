"""Record ids, organisation numbers and web addresses: what is accepted and what is refused."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError
from stdnum import luhn
from stdnum.se import orgnr

from generator.records.identifiers import is_record_id, luhn_valid, parse_local_id, parse_orgnr, parse_url

DIGITS = "0123456789"


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=length, max_size=length)


def refused(parse: object, value: object, code: str) -> bool:
    """True when `parse` refuses the value with that code; any other exception is an error of the test."""
    try:
        parse(value)  # type: ignore[operator]
    except PydanticCustomError as error:
        assert error.type == code
        return True
    return False


# Organisation numbers


@given(st.text(DIGITS, min_size=1, max_size=20))
def test_luhn_agrees_with_stdnum(text: str) -> None:
    assert luhn_valid(text) == luhn.is_valid(text)


with_check_digit = digits(9).map(lambda nine: nine + luhn.calc_check_digit(nine))


@given(st.one_of(digits(10), with_check_digit), st.booleans())
def test_ten_digits_are_accepted_as_stdnum_does_unless_they_look_like_a_person(ten: str, dashed: bool) -> None:
    written = f"{ten[:6]}-{ten[6:]}" if dashed else ten
    accepted = not refused(parse_orgnr, written, "T06")
    assert accepted == (orgnr.is_valid(ten) and ten[2] >= "2")
    if accepted:
        assert parse_orgnr(written) == orgnr.format(ten)


@given(with_check_digit.filter(lambda ten: ten[2] < "2"))
def test_a_third_digit_below_two_is_refused_even_with_a_right_check_digit(ten: str) -> None:
    assert refused(parse_orgnr, ten, "T06")


@given(st.one_of(st.text(), st.text(DIGITS + "- .+", max_size=14), st.integers(), st.none(), st.booleans()))
def test_nothing_else_is_an_organisation_number(value: object) -> None:
    if not refused(parse_orgnr, value, "T06"):
        assert isinstance(value, str)
        assert re.fullmatch(r"[0-9]{6}-?[0-9]{4}", value)
        assert orgnr.is_valid(value)


@pytest.mark.parametrize("written", ["202100-2114", "2021002114"])
def test_an_authority_has_one(written: str) -> None:
    assert parse_orgnr(written) == "202100-2114"


@pytest.mark.parametrize(
    "written",
    [
        "202100-2115",
        "202100 2114",
        "202100–2114",
        "16202100-2114",
        "SE202100211401",
        "202100-2114\n",
        " 202100-2114",
        "２０２１００-２１１４",
        "",
        2021002114,
        None,
    ],
)
def test_other_ways_of_writing_it_are_refused(written: object) -> None:
    assert refused(parse_orgnr, written, "T06")


# Ids


@pytest.mark.parametrize("text", ["a", "1", "exempel-ab", "a-1-b", "2012", "a" * 80])
def test_ids(text: str) -> None:
    assert is_record_id(text)
    assert parse_local_id(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "-", "-a", "a-", "a--b", "A", "exempel_ab", "exempel ab", "åäö", "a.b", "a/b", "..", "a\n", "\na", "é", "ａ", "１", "a" * 81],
)
def test_what_is_no_id(text: str) -> None:
    assert not is_record_id(text)
    assert refused(parse_local_id, text, "T11")


@pytest.mark.parametrize("value", [1, True, None, ["a"]])
def test_only_text_is_an_id(value: object) -> None:
    assert refused(parse_local_id, value, "T11")


@given(st.one_of(st.text(), st.text(string.ascii_lowercase + DIGITS + "-", max_size=85)))
def test_an_id_is_words_of_small_letters_and_digits_joined_by_single_hyphens(text: str) -> None:
    words = text.split("-")
    expected = len(text) <= 80 and all(word and set(word) <= set(string.ascii_lowercase + DIGITS) for word in words)
    assert is_record_id(text) == expected


# Web addresses


@pytest.mark.parametrize(
    "url",
    [
        "https://exempel.se",
        "http://exempel.se/",
        "https://www.exempel.se/a/b.html?x=1&y=%C3%A5#del",
        "https://exempel.se:8443/a",
        "https://exempel.se:1/",
        "https://föräldraföreningen.se/årsmöte",
        "https://xn--frldrafreningen-4kbj.se/",
        "https://exempel.se/a_(b)",
        "https://exempel.se/?q=[x]",
        "https://web.archive.org/web/20120301123001/http://exempel.se/",
        "https://exempel.se/~nagon/@plats",
        "https://192.0.2.1/",
    ],
)
def test_web_addresses(url: str) -> None:
    assert parse_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        # another scheme, or none
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://exempel.se/", "file:///etc/passwd",
        "mailto:x", "//exempel.se/", "/a", "exempel.se", "www.exempel.se", "https:exempel.se", "https:/exempel.se", "HTTPS://exempel.se", "",
        # a user name or password, which can make an address look like another
        "https://namn@exempel.se/", "https://namn:ord@exempel.se/", "https://exempel.se@ond.example/", "https://@exempel.se/",
        # spaces and what cannot be seen
        "https://exempel.se/a b", " https://exempel.se", "https://exempel.se ", "https://exempel.se/\n", "https://exempel.se/a\tb", "https://exempel.se/\x00",
        "https://exempel.se/\x7f", "https://exempel.se/\x85", "https://exempel.se/\x9f", "https://exempel.se/\u00a0", "https://exempel.se/\u200b",
        "https://exempel.se/\u2028", "https://exempel.se/\u202e", "https://exempel.se/\u2066", "https://exempel.se/\ufeff", "https://exempel.se/\u00ad",
        # quotation marks and brackets that end an address in text or HTML
        'https://exempel.se/"x', "https://exempel.se/<x>", "https://exempel.se/`x`", "https://exempel.se/{x}", "https://exempel.se/\\x", "https://exempel.se/|x",
        "https://exempel.se/^x",
        # a host that cannot be one
        "https://", "https:///a", "https://localhost/", "https://exempel/", "https://.se/", "https://exempel..se/", "https://exempel.se./..", "https://../", "https://./",
        "https://-exempel.se/", "https://exempel-.se/", "https://exempel%2Ese/", "https://a.b%00c/", "https://exempel.se\\.ond.example/", "https://ex'empel.se/",
        "https://[::1]/", "https://[::ffff:192.0.2.1]/", "https://[exempel.se/", "https://exempel.se]/", "https://[exempel.se]/",
        # a letter of another alphabet that looks like ours, as it is or in Punycode, and Punycode that is none
        "https://еxempel.se/", "https://exempel.ѕe/", "https://xn--xempel-2of.se/", "https://xn--a-å.se/", "https://xn--99999999.se/",
        # a port that cannot be one
        "https://exempel.se:0/", "https://exempel.se:65536/", "https://exempel.se:x/", "https://exempel.se:-1/", "https://exempel.se:８０/",
        # a character that becomes a slash or a colon when the address is normalised
        "https://exempel.se\uff0fond.example/", "https://exempel.se\u2100.example/", "https://exempel.se\uff1a80/",
        None, 1, True, ["https://exempel.se/"], b"https://exempel.se/",
    ],
)  # fmt: skip
def test_what_is_no_web_address(url: object) -> None:
    assert refused(parse_url, url, "T12")


@given(st.one_of(st.text(), st.text("htps:/.@[]%#?\\ a\n0å1-", max_size=40).map("https://".__add__)))
def test_an_accepted_address_has_a_scheme_and_a_dotted_host_and_nothing_hidden(text: str) -> None:
    if refused(parse_url, text, "T12"):
        return
    scheme, host = re.match(r"(https?)://([^/?#]*)", text).groups()  # type: ignore[union-attr]
    assert scheme in ("http", "https")
    assert "@" not in host
    assert re.fullmatch(r"[\w-]+(\.[\w-]+)+(:[0-9]*)?", host)
    assert text.isprintable()
    assert not set(text) & set(' <>"\\^`{|}')

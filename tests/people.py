"""Person and coordination numbers for property tests, each put together when the tests run, and what can stand in them."""

import re
from datetime import date

from hypothesis import strategies as st
from personnummer import personnummer
from stdnum import luhn
from stdnum.se import personnummer as stdnum_personnummer

from generator.records.privacy import find_person_numbers

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


def oracles(number: str) -> bool:
    """True when either of two other libraries takes it for a person or coordination number."""
    return stdnum_personnummer.is_valid(number) or personnummer.valid(number)


def found(text: str) -> list[str]:
    """The parts of the text that are person numbers."""
    findings = list(find_person_numbers(text))
    assert all(finding.what == "person_number" for finding in findings)
    return [text[finding.start : finding.end] for finding in findings]


def digits_of(text: str) -> str:
    return re.sub("[^0-9]", "", text)

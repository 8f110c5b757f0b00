"""Person and coordination numbers for property tests, each put together when the tests run, and what can stand in them."""

from datetime import date

from hypothesis import strategies as st
from personnummer import personnummer
from stdnum import luhn
from stdnum.se import personnummer as stdnum_personnummer

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

"""What must never be published about a person, recognised in text.

Person numbers and coordination numbers (Skatteverket: personnummer YYMMDD-NNNC, samordningsnummer
the same with the day plus 60, Luhn check digit over the ten digits), e-mail addresses, phone
numbers and words about health. Used on every string of every record, on file names and on the
built output.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.records.identifiers import luhn_valid

_DASHES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}\N{SOFT HYPHEN}"
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_SEPARATOR = f"[{_DASHES}{_SPACES}+.]{{0,3}}"
_PERSON_NUMBER = re.compile(
    rf"(?<![0-9])(?P<century>19|20)?[{_SPACES}]?(?P<yy>[0-9]{{2}}){_SEPARATOR}(?P<mm>[0-9]{{2}}){_SEPARATOR}(?P<dd>[0-9]{{2}})"
    rf"{_SEPARATOR}(?P<number>[0-9]{{4}})(?P<vat>01)?(?![0-9])"
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_PHONE = re.compile(rf"(?<![0-9A-Za-z/_.=-])(?:\+46|0046|0)[{_SPACES}]?(?:\([0-9]\)|[1-9])[0-9]{{0,3}}(?:[{_DASHES}{_SPACES}/]{{1,2}}[0-9]{{2,4}}){{1,4}}(?![0-9])")

HEALTH_TERMS: tuple[str, ...] = (
    "adhd", "alkoholis", "alkoholmissbruk", "asperger", "autis", "bipolär", "borderline", "cancer", "demens",
    "depression", "deprimerad", "diabetes", "diagnos", "drogmissbruk", "epilepsi", "fibromyalgi", "funktionshind",
    "funktionsnedsättning", "gravid", "hiv-", "hjärtinfarkt", "missbrukare", "missfall", "panikattack", "psykisk",
    "psykiatri", "psykos", "ptsd", "reumatis", "schizofren", "självmord", "självskad", "sjukdom", "sjukskriv",
    "stroke", "suicid", "utbränd", "utmattning", "ångest", "ätstörning",
)  # fmt: skip
_HEALTH = re.compile(r"\b(?:" + "|".join(re.escape(term) for term in HEALTH_TERMS) + ")", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something private in a text. `what` is one of person_number, email, phone, health; `start` counts characters."""

    what: str
    start: int
    end: int


def find_person_numbers(text: str) -> Iterator[Finding]:
    """Person and coordination numbers in any written form, also inside `SE…01` VAT numbers and addresses."""
    position = 0
    while match := _PERSON_NUMBER.search(text, position):
        if _is_person_number(match):
            yield Finding("person_number", match.start(), match.end())
            position = match.end()
        else:
            position = match.start() + 1


def _is_person_number(match: re.Match[str]) -> bool:
    day = int(match["dd"])
    if day > 60:
        day -= 60
    # Without a century the 2000s are assumed: every date of the 1900s exists there too.
    year = int((match["century"] or "20") + match["yy"])
    try:
        date(year, int(match["mm"]), day)
    except ValueError:
        return False
    return luhn_valid(match["yy"] + match["mm"] + match["dd"] + match["number"])


def find_contact_details(text: str) -> Iterator[Finding]:
    """E-mail addresses and phone numbers."""
    for what, pattern in (("email", _EMAIL), ("phone", _PHONE)):
        for match in pattern.finditer(text):
            yield Finding(what, match.start(), match.end())


def find_health_terms(text: str) -> Iterator[Finding]:
    """Words that say something about somebody's health."""
    for match in _HEALTH.finditer(text):
        yield Finding("health", match.start(), match.end())


def mask_person_numbers(text: str) -> str:
    """The text with every person number's digits as dots, for messages and logs."""
    for finding in find_person_numbers(text):
        hidden = re.sub("[0-9]", "\N{BULLET}", text[finding.start : finding.end])
        text = text[: finding.start] + hidden + text[finding.end :]
    return text

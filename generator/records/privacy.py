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
_SPACES = " \n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_SEPARATOR = rf"(?:[{_DASHES}{_SPACES}+._]{{0,3}}|(?:%[0-9A-Fa-f]{{2}}){{1,5}})"
_TEN_DIGITS = rf"(?P<yy>[0-9]{{2}}){_SEPARATOR}(?P<mm>[0-9]{{2}}){_SEPARATOR}(?P<dd>[0-9]{{2}}){_SEPARATOR}(?P<number>[0-9]{{4}})"
# A digit in front makes it another number, but not when it ends an escape such as %20.
_START = re.compile(r"(?:(?<![0-9])|(?<=%[0-9A-Fa-f]{2}))[0-9]{2}")
_PERSON_NUMBERS = (
    re.compile(rf"(?P<century>19|20)[{_SPACES}]?{_TEN_DIGITS}(?![0-9])"),
    re.compile(rf"(?P<century>){_TEN_DIGITS}(?:01)?(?![0-9])"),
)
# From one date to another: `2012-03 – 2013…` and `2012-03-01–2013-02…`.
_SPAN_OF_DATES = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}[{_DASHES}{_SPACES}]+(?:19|20)[0-9]{{2}}(?![0-9])"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[{_DASHES}{_SPACES}]+(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])(?![0-9])"
)

_EMAIL = re.compile(r"[\w.%+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")

_AREA = "0(?:8|[1-9][0-9]{1,2})"
_ABROAD = rf"(?:\+46|0046)(?:[{_DASHES}{_SPACES}(]{{0,2}}0\)?)?[{_DASHES}{_SPACES}(]{{0,2}}[1-9](?:[{_DASHES}{_SPACES})]{{0,2}}[0-9]){{6,8}}"
# How a subscriber's five to eight digits are grouped; G is the gap.
_GROUPS = "[0-9]{3}G[0-9]{3}G[0-9]{2}|[0-9]{3}G[0-9]{2}G[0-9]{2}|[0-9]{2}G[0-9]{2}G[0-9]{2,3}|[0-9]{3,4}G[0-9]{3,4}|[0-9]{3}G[0-9]{2}|[0-9]{2}G[0-9]{3}"
_SUBSCRIBER = "|".join(["[0-9]{5,8}", _GROUPS.replace("G", f"[{_SPACES}]"), _GROUPS.replace("G", f"[{_DASHES}]")])
# After a space the thousands of `1 080 123 456` would look like an area code.
_INLAND = rf"(?:(?:\({_AREA}\)|{_AREA})[{_DASHES}/][{_SPACES}]?|\({_AREA}\)[{_SPACES}]|(?<![0-9][{_SPACES}]){_AREA}[{_SPACES}])(?:{_SUBSCRIBER})"
_PHONE = re.compile(rf"(?<![0-9A-Za-z/_.=-])(?:{_ABROAD}|{_INLAND}|07[02369][0-9]{{7}})(?![0-9]|[{_DASHES}/][0-9])")

HEALTH_TERMS: tuple[str, ...] = (
    "adhd", "alkoholis", "alkoholmissbruk", "asperger", "autis", "bipolär", "borderline", "cancer", "demens",
    "depression", "deprimerad", "diabetes", "diagnos", "drogmissbruk", "epilepsi", "fibromyalgi", "funktionshind",
    "funktionsnedsättning", "gravid", "hiv-", "hjärtinfarkt", "missbrukare", "missfall", "panikattack", "psykisk",
    "psykiatri", "psykos", "ptsd", "reumatis", "schizofren", "självmord", "självskad", "sjukdom", "sjukskriv",
    "stroke", "suicid", "utbränd", "utmattning", "ångest", "ätstörning",
)  # fmt: skip
# Stems that mean the same at the end of a compound, such as långtidssjukskriven; autis would find nautisk.
_INSIDE_WORDS = "cancer|demens|depression|diagnos|funktionshind|funktionsnedsättning|missbrukare|psykiatri|psykisk|sjukdom|sjukskriv"
_HEALTH = re.compile(r"\b(?:" + "|".join(re.escape(term) for term in HEALTH_TERMS) + rf"|\w+?(?:{_INSIDE_WORDS}))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something private in a text. `what` is one of person_number, email, phone, health; `start` counts characters."""

    what: str
    start: int
    end: int


def find_person_numbers(text: str) -> Iterator[Finding]:
    """Person and coordination numbers in any written form, also inside `SE…01` VAT numbers and addresses."""
    position = 0
    while start := _START.search(text, position):
        matches = (form.match(text, start.start()) for form in _PERSON_NUMBERS)
        match = next((m for m in matches if m and _is_person_number(m)), None)
        if match:
            yield Finding("person_number", match.start(), match.end())
        position = match.end() if match else start.start() + 1


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
    if _SPAN_OF_DATES.match(match.string, match.start()):
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
    while findings := tuple(find_person_numbers(text)):
        for finding in findings:
            hidden = re.sub("[0-9]", "\N{BULLET}", text[finding.start : finding.end])
            text = text[: finding.start] + hidden + text[finding.end :]
    return text

"""Names of natural persons in a text: a given name followed by what looks like a surname.

The given names are ``given_names.csv`` beside this module; ``given_names.md`` says where they are
from. A program cannot know who is a person: it finds the common names, and people find the rest.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib import resources

from generator.records.disguise import bare
from generator.records.plain_text import plain_text

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# Up to two words or initials may stand between the given name and the surname: Anna K. von Exempel.
_BETWEEN = rf"(?:(?:{_CAPITAL}\.?|von|af|de|van|der|al|el|bin) ){{0,2}}"
_SURNAME = rf"(?!(?:AB|HB|KB)\b(?!-)){_CAPITAL}[\w’'-]+"
# A company that bears a person's name has its legal form after it: Anna Exempel Utbildning AB. But not in AB-kontorets.
_COMPANY = re.compile(rf"(?: (?:{_CAPITAL}[\w’'-]*|&|och)){{0,6}} (?:AB|HB|KB|Aktiebolag)\b(?!-)")


@cache
def given_names() -> frozenset[str]:
    """The common given names."""
    source = resources.files("generator.records").joinpath("given_names.csv")
    return frozenset(row["name"] for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


@cache
def _full_name() -> re.Pattern[str]:
    """A given name and a surname, in that order, also in capitals; or in a list the surname, a comma and the given name."""
    given = "|".join(sorted({*given_names(), *(name.upper() for name in given_names())}))
    full = rf"(?<![\w-])(?:{given})(?:-{_CAPITAL}\w+)? {_BETWEEN}(?P<surname>{_SURNAME})"
    listed = rf"(?<![\w-])(?!(?:{given})\b){_CAPITAL}[\w’'-]+, (?:{given})(?:-{_CAPITAL}\w+)?(?=\Z|[.,;:)”\"]| och | and )"
    return re.compile(f"{full}|{listed}")


def find_person_names(text: str, known: Collection[str]) -> Iterator[str]:
    """Each full name as it is seen. `known`: names of organisations, which are not taken for persons.

    Names of places are: Lund and Berg are surnames too, and no place follows a given name.
    """
    # A link's words and its address are both read, and an underscore between names is a space to a reader.
    readings = (bare(plain_text(text.replace("_", " ")).text), bare(text.replace("_", " ")))
    yield from dict.fromkeys(name for seen in dict.fromkeys(readings) for name in _names(seen, known))


def _names(seen: str, known: Collection[str]) -> Iterator[str]:
    for match in _full_name().finditer(seen):
        if not _COMPANY.match(seen, match.end()) and not any(_covers(seen, name, match) for name in known):
            yield match.group()


def _covers(text: str, name: str, match: re.Match[str]) -> bool:
    """True when a known name has at least one character together with the person's name."""
    return text.find(name, max(0, match.start() - len(name) + 1), match.end() + len(name) - 1) >= 0

"""Swedish counties and municipalities by their SCB codes.

The data is ``places.csv`` beside this module; ``places.md`` says where it is from.
"""

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypeVar

COUNTY_DIGITS = 2

# Words people put round a name; no two places differ only by one of them.
_KIND_WORDS = frozenset({"kommun", "stad", "län", "region"})

# At difflib's own 0.6 Oslo is close to Eslöv, and any county's code to a municipality.
_CUTOFF = 0.7


@dataclass(frozen=True, slots=True)
class County:
    """A county (län), with its two-digit code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun), with its four-digit code and that of its county."""

    code: str
    name: str
    county_code: str


_Place = TypeVar("_Place", County, Municipality)


def _rows(kind: str) -> Iterator[tuple[str, str]]:
    """Yield code and name of every place of one kind, in the order of the file."""
    source = resources.files("generator.records").joinpath("places.csv")
    for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
        if row["kind"] == kind:
            yield row["code"], row["name"]


@cache
def counties() -> Mapping[str, County]:
    """Return the 21 counties by code, in code order."""
    found = {code: County(code, name) for code, name in _rows("county")}
    return MappingProxyType(found)


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Return the 290 municipalities by code, in code order."""
    found = {code: Municipality(code, name, county_code=code[:COUNTY_DIGITS]) for code, name in _rows("municipality")}
    return MappingProxyType(found)


def slug(name: str) -> str:
    """Return the name as lower-case ASCII letters, digits and single hyphens.

    Two places may share a slug (Habo and Håbo): in an address, put the code with it.
    """
    decomposed = unicodedata.normalize("NFKD", name)
    letters = (c for c in decomposed if not unicodedata.combining(c))
    kept = (c if c.isascii() and c.isalnum() else " " for c in letters)
    return "-".join("".join(kept).lower().split())


def suggest_county(text: str) -> County | None:
    """Return the county most likely meant by a wrong code or a name, if any is close."""
    return _closest(text, counties())


def suggest_municipality(text: str) -> Municipality | None:
    """Return the municipality most likely meant by a wrong code or a name, if any."""
    return _closest(text, municipalities())


def _closest(text: str, places: Mapping[str, _Place]) -> _Place | None:
    wanted = _fold(text)
    if wanted.isdigit():
        return _closest_code(wanted, places)
    by_key = {_fold(place.name): place for place in places.values()}
    # Typed without å, ä, ö a name may look more like another place's: Vaxjo, Vaxholm.
    # A real name goes before such a spelling of another, so Habo stays Habo.
    for name, place in list(by_key.items()):
        by_key.setdefault(slug(name), place)
    close = get_close_matches(wanted, by_key, n=1, cutoff=_CUTOFF)
    return by_key[close[0]] if close else None


def _closest_code(wanted: str, places: Mapping[str, _Place]) -> _Place | None:
    # Spreadsheets drop a leading zero; a municipality's code begins with its county's.
    width = len(next(iter(places)))
    fitted = wanted.zfill(width)[:width]
    if fitted in places:
        return places[fitted]
    # Many codes differ by one digit; those of the same county are likelier meant.
    same_county = [c for c in places if c[:COUNTY_DIGITS] == wanted[:COUNTY_DIGITS]]
    close = get_close_matches(wanted, same_county or places, n=1, cutoff=_CUTOFF)
    return places[close[0]] if close else None


def _fold(text: str) -> str:
    """Return the text casefolded, without words that only say what kind of place it is."""
    words = unicodedata.normalize("NFC", text).casefold().split()
    return " ".join(word for word in words if word not in _KIND_WORDS)

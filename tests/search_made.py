"""A fictional registry of any size, to search in: names as companies have them, with many words that no other has."""

from __future__ import annotations

import random
from functools import cache

import made
from stdnum import luhn

from generator.records.places import municipalities
from generator.site.maker import Maker
from generator.site.search.entries import Entry, entries

SOUNDS = ("b", "br", "d", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "sk", "st", "sv", "t", "tr", "v", "")
VOWELS = "aaeeiiouåäöy"
CLOSES = ("", "", "n", "r", "l", "s", "m", "nd", "rn", "ll", "sk", "x")
FIRST = [
    "jobb",
    "karriär",
    "omställnings",
    "kompetens",
    "arbets",
    "framtids",
    "bemannings",
    "rekryterings",
    "match",
    "lyft",
    "steg",
    "väg",
    "kraft",
    "mål",
    "start",
    "nästa",
    "ny",
]
LAST = [
    "coachning",
    "coach",
    "coacherna",
    "coachen",
    "huset",
    "konsult",
    "konsulterna",
    "kraften",
    "partner",
    "utveckling",
    "bolaget",
    "byrån",
    "gruppen",
    "matchning",
    "lotsen",
    "guiden",
    "akademin",
]
PLAIN = [
    "Karriär",
    "Coaching",
    "Rekrytering",
    "Omställning",
    "Utbildning",
    "Bemanning",
    "Konsult",
    "Utveckling",
    "Kompetens",
    "Jobbcoachning",
    "Rehab",
    "Vägledning",
    "Matchning",
]
FORMS = ("AB", "AB", "AB", "AB", "HB", "Ekonomisk förening", "")
MATTERS = [
    "Anmälan om utebliven jobbcoachning",
    "Granskning av fakturor",
    "Tillsyn av lokaler",
    "Hävt avtal",
    "Deltagare utan handledare",
    "Felaktig redovisning",
]


def invented(dice: random.Random) -> str:
    """A word that nobody has used."""
    return "".join(dice.choice(SOUNDS) + dice.choice(VOWELS) + dice.choice(CLOSES) for _ in range(dice.choice((2, 2, 3))))


def company(dice: random.Random, towns: list[str]) -> str:
    """A company's name."""
    own = invented(dice).capitalize()
    compound = (dice.choice(FIRST) + dice.choice(LAST)).capitalize()
    shape = dice.choice(
        (
            f"{own} {dice.choice(PLAIN)}",
            f"{own} {compound}",
            f"{compound} i {dice.choice(towns)}",
            f"{own}{dice.choice(LAST)}",
            f"{own} & {invented(dice).capitalize()}",
            f"{own} {invented(dice).capitalize()} {dice.choice(PLAIN)}",
        )
    )
    return f"{shape} {dice.choice(FORMS)}".strip()


def number(i: int) -> str:
    """An organisation number in a range that no company has."""
    digits = f"999{i % 10**6:06}"
    return f"{digits[:6]}-{digits[6:]}{luhn.calc_check_digit(digits)}"


@cache
def made_entries(count: int) -> tuple[Entry, ...]:
    """The entries of a registry with so many providers and a fifth as many cases. The first are the same whatever their number."""
    codes = sorted(municipalities())
    # Some towns have many more than others.
    weights = [1 / (1 + random.Random(f"town {code}").randrange(60)) for code in codes]
    towns = [municipalities()[code].name for code in codes]
    records: dict[str, made.Data] = {}
    for i in range(count):
        dice = random.Random(f"provider {i}")
        others = {
            field: [company(dice, towns) for _ in range(dice.choice(how_many))]
            for field, how_many in (("aliases", (0, 0, 1)), ("former_names", (0, 0, 1, 2)), ("brands", (0, 0, 0, 1)))
        }
        places = [
            {"municipality": code, "date": "2026-01-01", "sources": made.CITED}
            for code in dict.fromkeys(dice.choices(codes, weights, k=dice.choice((1, 1, 2, 3, 6))))
        ]
        records[f"profiles/p{i:05}"] = made.profile(name=company(dice, towns), orgnr=number(i * 97), places=places, **others)
        if i % 5 == 0:
            records[f"cases/a{i:05}"] = made.case(
                made.party(f"p{i:05}"), name=f"{dice.choice(MATTERS)} i {dice.choice(towns)} {dice.randint(2010, 2026)}", municipalities=[dice.choice(codes)]
            )
    return entries(Maker(made.registry(records)))

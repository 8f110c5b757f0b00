"""A search that found nothing shows something only if it was for the company and in the right register."""

from __future__ import annotations

import pytest
from made import profile, registry, said, scheme

from generator.registry.registry import Registry
from generator.registry.rules.checks import searched_for_it_there

COMPANY = {"name": "Exempel Jobb AB", "orgnr": "999001-0002", "aliases": ["Coachen"], "former_names": ["Åhs & Co"]}


def searched(result: str = "not_found", query: str = "Exempel Jobb", register: str = "Förbundets lista", known: str | None = "Förbundets lista") -> Registry:
    check = {"id": "a", "scheme": "market", "register": register, "query": query, "on": "2026-10-01", "result": result}
    right = {"id": "b", "register": "Någon annans", "query": "Coachen", "on": "2026-10-01", "result": "not_found"}
    return registry({"profiles/exempel-ab": profile(**COMPANY, checks=[right, check]), "schemes/market": scheme(register=known)})


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("Exempel Jobb AB", True),
        ("Exempel Jobb", True),
        ("exempel  jobb", True),
        ("Exe", True),
        ("Ex", False),
        ("coachen", True),
        ("ÅHS Co", True),
        ("999001-0002", True),
        ("9990010002", True),
        ("999001-0003", False),
        ("Xyzzy", False),
        ("Jobb", False),
        ("Exempel Jobb i Norden", False),
        ("-", False),
    ],
)
def test_the_search_is_for_the_number_or_a_name(query: str, right: bool) -> None:
    words = {"value": query, "right_sv": "företagets namn eller nummer", "right_en": "the company's name or number"}
    assert said(searched_for_it_there, searched(query=query)) == ([] if right else [("I05b", "profiles/exempel-ab checks.1.query", words)])


@pytest.mark.parametrize(
    ("register", "known", "right"),
    [
        ("Förbundets lista", "Förbundets lista", True),
        ("förbundets  lista", "Förbundets lista", True),
        ("Telefonkatalogen", "Förbundets lista", False),
        ("Telefonkatalogen", None, True),
    ],
)
def test_the_search_is_in_the_register_of_the_scheme(register: str, known: str | None, right: bool) -> None:
    words = {"value": register, "right_sv": "”Förbundets lista”", "right_en": "“Förbundets lista”"}
    found = said(searched_for_it_there, searched(register=register, known=known))
    assert found == ([] if right else [("I05b", "profiles/exempel-ab checks.1.register", words)])


@pytest.mark.parametrize("result", ["found", "unreachable"])
def test_only_silence_has_to_be_shown(result: str) -> None:
    assert said(searched_for_it_there, searched(result, query="Xyzzy", register="Telefonkatalogen")) == []


def test_a_company_without_a_number_is_searched_for_by_name() -> None:
    check = {"id": "a", "register": "x", "query": "12", "on": "2026-10-01", "result": "not_found"}
    by_name = {**check, "id": "b", "query": "Åå"}
    made = registry({"profiles/exempel-ab": profile(name="Åå", checks=[check, by_name])})
    assert [where for _, where, _ in said(searched_for_it_there, made)] == ["profiles/exempel-ab checks.0.query"]

"""Persons' names are found, and names of organisations and ordinary words are not. Every surname here is made up."""

from __future__ import annotations

import csv
import re

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.records.person_names import find_person_names, given_names

KNOWN = ("Anna Exempel Utbildning", "Eva Kompetens", "Arbetsförmedlingen", "Robin", " Centrum", "Centrum ")


def names(text: str) -> list[str]:
    return list(find_person_names(text, KNOWN))


@given(st.sampled_from(sorted(given_names())))
def test_every_given_name_with_a_surname_is_a_person(name: str) -> None:
    if name != "Robin":
        assert names(f"Handläggaren {name} Påhittsson sade nej.") == [f"{name} Påhittsson"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Påhittssons svar", "Anna Påhittssons"),
        ("Anna-Karin Påhittsson", "Anna-Karin Påhittsson"),
        ("Per-Olof Påhitt-Hittepåsson", "Per-Olof Påhitt-Hittepåsson"),
        ("enligt Erik von Påhitt i nämnden", "Erik von Påhitt"),
        ("enligt Erik A. Påhitt i nämnden", "Erik A. Påhitt"),
        ("(Anna Påhittsson)", "Anna Påhittsson"),
        ("”Anna\nPåhittsson”", "Anna Påhittsson"),
        ("**Anna** Påhittsson", "Anna Påhittsson"),
        ("Anna&nbsp;Påhittsson", "Anna Påhittsson"),
        ("Anna Påhittsson på Exempel AB", "Anna Påhittsson"),
        ("Anna Lund", "Anna Lund"),
        ("ANNA PÅHITTSSON svarade", "ANNA PÅHITTSSON"),
        ("Påhittsson, Anna", "Påhittsson, Anna"),
        ("Påhittsson, Anna and others", "Påhittsson, Anna"),
        ("(Påhittsson, Anna-Karin; handläggare)", "Påhittsson, Anna-Karin"),
        ("Anna_Påhittsson", "Anna Påhittsson"),
        ("[Anna](https://exempel.example/a) Påhittsson", "Anna Påhittsson"),
        ("Anna S&shy;agosson", "Anna Sagosson"),
        ("Ａｎｎａ Påhitts\u0336son", "Anna Påhittsson"),
        ("se https://exempel.example/Anna%20Påhittsson", "Anna Påhittsson"),
        ("Anna Påhittsson AB-kontorets chef", "Anna Påhittsson"),
        ("Anna Øhittsson", "Anna Øhittsson"),
        ("Arbetsförmedlingen. Anna Påhittsson. Arbetsförmedlingen", "Anna Påhittsson"),
        ("Arbetsförmedlingen Anna Påhittsson Arbetsförmedlingen", "Anna Påhittsson"),
        ("Centrum Anna Påhittsson Centrum", "Anna Påhittsson"),
    ],
)
def test_persons(text: str, found: str) -> None:
    assert names(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Anna svarade inte.",
        "Per deltagare och månad",
        "Bo i Malmö",
        "frågade Anna. Hon svarade",
        "Anna, Erik och Eva",
        "I Malmö, Anna svarade",
        "Påhitt, Annat.",
        "ANNA PÅHITT AB",
        "Annapåhittet Exempel",
        "Exempelanna Påhitt",
        "Anna Exempel Utbildning svarade",
        "på Eva Kompetens i Malmö",
        "Anna Påhittsson Utbildning AB",
        "Anna Påhitt & Partner HB",
        "hos Robin Hittepå",
        "Robin är en kursgård. Den som bor hos Robin Hittepå svarar.",
        "Eva Kompetens finns i Malmö. Det skrev Eva Kompetens Malmö.",
        "Arbetsförmedlingen sade upp avtalet.",
        "sankt Eriks gata",
        "Eriksbergs Coachning",
    ],
)
def test_no_persons(text: str) -> None:
    assert names(text) == []


def test_a_long_text_of_names_is_read_to_its_end() -> None:
    assert len(names("Anna " * 6400)) == 1
    assert names("Anna Påhittsson " + "Påhitt " * 6400 + "AB") == ["Anna Påhittsson"]


def test_the_table_has_about_two_hundred_names_each_once_in_order() -> None:
    with (ROOT / "generator/records/given_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [list(row) for row in rows[:1]] == [["name", "group"]]
    for group in ("f", "m"):
        listed = [row["name"] for row in rows if row["group"] == group]
        assert 90 <= len(listed) <= 130
        assert listed == sorted(listed)
    assert len({row["name"] for row in rows}) == len(rows)
    assert all(re.fullmatch("[A-ZÅÄÖ][a-zåäöé]+", row["name"]) for row in rows)

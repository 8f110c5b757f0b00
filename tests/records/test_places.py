"""The places of ``places.csv``, and what is suggested for a wrong one."""

import csv
import re
import unicodedata
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records import places
from generator.records.places import (
    County,
    Municipality,
    counties,
    municipalities,
    slug,
    suggest_county,
    suggest_municipality,
)

CSV = Path(places.__file__).with_name("places.csv")
URL_SAFE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def name_of(place: County | Municipality | None) -> str | None:
    return place.name if place else None


def test_the_file_is_sorted_by_kind_then_code_with_unix_lines_and_no_mark() -> None:
    data = CSV.read_bytes()
    header, *rows = csv.reader(data.decode("utf-8").splitlines())
    assert header == ["code", "name", "kind"]
    assert rows == sorted(rows, key=lambda row: (row[2], row[0]))
    assert {row[2] for row in rows} == {"county", "municipality"}
    assert b"\r" not in data
    assert data.endswith(b"municipality\n")


def test_there_are_21_counties_with_two_digit_codes() -> None:
    assert len(counties()) == 21
    assert all(re.fullmatch(r"[0-9]{2}", code) for code in counties())
    assert all(county.name.endswith(" län") for county in counties().values())


def test_there_are_290_municipalities_with_four_digit_codes() -> None:
    assert len(municipalities()) == 290
    assert all(re.fullmatch(r"[0-9]{4}", code) for code in municipalities())


def test_every_place_is_found_under_its_own_code_in_code_order() -> None:
    for table in (counties(), municipalities()):
        assert [place.code for place in table.values()] == list(table)
        assert list(table) == sorted(table)


def test_every_municipality_lies_in_a_county_that_exists_and_none_is_empty() -> None:
    assert {m.county_code for m in municipalities().values()} == set(counties())
    assert all(code.startswith(m.county_code) for code, m in municipalities().items())


def test_names_are_unique_trimmed_and_composed() -> None:
    names = [row[1] for row in csv.reader(CSV.read_text("utf-8").splitlines()[1:])]
    assert len(set(names)) == 311
    assert names == [unicodedata.normalize("NFC", name).strip() for name in names]


@pytest.mark.parametrize(
    ("code", "name", "county"),
    [
        ("0114", "Upplands Väsby", "Stockholms län"),
        ("0330", "Knivsta", "Uppsala län"),
        ("0331", "Heby", "Uppsala län"),
        ("0980", "Gotland", "Gotlands län"),
        ("1438", "Dals-Ed", "Västra Götalands län"),
        ("1880", "Örebro", "Örebro län"),
        ("2023", "Malung-Sälen", "Dalarnas län"),
        ("2584", "Kiruna", "Norrbottens län"),
    ],
)
def test_a_code_has_the_official_name(code: str, name: str, county: str) -> None:
    municipality = municipalities()[code]
    assert municipality.name == name
    assert counties()[municipality.county_code].name == county


def test_habo_and_håbo_are_two_places() -> None:
    habo, håbo = suggest_municipality("Habo"), suggest_municipality("Håbo")
    assert habo == Municipality("0643", "Habo", "06")
    assert håbo == Municipality("0305", "Håbo", "03")


def test_the_tables_and_places_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        municipalities()["0000"] = municipalities()["0114"]  # type: ignore[index]
    with pytest.raises(TypeError):
        del counties()["01"]  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        counties()["01"].name = "Stockholm"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        municipalities()["0114"].name = "Väsby"  # type: ignore[misc]


def test_a_right_name_is_always_its_own_suggestion() -> None:
    for municipality in municipalities().values():
        decomposed = unicodedata.normalize("NFD", municipality.name)
        assert suggest_municipality(municipality.name) is municipality
        assert suggest_municipality(f" {decomposed.upper()} KOMMUN\n") is municipality


def test_a_right_code_is_always_its_own_suggestion() -> None:
    assert all(suggest_municipality(code) is m for code, m in municipalities().items())
    assert all(suggest_county(code) is c for code, c in counties().items())


def test_a_lost_leading_zero_is_put_back() -> None:
    zeroed = {code: m for code, m in municipalities().items() if code.startswith("0")}
    assert all(suggest_municipality(code[1:]) is m for code, m in zeroed.items())
    assert suggest_county("9") is counties()["09"]


def test_a_name_without_its_diacritics_suggests_the_place() -> None:
    for municipality in municipalities().values():
        if municipality.name != "Håbo":
            assert suggest_municipality(slug(municipality.name)) is municipality


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("örebro", "Örebro"),
        ("Orebro", "Örebro"),
        ("Örebro kommun", "Örebro"),
        ("Öreboro", "Örebro"),
        ("1880 Örebro", "Örebro"),
        ("Vaxjo", "Växjö"),
        ("Göteborgs Stad", "Göteborg"),
        ("Region Gotland", "Gotland"),
        ("Upplands Bro", "Upplands-Bro"),
        ("Haboo", "Habo"),
        ("Håboo", "Håbo"),
        ("18811", "Kumla"),
        ("2574", "Kiruna"),
    ],
)
def test_a_near_name_or_code_suggests_the_municipality(text: str, name: str) -> None:
    assert name_of(suggest_municipality(text)) == name


@pytest.mark.parametrize("text", ["1886", "1889", "0112", "2515"])
def test_a_code_not_in_use_suggests_one_of_the_same_county(text: str) -> None:
    suggestion = suggest_municipality(text)
    assert suggestion is not None
    assert suggestion.county_code == text[:2]


def test_the_code_of_a_county_suggests_no_municipality() -> None:
    assert [suggest_municipality(code) for code in counties()] == [None] * 21


def test_the_code_of_a_municipality_suggests_its_county() -> None:
    for code, municipality in municipalities().items():
        assert suggest_county(code) is counties()[municipality.county_code]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("örebro", "Örebro län"),
        ("orebro lan", "Örebro län"),
        ("Skåne", "Skåne län"),
        ("Region Skåne", "Skåne län"),
        ("Dalarna", "Dalarnas län"),
        ("stockholm", "Stockholms län"),
        ("Västra Götalandsregionen", "Västra Götalands län"),
    ],
)
def test_a_near_name_or_code_suggests_the_county(text: str, name: str) -> None:
    assert name_of(suggest_county(text)) == name


@pytest.mark.parametrize("text", ["", " ", "kommun", "län", "9999", "99", "²", "Oslo"])
def test_nothing_is_suggested_when_nothing_is_close(text: str) -> None:
    assert suggest_municipality(text) is None
    assert suggest_county(text) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Örebro", "orebro"),
        ("Upplands Väsby", "upplands-vasby"),
        ("Malung-Sälen", "malung-salen"),
        ("Håbo", "habo"),
        ("A\u030angermanland", "angermanland"),
        ("Idé – och kafé!", "ide-och-kafe"),
        (" -- ", ""),
    ],
)
def test_a_slug_is_the_ascii_letters_joined(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_every_name_has_a_url_safe_slug() -> None:
    for table in (counties(), municipalities()):
        assert all(URL_SAFE.fullmatch(slug(place.name)) for place in table.values())


@given(st.text())
def test_a_slug_of_any_text_is_url_safe_or_empty_and_stays_as_it_is(text: str) -> None:
    made = slug(text)
    assert made == "" or URL_SAFE.fullmatch(made)
    assert slug(made) == made


def test_code_and_slug_together_tell_places_apart_though_slugs_alone_do_not() -> None:
    slugs = [slug(m.name) for m in municipalities().values()]
    assert len({(m.code, slug(m.name)) for m in municipalities().values()}) == 290
    assert {s for s in slugs if slugs.count(s) > 1} == {"habo"}


@given(st.text("0123456789 åbohlän²٣\u030a", max_size=12))
def test_any_text_gives_a_known_place_or_none(text: str) -> None:
    assert suggest_municipality(text) in (None, *municipalities().values())
    assert suggest_county(text) in (None, *counties().values())

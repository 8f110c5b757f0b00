"""Which organisations a text names."""

from dataclasses import replace

import pytest
from conftest import OverBase
from made import page, profile, registry, term

from generator.records.source_map import SourceMap
from generator.registry.names import Names, registered_names

PROFILE = """name: {name}
{more}
summary: {summary}
sources:
  - source: exempelbladet-2024
    locator: hela artikeln
checked_on: 2026-10-01
"""


@pytest.fixture
def names(over_base: OverBase) -> Names:
    """The names of the base records and of two more providers."""
    flodhasten = PROFILE.format(name="Flodhästen AB (publ)", more="aliases: [FAB, Bästa vägen]\nbrands: [Vägen]", summary="Hittar vägen.")
    fonden = PROFILE.format(name="Exempel Fonden", more="former_names: [Gamla & Nya]", summary="Ett företag.")
    registry = over_base({"providers/profiles/flodhasten.yaml": flodhasten, "providers/profiles/exempel-fonden.yaml": fonden}).registry
    assert registry is not None
    return registered_names(registry)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Flodhästen AB hade avtal.", ["Flodhästen"]),
        ("Deltagare hos Flodhästens kontor och Flodhästen:s lokal", ["Flodhästen", "Flodhästen"]),
        ("flodhästen badar", ["flodhästen"]),
        ("FLODHÄSTENS kontor", ["FLODHÄSTEN"]),
        ("Flod-hästen, Flod\u00adhästen och Flod hästen", ["Flod-hästen", "Flod\u00adhästen", "Flod hästen"]),
        ("Flod. Hästen badar i floden, hästen på land.", []),
        ("Flod\n\nhästen", []),
        ("exempel-fondens och Exempelfonden", ["exempel-fonden", "Exempelfonden"]),
        ("Flodhästenss", []),
        ("bästa vägen dit är vägen hem", ["bästa vägen", "vägen"]),
        ("De valde VÄGEN.", ["VÄGEN"]),
        ("Flodhästenhuset och Storflodhästen", []),
        ("Bästa vägen tog över", ["Bästa vägen"]),
        ("FAB är för kort", []),
        ("Exempel Fonden är inte Exempel AB", ["Exempel Fonden", "Exempel AB"]),
        ("Ett Exempel\nAB till", ["Exempel AB"]),
        ("Gamla & Nya", ["Gamla & Nya"]),
        ("Exempelbladet skrev", ["Exempelbladet"]),
        ("Vägen dit är lång. Vägen hem också.", []),
        ("De valde Vägen förra året.", ["Vägen"]),
        ("De valde\nVägen förra året.", ["Vägen"]),
        ("Detta valdes:\n\n- Vägen\n- ”Vägen”", []),
        ("En rubrik\n\nVägen hem", []),
        ("Exempel-Fonden, Vä-gen och Väg\nen", ["Exempel-Fonden", "Vä-gen", "Väg en"]),
        ("De som bytte till Vägen", ["Vägen"]),
        ("Den som gick förbi Vägen", ["Vägen"]),
        ("Hos .flodhästen och flodhästen_ i", ["flodhästen", "flodhästen"]),
        ("@flodhästen och .flodhästen", ["flodhästen", "flodhästen"]),
        ("se.flodhästen och s.flodhästen", []),
        ("", []),
    ],
)
def test_a_name_is_a_whole_word_with_its_capitals(names: Names, text: str, found: list[str]) -> None:
    assert [mention.text for mention in names.find(text)] == found


def test_a_name_knows_who_bears_it_and_where_it_stands(names: Names) -> None:
    (mention,) = names.find("Hos Flodhästen AB (publ) i Örebro")
    assert mention.keys == {"profiles/flodhasten"}
    assert (mention.start, mention.end) == (4, 24)


def small(*texts: str) -> Names:
    """The names of a registry with a provider called Vägen AB and with these texts, each in a word list entry of its own."""
    words = {f"terms/t{number}": term(definition=text) for number, text in enumerate(texts)}
    return registered_names(registry({"profiles/vagen": profile(name="Vägen AB", orgnr="999002-0001"), **words}))


@pytest.mark.parametrize(
    ("texts", "text", "found"),
    [
        ((), "Hos vägen. Vägen hem.", ["vägen", "Vägen"]),
        (("på vägen",), "Hos vägen. Vägen hem.", ["vägen"]),
        (("på vägen", "på vägen"), "Hos vägen. Vägen hem. Hos Vägen.", ["Vägen"]),
        (("på vägen", "på vägen", "på vägen"), "Hos vägen. Vägen hem. Hos Vägen.", ["Vägen"]),
        (("på vägen och vägen",), "Hos vägen.", ["vägen"]),
        (("på VÄGEN", "på Vägen"), "Hos vägen.", ["vägen"]),
        (("a@vägen.se", "www.vägen.se"), "Hos vägen.", ["vägen"]),
    ],
)
def test_a_word_that_several_texts_write_small_is_an_ordinary_one(texts: tuple[str, ...], text: str, found: list[str]) -> None:
    assert [mention.text for mention in small(*texts).find(text)] == found


def test_what_is_also_the_name_of_a_word_is_an_ordinary_one() -> None:
    names = registered_names(registry({"profiles/vagen": profile(name="Vägen AB"), "terms/vagen": term(name="Vägen")}))
    assert [mention.text for mention in names.find("Hos vägen, hos Vägen.")] == ["Vägen"]


def test_what_our_pages_write_small_is_an_ordinary_word() -> None:
    lines = ("title: Om", "slug: om", "", "Den är på vägen.")
    pages = tuple(replace(page(slug=slug), source=SourceMap(f"content/{slug}.md", lines)) for slug in ("om", "mer"))
    names = registered_names(registry({"profiles/vagen": profile(name="Vägen AB")}, pages=pages))
    assert [mention.text for mention in names.find("Hos vägen, hos Vägen.")] == ["Vägen"]


@pytest.mark.parametrize("text", ["a.vägen@exempel.se", "info@vägen.se", "www.vägen.se", "vägen@exempel.se"])
def test_an_address_names_nobody(text: str) -> None:
    assert list(small().find(text)) == []


def test_a_number_is_found_after_the_names_and_knows_its_place() -> None:
    names = small()
    assert [(m.text, m.start, m.end) for m in names.find("999002-0001 är Vägen")] == [("Vägen", 15, 20), ("999002-0001", 0, 11)]
    assert [m.keys for m in names.find("19990020001999")] == [{"profiles/vagen"}]
    assert list(names.find("99900 - - - 20001")) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Numret är 999002-0001.", 10, 21),
        ("Nr 99 999002-0001 i", 6, 17),
        ("Nr 16 9 99002-0001 55 i", 6, 18),
        ("Nr 163 999002-0001 i", 7, 18),
        ("Nr 123456789012 999002-0001 7", 16, 27),
        ("Nr 12345678901 23456789012 999 002 00 01", 27, 40),
    ],
)
def test_a_number_is_found_among_other_digits(text: str, start: int, end: int) -> None:
    (mention,) = small().find(text)
    assert (mention.start, mention.end, mention.text) == (start, end, text[start:end])


def test_a_name_of_four_letters_is_enough() -> None:
    made = registry({"profiles/vaga": profile(name="Våga AB"), "profiles/fab": profile(name="Få1 AB")})
    assert [mention.text for mention in registered_names(made).find("Hos Våga AB och Våga, hos Få1 och Få1 AB.")] == ["Våga AB", "Våga", "Få1 AB"]

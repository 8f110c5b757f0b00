"""Words that only say where a text is."""

import pytest

from generator.records.signpost import id_says_more, name_says_more, owner_says_more, place_says_more, says_more, words_of


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dagen framgår inte.",
        "Rubriken är vår. Tidningens egen rubrik innehåller ett förnamn.",
        "Publicerad våren 2015; dagen framgår inte.",
        "Del av en serie granskningar våren 2013.",
        "Artikeln kom den 11 februari 2025.",
        "Läst *bakom* [betalvägg](https://exempel.se/moten-stalldes-in).",
    ],
)
def test_where_a_text_is_and_how_it_was_read_is_no_more(text: str) -> None:
    assert says_more(text, frozenset()) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Artikeln säger att samma föreläsning visades fyra gånger.", "säger"),
        ("Artikel om ställda möten", "ställda"),
        ("Artikeln är läst. Coachen kom inte.", "Coachen"),
        ("Del av en serie om fusk*et*.", "fusket"),
        ("Fyra2", "Fyra2"),
    ],
)
def test_the_first_word_that_tells_more_is_given(text: str, word: str) -> None:
    assert says_more(text, frozenset()) == word


def test_names_that_stand_there_anyway_may_be_written_with_a_genitive_s() -> None:
    known = words_of(["Arcus *AB*", "Exempelbladet"])
    assert known == {"arcus", "ab", "exempelbladet"}
    assert says_more("Exempelbladets artikel om ARCUS AB", known) is None
    assert says_more("Exempelbladetss artikel", known) == "Exempelbladetss"


@pytest.mark.parametrize("text", ["artikelns början", "3 minuter in", "faktarutan, andra punkten", "första och andra stycket (utdrag läst)"])
def test_a_place_in_a_source_is_one(text: str) -> None:
    assert place_says_more(text, frozenset()) is None


def test_each_sort_of_text_has_words_of_its_own() -> None:
    assert place_says_more("stycket om att coachen kom", frozenset()) == "coachen"
    assert owner_says_more("Tidningen ägs av ett fackförbund.", frozenset()) is None
    assert owner_says_more("Tidningen ägs av stycket.", frozenset()) == "stycket"
    assert owner_says_more("Myndigheten köper tjänsterna av företagen.", frozenset()) is None
    assert owner_says_more("Tjänsterna saknas.", frozenset()) == "saknas"
    assert says_more("Tidningen ägs.", frozenset()) == "ägs"
    assert says_more("stycket", frozenset()) == "stycket"


def test_an_id_has_lost_its_dots_and_rings() -> None:
    assert id_says_more("kalla-om-ovriga-aret-2024", words_of(["Övriga"])) is None
    assert id_says_more("kalla-fusk", frozenset()) == "fusk"


def test_a_name_begins_with_a_capital_but_for_small_words() -> None:
    assert name_says_more("Radio i Sjuhärad 2", frozenset()) is None
    assert name_says_more("Radio visar Allt", frozenset()) == "visar"
    assert name_says_more("Radio visar Allt", words_of(["Visar"])) is None

"""Words that only say where a text is."""

import pytest

from generator.records.signpost import says_more, words_of


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

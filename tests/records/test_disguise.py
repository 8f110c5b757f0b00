"""A text is read as a reader sees it, and every part of the reading can be found in what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records import disguise
from generator.records.disguise import Finding, bare, find_in_every_reading, read_as_seen

ODD = st.sampled_from("ab12åö \n\t*_~`\\&#;%3xC\u0301\u0308\u200b\u00ad６٣①²\u3000\u2212–＠")
TEXTS = st.lists(ODD | st.sampled_from(["&#54;", "&#x36;", "&nbsp;", "&amp;", "%36", "%C3%B6", "%F6", "\\u0036", "a\u030a"]), max_size=30).map("".join)


@given(TEXTS | st.text(max_size=40))
def test_every_character_of_a_reading_was_written_somewhere_and_they_keep_their_order(text: str) -> None:
    for reading in read_as_seen(text):
        places = [reading.written(index, index + 1) for index in range(len(reading.text))]
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert places == sorted(places)


@given(TEXTS | st.text(max_size=40))
def test_nothing_disguised_is_passed_over_by_the_quick_look(text: str) -> None:
    if not list(read_as_seen(text)):
        assert all(disguise._seen(match, True) == match.group() for match in disguise._DISGUISED.finditer(text))


@given(st.text(st.sampled_from("abcåäöÅÄÖéü 0123456789.,:;!?()-–—§”’…'\"/|+=<>$#@"), max_size=60).map(lambda text: " ".join(text.split())))
def test_ordinary_text_is_seen_as_it_is_written(text: str) -> None:
    assert list(read_as_seen(text)) == []
    assert bare(text) == text


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**fet** och *kursiv*", "fet och kursiv"),
        ("&#246;&ouml;&#xF6;", "ööö"),
        ("%C3%B6l och %F6l", "öl och öl"),
        ("\\u00f6l", "öl"),
        ("o\u0308l", "öl"),
        ("ＡＢＣ\u3000１２３", "ABC 123"),
        ("1\u03362\u03363\u0336", "123"),
        ("mjuk\u00adt bindestreck", "mjukt bindestreck"),
        ("två  mellanslag\n   och en rad", "två mellanslag och en rad"),
        ("٠١٢ ⁰¹² ⓪①② ०१२", "012 012 012 012"),
        ("1\u20122\u22123\uff0d4", "1\u20122\u22123-4"),
        ("100 % & mer", "100 % & mer"),
    ],
)
def test_what_is_seen(written: str, seen: str) -> None:
    assert bare(written) == seen


def test_a_finding_in_a_reading_points_at_all_that_it_was_written_with() -> None:
    def words(text: str) -> list[Finding]:
        start = text.find("fel")
        return [Finding("x", start, start + 3)] if start >= 0 else []

    text = "inget f&#101;*l* här"
    found = list(find_in_every_reading(text, lambda seen: iter(words(seen))))
    assert [text[f.start : f.end] for f in found] == ["f&#101;*l"]


def test_what_is_found_as_written_is_not_found_again_as_seen() -> None:
    text = "fel, *f*el och fel"
    found = list(find_in_every_reading(text, lambda seen: (Finding("x", i, i + 3) for i in range(len(seen)) if seen.startswith("fel", i))))
    assert [(f.start, f.end) for f in found] == [(0, 3), (6, 10), (15, 18)]

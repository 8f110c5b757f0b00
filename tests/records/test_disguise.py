"""A text is read as a reader sees it, and every part of the reading can be found in what was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
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
        assert all(disguise._seen(match, drop=True) == match.group() for match in disguise.DISGUISED.finditer(text))


NEAR = (
    "&", "&amp;", "&#48;", "&#x31", "#", "\\", "\\n", "\\u0030", "\\x", "%", "%20", "%2525", "%zz", "*", "_", "~", "`", "\u00ad", "\u200b", "\0", " ", "  ",
    "\t", "\n", "\r", "e", "é", "e\u0301", "\u0301", "1\u0301", "_\u0301", "\u0663", "\uff14", "\u2800", "a", "1", ".", "\u00a0", "\u2014", "\u3000", "\u6f22",
)  # fmt: skip


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(NEAR), max_size=14).map("".join))
def test_where_nothing_can_begin_nothing_is_tried_and_nothing_is_lost(text: str) -> None:
    assert [match.span() for match in disguise.disguised_parts(text)] == [match.span() for match in disguise.DISGUISED.finditer(text)]


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
        ("1&#x2012;2&minus;3&ndash;4&hyphen;5", "1-2-3-4-5"),
        ("1\u05be2\u30a03\ufe584", "1-2-3-4"),
        ("\\u00f6\\n\\t\\r\\u0031", "ö   1"),
        ("\\u2009l\\x00f6l", " lx00f6l"),
        ("a\u2003b\u1680c&emsp;d", "a b c d"),
        ("q\u0308x\u0336\u0308", "qx"),
        ("ﬁ ㎏ ™ ⅓", "fi kg TM ⅓"),
        ("bl&shy;uff&zwnj;a&#8203;re och&#x202E;", "bluffare och"),
        ("a%C2%ADb\\u00adc", "abc"),
        ("%2531%252532%3%25", "12%3%"),
        ("&#0000000000049;&#x00000000032;", "12"),
        ("\U0001d400ö", "Aö"),
        ("%31%32 och %E5%E4", "12 och åä"),
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


def test_every_part_of_a_reading_is_found_where_it_was_written() -> None:
    written = "ab&#49;2\u00ad3  c\u200bd%34&auml;f"
    (plain, dropped) = read_as_seen(written)
    assert plain.text == "ab12\u00ad3 c\u200bd4äf"
    assert dropped.text == "ab123 cd4äf"
    found = [written[slice(*dropped.written(index, index + 1))] for index in range(len(dropped.text))]
    assert found == ["a", "b", "&#49;", "2", "3", "  ", "c", "d", "%34", "&auml;", "f"]
    assert written[slice(*dropped.written(1, 4))] == "b&#49;2"
    assert written[slice(*dropped.written(3, 5))] == "2\u00ad3"
    assert written[slice(*dropped.written(6, 9))] == "c\u200bd%34"


@pytest.mark.parametrize("part", ["1*2", "12"])
def test_a_text_with_two_readings_is_searched_in_both(part: str) -> None:
    def search(seen: str) -> Iterator[Finding]:
        return (Finding("x", i, i + len(part)) for i in range(len(seen)) if seen.startswith(part, i))

    text = "1*2 &#49;*2"
    assert [text[f.start : f.end] for f in find_in_every_reading(text, search)] == ["1*2", "&#49;*2"]


def test_what_is_found_as_written_is_not_found_again_as_seen() -> None:
    text = "fel, *f*el och fel"
    found = list(find_in_every_reading(text, lambda seen: (Finding("x", i, i + 3) for i in range(len(seen)) if seen.startswith("fel", i))))
    assert [(f.start, f.end) for f in found] == [(0, 3), (6, 10), (15, 18)]


@pytest.mark.parametrize("parts", [("felen", "fel"), ("fel", "felen")])
def test_of_two_findings_that_begin_together_the_longer_is_kept(parts: tuple[str, str]) -> None:
    found = find_in_every_reading("ett felen till", lambda seen: (Finding("x", seen.find(part), seen.find(part) + len(part)) for part in parts))
    assert [(f.start, f.end) for f in found] == [(4, 9)]


def test_a_finding_hides_only_its_own_place_from_the_other_readings() -> None:
    text = "x" * 30 + "fel och f*e*l, f*e*l"
    found = find_in_every_reading(text, lambda seen: (Finding("x", i, i + 3) for i in range(len(seen)) if seen.startswith("fel", i)))
    assert [text[f.start : f.end] for f in found] == ["fel", "f*e*l", "f*e*l"]

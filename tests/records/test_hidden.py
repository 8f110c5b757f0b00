"""Hidden characters are found however they are written, and words that only look like other words."""

from __future__ import annotations

import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.hidden import HIDDEN, find_hidden, find_imitations

HIDDEN_CHARACTERS = st.characters().filter(HIDDEN.match)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bl\u00aduff", [(2, "U+00AD")]),
        ("bl&shy;uff", [(2, "U+00AD")]),
        ("a&zwnj;b&#173;c", [(1, "U+200C"), (8, "U+00AD")]),
        ("&#x202E;", [(0, "U+202E")]),
        ("&#XfFfE;", [(0, "U+FFFE")]),
        ("&#0000000000000173;", [(0, "U+00AD")]),
        ("&ZeroWidthSpace;\u2028", [(0, "U+200B"), (16, "U+2028")]),
        ("a\u2800b", [(1, "U+2800")]),
        ("&#1;", [(0, "U+0001")]),
        ("&#xD800;", [(0, "U+D800")]),
    ],
)
def test_a_hidden_character_is_found_where_it_is_written(text: str, found: list[tuple[int, str]]) -> None:
    assert list(find_hidden(text)) == found


@given(HIDDEN_CHARACTERS, st.integers(0, 9))
def test_every_hidden_character_is_found_as_a_reference(character: str, zeros: int) -> None:
    code = ord(character)
    for written in (f"&#{'0' * zeros}{code};", f"&#x{'0' * zeros}{code:x};", f"&#X{code:X};"):
        assert list(find_hidden(f"a{written}b")) == [(1, f"U+{code:04X}")]


@pytest.mark.parametrize(
    "text",
    ["", "A & B", "&amp;shy;", "&shy", "&auml;&#246;&#xF6;&nbsp;&ndash;", "&#9999999;", "&#1114112;", "&#1114111;", "&finnsinte;", "en\trad\noch en till"],
)
def test_nothing_else_is_hidden(text: str) -> None:
    assert list(find_hidden(text)) == []


@given(st.text("abcåäöÅÄÖéüß .,:;!?&#0123456789–”½§€²"))
def test_what_swedish_is_written_with_hides_and_imitates_nothing(text: str) -> None:
    assert list(find_imitations(text)) == []
    assert list(find_imitations(unicodedata.normalize("NFD", text))) == []
    assert not HIDDEN.search(html.unescape(text)) or list(find_hidden(text))


@pytest.mark.parametrize("word", ["bl\u0443ff", "\u0410nna", "bl\u03c5ff", "fus\u212ak\u0456", "b\u0336l", "q\u0308", "ba\u0308\u0336c", "\uff46\u0443sk"])
def test_a_word_with_letters_of_another_script_or_marks_of_no_language_is_an_imitation(word: str) -> None:
    assert [match.group() for match in find_imitations(f"En {word} här.")] == [word]


@pytest.mark.parametrize("text", ["Ωmega".replace("m", " m"), "5 µm", "β-blockerare", "Москва", "ﬁnansiering", "m² och 1ª", "Ǎ ł ş ő", "Nguyễn"])
def test_a_word_of_one_script_is_no_imitation(text: str) -> None:
    assert list(find_imitations(text)) == []

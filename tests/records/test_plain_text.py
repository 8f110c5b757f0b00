"""What a reader sees of a Markdown text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.plain_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Ett [företag](profiles/exempel-ab) i [Örebro](https://example.org/fusk).", "Ett företag i Örebro."),
        ("[om källan]({filename}/sources/bluffen-2013)).", "om källan)."),
        ("Ett **oseriöst** o*seriöst* `ord`", "Ett oseriöst oseriöst ord"),
        ("se https://example.org/fusk och <https://example.org/bluff>.", "se  och ."),
        ("&#111;seri&ouml;s &amp; sen", "oseriös & sen"),
        (r"5 \* 3 \[så\]", "5 * 3 [så]"),
        ("- första\n* andra\n1. tredje", "- första\n* andra\n1. tredje"),
        (unicodedata.normalize("NFD", "oseriös åtgärd"), "oseriös åtgärd"),
        ("![bild](https://example.org/b.png)", "bild"),
        ("bl&shy;uff o&zwnj;seriös fu&#0000000173;sk", "bluff oseriös fusk"),
        ("ｂｌｕｆｆ 𝐛𝐥𝐮𝐟𝐟 blu\ufb00", "bluff bluff bluff"),
        ("b\u0336l\u0308u\u20ddff", "bluff"),
        ("ett\u00a0ord … 5 m² ½", "ett\u00a0ord … 5 m² ½"),
        ("2012\N{EN DASH}2013 och A & B", "2012\N{EN DASH}2013 och A & B"),
    ],
)
def test_a_reader_sees_the_words_and_not_how_they_are_written(markdown: str, shown: str) -> None:
    assert plain_text(markdown).text == shown


def test_each_character_knows_where_it_stood() -> None:
    markdown = "Ett [företag](profiles/x) med *bluff*."
    plain = plain_text(markdown)
    assert markdown[plain.origin(plain.text.index("bluff")) :].startswith("bluff")
    assert markdown[plain.origin(plain.text.index("med")) :].startswith("med")
    assert plain_text("").origin(3) == 0


@given(st.text(alphabet="ab ö\u0308[]()*`\\&;#1<>:/.\n-"))
def test_the_places_are_those_of_the_text_in_order(markdown: str) -> None:
    plain = plain_text(markdown)
    assert len(plain.origins) == len(plain.text)
    assert list(plain.origins) == sorted(plain.origins)
    assert all(0 <= origin < len(markdown) for origin in plain.origins)
    assert plain.text.count("\n") == markdown.count("\n")


@given(st.text(alphabet="abcåäö ,.!?\n"))
def test_a_text_without_marks_is_shown_as_it_stands(text: str) -> None:
    assert plain_text(text).text == text

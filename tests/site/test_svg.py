"""SVG as markup: escaped, without style, with a title and a description that are its name."""

from __future__ import annotations

import math

import pytest
from drawn import parsed
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.pictures.svg import Box, Caption, element, link, number, picture, shortened, text, text_width

HOSTILE = "<script>\"'&</script>"


def test_an_attribute_and_a_text_are_escaped() -> None:
    assert element("text", {"class": HOSTILE}, HOSTILE) == (
        '<text class="&lt;script&gt;&#34;&#39;&amp;&lt;/script&gt;">&lt;script&gt;&#34;&#39;&amp;&lt;/script&gt;</text>'
    )


def test_markup_inside_stays_and_an_attribute_without_a_value_is_left_out() -> None:
    assert element("g", {"lang": None}, element("line", {"x1": 1})) == '<g><line x1="1"></line></g>'


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (-0.04, "0"), (3.0, "3"), (2.25, "2.2"), (-1.5, "-1.5"), (123456.78, "123456.8")])
def test_a_coordinate_has_at_most_one_decimal(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_coordinate_is_never_drawn(value: float) -> None:
    with pytest.raises(ValueError, match="not a coordinate"):
        number(value)


def test_a_picture_is_one_image_named_by_its_title_and_told_by_its_description() -> None:
    drawn = picture(Caption("prov", "Ett <namn>", "Vad den visar."), 320, 100.5, [])
    assert drawn == (
        '<svg class="bild" viewBox="0 0 320 100.5" role="img" aria-labelledby="bild-prov" aria-describedby="bild-prov-text" direction="ltr">'
        '<title id="bild-prov">Ett &lt;namn&gt;</title><desc id="bild-prov-text">Vad den visar.</desc></svg>'
    )


def test_a_picture_with_links_is_a_group_since_an_image_hides_what_is_in_it() -> None:
    drawn = parsed(picture(Caption("prov", "Namn", "Text"), 10, 10, [link("#a", "Dit", Markup(""))], linked=True, look="karta"))
    assert (drawn.get("role"), drawn.get("class")) == ("group", "bild karta")


def test_a_link_has_its_name_for_those_who_hear_it_and_those_who_point() -> None:
    assert link("#a?b&c", "A & B", element("g", {})) == '<a href="#a?b&amp;c"><title>A &amp; B</title><g></g></a>'


def test_a_text_says_its_language_only_when_it_is_another() -> None:
    assert text("Ord", 1, 2, lang="sv") == '<text x="1" y="2" font-size="13" lang="sv">Ord</text>'
    assert text("Ord", 1, 2, look="fet", anchor="end") == '<text x="1" y="2" font-size="13" text-anchor="end" class="fet">Ord</text>'


@given(st.text(max_size=80), st.floats(20, 400), st.integers(10, 20))
def test_a_shortened_text_fits_and_is_a_beginning_of_the_whole(content: str, width: float, size: int) -> None:
    short = shortened(content, width, size)
    assert short == content or (short.endswith("…") and content.startswith(short[:-1]))
    assert text_width(short, size) <= max(width, text_width("AB", size))


def test_boxes_that_only_touch_do_not_meet() -> None:
    box = Box(0, 0, 10, 10)
    assert not box.meets(Box(10, 0, 5, 5))
    assert box.meets(Box(9, 9, 5, 5))
    assert box.holds(Box(0, 0, 10, 10))
    assert not box.holds(Box(1, 1, 10, 1))

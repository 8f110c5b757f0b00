"""Links from our own words to the list of words: each once, never in what others have said, and never a letter changed."""

from __future__ import annotations

import re
from typing import Any

import made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import TODAY, body, programme, scheme, term

from generator.site.glossary_links import first_of_each, without_links
from generator.site.language import english_language
from generator.site.maker import Maker

TERMS = {
    "terms/trygghetsrad": term(name="Trygghetsråd", aliases=["omställningsorganisation"]),
    "terms/aktor": term(name="Fristående aktör", aliases=["leverantör"]),
    "terms/vite": term(name="Vite"),
    "terms/lov": term(name="Valfrihetssystem (LOV)"),
    "terms/auktoriserat": term(name="Auktoriserat omställningsföretag"),
    "terms/omstallningsforetag": term(name="Omställningsföretag"),
    "terms/offentlig": term(name="Offentlig organisation"),
    "terms/fas": term(name="Fas 3"),
    "terms/matcha": term(name="Rusta och matcha"),
}
NAMES = {
    "bodies/radet": body(name="Trygghetsrådet TRS"),
    "bodies/foretagen": body(name="Omställningsföretagen"),
    "programmes/ny": programme(name="Rusta och matcha 2"),
    "programmes/gammal": programme(name="Rusta och matcha"),
    "schemes/marke": scheme(name="Auktoriserat omställningsföretag"),
}


def maker(**more: Any) -> Maker:
    return Maker(made.registry({**TERMS, **NAMES}, TODAY), **more)


LINKS = maker().glossary


def linked(text: str) -> list[tuple[str, str]]:
    """The words that are links, each with the id of what explains it."""
    found = re.findall(r'<a class="ordet-i-texten" href="/ordlista/#([^"]*)">([^<]*)</a>', LINKS.in_html(text))
    return [(words, where) for where, words in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Ett trygghetsråd betalar.</p>", [("trygghetsråd", "trygghetsrad")]),
        ("<p>Trygghetsrådens pengar.</p>", [("Trygghetsrådens", "trygghetsrad")]),
        ("<p>En omställningsorganisation och leverantörerna.</p>", [("omställningsorganisation", "trygghetsrad"), ("leverantörerna", "aktor")]),
        ("<p>Fristående aktörer fick viten.</p>", [("Fristående aktörer", "aktor"), ("viten", "vite")]),
        ("<p>De auktoriserade omställningsföretagen.</p>", [("auktoriserade omställningsföretagen", "auktoriserat")]),
        ("<p>Ett omställningsföretag.</p>", [("omställningsföretag", "omstallningsforetag")]),
        ("<p>Offentliga organisationer.</p>", [("Offentliga organisationer", "offentlig")]),
        ("<p>I fas 3 enligt LOV.</p>", [("fas 3", "fas"), ("LOV", "lov")]),
        ("<p>Valfrihetssystemet.</p>", [("Valfrihetssystemet", "lov")]),
        ("<p>Rusta och matcha är en tjänst.</p>", [("Rusta och matcha", "matcha")]),
    ],
)  # fmt: skip
def test_a_word_is_linked_whatever_its_form(text: str, words: list[tuple[str, str]]) -> None:
    assert linked(text) == words


@pytest.mark.parametrize(
    "text",
    [
        '<p><a href="/x/">Ett trygghetsråd</a></p>',
        "<h2>Trygghetsråd</h2>",
        "<blockquote><p>Ett trygghetsråd.</p></blockquote>",
        "<p>Hen skrev: ”Ett trygghetsråd <em>och ett vite</em>.”</p>",
        "<p>Ett <q>trygghetsråd</q>.</p>",
        "<p>Trygghetsrådet TRS betalar. Rusta och matcha 2 är nyare. Omställningsföretagen är ett förbund.</p>",
        "<p>Ett trygghetsråds-avtal, vitena-lika, lov till lunch och trygghetsrådgivning.</p>",
        '<p title="vite">x</p>',
    ],
)
def test_quotations_headings_links_names_and_other_words_are_left_alone(text: str) -> None:
    assert LINKS.in_html(text) == text


def test_a_quotation_that_is_not_ended_is_over_with_its_paragraph() -> None:
    assert linked("<p>”Ett vite</p><p>Ett vite</p>") == [("vite", "vite")]


def test_a_word_is_linked_once_in_a_text_and_once_on_a_page() -> None:
    text = LINKS.in_html("<p>Ett vite. Två viten.</p>")
    assert linked("<p>Ett vite. Två viten.</p>") == [("vite", "vite")]
    assert first_of_each(text + text) == text + "<p>Ett vite. Två viten.</p>"


def test_only_our_own_words_link_and_only_in_swedish() -> None:
    assert 'href="/ordlista/#vite"' in maker().html("Ett vite.")
    assert maker().verbatim("Ett vite.") == "<p>Ett vite.</p>"
    assert maker(words=english_language()).html("Ett vite.") == '<p lang="sv">Ett vite.</p>'


def test_the_address_has_the_base_path() -> None:
    assert 'href="/kollen/ordlista/#vite"' in maker(base_path="/kollen").html("Ett vite.")


PIECES = st.sampled_from(
    ["vite", "Viten", "leverantören ", "LOV ", "Trygghetsrådet TRS", " ”", "”", "<p>", "</p>", "<em>", "</em>", '<a href="/x">', "</a>", "&amp;", ". ", "å"]
)


@given(st.lists(PIECES | st.text("abvite <>&”", max_size=6).map(lambda t: t.replace("<", "&lt;").replace(">", "&gt;"))).map("".join))
def test_nothing_but_links_is_ever_added(text: str) -> None:
    once = LINKS.in_html(text)
    assert without_links(once) == text
    assert without_links(first_of_each(once + once)) == text + text


def test_the_links_are_the_same_every_time() -> None:
    assert maker().glossary.pattern == maker().glossary.pattern

"""LIX against values counted by hand: words / sentences + 100 · words of more than six letters / words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.readability import hardest, lix, sentences


def counts(text: str) -> tuple[int, int, int]:
    """Sentences, words, long words."""
    found = sentences(text)
    return len(found), sum(s.words for s in found), sum(s.long_words for s in found)


@pytest.mark.parametrize(
    ("text", "counted", "value"),
    [
        # Katten sitter på mattan | sitter and mattan have six letters, which is not more than six.
        ("Katten sitter på mattan. Den är grå.", (2, 7, 0), 3.5),
        # företaget, deltagare, Arbetsförmedlingen are long: 10 / 1 + 100 · 3 / 10
        ("Då fick företaget nya avtal och deltagare av Arbetsförmedlingen igen.", (1, 10, 3), 40.0),
        # 3 sentences: 5 + 4 + 3 words, long: leverantören, skriftligt, klagomål
        ("Be leverantören om ett svar. Det ska vara skriftligt. Skriv ditt klagomål.", (3, 12, 3), 4 + 25),
        ("Sverige", (1, 1, 1), 101.0),
        ("", (0, 0, 0), 0.0),
    ],
)
def test_lix_is_what_it_is_when_counted_by_hand(text: str, counted: tuple[int, int, int], value: float) -> None:
    assert counts(text) == counted
    assert lix(sentences(text)) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Det gäller bl.a. coacher, t.ex. Arcus och s.k. lotsar.", 1),
        ("Vi kom kl. 9 och läste s. 4 i nr. 5.", 1),
        ("Det var 2.5 procent, eller 3,76 miljoner. Sedan gick vi.", 2),
        ("Mötet var den 21 november 2026. Alla kom.", 2),
        ("Det hände 2018. 134 av dem hade skulder.", 2),
        ("Besöket var 2026-11-21 kl. 12.30 eller 12:30.", 1),
        ("Det var fråga om två saker: pengar och tid.", 2),
        ("SFI:s kurs och EU:s regler gäller.", 1),
        ("”Vad nu?” sade hon. Sedan gick hon!", 2),
        ("Han sade: ”Nej.” Sedan gick han.", 3),
        ("Det rör bl.a. Arbetsförmedlingen. Det rör dvs. Arcus.", 2),
        ("Lokaler, datorer m.m. Sedan kom fler.", 2),
        ("A. Andersson är påhittad.", 1),
        ("Vänta … och se. Vänta… Sedan kom den.", 3),
        ("Är det så? Ja! Nej.", 3),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say(text: str, number: int) -> None:
    assert counts(text)[0] == number


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1 854 besök och 106 000 ansökningar.", (1, 5, 1)),
        ("Sfi-fusket 2011–2013 – och/eller 5 % av 2000-talet.", (1, 6, 2)),
        ("Läs [om Arbetsförmedlingen](https://example.org/ett-langt-namn) nu.", (1, 4, 1)),
        ("**Be** om *ett* svar.", (1, 4, 0)),
        ("”Inte funnen”, sade de (i år).", (1, 6, 0)),
        ("1234567 är ett tal.", (1, 4, 0)),
        ("Arbetsförmedlingen", (1, 1, 1)),
    ],
)
def test_a_word_is_what_stands_between_spaces_and_its_letters_make_it_long(text: str, counted: tuple[int, int, int]) -> None:
    assert counts(text) == counted


def test_list_items_are_sentences_and_headings_and_tables_are_left_out() -> None:
    text = """# En mycket lång rubrik om arbetsmarknadspolitiken

Två saker saknades:

- en plan
- en handledare på plats. Hon kom sent
1. **Säg till.** Be om svar.

Rubrik under
---

| Kolumn | Jättelångtord |
|---|---|
| cell | Jättelångtord |

> Ett citat på egen rad.
"""
    assert [s.text for s in sentences(text)] == [
        "Två saker saknades:",
        "en plan",
        "en handledare på plats.",
        "Hon kom sent",
        "Säg till.",
        "Be om svar.",
        "Rubrik under",
        "Ett citat på egen rad.",
    ]


def test_lines_of_one_paragraph_belong_together() -> None:
    assert [s.text for s in sentences("En mening som\nfortsätter här. En\ntill.\n\nEtt nytt stycke")] == [
        "En mening som fortsätter här.",
        "En till.",
        "Ett nytt stycke",
    ]


def test_a_sentence_knows_where_it_begins_in_what_was_written() -> None:
    text = "Se [detta](https://example.org/).\n\n- *Sedan* kom en till. Och en."
    assert [text[s.start :][:6] for s in sentences(text)] == ["Se [de", "Sedan*", "Och en"]


def test_the_hardest_sentence_is_not_a_short_one_with_one_long_name() -> None:
    text = "Arbetsförmedlingen. Vi såg att myndigheten granskade verksamheten hos leverantörerna. Det var allt som de gjorde den dagen."
    assert hardest(sentences(text)).text.startswith("Vi såg")
    assert hardest(sentences("Ja. Arbetsförmedlingen.")).text == "Arbetsförmedlingen."


# Letters of which no abbreviation is made.
WORDS = st.lists(st.text(alphabet="bdgåäö", min_size=2, max_size=12), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_lix_is_the_formula(text: list[list[str]]) -> None:
    written = " ".join(" ".join(words).capitalize() + "." for words in text)
    words = sum(len(sentence) for sentence in text)
    long_words = sum(len(word) > 6 for sentence in text for word in sentence)
    assert counts(written) == (len(text), words, long_words)
    assert lix(sentences(written)) == pytest.approx(words / len(text) + 100 * long_words / words)


@pytest.mark.parametrize("unit", ["s. 1 ", "Ja. ", "-", "**", "[x](y) ", "- a\n", "> ", "a", "” “ ", "&#1", "1 000 "])
def test_a_whole_page_of_anything_is_counted_in_one_go(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert sum(s.words for s in sentences(text)) <= len(text)


@given(st.text(alphabet="aB .:!?…”(\n-#|>*1åÖ"))
def test_no_text_stops_the_count_and_no_word_is_counted_twice(text: str) -> None:
    found = sentences(text)
    assert all(s.words > 0 and 0 <= s.long_words <= s.words for s in found)
    assert sum(s.words for s in found) <= len(text.split())
    assert [s.start for s in found] == sorted(s.start for s in found)

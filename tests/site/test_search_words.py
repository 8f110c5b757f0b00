"""How texts become words, and in which way one word finds another."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.search.index import lookup_keys, word_keys
from generator.site.search.matching import SHORTEST_MEANT, Way, forms, grade, one_typo_apart, way
from generator.site.search.words import fold, joined_words, telling, words

LETTERS = string.ascii_lowercase + "åäöéü"
some_word = st.text(LETTERS, min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jobbcoachen i Malmö AB", ("jobbcoachen", "i", "malmö", "ab")),
        ("Sol & Co – Vår/Din, coach!", ("sol", "co", "vår", "din", "coach")),
        ("jobb Jobb JOBB", ("jobb",)),
        ("Malmo\u0308", ("malmö",)),
        ("999001-0002", ("9990010002",)),
        ("999001–0002", ("9990010002",)),
        ("999001 0002", ("9990010002",)),
        ("16999001-0002", ("9990010002",)),
        ("169990010002", ("9990010002",)),
        ("SE999001000201", ("9990010002",)),
        ("999001-", ("999001",)),
        ("999001-00", ("99900100",)),
        ("2009–2013", ("2009", "2013")),
        ("2009-2013", ("2009", "2013")),
        ("", ()),
        ("–&!", ()),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_what_is_written_with_a_hyphen_is_also_one_word() -> None:
    assert joined_words("A-kassan och e\u2011post-kurs") == ("akassan", "och", "epostkurs")
    assert joined_words("2009-2013 och 999001-0002") == ("2009", "2013", "och", "9990010002")


def test_stop_words_tell_nothing_beside_others() -> None:
    assert telling(words("Rusta o matcha på en ort")) == ("rusta", "matcha", "ort")
    assert telling(words("The A")) == ("the", "a")


def test_dots_rings_and_accents_can_be_left_out() -> None:
    assert [fold(word) for word in ("malmö", "håbo", "ängö", "idé", "grün", "søren", "weiß")] == ["malmo", "habo", "ango", "ide", "grun", "soren", "weiss"]


@pytest.mark.parametrize(
    ("typed", "word", "expected"),
    [
        ("coach", "coach", Way.EXACT),
        ("leverantörerna", "leverantör", Way.FORM),
        ("ärendena", "ärende", Way.STEM_BEGINNING),
        ("programmet", "program", Way.FORM),
        ("kommunernas", "kommun", Way.FORM),
        ("länet", "län", Way.FORM),
        ("coa", "coachning", Way.BEGINNING),
        ("coachning", "jobbcoachning", Way.INSIDE),
        ("coachningen", "coachning", Way.FORM),
        ("coachningarna", "jobbcoachning", Way.STEM_INSIDE),
        ("coachning", "jobbcoach", Way.STEM_INSIDE),
        ("coachning", "jobbcoacherna", Way.STEM_INSIDE),
        ("coaching", "coachning", Way.STEM_BEGINNING),
        ("coahcning", "coachning", Way.TYPO),
        ("leverantr", "leverantör", Way.TYPO),
        ("leverantrör", "leverantör", Way.TYPO),
        ("jbobcoach", "jobbcoachning", None),
        ("jobbkoach", "jobbcoachning", Way.TYPO_BEGINNING),
        ("oac", "coach", None),
        ("999001", "9990010002", Way.BEGINNING),
        ("9990", "9990010002", None),
        ("9990010003", "9990010002", None),
        ("2012", "2013", None),
        ("mat", "matchning", Way.BEGINNING),
        ("chef", "coach", None),
    ],
)
def test_the_way_in_which_a_word_is_found(typed: str, word: str, expected: Way | None) -> None:
    assert way(typed, word) == expected


def test_a_form_keeps_at_least_three_letters() -> None:
    assert (forms("as"), forms("lan"), forms("hela"), forms("öarna")) == ((), (), ("hel",), ("öar",))


def test_dots_as_they_are_come_before_dots_left_out() -> None:
    assert [grade("habo", word) for word in ("habo", "håbo")] == [0, 1]
    assert [grade("håbo", word) for word in ("håbo", "habo")] == [0, 1]
    assert grade("malmo", "malmö") == 1
    assert grade("jonkopings", "jönköping") == 2 * Way.FORM + 1
    # A wrong letter is a typo, but a letter without its dots is not.
    assert grade("malmu", "malmö") == 2 * Way.TYPO


def edits(word: str) -> set[str]:
    """Every word that one typo makes of a word."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + c + b[1:] for a, b in cuts if b for c in LETTERS),
        *(a + c + b for a, b in cuts for c in LETTERS),
    }


@given(st.text("abå", min_size=1, max_size=5), st.text("abå", max_size=6))
def test_one_typo_apart_is_what_one_typo_makes(one: str, other: str) -> None:
    assert one_typo_apart(one, other) == (other == one or other in edits(one))


@given(some_word.filter(lambda word: len(fold(word)) >= SHORTEST_MEANT), st.data())
def test_a_word_is_found_with_any_one_typo(word: str, data: st.DataObject) -> None:
    assert grade(data.draw(st.sampled_from(sorted(edits(word)))), word) is not None


@given(some_word, some_word)
def test_what_a_typed_word_finds_stands_under_one_of_its_keys(typed: str, word: str) -> None:
    if grade(typed, word) is not None:
        assert set(lookup_keys(typed)) & set(word_keys(fold(word)))


@given(some_word.filter(lambda word: len(word) >= SHORTEST_MEANT), st.data())
def test_so_does_what_it_finds_with_a_typo(word: str, data: st.DataObject) -> None:
    typed = data.draw(st.sampled_from(sorted(edits(word))))
    assert set(lookup_keys(typed)) & set(word_keys(fold(word)))


@given(some_word, some_word, some_word)
def test_so_does_a_word_that_it_is_inside_of(before: str, part: str, after: str) -> None:
    if grade(part, before + part + after) is not None:
        assert set(lookup_keys(part)) & set(word_keys(fold(before + part + after)))

"""The index: it finds what the specification says, whatever it is made of, and is small."""

import json
import random

import made
import pytest
from conftest import AS_OF, ROOT
from hypothesis import given
from hypothesis import strategies as st
from search_made import made_entries
from search_reader import Reader

from generator.build.scan import scan
from generator.registry.loading import load
from generator.site.language import SWEDISH
from generator.site.maker import Maker
from generator.site.search.entries import Entry, EntryKind, OtherName, entries
from generator.site.search.index import index_files, word_places
from generator.site.search.reference import MOST_IN_PART, MOST_OF_A_KIND, MOST_SUGGESTIONS, find, suggestions
from generator.site.search.words import fold

SOME = made_entries(60)
READER = Reader(index_files(SOME, SWEDISH))
VOCABULARY = sorted({word for entry in SOME for word, _, _ in word_places(entry)})


def titles(found: tuple[Entry, ...], query: str) -> list[str]:
    return [found[hit.entry].title for hit in find(found, query)]


def provider(title: str, *names: str, hints: tuple[str, ...] = ()) -> Entry:
    return Entry(EntryKind.PROVIDER, title, f"/{title}/", "", tuple(OtherName("Annat namn", name) for name in names), hints)


def test_the_whole_name_comes_first_then_exact_words_then_the_rest() -> None:
    found = (
        provider("Coach Nord"),
        provider("Coachen"),
        provider("Coachning Syd"),
        provider("Jobbcoach Väst"),
        provider("Nord", "Coach"),
        provider("Coach"),
        provider("Koach"),
        provider("Öst", hints=("Coach",)),
    )
    assert titles(found, "coach") == ["Coach", "Nord", "Coach Nord", "Öst", "Coachen", "Coachning Syd", "Jobbcoach Väst", "Koach"]


def test_every_word_must_be_found() -> None:
    found = (provider("Jobbcoach Väst", hints=("Malmö",)), provider("Jobbcoach Öst", hints=("Lund",)), provider("Malmö Bygg"))
    assert titles(found, "coach malmo") == ["Jobbcoach Väst"]
    assert titles(found, "jobb coach") == ["Jobbcoach Väst", "Jobbcoach Öst"]


def test_where_no_entry_has_every_word_those_come_that_have_the_most() -> None:
    found = (provider("Coach Lund"), provider("Coach Malmö"), provider("Jobb i Malmö"), provider("Malmö"), provider("Koach Malmö"))
    assert titles(found, "byta coach malmö") == ["Coach Malmö", "Koach Malmö"]
    assert {hit.missing for hit in find(found, "byta coach malmö")} == {1}
    assert titles(found, "malmö konditori") == ["Coach Malmö", "Jobb i Malmö", "Malmö", "Koach Malmö"]
    assert titles(found, "byta konditori") == []


def test_a_few_letters_count_as_part_of_a_query_only_as_they_are_typed() -> None:
    found = (provider("Coach Nuet"), provider("Nuet"), provider("Coach"), provider("Nu"))
    assert titles(found, "nu byta") == ["Nu"]
    assert titles(found, "nue coach bytt") == ["Coach Nuet", "Coach"]


def test_stop_words_need_not_be_found_and_make_no_name_longer() -> None:
    found = (provider("Matcha och rusta nu"), provider("Rusta och matcha"))
    for query in ("rusta o matcha", "rusta matcha", "Rusta och matcha"):
        assert titles(found, query) == ["Rusta och matcha", "Matcha och rusta nu"]
    assert titles(found, "och") == ["Matcha och rusta nu", "Rusta och matcha"]


@pytest.mark.parametrize("query", ["a-kassa", "a kassa", "akassa", "A\u2011kassan", "a-kass"])
def test_a_hyphen_is_a_join_and_a_break(query: str) -> None:
    for name in ("A-kassa", "Akassa", "A kassa"):
        assert titles((provider(name),), query) == [name]


def test_the_name_of_which_all_is_nearest_comes_first_of_those_with_a_typo() -> None:
    found = (provider("Avtal med Arbetsförmedlingen"), provider("Arbetsförmedlingen"), provider("Arbetsförmedlingens kontor"))
    assert titles(found, "arbetsförmedligen") == ["Arbetsförmedlingen", "Avtal med Arbetsförmedlingen", "Arbetsförmedlingens kontor"]


def test_with_dots_comes_before_without() -> None:
    found = (provider("Habo"), provider("Håbo"))
    assert (titles(found, "habo"), titles(found, "håbo")) == (["Habo", "Håbo"], ["Håbo", "Habo"])


def test_in_a_long_query_and_in_hints_words_are_found_by_their_beginning() -> None:
    found = (provider("Stora jobbcoachen i Lund", hints=("Stockholm",)),)
    assert titles(found, "stora coachen lund") == ["Stora jobbcoachen i Lund"]
    hits = find(found, "stora coachen vid lund")
    assert [hit.missing for hit in hits] == [2]
    assert [hit.missing for hit in find(found, "stora jobbc vid lund")] == [1]
    assert (titles(found, "stock"), titles(found, "holm")) == (["Stora jobbcoachen i Lund"], [])


@pytest.mark.parametrize("query", ["", " ", "a", "–", "å"])
def test_nothing_is_searched_for_less_than_two_letters(query: str) -> None:
    assert find(SOME, query) == READER.find(query) == ()


def typo(dice: random.Random, word: str) -> str:
    """The word with one typo."""
    at = dice.randrange(len(word))
    before, after, letter = word[:at], word[at:], dice.choice("abcdefghijklmnopqrstuvwxyzåäö")
    return before + dice.choice((after[1:], letter + after, letter + after[1:], after[1::-1] + after[2:]))


def somehow(dice: random.Random, word: str) -> str:
    """The word as somebody may type it."""
    return dice.choice((word, fold(word), typo(dice, word), word[: dice.randint(1, 6)], word[2:8]))


@given(st.integers(min_value=0, max_value=len(SOME) - 1), st.randoms(use_true_random=False))
def test_every_entry_is_found_by_its_words_parts_of_them_without_dots_and_with_a_typo(number: int, dice: random.Random) -> None:
    named = sorted({word for word, _, length in word_places(SOME[number]) if length and len(word) > 1})
    word = dice.choice(named)
    queries = [word, fold(word), word.upper()]
    if len(fold(word)) >= 4 and not word.isdigit():
        at = dice.randrange(len(word) - 3)
        queries += [typo(dice, word), word[at : at + dice.randint(4, 14)]]
    for query in queries:
        if len(query) >= 3:
            assert number in {hit.entry for hit in READER.find(query)}, query


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_index_finds_what_the_specification_says_in_the_same_order(picked: list[str], dice: random.Random) -> None:
    query = " ".join(somehow(dice, word) for word in picked[: dice.choice((1, 1, 2, 2, 3, 5))])
    assert READER.find(query) == find(SOME, query)


@given(st.text("aåbcdeghijlmnorst 0129-", max_size=12))
def test_so_it_does_for_whatever_is_typed(query: str) -> None:
    assert READER.find(query) == find(SOME, query)


def test_a_few_of_each_kind_are_suggested() -> None:
    found = tuple(sorted((Entry(kind, f"Sak {i}", f"/{kind}/{i}/") for kind in EntryKind for i in range(6)), key=lambda e: list(EntryKind).index(e.kind)))
    shown = suggestions(found, find(found, "sak"))
    assert len(shown) == MOST_SUGGESTIONS
    assert [found[number].kind for number in shown].count(EntryKind.PROVIDER) == MOST_OF_A_KIND


def test_fewer_are_suggested_where_none_has_every_word() -> None:
    found = tuple(Entry(kind, f"Sak {i}", f"/{kind}/{i}/") for kind in EntryKind for i in range(3))
    assert len(suggestions(found, find(found, "sak sådan"))) == MOST_IN_PART


def test_the_same_entries_give_the_same_files() -> None:
    made_entries.cache_clear()
    assert index_files(made_entries(60), SWEDISH) == READER.files


def test_an_index_of_other_entries_lies_in_another_folder() -> None:
    assert {name.partition("/")[0] for name in READER.files} == {"index.json", READER.manifest["folder"]}
    assert Reader(index_files(SOME[1:], SWEDISH)).manifest["folder"] != READER.manifest["folder"]


def test_an_empty_site_has_an_index_in_which_nothing_is_found() -> None:
    assert Reader(index_files((), SWEDISH)).find("coach") == ()


def test_a_file_of_the_index_is_json_in_one_line() -> None:
    for text in READER.files.values():
        assert json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) == text


def test_the_search_for_person_numbers_finds_none_in_an_index(tmp_path: made.Any) -> None:
    for name, text in index_files(made_entries(300), SWEDISH).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert scan(tmp_path, ()).problems == ()


def test_what_stands_in_the_demo_is_found() -> None:
    loaded = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", made.date.fromisoformat(AS_OF), today=made.date.fromisoformat(AS_OF))
    assert loaded.registry
    found = entries(Maker(loaded.registry))
    for query, title in (
        ("exempelbolaget", "Exempel Jobb AB"),
        ("låtsas lyft", "Exempel Jobb AB"),
        ("999001-0002", "Exempel Jobb AB"),
        ("999001 0002", "Exempel Jobb AB"),
        ("sa klagar", "Så klagar du"),
        ("leverantörerna", "Leverantörer A–Ö"),
        ("coachning", "Påhittscoachning AB"),
    ):
        assert title in titles(found, query), query

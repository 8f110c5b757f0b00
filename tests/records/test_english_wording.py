"""The English words of the table, and in which texts the words of each language are found."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from babel.messages.pofile import read_po

from generator.records.wording import (
    ANY_LANGUAGE,
    LANGUAGES,
    WordKind,
    attributes,
    find_critical,
    find_denying,
    find_loaded,
    find_strong,
    hedges,
    read_table,
    table,
    without_quotes,
)
from generator.site.language import catalogue_path

Finder = Callable[..., Iterator[Any]]


def loaded(text: str, language: str = "en") -> list[str]:
    return [hit.text for hit in find_loaded(text, language=language)]


def strong(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(hit.text, str(hit.word.grade)) for hit in find_strong(text, language=language)]


def critical(text: str, language: str = "en") -> list[str]:
    return [hit.text for hit in find_critical(text, language=language)]


def denying(text: str, language: str = "en") -> list[str]:
    return [hit.text for hit in find_denying(text, language=language)]


@pytest.mark.parametrize(
    "word",
    ["cheated", "Cheats", "CHEATING", "rogue", "scam", "scammers", "crooked", "fraudsters", "con artist", "unscrupulous", "disgraceful", "dodgy", "scandalous",
     "sham", "fake", "bogus", "phoney", "phony", "rip-off", "ripped\noff", "chaotic", "disastrous", "a farce", "appalling", "shoddy", "milked", "cash cow",
     "covered up", "slammed", "lined their pockets", "worst offender", "world-class", "fantastic", "unrivalled", "unrivaled", "greedy", "exploited", "wasted"],
)  # fmt: skip
@pytest.mark.parametrize("language", [*LANGUAGES, ANY_LANGUAGE, "da"])
def test_a_loaded_word_is_found_in_a_text_in_any_language(word: str, language: str) -> None:
    assert loaded(f"The company {word}, they said.", language) == [word]


@pytest.mark.parametrize("word", ["fuskade", "oseriösa", "bluffen"])
def test_a_swedish_loaded_word_is_found_in_an_english_text(word: str) -> None:
    assert loaded(f"The company {word} again.") == [word]


@pytest.mark.parametrize(
    "text",
    ["convinced", "free of charge", "the charge is 100 kronor", "shamrock", "liaison", "Roguestown", "purchase", "a racket sport",
     "an outstanding balance", "scampi", "tips and tricks", "conversation", "believed", "familiar", "milk", "a message", "fleece"],
)  # fmt: skip
def test_an_english_word_that_only_looks_like_a_loaded_one_is_not_found(text: str) -> None:
    assert loaded(f"This is {text} here.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The company was convicted of fraud.", [("convicted", "A"), ("fraud", "A")]),
        ("It pleaded guilty and was sentenced.", [("pleaded guilty", "A"), ("sentenced", "A")]),
        ("A breach of contract and a breach of trust.", [("breach of contract", "B"), ("breach of", "A")]),
        ("It broke the law, which is illegal.", [("broke the law", "A"), ("illegal", "A")]),
        ("The contract was terminated, cancelled and canceled.", [("terminated", "B"), ("cancelled", "B"), ("canceled", "B")]),
        ("An offence, or offense; discrimination and harassment.", [("offence", "A"), ("offense", "A"), ("discrimination", "A"), ("harassment", "A")]),
        ("The authority found deficiencies.", [("found deficiencies", "B")]),
        ("It misled and bribed.", [("misled", "A"), ("bribed", "A")]),
        ("We are convinced, by the conviction that it helps.", []),
        ("The price excludes VAT. Cancel your booking.", []),
        ("A criminal record is asked for, with tips and tricks.", []),
        ("Annual determination of prices.", []),
        ("It was banned, suspended, debarred, expelled and fined.", [(w, "B") for w in ("banned", "suspended", "debarred", "expelled", "fined")]),
    ],
)
def test_a_strong_word_is_found_with_the_grade_it_needs(text: str, found: list[tuple[str, str]]) -> None:
    assert strong(text) == found


def test_only_what_settles_a_matter_is_a_verdict() -> None:
    kinds = {hit.text: hit.word.kind for hit in find_strong("convicted fraud illegal misled audit found terminated", language="en")}
    assert [kinds[word] for word in ("convicted", "illegal", "audit found")] == [WordKind.VERDICT] * 3
    assert [kinds[word] for word in ("fraud", "misled", "terminated")] == [WordKind.STRONG] * 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Avoid it: the worst, and no better.", ["Avoid", "worst", "better"]),
        ("A problem, a complaint and a delay.", ["problem", "complaint", "delay"]),
        ("They failed; it was poor and too late.", ["failed", "poor", "too late"]),
        ("Problem-solving for people who lost their jobs.", []),
        ("Best known for its complaints procedure.", []),
        ("The charge is low and the service free of charge.", []),
        ("It was charged with theft.", ["charged with", "theft"]),
        ("It starts late in May and lasts a weekend.", []),
        ("In harmony with the team.", []),
    ],
)
def test_what_criticises_is_found(text: str, found: list[str]) -> None:
    assert critical(text) == found


@pytest.mark.parametrize("word", ["not", "No", "never", "without", "cannot", "didn't", "didn’t", "WON'T", "isn’t", "none", "nor", "hardly"])
def test_a_no_is_found_with_any_apostrophe(word: str) -> None:
    assert denying(f"It {word} reply.") == [word]


@pytest.mark.parametrize("text", ["nothingness", "a knot", "north", "noble", "often", "it's"])
def test_other_words_say_no_no(text: str) -> None:
    assert denying(text) == []


@pytest.mark.parametrize(
    "text", ["Convicted, according to UNT", "The paper wrote that …", "It alleged fraud", "A report about fines", "The court found that …"]
)
def test_an_attributing_word_says_that_somebody_says_it(text: str) -> None:
    assert attributes(text, language="en")


def test_saying_who_says_it_is_not_saying_that_it_is_unsettled() -> None:
    assert not hedges("It was convicted, according to the paper", language="en")
    assert all(hedges(text, language="en") for text in ("Allegations of fraud", "suspected of theft", "under investigation", "was reported to the police"))
    assert not attributes("The municipality terminated the contract", language="en")
    assert not attributes("The audit shows deficiencies. You have a say.", language="en")


# Which words are looked for in which text.


@pytest.mark.parametrize("find", [find_strong, find_critical])
def test_everyday_words_are_found_only_in_texts_in_their_own_language(find: Finder) -> None:
    english, swedish = "It was convicted", "Bolaget dömdes"
    found = {language: [hit.text for text in (english, swedish) for hit in find(text, language=language)] for language in (*LANGUAGES, ANY_LANGUAGE, "de")}
    assert found == {"sv": ["dömdes"], "en": ["convicted"], ANY_LANGUAGE: ["convicted", "dömdes"], "de": ["convicted", "dömdes"]}


def test_a_swedish_footnote_is_no_english_not() -> None:
    assert denying("s. 3, not 4", "sv") == []
    assert denying("inte", "en") == []
    assert not attributes("according to the paper", language="sv")
    assert not hedges("anmäld", language="en")


def test_of_two_rows_for_one_word_that_of_the_texts_language_is_given() -> None:
    assert {language: [hit.word.language for hit in find_loaded("a bluff and a parasite", language=language)] for language in LANGUAGES} == {
        "sv": ["sv", "sv"],
        "en": ["en", "en"],
    }


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A ‘rogue’ company", "A         company"),
        ('It “cheats” and "scams" us', "It          and         us"),
        ("‘It didn’t cheat’ here", "                  here"),
        ("the providers’ scam and others’ scam", "the providers’ scam and others’ scam"),
        ("rock‘n’roll scam’ here", "rock‘n’roll scam’ here"),
        ("‘It began\n\nand ended’ so", "‘It began\n\nand ended’ so"),
        ("don't scam, it's 'scam'", "don't scam, it's 'scam'"),
        ("‘one’ scam ‘two’", "      scam      "),
        ("‘it’s", "‘it’s"),
    ],
)
def test_english_quotations_are_taken_away_and_apostrophes_are_none(text: str, left: str) -> None:
    assert without_quotes(text) == left


# The table itself.


def test_every_kind_has_words_in_every_language() -> None:
    kinds = {language: {word.kind for word in table() if word.language == language} for language in LANGUAGES}
    assert kinds == {language: set(WordKind) for language in LANGUAGES}


def test_there_are_about_as_many_english_words_as_swedish_ones() -> None:
    for kind in (WordKind.LOADED, WordKind.STRONG, WordKind.VERDICT, WordKind.CRITICAL, WordKind.HEDGING, WordKind.DENYING):
        swedish, english = (sum(word.kind is kind and word.language == language for word in table()) for language in LANGUAGES)
        assert english >= swedish * 0.8, kind


def test_one_word_may_stand_in_both_languages_but_once_in_each() -> None:
    header = "word;language;match;kind;grade;instead\n"
    assert [word.language for word in read_table(f"{header}bluff;sv;stem;loaded;;fel\nbluff;en;stem;loaded;;wrong\n")] == ["sv", "en"]


def test_what_is_written_to_readers_in_english_is_not_loaded() -> None:
    with catalogue_path("en").open("rb") as file:
        messages = [message.string for message in read_po(file, locale="en")]
    texts = [text for message in messages for text in (message if isinstance(message, tuple) else (message,)) if text]
    assert len(texts) > 100
    assert [hit for text in texts for hit in loaded(text)] == []

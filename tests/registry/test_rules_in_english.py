"""Each text is searched for the words of the language that it is in: its field's, its page's or its source's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import CITED, SAME, Data, body, page, profile, programme, registry, said, source, term

from generator.records.models.base import Prose, leaves
from generator.records.source_map import SourceMap
from generator.registry.own_text import language_at_source, language_of
from generator.registry.pages import Page
from generator.registry.rules.asides import citations_on_profiles
from generator.registry.rules.carriers import publishers_named
from generator.registry.rules.naming import named_beside_the_gate
from generator.registry.rules.wording import loaded_words, strong_words

GRANNE = profile(name="Granne AB")
LINK = "[Granne](profiles/granne)"


def why(records: dict[str, Data], *pages: Page) -> list[str]:
    found = said(named_beside_the_gate, registry({"profiles/granne": GRANNE, **records}, pages=pages))
    return [words["reason_en"] for _, _, words in found]


def page_of(edition: str, *lines: str) -> Page:
    return replace(page(), edition=edition, source=SourceMap(f"content/{edition}/om.md", ("Title: Om", "", *lines)))


def texts_of(made: Data, key: str = "profiles/a") -> dict[str, str]:
    """The language of each text of a record."""
    whole = registry({key: made, "sources/in-english": source(language="en"), "sources/in-german": source(language="de")})
    record = whole.documents[key]
    return {".".join(map(str, leaf.path)): language_of(whole, record, leaf) for leaf in leaves(record.record) if leaf.mark(Prose)}


def test_a_text_is_in_the_language_of_its_field_and_a_name_in_any() -> None:
    found = texts_of(profile(summary_en="x"))
    assert (found["summary"], found["summary_en"], found["name"]) == ("sv", "en", "")


@pytest.mark.parametrize(("cited", "language"), [("kalla", "sv"), ("in-english", ""), ("in-german", "")])
def test_a_quotation_and_a_place_are_in_the_language_of_their_source_and_may_have_our_words(cited: str, language: str) -> None:
    found = texts_of(profile(sources=[*CITED, {"source": cited, "locator": "s. 1", "quote": "x"}]))
    assert (found["sources.1.locator"], found["sources.1.quote"]) == (language, language)
    assert found["sources.0.locator"] == "sv"


@pytest.mark.parametrize(("written", "language"), [("sv", "sv"), ("en", ""), ("no", "")])
def test_a_title_is_in_the_language_of_its_source(written: str, language: str) -> None:
    found = texts_of(source(language=written, note="x"), "sources/a")
    assert (found["title"], found["note"], found["publisher"]) == (language, "sv", "")


def test_a_source_that_is_not_there_may_be_in_any_language() -> None:
    assert language_at_source(registry({}), "borta") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Avoid {LINK}.", ["beside the word “Avoid”"]),
        (f"{LINK} is not a provider.", ["beside the word “not”"]),
        (f"{LINK} is a provider.\n\nAvoid others.", []),
        (f"{LINK} is a provider. That is not all.", []),
        (f"“That is not all.” {LINK} is a provider.", []),
        (f"‘That is not all.’ {LINK} is a provider.", []),
        (f"That is not all. “{LINK} is a provider.”", []),
        (f"That is not all. ‘{LINK} is a provider.’", []),
        (f"{LINK} has a note on its utan page.", []),
        (f"{LINK} is a bluff.", ["beside the word “bluff”"]),
        ("Granne’s courses.", ["without a link to its page"]),
    ],
)
def test_an_english_text_and_page_criticise_in_english(text: str, found: list[str]) -> None:
    assert why({"programmes/p": programme(summary_en=text)}) == found
    assert why({}, page_of("en", *text.replace("(profiles", "({filename}/profiles").split("\n"))) == found


@pytest.mark.parametrize("edition", ["", "lattlast"])
def test_a_swedish_text_and_page_may_have_what_would_criticise_in_english(edition: str) -> None:
    text = f"{LINK} bad om ett möte (not 3)."
    assert why({"programmes/p": programme(summary=text)}) == []
    assert why({}, page_of(edition, text.replace("(profiles", "({filename}/profiles"))) == []
    assert why({}, page_of(edition, text.replace("(profiles", "({filename}/profiles").replace("bad om", "nekades"))) == ["beside the word “nekades”"]


def test_a_quotation_in_english_criticises_in_english() -> None:
    cited = [{"source": "in-english", "locator": "s. 1", "quote": "Granne is the worst."}]
    records = {"sources/in-english": source(language="en"), "programmes/p": programme(sources=cited)}
    assert why(records) == ["beside the word “worst”"]
    records["sources/in-english"] = source(language="sv")
    assert why(records) == []


def test_a_name_of_a_word_may_criticise_in_any_language() -> None:
    assert why({"terms/t": term(name="The worst, as Granne AB")}) == ["beside the word “worst”"]


@pytest.mark.parametrize(
    ("language", "locator", "found"),
    [
        ("sv", "s. 3, not 4", []),
        ("en", "s. 3, not 4", []),
        ("en", "s. 3, Not 4", []),
        ("en", "not all of it", ["not"]),
        ("sv", "not all of it", []),
        ("en", "the part that tells", ["that"]),
        ("en", "the complaints", ["complaints"]),
        ("sv", "the complaints", []),
        ("en", "stycket om klagomål", ["klagomål"]),
    ],
)
def test_a_place_in_an_english_source_tells_nothing_in_either_language(language: str, locator: str, found: list[str]) -> None:
    made = {"sources/s": source(language=language), "profiles/a": profile(sources=[{"source": "s", "locator": locator}])}
    assert [words["reason_en"] for _, _, words in said(citations_on_profiles, registry(made))] == [f"says “{word}”" for word in found]


@pytest.mark.parametrize(("language", "found"), [("sv", []), ("en", ["says “convicted”"])])
def test_a_quotation_in_english_is_held_against_the_grade(language: str, found: list[str]) -> None:
    cited = [{"source": "s", "locator": "s. 1", "quote": "It was convicted."}]
    made = {"sources/s": source(language=language), "profiles/a": profile(statements=[{"id": "u", "text": "x", "grade": "B", **SAME, "sources": cited}])}
    assert [words["reason_en"] for _, _, words in said(citations_on_profiles, registry(made))] == found


@pytest.mark.parametrize(("publisher", "codes"), [("Myndigheten", []), ("Myndigheten Complaints", ["I01f"]), ("Myndigheten Klagomål", ["I01f"])])
def test_a_publisher_is_no_criticism_in_any_language(publisher: str, codes: list[str]) -> None:
    made = registry({"sources/s": source(publisher=publisher, publisher_body="myndigheten"), "bodies/myndigheten": body()})
    assert [code for code, _, _ in said(publishers_named, made)] == codes


def test_strong_words_of_a_profile_are_those_of_the_texts_language() -> None:
    def found(**fields: str) -> list[tuple[str, str]]:
        return [(where.partition(" ")[2], words["word"]) for _, where, words in said(strong_words, registry({"profiles/a": profile(**fields)}))]

    assert found(summary="Den dömdes.", summary_en="It was convicted.") == [("summary", "dömdes"), ("summary_en", "convicted")]
    assert found(summary="It was convicted.", summary_en="Den dömdes.") == []


def test_a_loaded_word_is_told_with_what_its_own_language_has_instead() -> None:
    made = registry(
        {"profiles/a": profile(summary="Det var bluff.", summary_en="It was a bluff.")}, pages=(page_of("en", "A bluff."), page_of("", "En bluff."))
    )
    found = [words["instead"] for _, _, words in said(loaded_words, made)]
    assert found == ["felaktiga uppgifter", "information that was not right", "information that was not right", "felaktiga uppgifter"]


def test_a_loaded_name_in_english_needs_somebody_who_bears_it() -> None:
    def found(**fields: str) -> list[str]:
        return [where.partition(" ")[2] for _, where, _ in said(loaded_words, registry({"profiles/a": profile(name="Rogue Steps", **fields)}))]

    assert found() == ["name"]
    assert found(legal_name="Rogue Steps AB", orgnr="559000-0005", legal_form="limited_company") == []

"""A language: messages with values, texts of records among its words, and which of two summaries is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from made import Data, body, profile, programme, registry, scheme, source
from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.evidence import Citation
from generator.registry.registry import Registry
from generator.registry.released import changed_fields, meanings
from generator.site.language import EASY_SWEDISH, SWEDISH, Language, english_language, plain
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.pseudo import PSEUDO

ENGLISH = english_language()
SPAN = '<span lang="sv">{}</span>'


def made(summaries: dict[str, Data] | None = None) -> Registry:
    """A few records. summaries: kind and id to other fields of a record."""
    return registry({"sources/paper": source(title="Paper", language="en"), **(summaries or {})})


def english() -> Maker:
    return Maker(made(), words=ENGLISH)


def test_a_message_is_said_with_its_values() -> None:
    assert ENGLISH.t("Vi frågade {name}", name="Exempel AB") == "We asked Exempel AB"
    assert SWEDISH.t("Vi frågade {name}", name="Exempel AB") == "Vi frågade Exempel AB"


def test_nothing_is_nothing_in_every_language() -> None:
    assert [words.t("") for words in (SWEDISH, ENGLISH, PSEUDO)] == ["", "", ""]
    assert [words.own("") for words in (SWEDISH, ENGLISH, PSEUDO)] == ["", "", ""]


def test_a_text_of_a_record_says_its_language_where_that_is_another() -> None:
    assert ENGLISH.own("Ett <b>") == SPAN.format("Ett &lt;b&gt;")
    assert SWEDISH.own("Ett <b>") == EASY_SWEDISH.own("Ett <b>") == "Ett <b>"
    assert not isinstance(SWEDISH.own("Ett"), Markup)


def test_a_message_with_such_a_text_is_html_and_everything_else_in_it_is_escaped() -> None:
    said = ENGLISH.t("{name}: {outcome}", name=ENGLISH.own("A & B"), outcome="x < y")
    assert said == f"{SPAN.format('A &amp; B')}: x &lt; y"
    assert isinstance(said, Markup)
    assert not isinstance(ENGLISH.t("{name}: {outcome}", name="A", outcome="x < y"), Markup)


@pytest.mark.parametrize(("join", "between"), [(Language.list, " and "), (Language.commas, ", "), (Language.sentences, " ")])
def test_texts_are_joined_without_losing_what_is_html(join: Callable[[Language, Sequence[str]], str], between: str) -> None:
    assert join(ENGLISH, ["<a>", ENGLISH.own("b")]) == f"&lt;a&gt;{between}{SPAN.format('b')}"
    assert join(ENGLISH, ["<a>", "b"]) == f"<a>{between}b"


def test_sentences_that_are_empty_are_left_out() -> None:
    assert SWEDISH.sentences(["Ett.", "", "Två."]) == "Ett. Två."


def test_attributes_and_files_take_the_text_alone() -> None:
    assert plain(ENGLISH.t("{name}: {outcome}", name=ENGLISH.own("A & B"), outcome="x < y")) == "A & B: x < y"
    assert plain("<span> & <b>") == "<span> & <b>"


def test_a_number_chooses_between_two_words() -> None:
    assert [ENGLISH.form(count, "Program", "Program") for count in (1, 2)] == ["Programme", "Programmes"]


@pytest.mark.parametrize(
    ("words", "after", "when"), [(SWEDISH, "den 21 november 2026", "den 21 november 2026"), (ENGLISH, "21 November 2026", "on 21 November 2026")]
)
def test_a_day_stands_in_two_ways_in_a_sentence(words: Language, after: str, when: str) -> None:
    day = date(2026, 11, 21)
    assert [text.replace("\xa0", " ") for text in (words.the_day(day), words.on_day(day))] == [after, when]


def test_a_link_is_marked_as_the_language_or_the_name_that_it_is() -> None:
    maker = english()
    assert maker.link(Kind.BODIES, "myndigheten") == LinkView("Myndigheten", "/en/organisation/myndigheten/", lang="sv")
    assert maker.link(Kind.PROFILES, "exempel-ab") == LinkView("Exempel AB", "/en/leverantor/exempel-ab/", proper=True)
    assert maker.link(Kind.SOURCES, "paper") == LinkView("Paper", "/en/kalla/paper/")
    assert maker.link(Kind.SOURCES, "kalla").lang == "sv"
    assert Maker(made()).link(Kind.BODIES, "myndigheten") == LinkView("Myndigheten", "/organisation/myndigheten/")


def test_a_name_without_a_link_is_marked_too() -> None:
    assert LinkView("Ö & Co", proper=True).marked == '<span translate="no">Ö &amp; Co</span>'
    assert LinkView("Ord", lang="sv").marked == SPAN.format("Ord")
    assert LinkView("Ord & <b>").marked == "Ord & <b>"


def test_a_county_is_translated_and_a_municipality_is_a_name() -> None:
    maker = english()
    assert maker.county("14") == LinkView("Västra Götaland County", "/en/lan/14-vastra-gotalands-lan/")
    assert maker.municipality("1280", "2") == LinkView("Malmö", "/en/kommun/1280-malmo/", "2", proper=True)


def test_every_block_of_a_record_says_its_language() -> None:
    text = "Ett.\n\n- två\n- tre\n\n> fyra"
    assert english().html(text).count('lang="sv"') >= 3
    assert english().html("Ett *två*.") == '<p lang="sv">Ett <em>två</em>.</p>'
    assert Maker(made()).html("Ett.") == "<p>Ett.</p>"
    assert english().html(None) == ""


def test_the_title_of_a_source_says_its_language_where_that_is_not_the_pages() -> None:
    cited = [Citation(source=name, locator="s. 1") for name in ("kalla", "paper")]
    assert [english().citation(c).language for c in cited] == ["sv", ""]
    assert [Maker(made()).citation(c).language for c in cited] == ["", "en"]


@pytest.mark.parametrize("key", ["profiles/ny", "schemes/ny", "programmes/ny", "bodies/ny"])
def test_the_summary_is_in_english_on_english_pages_where_it_has_been_written(key: str) -> None:
    make = {"profiles/ny": profile, "schemes/ny": scheme, "programmes/ny": programme, "bodies/ny": body}[key]
    there = made({key: make(summary="Ett.", summary_en="One.")})
    record = there.documents[key].record
    assert Maker(there, words=ENGLISH).summary(record) == "<p>One.</p>"
    assert Maker(there).summary(record) == "<p>Ett.</p>"
    assert Maker(there, words=PSEUDO).summary(record) == '<p lang="sv">Ett.</p>'


def test_without_one_the_swedish_summary_is_shown_and_marked() -> None:
    assert english().summary(made().record(Kind.PROFILES, "exempel-ab")) == '<p lang="sv">x</p>'


def test_a_summary_that_is_added_is_news_and_one_that_changes_is_a_change() -> None:
    versions = [made({"profiles/ny": profile(**more)}) for more in ({}, {"summary_en": "One."}, {"summary_en": "Two."})]
    without, with_it, changed = (meanings(version.documents["profiles/ny"])["profiles/ny"] for version in versions)
    assert list(changed_fields(without, with_it, {})) == []
    assert list(changed_fields(with_it, changed, {})) == [("summary_en",)]

"""What stands beside a case about a provider that has not been heard."""

from __future__ import annotations

import pytest
from made import Data, case, correction, party, profile, registry, said, source, statement

from generator.registry.rules.unheard import only_signposts

UNHEARD = {"state": "not_asked"}


def linked(name: str = "u", **fields: object) -> Data:
    return {**statement(name, grade="C", sources=[{"source": "artikel", "locator": "s. 1"}]), "text": None, **fields}


def told(*statements: Data, note: str = "Coachen kom aldrig.", heard: bool = False, draft: bool = False, **more: Data) -> list[tuple[str, str, str]]:
    one = party(reply={"state": "declined"} if heard else UNHEARD)
    records = {
        "profiles/granne": profile(name="Granne AB"),
        "sources/artikel": source(title="Så gick det", note=note),
        "cases/a": case(one, party("granne"), statements=statements or [linked(about=["exempel-ab"])], name=None),
        **more,
    }
    found = said(only_signposts, registry(records, intake=["cases/a"] if draft else ()))
    assert {words["provider"] for _, _, words in found} <= {"Exempel AB"}
    return [(code, where, words["field"]) for code, where, words in found]


def test_the_note_of_a_source_that_is_only_a_link_tells_nothing() -> None:
    assert told() == [("I07b", "sources/artikel note", "note")]
    assert told(note="Dagen framgår inte. Så gick det, Exempels AB.") == []
    assert told(heard=True) == []
    assert told(draft=True) == []
    assert told(linked(about=["granne"])) == []


@pytest.mark.parametrize(("ours", "found"), [(True, [("I07b", "sources/artikel title", "title")]), (False, [])])
def test_the_title_that_we_gave_it_tells_nothing_either(ours: bool, found: list[object]) -> None:
    article = source(title="Coachen kom aldrig", publisher="Bladet", title_reconstructed=ours, note="Bladets artikel.")
    assert told(**{"sources/artikel": article}) == found


def test_a_source_of_what_is_shown_may_have_a_note() -> None:
    assert told(linked(sources=[{"source": "kalla", "locator": "s. 1"}])) == []


@pytest.mark.parametrize("target", ["cases/a", "cases/a#u", "cases/a#part-exempel-ab", "cases/a#part-granne", "sources/artikel"])
def test_a_correction_of_a_link_says_only_which_day_or_title_was_wrong(target: str) -> None:
    wrong = correction(target, was="Coachen kom.", now="Coachen kom aldrig.", why="Vi läste fel rad.")
    right = correction(target, was="Så gick det den 2 maj.", now="Så gick det den 3 maj.", why="Exempel AB, Örebro, Myndigheten: fel dag.")
    assert told(note="Läst.", **{"corrections/c": wrong}) == [("I07b", "corrections/c was", "was"), ("I07b", "corrections/c now", "now")]
    assert told(note="Läst.", **{"corrections/c": right}) == []


def test_a_correction_of_what_is_shown_says_what_it_was() -> None:
    mixed = linked(about=["exempel-ab"]), linked("v", about=["granne"], text="Coachen kom.")
    for target, wrong in (("cases/a#u", 3), ("cases/a#v", 0), ("cases/a", 0)):
        told_of = told(*mixed, note="Läst.", **{"corrections/c": correction(target, was="Coachen.", now="Ingen.", why="Coachen.")})
        assert len(told_of) == wrong, target


def test_a_correction_in_words_of_the_title_that_we_gave_is_more() -> None:
    article = source(title="Artikel", title_reconstructed=True)
    told_of = told(**{"sources/artikel": article, "corrections/c": correction("sources/artikel", was="Coachen.", now="Artikel.", why="Fel.")})
    assert told_of == [("I07b", "corrections/c was", "was")]

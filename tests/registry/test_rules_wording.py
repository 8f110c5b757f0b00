"""Names of cases in which somebody only claims something, tried one case after another."""

from __future__ import annotations

from typing import Any

from made import Data, case, party, profile, registry, said, statement

from generator.registry.rules.wording import alleged_names, strong_words

UNHEARD = {"state": "not_asked"}


def told(*cases: Data, rule: Any = alleged_names, **more: Data) -> list[tuple[str, str, str]]:
    records = {f"cases/c{number}": one for number, one in enumerate(cases)}
    return [(code, where, words["word"]) for code, where, words in said(rule, registry({**records, **more}))]


def test_every_case_is_tried_and_the_first_word_is_told() -> None:
    cases = case(name="Klagomål om ärendet"), case(name="Brister och inga möten hos Exempel AB"), case(name="Ärendet"), case(name="Inga möten")
    assert told(*cases) == [("I22d", "cases/c1 name", "Brister"), ("I22d", "cases/c3 name", "Inga")]


def test_only_a_party_may_not_be_named_so() -> None:
    granne = {"profiles/granne": profile(name="Granne AB")}
    assert told(case(name="Möten hos Granne AB"), **granne) == []
    assert told(case(party("granne"), name="Möten hos Granne AB"), **granne) == [("I22d", "cases/c0 name", "Granne AB")]


def test_background_and_what_is_not_shown_carry_no_name() -> None:
    background = statement("v", kind="context")
    assert told(case(name="Inga möten", statements=[background])) == []
    assert told(case(name="Inga möten", statements=[statement(), background])) == [("I22d", "cases/c0 name", "Inga")]
    unseen = statement("v", kind="measure_taken", grade="E")
    assert told(case(name="Inga möten", statements=[statement(), unseen])) == [("I22d", "cases/c0 name", "Inga")]
    assert told(case(party(reply=UNHEARD), name="Myndigheten hävde avtalet", statements=[statement(), unseen]), rule=strong_words) == []

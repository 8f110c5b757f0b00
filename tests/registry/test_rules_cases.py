"""Cases: outcomes and replies with their sources, what may lie in the public folder, deadlines, open cases and parties."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from made import CITED, SAME, TODAY, Data, body, case, party, profile, registry, said, scheme, source, statement

from generator.records.vocabulary import Outcome, Procedure, ReplyState, StatementKind
from generator.registry.registry import Registry
from generator.registry.rules.cases import (
    adverse_in_cases,
    counter_slot,
    decided_by_nobody,
    gate_in_public_root,
    next_check,
    outcome_in_its_time,
    outcome_sources,
    parties_once,
    published_fields,
    reply_in_source,
    statement_parties,
)

UNHEARD = {"state": "not_asked"}


def of(*parties: Data, statements: Iterable[Data] = (), draft: bool = False, **fields: Any) -> Registry:
    """The case `a` between two providers, beside a case with nothing wrong."""
    records = {"profiles/granne": profile(), "cases/a": case(*parties, statements=statements, **fields), "cases/b": case()}
    return registry(records, intake=["cases/a"] if draft else ())


# I01: outcomes and replies have sources


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("sources", [[], CITED])
def test_an_outcome_that_somebody_decided_has_a_source(outcome: Outcome, sources: list[Data]) -> None:
    wrong = outcome not in (Outcome.UNKNOWN, Outcome.NONE_YET) and not sources
    found = said(outcome_sources, of(party(outcome=outcome.value, outcome_sources=sources)))
    assert found == ([("I01a", "cases/a parties.0.outcome", {"outcome": outcome.value})] if wrong else [])


def test_a_case_of_which_nothing_is_shown_needs_no_source_for_its_outcome() -> None:
    unheard = party(outcome="convicted", reply=UNHEARD)
    assert said(outcome_sources, of(unheard, statements=[statement(grade="C")])) == []
    assert len(said(outcome_sources, of(unheard, statements=[statement(grade="C"), statement("v")]))) == 1


@pytest.mark.parametrize("state", ReplyState)
@pytest.mark.parametrize("sources", [[], CITED])
def test_a_reply_in_a_source_names_it(state: ReplyState, sources: list[Data]) -> None:
    found = said(outcome_sources, of(party(), party("granne", reply={"state": state.value, "sources": sources})))
    assert found == ([("I01b", "cases/a parties.1.reply", {})] if state is ReplyState.REPLIED_IN_SOURCE and not sources else [])


# I07a, I07b: what may not be shown may not lie in the public folder


def test_what_is_held_may_not_lie_in_the_public_folder() -> None:
    held = [statement("a", grade="E"), statement("b"), statement("c", grade="D")]
    made = of(party(reply=UNHEARD), statements=held)
    reason_sv, reason_en = "tips och anonyma inlägg visas aldrig", "tips and anonymous posts are never shown"
    found = said(gate_in_public_root, made)
    assert [(code, where) for code, where, _ in found] == [("I07a", "cases/a statements.0"), ("I07a", "cases/a statements.2")]
    mend = {"mend_sv": "en källa med minst grad D", "mend_en": "a source of at least grade D"}
    assert found[0][2] == {"reason_sv": reason_sv, "reason_en": reason_en} | mend
    assert said(gate_in_public_root, of(party(reply=UNHEARD), statements=held, draft=True)) == []


def test_a_draft_hides_no_case_after_it() -> None:
    held = case(party(reply=UNHEARD), statements=[statement(grade="E")])
    made = registry({"cases/a": held, "cases/b": held}, intake=["cases/a"])
    assert [where for _, where, _ in said(gate_in_public_root, made)] == ["cases/b statements.0"]


def bare(name: str = "u", **fields: Any) -> Data:
    """A statement that is nothing but a link."""
    return {**statement(name, grade="C"), "text": None, **fields}


def test_a_link_with_nothing_of_ours_is_right() -> None:
    assert said(gate_in_public_root, of(party(reply=UNHEARD), statements=[bare()], name=None)) == []


@pytest.mark.parametrize(
    ("fields", "where", "field"),
    [
        ({"text": "Text."}, "statements.1.text!", "text"),
        ({"attribution": "en deltagare"}, "statements.1.attribution!", "attribution"),
        ({"confidence_note": "ur minnet"}, "statements.1.confidence_note!", "confidence_note"),
        ({"would_change": "ett intyg om mötet"}, "statements.1.would_change!", "would_change"),
        ({"counter": {"text": "Tvärtom.", "sources": CITED}}, "statements.1.counter.text", "counter.text"),
        ({"sources": [CITED[0], {**CITED[0], "quote": "Ordagrant."}]}, "statements.1.sources.1.quote!", "quote"),
    ],
)
def test_no_word_of_ours_about_a_provider_that_has_not_been_heard(fields: Data, where: str, field: str) -> None:
    told = [bare("a"), bare("b", **fields)]
    (found,) = said(gate_in_public_root, of(party(reply=UNHEARD), statements=told, name=None))
    assert found[:2] == ("I07b", f"cases/a {where}")
    assert (found[2]["field"], found[2]["provider"]) == (field, "Exempel AB")
    assert said(gate_in_public_root, of(party(reply=UNHEARD), statements=told, name=None, draft=True)) == []
    assert said(gate_in_public_root, of(party(), statements=told, name=None)) == []


def test_a_place_in_a_source_about_somebody_unheard_is_short() -> None:
    places = [{**CITED[0], "locator": "s" * length} for length in (79, 80, 81, 120)]
    found = said(gate_in_public_root, of(party(reply=UNHEARD), statements=[bare("a", sources=places)], name=None))
    assert [where for _, where, _ in found] == ["cases/a statements.0.sources.2.locator", "cases/a statements.0.sources.3.locator"]
    assert found[0][2]["mend_en"] == "Cut “locator” to the place itself in the source, at most 80 characters."


def test_a_provider_that_cannot_be_read_is_named_by_its_id() -> None:
    made = registry({"cases/a": case(party("okand", reply=UNHEARD), statements=[bare()])}, present=["profiles/okand"])
    assert [words["provider"] for _, _, words in said(gate_in_public_root, made)] == ["okand"]


def test_nor_a_name_or_an_outcome_in_words_of_a_case_that_is_only_a_link() -> None:
    one = party(reply=UNHEARD)
    two = party("granne", reply=UNHEARD, outcome_text="Så slutade det.")
    records = {"profiles/granne": profile(name="Granne AB"), "cases/a": case(one, two, statements=[bare()])}
    made = registry(records)
    found = said(gate_in_public_root, made)
    assert [where for _, where, _ in found] == ["cases/a name!", "cases/a parties.1.outcome_text!"]
    assert [words["provider"] for _, _, words in found] == ["Exempel AB, Granne AB"] * 2
    with_more = of(one, two, statements=[bare(), statement("v", about=["granne"])])
    assert said(gate_in_public_root, with_more) == []


def test_a_case_that_is_held_is_told_of_that_and_not_of_its_words() -> None:
    made = of(party(reply=UNHEARD, outcome_text="Så slutade det."), statements=[statement(grade="D")])
    assert [code for code, _, _ in said(gate_in_public_root, made)] == ["I07a"]


# I07c: what is shown has words


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [("Ärendet", "Text.", []), (None, "Text.", [("", "name")]), ("Ärendet", None, ["statements.1"]), (None, None, [("", "name"), "statements.1"])],
)
def test_what_is_shown_has_a_name_and_a_text(name: str | None, text: str | None, wrong: list[object]) -> None:
    found = said(published_fields, of(statements=[statement(), statement("v", text=text)], name=name))
    assert found == [("I07c", "cases/a", {"field": "name"}) if isinstance(w, tuple) else ("I07c", f"cases/a {w}", {"field": "text"}) for w in wrong]


def test_a_link_in_a_case_that_is_shown_needs_no_text() -> None:
    made = of(party(reply=UNHEARD), party("granne"), statements=[bare(about=["exempel-ab"]), statement("v", about=["granne"])])
    assert said(published_fields, made) == []
    wordless = statement("v", about=["granne"], text=None)
    made = of(party(reply=UNHEARD), party("granne"), statements=[bare(about=["exempel-ab"]), wordless])
    assert said(published_fields, made) == [("I07c", "cases/a statements.1", {"field": "text"})]


def test_a_case_that_is_only_links_needs_no_name() -> None:
    only_links = case(party(reply=UNHEARD), statements=[bare()], name=None)
    made = registry({"cases/a": only_links, "cases/b": case(name=None)})
    assert said(published_fields, made) == [("I07c", "cases/b", {"field": "name"})]


@pytest.mark.parametrize(
    ("fields", "wrong"), [({"by": []}, True), ({"by": [], "attribution": "en deltagare"}, False), ({"attribution": "en deltagare"}, False), ({}, False)]
)
def test_what_is_shown_says_who_said_it(fields: Data, wrong: bool) -> None:
    found = said(published_fields, of(statements=[statement(), statement("v", **fields)]))
    assert found == ([("I07c", "cases/a statements.1", {"field": "by"})] if wrong else [])


# I07g, I07i: what speaks against, and where criticism stands


@pytest.mark.parametrize("kind", StatementKind)
@pytest.mark.parametrize("counter", [None, {"searched_on": "2026-01-01"}])
def test_what_is_said_against_somebody_has_something_that_speaks_against_it(kind: StatementKind, counter: Data | None) -> None:
    told = {**statement(kind=kind.value), "counter": counter}
    about = {key: value for key, value in told.items() if key not in ("grade", "about")}
    made = registry({"cases/a": case(statements=[statement("v"), told]), "bodies/x": body(statements=[about]), "schemes/x": scheme(does_not_say=[about])})
    places = ["bodies/x statements.0", "cases/a statements.1", "schemes/x does_not_say.0"]
    wrong = kind in (StatementKind.FINDING, StatementKind.ALLEGATION) and counter is None
    assert said(counter_slot, made) == ([("I07g", place, {"kind": kind.value}) for place in places] if wrong else [])


@pytest.mark.parametrize("kind", StatementKind)
def test_what_is_said_against_a_provider_stands_in_a_case(kind: StatementKind) -> None:
    told = [{"id": "a", "text": "x", **SAME}, {"id": "b", "text": "x", "kind": kind.value, **SAME}]
    made = registry({"profiles/exempel-ab": profile(statements=told), "bodies/x": body(statements=told)})
    wrong = kind in (StatementKind.FINDING, StatementKind.ALLEGATION, StatementKind.MEASURE_TAKEN)
    assert said(adverse_in_cases, made) == ([("I07i", "profiles/exempel-ab statements.1", {"kind": kind.value})] if wrong else [])


@pytest.mark.parametrize("grade", ["A", "B", "C", "D"])
def test_what_a_participant_tells_is_no_background_on_a_profile(grade: str) -> None:
    made = registry({"profiles/exempel-ab": profile(statements=[{"id": "a", "text": "x", "grade": grade, **SAME}])})
    assert said(adverse_in_cases, made) == ([("I07i", "profiles/exempel-ab statements.0", {"kind": "context"})] if grade == "D" else [])


# I09: open cases are looked at again, and are not over


@pytest.mark.parametrize("procedure", Procedure)
@pytest.mark.parametrize("check", [None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)])
def test_an_open_case_has_a_day_ahead_on_which_somebody_looks_again(procedure: Procedure, check: date | None) -> None:
    made = of(party(), party("granne", procedure=procedure.value, next_check=check.isoformat() if check else None))
    expected = []
    if procedure in (Procedure.RECEIVED, Procedure.UNDER_INVESTIGATION, Procedure.DORMANT):
        if check is None:
            expected = [("I09a", "cases/a parties.1", {})]
        elif check < TODAY:
            expected = [("I09b", "cases/a parties.1.next_check", {"date": check.isoformat()})]
    assert said(next_check, made) == expected


@pytest.mark.parametrize("as_of", [date(2012, 3, 1), date(2040, 1, 1)])
def test_whether_that_day_has_passed_is_told_by_today(as_of: date) -> None:
    records = {name: case(party(procedure="received", next_check=day)) for name, day in (("cases/a", "2026-11-20"), ("cases/b", "2026-11-21"))}
    assert [where for _, where, _ in said(next_check, registry(records, as_of))] == ["cases/a parties.0.next_check"]


@pytest.mark.parametrize("procedure", Procedure)
@pytest.mark.parametrize("outcome", Outcome)
def test_an_open_case_has_no_outcome_and_a_closed_one_is_not_waiting(procedure: Procedure, outcome: Outcome) -> None:
    made = of(party(), party("granne", procedure=procedure.value, outcome=outcome.value, outcome_sources=CITED))
    is_open = procedure in (Procedure.RECEIVED, Procedure.UNDER_INVESTIGATION, Procedure.DORMANT)
    wrong = (is_open and outcome.settled) or (procedure is Procedure.CLOSED and outcome is Outcome.NONE_YET)
    expected = ("I09c", "cases/a parties.1.outcome", {"procedure": procedure.value, "outcome": outcome.value})
    assert said(outcome_in_its_time, made) == ([expected] if wrong else [])


# I15: who is a party


def test_a_statement_is_about_parties_to_its_case() -> None:
    told = [statement("a"), statement("b", about=["exempel-ab"]), statement("c", about=["exempel-ab", "granne"]), statement("d", about=["granne"])]
    assert said(statement_parties, of(statements=told)) == [
        ("I15a", "cases/a statements.2.about.1", {"value": "granne"}),
        ("I15a", "cases/a statements.3.about.0", {"value": "granne"}),
    ]
    assert said(statement_parties, of(party(), party("granne"), statements=told)) == []


def test_there_is_one_state_of_each_provider_in_a_case() -> None:
    made = of(party(), party(None), party("granne"), party(None), party(), party())
    line = str(made.documents["cases/a"].source.place(("parties", 0, "provider"))[0])
    assert said(parties_once, made) == [("I15b", f"cases/a parties.{n}.provider", {"value": "exempel-ab", "line": line}) for n in (4, 5)]
    assert said(parties_once, of(party(), party("granne"))) == []


@pytest.mark.parametrize("kind", StatementKind)
@pytest.mark.parametrize("grade", ["A", "B", "C", "D", "E"])
def test_who_tells_what_happened_has_decided_nothing(kind: StatementKind, grade: str) -> None:
    wrong = grade in "DE" and kind in (StatementKind.FINDING, StatementKind.MEASURE_TAKEN)
    words = {"kind": kind.value, "grade": grade}
    made = of(statements=[statement(), statement("v", kind=kind.value, grade=grade)])
    assert said(decided_by_nobody, made) == ([("I07t", "cases/a statements.1.kind", words)] if wrong else [])


def test_nor_has_it_on_the_page_of_a_label() -> None:
    told = {"id": "u", "text": "x", "kind": "finding", "grade": "D", **SAME}
    assert [where for _, where, _ in said(decided_by_nobody, registry({"schemes/a": scheme(statements=[told])}))] == ["schemes/a statements.0.kind"]


@pytest.mark.parametrize("grade", ["B", "C", "D"])
@pytest.mark.parametrize(
    ("told", "heard"),
    [
        (source(type="post-weblog"), False),
        (source(type="post-weblog", interest="party", interest_note="x"), False),
        (source(type="article-newspaper"), True),
        (source(publisher_body="myndigheten"), True),
        (source(publisher="Exempel AB"), True),
        (source(publisher="Exempel"), True),
        (source(publisher="Granne AB", interest="provider", interest_note="x"), False),
    ],
)
def test_a_reply_in_a_source_stands_where_the_provider_could_answer(told: Data, heard: bool, grade: str) -> None:
    reply = {"state": "replied_in_source", "text": "Vårt svar.", "sources": [*CITED, {"source": "svar", "locator": "s. 1"}]}
    records = {"cases/a": case(party(reply=reply), statements=[statement(grade=grade)]), "sources/svar": told, "sources/kalla": source(type="webpage")}
    assert said(reply_in_source, registry(records)) == ([] if heard else [("I07u", "cases/a parties.0.reply.sources", {})])


@pytest.mark.parametrize(("grade", "heard"), [("C", True), ("D", False)])
def test_the_only_account_of_a_participant_is_no_text_of_the_provider(grade: str, heard: bool) -> None:
    reply = {"state": "replied_in_source", "text": "Vårt svar.", "sources": CITED}
    records = {"cases/a": case(party(reply=reply), statements=[statement(grade=grade)]), "sources/kalla": source(publisher="Exempel AB")}
    assert len(said(reply_in_source, registry(records))) == (not heard)


def test_every_party_is_tried() -> None:
    answered = {"state": "replied_in_source", "text": "Vårt svar.", "sources": CITED}
    made = registry({"profiles/granne": profile(), "cases/a": case(party(), party("granne", reply=answered)), "sources/kalla": source(type="post-weblog")})
    assert said(reply_in_source, made) == [("I07u", "cases/a parties.1.reply.sources", {})]


def test_another_state_and_a_reply_without_sources_are_tried_elsewhere() -> None:
    blog = source(type="post-weblog")
    for reply in ({"state": "replied_in_source"}, {"state": "declined", "sources": CITED}):
        assert said(reply_in_source, registry({"cases/a": case(party(reply=reply)), "sources/kalla": blog})) == []

"""Replies: what each state promises, how long a provider has to answer, and who need not be asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from made import CITED, TODAY, Data, case, party, profile, registry, said, source, statement

from generator.records.vocabulary import CaseType, Outcome, ReplyState, StatementKind
from generator.registry.registry import Registry
from generator.registry.rules.cases import (
    neutral_reply,
    reply_fields,
)

UNHEARD = {"state": "not_asked"}


def of(*parties: Data, statements: Iterable[Data] = (), draft: bool = False, **fields: Any) -> Registry:
    """The case `a` between two providers, beside a case with nothing wrong."""
    records = {"profiles/granne": profile(), "cases/a": case(*parties, statements=statements, **fields), "cases/b": case()}
    return registry(records, intake=["cases/a"] if draft else ())


# I07d, I07f, I07h: the time to answer, and what each state promises

PROMISED = {
    ReplyState.ASKED: {"asked_on", "deadline"},
    ReplyState.NO_ANSWER_IN_TIME: {"asked_on", "deadline"},
    ReplyState.REPLIED: {"text", "answered_on"},
    ReplyState.REPLIED_IN_SOURCE: {"text"},
    ReplyState.DECLINED: {"asked_on"},
    ReplyState.UNREACHABLE: {"asked_on"},
}
ASKED = {"asked_on": "2026-01-07", "deadline": "2026-01-21"}
# Who would not answer may have said so in words.
UNANSWERED = frozenset(ReplyState) - {ReplyState.REPLIED, ReplyState.REPLIED_IN_SOURCE, ReplyState.DECLINED}


@pytest.mark.parametrize("state", ReplyState)
@pytest.mark.parametrize("left_out", [None, *ASKED, "text", "answered_on"])
def test_each_state_of_a_reply_has_what_it_promises(state: ReplyState, left_out: str | None) -> None:
    answer = {} if state in UNANSWERED else {"text": "Vårt svar.", "answered_on": "2026-01-10"}
    reply = {"state": state.value, **{field: value for field, value in {**ASKED, **answer}.items() if field != left_out}}
    expected = ("I07f", "cases/a parties.1.reply.state", {"state": state.value, "field": left_out})
    assert said(reply_fields, of(party(), party("granne", reply=reply))) == ([expected] if left_out in PROMISED.get(state, ()) else [])


@pytest.mark.parametrize("state", ReplyState)
@pytest.mark.parametrize("answer", [{"text": "Vårt svar."}, {"answered_on": "2026-01-10"}, {"text": "Vårt svar.", "answered_on": "2026"}])
def test_where_there_is_no_answer_none_is_written(state: ReplyState, answer: Data) -> None:
    reply = {"state": state.value, **ASKED, **answer}
    expected = [("I07s", f"cases/a parties.0.reply.{field}", {"state": state.value, "field": field}) for field in answer]
    found = said(reply_fields, of(party(reply=reply)))
    assert [problem for problem in found if problem[0] == "I07s"] == (expected if state in UNANSWERED else [])


def test_everything_that_is_missing_is_told() -> None:
    found = said(reply_fields, of(party(reply={"state": "asked"})))
    assert [params["field"] for _, _, params in found] == ["asked_on", "deadline"]


@pytest.mark.parametrize(
    ("deadline", "days"),
    [("2026-11-16", None), ("2026-11-17", None), ("2026-11-15", "9"), ("2026-11-13", "9"), ("2026-11-12", "8"), ("2026-11-02", "0")],
)
def test_a_provider_has_ten_working_days(deadline: str, days: str | None) -> None:
    made = of(party(reply={"state": "asked", "asked_on": "2026-11-02", "deadline": deadline}))
    expected = [("I07d", "cases/a parties.0.reply.deadline", {"days": days, "earliest": "2026-11-16"})] if days else []
    assert said(reply_fields, made) == expected


@pytest.mark.parametrize("deadline", [None, "2026-11-03"])
@pytest.mark.parametrize("asked_on", [None, "2026-11-02"])
def test_half_a_time_to_answer_is_not_counted(asked_on: str | None, deadline: str | None) -> None:
    reply = {"state": "declined", "asked_on": asked_on, "deadline": deadline}
    expected = ["I07d"] if asked_on and deadline else [] if asked_on else ["I07f"]
    assert [code for code, _, _ in said(reply_fields, of(party(reply=reply)))] == expected


@pytest.mark.parametrize("state", ["declined", "unreachable"])
@pytest.mark.parametrize(("type_", "shown"), [("article-newspaper", True), ("broadcast", True), ("post-weblog", False)])
def test_that_somebody_else_asked_in_vain_is_shown_by_a_medium(state: str, type_: str, shown: bool) -> None:
    answered = party(reply={"state": state, "sources": CITED})
    made = registry({"cases/a": case(answered), "sources/kalla": source(type=type_)})
    missing = ("I07f", "cases/a parties.0.reply.state", {"state": state, "field": "asked_on"})
    assert said(reply_fields, made) == ([] if shown else [missing])


@pytest.mark.parametrize("state", ["asked", "no_answer_in_time", "declined", "unreachable"])
@pytest.mark.parametrize(("day", "late"), [(TODAY - timedelta(days=1), False), (TODAY, True), (TODAY + timedelta(days=1), True)])
def test_nobody_is_late_before_the_time_is_over(state: str, day: date, late: bool) -> None:
    made = of(party(reply={"state": state, "asked_on": "2026-10-01", "deadline": day.isoformat()}))
    expected = [("I07h", "cases/a parties.0.reply.deadline", {"deadline": day.isoformat()})]
    assert said(reply_fields, made) == (expected if late and state == "no_answer_in_time" else [])


# I07e: who need not be asked


@pytest.mark.parametrize("type_", CaseType)
@pytest.mark.parametrize("kind", StatementKind)
def test_only_where_nobody_is_criticised_is_there_no_reply_to_ask_for(type_: CaseType, kind: StatementKind) -> None:
    made = of(party(reply={"state": "not_applicable"}), statements=[statement(kind=kind.value)], type=type_.value)
    neutral = type_ in (CaseType.MARKET_EVENT, CaseType.GOOD_EXAMPLE) and kind in (StatementKind.CONTEXT, StatementKind.COUNTER)
    assert said(neutral_reply, made) == ([] if neutral else [("I07e", "cases/a parties.0.reply.state", {})])


@pytest.mark.parametrize("outcome", Outcome)
def test_what_ended_against_somebody_needs_an_answer(outcome: Outcome) -> None:
    ended = party(reply={"state": "not_applicable"}, outcome=outcome.value, outcome_sources=CITED)
    made = of(ended, statements=[statement(kind="context")], type="market_event")
    neutral = outcome.favourable or not outcome.settled
    assert said(neutral_reply, made) == ([] if neutral else [("I07e", "cases/a parties.0.reply.state", {})])


def test_nobody_asks_those_whom_no_source_names() -> None:
    assert said(neutral_reply, of(party(None, reply={"state": "not_applicable"}))) == []


def test_another_state_of_the_reply_is_always_possible() -> None:
    parties = party(reply=UNHEARD), party(None, reply={"state": "not_applicable"}), party("granne", reply={"state": "not_applicable"})
    assert [where for _, where, _ in said(neutral_reply, of(*parties))] == ["cases/a parties.2.reply.state"]


def test_criticism_counts_for_those_that_it_is_about() -> None:
    heard = party(reply={"state": "not_applicable"}), party("granne", reply={"state": "not_applicable"})
    told = [statement(kind="finding", about=["granne"]), statement("v", kind="context")]
    assert [where for _, where, _ in said(neutral_reply, of(*heard, statements=told, type="good_example"))] == ["cases/a parties.1.reply.state"]

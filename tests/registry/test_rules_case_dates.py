"""A case begins, then the provider is asked, then it answers, then it ends; and nobody searches before there is something."""

from __future__ import annotations

from typing import Any

import pytest
from made import CITED, SAME, Data, case, party, programme, registry, said, source, statement

from generator.registry.rules.case_dates import asked_answered_ended, searched_when_said


def first(field: str, end: str, start_name: str, start: str) -> tuple[str, str, dict[str, str]]:
    name = field.rsplit(".", maxsplit=1)[-1]
    return "I18a", f"cases/a parties.1.{field}", {"start_name": start_name, "start": start, "end_name": name, "end": end}


def of(*, date: str = "2026-03", statements: list[Data] | None = None, reply: Data | None = None, **fields: Any) -> Any:
    """A case whose second party has this reply and these fields."""
    second = party("granne", reply={"state": "replied", **(reply or {})}, **fields)
    return registry({"cases/a": case(party(reply={"state": "unknown"}), second, statements=statements or [], date=date)})


@pytest.mark.parametrize(("asked_on", "wrong"), [("2026-02-28", True), ("2026-03-01", False), ("2026-04-01", False)])
def test_nobody_is_asked_before_the_case(asked_on: str, wrong: bool) -> None:
    found = said(asked_answered_ended, of(reply={"asked_on": asked_on}))
    assert found == ([first("reply.asked_on", asked_on, "date", "2026-03")] if wrong else [])


@pytest.mark.parametrize(
    ("days", "wrong"),
    [(["2026-05-02"], True), (["2026-05-01"], False), (["2026-05-02", "2026-04"], False), (["2026-05-02", None], False), ([None], False), (["2026"], False)],
)
def test_a_case_that_is_dated_back_is_not_older_for_it(days: list[str | None], wrong: bool) -> None:
    told = [statement(f"u{index}", date=day) for index, day in enumerate(days)]
    found = said(asked_answered_ended, of(statements=told, reply={"asked_on": "2026-05-01"}))
    assert found == ([first("reply.asked_on", "2026-05-01", "statements date", "2026-05-02")] if wrong else [])


def test_only_what_is_said_of_the_provider_counts() -> None:
    told = [
        statement("a", date="2026-04-01", about=["exempel-ab"]),
        statement("b", date="2026-04-01", kind="context"),
        statement("c", date="2026-06-01", about=["granne"]),
    ]
    found = said(asked_answered_ended, of(statements=told, reply={"asked_on": "2026-05-01"}))
    assert found == [first("reply.asked_on", "2026-05-01", "statements date", "2026-06-01")]


@pytest.mark.parametrize(("answered_on", "wrong"), [("2026-04-30", True), ("2026-04", True), ("2026-05-01", False), ("2026-05", False), ("2026", False)])
def test_nobody_answers_before_it_was_asked(answered_on: str, wrong: bool) -> None:
    found = said(asked_answered_ended, of(reply={"asked_on": "2026-05-01", "answered_on": answered_on}))
    assert found == ([first("reply.answered_on", answered_on, "asked_on", "2026-05-01")] if wrong else [])


@pytest.mark.parametrize(("state", "counts"), [("replied", True), ("declined", True), ("replied_in_source", False), ("unknown", False)])
def test_nobody_answers_us_before_the_case(state: str, counts: bool) -> None:
    found = said(asked_answered_ended, of(reply={"state": state, "answered_on": "2026-02"}))
    assert found == ([first("reply.answered_on", "2026-02", "date", "2026-03")] if counts else [])


@pytest.mark.parametrize(("outcome_on", "wrong"), [("2026-02-28", True), ("2025", True), ("2026-03", False), ("2026", False)])
def test_nothing_ends_before_it_began(outcome_on: str, wrong: bool) -> None:
    found = said(asked_answered_ended, of(outcome_on=outcome_on))
    assert found == ([first("outcome_on", outcome_on, "date", "2026-03")] if wrong else [])


def test_a_party_without_days_is_in_order() -> None:
    assert said(asked_answered_ended, of()) == []


def searched(day: str, *, happened: str | None = None, issued: list[str | None] | None = None) -> Any:
    cited = [{"source": f"k{index}", "locator": "s. 1"} for index in range(len(issued or []))] or CITED
    told = statement(counter={"searched_on": day}, date=happened, sources=cited)
    sources = {f"sources/k{index}": source(issued=day) for index, day in enumerate(issued or [])}
    return registry({"cases/a": case(statements=[told], date="2025"), "programmes/x": programme(statements=[told]), **sources})


def too_early(record: str, day: str, name: str, start: str) -> tuple[str, str, dict[str, str]]:
    where = f"{record} statements.0.counter.searched_on"
    return "I18c", where, {"later_name": "searched_on", "later": day, "earlier_name": name, "earlier": start}


@pytest.mark.parametrize(("day", "wrong"), [("2025-12-31", True), ("2026-01-01", False)])
def test_nobody_searches_before_it_happened(day: str, wrong: bool) -> None:
    both = [too_early(record, day, "date", "2026") for record in ("cases/a", "programmes/x")]
    assert said(searched_when_said, searched(day, happened="2026")) == (both if wrong else [])


@pytest.mark.parametrize(("day", "wrong"), [("2024-12-31", True), ("2025-01-01", False)])
def test_a_statement_without_a_day_has_that_of_its_case(day: str, wrong: bool) -> None:
    assert said(searched_when_said, searched(day)) == ([too_early("cases/a", day, "date", "2025")] if wrong else [])


@pytest.mark.parametrize(
    ("issued", "named"),
    [(["2026-02"], "k0"), (["2026-03", "2026-02"], "k1"), (["2026-01"], None), (["2026-02", "2026-01"], None), (["2026-02", None], None)],
)
def test_nobody_searches_before_any_source_was_out(issued: list[str | None], named: str | None) -> None:
    expected = [too_early(record, "2026-01-31", f"sources/{named} issued", "2026-02") for record in ("cases/a", "programmes/x")]
    assert said(searched_when_said, searched("2026-01-31", issued=issued)) == (expected if named else [])


def test_one_search_is_told_once() -> None:
    assert len(said(searched_when_said, searched("2020-01-01", happened="2026", issued=["2026"]))) == 2


def test_a_counter_in_words_was_not_searched_for() -> None:
    told = statement(date="2026", counter={"text": "Tvärtom.", "sources": CITED})
    answers = {"payment": {"text": "x", "date": "2026", "counter": {"searched_on": "2025-01-01"}, **SAME}}
    made = registry({"cases/a": case(statements=[told, statement("v", kind="context", counter=None)]), "programmes/x": programme(answers=answers)})
    assert [where for _, where, _ in said(searched_when_said, made)] == ["programmes/x answers.payment.counter.searched_on"]

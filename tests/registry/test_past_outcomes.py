"""The lens of the past on outcomes: one against a party is told when it certainly had come, and not a day before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from made import Data, case, party, profile
from made_past import claim, heard, outcome, registry

from generator.records.models import Kind
from generator.records.partial_date import PartialDate


@pytest.mark.parametrize(
    ("on", "as_of", "expected"),
    [
        ("2012-03-01", "2012-02-29", "none_yet"),
        ("2012-03-01", "2012-03-01", "convicted"),
        ("2012-02-29", "2012-02-28", "none_yet"),
        ("2012-02-29", "2012-02-29", "convicted"),
        ("2012-02", "2012-01-31", "none_yet"),
        ("2012-02", "2012-02-01", "unknown"),
        ("2012-02", "2012-02-28", "unknown"),
        ("2012-02", "2012-02-29", "convicted"),
        ("2012", "2011-12-31", "none_yet"),
        ("2012", "2012-01-01", "unknown"),
        ("2012", "2012-12-30", "unknown"),
        ("2012", "2012-12-31", "convicted"),
    ],
)
def test_an_outcome_is_told_from_the_last_day_that_it_can_have_come(on: str, as_of: str, expected: str) -> None:
    party = registry({"cases/a": heard("2011", **outcome(on, "convicted"))}, as_of).record(Kind.CASES, "a").parties[0]
    if expected == "convicted":
        assert (party.outcome, party.procedure, str(party.outcome_on), party.outcome_text) == ("convicted", "closed", on, "Så slutade det.")
    else:
        assert (party.outcome, party.procedure, party.outcome_on, party.outcome_text, party.outcome_sources) == (expected, "unknown", None, None, ())


def test_a_case_that_was_being_tried_was_so_before_its_outcome_too() -> None:
    found = registry({"cases/a": heard("2011", **outcome("2013", "partly", "under_investigation"))}, "2012-01-01").record(Kind.CASES, "a")
    assert (found.parties[0].outcome, found.parties[0].procedure) == ("none_yet", "under_investigation")


@pytest.mark.parametrize(
    ("when", "to", "statements", "first"),
    [
        ("2011", None, (), "2011-12-31"),
        ("2011-02", None, (), "2011-02-28"),
        ("2012-02", None, (), "2012-02-29"),
        ("2011-03-01", None, (), "2011-03-01"),
        ("2009", "2011", (), "2011-12-31"),
        ("2009", "2012-02", (), "2012-02-29"),
        ("2009", "2011-03-04", (), "2011-03-04"),
        ("2009", None, (claim("d", "2010-05-06", "finding"),), "2010-05-06"),
        ("2009", None, (claim("d", "2010", "measure_taken", date_to="2011-02"),), "2011-02-28"),
        ("2009", "2011", (claim("d", "2010-05-06", "finding"),), "2011-12-31"),
        ("2009", None, (claim("d", "2010-05-06", "finding", about=["exempel-ab"]),), "2010-05-06"),
        ("2009", None, (claim("d", "2010-05-06", "finding", about=["granne"]),), "2009-12-31"),
        ("2009", None, (claim("d", "2010-05-06", "allegation"), claim("e", "2010-05-06", "context")), "2009-12-31"),
    ],
)
def test_an_outcome_without_a_day_is_told_when_the_matter_certainly_was_over(when: str, to: str | None, statements: tuple[Data, ...], first: str) -> None:
    told = (claim("u", None), *statements)
    records = {"profiles/granne": profile(), "cases/a": {**heard(when, *told, **outcome(None, "convicted")), "date_to": to}}

    def seen(day: date) -> Any:
        return registry(records, day.isoformat()).record(Kind.CASES, "a").parties[0]

    first_day = date.fromisoformat(first)
    after = seen(first_day)
    assert (after.outcome, after.procedure, after.outcome_text, len(after.outcome_sources)) == ("convicted", "closed", "Så slutade det.", 1)
    if PartialDate.parse(when).earliest < first_day:
        before = seen(first_day - timedelta(days=1))
        assert (before.outcome, before.procedure, before.outcome_text, before.outcome_sources) == ("unknown", "unknown", None, ())


@pytest.mark.parametrize(
    ("code", "procedure", "expected"), [("unknown", "closed", "unknown"), ("unknown", "dormant", "dormant"), ("none_yet", "received", "received")]
)
def test_what_had_no_outcome_keeps_its_text_but_is_not_closed_before_it_certainly_was(code: str, procedure: str, expected: str) -> None:
    (party,) = registry({"cases/a": heard("2011", **outcome(None, code, procedure))}, "2011-12-30").record(Kind.CASES, "a").parties
    assert (party.outcome, party.procedure, party.outcome_text) == (code, expected, "Så slutade det.")


def test_an_outcome_of_one_party_says_nothing_of_that_of_another() -> None:
    parties = [party("exempel-ab", **outcome("2011-03-01", "convicted")), party("granne", **outcome(None, "convicted"))]
    told = {"profiles/granne": profile(), "cases/a": case(*parties, date="2011", statements=[claim("u", None)])}
    assert [p.outcome for p in registry(told, "2011-06-01").record(Kind.CASES, "a").parties] == ["convicted", "unknown"]


@pytest.mark.parametrize(
    ("kind", "when", "locator", "there_before"),
    [
        ("measure_taken", None, "s. 1", False),
        ("finding", None, "s. 1", False),
        ("measure_taken", None, "s. 2", True),
        ("measure_taken", "2009", "s. 1", True),
        ("allegation", None, "s. 1", True),
        ("counter", None, "s. 1", True),
    ],
)
def test_a_statement_without_a_date_that_tells_of_the_outcome_goes_with_it(kind: str, when: str | None, locator: str, there_before: bool) -> None:
    told = (claim("u", None), claim("slut", when, kind, sources=[{"source": "kalla", "locator": locator}]))
    records = {"cases/a": {**heard("2009", *told, **outcome(None, "contract_terminated")), "date_to": "2011"}}
    before, after = registry(records, "2011-12-30"), registry(records, "2011-12-31")
    assert [s.id for s in before.record(Kind.CASES, "a").statements] == (["u", "slut"] if there_before else ["u"])
    assert before.later_parts == (frozenset() if there_before else {"cases/a#slut"})
    assert [s.id for s in after.record(Kind.CASES, "a").statements] == ["u", "slut"]


def test_it_stays_while_the_outcome_that_it_tells_of_is_told_of_somebody() -> None:
    parties = [party("exempel-ab", **outcome("2010-03-01", "convicted")), party("granne", **outcome(None, "convicted"))]
    told = {"profiles/granne": profile(), "cases/a": case(*parties, date="2010", statements=[claim("u", None), claim("slut", None, "finding")])}
    assert [s.id for s in registry(told, "2010-06-01").record(Kind.CASES, "a").statements] == ["u", "slut"]


def test_a_case_of_which_only_the_outcome_was_told_is_not_there_before_it() -> None:
    records = {"cases/a": heard("2011", claim("slut", None, "measure_taken"), **outcome(None, "contract_terminated"))}
    assert [("cases/a" in registry(records, day).documents) for day in ("2011-12-30", "2011-12-31")] == [False, True]


@pytest.mark.parametrize(("as_of", "expected"), [("2012-12-31", None), ("2013-01-01", "Bolaget överklagade 2013.")])
def test_a_text_about_an_outcome_goes_when_it_tells_of_a_later_year(as_of: str, expected: str | None) -> None:
    told = {**outcome("2011-05-04", "convicted"), "outcome_text": "Bolaget överklagade 2013."}
    (party,) = registry({"cases/a": heard("2011", **told)}, as_of).record(Kind.CASES, "a").parties
    assert (party.outcome, str(party.outcome_on), party.outcome_text) == ("convicted", "2011-05-04", expected)


def test_but_not_when_the_outcome_is_in_the_providers_favour() -> None:
    told = {**outcome(None, "acquitted"), "outcome_text": "Friades 2013."}
    (party,) = registry({"cases/a": heard("2011", **told)}, "2011-06-01").record(Kind.CASES, "a").parties
    assert (party.outcome, party.procedure, party.outcome_text) == ("acquitted", "closed", "Friades 2013.")


@pytest.mark.parametrize("code", ["acquitted", "none_found"])
def test_an_outcome_in_the_providers_favour_stays_also_when_it_came_later(code: str) -> None:
    party = registry({"cases/a": heard("2011", **outcome("2014-05-03", code))}, "2012-01-01").record(Kind.CASES, "a").parties[0]
    assert (party.outcome, party.procedure, str(party.outcome_on), len(party.outcome_sources)) == (code, "closed", "2014-05-03", 1)

"""Dates: an end after its start, nothing in the future that must have happened, sources in their order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from made import CITED, SAME, TODAY, Data, body, case, correction, party, profile, programme, registry, said, scheme, source, statement, tombstone

from generator.registry.rules.dates import in_order, not_in_future, source_order

TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2020-03-01", "2020-03-01", False),
        ("2020-03-02", "2020-03-01", True),
        ("2020-03", "2020-03-01", False),
        ("2020-03", "2020-02-29", True),
        ("2020", "2020-01", False),
        ("2020", "2019", True),
        ("2020", "2019-12-31", True),
        ("2020-12-31", "2020", False),
    ],
)
def test_an_end_does_not_lie_before_its_start(start: str, end: str, wrong: bool) -> None:
    made = registry({"schemes/x": scheme(since=start, until=end)})
    assert said(in_order, made) == ([("I18a", "schemes/x until", {"start_name": "since", "start": start, "end_name": "until", "end": end})] if wrong else [])


@pytest.mark.parametrize(
    ("key", "record", "where"),
    [
        ("programmes/x", programme(**{"from": "2020", "to": "2019"}), "to"),
        ("profiles/x", profile(contracts=[{"id": "a", "buyer": "myndigheten", "from": "2020", "to": "2019", **SAME}]), "contracts.0.to"),
        ("profiles/x", profile(relations=[{"kind": "parent", "name": "y", "from": "2020", "to": "2019", "sources": CITED}]), "relations.0.to"),
        ("profiles/x", profile(statements=[{"id": "a", "text": "x", "date": "2020", "date_to": "2019", **SAME}]), "statements.0.date_to"),
        ("cases/x", case(date="2020", date_to="2019"), "date_to"),
        ("cases/x", case(party(reply={"state": "asked", "asked_on": "2020-03-02", "deadline": "2020-03-01"})), "parties.0.reply.deadline"),
    ],
)
def test_wherever_they_stand(key: str, record: Data, where: str) -> None:
    found = said(in_order, registry({key: record}))
    assert [(code, place) for code, place, _ in found] == [("I18a", f"{key} {where}")]


@pytest.mark.parametrize("fields", [{"since": "2020"}, {"until": "2020"}, {}])
def test_half_a_span_has_no_order(fields: Data) -> None:
    assert said(in_order, registry({"schemes/x": scheme(**fields)})) == []


def dated(when: str) -> list[tuple[str, Data, str]]:
    """Every date that must have happened, as (key, record, path)."""
    check = {"id": "c", "register": "x", "query": "x", "on": when, "result": "found"}
    contract = {"id": "k", "buyer": "myndigheten", "seen": [when], **SAME}
    reply = {"state": "asked", "asked_on": when, "deadline": "2030-01-01"}
    figure = {"id": "f", "metric": "cost", "what": "x", "value": 1, "from": "2020", "sources": CITED, "checked_on": when}
    return [
        ("sources/x", source(accessed=when), "accessed"),
        ("sources/x", source(issued=when), "issued"),
        ("sources/x", source(archive={"url": "https://exempel.se/", "on": when}), "archive.on"),
        ("profiles/x", profile(checked_on=when), "checked_on"),
        ("profiles/x", profile(checks=[check]), "checks.0.on"),
        ("profiles/x", profile(contracts=[contract]), "contracts.0.seen.0"),
        ("profiles/x", profile(places=[{"county": "01", "date": when, "sources": CITED}]), "places.0.date"),
        ("bodies/x", body(founded=when), "founded"),
        ("programmes/x", programme(figures=[figure]), "figures.0.checked_on"),
        ("schemes/x", scheme(since=when), "since"),
        ("cases/x", case(date=when), "date"),
        ("cases/x", case(date_to=when), "date_to"),
        ("cases/x", case(party(outcome_on=when)), "parties.0.outcome_on"),
        ("cases/x", case(party(reply=reply)), "parties.0.reply.asked_on"),
        ("cases/x", case(statements=[statement(counter={"searched_on": when})]), "statements.0.counter.searched_on"),
        ("corrections/x", correction("profiles/x", published_on=when), "published_on"),
        ("tombstones/x", tombstone("cases", removed_on=when), "removed_on"),
    ]


@pytest.mark.parametrize("index", range(len(dated("2020-01-01"))))
def test_what_must_have_happened_is_not_later_than_today(index: int) -> None:
    key, record, _ = dated(TODAY.isoformat())[index]
    assert said(not_in_future, registry({key: record})) == []
    key, record, path = dated(TOMORROW.isoformat())[index]
    assert said(not_in_future, registry({key: record})) == [("I18b", f"{key} {path}", {"date": TOMORROW.isoformat(), "today": TODAY.isoformat()})]


def may_be_future(when: str) -> list[tuple[str, Data]]:
    ended = {"on": when, "sources": CITED}
    accreditation = {"id": "p", "scheme": "x", "from": when, "to": when, "ended": {"how": "withdrawn", **ended}, **SAME}
    contract = {"id": "k", "buyer": "myndigheten", "from": when, "to": when, "ended": {"cause": "not_extended", **ended}, **SAME}
    return [
        ("programmes/x", programme(**{"from": when, "to": when})),
        ("schemes/x", scheme(until=when)),
        ("profiles/x", profile(accreditations=[accreditation], contracts=[contract])),
        ("cases/x", case(party(next_check=when, reply={"state": "asked", "asked_on": "2026-01-01", "deadline": when}))),
    ]


@pytest.mark.parametrize("index", range(4))
def test_plans_last_days_and_days_to_come_back_may_be_later(index: int) -> None:
    key, record = may_be_future(TOMORROW.isoformat())[index]
    assert said(not_in_future, registry({key: record})) == []


@pytest.mark.parametrize(
    ("when", "wrong"), [("2026", False), ("2026-11", False), ("2026-12", True), ("2027", True), ("2027-01-01", True), ("2026-11-21", False)]
)
def test_a_date_that_is_not_known_to_the_day_is_wrong_when_all_of_it_lies_ahead(when: str, wrong: bool) -> None:
    assert bool(said(not_in_future, registry({"bodies/x": body(founded=when)}))) is wrong


@pytest.mark.parametrize("as_of", [date(2012, 3, 1), date(2040, 1, 1)])
def test_today_is_today_whatever_day_the_site_is_about(as_of: date) -> None:
    made = registry({"bodies/x": body(founded=TODAY.isoformat()), "bodies/y": body(founded=TOMORROW.isoformat())}, as_of)
    assert [where for _, where, _ in said(not_in_future, made)] == ["bodies/y founded"]


@pytest.mark.parametrize(("issued", "wrong"), [("2026-01-01", False), ("2026-01-02", True), ("2026-01", False), ("2026-02", True), (None, False)])
def test_a_source_is_published_before_it_is_read(issued: str | None, wrong: bool) -> None:
    expected = {"later_name": "accessed", "later": "2026-01-01", "earlier_name": "issued", "earlier": issued}
    assert said(source_order, registry({"sources/x": source(issued=issued)})) == ([("I18c", "sources/x accessed", expected)] if wrong else [])


@pytest.mark.parametrize(("checked", "wrong"), [("2026-01-02", False), ("2026-01-03", False), ("2026-01-01", True)])
def test_a_statement_is_compared_with_what_has_been_read(checked: str, wrong: bool) -> None:
    told = {"id": "a", "text": "x", "sources": [CITED[0], {"source": "ny", "locator": "s. 1"}], "checked_on": checked}
    made = registry({"sources/ny": source(accessed="2026-01-02"), "bodies/x": body(statements=[told])})
    expected = {"later_name": "checked_on", "later": checked, "earlier_name": "sources/ny accessed", "earlier": "2026-01-02"}
    assert said(source_order, made) == ([("I18c", "bodies/x statements.0.sources.1.source", expected)] if wrong else [])


def test_a_part_that_is_not_compared_on_a_day_of_its_own_has_no_order() -> None:
    records: dict[str, Any] = {
        "sources/ny": source(accessed="2026-10-02"),
        "profiles/x": profile(services=[{"service": "matching", "sources": [{"source": "ny", "locator": "s. 1"}]}]),
    }
    assert said(source_order, registry(records)) == []


def test_a_source_that_does_not_exist_is_left_to_the_references() -> None:
    assert said(source_order, registry({"bodies/x": body(sources=[{"source": "saknas", "locator": "s. 1"}])})) == []

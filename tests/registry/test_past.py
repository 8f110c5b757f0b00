"""The lens of the past: what is left out on a day, at its edges, and what stays whatever the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import made
import pytest
from made import CITED, SAME, TODAY, Data, body, case, correction, page, party, profile, programme, scheme, source, statement, tombstone

from generator.records.models import Kind
from generator.records.models.base import Begins, Model, leaves
from generator.records.partial_date import PartialDate
from generator.registry.gate import rulings
from generator.registry.pages import Page
from generator.registry.past import as_it_was
from generator.registry.registry import Registry
from generator.registry.states import contract_status


def registry(records: dict[str, Data], as_of: str, pages: tuple[Page, ...] = ()) -> Registry:
    """These records as they were on a day."""
    return as_it_was(made.registry(records, date.fromisoformat(as_of), pages=pages))


def there(key: str, record: Data, as_of: str, **others: Data) -> bool:
    return key in registry({key: record, **others}, as_of).documents


def kept(fields: Data, as_of: str, **others: Data) -> Any:
    """The profile with these fields, as it was."""
    return registry({"profiles/exempel-ab": profile(**fields), **others}, as_of).record(Kind.PROFILES, "exempel-ab")


def claim(name: str, when: str | None, kind: str = "allegation", **fields: Any) -> Data:
    return statement(name, kind=kind, date=when, **fields)


def heard(when: str, *statements: Data, **one: Any) -> Data:
    """A case of that date with a provider that answered this year."""
    reply = {"state": "replied", "answered_on": "2026-10-01", "text": "Vårt svar."}
    return case(party(**{"reply": reply, **one}), date=when, statements=statements)


# The date that decides, and how well it is known

EDGES = [
    ("2012-03-01", "2012-02-29", False),
    ("2012-03-01", "2012-03-01", True),
    ("2012-02-29", "2012-02-28", False),
    ("2012-02-29", "2012-02-29", True),
    ("2012-03", "2012-02-29", False),
    ("2012-03", "2012-03-01", True),
    ("2012-03", "2012-03-31", True),
    ("2012", "2011-12-31", False),
    ("2012", "2012-01-01", True),
]


@pytest.mark.parametrize(("when", "as_of", "expected"), EDGES)
def test_a_case_is_there_from_the_first_day_that_it_can_be_from(when: str, as_of: str, expected: bool) -> None:
    assert there("cases/a", heard(when), as_of) is expected


@pytest.mark.parametrize(("when", "as_of", "expected"), EDGES)
@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("places", {"municipality": "0180", "date": ...}),
        ("services", {"service": "matching", "date": ...}),
        ("lifecycle", {"state": "bankrupt", "from": ...}),
        ("accreditations", {"id": "p", "scheme": "market", "from": ..., "checked_on": "2026-01-01"}),
        ("contracts", {"id": "p", "buyer": "myndigheten", "from": ..., "checked_on": "2026-01-01"}),
        ("contracts", {"id": "p", "buyer": "myndigheten", "seen": [...], "checked_on": "2026-01-01"}),
        ("relations", {"kind": "parent", "name": "Ägaren", "from": ...}),
        ("statements", {"id": "p", "text": "x", "date": ..., "checked_on": "2026-01-01"}),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_so_is_every_dated_part_of_a_profile(field: str, part: dict[str, Any], when: str, as_of: str, expected: bool) -> None:
    dated = {key: when if value is ... else [when] if value == [...] else value for key, value in part.items()}
    found = getattr(kept({field: [{**dated, "sources": CITED}]}, as_of, **{"schemes/market": scheme()}), field)
    assert len(found) == expected


@pytest.mark.parametrize(("on", "as_of", "expected"), [e for e in EDGES if len(e[0]) == 10])
def test_and_every_check(on: str, as_of: str, expected: bool) -> None:
    check = {"id": "c", "register": "Registret", "query": "Exempel AB", "on": on, "result": "not_found"}
    assert len(kept({"checks": [check]}, as_of).checks) == expected


@pytest.mark.parametrize(("when", "as_of", "expected"), EDGES)
@pytest.mark.parametrize(
    ("key", "record", "field"),
    [("programmes/x", programme(), "from"), ("schemes/x", scheme(), "since"), ("bodies/x", body(), "founded")],
    ids=["programme", "scheme", "body"],
)
def test_and_every_system(key: str, record: dict[str, Any], field: str, when: str, as_of: str, expected: bool) -> None:
    assert there(key, {**record, field: when}, as_of) is expected


@pytest.mark.parametrize(("when", "as_of", "expected"), EDGES)
def test_and_the_parts_of_a_system(when: str, as_of: str, expected: bool) -> None:
    figure = {"id": "f", "metric": "suppliers", "what": "leverantörer", "value": 3, "from": when, **SAME}
    decision = {"id": "d", "date": when, "figures": [{"what": "members", "value": 3}], "text": "x", **SAME}
    told = {"text": "x", "date": when, **SAME}
    found = registry({"schemes/x": scheme(figures=[figure], board_decisions=[decision], answers={"review": told})}, as_of).record(Kind.SCHEMES, "x")
    assert (len(found.figures), len(found.board_decisions), len(found.answers)) == (expected,) * 3


@pytest.mark.parametrize(
    ("period", "as_of", "expected"),
    [
        ("2012", "2011-12-31", False),
        ("2012", "2012-01-01", True),
        ("hösten 2012 och våren 2013", "2011-12-31", False),
        ("hösten 2012 och våren 2013", "2012-01-01", True),
        ("12012 deltagare", "2011-12-31", True),
        ("det senaste året", "1990-01-01", True),
    ],
)
def test_a_measure_is_there_from_the_first_year_that_its_period_names(period: str, as_of: str, expected: bool) -> None:
    measure = {"id": "m", "what": "betyg", "by": "myndigheten", "period": period, "base": "alla", **SAME}
    assert len(kept({"measures": [measure]}, as_of).measures) == expected


def test_every_date_of_a_record_says_whether_it_is_a_beginning() -> None:
    """A new date field is either marked or belongs to this list of dates that leave nothing out on their own."""
    others = {
        "Accreditation.to", "Archive.on", "Case.date_to", "Contract.to", "Correction.published_on", "Counter.searched_on", "Evidence.date_to", "Figure.to",
        "Party.next_check", "Party.outcome_on", "Programme.to", "Relation.to", "Reply.answered_on", "Reply.asked_on", "Reply.deadline", "Scheme.until",
        "Source.accessed", "Source.issued", "Tombstone.removed_on",
    }  # fmt: skip

    def models(model: type[Model]) -> Iterator[type[Model]]:
        yield model
        for child in model.__subclasses__():
            yield from models(child)

    unmarked = set()
    for model in models(Model):
        for name in set(model.__annotations__) & set(model.model_fields):
            written = str(model.model_fields[name].annotation) + str(model.model_fields[name].metadata)
            dated = "PartialDate" in written or "datetime.date" in written
            if dated and Begins.__name__ not in written and name != "checked_on":
                unmarked.add(f"{model.__name__}.{name}")
    assert unmarked == others


# What has an end


def ended(on: str | None) -> dict[str, Any]:
    return {"on": on, "cause": "ended_by_buyer", "grade": "B", "sources": CITED}


@pytest.mark.parametrize(("on", "as_of", "expected"), EDGES)
def test_the_end_of_a_contract_is_there_from_the_first_day_that_it_can_have_ended_and_told_from_the_last(on: str, as_of: str, expected: bool) -> None:
    contract = {"id": "k", "buyer": "myndigheten", "from": "2010-01-01", "to": "2014-12-31", "ended": ended(on), **SAME}
    (found,) = kept({"contracts": [contract]}, as_of).contracts
    assert (found.ended is not None) is expected
    assert found.to == PartialDate(2014, 12, 31)
    certain = PartialDate.parse(on).latest <= date.fromisoformat(as_of)
    assert contract_status(found, date.fromisoformat(as_of)).state == ("terminated" if certain else "unknown" if expected else "active")


def test_an_end_without_a_day_stays_but_is_not_told_before_it_certainly_had_come() -> None:
    contract = {"id": "k", "buyer": "myndigheten", "to": "2014-12-31", "ended": ended(None), **SAME}
    (found,) = kept({"contracts": [contract]}, "2001-01-01").contracts
    assert found.ended is not None
    assert [contract_status(found, date(*day)).state for day in ((2001, 1, 1), (2014, 12, 30), (2014, 12, 31))] == ["unknown", "unknown", "terminated"]


def test_of_the_days_that_a_contract_was_seen_only_those_until_the_day_are_left() -> None:
    contract = {"id": "k", "buyer": "myndigheten", "seen": ["2009-05", "2013", "2012-03-02"], **SAME}
    (found,) = kept({"contracts": [contract]}, "2012-03-01").contracts
    assert found.seen == (PartialDate(2009, 5),)


def test_a_contract_that_is_seen_before_its_written_start_is_there() -> None:
    contract = {"id": "k", "buyer": "myndigheten", "from": "2014", "seen": ["2011"], **SAME}
    assert len(kept({"contracts": [contract]}, "2012-03-01").contracts) == 1


def test_a_contract_without_any_date_is_there_unless_its_programme_is_not() -> None:
    contract = {"id": "k", "buyer": "myndigheten", "programme": "p", **SAME}
    assert len(kept({"contracts": [contract]}, "2012-03-01", **{"programmes/p": programme()}).contracts) == 1
    assert len(kept({"contracts": [contract]}, "2012-03-01", **{"programmes/p": programme(**{"from": "2013"})}).contracts) == 0


# What stays


def test_what_has_no_date_stays() -> None:
    fields = {
        "places": [{"county": "01", "sources": CITED}],
        "services": [{"service": "matching", "sources": CITED}],
        "relations": [{"kind": "parent", "name": "Ägaren", "sources": CITED}],
        "statements": [{"id": "p", "text": "x", **SAME}],
    }
    found = kept(fields, "1900-01-01")
    assert [len(getattr(found, name)) for name in fields] == [1, 1, 1, 1]


def test_a_case_keeps_the_reply_that_came_later() -> None:
    found = registry({"cases/a": heard("2012", claim("u", "2012"))}, "2012-03-01").record(Kind.CASES, "a")
    assert found.parties[0].reply.text == "Vårt svar."
    assert found.parties[0].reply.answered_on == PartialDate(2026, 10, 1)


def outcome(on: str | None, code: str, procedure: str = "closed") -> dict[str, Any]:
    """An outcome with its text and its source, on a day or without one."""
    return {"procedure": procedure, "outcome": code, "outcome_on": on, "outcome_text": "Så slutade det.", "outcome_sources": CITED}


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


# What has no date, but names a year

LATER = {"text": "Sedan den 1 november 2017 gäller något annat.", **SAME}
YEARS = [("2016-12-31", False), ("2017-01-01", True), ("2017-10-31", True), ("2018-01-01", True)]


@pytest.mark.parametrize(("as_of", "expected"), YEARS)
def test_evidence_without_a_date_is_there_from_the_latest_year_that_it_names(as_of: str, expected: bool) -> None:
    demand = {"id": "k", "name": "Krav", **LATER}
    channel = {"id": "v", "name": "Klaga", "who": "alla", "order": 1, "what_happens": {"text": "x", **SAME}, "weaknesses": [{"id": "s", **LATER}]}
    first = {"id": "w", "name": "Klaga", "who": "alla", "order": 2, "what_happens": LATER}
    told = [{"id": "p", **LATER, "text": "Först 2009 och 2011, men från 2017 annat."}]
    records = {
        "profiles/exempel-ab": profile(statements=told),
        "programmes/x": programme(demands=[demand], statements=told, answers={"review": LATER}),
        "schemes/x": scheme(does_not_say=[{"id": "d", **LATER}], interests=[{"id": "i", **LATER}], criteria=[{"id": "c", **LATER}], answers={"review": LATER}),
        "bodies/x": body(channels=[channel, first], answers={"review": LATER}),
        "cases/a": heard("2012", claim("u", None), claim("v", None, text="Det fortsatte till 2017.")),
    }
    found = registry(records, as_of)
    x = {kind: found.record(kind, "x") for kind in (Kind.PROGRAMMES, Kind.SCHEMES, Kind.BODIES)}
    lists = [
        found.record(Kind.PROFILES, "exempel-ab").statements, x[Kind.PROGRAMMES].demands, x[Kind.PROGRAMMES].statements, x[Kind.PROGRAMMES].answers,
        x[Kind.SCHEMES].does_not_say, x[Kind.SCHEMES].interests, x[Kind.SCHEMES].criteria, x[Kind.SCHEMES].answers, x[Kind.BODIES].answers,
        x[Kind.BODIES].channels[0].weaknesses, x[Kind.BODIES].channels[1:], found.record(Kind.CASES, "a").statements[1:],
    ]  # fmt: skip
    assert [len(one) for one in lists] == [int(expected)] * len(lists)
    parts = {
        "profiles/exempel-ab#p", "programmes/x#k", "programmes/x#p", "programmes/x#fraga-review", "schemes/x#d", "schemes/x#i", "schemes/x#c",
        "schemes/x#fraga-review", "bodies/x#fraga-review", "bodies/x#s", "bodies/x#w", "cases/a#v",
    }  # fmt: skip
    assert found.later_parts == (set() if expected else parts)


def test_a_year_that_has_not_come_yet_may_be_a_plan() -> None:
    told = [{"id": "p", "text": "Målet gäller till 2030.", **SAME}, {"id": "q", "text": "Från och med 2026 gäller något annat.", **SAME}]
    assert [s.id for s in kept({"statements": told}, "2020-01-01").statements] == ["p"]


def test_a_date_goes_before_the_years_of_a_text() -> None:
    told = [{"id": "p", "text": "Till 2017.", "date": "2011", **SAME}, {"id": "q", "text": "Sedan 2009.", "date": "2017", **SAME}]
    assert [s.id for s in kept({"statements": told}, "2012-03-01").statements] == ["p"]


def test_what_speaks_against_a_claim_and_texts_of_the_record_itself_stay_whatever_year_they_name() -> None:
    against = {"text": "Det rättades 2017.", "sources": CITED}
    told = (claim("u", None, counter=against), claim("emot", None, "counter", text="Det rättades 2017."))
    found = registry({"cases/a": heard("2012", *told), "profiles/exempel-ab": profile(summary="Bytte namn 2017.")}, "2012-06-01")
    assert [s.id for s in found.record(Kind.CASES, "a").statements] == ["u", "emot"]
    assert found.record(Kind.CASES, "a").statements[0].counter.text == "Det rättades 2017."
    assert found.record(Kind.PROFILES, "exempel-ab").summary == "Bytte namn 2017."


def test_a_case_of_which_everything_is_told_of_a_later_year_is_not_there() -> None:
    records = {"cases/a": heard("2012", claim("u", None, text="Det började 2012 och slutade 2017."))}
    assert [("cases/a" in registry(records, day).documents) for day in ("2016-12-31", "2017-01-01")] == [False, True]


@pytest.mark.parametrize("code", ["acquitted", "none_found"])
def test_an_outcome_in_the_providers_favour_stays_also_when_it_came_later(code: str) -> None:
    party = registry({"cases/a": heard("2011", **outcome("2014-05-03", code))}, "2012-01-01").record(Kind.CASES, "a").parties[0]
    assert (party.outcome, party.procedure, str(party.outcome_on), len(party.outcome_sources)) == (code, "closed", "2014-05-03", 1)


def test_what_speaks_against_a_claim_stays_as_long_as_there_is_a_claim() -> None:
    told = (claim("u", "2012-01-01"), claim("emot", "2014-05-03", "counter"), claim("senare", "2013-01-01"))
    found = registry({"cases/a": heard("2012", *told)}, "2012-06-01").record(Kind.CASES, "a")
    assert [s.id for s in found.statements] == ["u", "emot"]


@pytest.mark.parametrize("kind", ["allegation", "context", "finding", "measure_taken"])
def test_nothing_else_that_came_later_stays(kind: str) -> None:
    told = (claim("u", "2012-01-01", kind), claim("emot", "2014", "counter"), claim("senare", "2013", kind))
    found = registry({"cases/a": heard("2012", *told)}, "2012-06-01").record(Kind.CASES, "a")
    assert [s.id for s in found.statements] == ["u", "emot"]


def test_a_case_of_which_nothing_had_been_said_is_not_there() -> None:
    told = (claim("u", "2013-01-01"), claim("emot", "2014-05-03", "counter"))
    records = {"cases/a": heard("2012", *told)}
    assert "cases/a" not in registry(records, "2012-06-01").documents
    assert "cases/a" in registry(records, "2013-01-01").documents


def test_counter_statements_that_came_first_make_a_case_of_their_own() -> None:
    told = (claim("emot", "2012-01-01", "counter"), claim("emot-senare", "2014", "counter"), claim("u", "2013-01-01"))
    found = registry({"cases/a": heard("2012", *told)}, "2012-06-01").record(Kind.CASES, "a")
    assert [s.id for s in found.statements] == ["emot"]


def test_the_gate_decides_with_the_knowledge_of_today() -> None:
    """The time to answer ran out this year: what may be shown today may be shown on a page about 2012."""
    asked = {"state": "asked", "asked_on": "2026-01-07", "deadline": "2026-11-20"}
    told = claim("u", "2012-01-01", grade="D")
    found = registry({"cases/a": heard("2012", told, reply=asked)}, "2012-06-01")
    assert [r.row.id for r in rulings(found, found.record(Kind.CASES, "a"))] == ["account-time-over"]


def test_the_gate_never_decides_with_a_day_that_has_not_come() -> None:
    asked = {"state": "asked", "asked_on": "2026-11-16", "deadline": "2026-11-30"}
    found = registry({"cases/a": heard("2012", claim("u", "2012-01-01", grade="D"), reply=asked)}, "2030-01-01")
    assert [r.row.id for r in rulings(found, found.record(Kind.CASES, "a"))] == ["account"]


# What leans on what is left out


def test_a_channel_goes_with_what_happens_in_it() -> None:
    channel = {"id": "v", "name": "Klaga", "who": "alla", "order": 1, "what_happens": {"text": "x", "date": "2013", **SAME}}
    kept_one = {**channel, "id": "w", "what_happens": {"text": "x", **SAME}, "weaknesses": [{"id": "s", "text": "x", "date": "2013", **SAME}]}
    found = registry({"bodies/myndigheten": body(channels=[channel, kept_one])}, "2012-06-01").record(Kind.BODIES, "myndigheten")
    assert [(c.id, c.weaknesses) for c in found.channels] == [("w", ())]


def test_a_board_decision_goes_with_its_figures() -> None:
    decision = {"id": "d", "date": "2012", "figures": [{"what": "members", "value": 3, "scheme": "senare"}], "text": "x", **SAME}
    records = {"schemes/x": scheme(board_decisions=[decision]), "schemes/senare": scheme(since="2013")}
    assert registry(records, "2012-06-01").record(Kind.SCHEMES, "x").board_decisions == ()
    assert len(registry(records, "2013-01-01").record(Kind.SCHEMES, "x").board_decisions) == 1


def test_a_programme_is_not_replaced_before_there_is_another() -> None:
    records = {"programmes/x": programme(replaced_by="y"), "programmes/y": programme(**{"from": "2013-02-28"})}
    assert registry(records, "2013-02-27").record(Kind.PROGRAMMES, "x").replaced_by is None
    assert registry(records, "2013-02-28").record(Kind.PROGRAMMES, "x").replaced_by == "y"


def test_who_said_something_keeps_its_name() -> None:
    said = {"id": "p", "text": "x", "by": ["senare"], **SAME}
    records = {"bodies/senare": body(name="Senare", founded="2013"), "profiles/exempel-ab": profile(statements=[said])}
    found = registry(records, "2012-06-01")
    assert found.record(Kind.PROFILES, "exempel-ab").statements[0].by == ("senare",)
    assert found.record(Kind.BODIES, "senare").name == "Senare"
    assert "senare" not in {d.id for d in found.of(Kind.BODIES)}
    assert found.named("bodies/senare") is found.later["bodies/senare"]
    with pytest.raises(KeyError):
        found.named("bodies/finns-inte")


def test_a_relation_to_a_provider_stays_and_one_to_what_had_not_begun_goes() -> None:
    relations = [{"kind": "member", "target": name, "sources": CITED} for name in ("granne", "senare")]
    records = {"bodies/senare": body(founded="2013"), "profiles/granne": profile(), "profiles/exempel-ab": profile(relations=relations)}
    assert [r.target for r in registry(records, "2012-06-01").record(Kind.PROFILES, "exempel-ab").relations] == ["granne"]


def test_a_source_goes_when_everything_that_builds_on_it_is_left_out() -> None:
    def told(when: str, source_id: str) -> dict[str, Any]:
        return {"id": source_id, "text": "x", "date": when, "sources": [{"source": source_id, "locator": "s. 1"}], "checked_on": "2026-01-01"}

    records = {f"sources/{name}": source(issued="2020") for name in ("a", "b", "c", "d")}
    records["profiles/exempel-ab"] = profile(statements=[told("2011", "a"), told("2013", "b")])
    records["bodies/myndigheten"] = body(statements=[told("2013", "d")])
    linking = page(("sources/d#x", 4, 1))
    found = registry(records, "2012-06-01", (linking,))
    # a is cited, b only by what came later, c by nobody at all, and a page links to d.
    assert [d.id for d in found.of(Kind.SOURCES)] == ["a", "c", "d", "kalla"]
    assert "sources/b" in found.later
    assert found.backlinks.get("sources/b", ()) == ()
    assert [link.path for link in found.backlinks["sources/a"]] == [("statements", 0, "sources", 0, "source")]


def test_a_correction_goes_with_the_text_that_it_is_about_and_a_tombstone_never() -> None:
    told = [{"id": "p", "text": "x", "date": "2011", **SAME}, {"id": "q", "text": "x", "date": "2013", **SAME}]
    targets = ("profiles/exempel-ab", "profiles/exempel-ab#p", "profiles/exempel-ab#q", "cases/a", "cases/a#u", "cases/borttaget")
    records = {
        "profiles/exempel-ab": profile(statements=told),
        "cases/a": heard("2013"),
        "tombstones/borttaget": tombstone("cases"),
        **{f"corrections/c{number}": correction(target) for number, target in enumerate(targets)},
    }
    found = registry(records, "2012-06-01")
    assert [d.record.target for d in found.of(Kind.CORRECTIONS)] == ["profiles/exempel-ab", "profiles/exempel-ab#p", "cases/borttaget"]
    assert len(found.of(Kind.TOMBSTONES)) == 1
    assert found.later_parts == {"profiles/exempel-ab#q"}


def test_an_answer_that_came_later_is_a_part_that_is_left_out() -> None:
    found = registry({"schemes/x": scheme(answers={"who_may_enter": {"text": "x", "date": "2013", **SAME}})}, "2012-06-01")
    assert found.later_parts == {"schemes/x#fraga-who-may-enter"}


# The registry as a whole


@pytest.mark.parametrize("as_of", ["2026-11-21", "2026-11-22", "2100-01-01"])
def test_on_a_day_that_is_not_past_nothing_is_left_out(as_of: str) -> None:
    found = registry({"cases/a": heard("2026-11-21")}, as_of)
    assert "cases/a" in found.documents
    assert (found.later, found.later_parts) == ({}, frozenset())
    assert as_it_was(found) is found


def test_a_record_of_which_nothing_is_later_is_the_same_object() -> None:
    told = {"text": "x", **SAME}
    full = scheme(since="2010", answers={"review": told, "payment": told}, statements=[{"id": "a", **told}, {"id": "b", **told}])
    before = registry({"schemes/x": full, "cases/a": heard("2011")}, TODAY.isoformat())
    after = as_it_was(replace(before, as_of=date(2012, 3, 1)))
    assert all(after.documents[key] is before.documents[key] for key in before.documents)


def test_the_lens_can_be_put_on_what_it_has_made() -> None:
    records = {"cases/a": heard("2012", claim("u", None), claim("v", "2013")), "programmes/p": programme(**{"from": "2013"})}
    once = registry(records, "2012-06-01")
    twice = as_it_was(once)
    assert once.documents == twice.documents


def test_no_date_of_the_record_is_moved() -> None:
    """What is kept is kept as it was written; the only new values are those of an outcome that had not come."""
    found = registry({"cases/a": heard("2011", **outcome("2013", "convicted"))}, "2012-06-01").record(Kind.CASES, "a")
    assert [leaf.value for leaf in leaves(found) if isinstance(leaf.value, (PartialDate, date))] == [
        PartialDate(2011), PartialDate(2026, 10, 1), date(2026, 1, 1), date(2026, 1, 1),
    ]  # fmt: skip
    assert not any(isinstance(leaf.value, datetime) for leaf in leaves(found))

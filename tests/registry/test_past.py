"""The lens of the past: what is left out on a day, at its edges, and what stays whatever the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from made import CITED, SAME, TODAY, body, correction, page, profile, programme, scheme, source, tombstone
from made_past import claim, heard, kept, outcome, registry, there

from generator.records.models import Kind
from generator.records.models.base import Begins, Model, leaves
from generator.records.partial_date import PartialDate
from generator.registry.gate import rulings
from generator.registry.past import as_it_was
from generator.registry.states import contract_status

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

"""The lens of the past on what has no date, but names a year."""

from __future__ import annotations

import pytest
from made import CITED, SAME, body, profile, programme, scheme
from made_past import claim, heard, kept, registry

from generator.records.models import Kind

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

"""Grades and outcomes are held against those who published their sources, and a tip lies nowhere in public."""

from __future__ import annotations

import pytest
from made import CITED, SAME, Data, body, case, party, profile, programme, registry, said, source, statement

from generator.records.vocabulary import BodyKind, Outcome
from generator.registry.rules.carriers import grades_carried, outcomes_carried, publishers_named, speakers_published, tips_nowhere_public

OFFICIAL = {BodyKind.AUTHORITY, BodyKind.COURT, BodyKind.PARLIAMENT}
NEEDS = {
    "A": ("en myndighet, en domstol, riksdagen, regeringen eller beställaren", "an authority, a court, parliament, the government or the buyer"),
    "B": ("en myndighet, en domstol, riksdagen, regeringen eller beställaren", "an authority, a court, parliament, the government or the buyer"),
    "C": ("ett medium med ansvarig utgivare", "a medium with a responsible editor"),
}


def by(kind: str, **fields: object) -> Data:
    """The one source, published by a body of that kind."""
    return {"bodies/utgivaren": body(kind=kind), "sources/kalla": source(publisher_body="utgivaren", **fields)}


def refused(grade: str, where: str) -> tuple[str, str, dict[str, str]]:
    needs_sv, needs_en = NEEDS[grade]
    return "I07l", where, {"grade": grade, "needs_sv": needs_sv, "needs_en": needs_en}


@pytest.mark.parametrize("grade", ["A", "B", "C", "D", "E"])
@pytest.mark.parametrize("kind", BodyKind)
def test_who_published_it_says_which_grade_it_carries(kind: BodyKind, grade: str) -> None:
    made = registry({"cases/a": case(statements=[statement("v", grade="D"), statement(grade=grade)]), **by(kind.value)})
    carried = kind in OFFICIAL or grade in "DE" or (grade == "C" and kind is BodyKind.MEDIA)
    assert said(grades_carried, made) == ([] if carried else [refused(grade, "cases/a statements.1.grade")])


@pytest.mark.parametrize("grade", ["B", "C"])
@pytest.mark.parametrize("type_", ["article-newspaper", "broadcast", "post-weblog", "webpage", "legal_case"])
def test_a_source_of_nobody_is_at_most_an_article(type_: str, grade: str) -> None:
    made = registry({"cases/a": case(statements=[statement(grade=grade)]), "sources/kalla": source(type=type_)})
    carried = grade == "C" and type_ in ("article-newspaper", "broadcast")
    assert said(grades_carried, made) == ([] if carried else [refused(grade, "cases/a statements.0.grade")])


def test_one_source_that_carries_it_is_enough() -> None:
    both = [*CITED, {"source": "beslut", "locator": "s. 1"}]
    made = registry({"cases/a": case(statements=[statement(sources=both)]), "sources/beslut": source(publisher_body="myndigheten")})
    assert said(grades_carried, made) == []


@pytest.mark.parametrize("kind", ["transition_fund", "other", "trade_body", "union", "media", "board", "research"])
def test_a_buyer_is_somebody_who_can_buy(kind: str) -> None:
    records = {
        "cases/a": case(buyer="utgivaren"),
        "cases/b": case(programme="x"),
        "cases/c": case(),
        "programmes/x": programme(buyer="utgivaren", statements=[statement()]),
        "profiles/exempel-ab": profile(contracts=[{"id": "a", "buyer": "utgivaren", **SAME}], statements=[{"id": "b", "text": "x", "grade": "B", **SAME}]),
    }
    found = [where for _, where, _ in said(grades_carried, registry({**records, **by(kind)}))]
    never = ["cases/c statements.0.grade"]
    others = ["cases/a statements.0.grade", "cases/b statements.0.grade", "profiles/exempel-ab statements.0.grade", "programmes/x statements.0.grade"]
    assert sorted(found) == sorted(never if kind in ("transition_fund", "other") else [*never, *others])


@pytest.mark.parametrize(
    ("cause", "asked"),
    [("party_changed", True), ("unknown", True), ("ended_by_buyer", False), ("terminated_for_breach", False), ("ended_on_result_level", False)],
)
def test_the_cause_of_an_end_has_rules_of_its_own(cause: str, asked: bool) -> None:
    ended = {"cause": cause, "grade": "B", "sources": CITED}
    made = registry({"profiles/exempel-ab": profile(contracts=[{"id": "a", "buyer": "myndigheten", "ended": ended, **SAME}])})
    assert said(grades_carried, made) == ([refused("B", "profiles/exempel-ab contracts.0.ended.grade")] if asked else [])


def test_a_source_that_is_not_there_carries_nothing() -> None:
    made = registry({"cases/a": case(statements=[statement(sources=[{"source": "borta", "locator": "s. 1"}])])})
    assert said(grades_carried, made) == [refused("B", "cases/a statements.0.grade")]


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("kind", ["court", "authority", "media", "trade_body"])
def test_only_a_court_convicts_and_acquits(outcome: Outcome, kind: str) -> None:
    ended = party("granne", outcome=outcome.value, outcome_sources=CITED)
    made = registry({"profiles/granne": profile(name="Granne AB"), "cases/a": case(party(), ended), **by(kind)})
    wrong = outcome in (Outcome.CONVICTED, Outcome.ACQUITTED) and kind != "court"
    needs = {"needs_sv": "en domstol", "needs_en": "a court"}
    assert said(outcomes_carried, made) == ([("I01d", "cases/a parties.1.outcome", {"outcome": outcome.value, **needs})] if wrong else [])


@pytest.mark.parametrize(
    ("published", "carried"),
    [
        (source(), False),
        (source(type="post-weblog", interest="party", interest_note="x"), False),
        (source(type="article-newspaper"), True),
        (source(publisher_body="myndigheten"), True),
        (source(publisher_body="myndigheten", interest="provider", interest_note="x"), False),
        (source(type="article-newspaper", publisher="Exempel AB"), False),
        (source(type="article-newspaper", publisher="Exempel"), False),
    ],
)
def test_nobody_is_cleared_by_itself(published: Data, carried: bool) -> None:
    made = registry({"cases/a": case(party(outcome="none_found", outcome_sources=CITED)), "sources/kalla": published})
    needs_sv = "någon annan än leverantören, till exempel den som prövade saken eller ett medium"
    needs_en = "somebody else than the provider, such as who examined the matter or a medium"
    wrong = [("I01d", "cases/a parties.0.outcome", {"outcome": "none_found", "needs_sv": needs_sv, "needs_en": needs_en})]
    assert said(outcomes_carried, made) == ([] if carried else wrong)


def test_an_outcome_of_somebody_who_is_not_named_has_a_source_too() -> None:
    nobody = party(None, outcome="partly", outcome_sources=CITED, reply={"state": "not_applicable"})
    assert [code for code, _, _ in said(outcomes_carried, registry({"cases/a": case(nobody)}))] == ["I01d"]
    assert said(outcomes_carried, registry({"cases/a": case(nobody), "sources/kalla": source(type="broadcast")})) == []


def test_an_outcome_without_any_source_is_another_problem() -> None:
    assert said(outcomes_carried, registry({"cases/a": case(party(outcome="convicted"))})) == []


@pytest.mark.parametrize("grade", ["D", "E"])
def test_a_tip_lies_nowhere_in_public(grade: str) -> None:
    tip = statement(grade=grade)
    ended = {"cause": "unknown", "grade": grade, "sources": CITED}
    records = {
        "programmes/x": programme(statements=[tip]),
        "bodies/x": body(statements=[tip]),
        "cases/x": case(statements=[tip]),
        "profiles/exempel-ab": profile(contracts=[{"id": "a", "buyer": "myndigheten", "ended": ended, **SAME}]),
    }
    words = {
        "reason_sv": "tips och anonyma inlägg visas aldrig",
        "reason_en": "tips and anonymous posts are never shown",
        "mend_sv": "en källa med minst grad D",
        "mend_en": "a source of at least grade D",
    }
    places = ["bodies/x statements.0.grade", "profiles/exempel-ab contracts.0.ended.grade", "programmes/x statements.0.grade"]
    assert said(tips_nowhere_public, registry(records)) == ([("I07a", place, words) for place in places] if grade == "E" else [])
    assert said(tips_nowhere_public, registry(records, intake=[place.split()[0] for place in places])) == []


COURT = body(name="Domstolen i Sagoköping", kind="court")


@pytest.mark.parametrize(
    ("speakers", "silent"),
    [
        ({"by": ["myndigheten"]}, ""),
        ({"by": ["granskaren", "myndigheten"]}, ""),
        ({"by": ["granskaren"]}, "granskaren"),
        ({"by": ["domstolen"]}, "domstolen"),
        ({"by": ["domstolen", "myndigheten"]}, "domstolen"),
        ({"by": ["tidningen", "granskaren"]}, "granskaren, tidningen"),
        ({"attribution": "en granskare"}, ""),
        ({"attribution": "Myndigheten"}, ""),
        ({"attribution": "Domstolen i Sagoköping, enligt Myndigheten"}, "domstolen"),
        ({}, ""),
    ],
)
@pytest.mark.parametrize("grade", ["A", "B", "C", "D"])
def test_who_says_it_has_published_a_source(speakers: Data, silent: str, grade: str) -> None:
    records = {
        "bodies/domstolen": COURT,
        "bodies/granskaren": body(name="Granskaren"),
        "bodies/tidningen": body(name="Tidningen", kind="media"),
        "cases/a": case(statements=[statement(), statement("v", grade=grade, **speakers)]),
        "sources/kalla": source(publisher_body="myndigheten"),
    }
    field = "by" if "by" in speakers else "attribution"
    wrong = [("I07v", f"cases/a statements.1.{field}", {"grade": grade, "value": silent})]
    assert said(speakers_published, registry(records)) == (wrong if silent and grade in "AB" else [])


@pytest.mark.parametrize(("speaker", "heard"), [("granskaren", True), ("domstolen", False)])
@pytest.mark.parametrize(
    ("type_", "publisher", "printed"), [("legislation", "regeringen", True), ("report", "regeringen", False), ("legislation", "tidningen", False)]
)
def test_what_an_authority_reports_stands_in_the_papers_of_parliament(speaker: str, heard: bool, type_: str, publisher: str, printed: bool) -> None:
    records = {
        "bodies/domstolen": COURT,
        "bodies/granskaren": body(name="Granskaren"),
        "bodies/regeringen": body(name="Regeringen"),
        "bodies/tidningen": body(name="Tidningen", kind="media"),
        "cases/a": case(statements=[statement(by=[speaker])]),
        "sources/kalla": source(type=type_, publisher_body=publisher),
    }
    assert (said(speakers_published, registry(records)) == []) is (heard and printed)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Bladet", True),
        ("bladet", True),
        ("Dagbladet Bladet (DB)", True),
        ("Bladet (Myndigheten)", True),
        ("Bladet i Granskaren", True),
        ("DB", True),
        ("Granskaren", False),
        ("Bladet, som visar att coachen tog betalt", False),
        ("Bladet (Bluffen)", False),
    ],
)
def test_a_publisher_is_called_by_its_name(written: str, right: bool) -> None:
    records = {
        "bodies/bladet": body(name="Bladet", kind="media", aliases=["DB"]),
        "bodies/granskaren": body(name="Granskaren"),
        "sources/kalla": source(publisher=written, publisher_body="bladet"),
        "sources/annan": source(publisher="Bladet, som visar att coachen tog betalt"),
    }
    wrong = [("I01f", "sources/kalla publisher", {"value": written, "name": "Bladet"})]
    assert said(publishers_named, registry(records)) == ([] if right else wrong)

"""A source with an interest says which, one that has one says so, and somebody else keeps its copy."""

from __future__ import annotations

import pytest
from made import CITED, SAME, Data, Said, body, case, profile, programme, registry, said, scheme, source, statement

from generator.records.vocabulary import Availability, BodyKind, Interest, StatementKind
from generator.registry.rules.sources import adverse_graded, copies_elsewhere, interest_declared, interest_explained


@pytest.mark.parametrize("interest", Interest)
@pytest.mark.parametrize("note", [None, "Förbundet talar för företagen."])
def test_an_interest_has_a_note(interest: Interest, note: str | None) -> None:
    made = registry({"sources/x": source(interest=interest.value, interest_note=note)})
    wrong = interest is not Interest.NONE and note is None
    assert said(interest_explained, made) == ([("I24a", "sources/x interest", {"interest": interest.value})] if wrong else [])


@pytest.mark.parametrize(
    ("url", "copy", "elsewhere"),
    [
        ("https://exempel.se/a", "https://exempel.se/a", False),
        ("https://exempel.se/a", "http://www.exempel.se/a/", False),
        ("https://www.exempel.se/a", "https://exempel.se/b?c=d", False),
        ("https://EXEMPEL.se/a", "https://exempel.se:8443/a", False),
        ("https://exempel.se/a", "https://arkiv.exempel.org/exempel.se/a", True),
    ],
)
def test_somebody_else_keeps_the_copy(url: str, copy: str, elsewhere: bool) -> None:
    words = {
        "reason_sv": "den ligger på samma webbplats som källan, så den försvinner med den",
        "reason_en": "it lies on the same site as the source and goes when that goes",
    }
    made = registry({"sources/x": source(url=url, archive={"url": copy, "on": "2026-01-01"})})
    assert said(copies_elsewhere, made) == ([] if elsewhere else [("I20b", "sources/x archive.url", words)])


@pytest.mark.parametrize("availability", Availability)
def test_what_is_archived_has_a_copy(availability: Availability) -> None:
    made = registry({"sources/x": source(availability=availability.value)})
    words = {"reason_sv": "ingen kopia är angiven", "reason_en": "no copy is given"}
    missing = availability is Availability.GONE_ARCHIVED
    assert said(copies_elsewhere, made) == ([("I20b", "sources/x availability", words)] if missing else [])


def test_an_address_that_is_withheld_cannot_be_compared() -> None:
    held = source(url=None, url_withheld="Namnger en person.", archive={"url": "https://exempel.se/a", "on": "2026-01-01"})
    assert said(copies_elsewhere, registry({"sources/x": held})) == []


def undeclared(publisher: str, interest: Interest) -> list[Said]:
    words = {"publisher": publisher, "interest": interest.value, "role_sv": interest.label_sv, "role_en": interest.label_en}
    return [("I24b", "sources/x publisher", words)]


OF_KIND = {"transition_fund": Interest.SCHEME_OWNER, "union": Interest.UNION, "trade_body": Interest.TRADE_BODY}


@pytest.mark.parametrize("kind", BodyKind)
@pytest.mark.parametrize("linked", [True, False])
def test_a_fund_a_union_and_a_trade_body_have_an_interest(kind: BodyKind, linked: bool) -> None:
    written = source(publisher="Förbundet", publisher_body="forbundet" if linked else None)
    made = registry({"bodies/forbundet": body(name="Förbundet", kind=kind.value), "sources/x": written})
    expected = undeclared("Förbundet", OF_KIND[kind.value]) if kind.value in OF_KIND else []
    assert said(interest_declared, made) == expected
    declared = {**written, "interest": "advocacy", "interest_note": "x"}
    assert said(interest_declared, registry({"bodies/forbundet": body(name="Förbundet", kind=kind.value), "sources/x": declared})) == []


@pytest.mark.parametrize("role", ["issuer", "board"])
@pytest.mark.parametrize(("kind", "cited", "owner"), [("other", False, True), ("authority", False, False), ("authority", True, True)])
def test_who_issues_a_label_has_an_interest_in_it(role: str, kind: str, cited: bool, owner: bool) -> None:
    about = [{"source": "x", "locator": "s. 1"}] if cited else CITED
    made = registry(
        {
            "bodies/utgivaren": body(name="Nämnden", kind=kind),
            "schemes/market": scheme(**{role: "utgivaren"}, sources=about),
            "sources/x": source(publisher="Nämnden", publisher_body="utgivaren"),
        }
    )
    assert said(interest_declared, made) == (undeclared("Nämnden", Interest.SCHEME_OWNER) if owner else [])


IN_X = [{"source": "x", "locator": "s. 1"}]


@pytest.mark.parametrize(
    ("records", "buyer"),
    [
        ({"cases/a": case(buyer="myndigheten", statements=[statement(sources=IN_X)])}, True),
        ({"cases/a": case(buyer="nagon-annan", statements=[statement(sources=IN_X)])}, False),
        ({"cases/a": case(statements=[statement(sources=IN_X)])}, False),
        ({"programmes/a": programme(sources=IN_X)}, True),
        ({"programmes/a": programme(buyer="nagon-annan", sources=IN_X)}, False),
        ({"profiles/a": profile(name="A AB", contracts=[{"id": "a", "buyer": "myndigheten", **SAME, "sources": IN_X}])}, True),
        ({"profiles/a": profile(name="A AB", sources=IN_X, contracts=[{"id": "a", "buyer": "myndigheten", **SAME}])}, False),
        ({"bodies/a": body(name="A", sources=IN_X)}, False),
        ({}, False),
    ],
)
def test_the_buyer_has_an_interest_in_what_it_buys(records: dict[str, Data], buyer: bool) -> None:
    made = registry({**records, "sources/x": source(publisher="Myndigheten", publisher_body="myndigheten")})
    assert said(interest_declared, made) == (undeclared("Myndigheten", Interest.BUYER) if buyer else [])


@pytest.mark.parametrize(
    ("written", "provider"),
    [
        (source(publisher="Granne AB"), True),
        (source(publisher="Granne"), True),
        (source(publisher="Grannen"), False),
        (source(url="https://granne.example/om"), True),
        (source(url="https://arkiv.example/granne.example"), False),
        (source(url=None, url_withheld="x"), False),
    ],
)
def test_a_provider_has_an_interest(written: Data, provider: bool) -> None:
    made = registry({"profiles/granne": profile(name="Granne AB", website="https://www.granne.example/"), "sources/x": written})
    assert said(interest_declared, made) == (undeclared(written["publisher"], Interest.PROVIDER) if provider else [])


@pytest.mark.parametrize("kind", StatementKind)
@pytest.mark.parametrize("grade", ["B", None])
def test_what_is_said_against_somebody_has_a_grade(kind: StatementKind, grade: str | None) -> None:
    told = [{"id": "a", "text": "x", **SAME}, {"id": "b", "text": "x", "kind": kind.value, **({"grade": grade} if grade else {}), **SAME}]
    wrong = kind in (StatementKind.ALLEGATION, StatementKind.FINDING) and grade is None
    made = registry({"bodies/x": body(), "programmes/p": programme(statements=told)})
    assert said(adverse_graded, made) == ([("I01c", "programmes/p statements.1", {"kind": kind.value})] if wrong else [])

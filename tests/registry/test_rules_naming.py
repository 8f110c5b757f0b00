"""Who may be named where it cannot answer."""

from __future__ import annotations

from typing import Any

import pytest
from made import CITED, Data, body, case, correction, page, party, profile, programme, registry, said, source, statement, term, tombstone

from generator.records.source_map import SourceMap
from generator.registry.pages import Page
from generator.registry.rules.naming import named_beside_the_gate

GRANNE = profile(name="Granne AB")
LINK = "[Granne](profiles/granne)"


def told(records: dict[str, Data], *pages: Page) -> list[tuple[str, str, str]]:
    """What is said of records beside the provider Granne AB: code, where, and why."""
    found = said(named_beside_the_gate, registry({"profiles/granne": GRANNE, **records}, pages=pages))
    return [(code, where, words.get("reason_sv", "")) for code, where, words in found]


def of_text(text: str) -> list[str]:
    """Why the summary of a programme may not say this."""
    return [why for _, _, why in told({"programmes/p": programme(summary=text)})]


UNLINKED = "utan en länk till sin sida"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{LINK} är en leverantör.", []),
        ("Granne är en leverantör.", [UNLINKED]),
        ("Granne och GRANNE AB.", [UNLINKED, UNLINKED]),
        ("Granne och Granne.", [UNLINKED]),
        (f"{LINK} får klagomål.", ["intill ordet ”klagomål”"]),
        (f"{LINK} är en leverantör. Kritiken kom 2024.", ["intill ordet ”Kritiken”"]),
        (f"{LINK} är en leverantör.\n\nKritiken kom 2024.", []),
        (f"- {LINK}\n- kritiken", []),
        (f"- {LINK}\n  och kritiken", ["intill ordet ”kritiken”"]),
        (f"Kritiken kom.\n\n{LINK} är en leverantör.\n\nKritiken kom.", []),
        (f"{LINK} kom inte.", ["intill ordet ”inte”"]),
        (f"{LINK} är en leverantör. Det är inte allt.", []),
        (f"Det är inte allt. {LINK} är en leverantör.", []),
        (f"{LINK} dömdes.", ["intill ordet ”dömdes”"]),
        ("[Undvik dem](profiles/granne).", ["intill ordet ”Undvik”"]),
        ("[Ett företag](cases/a) fick klagomål.", []),
        ("[Granne](cases/a) fick klagomål.", []),
        ("[En artikel](sources/om) finns.", []),
        ("[En artikel](sources/om) om klagomål.", ["intill ordet ”klagomål”"]),
        ("Se https://granne.example.", []),
        ("Exempelvis bristyrken.", []),
    ],
)
def test_a_provider_is_mentioned_with_its_page_and_nothing_critical(text: str, why: list[str]) -> None:
    records = {"programmes/p": programme(summary=text), "cases/a": case(party("granne")), "sources/om": source(title="Om Granne AB")}
    assert [reason for _, _, reason in told(records)] == why


def test_a_word_in_the_name_of_the_provider_criticises_nobody() -> None:
    better = {"profiles/battre": profile(name="Bättre Jobb AB"), "programmes/p": programme(summary="[Bättre Jobb](profiles/battre) finns.")}
    assert told(better) == []


@pytest.mark.parametrize(
    ("records", "where"),
    [
        ({"terms/t": term(name="Granne-fällan")}, "terms/t name"),
        ({"terms/t": term(definition="Som hos Granne.")}, "terms/t definition"),
        ({"bodies/b": body(covers="Granne")}, "bodies/b covers"),
        ({"tombstones/t": tombstone("cases", text="Granne.")}, "tombstones/t text"),
        ({"corrections/c": correction("programmes/p", was="Granne."), "programmes/p": programme()}, "corrections/c was"),
        ({"sources/s": source(note="Granne.")}, "sources/s note"),
        ({"sources/s": source(title="Artikel om Granne och brister", title_reconstructed=True)}, "sources/s title"),
        ({"profiles/p": profile(name="Pe AB", summary="Granne.")}, "profiles/p summary"),
        ({"profiles/p": profile(name="Pe AB", summary="x", sources=[{**CITED[0], "locator": "Granne fick klagomål"}])}, "profiles/p sources.0.locator"),
        ({"profiles/p": profile(name="Pe AB", summary="x", sources=[{**CITED[0], "quote": "Granne fick klagomål"}])}, "profiles/p sources.0.quote"),
    ],
)
def test_every_record_but_a_case_is_asked(records: dict[str, Data], where: str) -> None:
    assert [(code, at) for code, at, _ in told(records)] == [("I07k", where)]


RELATED: Data = {"relations": [{"kind": "parent", "target": "granne", "sources": CITED}]}


@pytest.mark.parametrize(
    "records",
    [
        {"profiles/p": profile(name="Pe AB", summary="Pe ägs av Granne.", **RELATED)},
        {"profiles/granne": profile(name="Granne AB", summary="Granne äger Pe."), "profiles/p": profile(name="Pe AB", **RELATED)},
        {"profiles/granne": profile(name="Granne AB", summary="Granne fick inte klagomål.")},
        {"profiles/p": profile(name="Pe AB", summary="x", sources=[{**CITED[0], "locator": "raden Granne", "quote": "Granne är en."}])},
        {"sources/s": source(title="Klagomål på Granne", publisher="Granne AB", interest_note="Granne är part.")},
        {"sources/s": source(note="Om Granne."), "cases/a": case(party("granne"), statements=[statement(sources=[{"source": "s", "locator": "s. 1"}])])},
        {"sources/s": source(note="Om Granne."), "profiles/granne": profile(name="Granne AB", sources=[{"source": "s", "locator": "s. 1"}])},
        {"corrections/c": correction("cases/a#u", was="Granne fick klagomål."), "cases/a": case(party("granne"))},
        {"corrections/c": correction("profiles/granne", was="Granne fick klagomål.")},
        {"corrections/c": correction("corrections/d"), "corrections/d": correction("corrections/c")},
        {"tombstones/gamla": tombstone("profiles", redirect="profiles/granne", text="Heter nu Granne.")},
        {"tombstones/gamla": tombstone("profiles", redirect="profiles/p", text="Ägs av Granne."), "profiles/p": profile(name="Pe AB", **RELATED)},
        {"programmes/granne": programme(name="Granne")},
    ],
)  # fmt: skip
def test_a_record_may_name_those_that_it_is_about(records: dict[str, Data]) -> None:
    assert told(records) == []


def test_nothing_critical_is_said_of_those_that_a_profile_has_a_relation_to() -> None:
    assert [why for _, _, why in told({"profiles/p": profile(name="Pe AB", summary="Granne kom inte.", **RELATED)})] == ["intill ordet ”inte”"]


def test_a_critical_statement_names_nobody_even_with_a_link() -> None:
    told_of = [statement(text="Se [dem](profiles/granne)."), statement("v", text="[Granne](cases/a) svarade.")]
    records = {"programmes/p": programme(statements=told_of), "cases/a": case(party("granne"))}
    assert told(records) == [("I07k", "programmes/p statements.0.text", "i en kritisk uppgift utanför ärendena")]


def test_the_hint_says_how_to_link_and_where_no_link_fits() -> None:
    made = registry({"profiles/granne": GRANNE, "bodies/b": body(summary="Granne.", covers="Granne")})
    hints = {where: words["mend_sv"] for _, where, words in said(named_beside_the_gate, made)}
    assert "[Granne](profiles/granne)" in hints["bodies/b summary"]
    assert hints["bodies/b covers"].startswith("Ta bort namnet: här får ingen länk plats.")


def on_page(*lines: str) -> list[tuple[str, str, str]]:
    text = ("Title: Om", "Slug: om", "", *lines)
    shown: Any = page()
    return told({}, Page(shown.slug, shown.title, shown.fields, (), SourceMap("content/om.md", text)))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Här finns [ett]({filename}/profiles/granne).", []),
        ("Här finns Granne.", [("I07k", "content/om.md:4:11", UNLINKED)]),
        ("Undvik [ett]({filename}/profiles/granne).", [("I07k", "content/om.md:4:9", "intill ordet ”Undvik”")]),
        ("# Granne", [("I07k", "content/om.md:4:3", UNLINKED)]),
    ],
)
def test_a_page_is_asked_where_it_stands(line: str, found: list[object]) -> None:
    assert on_page(line) == found


@pytest.mark.parametrize("text", ["granne kom.", "[Ett](profiles/granne).", "[Ett](cases/b).", "[Ett](sources/om)."])
def test_who_is_pointed_out_in_a_case_is_a_party(text: str) -> None:
    others = {"cases/b": case(party("granne")), "sources/om": source(title="Om Granne AB")}
    assert told({**others, "cases/a": case(statements=[statement(text=text)])}) == [("I15c", "cases/a statements.0.text", "")]
    assert told({**others, "cases/a": case(party("granne"), statements=[statement(text=text)])}) == []
    assert told({**others, "cases/a": case(statements=[statement(kind="context", text=text, counter=None)])}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Granne AB hade samma kontor.", False),
        ("Granne AB fick klagomål.", True),
        ("Granne AB kom inte.", True),
        ("Exempel fick klagomål.", False),
        ("Exempel fick klagomål.\n\nGranne AB hade samma kontor.", False),
    ],
)
def test_background_and_what_speaks_against_say_nothing_critical_of_who_is_no_party(text: str, found: bool) -> None:
    against = {"text": text, "sources": CITED}
    assert told({"cases/a": case(statements=[statement(kind="context", text=text, counter=None)])}) == (
        [("I15c", "cases/a statements.0.text", "")] if found else []
    )
    assert told({"cases/a": case(statements=[statement(counter=against)])}) == ([("I15c", "cases/a statements.0.counter.text", "")] if found else [])
    assert told({"cases/a": case(party("granne"), party(), statements=[statement(kind="context", text=text, counter=None)])}) == []

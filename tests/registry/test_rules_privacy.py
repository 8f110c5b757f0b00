"""Nothing private: numbers of persons, of sole traders, contact details outside their fields, health in allegations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made import SAME, Data, body, case, document, page, party, person_number, profile, registry, said, source, statement

from generator.problems import Problem
from generator.records.deny_list import DenyList, add_to_deny_list, read_deny_list
from generator.records.source_map import SourceMap
from generator.records.vocabulary import LegalForm, StatementKind
from generator.registry.registry import Registry
from generator.registry.released import parse_released
from generator.registry.rules.privacy import contact_details, denied_strings, health_in_allegations, person_numbers, persons_in_cases, sole_trader_numbers

HYPHENED = person_number(between="-")


def with_lines(record: Data, *lines: str) -> Registry:
    """A registry in which one record's file has these lines."""
    made = registry({"bodies/x": record})
    read = replace(made.documents["bodies/x"], source=SourceMap("bodies/x", lines, made.documents["bodies/x"].source.values))
    return replace(made, documents={**made.documents, "bodies/x": read})


def where(rule: Callable[[Registry], Any], made: Registry) -> list[tuple[str, int, int, str]]:
    found: list[Problem] = list(rule(made))
    return [(problem.code, problem.line, problem.column, problem.excerpt) for problem in found]


def test_a_person_number_is_found_on_its_line_and_is_not_repeated() -> None:
    lines = ("namn: x", f"text: ring {HYPHENED} nu", f"{HYPHENED} och {HYPHENED}", "slut: x")
    dots = "••••••-••••"
    assert where(person_numbers, with_lines(body(), *lines)) == [
        ("I21a", 2, 12, f"text: ring {dots} nu"),
        ("I21a", 3, 1, f"{dots} och {dots}"),
        ("I21a", 3, 17, f"{dots} och {dots}"),
    ]


def test_a_number_that_only_shows_when_the_lines_of_a_text_are_joined_is_found_without_the_line() -> None:
    first, last = HYPHENED.split("-")
    made = with_lines(body(summary=f"Ring {first} {last}.", website=None), "summary: >", f"  Ring {first}", f"  {last}.")
    line, column = made.documents["bodies/x"].source.place(("summary",))
    assert where(person_numbers, made) == [("I21a", line, column, "")]


def test_a_number_that_is_found_on_a_line_is_not_told_of_twice() -> None:
    made = with_lines(body(summary=f"Ring {HYPHENED}."), f"summary: Ring {HYPHENED}.")
    assert len(where(person_numbers, made)) == 1


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert where(person_numbers, with_lines(body(), "name: x")) == []


@pytest.mark.parametrize("form", LegalForm)
@pytest.mark.parametrize("number", [None, "556016-0680"])
def test_a_sole_trader_has_no_number_that_may_be_shown(form: LegalForm, number: str | None) -> None:
    made = registry({"profiles/exempel-ab": profile(legal_form=form.value, orgnr=number)})
    wrong = form is LegalForm.SOLE_TRADER and number is not None
    assert said(sole_trader_numbers, made) == ([("I21b", "profiles/exempel-ab orgnr", {})] if wrong else [])


CONTACT = {"email": "info@exempel.se", "phone": "08-465 004 10"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Skriv till info@exempel.se.", [("en e-postadress", "an e-mail address")]),
        ("Ring 08-465 004 10.", [("ett telefonnummer", "a phone number")]),
        ("info@exempel.se, 08-465 004 10", [("en e-postadress", "an e-mail address"), ("ett telefonnummer", "a phone number")]),
        ("Ring inte.", []),
    ],
)
def test_e_mail_and_phone_stand_only_in_contact_fields(text: str, words: list[tuple[str, str]]) -> None:
    told = {"id": "a", "text": text, **SAME}
    made = registry({"bodies/x": body(contact=CONTACT, summary=text, statements=[told]), "sources/x": source(note=text)})
    expected = [
        ("I21c", place, {"what_sv": what_sv, "what_en": what_en})
        for place in ("bodies/x summary", "bodies/x statements.0.text", "sources/x note")
        for what_sv, what_en in words
    ]
    assert said(contact_details, made) == expected


def test_the_place_of_a_contact_detail_is_where_it_begins_in_the_text() -> None:
    text = "Skriv till info@exempel.se."
    made = registry({"bodies/x": body(summary=text)})
    read = document("bodies/x", body(summary=text))
    line = read.source.place(("summary",))[0]
    lines = [f"summary: {text}" if number == line else "x" for number in range(1, len(read.source.values) + 1)]
    placed = SourceMap(read.source.file, tuple(lines), read.source.values, read.source.keys, {("summary",): (line, len(lines[line - 1]) + 1)})
    made = replace(made, documents={"bodies/x": replace(read, source=placed)})
    assert where(contact_details, made) == [("I21c", line, 21, f"summary: {text}")]


@pytest.mark.parametrize("kind", StatementKind)
def test_an_allegation_says_nothing_about_anybodys_health(kind: StatementKind) -> None:
    ill = "Deltagaren var sjukskriven, och hade diagnos!"
    told = {"text": ill, "sources": [{"source": "kalla", "locator": "s. 1", "quote": "fick utmattning (2020)"}]}
    made = registry({"cases/a": case(statements=[statement("u"), statement("v", kind=kind.value, **told)])})
    expected = [
        ("I21d", "cases/a statements.1.text", {"word": "sjukskriven"}),
        ("I21d", "cases/a statements.1.text", {"word": "diagnos"}),
        ("I21d", "cases/a statements.1.sources.0.quote", {"word": "utmattning"}),
    ]
    assert said(health_in_allegations, made) == (expected if kind is StatementKind.ALLEGATION else [])


@pytest.mark.parametrize("grade", "ABCD")
@pytest.mark.parametrize("kind", sorted(set(StatementKind) - {StatementKind.ALLEGATION}))
def test_what_a_medium_or_a_participant_says_in_a_case_says_nothing_about_anybodys_health(kind: str, grade: str) -> None:
    told = {"text": "Hon var sjukskriven.", "sources": [{"source": "kalla", "locator": "s. 1", "quote": "fick utmattning"}]}
    made = registry({"cases/a": case(name="Ångest", statements=[statement("u", kind="finding", grade="A"), statement("v", kind=kind, grade=grade, **told)])})
    expected = [
        ("I21d", "cases/a statements.1.text", {"word": "sjukskriven"}),
        ("I21d", "cases/a statements.1.sources.0.quote", {"word": "utmattning"}),
        ("I21d", "cases/a name", {"word": "Ångest"}),
    ]
    assert said(health_in_allegations, made) == (expected if grade in "CD" else [])


def test_a_number_in_the_list_of_published_ids_or_in_the_ledger_is_found_but_a_digest_is_no_number() -> None:
    digits = person_number()
    released = parse_released([f"# {HYPHENED}", f'terms/x {{"term":"19{digits}"}}', f'terms/y {{"term":"{digits}01","text":"{digits}"}}'])
    made = replace(registry({}), ledger=("terms/x", f"# ring {digits}"), released=released)
    assert [(p.file, p.line, p.column) for p in person_numbers(made)] == [
        ("providers/published-ids.txt", 2, 8),
        ("providers/released.txt", 1, 3),
        ("providers/released.txt", 3, 40),
    ]


def test_what_is_no_prose_is_not_read_for_health() -> None:
    told = statement("diagnos")
    assert said(health_in_allegations, registry({"cases/a": case(statements=[told])})) == []


def test_a_name_is_known_only_as_the_own_name_of_an_organisation_label_or_programme() -> None:
    told = statement("u", grade="C", text="Anna Sagosson svarade, och Eva Påhitt, och Karin Exempel.")
    check = {"id": "s", "register": "Registret", "query": "Eva Påhitt", "on": "2026-01-01", "result": "found"}
    records = {
        "cases/a": case(statements=[told]),
        "sources/b": source(publisher="Anna Sagosson", container_title="Eva Påhitt"),
        "profiles/c": profile(name="Karin Exempel", checks=[check]),
    }
    assert len(list(persons_in_cases(registry(records)))) == 2


@pytest.mark.parametrize("grade", "ABCD")
def test_the_source_of_what_a_medium_or_a_participant_says_names_nobody_in_its_title(grade: str) -> None:
    told = statement("u", grade=grade)
    key = f"sources/{told['sources'][0]['source']}"
    made = registry({"cases/a": case(statements=[told]), key: source(title="Anna Sagosson slutar"), "sources/annan": source(title="Eva Sagosson slutar")})
    assert [(p.code, p.file) for p in persons_in_cases(made)] == ([("I08b", made.documents[key].source.file)] if grade in "CD" else [])


def test_a_part_that_is_no_statement_may_name_an_illness() -> None:
    made = registry({"bodies/x": body(summary="Fonden ger stöd efter sjukdom."), "profiles/x": profile(summary="Rehabilitering efter sjukdom.")})
    assert said(health_in_allegations, made) == []


@pytest.mark.parametrize(("kind", "grade", "told"), [("allegation", "A", True), ("finding", "C", True), ("finding", "A", False), ("context", "B", False)])
def test_nor_does_anything_around_what_is_told_in_a_case(kind: str, grade: str, told: bool) -> None:
    answer = {"state": "replied", "answered_on": "2026-01-10", "text": "Hon var sjukskriven."}
    other = statement("v", kind="finding", grade="A", text="Personen var sjukskriven.")
    made = registry({"cases/a": case(party(reply=answer), statements=[statement(kind=kind, grade=grade), other], name="En diagnos i maj")})
    expected = [("I21d", "cases/a name", {"word": "diagnos"}), ("I21d", "cases/a parties.0.reply.text", {"word": "sjukskriven"})]
    assert said(health_in_allegations, made) == (expected if told else [])


def test_an_allegation_outside_the_cases_says_nothing_about_health_but_the_rest_of_its_record_may() -> None:
    told = {"id": "a", "kind": "allegation", "grade": "A", "text": "Hon hade en diagnos.", **SAME}
    made = registry({"bodies/x": body(summary="Stöd efter sjukdom.", statements=[told])})
    assert said(health_in_allegations, made) == [("I21d", "bodies/x statements.0.text", {"word": "diagnos"})]


@pytest.mark.parametrize(("grade", "named"), [("A", False), ("B", False), ("C", True), ("D", True)])
def test_nobody_is_named_in_or_around_what_a_medium_or_a_participant_says(grade: str, named: bool) -> None:
    answer = {"state": "replied", "answered_on": "2026-01-10", "text": "Eva Sagosson svarade."}
    told = [statement("u", grade=grade, text="Anna Sagosson sade nej."), statement("v", grade="A", text="Karin Sagosson sade ja.")]
    found = list(persons_in_cases(registry({"cases/a": case(party(reply=answer), statements=told)})))
    read = registry({"cases/a": case(party(reply=answer), statements=told)}).documents["cases/a"].source
    places = [read.place(("statements", 0, "text"))[0], read.place(("parties", 0, "reply", "text"))[0]]
    assert [(p.code, p.file, p.line, p.excerpt) for p in found] == ([("I08b", "cases/a", line, "") for line in places] if named else [])


@pytest.fixture
def denied(tmp_path: Path) -> DenyList:
    add_to_deny_list(tmp_path / "lista.txt", ["Påhittad Privatperson"])
    return read_deny_list(tmp_path / "lista.txt", ())


NAME = "Påhittad Privatperson"


def test_a_string_of_the_deny_list_is_found_wherever_it_stands(denied: DenyList) -> None:
    made = with_lines(body(), "summary: >", f"  Där var {NAME}", f"  och {NAME}.")
    spoken = page(file="content/pahittad-privatperson.md")
    lines = SourceMap(spoken.source.file, ("Title: Om", "", f"{NAME} skrev."))
    made = replace(
        made,
        pages=(replace(spoken, source=lines),),
        ledger=("# ids", f"# {NAME}"),
        released=parse_released([f"# {NAME}"]),
        deny_list=denied,
    )
    text, name = {"where_sv": "Texten", "where_en": "The text"}, {"where_sv": "Filnamnet", "where_en": "The file name"}
    assert [(p.code, p.file, p.line, p.column, dict(p.params)) for p in denied_strings(made)] == [
        ("I21f", "bodies/x", 2, 11, text),
        ("I21f", "bodies/x", 3, 7, text),
        ("I21f", "content/pahittad-privatperson.md", 0, 0, name),
        ("I21f", "content/pahittad-privatperson.md", 3, 1, text),
        ("I21f", "providers/published-ids.txt", 2, 3, text),
        ("I21f", "providers/released.txt", 1, 3, text),
    ]


@pytest.mark.parametrize(("written", "found"), [('"P\\xe5hittad Privatperson"', True), ('"Ett \\ streck"', False), (NAME.replace("å", "X"), False)])
def test_what_a_file_writes_with_escapes_is_found_in_the_value(denied: DenyList, written: str, found: bool) -> None:
    value = NAME if found else "Någon annan"
    made = replace(with_lines(body(summary=f"Där var {value}."), f"summary: {written}"), deny_list=denied)
    place = made.documents["bodies/x"].source.place(("summary",))
    assert [(p.code, p.line, p.column) for p in denied_strings(made)] == ([("I21f", *place)] if found else [])


def test_without_a_deny_list_nothing_is_denied() -> None:
    assert list(denied_strings(with_lines(body(), NAME))) == []

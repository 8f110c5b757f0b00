"""The tables: every column says what it is, every reference leads somewhere, and every row is what a page says."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import made
import published
import pytest
from conftest import AS_OF, ROOT

from generator.records.models import Kind
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import VOCABULARIES, Publication
from generator.registry.loading import load
from generator.site.language import SWEDISH, english_language
from generator.site.maker import Maker
from generator.site.tables.columns import Filled, Given, Table, Type, cell, fill, flag, key, text
from generator.site.tables.database import create
from generator.site.tables.dataset import TABLES, dataset
from generator.site.tables.facts import PARTS, numbered
from generator.site.tables.files import data_files
from generator.site.tables.public import Public, plain_words

NAMES = [table.name for table in TABLES]


def by_id(table: str) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in published.rows(table)}


# What the tables are.


def test_no_two_tables_and_no_two_columns_have_the_same_name() -> None:
    assert max(Counter(NAMES).values()) == 1
    assert [t.name for t in TABLES if len({c.name for c in t.columns}) != len(t.columns)] == []


def test_names_are_words_that_sql_files_and_programs_take() -> None:
    assert [name for t in TABLES for name in (t.name, *(c.name for c in t.columns)) if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_and_column_says_what_it_means_in_both_languages(table: Table) -> None:
    english = english_language()
    for meaning in (table.meaning, *(c.meaning for c in table.columns), *(m for c in table.columns for _, m in c.codes)):
        assert SWEDISH.t(meaning)
        assert english.catalogue.gettext(meaning)
    assert all(meaning.endswith(".") for meaning in (table.meaning, *(c.meaning for c in table.columns)))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_a_key_and_its_references_are_tables_with_a_key_of_one_column(table: Table) -> None:
    assert table.key
    for column in table.references:
        target = TABLES[NAMES.index(column.references)]
        assert len(target.key) == 1, column.name


def test_a_column_of_codes_names_its_codes_and_no_other_does() -> None:
    for table in TABLES:
        for column in table.columns:
            assert (column.type is Type.CODE) == bool(column.vocabulary or column.codes), (table.name, column.name)


def test_every_code_that_may_stand_is_explained_in_the_table_of_codes_or_with_the_column() -> None:
    explained = {(row["vocabulary"], row["code"]) for row in published.rows("codes")}
    assert explained == {(v.__name__, code.value) for v in VOCABULARIES for code in v}


def test_a_row_with_another_column_an_empty_key_or_an_unknown_code_is_refused() -> None:
    public = Public(Maker(published.registry()))
    wrong: list[dict[str, Given]] = [
        {"id": "a"},
        {"id": None, "name": "x"},
        {"id": "", "name": "x"},
        {"id": "a", "name": None},
        {"id": "a", "name": "x", "b": 1},
    ]
    for row in wrong:
        with pytest.raises(ValueError, match="t"):
            fill(Table("t", "Tabell.", (key(), text("name", "Namnet.", required=True)), lambda _, row=row: [row]), public)
    coded = next(t for t in TABLES if t.name == "services")
    with pytest.raises(ValueError, match=r"services\.service"):
        fill(Table("services", "", coded.columns, lambda _: [{"statement_id": "a", "provider_id": "b", "service": "annat", "date": None}]), public)


def test_rows_are_in_the_order_of_their_key_whatever_order_they_come_in() -> None:
    public = Public(Maker(published.registry()))
    columns = (key(), key("number", type_=Type.INTEGER), flag("yes", "Ja."))
    given: list[dict[str, Given]] = [{"id": i, "number": n, "yes": True} for i, n in (("b", 1), ("a", 10), ("a", 9), ("ä", 1), ("Z", 1))]
    filled = fill(Table("t", "", columns, lambda _: given), public)
    assert [(row["id"], row["number"]) for row in filled.rows] == [("Z", 1), ("a", 9), ("a", 10), ("b", 1), ("ä", 1)]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("", None),
        ("  ", None),
        (None, None),
        ("1\N{NO-BREAK SPACE}854", "1 854"),
        ("a\r\nb", "a\nb"),
        (date(2026, 1, 2), "2026-01-02"),
        (PartialDate(2012), "2012"),
        (False, False),
        (0, 0),
        (Decimal("79.2"), Decimal("79.2")),
    ],
)
def test_a_cell_is_the_same_in_every_format(given: Given, wanted: object) -> None:
    assert cell(given) == wanted
    assert type(cell(given)) is type(wanted)


def test_the_words_of_a_page_are_its_text_with_a_line_for_each_block() -> None:
    markup = '<p>Ett&nbsp;två <a href="/x/">tre</a> &amp; <strong>fyra</strong>.</p>\n<ul>\n<li>fem</li>\n<li>sex</li>\n</ul>'
    assert plain_words(markup) == "Ett två tre & fyra.\nfem\nsex"


def test_what_has_the_same_name_twice_is_told_apart() -> None:
    assert numbered(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"]


# What the rows say.


def test_a_statement_has_its_source_what_speaks_against_it_and_the_reply_of_everyone_it_concerns() -> None:
    row = by_id("statements")["cases/granskning-2024#vantrum"]
    assert row["text"] == "Deltagare sade att väntrummet i Stockholm var för litet."
    assert (row["kind"], row["grade"], row["date"], row["checked_on"]) == ("allegation", "C", "2024-05-15", "2026-11-20")
    assert row["lead"] == "Exempelbladet uppgav den 15 maj 2024:"
    assert row["counter"] == "En annan deltagare tyckte att lokalen var bra."
    assert row["would_change"] == "Exempelförmedlingens protokoll från ett besök i lokalen."
    assert row["outcomes"] == "Exempel Jobb AB: utfallet är inte känt. Det har gått mer än två år. Utfallet har inte kunnat fastställas."
    assert str(row["replies"]).startswith("Exempel Jobb AB, svar (")
    assert str(row["replies"]).endswith("15 maj 2024): Exempel Jobb svarade att en större lokal var på väg.")
    assert row["page"] == "https://kollen.example/arende/granskning-2024/#vantrum"
    cited = [(c["role"], c["source_id"], c["locator"]) for c in published.rows("citations") if c["statement_id"] == "cases/granskning-2024#vantrum"]
    assert cited == [
        ("against", "exempelbladet-2024-granskning", "tredje stycket"),
        ("support", "exempelbladet-2024-granskning", "första stycket"),
    ]


def test_a_row_of_statements_alone_says_value_grade_source_place_day_and_reply_state() -> None:
    row = by_id("statements")["cases/granskning-2024#vantrum"]
    assert (row["source_ids"], row["locators"], row["reply_states"]) == ("exempelbladet-2024-granskning", "första stycket", "replied_in_source")
    parties = by_id("case_parties")
    concerned: dict[object, list[object]] = {}
    for pair in published.rows("statement_parties"):
        concerned.setdefault(pair["statement_id"], []).append(parties[pair["party_id"]]["reply_state"])
    cited: dict[object, list[tuple[object, object]]] = {}
    for citation in published.rows("citations"):
        if citation["role"] == "support":
            cited.setdefault(citation["statement_id"], []).append((citation["source_id"], " ".join(citation["locator"].split())))
    for row in published.rows("statements"):
        assert sorted(str(row["reply_states"] or "").split()) == sorted(map(str, concerned.get(row["id"], [])))
        pairs = zip(str(row["source_ids"] or "").split(), [line for line in str(row["locators"] or "").split("\n") if line], strict=True)
        assert list(pairs) == cited.get(row["id"], [])


def test_a_quotation_stands_with_what_speaks_against_it_the_outcome_and_the_reply() -> None:
    statements = by_id("statements")
    quoted = [row for row in published.rows("citations") if row["quote"]]
    assert [row for row in quoted if row["replies"]]
    assert [row for row in quoted if row["counter"]]
    for row in published.rows("citations"):
        beside = statements[row["statement_id"]] if row["quote"] else dict.fromkeys(("counter", "outcomes", "replies"))
        assert {name: row[name] for name in ("counter", "outcomes", "replies")} == {name: beside[name] for name in ("counter", "outcomes", "replies")}


def test_every_statement_in_a_case_has_an_outcome_and_a_reply_on_its_row() -> None:
    rows = [row for row in published.rows("statements") if row["record_id"].startswith("cases/")]
    assert len(rows) > 20
    assert [row["id"] for row in rows if not row["replies"] or not row["outcomes"]] == []
    parties = Counter(row["statement_id"] for row in published.rows("statement_parties"))
    for row in rows:
        assert len(str(row["replies"]).split(", svar (")) - 1 == parties[row["id"]]


def test_a_reply_stands_in_full_beside_every_statement_that_it_answers() -> None:
    replies = {row["id"]: row["reply_text"] for row in published.rows("case_parties") if row["reply_text"]}
    statements = by_id("statements")
    assert replies
    for row in published.rows("statement_parties"):
        if row["party_id"] in replies:
            assert replies[row["party_id"]] in str(statements[row["statement_id"]]["replies"])


def test_a_correction_stands_at_the_statement_that_it_is_about() -> None:
    corrections = by_id("corrections")
    joined = published.rows("statement_corrections")
    assert joined
    for row in joined:
        day = by_id("statements")[row["statement_id"]]["corrected_on"]
        assert corrections[row["correction_id"]]["published_on"] <= day


def test_a_withheld_correction_has_no_texts_and_names_nothing() -> None:
    withheld = [row for row in published.rows("corrections") if row["withheld"]]
    assert withheld
    for row in withheld:
        assert {row[name] for name in ("was", "now", "why", "outcomes", "replies", "record_id", "statement_id")} == {None}


def test_a_corrected_text_of_a_case_stands_with_the_outcome_and_the_reply_of_each_that_it_is_about() -> None:
    statements, parties = by_id("statements"), published.rows("case_parties")
    shown = [row for row in published.rows("corrections") if str(row["record_id"] or "").startswith("cases/") and row["now"]]
    assert shown
    for row in shown:
        assert row["replies"], row["id"]
        assert row["outcomes"], row["id"]
        if row["statement_id"]:
            beside = statements[row["statement_id"]]
            assert (row["replies"], row["outcomes"]) == (beside["replies"], beside["outcomes"])
        else:
            names = [party["name"] for party in parties if f"cases/{party['case_id']}" == row["record_id"]]
            assert [name for name in names if name not in str(row["replies"])] == []


def test_states_are_those_of_the_day() -> None:
    assert {row["as_of"] for table in ("accreditation_states", "contracts") for row in published.rows(table)} == {AS_OF}
    states = {(row["provider_id"], row["scheme_id"]): row["state"] for row in published.rows("accreditation_states")}
    assert "valid" in states.values()
    later = dataset(Maker(of_the_day("2027-06-01")))
    after = {(row["provider_id"], row["scheme_id"]): row["state"] for row in later.tables["accreditation_states"].rows}
    assert after != states
    assert {str(row["as_of"]) for row in later.tables["contracts"].rows} == {"2027-06-01"}


def test_every_sort_of_fact_is_in_the_demo() -> None:
    assert {row["part"] for row in published.rows("statements")} == {part for part, _ in PARTS}


def test_every_statement_has_a_source_but_an_outcome_that_nobody_has_told() -> None:
    cited = {row["statement_id"] for row in published.rows("citations")}
    assert {row["part"] for row in published.rows("statements") if row["id"] not in cited} <= {"outcome"}


def test_a_question_without_an_answer_has_a_row_too() -> None:
    empty = [row for row in published.rows("answers") if row["statement_id"] is None]
    assert empty
    assert len({row["question"] for row in published.rows("answers")}) == 15


def of_the_day(day: str, base: Path = ROOT / "tests/demo") -> object:
    registry = load(base / "providers", base / "content", date.fromisoformat(day), today=date.fromisoformat(AS_OF)).registry
    assert registry is not None
    return registry


@pytest.mark.parametrize("day", ["2009-01-01", "2015-06-30", "2020-03-01", "2022-12-31", "2024-05-14", "2025-02-11", "2028-01-01"])
def test_on_any_day_every_reference_leads_to_a_row(day: str) -> None:
    """What came later than the day is left out, and nothing may point at it."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in TABLES:
            database.execute(create(table))
        for filled in dataset(Maker(of_the_day(day))).filled:  # type: ignore[arg-type]
            insert(database, filled)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def insert(database: sqlite3.Connection, filled: Filled) -> None:
    places = ", ".join("?" * len(filled.table.columns))
    values = ([float(v) if isinstance(v, Decimal) else v for v in row.values()] for row in filled.rows)
    database.executemany(f'INSERT INTO "{filled.table.name}" VALUES ({places})', values)


# What may not be in them.


def whole_text(registry: object, **options: bool) -> str:
    made_files = data_files(Maker(registry, **options), published.ORIGIN).files  # type: ignore[arg-type]
    return "\n".join(file.content.decode() for file in made_files if file.media_type in ("text/csv", "application/json", "application/jsonl"))


def test_nothing_that_is_held_or_only_a_link_is_in_any_file() -> None:
    everything = whole_text(published.registry())
    maker = Maker(published.registry())
    found = 0
    for document in maker.registry.of(Kind.CASES):
        for ruling in maker.rulings[document.id]:
            if ruling.row.decision is Publication.PUBLISHED:
                continue
            found += 1
            assert not ruling.statement.text or ruling.statement.text not in everything
            for citation in ruling.statement.sources:
                source = maker.registry.record(Kind.SOURCES, citation.source)
                assert source.title not in everything
                assert not source.url or source.url not in everything
                assert citation.locator not in [c["locator"] for c in published.rows("citations") if c["source_id"] == citation.source]
    assert found


def test_of_a_source_that_names_somebody_who_has_not_been_heard_only_that_it_is_and_by_whom() -> None:
    rows = [row for row in published.rows("sources") if row["unheard"]]
    assert {row["id"] for row in rows} == {row["source_id"] for row in published.rows("unheard_mentions")} != set()
    for row in rows:
        assert {row[name] for name in ("title", "url", "url_withheld", "archive_url", "archived_on", "note")} == {None}
        assert row["publisher"]
        assert by_id("records")[row["record_id"]]["name"] is None


def test_the_dataset_of_a_preview_is_what_would_be_public() -> None:
    base = ROOT / "tests/demo"
    day = date.fromisoformat(AS_OF)
    private = load(base / "providers", base / "content", day, intake=base / "intake", today=day).registry
    assert private is not None
    drafts = [document for document in private.documents.values() if document.root.value == "intake"]
    assert drafts
    everything = whole_text(private, preview=True)
    assert everything == whole_text(published.registry())


def test_the_number_of_a_sole_trader_is_in_no_table() -> None:
    number = made.person_number(between="-")
    registry = made.registry({"profiles/exempel-ab": made.profile(legal_form="sole_trader", name="Exempelfirman")})
    sole = registry.documents["profiles/exempel-ab"].record.model_copy(update={"orgnr": number})
    object.__setattr__(registry.documents["profiles/exempel-ab"], "record", sole)
    everything = whole_text(registry)
    assert "Exempelfirman" in everything
    assert number not in everything


def test_declared_contact_details_of_organisations_stay_on_the_pages() -> None:
    assert not re.search(r"[\w.]+@[\w.]+\.example", whole_text(published.registry()))

"""What the tables say of how a case ended and of how surely a source is read: never a verdict, and never parted from the reply."""

from __future__ import annotations

import published

from generator.records.vocabulary import Outcome
from generator.site.tables.cases import direction
from generator.site.tables.dataset import TABLES

WENT: dict[str, str | None] = {
    "none_found": "for_provider",
    "acquitted": "for_provider",
    "deficiencies_found": "against_provider",
    "partly": "against_provider",
    "convicted": "against_provider",
    "dismissed_unexamined": "neither",
    "withdrawn": "neither",
    "contract_terminated": "neither",
    "settled": "neither",
    "not_convicted": "neither",
    "unknown": None,
    "none_yet": None,
}


def test_an_outcome_went_for_the_provider_against_it_or_neither_and_none_has_no_direction() -> None:
    assert {outcome.value: direction(outcome) for outcome in Outcome} == WENT


def test_no_column_gives_a_verdict_on_a_provider_by_its_name() -> None:
    names = {column.name for table in TABLES for column in table.columns}
    assert names & {"criticised", "in_favour", "confidence", "confidence_note"} == set()
    meaning = next(t for t in TABLES if t.name == "case_parties").column("case_is_criticism").meaning
    assert "säger inget om ifall kritiken är befogad" in meaning


def test_a_case_that_is_no_criticism_waits_for_no_outcome() -> None:
    rows = published.rows("case_parties")
    calm = [row for row in rows if not row["case_is_criticism"]]
    assert calm
    assert {(row["outcome"], row["outcome_direction"]) for row in calm} == {("not_applicable", None)}
    assert "not_applicable" not in {row["outcome"] for row in rows if row["case_is_criticism"]}
    waiting = {row["outcome_direction"] for row in rows if row["outcome"] in ("unknown", "none_yet")}
    assert waiting == {None}


def test_the_year_the_outcome_and_the_reply_of_a_party_stand_on_one_line_of_its_case() -> None:
    parties = published.rows("case_parties")
    late = 0
    for case in published.rows("cases"):
        lines = str(case["outcomes_with_replies"]).split("\n")
        own = {str(row["name"]): row for row in parties if row["case_id"] == case["id"]}
        assert len(lines) == len(own)
        for name, row in own.items():
            (line,) = (line for line in lines if f", {name}. " in line)
            assert line.startswith(str(case["date"])[:4])
            assert (" Svar: " in line) == row["case_is_criticism"]
            assert ("mer än två år" in line) == row["undetermined"]
            (plain,) = (line for line in str(case["outcomes"]).split("\n") if line.startswith(f"{name}: "))
            assert ("mer än två år" in plain) == row["undetermined"]
            late += row["undetermined"]
    assert late


def test_how_surely_a_source_is_read_is_said_only_of_rows_that_have_one() -> None:
    rows = published.rows("statements")
    assert {bool(row["reading_confidence"]) for row in rows if row["source_ids"]} == {True}
    without = [row for row in rows if not row["source_ids"]]
    assert without
    assert {row["reading_confidence"] for row in without} == {None}


def test_a_correction_of_a_source_has_the_outcome_and_the_reply_of_everyone_in_the_case_that_rests_on_it() -> None:
    row = next(row for row in published.rows("corrections") if row["record_id"] == "sources/exempelformedlingen-2024-vite")
    case = next(row for row in published.rows("cases") if row["id"] == "vite-2024")
    assert (row["outcomes"], row["replies"]) == (case["outcomes"], case["replies"])
    assert "Påhittscoachning AB: " in row["outcomes"]

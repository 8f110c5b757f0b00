"""The publication gate against a second, short telling of invariants 7 and 8, for every combination there is."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from made import Data, case, party, profile, registry, statement

from generator.records.models import Kind
from generator.records.vocabulary import Grade, LegalForm, Publication, ReplyState, StatementKind
from generator.registry.gate import GATE, Matter, Row, decide, publication, rulings

AS_OF = date(2026, 11, 21)
DEADLINES = {"none": None, "ahead": AS_OF + timedelta(days=1), "today": AS_OF, "passed": AS_OF - timedelta(days=1)}

EVERY_MATTER = [
    Matter(grade, kind, named, sole_trader, reply, deadline, AS_OF, dated)
    for grade, kind, named, sole_trader, reply, deadline, dated in product(
        Grade, StatementKind, (True, False), (True, False), ReplyState, DEADLINES.values(), (True, False)
    )
    if named or not sole_trader  # who is not named cannot be known to be a sole trader
]


def invariants_7_and_8(matter: Matter) -> Publication:
    """Told again from the data model, in other words than the table's."""
    refused = matter.reply == "declined" and (matter.answer_dated or matter.deadline is None or matter.deadline < matter.as_of)
    answered = refused or matter.reply in ("replied", "replied_in_source", "no_answer_in_time")
    asked_in_vain = matter.reply == "asked" and matter.deadline is not None and matter.as_of > matter.deadline
    if matter.grade == "E":
        return Publication.HELD
    if matter.grade in ("A", "B"):
        return Publication.PUBLISHED
    if matter.sole_trader and matter.kind in ("allegation", "finding", "measure_taken"):
        return Publication.HELD
    if matter.grade == "C":
        # Stricter than the data model, which lets a provider's name be shown as soon as it is asked.
        heard = matter.reply not in ("not_asked", "unknown", "asked", "declined") or asked_in_vain or refused
        return Publication.PUBLISHED if heard or not matter.named else Publication.LINK_ONLY
    return Publication.PUBLISHED if matter.named and (answered or asked_in_vain) else Publication.HELD


def test_there_are_as_many_matters_as_codes_make() -> None:
    assert len(EVERY_MATTER) == len(Grade) * len(StatementKind) * 3 * len(ReplyState) * 4 * 2


@pytest.mark.parametrize("grade", Grade)
def test_the_table_decides_as_the_invariants_say(grade: Grade) -> None:
    matters = [matter for matter in EVERY_MATTER if matter.grade is grade]
    wrong = [(matter, decide(matter).id) for matter in matters if decide(matter).decision is not invariants_7_and_8(matter)]
    assert wrong == []


def test_every_row_decides_something() -> None:
    assert {decide(matter).id for matter in EVERY_MATTER} == {row.id for row in GATE}


@pytest.mark.parametrize("grade", Grade)
def test_the_last_row_of_each_grade_always_fits(grade: Grade) -> None:
    last = [row for row in GATE if grade.value in row.grade.split(", ")][-1]
    assert all(last.fits(matter) for matter in EVERY_MATTER if matter.grade is grade)


@pytest.mark.parametrize("row", GATE, ids=lambda row: row.id)
def test_a_row_fits_only_the_grades_that_it_names(row: Row) -> None:
    assert {matter.grade.value for matter in EVERY_MATTER if row.fits(matter)} == set(row.grade.split(", "))


@pytest.mark.parametrize("row", GATE, ids=lambda row: row.id)
def test_a_row_that_shows_needs_no_release_and_every_other_says_what_would_help(row: Row) -> None:
    assert bool(row.release) == (row.decision is not Publication.PUBLISHED)
    assert row.reason_sv
    assert row.reason_en


def test_row_ids_are_unique() -> None:
    assert len({row.id for row in GATE}) == len(GATE)


@pytest.mark.parametrize(("reply", "words"), [(reply, reply.label_sv) for reply in ReplyState])
def test_the_words_of_a_row_about_replies_agree_with_what_it_fits(reply: ReplyState, words: str) -> None:
    """Where a row lists replies by their labels, it fits exactly those."""
    for row in GATE:
        listed = row.reply.replace(" av oss", "").split(", ")
        if row.reply in ("alla", "alla andra") or "svarstiden har gått ut" in row.reply:
            continue
        fits = any(row.fits(matter) for matter in EVERY_MATTER if matter.reply is reply)
        assert fits == (words.replace(" av oss", "") in listed), row.id


# The same in a few examples that can be read aloud


def matter(
    grade: Grade,
    reply: ReplyState = ReplyState.NOT_ASKED,
    *,
    kind: StatementKind = StatementKind.ALLEGATION,
    named: bool = True,
    sole_trader: bool = False,
    deadline: str = "none",
    dated: bool = False,
) -> Matter:
    return Matter(grade, kind, named, sole_trader, reply, DEADLINES[deadline], AS_OF, dated)


@pytest.mark.parametrize(
    ("example", "row"),
    [
        (matter(Grade.E, ReplyState.REPLIED), "tip"),
        (matter(Grade.A), "authority"),
        (matter(Grade.B, sole_trader=True), "authority"),
        (matter(Grade.C, sole_trader=True, reply=ReplyState.REPLIED), "sole-trader"),
        (matter(Grade.D, sole_trader=True, reply=ReplyState.REPLIED), "sole-trader"),
        (matter(Grade.C, sole_trader=True, kind=StatementKind.FINDING, reply=ReplyState.REPLIED), "sole-trader"),
        (matter(Grade.D, sole_trader=True, kind=StatementKind.MEASURE_TAKEN, reply=ReplyState.REPLIED), "sole-trader"),
        (matter(Grade.C, sole_trader=True, kind=StatementKind.CONTEXT, reply=ReplyState.REPLIED), "media"),
        (matter(Grade.C), "media-unheard"),
        (matter(Grade.C, ReplyState.UNKNOWN), "media-unheard"),
        (matter(Grade.C, ReplyState.ASKED), "media-time-runs"),
        (matter(Grade.C, ReplyState.ASKED, deadline="ahead"), "media-time-runs"),
        (matter(Grade.C, ReplyState.ASKED, deadline="today"), "media-time-runs"),
        (matter(Grade.C, ReplyState.ASKED, deadline="passed"), "media"),
        (matter(Grade.C, ReplyState.ASKED, named=False), "media"),
        (matter(Grade.C, ReplyState.UNREACHABLE), "media"),
        (matter(Grade.C, named=False), "media"),
        (matter(Grade.D, ReplyState.REPLIED), "account-answered"),
        (matter(Grade.D, ReplyState.DECLINED), "account-answered"),
        (matter(Grade.D, ReplyState.DECLINED, deadline="today"), "account"),
        (matter(Grade.D, ReplyState.DECLINED, deadline="ahead", dated=True), "account-answered"),
        (matter(Grade.D, ReplyState.DECLINED, deadline="passed"), "account-answered"),
        (matter(Grade.C, ReplyState.DECLINED, deadline="ahead"), "media-time-runs"),
        (matter(Grade.C, ReplyState.DECLINED, deadline="ahead", dated=True), "media"),
        (matter(Grade.D, ReplyState.ASKED, deadline="passed"), "account-time-over"),
        (matter(Grade.D, ReplyState.ASKED, deadline="today"), "account"),
        (matter(Grade.D, ReplyState.ASKED, deadline="ahead"), "account"),
        (matter(Grade.D, ReplyState.ASKED), "account"),
        (matter(Grade.D), "account"),
        (matter(Grade.D, ReplyState.UNREACHABLE), "account"),
        (matter(Grade.D, ReplyState.REPLIED, named=False), "account-unnamed"),
    ],
)
def test_examples(example: Matter, row: str) -> None:
    assert decide(example).id == row


@pytest.mark.parametrize(
    ("reply", "deadline", "passed"),
    [
        (ReplyState.ASKED, "passed", True),
        (ReplyState.ASKED, "today", False),
        (ReplyState.ASKED, "ahead", False),
        (ReplyState.ASKED, "none", False),
        (ReplyState.REPLIED, "passed", False),
    ],
)
def test_the_time_to_answer_is_over_the_day_after_the_last_day_for_who_was_asked(reply: ReplyState, deadline: str, passed: bool) -> None:
    assert matter(Grade.D, reply, deadline=deadline).deadline_passed is passed


# Whole cases


def decided(*parties: Data, statements: list[Data], **records: Data) -> list[tuple[int, str, str | None, str]]:
    """Every ruling on a case: the statement's place and id, whom it is about and the row that decided."""
    made = registry(
        {"profiles/granne": profile(), "profiles/firman": profile(legal_form="sole_trader"), "cases/a": case(*parties, statements=statements), **records}
    )
    return [(r.index, r.statement.id, r.party.provider, r.row.id) for r in rulings(made, made.record(Kind.CASES, "a"))]


def test_every_statement_is_tried_for_every_party_that_it_is_about() -> None:
    told = [statement("a"), statement("b", about=["granne"]), statement("c", about=["exempel-ab", "granne"])]
    assert decided(party(), party("granne"), party(None), statements=told) == [
        (0, "a", "exempel-ab", "authority"),
        (0, "a", "granne", "authority"),
        (0, "a", None, "authority"),
        (1, "b", "granne", "authority"),
        (2, "c", "exempel-ab", "authority"),
        (2, "c", "granne", "authority"),
    ]


def test_each_party_is_tried_by_its_own_name_form_and_reply() -> None:
    unheard = {"state": "not_asked"}
    parties = [party(reply=unheard), party("granne", reply={"state": "declined"}), party("firman", reply={"state": "declined"}), party(None, reply=unheard)]
    assert [row for _, _, _, row in decided(*parties, statements=[statement(grade="C")])] == ["media-unheard", "media", "sole-trader", "media"]
    assert [row for _, _, _, row in decided(*parties, statements=[statement(grade="C", kind="context")])] == ["media-unheard", "media", "media", "media"]


@pytest.mark.parametrize(
    ("reply", "row"),
    [
        ({"asked_on": "2026-11-09"}, "account"),
        ({"asked_on": "2026-11-06"}, "account-answered"),
        ({"asked_on": "2026-11-20", "answered_on": "2026-11-20"}, "account-answered"),
        ({"asked_on": "2026-11-06", "deadline": "2026-11-21"}, "account"),
        ({}, "account-answered"),
    ],
)
def test_who_is_said_to_have_declined_on_no_day_has_the_time_of_anybody_asked(reply: Data, row: str) -> None:
    assert [found for _, _, _, found in decided(party(reply={"state": "declined", **reply}), statements=[statement(grade="D")])] == [row]


@pytest.mark.parametrize("form", LegalForm)
def test_only_a_sole_trader_is_one(form: LegalForm) -> None:
    expected = "sole-trader" if form is LegalForm.SOLE_TRADER else "media"
    records = {"profiles/exempel-ab": profile(legal_form=form.value)}
    assert [row for _, _, _, row in decided(party(), statements=[statement(grade="C")], **records)] == [expected]


def test_a_provider_without_a_record_of_its_own_is_no_sole_trader() -> None:
    assert [row for _, _, _, row in decided(party("saknas"), statements=[statement(grade="C")])] == ["media"]


@pytest.mark.parametrize(("today", "row"), [("2026-11-20", "account"), ("2026-11-21", "account"), ("2026-11-22", "account-time-over")])
@pytest.mark.parametrize("as_of", ["2012-03-01", "2026-11-21", "2040-01-01"])
def test_the_time_to_answer_is_over_by_the_clock_of_today(today: str, row: str, as_of: str) -> None:
    asked = party(reply={"state": "asked", "asked_on": "2026-11-02", "deadline": "2026-11-21"})
    made = registry({"cases/a": case(asked, statements=[statement(grade="D")])}, date.fromisoformat(as_of), date.fromisoformat(today))
    assert [r.row.id for r in rulings(made, made.record(Kind.CASES, "a"))] == [row]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["authority"], Publication.PUBLISHED),
        (["tip", "media-unheard", "media"], Publication.PUBLISHED),
        (["tip", "media-unheard"], Publication.LINK_ONLY),
        (["media-unheard", "tip"], Publication.LINK_ONLY),
        (["tip", "account"], Publication.HELD),
        ([], Publication.HELD),
    ],
)
def test_a_case_is_shown_when_anything_in_it_is_else_a_link_when_anything_is_else_held(rows: list[str], expected: Publication) -> None:
    made = registry({"cases/a": case()})
    (one,) = rulings(made, made.record(Kind.CASES, "a"))
    by_id = {row.id: row for row in GATE}
    assert publication(tuple(replace(one, row=by_id[row]) for row in rows)) is expected

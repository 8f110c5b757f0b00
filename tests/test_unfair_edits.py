"""What is unfair, unsourced or private is refused, whoever tries it and however; the same done honestly is not.

The edits are in `unfair_edits/`, to be read as a specification: one table for each part of what must
always be true, one of edits whose rules are not here yet, and one of edits that nothing stops yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import LONG, ROOT
from unfair_edits import awaited, evidence, figures, gate, holes_in_records, holes_on_pages, kept, labels, pages, powerless, private
from unfair_edits.edit import Change, Edit, Powerless, demo, edited
from unfair_edits.trial import loaded, page_of, remember, unfair_pages

from generator.clock import today
from generator.invariants import INVARIANTS
from generator.problem_catalogue import CATALOGUE
from generator.problems import Problem, has_errors
from generator.registry.loading import load

EDITS = (*evidence.EDITS, *labels.EDITS, *figures.EDITS, *gate.EDITS, *kept.EDITS, *private.EDITS, *pages.EDITS)
HOLES = (*holes_in_records.EDITS, *holes_on_pages.EDITS)
# The codes of rules that are on their way: the edits that they refuse are not tried before the code is there, and always from then on.
AWAITED = awaited.CODES
LEAST = 70

Test = Callable[..., None]


def each(edits: Iterable[Edit | Powerless], **options: Any) -> Callable[[Test], Test]:
    """One test for each edit, under its name."""
    return pytest.mark.parametrize("edit", [pytest.param(edit, id=edit.name, **options) for edit in edits])


def problems_of(edit: Edit, changes: tuple[Change, ...], place: Path) -> list[Problem]:
    """What is wrong in the demo after the changes: in its records, and where the edit shows on the pages, in those."""
    tree = edited(demo(), changes)
    if edit.shows_on_pages:
        return unfair_pages(tree, place)
    options: dict[str, Any] = {}
    if edit.needs == "git":
        remember(demo(), place)
        for name in demo().keys() - tree.keys():
            (place / name).unlink()
        options["with_history"] = True
    if edit.needs == "deny list":
        from generator.records.deny_list import DenyList

        words = awaited.DENIED.lower().split()
        options["deny_list"] = DenyList(b"", {len(words): frozenset({sha256(" ".join(words).encode()).digest()})})
    return list(loaded(tree, place, **options).problems)


@cache
def batches() -> tuple[tuple[Edit, ...], ...]:
    """The mended edits of records in groups that change different files, so that a group is loaded at once."""
    groups: list[tuple[set[str], list[Edit]]] = []
    for edit in (edit for edit in (*EDITS, *holes_in_records.EDITS) if not edit.shows_on_pages):
        files = {change.file for change in edit.mended}
        taken, group = next(((taken, group) for taken, group in groups if not taken & files), (set(), []))
        if not group:
            groups.append((taken, group))
        taken |= files
        group.append(edit)
    return tuple(tuple(group) for _, group in groups)


_SOUND: dict[int, bool] = {}


def sound_with_others(edit: Edit, place: Path) -> bool:
    """True when the whole group of the mended edit is without problems. The long form tries each alone."""
    number = next((n for n, group in enumerate(batches()) if edit in group), None)
    if LONG or number is None:
        return False
    if number not in _SOUND:
        changes = tuple(change for other in batches()[number] for change in other.mended)
        _SOUND[number] = not loaded(edited(demo(), changes), place / "together").problems
    return _SOUND[number]


def assert_refused(edit: Edit, place: Path) -> None:
    problems = problems_of(edit, edit.unfair, place)
    assert (edit.code, edit.level) in {(p.code, p.severity) for p in problems if p.file == edit.file}, said(problems)


def assert_accepted(edit: Edit, place: Path) -> None:
    if not sound_with_others(edit, place):
        problems = problems_of(edit, edit.mended, place)
        assert not has_errors(problems), said(problems)


def said(problems: Iterable[Problem]) -> list[str]:
    return [f"{p.file}:{p.line} {p.code} {p.message('en')}" for p in problems]


def has_come(edit: Edit) -> bool:
    return edit.code in CATALOGUE


@each(EDITS)
def test_an_unfair_edit_is_refused(edit: Edit, tmp_path: Path) -> None:
    assert_refused(edit, tmp_path)


@each((*EDITS, *HOLES))
def test_the_same_edit_mended_is_accepted(edit: Edit, tmp_path: Path) -> None:
    assert_accepted(edit, tmp_path)


@each(awaited.EDITS)
def test_an_unfair_edit_is_refused_from_the_day_its_rule_is_there(edit: Edit, tmp_path: Path) -> None:
    if not has_come(edit):
        pytest.skip(f"{edit.code} is awaited")
    assert_refused(edit, tmp_path / "unfair")
    assert_accepted(edit, tmp_path / "mended")


@pytest.mark.xfail(raises=AssertionError, reason="nothing stops it yet")
@each(HOLES)
def test_an_unfair_edit_that_nothing_stops_yet(edit: Edit, tmp_path: Path) -> None:
    assert has_errors(problems_of(edit, edit.unfair, tmp_path))


@each(powerless.EDITS)
def test_what_nobody_refuses_does_not_help(edit: Powerless, tmp_path: Path) -> None:
    text = page_of(edited(demo(), edit.changes), tmp_path, edit.page)
    assert edit.says in text
    assert not edit.never or edit.never not in text


@pytest.mark.xfail(raises=AssertionError, reason="it does help yet")
@each(powerless.HELPS)
def test_what_nobody_refuses_and_helps_yet(edit: Powerless, tmp_path: Path) -> None:
    text = page_of(edited(demo(), edit.changes), tmp_path, edit.page)
    assert edit.says in text
    assert edit.never not in text


def test_the_demo_and_its_pages_are_fair_as_they_are(tmp_path: Path) -> None:
    assert loaded(demo(), tmp_path).problems == ()
    assert unfair_pages(demo(), tmp_path) == []


def test_the_real_records_are_without_a_single_problem() -> None:
    assert load(ROOT / "providers", ROOT / "content", today()).problems == ()


def test_every_invariant_has_an_edit_that_breaks_it() -> None:
    """Also one of what is awaited counts, and one that does not help."""
    broken = {edit.invariant for edit in (*EDITS, *awaited.EDITS, *powerless.EDITS)}
    assert INVARIANTS.keys() - broken == set()
    assert len(EDITS) >= LEAST


@each((*EDITS, *awaited.EDITS, *HOLES))
def test_an_edit_is_written_as_one(edit: Edit) -> None:
    """It changes something, differs from its mended form, and says what is tried and what is done instead."""
    unfair, mended = edited(demo(), edit.unfair), edited(demo(), edit.mended)
    assert demo() not in (unfair, mended)
    assert unfair != mended
    assert edit.tries.endswith(".")
    assert edit.instead.endswith(".")
    assert edit.invariant in INVARIANTS


def test_no_two_edits_have_one_name() -> None:
    names = [edit.name for edit in (*EDITS, *awaited.EDITS, *HOLES, *powerless.EDITS, *powerless.HELPS)]
    assert sorted(set(names)) == sorted(names)


def test_every_awaited_code_has_an_edit_and_every_other_code_is_there() -> None:
    assert {edit.code for edit in awaited.EDITS} == set(AWAITED)
    assert {edit.code for edit in EDITS} <= CATALOGUE.keys()
    assert {edit.level for edit in EDITS if CATALOGUE[edit.code].severity != edit.level} == set()

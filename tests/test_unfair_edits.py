"""What is unfair, unsourced or private is refused, whoever tries it and however; the same done honestly is not.

The edits are in `unfair_edits/`, to be read as a specification: one table for each part of what must
always be true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import LONG, ROOT
from unfair_edits import (
    answers,
    borrowed,
    carriers,
    english,
    evidence,
    figures,
    gate,
    handovers,
    hearing,
    hidden,
    kept,
    labels,
    lookups,
    named,
    pages,
    pages_of_claims,
    people,
    powerless,
    private,
    released,
    unheard,
    words,
    wrong_place,
)
from unfair_edits.edit import Change, Edit, Powerless, demo, edited
from unfair_edits.trial import loaded, page_of, remember, unfair_pages

from generator.clock import today
from generator.invariants import INVARIANTS
from generator.problem_catalogue import CATALOGUE
from generator.problems import Problem, has_errors
from generator.records.deny_list import DenyList
from generator.registry.loading import load

TABLES_OF_REFUSED = (
    *(evidence, carriers, borrowed, labels, handovers, lookups, figures, gate, hearing, wrong_place, answers, kept, released),
    *(private, people, words, english, named, unheard, hidden, pages, pages_of_claims),
)
EDITS = tuple(edit for table in TABLES_OF_REFUSED for edit in table.EDITS)
LEAST = 90

Test = Callable[..., None]


def each(edits: Iterable[Edit | Powerless]) -> Callable[[Test], Test]:
    """One test for each edit, under its name."""
    return pytest.mark.parametrize("edit", [pytest.param(edit, id=edit.name) for edit in edits])


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
        denied = people.DENIED.lower().split()
        options["deny_list"] = DenyList(b"", {len(denied): frozenset({sha256(" ".join(denied).encode()).digest()})})
    return list(loaded(tree, place, **options).problems)


class Form(StrEnum):
    """What is loaded together: edits that are refused, or all of them mended."""

    REFUSED = "refused"
    MENDED = "mended"


TOGETHER: dict[tuple[Form, str], list[Problem]] = {}


def changes_of(edit: Edit, form: Form) -> tuple[Change, ...]:
    return edit.mended if form is Form.MENDED else edit.unfair


@cache
def groups(form: Form) -> Mapping[str, tuple[Edit, ...]]:
    """For each edit of public records those that it can be loaded together with, since no two of them touch one file."""
    found: list[tuple[set[str], list[Edit]]] = []
    for edit in EDITS:
        files = {edit.file, *(change.file for change in changes_of(edit, form))}
        if edit.shows_on_pages or any(file.startswith("intake/") for file in files):
            continue
        taken, group = next(((taken, group) for taken, group in found if not taken & files), (set(), []))
        if not group:
            found.append((taken, group))
        taken |= files
        group.append(edit)
    return {edit.name: tuple(group) for _, group in found for edit in group}


def problems_together(edit: Edit, form: Form, place: Path) -> list[Problem] | None:
    """What is wrong in the demo with all edits of a group, loaded once. None for an edit without a group; the long form tries each alone."""
    group = groups(form).get(edit.name)
    if LONG or group is None:
        return None
    key = form, group[0].name
    if key not in TOGETHER:
        TOGETHER[key] = list(loaded(edited(demo(), tuple(c for other in group for c in changes_of(other, form))), place / "together").problems)
    return TOGETHER[key]


def is_refused(edit: Edit, problems: Iterable[Problem]) -> bool:
    return (edit.code, edit.level) in {(p.code, p.severity) for p in problems if p.file == edit.file}


def assert_refused(edit: Edit, place: Path) -> None:
    together = problems_together(edit, Form.REFUSED, place)
    if together is None or not is_refused(edit, together):
        problems = problems_of(edit, edit.unfair, place)
        assert is_refused(edit, problems), said(problems)


def assert_accepted(edit: Edit, place: Path) -> None:
    together = problems_together(edit, Form.MENDED, place)
    if together is None or has_errors(together):
        problems = problems_of(edit, edit.mended, place)
        assert not has_errors(problems), said(problems)


def said(problems: Iterable[Problem]) -> list[str]:
    return [f"{p.file}:{p.line} {p.code} {p.message('en')}" for p in problems]


@each(EDITS)
def test_an_unfair_edit_is_refused(edit: Edit, tmp_path: Path) -> None:
    assert_refused(edit, tmp_path)


@each(EDITS)
def test_the_same_edit_mended_is_accepted(edit: Edit, tmp_path: Path) -> None:
    assert_accepted(edit, tmp_path)


@each(powerless.EDITS)
def test_what_nobody_refuses_does_not_help(edit: Powerless, tmp_path: Path) -> None:
    text = page_of(edited(demo(), edit.changes), tmp_path, edit.page)
    assert edit.says in text
    assert not edit.never or edit.never not in text


def test_the_demo_and_its_pages_are_fair_as_they_are(tmp_path: Path) -> None:
    assert loaded(demo(), tmp_path).problems == ()
    assert unfair_pages(demo(), tmp_path) == []


def test_the_real_records_are_without_a_single_problem() -> None:
    assert load(ROOT / "providers", ROOT / "content", today()).problems == ()


def test_every_invariant_has_an_edit_that_breaks_it() -> None:
    """Also one that does not help counts."""
    broken = {edit.invariant for edit in (*EDITS, *powerless.EDITS)}
    assert INVARIANTS.keys() - broken == set()
    assert len(EDITS) >= LEAST


@each(EDITS)
def test_an_edit_is_written_as_one(edit: Edit) -> None:
    """It changes something, differs from its mended form, and says what is tried and what is done instead."""
    unfair, mended = edited(demo(), edit.unfair), edited(demo(), edit.mended)
    assert demo() not in (unfair, mended)
    assert unfair != mended
    assert edit.tries.endswith(".")
    assert edit.instead.endswith(".")
    assert edit.invariant in INVARIANTS


def test_no_two_edits_have_one_name() -> None:
    names = [edit.name for edit in (*EDITS, *powerless.EDITS)]
    assert sorted(set(names)) == sorted(names)


def test_every_code_that_refuses_an_edit_is_there() -> None:
    assert {edit.code for edit in EDITS} <= CATALOGUE.keys()
    assert {edit.level for edit in EDITS if CATALOGUE[edit.code].severity != edit.level} == set()

"""What was published is found again: the list of ids, tombstones and where they lead on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from made import Data, profile, registry, said, tombstone

from generator.registry.history import SHALLOW, History
from generator.registry.registry import Registry
from generator.registry.released import Released
from generator.registry.rules.ledger import (
    fewer_records,
    ids_remembered,
    ledger_resolves,
    published_ids,
    redirects_resolve,
    tombstone_kinds,
    tombstones_of_the_gone,
)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("profiles/exempel-ab", None),
        ("  profiles/exempel-ab  ", None),
        ("cases/borttaget", None),
        ("cases/trasigt", None),  # its file is there but cannot be read
        ("", None),
        ("   ", None),
        ("# en rad för den som läser", None),
        ("  # en till", None),
        ("cases/saknas", "I17a"),
        ("profiles/borttaget", "I17a"),  # the tombstone is of a case
        ("arenden/borttaget", "I17c"),
        ("cases/Stora-Bokstaver", "I17c"),
        ("cases/", "I17c"),
        ("cases", "I17c"),
        ("cases/a/b", "I17c"),
    ],
)
def test_every_published_id_is_a_record_or_has_a_tombstone(line: str, code: str | None) -> None:
    made = registry({"tombstones/borttaget": tombstone("cases")}, present=["cases/trasigt"], ledger=("# ids", line))
    assert said(ledger_resolves, made) == ([(code, "providers/published-ids.txt:2:1", {"value": line.strip()})] if code else [])


def test_every_line_is_read_and_counted() -> None:
    made = registry({}, ledger=("cases/a", "", "# b", "fel", "profiles/exempel-ab", "cases/c"))
    assert [(code, where) for code, where, _ in said(ledger_resolves, made)] == [
        ("I17a", "providers/published-ids.txt:1:1"),
        ("I17c", "providers/published-ids.txt:4:1"),
        ("I17a", "providers/published-ids.txt:6:1"),
    ]


@pytest.mark.parametrize(("was", "suggestion"), [("cases", None), ("terms", None), ("case", "cases"), ("arenden", "cases (ärenden)"), ("nagot", "")])
def test_a_tombstone_says_which_folder_its_record_lay_in(was: str, suggestion: str | None) -> None:
    found = said(tombstone_kinds, registry({"tombstones/x": tombstone(was)}))
    known = "profiles, cases, schemes, programmes, bodies, sources, terms, stories, corrections, tombstones"
    expected = ("T03", "tombstones/x was", {"value": was, "field": "was", "known": known, "suggestion": suggestion})
    assert found == ([] if suggestion is None else [expected])


def graves(**redirects: str | None) -> dict[str, Data]:
    return {f"tombstones/{name}": tombstone("cases", redirect=target) for name, target in redirects.items()}


@pytest.mark.parametrize(
    ("records", "wrong"),
    [
        (graves(a=None), []),
        (graves(a="profiles/exempel-ab"), []),
        (graves(a="cases/b", b=None), []),  # another that is gone for good
        (graves(a="cases/b", b="profiles/exempel-ab"), []),
        (graves(a="cases/b", b="cases/c", c="profiles/exempel-ab"), []),
        (graves(a="cases/trasigt"), []),
        (graves(a=None, b="cases/saknas"), ["b"]),
        (graves(a="cases/saknas"), ["a"]),
        (graves(a="cases/b", b="cases/saknas"), ["a", "b"]),
        (graves(a="cases/a"), ["a"]),
        (graves(a="cases/b", b="cases/a"), ["a", "b"]),
        (graves(a="cases/b", b="cases/c", c="cases/b"), ["a", "b", "c"]),
        (graves(a="profiles/b", b=None), ["a"]),  # b was a case
    ],
)
def test_a_redirect_leads_to_a_record_without_going_round(records: dict[str, Data], wrong: list[str]) -> None:
    made = registry(records, present=["cases/trasigt"])
    expected = [("I17b", f"tombstones/{name} redirect", {"value": records[f"tombstones/{name}"]["redirect"]}) for name in wrong]
    assert said(redirects_resolve, made) == expected


@pytest.mark.parametrize(
    ("name", "was", "wrong"), [("granne", "profiles", True), ("granne", "cases", False), ("trasigt", "cases", True), ("borta", "profiles", False)]
)
def test_what_has_a_tombstone_is_gone(name: str, was: str, wrong: bool) -> None:
    made = registry({"profiles/granne": profile(), f"tombstones/{name}": tombstone(was)}, present=["cases/trasigt"])
    assert said(tombstones_of_the_gone, made) == ([("I17d", f"tombstones/{name} was", {"value": f"{was}/{name}"})] if wrong else [])


def test_a_tombstone_that_is_gone_because_its_record_is_back_is_no_loss() -> None:
    made = registry({}, ledger=("tombstones/exempel-ab", "tombstones/borta", "cases/exempel-ab"))
    assert [(where, words["value"]) for _, where, words in said(ledger_resolves, made)] == [
        ("providers/published-ids.txt:2:1", "tombstones/borta"),
        ("providers/published-ids.txt:3:1", "cases/exempel-ab"),
    ]


def remembered(listed: Iterable[str], released: Iterable[str], history: History | None, present: Iterable[str] = ()) -> Registry:
    """A registry with this list, whose last release had these units and of which git remembers this."""
    return replace(registry({}, ledger=tuple(listed), present=present), released=Released(dict.fromkeys(released)), history=history)


@pytest.mark.parametrize(
    ("listed", "released", "history", "lost"),
    [
        ((), (), None, ()),
        ((), (), ("cases/a",), ("cases/a",)),
        (("# cases/a", "  "), (), ("cases/a",), ("cases/a",)),
        ((" cases/a ",), (), ("cases/a",), ()),
        (("cases/a", "cases/ny"), ("cases/a", "cases/b", "cases/b#uppgift"), ("cases/c",), ("cases/b", "cases/c")),
        (("cases/a",), ("cases/a", "cases/b"), None, ("cases/b",)),
        (("cases/a",), ("cases/b",), ("cases/b",), ("cases/b",)),
    ],
)
def test_an_id_that_was_released_or_listed_once_is_still_on_the_list(
    listed: tuple[str, ...], released: tuple[str, ...], history: tuple[str, ...] | None, lost: tuple[str, ...]
) -> None:
    made = remembered(listed, released, None if history is None else History(frozenset(history)))
    expected = [("I17e", "providers/published-ids.txt", {"count": str(len(lost)), "value": ", ".join(lost)})]
    assert said(ids_remembered, made) == (expected if lost else [])


@pytest.mark.parametrize(
    ("count", "value"), [(5, "cases/a1, cases/a2, cases/a3, cases/a4, cases/a5"), (6, "cases/a1, cases/a2, cases/a3, cases/a4, cases/a5 …")]
)
def test_five_of_the_lost_ids_are_named(count: int, value: str) -> None:
    history = History(frozenset(f"cases/a{number}" for number in range(1, count + 1)))
    assert said(ids_remembered, remembered((), (), history)) == [("I17e", "providers/published-ids.txt", {"count": str(count), "value": value})]


@pytest.mark.parametrize(
    ("listed", "released", "said_so"),
    [((), (), False), (("# inget",), (), False), (("profiles/exempel-ab",), (), True), (("cases/a",), ("cases/a",), True), ((), ("cases/a#uppgift",), True)],
)
def test_git_is_missed_only_when_there_is_something_to_remember(listed: tuple[str, ...], released: tuple[str, ...], said_so: bool) -> None:
    made = remembered(listed, released, History(obstacle=("git finns inte", "there is no git")))
    expected = [("I17f", "providers/published-ids.txt", {"reason_sv": "git finns inte", "reason_en": "there is no git"})]
    assert said(ids_remembered, made) == (expected if said_so else [])


def test_that_the_history_is_not_there_is_said_also_of_empty_lists() -> None:
    expected = [("I17f", "providers/published-ids.txt", {"reason_sv": SHALLOW[0], "reason_en": SHALLOW[1]})]
    assert said(ids_remembered, remembered((), (), History(obstacle=SHALLOW))) == expected


def test_the_list_is_its_lines_without_comments() -> None:
    assert published_ids(registry({}, ledger=("# a", " cases/b ", "", "cases/c"))) == {"cases/b", "cases/c"}


@pytest.mark.parametrize(
    ("released", "left", "stopped"),
    [(0, 0, False), (1, 1, False), (1, 0, True), (5, 4, False), (5, 3, True), (10, 8, False), (10, 7, True), (10, 0, True), (40, 32, False), (40, 31, True)],
)
def test_a_release_may_lose_a_fifth_of_the_records(released: int, left: int, stopped: bool) -> None:
    keys = [f"cases/a{number}" for number in range(released)]
    units = [unit for key in keys for unit in (key, f"{key}#uppgift")]
    found = said(fewer_records, remembered((), units, None, present=keys[:left]))
    expected = [("I26b", "providers/released.txt", {"released": str(released), "missing": str(released - left)})]
    assert found == (expected if stopped else [])

"""What was published is found again: the list of ids, tombstones and where they lead on."""

from __future__ import annotations

import pytest
from made import Data, profile, registry, said, tombstone

from generator.registry.rules.ledger import ledger_resolves, redirects_resolve, tombstone_kinds, tombstones_of_the_gone


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


@pytest.mark.parametrize(("was", "suggestion"), [("cases", None), ("terms", None), ("case", "cases"), ("arenden", "")])
def test_a_tombstone_says_which_folder_its_record_lay_in(was: str, suggestion: str | None) -> None:
    found = said(tombstone_kinds, registry({"tombstones/x": tombstone(was)}))
    known = "profiles, cases, schemes, programmes, bodies, sources, terms, corrections, tombstones"
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

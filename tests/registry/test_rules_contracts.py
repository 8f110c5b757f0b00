"""A breach of contract is only what the buyer or a court has decided."""

from __future__ import annotations

import pytest
from made import SAME, profile, registry, said

from generator.registry.rules.contracts import breach_needs_decision


@pytest.mark.parametrize(
    ("cause", "grade", "quotes", "wrong"),
    [
        ("terminated_for_breach", "A", [None], False),
        ("terminated_for_breach", "B", [None], False),
        ("terminated_for_breach", "C", [None], True),
        ("terminated_for_breach", "C", ["Avtalet hävs."], False),
        ("terminated_for_breach", "C", [None, "Avtalet hävs."], False),
        ("terminated_for_breach", "D", ["Avtalet hävs."], True),
        ("terminated_for_breach", "E", ["Avtalet hävs."], True),
        ("terminated_for_breach", None, ["Avtalet hävs."], True),
        ("ended_by_buyer", None, [None], False),
        ("ended_by_buyer", "D", [None], False),
        ("unknown", None, [None], False),
    ],
)
def test_a_breach_rests_on_a_decision(cause: str, grade: str | None, quotes: list[str | None], wrong: bool) -> None:
    ended = {"cause": cause, "grade": grade, "sources": [{"source": "kalla", "locator": "s. 1", "quote": quote} for quote in quotes]}
    contracts = [{"id": "a", "buyer": "myndigheten", **SAME}, {"id": "b", "buyer": "myndigheten", "ended": ended, **SAME}]
    made = registry({"profiles/exempel-ab": profile(contracts=contracts)})
    assert said(breach_needs_decision, made) == ([("I06a", "profiles/exempel-ab contracts.1.ended.cause", {})] if wrong else [])


def test_every_contract_of_every_provider_is_looked_at() -> None:
    ended = {"cause": "terminated_for_breach", "sources": SAME["sources"]}
    contracts = [{"id": name, "buyer": "myndigheten", "ended": ended, **SAME} for name in ("a", "b")]
    made = registry({"profiles/exempel-ab": profile(contracts=contracts), "profiles/granne": profile(contracts=contracts)})
    assert [where for _, where, _ in said(breach_needs_decision, made)] == [
        f"profiles/{name} contracts.{index}.ended.cause" for name in ("exempel-ab", "granne") for index in (0, 1)
    ]

"""A breach of contract is only what the buyer or a court has decided."""

from __future__ import annotations

import pytest
from made import SAME, Data, body, profile, registry, said, source

from generator.registry.rules.contracts import causes_need_decision


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
        ("ended_on_result_level", "A", [None], False),
        ("ended_on_result_level", "B", [None], False),
        ("ended_on_result_level", "C", [None], True),
        ("ended_on_result_level", "C", ["Avtalet förlängs inte."], False),
        ("ended_on_result_level", None, [None], True),
        ("ended_by_buyer", "B", [None], False),
        ("ended_by_buyer", "C", [None], False),
        ("ended_by_buyer", "D", [None], True),
        ("ended_by_buyer", None, [None], True),
        ("ended_by_provider", None, [None], False),
        ("not_extended", None, [None], False),
        ("unknown", None, [None], False),
    ],
)
def test_a_breach_rests_on_a_decision(cause: str, grade: str | None, quotes: list[str | None], wrong: bool) -> None:
    ended = {"cause": cause, "grade": grade, "sources": [{"source": "kalla", "locator": "s. 1", "quote": quote} for quote in quotes]}
    contracts = [{"id": "a", "buyer": "myndigheten", **SAME}, {"id": "b", "buyer": "myndigheten", "ended": ended, **SAME}]
    made = registry({"profiles/exempel-ab": profile(contracts=contracts), "sources/kalla": source(publisher_body="myndigheten")})
    code = "I06a" if cause == "terminated_for_breach" else "I06b"
    assert said(causes_need_decision, made) == ([(code, "profiles/exempel-ab contracts.1.ended.cause", {"cause": cause})] if wrong else [])


@pytest.mark.parametrize("grade", ["A", "B", "C"])
@pytest.mark.parametrize(
    ("published", "official", "edited"),
    [
        (source(), False, False),
        (source(type="post-weblog"), False, False),
        (source(type="article-newspaper"), False, True),
        (source(publisher_body="tidningen"), False, True),
        (source(publisher_body="myndigheten"), True, False),
        (source(publisher_body="fonden"), True, False),
        (source(publisher_body="annan-fond"), False, False),
    ],
)
def test_a_grade_is_no_better_than_its_source(grade: str, published: Data, official: bool, edited: bool) -> None:
    """The fund is the buyer; the other fund is not."""
    ended = {"cause": "ended_by_buyer", "grade": grade, "sources": SAME["sources"]}
    bodies = {"bodies/tidningen": body(kind="media"), "bodies/fonden": body(kind="transition_fund"), "bodies/annan-fond": body(kind="transition_fund")}
    made = registry({"profiles/exempel-ab": profile(contracts=[{"id": "a", "buyer": "fonden", "ended": ended, **SAME}]), "sources/kalla": published, **bodies})
    assert (said(causes_need_decision, made) == []) is (official or (edited and grade == "C"))


def test_every_contract_of_every_provider_is_looked_at() -> None:
    ended = {"cause": "terminated_for_breach", "sources": SAME["sources"]}
    contracts = [{"id": name, "buyer": "myndigheten", "ended": ended, **SAME} for name in ("a", "b")]
    made = registry({"profiles/exempel-ab": profile(contracts=contracts), "profiles/granne": profile(contracts=contracts)})
    assert [where for _, where, _ in said(causes_need_decision, made)] == [
        f"profiles/{name} contracts.{index}.ended.cause" for name in ("exempel-ab", "granne") for index in (0, 1)
    ]

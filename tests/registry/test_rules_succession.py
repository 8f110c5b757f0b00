"""What a predecessor had is not copied to its successor, also when a day or a field is changed."""

from __future__ import annotations

import pytest
from made import CITED, SAME, Data, profile, programme, registry, said

from generator.registry.rules.succession import facts_told_twice

OLD = {"id": "gammalt", "buyer": "myndigheten", "programme": "x", "from": "2015-01", "reference": "A 1", **SAME}


def twice(new: Data, *, taken_over: str | None = "2019-07-01", old: Data | None = None, kind: str = "predecessor") -> bool:
    """Whether the successor's second contract is taken for the predecessor's."""
    own = {"id": "eget", "buyer": "nagon-annan", "programme": "x", "from": "2015-01", **SAME}
    contract = {**{key: value for key, value in OLD.items() if key != "reference"}, "id": "nytt", **new}
    relation = {"kind": kind, "target": "foregangaren", "from": taken_over, "sources": CITED}
    after = profile(name="Efter AB", contracts=[own, contract], relations=[relation])
    before = profile(name="Före AB", contracts=[old or OLD])
    found = said(facts_told_twice, registry({"profiles/efter": after, "profiles/foregangaren": before, "programmes/x": programme()}))
    assert found in ([], [("I16b", "profiles/efter contracts.1", {"other": "Före AB"})])
    return bool(found)


@pytest.mark.parametrize(
    ("new", "copied"),
    [
        ({"from": "2015-01-02"}, True),
        ({"from": "2019-06-30"}, True),
        ({"from": "2019-07-01"}, False),
        ({"from": "2019-07"}, False),
        ({"from": "2020"}, False),
        ({"from": None, "seen": ["2020", "2017"]}, True),
        ({"from": None, "seen": ["2020"]}, False),
        ({"from": None}, False),
        ({"from": "2015-01-02", "programme": None}, True),
        ({"from": "2015-01-02", "programme": "y"}, False),
        ({"from": "2015-01-02", "buyer": "nagon-annan"}, False),
        ({"from": "2015-01-02", "reference": "A 1"}, True),
        ({"from": "2015-01-02", "reference": "B 2"}, False),
    ],
)
def test_a_contract_from_before_is_the_predecessors(new: Data, copied: bool) -> None:
    assert twice(new) is copied


def test_a_number_tells_two_contracts_apart_only_if_both_have_one() -> None:
    assert twice({"from": "2015-01-02", "reference": "B 2"}, old={key: value for key, value in OLD.items() if key != "reference"})


def test_without_a_day_of_the_succession_only_the_same_contract_is_told_twice() -> None:
    assert not twice({"from": "2015-01-02"}, taken_over=None)
    assert twice({"reference": "A 1"}, taken_over=None)


def test_only_a_predecessor_has_something_to_inherit() -> None:
    assert not twice({"from": "2015-01-02"}, kind="parent")


@pytest.mark.parametrize(("start", "copied"), [("2018-01-01", True), ("2018-01-02", False)])
def test_a_label_is_told_twice_when_it_is_the_same(start: str, copied: bool) -> None:
    label = {"id": "a", "scheme": "market", "from": "2018-01-01", **SAME}
    relation = {"kind": "predecessor", "target": "foregangaren", "from": "2019", "sources": CITED}
    after = profile(name="Efter AB", accreditations=[{**label, "from": start}], relations=[relation])
    made = registry({"profiles/efter": after, "profiles/foregangaren": profile(name="Före AB", accreditations=[label])})
    assert bool(said(facts_told_twice, made)) is copied

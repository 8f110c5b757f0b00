"""Contracts on each day: their state is worked out from dated records, and claims only what is certain."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.models.profile import Contract
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import ContractEndCause, ContractState
from generator.registry.states import ContractStatus, contract_status

CITED = [{"source": "kalla", "locator": "s. 1"}]
SAME = {"sources": CITED, "checked_on": "2020-01-01"}
days = st.dates(date(2018, 1, 1), date(2024, 12, 31))
written = st.builds(lambda day, parts: day.isoformat()[: (4, 7, 10)[parts]], days, st.integers(0, 2))


def contract(
    as_of: str, start: str | None = None, end: str | None = None, ended: tuple[str | None, str] | None = None, seen: tuple[str, ...] = ()
) -> ContractStatus:
    data: dict[str, Any] = {"id": "a", "buyer": "b", "from": start, "to": end, "seen": seen, **SAME}
    if ended:
        data["ended"] = {"on": ended[0], "cause": ended[1], "sources": CITED}
    return contract_status(Contract.model_validate(data), date.fromisoformat(as_of))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2020-02-29", "planned"), ("2020-03-01", "active"), ("2021-02-28", "active"), ("2021-03-01", "terminated")],
)
def test_a_contract_with_both_days(as_of: str, expected: str) -> None:
    found = contract(as_of, "2020-03-01", "2021-02-28")
    assert found.state == expected
    assert found.cause == (ContractEndCause.EXPIRED if expected == "terminated" else None)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2019-12-31", "planned"),
        ("2020-01-01", "unknown"),
        ("2020-12-31", "active"),
        ("2021-01-01", "active"),
        ("2021-01-02", "unknown"),
        ("2021-12-31", "unknown"),
        ("2022-01-01", "terminated"),
    ],
)
def test_a_contract_known_to_the_year(as_of: str, expected: str) -> None:
    assert contract(as_of, "2020", "2021").state == expected


@pytest.mark.parametrize(("start", "end"), [("2020-03-01", None), (None, "2021-02-28"), (None, None)])
def test_a_contract_that_lacks_a_day_is_unknown_in_between(start: str | None, end: str | None) -> None:
    assert contract("2020-06-01", start, end).state == ContractState.UNKNOWN


def test_a_contract_without_a_start_ends_all_the_same() -> None:
    assert contract("2021-03-01", None, "2021-02-28") == ContractStatus(ContractState.TERMINATED, ContractEndCause.EXPIRED)


@pytest.mark.parametrize(("as_of", "expected"), [("2020-05-31", "active"), ("2020-06-01", "terminated"), ("2022-01-01", "terminated")])
def test_a_contract_that_was_ended_early(as_of: str, expected: str) -> None:
    found = contract(as_of, "2020-03-01", "2021-02-28", ("2020-06-01", "terminated_for_breach"))
    assert found.state == expected
    assert found.cause == (ContractEndCause.TERMINATED_FOR_BREACH if expected == "terminated" else None)


def test_a_contract_that_ended_on_an_unknown_day_has_ended() -> None:
    assert contract("2020-06-01", "2020-03-01", "2021-02-28", (None, "unknown")) == ContractStatus(ContractState.TERMINATED, ContractEndCause.UNKNOWN)


@pytest.mark.parametrize(("on", "expected"), [("2020-02-29", "cancelled"), ("2020-02", "cancelled"), ("2020-03-01", "terminated"), ("2020", "terminated")])
def test_a_contract_that_was_ended_before_it_began_was_cancelled(on: str, expected: str) -> None:
    found = contract("2020-12-31", "2020-03-01", "2021-02-28", (on, "ended_by_buyer"))
    assert found.state == expected
    assert found.cause == ContractEndCause.ENDED_BY_BUYER


def test_the_day_a_contract_was_last_seen() -> None:
    found = contract("2020-06-01", seen=("2018-05", "2019", "2017-01-01"))
    assert found == ContractStatus(ContractState.UNKNOWN, None, PartialDate(2019))


def test_what_was_seen_after_the_day_does_not_count_on_the_day() -> None:
    assert contract("2018-06-01", seen=("2018-05", "2019-01-01")).last_seen == PartialDate(2018, 5)
    assert contract("2018-04-30", seen=("2018-05", "2019-01-01")).last_seen is None


@given(
    st.one_of(st.none(), written), st.one_of(st.none(), written), st.one_of(st.none(), st.tuples(st.one_of(st.none(), written), st.just("not_extended"))), days
)
def test_a_contract_has_one_state_and_it_claims_only_what_is_certain(
    start: str | None, end: str | None, ended: tuple[str | None, str] | None, as_of: date
) -> None:
    found = contract(as_of.isoformat(), start, end, ended)
    first, last = (PartialDate.parse(day) if day else None for day in (start, end))
    assert (found.cause is not None) == (found.state in (ContractState.TERMINATED, ContractState.CANCELLED))
    match found.state:
        case ContractState.ACTIVE:
            assert first is not None
            assert last is not None
            assert first.latest <= as_of <= last.earliest
            assert ended is None or (ended[0] is not None and PartialDate.parse(ended[0]).earliest > as_of)
        case ContractState.PLANNED:
            assert first is not None
            assert as_of < first.earliest
        case ContractState.TERMINATED:
            assert ended is not None or (last is not None and last.latest < as_of)
        case ContractState.CANCELLED:
            assert ended is not None
        case other:
            assert other is ContractState.UNKNOWN

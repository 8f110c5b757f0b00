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


@pytest.mark.parametrize(
    ("on", "as_of", "expected"),
    [
        ("2020-06", "2020-05-31", "active"),
        ("2020-06", "2020-06-01", "unknown"),
        ("2020-06", "2020-06-29", "unknown"),
        ("2020-06", "2020-06-30", "terminated"),
        ("2020-02", "2020-01-31", "active"),
        ("2020-02", "2020-02-28", "unknown"),
        ("2020-02", "2020-02-29", "terminated"),
        ("2020", "2019-12-31", "active"),
        ("2020", "2020-01-01", "unknown"),
        ("2020", "2020-12-30", "unknown"),
        ("2020", "2020-12-31", "terminated"),
    ],
)
def test_a_partial_end_takes_the_contract_from_its_first_day_and_is_told_from_its_last(on: str, as_of: str, expected: str) -> None:
    found = contract(as_of, "2019-03-01", "2021-02-28", (on, "terminated_for_breach"))
    assert found.state == expected
    assert found.cause == (ContractEndCause.TERMINATED_FOR_BREACH if expected == "terminated" else None)


def test_a_contract_that_may_be_called_off_before_it_begins_is_not_said_to_be_planned() -> None:
    ended = ("2019", "ended_by_buyer")
    assert [contract(day, "2020-03-01", None, ended).state for day in ("2018-12-31", "2019-01-01", "2019-12-31")] == ["planned", "unknown", "cancelled"]


def test_a_contract_whose_time_is_up_is_over_but_not_for_a_cause_that_may_not_have_come() -> None:
    found = [contract(day, "2019-03-01", "2020-06-15", ("2020-06", "terminated_for_breach")) for day in ("2020-06-15", "2020-06-16", "2020-06-30")]
    assert [(one.state, one.cause) for one in found] == [
        ("unknown", None),
        ("terminated", ContractEndCause.UNKNOWN),
        ("terminated", ContractEndCause.TERMINATED_FOR_BREACH),
    ]


@pytest.mark.parametrize(
    ("end", "as_of", "expected"),
    [
        (None, "2018-06-01", "unknown"),
        (None, "2019-12-31", "unknown"),
        (None, "2020-01-01", "terminated"),  # the day we looked
        ("2019-02", "2019-02-27", "unknown"),
        ("2019-02", "2019-02-28", "terminated"),
        ("2021-02-28", "2019-12-31", "unknown"),
        ("2021-02-28", "2020-01-01", "terminated"),
    ],
)
def test_an_end_without_a_day_is_told_when_it_certainly_has_come(end: str | None, as_of: str, expected: str) -> None:
    found = contract(as_of, "2018-03-01", end, (None, "ended_by_buyer"))
    assert found.state == expected
    assert found.cause == (ContractEndCause.ENDED_BY_BUYER if expected == "terminated" else None)


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
    if ended is None:
        certain = False
    elif ended[0] is None:
        certain = as_of >= date(2020, 1, 1) or (last is not None and last.latest <= as_of)
    else:
        certain = PartialDate.parse(ended[0]).latest <= as_of
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
            assert certain or (last is not None and last.latest < as_of)
            assert certain or found.cause in (ContractEndCause.EXPIRED, ContractEndCause.UNKNOWN)
        case ContractState.CANCELLED:
            assert certain
        case other:
            assert other is ContractState.UNKNOWN

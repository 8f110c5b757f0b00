"""Derived states: what the dated records say about a day. Nobody can type these.

Partial dates are compared conservatively: a label is valid only on days that are certainly inside
its period, and expired only when its period is certainly over. An early end takes the label, or the
contract, from the first day that it can have come, and is told from the last. In between the state
is the one of what cannot be decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.records.models.profile import Accreditation, Check, Contract, Profile
from generator.records.models.systems import Scheme
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import (
    AccreditationEnd,
    AccreditationState,
    CheckResult,
    ContractEndCause,
    ContractState,
)

CHECK_LIFETIME_MONTHS = 12

_ENDED: Mapping[AccreditationEnd, AccreditationState] = {
    AccreditationEnd.REVOKED: AccreditationState.REVOKED,
    AccreditationEnd.WITHDRAWN: AccreditationState.WITHDRAWN,
    AccreditationEnd.NO_LONGER_LISTED: AccreditationState.NO_LONGER_LISTED,
}


@dataclass(frozen=True, slots=True)
class AccreditationStatus:
    """State of one scheme for one provider. `period`, `check`: the record that carries the state, if any.

    last_day: the last day of the period, when the state rests on one: of a valid one the first that
    it can be, of an expired one the last. A period with the state `not_checked` is one whose partial
    dates do not tell whether it covers the day.
    """

    state: AccreditationState
    period: Accreditation | None = None
    check: Check | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ContractStatus:
    """State of one contract. `cause`: why it ended, when it has. `last_seen`: the latest day a source shows it."""

    state: ContractState
    cause: ContractEndCause | None = None
    last_seen: PartialDate | None = None


def add_months(day: date, months: int) -> date:
    """The same day of the month later (or earlier), the last of the month when there is none: 31 Jan + 1 = 28 Feb."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(following - timedelta(days=1), date(year, month, 1) + timedelta(days=day.day - 1))


def last_day_of(first: date, months: int) -> date:
    """The last day of whole months that begin on `first`: the day before the same day, or the end of a month that lacks it."""
    same_day = add_months(first, months)
    return same_day if same_day.day < first.day else same_day - timedelta(days=1)


def last_day(period: Accreditation, scheme: Scheme) -> tuple[date, date] | None:
    """Earliest and latest possible last day of a period; None when neither `to` nor the scheme's validity is known."""
    if period.to is not None:
        return period.to.earliest, period.to.latest
    if scheme.validity_months is None:
        return None
    return last_day_of(period.from_.earliest, scheme.validity_months), last_day_of(period.from_.latest, scheme.validity_months)


def accreditation_status(profile: Profile, scheme_id: str, scheme: Scheme, as_of: date) -> AccreditationStatus:
    """State of `scheme` for `profile` on the day `as_of`."""
    periods = sorted(
        (p for p in profile.accreditations if p.scheme == scheme_id and not p.from_.certainly_after(as_of)),
        key=lambda p: (p.from_.earliest, p.from_.latest),
        reverse=True,
    )
    for period in periods:
        ends = last_day(period, scheme)
        may_have_ended = period.ended is not None and not period.ended.on.certainly_after(as_of)
        if not may_have_ended and ends and period.from_.latest <= as_of <= ends[0]:
            return AccreditationStatus(AccreditationState.VALID, period, last_day=ends[0])
    for period in periods:
        if period.ended and period.ended.on.latest <= as_of:
            return AccreditationStatus(_ENDED[period.ended.how], period)
        ends = last_day(period, scheme)
        if ends and ends[1] < as_of:
            return AccreditationStatus(AccreditationState.EXPIRED, period, last_day=ends[1])
        break  # it may cover the day, so an older one that is over says nothing
    check = latest_check(profile.checks, as_of, scheme=scheme_id)
    if check and check.result is CheckResult.NOT_FOUND and not periods:
        return AccreditationStatus(AccreditationState.NOT_FOUND, check=check)
    return AccreditationStatus(AccreditationState.NOT_CHECKED, periods[0] if periods else None, check)


def latest_check(checks: Sequence[Check], as_of: date, *, scheme: str | None = None, programme: str | None = None) -> Check | None:
    """The latest search that reached its register and is at most twelve months old on the day."""
    oldest = add_months(as_of, -CHECK_LIFETIME_MONTHS)
    usable = [
        c
        for c in checks
        if c.result is not CheckResult.UNREACHABLE
        and oldest <= c.on <= as_of
        and (scheme is None or c.scheme == scheme)
        and (programme is None or c.programme == programme)
    ]
    return max(usable, key=lambda c: (c.on, c.id), default=None)


def contract_status(contract: Contract, as_of: date) -> ContractStatus:
    """State of a contract on the day `as_of`."""
    ended, start, end = contract.ended, contract.from_, contract.to
    last_seen = max((d for d in contract.seen if not d.certainly_after(as_of)), key=lambda d: d.latest, default=None)
    if ended and has_ended(contract, as_of):
        before_start = start is not None and ended.on is not None and ended.on.certainly_before(start)
        state = ContractState.CANCELLED if before_start else ContractState.TERMINATED
        return ContractStatus(state, ended.cause, last_seen)
    if ended and (ended.on is None or not ended.on.certainly_after(as_of)):
        if end and end.certainly_before(as_of):
            return ContractStatus(ContractState.TERMINATED, ContractEndCause.UNKNOWN, last_seen)
        return ContractStatus(ContractState.UNKNOWN, last_seen=last_seen)
    if start and start.certainly_after(as_of):
        return ContractStatus(ContractState.PLANNED, last_seen=last_seen)
    if end and end.certainly_before(as_of):
        return ContractStatus(ContractState.TERMINATED, ContractEndCause.EXPIRED, last_seen)
    if start and end and start.latest <= as_of <= end.earliest:
        return ContractStatus(ContractState.ACTIVE, last_seen=last_seen)
    return ContractStatus(ContractState.UNKNOWN, last_seen=last_seen)


def has_ended(contract: Contract, as_of: date) -> bool:
    """True when the early end of a contract had certainly come.

    One without a day had when the contract was over anyway, or when somebody had looked and seen it.
    """
    if contract.ended is None:
        return False
    if contract.ended.on:
        return contract.ended.on.latest <= as_of
    return contract.checked_on <= as_of or (contract.to is not None and contract.to.latest <= as_of)

"""A predecessor's facts are the predecessor's (invariant 16)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Path
from generator.records.models.profile import Accreditation, Contract, Profile
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Lifecycle, RelationKind
from generator.registry.registry import Registry


def facts_before_the_company(registry: Registry) -> Iterator[Problem]:
    """I16a: no label, contract or case of a company was over before the company began."""
    for document in registry.of(Kind.PROFILES):
        began = _began(document.record)
        if began is None:
            continue
        for path, last in _facts(document.record):
            if last and last.certainly_before(began):
                yield document.problem("I16a", path, began=str(began))
        for case in registry.of(Kind.CASES):
            for index, party in enumerate(case.record.parties):
                if party.provider == document.id and (case.record.date_to or case.record.date).certainly_before(began):
                    yield case.problem("I16a", ("parties", index, "provider"), began=str(began))


def facts_told_twice(registry: Registry) -> Iterator[Problem]:
    """I16b: a label or contract stands on the predecessor or on the successor, not on both."""
    for document in registry.of(Kind.PROFILES):
        for relation in document.record.relations:
            other = registry.documents.get(f"{Kind.PROFILES}/{relation.target}")
            if relation.kind is not RelationKind.PREDECESSOR or other is None:
                continue
            known = {_fact(part) for part in (*other.record.accreditations, *other.record.contracts)}
            for path, part in _dated_parts(document.record):
                if _fact(part) in known or (relation.from_ and _copied(part, other.record, relation.from_)):
                    yield document.problem("I16b", path, other=other.record.name)


def _copied(part: Accreditation | Contract, predecessor: Profile, taken_over: PartialDate) -> bool:
    """True for a contract from before the succession with the predecessor's buyer and programme, unless each has a number of its own."""
    if not isinstance(part, Contract):
        return False
    first = min(filter(None, (part.from_, *part.seen)), key=lambda day: day.earliest, default=None)
    if first is None or not first.certainly_before(taken_over):
        return False
    return any(_may_be_one(part, other) for other in predecessor.contracts)


def _may_be_one(contract: Contract, other: Contract) -> bool:
    numbered_apart = contract.reference is not None and other.reference is not None and contract.reference != other.reference
    same_programme = contract.programme is None or contract.programme == other.programme
    return contract.buyer == other.buyer and same_programme and not numbered_apart


def _began(profile: Profile) -> PartialDate | None:
    """When the company began, when the record says it."""
    starts = [event.from_ for event in profile.lifecycle if event.state is Lifecycle.ACTIVE and event.from_]
    return min(starts, key=lambda start: start.latest, default=None)


def _facts(profile: Profile) -> Iterator[tuple[Path, PartialDate | None]]:
    for path, part in _dated_parts(profile):
        seen = max(part.seen, key=lambda day: day.latest, default=None) if isinstance(part, Contract) else None
        yield path, part.to or (part.ended.on if part.ended else None) or seen


def _dated_parts(profile: Profile) -> Iterator[tuple[Path, Accreditation | Contract]]:
    for index, period in enumerate(profile.accreditations):
        yield ("accreditations", index), period
    for index, contract in enumerate(profile.contracts):
        yield ("contracts", index), contract


def _fact(part: Accreditation | Contract) -> tuple[object, ...]:
    """What makes two entries the same fact."""
    if isinstance(part, Contract):
        return ("contract", part.buyer, part.programme, part.reference, part.from_, part.to)
    return ("accreditation", part.scheme, part.from_, part.to)

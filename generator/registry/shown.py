"""What the public is shown, as units with their meaning and as the states that they are in. It is what a release stores and what changes are told from.

Nothing is in it that the publication gate holds back, and of a source that is only a link nothing but the source itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.models.profile import Profile
from generator.records.reader import Document, Root
from generator.records.units import unit_key, units
from generator.records.vocabulary import AccreditationState, Publication
from generator.registry.gate import rulings
from generator.registry.registry import Registry
from generator.registry.released import Meaning, meanings
from generator.registry.releases import States
from generator.registry.states import accreditation_status, contract_status

# The aspects. That of a label ends with the scheme's id; a scheme that has not been searched for has none.
NAME, PROCEDURE, OUTCOME, REPLY, CONTRACT, LABEL, AVAILABILITY = "name", "procedure", "outcome", "reply", "contract", "label/", "availability"
# A label with a period that may cover the day, or may not.
UNDECIDED = "undecided"


def shown_meanings(registry: Registry) -> Mapping[str, Meaning]:
    """The meaning of every unit that is shown, by its key."""
    found: dict[str, Meaning] = {}
    for document in _public(registry):
        hidden = _hidden(registry, document)
        found |= {unit: meaning for unit, meaning in meanings(document).items() if hidden is not None and unit not in hidden}
    return found


def shown_states(registry: Registry) -> States:
    """What can be said in one word of each shown unit, by aspect, on the day of the registry."""
    found: dict[str, dict[str, str]] = {}
    for document in _public(registry):
        hidden = _hidden(registry, document)
        if hidden is None:
            continue
        for unit, aspect, value in _states(registry, document):
            if unit not in hidden:
                found.setdefault(unit, {})[aspect] = value
    return found


def _public(registry: Registry) -> Iterator[Document]:
    return (document for document in registry.documents.values() if document.root is Root.PUBLIC)


def _hidden(registry: Registry, document: Document) -> frozenset[str] | None:
    """The units of a record that are not shown; None when nothing of it is."""
    if document.kind is Kind.CORRECTIONS:
        return frozenset() if _is_shown(registry, document.record.target) else None
    if document.kind is not Kind.CASES:
        return frozenset()
    case: Case = document.record
    decided = [r for r in rulings(registry, case) if r.row.decision is Publication.PUBLISHED]
    if not decided:
        return None
    statements, parties = {id(r.statement) for r in decided}, {id(r.party) for r in decided}
    shown = statements | parties | {id(case)}
    return frozenset(unit_key(document.key, unit.anchor) for unit in units(case) if id(unit.model) not in shown)


def _is_shown(registry: Registry, target: str) -> bool:
    """True unless a correction is of something that is held back."""
    document = registry.documents.get(target.partition("#")[0])
    if document is None or document.kind is Kind.CORRECTIONS:
        return True
    hidden = _hidden(registry, document)
    return hidden is not None and target not in hidden


def _states(registry: Registry, document: Document) -> Iterator[tuple[str, str, str]]:
    """Unit, aspect and value."""
    record, key, day = document.record, document.key, registry.as_of
    if getattr(record, "name", None):
        yield key, NAME, record.name
    if isinstance(record, Profile):
        for scheme in registry.of(Kind.SCHEMES):
            status = accreditation_status(record, scheme.id, scheme.record, day)
            if status.state is not AccreditationState.NOT_CHECKED:
                yield key, f"{LABEL}{scheme.id}", status.state.value
            elif status.period:
                yield key, f"{LABEL}{scheme.id}", UNDECIDED
        for contract in record.contracts:
            yield f"{key}#{contract.id}", CONTRACT, contract_status(contract, day).state.value
    if isinstance(record, Case):
        for unit in units(record):
            if isinstance(unit.model, Party):
                party = unit_key(key, unit.anchor)
                yield party, PROCEDURE, unit.model.procedure.value
                yield party, OUTCOME, unit.model.outcome.value
                yield party, REPLY, unit.model.reply.state.value
    if document.kind is Kind.SOURCES:
        yield key, AVAILABILITY, record.availability.value

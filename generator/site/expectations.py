"""What the records say must stand on the pages, so that a template that loses it is found before anybody reads the page.

Worked out from the records and the gate alone, not from the views that make the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.records.models import Kind
from generator.records.models.base import parts
from generator.records.models.case import Party
from generator.records.models.evidence import CaseStatement, Citation
from generator.records.models.profile import Measure
from generator.records.models.systems import Figure
from generator.records.reader import Document
from generator.records.vocabulary import Availability, ContractState, Publication
from generator.registry.gate import rulings
from generator.registry.registry import Registry
from generator.registry.states import contract_status, latest_check
from generator.site import routes
from generator.site.views.parties import party_key

_MOST_POINTS_APART = 20
_NOT_HAD = frozenset({ContractState.PLANNED, ContractState.PENDING, ContractState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Expected:
    """One mark that a page must have. `code`: the problem when it is not there."""

    code: str
    url: str
    attribute: str
    value: str


def expected_marks(registry: Registry) -> Iterator[Expected]:
    """Every mark that the site of a registry must have."""
    for document in registry.of(Kind.CASES):
        yield from _case(registry, document)
    if _unequal(registry):
        yield from (
            Expected("I23a", routes.page(page.slug), "data-symmetri", "olika") for page in registry.pages if page.fields.get("template") == "comparison"
        )
    for document in registry.documents.values():
        url = routes.record(document.kind, document.id) or ""
        for _, part in parts(document.record):
            if isinstance(part, Figure):
                yield Expected("I12a", url, "data-siffra", part.id)
            if isinstance(part, Measure):
                yield Expected("I13a", url, "data-matning", part.id)


def _unequal(registry: Registry) -> bool:
    """True when the share of providers searched for in twelve months differs by more than 20 points between those with a contract and those without."""
    buyers = {body.id for body in registry.of(Kind.BODIES) if body.record.employment_service}
    groups: dict[bool, list[bool]] = {True: [], False: []}
    for document in registry.of(Kind.PROFILES):
        states = {contract_status(c, registry.as_of).state for c in document.record.contracts if c.buyer in buyers}
        groups[bool(states - _NOT_HAD)].append(latest_check(document.record.checks, registry.as_of) is not None)
    with_contract, without = groups[True], groups[False]
    if not with_contract or not without:
        return False
    return abs(Fraction(sum(with_contract), len(with_contract)) - Fraction(sum(without), len(without))) * 100 > _MOST_POINTS_APART


def _case(registry: Registry, document: Document) -> Iterator[Expected]:
    """Each published statement of a case, with its answers, on the case's page and on the page of each party that is named."""
    url = routes.record(Kind.CASES, document.id) or ""
    for ruling in rulings(registry, document.record):
        if ruling.row.decision is not Publication.PUBLISHED:
            continue
        yield from _statement(registry, url, document, ruling.statement, ruling.party)
        if ruling.party.provider:
            yield from _statement(registry, routes.record(Kind.PROFILES, ruling.party.provider) or "", document, ruling.statement, ruling.party)


def _statement(registry: Registry, url: str, document: Document, statement: CaseStatement, party: Party) -> Iterator[Expected]:
    key = f"{document.key}#{statement.id}"
    yield Expected("I26c", url, "data-uppgift", key)
    yield Expected("I11a", url, "data-svar", party_key(document, party))
    if all(_gone(registry, citation) for citation in statement.sources):
        yield Expected("I20a", url, "data-borttagen", key)


def _gone(registry: Registry, citation: Citation) -> bool:
    source = registry.record(Kind.SOURCES, citation.source)
    return source.availability is Availability.GONE and source.archive is None

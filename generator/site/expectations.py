"""What the records say must stand on the pages, so that a template that loses it is found before anybody reads the page.

Worked out from the records and the gate alone, not from the views that make the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.base import parts
from generator.records.models.case import Party
from generator.records.models.evidence import CaseStatement, Citation
from generator.records.models.profile import Measure
from generator.records.models.systems import Figure
from generator.records.reader import Document
from generator.records.vocabulary import Availability, Publication
from generator.registry.gate import rulings
from generator.registry.registry import Registry
from generator.site import routes
from generator.site.views.parties import party_key


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
    for document in registry.documents.values():
        url = routes.record(document.kind, document.id) or ""
        for _, part in parts(document.record):
            if isinstance(part, Figure):
                yield Expected("I12a", url, "data-siffra", part.id)
            if isinstance(part, Measure):
                yield Expected("I13a", url, "data-matning", part.id)


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

"""Where each statement is cited: on the page beside that of its own record, wherever else it is shown."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from generator.records.models import Kind
from generator.records.models.evidence import Evidence
from generator.records.models.profile import Accreditation, Contract, Measure
from generator.records.models.systems import Figure
from generator.records.reader import Document, Root
from generator.records.units import Unit, units
from generator.records.vocabulary import Publication
from generator.registry.gate import Ruling, publication
from generator.site import routes

_CITED = (Evidence, Figure, Contract, Accreditation, Measure)
Decided = Mapping[str, tuple[Ruling, ...]]


def is_citable(document: Document, decided: Decided, unheard: Container[str]) -> bool:
    """True for a record whose page is public and can be cited.

    A source that names a provider which has not been heard cannot: its headline would travel without saying so.
    """
    if routes.page_of(document.kind, document.id) is None or document.root is Root.INTAKE:
        return False
    if document.kind is Kind.CASES:
        return publication(decided[document.id]) is Publication.PUBLISHED
    return document.kind is not Kind.SOURCES or document.id not in unheard


def published_units(document: Document, decided: Decided) -> Iterator[Unit]:
    """The units of a record that are public: all, but of a case only what the gate lets through. decided: the gate's rulings on each case."""
    if document.kind is not Kind.CASES:
        yield from units(document.record)
        return
    shown = [r for r in decided[document.id] if r.row.decision is Publication.PUBLISHED]
    parties = {id(r.party) for r in shown}
    statements = {id(r.statement) for r in shown}
    for unit in units(document.record):
        if not unit.anchor or id(unit.model) in parties or id(unit.model) in statements:
            yield unit


def cited_units(documents: Mapping[str, Document], decided: Decided, unheard: Container[str]) -> Mapping[int, str]:
    """The address at which each part with an anchor of its own is cited, by the identity of the part; without base path and language."""
    found = {}
    for document in documents.values():
        url = routes.page_of(document.kind, document.id)
        if url and is_citable(document, decided, unheard):
            for unit in published_units(document, decided):
                if isinstance(unit.model, _CITED):
                    found[id(unit.model)] = f"{routes.citing(url)}#{unit.anchor}"
    return found

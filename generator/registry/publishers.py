"""Who stands behind a source: the body that published it, and which grade of evidence it can carry (invariants 1, 4, 6 and 7).

A grade is a claim about a source, so it is held against the source. Only a source that says who published it
(`publisher_body`) can be an authority's; a newspaper or a broadcast may also be known by its type.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.records.models import Kind
from generator.records.models.evidence import Citation
from generator.records.models.profile import Contract
from generator.records.reader import Document
from generator.records.vocabulary import BodyKind, Grade, Interest, SourceType
from generator.registry.registry import Registry

_AUTHORITIES = frozenset({BodyKind.AUTHORITY, BodyKind.COURT, BodyKind.PARLIAMENT})
# Who buys without being an authority. A trade body, a union or a medium does not become one by being called the buyer.
_OTHER_BUYERS = frozenset({BodyKind.TRANSITION_FUND, BodyKind.OTHER})
_EDITED = frozenset({SourceType.ARTICLE_NEWSPAPER, SourceType.BROADCAST})


def publisher(registry: Registry, source: str) -> Document | None:
    """The body that published a source, when the record of the source names one."""
    cited = registry.documents.get(f"{Kind.SOURCES}/{source}")
    return registry.documents.get(f"{Kind.BODIES}/{cited.record.publisher_body}") if cited else None


def is_kind(registry: Registry, source: str, *kinds: BodyKind) -> bool:
    """True for a source that a body of one of these kinds published."""
    body = publisher(registry, source)
    return body is not None and body.record.kind in kinds


def is_official(registry: Registry, source: str, buyers: Collection[str | None] = ()) -> bool:
    """True for a source that an authority, a court, parliament, the government or one of these buyers published."""
    body = publisher(registry, source)
    return body is not None and (body.record.kind in _AUTHORITIES or (body.id in buyers and body.record.kind in _OTHER_BUYERS))


def is_edited(registry: Registry, source: str) -> bool:
    """True for a source with a responsible editor."""
    cited = registry.documents.get(f"{Kind.SOURCES}/{source}")
    return cited is not None and (cited.record.type in _EDITED or is_kind(registry, source, BodyKind.MEDIA))


def carries(registry: Registry, sources: Iterable[Citation], grade: Grade, buyers: Collection[str | None] = ()) -> bool:
    """True when one of the sources is of the sort that the grade promises, or better. Anything carries D and E."""
    if grade not in (Grade.A, Grade.B, Grade.C):
        return True
    edited_is_enough = grade is Grade.C
    return any(is_official(registry, c.source, buyers) or (edited_is_enough and is_edited(registry, c.source)) for c in sources)


def is_somebody_elses(registry: Registry, source: str, names: Collection[str]) -> bool:
    """True for a source that an organisation stands for that is not the provider, whose names these are."""
    cited = registry.documents.get(f"{Kind.SOURCES}/{source}")
    if cited is None or cited.record.interest is Interest.PROVIDER or cited.record.publisher in names:
        return False
    return publisher(registry, source) is not None or is_edited(registry, source)


def buyers_of(registry: Registry, document: Document) -> frozenset[str | None]:
    """Who buys what a record is about: the buyer of a case, of its programme, of a programme itself, or of a provider's contracts."""
    record = document.record
    if document.kind is Kind.CASES:
        programme = registry.documents.get(f"{Kind.PROGRAMMES}/{record.programme}")
        return frozenset({record.buyer, programme.record.buyer if programme else None})
    if document.kind is Kind.PROGRAMMES:
        return frozenset({record.buyer})
    contracts: tuple[Contract, ...] = record.contracts if document.kind is Kind.PROFILES else ()
    return frozenset(contract.buyer for contract in contracts)

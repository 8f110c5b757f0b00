"""Sources: what carries a statement (invariant 1), where the copy lies (20) and whose interest it has (24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.editorial import Source
from generator.records.models.evidence import Statement
from generator.records.reader import Document
from generator.records.vocabulary import Availability, BodyKind, Interest
from generator.registry.names import own_names
from generator.registry.registry import Link, Registry

# The interest that a body has in what it publishes about its own field.
_OF_KIND: Mapping[BodyKind, Interest] = {
    BodyKind.TRANSITION_FUND: Interest.SCHEME_OWNER,
    BodyKind.UNION: Interest.UNION,
    BodyKind.TRADE_BODY: Interest.TRADE_BODY,
}


def interest_explained(registry: Registry) -> Iterator[Problem]:
    """I24a: an interest other than none has a note that readers understand."""
    for document in registry.of(Kind.SOURCES):
        if document.record.interest is not Interest.NONE and document.record.interest_note is None:
            yield document.problem("I24a", ("interest",), interest=document.record.interest)


def adverse_graded(registry: Registry) -> Iterator[Problem]:
    """I01c: what is said against somebody has a grade, which chooses the verb on the page."""
    for document in registry.documents.values():
        for path, part in document.parts:
            if isinstance(part, Statement) and part.kind.adverse and part.grade is None:
                yield document.problem("I01c", path, kind=part.kind)


def interest_declared(registry: Registry) -> Iterator[Problem]:
    """I24b: what an issuer, a fund, a union, a trade body, a provider or the buyer of what it is cited for publishes has an interest."""
    issuers = {body for scheme in registry.of(Kind.SCHEMES) for body in _issuers(scheme)}
    bodies = {name: body.id for body in registry.of(Kind.BODIES) for name in own_names(body)}
    providers = {name for profile in registry.of(Kind.PROFILES) for name in own_names(profile)}
    websites = {_host(profile.record.website) for profile in registry.of(Kind.PROFILES) if profile.record.website}
    for document in registry.of(Kind.SOURCES):
        source: Source = document.record
        body = registry.documents.get(f"{Kind.BODIES}/{source.publisher_body or bodies.get(source.publisher)}")
        interest = _interest_of(registry, document, body, issuers) if body else None
        if interest is None and (source.publisher in providers or (source.url and _host(source.url) in websites)):
            interest = Interest.PROVIDER
        if source.interest is Interest.NONE and interest is not None:
            yield document.problem(
                "I24b", ("publisher",), publisher=source.publisher, interest=interest.value, role_sv=interest.label_sv, role_en=interest.label_en
            )


def _interest_of(registry: Registry, source: Document, body: Document, issuers: set[str]) -> Interest | None:
    """An authority does much else, so only what the source is cited for tells; for others it is what they are there for."""
    links = registry.backlinks.get(source.key, ())
    owner = any(link.document.kind is Kind.SCHEMES and body.id in _issuers(link.document) for link in links)
    if owner or (body.id in issuers and body.record.kind is not BodyKind.AUTHORITY):
        return Interest.SCHEME_OWNER
    if body.record.kind in _OF_KIND:
        return _OF_KIND[body.record.kind]
    return Interest.BUYER if any(_buyer(link) == body.id for link in links) else None


def _issuers(scheme: Document) -> set[str]:
    return {body for body in (scheme.record.issuer, scheme.record.board) if body}


def _buyer(link: Link) -> str | None:
    """Who buys what the source is cited for."""
    record = link.document.record
    if link.document.kind in (Kind.CASES, Kind.PROGRAMMES):
        return str(record.buyer)
    in_contract = link.document.kind is Kind.PROFILES and link.path[0] == "contracts"
    return str(record.contracts[link.path[1]].buyer) if in_contract else None


def copies_elsewhere(registry: Registry) -> Iterator[Problem]:
    """I20b: an archived copy is there, and somebody else keeps it than who published the page."""
    for document in registry.of(Kind.SOURCES):
        source: Source = document.record
        if source.availability is Availability.GONE_ARCHIVED and source.archive is None:
            yield document.problem("I20b", ("availability",), reason_sv="ingen kopia är angiven", reason_en="no copy is given")
        if source.archive and source.url and _host(source.archive.url) == _host(source.url):
            yield document.problem(
                "I20b",
                ("archive", "url"),
                reason_sv="den ligger på samma webbplats som källan, så den försvinner med den",
                reason_en="it lies on the same site as the source and goes when that goes",
            )


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")

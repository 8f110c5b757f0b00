"""Accreditation periods (invariants 3, 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.profile import Accreditation
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationEnd, BodyKind, CheckResult
from generator.registry.publishers import publisher
from generator.registry.registry import Registry
from generator.registry.states import last_day, last_day_of


def _periods(registry: Registry) -> Iterator[tuple[Document, int, Accreditation, Document]]:
    """Each period of each profile with its scheme, where the scheme exists."""
    for document in registry.of(Kind.PROFILES):
        for index, period in enumerate(document.record.accreditations):
            scheme = registry.documents.get(f"{Kind.SCHEMES}/{period.scheme}")
            if scheme:
                yield document, index, period, scheme


def periods_fit_validity(registry: Registry) -> Iterator[Problem]:
    """I03a: no period is longer than the scheme's validity. I03c: the last day can be computed."""
    for document, index, period, scheme in _periods(registry):
        months = scheme.record.validity_months
        if period.to is None and months is None:
            yield document.problem("I03c", ("accreditations", index))
        # Conservative: only a period that is too long however its partial dates fell is wrong.
        if period.to is not None and months is not None and period.to.earliest > last_day_of(period.from_.latest, months):
            yield document.problem("I03a", ("accreditations", index, "to"), months=str(months), scheme=scheme.record.name)


def overlaps(registry: Registry) -> Iterator[Problem]:
    """I03b: two periods of one scheme do not certainly share a day."""
    by_scheme: dict[tuple[str, str], list[tuple[int, Accreditation, Document]]] = {}
    for document, index, period, scheme in _periods(registry):
        earlier_ones = by_scheme.setdefault((document.key, scheme.key), [])
        for other_index, other, _ in earlier_ones:
            if _overlap(period, other, scheme):
                line = document.source.place(("accreditations", other_index))[0]
                yield document.problem("I03b", ("accreditations", index), line=str(line))
        earlier_ones.append((index, period, document))


def _overlap(one: Accreditation, two: Accreditation, scheme: Document) -> bool:
    first, second = sorted((one, two), key=lambda p: (p.from_.latest, p.id))
    ends = last_day(first, scheme.record)
    if ends is None:
        return False
    end = ends[0]
    if first.ended:
        end = min(end, first.ended.on.earliest)
    return second.from_.latest <= end


def revoked_by_issuer(registry: Registry) -> Iterator[Problem]:
    """I04a: `revoked` has a source published by the issuer or an authority."""
    for document, index, period, scheme in _periods(registry):
        if period.ended and period.ended.how is AccreditationEnd.REVOKED:
            publishers = [publisher(registry, citation.source) for citation in period.ended.sources]
            if not any(p and (p.id == scheme.record.issuer or p.record.kind is BodyKind.AUTHORITY) for p in publishers):
                yield document.problem("I04a", ("accreditations", index, "ended", "how"))


def found_without_period(registry: Registry) -> Iterator[Problem]:
    """I05a: a hit in a register that no period explains cannot become a state, so somebody should look."""
    for document in registry.of(Kind.PROFILES):
        schemes = {period.scheme for period in document.record.accreditations}
        for index, check in enumerate(document.record.checks):
            if check.result is CheckResult.FOUND and check.scheme and check.scheme not in schemes:
                yield document.problem("I05a", ("checks", index, "result"), on=check.on.isoformat())

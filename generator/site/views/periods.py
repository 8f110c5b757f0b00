"""What the dates of a record say of when something was so: what is certain, and what can be, for the pictures of time."""

from __future__ import annotations

from generator.records.models.profile import Accreditation, Contract, Relation
from generator.records.models.systems import Scheme
from generator.records.partial_date import PartialDate
from generator.registry.states import last_day
from generator.site.pictures.scales import Span
from generator.site.pictures.time_chart import Period


def accreditation_period(accreditation: Accreditation, scheme: Scheme) -> Period:
    """When a label was valid."""
    start, ended = accreditation.from_, accreditation.ended
    ends = (ended.on.earliest, ended.on.latest) if ended else last_day(accreditation, scheme)
    if ends is None:
        return Period(_sure(start, start), Span.of(start), open_end=True)
    sure = Span(start.latest, ends[0]) if start.latest <= ends[0] else None
    return Period(sure, Span(start.earliest, max(ends[1], start.latest)))


def contract_period(contract: Contract) -> Period | None:
    """When a contract was in force; None for one without any date, and for one that was called off before it began.

    On two days that sources show it, it was there in between too.
    """
    start, ended = contract.from_, contract.ended
    end = (ended.on if ended.on else None) if ended else contract.to
    if start and end and end.certainly_before(start):
        return None
    known = [d for d in (start, *contract.seen, end) if d]
    if not known:
        return None
    first, last = min(d.latest for d in known), max(d.earliest for d in known)
    possible_first = start.earliest if start else min(d.earliest for d in known)
    possible_last = max(d.latest for d in known)
    if end is None and contract.to:
        possible_last = max(possible_last, contract.to.latest)
    elif end is not None:
        possible_last = max(end.latest, last)
    sure = Span(first, last) if first <= last else None
    return Period(sure, Span(possible_first, possible_last), open_start=start is None, open_end=end is None and contract.to is None)


def relation_period(relation: Relation) -> Period | None:
    """When a relation held; None for one without any date."""
    return span_period(relation.from_, relation.to, goes_on=True)


def span_period(start: PartialDate | None, end: PartialDate | None, *, goes_on: bool = False) -> Period | None:
    """A time between two dates; None without any. goes_on: without an end it may have gone on."""
    only = start or end
    if only is None:
        return None
    if start is None or end is None:
        return Period(_sure(only, only), Span.of(only), open_start=start is None, open_end=goes_on and end is None)
    return Period(_sure(start, end), Span.of(start, end))


def _sure(start: PartialDate, end: PartialDate) -> Span | None:
    return Span(start.latest, end.earliest) if start.latest <= end.earliest else None

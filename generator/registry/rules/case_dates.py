"""What comes first in a case (invariant 18): it begins, the provider is asked, answers, and it ends; somebody searches when there is something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Path
from generator.records.models.case import Case, Party
from generator.records.models.evidence import Evidence
from generator.records.partial_date import PartialDate
from generator.records.reader import Document
from generator.records.vocabulary import ReplyState
from generator.registry.registry import Registry

Day = PartialDate | date
# An answer in a source may have been given to somebody else, before the case began for us.
_ANSWERS_TO_US = frozenset({ReplyState.REPLIED, ReplyState.DECLINED})


def asked_answered_ended(registry: Registry) -> Iterator[Problem]:
    """I18a: nobody is asked, answers us or is cleared before the case began, nor answers before it was asked."""
    for document in registry.of(Kind.CASES):
        for index, party in enumerate(document.record.parties):
            for path, end, start_name, start in _in_turn(document.record, party):
                if _partial(end).certainly_before(start):
                    yield document.problem("I18a", ("parties", index, *path), start_name=start_name, start=str(start), end_name=str(path[-1]), end=str(end))


def _in_turn(case: Case, party: Party) -> Iterator[tuple[Path, Day, str, Day]]:
    """What must not lie before what: where the later stands and its day, the name of the earlier and its day."""
    reply = party.reply
    if reply.asked_on:
        said = _said_first(case, party)
        # A case that is dated back is not older for it: nobody can be asked of what nobody had said yet.
        late = said is not None and said.certainly_after(case.date)
        yield ("reply", "asked_on"), reply.asked_on, "statements date" if said and late else "date", said if said and late else case.date
    if reply.answered_on and reply.asked_on:
        yield ("reply", "answered_on"), reply.answered_on, "asked_on", reply.asked_on
    elif reply.answered_on and reply.state in _ANSWERS_TO_US:
        yield ("reply", "answered_on"), reply.answered_on, "date", case.date
    if party.outcome_on:
        yield ("outcome_on",), party.outcome_on, "date", case.date


def _said_first(case: Case, party: Party) -> PartialDate | None:
    """The earliest day of what is said of the party; None when something of it has no day."""
    days = [s.date for s in case.statements if s.kind.answerable and (not s.about or party.provider in s.about)]
    dated = [day for day in days if day]
    return min(dated, key=lambda day: day.earliest) if dated and len(dated) == len(days) else None


def searched_when_said(registry: Registry) -> Iterator[Problem]:
    """I18c: what speaks against a statement is searched for when it has happened and one of its sources is out."""
    for document in registry.documents.values():
        for path, part in document.parts:
            if not isinstance(part, Evidence) or part.counter is None or part.counter.searched_on is None:
                continue
            searched = part.counter.searched_on
            for name, start in _said(registry, document, part):
                if start.certainly_after(searched):
                    yield document.problem(
                        "I18c", (*path, "counter", "searched_on"), later_name="searched_on", later=str(searched), earlier_name=name, earlier=str(start)
                    )
                    break


def _said(registry: Registry, document: Document, part: Evidence) -> Iterator[tuple[str, PartialDate]]:
    happened = part.date or (document.record.date if document.kind is Kind.CASES else None)
    if happened:
        yield "date", happened
    cited = [registry.documents.get(f"{Kind.SOURCES}/{citation.source}") for citation in part.sources]
    out = [(source.record.issued, source.id) for source in cited if source and source.record.issued]
    if out and len(out) == len(cited):
        issued, source_id = min(out, key=lambda one: one[0].earliest)
        yield f"sources/{source_id} issued", issued


def _partial(day: Day) -> PartialDate:
    return day if isinstance(day, PartialDate) else PartialDate.from_date(day)

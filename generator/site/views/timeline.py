"""The timeline of a case: what happened, in the order that it happened; what only has a year comes last in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.models.editorial import Source
from generator.records.models.evidence import CaseStatement
from generator.records.partial_date import PartialDate
from generator.records.reader import Document
from generator.records.vocabulary import Grade, StatementKind
from generator.site.maker import Maker, medium
from generator.site.swedish import capital, day_text, span_text
from generator.site.views.parties import reply_anchor


@dataclass(frozen=True, slots=True)
class EventView:
    """One thing that happened. `url`: where on the page it is told in full."""

    when: str
    text: str
    url: str


def timeline(maker: Maker, document: Document, statements: Iterable[CaseStatement], parties: Iterable[Party]) -> tuple[EventView, ...]:
    """What a case's dates and its shown statements, outcomes and answers say of when things happened."""
    events = [*_matter(document.record), *_statements(maker, statements), *_parties(maker, document, parties)]
    ordered = {(view.when, view.text): view for _, view in sorted(events, key=lambda event: (event[0].latest, event[0].earliest), reverse=True)}
    return tuple(reversed(ordered.values()))


def _matter(case: Case) -> Iterator[tuple[PartialDate, EventView]]:
    """The time that the matter is about, where the record knows how long that was."""
    if case.date_to:
        yield case.date, EventView(span_text(case.date, case.date_to), "Det som ärendet gäller", "#avsnitt-uppgifter")


# What somebody has done; any other kind is something said.
_WORDS: Mapping[StatementKind, str] = {StatementKind.FINDING: "Konstaterat", StatementKind.MEASURE_TAKEN: "Åtgärd"}


def _statements(maker: Maker, statements: Iterable[CaseStatement]) -> Iterator[tuple[PartialDate, EventView]]:
    for statement in statements:
        if statement.date:
            when = span_text(statement.date, statement.date_to) if statement.date_to else day_text(statement.date)
            yield statement.date, EventView(when, _words(maker, statement), f"#{statement.id}")


def _words(maker: Maker, statement: CaseStatement) -> str:
    """`Påstående, SVT`, `Konstaterat av Riksrevisionen` or `Åtgärd av Malmö stad, enligt SVT`: never the claim itself.

    A medium that carries a finding or a measure has neither found nor done it.
    """
    source: Source = maker.registry.record(Kind.SOURCES, statement.sources[0].source)
    carrier = medium(source)
    word = _WORDS.get(statement.kind)
    if word is None:
        return f"{capital(statement.kind.label_sv)}, {maker.sayers(statement) or carrier}"
    if statement.grade is not Grade.C:
        return f"{word} av {maker.sayers(statement) or carrier}"
    others = maker.sayers(statement, besides=source.publisher_body)
    return f"{word} av {others}, enligt {carrier}" if others else f"{word}, enligt {carrier}"


def _parties(maker: Maker, document: Document, parties: Iterable[Party]) -> Iterator[tuple[PartialDate, EventView]]:
    for party in parties:
        name, reply, answer = maker.link(Kind.PROFILES, party.provider).text if party.provider else "", party.reply, f"#{reply_anchor(document, party)}"
        if party.outcome_on and party.outcome.settled:
            yield (
                party.outcome_on,
                EventView(day_text(party.outcome_on), f"Utfall{f' för {name}' if name else ''}: {party.outcome.label_sv}", "#avsnitt-utfall"),
            )
        if reply.asked_on:
            yield PartialDate.from_date(reply.asked_on), EventView(day_text(reply.asked_on), f"Vi frågade {name}", answer)
        if reply.answered_on:
            yield reply.answered_on, EventView(day_text(reply.answered_on), f"{name} svarade", answer)

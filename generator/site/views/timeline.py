"""The timeline of a case: what happened, in the order that it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.case import Party
from generator.records.models.evidence import CaseStatement
from generator.records.partial_date import PartialDate
from generator.records.reader import Document
from generator.records.vocabulary import StatementKind
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
    """What a case's shown statements, outcomes and answers say of when things happened; empty when they all fall on one date."""
    events = [*_statements(maker, statements), *_parties(maker, document, parties)]
    ordered = {(view.when, view.text): view for _, view in sorted(events, key=lambda event: (event[0].earliest, event[0].latest), reverse=True)}
    views = tuple(reversed(ordered.values()))
    return views if len({view.when for view in views}) > 1 else ()


def _statements(maker: Maker, statements: Iterable[CaseStatement]) -> Iterator[tuple[PartialDate, EventView]]:
    for statement in statements:
        if statement.date:
            when = span_text(statement.date, statement.date_to) if statement.date_to else day_text(statement.date)
            yield statement.date, EventView(when, _words(maker, statement), f"#{statement.id}")


def _words(maker: Maker, statement: CaseStatement) -> str:
    """`Påstående i SVT`, `Konstaterat av Riksrevisionen` or `Åtgärd av Arbetsförmedlingen`: never the claim itself."""
    carrier = medium(maker.registry.record(Kind.SOURCES, statement.sources[0].source))
    sayers = maker.sayers(statement)
    match statement.kind:
        case StatementKind.FINDING:
            return f"Konstaterat av {sayers or carrier}"
        case StatementKind.MEASURE_TAKEN:
            return f"Åtgärd av {sayers}" if sayers else f"Åtgärd, enligt {carrier}"
        case _:
            return f"{capital(statement.kind.label_sv)}, {carrier}"


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

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
from generator.site.language import N_
from generator.site.leads import medium
from generator.site.maker import Maker
from generator.site.swedish import capital
from generator.site.views.parties import reply_anchor


@dataclass(frozen=True, slots=True)
class EventView:
    """One thing that happened. `url`: where on the page it is told in full."""

    when: str
    text: str
    url: str


def timeline(maker: Maker, document: Document, statements: Iterable[CaseStatement], parties: Iterable[Party]) -> tuple[EventView, ...]:
    """What a case's dates and its shown statements, outcomes and answers say of when things happened."""
    events = [*_matter(maker, document.record), *_statements(maker, statements), *_parties(maker, document, parties)]
    ordered = {(view.when, view.text): view for _, view in sorted(events, key=lambda event: (event[0].latest, event[0].earliest), reverse=True)}
    return tuple(reversed(ordered.values()))


def _matter(maker: Maker, case: Case) -> Iterator[tuple[PartialDate, EventView]]:
    """The time that the matter is about, where the record knows how long that was."""
    if case.date_to:
        yield case.date, EventView(maker.words.span(case.date, case.date_to), maker.words.t("Det som ärendet gäller"), "#avsnitt-uppgifter")


# What somebody has done; any other kind is something said.
_BY: Mapping[StatementKind, str] = {StatementKind.FINDING: N_("Konstaterat av {who}"), StatementKind.MEASURE_TAKEN: N_("Åtgärd av {who}")}
_BY_ACCORDING_TO: Mapping[StatementKind, str] = {
    StatementKind.FINDING: N_("Konstaterat av {who}, enligt {carrier}"),
    StatementKind.MEASURE_TAKEN: N_("Åtgärd av {who}, enligt {carrier}"),
}
_ACCORDING_TO: Mapping[StatementKind, str] = {
    StatementKind.FINDING: N_("Konstaterat, enligt {carrier}"),
    StatementKind.MEASURE_TAKEN: N_("Åtgärd, enligt {carrier}"),
}


def _statements(maker: Maker, statements: Iterable[CaseStatement]) -> Iterator[tuple[PartialDate, EventView]]:
    """What was said, found and done. Background is none of them."""
    for statement in statements:
        if statement.date and statement.kind is not StatementKind.CONTEXT:
            when = maker.words.span(statement.date, statement.date_to) if statement.date_to else maker.words.day(statement.date)
            yield statement.date, EventView(when, _words(maker, statement), f"#{statement.id}")


def _words(maker: Maker, statement: CaseStatement) -> str:
    """`Påstående, SVT`, `Konstaterat av Riksrevisionen` or `Åtgärd av Malmö stad, enligt SVT`: never the claim itself.

    A medium that carries a finding or a measure has neither found nor done it.
    """
    source: Source = maker.registry.record(Kind.SOURCES, statement.sources[0].source)
    words, kind = maker.words, statement.kind
    carrier = words.own(medium(source))
    if kind not in _BY:
        return words.t("{kind}, {who}", kind=capital(words.label(kind)), who=maker.sayers(statement) or carrier)
    if statement.grade is not Grade.C:
        return words.t(_BY[kind], who=maker.sayers(statement) or carrier)
    others = maker.sayers(statement, besides=source.publisher_body)
    return words.t(_BY_ACCORDING_TO[kind], who=others, carrier=carrier) if others else words.t(_ACCORDING_TO[kind], carrier=carrier)


def _parties(maker: Maker, document: Document, parties: Iterable[Party]) -> Iterator[tuple[PartialDate, EventView]]:
    words = maker.words
    for party in parties:
        name, reply, answer = maker.name(f"{Kind.PROFILES}/{party.provider}") if party.provider else "", party.reply, f"#{reply_anchor(document, party)}"
        if party.outcome_on and party.outcome.settled:
            outcome = words.label(party.outcome)
            text = words.t("Utfall för {name}: {outcome}", name=name, outcome=outcome) if name else words.t("Utfall: {outcome}", outcome=outcome)
            yield party.outcome_on, EventView(words.day(party.outcome_on), text, "#avsnitt-utfall")
        if reply.asked_on:
            yield PartialDate.from_date(reply.asked_on), EventView(words.day(reply.asked_on), words.t("Vi frågade {name}", name=name), answer)
        if reply.answered_on:
            yield reply.answered_on, EventView(words.day(reply.answered_on), words.t("{name} svarade", name=name), answer)

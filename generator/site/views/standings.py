"""How the published cases stand that rest on a source.

It is told wherever the source is told of, since its headline and its corrections say something of those whom it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.reader import Document
from generator.records.vocabulary import Publication
from generator.registry.gate import Ruling
from generator.site.maker import Maker
from generator.site.views.parties import favourable_first, outcome_and_reply, party_line, reply_anchor


@dataclass(frozen=True, slots=True)
class StandingView:
    """One party of one case. key: `cases/<case>/<party>`. name: of the party, with the years of the case, as plain text. url: where its answer stands.

    told: the outcome and the state of the answer, together.
    """

    key: str
    name: str
    url: str
    told: str


def standings(maker: Maker, source: Document) -> tuple[StandingView, ...]:
    """Each party of whom something is published that rests on the source, those in whose favour it ended first; none for any other record."""
    if source.kind is not Kind.SOURCES:
        return ()
    return tuple(view for case in maker.registry.of(Kind.CASES) for view in _of_case(maker, case, source.id))


def _of_case(maker: Maker, document: Document, source: str) -> Iterator[StandingView]:
    case: Case = document.record
    shown = [r for r in maker.rulings[document.id] if maker.preview or r.row.decision is Publication.PUBLISHED]
    concerned = {id(r.party) for r in shown if source in _cited(r)}
    for party in favourable_first(p for p in case.parties if id(p) in concerned):
        line = party_line(maker, document, party)
        name = maker.words.t("{name}, {years}", name=_name(maker, party), years=line.years)
        told = outcome_and_reply(maker.words, line.outcome, line.reply, undetermined=line.undetermined) if line.outcome else _uncriticised(maker)
        yield StandingView(line.key, name, f"{maker.url(document.key) or ''}#{reply_anchor(document, party)}", told)


def _cited(ruling: Ruling) -> frozenset[str]:
    """The sources that a statement rests on, with what speaks against it, and those of the outcome and the answer of the party that it is about."""
    statement, party = ruling.statement, ruling.party
    counter = statement.counter.sources if statement.counter else ()
    return frozenset(c.source for c in (*statement.sources, *counter, *party.outcome_sources, *party.reply.sources))


def _name(maker: Maker, party: Party) -> str:
    return maker.name(f"{Kind.PROFILES}/{party.provider}") if party.provider else party.unnamed or ""


def _uncriticised(maker: Maker) -> str:
    return maker.words.t("Ärendet är ingen kritik och har inget utfall.")

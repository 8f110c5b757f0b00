"""Every fact of the dataset, whatever it is about: one form for statements, answers, figures, contracts and all else that has a source."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.records.models import Kind
from generator.records.models.case import Party
from generator.records.models.evidence import Citation, Evidence, Statement
from generator.records.models.profile import Profile
from generator.records.models.systems import Body, Figure, Programme, Scheme
from generator.records.partial_date import PartialDate
from generator.records.reader import Document
from generator.records.units import units
from generator.records.vocabulary import Confidence, Grade, Qualifier, Question, StatementKind, Unit
from generator.site.language import N_
from generator.site.parts import EvidenceView
from generator.site.tables.public import Public, plain_words
from generator.site.views.cases import CaseView
from generator.site.views.contracts import contract_view
from generator.site.views.labels import provider_labels
from generator.site.views.parties import PartyView

# What sort of thing a row of statements is, and what that means.
PARTS: tuple[tuple[str, str], ...] = (
    ("statement", N_("uppgift")),
    ("outcome", N_("hur ett ärende står för en part; svaret har rollen reply bland källorna")),
    ("answer", N_("svar på en av de fasta frågorna till systemen")),
    ("caveat", N_("vad en märkning inte säger")),
    ("interest", N_("vem som har ett intresse i en märkning")),
    ("criterion", N_("villkor för en märkning")),
    ("board_decision", N_("beslut eller läge som en nämnd har redovisat")),
    ("demand", N_("krav som en deltagare kan ställa")),
    ("channel", N_("väg för klagomål, och vad som händer där")),
    ("figure", N_("siffra som en källa ger")),
    ("measure", N_("mätning som någon annan har gjort")),
    ("summary", N_("sammanfattning av en post, med källorna till namn och nummer")),
    ("accreditation", N_("period för en märkning")),
    ("contract", N_("avtal")),
    ("service", N_("tjänst")),
    ("place", N_("plats")),
    ("lifecycle", N_("om företaget finns")),
    ("relation", N_("koppling till en annan organisation")),
    ("term", N_("förklaring av ett ord")),
)

NO_CRITICISM = N_("Ärendet är ingen kritik och har inget utfall.")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. id: `kind/id#anchor` when it can be cited by that, else with a path after a slash. evidence, view: of a statement, its record and its words.

    text: as the page has it, a line for each block. parties: those concerned in a case, each as its page shows it. reply_sources: of an outcome.
    """

    id: str
    record: str
    part: str
    page: str
    text: str
    sources: tuple[Citation, ...]
    checked_on: date | None = None
    evidence: Evidence | None = None
    view: EvidenceView | None = None
    kind: StatementKind | None = None
    grade: Grade | None = None
    date: PartialDate | None = None
    date_to: PartialDate | None = None
    confidence: Confidence = Confidence.HIGH
    confidence_note: str = ""
    value: Decimal | None = None
    unit: Unit | None = None
    qualifier: Qualifier | None = None
    parties: tuple[PartyView, ...] = ()
    reply_sources: tuple[Citation, ...] = ()


def facts(public: Public) -> Iterator[Fact]:
    """Every fact of the dataset."""
    for document, view in public.cases:
        yield from _case(public, document, view)
    for document in public.of(Kind.PROFILES):
        yield from _profile(public, document)
    for kind in (Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES):
        for document in public.of(kind):
            yield from _system(public, document)
    for document in public.of(Kind.TERMS):
        term = document.record
        text = plain_words(public.maker.verbatim(term.definition))
        url = public.url(document.key) or ""
        yield Fact(document.key, document.key, "term", url, text, term.sources, term.checked_on, confidence=term.confidence)


def _case(public: Public, document: Document, view: CaseView) -> Iterator[Fact]:
    """What the page of a case says, and nothing that it does not."""
    statements = {f"{document.key}#{s.id}": s for s in document.record.statements}
    by_key = {party.key: party for party in view.parties}
    page = public.url(document.key) or ""
    for group in view.claims:
        concerned = tuple(by_key[reply.key] for reply, _ in group.replies)
        for told in group.statements:
            yield _told(told.key, document.key, "statement", f"{page}#{told.anchor}", statements[told.key], told, concerned)
    for party in view.parties:
        yield _outcome(public, document, party, page)


def _outcome(public: Public, document: Document, party: PartyView, page: str) -> Fact:
    model = party_model(document, party)
    text = plain_words(party.outcome_html) or (party.outcome if party.criticised else public.maker.words.t(NO_CRITICISM))
    return Fact(
        f"{document.key}#{party.anchor}",
        document.key,
        "outcome",
        f"{page}#{party.anchor}",
        text,
        model.outcome_sources,
        date=model.outcome_on,
        parties=(party,),
        reply_sources=model.reply.sources,
    )


def party_model(document: Document, party: PartyView) -> Party:
    """The record of a party that a page shows."""
    return next(unit.model for unit in units(document.record) if isinstance(unit.model, Party) and unit.anchor == party.anchor)


def _told(fact_id: str, record: str, part: str, page: str, evidence: Evidence, view: EvidenceView, parties: tuple[PartyView, ...] = ()) -> Fact:
    """A statement or an answer."""
    return Fact(
        fact_id,
        record,
        part,
        page,
        plain_words(view.html),
        evidence.sources,
        evidence.checked_on,
        evidence,
        view,
        evidence.kind if isinstance(evidence, Statement) else None,
        evidence.grade,
        evidence.date,
        evidence.date_to,
        evidence.confidence,
        evidence.confidence_note or "",
        parties=parties,
    )


def _profile(public: Public, document: Document) -> Iterator[Fact]:
    """What the page of a provider says besides its cases."""
    profile: Profile = document.record
    maker, key = public.maker, document.key
    page = public.url(key) or ""
    place = f"{page}#avsnitt-fakta"
    yield _summary(public, document)
    for statement in profile.statements:
        yield _told(f"{key}#{statement.id}", key, "statement", f"{page}#{statement.id}", statement, maker.evidence(statement))
    labels = {period.anchor: (label, period) for label in provider_labels(maker, profile) for period in label.periods}
    for period in profile.accreditations:
        label, shown = labels[period.id]
        text = _lines(label.scheme.text, ", ".join(part for part in (shown.span, shown.ended) if part))
        sources = (*period.sources, *(period.ended.sources if period.ended else ()))
        yield Fact(f"{key}#{period.id}", key, "accreditation", f"{page}#{period.id}", text, sources, period.checked_on, date=period.from_, date_to=period.to)
    for contract in profile.contracts:
        told = contract_view(maker, contract)
        names = ", ".join(link.text for link in (told.buyer, told.programme) if link)
        text = _lines(f"{names}: {told.state}", told.sentence, plain_words(told.note))
        sources = (*contract.sources, *(contract.ended.sources if contract.ended else ()))
        shown_at = f"{page}#{contract.id}"
        yield Fact(f"{key}#{contract.id}", key, "contract", shown_at, text, sources, contract.checked_on, date=contract.from_, date_to=contract.to)
    for measure in profile.measures:
        shown_at = f"{page}#{measure.id}"
        yield Fact(f"{key}#{measure.id}", key, "measure", shown_at, measure.what, measure.sources, measure.checked_on, value=measure.value, unit=measure.unit)
    for number, service in zip(numbered([s.service.value for s in profile.services]), profile.services, strict=True):
        text = maker.words.label(service.service)
        yield Fact(f"{key}/services/{number}", key, "service", place, text, service.sources, date=service.date)
    for number, where in zip(numbered([p.municipality or p.county or "" for p in profile.places]), profile.places, strict=True):
        link = maker.municipality(where.municipality) if where.municipality else maker.county(where.county or "")
        yield Fact(f"{key}/places/{number}", key, "place", place, link.text, where.sources, date=where.date)
    for number, event in zip(numbered([e.state.value for e in profile.lifecycle]), profile.lifecycle, strict=True):
        yield Fact(f"{key}/lifecycle/{number}", key, "lifecycle", place, maker.words.label(event.state), event.sources, date=event.from_)
    for number, relation in zip(relation_numbers(profile), profile.relations, strict=True):
        named = public.key((Kind.PROFILES, Kind.BODIES), relation.target)
        text = _lines(maker.words.label(relation.kind), maker.name(named) if named else relation.name or "")
        yield Fact(f"{key}/relations/{number}", key, "relation", place, text, relation.sources, date=relation.from_, date_to=relation.to)


def _system(public: Public, document: Document) -> Iterator[Fact]:
    """What the page of a scheme, a programme or a body says."""
    record: Scheme | Programme | Body = document.record
    maker, key = public.maker, document.key
    page = public.url(key) or ""
    yield _summary(public, document)
    lists: list[tuple[str, Sequence[Statement]]] = [("statement", record.statements)]
    if isinstance(record, Scheme):
        lists += [("caveat", record.does_not_say), ("interest", record.interests)]
    if isinstance(record, Programme):
        lists.append(("demand", record.demands))
    for part, statements in lists:
        for statement in statements:
            yield _told(f"{key}#{statement.id}", key, part, f"{page}#{statement.id}", statement, maker.evidence(statement))
    for question, answer in record.answers.items():
        anchor = Question(question).anchor  # type: ignore[call-arg]
        yield _told(f"{key}#{anchor}", key, "answer", f"{page}#{anchor}", answer, maker.evidence(answer, anchor))
    for figure in record.figures:
        yield _figure(key, f"{page}#{figure.id}", figure)
    if isinstance(record, Scheme):
        yield from _of_scheme(public, key, page, record)
    if isinstance(record, Body):
        yield from _channels(public, key, page, record)


def _of_scheme(public: Public, key: str, page: str, scheme: Scheme) -> Iterator[Fact]:
    for criterion in scheme.criteria:
        yield Fact(
            f"{key}#{criterion.id}",
            key,
            "criterion",
            f"{page}#{criterion.id}",
            plain_words(public.maker.html(criterion.text)),
            criterion.sources,
            criterion.checked_on,
            confidence=criterion.confidence,
            confidence_note=criterion.confidence_note or "",
        )
    for decision in scheme.board_decisions:
        yield Fact(
            f"{key}#{decision.id}",
            key,
            "board_decision",
            f"{page}#{decision.id}",
            plain_words(public.maker.html(decision.text)),
            decision.sources,
            decision.checked_on,
            date=decision.date,
            confidence=decision.confidence,
            confidence_note=decision.confidence_note or "",
        )


def _channels(public: Public, key: str, page: str, body: Body) -> Iterator[Fact]:
    """Ways to complain. What happens there has the id of the channel; what can be asked for next has it with a step after."""
    for channel in body.channels:
        here = f"{page}#{channel.id}"
        yield _told(f"{key}#{channel.id}", key, "channel", here, channel.what_happens, public.maker.evidence(channel.what_happens))
        if channel.ask_next:
            yield _told(f"{key}#{channel.id}/ask_next", key, "channel", here, channel.ask_next, public.maker.evidence(channel.ask_next))
        for weakness in channel.weaknesses:
            yield _told(f"{key}#{weakness.id}", key, "statement", f"{page}#{weakness.id}", weakness, public.maker.evidence(weakness))


def _figure(key: str, page: str, figure: Figure) -> Fact:
    return Fact(
        f"{key}#{figure.id}",
        key,
        "figure",
        page,
        figure.what,
        figure.sources,
        figure.checked_on,
        date=figure.from_,
        date_to=figure.to,
        confidence=figure.confidence,
        confidence_note=figure.confidence_note or "",
        value=figure.value,
        unit=figure.unit,
        qualifier=figure.qualifier,
    )


def _summary(public: Public, document: Document) -> Fact:
    record = document.record
    text = plain_words(public.maker.summary(record))
    return Fact(document.key, document.key, "summary", public.url(document.key) or "", text, record.sources, record.checked_on)


def relation_numbers(profile: Profile) -> list[str]:
    """What tells the relations of a provider from each other in ids."""
    return numbered([f"{r.kind.value}-{r.target or 'namn'}" for r in profile.relations])


def numbered(names: Sequence[str]) -> list[str]:
    """The names, the second of the same with 2 after it, so that each is one of its own."""
    seen: Tally[str] = Tally()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)

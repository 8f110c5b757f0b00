"""Cases: what is said, and for each party how it stands, what came of it and what it answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.places import counties, municipalities
from generator.records.reader import Document
from generator.records.units import units
from generator.records.vocabulary import Outcome, Procedure, Publication, ReplyState
from generator.registry.gate import Ruling, publication
from generator.registry.states import add_months
from generator.site import routes
from generator.site.maker import CitationView, EvidenceView, LinkView, Maker
from generator.site.swedish import day_text, on_day, sort_key, span_text
from generator.site.views.corrections import PageCorrections, record_corrections

UNHEARD_NOTE = (
    "Leverantören har ännu inte fått svara oss om det som står i de här källorna. Därför visar vi bara rubrikerna, "
    "som är källornas egna eller våra beskrivningar, och inget mer av innehållet."
)
OPEN_TOO_LONG_MONTHS = 24
_OPEN = frozenset({Procedure.RECEIVED, Procedure.UNDER_INVESTIGATION, Procedure.DORMANT, Procedure.UNKNOWN})


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What the provider has answered, or why there is no answer."""

    state: str
    state_code: str
    explanation: str
    html: Markup
    when: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class PartyView:
    """How a case stands for one party.

    criticised: False in a case that says nothing against anybody and has no outcome. held: why nothing
    about this party is public (previews only).
    """

    anchor: str
    name: LinkView
    named: bool
    procedure: str
    outcome: str
    outcome_code: str
    outcome_when: str
    outcome_html: Markup
    outcome_citations: tuple[CitationView, ...]
    undetermined: bool
    criticised: bool
    reply: ReplyView
    held: str


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party in one line. `outcome` and `reply` are empty where nobody is criticised or nobody can be asked."""

    name: str
    outcome: str
    outcome_code: str
    reply: str


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case in a list: its name, when and where, and its outcome for each party."""

    title: str
    url: str | None
    type: str
    when: str
    where: str
    parties: tuple[PartyLine, ...]
    held: str


@dataclass(frozen=True, slots=True)
class MentionView:
    """A published source that names a provider that has not been heard: nothing but the source."""

    citation: CitationView
    when: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of a case. Parties whose outcome is in their favour come first."""

    title: str
    url: str
    held: str
    type: str
    when: str
    places: tuple[LinkView, ...]
    programme: LinkView | None
    buyer: LinkView | None
    parties: tuple[PartyView, ...]
    statements: tuple[EvidenceView, ...]
    unheard: tuple[CitationView, ...]
    unheard_note: str
    corrections: PageCorrections


def case_view(maker: Maker, document: Document) -> CaseView:
    """The page of one case that has a page."""
    case: Case = document.record
    shown = _shown_statements(maker, document.id)
    hidden = {r.index: r for r in maker.rulings[document.id] if r.row.decision is Publication.LINK_ONLY}
    only_hidden = [case.statements[i] for i in sorted(hidden) if i not in {r.index for r in shown}]
    return CaseView(
        title=case.name or "Ärende utan text",
        url=maker.url(document.key) or "",
        held=_held(maker, document.id),
        type=case.type.label_sv,
        when=_when(case),
        places=_places(maker, case),
        programme=maker.link(Kind.PROGRAMMES, case.programme) if case.programme else None,
        buyer=maker.link(Kind.BODIES, case.buyer) if case.buyer else None,
        parties=tuple(_party(maker, document.id, case, p) for p in _ordered(_shown_parties(maker, document.id, case))),
        statements=tuple(_statement(maker, ruling) for ruling in shown),
        unheard=tuple(c for s in only_hidden for c in maker.citations(s.sources)),
        unheard_note=UNHEARD_NOTE,
        corrections=record_corrections(maker, document),
    )


def case_card(maker: Maker, document: Document) -> CaseCard:
    """A case as one entry in a list."""
    case: Case = document.record
    parties = _ordered(_shown_parties(maker, document.id, case))
    return CaseCard(
        title=case.name or "Ärende utan text",
        url=maker.url(document.key),
        type=case.type.label_sv,
        when=_when(case),
        where=", ".join(link.text for link in _places(maker, case)),
        parties=tuple(_party_line(maker, case, p) for p in parties),
        held=_held(maker, document.id),
    )


def _party_line(maker: Maker, case: Case, party: Party) -> PartyLine:
    neutral = case.type.neutral and not party.outcome.settled
    return PartyLine(
        name=_party_name(maker, party).text,
        outcome="" if neutral else party.outcome.label_sv,
        outcome_code=party.outcome.value,
        reply=_reply_word(party.reply.state),
    )


def _reply_word(state: ReplyState) -> str:
    """The state of a reply in a list; empty where there is nobody to ask."""
    if state is ReplyState.NOT_APPLICABLE:
        return ""
    return "finns i källan" if state is ReplyState.REPLIED_IN_SOURCE else state.label_sv


def published_cases(maker: Maker) -> tuple[Document, ...]:
    """The cases that have a page, latest first."""
    documents = [d for d in maker.registry.of(Kind.CASES) if maker.case_has_page(d.id)]
    return tuple(sorted(documents, key=lambda d: (d.record.date.earliest, d.id), reverse=True))


def cases_of(maker: Maker, provider: str) -> tuple[Document, ...]:
    """The cases in which something about this provider is shown, favourable outcomes first, then latest first."""
    documents = [d for d in published_cases(maker) if provider in {p.provider for p in _shown_parties(maker, d.id, d.record)}]
    return tuple(sorted(documents, key=lambda d: not any(p.provider == provider and p.outcome.favourable for p in d.record.parties)))


def party_of(maker: Maker, document: Document, provider: str) -> PartyView:
    """How a case stands for one named provider."""
    case: Case = document.record
    return _party(maker, document.id, case, next(p for p in case.parties if p.provider == provider))


def statements_about(maker: Maker, document: Document, provider: str) -> tuple[EvidenceView, ...]:
    """What a case shows about one provider. Two cases may use the same statement id, so the anchor has the case's too."""
    return tuple(_statement(maker, r, f"{document.id}-{r.statement.id}") for r in _shown_statements(maker, document.id, provider))


def mentions_of(maker: Maker, provider: str) -> tuple[MentionView, ...]:
    """Published sources that name a provider before it has been heard (link-only)."""
    found: dict[str, MentionView] = {}
    for document in maker.registry.of(Kind.CASES):
        for ruling in maker.rulings[document.id]:
            if ruling.party.provider != provider or ruling.row.decision is not Publication.LINK_ONLY:
                continue
            for citation in ruling.statement.sources:
                view = maker.citation(citation)
                found.setdefault(citation.source, MentionView(view, view.issued))
    return tuple(sorted(found.values(), key=lambda m: (sort_key(m.citation.publisher), sort_key(m.citation.title))))


def _shown_statements(maker: Maker, case_id: str, provider: str | None = None) -> tuple[Ruling, ...]:
    """The rulings to show, one a statement; in a preview also what is not public."""
    seen: dict[int, Ruling] = {}
    for ruling in maker.rulings[case_id]:
        public = ruling.row.decision is Publication.PUBLISHED
        if (provider is None or ruling.party.provider == provider) and (public or (maker.preview and ruling.statement.text)):
            seen.setdefault(ruling.index, ruling)
    return tuple(seen.values())


def _shown_parties(maker: Maker, case_id: str, case: Case) -> list[Party]:
    shown = {id(r.party) for r in maker.rulings[case_id] if maker.preview or r.row.decision is Publication.PUBLISHED}
    return [p for p in case.parties if id(p) in shown]


def _ordered(parties: list[Party]) -> list[Party]:
    """Outcomes in the party's favour first (invariant 10), else as the record has them."""
    return sorted(parties, key=lambda p: not p.outcome.favourable)


def _statement(maker: Maker, ruling: Ruling, anchor: str = "") -> EvidenceView:
    public = ruling.row.decision is Publication.PUBLISHED
    return maker.evidence(ruling.statement, anchor, held="" if public else f"{ruling.row.decision.label_sv}: {ruling.row.reason_sv}")


def _held(maker: Maker, case_id: str) -> str:
    """Why the case is not public; empty for what is."""
    return _reasons(maker.rulings[case_id])


def _reasons(decided: Sequence[Ruling]) -> str:
    """Why nothing of what was decided is public; empty when something is."""
    level = publication(tuple(decided))
    if level is Publication.PUBLISHED:
        return ""
    return f"{level.label_sv}: {'; '.join(sorted({r.row.reason_sv for r in decided}))}"


def _party(maker: Maker, case_id: str, case: Case, party: Party) -> PartyView:
    return PartyView(
        anchor=next(unit.anchor for unit in units(case) if unit.model is party),
        name=_party_name(maker, party),
        named=party.provider is not None,
        procedure="" if party.procedure is Procedure.UNKNOWN else party.procedure.label_sv,
        outcome=party.outcome.label_sv,
        outcome_code=party.outcome.value,
        outcome_when=day_text(party.outcome_on),
        outcome_html=maker.html(party.outcome_text),
        outcome_citations=maker.citations(party.outcome_sources),
        undetermined=_undetermined(maker, case, party),
        criticised=not case.type.neutral or party.outcome.settled,
        reply=_reply(maker, party),
        held=_reasons([r for r in maker.rulings[case_id] if r.party is party]),
    )


def _undetermined(maker: Maker, case: Case, party: Party) -> bool:
    """True when a case has been open so long that its outcome must be said not to be known (invariant 9)."""
    if case.type.neutral or party.procedure not in _OPEN or party.outcome not in (Outcome.NONE_YET, Outcome.UNKNOWN):
        return False
    return add_months(case.date.latest, OPEN_TOO_LONG_MONTHS) < maker.as_of


def _party_name(maker: Maker, party: Party) -> LinkView:
    return maker.link(Kind.PROFILES, party.provider) if party.provider else LinkView(party.unnamed or "")


def _reply(maker: Maker, party: Party) -> ReplyView:
    reply = party.reply
    explanation = reply.state.definition
    if reply.state is ReplyState.ASKED and reply.asked_on and reply.deadline:
        ends = "gick ut" if reply.deadline < maker.as_of else "går ut"
        explanation = f"Vi frågade {on_day(reply.asked_on)}. Svarstiden {ends} {on_day(reply.deadline)}."
    elif reply.state is ReplyState.NO_ANSWER_IN_TIME and reply.asked_on and reply.deadline:
        explanation = f"Vi frågade {on_day(reply.asked_on)}. Svarstiden gick ut {on_day(reply.deadline)} utan svar."
    elif reply.state is ReplyState.NOT_APPLICABLE:
        explanation = "Källan namnger ingen leverantör, så det finns ingen att fråga." if party.unnamed else "Uppgiften är ingen kritik och kräver inget svar."
    return ReplyView(
        state=reply.state.label_sv,
        state_code=reply.state.value,
        explanation=explanation,
        html=maker.html(reply.text),
        when=day_text(reply.answered_on),
        citations=maker.citations(reply.sources),
    )


def _when(case: Case) -> str:
    text = span_text(case.date, case.date_to) if case.date_to else day_text(case.date)
    return f"{text} (uppskattat)" if case.date_estimated else text


def _places(maker: Maker, case: Case) -> tuple[LinkView, ...]:
    towns = [LinkView(municipalities()[c].name, maker.href(routes.municipality(municipalities()[c]))) for c in case.municipalities]
    regions = [LinkView(counties()[c].name, maker.href(routes.county(counties()[c]))) for c in case.counties]
    return (*towns, *regions)

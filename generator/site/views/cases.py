"""Cases: what is said, beside what those it is said of have answered, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.reader import Document
from generator.records.vocabulary import Publication
from generator.registry.gate import Ruling
from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.parts import CitationView, EvidenceView, LinkView
from generator.site.swedish import sort_key
from generator.site.views.corrections import PageCorrections, case_corrections
from generator.site.views.parties import (
    PartyLine,
    PartyView,
    ReplyView,
    favourable_first,
    party_line,
    party_name,
    party_view,
    reasons,
    reply_pointers,
    reply_view,
)
from generator.site.views.timeline import EventView, timeline

# A case that has no name yet is shown only in previews.
NAMELESS = "Ärende utan text"
# A headline on the page of a case would say whom it is about, and what of.
UNHEARD_BESIDE_NOTE = N_(
    "Leverantören som de här källorna nämner har ännu inte fått ge oss sin version. Därför visar vi varken rubrikerna eller vad de säger här."
)
UNHEARD_NOTE = N_(
    "Leverantören har ännu inte fått ge oss sin version av det som står i de här källorna. Därför visar vi bara rubrikerna, "
    "som är källornas egna eller våra beskrivningar, och inget mer av innehållet."
)


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
    """A published source that names a provider that has not been heard: nothing but the source. headline: its own, quoted; or our neutral one."""

    citation: CitationView
    headline: str
    when: str


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """Statements about the same parties, and beside them what those parties have answered.

    heading: who they are about, where a case has statements about different parties. replies: each with True
    where it stands for the first time on the page, so that its id is used once.
    """

    heading: str
    statements: tuple[EvidenceView, ...]
    replies: tuple[tuple[ReplyView, bool], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of a case. Parties whose outcome is in their favour come first. `key`: `cases/id`."""

    key: str
    title: str
    url: str
    held: str
    type: str
    when: str
    places: tuple[LinkView, ...]
    programme: LinkView | None
    buyer: LinkView | None
    parties: tuple[PartyView, ...]
    timeline: tuple[EventView, ...]
    claims: tuple[ClaimsView, ...]
    unheard: tuple[CitationView, ...]
    unheard_note: str
    corrections: PageCorrections


def case_view(maker: Maker, document: Document) -> CaseView:
    """The page of one case that has a page."""
    case: Case = document.record
    shown = _shown_statements(maker, document.id)
    parties = favourable_first(_shown_parties(maker, document.id, case))
    hidden = {r.index: r for r in maker.rulings[document.id] if r.row.decision is Publication.LINK_ONLY}
    only_hidden = [case.statements[i] for i in sorted(hidden) if i not in {r.index for r in shown}]
    return CaseView(
        key=document.key,
        title=case.name or NAMELESS,
        url=maker.url(document.key) or "",
        held=_held(maker, document.id),
        type=maker.words.label(case.type),
        when=_when(maker, case),
        places=_places(maker, case),
        programme=maker.link(Kind.PROGRAMMES, case.programme) if case.programme else None,
        buyer=maker.link(Kind.BODIES, case.buyer) if case.buyer else None,
        parties=tuple(party_view(maker, document, p) for p in parties),
        timeline=timeline(maker, document, [r.statement for r in shown], parties),
        claims=_claims(maker, document, shown, parties, lambda r: r.statement.id),
        unheard=tuple(c for s in only_hidden for c in maker.citations(s.sources)),
        unheard_note=maker.words.t(UNHEARD_BESIDE_NOTE),
        corrections=case_corrections(maker, document),
    )


def case_card(maker: Maker, document: Document) -> CaseCard:
    """A case as one entry in a list."""
    case: Case = document.record
    parties = favourable_first(_shown_parties(maker, document.id, case))
    return CaseCard(
        title=case.name or NAMELESS,
        url=maker.url(document.key),
        type=maker.words.label(case.type),
        when=_when(maker, case),
        where=maker.words.commas([link.marked for link in _places(maker, case)]),
        parties=tuple(party_line(maker, document, p) for p in parties),
        held=_held(maker, document.id),
    )


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
    return party_view(maker, document, _party(document, provider))


def lines_about(maker: Maker, provider: str) -> tuple[PartyLine, ...]:
    """How each shown case stands for one named provider, in one line each, those in its favour first."""
    return tuple(party_line(maker, d, _party(d, provider)) for d in cases_of(maker, provider))


def claims_about(maker: Maker, document: Document, provider: str) -> tuple[ClaimsView, ...]:
    """What a case shows about one provider, beside its answer. Two cases may use the same statement id, so the anchor has the case's too."""
    shown = _shown_statements(maker, document.id, provider)
    return _claims(maker, document, shown, [_party(document, provider)], lambda r: f"{document.id}-{r.statement.id}")


def _party(document: Document, provider: str) -> Party:
    case: Case = document.record
    return next(p for p in case.parties if p.provider == provider)


def _claims(maker: Maker, document: Document, shown: tuple[Ruling, ...], parties: list[Party], anchor: Callable[[Ruling], str]) -> tuple[ClaimsView, ...]:
    """The statements in the record's order, those about the same of these parties together."""
    groups: dict[tuple[int, ...], list[Ruling]] = {}
    for ruling in shown:
        about = tuple(i for i, p in enumerate(parties) if not ruling.statement.about or p.provider in ruling.statement.about)
        groups.setdefault(about, []).append(ruling)
    views = []
    answered: set[int] = set()
    for about, members in groups.items():
        concerned = [parties[i] for i in about]
        views.append(
            ClaimsView(
                heading=maker.words.list([party_name(maker, p).marked for p in concerned]) if len(groups) > 1 else "",
                statements=tuple(_statement(maker, document, r, concerned, anchor(r)) for r in members),
                replies=tuple((reply_view(maker, document, parties[i]), i not in answered) for i in about),
            )
        )
        answered |= set(about)
    unmentioned = tuple((reply_view(maker, document, p), True) for i, p in enumerate(parties) if i not in answered)
    return (*views, *([ClaimsView("", (), unmentioned)] if unmentioned else []))


def mentions_of(maker: Maker, provider: str) -> tuple[MentionView, ...]:
    """Published sources that name a provider before it has been heard (link-only)."""
    found: dict[str, MentionView] = {}
    for document in maker.registry.of(Kind.CASES):
        for ruling in maker.rulings[document.id]:
            if ruling.party.provider != provider or ruling.row.decision is not Publication.LINK_ONLY:
                continue
            for citation in ruling.statement.sources:
                view = maker.citation(citation)
                ours = maker.registry.record(Kind.SOURCES, citation.source).title_reconstructed
                headline = view.title if ours else maker.words.t("”{title}”", title=view.title)
                found.setdefault(citation.source, MentionView(view, headline, view.issued))
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


def _statement(maker: Maker, document: Document, ruling: Ruling, parties: list[Party], anchor: str) -> EvidenceView:
    statement, row = ruling.statement, ruling.row
    return maker.evidence(
        statement,
        anchor,
        key=f"{document.key}#{statement.id}",
        replies=reply_pointers(maker, document, parties) if statement.kind.answerable else (),
        held="" if row.decision is Publication.PUBLISHED else reasons(maker, [ruling]),
    )


def _held(maker: Maker, case_id: str) -> str:
    """Why the case is not public; empty for what is."""
    return reasons(maker, maker.rulings[case_id])


def _when(maker: Maker, case: Case) -> str:
    words = maker.words
    text = words.span(case.date, case.date_to) if case.date_to else words.day(case.date)
    return words.t("{period} (uppskattat)", period=text) if case.date_estimated else text


def _places(maker: Maker, case: Case) -> tuple[LinkView, ...]:
    return (*(maker.municipality(code) for code in case.municipalities), *(maker.county(code) for code in case.counties))

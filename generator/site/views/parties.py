"""Parties to a case: how it stands for each, what came of it, and what each has answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.partial_date import PartialDate
from generator.records.reader import Document
from generator.records.units import units
from generator.records.vocabulary import Outcome, Procedure, Publication, ReplyState
from generator.registry.gate import Ruling, publication
from generator.registry.states import add_months
from generator.site.language import N_, Language
from generator.site.maker import Maker
from generator.site.parts import CitationView, LinkView, ReplyPointer

OPEN_TOO_LONG_MONTHS = 24
# What is said of a case that has been open for so long, wherever its outcome is told.
UNDETERMINED = N_("Det har gått mer än två år. Utfallet har inte kunnat fastställas.")
_OPEN = frozenset({Procedure.RECEIVED, Procedure.UNDER_INVESTIGATION, Procedure.DORMANT, Procedure.UNKNOWN})


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What a party has answered, or why there is no answer. `key`: `cases/<case>/<party>`; `anchor`: its id on the case's page."""

    key: str
    anchor: str
    name: str
    state: str
    state_code: str
    explanation: str
    html: Markup
    when: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class PartyView:
    """How a case stands for one party.

    years: of the case. criticised: False in a case that says nothing against anybody and has no outcome. held: why nothing
    about this party is public (previews only).
    """

    anchor: str
    name: LinkView
    key: str
    years: str
    procedure: str
    outcome: str
    outcome_code: str
    favourable: bool
    outcome_when: str
    outcome_html: Markup
    outcome_citations: tuple[CitationView, ...]
    undetermined: bool
    criticised: bool
    reply: ReplyView
    held: str


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party in one line. key: `cases/<case>/<party>`. name: marked as what it is. outcome, reply: empty where nobody is criticised or nobody can be asked.

    years: of the case. undetermined: it has been open so long that its outcome must be said not to be known.
    """

    key: str
    name: str
    years: str
    outcome: str
    outcome_code: str
    favourable: bool
    undetermined: bool
    reply: str


def party_view(maker: Maker, document: Document, party: Party) -> PartyView:
    """How a case stands for one of its parties."""
    case: Case = document.record
    return PartyView(
        anchor=next(unit.anchor for unit in units(case) if unit.model is party),
        name=party_name(maker, party),
        key=party_key(document, party),
        years=_years(maker, case),
        procedure=_procedure(maker, case, party),
        outcome=maker.words.label(party.outcome),
        outcome_code=party.outcome.value,
        favourable=party.outcome.favourable,
        outcome_when=_outcome_when(maker, party),
        outcome_html=maker.html(party.outcome_text),
        outcome_citations=maker.citations(party.outcome_sources),
        undetermined=_undetermined(maker, case, party),
        criticised=not case.type.neutral or party.outcome.settled,
        reply=reply_view(maker, document, party),
        held=reasons(maker, [r for r in maker.rulings[document.id] if r.party is party]),
    )


def _procedure(maker: Maker, case: Case, party: Party) -> str:
    """How far the case has come; empty when nobody knows and the outcome says so, or there is none to wait for."""
    said_already = case.type.neutral or party.outcome is Outcome.UNKNOWN
    return "" if party.procedure is Procedure.UNKNOWN and said_already else maker.words.label(party.procedure)


def party_line(maker: Maker, document: Document, party: Party) -> PartyLine:
    """A party as one line in a list of cases."""
    case: Case = document.record
    neutral = case.type.neutral and not party.outcome.settled
    return PartyLine(
        key=party_key(document, party),
        name=party_name(maker, party).marked,
        years=_years(maker, case),
        outcome="" if neutral else maker.words.label(party.outcome),
        outcome_code=party.outcome.value,
        favourable=party.outcome.favourable,
        undetermined=_undetermined(maker, case, party),
        reply=reply_word(maker.words, party.reply.state),
    )


def outcome_and_reply(words: Language, outcome: str, reply: str, *, undetermined: bool) -> str:
    """How one case stands for one party and what that party has answered, in one text that is never parted. reply: empty where there is nobody to ask."""
    told = words.t("Utfall: {outcome}.", outcome=outcome)
    return words.sentences([told, words.t(UNDETERMINED) if undetermined else "", words.t("Svar: {reply}.", reply=reply) if reply else ""])


def _years(maker: Maker, case: Case) -> str:
    """The year of a case, or the first and the last: what tells it from the other cases of a party where its name has no room."""
    first, last = case.date.year, (case.date_to or case.date).year
    text = maker.words.span(PartialDate(first), PartialDate(last))
    return maker.words.t("{period} (uppskattat)", period=text) if case.date_estimated else text


def reply_word(words: Language, state: ReplyState) -> str:
    """The state of a reply in a list; empty where there is nobody to ask."""
    if state is ReplyState.NOT_APPLICABLE:
        return ""
    return words.t("finns i källan") if state is ReplyState.REPLIED_IN_SOURCE else words.label(state)


def reply_view(maker: Maker, document: Document, party: Party) -> ReplyView:
    """What a party has answered."""
    reply = party.reply
    return ReplyView(
        key=party_key(document, party),
        anchor=reply_anchor(document, party),
        name=maker.name(f"{Kind.PROFILES}/{party.provider}") if party.provider else maker.words.t("leverantören"),
        state=maker.words.label(reply.state),
        state_code=reply.state.value,
        explanation=_explanation(maker, party),
        html=maker.verbatim(reply.text),
        when=maker.words.day(reply.answered_on),
        citations=maker.citations(reply.sources),
    )


def reply_pointers(maker: Maker, document: Document, parties: Iterable[Party]) -> tuple[ReplyPointer, ...]:
    """Beside a claim: the answer of each party that it is against."""
    return tuple(
        ReplyPointer(
            party_key(document, party),
            maker.name(f"{Kind.PROFILES}/{party.provider}") if party.provider else "",
            maker.words.t("ingen namngiven att fråga") if party.unnamed else reply_word(maker.words, party.reply.state),
            f"#{reply_anchor(document, party)}",
        )
        for party in parties
    )


def party_key(document: Document, party: Party) -> str:
    """`cases/<case>/<provider>`, or the party's place in the list for one that is not named."""
    return f"{document.key}/{_party_id(document, party)}"


def reply_anchor(document: Document, party: Party) -> str:
    """The id of a party's answer; the case is part of it, since a provider's page shows many cases."""
    return f"svar-{document.id}-{_party_id(document, party)}"


def _party_id(document: Document, party: Party) -> str:
    places = [id(p) for p in document.record.parties]
    return party.provider or f"part{places.index(id(party)) + 1}"


def party_name(maker: Maker, party: Party) -> LinkView:
    """The provider, or the words for one that the sources do not name."""
    return maker.link(Kind.PROFILES, party.provider) if party.provider else LinkView(party.unnamed or "", lang=maker.words.records)


def favourable_first(parties: Iterable[Party]) -> list[Party]:
    """Outcomes in the party's favour first (invariant 10), else as the record has them."""
    return sorted(parties, key=lambda p: not p.outcome.favourable)


def reasons(maker: Maker, decided: Sequence[Ruling]) -> str:
    """Why nothing of what was decided is public; empty when something is."""
    level = publication(tuple(decided))
    if level is Publication.PUBLISHED:
        return ""
    why = sorted({r.row.reason_sv for r in decided})
    return maker.words.t("{decision}: {reasons}", decision=maker.words.label(level), reasons="; ".join(map(maker.words.t, why)))


def _outcome_when(maker: Maker, party: Party) -> str:
    """The day of an outcome. One in the provider's favour stands on pages about earlier days too, and then says so."""
    later = party.outcome_on is not None and party.outcome_on.certainly_after(maker.as_of)
    day = maker.words.day(party.outcome_on)
    return maker.words.t("{day} (efter den dag som sidan visar)", day=day) if later else day


def _undetermined(maker: Maker, case: Case, party: Party) -> bool:
    """True when a case has been open so long that its outcome must be said not to be known (invariant 9)."""
    if case.type.neutral or party.procedure not in _OPEN or party.outcome not in (Outcome.NONE_YET, Outcome.UNKNOWN):
        return False
    return add_months(case.date.latest, OPEN_TOO_LONG_MONTHS) < maker.as_of


def _explanation(maker: Maker, party: Party) -> str:
    reply, words = party.reply, maker.words
    if reply.asked_on and reply.deadline and reply.state in (ReplyState.ASKED, ReplyState.NO_ANSWER_IN_TIME):
        asked, deadline = words.on_day(reply.asked_on), words.on_day(reply.deadline)
        if reply.state is ReplyState.NO_ANSWER_IN_TIME:
            return words.t("Vi frågade {asked}. Svarstiden gick ut {deadline} utan svar.", asked=asked, deadline=deadline)
        if reply.deadline < maker.registry.horizon:
            return words.t("Vi frågade {asked}. Svarstiden gick ut {deadline}. Här finns inget svar ännu.", asked=asked, deadline=deadline)
        return words.t("Vi frågade {asked}. Svarstiden går ut {deadline}.", asked=asked, deadline=deadline)
    if reply.state is not ReplyState.NOT_APPLICABLE:
        return words.definition(reply.state)
    if party.unnamed:
        return words.t("Källan namnger ingen leverantör, så det finns ingen att fråga.")
    return words.t("Uppgiften är ingen kritik och kräver inget svar.")

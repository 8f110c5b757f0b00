"""The contracts of providers: the state of each on the day, and the sentence that says when it ran and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.profile import Contract
from generator.records.vocabulary import ContractEndCause, ContractState
from generator.registry.states import contract_status, has_ended
from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.parts import CitationView, LinkView
from generator.site.swedish import capital

# Why a contract ended, as the beginning of a sentence.
_CAUSES: Mapping[ContractEndCause, str] = {
    ContractEndCause.EXPIRED: N_("Avtalet löpte ut"),
    ContractEndCause.ENDED_BY_PROVIDER: N_("Leverantören avslutade"),
    ContractEndCause.ENDED_BY_BUYER: N_("Beställaren avslutade"),
    ContractEndCause.TERMINATED_FOR_BREACH: N_("Avtalet avslutades för avtalsbrott"),
    ContractEndCause.ENDED_ON_RESULT_LEVEL: N_("Avtalet avslutades för låg resultatnivå"),
    ContractEndCause.NOT_EXTENDED: N_("Avtalet förlängdes inte"),
    ContractEndCause.PROGRAMME_CLOSED: N_("Tjänsten lades ned"),
    ContractEndCause.PARTY_CHANGED: N_("Avtalet bytte part"),
    ContractEndCause.UNKNOWN: N_("Orsaken är inte känd"),
}


@dataclass(frozen=True, slots=True)
class ContractView:
    """One contract. cite: as a statement has it."""

    anchor: str
    buyer: LinkView
    programme: LinkView | None
    state: str
    state_code: str
    sentence: str
    reference: str
    places: tuple[LinkView, ...]
    note: Markup
    citations: tuple[CitationView, ...]
    cite: str = ""


def contract_view(maker: Maker, contract: Contract) -> ContractView:
    """One contract as it stood on the day."""
    status = contract_status(contract, maker.as_of)
    words = maker.words
    period = words.span(contract.from_, contract.to)
    parts = [words.t("{period}.", period=capital(period))] if period else []
    ended, told = contract.ended, has_ended(contract, maker.as_of)
    day = words.on_day(ended.on) if ended and ended.on else ""
    some_day = ended is not None and ended.on is not None and ended.on.earliest <= maker.as_of < ended.on.latest
    if ended and some_day:
        what = words.t("Avtalet avslutades") if ended.cause is ContractEndCause.UNKNOWN else words.t(_CAUSES[ended.cause])
        parts.append(words.t("{what} någon gång {day}. Vi vet inte vilken dag.", what=what, day=day))
    elif status.cause:
        what = words.t(_CAUSES[status.cause])
        parts.append(words.t("{what} {day}.", what=what, day=day) if told and day else words.t("{what}.", what=what))
    if status.last_seen:
        parts.append(words.t("Nämns i en källa som gäller {day}.", day=words.day(status.last_seen)))
    sources = (*contract.sources, *(ended.sources if ended and (told or some_day) else ()))
    return ContractView(
        anchor=contract.id,
        buyer=maker.link(Kind.BODIES, contract.buyer),
        programme=maker.link(Kind.PROGRAMMES, contract.programme) if contract.programme else None,
        state=contract_state(maker, status.state),
        state_code=status.state.value,
        sentence=words.sentences(parts),
        reference=contract.reference or "",
        places=tuple(maker.municipality(code) for code in contract.municipalities),
        note=maker.html(contract.note),
        citations=maker.citations(sources),
        cite=maker.cited(contract),
    )


def contract_state(maker: Maker, state: ContractState) -> str:
    """The word of a state, which says "i dag" only of today."""
    if state is ContractState.UNKNOWN and maker.as_of != maker.registry.horizon:
        return maker.words.t("läget {day} är inte känt", day=maker.words.on_day(maker.as_of))
    return maker.words.label(state)

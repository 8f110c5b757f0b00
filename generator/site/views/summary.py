"""The first screen of a provider: which labels it has and has not, its contracts, what is documented and what came of it.

Each is a state, as word and shape, and at most a few sentences: somebody in a hurry reads nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.vocabulary import AccreditationState, ContractState, ReplyState
from generator.registry.states import contract_status, latest_check
from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.swedish import capital
from generator.site.views.coverage import shown_schemes
from generator.site.views.labels import ENDED_CODES, LabelView
from generator.site.views.parties import UNDETERMINED, PartyView


@dataclass(frozen=True, slots=True)
class StateView:
    """A state. code: which shape and colour it has. count: how many have it, or 0 where that is not counted."""

    code: str
    text: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class PartOfSummary:
    """One of the three questions: the states that answer it and what they rest on."""

    states: tuple[StateView, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class CasesToldAlike:
    """The cases with criticism that have the same outcome and the same reply. reply: empty where there is nothing to answer."""

    outcome: StateView
    reply: str


@dataclass(frozen=True, slots=True)
class CaseInSummary:
    """One case with criticism: its years, what came of it and what the provider has answered in it, together.

    undetermined: that it has been open so long that its outcome could not be found; empty for others. reply: empty where there is nothing to answer.
    """

    years: str
    outcome: StateView
    undetermined: str
    reply: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The three questions. cases: how many there are, in words. told: what came of those with criticism, each outcome with the reply that belongs to it.

    one_by_one: the same, each case for itself with its years, where there is room for more words. Both have those in the provider's favour first,
    then the latest first.
    """

    labels: PartOfSummary
    contracts: PartOfSummary
    cases: str
    told: tuple[CasesToldAlike, ...]
    one_by_one: tuple[CaseInSummary, ...]


def summary_view(maker: Maker, profile: Profile, labels: Iterable[LabelView], parties: tuple[PartyView, ...], mentions: int) -> SummaryView:
    """The first screen. parties: how each shown case stands for the provider. mentions: how many sources name it that it has not been heard on."""
    return SummaryView(
        labels=_labels(maker, profile, [label for label in labels if label.industry]),
        contracts=_contracts(maker, profile),
        cases=cases_sentence(maker, parties, mentions),
        told=_alike(maker, parties),
        one_by_one=tuple(_case(maker, party) for party in parties if party.criticised),
    )


def _labels(maker: Maker, profile: Profile, labels: list[LabelView]) -> PartOfSummary:
    """The industry labels."""
    words = maker.words
    day = words.on_day(maker.as_of)
    valid = [label.scheme.marked for label in labels if label.state_code == AccreditationState.VALID]
    if valid:
        return PartOfSummary((StateView("valid", words.t("giltig märkning")),), words.t("Gäller {day}: {labels}.", day=day, labels=words.list(valid)))
    ended = [label for label in labels if label.state_code in ENDED_CODES]
    undecided = [label.scheme.marked for label in labels if label.undecided]
    doubt = _doubt(maker, undecided) if undecided else ""
    if ended:
        states = tuple(StateView(code, text) for code, text in dict.fromkeys((label.state_code, label.state) for label in ended))
        earlier = words.commas([words.t("{label} ({state})", label=label.scheme.marked, state=label.state) for label in ended])
        none = words.t("Vi hittade ingen giltig märkning {day}. Tidigare: {labels}.", day=day, labels=earlier)
        return PartOfSummary(states, words.sentences([none, doubt]))
    if undecided:
        rest = words.t("Efter de andra märkningarna har vi inte sökt i alla register.") if _unsearched(labels) else ""
        return PartOfSummary((StateView("not_checked", words.t("går inte att avgöra")),), words.sentences([doubt, rest]))
    if labels and all(label.state_code == AccreditationState.NOT_FOUND for label in labels):
        checks = [c for d in shown_schemes(maker) if (c := latest_check(profile.checks, maker.as_of, scheme=d.id))]
        registers = words.list([words.own(name) for name in sorted({check.register_name for check in checks})])
        sentence = words.t("Kontrollerad {day} i {registers}.", day=words.on_day(min(c.on for c in checks)), registers=registers)
        return PartOfSummary((StateView("not_found", words.t("ingen branschauktorisation funnen")),), sentence)
    if any(label.state_code == AccreditationState.NOT_FOUND for label in labels):
        sentence = words.t("Vi har inte sökt i alla märkningars register. Vi vet alltså inte om företaget har någon.")
    else:
        sentence = words.t("Vi har inte sökt i märkningarnas register. Vi vet alltså inte om företaget har någon.")
    return PartOfSummary((StateView("not_checked", words.t("inte kontrollerad")),), sentence)


def _doubt(maker: Maker, labels: list[str]) -> str:
    """That it cannot be told whether labels hold on the day."""
    return maker.on_its_day(
        N_("Det går inte att avgöra om {labels} gäller i dag."),
        N_("Det går inte att avgöra om {labels} gällde {day}."),
        N_("Det går inte att avgöra om {labels} gäller {day}."),
        labels=maker.words.list(labels),
    )


def _unsearched(labels: Iterable[LabelView]) -> bool:
    """True when some label has not been searched for."""
    return any(label.state_code == AccreditationState.NOT_CHECKED and not label.undecided for label in labels)


def _contracts(maker: Maker, profile: Profile) -> PartOfSummary:
    """The contracts, and how many of them are with the employment service."""
    words, total = maker.words, len(profile.contracts)
    if not total:
        return PartOfSummary((StateView("not_found", words.t("inga avtal funna")),), words.t("Vi hittade inga avtal i de källor vi har läst."))
    counted = Counter(contract_status(contract, maker.as_of).state for contract in profile.contracts)
    active, many = counted[ContractState.ACTIVE], words.count(total, "avtal", "avtal")
    if active:
        sentence = maker.on_its_day(
            N_("Källorna visar minst {contracts}, varav {active} som gäller i dag."),
            N_("Källorna visar minst {contracts}, varav {active} som gällde {day}."),
            N_("Källorna visar minst {contracts}, varav {active} som gäller {day}."),
            contracts=many,
            active=active,
        )
    else:
        sentence = words.t("Källorna visar minst {contracts}.", contracts=many)
    return PartOfSummary(_contract_states(maker, counted), words.sentences([sentence, _with_whom(maker, profile)]))


def _contract_states(maker: Maker, counted: Mapping[ContractState, int]) -> tuple[StateView, ...]:
    """Every state that a contract is in and how many are, those in force first; in a word where all are over. One that never began is told as that."""
    words = maker.words
    if set(counted) == {ContractState.TERMINATED}:
        return (StateView("avtal-terminated", words.t("avslutat") if sum(counted.values()) == 1 else words.t("alla avslutade")),)
    in_force = maker.on_its_day(N_("gäller i dag"), N_("gällde {day}"), N_("gäller {day}"))
    order = sorted(counted, key=lambda state: (state is not ContractState.ACTIVE, list(ContractState).index(state)))
    said = {ContractState.ACTIVE: in_force, ContractState.UNKNOWN: words.t("läget är inte känt")}
    return tuple(StateView(f"avtal-{s}", said.get(s) or words.label(s), counted[s] if len(counted) > 1 else 0) for s in order)


def _with_whom(maker: Maker, profile: Profile) -> str:
    """How many of the contracts are with the employment service; empty in a registry without one."""
    words, total = maker.words, len(profile.contracts)
    services = [body for body in maker.registry.of(Kind.BODIES) if body.record.employment_service]
    if not services:
        return ""
    name = maker.link(Kind.BODIES, services[0].id).marked
    theirs = sum(contract.buyer in {body.id for body in services} for contract in profile.contracts)
    if theirs == total:
        return words.t("Det är med {buyer}.", buyer=name) if total == 1 else words.t("Alla är med {buyer}.", buyer=name)
    if not theirs:
        return words.t("Det är inte med {buyer}.", buyer=name) if total == 1 else words.t("Inget av dem är med {buyer}.", buyer=name)
    return words.t("{number} av dem är med {buyer}.", number=theirs, buyer=name)


def _alike(maker: Maker, parties: Iterable[PartyView]) -> tuple[CasesToldAlike, ...]:
    """Outcomes and replies, counted together: counted apart, a reply could be read as that to another case."""
    counted = Counter((party.outcome_code, party.outcome, _reply(maker, party)) for party in parties if party.criticised)
    return tuple(CasesToldAlike(StateView(f"utfall-{code}", outcome, number), reply) for (code, outcome, reply), number in counted.items())


def _case(maker: Maker, party: PartyView) -> CaseInSummary:
    late = maker.words.t(UNDETERMINED) if party.undetermined else ""
    return CaseInSummary(party.years, StateView(f"utfall-{party.outcome_code}", party.outcome), late, _reply(maker, party))


def _reply(maker: Maker, party: PartyView) -> str:
    """What the provider has answered in a case; empty where there is nothing to answer."""
    if party.reply.state_code == ReplyState.NOT_APPLICABLE:
        return ""
    return maker.words.t("Leverantörens svar: {replies}.", replies=party.reply.state)


_BOTH = 2


def cases_sentence(maker: Maker, parties: tuple[PartyView, ...], mentions: int) -> str:
    """How many cases there are, how many of them without criticism, and in how many sources more it is named."""
    words, total, neutral = maker.words, len(parties), sum(not party.criticised for party in parties)
    cases = capital(words.count(total, "dokumenterat ärende", "dokumenterade ärenden"))
    if not neutral:
        text = words.t("{cases}.", cases=cases)
    elif neutral < total:
        text = words.t("{cases}, varav {neutral} utan kritik.", cases=cases, neutral=neutral)
    elif neutral == 1:
        text = words.t("{cases}, utan kritik.", cases=cases)
    elif neutral == _BOTH:
        text = words.t("{cases}, båda utan kritik.", cases=cases)
    else:
        text = words.t("{cases}, alla utan kritik.", cases=cases)
    if not mentions:
        return text
    sources = words.count(mentions, "källa", "källor")
    return words.sentences([text, words.t("Leverantören nämns också i {sources}, som den ännu inte har fått svara på.", sources=sources)])

"""Providers: the profile page, first what it is and which labels and contracts it has, then everything else."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.profile import Contract, Measure, Place, Profile, Relation
from generator.records.places import counties, municipalities
from generator.records.reader import Document
from generator.records.vocabulary import ContractEndCause, ContractState, LegalForm, Qualifier
from generator.registry.states import contract_status, has_ended
from generator.site import routes
from generator.site.maker import CitationView, EvidenceView, LinkView, Maker, contact_rows
from generator.site.swedish import amount_text, capital, count_text, day_text, on_day, span_text
from generator.site.views.cases import UNHEARD_NOTE, CaseCard, ClaimsView, MentionView, case_card, cases_of, claims_about, mentions_of, party_of
from generator.site.views.corrections import PageCorrections, profile_corrections
from generator.site.views.coverage import CoverageView, coverage_view
from generator.site.views.labels import LabelView, labels_sentence, provider_labels
from generator.site.views.parties import PartyView

# Causes whose Swedish words need the contract as their subject.
_SAID_OF_THE_CONTRACT = frozenset(
    {ContractEndCause.EXPIRED, ContractEndCause.NOT_EXTENDED, ContractEndCause.TERMINATED_FOR_BREACH, ContractEndCause.ENDED_ON_RESULT_LEVEL}
)


@dataclass(frozen=True, slots=True)
class ContractView:
    """One contract."""

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


@dataclass(frozen=True, slots=True)
class CaseOfProvider:
    """A case as it stands on one provider's profile: statements and reply together."""

    card: CaseCard
    party: PartyView
    claims: tuple[ClaimsView, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A plain fact in a list, with its sources."""

    label: str
    link: LinkView
    when: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measurement by somebody else. `amount` says "saknar betyg" when none was given."""

    anchor: str
    what: str
    by: LinkView
    amount: str
    period: str
    base: str
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The page of a provider. `key`: `profiles/id`."""

    key: str
    name: str
    url: str
    summary: Markup
    identity: tuple[tuple[str, str], ...]
    website: str
    contact: tuple[tuple[str, str], ...]
    identity_citations: tuple[CitationView, ...]
    checked_on: str
    as_of: str
    lifecycle: tuple[FactView, ...]
    labels: tuple[LabelView, ...]
    labels_sentence: str
    contracts: tuple[ContractView, ...]
    contracts_sentence: str
    cases: tuple[CaseOfProvider, ...]
    cases_sentence: str
    mentions: tuple[MentionView, ...]
    mentions_note: str
    services: tuple[FactView, ...]
    places: tuple[FactView, ...]
    relations: tuple[FactView, ...]
    measures: tuple[MeasureView, ...]
    statements: tuple[EvidenceView, ...]
    coverage: CoverageView
    draft: bool
    corrections: PageCorrections


def profile_view(maker: Maker, document: Document) -> ProfileView:
    """The page of one provider."""
    profile: Profile = document.record
    labels = provider_labels(maker, profile)
    contracts = tuple(contract_view(maker, c) for c in profile.contracts)
    shown = cases_of(maker, document.id)
    cases = tuple(CaseOfProvider(case_card(maker, d), party_of(maker, d, document.id), claims_about(maker, d, document.id)) for d in shown)
    mentions = mentions_of(maker, document.id)
    return ProfileView(
        key=document.key,
        name=profile.name,
        url=maker.url(document.key) or "",
        summary=maker.html(profile.summary),
        identity=tuple(_identity(profile)),
        website=profile.website or "",
        contact=contact_rows(profile.contact),
        identity_citations=maker.citations(profile.sources),
        checked_on=on_day(profile.checked_on),
        as_of=on_day(maker.as_of),
        lifecycle=tuple(FactView(e.state.label_sv, LinkView(""), day_text(e.from_), maker.citations(e.sources)) for e in profile.lifecycle),
        labels=labels,
        labels_sentence=labels_sentence(maker, profile, labels),
        contracts=contracts,
        contracts_sentence=_contracts_sentence(maker, contracts),
        cases=cases,
        cases_sentence=_cases_sentence(cases, len(mentions)),
        mentions=mentions,
        mentions_note=UNHEARD_NOTE,
        services=tuple(FactView(s.service.label_sv, LinkView(""), day_text(s.date), maker.citations(s.sources)) for s in profile.services),
        places=tuple(_place(maker, p) for p in profile.places),
        relations=tuple(_relation(maker, r) for r in profile.relations),
        measures=tuple(measure_view(maker, m) for m in profile.measures),
        statements=tuple(maker.evidence(s) for s in profile.statements),
        coverage=coverage_view(maker, profile),
        draft=maker.is_draft(document),
        corrections=profile_corrections(maker, document, shown),
    )


def _contracts_sentence(maker: Maker, contracts: tuple[ContractView, ...]) -> str:
    if not contracts:
        return "Vi hittade inga avtal i de källor vi har läst."
    many = f"Källorna visar {count_text(len(contracts), 'avtal', 'avtal')}"
    active = sum(c.state_code == ContractState.ACTIVE for c in contracts)
    if active:
        return f"{many}, varav {active} som {maker.in_force}."
    if all(c.state_code in (ContractState.TERMINATED, ContractState.CANCELLED) for c in contracts):
        return f"{many}. {'Det är avslutat' if len(contracts) == 1 else 'Alla är avslutade'}."
    return f"{many}, men inte att {'det' if len(contracts) == 1 else 'något av dem'} {maker.in_force}."


_BOTH = 2


def _cases_sentence(cases: tuple[CaseOfProvider, ...], mentions: int) -> str:
    text = capital(count_text(len(cases), "dokumenterat ärende", "dokumenterade ärenden"))
    neutral = sum(not case.party.criticised for case in cases)
    if neutral and neutral == len(cases):
        text += ", utan kritik" if neutral == 1 else ", båda utan kritik" if neutral == _BOTH else ", alla utan kritik"
    elif neutral:
        text += f", varav {neutral} utan kritik"
    if mentions:
        text += f". {capital(count_text(mentions, 'publicerad källa', 'publicerade källor'))} nämner leverantören, som vi ännu inte har hört"
    return f"{text}."


def _identity(profile: Profile) -> list[tuple[str, str]]:
    rows = [
        ("Företagsnamn", profile.legal_name or ""),
        ("Bolagsform", profile.legal_form.label_sv if profile.legal_form is not LegalForm.UNKNOWN else ""),
        ("Organisationsnummer", profile.orgnr or "" if profile.legal_form is not LegalForm.SOLE_TRADER else ""),
        ("Kallas också", ", ".join(profile.aliases)),
        ("Tidigare namn", ", ".join(profile.former_names)),
        ("Varumärken", ", ".join(profile.brands)),
    ]
    return [(label, value) for label, value in rows if value]


def contract_view(maker: Maker, contract: Contract) -> ContractView:
    """One contract as it stood on the day."""
    status = contract_status(contract, maker.as_of)
    parts = [span_text(contract.from_, contract.to)]
    ended, told = contract.ended, has_ended(contract, maker.as_of)
    day = on_day(ended.on) if ended and ended.on else ""
    some_day = ended is not None and ended.on is not None and ended.on.earliest <= maker.as_of < ended.on.latest
    if ended and some_day:
        what = "Avtalet avslutades" if ended.cause is ContractEndCause.UNKNOWN else _cause(ended.cause)
        parts.append(f"{what} någon gång {day}. Vi vet inte vilken dag")
    elif status.cause:
        parts.append(f"{_cause(status.cause)}{f' {day}' if told and day else ''}")
    if status.last_seen:
        parts.append(f"Nämns i en källa för {day_text(status.last_seen)}")
    sources = (*contract.sources, *(ended.sources if ended and (told or some_day) else ()))
    return ContractView(
        anchor=contract.id,
        buyer=maker.link(Kind.BODIES, contract.buyer),
        programme=maker.link(Kind.PROGRAMMES, contract.programme) if contract.programme else None,
        state=contract_state(maker, status.state),
        state_code=status.state.value,
        sentence=". ".join(capital(p) for p in parts if p) + ("." if any(parts) else ""),
        reference=contract.reference or "",
        places=tuple(_municipality(maker, code) for code in contract.municipalities),
        note=maker.html(contract.note),
        citations=maker.citations(sources),
    )


def _cause(cause: ContractEndCause) -> str:
    """Why a contract ended, as the beginning of a sentence."""
    return f"{'Avtalet ' if cause in _SAID_OF_THE_CONTRACT else ''}{cause.label_sv}"


def contract_state(maker: Maker, state: ContractState) -> str:
    """The word of a state, which says "i dag" only of today."""
    if state is ContractState.UNKNOWN and maker.as_of != maker.registry.horizon:
        return f"läget {on_day(maker.as_of)} är inte känt"
    return state.label_sv


def _municipality(maker: Maker, code: str) -> LinkView:
    place = municipalities()[code]
    return LinkView(place.name, maker.href(routes.municipality(place)))


def _place(maker: Maker, place: Place) -> FactView:
    if place.municipality:
        link = _municipality(maker, place.municipality)
    else:
        county = counties()[place.county or ""]
        link = LinkView(county.name, maker.href(routes.county(county)))
    return FactView("", link, day_text(place.date), maker.citations(place.sources))


def _relation(maker: Maker, relation: Relation) -> FactView:
    if relation.target:
        kind = Kind.PROFILES if f"{Kind.PROFILES}/{relation.target}" in maker.registry.documents else Kind.BODIES
        link = maker.link(kind, relation.target)
    else:
        link = LinkView(relation.name or "")
    return FactView(relation.kind.label_sv, link, span_text(relation.from_, relation.to), maker.citations(relation.sources))


def measure_view(maker: Maker, measure: Measure) -> MeasureView:
    """A measurement that somebody else made, with who, when and of how many."""
    amount = "saknar betyg" if measure.value is None else amount_text(measure.value, measure.unit, Qualifier.EXACT)
    scale = f" ({measure.scale})" if measure.scale else ""
    return MeasureView(
        measure.id, measure.what, maker.link(Kind.BODIES, measure.by), amount + scale, measure.period, measure.base, maker.citations(measure.sources)
    )

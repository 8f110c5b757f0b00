"""Providers: the profile page, first what it is and which labels and contracts it has, then everything else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.profile import Measure, Place, Profile, Relation
from generator.records.reader import Document
from generator.records.vocabulary import LegalForm, Qualifier
from generator.site.language import Language
from generator.site.maker import Maker
from generator.site.parts import CitationView, ContactView, EvidenceView, LinkView
from generator.site.views.cases import UNHEARD_NOTE, CaseCard, ClaimsView, MentionView, case_card, cases_of, claims_about, mentions_of, party_of
from generator.site.views.contracts import ContractView, contract_view
from generator.site.views.corrections import PageCorrections, profile_corrections
from generator.site.views.coverage import CoverageView, coverage_view
from generator.site.views.help import checklist_of
from generator.site.views.labels import LabelView, provider_labels
from generator.site.views.page_sources import sources_in
from generator.site.views.parties import PartyView
from generator.site.views.profile_times import TimePicture, time_picture
from generator.site.views.summary import SummaryView, summary_view


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
    """A measurement by somebody else. `amount` says "saknar betyg" when none was given. cite: as a statement has it."""

    anchor: str
    what: str
    by: LinkView
    amount: str
    period: str
    base: str
    citations: tuple[CitationView, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The page of a provider. `key`: `profiles/id`. identity: label, value and whether that is a name or number, which nobody translates."""

    key: str
    name: str
    url: str
    summary: Markup
    first: SummaryView
    identity: tuple[tuple[str, str, bool], ...]
    website: str
    contact: tuple[ContactView, ...]
    identity_citations: tuple[CitationView, ...]
    checked_on: str
    as_of: str
    lifecycle: tuple[FactView, ...]
    labels: tuple[LabelView, ...]
    contracts: tuple[ContractView, ...]
    cases: tuple[CaseOfProvider, ...]
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
    times: TimePicture | None
    demands: str
    sources: tuple[CitationView, ...] = ()


def profile_view(maker: Maker, document: Document) -> ProfileView:
    """The page of one provider."""
    profile: Profile = document.record
    words = maker.words
    labels = provider_labels(maker, profile)
    contracts = tuple(contract_view(maker, c) for c in profile.contracts)
    shown = cases_of(maker, document.id)
    cases = tuple(CaseOfProvider(case_card(maker, d), party_of(maker, d, document.id), claims_about(maker, d, document.id)) for d in shown)
    mentions = mentions_of(maker, document.id)
    view = ProfileView(
        key=document.key,
        name=profile.name,
        url=maker.url(document.key) or "",
        summary=maker.summary(profile),
        first=summary_view(maker, profile, labels, tuple(case.party for case in cases), len(mentions)),
        identity=tuple(_identity(maker.words, profile)),
        website=profile.website or "",
        contact=maker.contact_rows(profile.contact),
        identity_citations=maker.citations(profile.sources),
        checked_on=words.on_day(profile.checked_on),
        as_of=words.on_day(maker.as_of),
        lifecycle=tuple(FactView(words.label(e.state), LinkView(""), words.day(e.from_), maker.citations(e.sources)) for e in profile.lifecycle),
        labels=labels,
        contracts=contracts,
        cases=cases,
        mentions=mentions,
        mentions_note=words.t(UNHEARD_NOTE),
        services=tuple(FactView(words.label(s.service), LinkView(""), words.day(s.date), maker.citations(s.sources)) for s in profile.services),
        places=tuple(_place(maker, p) for p in profile.places),
        relations=tuple(_relation(maker, r) for r in profile.relations),
        measures=tuple(measure_view(maker, m) for m in profile.measures),
        statements=tuple(maker.evidence(s) for s in profile.statements),
        coverage=coverage_view(maker, profile),
        draft=maker.is_draft(document),
        corrections=profile_corrections(maker, document, shown),
        times=time_picture(maker, document, contracts, cases),
        demands=checklist_of(maker, profile),
    )
    return replace(view, sources=sources_in(view))


def _identity(words: Language, profile: Profile) -> list[tuple[str, str, bool]]:
    rows = [
        (words.t("Företagsnamn"), profile.legal_name or "", True),
        (words.t("Bolagsform"), words.label(profile.legal_form) if profile.legal_form is not LegalForm.UNKNOWN else "", False),
        (words.t("Organisationsnummer"), profile.orgnr or "" if profile.legal_form is not LegalForm.SOLE_TRADER else "", True),
        (words.t("Kallas också"), ", ".join(profile.aliases), True),
        (words.t("Tidigare namn"), ", ".join(profile.former_names), True),
        (words.t("Varumärken"), ", ".join(profile.brands), True),
    ]
    return [row for row in rows if row[1]]


def _place(maker: Maker, place: Place) -> FactView:
    link = maker.municipality(place.municipality) if place.municipality else maker.county(place.county or "")
    return FactView("", link, maker.words.day(place.date), maker.citations(place.sources))


def _relation(maker: Maker, relation: Relation) -> FactView:
    if relation.target:
        kind = Kind.PROFILES if f"{Kind.PROFILES}/{relation.target}" in maker.registry.documents else Kind.BODIES
        link = maker.link(kind, relation.target)
    else:
        link = LinkView(relation.name or "", lang=maker.words.records)
    return FactView(maker.words.label(relation.kind), link, maker.words.span(relation.from_, relation.to), maker.citations(relation.sources))


def measure_view(maker: Maker, measure: Measure) -> MeasureView:
    """A measurement that somebody else made, with who, when and of how many."""
    words = maker.words
    amount = words.t("saknar betyg") if measure.value is None else words.amount(measure.value, measure.unit, Qualifier.EXACT)
    if measure.scale:
        amount = words.t("{amount} ({scale})", amount=amount, scale=words.own(measure.scale))
    by, citations = maker.link(Kind.BODIES, measure.by), maker.citations(measure.sources)
    return MeasureView(measure.id, measure.what, by, amount, measure.period, measure.base, citations, maker.cited(measure))

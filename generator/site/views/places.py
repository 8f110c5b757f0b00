"""Providers by name and by place: A–Ö, every county and every municipality, also those where we know of none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.records.models import Kind
from generator.records.places import County, Municipality, counties, municipalities
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationState
from generator.site import routes
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import count_text, first_letter, sort_key
from generator.site.views.cases import CaseCard, case_card, cases_of, mentions_of, published_cases
from generator.site.views.labels import provider_labels


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """A provider in a list: the same facts in the same order for everyone."""

    link: LinkView
    also: str
    label: str
    label_code: str
    contracts: str
    cases: str
    services: str
    draft: bool


@dataclass(frozen=True, slots=True)
class ProvidersView:
    """The list of all providers, by first letter."""

    groups: tuple[tuple[str, tuple[ProviderRow, ...]], ...]
    count: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A county or municipality: its providers, the cases there, and the places around it.

    here: providers that a source places exactly here. wider: those placed in the county as a whole
    (municipality pages) or in one of its municipalities (county pages). service: where to see whom one
    can choose today. unnamed_cases: whether some case here names no provider.
    """

    name: str
    kind: str
    url: str
    county: LinkView | None
    here: tuple[ProviderRow, ...]
    wider: tuple[ProviderRow, ...]
    cases: tuple[CaseCard, ...]
    unnamed_cases: bool
    service: LinkView | None
    places: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class CountiesView:
    """All counties with how many providers we know of in each."""

    counties: tuple[LinkView, ...]


def provider_row(maker: Maker, document: Document) -> ProviderRow:
    """A provider as a row."""
    profile = document.record
    labels = [label for label in provider_labels(maker, profile) if label.industry]
    codes = {label.state_code for label in labels}
    cases, mentions = len(cases_of(maker, document.id)), len(mentions_of(maker, document.id))
    also = [*profile.aliases, *profile.former_names, *profile.brands]
    state = next((s for s in AccreditationState if s.value in codes), AccreditationState.NOT_CHECKED)
    if state is AccreditationState.NOT_FOUND and AccreditationState.NOT_CHECKED.value in codes:
        state = AccreditationState.NOT_CHECKED
    undecided = state is AccreditationState.NOT_CHECKED and any(label.undecided for label in labels)
    return ProviderRow(
        link=maker.link(Kind.PROFILES, document.id),
        also=", ".join(also),
        label="märkning: går inte att avgöra" if undecided else f"märkning {state.label_sv}",
        label_code=state.value,
        contracts="inga avtal hittade" if not profile.contracts else count_text(len(profile.contracts), "avtal", "avtal"),
        cases=count_text(cases, "ärende", "ärenden") + (f", nämns i {count_text(mentions, 'källa', 'källor')}" if mentions else ""),
        services=", ".join(s.service.label_sv for s in profile.services),
        draft=maker.is_draft(document),
    )


def providers_view(maker: Maker) -> ProvidersView:
    """All providers A–Ö."""
    documents = sorted(maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name))
    groups = groupby(documents, key=lambda d: first_letter(d.record.name))
    return ProvidersView(
        tuple((letter, tuple(provider_row(maker, d) for d in members)) for letter, members in groups),
        count_text(len(documents), "leverantör", "leverantörer"),
    )


def counties_view(maker: Maker) -> CountiesView:
    """The list of counties, in alphabetical order."""
    places = sorted(counties().values(), key=lambda c: sort_key(c.name))
    return CountiesView(tuple(_county_link(maker, c) for c in places))


def county_view(maker: Maker, county: County) -> PlaceView:
    """The page of a county."""
    towns = sorted((m for m in municipalities().values() if m.county_code == county.code), key=lambda m: sort_key(m.name))
    here = [d for d in _profiles(maker) if any(p.county == county.code for p in d.record.places)]
    wider = [d for d in _profiles(maker) if d not in here and any((p.municipality or "")[:2] == county.code for p in d.record.places)]
    cases = [d for d in published_cases(maker) if county.code in d.record.counties or any(m[:2] == county.code for m in d.record.municipalities)]
    return PlaceView(
        name=county.name,
        kind="county",
        url=maker.href(routes.county(county)),
        county=None,
        here=tuple(provider_row(maker, d) for d in here),
        wider=tuple(provider_row(maker, d) for d in wider),
        cases=tuple(case_card(maker, d) for d in cases),
        unnamed_cases=any(p.unnamed for d in cases for p in d.record.parties),
        service=_service(maker),
        places=tuple(LinkView(m.name, maker.href(routes.municipality(m)), _known(maker, m.code)) for m in towns),
    )


def municipality_view(maker: Maker, town: Municipality) -> PlaceView:
    """The page of a municipality."""
    here = [d for d in _profiles(maker) if any(p.municipality == town.code for p in d.record.places)]
    wider = [d for d in _profiles(maker) if d not in here and any(p.county == town.county_code for p in d.record.places)]
    cases = [d for d in published_cases(maker) if town.code in d.record.municipalities]
    return PlaceView(
        name=town.name,
        kind="municipality",
        url=maker.href(routes.municipality(town)),
        county=_county_link(maker, counties()[town.county_code]),
        here=tuple(provider_row(maker, d) for d in here),
        wider=tuple(provider_row(maker, d) for d in wider),
        cases=tuple(case_card(maker, d) for d in cases),
        unnamed_cases=any(p.unnamed for d in cases for p in d.record.parties),
        service=_service(maker),
        places=(),
    )


def _service(maker: Maker) -> LinkView | None:
    """The public employment service and its own website, where a participant chooses."""
    bodies = [d.record for d in maker.registry.of(Kind.BODIES) if d.record.employment_service]
    return LinkView(bodies[0].name, bodies[0].website) if bodies else None


def _profiles(maker: Maker) -> list[Document]:
    return sorted(maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name))


def _county_link(maker: Maker, county: County) -> LinkView:
    known = sum(any(county.code in (p.county, (p.municipality or "")[:2]) for p in d.record.places) for d in maker.registry.of(Kind.PROFILES))
    return LinkView(county.name, maker.href(routes.county(county)), str(known) if known else "")


def _known(maker: Maker, code: str) -> str:
    known = sum(any(p.municipality == code for p in d.record.places) for d in maker.registry.of(Kind.PROFILES))
    return str(known) if known else ""

"""Providers by place: every county and every municipality, also those where we know of none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.places import County, Municipality, counties, municipalities
from generator.records.reader import Document
from generator.site import routes
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.routes import Facet
from generator.site.swedish import sort_key
from generator.site.views.cases import CaseCard, case_card, published_cases
from generator.site.views.facets import DownloadsView, downloads
from generator.site.views.listing import ProviderRow, Providers, Standing


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A county or municipality: its providers, the cases there, and the places around it.

    here: providers that a source places exactly here. wider: those placed in the county as a whole
    (municipality pages) or in one of its municipalities (county pages). service: where to see whom one
    can choose today. unnamed_cases: whether some case here names no provider. downloads: of all providers here, when there are any.
    compare: where they stand side by side, when there are at least two. narrow: the whole list with this place chosen, when one can choose it.
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
    downloads: DownloadsView | None
    compare: str
    narrow: str


def county_view(providers: Providers, county: County) -> PlaceView:
    """The page of a county."""
    maker = providers.maker
    towns = sorted((m for m in municipalities().values() if m.county_code == county.code), key=lambda m: sort_key(m.name))
    cases = [d for d in published_cases(maker) if county.code in d.record.counties or any(m[:2] == county.code for m in d.record.municipalities)]
    found = providers.having(Facet.COUNTY, county.code)
    here = tuple(s for s in found if any(p.county == county.code for p in s.document.record.places))
    places = tuple(maker.municipality(m.code, _known(providers, m)) for m in towns)
    return _place(providers, Facet.COUNTY, county, found, here, cases, None, places)


def municipality_view(providers: Providers, town: Municipality) -> PlaceView:
    """The page of a municipality."""
    cases = [d for d in published_cases(providers.maker) if town.code in d.record.municipalities]
    found = providers.having(Facet.MUNICIPALITY, town.code)
    here = tuple(s for s in found if town.code in s.towns)
    return _place(providers, Facet.MUNICIPALITY, town, found, here, cases, _county_link(providers, counties()[town.county_code]), ())


def _place(
    providers: Providers,
    facet: Facet,
    place: County | Municipality,
    found: tuple[Standing, ...],
    here: tuple[Standing, ...],
    cases: list[Document],
    county: LinkView | None,
    places: tuple[LinkView, ...],
) -> PlaceView:
    maker, url = providers.maker, routes.facet_list(facet, place.code)
    can_choose = facet is Facet.COUNTY or any(place.code in s.towns for s in found)
    exactly = {s.document.id for s in here}
    return PlaceView(
        name=maker.words.t(place.name) if facet is Facet.COUNTY else place.name,
        kind="county" if facet is Facet.COUNTY else "municipality",
        url=maker.href(url),
        county=county,
        here=providers.rows(here),
        wider=providers.rows(s for s in found if s.document.id not in exactly),
        cases=tuple(case_card(maker, d) for d in cases),
        unnamed_cases=any(p.unnamed for d in cases for p in d.record.parties),
        service=_service(maker),
        places=places,
        downloads=downloads(providers, url) if found else None,
        compare=maker.href(routes.place_comparison(url)) if len(found) > 1 else "",
        narrow=maker.href(routes.narrowed(facet, place.code)) if found and can_choose else "",
    )


def _service(maker: Maker) -> LinkView | None:
    """The public employment service and its own website, where a participant chooses."""
    bodies = [d.record for d in maker.registry.of(Kind.BODIES) if d.record.employment_service]
    return LinkView(bodies[0].name, bodies[0].website, lang=maker.words.records) if bodies else None


def _county_link(providers: Providers, county: County) -> LinkView:
    known = len(providers.having(Facet.COUNTY, county.code))
    return providers.maker.county(county.code, str(known) if known else "")


def _known(providers: Providers, town: Municipality) -> str:
    known = sum(town.code in s.towns for s in providers.having(Facet.MUNICIPALITY, town.code))
    return str(known) if known else ""

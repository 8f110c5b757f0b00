"""What the provider list can be narrowed by: each facet with its values, what each means, and the prebuilt list of those that have it.

One value a page works without JavaScript. A value keeps its page also when nobody has it: an address is promised for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.records.vocabulary import AccreditationState, ContractState, Service
from generator.site import routes
from generator.site.language import Language
from generator.site.routes import Facet
from generator.site.swedish import sort_key
from generator.site.views.coverage import shown_schemes
from generator.site.views.listing import NONE, UNDECIDED, Providers, RowsView

PLACES = (Facet.COUNTY, Facet.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class OptionView:
    """A value of a facet. value: its name in the query. count: how many of all have it. definition: what it means, on the day."""

    value: str
    text: str
    url: str
    count: int
    definition: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet. name: in the query. note: what holds for all its values."""

    name: str
    title: str
    note: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """The files with exactly the rows of a list. name: of the files where a reader saves them, without ending; it says which list and day.

    explained: where the page says what the columns mean.
    """

    csv: str
    json: str
    name: str
    explained: str


@dataclass(frozen=True, slots=True)
class ProvidersView:
    """The list of all providers, or one part of it. number: which part."""

    count: str
    total: int
    rows: RowsView
    facets: tuple[FacetView, ...]
    downloads: DownloadsView
    number: int
    as_of: str


@dataclass(frozen=True, slots=True)
class FacetPageView:
    """Those that have one value. others: the other values of the facet. narrow: the whole list with this value chosen."""

    facet: FacetView
    option: OptionView
    total: int
    as_of: str
    rows: RowsView
    downloads: DownloadsView
    narrow: str
    number: int


def providers_views(providers: Providers) -> tuple[ProvidersView, ...]:
    """All providers A–Ö, in one page or more."""
    maker, url = providers.maker, routes.record_list(Kind.PROFILES)
    total = len(providers.all)
    parts = providers.parts(providers.all, url)
    offered = facets(providers)
    return tuple(
        ProvidersView(
            count=maker.words.count(total, "leverantör", "leverantörer"),
            total=total,
            rows=rows,
            facets=offered,
            downloads=downloads(providers, url),
            number=number,
            as_of=maker.words.on_day(maker.as_of),
        )
        for number, rows in enumerate(parts, 1)
    )


def facet_views(providers: Providers) -> Iterator[tuple[str, FacetPageView]]:
    """The prebuilt list of each value, with its address; those of places are the pages of the places."""
    maker = providers.maker
    for view in facets(providers):
        facet = Facet(view.name)
        for code, option in zip(_codes(facet), view.options, strict=True) if facet not in PLACES else ():
            url = routes.facet_list(facet, code)
            for number, rows in enumerate(providers.parts(providers.having(facet, code), url), 1):
                yield (
                    routes.part(url, number),
                    FacetPageView(
                        facet=view,
                        option=option,
                        total=len(providers.all),
                        as_of=maker.words.on_day(maker.as_of),
                        rows=rows,
                        downloads=downloads(providers, url),
                        narrow=maker.href(routes.narrowed(facet, code)),
                        number=number,
                    ),
                )


def facets(providers: Providers) -> tuple[FacetView, ...]:
    """Every facet, those of places first. Counties and municipalities without anybody are left out; the page of places has them."""
    maker, words = providers.maker, providers.maker.words
    towns = sorted({code for s in providers.all for code in s.towns}, key=lambda code: sort_key(municipalities()[code].name))
    regions = sorted({code for s in providers.all for code in s.counties}, key=lambda code: sort_key(counties()[code].name))
    schemes = words.list([words.own(scheme.record.name) for scheme in shown_schemes(maker)])
    counted = words.t("Här räknas branschens egna märkningar: {schemes}. Den som har flera kan stå under flera lägen.", schemes=schemes)
    codes = {Facet.COUNTY: tuple(regions), Facet.MUNICIPALITY: tuple(towns)}
    told = {
        Facet.COUNTY: (words.t("Län"), words.t("Källorna nämner leverantören i länet eller i en kommun där. Den kan ha flyttat eller slutat.")),
        Facet.MUNICIPALITY: (
            words.t("Kommun"),
            words.t("Källorna nämner leverantören i kommunen eller i hela länet. Den kan ha flyttat eller slutat."),
        ),
        Facet.SERVICE: (words.t("Tjänst"), words.t("Tjänster som någon källa visar. Leverantören kan ha fler.")),
        Facet.LABEL: (words.t("Märkning"), counted if schemes else ""),
        Facet.CONTRACT: (
            words.t("Avtal"),
            words.t("Avtal i de källor vi har läst, med vilken beställare som helst. Att inget står här betyder inte att det saknas."),
        ),
        Facet.CASES: (
            words.t("Ärenden"),
            words.t("Bara ärenden som vi har kunnat dokumentera och visa räknas. Antalet säger något om vad vi har läst, inte om hur bra leverantören är."),
        ),
    }
    return tuple(
        FacetView(facet.value, *told[facet], tuple(_option(providers, facet, code) for code in (codes[facet] if facet in codes else _codes(facet))))
        for facet in Facet
    )


def downloads(providers: Providers, url: str) -> DownloadsView:
    """The files of the list at an address."""
    maker = providers.maker
    everyone = url == routes.record_list(Kind.PROFILES)
    which = "leverantorer" if everyone else f"leverantorer-{url.strip('/').rpartition('/')[2]}"
    files = (maker.href(routes.download(url, "csv")), maker.href(routes.download(url, "json")))
    return DownloadsView(*files, f"coachkollen-{which}-{maker.as_of.isoformat()}", f"{maker.href(routes.page('metod'))}#avsnitt-nedladdningar")


def _codes(facet: Facet) -> tuple[str, ...]:
    return tuple(routes.FACET_VALUES[facet])


def _option(providers: Providers, facet: Facet, code: str) -> OptionView:
    text, definition = option_words(providers.maker.words, facet, code)
    having = len(providers.having(facet, code))
    return OptionView(routes.facet_value(facet, code), text, providers.maker.href(routes.facet_list(facet, code)), having, definition)


def option_words(words: Language, facet: Facet, code: str) -> tuple[str, str]:
    """What a value is called, and what it means."""
    if facet is Facet.COUNTY:
        return words.t(counties()[code].name), ""
    if facet is Facet.MUNICIPALITY:
        return municipalities()[code].name, ""
    if facet is Facet.SERVICE:
        return words.label(Service.of(code)), words.definition(Service.of(code))
    if facet is Facet.LABEL:
        return _label_words(words, code)
    if facet is Facet.CONTRACT:
        if code == NONE:
            return words.t("inga avtal hittade"), words.t("Vi hittade inga avtal i de källor vi har läst. Det betyder inte att det saknas.")
        return words.label(ContractState.of(code)), words.definition(ContractState.of(code))
    return _case_words(words, code)


def _label_words(words: Language, code: str) -> tuple[str, str]:
    if code == UNDECIDED:
        return words.t("går inte att avgöra"), words.t("En period är känd, men datumen räcker inte för att säga om den gäller.")
    state = AccreditationState.of(code)
    if state is AccreditationState.NOT_FOUND:
        return (
            words.t("ingen branschauktorisation funnen"),
            words.t("Vi har sökt i alla utfärdares register de senaste tolv månaderna och hittade inget. Datum och register står vid varje leverantör."),
        )
    if state is AccreditationState.NOT_CHECKED:
        return (
            words.label(state),
            words.t("Vi har inte sökt i alla register de senaste tolv månaderna, och ingen märkning är känd. Det säger inget om företaget."),
        )
    return words.label(state), words.definition(state)


def _case_words(words: Language, code: str) -> tuple[str, str]:
    told = {
        "criticism": (
            words.t("minst ett ärende med kritik"),
            words.t("Någon har klagat på leverantören, granskat den eller prövat den. Vad som kom fram, och leverantörens svar, står i ärendet."),
        ),
        "favourable": (
            words.t("minst ett ärende som slutade till leverantörens fördel"),
            words.t("Någon prövade saken och fann inga brister, eller friade leverantören."),
        ),
        "neutral": (
            words.t("bara ärenden utan kritik"),
            words.t("Alla ärenden som vi visar är händelser utan kritik, eller något som talar för leverantören."),
        ),
        NONE: (
            words.t("inga ärenden"),
            words.t("Vi visar inget ärende om leverantören. Det betyder varken att något har hänt eller att inget har hänt."),
        ),
    }
    return told[code]

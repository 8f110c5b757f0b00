"""Every page that is made from records: its address, template, view and what it was made from.

The Markdown pages are Pelican's; what they show besides their text comes from `PAGE_VIEWS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.records.reader import Document
from generator.registry.pages import core_keys
from generator.registry.registry import Registry, follow, references
from generator.site import routes
from generator.site.citing.cited_pages import CitedPage, cited_list, cited_record, cited_text, cited_texts, text_made_from, uncited_record
from generator.site.citing.collecting import Citing
from generator.site.citing.head import HeadView
from generator.site.downloads import SiteFile
from generator.site.embedding import embedding, oembed_file
from generator.site.evidence.archive import Bundles
from generator.site.language import EASY_SWEDISH, N_
from generator.site.leads import medium
from generator.site.maker import Maker
from generator.site.pictures.link_picture import LinkPicture
from generator.site.search.entries import ALPHABET_TITLE, ENTRY_SOURCES
from generator.site.sharing import Shared, picture, shared_case, shared_profile
from generator.site.tables.files import Made
from generator.site.views.alphabet import alphabet_views, search_view
from generator.site.views.api import api_view
from generator.site.views.card import card_view, removed_card_view
from generator.site.views.cases import CaseView, case_view, published_cases
from generator.site.views.comparisons import providers_comparison_view
from generator.site.views.corrections import RemovedView, corrections_view, removed_view
from generator.site.views.county_map import counties_view
from generator.site.views.data import data_view
from generator.site.views.easy import easy_list_view, easy_profile_view
from generator.site.views.facets import facet_views, providers_views
from generator.site.views.follow import follow_view
from generator.site.views.help import checklists_view, complaint_view
from generator.site.views.history import history_pages
from generator.site.views.listing import Providers
from generator.site.views.overview import (
    cases_view,
    glossary_view,
    list_view,
    method_view,
    rules_view,
    start_view,
)
from generator.site.views.places import county_view, municipality_view
from generator.site.views.profiles import ProfileView, profile_view
from generator.site.views.side_by_side import compare_view, place_comparisons
from generator.site.views.sources import source_rows, source_view
from generator.site.views.stories import stories_view
from generator.site.views.system_comparison import Systems, beside_views, caveats_view, question_views, systems_view
from generator.site.views.systems import body_view, programme_view, scheme_view

SCHEMES_INTRO = N_(
    "En märkning är ett löfte som någon annan än företaget självt står för. Här står vad varje märkning prövar, vem som beslutar och vad den inte säger."
)
PROGRAMMES_INTRO = N_("Tjänster och stöd som staten eller en kommun betalar för. Här står hur leverantörer väljs, kontrolleras och får betalt.")
PROVIDERS_AS_DATA = N_("Alla leverantörer som vi har dokumenterat något om: märkningar, avtal, ärenden och svar, med källa till varje uppgift på deras sidor.")
BODIES_INTRO = N_("De som beslutar, köper, granskar, ger stöd eller skriver.")


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `url` is site-absolute without base path; `made_from`: keys of the records it shows.

    head: what its head says to programs that cite, of a page that can be cited. beside: files that lie beside it and say the same to programs.
    shared: what it says of itself to those who show a link to it.
    """

    url: str
    template: str
    title: str
    view: object
    made_from: tuple[str, ...]
    head: HeadView | None = None
    beside: tuple[SiteFile | LinkPicture, ...] = ()
    shared: Shared | None = None


_RECORD_VIEWS: Mapping[Kind, Callable[[Maker, Document], object]] = {
    Kind.PROFILES: profile_view,
    Kind.CASES: case_view,
    Kind.SCHEMES: scheme_view,
    Kind.PROGRAMMES: programme_view,
    Kind.BODIES: body_view,
    Kind.SOURCES: source_view,
}
_TEMPLATES: Mapping[Kind, str] = {
    Kind.PROFILES: "profile",
    Kind.CASES: "case",
    Kind.SCHEMES: "system",
    Kind.PROGRAMMES: "system",
    Kind.BODIES: "system",
    Kind.SOURCES: "source",
}


def record_pages(maker: Maker) -> Iterator[Page]:
    """The pages of single records, those where removed records were, then the lists and the places. After each that can be cited, the ready texts."""
    citing, bundles = Citing(maker), Bundles(maker)
    for kind, view in _RECORD_VIEWS.items():
        documents = published_cases(maker) if kind is Kind.CASES else maker.registry.of(kind)
        for document in documents:
            url = routes.record(kind, document.id) or ""
            page = Page(url, _TEMPLATES[kind], _title(maker, document), view(maker, document), _made_from(maker, document))
            cited = cited_record(citing, document, page.title, page.view, page.made_from) or uncited_record(maker, document, page.title)
            page, *with_it = _with_what_is_shared(maker, document, page, bundles)
            yield from (*_with_citing(page, cited), *with_it)
    for page in _removed(maker):
        # Who has the address of its ready texts meets the same words.
        yield from (page, replace(page, url=routes.citing(page.url)), *_removed_card(maker, page))
    yield from _lists(citing)
    providers = Providers(maker)
    yield from _provider_lists(providers, citing)
    yield from _places(providers)
    yield from _system_pages(_systems(maker))
    yield from _search(maker)
    yield from (Page(*page) for page in history_pages(maker))
    yield Page(routes.API, "api", maker.words.t("API"), api_view(maker), ())
    yield Page(routes.STORIES, "stories", maker.words.t("Berättelser"), stories_view(maker), tuple(d.key for d in maker.registry.of(Kind.STORIES)))
    yield Page(routes.FOLLOW, "follow", maker.words.t("Följ"), follow_view(maker), ())
    for text in cited_texts(maker):
        yield _citing_page(routes.page(text.slug), cited_text(citing, text), text_made_from(maker, text))


def _with_citing(page: Page, cited: CitedPage | None) -> Iterator[Page]:
    """A page, and the page with ready texts for who cites it."""
    yield replace(page, head=cited.head) if cited else page
    if cited:
        yield _citing_page(page.url, cited, page.made_from)


def _citing_page(url: str, cited: CitedPage, made_from: tuple[str, ...]) -> Page:
    return Page(routes.citing(url), "citing", cited.title, cited.view, made_from, beside=cited.files)


def _with_what_is_shared(maker: Maker, document: Document, page: Page, bundles: Bundles) -> Iterator[Page]:
    """A page with what it says of itself elsewhere; of a provider its card too, of a case its evidence. Pictures and evidence are in Swedish only."""
    swedish = not maker.words.edition
    if isinstance(page.view, ProfileView):
        card = card_view(maker, document.id, page.view)
        embedded = embedding(maker, document.id, card)
        told = shared_profile(maker, document, page.view, embedded)
        yield replace(page, shared=told, beside=(picture(maker, document, told),) if swedish and not maker.preview else ())
        beside = (oembed_file(maker, document.id, card),)
        yield Page(routes.card(document.id), "card", page.title, card, page.made_from, beside=beside)
    elif isinstance(page.view, CaseView) and (bundle := bundles.of(document)):
        told = shared_case(maker, document, page.view, bundle)
        drawn = (picture(maker, document, told),) if not maker.preview else ()
        yield replace(page, shared=told, beside=(SiteFile(bundle.url, bundle.content), *drawn) if swedish else ())
    else:
        yield page


def _removed_card(maker: Maker, page: Page) -> Iterator[Page]:
    """Where the card of a removed provider was, so that no site goes on showing what we have taken away."""
    folder = routes.page_of(Kind.PROFILES, "") or ""
    provider = page.url.strip("/").rpartition("/")[2]
    if isinstance(page.view, RemovedView) and page.url.startswith(folder.rstrip("/")):
        yield Page(routes.card(provider), "card_removed", page.title, removed_card_view(maker, page.view, page.url), page.made_from)


def easy_pages(maker: Maker) -> Iterator[Page]:
    """The pages in easy Swedish: the first screen of each provider, those where removed ones were, and the list of all."""
    profiles = maker.registry.of(Kind.PROFILES)
    for document in profiles:
        url = routes.record(Kind.PROFILES, document.id) or ""
        yield Page(url, "easy_profile", f"{document.record.name} – lättläst", easy_profile_view(maker, document), _made_from(maker, document))
    folder = routes.page_of(Kind.PROFILES, "") or ""
    yield from (page for page in _removed(maker) if page.url.startswith(folder.rstrip("/")))
    yield Page(routes.record_list(Kind.PROFILES), "easy_list", "Alla företag – lättläst", easy_list_view(maker), tuple(d.key for d in profiles))


def data_page(maker: Maker, made: Made) -> Page:
    """The page of the dataset, which is made from everything that is public. made: the files, which are the same in all languages."""
    return Page(routes.DATA, "data", maker.words.t("Ladda ner allt"), data_view(maker, made), tuple(maker.registry.documents))


def easy_addresses(registry: Registry) -> frozenset[str]:
    """The addresses that have a page in easy Swedish, as the Swedish pages have them."""
    graves = {d.id for d in registry.graves.values() if d.record.was == Kind.PROFILES}
    providers = {routes.record(Kind.PROFILES, name) or "" for name in {d.id for d in registry.of(Kind.PROFILES)} | graves}
    texts = {routes.page(page.slug) for page in registry.pages if page.edition == EASY_SWEDISH.edition}
    return frozenset(providers | texts | {routes.record_list(Kind.PROFILES)})


def _title(maker: Maker, document: Document) -> str:
    """The title of a page; sources of the same name are told apart by publisher and date."""
    name, words = maker.name(document.key), maker.words
    if document.kind is not Kind.SOURCES:
        return name
    details = words.commas([part for part in (medium(document.record), words.day(document.record.issued)) if part])
    return words.t("{title} (källa: {details})", title=name, details=details)


def _made_from(maker: Maker, document: Document) -> tuple[str, ...]:
    """The record, what it refers to, what refers to it, and the corrections of it and of its cases."""
    registry = maker.registry
    keys = {link.target for link in references(document)} | {link.document.key for link in registry.backlinks.get(document.key, ())}
    corrected = (document.key, *(key for key in keys if key.startswith(f"{Kind.CASES}/") and document.kind is Kind.PROFILES))
    keys |= {correction.key for key in corrected for correction in maker.corrections.get(key, ())}
    return (document.key, *sorted(key for key in keys if key in registry.documents and key != document.key))


def _removed(maker: Maker) -> Iterator[Page]:
    """The pages of the tombstones, each where its record was."""
    for key, document in maker.graves.items():
        url = routes.page_of(Kind(document.record.was), document.id)
        if url:
            end = follow(maker.graves, key)
            corrections = (c.key for k in (key, document.key) for c in maker.corrections.get(k, ()))
            made_from = (document.key, *corrections, *([end] if end in maker.registry.documents else []))
            yield Page(url, "tombstone", maker.words.t("Borttagen sida"), removed_view(maker, document), made_from)


def _lists(citing: Citing) -> Iterator[Page]:
    maker = citing.maker
    of, t = maker.registry.of, maker.words.t

    def page(kind: Kind, template: str, title: str, view: object) -> Page:
        return Page(routes.record_list(kind), template, title, view, tuple(d.key for d in of(kind)))

    cases = page(Kind.CASES, "cases", t("Ärenden"), cases_view(maker))
    yield from _with_citing(cases, cited_list(citing, cases.url, cases.title, cases.made_from))
    yield page(Kind.SCHEMES, "list", t("Märkningar"), list_view(maker, Kind.SCHEMES, t("Märkningar"), t(SCHEMES_INTRO)))
    yield page(Kind.PROGRAMMES, "list", t("Program och stöd"), list_view(maker, Kind.PROGRAMMES, t("Program och stöd"), t(PROGRAMMES_INTRO)))
    yield page(Kind.BODIES, "list", t("Organisationer"), list_view(maker, Kind.BODIES, t("Organisationer"), t(BODIES_INTRO)))
    yield page(Kind.SOURCES, "sources", t("Källor"), source_rows(maker))


def _provider_lists(providers: Providers, citing: Citing) -> Iterator[Page]:
    """The list of all providers and those of each facet."""
    words, everyone = providers.maker.words, tuple(s.document.key for s in providers.all)
    for view in providers_views(providers):
        url = routes.part(routes.record_list(Kind.PROFILES), view.number)
        page = Page(url, "providers", words.t("Leverantörer A–Ö"), view, everyone)
        first = cited_list(citing, url, page.title, everyone, words.t(PROVIDERS_AS_DATA)) if view.number == 1 else None
        yield from _with_citing(page, first)
    for url, found in facet_views(providers):
        title = words.t("Leverantörer efter {facet}: {value}", facet=found.facet.title.lower(), value=found.option.text)
        yield Page(url, "facet", title, found, everyone)
    yield Page(routes.COMPARE, "compare", words.t("Jämför leverantörer"), compare_view(providers), everyone)
    for url, place in place_comparisons(providers):
        title = words.t("Leverantörer i {place} sida vid sida", place=place.place.text)
        there = tuple(f"{Kind.PROFILES}/{provider.id}" for table in place.tables for provider in table.providers)
        yield Page(url, "place_comparison", title, place, there)


def _places(providers: Providers) -> Iterator[Page]:
    maker = providers.maker
    profiles, t = maker.registry.of(Kind.PROFILES), maker.words.t
    yield Page(routes.COUNTIES, "counties", t("Hitta din kommun"), counties_view(maker), tuple(d.key for d in profiles))
    for county in counties().values():
        here = tuple(d.key for d in profiles if any(county.code in (p.county, (p.municipality or "")[:2]) for p in d.record.places))
        yield Page(routes.county(county), "place", t("Leverantörer i {place}", place=t(county.name)), county_view(providers, county), here)
    for town in municipalities().values():
        here = tuple(d.key for d in profiles if any(town.code == p.municipality or town.county_code == p.county for p in d.record.places))
        yield Page(routes.municipality(town), "place", t("Leverantörer i {place}", place=town.name), municipality_view(providers, town), here)


def _search(maker: Maker) -> Iterator[Page]:
    """A–Ö and the search page. They are made from every record that has a page of its own or a place on one."""
    made_from = tuple(document.key for kind in ENTRY_SOURCES for document in maker.registry.of(kind))
    views = alphabet_views(maker)
    for url, view in views.items():
        letter = "" if view.whole or not view.groups else view.groups[0][0]
        title = maker.words.t("A–Ö: {letter}", letter=letter) if letter else maker.words.t(ALPHABET_TITLE)
        yield Page(url, "alphabet", title, view, made_from)
    yield Page(routes.SEARCH, "search", maker.words.t("Sök"), search_view(views[routes.ALPHABET].letters, maker), made_from)


def _systems(maker: Maker) -> Systems:
    """The systems that are compared, with those at the top that the page about them names in `Core:`."""
    core = next((p.fields["core"] for p in maker.registry.pages if not p.edition and p.fields.get("template") == "systems" and "core" in p.fields), "")
    return Systems(maker, tuple(core_keys(core)))


def _system_pages(systems: Systems) -> Iterator[Page]:
    """The prebuilt comparisons of systems, the pages of single questions, and that of what the labels do not say."""
    words = systems.maker.words
    for url, beside in beside_views(systems):
        names = [column.link.text for column in beside.columns]
        title = words.t("{system}: svaren på frågorna", system=names[0]) if len(names) == 1 else words.t("Jämför {systems}", systems=words.list(names))
        yield Page(url, "systems_beside", title, beside, tuple(column.key for column in beside.columns))
    everyone = tuple(document.key for document in systems.all)
    for url, question in question_views(systems):
        yield Page(url, "systems_question", question.question, question, everyone)
    yield Page(routes.SYSTEMS_CAVEATS, "systems_caveats", words.t("Vad märkningarna inte säger"), caveats_view(systems.maker), everyone)


# What the templates of Markdown pages show besides the text, by template.
PAGE_VIEWS: Mapping[str, Callable[[Maker], object]] = MappingProxyType(
    {
        "start": start_view,
        "systems": lambda maker: systems_view(_systems(maker)),
        "comparison": providers_comparison_view,
        "method": method_view,
        "rules": rules_view,
        "glossary": glossary_view,
        "complain": complaint_view,
        "demands": checklists_view,
        "corrections": corrections_view,
    }
)

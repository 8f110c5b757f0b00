"""Which pages can be cited, and what each of them then brings: words for its head, a page of ready texts, and files.

They are the pages of records, the lists of providers and of cases, and the pages of text. Not the start page, the search and A–Ö,
which only lead on; not a place, a value of a facet or a comparison that is put together, where what is said stands on the pages of
the records; not a tombstone. The lists of schemes, programmes, organisations and sources are only names of pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.reader import Document
from generator.registry.pages import EDITIONS
from generator.registry.pages import Page as TextPage
from generator.site import routes
from generator.site.citing.collecting import Cited, Citing
from generator.site.citing.head import HeadView, head_view
from generator.site.citing.linked_data import About, Trail, about_record, dataset, linked_data
from generator.site.citing.page import CitingView, citing_view, reference_files, uncited_view
from generator.site.downloads import SiteFile
from generator.site.language import N_, plain
from generator.site.maker import Maker

# What the template of a page of text shows besides the text, by template.
SHOWN_KINDS: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "start": (Kind.PROFILES, Kind.CASES, Kind.SCHEMES, Kind.PROGRAMMES, Kind.SOURCES),
        "systems": (Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES),
        "comparison": (Kind.PROFILES, Kind.SCHEMES, Kind.BODIES),
        "glossary": (Kind.TERMS,),
        "complain": (Kind.BODIES,),
        "demands": (Kind.PROGRAMMES,),
        "corrections": (Kind.CORRECTIONS, Kind.TOMBSTONES),
    }
)
_LIST_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: N_("Leverantörer"),
        Kind.CASES: N_("Ärenden"),
        Kind.SCHEMES: N_("Märkningar"),
        Kind.PROGRAMMES: N_("Program och stöd"),
        Kind.BODIES: N_("Organisationer"),
        Kind.SOURCES: N_("Källor"),
    }
)
_NOT_CITED = frozenset({"start", "missing", "easy"})


@dataclass(frozen=True, slots=True)
class CitedPage:
    """What a page that can be cited brings. title: of the page with the ready texts. head: None for one that could be cited once."""

    title: str
    head: HeadView | None
    view: CitingView
    files: tuple[SiteFile, ...]


def cited_record(citing: Citing, document: Document, title: str, view: object, made_from: Collection[str]) -> CitedPage | None:
    """What the page of a record brings; None for one that cannot be cited. title: of the page. view, made_from: what it shows."""
    maker, found = citing.maker, citing.record(document, title, view, made_from)
    if not found:
        return None
    url, page = routes.page_of(document.kind, document.id) or "", found[0].citable
    step = (maker.words.t(_LIST_NAMES[document.kind]), routes.record_list(document.kind))
    return _cited(maker, url, maker.words.own(plain(title)), found, about_record(maker, document, page, view), (step,))


def uncited_record(maker: Maker, document: Document, title: str) -> CitedPage | None:
    """What stands at the address of the ready texts for a released source that can be cited no more; None for another record."""
    if not maker.unheard(document.id) or document.kind is not Kind.SOURCES or document.key not in maker.registry.releases.units():
        return None
    url = routes.page_of(document.kind, document.id) or ""
    return CitedPage(maker.words.t("Citera: {title}", title=plain(title)), None, uncited_view(maker, url, maker.words.own(plain(title))), ())


def cited_list(citing: Citing, url: str, title: str, made_from: Iterable[str], description: str = "") -> CitedPage:
    """What a list brings. description: of the list as a set of data, for one that has files; empty for another."""
    found = (citing.page(url, title, made_from),)
    about = About(entity=dataset(citing.maker, url, title, description)) if description else About()
    return _cited(citing.maker, url, title, found, about, ())


def cited_texts(maker: Maker) -> tuple[TextPage, ...]:
    """The pages of text in the language of the maker that can be cited. A language without texts of its own has the Swedish ones."""
    folder = maker.words.edition if maker.words.edition in EDITIONS else ""
    return tuple(p for p in maker.registry.pages if p.edition == folder and p.fields.get("template", "page") not in _NOT_CITED)


def cited_text(citing: Citing, page: TextPage) -> CitedPage:
    """What a page of text brings."""
    url = routes.page(page.slug)
    found = (citing.page(url, page.title, text_made_from(citing.maker, page), "\n".join(page.source.lines)),)
    title = page.title if page.edition == citing.maker.words.edition else citing.maker.words.own(page.title)
    return _cited(citing.maker, url, title, found, About(), ())


def text_heads(maker: Maker) -> Mapping[str, HeadView]:
    """What the heads of the pages of text say, by address."""
    citing = Citing(maker)
    heads = {routes.page(page.slug): cited_text(citing, page).head for page in cited_texts(maker)}
    return {url: head for url, head in heads.items() if head}


def text_made_from(maker: Maker, page: TextPage) -> tuple[str, ...]:
    """The keys of the records that a page of text shows."""
    return tuple(d.key for kind in SHOWN_KINDS.get(page.fields.get("template", "page"), ()) for d in maker.registry.of(kind))


def _cited(maker: Maker, url: str, title: str, found: Sequence[Cited], about: About, between: tuple[tuple[str, str], ...]) -> CitedPage:
    page = found[0].citable
    trail = Trail(((page.publisher, "/"), *between, (plain(title), url)))
    return CitedPage(
        title=maker.words.t("Citera: {title}", title=plain(title)),
        head=head_view(maker, url, page, "" if maker.release else linked_data(maker, page, trail, about)),
        view=citing_view(maker, url, title, found),
        files=reference_files(maker, url, found),
    )

"""Rendering: a view and a template to the bytes of a page.

Escaping is on and an undefined name is an error, also when Pelican's own environment, which has
neither, is the one that finds the templates (so that a theme override works as everywhere else).
Each language has an environment of its own, since a template that is imported knows only the environment's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from generator.registry.pages import EDITIONS
from generator.registry.releases import HASH_DIGITS, manifest_hash
from generator.site import routes
from generator.site.api.documents import documented
from generator.site.assets import STYLESHEET, Assets
from generator.site.citing.head import HeadView
from generator.site.compiled import Compiled
from generator.site.following import followed
from generator.site.glossary_links import first_of_each
from generator.site.language import Language
from generator.site.maker import Maker
from generator.site.pages import Page, easy_addresses
from generator.site.parts import LinkView
from generator.site.security import FROZEN_POLICY, PAGE_POLICY, REFERRER
from generator.site.swedish import capital
from generator.site.views.history import with_history
from generator.site.views.stories import stories_by_page


class TextPage(Protocol):
    """A Markdown page as its template sees it: Pelican's own object."""

    @property
    def title(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def template(self) -> str: ...


@dataclass(frozen=True, slots=True)
class EditionLink:
    """A language of the site. root: what stands in front of the address of its pages.

    urls: those pages, where it has only a few. lacks: the pages that it does not have, where it has nearly all.
    """

    code: str
    spoken: str
    name: str
    root: str
    urls: frozenset[str] | None = None
    lacks: frozenset[str] = frozenset()

    def has(self, url: str) -> bool:
        """True when a page exists in it. url: without base path and language."""
        return url in self.urls if self.urls is not None else url not in self.lacks


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page's frame shows.

    base_path: what stands in front of every address, with the folder of the language; root: the same without it. as_of: the day that the site is about;
    known_on: today, whose knowledge it is made from, as after a comma; other_day: "past" or "future" when they are not the same, else empty.
    contact: where readers report errors; empty while there is no such place. editions: all languages, this one too.
    policy: what a browser may do with the page. referrer: what it may tell others about where a reader came from.
    frozen: the release that the page is stored in, empty for a living one. release: the latest, empty before the first; release_hash: the first digits of
    the SHA-256 of its manifest. histories: the addresses of the records that have a history; followed: of the pages that have a feed; documented: of
    those that have a document in the API. stories: the published stories that used something on a page, by its address.
    """

    name: str
    base_path: str
    root: str
    language: Language
    editions: tuple[EditionLink, ...]
    as_of: str
    as_of_iso: str
    known_on: str
    other_day: str
    preview: bool
    assets: Mapping[str, str]
    contact: str
    policy: str
    referrer: str
    frozen: str
    release: str
    release_hash: str
    histories: frozenset[str]
    followed: frozenset[str]
    documented: frozenset[str]
    stories: Mapping[str, tuple[LinkView, ...]]

    @property
    def feed(self) -> str:
        """The address of the feed of corrections, which is one for all languages."""
        return f"{self.root}{routes.CORRECTIONS_FEED}.xml"

    @property
    def stylesheet(self) -> str:
        """The address of the style sheet."""
        return self.assets[STYLESHEET]

    @property
    def release_url(self) -> str:
        """The address of the latest release, without base path."""
        return routes.release(self.release)

    def has_history(self, url: str) -> bool:
        """True for the address of a record's page that has been released, or is about to be."""
        return routes.is_record(url) if self.frozen else url in self.histories

    def feed_of(self, url: str) -> str:
        """The address of the feed of what a page is about, without its ending."""
        return f"{self.root}{routes.feed(url)}"

    def document_of(self, url: str) -> str:
        """The address of the document in the API of the record whose page this is."""
        return f"{self.root}{routes.api_of(url)}"

    def since(self, url: str) -> str:
        """What has changed on a page since the release that it is stored in."""
        return f"{self.root}{routes.since(url, self.frozen)}"

    def asset(self, name: str) -> str:
        """The address of one of the theme's scripts, such as `js/sok.js`."""
        return self.assets[name]


def site_view(maker: Maker, assets: Assets, languages: tuple[Language, ...] = (), contact: str = "") -> SiteView:
    """The frame of the site in the language of the maker. languages: all that the site is in."""
    latest = maker.registry.releases.latest
    as_of, today, words = maker.as_of, maker.registry.horizon, maker.words
    return SiteView(
        name="Coachkollen",
        base_path=f"{maker.base_path}{words.links_to}",
        root=maker.base_path,
        language=words,
        editions=tuple(_edition_link(maker, other) for other in languages),
        as_of=words.on_day(as_of),
        as_of_iso=as_of.isoformat(),
        known_on=words.the_day(today),
        other_day="past" if as_of < today else "future" if as_of > today else "",
        preview=maker.preview,
        assets={name: f"{maker.base_path}{address}" for name, address in assets.addresses.items()},
        contact=contact,
        policy=FROZEN_POLICY if maker.release else PAGE_POLICY,
        referrer=REFERRER,
        frozen=maker.release,
        release=latest.id if latest else "",
        release_hash=manifest_hash(latest)[:HASH_DIGITS] if latest else "",
        histories=frozenset(url for _, url in with_history(maker)) if latest else frozenset(),
        followed=frozenset(followed(maker.registry)),
        documented=documented(maker),
        stories=stories_by_page(maker),
    )


def _edition_link(maker: Maker, language: Language) -> EditionLink:
    root, pages = f"{maker.base_path}{language.prefix}", maker.registry.pages
    if not language.complete:
        return EditionLink(language.code, language.spoken, language.name, root, easy_addresses(maker.registry))
    # A language without a folder of its own, as the one of tests, has the Swedish texts.
    folder = language.edition if language.edition in EDITIONS else ""
    own, all_texts = ({routes.page(page.slug) for page in pages if page.edition in editions} for editions in ((folder,), ("", *EDITIONS)))
    missing = all_texts - own
    return EditionLink(language.code, language.spoken, language.name, root, lacks=frozenset({routes.DUE} | missing | {routes.citing(url) for url in missing}))


EXTENSIONS = ("jinja2.ext.i18n",)
# What our templates use besides Jinja's own.
FILTERS: Mapping[str, Callable[[str], str]] = MappingProxyType({"capital": capital})


def environment(base: Environment, language: Language, compiled: Compiled | None = None) -> Environment:
    """A Jinja environment for our pages in a language, which finds templates as `base` does. compiled: shared with those of other languages.

    A new one, since what an extension has installed in `base` would be shared by the languages.
    """
    env = Environment(
        loader=base.loader,
        bytecode_cache=compiled,
        auto_reload=base.auto_reload,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=EXTENSIONS,
    )
    env.filters = {**base.filters, **FILTERS}
    env.globals["in_swedish"] = Markup(f' lang="{language.records}"') if language.records else ""
    env.globals["as_name"] = Markup(' translate="no"') if language.records else ""
    env.globals["own"] = language.own
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_translations(language.catalogue, newstyle=True)  # type: ignore[attr-defined]
    return env


def render(env: Environment, site: SiteView, page: Page) -> str:
    """The HTML of a page that is made from records."""
    template = env.get_template(f"{page.template}.html")
    return first_of_each(template.render(site=site, view=page.view, title=page.title, url=page.url, cited=page.head, shared=page.shared))


def render_text_page(env: Environment, site: SiteView, page: TextPage, url: str, views: Mapping[str, object], cited: HeadView | None = None) -> str:
    """The HTML of a Markdown page. url: its address, without base path and language. views: what its template may show besides the text. cited: its head."""
    return first_of_each(env.get_template(f"{page.template}.html").render(site=site, page=page, views=views, url=url, cited=cited))

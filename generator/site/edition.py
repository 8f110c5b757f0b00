"""The site in one language: its maker, its frame and its pages, and what each page is made of, as a digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from jinja2 import Environment

from generator.site.citing.head import HeadView
from generator.site.digests import digest
from generator.site.downloads import SiteFile
from generator.site.files import record_files
from generator.site.maker import Maker
from generator.site.pages import PAGE_VIEWS, Page, easy_pages, record_pages
from generator.site.render import SiteView

# What of the frame is not told by value: a language is its code and the catalogue, which is part of the program.
_LANGUAGE = "language"


class PageViews(Mapping[str, object]):
    """The views of Markdown pages by template name, each made when a template first asks for it."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._made: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._made:
            self._made[name] = PAGE_VIEWS[name](self._maker)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PAGE_VIEWS)

    def __len__(self) -> int:
        return len(PAGE_VIEWS)


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language. heads: what the heads of the pages of text say to programs that cite, by address.

    frame: the digest of what all its pages are given besides their own, from `frame_of`.
    """

    maker: Maker
    site: SiteView
    env: Environment
    views: PageViews
    heads: Mapping[str, HeadView]
    frame: bytes

    def pages(self) -> Iterator[Page]:
        """Its pages that are made from records."""
        return record_pages(self.maker) if self.maker.words.complete else easy_pages(self.maker)

    def files(self, origin: str) -> Iterator[SiteFile]:
        """Its other files that are made from records. origin: scheme and host of the site, as far as known."""
        return record_files(self.maker, origin) if self.maker.words.complete else iter(())

    def recipe(self, page: Page) -> bytes:
        """The digest of everything that the template of a page is given. Equal recipes give equal pages."""
        return digest((self.frame, page.template, page.title, page.url, page.view, page.head, page.shared))


def frame_of(maker: Maker, site: SiteView, theme: bytes) -> bytes:
    """The digest of what all pages of a language are given besides their own: the templates, whose digest is `theme`, and the frame."""
    shown = tuple(getattr(site, field.name) for field in fields(SiteView) if field.name != _LANGUAGE)
    return digest((theme, maker.words.code, maker.words.edition, shown))

"""The Pelican plugin: the only module that imports Pelican.

Pelican reads the Markdown pages, finds the theme and owns the output folder; this plugin adds the
registry. Everything is read and checked in `generate_context`, before anything is written: with any
error the run stops there with exit code 1, and the old output is untouched. Pelican writes straight
into the output folder, so what it wrote is checked when it is done, unless our own command does so.

Settings (all optional): COACHKOLLEN_DATA, the folder of records; COACHKOLLEN_AS_OF, `YYYY-MM-DD`;
COACHKOLLEN_LANG, the language of messages; COACHKOLLEN_CONTACT, the address where readers report
errors, shown at the foot of every page. Our own command also gives COACHKOLLEN_REGISTRY, a
registry that it has loaded and checked; COACHKOLLEN_PREVIEW, to show what is held; and
COACHKOLLEN_REPORT, to be told how far the writing has come; COACHKOLLEN_PSEUDO, to write the site in the
language of tests too; and COACHKOLLEN_ORIGIN, scheme and host
of the site, which otherwise come from SITEURL. COACHKOLLEN_FREEZE takes the pages
of a new release instead of a site being written. COACHKOLLEN_ALLOW_FEWER goes on when many records of
the last release are gone.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings
from pelican.writers import Writer

from generator.build.manifest import write_manifest
from generator.build.publish import is_ours, mark
from generator.build.settings import CONTACT, NO_CONTACT, contact_link, is_contact, refuse_settings
from generator.build.site_build import check_site, unread_text
from generator.clock import today
from generator.desk.due_page import due_page
from generator.errors import BadUsage, CoachkollenError
from generator.problems import Language as MessageLanguage
from generator.problems import format_problems, has_errors
from generator.progress import Report, silent
from generator.records.deny_list import read_deny_list
from generator.records.partial_date import parse_day
from generator.records.privacy import contact_keys
from generator.registry.loading import load
from generator.registry.pages import EDITIONS
from generator.registry.registry import Registry, declared_contacts
from generator.site import routes
from generator.site.assets import STYLESHEET, read_assets
from generator.site.citing.cited_pages import text_heads
from generator.site.citing.head import HeadView
from generator.site.compiled import Compiled
from generator.site.downloads import SiteFile
from generator.site.expectations import expected_marks
from generator.site.files import record_files, shared_files
from generator.site.following import feed_files
from generator.site.frozen import Freezer, is_frozen, is_frozen_text
from generator.site.language import Language, languages
from generator.site.maker import Maker
from generator.site.pages import PAGE_VIEWS, Page, data_page, easy_pages, record_pages
from generator.site.pseudo import PSEUDO, PseudoPage
from generator.site.render import EXTENSIONS, FILTERS, SiteView, environment, render, render_text_page, site_view
from generator.site.tables.files import Made, data_files


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


_DO_NOT_PUBLISH: Mapping[MessageLanguage, str] = MappingProxyType(
    {
        "sv": "Publicera inte {output}: webbplatsen är skriven, men har felen ovan.",
        "en": "Do not publish {output}: the site is written, but has the errors above.",
    }
)
_LEFT_OUT: Mapping[MessageLanguage, str] = MappingProxyType(
    {
        "sv": "Datamängden saknar {formats}: {libraries} är inte installerat.",
        "en": "The dataset has no {formats}: {libraries} is not installed.",
    }
)
# Where Pelican's context keeps the editions for the writer.
_EDITIONS = "coachkollen_editions"
_FILE_LINK = re.compile(r"\{filename\}/(?P<target>[^\"#]+)")
_RECORD_LINK = re.compile(r'<a href="\{filename\}/(?P<key>[^"#]+)(?P<anchor>#[^"]*)?"[^>]*>(?P<words>.*?)</a>', re.DOTALL)


def without_later_links(html: str, later: Container[str], later_parts: Container[str]) -> str:
    """A page's HTML where links to records that came later are only their words, and links to later parts lead to the record."""

    def mended(link: re.Match[str]) -> str:
        if link["key"] in later:
            return link["words"]
        whole, anchor = link.group(), link["anchor"] or ""
        return whole.replace(anchor, "", 1) if link["key"] + anchor in later_parts else whole

    return _RECORD_LINK.sub(mended, html)


class _LinkTarget:
    """What Pelican needs to link to a record: an object with an address."""

    def __init__(self, url: str) -> None:
        self.url = url


def _in_edition(html: str, edition: str, own: Container[str]) -> str:
    """A page's HTML where links to records and other pages lead to those of its own language. own: the files that it has; all in a complete one."""

    def moved(link: re.Match[str]) -> str:
        return f"{{filename}}/{edition}/{link['target']}" if EDITIONS[edition] or link["target"] in own else link.group()

    return _FILE_LINK.sub(moved, html) if edition else html


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language. heads: what the heads of the pages of text say to programs that cite, by address."""

    maker: Maker
    site: SiteView
    env: Environment
    views: PageViews
    heads: Mapping[str, HeadView]

    def pages(self) -> Iterator[Page]:
        """Its pages that are made from records."""
        return record_pages(self.maker) if self.maker.words.complete else easy_pages(self.maker)

    def files(self, origin: str) -> Iterator[SiteFile]:
        """Its other files that are made from records. origin: scheme and host of the site, as far as known."""
        return record_files(self.maker, origin) if self.maker.words.complete else iter(())


class PageWriter(Writer):  # type: ignore[misc]
    """Writes Pelican's Markdown pages through our own environments, each in the language of its folder."""

    def write_file(self, name: str, template: Any, context: Mapping[str, Any], *args: Any, page: Any = None, **kwargs: Any) -> None:
        """Write one page."""
        del template, args, kwargs
        editions: Mapping[str, Edition] = context[_EDITIONS]
        edition, output = editions[_edition_of(page)], Path(self.output_path)
        url = routes.page(page.slug) if name.endswith("index.html") else f"/{name.rpartition('/')[2]}"
        freezer: Freezer | None = self.settings.get("COACHKOLLEN_FREEZE")
        if freezer is not None:
            if not edition.maker.words.edition and is_frozen_text(page.template):
                head = edition.heads.get(url)
                html = render_text_page(edition.env, edition.site, page, url, edition.views, head)
                said = (page.title, page.content, edition.views.get(page.template))
                freezer.add(url, html, said, edition.maker.registry.documents, edition.maker, head.content_hash if head else "")
            return
        _write(output, name, render_text_page(edition.env, edition.site, page, url, edition.views, edition.heads.get(url)))
        test = editions.get(PSEUDO.edition)
        if test and not edition.maker.words.edition:
            _write(output, f"{PSEUDO.edition}/{name}", render_text_page(test.env, test.site, PseudoPage.of(page), url, test.views, test.heads.get(url)))


def left_out_text(made: Made, lang: MessageLanguage) -> str:
    """Which formats the dataset lacks, and why."""
    formats, libraries = (", ".join(names) for names in zip(*((form.title, form.library) for form in made.left_out), strict=True))
    return _LEFT_OUT[lang].format(formats=formats, libraries=libraries)


def _edition_of(page: Any) -> str:
    """The folder of a Markdown page's language."""
    lang = str(page.lang)
    return lang if lang in EDITIONS else ""


def _write(output: Path, name: str, text: str | bytes) -> None:
    target = output / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode() if isinstance(text, str) else text)


class RegistryGenerator(Generator):  # type: ignore[misc]
    """Adds the pages of the records to a Pelican site."""

    def generate_context(self) -> None:
        """Read and check everything; give Markdown the records' addresses."""
        self.may_mark = is_ours(Path(self.output_path))
        self.registry = registry = self._load()
        contact = self.settings.get(CONTACT) or ""
        if not is_contact(contact):
            sys.exit(NO_CONTACT)
        self.compiled = Compiled()
        self.assets = read_assets(Path(self.settings["THEME"]) / "static")
        spoken = languages(page.edition for page in registry.pages)
        if self.settings.get("COACHKOLLEN_PSEUDO"):
            spoken = (*spoken, PSEUDO)
        self.editions = {words.edition: self._edition(words, spoken, contact_link(contact)) for words in spoken}
        self.maker = self.editions[""].maker
        self.context[_EDITIONS] = self.editions
        for edition in self.editions.values():
            if edition.maker.words.complete:
                self._show_to_markdown(edition.maker)
        for page in (*self.context["pages"], *self.context["hidden_pages"]):
            for language in (page, *page.translations):
                self._prepare(language)

    def _edition(self, words: Language, spoken: tuple[Language, ...], contact: str) -> Edition:
        preview = bool(self.settings.get("COACHKOLLEN_PREVIEW"))
        freezer: Freezer | None = self.settings.get("COACHKOLLEN_FREEZE")
        release = freezer.release if freezer else ""
        maker = Maker(self.registry, urlsplit(self.settings["SITEURL"]).path.rstrip("/"), preview=preview, words=words, origin=self._origin(), release=release)
        site = site_view(maker, self.assets, spoken, contact)
        heads = text_heads(maker) if words.complete else {}
        return Edition(maker, site, environment(self.env, words, self.compiled), PageViews(maker), heads)

    def _show_to_markdown(self, maker: Maker) -> None:
        """Let `{filename}/kind/id` lead to the record's page in the language of the maker."""
        folder = f"{maker.words.edition}/".removeprefix("/")
        for key in self.registry.documents:
            kind, _, record_id = key.partition("/")
            url = routes.record(type(self.registry.documents[key].kind)(kind), record_id)
            if url and maker.url(key):
                self.context["generated_content"][f"{folder}{key}"] = _LinkTarget(f"{folder}{url.lstrip('/')}")

    def _prepare(self, page: Any) -> None:
        """A Markdown page before Pelican resolves its links, which it does when the page is written: some would lead nowhere."""
        edition = _edition_of(page)
        if page.slug != routes.GLOSSARY.strip("/"):
            page._content = self.editions[edition].maker.glossary.in_html(page._content)
        own = {p.source.file.rpartition("/")[2] for p in self.registry.pages if p.edition == edition}
        page._content = _in_edition(without_later_links(page._content, self.registry.later, self.registry.later_parts), edition, own)
        if edition and hasattr(page, "override_save_as"):
            page.override_url, page.override_save_as = f"{edition}/{page.override_url}", f"{edition}/{page.override_save_as}"

    def generate_output(self, writer: Writer) -> None:
        """Write the pages of the records, the feed and the theme's files."""
        del writer  # a view is all that our templates may see, and Pelican's writer knows Pelican's contexts
        output = Path(self.output_path)
        report: Report = self.settings.get("COACHKOLLEN_REPORT") or silent
        freezer: Freezer | None = self.settings.get("COACHKOLLEN_FREEZE")
        if freezer is not None:
            self._freeze(freezer, report)
            return
        report("Gör datamängden", 0, 0)
        made = data_files(self.maker, self._origin(), contact_link(self.settings.get(CONTACT) or ""))
        pages = [(edition, page) for edition in self.editions.values() for page in edition.pages()]
        pages += [(edition, data_page(edition.maker, made)) for edition in self.editions.values() if edition.maker.words.complete]
        if self.maker.preview:
            pages.append((self.editions[""], due_page(self.maker)))
        for done, (edition, page) in enumerate(pages, 1):
            report("Skriver sidor", done, len(pages))
            _write(output, routes.file_of(f"{edition.maker.words.prefix}{page.url}"), render(edition.env, edition.site, page))
            for file in page.beside:
                _write(output, routes.file_of(f"{edition.maker.words.prefix}{file.url}"), file.text)
        for address, text in feed_files(self.maker, self._origin()):
            _write(output, routes.file_of(address), text)
        for edition in self.editions.values():
            for file in edition.files(self._origin()):
                _write(output, routes.file_of(f"{edition.maker.words.prefix}{file.url}"), file.text)
        for data in made.files:
            _write(output, routes.file_of(routes.data_file(data.name)), data.content)
        if made.left_out:
            print(left_out_text(made, self._lang()), file=sys.stderr)
        for address, content in (*shared_files(self.maker, made.dataset), *self.assets.files.items()):
            _write(output, routes.file_of(address), content)
        if self.may_mark:
            mark(output, self.editions[""].site.as_of_iso)
        if not self.settings.get("COACHKOLLEN_REGISTRY"):
            signals.finalized.connect(self._check_written)

    def _freeze(self, freezer: Freezer, report: Report) -> None:
        """Give the freezer the Swedish pages of records, and the style sheet that they use. The Markdown pages reach it through our writer."""
        edition = self.editions[""]
        pages = [page for page in edition.pages() if is_frozen(page.template)]
        for done, page in enumerate(pages, 1):
            report("Fryser sidor", done, len(pages))
            content_hash = page.head.content_hash if page.head else ""
            freezer.add(page.url, render(edition.env, edition.site, page), (page.title, page.view), page.made_from, edition.maker, content_hash)
        address = self.assets.addresses[STYLESHEET]
        freezer.theme[address.rpartition("/")[2]] = self.assets.files[address]

    def _check_written(self, pelican: Pelican) -> None:
        """When the theme's files are there too: links, fairness and what is private, as in our own command. Ends the run with what is wrong."""
        registry, latest = self.maker.registry, self.maker.registry.releases.latest
        write_manifest(Path(pelican.output_path), registry.as_of.isoformat(), *((latest.id, latest.commit) if latest else ()))
        problems, unread = check_site(
            Path(pelican.output_path),
            base_path=self.maker.base_path,
            expected=expected_marks(registry),
            contacts=declared_contacts(registry.documents.values()) | contact_keys(self.settings.get(CONTACT) or ""),
            denied=registry.deny_list,
        )
        text = format_problems(problems, "text", self._lang())
        if text:
            print(text, file=sys.stderr)
        if has_errors(problems):
            sys.exit(_DO_NOT_PUBLISH[self._lang()].format(output=os.path.relpath(pelican.output_path)))
        if unread:
            print(unread_text(unread, self._lang()), file=sys.stderr)

    def _lang(self) -> MessageLanguage:
        return "en" if self.settings.get("COACHKOLLEN_LANG") == "en" else "sv"

    def _origin(self) -> str:
        """Scheme and host of the site; empty when only its path is known."""
        parts = urlsplit(self.settings["SITEURL"])
        return self.settings.get("COACHKOLLEN_ORIGIN") or (f"{parts.scheme}://{parts.netloc}" if parts.netloc else "")

    def _load(self) -> Registry:
        """The registry that our own command has checked already, or the one that the settings point at."""
        settings = self.settings
        if settings.get("COACHKOLLEN_REGISTRY"):
            checked: Registry = settings["COACHKOLLEN_REGISTRY"]
            return checked
        content = Path(self.path)
        data = Path(settings.get("COACHKOLLEN_DATA") or content.parent / "providers")
        asked = settings.get("COACHKOLLEN_AS_OF")
        try:
            as_of = parse_day(asked) if asked else today()
        except ValueError:
            sys.exit(f"COACHKOLLEN_AS_OF är ingen dag: {asked!r}. Skriv till exempel 2026-11-21.")
        lang = self._lang()
        listed = os.environ.get("COACHKOLLEN_DENYLIST")
        try:
            deny_list = read_deny_list(Path(listed), (data, content, Path())) if listed else None
        except CoachkollenError as error:
            sys.exit(str(error))
        loaded = load(data, content, as_of, today=today(), with_history=True, deny_list=deny_list)
        text = format_problems(loaded.problems, "text", lang)
        if text:
            print(text, file=sys.stderr)
        if loaded.registry is None:
            # Not an exception: Pelican would print its traceback.
            sys.exit("Inget har skrivits: rätta felen ovan." if lang == "sv" else "Nothing was written: mend the errors above.")
        if any(problem.code == "I26b" for problem in loaded.problems) and not settings.get("COACHKOLLEN_ALLOW_FEWER"):
            sys.exit("Inget har skrivits: för många poster saknas." if lang == "sv" else "Nothing was written: too many records are gone.")
        return loaded.registry


def _generators(pelican: Pelican) -> type[Generator]:
    del pelican
    return RegistryGenerator


def _writer(pelican: Pelican) -> type[Writer]:
    del pelican
    return PageWriter


def _templates(pelican: Pelican) -> None:
    """Pelican compiles the template of each page before our writer sees it, so it must know what is in them."""
    settings = pelican.settings
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], **FILTERS}
    given = settings["JINJA_ENVIRONMENT"]
    settings["JINJA_ENVIRONMENT"] = {**given, "extensions": [*given.get("extensions", []), *EXTENSIONS]}


def register() -> None:
    """Pelican's hooks."""
    signals.initialized.connect(_templates)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


def run_pelican(config: Path, overrides: Mapping[str, Any]) -> None:
    """Build the whole site with the settings in `config` and these on top. Raises what the plugin raises."""
    init_logging(level=logging.WARNING, fatal="errors")
    console.quiet = True
    settings = read_settings(path=str(config), override=dict(overrides))
    Pelican(settings).run()


def own_contact(config: Path, content: Path) -> str:
    """The address where readers report errors, as the settings in `config` have it. Raises BadUsage when they cannot be used."""
    try:
        contact = read_settings(path=str(config), override={"PATH": str(content)}).get(CONTACT) or ""
    except Exception as error:  # the file is Python, and raises anything
        raise refuse_settings(config, error) from error
    if not is_contact(contact):
        raise BadUsage(NO_CONTACT)
    return str(contact)

"""The Pelican plugin: the only module that imports Pelican.

Pelican reads the Markdown pages, finds the theme and owns the output folder; this plugin adds the
registry. Everything is read and checked in `generate_context`, before anything is written: with any
error the run stops there with exit code 1, and the old output is untouched. Pelican writes straight
into the output folder, so what it wrote is checked when it is done, unless our own command does so.

Settings (all optional): COACHKOLLEN_DATA, the folder of records; COACHKOLLEN_AS_OF, `YYYY-MM-DD`; COACHKOLLEN_LANG, the language of messages;
COACHKOLLEN_CONTACT, the address where readers report errors, shown at the foot of every page; COACHKOLLEN_ALLOW_FEWER, to go on when many records of the
last release are gone. Our own command also gives COACHKOLLEN_REGISTRY, a registry that it has loaded and checked; COACHKOLLEN_PREVIEW, to show what is
held; COACHKOLLEN_REPORT, to be told how far the writing has come; COACHKOLLEN_PSEUDO, to write the site in the language of tests too; and
COACHKOLLEN_ORIGIN, scheme and host of the site, which otherwise come from SITEURL. COACHKOLLEN_PRESS writes the files and knows those of the last build,
in COACHKOLLEN_WORKERS processes. COACHKOLLEN_SHARE has only that share of the records' pages written and nothing else, and COACHKOLLEN_FREEZE takes the
pages of a new release instead of a site being written.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings
from pelican.writers import Writer

from generator.build.fingerprint import of_files
from generator.build.last_build import LastBuild, MadeFile
from generator.build.manifest import write_manifest
from generator.build.press import Press
from generator.build.publish import is_ours, mark
from generator.build.settings import CONTACT, NO_CONTACT, contact_link, is_contact, refuse_settings
from generator.build.shards import Share
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
from generator.site.compiled import Compiled
from generator.site.digests import digest
from generator.site.edition import Edition, PageViews, frame_of
from generator.site.expectations import expected_marks
from generator.site.files import shared_files
from generator.site.following import feed_files
from generator.site.frozen import Freezer, is_frozen, is_frozen_text
from generator.site.language import Language, languages
from generator.site.maker import Maker
from generator.site.pages import Page, data_page
from generator.site.pictures.link_picture import LinkPicture
from generator.site.pseudo import PSEUDO, PseudoPage
from generator.site.render import EXTENSIONS, FILTERS, environment, render, render_text_page, site_view
from generator.site.tables.files import Made, data_files
from generator.workers import only_here, shared_out

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
# Where Pelican's context keeps for the writer the editions, and what writes files.
_EDITIONS, _PRESS = "coachkollen_editions", "coachkollen_press"
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


class PageWriter(Writer):  # type: ignore[misc]
    """Writes Pelican's Markdown pages through our own environments, each in the language of its folder."""

    def write_file(self, name: str, template: Any, context: Mapping[str, Any], *args: Any, page: Any = None, **kwargs: Any) -> None:
        """Write one page."""
        del template, args, kwargs
        editions: Mapping[str, Edition] = context[_EDITIONS]
        press: Press = context[_PRESS]
        if self.settings.get("COACHKOLLEN_SHARE") is not None:
            return
        edition = editions[_edition_of(page)]
        url = routes.page(page.slug) if name.endswith("index.html") else f"/{name.rpartition('/')[2]}"
        freezer: Freezer | None = self.settings.get("COACHKOLLEN_FREEZE")
        if freezer is not None:
            if not edition.maker.words.edition and is_frozen_text(page.template):
                head = edition.heads.get(url)
                html = render_text_page(edition.env, edition.site, page, url, edition.views, head)
                said = (page.title, page.content, edition.views.get(page.template))
                freezer.add(url, html, said, edition.maker.registry.documents, edition.maker, head.content_hash if head else "")
            return
        press.write(name, render_text_page(edition.env, edition.site, page, url, edition.views, edition.heads.get(url)).encode())
        test = editions.get(PSEUDO.edition)
        if test and not edition.maker.words.edition:
            html = render_text_page(test.env, test.site, PseudoPage.of(page), url, test.views, test.heads.get(url))
            press.write(f"{PSEUDO.edition}/{name}", html.encode())


def left_out_text(made: Made, lang: MessageLanguage) -> str:
    """Which formats the dataset lacks, and why."""
    formats, libraries = (", ".join(names) for names in zip(*((form.title, form.library) for form in made.left_out), strict=True))
    return _LEFT_OUT[lang].format(formats=formats, libraries=libraries)


def _edition_of(page: Any) -> str:
    """The folder of a Markdown page's language."""
    lang = str(page.lang)
    return lang if lang in EDITIONS else ""


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
        theme = Path(self.settings["THEME"])
        self.assets = read_assets(theme / "static")
        self.theme = of_files([theme])
        spoken = languages(page.edition for page in registry.pages)
        if self.settings.get("COACHKOLLEN_PSEUDO"):
            spoken = (*spoken, PSEUDO)
        self.editions = {words.edition: self._edition(words, spoken, contact_link(contact)) for words in spoken}
        self.maker = self.editions[""].maker
        self.context[_EDITIONS] = self.editions
        output = Path(self.output_path)
        self.press: Press = self.settings.get("COACHKOLLEN_PRESS") or Press(output, output, LastBuild())
        self.context[_PRESS] = self.press
        self.press.frame = digest(tuple(edition.frame for edition in self.editions.values()))
        self.press.theme = theme
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
        return Edition(maker, site, environment(self.env, words, self.compiled), PageViews(maker), heads, frame_of(maker, site, self.theme))

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
        report: Report = self.settings.get("COACHKOLLEN_REPORT") or silent
        freezer: Freezer | None = self.settings.get("COACHKOLLEN_FREEZE")
        if freezer is not None:
            self._freeze(freezer, report)
            return
        pages = [(edition, page) for edition in self.editions.values() for page in edition.pages()]
        share: Share | None = self.settings.get("COACHKOLLEN_SHARE")
        if share is not None:
            self._write_pages(share.taken(pages), report)
            return
        report("Gör datamängden", 0, 0)
        made = data_files(self.maker, self._origin(), contact_link(self.settings.get(CONTACT) or ""))
        pages += [(edition, data_page(edition.maker, made)) for edition in self.editions.values() if edition.maker.words.complete]
        if self.maker.preview:
            pages.append((self.editions[""], due_page(self.maker)))
        self._write_pages(pages, report)
        self._write_files(made)
        if self.may_mark:
            mark(Path(self.output_path), self.editions[""].site.as_of_iso)
        if not self.settings.get("COACHKOLLEN_REGISTRY"):
            signals.finalized.connect(self._check_written)

    def _write_pages(self, pages: Sequence[tuple[Edition, Page]], report: Report) -> None:
        """All pages that are made from records, in processes beside each other."""
        workers, told = self.settings.get("COACHKOLLEN_WORKERS") or 1, only_here(report)
        if workers > 1:
            # Compiled once, before there are more of us.
            for edition, template in {(edition.maker.words.edition, page.template): (edition, page.template) for edition, page in pages}.values():
                edition.env.get_template(f"{template}.html")

        def write(share: Sequence[tuple[Edition, Page]]) -> Mapping[str, MadeFile]:
            before = set(self.press.files)
            for done, (edition, page) in enumerate(share, 1):
                told("Skriver sidor", done * len(pages) // len(share), len(pages))
                self._write_page(edition, page)
            return {name: made for name, made in self.press.files.items() if name not in before}

        _, *others = shared_out(write, pages, workers)
        for other in others:
            self.press.join(other)

    def _write_page(self, edition: Edition, page: Page) -> None:
        """A page that is made from records, and what lies beside it. One of the same recipe as in the last build is not rendered, nor a picture drawn."""
        name, recipe = routes.file_of(f"{edition.maker.words.prefix}{page.url}"), edition.recipe(page)
        if not self.press.has(name, recipe):
            self.press.write(name, render(edition.env, edition.site, page).encode(), recipe, page.made_from)
        for file in page.beside:
            name = routes.file_of(f"{edition.maker.words.prefix}{file.url}")
            recipe = digest(file) if isinstance(file, LinkPicture) else b""
            if not recipe or not self.press.has(name, recipe):
                self.press.write(name, file.content, recipe, page.made_from)

    def _write_files(self, made: Made) -> None:
        """Everything that is no page. made: the dataset."""
        for address, text in feed_files(self.maker, self._origin()):
            self.press.write(routes.file_of(address), text.encode())
        for edition in self.editions.values():
            for file in edition.files(self._origin()):
                self.press.write(routes.file_of(f"{edition.maker.words.prefix}{file.url}"), file.content)
        for data in made.files:
            self.press.write(routes.file_of(routes.data_file(data.name)), data.content)
        if made.left_out:
            self.press.told.append(left_out_text(made, self._lang()))
            print(self.press.told[-1], file=sys.stderr)
        for address, content in (*shared_files(self.maker, made.dataset), *self.assets.files.items()):
            self.press.write(routes.file_of(address), content)

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
        checked = check_site(
            Path(pelican.output_path),
            base_path=self.maker.base_path,
            expected=expected_marks(registry),
            contacts=declared_contacts(registry.documents.values()) | contact_keys(self.settings.get(CONTACT) or ""),
            denied=registry.deny_list,
        )
        text = format_problems(checked.problems, "text", self._lang())
        if text:
            print(text, file=sys.stderr)
        if has_errors(checked.problems):
            sys.exit(_DO_NOT_PUBLISH[self._lang()].format(output=os.path.relpath(pelican.output_path)))
        if checked.unread:
            print(unread_text(checked.unread, self._lang()), file=sys.stderr)

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

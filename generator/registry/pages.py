"""The Markdown pages under `content/`, as far as the registry needs them: address, title and links.

Pelican renders the pages. This module only reads what `check` must know before anything is
written: that every page has a title and an address, that its links to records lead somewhere, and
that nothing in it may not be published. Pelican would take any field that it knows and publish any
file that a link names, so everything but plain pages is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from generator.problems import Problem
from generator.records.hidden import find_imitations
from generator.records.identifiers import is_record_id
from generator.records.markdown import page_html
from generator.records.models.base import RECORDS_LANGUAGE
from generator.records.privacy import CONTACT_WORDS, find_contact_details, find_person_numbers
from generator.records.reader import shown
from generator.records.source_map import SourceMap
from generator.records.suggestions import closest
from generator.records.yaml_reader import MAX_PROBLEMS, decode, forbidden_characters, merge_markers
from generator.registry.files import files_under, hidden_entries, leads_out, not_readable, read_bytes, show_path

# Folders of the site that the records fill; a page may not take their address. A test holds the list to the routes.
RESERVED_SLUGS = frozenset(
    {"a-o", "arende", "arenden", "att-gora", "bild", "data", "jamfor", "kalla", "kallor", "kommun", "lan", "leverantor", "leverantorer", "markning",
     "markningar", "organisation", "organisationer", "program", "sok", "tema", "v", "api", "kort"}
)  # fmt: skip
# Templates that a page may ask for. A test holds the list to the views and the theme.
PAGE_TEMPLATES = ("page", "start", "systems", "comparison", "method", "rules", "glossary", "complain", "demands", "corrections", "missing", "easy")
# Pages that the frame and templates of the site link to. A test holds the list to the theme.
NEEDED_PAGES = (
    "start",
    "om",
    "metod",
    "regler",
    "jamfor-systemen",
    "jamfor-leverantorer",
    "krav-du-kan-stalla",
    "sa-klagar-du",
    "ordlista",
    "rattelser",
    "integritet",
)

# Folders of `content/` with the pages in another language, and whether they must have a page for each Swedish one.
EDITIONS: Mapping[str, bool] = MappingProxyType({"en": True, "lattlast": False})

_FIELDS = ("title", "slug", "template", "search_words", "core", "save_as", "url")
_FILE_NAME = re.compile(r"[a-z0-9-]+\.html\Z")
_FIELD = re.compile(r"([A-Za-z_]+):[ ]*(.*)\Z")
# A tag, comment or declaration; `<https://…>` is Markdown's own way to write an address.
_HTML = re.compile(r"<(?!https?://)[A-Za-z/!?]")
_LINK = re.compile(r"\{filename\}/([^)\s\"'>]+)")
# A page is converted while it is checked, and that should not take seconds even for one that is made to be slow:
# the converter looks for the end of every bracket in all that follows it.
_MAX_BYTES = 32 * 1024
_MOST_BRACKETS_TIMES_LENGTH = 2_000_000
# Pelican would publish any file on the machine that such a link names.
_FILE_OF_OURS = re.compile(r"[{|](?:static|attach)[|}]")
_TARGET = re.compile(r'<a href="([^"]*)"')
# Browsers pass over controls and spaces in an address, and read a backslash as a slash.
_PASSED_OVER = re.compile(r"[\x00-\x20]+")
# To our own pages a link goes by record, so that the registry knows whom it points out and that it leads somewhere.
_PLAIN_TARGET = re.compile(r"https?://|\{filename\}/|#", re.IGNORECASE)
_TARGET_ELSEWHERE = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:[ ]*\S")


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page.

    fields: its metadata, keys in lower case. links: (target, line, column) of each `{filename}/…` link and `Core:` key.
    edition: the folder of its language in `content/`; empty for Swedish.
    """

    slug: str
    title: str
    fields: Mapping[str, str]
    links: tuple[tuple[str, int, int], ...]
    source: SourceMap
    edition: str = ""

    @property
    def language(self) -> str:
        """Of which language the words and sentences are."""
        return "en" if self.edition == "en" else RECORDS_LANGUAGE

    @property
    def search_words(self) -> tuple[str, ...]:
        """What it is about though its title does not say so, as somebody who looks for it may put it."""
        return tuple(words for part in self.fields.get("search_words", "").split(";") if (words := " ".join(part.split())))

    @property
    def easy(self) -> bool:
        """True for a page in easy Swedish."""
        return self.edition == "lattlast"


def read_pages(folder: Path, shown_as: str) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Read all pages. Problems: cannot be read, no title or slug, an address or template that cannot be, two pages on one address, a person number.

    Pages with problems are there too, as far as they go, so that a link to them is not blamed as well.
    """
    if not folder.is_dir():
        return (), (Problem("F10", shown_as),)
    pages: list[Page] = []
    problems: list[Problem] = []
    first: dict[tuple[str, str], str] = {}
    unreadable: list[OSError] = []
    for path in files_under(folder, unreadable, (".md",)):
        file = show_path(path, folder, shown_as)
        if next(find_person_numbers(path.relative_to(folder).as_posix()), None):
            problems.append(Problem("I21e", file))
        if path.suffix != ".md":
            problems.append(leads_out(path, folder, file) or Problem("P05", file, params={"name": file.rpartition("/")[2]}))
            continue
        content = read_bytes(path, folder, file)
        text, found = (None, [content]) if isinstance(content, Problem) else decode(content, file, _MAX_BYTES)
        problems += found
        source = SourceMap(file, tuple((text or "").split("\n")))
        fields, places, odd = _front_matter(source)
        links = (*_links(source), *((key, *places["core"]) for key in core_keys(fields.get("core", ""))))
        folder_name = path.relative_to(folder).parts[0]
        edition = folder_name if folder_name in EDITIONS else ""
        page = Page(fields.get("slug", ""), fields.get("title", ""), MappingProxyType(fields), links, source, edition)
        pages.append(page)
        if text is None:
            continue
        problems += odd
        problems += islice(_private(source, text), MAX_PROBLEMS)
        problems += merge_markers(source)
        problems += forbidden_characters(source, tabs=False)
        problems += islice(_markup(source, text), MAX_PROBLEMS)
        problems += islice(_imitations(source), MAX_PROBLEMS)
        problems += [source.problem_at("P01", (1, 1), field=name.capitalize()) for name in ("title", "slug") if not fields.get(name)]
        problems += _unusable(source, fields, places)
        other = first.setdefault((edition, page.slug), file)
        if page.slug and other != file:
            problems.append(source.problem_at("P02", places["slug"], url=f"/{page.slug}/", other=other))
    problems += [not_readable(error, show_path(Path(error.filename), folder, shown_as)) for error in unreadable]
    problems += hidden_entries(folder, shown_as)
    return tuple(pages), tuple(problems)


def missing_pages(pages: Iterable[Page], shown_as: str) -> Iterator[Problem]:
    """P08: a page that the others link to is not there. P09: one in another language is not. A page that could not be read is not blamed again."""
    there: dict[str, set[str]] = {}
    for page in pages:
        there.setdefault(page.edition, set()).add(page.slug or page.source.file.rpartition("/")[2].removesuffix(".md"))
    swedish = there.get("", set())
    yield from (Problem("P08", f"{shown_as}/{slug}.md", params={"slug": slug}) for slug in NEEDED_PAGES if slug not in swedish)
    for edition, complete in EDITIONS.items():
        if edition in there and complete:
            yield from (Problem("P09", f"{shown_as}/{edition}/{slug}.md", params={"slug": slug}) for slug in sorted(swedish - there[edition]))


def core_keys(field: str) -> list[str]:
    """The `kind/id` of each system that a page's `Core:` names, in its order."""
    return [key.strip() for key in field.split(",") if key.strip()]


def _unusable(source: SourceMap, fields: Mapping[str, str], places: Mapping[str, tuple[int, int]]) -> Iterator[Problem]:
    """P04: an address that is no address or belongs to the records. T03: a template that does not exist."""
    for name in fields.keys() - set(_FIELDS):
        allowed = [field.capitalize() for field in _FIELDS]
        yield source.problem_at("T02", (places[name][0], 1), field=name, known=", ".join(allowed), suggestion=closest(name, allowed))
    slug = fields.get("slug", "")
    if slug and (not is_record_id(slug) or slug in RESERVED_SLUGS):
        yield source.problem_at("P04", places["slug"], field="Slug", value=slug)
    if not _FILE_NAME.match(fields.get("save_as", "index.html")):
        yield source.problem_at("P04", places["save_as"], field="Save_as", value=fields["save_as"])
    if fields.get("url", "") not in ("", fields.get("save_as", "")):
        yield source.problem_at("P04", places["url"], field="Url", value=fields["url"])
    template = fields.get("template", "page")
    if template not in PAGE_TEMPLATES:
        known = ", ".join(PAGE_TEMPLATES)
        yield source.problem_at("T03", places["template"], value=template, field="Template", known=known, suggestion=closest(template, PAGE_TEMPLATES))


def _front_matter(source: SourceMap) -> tuple[dict[str, str], dict[str, tuple[int, int]], list[Problem]]:
    """The metadata at the top, the line and column of each value, and P06 for what Pelican would read there in another way than we."""
    fields: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    problems: list[Problem] = []
    for number, line in enumerate(source.lines, 1):
        match = _FIELD.match(line)
        if not line.strip() or (match is None and not fields):
            break
        name = match[1].lower() if match else ""
        if match is None or name in fields:
            problems.append(source.problem_at("P06", (number, 1), line=shown(line)))
        if match is None:
            break
        fields.setdefault(name, match[2].strip())
        places.setdefault(name, (number, match.start(2) + 1))
    return fields, places, problems


def body_start(source: SourceMap) -> int:
    """How many lines of metadata stand at the top."""
    return next((index for index, line in enumerate(source.lines) if _FIELD.match(line.strip()) is None), len(source.lines))


def _links(source: SourceMap) -> Iterator[tuple[str, int, int]]:
    for number, line in enumerate(source.lines, 1):
        for match in _LINK.finditer(line):
            yield match.group(1), number, match.start() + 1


def _private(source: SourceMap, text: str) -> Iterator[Problem]:
    """I21a: person numbers, also over two lines. I21c: e-mail and phone, which only organisations' records have."""
    for finding in find_person_numbers(text):
        yield _at(source, text, finding.start, finding.end, "I21a")
    for finding in find_contact_details(text):
        what_sv, what_en = CONTACT_WORDS[finding.what]
        yield _at(source, text, finding.start, finding.end, "I21c", what_sv=what_sv, what_en=what_en)


def _at(source: SourceMap, text: str, start: int, end: int, code: str, **params: str) -> Problem:
    """A problem at a place in the text. Without the line when more than one shares it: no search of one line would mask it there."""
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    if "\n" in text[start:end]:
        return Problem(code, source.file, line, column, params)
    return source.problem_at(code, (line, column), **params)


def _imitations(source: SourceMap) -> Iterator[Problem]:
    """T17: words with letters of more than one alphabet."""
    for number, line in enumerate(source.lines, 1):
        for word in find_imitations(unescape(line)):
            yield source.problem_at("T17", (number, max(line.find(word.group()), 0) + 1), word=word.group())


def _markup(source: SourceMap, text: str) -> Iterator[Problem]:
    """P03: HTML. P07: pictures, and links to anything but the web and records, or with the address apart."""
    yield from (source.problem_at("P03", (number, m.start() + 1)) for number, line in enumerate(source.lines, 1) if (m := _HTML.search(line)))
    html = page_html(text) if text.count("[") * len(text) <= _MOST_BRACKETS_TIMES_LENGTH else None
    if html is None:
        yield source.problem_at("P07", (1, 1), what_sv="för många hakparenteser eller nivåer", what_en="too many square brackets or levels")
        return
    if "<img " in html:
        yield source.problem_at("P07", source.first("!["), what_sv="en bild", what_en="an image")
    for found in sorted(set(_FILE_OF_OURS.findall(html))):
        yield source.problem_at("P07", source.first(found), what_sv=f"”{found}”", what_en=f"“{found}”")
    for number, line in enumerate(source.lines, 1):
        if _TARGET_ELSEWHERE.match(line):
            yield source.problem_at("P07", (number, 1), what_sv="en länk med adressen för sig", what_en="a link with its address apart")
    for target in map(unescape, _TARGET.findall(html)):
        if not _PLAIN_TARGET.match(_PASSED_OVER.sub("", target)) and not _FILE_OF_OURS.match(target):
            yield source.problem_at("P07", source.first(target), what_sv=f"länken ”{shown(target)}”", what_en=f"the link “{shown(target)}”")

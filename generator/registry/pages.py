"""The Markdown pages under `content/`, as far as the registry needs them: address, title and links.

Pelican renders the pages. This module only reads what `check` must know before anything is
written: that every page has a title and an address, and that its links to records lead somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.problems import Problem
from generator.records.identifiers import is_record_id
from generator.records.privacy import find_person_numbers
from generator.records.reader import closest
from generator.records.yaml_reader import SourceMap, decode, forbidden_characters, merge_markers
from generator.registry.files import read_bytes, show_path

# Folders of the site that the records fill; a page may not take their address. A test holds the list to the routes.
RESERVED_SLUGS = frozenset(
    {"arende", "arenden", "att-gora", "kalla", "kallor", "kommun", "lan", "leverantor", "leverantorer", "markning", "markningar",
     "organisation", "organisationer", "program", "tema", "v", "api", "kort"}
)  # fmt: skip
# Templates that a page may ask for. A test holds the list to the views and the theme.
PAGE_TEMPLATES = ("page", "start", "systems", "comparison", "method", "rules", "glossary", "complain", "demands", "corrections", "missing")

_FIELDS = ("title", "slug", "template", "core", "save_as", "url")
_FILE_NAME = re.compile(r"[a-z0-9-]+\.html\Z")
_FIELD = re.compile(r"([A-Za-z_]+):\s*(.*)\Z")
# A tag, comment or declaration; `<https://…>` is Markdown's own way to write an address.
_HTML = re.compile(r"<(?!https?://)[A-Za-z/!?]")
_LINK = re.compile(r"\{filename\}/([^)\s\"'>]+)")


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page. `fields`: its metadata, keys in lower case. `links`: (target, line, column) of each `{filename}/…` link and `Core:` key."""

    slug: str
    title: str
    fields: Mapping[str, str]
    links: tuple[tuple[str, int, int], ...]
    source: SourceMap


def read_pages(folder: Path, shown_as: str) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Read all pages. Problems: cannot be read, no title or slug, an address or template that cannot be, two pages on one address, a person number.

    Pages with problems are there too, as far as they go, so that a link to them is not blamed as well.
    """
    if not folder.is_dir():
        return (), (Problem("F10", shown_as),)
    pages: list[Page] = []
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        shown = show_path(path, folder, shown_as)
        if path.suffix != ".md":
            if not path.is_dir() and not path.name.startswith("."):
                problems.append(Problem("P05", shown, params={"name": shown.rpartition("/")[2]}))
            continue
        if next(find_person_numbers(path.name), None):
            problems.append(Problem("I21e", shown))
        content = read_bytes(path, folder, shown)
        text, found = (None, [content]) if isinstance(content, Problem) else decode(content, shown)
        problems += found
        source = SourceMap(shown, tuple((text or "").split("\n")))
        fields, places = _front_matter(source)
        links = (*_links(source), *((key, *places["core"]) for key in core_keys(fields.get("core", ""))))
        page = Page(fields.get("slug", ""), fields.get("title", ""), MappingProxyType(fields), links, source)
        pages.append(page)
        if text is None:
            continue
        problems += _private(source)
        problems += merge_markers(source)
        problems += forbidden_characters(source, tabs=False)
        problems += [source.problem_at("P03", (number, m.start() + 1)) for number, line in enumerate(source.lines, 1) if (m := _HTML.search(line))]
        problems += [source.problem_at("P01", (1, 1), field=name.capitalize()) for name in ("title", "slug") if not fields.get(name)]
        problems += _unusable(source, fields, places)
        other = first.setdefault(page.slug, shown)
        if page.slug and other != shown:
            problems.append(source.problem_at("P02", places["slug"], url=f"/{page.slug}/", other=other))
    return tuple(pages), tuple(problems)


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


def _front_matter(source: SourceMap) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    """The metadata at the top, and the line and column of each value."""
    fields: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(source.lines, 1):
        match = _FIELD.match(line.strip())
        if match is None:
            break
        name = match.group(1).lower()
        fields[name] = match.group(2).strip()
        places[name] = (number, line.find(match.group(2)) + 1)
    return fields, places


def body_start(source: SourceMap) -> int:
    """How many lines of metadata stand at the top."""
    return next((index for index, line in enumerate(source.lines) if _FIELD.match(line.strip()) is None), len(source.lines))


def _links(source: SourceMap) -> Iterator[tuple[str, int, int]]:
    for number, line in enumerate(source.lines, 1):
        for match in _LINK.finditer(line):
            yield match.group(1), number, match.start() + 1


def _private(source: SourceMap) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, 1):
        for finding in find_person_numbers(line):
            yield source.problem_at("I21a", (number, finding.start + 1))

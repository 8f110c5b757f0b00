"""Which pages a site has, of which kinds, and which of them are looked at. The build itself is asked, so that no kind is forgotten."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.desk.due_page import due_page
from generator.registry.loading import load
from generator.site import routes
from generator.site.archive import archive_files
from generator.site.language import languages
from generator.site.maker import Maker
from generator.site.pages import easy_pages, record_pages

# What stands for the template of a page that a release has stored, and the slashes of its address before the page's own.
FROZEN = "frozen"
FROZEN_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages that one template makes in one folder: `profile` in `leverantor`. A page of its own kind, such as a list, has its whole address as the folder."""

    template: str
    folder: str


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page of a built site. url: site-absolute. edition: the folder of its language, empty for Swedish. size: bytes of HTML."""

    url: str
    kind: Kind
    edition: str
    size: int


class UnknownPages(AssertionError):
    """Pages that were written and that nobody here knows of, or the other way round."""


def built_pages(site: Path, data: Path, content: Path, as_of: date, today: date, *, intake: Path | None = None) -> list[BuiltPage]:
    """Every page of a site that was built from these records on that day. intake: the private records of a preview.

    Raises UnknownPages when the files are not those that the build lists: then a new sort of page has to be added here.
    """
    registry = load(data, content, as_of, today=today, intake=intake).registry
    assert registry is not None
    templates: dict[tuple[str, str], str] = {}
    for words in languages(page.edition for page in registry.pages):
        maker = Maker(registry, preview=intake is not None, words=words)
        pages = record_pages(maker) if words.complete else easy_pages(maker)
        templates |= {(words.edition, page.url): page.template for page in pages}
        if intake is not None and words.edition == "":
            templates["", routes.DUE] = due_page(maker).template
    for page in registry.pages:
        url = f"/{page.fields['save_as'].removesuffix('index.html')}" if page.fields.get("save_as") else routes.page(page.slug)
        templates[page.edition, url] = page.fields.get("template", "page")
    for address, _ in archive_files(Maker(registry)):
        if address.endswith("/"):
            templates["", address] = FROZEN
    listed = {routes.file_of(f"/{edition}{url}" if edition else url): (edition, url, template) for (edition, url), template in templates.items()}
    written = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    if listed.keys() != written.keys():
        raise UnknownPages(
            f"written, but not listed: {sorted(written.keys() - listed.keys())}; listed, but not written: {sorted(listed.keys() - written.keys())}"
        )
    return [
        BuiltPage(f"/{edition}{url}" if edition else url, Kind(template, _folder(url)), edition, written[file])
        for file, (edition, url, template) in sorted(listed.items())
    ]


def _folder(url: str) -> str:
    """The folder of a page that is one of many; of a frozen page, the one that it was in."""
    if url.startswith(routes.RELEASES) and url.count("/") > FROZEN_DEPTH:
        return f"{routes.RELEASES}…/{_folder(url.split('/', FROZEN_DEPTH)[-1])}"
    parts = url.strip("/").split("/")
    return parts[0] if len(parts) > 1 else url


def samples(pages: Iterable[tuple[str, BuiltPage]]) -> list[tuple[str, BuiltPage]]:
    """The fullest page of each kind and language, and in Swedish the emptiest and the one in the middle, each with the site that it is on.

    Markdown pages and lists are kinds of their own, so all of them are there.
    """
    groups: dict[tuple[Kind, str], list[tuple[str, BuiltPage]]] = defaultdict(list)
    for site, page in pages:
        groups[page.kind, page.edition].append((site, page))
    chosen: list[tuple[str, BuiltPage]] = []
    for (_, edition), group in groups.items():
        ordered = sorted(group, key=lambda placed: (placed[1].size, placed[1].url, placed[0]))
        places = {len(ordered) - 1} if edition else {0, len(ordered) // 2, len(ordered) - 1}
        chosen += [ordered[place] for place in sorted(places)]
    return chosen


def in_one_language(pages: Iterable[tuple[str, BuiltPage]]) -> list[tuple[str, BuiltPage]]:
    """The Swedish ones of these pages, and in other languages those of templates that only they have: for what is the same in any language."""
    chosen = list(pages)
    swedish = {page.kind.template for _, page in chosen if page.edition == ""}
    return [(site, page) for site, page in chosen if page.edition == "" or page.kind.template not in swedish]


def page_templates(theme: Path) -> Iterator[str]:
    """The templates that make pages: those that no other one extends, imports or includes."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((theme / "templates").glob("*.html"))}
    used = {name for text in texts.values() for name in re.findall(r"\{%-?\s*(?:extends|from|import|include)\s+[\"']([a-z_-]+)\.html[\"']", text)}
    return (name for name in texts if name not in used)

"""Checks on the pages of a built tree: links and anchors lead somewhere, feeds and pages agree, and nothing active or hidden slipped through."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from generator.build.fairness import find_unfair
from generator.build.feeds import Feed, read_feed
from generator.build.outline import Outline, read_outline
from generator.problems import Problem
from generator.records.hidden import find_hidden
from generator.records.privacy import mask_person_numbers
from generator.site.expectations import Expected
from generator.workers import shared_out

# `v/2027-03-01/index.html` is the release's own page; what lies deeper it has stored.
_RELEASE_STEPS = 2
# Files that are read as text by people or programs.
_TEXTS = frozenset({".html", ".xml", ".json", ".csv", ".txt", ".bib", ".ris"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What a check must know of one file: the outline of a page, or the feed in it."""

    page: Outline | None = None
    feed: Feed | None = None


def look_at_tree(folder: Path, already: Mapping[str, Looked] = MappingProxyType({}), workers: int = 1) -> tuple[dict[str, Looked], list[Problem]]:
    """What every file of a tree holds, by name, and what is wrong in each by itself. already: those that were looked at and are as they were then."""
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    names = [name for name, path in paths.items() if name in already or path.is_file()]
    fresh = [name for name in names if name not in already]

    def look(share: Sequence[str]) -> list[tuple[str, Looked, list[Problem]]]:
        return [(name, *_look(name, paths[name])) for name in share]

    seen = {name: (looked, problems) for share in shared_out(look, fresh, workers) for name, looked, problems in share}
    found = {name: already[name] if name in already else seen[name][0] for name in names}
    return found, [problem for name in fresh for problem in seen[name][1]]


def check_tree(folder: Path, base_path: str = "", expected: Iterable[Expected] = ()) -> list[Problem]:
    """Everything wrong with a built tree. `base_path`: what stands in front of every address, such as `/sajt`. `expected`: what must stand on which page."""
    found, problems = look_at_tree(folder)
    return [*problems, *check_looked(found, base_path, expected)]


def check_looked(found: Mapping[str, Looked], base_path: str = "", expected: Iterable[Expected] = ()) -> Iterator[Problem]:
    """What is wrong between the files of a tree, and on its pages. The rest as for `check_tree`."""
    outlines = {name: looked.page for name, looked in found.items() if looked.page}
    feeds = {name: looked.feed for name, looked in found.items() if looked.feed}
    # A page of a past release is as it was, by the rules of its day; what it may not show any more is withdrawn.
    yield from find_unfair({name: outline for name, outline in outlines.items() if not _is_frozen(name)}, expected)
    everything: dict[str, Outline | Feed] = {**outlines, **feeds}
    for name, seen in everything.items():
        yield from _broken(name, seen.links, outlines, found.keys(), base_path)
        yield from (_problem("B04", name, line, column, what=what) for what, line, column in seen.active)
    for name, feed in feeds.items():
        yield from _disagreement(name, feed, outlines.get(_file(name, unquote(feed.page), base_path)))


def _look(name: str, path: Path) -> tuple[Looked, list[Problem]]:
    if path.suffix not in _TEXTS:
        return Looked(), []
    # The mark at the front of CSV for Excel says that it is UTF-8, and is no part of its text.
    text = path.read_text(encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8", errors="replace")
    problems = list(_hidden(name, text))
    if path.suffix == ".html":
        return Looked(page=read_outline(text)), problems
    try:
        return Looked(feed=read_feed(text) if path.suffix == ".xml" else None), problems
    except ValueError as error:
        problems.append(_problem("I26a", name, 0, 0, feed=name, detail_sv=f"flödet går inte att läsa ({error})", detail_en=f"it cannot be read ({error})"))
        return Looked(), problems


def _is_frozen(name: str) -> bool:
    """True for a page as a past release has it."""
    return name.startswith("v/") and name.count("/") > _RELEASE_STEPS


def _hidden(name: str, text: str) -> Iterator[Problem]:
    """B07: characters that no reader sees, as the browser gets them. The first on each line."""
    if next(find_hidden(text), None) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for start, character in islice(find_hidden(line), 1):
            yield _problem("B07", name, number, start + 1, character=character)


def _disagreement(name: str, feed: Feed, page: Outline | None) -> Iterator[Problem]:
    """I26a: a feed and its page have the same entries."""
    if page is None or page.entries == feed.entries:
        return
    only_page, only_feed = (", ".join(sorted(entries)) or "–" for entries in (page.entries - feed.entries, feed.entries - page.entries))
    yield _problem(
        "I26a",
        name,
        0,
        0,
        feed=name,
        detail_sv=f"bara på sidan: {only_page}; bara i flödet: {only_feed}",
        detail_en=f"only on the page: {only_page}; only in the feed: {only_feed}",
    )


def _broken(name: str, links: Iterable[tuple[str, int, int]], outlines: Mapping[str, Outline], files: Container[str], base_path: str) -> Iterator[Problem]:
    for href, line, column in links:
        try:
            parts = urlsplit(href)
        except ValueError:
            yield _problem("B01", name, line, column, href=href, target=href)
            continue
        if parts.scheme or parts.netloc:
            continue
        target = _file(name, unquote(parts.path), base_path)
        if target not in files:
            yield _problem("B01", name, line, column, href=href, target=target)
        elif parts.fragment and target in outlines and unquote(parts.fragment) not in outlines[target].anchors:
            if _is_frozen(name) and not _is_frozen(target):
                continue  # a heading of a living page may have gone since; the page has not
            yield _problem("B02", name, line, column, href=href, target=target)


def _file(page: str, path: str, base_path: str) -> str:
    """The file that answers at `path`, seen from `page`. What lies outside the site begins with `../`."""
    if not path:
        return page
    base = base_path.split("/")[1:]
    steps = [] if path.startswith("/") else [*base, *page.split("/")[:-1]]
    for step in path.removeprefix("/").split("/"):
        if step != "..":
            steps += [step] if step != "." else []
        elif steps and steps[-1] != "..":
            steps.pop()
        else:
            steps.append(step)
    if path.rpartition("/")[2] in (".", ".."):
        steps.append("")
    inside = steps[len(base) :] if len(steps) > len(base) and steps[: len(base)] == base else ["..", *steps]
    resolved = "/".join(inside)
    return f"{resolved}index.html" if resolved == "" or resolved.endswith("/") else resolved


def _problem(code: str, name: str, line: int, column: int, **params: str) -> Problem:
    """A problem on a built page. Person numbers are masked: logs are often public."""
    return Problem(code, mask_person_numbers(name), line, column, {key: mask_person_numbers(value) for key, value in params.items()})

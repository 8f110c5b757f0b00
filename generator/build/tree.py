"""Checks on the pages of a built tree: links and anchors lead somewhere, feeds and pages agree, and nothing active or hidden slipped through."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.build.fairness import find_unfair
from generator.build.feeds import Feed, read_feed
from generator.build.outline import Outline
from generator.problems import Problem
from generator.records.hidden import find_hidden
from generator.records.privacy import mask_person_numbers
from generator.site.expectations import Expected

# `v/2027-03-01/index.html` is the release's own page; what lies deeper it has stored.
_RELEASE_STEPS = 2
# Files that are read as text by people or programs.
_TEXTS = frozenset({".html", ".xml", ".json", ".csv", ".txt", ".bib", ".ris"})


def check_tree(folder: Path, base_path: str = "", expected: Iterable[Expected] = ()) -> list[Problem]:
    """Everything wrong with a built tree. `base_path`: what stands in front of every address, such as `/sajt`. `expected`: what must stand on which page."""
    outlines: dict[str, Outline] = {}
    feeds: dict[str, Feed] = {}
    problems: list[Problem] = []
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    for name, path in files.items():
        if path.suffix in _TEXTS:
            # The mark at the front of CSV for Excel says that it is UTF-8, and is no part of its text.
            encoding = "utf-8-sig" if path.suffix == ".csv" else "utf-8"
            problems += _hidden(name, path.read_text(encoding=encoding, errors="replace"))
        if path.suffix == ".html":
            outlines[name] = Outline(path.read_text(encoding="utf-8", errors="replace"))
        if path.suffix == ".xml":
            try:
                feed = read_feed(path.read_text(encoding="utf-8", errors="replace"))
            except ValueError as error:
                problems.append(
                    _problem("I26a", name, 0, 0, feed=name, detail_sv=f"flödet går inte att läsa ({error})", detail_en=f"it cannot be read ({error})")
                )
            else:
                feeds |= {name: feed} if feed else {}
    # A page of a past release is as it was, by the rules of its day; what it may not show any more is withdrawn.
    problems += find_unfair({name: outline for name, outline in outlines.items() if not _is_frozen(name)}, expected)
    everything: dict[str, Outline | Feed] = {**outlines, **feeds}
    for name, found in everything.items():
        problems += _broken(name, found.links, outlines, files.keys(), base_path)
        problems += [_problem("B04", name, line, column, what=what) for what, line, column in found.active]
    for name, feed in feeds.items():
        problems += _disagreement(name, feed, outlines.get(_file(name, unquote(feed.page), base_path)))
    return problems


def _is_frozen(name: str) -> bool:
    """True for a page as a past release has it."""
    return name.startswith("v/") and name.count("/") > _RELEASE_STEPS


def _hidden(name: str, text: str) -> Iterator[Problem]:
    """B07: characters that no reader sees, as the browser gets them. The first on each line."""
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

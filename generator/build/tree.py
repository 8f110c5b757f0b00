"""Checks on the pages of a built tree: every link and anchor leads somewhere, and nothing active slipped through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.build.outline import Outline
from generator.problems import Problem
from generator.records.privacy import mask_person_numbers


def check_tree(folder: Path, base_path: str = "") -> list[Problem]:
    """Everything wrong with a built tree. `base_path`: what stands in front of every address, such as `/sajt`."""
    outlines: dict[str, Outline] = {}
    problems: list[Problem] = []
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    for name, path in files.items():
        if path.suffix == ".html":
            outlines[name] = Outline(path.read_text(encoding="utf-8", errors="replace"))
    for name, outline in outlines.items():
        problems += _broken(name, outline, outlines, files.keys(), base_path)
        problems += [_problem("B04", name, line, column, what=what) for what, line, column in outline.active]
    return problems


def _broken(name: str, outline: Outline, outlines: dict[str, Outline], files: object, base_path: str) -> Iterator[Problem]:
    for href, line, column in outline.links:
        try:
            parts = urlsplit(href)
        except ValueError:
            yield _problem("B01", name, line, column, href=href, target=href)
            continue
        if parts.scheme or parts.netloc:
            continue
        target = _file(name, unquote(parts.path), base_path)
        if target not in files:  # type: ignore[operator]
            yield _problem("B01", name, line, column, href=href, target=target)
        elif parts.fragment and target in outlines and unquote(parts.fragment) not in outlines[target].anchors:
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

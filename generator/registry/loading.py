"""Loading: files to a registry, with every rule applied.

`load` reads the public data root and, for a preview, the private `intake/` beside it; applies all
rules; and returns the registry with every problem found. With any error there is no registry, so
nothing later can be built on wrong data.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator.problems import Problem, has_errors, sorted_problems
from generator.records import yaml_reader
from generator.records.deny_list import DenyList
from generator.records.reader import Root
from generator.registry.files import LEDGER_NAME, Found, read_root
from generator.registry.pages import Page, read_pages
from generator.registry.registry import Link, Registry, references
from generator.registry.rules import RULES


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` found. `registry` is None when there is any error."""

    registry: Registry | None
    problems: tuple[Problem, ...]


def load(data: Path, content: Path, as_of: date, *, intake: Path | None = None, today: date | None = None, deny_list: DenyList | None = None) -> Loaded:
    """Read and check everything.

    data, content: the public records and the pages. intake: the private root, only for previews;
    a draft there stands in for the public record of the same id. today: the last day that can have
    happened (default: `as_of`). deny_list: strings that may stand nowhere, and that no problem shows.
    """
    found = read_root(data, Root.PUBLIC, _shown(data))
    drafts = read_root(intake, Root.INTAKE, _shown(intake)) if intake else Found((), frozenset(), ())
    pages, page_problems = read_pages(content, _shown(content))
    problems = [*found.problems, *drafts.problems, *page_problems]
    if not yaml_reader.HAS_LIBYAML:
        problems.append(Problem("Y13", _shown(data)))
    horizon = max(as_of, today or as_of)
    registry = _assemble(found, drafts, pages, as_of, horizon, data, deny_list)
    for rule in RULES:
        problems += rule(registry)
    if deny_list is not None:
        problems = [problem.masked(deny_list.mask) for problem in problems]
    ordered = tuple(sorted_problems(problems))
    return Loaded(None if has_errors(ordered) else registry, ordered)


def _assemble(found: Found, drafts: Found, pages: tuple[Page, ...], as_of: date, horizon: date, data: Path, deny_list: DenyList | None) -> Registry:
    documents = {d.key: d for d in (*found.documents, *drafts.documents)}
    ordered = {key: documents[key] for key in sorted(documents)}
    backlinks: dict[str, list[Link]] = defaultdict(list)
    for document in ordered.values():
        for link in references(document):
            backlinks[link.target].append(link)
    return Registry(
        as_of=as_of,
        horizon=horizon,
        documents=MappingProxyType(ordered),
        backlinks=MappingProxyType({key: tuple(links) for key, links in sorted(backlinks.items())}),
        pages=pages,
        present=found.keys | drafts.keys,
        ledger=found.ledger,
        ledger_file=f"{_shown(data)}/{LEDGER_NAME}",
        deny_list=deny_list,
    )


def _shown(folder: Path) -> str:
    """The folder as the user would write it: relative to where they stand when it lies below."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()

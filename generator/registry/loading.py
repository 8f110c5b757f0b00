"""Loading: files to a registry, with every rule applied.

`load` reads the public data root and, for a preview, the private `intake/` beside it; applies all
rules; and returns the registry with every problem found. With any error there is no registry, so
nothing later can be built on wrong data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from generator.problems import Problem, has_errors, sorted_problems
from generator.records import yaml_reader
from generator.records.deny_list import DenyList
from generator.records.reader import Document, Root
from generator.registry.files import Found, read_root
from generator.registry.history import History, read_history
from generator.registry.kept_releases import altered_files
from generator.registry.pages import Page, missing_pages, read_pages
from generator.registry.past import as_it_was
from generator.registry.registry import Registry, backlinks
from generator.registry.released import parse_released
from generator.registry.releases import FOLDER, read_releases
from generator.registry.remembered import Remembered
from generator.registry.rules import RULES

# Who is named, heard and cited, and by whose words: said of a record together with those that it refers to.
_ABOUT_OTHERS = ("I01", "I06", "I07", "I15")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` found. `registry` is None when there is any error. untried: how many records could not be read, so that no rule has seen them."""

    registry: Registry | None
    problems: tuple[Problem, ...]
    untried: int = 0


def load(
    data: Path,
    content: Path,
    as_of: date,
    *,
    intake: Path | None = None,
    today: date | None = None,
    with_history: bool = False,
    whole_site: bool = False,
    deny_list: DenyList | None = None,
    remembered: Remembered | None = None,
    workers: int = 1,
) -> Loaded:
    """Read and check everything.

    data, content: the public records and the pages. intake: the private root, only for previews;
    a draft there stands in for the public record of the same id. today: the last day that can have
    happened (default: `as_of`). When `as_of` lies before it, the rules still see everything, and what
    came later is left out of the registry that they passed. with_history: compare the ledgers and
    the releases with what git remembers of them. whole_site: every page that the site links
    to must be there. deny_list: strings that may stand nowhere, and that no problem shows.
    remembered: what the public files said before. It learns what they say now, and nothing of what is private. workers: how
    many processes read.
    """
    found = read_root(data, Root.PUBLIC, _shown(data), remembered, workers)
    drafts = read_root(intake, Root.INTAKE, _shown(intake)) if intake else Found((), frozenset(), ())
    pages, page_problems = read_pages(content, _shown(content))
    problems = [*found.problems, *drafts.problems, *page_problems]
    if not yaml_reader.HAS_LIBYAML:
        problems.append(Problem("Y13", _shown(data)))
    if whole_site and content.is_dir():
        problems += missing_pages(pages, _shown(content))
    history = read_history(data) if with_history and data.is_dir() else None
    registry = _assemble(found, drafts, pages, as_of, today or as_of, data, history, deny_list)
    if history is not None:
        registry = replace(registry, altered=altered_files(data.parent / FOLDER))
    ordered = _judged(registry, problems)
    untried = len(registry.present - registry.documents.keys())
    return Loaded(None if has_errors(ordered) else as_it_was(registry), ordered, untried)


def reloaded(registry: Registry, documents: Iterable[Document]) -> Loaded:
    """The registry as it would be with these documents, in the place of those of the same key, and what every rule says of it."""
    merged = {**registry.documents, **{d.key: d for d in documents}}
    ordered = {key: merged[key] for key in sorted(merged)}
    changed = replace(registry, documents=MappingProxyType(ordered), backlinks=backlinks(ordered), present=registry.present | ordered.keys())
    problems = _judged(changed)
    return Loaded(None if has_errors(problems) else changed, problems)


def _judged(registry: Registry, already: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """What every rule says, after the problems that were there already. None of them shows a string of the deny list.

    Of a record with a reference that leads nowhere, what depends on the other records is not told: it would be wrong.
    """
    found = [problem for rule in RULES for problem in rule(registry)]
    misspelt = {problem.file for problem in found if problem.code == "L01"}
    problems = [*already, *(problem for problem in found if problem.file not in misspelt or not problem.code.startswith(_ABOUT_OTHERS))]
    if registry.deny_list is not None:
        problems = [problem.masked(registry.deny_list.mask) for problem in problems]
    return tuple(sorted_problems(problems))


def _assemble(
    found: Found,
    drafts: Found,
    pages: tuple[Page, ...],
    as_of: date,
    horizon: date,
    data: Path,
    history: History | None,
    deny_list: DenyList | None,
) -> Registry:
    documents = {d.key: d for d in (*found.documents, *drafts.documents)}
    ordered = {key: documents[key] for key in sorted(documents)}
    return Registry(
        as_of=as_of,
        horizon=horizon,
        documents=MappingProxyType(ordered),
        backlinks=backlinks(ordered),
        pages=pages,
        present=found.keys | drafts.keys,
        ledger=found.ledger,
        released=parse_released(found.released),
        history=history,
        folder=_shown(data),
        deny_list=deny_list,
        releases=read_releases(data.parent / FOLDER),
    )


def _shown(folder: Path) -> str:
    """The folder as the user would write it: relative to where they stand when it lies below."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()

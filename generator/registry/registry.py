"""The registry: every record, with the links both ways, as of a date.

`load` reads the public data root and, for a preview, the private `intake/` beside it; applies all
rules; and returns the registry with every problem found. With any error there is no registry, so
nothing later can be built on wrong data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.problems import Problem, has_errors, sorted_problems
from generator.records.models import Kind
from generator.records.models.base import Path as DataPath
from generator.records.models.base import RefTo, leaves
from generator.records.reader import Document, Root
from generator.records.yaml_reader import HAS_LIBYAML
from generator.registry.files import LEDGER_NAME, Found, read_root
from generator.registry.pages import Page, read_pages


@dataclass(frozen=True, slots=True)
class Link:
    """One reference: the record that has it, where in that record, and the key that it names."""

    document: Document
    path: DataPath
    target: str


@dataclass(frozen=True, slots=True)
class Registry:
    """All records as of a date.

    documents: by key `kind/id`, in key order. backlinks: key to every reference to it.
    as_of: the day that states are computed for. horizon: the last day that can have happened yet.
    present: keys of all files, also of those that could not be read.
    """

    as_of: date
    horizon: date
    documents: Mapping[str, Document]
    backlinks: Mapping[str, tuple[Link, ...]]
    pages: tuple[Page, ...]
    present: frozenset[str]
    ledger: tuple[str, ...] = ()
    ledger_file: str = LEDGER_NAME

    def of(self, kind: Kind) -> tuple[Document, ...]:
        """The records of one kind, in id order."""
        return tuple(d for d in self.documents.values() if d.kind is kind)

    def get(self, kind: Kind, record_id: str) -> Document:
        """A record that is known to exist (references are checked before). Raises KeyError otherwise."""
        return self.documents[f"{kind}/{record_id}"]

    def record(self, kind: Kind, record_id: str) -> Any:
        """The model of a record that is known to exist."""
        return self.get(kind, record_id).record


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` found. `registry` is None when there is any error."""

    registry: Registry | None
    problems: tuple[Problem, ...]


def load(data: Path, content: Path, as_of: date, *, intake: Path | None = None, today: date | None = None) -> Loaded:
    """Read and check everything.

    data, content: the public records and the pages. intake: the private root, only for previews;
    a draft there stands in for the public record of the same id. today: the last day that can have
    happened (default: `as_of`).
    """
    from generator.registry.rules import RULES  # rules know the registry; imported here to keep one direction

    found = read_root(data, Root.PUBLIC, _shown(data))
    drafts = read_root(intake, Root.INTAKE, _shown(intake)) if intake else Found((), frozenset(), ())
    pages, page_problems = read_pages(content, _shown(content))
    problems = [*found.problems, *drafts.problems, *page_problems]
    if not HAS_LIBYAML:
        problems.append(Problem("Y13", _shown(data)))
    horizon = max(as_of, today or as_of)
    registry = _assemble(found, drafts, pages, as_of, horizon, data)
    for rule in RULES:
        problems += rule(registry)
    ordered = tuple(sorted_problems(problems))
    return Loaded(None if has_errors(ordered) else registry, ordered)


def _assemble(found: Found, drafts: Found, pages: tuple[Page, ...], as_of: date, horizon: date, data: Path) -> Registry:
    documents = {d.key: d for d in (*found.documents, *drafts.documents)}
    ordered = {key: documents[key] for key in sorted(documents)}
    backlinks: dict[str, list[Link]] = defaultdict(list)
    for document in ordered.values():
        for link in references(document):
            backlinks[link.target].append(link)
    ledger = data / LEDGER_NAME
    lines = tuple(ledger.read_text(encoding="utf-8", errors="replace").splitlines()) if ledger.is_file() else ()
    return Registry(
        as_of=as_of,
        horizon=horizon,
        documents=MappingProxyType(ordered),
        backlinks=MappingProxyType({key: tuple(links) for key, links in sorted(backlinks.items())}),
        pages=pages,
        present=found.keys | drafts.keys,
        ledger=lines,
        ledger_file=f"{_shown(data)}/{LEDGER_NAME}",
    )


def references(document: Document) -> list[Link]:
    """Every reference that a record makes. One that may be of several kinds is taken as the first that fits its id."""
    return [
        Link(document, leaf.path, f"{kind}/{leaf.value}")
        for leaf in leaves(document.record)
        if (mark := leaf.mark(RefTo))
        for kind in mark.kinds
    ]


def _shown(folder: Path) -> str:
    """The folder as the user would write it: relative to where they stand when it lies below."""
    try:
        return folder.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()

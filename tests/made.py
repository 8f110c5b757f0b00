"""Registries (and numbers) made in a test from plain data, and what a rule says of them by the path that it blames.

Quicker than files, and closer to the rule: `("I03b", "profiles/a accreditations.1", {"line": "…"})`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from stdnum import luhn

from generator.problems import Problem
from generator.records.models import MODELS, Kind
from generator.records.reader import Document, Root
from generator.records.source_map import SourceMap
from generator.registry.pages import Page
from generator.registry.registry import Registry, backlinks

TODAY = date(2026, 11, 21)
CITED = [{"source": "kalla", "locator": "s. 1"}]
SAME = {"sources": CITED, "checked_on": "2026-01-01"}

Data = dict[str, Any]
Said = tuple[str, str, dict[str, str]]


def person_number(born: str = "121212", serial: str = "121", between: str = "") -> str:
    """A person number with its check digit (the default is Skatteverket's own example); none stands in full in any file."""
    return f"{born}{between}{serial}{luhn.calc_check_digit(born[-6:] + serial)}"


def source(**fields: Any) -> Data:
    return {"type": "report", "title": "Rapport", "publisher": "Utgivaren", "url": "https://exempel.se/", "accessed": "2026-01-01", "read": "full", **fields}


def body(**fields: Any) -> Data:
    return {"name": "Myndigheten", "kind": "authority", "summary": "x", **SAME, **fields}


def profile(**fields: Any) -> Data:
    return {"name": "Exempel AB", "summary": "x", **SAME, **fields}


def programme(**fields: Any) -> Data:
    return {"name": "Programmet", "buyer": "myndigheten", "form": "lov", "summary": "x", **SAME, **fields}


def scheme(**fields: Any) -> Data:
    return {"name": "Märket", "kind": "industry", "issuer": "myndigheten", "summary": "x", **SAME, **fields}


def term(**fields: Any) -> Data:
    return {"name": "Ordet", "definition": "x", **SAME, **fields}


def story(*uses: str, **fields: Any) -> Data:
    return {"publisher": "Utgivaren", "issued": "2026-03-01", "url": "https://exempel.se/artikel", "uses": list(uses), "checked_on": "2026-03-02", **fields}


def correction(target: str, **fields: Any) -> Data:
    return {"target": target, "published_on": "2026-02-01", "was": "x", "now": "y", "why": "z", "noticed_by": "reader", **fields}


def tombstone(was: str, **fields: Any) -> Data:
    return {"was": was, "removed_on": "2026-02-01", "reason": "wrong", "text": "x", **fields}


def statement(name: str = "u", **fields: Any) -> Data:
    return {"id": name, "kind": "allegation", "grade": "B", "text": "Text.", "by": ["myndigheten"], "counter": {"searched_on": "2026-01-01"}, **SAME, **fields}


def party(provider: str | None = "exempel-ab", **fields: Any) -> Data:
    """A provider in a case; with None, somebody whom the sources do not name."""
    who = {"provider": provider} if provider else {"unnamed": "ett företag"}
    return {**who, "procedure": "unknown", "outcome": "unknown", "reply": {"state": "declined", "asked_on": "2026-01-07"}, **fields}


def case(*parties: Data, statements: Iterable[Data] = (), **fields: Any) -> Data:
    told = list(statements) or [statement()]
    return {"name": "Ärendet", "type": "complaint", "date": "2020", "parties": list(parties or (party(),)), "statements": told, **fields}


def page(*links: tuple[str, int, int], slug: str = "om", file: str = "content/om.md") -> Page:
    return Page(slug, "Om", MappingProxyType({}), links, SourceMap(file, ("x" * 99,) * 99))


def document(key: str, record: Data, root: Root = Root.PUBLIC) -> Document:
    """A record in which every place has a line of its own, so that a problem's line tells its path."""
    kind, _, name = key.partition("/")
    places = {path: (line, 1) for line, path in enumerate(_paths(record), 1)}
    keys = {path: (line, 2) for path, (line, _) in places.items()}
    lines = SourceMap(key, ("xx",) * len(places), MappingProxyType(places), MappingProxyType(keys))
    return Document(Kind(kind), name, root, MODELS[Kind(kind)].model_validate(record), lines)


def registry(
    records: Mapping[str, Data],
    as_of: date = TODAY,
    horizon: date = TODAY,
    *,
    pages: tuple[Page, ...] = (),
    present: Iterable[str] = (),
    ledger: tuple[str, ...] = (),
    intake: Iterable[str] = (),
) -> Registry:
    """These records, with the few that the others lean on. present: keys of files that could not be read. intake: keys of drafts."""
    whole = {"sources/kalla": source(), "bodies/myndigheten": body(), "profiles/exempel-ab": profile(), **records}
    documents = MappingProxyType({key: document(key, whole[key], Root.INTAKE if key in intake else Root.PUBLIC) for key in sorted(whole)})
    keys = frozenset(documents) | set(present)
    return Registry(as_of=as_of, horizon=horizon, documents=documents, backlinks=backlinks(documents), pages=pages, present=keys, ledger=ledger)


def said(rule: Callable[[Registry], Iterable[Problem]], made: Registry) -> list[Said]:
    """What a rule says: code, record and path (`!` after it for the key instead of the value), and the words put in the message."""
    found = []
    for problem in rule(made):
        where = problem.file
        if problem.file in made.documents:
            paths = list(_paths_of(made.documents[problem.file]))
            steps = ".".join(str(step) for step in paths[problem.line - 1])
            where = f"{problem.file} {steps}{'!' if problem.column == 2 else ''}".strip()
        elif problem.line:
            where = f"{problem.file}:{problem.line}:{problem.column}"
        problem.message("sv"), problem.message("en"), problem.hint("sv"), problem.hint("en")
        found.append((problem.code, where, dict(problem.params)))
    return found


def _paths_of(read: Document) -> Iterable[tuple[str | int, ...]]:
    return read.source.values


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    items: Iterable[tuple[str | int, object]] = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield from _paths(item, (*path, step))

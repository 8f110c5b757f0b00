"""The registry: every record, with the links both ways, as of a date. `loading` makes one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar, cast

from generator.records.deny_list import DenyList
from generator.records.models import Kind
from generator.records.models.base import Contact, RefTo
from generator.records.models.base import Path as DataPath
from generator.records.privacy import contact_key
from generator.records.reader import Document
from generator.records.units import units
from generator.registry.files import LEDGER_NAME, RELEASED_NAME
from generator.registry.history import History
from generator.registry.pages import Page
from generator.registry.released import Released
from generator.registry.releases import Releases

Found = TypeVar("Found")


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
    as_of: the day that states are computed for. horizon: today, the last day that can have happened yet; what may be shown
    is decided for it. present: keys of all files, also of those that could not be read.
    ledger: the lines of the list of published ids. released: what was published meant at the last release.
    history: what git remembers of the two; None when nobody asked. folder: the public data root as the user knows it.
    later, later_parts: what a registry of the past leaves out because it came after `as_of`; the records by key, and
    `kind/id#anchor` of parts of records that are there. deny_list: strings that may stand nowhere. releases: what has been published so far.
    altered: the files of releases that are not as they were first committed, below the folder of releases.
    """

    as_of: date
    horizon: date
    documents: Mapping[str, Document]
    backlinks: Mapping[str, tuple[Link, ...]]
    pages: tuple[Page, ...]
    present: frozenset[str]
    ledger: tuple[str, ...] = ()
    released: Released = field(default_factory=Released)
    history: History | None = None
    folder: str = "providers"
    later: Mapping[str, Document] = field(default_factory=lambda: MappingProxyType({}))
    later_parts: frozenset[str] = frozenset()
    deny_list: DenyList | None = None
    altered: frozenset[str] = frozenset()
    releases: Releases = field(default_factory=Releases)
    # What `once` has worked out. A copy with other records begins anew.
    _kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def ledger_file(self) -> str:
        """The list of published ids, as the user knows it."""
        return f"{self.folder}/{LEDGER_NAME}"

    @property
    def released_file(self) -> str:
        """The ledger of what was released, as the user knows it."""
        return f"{self.folder}/{RELEASED_NAME}"

    @property
    def graves(self) -> Mapping[str, Document]:
        """The tombstones, by the key of what was removed."""
        return self.once(_graves)

    def of(self, kind: Kind) -> tuple[Document, ...]:
        """The records of one kind, in id order."""
        return self.once(_by_kind)[kind]

    def once(self, work: Callable[[Registry], Found]) -> Found:
        """What a function says of the whole registry, worked out for the first that asks."""
        if work not in self._kept:
            self._kept[work] = work(self)
        return cast(Found, self._kept[work])

    def get(self, kind: Kind, record_id: str) -> Document:
        """A record that is known to exist (references are checked before), also one of `later`. Raises KeyError otherwise."""
        return self.named(f"{kind}/{record_id}")

    def record(self, kind: Kind, record_id: str) -> Any:
        """The model of a record that is known to exist."""
        return self.get(kind, record_id).record

    def named(self, key: str) -> Document:
        """What other records call `kind/id`, whether it is there on the day or came later. Raises KeyError for neither."""
        return self.documents[key] if key in self.documents else self.later[key]


def _graves(registry: Registry) -> Mapping[str, Document]:
    return MappingProxyType({f"{d.record.was}/{d.id}": d for d in registry.of(Kind.TOMBSTONES)})


def _by_kind(registry: Registry) -> Mapping[Kind, tuple[Document, ...]]:
    return {kind: tuple(d for d in registry.documents.values() if d.kind is kind) for kind in Kind}


def follow(graves: Mapping[str, Document], key: str) -> str:
    """Where a key leads: itself, or past removed records to the end of their redirects. A ring ends where it began."""
    seen = {key}
    while key in graves and (onward := graves[key].record.redirect) and onward not in seen:
        key = onward
        seen.add(key)
    return key


def references(document: Document) -> list[Link]:
    """Every reference that a record makes. One that may be of several kinds is taken as the first that fits its id."""
    return [Link(document, leaf.path, f"{kind}/{leaf.value}") for leaf in document.leaves if (mark := leaf.mark(RefTo)) for kind in mark.kinds]


def backlinks(documents: Mapping[str, Document]) -> Mapping[str, tuple[Link, ...]]:
    """The references turned round: key to every reference to it."""
    found: dict[str, list[Link]] = defaultdict(list)
    for document in documents.values():
        for link in references(document):
            found[link.target].append(link)
    return MappingProxyType({key: tuple(links) for key, links in sorted(found.items())})


def anchors(document: Document) -> set[str]:
    """The anchors of a record's units: its parts, answers and parties."""
    return {unit.anchor for unit in units(document.record)} - {""}


def declared_contacts(documents: Iterable[Document]) -> frozenset[str]:
    """The e-mail addresses and phone numbers that organisations' records declare, as `contact_key` gives them."""
    return frozenset(contact_key(str(leaf.path[-1]), leaf.value) for document in documents for leaf in document.leaves if leaf.mark(Contact))

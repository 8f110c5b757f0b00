"""The registry: every record, with the links both ways, as of a date. `loading` makes one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.records.deny_list import DenyList
from generator.records.models import Kind
from generator.records.models.base import Contact, RefTo, leaves
from generator.records.models.base import Path as DataPath
from generator.records.privacy import contact_key
from generator.records.reader import Document
from generator.registry.files import LEDGER_NAME
from generator.registry.pages import Page


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
    present: keys of all files, also of those that could not be read. deny_list: strings that may stand nowhere.
    """

    as_of: date
    horizon: date
    documents: Mapping[str, Document]
    backlinks: Mapping[str, tuple[Link, ...]]
    pages: tuple[Page, ...]
    present: frozenset[str]
    ledger: tuple[str, ...] = ()
    ledger_file: str = LEDGER_NAME
    deny_list: DenyList | None = None

    def of(self, kind: Kind) -> tuple[Document, ...]:
        """The records of one kind, in id order."""
        return tuple(d for d in self.documents.values() if d.kind is kind)

    def get(self, kind: Kind, record_id: str) -> Document:
        """A record that is known to exist (references are checked before). Raises KeyError otherwise."""
        return self.documents[f"{kind}/{record_id}"]

    def record(self, kind: Kind, record_id: str) -> Any:
        """The model of a record that is known to exist."""
        return self.get(kind, record_id).record


def references(document: Document) -> list[Link]:
    """Every reference that a record makes. One that may be of several kinds is taken as the first that fits its id."""
    return [Link(document, leaf.path, f"{kind}/{leaf.value}") for leaf in leaves(document.record) if (mark := leaf.mark(RefTo)) for kind in mark.kinds]


def declared_contacts(documents: Iterable[Document]) -> frozenset[str]:
    """The e-mail addresses and phone numbers that organisations' records declare, as `contact_key` gives them."""
    return frozenset(contact_key(str(leaf.path[-1]), leaf.value) for document in documents for leaf in leaves(document.record) if leaf.mark(Contact))

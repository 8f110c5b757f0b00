"""The documents of the API: one for each record with a page, one where each removed record was, one for each table, and the index of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.records.models import Kind
from generator.records.reader import Document, Root
from generator.registry.registry import follow
from generator.site import routes
from generator.site.api.parts import Finder, parts_of, record_row
from generator.site.following import followed
from generator.site.language import SWEDISH
from generator.site.maker import Maker
from generator.site.tables.about import CAVEATS, DESCRIPTION, LICENCE_URL, LICENCE_WORDS, TITLE, WITH_THE_REPLY
from generator.site.tables.as_json import values
from generator.site.tables.columns import Filled, Row
from generator.site.tables.dataset import Dataset
from generator.site.tables.public import Public
from generator.site.tables.schemas import release
from generator.site.views.corrections import removed_anchor
from generator.site.views.history import living_url, with_history

VERSION = "1"
# The types of documents that are no list and no record: what `type` says, and what their schema is called.
TOMBSTONE = "tombstone"
INDEX = "index"

Made = dict[str, object]


class Documents:
    """Makes the documents of one site. dataset: the rows that everything is taken from. maker: of the same registry."""

    def __init__(self, maker: Maker, dataset: Dataset) -> None:
        self.public = Public(maker, dataset.origin)
        self.dataset = dataset
        self.finder = Finder(dataset)

    def all(self) -> Iterator[tuple[str, Made]]:
        """Address, without base path, and content of every document, the index first."""
        yield routes.api_file(INDEX), self.index()
        for filled in self.dataset.filled:
            yield routes.api_file(filled.table.name), self.list_of(filled)
        for kind, record in recorded(self.public):
            yield routes.api_record(kind, record.id) or "", self.record(kind, record)
        for kind, grave in buried(self.public):
            yield routes.api_record(kind, grave.id) or "", self.tombstone(kind, grave)

    def index(self) -> Made:
        """What there is."""
        return {
            "type": INDEX,
            "title": SWEDISH.t(TITLE),
            "description": SWEDISH.t(DESCRIPTION),
            "version": VERSION,
            **self._head(),
            "caveats": [SWEDISH.t(caveat) for caveat in CAVEATS],
            "links": {
                "self": self._address(routes.api_file(INDEX)),
                "schema": self._address(routes.api_schema(INDEX)),
                "openapi": self._address(routes.api_file("openapi")),
                "page": self._address(routes.API),
                "dataset": self._address(routes.DATA),
                "corrections": self._address(f"{routes.CORRECTIONS_FEED}.json"),
                "tombstone_schema": self._address(routes.api_schema(TOMBSTONE)),
            },
            "lists": [self._listed(filled) for filled in self.dataset.filled],
        }

    def _listed(self, filled: Filled) -> Made:
        name = filled.table.name
        documented = name in routes.API_TABLES.values()
        return {
            "name": name,
            "description": SWEDISH.t(filled.table.meaning),
            "row_count": len(filled.rows),
            "list": self._address(routes.api_file(name)),
            "schema": self._address(routes.api_schema(name)),
            "documents": self._documents_of(name),
            "document_schema": self._address(routes.api_schema(record_schema(name))) if documented else None,
        }

    def list_of(self, filled: Filled) -> Made:
        """All rows of a table."""
        name = filled.table.name
        return {
            "type": name,
            "description": SWEDISH.t(filled.table.meaning),
            **self._head(),
            "links": {
                "self": self._address(routes.api_file(name)),
                "schema": self._address(routes.api_schema(name)),
                "index": self._address(routes.api_file(INDEX)),
                "csv": self._address(routes.data_file(f"csv/{name}.csv")),
                "documents": self._documents_of(name),
            },
            "row_count": len(filled.rows),
            "rows": rows(filled.rows),
        }

    def record(self, kind: Kind, document: Document) -> Made:
        """A record with all that hangs on it."""
        table, row = routes.API_TABLES[kind], record_row(self.finder, kind, document.id)
        if row is None:
            raise ValueError(document.key)
        page = routes.page_of(kind, document.id) or ""
        return {
            "type": table,
            "id": document.id,
            "record_id": document.key,
            **self._head(),
            "links": {
                "self": self._address(routes.api_record(kind, document.id)),
                "schema": self._address(routes.api_schema(record_schema(table))),
                "list": self._address(routes.api_file(table)),
                "page": self._address(page),
                "history": self._address(routes.history(page)) if page in self._histories else None,
                "feed": self._address(f"{routes.feed(page)}.json") if page in self._followed else None,
                "frozen": self._address(self._frozen.get(page)),
            },
            "record": values(row),
            **{name: rows(found) for name, found in parts_of(self.finder, kind, document.id).items()},
        }

    def tombstone(self, kind: Kind, grave: Document) -> Made:
        """What answers where a removed record was: the row of its removal, and where to go instead."""
        row = next(iter(self.finder.rows("tombstones", "id", (removed_anchor(grave.key),)).values()))
        page = routes.page_of(kind, grave.id) or ""
        return {
            "type": TOMBSTONE,
            **values(row),
            **self._head(),
            "links": {
                "self": self._address(routes.api_record(kind, grave.id)),
                "schema": self._address(routes.api_schema(TOMBSTONE)),
                "page": self._address(page),
                "history": self._address(routes.history(page)) if page in self._histories else None,
                "redirect": self._address(self._successor(kind, grave)),
            },
        }

    def _successor(self, kind: Kind, grave: Document) -> str | None:
        """The document of what a removed record leads to."""
        end = follow(self.public.maker.graves, f"{kind}/{grave.id}")
        name, _, record_id = end.partition("/")
        return routes.api_record(Kind(name), record_id) if end in self.public.keys else None

    def _head(self) -> Made:
        """What every document says of itself."""
        return {
            "as_of": self.dataset.as_of.isoformat(),
            "release": release(self.dataset).get("release"),
            "licence": LICENCE_URL,
            "licence_note": SWEDISH.t(LICENCE_WORDS),
            "note": SWEDISH.t(WITH_THE_REPLY),
        }

    def _documents_of(self, name: str) -> str | None:
        """The address of the documents of a table, with `{id}` where the id of the record stands."""
        return self._address(f"{routes.API_V1}{name}/{{id}}.json") if name in routes.API_TABLES.values() else None

    def _address(self, url: str | None) -> str | None:
        return f"{self.dataset.origin}{self.dataset.base_path}{url}" if url else None

    @cached_property
    def _histories(self) -> frozenset[str]:
        """The pages that have a history: those of released records, and of those that have been."""
        maker = self.public.maker
        if maker.registry.releases.latest is None:
            return frozenset()
        released = {unit.unit for entry in maker.registry.releases.all for unit in entry.units}
        gone = {routes.page_of(kind, grave.id) or "" for kind, grave in buried(self.public) if f"{kind}/{grave.id}" in released}
        return frozenset(url for _, url in with_history(maker)) | gone

    @cached_property
    def _followed(self) -> frozenset[str]:
        return frozenset(followed(self.public.maker.registry))

    @cached_property
    def _frozen(self) -> Mapping[str, str]:
        """The latest stored copy of each page, by the address that the page has now."""
        maker = self.public.maker
        stored = ((entry, page) for entry, page in maker.registry.releases.stored() if not maker.withdrawals.is_withdrawn(entry.id, page))
        return {living_url(page.path): routes.frozen(living_url(page.path), entry.id) for entry, page in stored}


def recorded(public: Public) -> Iterator[tuple[Kind, Document]]:
    """The records that have a page of their own."""
    return ((kind, document) for kind in routes.API_TABLES for document in public.of(kind))


def buried(public: Public) -> Iterator[tuple[Kind, Document]]:
    """The tombstones of records that had a page of their own."""
    graves = ((Kind(grave.record.was), grave) for grave in public.maker.graves.values() if grave.root is Root.PUBLIC)
    return ((kind, grave) for kind, grave in graves if kind in routes.API_TABLES)


def documented(maker: Maker) -> frozenset[str]:
    """The pages that have a document, by their address without base path. Of a preview those that the public site has."""
    public = Public(maker)
    return frozenset(routes.page_of(kind, document.id) or "" for found in (recorded(public), buried(public)) for kind, document in found)


def record_schema(table: str) -> str:
    """What the schema of a table's documents is called."""
    return f"{table}-record"


def rows(found: Iterable[Row]) -> list[dict[str, str | int | float | bool | None]]:
    """Rows as JSON has them."""
    return [values(row) for row in found]

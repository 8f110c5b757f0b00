"""The page about the API: its addresses, an example, what is promised of it and what has changed in it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from generator.records.models import Kind
from generator.site import routes
from generator.site.api.changelog import CHANGES, PROMISES, current
from generator.site.api.documents import INDEX, record_schema, recorded
from generator.site.api.openapi import OPENAPI
from generator.site.api.parts import part_tables
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.security import ANY_SITE, OPEN_HEADER, OPEN_PATHS
from generator.site.tables.columns import fill
from generator.site.tables.dataset import TABLES
from generator.site.tables.public import Public

# So much of a record's row as is shown of an example: what is short.
_SHOWN = ("id", "name", "legal_form", "checked_on", "page")


@dataclass(frozen=True, slots=True)
class ExampleView:
    """One document and how it begins."""

    document: LinkView
    text: str


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The documents of one kind of record. address: with `{id}` where the id stands. parts: the tables that they have rows of."""

    name: str
    meaning: str
    address: str
    schema: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """The list of one table."""

    document: LinkView
    meaning: str
    schema: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One version of the API."""

    version: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class ApiView:
    """The page of the API. example: None while there is no provider. header, open_paths: what lets scripts of other sites read, and where."""

    index: LinkView
    openapi: LinkView
    version: str
    example: ExampleView | None
    documents: tuple[DocumentsView, ...]
    lists: tuple[ListView, ...]
    promises: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    data: str
    corrections: str
    header: str
    open_paths: tuple[str, ...]


def api_view(maker: Maker) -> ApiView:
    """The page in the language of the maker; the API is the same for all."""
    t = maker.words.t
    meanings = {table.name: t(table.meaning) for table in TABLES}
    return ApiView(
        index=_file(maker, routes.api_file(INDEX)),
        openapi=_file(maker, routes.api_file(OPENAPI)),
        version=current().version,
        example=_example(maker),
        documents=tuple(
            DocumentsView(name, meanings[name], f"{routes.API_V1}{name}/{{id}}.json", _schema(maker, record_schema(name)), part_tables(kind))
            for kind, name in routes.API_TABLES.items()
        ),
        lists=tuple(ListView(_file(maker, routes.api_file(name)), meaning, _schema(maker, name)) for name, meaning in meanings.items()),
        promises=tuple(map(t, PROMISES)),
        changes=tuple(ChangeView(change.version, maker.words.day(change.day), t(change.text)) for change in reversed(CHANGES)),
        data=maker.href(routes.DATA),
        corrections=maker.href(routes.CORRECTIONS),
        header=f"{OPEN_HEADER}: {ANY_SITE}",
        open_paths=OPEN_PATHS,
    )


def _file(maker: Maker, address: str) -> LinkView:
    return LinkView(address, f"{maker.base_path}{address}")


def _schema(maker: Maker, name: str) -> str:
    return f"{maker.base_path}{routes.api_schema(name)}"


def _example(maker: Maker) -> ExampleView | None:
    """The first provider, as the dataset has it."""
    public = Public(maker)
    first = next((document for kind, document in recorded(public) if kind is Kind.PROFILES), None)
    if first is None:
        return None
    table = next(table for table in TABLES if table.name == routes.API_TABLES[Kind.PROFILES])
    row = next(row for row in fill(table, public).rows if row["id"] == first.id)
    shown = {
        "type": table.name,
        "id": first.id,
        "record_id": first.key,
        "as_of": maker.as_of.isoformat(),
        "record": {name: row[name] for name in _SHOWN},
    }
    # It goes on, so it does not end as JSON does.
    text = json.dumps(shown, ensure_ascii=False, indent=1).removesuffix("\n}") + ",\n …"
    return ExampleView(_file(maker, routes.api_record(Kind.PROFILES, first.id) or ""), text)

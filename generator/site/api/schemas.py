"""JSON Schema (2020-12) of every sort of document, made from the descriptions of the columns that the rows themselves are made from.

A schema says what is promised and forbids nothing else: fields may be added within a version, so a document may have more than its schema.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.records.models import Kind
from generator.site import routes
from generator.site.api.documents import INDEX, TOMBSTONE, record_schema
from generator.site.api.parts import part_tables
from generator.site.language import N_, SWEDISH
from generator.site.tables.columns import Column, Table, Type
from generator.site.tables.dataset import TABLES
from generator.site.tables.schemas import PARTIAL_DATE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, object]

_TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in TABLES})
_TYPES: Mapping[Type, str] = MappingProxyType({Type.INTEGER: "integer", Type.NUMBER: "number", Type.BOOLEAN: "boolean"})
_DAY: Mapping[str, object] = MappingProxyType({"type": "string", "format": "date"})
_TEXT: Mapping[str, object] = MappingProxyType({"type": "string"})
_ADDRESS: Mapping[str, object] = MappingProxyType({"type": "string", "format": "uri-reference"})
_COUNT: Mapping[str, object] = MappingProxyType({"type": "integer", "minimum": 0})
# What the fields mean that are not columns of the dataset.
_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "type": N_("Slag av dokument: tabellens namn, index eller tombstone."),
        "id": N_("Postens id, som aldrig ändras."),
        "record_id": N_("Slag och id, som i tabellen records."),
        "title": N_("Vad datamängden heter."),
        "description": N_("Vad dokumentet har."),
        "version": N_("Huvudversionen av API:et."),
        "as_of": N_("Dagen som läget är uträknat för."),
        "release": N_("Den senaste releasen och kontrollsumman för den. Tomt före den första."),
        "licence": N_("Licensen för våra texter och data. Citat tillhör sina källor."),
        "licence_note": N_("Licensen i ord."),
        "note": N_("Vad den som återger en uppgift måste ta med."),
        "caveats": N_("Vad ingen bör använda uppgifterna utan att veta."),
        "links": N_("Var dokumentet och det som hör till det finns. Tomt betyder att det inte finns."),
        "record": N_("Postens egen rad."),
        "row_count": N_("Antal rader."),
        "rows": N_("Raderna, i ordning efter nyckeln."),
        "lists": N_("Alla listor."),
        "name": N_("Tabellens namn."),
        "list": N_("Listan med alla rader."),
        "schema": N_("Dokumentets schema."),
        "documents": N_("Adressen till ett dokument för varje rad, där {id} byts mot radens id. Tomt när raderna inte har egna dokument."),
        "document_schema": N_("De dokumentens schema."),
        "self": N_("Dokumentet självt."),
        "index": N_("Vad som finns."),
        "openapi": N_("Beskrivningen av alla adresser enligt OpenAPI."),
        "page": N_("Sidan."),
        "dataset": N_("Sidan där allt går att ladda ner."),
        "corrections": N_("Flödet med rättelser."),
        "tombstone_schema": N_("Schemat för det som svarar där en borttagen post fanns."),
        "csv": N_("Samma rader som CSV."),
        "history": N_("Sidans historik."),
        "feed": N_("Flödet med det som ändras."),
        "frozen": N_("Sidan som den var i den senaste release som sparade den."),
        "redirect": N_("Dokumentet att läsa i stället."),
        "hash": N_("Kontrollsumman för releasens förteckning."),
    }
)


def schemas(at: str) -> dict[str, Schema]:
    """Every schema by its name, each complete in itself. at: scheme, host and base path of the site, as far as known."""
    shared = definitions("#/$defs/")
    return {name: _complete(name, shared, at) for name in documents()}


def documents() -> tuple[str, ...]:
    """The names of all sorts of documents: the index, each list, each table with documents of its own, and the tombstone."""
    return (INDEX, *(table.name for table in TABLES), *(record_schema(name) for name in routes.API_TABLES.values()), TOMBSTONE)


def definitions(prefix: str) -> dict[str, Schema]:
    """The schemas of all documents and rows by name. prefix: what stands before a name that one of them refers to."""
    made = {row_name(table.name): _row(table) for table in TABLES}
    made[INDEX] = _index()
    made |= {table.name: _list(table, prefix) for table in TABLES}
    made |= {record_schema(name): _record(kind, name, prefix) for kind, name in routes.API_TABLES.items()}
    made[TOMBSTONE] = _tombstone()
    return made


def row_name(table: str) -> str:
    """What the schema of a table's row is called."""
    return f"{table}-row"


def _complete(name: str, shared: Mapping[str, Schema], at: str) -> Schema:
    own = shared[name]
    rows = sorted(set(_references(own)))
    return {
        "$schema": DIALECT,
        "$id": f"{at}{routes.api_schema(name)}",
        "title": name,
        **own,
        **({"$defs": {row: shared[row] for row in rows}} if rows else {}),
    }


def _references(schema: object) -> Iterator[str]:
    """The names that a schema refers to."""
    if isinstance(schema, Mapping):
        if "$ref" in schema:
            yield str(schema["$ref"]).rpartition("/")[2]
        for value in schema.values():
            yield from _references(value)


def _row(table: Table) -> Schema:
    return _object({column.name: _cell(column) for column in table.columns}, SWEDISH.t(table.meaning))


def _cell(column: Column) -> Schema:
    may_lack = not (column.required or column.key)
    kind = _TYPES.get(column.type, "string")
    schema: Schema = {"type": [kind, "null"] if may_lack else kind, "description": SWEDISH.t(column.meaning)}
    if column.values:
        schema["enum"] = [*column.values, None] if may_lack else list(column.values)
    if column.type is Type.DATE:
        schema["format"] = "date"
    if column.type is Type.PARTIAL_DATE:
        schema["pattern"] = f"^{PARTIAL_DATE}$"
    if column.type is Type.ADDRESS:
        schema["format"] = "uri-reference"
    return schema


def _list(table: Table, prefix: str) -> Schema:
    return _object(
        {
            **_fields({"type": {"const": table.name}, "description": _TEXT}),
            **_head(),
            "links": _links("self", "schema", "index", "csv", documents=_or_null(_ADDRESS)),
            **_fields({"row_count": _COUNT}),
            "rows": {**_rows(table.name, prefix), "description": SWEDISH.t(_MEANINGS["rows"])},
        },
        SWEDISH.t(table.meaning),
    )


def _record(kind: Kind, name: str, prefix: str) -> Schema:
    parts = {part: {**_rows(part, prefix), "description": SWEDISH.t(_TABLES[part].meaning)} for part in part_tables(kind)}
    return _object(
        {
            **_fields({"type": {"const": name}, "id": _TEXT, "record_id": _TEXT}),
            **_head(),
            "links": _links("self", "schema", "list", "page", history=_or_null(_ADDRESS), feed=_or_null(_ADDRESS), frozen=_or_null(_ADDRESS)),
            "record": {"$ref": f"{prefix}{row_name(name)}"},
            **parts,
        },
        SWEDISH.t(_TABLES[name].meaning),
    )


def _tombstone() -> Schema:
    table = _TABLES["tombstones"]
    return _object(
        {
            **_fields({"type": {"const": TOMBSTONE}}),
            **{column.name: _cell(column) for column in table.columns},
            **_head(),
            "links": _links("self", "schema", "page", history=_or_null(_ADDRESS), redirect=_or_null(_ADDRESS)),
        },
        SWEDISH.t(table.meaning),
    )


def _index() -> Schema:
    each = _object(
        _fields(
            {
                "name": _TEXT,
                "description": _TEXT,
                "row_count": _COUNT,
                "list": _ADDRESS,
                "schema": _ADDRESS,
                "documents": _or_null(_ADDRESS),
                "document_schema": _or_null(_ADDRESS),
            }
        )
    )
    return _object(
        {
            **_fields({"type": {"const": INDEX}, "title": _TEXT, "description": _TEXT, "version": _TEXT}),
            **_head(),
            **_fields({"caveats": {"type": "array", "items": {"type": "string"}}}),
            "links": _links("self", "schema", "openapi", "page", "dataset", "corrections", "tombstone_schema"),
            **_fields({"lists": {"type": "array", "items": each}}),
        },
        SWEDISH.t(_MEANINGS["index"]),
    )


def _head() -> dict[str, Schema]:
    released = _object(_fields({"id": _TEXT, "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}}))
    # Which release it is has the same name as an id of a record, but another meaning.
    del released["properties"]["id"]["description"]  # type: ignore[index]
    released["type"] = ["object", "null"]
    return _fields({"as_of": _DAY, "release": released, "licence": _ADDRESS, "licence_note": _TEXT, "note": _TEXT})


def _links(*names: str, **others: Schema) -> Schema:
    return {**_object(_fields({**dict.fromkeys(names, _ADDRESS), **others})), "description": SWEDISH.t(_MEANINGS["links"])}


def _fields(given: Mapping[str, Mapping[str, object]]) -> dict[str, Schema]:
    return {name: {**schema, "description": SWEDISH.t(_MEANINGS[name])} for name, schema in given.items()}


def _rows(table: str, prefix: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"{prefix}{row_name(table)}"}}


def _or_null(schema: Mapping[str, object]) -> Schema:
    return {**schema, "type": [str(schema["type"]), "null"]}


def _object(properties: Mapping[str, Schema], meaning: str = "") -> Schema:
    return {"type": "object", **({"description": meaning} if meaning else {}), "properties": dict(properties), "required": list(properties)}


def promises() -> tuple[str, ...]:
    """What the schemas promise, a line for each field: where it is, its type, and one for each code that may stand there. Without the words that explain it."""
    made = definitions("")
    return tuple(sorted(line for name in (*documents(), *(row_name(table.name) for table in TABLES)) for line in _promised(name, made[name])))


def _promised(place: str, schema: object) -> Iterator[str]:
    if not isinstance(schema, Mapping):
        return
    said = [f"{word}={_said(schema[word])}" for word in ("type", "const", "format", "pattern", "minimum", "$ref") if word in schema]
    yield f"{place} {' '.join(said)}"
    yield from (f"{place} may be {code}" for code in schema.get("enum", ()) if code is not None)
    for name, field in schema.get("properties", {}).items():
        yield from _promised(f"{place}.{name}", field)
    if "items" in schema:
        yield from _promised(f"{place}[]", schema["items"])


def _said(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)


def digest() -> str:
    """SHA-256, in hexadecimal, of what the schemas promise."""
    return hashlib.sha256("\n".join(promises()).encode()).hexdigest()

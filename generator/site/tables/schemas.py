"""The tables described for programs: Data Package (version 2) and CSV on the Web (CSVW).

Addresses in both are relative, as their standards have them, so that they hold wherever the files lie: on the site,
in the archive and on somebody's own machine.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.site.language import SWEDISH
from generator.site.tables.about import CAVEATS, DESCRIPTION, KEYWORDS, LICENCE_NAME, LICENCE_TITLE, LICENCE_URL, NAME, TITLE, DataFile
from generator.site.tables.columns import Column, Table, Type
from generator.site.tables.dataset import TABLES, Dataset

DATA_PACKAGE = "datapackage.json"
CSVW = "csvw-metadata.json"
PARTIAL_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_FIELD_TYPES: Mapping[Type, str] = MappingProxyType({Type.INTEGER: "integer", Type.NUMBER: "number", Type.BOOLEAN: "boolean", Type.DATE: "date"})
_DATATYPES: Mapping[Type, str] = MappingProxyType(
    {Type.INTEGER: "integer", Type.NUMBER: "decimal", Type.BOOLEAN: "boolean", Type.DATE: "date", Type.ADDRESS: "anyURI"}
)


def description() -> str:
    """What the dataset is and what must be known of it, as one text."""
    return "\n\n".join(SWEDISH.t(text) for text in (DESCRIPTION, *CAVEATS))


def data_package(dataset: Dataset, files: Iterable[DataFile]) -> DataFile:
    """The descriptor of the canonical CSV files. `release` and `as_of` are ours; the standard lets a descriptor have more than its own names."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": SWEDISH.t(TITLE),
        "description": description(),
        "version": dataset.version,
        "as_of": dataset.as_of.isoformat(),
        **release(dataset),
        **({"homepage": f"{dataset.origin}{dataset.base_path}/"} if dataset.origin else {}),
        "keywords": [SWEDISH.t(word) for word in KEYWORDS],
        "licenses": [{"name": LICENCE_NAME, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "contributors": [{"title": "Coachkollen", "roles": ["publisher"]}],
        "sources": [{"title": SWEDISH.t(next(t.meaning for t in TABLES if t.name == "sources")), "path": "csv/sources.csv"}],
        "resources": [_resource(dataset.tables[file.table].table, file) for file in files],
    }
    return DataFile(DATA_PACKAGE, _dumped(package), "application/json", "schema")


def release(dataset: Dataset) -> dict[str, object]:
    """The release, where there is one, as the descriptor and the JSON document name it."""
    return {"release": {"id": dataset.released.release, "hash": f"sha256:{dataset.released.hash}"}} if dataset.released else {}


def _resource(table: Table, file: DataFile) -> dict[str, object]:
    return {
        "name": table.name,
        "path": file.name,
        "type": "table",
        "title": table.name,
        "description": SWEDISH.t(table.meaning),
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, object]:
    """The Table Schema of a table."""
    schema: dict[str, object] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.references:
        schema["foreignKeys"] = [{"fields": [column.name], "reference": _reference(table, column)} for column in table.references]
    return schema


def _reference(table: Table, column: Column) -> dict[str, object]:
    target = next(t for t in TABLES if t.name == column.references)
    # A table that points at itself is not named, by the standard.
    return {"fields": [target.key[0]]} if target is table else {"resource": target.name, "fields": [target.key[0]]}


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if column.type is Type.PARTIAL_DATE:
        constraints["pattern"] = PARTIAL_DATE
    return {
        "name": column.name,
        "type": _FIELD_TYPES.get(column.type, "string"),
        "description": SWEDISH.t(column.meaning),
        **({"constraints": constraints} if constraints else {}),
    }


def csvw(files: Iterable[DataFile]) -> DataFile:
    """The same files for readers of CSVW."""
    by_name = {table.name: table for table in TABLES}
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "dc:title": SWEDISH.t(TITLE),
        "dc:description": description(),
        "dc:license": {"@id": LICENCE_URL},
        "tables": [_csvw_table(by_name[file.table], file) for file in files],
    }
    return DataFile(CSVW, _dumped(group), "application/csvm+json", "schema")


def _csvw_table(table: Table, file: DataFile) -> dict[str, object]:
    schema: dict[str, object] = {
        "columns": [
            {
                "name": column.name,
                "titles": column.name,
                "dc:description": SWEDISH.t(column.meaning),
                "datatype": _datatype(column),
                **({"required": True} if column.required else {}),
            }
            for column in table.columns
        ],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [
            {"columnReference": [column.name], "reference": {"resource": f"csv/{column.references}.csv", "columnReference": [_key_of(column.references)]}}
            for column in table.references
        ]
    return {"url": file.name, "dc:title": table.name, "dc:description": SWEDISH.t(table.meaning), "tableSchema": schema}


def _key_of(name: str) -> str:
    return next(table.key[0] for table in TABLES if table.name == name)


def _datatype(column: Column) -> object:
    if column.values:
        return {"base": "string", "format": f"({'|'.join(re.escape(value) for value in column.values)})"}
    if column.type is Type.PARTIAL_DATE:
        return {"base": "string", "format": PARTIAL_DATE}
    return _DATATYPES.get(column.type, "string")


def _dumped(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()

"""The dataset of the demo, made once, and its rows as other people's software reads them back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from conftest import AS_OF, ROOT

from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.site.maker import Maker
from generator.site.tables.columns import Type
from generator.site.tables.dataset import TABLES
from generator.site.tables.files import Made, data_files
from generator.site.tables.separated import FORMULA

ORIGIN = "https://kollen.example"
Rows = list[dict[str, Any]]


@cache
def registry() -> Registry:
    found = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", date.fromisoformat(AS_OF)).registry
    assert found is not None
    return found


@cache
def made(origin: str = ORIGIN) -> Made:
    return data_files(Maker(registry()), origin)


@cache
def laid_out(folder: Path) -> Path:
    """The files of the dataset in a folder, as on the site."""
    for file in made().files:
        target = folder / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    return folder


def rows(table: str) -> Rows:
    """The rows as they were made, numbers as programs count with them."""
    return [{name: float(v) if isinstance(v, Decimal) else v for name, v in row.items()} for row in made().dataset.tables[table].rows]


def content(name: str) -> bytes:
    return next(file.content for file in made().files if file.name == name)


# Each reader gives the rows of a table as `rows` has them; none of them is ours.


def from_csv(folder: Path, table: str) -> Rows:
    text = (folder / f"csv/{table}.csv").read_bytes().decode("utf-8")
    return [_typed(table, row, ".") for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)]


def from_excel_csv(folder: Path, table: str) -> Rows:
    text = (folder / f"excel-csv/{table}.csv").read_bytes().decode("utf-8-sig")
    found = csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    texts = {c.name for t in TABLES if t.name == table for c in t.columns if c.type not in (Type.NUMBER, Type.INTEGER)}
    bare = ({k: v[1:] if k in texts and v[:1] == "'" and FORMULA.match(v[1:]) else v for k, v in row.items()} for row in found)
    return [_typed(table, row, ",") for row in bare]


def from_json(folder: Path, table: str) -> Rows:
    document = json.loads((folder / "coachkollen.json").read_bytes())
    return [_counted(table, row) for row in document["tables"][table]]


def from_json_lines(folder: Path, table: str) -> Rows:
    lines = (json.loads(line) for line in (folder / "coachkollen.jsonl").read_bytes().splitlines())
    return [_counted(table, {k: v for k, v in row.items() if k != "table"}) for row in lines if row["table"] == table]


def from_sqlite(folder: Path, table: str) -> Rows:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(f"file:{folder}/coachkollen.sqlite?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        keys = ", ".join(f'"{name}"' for name in _table(table).key)
        return [_counted(table, dict(row)) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY {keys}')]


def from_xlsx(folder: Path, table: str) -> Rows:
    names, *lines = workbook(folder)[table]
    return [_counted(table, dict(zip(names, line, strict=True))) for line in lines]


@cache
def workbook(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    import openpyxl

    book = openpyxl.load_workbook(folder / "coachkollen.xlsx", read_only=True)
    width = {table.name: len(table.columns) for table in TABLES}
    return {sheet.title: [(*line, *(None,) * (width[sheet.title] - len(line))) for line in sheet.iter_rows(values_only=True)] for sheet in book.worksheets[1:]}


def from_parquet(folder: Path, table: str) -> Rows:
    import duckdb

    found = duckdb.connect().execute("SELECT * FROM read_parquet($file)", {"file": str(folder / f"parquet/{table}.parquet")})
    names = [name for name, *_ in found.description]
    lines = (dict(zip(names, line, strict=True)) for line in found.fetchall())
    return [{k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()} for row in lines]


READERS: tuple[Callable[[Path, str], Rows], ...] = (from_csv, from_excel_csv, from_json, from_json_lines, from_sqlite, from_xlsx, from_parquet)


def _table(name: str) -> Any:
    return next(table for table in TABLES if table.name == name)


def _typed(table: str, row: dict[str, str], point: str) -> dict[str, Any]:
    """A row of texts, each as the type of its column."""
    found: dict[str, Any] = {}
    for column in _table(table).columns:
        text = row[column.name]
        match column.type:
            case _ if text == "":
                found[column.name] = None
            case Type.BOOLEAN:
                found[column.name] = {"true": True, "false": False}[text]
            case Type.INTEGER:
                found[column.name] = int(text)
            case Type.NUMBER:
                found[column.name] = float(text.replace(point, "."))
            case _:
                found[column.name] = text
    assert row.keys() == found.keys()
    return found


def _counted(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row with booleans and decimal numbers as such, where the format has only one sort of number."""
    found = dict(row)
    for column in _table(table).columns:
        value = found[column.name]
        if column.type is Type.BOOLEAN:
            found[column.name] = bool(value)
        if column.type is Type.NUMBER and value is not None:
            found[column.name] = float(value)
    return found

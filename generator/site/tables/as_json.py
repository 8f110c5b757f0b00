"""The dataset as one JSON document, and as JSON Lines: one row a line, which says which table it is of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from generator.site.language import SWEDISH
from generator.site.tables.about import CAVEATS, DESCRIPTION, LICENCE_URL, LICENCE_WORDS, NAME, TITLE, DataFile
from generator.site.tables.columns import Cell, Row
from generator.site.tables.dataset import Dataset
from generator.site.tables.schemas import release


def json_file(dataset: Dataset) -> Iterator[DataFile]:
    """All tables in one document, a row a line, with what must be known of them first."""
    about = {
        "name": NAME,
        "title": SWEDISH.t(TITLE),
        "description": SWEDISH.t(DESCRIPTION),
        "version": dataset.version,
        "as_of": dataset.as_of.isoformat(),
        **release(dataset),
        "licence": LICENCE_URL,
        "licence_note": SWEDISH.t(LICENCE_WORDS),
        "caveats": [SWEDISH.t(caveat) for caveat in CAVEATS],
    }
    head = _dumped(about).removesuffix("}")
    tables = (_table(filled.table.name, [_dumped(values(row)) for row in filled.rows]) for filled in dataset.filled)
    text = f'{head},"tables":{{\n' + ",\n".join(tables) + "\n}}\n"
    yield DataFile(f"{NAME}.json", text.encode(), "application/json", "json")


def json_lines_file(dataset: Dataset) -> Iterator[DataFile]:
    """Every row of every table, in the order of the tables."""
    lines = (_dumped({"table": filled.table.name, **values(row)}) + "\n" for filled in dataset.filled for row in filled.rows)
    yield DataFile(f"{NAME}.jsonl", "".join(lines).encode(), "application/jsonl", "jsonl")


def values(row: Row) -> dict[str, str | int | float | bool | None]:
    """A row with numbers as JSON and other programs have them."""
    return {name: as_number(value) if isinstance(value, Decimal) else value for name, value in row.items()}


def as_number(value: Cell) -> int | float | None:
    """A decimal number as a program counts with it: whole where it is whole."""
    if not isinstance(value, Decimal):
        raise TypeError(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _table(name: str, rows: list[str]) -> str:
    inside = ",\n".join(rows)
    return f'"{name}":[\n{inside}\n]' if rows else f'"{name}":[]'


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

"""The tables as CSV: the canonical form, and one that Swedish Excel opens with a double click.

Canonical: RFC 4180 in UTF-8 without a byte order mark, commas, LF as the line end, quoted only where
it must be, and the text of a cell as it is. For Excel: semicolons, a byte order mark, CRLF, decimal
commas, and an apostrophe before every text that a spreadsheet would take for a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.site.tables.about import DataFile
from generator.site.tables.columns import Cell, Filled
from generator.site.tables.dataset import Dataset

MEDIA_TYPE = "text/csv"
CANONICAL, EXCEL = "csv", "excel-csv"
# What makes a spreadsheet take a text for a formula.
FORMULA = re.compile(r"[=+\-@\t\r]")


def csv_files(dataset: Dataset) -> Iterator[DataFile]:
    """One canonical file for each table."""
    for filled in dataset.filled:
        name = filled.table.name
        yield DataFile(f"{CANONICAL}/{name}.csv", _written(filled, plain, ",", "\n").encode(), MEDIA_TYPE, CANONICAL, name)


def excel_files(dataset: Dataset) -> Iterator[DataFile]:
    """One file for each table as Swedish Excel has it."""
    for filled in dataset.filled:
        name = filled.table.name
        yield DataFile(f"{EXCEL}/{name}.csv", _written(filled, _for_excel, ";", "\r\n").encode("utf-8-sig"), MEDIA_TYPE, EXCEL, name)


def plain(value: Cell) -> str:
    """A cell as canonical CSV has it: true and false, decimal points, nothing for what is missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def _for_excel(value: Cell) -> str:
    if isinstance(value, Decimal):
        return plain(value).replace(".", ",")
    text = plain(value)
    return f"'{text}" if isinstance(value, str) and FORMULA.match(text) else text


def _written(filled: Filled, shown: Callable[[Cell], str], between: str, end: str) -> str:
    special = re.compile(f'["\r\n{re.escape(between)}]')
    names = [column.name for column in filled.table.columns]
    lines = [names, *([shown(row[name]) for name in names] for row in filled.rows)]
    return "".join(between.join(_quoted(text, special) for text in line) + end for line in lines)


def _quoted(text: str, special: re.Pattern[str]) -> str:
    return '"' + text.replace('"', '""') + '"' if special.search(text) else text

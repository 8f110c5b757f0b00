"""The dataset as one Excel workbook, a sheet for each table. Needs XlsxWriter.

Every text is written as a text: never as a formula, a link or a number. Days are texts too, since a day
that is only known to the year has no place among Excel's dates.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal

from generator.site.language import N_, SWEDISH
from generator.site.tables.about import LICENCE_URL, LICENCE_WORDS, NAME, TITLE, DataFile
from generator.site.tables.columns import Cell
from generator.site.tables.dataset import Dataset

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# So long may a text in a cell be. A longer one is never cut, since what is lost could be an answer.
LONGEST = 32_767
TOO_LONG = N_("Texten är för lång för Excel. Läs den på sidan eller i en annan fil.")


def xlsx_file(dataset: Dataset) -> Iterator[DataFile]:
    """The workbook."""
    import xlsxwriter  # noqa: PLC0415 - an optional extra

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties(
        {
            "title": SWEDISH.t(TITLE),
            "author": "Coachkollen",
            "comments": f"{dataset.version}. {SWEDISH.t(LICENCE_WORDS)} {LICENCE_URL}",
            "created": datetime.combine(dataset.as_of, time(12)),
        }
    )
    bold = book.add_format({"bold": True})
    for filled in dataset.filled:
        sheet = book.add_worksheet(filled.table.name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(filled.table.columns):
            sheet.write_string(0, place, column.name, bold)
        for line, row in enumerate(filled.rows, 1):
            for place, value in enumerate(row.values()):
                _write(sheet, line, place, value)
    book.close()
    yield DataFile(f"{NAME}.xlsx", file.getvalue(), MEDIA_TYPE, "xlsx")


def _write(sheet: object, line: int, place: int, value: Cell) -> None:
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(line, place, value)  # type: ignore[attr-defined]
        case int() | Decimal():
            sheet.write_number(line, place, float(value))  # type: ignore[attr-defined]
        case str():
            sheet.write_string(line, place, value if len(value) <= LONGEST else SWEDISH.t(TOO_LONG))  # type: ignore[attr-defined]

"""The dataset as one Excel workbook: a sheet to read first, in both languages, and one for each table. Needs XlsxWriter.

Every text is written as a text: never as a formula, a link or a number. Days are texts too, since a day
that is only known to the year has no place among Excel's dates.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal

from generator.site import routes
from generator.site.language import N_, SWEDISH, Language, english_language
from generator.site.tables.about import CAVEATS, CORRECTIONS, DESCRIPTION, LICENCE_URL, LICENCE_WORDS, NAME, TITLE, DataFile
from generator.site.tables.columns import Cell
from generator.site.tables.dataset import Dataset

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# So long may a text in a cell be. A longer one is never cut, since what is lost could be an answer.
LONGEST = 32_767
# The sheet that opens first, since a reader of a workbook never sees the README of the archive.
READ_FIRST = N_("Läs först")
_WIDTH = 110
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
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    first = book.add_worksheet(SWEDISH.t(READ_FIRST))
    first.set_column(0, 0, _WIDTH)
    for place, (text, heading) in enumerate(read_first(dataset)):
        first.write_string(place, 0, text, bold if heading else wrapped)
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


def read_first(dataset: Dataset) -> Iterator[tuple[str, bool]]:
    """The lines of the first sheet, each with True for a heading: in Swedish, an empty line and in English."""
    yield from _read_first(dataset, SWEDISH)
    yield "", False
    yield from _read_first(dataset, english_language())


def _read_first(dataset: Dataset, words: Language) -> Iterator[tuple[str, bool]]:
    t = words.t
    page = f"{dataset.origin}{dataset.base_path}{words.prefix}{routes.DATA}"
    yield t(TITLE), True
    yield t(DESCRIPTION), False
    yield t("Datamängden gäller {day}.", day=words.on_day(dataset.as_of).replace("\N{NO-BREAK SPACE}", " ")), False
    if dataset.released:
        released = t("Releasen {release}, kontrollsumma {hash}", release=dataset.released.release, hash=dataset.released.hash)
        yield f"{released}.", False
    yield t("Läs det här först"), True
    yield from ((t(caveat), False) for caveat in CAVEATS)
    yield t("Vad bladen och kolumnerna betyder"), True
    yield t("Varje blad är en tabell. Vad varje kolumn betyder står i ordboken på {page}. Vad koderna betyder står i bladet codes.", page=page), False
    yield t("Rättelser"), True
    yield from ((t(line), False) for line in CORRECTIONS)
    yield t("Licens"), True
    yield f"{t(LICENCE_WORDS)} {LICENCE_URL}", False


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

"""Every file of the dataset, in one visible list of formats. A format whose library is missing is left out, and that is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.tables.about import DataFile
from generator.site.tables.archive import zip_file
from generator.site.tables.as_json import json_file, json_lines_file
from generator.site.tables.columnar import parquet_files
from generator.site.tables.database import sqlite_file
from generator.site.tables.dataset import Dataset, dataset
from generator.site.tables.dcat import catalogue_files
from generator.site.tables.schemas import csvw, data_package
from generator.site.tables.separated import CANONICAL, csv_files, excel_files
from generator.site.tables.workbook import xlsx_file


@dataclass(frozen=True, slots=True)
class Format:
    """A format of all the tables. library: what it needs besides Python, by the name that it is imported by."""

    id: str
    title: str
    meaning: str
    make: Callable[[Dataset], Iterator[DataFile]]
    library: str = ""


FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV", N_("En fil för varje tabell: UTF-8, komma, punkt i tal. Texten i en cell ändras aldrig."), csv_files),
    Format(
        "excel-csv",
        N_("CSV för svenska Excel"),
        N_("Samma tabeller med semikolon och decimalkomma. En text som ett kalkylprogram skulle räkna ut har fått en apostrof först."),
        excel_files,
    ),
    Format(
        "xlsx",
        "Excel",
        N_("Ett blad att läsa först, och ett för varje tabell. Datum är text, eftersom vissa bara är kända till året."),
        xlsx_file,
        "xlsxwriter",
    ),
    Format("sqlite", "SQLite", N_("En databas med nycklar och färdiga frågor. Öppnas till exempel i Datasette, med metadata.json bredvid."), sqlite_file),
    Format("json", "JSON", N_("Alla tabeller i en fil."), json_file),
    Format("jsonl", "JSON Lines", N_("En rad i filen för varje rad i tabellerna. Nyckeln table säger vilken tabell."), json_lines_file),
    Format("parquet", "Parquet", N_("En fil för varje tabell, med typer: för pandas, DuckDB och R."), parquet_files, "pyarrow"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """The dataset and its files. left_out: the formats whose library is missing."""

    dataset: Dataset
    files: tuple[DataFile, ...]
    left_out: tuple[Format, ...]


def data_files(maker: Maker, origin: str = "", contact: str = "") -> Made:
    """Make everything. origin: scheme and host of the site, as far as known. contact: where readers report errors, as a link has it."""
    public = dataset(maker, origin)
    missing = tuple(form for form in FORMATS if form.library and find_spec(form.library) is None)
    made = [file for form in FORMATS if form not in missing for file in form.make(public)]
    canonical = [file for file in made if file.format == CANONICAL]
    package = data_package(public, canonical)
    archive = zip_file(public, (package, *canonical))
    everything = [archive, *made]
    catalogue = catalogue_files(public, [file for file in everything if file.format != "datasette"], contact)
    return Made(public, (*everything, package, csvw(canonical), *catalogue), missing)

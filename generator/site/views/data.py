"""The page about the whole dataset: its files with their sizes, how it is cited and corrected, and the dictionary of every column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from generator.registry.releases import HASH_DIGITS
from generator.site import routes
from generator.site.language import N_, Language
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.tables.about import CAVEATS, CORRECTIONS, LICENCE_WORDS, DataFile
from generator.site.tables.columns import Column, Filled, Type
from generator.site.tables.files import FORMATS, Made
from generator.site.views.overview import VOCABULARY_TITLES

TYPE_WORDS: Mapping[Type, str] = MappingProxyType(
    {
        Type.TEXT: N_("text"),
        Type.CODE: N_("kod"),
        Type.INTEGER: N_("heltal"),
        Type.NUMBER: N_("tal"),
        Type.BOOLEAN: N_("sant eller falskt"),
        Type.DATE: N_("dag"),
        Type.PARTIAL_DATE: N_("dag, månad eller år"),
        Type.ADDRESS: N_("adress"),
    }
)
# The files that describe the others.
DESCRIPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "datapackage.json": N_("Data Package: schema för varje tabell, med typer, nycklar och kontrollsummor."),
        "csvw-metadata.json": N_("CSVW: samma sak för länkade data."),
        "dcat.jsonld": N_("DCAT-AP-SE som JSON-LD: för dataportaler."),
        "dcat.rdf": N_("DCAT-AP-SE som RDF/XML: för dataportaler."),
        "metadata.json": N_("Metadata för Datasette."),
    }
)


@dataclass(frozen=True, slots=True)
class FileView:
    """One file: its name, where it is and how large."""

    name: str
    url: str
    size: str


@dataclass(frozen=True, slots=True)
class FormatView:
    """One format. files: one, or one for each table."""

    title: str
    meaning: str
    files: tuple[FileView, ...]
    size: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column. codes: what may stand there and means something only here. vocabulary: where the codes are explained."""

    name: str
    type: str
    meaning: str
    required: bool
    key: bool
    references: str
    vocabulary: LinkView | None
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of the dictionary."""

    name: str
    meaning: str
    rows: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of the dataset. archive: the one file that most readers want. workbook: that for those who use Excel; None where it could not be made."""

    as_of: str
    caveats: tuple[str, ...]
    licence: str
    archive: FileView
    workbook: FileView | None
    formats: tuple[FormatView, ...]
    descriptions: tuple[tuple[FileView, str], ...]
    corrections: tuple[str, ...]
    corrections_page: str
    feed: str
    citation: str
    example: str
    tables: tuple[TableView, ...]


def data_view(maker: Maker, made: Made) -> DataView:
    """The page in the language of the maker; the files are the same for all."""
    words, t = maker.words, maker.words.t
    files = {file.name: file for file in made.files}
    return DataView(
        as_of=words.on_day(maker.as_of),
        caveats=tuple(map(t, CAVEATS)),
        licence=t(LICENCE_WORDS),
        archive=_file(maker, files["coachkollen.zip"]),
        workbook=_file(maker, files["coachkollen.xlsx"]) if "coachkollen.xlsx" in files else None,
        formats=tuple(_format(maker, t(form.title), t(form.meaning), made, form.id) for form in FORMATS if form not in made.left_out),
        descriptions=tuple((_file(maker, files[name]), t(meaning)) for name, meaning in DESCRIPTIONS.items()),
        corrections=tuple(map(t, CORRECTIONS)),
        corrections_page=maker.href(routes.CORRECTIONS),
        feed=f"{maker.base_path}{routes.CORRECTIONS_FEED}.xml",
        citation=_citation(maker, made),
        example=next((row_id for row in made.dataset.tables["statements"].rows if "#" in (row_id := str(row["id"]))), ""),
        tables=tuple(_table(maker, filled) for filled in made.dataset.filled),
    )


def _citation(maker: Maker, made: Made) -> str:
    """How the dataset is named as a source: with its release and address, as far as there is a release and the host is known."""
    words, released, origin = maker.words, made.dataset.released, made.dataset.origin
    day = words.day(maker.as_of)
    if released is None:
        told = words.t("Coachkollen, hela datamängden {day}.", day=day)
    else:
        text = N_("Coachkollen, hela datamängden {day}, release {release} ({hash}).")
        told = words.t(text, day=day, release=released.release, hash=released.hash[:HASH_DIGITS])
    return f"{told} {origin}{maker.href(routes.DATA)}" if origin else told


def _format(maker: Maker, title: str, meaning: str, made: Made, form: str) -> FormatView:
    files = [file for file in made.files if file.format == form]
    size = size_words(maker.words, sum(len(file.content) for file in files))
    return FormatView(title, meaning, tuple(_file(maker, file) for file in files), size)


def _file(maker: Maker, file: DataFile) -> FileView:
    return FileView(file.name, f"{maker.base_path}{routes.data_file(file.name)}", size_words(maker.words, len(file.content)))


def size_words(words: Language, size: int) -> str:
    """So many bytes, in the largest unit that leaves at least one of it: `12 kB`, `1,4 MB`."""
    if size < 1000:
        return words.t("{size} byte", size=size)
    if size < 1_000_000:
        return words.t("{size} kB", size=words.number((Decimal(size) / 1000).quantize(Decimal(1), ROUND_HALF_UP)))
    return words.t("{size} MB", size=words.number((Decimal(size) / 1_000_000).quantize(Decimal("0.1"), ROUND_HALF_UP)))


def _table(maker: Maker, filled: Filled) -> TableView:
    rows = maker.words.count(len(filled.rows), "rad", "rader")
    return TableView(filled.table.name, maker.words.t(filled.table.meaning), rows, tuple(_column(maker, column) for column in filled.table.columns))


def _column(maker: Maker, column: Column) -> ColumnView:
    t = maker.words.t
    return ColumnView(
        name=column.name,
        type=t(TYPE_WORDS[column.type]),
        meaning=t(column.meaning),
        required=column.required,
        key=column.key,
        references=column.references,
        vocabulary=_vocabulary(maker, column),
        codes=tuple((code, t(meaning)) for code, meaning in column.codes),
    )


def _vocabulary(maker: Maker, column: Column) -> LinkView | None:
    """Where the method page explains the codes; those that it does not have stand in the table of codes."""
    if column.vocabulary is None:
        return None
    name = column.vocabulary.__name__
    explained = name in VOCABULARY_TITLES
    return LinkView(name, maker.href(f"{routes.page('metod')}#ord-{name.lower()}") if explained else "#tabell-codes")

"""What a table is: its columns with type, meaning, keys and codes. Every schema, dictionary and file is made from these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.records.partial_date import PartialDate
from generator.records.vocabulary.code import Code
from generator.site.language import N_
from generator.site.tables.public import Public


class Type(StrEnum):
    """What the cells of a column hold. A partial date is `2012`, `2012-03` or `2012-03-01`, so it stays a text everywhere."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    ADDRESS = "address"


CodeType = type[Code]
# What a cell holds in every format: days as ISO 8601, nothing as None and never as an empty text.
Cell = str | int | Decimal | bool | None
Row = Mapping[str, Cell]
# What a maker of rows may give.
Given = str | int | Decimal | bool | date | PartialDate | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. meaning: a Swedish message. references: the table whose key stands here. vocabulary: the codes that may stand here.

    codes: those that are only of the dataset, each with its meaning; with a vocabulary they come besides its own.
    """

    name: str
    type: Type
    meaning: str
    required: bool = False
    key: bool = False
    references: str = ""
    vocabulary: CodeType | None = None
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The codes that may stand here; empty when anything may."""
        return (*(code.value for code in self.vocabulary or ()), *(code for code, _ in self.codes))


@dataclass(frozen=True, slots=True)
class Table:
    """One table. name: in English, as files and SQL have it. meaning: a Swedish message. rows: what makes them, in the order of the key."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Public], Iterable[Mapping[str, Given]]]

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that tell one row from another."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def references(self) -> tuple[Column, ...]:
        """The columns that hold the key of another table."""
        return tuple(column for column in self.columns if column.references)

    def column(self, name: str) -> Column:
        """The column of that name. Raises StopIteration when there is none."""
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows, each with a cell for every column, in the order of the key."""

    table: Table
    rows: tuple[Row, ...]


def fill(table: Table, public: Public) -> Filled:
    """The table with what is public. Raises ValueError for a row that has not exactly the columns, or not what they may hold."""
    rows = [_row(table, given) for given in table.rows(public)]
    rows.sort(key=lambda row: tuple(_in_order(row[name]) for name in table.key))
    return Filled(table, tuple(rows))


def _row(table: Table, given: Mapping[str, Given]) -> Row:
    names = [column.name for column in table.columns]
    if set(given) != set(names):
        raise ValueError(f"{table.name}: {sorted(set(given) ^ set(names))}")
    row = {name: cell(given[name]) for name in names}
    for column in table.columns:
        value = row[column.name]
        if value is None and (column.required or column.key):
            raise ValueError(f"{table.name}.{column.name} is empty")
        if value is not None and column.values and value not in column.values:
            raise ValueError(f"{table.name}.{column.name}: {value!r}")
    return row


def cell(value: Given) -> Cell:
    """A value as cells have it: a plain text for a code or a day, ordinary spaces, None for an empty text."""
    if value is None or isinstance(value, (bool, int, Decimal)):
        return value
    if isinstance(value, (date, PartialDate)):
        return value.isoformat() if isinstance(value, date) else str(value)
    return value.replace("\N{NO-BREAK SPACE}", " ").replace("\r\n", "\n").strip() or None


def _in_order(value: Cell) -> tuple[int, str]:
    """Numbers by size and texts by character, so that no locale is asked."""
    return (int(value), "") if isinstance(value, (int, Decimal)) else (0, str(value))


def text(name: str, meaning: str, *, required: bool = False) -> Column:
    """A column of plain text."""
    return Column(name, Type.TEXT, meaning, required)


def code(name: str, vocabulary: type[Code], meaning: str, *, required: bool = False, key: bool = False) -> Column:
    """A column of codes of a vocabulary."""
    return Column(name, Type.CODE, meaning, required or key, key, vocabulary=vocabulary)


def key(name: str = "id", meaning: str = N_("Radens id, som aldrig ändras."), references: str = "", type_: Type = Type.TEXT) -> Column:
    """A column of the key."""
    return Column(name, type_, meaning, required=True, key=True, references=references)


def to(name: str, table: str, meaning: str, *, required: bool = False) -> Column:
    """A column that holds the key of another table."""
    return Column(name, Type.TEXT, meaning, required, references=table)


def integer(name: str, meaning: str, *, required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, Type.INTEGER, meaning, required)


def number(name: str, meaning: str) -> Column:
    """A column of decimal numbers."""
    return Column(name, Type.NUMBER, meaning)


def flag(name: str, meaning: str) -> Column:
    """A column of yes and no, always one of them."""
    return Column(name, Type.BOOLEAN, meaning, required=True)


def day(name: str, meaning: str, *, required: bool = False) -> Column:
    """A column of days."""
    return Column(name, Type.DATE, meaning, required)


def partial(name: str, meaning: str, *, required: bool = False) -> Column:
    """A column of days, months or years."""
    return Column(name, Type.PARTIAL_DATE, meaning, required)


def address(name: str, meaning: str, *, required: bool = False) -> Column:
    """A column of addresses."""
    return Column(name, Type.ADDRESS, meaning, required)


# What many tables have.
PAGE = address("page", N_("Sidan där uppgiften står med sina källor."))
AS_OF = day("as_of", N_("Dagen som läget är uträknat för."), required=True)
CHECKED_ON = day("checked_on", N_("Dagen då vi senast jämförde uppgiften med källan."))
STATEMENT = to("statement_id", "statements", N_("Raden i statements, som har källorna."), required=True)
RECORD = to("record_id", "records", N_("Posten som uppgiften hör till."), required=True)

"""Which rows of the dataset are in the document of a record, and how they are found.

Only what hangs on the record itself, and of a provider also the cases that it is a party to, with what is said of it there. Every row is one
of the dataset's, whole: a statement has its reply, its outcome and what speaks against it on the same row, so no choice of rows can part them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.site import routes
from generator.site.tables.columns import Row
from generator.site.tables.dataset import TABLES, Dataset

# What the cells of a column are held against: the id of the record, its key as `kind/id`, or the cells of a column of a table found before.
ID = "id"
KEY = "key"


@dataclass(frozen=True, slots=True)
class Pick:
    """Rows whose cell in a column is among some values. values: ID, KEY, or `table.column`."""

    column: str
    values: str


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table that belong to a record: those that any pick finds. In the order of the dataset, each once."""

    table: str
    picks: tuple[Pick, ...]


def _part(table: str, *picks: tuple[str, str]) -> Part:
    return Part(table, tuple(Pick(column, values) for column, values in picks))


# What hangs on statements that have been found.
_OF_STATEMENTS = (
    _part("citations", ("statement_id", "statements.id")),
    _part("statement_speakers", ("statement_id", "statements.id")),
    _part("statement_corrections", ("statement_id", "statements.id")),
    _part("corrections", ("record_id", KEY), ("id", "statement_corrections.correction_id")),
)
_CITED = _part("sources", ("id", "citations.source_id"))
_NAMES = _part("names", ("record_id", KEY))
_OWN_STATEMENTS = _part("statements", ("record_id", KEY))
_ANSWERED = (_part("answers", ("record_id", KEY)), _part("figures", ("record_id", KEY)))

# In the order that they are found in: a part may only ask for those before it.
PARTS: Mapping[Kind, tuple[Part, ...]] = MappingProxyType(
    {
        Kind.PROFILES: (
            _NAMES,
            *(_part(table, ("provider_id", ID)) for table in ("lifecycle_events", "places", "services", "accreditations", "accreditation_states")),
            _part("contracts", ("provider_id", ID)),
            _part("contract_places", ("contract_id", "contracts.statement_id")),
            *(_part(table, ("provider_id", ID)) for table in ("measures", "checks", "relations", "unheard_mentions", "case_parties")),
            _part("cases", ("id", "case_parties.case_id")),
            _part("case_places", ("case_id", "cases.id")),
            _part("statement_parties", ("party_id", "case_parties.id")),
            _part("statements", ("record_id", KEY), ("id", "statement_parties.statement_id")),
            *_OF_STATEMENTS,
            _part("sources", ("id", "citations.source_id"), ("id", "unheard_mentions.source_id")),
        ),
        Kind.CASES: (
            _part("case_places", ("case_id", ID)),
            _part("case_parties", ("case_id", ID)),
            _OWN_STATEMENTS,
            _part("statement_parties", ("statement_id", "statements.id")),
            *_OF_STATEMENTS,
            _CITED,
        ),
        Kind.SCHEMES: (
            _NAMES,
            _OWN_STATEMENTS,
            *_ANSWERED,
            _part("board_decisions", ("scheme_id", ID)),
            _part("board_figures", ("decision_id", "board_decisions.statement_id")),
            *_OF_STATEMENTS,
            _CITED,
        ),
        Kind.PROGRAMMES: (_NAMES, _OWN_STATEMENTS, *_ANSWERED, _part("demands", ("programme_id", ID)), *_OF_STATEMENTS, _CITED),
        Kind.BODIES: (_NAMES, _OWN_STATEMENTS, *_ANSWERED, _part("channels", ("body_id", ID)), *_OF_STATEMENTS, _CITED),
        # What a source is cited for, with the whole statement: never a quotation alone.
        Kind.SOURCES: (
            _part("citations", ("source_id", ID)),
            _part("statements", ("id", "citations.statement_id")),
            _part("unheard_mentions", ("source_id", ID)),
            _part("corrections", ("record_id", KEY)),
        ),
    }
)


class Finder:
    """Finds rows of a dataset by the cells of a column; what has been asked for once is kept."""

    def __init__(self, dataset: Dataset) -> None:
        self._tables = dataset.tables
        self._found: dict[tuple[str, str], Mapping[object, list[int]]] = {}

    def rows(self, table: str, column: str, values: Iterable[object]) -> dict[int, Row]:
        """The rows with one of these values in a column, by their place in the table."""
        if (table, column) not in self._found:
            places: dict[object, list[int]] = defaultdict(list)
            for place, row in enumerate(self._tables[table].rows):
                places[row[column]].append(place)
            self._found[table, column] = places
        known = self._found[table, column]
        return {place: self._tables[table].rows[place] for value in values if value is not None for place in known.get(value, ())}


def parts_of(finder: Finder, kind: Kind, record_id: str) -> dict[str, tuple[Row, ...]]:
    """The rows that belong to a record by their table, in the order of the tables of the dataset; a table without any has an empty list."""
    found: dict[str, tuple[Row, ...]] = {}
    for part in PARTS[kind]:
        rows: dict[int, Row] = {}
        for pick in part.picks:
            rows |= finder.rows(part.table, pick.column, _values(pick, kind, record_id, found))
        found[part.table] = tuple(rows[place] for place in sorted(rows))
    return {name: found[name] for name in part_tables(kind)}


def part_tables(kind: Kind) -> tuple[str, ...]:
    """The tables that documents of a kind have rows of, besides the record's own, in the order of the dataset."""
    names = {part.table for part in PARTS[kind]}
    return tuple(table.name for table in TABLES if table.name in names)


def _values(pick: Pick, kind: Kind, record_id: str, found: Mapping[str, tuple[Row, ...]]) -> Iterable[object]:
    if pick.values in (ID, KEY):
        return (record_id if pick.values == ID else f"{kind}/{record_id}",)
    table, _, column = pick.values.partition(".")
    return dict.fromkeys(row[column] for row in found[table])


def record_row(finder: Finder, kind: Kind, record_id: str) -> Row | None:
    """The row of a record in its own table."""
    return next(iter(finder.rows(routes.API_TABLES[kind], "id", (record_id,)).values()), None)

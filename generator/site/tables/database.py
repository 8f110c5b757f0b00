"""The dataset as one SQLite database, with keys, references, codes and views, and what Datasette needs to show it.

The bytes depend on nothing but the rows: a fixed page size, no journal, no time, packed with VACUUM, and
the version of the library that wrote it, which the format keeps in its header, set to a fixed one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from types import MappingProxyType

from generator.site import routes
from generator.site.language import SWEDISH
from generator.site.tables.about import DESCRIPTION, LICENCE_TITLE, LICENCE_URL, NAME, TITLE, DataFile
from generator.site.tables.columns import Cell, Column, Table, Type
from generator.site.tables.dataset import TABLES, Dataset

MEDIA_TYPE = "application/vnd.sqlite3"
_PAGE_SIZE = 4096
# Where the header has the version of the library that wrote it last, and the first version that can read our tables.
_VERSION_AT, _VERSION = 96, (3_037_000).to_bytes(4, "big")
_SQL_TYPES: Mapping[Type, str] = MappingProxyType({Type.INTEGER: "INTEGER", Type.BOOLEAN: "INTEGER", Type.NUMBER: "REAL"})

# What most readers want to ask, ready made. A claim stands with the answer of each party that it concerns.
VIEWS: Mapping[str, str] = MappingProxyType(
    {
        "claims_with_replies": """SELECT s.id, c.name AS case_name, p.name AS party, s.kind, s.grade, s.lead, s.text, s.counter, s.counter_searched_on,
  p.outcome, p.outcome_on, p.outcome_text, p.outcome_direction, p.reply_state, p.reply_answered_on, p.reply_text, p.reply_explanation, s.corrected_on, s.page
FROM statements s JOIN statement_parties sp ON sp.statement_id = s.id JOIN case_parties p ON p.id = sp.party_id JOIN cases c ON c.id = p.case_id
WHERE s.part = 'statement' ORDER BY s.id, p.outcome_direction IS 'for_provider' DESC, p.id""",
        "statements_with_sources": """SELECT s.id, s.part, s.kind, s.lead, s.text, s.counter, s.outcomes, s.replies, ci.role, ci.number, so.publisher,
  so.title, so.issued, ci.locator, ci.quote, so.interest, so.interest_note, so.availability, so.url, s.checked_on, s.page
FROM statements s JOIN citations ci ON ci.statement_id = s.id JOIN sources so ON so.id = ci.source_id ORDER BY s.id, ci.role, ci.number""",
        "providers_today": """SELECT p.id, p.name, a.scheme_id, a.state, a.undecided, a.explanation, a.as_of, p.page
FROM providers p LEFT JOIN accreditation_states a ON a.provider_id = p.id ORDER BY p.id, a.scheme_id""",
    }
)


def sqlite_file(dataset: Dataset) -> Iterator[DataFile]:
    """The database, and the file that Datasette reads beside it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(create(table))
        for filled in dataset.filled:
            names = [column.name for column in filled.table.columns]
            places = ", ".join("?" * len(names))
            database.executemany(f'INSERT INTO "{filled.table.name}" VALUES ({places})', ([_stored(row[name]) for name in names] for row in filled.rows))
        for table in TABLES:
            for column in table.references:
                if table.key[:1] != (column.name,):
                    database.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')
        for name, query in VIEWS.items():
            database.execute(f'CREATE VIEW "{name}" AS {query}')
        database.execute("COMMIT")
        database.execute("VACUUM")
        content = database.serialize()
    content = content[:_VERSION_AT] + _VERSION + content[_VERSION_AT + len(_VERSION) :]
    yield DataFile(f"{NAME}.sqlite", content, MEDIA_TYPE, "sqlite")
    yield DataFile("metadata.json", datasette(dataset).encode(), "application/json", "datasette")


def create(table: Table) -> str:
    """The definition of a table."""
    lines = [_column(column) for column in table.columns]
    keys = ", ".join(f'"{name}"' for name in table.key)
    lines.append(f"PRIMARY KEY ({keys})")
    for column in table.references:
        target = next(t for t in TABLES if t.name == column.references)
        lines.append(f'FOREIGN KEY ("{column.name}") REFERENCES "{target.name}" ("{target.key[0]}")')
    inside = ",\n  ".join(lines)
    return f'CREATE TABLE "{table.name}" (\n  {inside}\n) STRICT'


def _column(column: Column) -> str:
    parts = [f'"{column.name}"', _SQL_TYPES.get(column.type, "TEXT")]
    if column.required:
        parts.append("NOT NULL")
    if column.type is Type.BOOLEAN:
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.values:
        codes = ", ".join("'" + value.replace("'", "''") + "'" for value in column.values)
        parts.append(f'CHECK ("{column.name}" IN ({codes}))')
    return " ".join(parts)


def _stored(value: Cell) -> str | int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def datasette(dataset: Dataset) -> str:
    """What Datasette shows of the database: titles, licence, and what every table and column means."""
    tables = {
        table.name: {"description": SWEDISH.t(table.meaning), "columns": {column.name: SWEDISH.t(column.meaning) for column in table.columns}}
        for table in TABLES
    }
    about = {
        "title": SWEDISH.t(TITLE),
        "description": SWEDISH.t(DESCRIPTION),
        "source": f"Coachkollen, {dataset.version}",
        **({"source_url": f"{dataset.origin}{dataset.base_path}{routes.DATA}"} if dataset.origin else {}),
        "license": LICENCE_TITLE,
        "license_url": LICENCE_URL,
        "databases": {NAME: {"tables": tables}},
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"

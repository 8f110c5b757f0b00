"""What a file holds as text, whatever it is: plain text, inside archives, in tables of SQLite or Parquet, or runs of letters in a binary
file. Of a PNG it is the texts that stand in it.

An Excel workbook is an archive. Nothing is skipped in silence: what could not be read as text, or only in part, is told by name.
Sizes are bounded, so that a small archive cannot fill the memory.
"""

from __future__ import annotations

import codecs
import gzip
import io
import re
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from generator.build.compressed import BROTLI, unpacked_brotli
from generator.site.pictures import png

MAX_BYTES = 128 * 1024 * 1024
_MOST_LEVELS = 3
_GZIP, _ZIP, _SQLITE, _PARQUET = b"\x1f\x8b", b"PK\x03\x04", b"SQLite format 3\0", b"PAR1"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Controls that no text has.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A day, month or year by itself in a cell.
_DATE = re.compile(r"(?:1[89]|2[01])[0-9]{2}(?P<month>-[0-9]{2}(?:-[0-9]{2})?)?")
_READABLE_RUN = re.compile(rb"[\x20-\x7e]{6,}")


@dataclass(frozen=True, slots=True)
class Content:
    """A text and the name of the file that it stands in; inside an archive the member's name comes last. whole: it is all there is to read."""

    name: str
    text: str
    whole: bool = True


def contents(name: str, content: bytes, levels: int = _MOST_LEVELS, limit: int = MAX_BYTES) -> Iterator[Content]:
    """Every text in a file of that name. levels: how deep archives in archives are opened. limit: how many bytes are read at most."""
    if levels and name.endswith(BROTLI):
        yield from _unpacked_brotli(name, content, levels, limit)
    elif levels and content.startswith(_GZIP):
        yield from _unpacked(name, content, levels, limit)
    elif levels and content.startswith(_ZIP):
        yield from _members(name, content, levels, limit)
    elif content.startswith(_SQLITE):
        yield from _tables(name, content)
    elif content.startswith(_PARQUET):
        yield _columnar(name, content, limit)
    elif content.startswith(png.SIGNATURE):
        yield _picture(name, content, limit)
    else:
        text, whole = _decoded(content[:limit])
        yield Content(name, text, whole and len(content) <= limit)


def _picture(name: str, content: bytes, limit: int) -> Content:
    """The texts in a PNG. One that says that it is ours has all its words there; what others show cannot be read.

    Its colours are packed and no text, though runs of letters in them may look like an address.
    """
    try:
        found = list(png.texts(content))
    except (ValueError, IndexError, struct.error, zlib.error):
        return Content(name, _decoded(content[:limit])[0], whole=False)
    lines = [_decoded(part)[0] for keyword, text in found for part in (keyword, text)]
    return Content(name, "\n".join(lines)[:limit], whole=(b"Software", png.SOFTWARE) in found)


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether the bytes are one; of a binary file the runs of plain characters, a line each."""
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if encoding or not _BINARY.search(content):
        for attempt in (encoding or "utf-8", "latin-1"):
            try:
                return content.decode(attempt), True
            except UnicodeDecodeError:
                continue
    return "\n".join(run.decode("ascii") for run in _READABLE_RUN.findall(content)), False


def _unpacked(name: str, content: bytes, levels: int, limit: int) -> Iterator[Content]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            inside = file.read(limit + 1)
    except (OSError, EOFError, zlib.error):
        yield Content(name, "", whole=False)
        return
    yield from contents(name, inside, levels - 1, limit)


def _unpacked_brotli(name: str, content: bytes, levels: int, limit: int) -> Iterator[Content]:
    """What is packed so has no mark of its own, only its name."""
    try:
        inside = unpacked_brotli(content, limit)
    except ValueError:
        yield Content(name, _decoded(content[:limit])[0], whole=False)
        return
    whole = name.removesuffix(BROTLI)
    for found in contents(whole, inside, levels - 1, limit):
        yield replace(found, name=f"{name}{found.name.removeprefix(whole)}")


def _members(name: str, content: bytes, levels: int, limit: int) -> Iterator[Content]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                inner = f"{name}/{member.filename}"
                if member.is_dir():
                    yield Content(inner, "")
                    continue
                try:
                    with archive.open(member) as file:
                        inside = file.read(limit + 1)
                except (OSError, EOFError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile):
                    yield Content(inner, "", whole=False)
                    continue
                for found in contents(inner, inside, levels - 1, limit):
                    limit = max(0, limit - len(found.text))
                    yield found
    except (OSError, zipfile.BadZipFile):
        yield Content(name, _decoded(content[:limit])[0], whole=False)


def _tables(name: str, content: bytes) -> Iterator[Content]:
    """Each table of a database, a row a line, and the definitions of the tables."""
    # A database in WAL mode cannot be opened from memory; the two bytes say that it is in the ordinary one.
    ordinary = content[:18] + b"\x01\x01" + content[20:]
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(ordinary)
            database.text_factory = lambda text: text.decode("utf-8", "replace")
            tables = [str(table) for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            for table in ("sqlite_master", *tables):
                yield _table(database, name, table)
    except sqlite3.Error:
        yield Content(name, _decoded(content)[0], whole=False)


def _table(database: sqlite3.Connection, name: str, table: str) -> Content:
    quoted = table.replace('"', '""')
    try:
        rows = [_row(row) for row in database.execute(f'SELECT * FROM "{quoted}"')]
    except sqlite3.Error:
        return Content(f"{name}/{table}", "", whole=False)
    return Content(f"{name}/{table}", "\n".join(rows))


def _columnar(name: str, content: bytes, limit: int) -> Content:
    """A Parquet file: what its schema says, and a row a line. Without pyarrow, or when it is broken, what can be seen of it."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an optional extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        return Content(name, _decoded(content[:limit])[0], whole=False)
    try:
        file = parquet.ParquetFile(pa.BufferReader(content))
        lines, size = [" ".join(str(file.schema_arrow).splitlines()), *_described(file.schema_arrow)], 0
        for batch in file.iter_batches():
            rows = [_row(row) for row in zip(*(column.to_pylist() for column in batch.columns), strict=True)]
            lines += rows
            size += sum(map(len, rows))
            if size > limit:
                return Content(name, "\n".join(lines), whole=False)
    except (pa.ArrowException, OSError):
        return Content(name, _decoded(content[:limit])[0], whole=False)
    return Content(name, "\n".join(lines))


def _described(schema: Any) -> Iterator[str]:
    """What is written about a Parquet file and its columns beside the rows."""
    for metadata in (schema.metadata, *(field.metadata for field in schema)):
        for key, value in (metadata or {}).items():
            yield f"{_cell(key)}\t{_cell(value)}"


def _row(values: Iterable[object]) -> str:
    """A row of a table on one line. A semicolon stands before a date after another cell, since the two would read as a number of ten digits.

    Of dates that are only a year it stands just after another date: four digits by themselves may be the last of a number.
    """
    cells, last = [], ""
    for text in map(_cell, values):
        date = _DATE.fullmatch(text)
        cells.append(f";{text}" if date and last and (date["month"] or _DATE.fullmatch(last)) else text)
        last = text or last
    return "\t".join(cells)


def _cell(value: object) -> str:
    text = _decoded(value)[0] if isinstance(value, bytes) else "" if value is None else str(value)
    return " ".join(text.splitlines())

"""What a file holds is read whatever it is, within bounds, and what cannot be read is told."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.contents import Content, contents


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(name: str, content: bytes) -> list[tuple[str, str, bool]]:
    return [(found.name, found.text, found.whole) for found in contents(name, content)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_text_in_any_of_the_usual_encodings_is_read(encoding: str) -> None:
    assert read("a.txt", "åäö på en rad\noch en till".encode(encoding)) == [("a.txt", "åäö på en rad\noch en till", True)]


def test_of_a_binary_file_only_the_runs_of_plain_characters_are_read_and_that_is_told() -> None:
    assert read("a.png", b"\x89PNG\0\0\0kort\0\0En lang text\xff\xfe\0") == [("a.png", "En lang text", False)]


def test_an_empty_file_is_read() -> None:
    assert read("a", b"") == [("a", "", True)]


def test_archives_are_opened_also_inside_each_other() -> None:
    inner = zipped(a=b"innerst", b=gzip.compress(b"packad"))
    assert read("x.zip", zipped(y=inner, z=b"ytterst")) == [("x.zip/y/a", "innerst", True), ("x.zip/y/b", "packad", True), ("x.zip/z", "ytterst", True)]
    assert read("x.csv.gz", gzip.compress(b"rad")) == [("x.csv.gz", "rad", True)]


def test_archives_are_opened_to_a_limit_of_levels() -> None:
    content = b"innerst"
    for _ in range(5):
        content = zipped(a=content)
    [found] = contents("x.zip", content)
    assert (found.name, found.whole) == ("x.zip/a/a/a", False)


def test_more_than_the_limit_is_read_in_part_and_told() -> None:
    bomb = zipped(a=b"0123456789", b=b"x" * 1_000_000, c=b"y" * 10)
    assert list(contents("x.zip", bomb, limit=30)) == [
        Content("x.zip/a", "0123456789"),
        Content("x.zip/b", "x" * 20, whole=False),
        Content("x.zip/c", "", whole=False),
    ]
    assert list(contents("x.gz", gzip.compress(b"x" * 1_000_000), limit=30)) == [Content("x.gz", "x" * 30, whole=False)]
    assert list(contents("x", b"x" * 31, limit=30)) == [Content("x", "x" * 30, whole=False)]


@pytest.mark.parametrize("cut", [3, 12, 20])
def test_a_broken_archive_is_told(cut: int) -> None:
    for content in (zipped(a=b"text " * 50)[:cut], gzip.compress(b"text " * 50)[:cut]):
        assert [found.whole for found in contents("x", content)] == [False]


def test_a_locked_archive_is_told() -> None:
    content = bytearray(zipped(a=b"hemligt"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1  # says that the member is encrypted
    assert read("x.zip", bytes(content)) == [("x.zip/a", "", False)]


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_every_table_of_a_database_is_read_a_row_a_line(tmp_path: Path, journal: str) -> None:
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        database.execute(f"PRAGMA journal_mode = {journal}")
        database.execute('CREATE TABLE "två ord" (namn TEXT, antal INTEGER, fil BLOB)')
        database.execute('INSERT INTO "två ord" VALUES (?, ?, ?), (?, NULL, NULL)', ("en\nrad", 640823, b"i en blob", "nästa"))
        database.execute("CREATE VIRTUAL TABLE sok USING fts5(text)")
        database.execute("INSERT INTO sok VALUES ('sökord')")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = {content.name: content for content in contents("a.sqlite", (tmp_path / "a.sqlite").read_bytes())}
    assert found["a.sqlite/två ord"] == Content("a.sqlite/två ord", "en rad\t640823\ti en blob\nnästa\t\t")
    assert found["a.sqlite/sok"].text == "sökord"
    assert "namn TEXT" in found["a.sqlite/sqlite_master"].text
    assert all(content.whole for content in found.values())


def test_a_broken_database_is_told() -> None:
    assert [found.whole for found in contents("a", b"SQLite format 3\0" + b"text som syns\0" * 50)] == [False]


@given(st.binary(max_size=200), st.sampled_from([b"", b"\x1f\x8b", b"PK\x03\x04", b"SQLite format 3\0", b"\xff\xfe", b"\xef\xbb\xbf"]))
def test_any_bytes_are_read_or_told(content: bytes, mark: bytes) -> None:
    found = list(contents("x", mark + content))
    assert all(isinstance(item.text, str) for item in found)
    assert [item for item in found if item.name.startswith("x")] == found

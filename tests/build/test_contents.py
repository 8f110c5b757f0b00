"""What can be read as text out of a file, whatever it is, and how much of it."""

from __future__ import annotations

import bz2
import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import brotli
import pytest

from generator.build.contents import MAX_BYTES, Content, contents


def read(content: bytes, **bounds: int) -> list[tuple[str, str, bool]]:
    return [(c.name, c.text, c.whole) for c in contents("fil", content, **bounds)]


def zipped(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_text_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    assert read("åäö\nrad två".encode(encoding)) == [("fil", "åäö\nrad två", True)]


def test_utf_16_is_read_in_both_byte_orders() -> None:
    for mark, order in ((b"\xff\xfe", "le"), (b"\xfe\xff", "be")):
        assert read(mark + "åäö".encode(f"utf-16-{order}")) == [("fil", "åäö", True)]


def test_an_escape_is_text_and_any_other_control_is_not() -> None:
    assert read(b"\x1b[1mfet\t\r\n\x0c") == [("fil", "\x1b[1mfet\t\r\n\x0c", True)]
    for control in b"\x00\x08\x0e\x1a\x1c\x1f":
        assert read(b"kort " + bytes([control])) == [("fil", "", False)]


def test_of_a_binary_file_runs_of_six_plain_characters_are_read() -> None:
    assert read(b"\x00fem..\x00sex...\x00\xe5 ~ och mer\xff") == [("fil", "sex...\n ~ och mer", False)]


def test_broken_utf_16_is_read_as_far_as_it_can_be_seen() -> None:
    assert read(b"\xff\xfe\x00\xd8a\x00") == [("fil", "\xff\xfe\x00\xd8a\x00", True)]


def test_a_packed_file_keeps_its_name_and_a_member_adds_its_own() -> None:
    assert read(gzip.compress("å".encode())) == [("fil", "å", True)]
    assert read(zipped({"a/b.txt": b"ett", "c.txt": b"tv\xc3\xa5"})) == [("fil/a/b.txt", "ett", True), ("fil/c.txt", "två", True)]


def test_what_brotli_has_packed_is_read_by_its_name_and_told_when_it_is_not_whole() -> None:
    packed = brotli.compress("Ring någon på en gård. ".encode() * 100)
    assert [(c.name, c.text, c.whole) for c in contents("a.html.br", packed)] == [("a.html.br", "Ring någon på en gård. " * 100, True)]
    inner = brotli.compress(zipped({"b.txt": b"ett"}))
    assert [(c.name, c.text) for c in contents("a.zip.br", inner)] == [("a.zip.br/b.txt", "ett")]
    for broken in (packed[:-1], b"inte brotli", b""):
        assert [c.whole for c in contents("a.html.br", broken)] == [False]
    assert len(next(contents("a.html.br", brotli.compress(b"x" * 10_000_000), limit=1000)).text) == 1000
    # How deep it goes has an end.
    assert not next(contents("a.br.br.br.br", brotli.compress(brotli.compress(brotli.compress(brotli.compress(b"\0x")))))).whole


def test_a_folder_in_an_archive_has_a_name_and_nothing_in_it() -> None:
    assert read(zipped({"mapp/": b"", "mapp/a": b"x"})) == [("fil/mapp/", "", True), ("fil/mapp/a", "x", True)]


def test_archives_are_opened_three_levels_deep() -> None:
    content = b"innerst"
    for _ in range(3):
        content = gzip.compress(content, mtime=0)
    assert read(content) == [("fil", "innerst", True)]
    assert read(gzip.compress(content, mtime=0))[0][2] is False
    assert read(zipped({"a": zipped({"b": zipped({"c": b"x"})})})) == [("fil/a/b/c", "x", True)]
    deeper = read(zipped({"a": zipped({"b": zipped({"c": zipped({"d": b"x"})})})}))
    assert [(name, whole) for name, _, whole in deeper] == [("fil/a/b/c", False)]
    assert read(gzip.compress(b"a"), levels=0)[0][2] is False


def test_no_more_is_read_than_the_limit_and_it_is_told() -> None:
    assert MAX_BYTES == 134_217_728
    assert read(b"12345", limit=5) == [("fil", "12345", True)]
    assert read(b"123456", limit=5) == [("fil", "12345", False)]
    assert read(gzip.compress(b"12345"), limit=5) == [("fil", "12345", True)]
    assert read(gzip.compress(b"1" * 1000), limit=5) == [("fil", "11111", False)]
    assert read(zipped({"a": b"1" * 1000}), limit=5) == [("fil/a", "11111", False)]


def test_all_members_of_an_archive_share_one_limit() -> None:
    assert read(zipped({"a": b"123", "b": b"456", "c": b"7"}), limit=5) == [("fil/a", "123", True), ("fil/b", "45", False), ("fil/c", "", False)]


@pytest.mark.parametrize("cut", [3, 12, -4])
def test_a_broken_packed_file_is_told(cut: int) -> None:
    assert read(gzip.compress(b"text som packas" * 9)[:cut]) == [("fil", "", False)]
    damaged = bytearray(gzip.compress(b"text som packas" * 9))
    damaged[15] ^= 255
    assert read(bytes(damaged)) == [("fil", "", False)]


def test_a_broken_archive_is_read_as_far_as_it_can_be_seen() -> None:
    ((name, text, whole),) = read(zipped({"a.txt": b"hemlighet"}, zipfile.ZIP_STORED)[:-20])
    assert (name, text.partition("PK")[0], whole) == ("fil", "a.txthemlighet", False)


def test_a_broken_member_is_told_and_the_others_are_read() -> None:
    whole = zipped({"a.txt": b"hemlighet", "b.txt": b"annat"}, zipfile.ZIP_STORED)
    assert read(whole.replace(b"hemlighet", b"hemligHet")) == [("fil/a.txt", "", False), ("fil/b.txt", "annat", True)]


def test_a_member_that_is_locked_or_packed_in_an_unknown_way_is_told() -> None:
    whole = bytearray(zipped({"a.txt": b"hemlighet"}, zipfile.ZIP_STORED))
    central = whole.index(b"PK\x01\x02")
    locked = bytes(whole[:6]) + b"\x01" + bytes(whole[7 : central + 8]) + b"\x01" + bytes(whole[central + 9 :])
    assert read(locked) == [("fil/a.txt", "", False)]
    unknown = bytes(whole[:8]) + b"\x63" + bytes(whole[9 : central + 10]) + b"\x63" + bytes(whole[central + 11 :])
    assert read(unknown) == [("fil/a.txt", "", False)]


def test_a_packing_that_we_do_not_open_is_told() -> None:
    assert [whole for _, _, whole in read(bz2.compress(b"hemlighet"))] == [False]


def database(place: Path, *statements: str) -> bytes:
    file = place / "d.sqlite"
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return file.read_bytes()


def test_a_database_is_its_definitions_and_a_line_for_each_row(tmp_path: Path) -> None:
    content = database(
        tmp_path,
        "CREATE TABLE \"med \"\" tecken\" (a, b)",
        "INSERT INTO \"med \"\" tecken\" VALUES ('två\nrader', NULL), (7, X'6F636BC3A5')",
    )  # fmt: skip
    definitions, table = read(content)
    assert definitions[0] == "fil/sqlite_master"
    assert "CREATE TABLE" in definitions[1]
    assert table == ('fil/med " tecken', "två rader\t\n7\tockå", True)


def test_a_database_with_a_journal_is_read_too(tmp_path: Path) -> None:
    content = database(tmp_path, "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES ('ett')")
    assert content[18:20] == b"\x02\x02"
    assert read(content)[-1] == ("fil/t", "ett", True)


def test_a_broken_database_is_read_as_far_as_it_can_be_seen(tmp_path: Path) -> None:
    content = database(tmp_path, "CREATE TABLE t (a)", "INSERT INTO t VALUES ('hemlighet')")
    found = read(content[:100] + b"\xff" * 200 + content[300:])
    assert any("hemlighet" in text for _, text, _ in found)
    assert [whole for _, _, whole in found if not whole]


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    content = database(tmp_path, "CREATE VIRTUAL TABLE t USING fts5(a)").replace(b"USING fts5", b"USING xxx5")
    assert ("fil/t", "", False) in read(content)


def test_a_content_is_whole_unless_told() -> None:
    assert Content("a", "b").whole is True


def columnar(**columns: list[object]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pa.table(columns).replace_schema_metadata({"beskrivning": "om filen"}), file, compression="zstd")
    return file.getvalue()


def test_a_parquet_file_is_its_schema_and_a_line_for_each_row() -> None:
    ((name, text, whole),) = read(columnar(namn=["två\nrader", None], antal=[1, 27]))
    assert (name, whole) == ("fil", True)
    schema, about, *rows = text.split("\n")
    assert "namn: string" in schema
    assert about == "beskrivning\tom filen"
    assert rows == ["två rader\t1", "\t27"]


def test_of_a_parquet_file_no_more_rows_are_read_than_the_limit_and_it_is_told() -> None:
    assert [whole for _, _, whole in read(columnar(a=["12345"]), limit=5)] == [True]
    assert [whole for _, _, whole in read(columnar(a=["123456"]), limit=5)] == [False]


def test_a_broken_parquet_file_is_told() -> None:
    assert [whole for _, _, whole in read(columnar(a=["hemlighet"])[:-9])] == [False]


def test_without_its_library_a_parquet_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    content = columnar(a=["hemlighet"])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert [whole for _, _, whole in read(content)] == [False]


def test_a_workbook_is_read_as_the_archive_that_it_is() -> None:
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.add_worksheet("blad").write_string(0, 0, "hemlighet")
    book.close()
    found = read(file.getvalue())
    assert any(name == "fil/xl/sharedStrings.xml" and "hemlighet" in text for name, text, _ in found)
    assert all(whole for _, _, whole in found)


def test_a_date_in_the_cell_after_another_is_not_read_together_with_it(tmp_path: Path) -> None:
    # Put together here, since the search of our own files would take it for a number.
    reference = "-".join(("dnr 2024", "0117"))
    cells = f"('2012-03-01', NULL, '2013', 'x', '2012-03-01', '9805', '{reference}', '2024-04', '2011')"
    content = database(tmp_path, "CREATE TABLE t (a, b, c, d, e, f, g, h, i)", f"INSERT INTO t VALUES {cells}")
    wanted = ["2012-03-01", "", ";2013", "x", ";2012-03-01", "9805", reference, ";2024-04", ";2011"]
    assert read(content)[-1] == ("fil/t", "\t".join(wanted), True)


def test_four_digits_that_may_be_a_year_are_read_together_with_a_cell_that_is_no_date(tmp_path: Path) -> None:
    content = database(tmp_path, "CREATE TABLE t (a, b)", "INSERT INTO t VALUES ('850709', '1980')")
    assert read(content)[-1] == ("fil/t", "850709\t1980", True)

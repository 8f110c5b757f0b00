"""What files said before, and that nothing else is taken for it."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import LONG
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.records import yaml_reader
from generator.registry.remembered import Remembered

OURS = b"detta program"
SAID = {b"a: 1\n": '{"a":1}', "b: å\n".encode(): '{"b":"å"}', b"c: '1'\n": '{"c":"1"}'}
CONTENTS = list(SAID)
TEXTS = list(SAID.values())
NOTHING = [""] * len(SAID)


def write(path: Path, program: bytes = OURS, **more: str) -> bytes:
    """Remember what was said, in a new file, and give what it holds."""
    path.unlink(missing_ok=True)
    memory = Remembered(path, program)
    for content, text in [*SAID.items(), *((content.encode(), text) for content, text in more.items())]:
        memory.learn(content, text)
    memory.write()
    return path.read_bytes()


def recalled(path: Path, program: bytes = OURS) -> list[str]:
    return Remembered(path, program).recall(CONTENTS)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a memory lies, in a folder that is not there."""
    return tmp_path / "under/minne.sqlite"


def test_what_is_learnt_is_recalled_and_nothing_lies_beside_it(place: Path) -> None:
    assert recalled(place) == NOTHING
    assert not place.parent.exists()
    write(place)
    assert recalled(place) == TEXTS
    assert Remembered(place, OURS).recall([*reversed(CONTENTS), b"okand: 1\n", CONTENTS[0]]) == [*reversed(TEXTS), "", TEXTS[0]]
    assert [path.name for path in place.parent.iterdir()] == [place.name]


@pytest.mark.parametrize("other", ["a: 2\n", "a: 1", "a: 1\n\n", "a: 1\r\n", "A: 1\n", "\ufeffa: 1\n"])
def test_contents_with_one_other_byte_are_other_contents(place: Path, other: str) -> None:
    write(place)
    assert Remembered(place, OURS).recall([other.encode()]) == [""]


def test_that_of_another_program_or_another_parser_is_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(place)
    assert recalled(place, b"ett annat program") == NOTHING
    monkeypatch.setattr(yaml_reader, "HAS_LIBYAML", not yaml_reader.HAS_LIBYAML)
    assert recalled(place) == NOTHING


@pytest.mark.parametrize("content", [b"", b"inte SQLite", b"SQLite format 3\0" + b"\0" * 200], ids=["empty", "text", "header"])
def test_what_is_no_memory_is_none_and_is_made_anew(place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    assert recalled(place) == NOTHING
    memory = Remembered(place, OURS)
    memory.recall(CONTENTS)
    memory.learn(CONTENTS[0], TEXTS[0])
    memory.write()
    assert recalled(place) == [TEXTS[0], "", ""]


def is_as_good_as_none(place: Path, damaged: bytes) -> None:
    """Damaged so, each file is recalled as it was or read anew; and what is read anew mends the memory."""
    place.write_bytes(damaged)
    memory = Remembered(place, OURS)
    texts = memory.recall(CONTENTS)
    assert all(text in ("", said) for text, said in zip(texts, TEXTS, strict=True))
    for content, text, said in zip(CONTENTS, texts, TEXTS, strict=True):
        if not text:
            memory.learn(content, said)
    memory.write()
    assert recalled(place) == TEXTS


@given(at=st.integers(min_value=0), turned=st.integers(min_value=1, max_value=255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_memory_with_a_turned_byte_says_what_was_said_or_nothing(place: Path, at: int, turned: int) -> None:
    content = bytearray(write(place))
    content[at % len(content)] ^= turned
    is_as_good_as_none(place, bytes(content))


def test_so_does_one_with_any_byte_turned_and_one_that_breaks_off_anywhere(place: Path) -> None:
    whole = write(place)
    for at in range(0, len(whole), 1 if LONG else 499):
        is_as_good_as_none(place, whole[:at])
        # Where nothing is, nothing can be turned into anything: one bit there is as good as all.
        for turned in (0x01, 0x80, 0xFF) if LONG and whole[at] else (0xFF,):
            is_as_good_as_none(place, whole[:at] + bytes([whole[at] ^ turned]) + whole[at + 1 :])


def test_one_with_a_part_that_cannot_be_read_is_none_from_its_beginning(place: Path) -> None:
    """So that all of it is made anew, and nothing is copied out of it."""
    many = {f"a: {number}\n": '{"a":"' + f"{number}" * 100 + '"}' for number in range(100, 160)}
    whole = write(place, **many)
    asked = [content.encode() for content in many]
    assert Remembered(place, OURS).recall(asked) == list(many.values())
    readable = []
    for start in range(4096, len(whole), 4096):
        place.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        alone = [Remembered(place, OURS).recall([content])[0] for content in asked]
        readable.append(sum(map(bool, alone)))
        if not all(alone):
            assert set(Remembered(place, OURS).recall(asked)) == {""}
    assert any(0 < found < len(asked) for found in readable)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE records SET data = '{\"a\":2}'", "UPDATE records SET guard = x'00'", "UPDATE records SET sha256 = x'00' WHERE data = '{\"a\":1}'",
        "DELETE FROM records", "DROP TABLE records", "ALTER TABLE records ADD COLUMN more TEXT", "CREATE TABLE other (x)",
        "CREATE VIEW v AS SELECT 1", "CREATE TRIGGER t AFTER DELETE ON records BEGIN SELECT 1; END",
    ],
)  # fmt: skip
def test_what_somebody_has_changed_is_seen_and_made_anew(place: Path, change: str) -> None:
    write(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as database:
        database.execute(change)
    assert (found := recalled(place)) != TEXTS
    assert all(text in ("", said) for text, said in zip(found, TEXTS, strict=True))
    is_as_good_as_none(place, place.read_bytes())


def test_a_row_is_only_about_its_own_contents(place: Path) -> None:
    """Two whole rows that have changed places are both none."""
    write(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as database:
        rows = database.execute("SELECT sha256, data, guard FROM records").fetchall()
        database.execute("DELETE FROM records")
        for (digest, *_), (_, *said) in zip(rows, [*rows[1:], rows[0]], strict=True):
            database.execute("INSERT INTO records VALUES (?, ?, ?)", (digest, *said))
    assert recalled(place) == NOTHING


def test_a_table_of_another_form_is_not_asked(place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place, isolation_level=None)) as database:
        database.execute("CREATE VIEW records AS SELECT x'00' AS sha256, 1 AS data, 2 AS guard")
    assert recalled(place) == NOTHING
    is_as_good_as_none(place, place.read_bytes())


def test_a_link_is_not_followed_but_replaced(place: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "annan.sqlite"
    whole = write(elsewhere)
    place.parent.mkdir()
    place.symlink_to(elsewhere)
    assert recalled(place) == NOTHING
    memory = Remembered(place, OURS)
    memory.learn(CONTENTS[0], TEXTS[0])
    memory.write()
    assert elsewhere.read_bytes() == whole
    assert not place.is_symlink()
    assert recalled(place) == [TEXTS[0], "", ""]


def test_what_cannot_be_written_is_not_and_nobody_is_told(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Remembered(place, OURS)
    memory.learn(CONTENTS[0], TEXTS[0])
    place.mkdir(parents=True)
    memory.write()
    assert Remembered(place, OURS).recall(CONTENTS) == NOTHING
    assert [path.name for path in place.parent.iterdir()] == [place.name]
    in_a_file = tmp_path / "fil/minne.sqlite"
    in_a_file.parent.write_text("en fil", encoding="utf-8")
    memory = Remembered(in_a_file, OURS)
    assert memory.recall(CONTENTS) == NOTHING
    memory.learn(CONTENTS[0], TEXTS[0])
    memory.write()
    place.rmdir()

    def denied(_: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", denied)
    memory = Remembered(place, OURS)
    memory.learn(CONTENTS[0], TEXTS[0])
    memory.write()
    assert list(place.parent.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = write(place)

    def full(*_: object, **__: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    memory = Remembered(place, OURS)
    memory.recall(CONTENTS)
    memory.learn(b"ny: 1\n", '{"ny":1}')
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", full)
        memory.write()
    assert place.read_bytes() == whole
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_what_nobody_asked_for_is_forgotten_so_it_does_not_grow(place: Path) -> None:
    write(place, **{f"gammal: {number}\n": '{"gammal":"' + "x" * 4000 + '"}' for number in range(50)})
    grown = place.stat().st_size
    memory = Remembered(place, OURS)
    memory.recall(CONTENTS[:2])
    memory.write()
    assert recalled(place) == [*TEXTS[:2], ""]
    assert Remembered(place, OURS).recall([b"gammal: 1\n"]) == [""]
    assert place.stat().st_size < grown / 5


def test_what_is_as_it_was_is_not_written_again(place: Path) -> None:
    write(place)
    before = place.stat()
    memory = Remembered(place, OURS)
    memory.recall([*CONTENTS, b"fel: [\n"])
    memory.write()
    assert (place.stat().st_ino, place.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    memory.learn(b"ny: 1\n", '{"ny":1}')
    memory.write()
    after = place.stat()
    assert after.st_ino != before.st_ino
    memory.write()
    assert place.stat().st_ino == after.st_ino
    assert Remembered(place, OURS).recall([*CONTENTS, b"ny: 1\n"]) == [*TEXTS, '{"ny":1}']


def test_what_a_stopped_command_left_beside_it_is_cleared_away(place: Path) -> None:
    place.parent.mkdir()
    beside = place.with_name(f"{place.name}-ny")
    beside.write_bytes(b"halva")
    write(place)
    assert not beside.exists()
    assert recalled(place) == TEXTS


def test_while_another_command_writes_nothing_is_written(place: Path) -> None:
    whole = write(place)
    memory = Remembered(place, OURS)
    memory.learn(b"ny: 1\n", '{"ny":1}')
    handle = os.open(place.parent, os.O_RDONLY)
    try:
        # Even one that lets others in: ours must be the only one.
        fcntl.flock(handle, fcntl.LOCK_SH)
        memory.write()
        assert place.read_bytes() == whole
    finally:
        os.close(handle)
    memory.write()
    assert place.read_bytes() != whole


def test_one_that_was_replaced_while_somebody_read_it_is_whole_for_both(place: Path) -> None:
    write(place)
    first, second = Remembered(place, OURS), Remembered(place, OURS)
    first.recall(CONTENTS)
    second.recall(CONTENTS[:1])
    second.write()
    first.learn(b"ny: 1\n", '{"ny":1}')
    first.write()
    assert Remembered(place, OURS).recall([*CONTENTS, b"ny: 1\n"]) == [TEXTS[0], "", "", '{"ny":1}']

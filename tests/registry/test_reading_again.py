"""What is read is the same whether it was read before, by whom and by how many: the same records, the same problems in the same places."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import AS_OF, LONG, ON_THE_DAY, ROOT

from generator import workers
from generator.build.fingerprint import of_program
from generator.cli import main
from generator.commands import building, finishing, options
from generator.errors import CoachkollenError
from generator.records import reader
from generator.records.reader import Root
from generator.registry import files
from generator.registry.files import Found, read_root
from generator.registry.loading import Loaded, load
from generator.registry.remembered import Remembered

CASES = ROOT / "tests/cases"
BASE = CASES / "base"
OURS = b"detta program"
FOLDERS = sorted(path.name for path in CASES.iterdir() if (path / "providers").is_dir())
# The rules are slow: of all cases some are tried with them, and all in the long form.
WITH_RULES = [name for name in FOLDERS if name != BASE.name][:: 1 if LONG else 12]


@pytest.fixture(autouse=True)
def _two_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files are shared out among processes, also beside a thread of the tests' own runner."""
    runners = threading.active_count() - 1
    real = threading.active_count
    monkeypatch.setattr(threading, "active_count", lambda: real() - runners)
    monkeypatch.setattr(workers, "_FEWEST", 1)


def said(found: Found) -> tuple[object, ...]:
    """Everything that was found, with every place in every file."""
    places = [(d.key, d.root, d.record, d.source.file, d.source.lines, d.source.values, d.source.keys, d.source.ends) for d in found.documents]
    return (replace(found, documents=()), places)


def in_every_way(folder: Path, place: Path) -> list[Found]:
    """A folder of records read alone, by three, with an empty memory, with a full one, with one that knows only some, and with one that is damaged."""

    def read(memory: Remembered | None = None, count: int = 1) -> Found:
        return read_root(folder, Root.PUBLIC, "providers", memory, count)

    memory = Remembered(place, OURS)
    ways = [read(), read(count=3), read(memory), read(Remembered(place, OURS), 3)]
    memory.write()
    ways += [read(Remembered(place, OURS)), read(Remembered(place, OURS), 3), read(Remembered(place, b"ett annat program"), 3)]
    if place.exists():
        with closing(sqlite3.connect(place, isolation_level=None)) as database:
            database.execute("UPDATE records SET guard = x'00' WHERE rowid % 2")
        ways.append(read(Remembered(place, OURS), 3))
    return ways


def test_every_case_reads_the_same_in_every_way(tmp_path: Path) -> None:
    assert len(FOLDERS) > 100
    for name in FOLDERS:
        first, *others = map(said, in_every_way(CASES / name / "providers", tmp_path / f"{name}.sqlite"))
        assert all(other == first for other in others), name


@pytest.mark.parametrize("name", WITH_RULES)
def test_every_problem_of_a_case_is_told_in_the_same_place(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(CASES / name, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    place = Path("minne.sqlite")

    def loaded(memory: Remembered | None = None, count: int = 1) -> Loaded:
        private = Path("intake") if Path("intake").is_dir() else None
        return load(Path("providers"), Path("content"), date.fromisoformat(AS_OF), intake=private, remembered=memory, workers=count)

    memory = Remembered(place, OURS)
    ways = [loaded(), loaded(memory, 3)]
    memory.write()
    ways += [loaded(Remembered(place, OURS)), loaded(Remembered(place, OURS), 3)]
    assert place.exists()
    assert [way.problems for way in ways] == [ways[0].problems] * 4
    assert [way.untried for way in ways] == [ways[0].untried] * 4
    records = [{key: d.record for key, d in way.registry.documents.items()} if way.registry else None for way in ways]
    assert records == [records[0]] * 4


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the records that all cases build on, where the test stands."""
    shutil.copytree(BASE, tmp_path / "base")
    monkeypatch.chdir(tmp_path / "base")
    return tmp_path / "base"


def remember(place: Path, program: bytes = OURS) -> None:
    memory = Remembered(place, program)
    read_root(Path("providers"), Root.PUBLIC, "providers", memory)
    memory.write()


def parsed(monkeypatch: pytest.MonkeyPatch, memory: Remembered) -> list[bytes]:
    """The contents that are parsed when the records are read."""
    seen: list[bytes] = []
    read = reader.read_yaml
    with monkeypatch.context() as patch:
        patch.setattr(reader, "read_yaml", lambda content, file: seen.append(content) or read(content, file))
        read_root(Path("providers"), Root.PUBLIC, "providers", memory)
    return seen


@pytest.mark.usefixtures("base")
def test_only_what_has_changed_is_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(".cache/records.sqlite")
    everything = {path.read_bytes() for path in Path("providers").glob("*/*.yaml")}
    assert set(parsed(monkeypatch, Remembered(place, OURS))) == everything
    remember(place)
    assert parsed(monkeypatch, Remembered(place, OURS)) == []
    changed = next(Path("providers/profiles").glob("*.yaml"))
    changed.write_bytes(changed.read_bytes().replace(b"name: ", b"name:  "))
    assert set(parsed(monkeypatch, Remembered(place, OURS))) == {changed.read_bytes()}
    # Its name and its time say nothing: only what it holds.
    moved = changed.rename(changed.with_name("ett-annat-namn.yaml"))
    os.utime(moved, (0, 0))
    remember(place)
    assert parsed(monkeypatch, Remembered(place, OURS)) == []


@pytest.mark.usefixtures("base")
def test_a_file_with_a_problem_is_never_remembered() -> None:
    place = Path("minne.sqlite")
    wrong = Path("providers/profiles/fel.yaml")
    wrong.write_text("name: [\n", encoding="utf-8")
    remember(place)
    assert Remembered(place, OURS).recall([wrong.read_bytes()]) == [""]


@pytest.mark.usefixtures("base")
def test_what_is_private_is_never_remembered() -> None:
    shutil.copytree("providers/profiles", "intake/profiles")
    draft = next(Path("intake/profiles").glob("*.yaml"))
    draft.write_bytes(draft.read_bytes() + b"# ett utkast\n")
    memory = Remembered(Path("minne.sqlite"), OURS)
    loaded = load(Path("providers"), Path("content"), date.fromisoformat(AS_OF), intake=Path("intake"), remembered=memory, workers=2)
    memory.write()
    assert loaded.registry is not None
    assert Remembered(Path("minne.sqlite"), OURS).recall([draft.read_bytes()]) == [""]


@pytest.mark.parametrize("count", [2, 7, 64])
def test_each_file_gets_the_text_of_its_own_contents(count: int) -> None:
    contents = [f"a: {number}\n".encode() if number % 5 else b"a: [\n" for number in range(30)]
    contents = list(dict.fromkeys(contents))
    assert files._read_by_many(contents, count) == [reader.plain_text(content) for content in contents]


def test_when_a_worker_is_lost_the_files_are_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> Sequence[Sequence[str]]:
        raise workers.WorkerLost("En process slutade innan den var klar.")

    first = read_root(BASE / "providers", Root.PUBLIC, "providers")
    monkeypatch.setattr(files, "shared_out", lost)
    memory = Remembered(tmp_path / "minne.sqlite", OURS)
    assert said(read_root(BASE / "providers", Root.PUBLIC, "providers", memory, 2)) == said(first)
    memory.write()
    assert not (tmp_path / "minne.sqlite").exists()


# The commands


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*arguments, "--as-of", AS_OF], env=ON_THE_DAY)
    return result.exit_code, result.output


def test_check_reads_what_is_remembered_and_writes_nothing(base: Path) -> None:
    def everything() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in base.rglob("*")}

    before, first = everything(), run("check")
    assert first[0] == 0
    assert everything() == before
    # What no file says, so that one can see where it is from.
    content = next(Path("providers/profiles").glob("*.yaml")).read_bytes()
    memory = options.memory(of_program())
    memory.learn(content, '{"påhittat":1}')
    memory.write()
    before = everything()
    code, told = run("check")
    assert (code, "påhittat" in told) == (1, True)
    assert everything() == before
    shutil.rmtree(".cache")
    assert run("check") == first


def test_a_build_and_a_preview_remember_what_the_records_said_unless_something_is_wrong(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise CoachkollenError("Här slutar provet.")

    for module in (building, finishing):
        monkeypatch.setattr(module, "build_wished", stopped)
    place = base / ".cache/records.sqlite"
    contents = [path.read_bytes() for path in Path("providers").glob("*/*.yaml")]
    wrong = Path("providers/profiles/fel.yaml")
    for command in (["build"], ["_preview", "--output", "visning"]):
        wrong.write_text("name: [\n", encoding="utf-8")
        assert "Inget har skrivits: rätta felen ovan." in run(*command)[1]
        assert not place.exists()
        wrong.unlink()
        assert "Här slutar provet." in run(*command)[1]
        assert all(options.memory(of_program()).recall(contents))
        place.unlink()

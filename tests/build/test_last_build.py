"""What is remembered of a build, and that nothing else is taken for it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build.fingerprint import of_checks, of_files, of_inputs, of_program
from generator.build.last_build import LastBuild, MadeFile, Why, read_last_build, remember_inputs, write_last_build
from generator.build.outline import read_outline
from generator.build.press import Press, WrittenTwice
from generator.build.publish import MEMORY
from generator.build.scan import Searched, scan
from generator.build.seen import Seen, from_bytes, to_bytes
from generator.build.tree import Looked
from generator.records.deny_list import DenyList
from generator.records.privacy import find_person_numbers

OURS = b"detta program"
FILE = MadeFile(b"s" * 32, 3, 1_700_000_000_123_456_789, 42, b"r" * 32, Why.RECORDS, ("profiles/exempel-ab",), True, b"sett")
BUILD = LastBuild(OURS, b"indata", b"ram", b"kontroller", {"profiles/exempel-ab": "ab12"}, (("En varning.", True),), {"index.html": FILE})


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_last_build(tmp_path, BUILD)
    assert read_last_build(tmp_path, OURS) == BUILD
    remember_inputs(tmp_path, OURS, b"annat", [("Byggt.", False)])
    assert read_last_build(tmp_path, OURS) == replace(BUILD, inputs=b"annat", told=(("Byggt.", False),))
    assert [path.name for path in tmp_path.iterdir()] == [MEMORY]


def test_that_of_another_program_is_none_and_so_is_what_is_not_there(tmp_path: Path) -> None:
    assert read_last_build(tmp_path, OURS) == LastBuild()
    write_last_build(tmp_path, BUILD)
    assert read_last_build(tmp_path, b"ett annat program") == LastBuild()


@pytest.mark.parametrize("content", [b"", b"inte SQLite", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_memory_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MEMORY).write_bytes(content)
    assert read_last_build(tmp_path, OURS) == LastBuild()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    write_last_build(tmp_path / "annan", BUILD)
    (tmp_path / MEMORY).symlink_to(tmp_path / "annan" / MEMORY)
    assert read_last_build(tmp_path, OURS) == LastBuild()


@given(at=st.integers(min_value=0), turned=st.integers(min_value=1, max_value=255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_memory_with_a_turned_byte_says_what_was_written_or_nothing(tmp_path: Path, at: int, turned: int) -> None:
    write_last_build(tmp_path, BUILD)
    content = bytearray((tmp_path / MEMORY).read_bytes())
    content[at % len(content)] ^= turned
    (tmp_path / MEMORY).write_bytes(content)
    assert read_last_build(tmp_path, OURS) in (BUILD, LastBuild())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE files SET recipe = 'aa'", "UPDATE files SET seen = 'aa'", "UPDATE files SET name = 'annan.html'", "UPDATE files SET place = 'aa'",
        "UPDATE files SET guard = 'å'", "UPDATE about SET value = 'aa' WHERE name = 'inputs'", "UPDATE about SET value = 'x' WHERE name = 'guard'",
        "DELETE FROM about WHERE name = 'guard'", "DROP TABLE files", "UPDATE files SET because = 'x'",
    ],
)  # fmt: skip
def test_a_row_that_somebody_has_changed_is_seen(tmp_path: Path, change: str) -> None:
    write_last_build(tmp_path, BUILD)
    with closing(sqlite3.connect(tmp_path / MEMORY, isolation_level=None)) as database:
        database.execute(change)
    assert read_last_build(tmp_path, OURS) == LastBuild()


def pressed(root: Path, name: str, output: str = "", **files: str) -> tuple[Press, LastBuild]:
    """A press that has written files, taking what it can from `output`, with what it remembers of them in its stage."""
    (root / name).mkdir()
    last = read_last_build(root / output, OURS) if output else LastBuild()
    press = Press(root / name, root / (output or "ingen"), last)
    for file, text in files.items():
        if not press.has(f"{file}.html", text.encode()):
            press.write(f"{file}.html", f"<p>{text}</p>".encode(), text.encode())
    build = LastBuild(program=OURS, files=press.files)
    write_last_build(root / name, build)
    return press, build


def test_what_is_as_before_is_taken_and_not_written(tmp_path: Path) -> None:
    pressed(tmp_path, "a", ett="ett", två="två", tre="tre")
    press, build = pressed(tmp_path, "b", "a", ett="ett", två="annat")
    assert (tmp_path / "b/ett.html").samefile(tmp_path / "a/ett.html")
    assert (tmp_path / "a/två.html").read_text(encoding="utf-8") == "<p>två</p>"
    assert {name: (made.kept, made.why) for name, made in build.files.items()} == {"ett.html": (True, Why.FIRST), "två.html": (False, Why.SHOWN)}
    assert not press.is_as_before
    assert pressed(tmp_path, "c", "b", ett="ett", två="annat")[0].is_as_before


def test_a_file_that_was_changed_or_is_gone_is_written_anew_and_one_that_was_only_touched_is_taken(tmp_path: Path) -> None:
    pressed(tmp_path, "a", ett="ett", två="två", tre="tre", fyra="fyra")
    before = (tmp_path / "a/två.html").stat()
    (tmp_path / "a/ett.html").write_text("<p>etta</p>", encoding="utf-8")
    (tmp_path / "a/två.html").write_text("<p>TVÅ</p>", encoding="utf-8")
    os.utime(tmp_path / "a/två.html", ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    (tmp_path / "a/tre.html").unlink()
    os.utime(tmp_path / "a/fyra.html", (0, 0))
    build = pressed(tmp_path, "b", "a", ett="ett", två="två", tre="tre", fyra="fyra")[1]
    assert [(tmp_path / f"b/{name}.html").read_text(encoding="utf-8") for name in ("ett", "två", "tre", "fyra")] == [
        "<p>ett</p>", "<p>två</p>", "<p>tre</p>", "<p>fyra</p>",
    ]  # fmt: skip
    assert {name: made.why for name, made in build.files.items() if not made.kept} == dict.fromkeys(["ett.html", "två.html", "tre.html"], Why.DAMAGED)


def test_a_place_that_became_a_link_is_not_taken(tmp_path: Path) -> None:
    pressed(tmp_path, "a", ett="ett")
    (tmp_path / "a/ett.html").rename(tmp_path / "utanför.html")
    (tmp_path / "a/ett.html").symlink_to(tmp_path / "utanför.html")
    pressed(tmp_path, "b", "a", ett="ett")
    assert not (tmp_path / "b/ett.html").is_symlink()


def test_where_there_are_no_hard_links_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    pressed(tmp_path, "a", ett="ett")
    monkeypatch.setattr(os, "link", refuse)
    press, _ = pressed(tmp_path, "b", "a", ett="ett")
    assert (tmp_path / "b/ett.html").read_bytes() == (tmp_path / "a/ett.html").read_bytes()
    assert press.is_as_before


def test_two_files_of_one_name_are_refused_unless_they_are_the_same(tmp_path: Path) -> None:
    press = Press(tmp_path, tmp_path / "ingen", LastBuild())
    press.write("a/index.html", b"ett")
    press.write("a/index.html", b"ett")
    press.join(press.files)
    with pytest.raises(WrittenTwice, match=r"a/index\.html"):
        press.join({"a/index.html": FILE})
    with pytest.raises(WrittenTwice, match=r"a/index\.html"):
        press.write("a/index.html", "två".encode())


def test_what_somebody_else_wrote_into_the_stage_is_known_too(tmp_path: Path) -> None:
    press = Press(tmp_path, tmp_path / "ingen", LastBuild())
    (tmp_path / "mapp").mkdir()
    (tmp_path / "mapp/bild.svg").write_text("<svg/>", encoding="utf-8")
    press.adopt()
    assert press.files.keys() == {"mapp/bild.svg"}


PAGE = '<p id="a" data-id="urn:x" data-svar-fran="b">Ord <a href="/x/">x</a></p><p data-kraver-text="I14c"></p><img style="x" src="https://annan.example/">'


def test_what_the_checks_saw_is_read_back_and_anything_else_is_refused() -> None:
    seen = Seen(Searched(("ab", "cd"), frozenset({"ef"}), ("x.bin",)), Looked(page=read_outline(PAGE)))
    assert seen.looked.page and all((seen.looked.page.links, seen.looked.page.marks, seen.looked.page.wordless, seen.looked.page.active))
    assert from_bytes(to_bytes(seen)) == seen
    for wrong in (b"", b"x", to_bytes(seen)[:-4], zlib.compress(b"[]"), zlib.compress(b'{"checksums": 1}')):
        with pytest.raises(ValueError, match=r".*"):
            from_bytes(wrong)


def of_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_text_that_is_clean_only_thanks_to_a_checksum_is_searched_again_when_that_is_gone(tmp_path: Path) -> None:
    unlucky = next(text for text in map(str, range(200_000)) if list(find_person_numbers(of_text(text))))
    (tmp_path / "fil.txt").write_text(unlucky, encoding="utf-8")
    (tmp_path / "lista.txt").write_text(of_text(unlucky), encoding="utf-8")
    found = scan(tmp_path, ())
    assert found.problems == ()
    assert found.clean["lista.txt"].relied == {of_text(unlucky)}
    assert scan(tmp_path, (), already={"lista.txt": found.clean["lista.txt"]}).problems == ()
    (tmp_path / "fil.txt").write_text("annat", encoding="utf-8")
    assert [problem.code for problem in scan(tmp_path, (), already={"lista.txt": found.clean["lista.txt"]}).problems] == ["B03"]


def test_a_fingerprint_of_files_knows_names_contents_links_and_what_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "mapp"
    (folder / "under").mkdir(parents=True)
    found = [of_files([folder])]

    def differs() -> bool:
        found.append(of_files([folder]))
        return found[-1] not in found[:-1]

    (folder / "a").write_text("bc", encoding="utf-8")
    assert differs()
    (folder / "a").rename(folder / "ab")
    (folder / "ab").write_text("c", encoding="utf-8")
    assert differs()
    (folder / "under/länk").symlink_to("../ab")
    assert differs()
    (folder / "under/länk").unlink()
    (folder / "under/länk").symlink_to("../finns-inte")
    assert differs()
    os.utime(folder / "ab", (0, 0))
    assert not differs()
    assert of_files([folder, tmp_path / "ingen"]) != of_files([folder])


def test_a_fingerprint_of_inputs_knows_what_was_said_and_what_git_knows(tmp_path: Path) -> None:
    def asked(**said: str) -> bytes | None:
        return of_inputs(OURS, [tmp_path], said, tmp_path)

    assert asked(lang="sv") == asked(lang="sv")
    assert len({asked(), asked(lang="sv"), asked(lang="en"), asked(lan="gsv"), of_inputs(b"annat", [tmp_path], {}, tmp_path)}) == 5
    assert of_program() == of_program()


def test_a_fingerprint_of_checks_knows_contacts_and_denied_strings() -> None:
    lists = [
        None,
        DenyList(b"salt", {1: frozenset({b"a" * 32})}),
        DenyList(b"salt", {1: frozenset({b"b" * 32})}),
        DenyList(b"annat", {1: frozenset({b"a" * 32})}),
    ]
    found = [of_checks(contacts, denied) for contacts in ((), ("a",), ("b",), ("a", "b"), ("ab",)) for denied in lists]
    assert len(set(found)) == len(found)
    assert of_checks(["a", "b"], None) == of_checks(["b", "a"], None)

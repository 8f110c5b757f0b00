"""A new tree takes the place of the old one whole or not at all, and nothing that is not ours is ever replaced."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.manifest import MANIFEST, read_manifest
from generator.build.press import Press
from generator.build.publish import MARKER, MEMORY, Written, refuse_unsafe, staged, swap_in
from generator.build.site_build import build_site
from generator.errors import UnsafeOutput

AS_OF = "2026-11-21"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where the site goes. Nothing is there yet."""
    return tmp_path / "ut"


def publish(output: Path, text: str, inputs: tuple[Path, ...] = ()) -> Written:
    with staged(output, inputs) as stage:
        (stage / "index.html").write_text(text, encoding="utf-8")
        return swap_in(stage, output, AS_OF)


def contents(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*")) if p.is_file() and p.name != MARKER}


def beside(output: Path) -> list[str]:
    """What lies in the folder of the output: nothing but the output may be left."""
    return sorted(p.name for p in output.parent.iterdir())


# It works


def test_the_first_build_makes_the_folder(output: Path) -> None:
    assert publish(output, "nytt") == Written(1, 4)
    assert contents(output) == {"index.html": "nytt"}
    assert beside(output) == ["ut"]


def test_folders_above_the_output_are_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b" / "ut", "nytt")
    assert contents(tmp_path / "a" / "b" / "ut") == {"index.html": "nytt"}


def test_the_next_build_replaces_everything(output: Path) -> None:
    publish(output, "gammalt")
    (output / "borttagen.html").write_text("x", encoding="utf-8")
    publish(output, "nytt")
    assert contents(output) == {"index.html": "nytt"}
    assert beside(output) == ["ut"]


def test_an_empty_folder_may_be_used(output: Path) -> None:
    output.mkdir()
    publish(output, "nytt")
    assert contents(output) == {"index.html": "nytt"}


def test_a_published_tree_can_be_read_by_everyone(output: Path) -> None:
    publish(output, "nytt")
    assert output.stat().st_mode & 0o777 == 0o755


def test_the_mark_says_what_was_built_and_is_not_counted(output: Path) -> None:
    written = publish(output, "åäö")
    marker = json.loads((output / MARKER).read_text(encoding="utf-8"))
    assert written == Written(1, 6)
    assert marker["as_of"] == AS_OF
    assert marker["generator"].startswith("coachkollen ")


def test_the_old_site_stands_until_the_swap(output: Path) -> None:
    publish(output, "gammalt")
    with staged(output, ()) as stage:
        (stage / "index.html").write_text("nytt", encoding="utf-8")
        assert contents(output) == {"index.html": "gammalt"}
        assert stage.parent == output.parent
        swap_in(stage, output, AS_OF)
    assert contents(output) == {"index.html": "nytt"}


# What is refused


def assert_refused(output: Path, *inputs: Path, words: str) -> None:
    """Refused with those words, before anything is made."""
    before = sorted(output.parent.rglob("*"))
    with pytest.raises(UnsafeOutput, match=words), staged(output, inputs):
        pytest.fail("a stage was made")  # pragma: no cover
    assert sorted(output.parent.rglob("*")) == before


def test_a_folder_that_we_did_not_make_is_refused(output: Path) -> None:
    output.mkdir()
    (output / "viktigt.txt").write_text("x", encoding="utf-8")
    assert_refused(output, words="inte har gjort")


def test_a_folder_of_hidden_files_is_not_ours_either(output: Path) -> None:
    (output / ".git").mkdir(parents=True)
    assert_refused(output, words="inte har gjort")


def test_a_folder_named_as_the_mark_does_not_make_it_ours(output: Path) -> None:
    (output / MARKER).mkdir(parents=True)
    assert_refused(output, words="inte har gjort")


def test_a_file_is_refused(output: Path) -> None:
    output.write_text("x", encoding="utf-8")
    assert_refused(output, words="är en fil")


def test_a_named_pipe_is_refused(output: Path) -> None:
    os.mkfifo(output)
    assert_refused(output, words="ingen mapp")


def test_an_output_that_is_an_input_is_refused(output: Path) -> None:
    publish(output, "x")
    assert_refused(output, output, words="ligger i varandra")


def test_an_output_inside_an_input_is_refused(tmp_path: Path) -> None:
    (tmp_path / "providers").mkdir()
    assert_refused(tmp_path / "providers" / "ut", tmp_path / "providers", words="ligger i varandra")


def test_inputs_inside_the_output_are_refused(output: Path) -> None:
    publish(output, "x")
    (output / "providers").mkdir()
    assert_refused(output, output / "providers", words="ligger i varandra")


def test_an_input_reached_by_another_way_is_refused(tmp_path: Path, output: Path) -> None:
    publish(output, "x")
    (tmp_path / "genväg").symlink_to(output, target_is_directory=True)
    assert_refused(output, tmp_path / "genväg", words="ligger i varandra")
    assert_refused(tmp_path / "a" / ".." / "ut", output, words="ligger i varandra")


def test_a_name_that_only_begins_like_an_input_is_fine(tmp_path: Path) -> None:
    (tmp_path / "providers").mkdir()
    publish(tmp_path / "providers-ut", "x", (tmp_path / "providers",))
    assert contents(tmp_path / "providers-ut") == {"index.html": "x"}


@pytest.mark.parametrize("target", ["ours", "foreign", "missing", "file"])
def test_a_link_is_refused_wherever_it_leads(tmp_path: Path, target: str) -> None:
    real = tmp_path / "annan" / "mapp"
    if target == "ours":
        publish(real, "x")
    elif target == "foreign":
        real.mkdir(parents=True)
        (real / "viktigt.txt").write_text("x", encoding="utf-8")
    elif target == "file":
        real.parent.mkdir()
        real.write_text("x", encoding="utf-8")
    link = tmp_path / "ut"
    link.symlink_to(real)
    assert_refused(link, words="symbolisk länk")
    assert link.is_symlink()


def test_a_link_higher_up_is_fine(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "genväg").symlink_to(tmp_path / "disk", target_is_directory=True)
    publish(tmp_path / "genväg" / "ut", "x")
    assert contents(tmp_path / "disk" / "ut") == {"index.html": "x"}


def test_refusing_leaves_no_open_folder_behind(output: Path) -> None:
    """Python warns about a folder that is not read to its end, and warnings are errors here."""
    publish(output, "x")
    (output / "b").write_text("x", encoding="utf-8")
    refuse_unsafe(output, ())


# When something goes wrong


class Unplugged(BaseException):
    """Stands for whatever stops a program at once, such as Ctrl+C."""


@pytest.mark.parametrize("error", [RuntimeError, Unplugged, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("first", [True, False])
def test_a_crash_while_building_leaves_the_old_tree_and_no_stage(output: Path, error: type[BaseException], first: bool) -> None:
    if not first:
        publish(output, "gammalt")
    with pytest.raises(error), staged(output, ()) as stage:
        (stage / "halv.html").write_text("halv", encoding="utf-8")
        raise error
    assert beside(output) == ([] if first else ["ut"])
    if not first:
        assert contents(output) == {"index.html": "gammalt"}
        assert (output / MARKER).is_file()


def failing(monkeypatch: pytest.MonkeyPatch, error: type[BaseException], number: int, *, after: bool = False) -> None:
    """Let the rename of that number fail, before it is done or after."""
    real: Callable[[Path, Path], Path] = Path.rename
    done = 0

    def rename(self: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == number and not after:
            raise error
        result = real(self, target)
        if done == number:
            raise error
        return result

    monkeypatch.setattr(Path, "rename", rename)


@pytest.fixture
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system on which two folders cannot change names in one step."""
    monkeypatch.setattr("generator.build.publish._exchanged", lambda *_: False)


@pytest.mark.usefixtures("one_at_a_time")
@pytest.mark.parametrize("error", [OSError, Unplugged])
@pytest.mark.parametrize("number", [1, 2])
def test_a_swap_that_fails_keeps_the_old_tree(output: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], number: int) -> None:
    publish(output, "gammalt")
    with monkeypatch.context() as patch:
        failing(patch, error, number)
        with pytest.raises(error):
            publish(output, "nytt")
    assert contents(output) == {"index.html": "gammalt"}
    assert beside(output) == ["ut"]
    publish(output, "nytt")
    assert contents(output) == {"index.html": "nytt"}


@pytest.mark.usefixtures("one_at_a_time")
@pytest.mark.parametrize(("number", "text"), [(1, "gammalt"), (2, "nytt")])
def test_a_program_stopped_right_after_a_rename_leaves_one_whole_tree(output: Path, monkeypatch: pytest.MonkeyPatch, number: int, text: str) -> None:
    publish(output, "gammalt")
    with monkeypatch.context() as patch:
        failing(patch, Unplugged, number, after=True)
        with pytest.raises(Unplugged):
            publish(output, "nytt")
    assert contents(output) == {"index.html": text}
    assert beside(output) == ["ut"]


@pytest.mark.usefixtures("one_at_a_time")
def test_an_old_tree_that_cannot_be_put_back_is_not_thrown_away(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(output, "gammalt")
    real: Callable[[Path, Path], Path] = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if target.name == "ut":
            raise OSError("full")
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        with pytest.raises(OSError, match="full"):
            publish(output, "nytt")
    (kept,) = [p.parent for p in output.parent.rglob(MARKER)]
    assert contents(kept) == {"index.html": "gammalt"}


# The whole build


def page(html: str) -> Callable[[Press], None]:
    """Renders a site of one page."""

    def render(press: Press) -> None:
        press.write("index.html", html.encode())

    return render


def test_a_build_with_a_broken_link_writes_nothing(output: Path) -> None:
    publish(output, "gammalt")
    built = build_site(page("<a href='/x/'>x</a>"), output, (), base_path="", as_of=AS_OF)
    assert built.written is None
    assert [p.code for p in built.problems] == ["B01"]
    assert contents(output) == {"index.html": "gammalt"}
    assert beside(output) == ["ut"]


def test_a_build_without_problems_is_swapped_in_and_told_about(output: Path) -> None:
    told: list[tuple[str, int, int]] = []
    built = build_site(page("<p>x"), output, (), base_path="", as_of=AS_OF, report=lambda *what: told.append(what))
    manifest = output / MANIFEST
    assert built.written == Written(2, 4 + manifest.stat().st_size), "the page, and the manifest that names it"
    assert set(read_manifest(manifest.read_bytes()).files) == {"index.html"}
    assert built.problems == ()
    assert contents(output)["index.html"] == "<p>x"
    assert told == [("Söker efter personuppgifter", 1, 2), ("Söker efter personuppgifter", 2, 2), ("Kontrollerar länkar", 0, 0)]


def test_a_build_that_raises_leaves_the_old_tree(output: Path) -> None:
    publish(output, "gammalt")

    def render(press: Press) -> None:
        press.write("halv.html", b"x")
        raise RuntimeError("trasig mall")

    with pytest.raises(RuntimeError, match="trasig mall"):
        build_site(render, output, (), base_path="", as_of=AS_OF)
    assert contents(output) == {"index.html": "gammalt"}
    assert beside(output) == ["ut"]


def test_a_build_with_nothing_new_leaves_the_tree_where_it_is_unless_somebody_has_put_something_into_it(output: Path) -> None:
    first = build_site(page("<p>x"), output, (), base_path="", as_of=AS_OF, program=b"vi")
    place = output.stat().st_ino
    again = build_site(page("<p>x"), output, (), base_path="", as_of=AS_OF, program=b"vi")
    assert (first.changed, again.changed, output.stat().st_ino) == (2, 0, place)
    assert first.written == again.written
    (output / "främling.html").write_text("<p>y", encoding="utf-8")
    build_site(page("<p>x"), output, (), base_path="", as_of=AS_OF, program=b"vi")
    assert {path.name for path in output.iterdir()} == {"index.html", MANIFEST, MARKER, MEMORY}


def test_a_build_knows_what_the_checks_saw_in_a_page_that_it_takes_and_still_compares_it_with_the_others(output: Path) -> None:
    def two(first: str) -> Callable[[Press], None]:
        def render(press: Press) -> None:
            press.write("index.html", first.encode())
            press.write("x/index.html", b'<p id="a"><a href="/#b">b</a>')

        return render

    def built(first: str) -> list[str]:
        return [problem.code for problem in build_site(two(first), output, (), base_path="", as_of=AS_OF, program=b"vi").problems]

    assert built('<p id="b">') == []
    assert built('<p id="b">annat') == []
    assert built('<p id="c">') == ["B02"]
    assert built('<p id="b"><a href="/x/#a">a</a>') == []
    assert built('<p id="b"><a href="/x/#c">a</a>') == ["B02"]

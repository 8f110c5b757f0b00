"""Whatever fails while a site is built, and whenever somebody pulls the plug: there is one whole site, and the next build succeeds and leaves no litter."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import LONG, ROOT
from failing_disk import DISK, failing

from generator.build.press import Press
from generator.build.scan import scan
from generator.build.site_build import build_site, check_site
from generator.desk.verification import verify_folder

KILLS = 1000 if LONG else 300
AS_OF, PROGRAM = "2026-11-21", b"detta program"
# What removing a tree names by the last part alone.
OURS = ("index.html", "sida", "manifest", ".coachkollen")
# A site whose first and last pages say which it is.
SITES = ("gammalt", "nytt")


def site(text: str) -> Callable[[Press], None]:
    """Renders a site of a few pages: one that differs from site to site, and some that are the same in all."""

    def render(press: Press) -> None:
        for name, words in {"index.html": text, **{f"sida{n}/index.html": f"sida {n}" for n in range(3)}, "sista/index.html": text}.items():
            recipe = words.encode()
            if not press.has(name, recipe):
                press.write(name, f"<p>{words}</p><p>{'fyllning ' * 200}</p>".encode(), recipe)

    return render


def build(text: str, output: Path, workers: int = 1) -> None:
    built = build_site(site(text), output, (), base_path="", as_of=AS_OF, program=PROGRAM, workers=workers)
    assert built.problems == ()


def shown(output: Path) -> str:
    """Which site is there, whole: by its manifest, and the same on its first page as on its last."""
    _, problems = verify_folder(output)
    assert problems == []
    (text,) = {text for text in SITES for page in ("index.html", "sista/index.html") if f"<p>{text}</p>" in (output / page).read_text(encoding="utf-8")}
    return text


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=["disk full", "broken disk", "not allowed"])
@pytest.mark.parametrize("first", [True, False], ids=["the first build", "a later build"])
def test_when_any_one_call_fails_there_is_one_whole_site_and_the_next_build_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, first: bool
) -> None:
    made = tmp_path / "made"
    made.mkdir()
    if not first:
        build("gammalt", made / "ut")
    refused = 0
    for number in range(1, 2000):
        folder = tmp_path / "tried"
        shutil.copytree(made, folder)
        output = folder / "ut"
        with failing(number, code, folder, OURS, monkeypatch):
            try:
                build("nytt", output)
                done = DISK.left > 0
            except OSError:
                done = False
        assert (output.exists() and shown(output) in SITES) or (first and not output.exists()), number
        refused += not done
        build("nytt", output)
        assert (shown(output), beside(output)) == ("nytt", ["ut"]), number
        shutil.rmtree(folder)
        if done:
            break
    assert done, "in the end nothing was refused"
    assert refused > 30


def test_when_the_process_is_killed_at_any_moment_there_is_one_whole_site_and_the_next_build_clears_up(tmp_path: Path) -> None:
    output = tmp_path / "ut"
    chance = random.Random(20261121)
    build("gammalt", output)
    started = time.monotonic()
    build("nytt", output)
    longest = (time.monotonic() - started) * 1.5
    killed = 0
    for number in range(KILLS):
        child = os.fork()
        if not child:
            build(SITES[number % 2], output)
            os._exit(0)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        assert shown(output) in SITES, number
        assert len(beside(output)) <= 2, number
    assert killed > KILLS // 10
    build("nytt", output)
    assert (shown(output), beside(output)) == ("nytt", ["ut"])


def test_of_two_that_build_at_once_each_is_done_and_the_site_is_whole(tmp_path: Path) -> None:
    output = tmp_path / "ut"
    build("gammalt", output)
    for _ in range(20):
        children = []
        for text in SITES:
            child = os.fork()
            if not child:
                try:
                    build(text, output)
                except OSError:
                    os._exit(3)
                except BaseException:  # whatever else it is, the test must know
                    os._exit(4)
                os._exit(0)
            children.append(child)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert 0 in codes
        assert set(codes) <= {0, 3}, codes
        assert shown(output) in SITES
    build("nytt", output)
    assert (shown(output), beside(output)) == ("nytt", ["ut"])


@pytest.mark.parametrize("most", [0, 1, 100, 1500, 1800, 4096, 8192, 20000])
def test_a_file_of_which_only_a_part_could_be_written_is_never_shown(tmp_path: Path, most: int) -> None:
    """The system writes the first bytes of a file and then no more."""
    output = tmp_path / "ut"
    build("gammalt", output)
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            build("nytt", output)
        except OSError:
            os._exit(3)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code == (0 if most >= 20000 else 3) or most == 8192
    assert shown(output) == ("nytt" if code == 0 else "gammalt")
    assert beside(output) == ["ut"]


FULL_DISK = """
import sys
from pathlib import Path
sys.path[:0] = ["tests/build", "tests"]
from test_build_faults import beside, build, shown
folder = Path(sys.argv[1])
build("gammalt", folder / "ut")
ballast = folder / "ballast"
told = 0
for taken in range(4, 400, 4):
    try:
        ballast.write_bytes(b"x" * taken * 1024)
    except OSError:
        break
    try:
        build("nytt", folder / "ut")
    except OSError:
        told += 1
        assert shown(folder / "ut") == "gammalt", taken
        assert beside(folder / "ut") == ["ballast", "ut"], taken
    else:
        ballast.unlink()
        build("gammalt", folder / "ut")
ballast.unlink()
build("nytt", folder / "ut")
assert shown(folder / "ut") == "nytt"
print(told)
"""


def test_on_a_full_disk_the_old_site_stands_and_there_is_room_again_for_the_next_build(tmp_path: Path) -> None:
    """A small disk of its own in memory, filled a little more each time."""
    mounted = f'mount -t tmpfs -o size=256k none "{tmp_path}" && exec "{sys.executable}" -c "$PROGRAM" "{tmp_path}"'
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", mounted] if os.geteuid() else ["unshare", "--mount", "sh", "-c", mounted]
    result = subprocess.run(command, cwd=ROOT, env={**os.environ, "PROGRAM": FULL_DISK}, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 3, "the disk was full now and then"


def test_what_could_not_be_read_is_not_published_and_not_taken_for_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sida.html").write_text("<p>x</p>", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: (_ for _ in ()).throw(PermissionError("nej")))
        found = scan(tmp_path, ())
        assert (found.barred, found.unread, dict(found.clean)) == (("sida.html",), ("sida.html",), {})
        with pytest.raises(OSError, match=r"sida\.html"):
            check_site(tmp_path, base_path="")
    assert scan(tmp_path, ()).barred == ()
    assert check_site(tmp_path, base_path="").problems == ()

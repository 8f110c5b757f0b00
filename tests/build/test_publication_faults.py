"""Whatever fails, and whenever somebody pulls the plug: what is read is one complete site, and the next run succeeds and leaves no litter."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import LONG
from site_made import built, current, is_whole, names

from generator.build.publication import publish, rollback
from generator.build.site_folder import SIGN
from generator.errors import CoachkollenError

KILLS = 1000 if LONG else 300
# What Python tells of before the system is asked, so that it can be refused. Reading is in it: a disk fails there too.
TOLD = frozenset({"open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.listdir", "os.scandir"})
OURS = ("index.html", "leverantor", "langt", "till", "tema", "manifest", "releases", "current", ".stage", ".lock", SIGN, "site")


@dataclass
class Disk:
    """Refuses one call, the one with the number `left` counted from now; 0 refuses none."""

    left: int = 0
    code: int = errno.EIO
    root: str = ""

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if self.left and event in TOLD and self._is_ours(args):
            self.fail()

    def fail(self) -> None:
        """Count one call, and refuse it if it is the one."""
        if self.left:
            self.left -= 1
            if not self.left:
                raise OSError(self.code, os.strerror(self.code))

    def _is_ours(self, args: tuple[object, ...]) -> bool:
        """True for a path under the folder of the test. What shutil removes it names by the last part alone."""
        path = os.fsdecode(args[0]) if isinstance(args[0], (str, bytes, os.PathLike)) else ""
        return path.startswith(self.root) or (not path.startswith("/") and path.startswith(OURS))


DISK = Disk()
sys.addaudithook(DISK)


@contextmanager
def failing(number: int, code: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse one call under a folder; fsync, of which Python does not tell, is counted too."""
    real = os.fsync

    def fsync(handle: int) -> None:
        DISK.fail()
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    DISK.left, DISK.code, DISK.root = number, code, str(root)
    try:
        yield
    finally:
        DISK.left = 0
        monkeypatch.undo()


def sites(folder: Path) -> tuple[Path, Path, Path]:
    """A published site with two releases, and two builds: one that is current and one that is not published yet. Long texts have smaller forms."""
    kept = {"langt/index.html": "Det här står kvar. " * 100}
    new = {"index.html": "två", "till/index.html": "Det här är nytt. " * 100}
    site, first, second = folder / "site", built(folder / "a", **kept), built(folder / "b", style="new", **kept, **new)
    publish(built(folder / "0", **kept, **{"index.html": "noll"}), site, keep=2)
    publish(first, site, keep=2)
    return site, first, second


def litter(site: Path) -> list[str]:
    return [path.name for path in (*site.iterdir(), *(site / "releases").iterdir()) if path.name.startswith(".stage")]


def text(site: Path) -> str:
    return (current(site) / "index.html").read_text(encoding="utf-8")


OPERATIONS: dict[str, tuple[Callable[[Path, Path], object], str, str]] = {
    "publish": (lambda second, site: publish(second, site, keep=2), "start", "två"),
    "rollback": (lambda _, site: rollback(site), "start", "noll"),
}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=["disk full", "broken disk", "not allowed"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_when_any_one_call_fails_one_complete_site_is_read_and_the_next_run_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    run, before, after = OPERATIONS[name]
    made = tmp_path / "made"
    sites(made)
    refused = 0
    for number in range(1, 2000):
        folder = tmp_path / "tried"
        shutil.copytree(made, folder, symlinks=True)
        site, second = folder / "site", folder / "b"
        with failing(number, code, folder, monkeypatch):
            try:
                run(second, site)
                done = DISK.left > 0
            except (OSError, CoachkollenError):
                done = False
        assert is_whole(site), number
        assert text(site) in (before, after), number
        if done:
            break
        refused += 1
        if text(site) != after:
            run(second, site)
        else:
            publish(second, site, keep=2, allow_fewer=True)
        assert is_whole(site), number
        assert text(site) in (after, "två"), number
        assert litter(site) == [], number
        shutil.rmtree(folder)
    assert done, "in the end nothing was refused"
    assert refused > 10
    assert text(site) == after


def test_when_the_process_is_killed_at_any_moment_one_complete_site_is_read_and_the_next_run_clears_up(tmp_path: Path) -> None:
    site, first, second = sites(tmp_path)
    chance = random.Random(20261121)
    builds = (first, second)
    started = time.monotonic()
    publish(second, site, keep=2)
    longest = (time.monotonic() - started) * 1.5
    publish(first, site, keep=2)
    killed = 0
    for number in range(KILLS):
        child = os.fork()
        if not child:
            publish(builds[number % 2], site, keep=2, allow_fewer=True)
            os._exit(0)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        assert is_whole(site), number
        assert text(site) in ("start", "två"), number
        assert len([name for name in names(site) if not name.startswith(".")]) <= 4, number
    assert killed > KILLS // 10
    publish(second, site, keep=2)
    assert (text(site), litter(site)) == ("två", [])


def test_of_two_that_publish_at_once_each_is_done_or_told_to_wait_and_the_site_is_complete(tmp_path: Path) -> None:
    site, first, second = sites(tmp_path)
    done = 0
    for _ in range(20):
        children = []
        for output in (first, second):
            child = os.fork()
            if not child:
                try:
                    publish(output, site, keep=2, allow_fewer=True)
                except CoachkollenError:
                    os._exit(3)
                except BaseException:  # whatever else it is, the test must know
                    os._exit(1)
                os._exit(0)
            children.append(child)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert set(codes) <= {0, 3}
        assert 0 in codes
        done += codes.count(0)
        assert is_whole(site)
        assert litter(site) == []
    assert done >= 20

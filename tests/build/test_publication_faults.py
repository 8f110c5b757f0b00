"""Whatever fails, and whenever somebody pulls the plug: what is read is one complete site, and the next run succeeds and leaves no litter."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import LONG
from failing_disk import DISK, failing
from site_made import built, current, is_whole, names

from generator.build.publication import publish, rollback
from generator.build.site_folder import SIGN
from generator.errors import CoachkollenError

KILLS = 1000 if LONG else 300
OURS = ("index.html", "leverantor", "langt", "till", "tema", "manifest", "releases", "current", ".stage", ".lock", SIGN, "site")


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
        with failing(number, code, folder, OURS, monkeypatch):
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

"""Whatever fails while a release is stored, and whenever somebody pulls the plug: each release is there whole or not at all, and the next run finishes it."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import AS_OF, LONG, ON_THE_DAY, ROOT
from failing_disk import DISK, failing
from made_releases import frozen_pages

from generator.cli import main
from generator.desk.atomic_file import STAGE_PREFIX, held
from generator.desk.new_release import new_release
from generator.desk.release import plan_release
from generator.desk.release_storing import finish_stored, store_release
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.registry.releases import next_id
from generator.site.frozen import Freezer

KILLS = 1000 if LONG else 300
DAY = date.fromisoformat(AS_OF)
NEWCOMER = "name: Tredje Exempel AB\nsummary: Ett påhittat företag.\nsources:\n  - source: exempelbladet-2024\n    locator: s. 1\nchecked_on: 2026-10-01\n"
FIRST, SECOND = f"releases/{AS_OF}/", f"releases/{AS_OF}-2/"
LEDGERS = ("providers/published-ids.txt", "providers/released.txt")
# What removing a tree names by the last part alone.
OURS = (STAGE_PREFIX, "release.json", "index.html", "leverantor", "arende", "andra-exempel", "enskild-exempel", "exempel-ab")


def read(project: Path) -> Registry:
    registry = load(project / "providers", project / "content", DAY).registry
    assert registry is not None
    return registry


class Releases:
    """Makes releases of a project, the first of few pages and the later ones of some more: enough to leave half of one behind."""

    def __init__(self) -> None:
        self._made: dict[str, Freezer] = {}

    def freezer(self, registry: Registry) -> Freezer:
        name = next_id(registry.releases, DAY)
        if name not in self._made:
            freezer = frozen_pages(registry, name)
            about_records = [page for page in freezer.pages if page.made_from and "tredje" not in page.path]
            freezer.pages[:] = about_records[: 2 if name == AS_OF else 5]
            self._made[name] = freezer
        return self._made[name]

    def make(self, project: Path, armed: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        """What the command does, its writing while something is armed."""
        finish_stored(project / "providers")
        registry = read(project)
        planned, new = plan_release(registry), new_release(registry, self.freezer(registry), "", {})
        with armed():
            store_release(planned, new, project / "providers")


@pytest.fixture
def releases() -> Releases:
    return Releases()


@pytest.fixture
def project(tmp_path: Path, releases: Releases) -> Path:
    """The records that all cases build on, released once, and then one more."""
    folder = tmp_path / "made"
    shutil.copytree(ROOT / "tests/cases/base", folder)
    (folder / "providers/published-ids.txt").unlink()
    releases.make(folder)
    (folder / "providers/profiles/tredje-exempel.yaml").write_text(NEWCOMER, encoding="utf-8")
    return folder


def stored(project: Path) -> dict[str, bytes]:
    """What a release writes, by its path, also where it was stopped."""
    written = [*(project / "releases").rglob("*"), *(project / "providers").iterdir()]
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in written if path.is_file()}


def looked_at(project: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """What was there stands, the new release is there whole or not at all, and no unit is released before the id of its record is."""
    there = {name: content for name, content in stored(project).items() if STAGE_PREFIX not in name}
    assert {name: there[name] for name in before if name not in LEDGERS} == {name: before[name] for name in before if name not in LEDGERS}
    second = {name: content for name, content in there.items() if name.startswith(SECOND)}
    assert second in ({}, {name: content for name, content in after.items() if name.startswith(SECOND)})
    ids, ledger = (there[name] for name in LEDGERS)
    assert ids in (before[LEDGERS[0]], after[LEDGERS[0]])
    assert ledger in (before[LEDGERS[1]], after[LEDGERS[1]])
    assert ids == after[LEDGERS[0]] or ledger == before[LEDGERS[1]]
    assert second or ids == before[LEDGERS[0]]
    assert there.keys() <= after.keys()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=["disk full", "broken disk", "not allowed"])
def test_when_any_one_call_fails_a_release_is_there_whole_or_not_and_the_next_run_finishes_it(
    project: Path, releases: Releases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    before, done = stored(project), tmp_path / "done"
    shutil.copytree(project, done)
    releases.make(done)
    after = stored(done)
    assert len([name for name in after if name.startswith(SECOND)]) > 3
    folder, refused, calls_left = tmp_path / "tried", 0, 0

    @contextmanager
    def armed() -> Iterator[None]:
        nonlocal calls_left
        with failing(refused + 1, code, folder, OURS, monkeypatch):
            yield
            calls_left = DISK.left

    while not calls_left:
        shutil.copytree(project, folder)
        with suppress(OSError):
            releases.make(folder, armed)
        looked_at(folder, before, after)
        refused += not calls_left
        releases.make(folder)
        assert stored(folder) == after, refused
        shutil.rmtree(folder)
    assert refused > 20


def test_when_the_process_is_killed_at_any_moment_a_release_is_there_whole_or_not_and_the_next_run_finishes_it(
    project: Path, releases: Releases, tmp_path: Path
) -> None:
    before, folder = stored(project), tmp_path / "tried"
    shutil.copytree(project, folder)
    registry = read(folder)
    planned, new = plan_release(registry), new_release(registry, releases.freezer(registry), "", {})
    started = time.monotonic()
    store_release(planned, new, folder / "providers")
    longest = (time.monotonic() - started) * 1.5
    after = stored(folder)
    chance, killed, halves = random.Random(20261121), 0, 0
    for number in range(KILLS):
        shutil.rmtree(folder)
        shutil.copytree(project, folder)
        child = os.fork()
        if not child:
            store_release(planned, new, folder / "providers")
            os._exit(0)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        looked_at(folder, before, after)
        halves += any(STAGE_PREFIX in name for name in stored(folder))
        releases.make(folder)
        assert stored(folder) == after, number
    assert killed > KILLS // 10
    assert halves > 0


def test_while_one_release_is_made_another_is_told_to_wait(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stored(project)
    monkeypatch.chdir(project)
    with held(Path("providers")):
        result = CliRunner().invoke(main, ["release"], env=ON_THE_DAY)
    assert result.exit_code == 2
    assert "En annan release av providers görs just nu. Vänta tills den är klar och kör igen." in result.stderr
    assert stored(project) == before

"""A site made by several processes that share nothing, as a maintainer has them make it: the same bytes as from one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from conftest import AS_OF, DEMO, ON_THE_DAY, ROOT, coachkollen

import generator.desk.cluster as cluster_builds
from generator.build.publish import MARKER, MEMORY, SHARD
from generator.desk.cluster import ClusterFailed, make_order, make_shards
from generator.progress import silent

# Seconds: longer than it takes on a machine that has much else to do.
PATIENCE = 300


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != MEMORY}


def test_shards_of_the_demo_made_under_different_conditions_are_merged_to_the_very_same_site(demo_site: Path, tmp_path: Path) -> None:
    conditions = ({"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, {"TZ": "America/Lima", "PYTHONHASHSEED": "2"})
    folders = [tmp_path / "del1", tmp_path / "del2"]
    for number, (folder, condition) in enumerate(zip(folders, conditions, strict=True), 1):
        made = coachkollen(
            "build", *DEMO, "--as-of", AS_OF, "--shard", f"{number}/2", "--workers", str(number), "--output", str(folder), **ON_THE_DAY, **condition
        )
        assert made.returncode == 0, made.stderr
        assert made.stdout.startswith(f"Del {number}/2 ligger i {folder}/: ")
    parts = [files(folder) for folder in folders]
    assert parts[0].keys() & parts[1].keys() == {MARKER, SHARD}
    merged = coachkollen("merge", *map(str, reversed(folders)), *DEMO, "--as-of", AS_OF, "--output", str(tmp_path / "ihop"), **ON_THE_DAY)
    assert merged.returncode == 0, merged.stderr
    ready = sum(len(part) - 2 for part in parts)
    assert merged.stdout.splitlines()[-1].replace("\N{NO-BREAK SPACE}", " ") == f"{ready:,} filer kom färdiga ur delarna.".replace(",", " ")
    assert files(tmp_path / "ihop") == files(demo_site)
    refused = coachkollen("merge", *map(str, folders), *DEMO, "--as-of", "2026-11-20", "--output", str(tmp_path / "annan"), **ON_THE_DAY)
    assert (refused.returncode, "är inte gjord av samma poster" in refused.stderr, (tmp_path / "annan").exists()) == (1, True, False)


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-m", "dask", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A Dask cluster on loopback: its address and its workers."""
    told = folder / "scheduler.json"
    with ExitStack() as stack:
        stack.enter_context(running("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show", "--scheduler-file", str(told)))
        wait_for(told.is_file)
        options = ("--scheduler-file", str(told), "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
        made = [stack.enter_context(running("worker", *options)) for _ in range(workers)]
        from distributed import Client

        with Client(scheduler_file=str(told), set_as_default=False) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(workers, timeout=PATIENCE)
            yield client.scheduler.address, made


def wait_for(true: object) -> None:
    end = time.monotonic() + PATIENCE
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def busy(process: subprocess.Popen[bytes]) -> bool:
    """True while a worker has a process of its own: the program."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return bool(children.read_text().split()) or any(path.read_text().split() for path in Path(f"/proc/{process.pid}/task").glob("*/children"))


def test_a_cluster_makes_the_very_same_site_also_when_a_worker_dies_over_its_shard(demo_site: Path, tmp_path: Path) -> None:
    with cluster(tmp_path, 2) as (address, workers):
        command = [sys.executable, "-m", "generator.cli", "build", "--cluster", address, *DEMO, "--as-of", AS_OF, "--output", str(tmp_path / "ihop")]
        build = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **ON_THE_DAY})
        wait_for(lambda: busy(workers[0]) or build.poll() is not None)
        os.kill(workers[0].pid, signal.SIGKILL)
        out, err = build.communicate(timeout=PATIENCE)
    assert build.returncode == 0, err
    assert "filer kom färdiga ur delarna." in out
    assert files(tmp_path / "ihop") == files(demo_site)


def test_a_cluster_that_is_not_there_is_told_of_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_builds, "_PATIENCE", 0.5)
    with pytest.raises(ClusterFailed, match=r"Klustret tcp://127\.0\.0\.1:1 svarar inte\. Kontrollera adressen"):
        make_shards("tcp://127.0.0.1:1", make_order({}, [], None, 0), tmp_path, silent)


def test_a_share_and_a_cluster_together_are_refused() -> None:
    result = coachkollen("build", "--cluster", "x", "--shard", "1/2")
    assert (result.returncode, result.stderr) == (2, "Använd antingen --shard eller --cluster: klustret gör delarna själv.\n")


def test_what_is_no_share_is_told_of_with_an_example() -> None:
    result = coachkollen("build", "--shard", "5/4")
    assert result.returncode == 2
    assert "”5/4” är ingen del. Skriv till exempel 2/4" in result.stderr

"""A build in a Dask cluster: every worker makes one shard of the site from a copy of its sources, and sends it back.

The workers need nothing but this program, of the same version and with the same libraries. What a shard was made from and by is checked when the shards
are merged. Dask gives the share of a worker that dies to another.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.build.shards import MOST_SHARDS
from generator.errors import BadUsage, CoachkollenError
from generator.progress import Report

# Seconds to wait for the scheduler.
_PATIENCE = 10
# What the program is told of where things lie, and where they then lie on a worker.
_OURS = "COACHKOLLEN_"
_WORK, _LISTS, _SHARD = "arbete", "listor", "del"
_LOUDEST = 4000


class ClusterFailed(CoachkollenError):
    """The cluster could not make the shards. The message says why."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker has to know. sources: a tar archive, compressed. arguments: of `build`, for the archive's folders. environment: our own variables."""

    sources: bytes
    arguments: Sequence[str]
    environment: Mapping[str, str]


def make_order(folders: Mapping[str, Path], arguments: Sequence[str], denied: Path | None, epoch: int) -> Order:
    """Pack what a site is made from. folders: files and folders by the name that they get. denied: the deny list. epoch: a moment of today, in seconds."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz", preset=1) as archive:
        for name, path in folders.items():
            if path.exists():
                archive.add(path.resolve(), f"{_WORK}/{name}")
        if denied:
            archive.add(denied.resolve(), f"{_LISTS}/denied.txt")
    listed = ["--deny-list", f"../{_LISTS}/denied.txt"] if denied else []
    ours = {name: value for name, value in os.environ.items() if name.startswith(_OURS) and name != "COACHKOLLEN_DENYLIST"}
    return Order(packed.getvalue(), [*arguments, *listed], {**ours, "SOURCE_DATE_EPOCH": str(epoch)})


def make_shards(address: str, order: Order, folder: Path, report: Report) -> list[Path]:
    """Have every worker of the cluster at an address make one shard, and put them in a folder. Raises BadUsage without Dask, and ClusterFailed."""
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - most do without
    except ImportError:
        raise BadUsage('Dask är inte installerat. Kör: .venv/bin/python -m pip install "distributed>=2026.1"') from None
    report("Söker klustret", 0, 0)
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise ClusterFailed(f"Klustret {address} svarar inte. Kontrollera adressen, och att dask scheduler är i gång.") from None
    with client:
        count = min(MOST_SHARDS, len(client.scheduler_info(n_workers=-1)["workers"]))
        if not count:
            raise ClusterFailed(f"Klustret {address} har inga arbetare. Starta dem med dask worker {address}.")
        futures = {client.submit(make_one, order, f"{number}/{count}", pure=False): number for number in range(1, count + 1)}
        made = []
        for done, future in enumerate(as_completed(futures, loop=client.loop), 1):  # type: ignore[no-untyped-call]
            target = folder / str(futures[future])
            _unpack(_result(future, f"{futures[future]}/{count}"), target)
            made.append(target)
            report("Tar emot delar", done, count)
            future.release()
        return sorted(made, key=lambda path: int(path.name))


def make_one(order: Order, share: str) -> bytes:
    """On a worker: make one shard, and give it as a tar archive. Raises CoachkollenError with what the program said when it could not."""
    with TemporaryDirectory(prefix="coachkollen-") as folder:
        _unpack(order.sources, Path(folder))
        work = Path(folder, _WORK)
        outside = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        command = [sys.executable, "-m", "generator.cli", "build", *order.arguments, "--shard", share, "--output", _SHARD]
        ended = subprocess.run(command, cwd=work, env={**outside, **order.environment}, capture_output=True, text=True, check=False)
        if ended.returncode:
            raise CoachkollenError(ended.stderr.strip()[-_LOUDEST:] or f"build slutade med {ended.returncode}")
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=1) as archive:
            archive.add(work / _SHARD, ".")
        return packed.getvalue()


def _result(future: Any, share: str) -> bytes:
    """What a worker sent. Raises ClusterFailed with what it raised."""
    try:
        return bytes(future.result())
    except Exception as error:  # whatever the worker or Dask raises; a user still gets a sentence
        raise ClusterFailed(f"Del {share} gick inte att göra i klustret: {error}") from None


def _unpack(packed: bytes, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")

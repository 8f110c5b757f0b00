"""How long a command takes, what it costs the processor, and how much memory it and all that it starts use at most."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_BETWEEN_LOOKS_SECONDS = 0.05
_PARENT = re.compile(r"\) \S (\d+) ")
_SHARED_OUT = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """One run. wall and cpu in seconds, peak in megabytes: what all its processes share counted once. stages: seconds until the next, by its words."""

    wall: float
    cpu: float
    peak: float
    stages: Mapping[str, float]


def run(command: Sequence[str], folder: Path, env: Mapping[str, str]) -> Run:
    """Run a command to its end. Raises RuntimeError when it fails. A line that ends in an ellipsis on stderr begins a stage."""
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    peak = [0.0]
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
    watcher.start()
    told, stages, stage, since = [], {}, "Start", started
    assert process.stderr is not None
    for line in process.stderr:
        told.append(line)
        if line.endswith(" …\n"):
            now = time.monotonic()
            stages[stage] = stages.get(stage, 0.0) + now - since
            stage, since = line.removesuffix(" …\n"), now
    _, status, used = os.wait4(process.pid, 0)
    ended = time.monotonic()
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: {''.join(told[-20:])}")
    stages[stage] = stages.get(stage, 0.0) + ended - since
    return Run(ended - started, used.ru_utime + used.ru_stime, peak[0] / 1024, stages)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    names = dict.fromkeys(name for one in runs for name in one.stages)
    stages = {name: median(one.stages.get(name, 0.0) for one in runs) for name in names}
    return Run(median(one.wall for one in runs), median(one.cpu for one in runs), max(one.peak for one in runs), stages)


def _watch(root: int, peak: list[float], done: threading.Event) -> None:
    while not done.wait(_BETWEEN_LOOKS_SECONDS):
        peak[0] = max(peak[0], sum(map(_kilobytes, _family(root))))


def _family(root: int) -> set[int]:
    """A process and all that it has started, and those have."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int(match[1]) if (match := _PARENT.search((folder / "stat").read_text())) else 0
            except OSError:
                continue
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _kilobytes(process: int) -> int:
    try:
        found = _SHARED_OUT.search(Path(f"/proc/{process}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0

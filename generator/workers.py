"""Work that is shared out among processes, with the same outcome for one as for many.

A process that is forked has everything in memory that ours has, so nothing is sent to it and only its outcome comes back. Forking while
another thread runs can leave a lock taken for ever, so then, and where there is no fork, all is done here.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.errors import CoachkollenError
from generator.progress import Report

_Item = TypeVar("_Item")
_Outcome = TypeVar("_Outcome")
# Less than this is done before a process has begun.
_FEWEST = 32


class WorkerLost(CoachkollenError):
    """A process ended before it was done, most often because the machine ran out of memory."""


def cores() -> int:
    """How many processes may run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(work: Callable[[Sequence[_Item]], _Outcome], items: Sequence[_Item], workers: int) -> list[_Outcome]:
    """The outcome of `work` for each share of the items, which are dealt out like cards. This process does the first share.

    What a worker raises is raised here, that of the first share first. Raises WorkerLost.
    """
    count = min(workers, max(1, len(items) // _FEWEST))
    if count < 2 or threading.active_count() > 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(items)]
    context = multiprocessing.get_context("fork")
    started = []
    for number in range(1, count):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_answer, args=(work, items[number::count], theirs), daemon=True)
        process.start()
        theirs.close()
        started.append((process, ours))
    try:
        own = work(items[::count])
        others: list[_Outcome] = [_outcome(ours) for _, ours in started]
    except BaseException:
        for process, _ in started:
            process.kill()
        raise
    finally:
        for process, ours in started:
            ours.close()
            process.join()
    return [own, *others]


def only_here(report: Report) -> Report:
    """The same report, which says nothing in a worker: one process tells how far it has come, and the others are as far."""
    here = os.getpid()

    def told(what: str, done: int, total: int) -> None:
        if os.getpid() == here:
            report(what, done, total)

    return told


def _answer(work: Callable[[Sequence[_Item]], _Outcome], items: Sequence[_Item], theirs: Connection) -> None:
    """In the worker: send what came of it, or what it raised."""
    try:
        told: tuple[_Outcome | None, BaseException | None] = work(items), None
    except BaseException as error:
        told = None, error
    try:
        theirs.send(told)
    except (TypeError, AttributeError, ValueError):
        # What cannot be sent as it is.
        theirs.send((None, CoachkollenError(str(told[1]))))


def _outcome(ours: Connection) -> Any:
    """What a worker has sent: what came of its share. Raises what it raised."""
    try:
        outcome, error = ours.recv()
    except EOFError:
        raise WorkerLost("En process slutade innan den var klar. Räckte minnet? Kör om med --workers 1.") from None
    if error is not None:
        raise error
    return outcome

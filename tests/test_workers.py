"""Work that is shared out among processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

import pytest

from generator.errors import CoachkollenError
from generator.problems import Problem
from generator.workers import WorkerLost, cores, only_here, shared_out

ITEMS = range(1000)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build: the tests themselves may run beside a thread of their own runner."""
    runners = threading.active_count() - 1
    real = threading.active_count
    monkeypatch.setattr(threading, "active_count", lambda: real() - runners)


def summed(share: Sequence[int]) -> tuple[int, int]:
    return os.getpid(), sum(share)


@pytest.mark.parametrize("workers", [1, 2, 3, 7])
def test_every_item_is_worked_on_once_and_each_share_in_a_process_of_its_own(workers: int) -> None:
    found = shared_out(summed, ITEMS, workers)
    assert len({process for process, _ in found}) == len(found) == workers
    assert found[0][0] == os.getpid()
    assert sum(total for _, total in found) == sum(ITEMS)


def test_a_few_items_are_not_worth_a_process() -> None:
    assert shared_out(summed, range(40), 8) == [(os.getpid(), sum(range(40)))]
    assert shared_out(summed, (), 8) == [(os.getpid(), 0)]


def test_beside_another_thread_nothing_is_forked() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert shared_out(summed, ITEMS, 4) == [(os.getpid(), sum(ITEMS))]
    finally:
        done.set()
        other.join()


@pytest.mark.parametrize("where", [0, 1])
def test_what_a_worker_raises_is_raised_here(where: int) -> None:
    def work(share: Sequence[int]) -> None:
        if share[0] == where:
            raise CoachkollenError("posten gick inte att visa")

    with pytest.raises(CoachkollenError, match="posten gick inte att visa"):
        shared_out(work, ITEMS, 2)


def test_also_what_cannot_be_sent_as_it_is() -> None:
    class Local(Exception):
        pass

    def work(share: Sequence[int]) -> None:
        if share[0]:
            raise Local("något lokalt")

    with pytest.raises(CoachkollenError, match="något lokalt"):
        shared_out(work, ITEMS, 2)


def test_a_worker_that_is_killed_is_told_with_what_to_do() -> None:
    def work(share: Sequence[int]) -> None:
        if share[0]:
            os._exit(9)

    with pytest.raises(WorkerLost, match="--workers 1"):
        shared_out(work, ITEMS, 2)


def test_problems_come_back_as_they_are() -> None:
    def work(share: Sequence[int]) -> list[Problem]:
        return [Problem("B01", f"{number}.html", 1, 2, {"href": "/x/"}) for number in share]

    found = [problem for share in shared_out(work, ITEMS, 2) for problem in share]
    assert sorted(found, key=lambda p: int(p.file.partition(".")[0])) == work(ITEMS)


def test_only_one_process_tells_how_far_it_has_come() -> None:
    def work(share: Sequence[int]) -> list[int]:
        told: list[int] = []
        report = only_here(lambda _, done, __: told.append(done)) if share[0] == 0 else here
        for number in share:
            report("Arbetar", number, 0)
        return told

    here = only_here(lambda *_: pytest.fail("in a worker"))
    first, second = shared_out(work, ITEMS, 2)
    assert (len(first), second) == (500, [])
    assert cores() >= 1

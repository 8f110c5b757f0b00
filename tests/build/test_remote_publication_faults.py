"""Whatever request to the store fails, and whoever else publishes meanwhile: what the pointer names is one complete site, and the next run succeeds."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import LONG
from s3_made import Bucket, Kept, in_environment, is_complete, names, place, pointer, served, text
from site_made import built

from generator.build.object_store import ObjectStore, StoreFailed
from generator.build.remote_publication import publish, rollback
from generator.build.site_folder import SiteBusy
from generator.errors import CoachkollenError

ROUNDS = 200 if LONG else 10


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    with served() as made, in_environment(made, monkeypatch):
        yield made


@pytest.fixture
def builds(tmp_path: Path) -> dict[str, Path]:
    """Built sites, by what stands on their first page."""
    pages = {"noll": "old", "start": "old", "två": "new", "tre": "new", "ny": "old"}
    return {text: built(tmp_path / text, style=style, providers=1, **{"index.html": text}) for text, style in pages.items()}


def made_from(bucket: Bucket, builds: dict[str, Path], *texts: str) -> dict[str, Kept]:
    """What a bucket holds when these have been published, one after another."""
    bucket.objects.clear()
    for one in texts:
        publish(builds[one], place(), keep=2)
    return dict(bucket.objects)


def start(bucket: Bucket, objects: dict[str, Kept], fail_at: int = 0, how: str = "") -> None:
    bucket.objects, bucket.log, bucket.fail_at, bucket.how = dict(objects), [], fail_at, how


Run = Callable[[dict[str, Path], ObjectStore], object]


def publishing(text: str) -> Run:
    return lambda builds, store: publish(builds[text], store, keep=2)


def going_back(_: dict[str, Path], store: ObjectStore) -> object:
    return rollback(store)


OPERATIONS: dict[str, tuple[tuple[str, ...], Run, str, str]] = {
    "the first": ((), publishing("start"), "", "start"),
    "the next": (("noll", "start"), publishing("två"), "start", "två"),
    "back": (("noll", "start"), going_back, "start", "noll"),
}


@pytest.mark.parametrize("how", ["500", "cut", "lost"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_when_any_one_request_fails_one_complete_site_is_read_and_the_next_run_succeeds(bucket: Bucket, builds: dict[str, Path], name: str, how: str) -> None:
    before, run, was, after = OPERATIONS[name]
    begun = made_from(bucket, builds, *before)
    refused = 0
    for number in range(1, 100):
        start(bucket, begun, number, how)
        try:
            run(builds, place())
        except StoreFailed as error:
            refused += 1
            assert "\n" not in str(error)
        failed = bucket.failed
        assert text(bucket) in (was, after), number
        assert not pointer(bucket) or is_complete(bucket), number
        bucket.fail_at = 0
        if text(bucket) != after:
            run(builds, place())
        if name != "back":
            publish(builds[after], place(), keep=2)
            assert names(bucket) == sorted(pointer(bucket)["releases"]), "no litter"
        assert text(bucket) == after, number
        assert all(is_complete(bucket, release) for release in pointer(bucket)["releases"]), number
        if not failed:
            break
    assert not failed, "in the end every request was answered"
    assert refused > 5


def test_a_request_that_fails_once_is_sent_again(bucket: Bucket, builds: dict[str, Path]) -> None:
    begun = made_from(bucket, builds, "start")
    for how in ("500", "cut"):
        start(bucket, begun, 8, how)
        publish(builds["två"], place(retries=2), keep=2)
        assert bucket.failed
        assert text(bucket) == "två" and is_complete(bucket)


def test_the_answer_that_the_pointer_was_moved_may_be_lost(bucket: Bucket, builds: dict[str, Path]) -> None:
    begun = made_from(bucket, builds, "start")
    start(bucket, begun)
    publish(builds["två"], place(), keep=2)
    at = bucket.log.index(("PUT", "kollen/current")) + 1
    for retries in (0, 2):
        start(bucket, begun, at, "lost")
        assert publish(builds["två"], place(retries), keep=2).is_new
        assert bucket.failed and text(bucket) == "två"


def test_when_what_is_old_cannot_be_removed_the_site_is_published_and_the_next_run_removes_it(bucket: Bucket, builds: dict[str, Path]) -> None:
    begun = made_from(bucket, builds, "noll", "start")
    start(bucket, begun)
    publish(builds["två"], place(), keep=2)
    at = [method for method, _ in bucket.log].index("POST") + 1
    start(bucket, begun, at, "500")
    done = publish(builds["två"], place(), keep=2)
    assert (done.is_new, done.left, len(names(bucket))) == (True, True, 3)
    again = publish(builds["två"], place(), keep=2)
    assert (again.is_new, again.left, len(names(bucket)), len(again.removed)) == (False, False, 2, 1)


RIVALS: dict[str, tuple[Run, Run]] = {
    "two publish": (publishing("två"), publishing("tre")),
    "two publish the same": (publishing("två"), publishing("två")),
    "one goes back while the other publishes": (going_back, publishing("tre")),
    "one publishes while the other goes back": (publishing("två"), going_back),
    "one publishes again what the other removes": (publishing("noll"), publishing("tre")),
}


@pytest.mark.parametrize("name", RIVALS)
def test_whoever_comes_between_two_requests_wins_and_the_other_is_told(bucket: Bucket, builds: dict[str, Path], name: str) -> None:
    one, other = RIVALS[name]
    begun = made_from(bucket, builds, "noll", "start")
    told = 0
    for number in range(1, 100):
        start(bucket, begun)
        asked, between = 0, threading.Lock()

        def rival(*_: str, number: int = number, between: threading.Lock = between) -> None:
            nonlocal asked
            with bucket.lock:
                asked += not between.locked()
                is_now = asked == number and between.acquire(blocking=False)
            if is_now:
                other(builds, place())

        bucket.before = rival
        try:
            one(builds, place())
        except SiteBusy:
            told += 1
        bucket.before = lambda *_: None
        assert is_complete(bucket), number
        publish(builds["ny"], place(), keep=2)
        assert text(bucket) == "ny"
        assert names(bucket) == sorted(pointer(bucket)["releases"]), "no litter"
        if not between.locked():
            break
    assert not between.locked(), "in the end nobody came between"
    assert (told > 2) == (name != "two publish the same")


def test_of_two_that_publish_at_once_each_is_done_or_told_and_the_site_is_complete(bucket: Bucket, builds: dict[str, Path]) -> None:
    chance = random.Random(20261121)
    begun = made_from(bucket, builds, "noll", "start")
    start(bucket, begun)
    outcomes: list[str] = []

    def run(one: str) -> None:
        try:
            publish(builds[one], place(), keep=2)
            outcomes.append("done")
        except SiteBusy:
            outcomes.append("told")
        except CoachkollenError as error:
            outcomes.append(str(error))

    for _ in range(ROUNDS):
        bucket.before = lambda *_: threading.Event().wait(chance.uniform(0, 0.002))
        threads = [threading.Thread(target=run, args=(one,)) for one in chance.sample(["noll", "start", "två", "tre"], 3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert is_complete(bucket)
    assert set(outcomes) == {"done", "told"}
    bucket.before = lambda *_: None
    publish(builds["ny"], place(), keep=2)
    assert names(bucket) == sorted(pointer(bucket)["releases"])

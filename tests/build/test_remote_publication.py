"""Publishing to an object store: content first, its manifest next, the pointer last, and nothing is ever written over."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from s3_made import Bucket, Kept, held, in_environment, is_whole, names, place, pointer, served, text
from site_made import STYLE, asset, built

from generator.build import remote_publication
from generator.build.manifest import MANIFEST
from generator.build.object_store import ObjectStore, StoreFailed, parse_address
from generator.build.publication import NotPublished, Publication
from generator.build.remote_publication import publish, rollback
from generator.errors import UnsafeOutput

POINTER = "kollen/current"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    with served() as made, in_environment(made, monkeypatch):
        yield made


def key(name: str, path: str) -> str:
    return f"kollen/releases/{name}/{path}"


def test_a_built_site_becomes_the_one_that_the_pointer_names(bucket: Bucket, tmp_path: Path) -> None:
    output = built(tmp_path / "output")
    done = publish(output, place())
    sha256 = hashlib.sha256((output / MANIFEST).read_bytes()).hexdigest()
    assert done == Publication(done.name, is_new=True, was="", linked=0, copied=5)
    assert done.name.startswith("000001-")
    assert pointer(bucket) == {"release": done.name, "sha256": sha256, "releases": {done.name: sha256}}
    assert text(bucket) == "start"
    assert is_whole(bucket, tmp_path / "fetched")
    assert {path for path in bucket.objects if not path.startswith(key(done.name, ""))} == {POINTER}


def test_each_object_has_the_headers_that_the_site_is_served_with(bucket: Bucket, tmp_path: Path) -> None:
    name = publish(built(tmp_path / "output", **{"data/t.csv": "a", "v/allowed_signers": "b"}), place()).name
    found = {path: (kept.headers["content-type"], kept.headers["cache-control"]) for path, kept in held(bucket, name).items()}
    assert found["index.html"] == ("text/html; charset=utf-8", "no-cache")
    assert found["data/t.csv"] == ("text/csv; charset=utf-8", "no-cache")
    assert found["v/allowed_signers"] == ("text/plain; charset=utf-8", "no-cache")
    assert found[MANIFEST] == ("application/json", "no-cache")
    assert found[asset(STYLE["old"])] == ("text/css; charset=utf-8", "public, max-age=31536000, immutable")
    assert bucket.objects[POINTER].headers == {"content-type": "application/json", "cache-control": "no-cache"}


def test_content_comes_first_then_the_manifest_and_the_pointer_last(bucket: Bucket, tmp_path: Path) -> None:
    output = built(tmp_path / "output")
    (output / "manifest.json.sig").write_text("signerat")
    name = publish(output, place()).name
    wrote = bucket.sent("PUT")
    assert wrote[-1] == POINTER
    assert wrote.index(key(name, MANIFEST)) == len(held(bucket, name)) - 1
    assert set(wrote[wrote.index(key(name, MANIFEST)) : -1]) == {key(name, MANIFEST)}
    assert ("LIST", key(name, "")) in bucket.log[bucket.log.index(("PUT", key(name, MANIFEST))) : bucket.log.index(("PUT", POINTER))]
    assert held(bucket, name)["manifest.json.sig"].content == b"signerat"


def test_what_is_the_same_is_copied_by_the_store_and_not_sent_again(bucket: Bucket, tmp_path: Path) -> None:
    first = publish(built(tmp_path / "a"), place())
    bucket.log.clear()
    done = publish(built(tmp_path / "b", **{"index.html": "ny"}), place())
    assert (done.was, done.linked, done.copied) == (first.name, 4, 1)
    assert set(bucket.sent("PUT")) == {key(done.name, "index.html"), key(done.name, MANIFEST), POINTER}
    assert len(bucket.sent("COPY")) == 4
    assert held(bucket, done.name)["leverantor/p1/index.html"].headers == held(bucket, first.name)["leverantor/p1/index.html"].headers
    assert text(bucket) == "ny"
    assert held(bucket, first.name)["index.html"].content == b"start", "what was published is never written to"
    assert is_whole(bucket, tmp_path / "fetched") and is_whole(bucket, tmp_path / "fetched", first.name)


@pytest.mark.parametrize("lacks", ["copies", "md5"])
def test_a_store_that_cannot_copy_or_whose_etags_tell_nothing_is_sent_all(bucket: Bucket, tmp_path: Path, lacks: str) -> None:
    setattr(bucket, lacks, False)
    publish(built(tmp_path / "a"), place())
    done = publish(built(tmp_path / "b", **{"index.html": "ny"}), place())
    assert (done.linked, done.copied) == (0, 5)
    assert is_whole(bucket, tmp_path / "fetched")
    bucket.log.clear()
    assert not publish(tmp_path / "b", place()).is_new, "what is there is read instead"
    assert bucket.sent("PUT") == []
    assert rollback(place()).name == done.was


def test_what_is_damaged_in_the_last_release_is_not_copied(bucket: Bucket, tmp_path: Path) -> None:
    first = publish(built(tmp_path / "a"), place())
    bucket.objects[key(first.name, "leverantor/p0/index.html")] = Kept(b"provider X")
    done = publish(built(tmp_path / "b", **{"index.html": "ny"}), place())
    assert (done.linked, done.copied) == (3, 2)
    assert is_whole(bucket, tmp_path / "fetched")


def test_other_headers_make_another_release_in_which_nothing_is_a_copy(bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = built(tmp_path / "output")
    first = publish(output, place())
    monkeypatch.setattr(remote_publication, "said_of_files", lambda: "annat")
    monkeypatch.setattr(remote_publication, "cache_control", lambda path: f"max-age={len(path)}")
    done = publish(output, place())
    assert done.is_new and done.name != first.name
    assert (done.linked, done.copied) == (0, 5)
    assert held(bucket, done.name)["index.html"].headers["cache-control"] == "max-age=11"


def test_the_style_sheet_of_the_last_site_comes_along_once(bucket: Bucket, tmp_path: Path) -> None:
    publish(built(tmp_path / "a"), place())
    second = publish(built(tmp_path / "b", style="new"), place())
    brought = held(bucket, second.name)[asset(STYLE["old"])]
    assert (brought.content.decode(), brought.headers["content-type"]) == (STYLE["old"], "text/css; charset=utf-8")
    assert is_whole(bucket, tmp_path / "fetched"), "verify knows it by its name"
    third = publish(built(tmp_path / "c", style="new", **{"index.html": "till"}), place())
    assert asset(STYLE["old"]) not in held(bucket, third.name)


def test_the_same_site_again_writes_nothing(bucket: Bucket, tmp_path: Path) -> None:
    first = publish(built(tmp_path / "a"), place())
    before = dict(bucket.objects)
    bucket.log.clear()
    again = publish(built(tmp_path / "b"), place())
    assert (again.name, again.is_new, again.was) == (first.name, False, first.name)
    assert {method for method, _ in bucket.log} == {"GET", "LIST"}
    assert bucket.objects == before


def test_what_a_stopped_run_sent_is_not_sent_again(bucket: Bucket, tmp_path: Path) -> None:
    output = built(tmp_path / "output")
    name = publish(output, place()).name
    whole = dict(bucket.objects)
    for gone in (POINTER, key(name, MANIFEST), key(name, "index.html")):
        del bucket.objects[gone]
    bucket.log.clear()
    done = publish(output, place())
    assert (done.name, done.is_new, done.linked, done.copied) == (name, True, 4, 1)
    assert set(bucket.sent("PUT")) == {key(name, "index.html"), key(name, MANIFEST), POINTER}
    assert bucket.objects == whole


def test_what_a_stopped_run_left_is_cleared_away_when_another_site_has_been_published(bucket: Bucket, tmp_path: Path) -> None:
    left = publish(built(tmp_path / "a"), place()).name
    del bucket.objects[POINTER]
    done = publish(built(tmp_path / "b", **{"index.html": "ny"}), place())
    assert done.removed == (left,)
    assert names(bucket) == [done.name]


@pytest.mark.parametrize("pointed", [True, False])
@pytest.mark.parametrize("content", [b"fel", b"STARK"], ids=["of another size", "of the same size"])
def test_an_object_that_is_there_and_is_not_what_it_should_be_is_never_written_over(bucket: Bucket, tmp_path: Path, pointed: bool, content: bytes) -> None:
    output = built(tmp_path / "output")
    name = publish(output, place()).name
    if not pointed:
        del bucket.objects[POINTER]
    bucket.objects[key(name, "index.html")] = Kept(content)
    before = dict(bucket.objects)
    with pytest.raises(NotPublished, match=r"något annat än det som ska publiceras: index\.html"):
        publish(output, place())
    assert bucket.objects == before
    del bucket.objects[key(name, "index.html")]
    assert publish(output, place()).name == name
    assert text(bucket) == "start" and is_whole(bucket, tmp_path / "fetched")


@pytest.mark.parametrize("path", ["extra.html", "tema/coachkollen.0123456789.css"])
def test_what_does_not_belong_in_a_release_stops_it(bucket: Bucket, tmp_path: Path, path: str) -> None:
    output = built(tmp_path / "output")
    name = publish(output, place()).name
    del bucket.objects[POINTER]
    bucket.objects[key(name, path)] = Kept(b"hej")
    with pytest.raises(NotPublished, match=path):
        publish(output, place())
    assert POINTER not in bucket.objects


def test_far_fewer_records_stop_it_unless_that_is_meant(bucket: Bucket, tmp_path: Path) -> None:
    first = publish(built(tmp_path / "a", providers=10), place()).name
    with pytest.raises(NotPublished, match="7 i stället för 10"):
        publish(built(tmp_path / "b", providers=7), place())
    assert names(bucket) == [first]
    assert publish(tmp_path / "b", place(), allow_fewer=True).is_new


def test_a_build_that_is_not_what_its_manifest_says_is_not_published(bucket: Bucket, tmp_path: Path) -> None:
    output = built(tmp_path / "output")
    (output / "leverantor/p1/index.html").write_text("ändrat")
    with pytest.raises(NotPublished, match=r"leverantor/p1/index\.html"):
        publish(output, place())
    assert POINTER not in bucket.objects
    (output / "leverantor/p1/index.html").unlink()
    with pytest.raises(NotPublished, match=r"leverantor/p1/index\.html"):
        publish(output, place())


def test_a_build_that_is_made_anew_in_the_meantime_is_not_published(bucket: Bucket, tmp_path: Path) -> None:
    output = built(tmp_path / "output")

    def rebuild(method: str, path: str) -> None:
        if method == "PUT" and "releases" in path:
            (output / MANIFEST).write_text("{}")

    bucket.before = rebuild
    with pytest.raises(NotPublished, match="byggdes om"):
        publish(output, place())
    assert POINTER not in bucket.objects


def test_the_oldest_releases_go_and_never_the_current_or_the_one_before_it(bucket: Bucket, tmp_path: Path) -> None:
    bucket.objects["kollen/releases/annat/x"] = Kept(b"inte vart")
    made = [publish(built(tmp_path / str(n), **{"index.html": f"version {n}"}), place(), keep=2).name for n in range(3)]
    assert names(bucket) == [*made[1:], "annat"]
    assert list(pointer(bucket)["releases"]) == made[1:]
    rollback(place())
    done = publish(built(tmp_path / "ny", **{"index.html": "ännu en"}), place(), keep=2)
    assert done.removed == (made[2],)
    assert names(bucket) == [made[1], done.name, "annat"]
    assert bucket.objects["kollen/releases/annat/x"].content == b"inte vart"


def test_a_release_is_out_of_the_pointer_before_any_of_it_is_removed(bucket: Bucket, tmp_path: Path) -> None:
    for n in range(2):
        publish(built(tmp_path / str(n), **{"index.html": f"version {n}"}), place(), keep=2)
    bucket.log.clear()
    publish(built(tmp_path / "ny", **{"index.html": "ännu en"}), place(), keep=2)
    methods = [method for method, _ in bucket.log]
    assert methods.index("POST") > bucket.log.index(("PUT", POINTER))


def test_one_goes_back_and_forth_between_releases(bucket: Bucket, tmp_path: Path) -> None:
    first = publish(built(tmp_path / "a"), place()).name
    second = publish(built(tmp_path / "b", **{"index.html": "två"}), place()).name
    assert rollback(place()) == Publication(first, is_new=False, was=second)
    assert text(bucket) == "start" and is_whole(bucket, tmp_path / "fetched")
    assert rollback(place(), second).name == second
    assert text(bucket) == "två"
    rollback(place())
    bucket.log.clear()
    assert publish(tmp_path / "b", place()).name == second, "what was taken back can be published again"
    assert bucket.sent("PUT") == [POINTER]
    with pytest.raises(NotPublished, match="De som finns är"):
        rollback(place(), "000009-0123456789ab")


def test_there_is_nothing_to_go_back_to_before_the_second_site(bucket: Bucket, tmp_path: Path) -> None:
    with pytest.raises(UnsafeOutput, match="ingen plats som Coachkollen har publicerat till"):
        rollback(place())
    publish(built(tmp_path / "a"), place())
    with pytest.raises(NotPublished, match="ingen tidigare version"):
        rollback(place())
    assert bucket.sent("PUT")[-1] == POINTER


def test_nobody_goes_back_to_a_damaged_release(bucket: Bucket, tmp_path: Path) -> None:
    first = publish(built(tmp_path / "a"), place()).name
    publish(built(tmp_path / "b", **{"index.html": "två"}), place())
    whole = dict(bucket.objects)
    for path, content in {"index.html": b"STARK", "extra.html": b"hej", "leverantor/p0/index.html": None}.items():
        bucket.objects.clear()
        bucket.objects.update(whole)
        if content is None:
            del bucket.objects[key(first, path)]
        else:
            bucket.objects[key(first, path)] = Kept(content)
        with pytest.raises(NotPublished, match=f"skadad: {path}"):
            rollback(place())
        assert text(bucket) == "två"


@pytest.mark.parametrize(
    "content", [b"", b"hej", b"[]", b"{}", b'{"release": "x", "releases": {"x": "y"}, "sha256": "y"}', b'{"release": [], "releases": {}, "sha256": ""}']
)
def test_an_object_in_the_place_of_the_pointer_that_is_not_ours_is_left_alone(bucket: Bucket, tmp_path: Path, content: bytes) -> None:
    bucket.objects[POINTER] = Kept(content)
    with pytest.raises(NotPublished, match="ingen pekare från Coachkollen"):
        publish(built(tmp_path / "a"), place())
    assert list(bucket.objects) == [POINTER]
    assert bucket.objects[POINTER].content == content


@pytest.mark.parametrize("content", [None, b"{}"])
def test_without_the_manifest_of_what_is_read_nothing_is_published(bucket: Bucket, tmp_path: Path, content: bytes | None) -> None:
    name = publish(built(tmp_path / "a"), place()).name
    del bucket.objects[key(name, MANIFEST)]
    if content is not None:
        bucket.objects[key(name, MANIFEST)] = Kept(content)
    with pytest.raises(NotPublished, match="saknar sitt manifest"):
        publish(built(tmp_path / "b", **{"index.html": "två"}), place())


def test_a_store_that_writes_over_in_spite_of_conditions_is_refused(bucket: Bucket, tmp_path: Path) -> None:
    bucket.conditions = False
    with pytest.raises(NotPublished, match="skriver över trots villkor"):
        publish(built(tmp_path / "a"), place())
    assert POINTER not in bucket.objects


def test_a_store_that_does_not_say_which_version_the_pointer_is_of_is_refused(bucket: Bucket, tmp_path: Path) -> None:
    publish(built(tmp_path / "a"), place())
    bucket.etags = False
    with pytest.raises(StoreFailed, match="ETag"):
        publish(built(tmp_path / "b", **{"index.html": "två"}), place())
    assert text(bucket) == "start"


def test_many_files_are_on_their_way_at_once_but_not_all(bucket: Bucket, tmp_path: Path) -> None:
    under_way = most = 0

    def count(method: str, path: str) -> None:
        nonlocal under_way, most
        if method == "PUT" and path.endswith(".html"):
            with bucket.lock:
                under_way += 1
                most = max(most, under_way)
            time.sleep(0.005)
            with bucket.lock:
                under_way -= 1

    bucket.before = count
    seen: list[tuple[str, int, int]] = []
    publish(built(tmp_path / "a", providers=60), place(), report=lambda *told: seen.append(told))
    assert 4 < most <= 16
    assert [done for what, done, total in seen if what == "Skickar filerna" and total == 62] == list(range(1, 63))


def test_places_in_one_bucket_know_nothing_of_each_other_not_even_the_one_at_its_top(bucket: Bucket, tmp_path: Path) -> None:
    stores = [ObjectStore(parse_address(f"s3://hinken{folder}"), retries=0) for folder in ("", "/kollen", "/kollen/inre", "/kollen2")]
    for n in range(4):
        output = built(tmp_path / str(n), **{"index.html": f"version {n}"})
        done = [publish(output, store, keep=2).name for store in stores]
        assert len(set(done)) == 1
    for start in ("", "kollen/", "kollen/inre/", "kollen2/"):
        assert json.loads(bucket.objects[f"{start}current"].content)["release"] == done[0]
        assert len([key for key in bucket.objects if key.startswith(f"{start}releases/")]) == 2 * 6
    assert len(bucket.objects) == 4 * 13

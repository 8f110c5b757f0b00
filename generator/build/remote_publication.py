"""Publish a built site to an object store: content first, then its manifest, all of it held against that, and last the pointer that says what is read.

    PREFIX/releases/000012-1a2b3c4d5e6f/<every file>
    PREFIX/current      the pointer (`release_pointer.py`)

An object in a release is written once, where there was none, and never again. A store has no rename, so whoever serves the site reads the pointer. The number
says in which order the releases were published; the digits are of the manifest and of the headers that objects are stored with, so that a release with the same
name is the same in both. What a stopped run left is taken up again by the next of the same site, unless somebody else has published since.

There are no smaller forms: a store does not choose among forms by what a browser accepts, and what stands in front of it compresses by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest
from generator.build.object_store import ObjectStore, Stored, StoreFailed
from generator.build.publication import KEPT, NotPublished, Publication, asked_for, manifest_of, refuse_fewer
from generator.build.release_pointer import Pointer, Seen, busy, look, move
from generator.build.site_folder import RELEASES, name_after
from generator.errors import CoachkollenError, UnsafeOutput
from generator.progress import Report, silent
from generator.registry.releases import SIGNATURE
from generator.site.assets import FOLDER, is_named_after
from generator.site.manifest import Manifest, ManifestFile, describe
from generator.site.serving import cache_control, media_type, said_of_files

_AT_ONCE = 16
_Item = TypeVar("_Item")
_Outcome = TypeVar("_Outcome")


@dataclass(frozen=True, slots=True)
class _Release:
    """A release in the store: its name, its manifest and what lies there, by path."""

    name: str
    manifest: Manifest
    there: Mapping[str, Stored]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A file that is in its place. etag: the one that the object has if it holds the file. was_sent: by us, now."""

    file: ManifestFile
    etag: str
    was_sent: bool


def publish(output: Path, store: ObjectStore, *, keep: int = KEPT, allow_fewer: bool = False, report: Report = silent) -> Publication:
    """Make a built site the one that is read. keep: how many releases are left, at least two.

    Raises NotPublished, SiteBusy and StoreFailed; then the pointer says what it did, or what somebody else has made it say.
    """
    content = manifest_of(output)
    manifest, found = read_manifest(content), hashlib.sha256(content).hexdigest()
    seen = look(store)
    was, releases = seen.pointer.release, seen.pointer.releases
    before = _published(store, seen, was) if was else None
    if before and not allow_fewer:
        refuse_fewer(before, manifest)
    digits = _digits(found)
    same = [name for name in releases if name.endswith(digits)]
    name = same[-1] if same else name_after(releases, digits)
    last = _Release(was, before, store.listed(_folder(was))) if before and was != name else None
    target = _Release(name, manifest, store.listed(_folder(name)))
    # A copy keeps the headers of what it is a copy of, so those have to be of today.
    source = last if last and was.endswith(_digits(releases[was])) else None
    placed = _fill(store, output, target, source, report)
    if not same and last:
        _bring_along(store, target, last)
    if manifest_of(output) != content:
        raise NotPublished(f"{output} byggdes om medan den publicerades. Kör igen.")
    placed.append(_place(store, output, target, None, describe(MANIFEST, content)))
    if not same and _is_careless(store, f"{_folder(name)}/{MANIFEST}", content):
        careless = NotPublished(f"{store} skriver över trots villkor (If-None-Match, If-Match). Där kan två som publicerar förstöra för varandra.")
        raise _busy_or(store, seen, careless)
    report("Kontrollerar mot manifestet", 0, 0)
    if wrong := _wrong(store, name, {one.file.path: one.file for one in placed}, {one.file.path: one.etag for one in placed}):
        raise _busy_or(store, seen, _refused(store, name, wrong))
    pointer = Pointer(name, _kept({**releases, name: found}, keep, {name, was}))
    if pointer != seen.pointer:
        move(store, seen, pointer)
    sent = sum(one.was_sent for one in placed if one.file.path in manifest.files)
    done = Publication(name, is_new=not same, was=was, linked=len(manifest.files) - sent, copied=sent)
    try:
        return replace(done, removed=_clear(store, pointer))
    except StoreFailed:
        return replace(done, left=True)


def rollback(store: ObjectStore, to: str = "", report: Report = silent) -> Publication:
    """Make an earlier release the one that is read again: the one before the current, or the one that is named. Every object of it is read first.

    Raises as `publish` does, and UnsafeOutput where nothing has been published.
    """
    seen = published_in(store)
    was, releases = seen.pointer.release, seen.pointer.releases
    name = asked_for(to, tuple(releases), was, store)
    manifest = _published(store, seen, name)
    if wrong := _wrong(store, name, manifest.files, {}, report):
        raise _busy_or(store, seen, NotPublished(f"Versionen {name} är skadad: {', '.join(wrong[:3])}. Välj en annan med --to."))
    if name != was:
        move(store, seen, Pointer(name, releases))
    return Publication(name, is_new=False, was=was)


def published_in(store: ObjectStore) -> Seen:
    """What has been published to a store. Raises UnsafeOutput where nothing has."""
    seen = look(store)
    if not seen.pointer.release:
        raise UnsafeOutput(f"{store} är ingen plats som Coachkollen har publicerat till.")
    return seen


def _folder(name: str) -> str:
    return f"{RELEASES}/{name}"


def _digits(found: str) -> str:
    """What the name of a release ends with. found: the SHA-256 of its manifest. With other headers it is another release, since no object is written anew."""
    return hashlib.sha256(f"{found}\n{said_of_files()}".encode()).hexdigest()[:12]


def _published(store: ObjectStore, seen: Seen, name: str) -> Manifest:
    """The manifest of a release, exactly as it was published."""
    found = store.read(f"{_folder(name)}/{MANIFEST}")
    try:
        if found is None or hashlib.sha256(found.content).hexdigest() != seen.pointer.releases[name]:
            raise UnreadableManifest
        return read_manifest(found.content)
    except UnreadableManifest:
        lost = NotPublished(f"Versionen {name} i {store} saknar sitt manifest. Gå tillbaka till en annan med coachkollen rollback.")
        raise _busy_or(store, seen, lost) from None


def _fill(store: ObjectStore, output: Path, target: _Release, source: _Release | None, report: Report) -> list[_Placed]:
    """Have every file of the build in its place, and its signature where it has one. source: a release that has some of them already."""
    files = list(target.manifest.files.values())
    signature = output / (MANIFEST + SIGNATURE)
    if signature.is_file():
        files.append(describe(signature.name, signature.read_bytes()))
    return _each(lambda file: _place(store, output, target, source, file), files, "Skickar filerna", report)


def _place(store: ObjectStore, output: Path, target: _Release, source: _Release | None, file: ManifestFile) -> _Placed:
    """Have one file in its place: it is there, the store copies it from the last release, or it is sent.

    That an object is what it should be is known by its MD5 where the store has that as its etag, as most do, and else by reading it.
    """
    path = output / file.path
    content = path.read_bytes() if path.is_file() else b""
    if describe(file.path, content) != file:
        raise NotPublished(f"{output} stämmer inte med sitt manifest: {file.path}. Bygg om och publicera sedan.")
    etag = hashlib.md5(content, usedforsecurity=False).hexdigest()
    stored, name = Stored(file.size, etag), f"{_folder(target.name)}/{file.path}"
    if target.there.get(file.path) == stored:
        return _Placed(file, etag, was_sent=False)
    if file.path not in target.there:
        is_same = source and source.manifest.files.get(file.path) == file and source.there.get(file.path) == stored
        if source and is_same and store.copy(f"{_folder(source.name)}/{file.path}", name):
            return _Placed(file, etag, was_sent=False)
        sent = store.create(name, content, media_type(file.path), cache_control(f"/{file.path}"))
        if sent is not None:
            return _Placed(file, sent, was_sent=True)
    found = store.read(name)
    if found is None:
        raise busy(store)
    if found.content != content:
        raise _refused(store, target.name, [file.path])
    return _Placed(file, found.etag, was_sent=False)


def _bring_along(store: ObjectStore, target: _Release, last: _Release) -> None:
    """The style sheets and scripts that only the last release used, for who is reading one of its pages."""
    for name in last.manifest.files.keys() - target.manifest.files.keys() - target.there.keys():
        if name.startswith(f"{FOLDER}/") and (found := store.read(f"{_folder(last.name)}/{name}")) and is_named_after(name, found.content):
            store.create(f"{_folder(target.name)}/{name}", found.content, media_type(name), cache_control(f"/{name}"))


def _is_careless(store: ObjectStore, path: str, content: bytes) -> bool:
    """True when the store does not heed conditions, tried on an object that is as it should be, so that nothing is lost."""
    kind, cache = media_type(path), cache_control(f"/{MANIFEST}")
    return store.create(path, content, kind, cache) is not None or store.replace(path, content, kind, cache, "0") is not None


def _busy_or(store: ObjectStore, seen: Seen, error: NotPublished) -> CoachkollenError:
    """What is wrong with a release, unless somebody has published since: then it has only been cleared away, as of no use to anybody."""
    return busy(store) if look(store) != seen else error


def _wrong(store: ObjectStore, name: str, files: Mapping[str, ManifestFile], etags: Mapping[str, str], report: Report = silent) -> list[str]:
    """What in a release is not what it should be, is missing, or is not in its manifest. etags: of what need not be read when it still has that one."""
    there = store.listed(_folder(name))
    own = {MANIFEST, MANIFEST + SIGNATURE}
    wrong = {path for path, file in files.items() if path not in there or there[path].size != file.size}
    wrong |= {path for path in there.keys() - files.keys() - own if not path.startswith(f"{FOLDER}/")}
    unsure = [path for path, stored in there.items() if path not in wrong and (path in files or path not in own) and etags.get(path) != stored.etag]

    def is_right(path: str) -> bool:
        found = store.read(f"{_folder(name)}/{path}")
        if found is None:
            return False
        return describe(path, found.content) == files[path] if path in files else is_named_after(path, found.content)

    right = _each(is_right, unsure, "Läser det som ligger där", report)
    return sorted(wrong | {path for path, is_so in zip(unsure, right, strict=True) if not is_so})


def _refused(store: ObjectStore, name: str, wrong: list[str]) -> NotPublished:
    """What is told of objects that are not what they should be. Once they are gone, the next run puts the right ones there."""
    return NotPublished(
        f"I {store}/{_folder(name)} ligger något annat än det som ska publiceras: {', '.join(wrong[:3])}. Inget skrivs över."
        " Ta reda på varför, ta bort just det ur hinken och kör igen."
    )


def _kept(releases: Mapping[str, str], keep: int, needed: set[str]) -> Mapping[str, str]:
    """The releases that are left when the oldest have gone. needed: never goes."""
    spare = [name for name in sorted(releases) if name not in needed]
    gone = set(spare[: max(0, len(releases) - keep)])
    return {name: sha256 for name, sha256 in sorted(releases.items()) if name not in gone}


def _clear(store: ObjectStore, pointer: Pointer) -> tuple[str, ...]:
    """Remove every release that nobody can have any use for. Returns their names."""
    gone = tuple(name for name in store.folders(RELEASES) if pointer.is_litter(name))
    for name in gone:
        store.remove([f"{_folder(name)}/{path}" for path in store.listed(_folder(name))])
    return gone


def _each(work: Callable[[_Item], _Outcome], items: Iterable[_Item], what: str, report: Report) -> list[_Outcome]:
    """The outcome of each item, so many under way at once. After the first that fails no more are begun, and what it raised is raised."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        futures = [pool.submit(work, item) for item in items]
        try:
            for done, future in enumerate(as_completed(futures), 1):
                future.result()
                report(what, done, len(futures))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        return [future.result() for future in futures]

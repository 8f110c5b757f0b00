"""The pointer of a site in an object store: one small object that says which release is read, and which ones are whole.

    {"release": "000012-1a2b3c4d5e6f", "sha256": "…", "releases": {"000011-…": "…", "000012-1a2b3c4d5e6f": "…"}}

sha256 is that of the release's manifest. A store has no lock, so the pointer is also that: it is only ever written if it is what it was when the writer began.
Whoever publishes takes a number above all in it. So a release that is not in it and has no higher number is of no use to anybody: it was left by somebody who
stopped, or who will find the pointer moved, or it was taken out to be removed. (Should the pointer change and change back in the meantime, nothing was
removed: a release that has been taken out never comes back under its name.)
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from generator.build.manifest import is_sha256, read_json
from generator.build.object_store import ObjectStore, StoreFailed
from generator.build.publication import NotPublished
from generator.build.site_folder import CURRENT, SiteBusy, is_release, number_of
from generator.site.serving import ASKED_AGAIN

POINTER = CURRENT
_KIND = "application/json"


@dataclass(frozen=True, slots=True)
class Pointer:
    """What is read. release: its name, empty before the first. releases: the SHA-256 of the manifest of each whole release by name, in order."""

    release: str
    releases: Mapping[str, str]

    def format(self) -> bytes:
        """The pointer as it is stored."""
        data = {"release": self.release, "sha256": self.releases[self.release], "releases": dict(sorted(self.releases.items()))}
        return f"{json.dumps(data)}\n".encode()

    def is_litter(self, name: str) -> bool:
        """True for a release that nobody can have any use for."""
        return is_release(name) and name not in self.releases and number_of(name) <= max(map(number_of, self.releases), default=0)


@dataclass(frozen=True, slots=True)
class Seen:
    """The pointer as it was when we looked. etag: of the object, empty when there was none."""

    pointer: Pointer
    etag: str


def look(store: ObjectStore) -> Seen:
    """The pointer of a site. Raises NotPublished for an object of that name that is none of ours, and StoreFailed."""
    found = store.read(POINTER)
    if found is None:
        return Seen(Pointer("", {}), "")
    if not found.etag:
        raise StoreFailed(f"{store} säger inte vilken version ett objekt har (ETag). Utan det kan två som publicerar samtidigt skriva över varandra.")
    try:
        data = read_json(found.content)
        release, releases = data["release"], dict(data["releases"])
        well_formed = all(isinstance(name, str) and is_release(name) and is_sha256(sha256) for name, sha256 in releases.items())
        if not well_formed or releases[release] != data["sha256"]:
            raise ValueError
    except (ValueError, LookupError, TypeError):
        raise NotPublished(f"{store}/{POINTER} är ingen pekare från Coachkollen. Välj en annan mapp i hinken.") from None
    return Seen(Pointer(release, dict(sorted(releases.items()))), found.etag)


def move(store: ObjectStore, seen: Seen, pointer: Pointer) -> None:
    """Make the pointer say something else, if it is as it was seen. Raises SiteBusy when somebody has moved it since; then it is as they left it."""
    content, failed = pointer.format(), None
    try:
        write = partial(store.replace, etag=seen.etag) if seen.etag else store.create
        moved = write(POINTER, content, _KIND, ASKED_AGAIN)
    except StoreFailed as error:
        moved, failed = None, error
    if moved is not None:
        return
    # An answer that was lost on its way, or a request that was sent twice, looks like a refusal.
    now = store.read(POINTER)
    if now is None or now.content != content:
        raise failed or busy(store)


def busy(store: ObjectStore) -> SiteBusy:
    """What whoever came second is told."""
    return SiteBusy(f"Någon annan publicerade till {store} under tiden, och det är deras version som gäller. Kör igen om din ska gälla.")

"""Is this what Coachkollen published? A folder, a site or a single file, held against the manifest of the site and its signature.

Nothing is taken on trust from the thing that is checked but what the reader asks for: with keys from somewhere else, a whole site that
somebody has made in our name is found out; without them, that is said.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build.compressed import is_form_of, whole_name
from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest
from generator.build.publish import OWN_FILES
from generator.desk.shown_release import ShownRelease, check_against_sums, read_shown_release, read_sums
from generator.desk.signing import is_signed
from generator.problems import Problem, printable
from generator.progress import Report, silent
from generator.registry.releases import RELEASE_FILE, SIGNATURE, SIGNERS, SUMS, is_release_id, release_day, release_order
from generator.site import routes
from generator.site.assets import is_named_after
from generator.site.manifest import Manifest, describe

_RELEASES = routes.RELEASES.strip("/")
# What a release is tried against, and every page of it asks for.
_ABOUT_RELEASES = (RELEASE_FILE, SUMS, SUMS + SIGNATURE)
# The bytes of a file of the site by its path; None for one that is not there.
Fetch = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Proof:
    """A site's manifest. sha256: of the manifest itself. keys: those that may sign, empty when nobody has said which.

    own_keys: they came from the site itself. signed: the manifest, with one of the keys; None when it has no signature, or there is no key
    to hold it against.
    """

    manifest: Manifest
    sha256: str
    keys: bytes
    own_keys: bool
    signed: bool | None


def proof_of(fetch: Fetch, keys: bytes | None = None) -> Proof | None:
    """The manifest of a site; None when it has none. keys: those that may sign, as the reader has them. Raises UnreadableManifest and CannotSign."""
    content = fetch(MANIFEST)
    if content is None:
        return None
    manifest, own_keys = read_manifest(content), keys is None
    known = keys if keys is not None else fetch(f"{_RELEASES}/{SIGNERS}") or b""
    signature = fetch(MANIFEST + SIGNATURE)
    tried = signature is not None and (bool(known) or not own_keys)
    signed = is_signed(content, signature, known, date.fromisoformat(manifest.as_of)) if signature is not None and tried else None
    return Proof(manifest, describe(MANIFEST, content).sha256, known, own_keys, signed)


def check_signature(proof: Proof) -> Iterator[Problem]:
    """What is wrong with the signature. It must be there when the reader gave keys."""
    if proof.signed is False:
        yield Problem("V05", MANIFEST + SIGNATURE)
    elif proof.signed is None and not proof.own_keys:
        yield Problem("V06", MANIFEST + SIGNATURE)


def check_day(proof: Proof, not_before: date | None) -> Iterator[Problem]:
    """A copy that is older than the reader wants, as one is that somebody shows again to hide what has come since."""
    if not_before is not None and date.fromisoformat(proof.manifest.as_of) < not_before:
        yield Problem("V12", MANIFEST, params={"as_of": proof.manifest.as_of, "wanted": not_before.isoformat()})


def check_file(proof: Proof, name: str, content: bytes | None, fetch: Fetch) -> Iterator[Problem]:
    """What is wrong with one file of a site: it is not what the manifest says, or not what the release says that stored it."""
    told = proof.manifest.files.get(name)
    if told is None:
        yield Problem("V03", printable(name))
    elif content is None:
        yield Problem("V02", name)
    elif (found := describe(name, content)) != told:
        yield Problem("V01", name, params={"found": found.sha256, "told": told.sha256})
    elif (stored := _stored_sha256(name, fetch)) not in ("", told.sha256):
        yield Problem("V07", name, params={"found": told.sha256, "told": stored})


def release_of(name: str) -> str:
    """The release that a file of the site belongs to; empty for one that belongs to none."""
    top, _, rest = name.partition("/")
    release = rest.partition("/")[0]
    return release if top == _RELEASES and is_release_id(release) else ""


def _stored_sha256(name: str, fetch: Fetch) -> str:
    """The checksum that a release gave a page when it stored it; empty for what no release has stored, and for what may not be shown any more."""
    release = release_of(name)
    shown = _shown(release, fetch) if release else None
    path = name.removeprefix(f"{_RELEASES}/{release}/")
    return "" if shown is None or path in shown.withdrawn else shown.pages.get(path, "")


def _shown(release: str, fetch: Fetch) -> ShownRelease | None:
    """What a release says; None where that is not there or cannot be read, which `check_releases` tells."""
    content = fetch(f"{_RELEASES}/{release}/{RELEASE_FILE}")
    try:
        return read_shown_release(content) if content is not None else None
    except UnreadableManifest:
        return None


def check_releases(proof: Proof, fetch: Fetch, only: str = "") -> Iterator[Problem]:
    """What is wrong with the releases as wholes: the signature is not right or is lost, a stored page is gone, or was exchanged and listed anew.

    One must be signed when the reader gave keys, and when one before it is. only: the one release to try.
    """
    found = {release_of(name) for name in proof.manifest.files} | {proof.manifest.release}
    signed_before = False
    for release in sorted(found - {""}, key=release_order):
        place = f"{_RELEASES}/{release}/"
        is_listed = place + SUMS + SIGNATURE in proof.manifest.files
        if only in ("", release):
            yield from _check_release(proof, place, release, fetch, must_be_signed=signed_before or not proof.own_keys)
        signed_before = signed_before or is_listed


def _check_release(proof: Proof, place: str, release: str, fetch: Fetch, *, must_be_signed: bool) -> Iterator[Problem]:
    content, shown = fetch(place + RELEASE_FILE), _shown(release, fetch)
    if content is None or shown is None:
        yield Problem("V08", place + RELEASE_FILE)
        return
    for path in sorted(shown.pages):
        if place + path not in proof.manifest.files:
            yield Problem("V11", place + path)
    sums, signature = fetch(place + SUMS), fetch(place + SUMS + SIGNATURE)
    if sums is not None:
        try:
            yield from check_against_sums(place, describe("", content).sha256, shown, read_sums(sums))
        except UnreadableManifest:
            yield Problem("V08", place + SUMS)
    if sums is None or signature is None:
        if must_be_signed:
            yield Problem("V09", place + SUMS + SIGNATURE)
    elif (proof.keys or not proof.own_keys) and not is_signed(sums, signature, proof.keys, release_day(release)):
        yield Problem("V05", place + SUMS + SIGNATURE)


def check_all(proof: Proof, fetch: Fetch, report: Report = silent) -> Iterator[Problem]:
    """The same for every file that the manifest has."""
    for done, name in enumerate(sorted(proof.manifest.files), 1):
        report("Kontrollerar filer", done, len(proof.manifest.files))
        yield from check_file(proof, name, fetch(name), fetch)


def check_nothing_more(proof: Proof, folder: Path) -> Iterator[Problem]:
    """The files in a folder that the manifest does not have, hidden ones too: they may rule what a host answers. And every link.

    A link is followed by some programs and not by others, so that two readers of the same copy would see different things. A style sheet or script that
    is what its own name says was left by `publish` for those who read a page of the site before this one, and so were smaller
    forms that unpack to the file beside.
    """
    ours = {MANIFEST, MANIFEST + SIGNATURE, *OWN_FILES}
    for place, folders, files in os.walk(folder):
        for path in sorted(Path(place) / name for name in (*folders, *files)):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink():
                yield Problem("V10", printable(name))
            elif not path.is_dir() and name not in proof.manifest.files and name not in ours and not _says_itself(name, path, folder, proof):
                yield Problem("V03", printable(name))


def _says_itself(name: str, path: Path, folder: Path, proof: Proof) -> bool:
    """True for a file that need not be listed: an asset whose name says what it holds, and a smaller form of a file that is listed."""
    content, whole = path.read_bytes(), whole_name(name)
    beside = folder / whole
    return is_named_after(name, content) or (whole in proof.manifest.files and beside.is_file() and is_form_of(name, content, beside.read_bytes()))


def remembering(fetch: Fetch) -> Fetch:
    """The same, but what says something about a whole release is fetched once, and not for each of its pages."""
    known: dict[str, bytes | None] = {}

    def fetch_once(name: str) -> bytes | None:
        if not name.endswith(_ABOUT_RELEASES):
            return fetch(name)
        if name not in known:
            known[name] = fetch(name)
        return known[name]

    return fetch_once


def verify_folder(folder: Path, keys: bytes | None = None, report: Report = silent, not_before: date | None = None) -> tuple[Proof | None, list[Problem]]:
    """A whole copy in a folder: its manifest, if it has one, and all that is wrong. Raises UnreadableManifest and CannotSign."""

    def read(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    fetch = remembering(read)
    proof = proof_of(fetch, keys)
    if proof is None:
        return None, [Problem("V04", printable(folder.as_posix()))]
    found = (
        check_signature(proof),
        check_day(proof, not_before),
        check_all(proof, fetch, report),
        check_releases(proof, fetch),
        check_nothing_more(proof, folder),
    )
    return proof, [problem for problems in found for problem in problems]


def places_of(proof: Proof, content: bytes) -> tuple[str, ...]:
    """The paths of the site where exactly this content lies."""
    found = describe("", content).sha256
    return tuple(name for name, file in sorted(proof.manifest.files.items()) if file.sha256 == found)

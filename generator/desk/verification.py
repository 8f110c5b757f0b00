"""Is this what Coachkollen published? A folder, a site or a single file, held against the manifest of the site and its signature.

Nothing is taken on trust from the thing that is checked but what the reader asks for: with keys from somewhere else, a whole site that
somebody has made in our name is found out; without them, that is said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.build.manifest import MANIFEST, Manifest, describe, is_hidden, read_manifest
from generator.desk.signing import is_signed
from generator.problems import Problem
from generator.progress import Report, silent
from generator.registry.releases import RELEASE_FILE, SIGNATURE, SIGNERS
from generator.site import routes

_RELEASES = routes.RELEASES.strip("/")
# The bytes of a file of the site by its path; None for one that is not there.
Fetch = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Proof:
    """A site's manifest. keys: those that may sign, empty when nobody has said which. own_keys: they came from the site itself.

    signed: the manifest, with one of the keys; None when it has no signature, or there is no key to hold it against.
    """

    manifest: Manifest
    keys: bytes
    own_keys: bool
    signed: bool | None


def proof_of(fetch: Fetch, keys: bytes = b"") -> Proof | None:
    """The manifest of a site; None when it has none. keys: those that may sign, as the reader has them. Raises UnreadableManifest and CannotSign."""
    content = fetch(MANIFEST)
    if content is None:
        return None
    manifest, own_keys = read_manifest(content), not keys
    keys = keys or fetch(f"{_RELEASES}/{SIGNERS}") or b""
    signature = fetch(MANIFEST + SIGNATURE)
    return Proof(manifest, keys, own_keys, is_signed(content, signature, keys) if signature and keys else None)


def check_signature(proof: Proof, *, wanted: bool) -> Iterator[Problem]:
    """What is wrong with the signature. wanted: the reader gave keys, so one must be there."""
    if proof.signed is False:
        yield Problem("V05", MANIFEST + SIGNATURE)
    elif proof.signed is None and wanted:
        yield Problem("V06", MANIFEST + SIGNATURE)


def check_file(proof: Proof, name: str, content: bytes | None, fetch: Fetch) -> Iterator[Problem]:
    """What is wrong with one file of a site: it is not what the manifest says, or not what the release says that stored it."""
    told = proof.manifest.files.get(name)
    if told is None:
        yield Problem("V03", name)
    elif content is None:
        yield Problem("V02", name)
    elif (found := describe(name, content)) != told:
        yield Problem("V01", name, params={"found": found.sha256, "told": told.sha256})
    elif (stored := _stored_sha256(name, fetch)) not in ("", told.sha256):
        yield Problem("V07", name, params={"found": told.sha256, "told": stored})


def _stored_sha256(name: str, fetch: Fetch) -> str:
    """The checksum that a release gave a page when it stored it; empty for what no release has stored, and for what may not be shown any more."""
    top, _, rest = name.partition("/")
    release, _, path = rest.partition("/")
    if top != _RELEASES or path in ("", RELEASE_FILE, "index.html"):
        return ""
    content = fetch(f"{_RELEASES}/{release}/{RELEASE_FILE}")
    pages = json.loads(content)["pages"] if content is not None else []
    return next((str(page["sha256"]) for page in pages if page["path"] == path and not page.get("withdrawn")), "")


def check_releases(proof: Proof, fetch: Fetch) -> Iterator[Problem]:
    """The releases whose signature is not right. One that something had to be taken out of is signed as it was before, and cannot be tried."""
    for name in sorted(proof.manifest.files):
        if name.endswith(f"/{RELEASE_FILE}{SIGNATURE}") and proof.keys:
            content, signature = fetch(name.removesuffix(SIGNATURE)), fetch(name)
            untouched = content is not None and not json.loads(content).get("redacted")
            if content is not None and signature is not None and untouched and not is_signed(content, signature, proof.keys):
                yield Problem("V05", name)


def check_all(proof: Proof, fetch: Fetch, report: Report = silent) -> Iterator[Problem]:
    """The same for every file that the manifest has."""
    for done, name in enumerate(sorted(proof.manifest.files), 1):
        report("Kontrollerar filer", done, len(proof.manifest.files))
        yield from check_file(proof, name, fetch(name), fetch)


def check_nothing_more(proof: Proof, folder: Path) -> Iterator[Problem]:
    """The files in a folder that the manifest does not have, hidden ones left out."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in proof.manifest.files and name not in (MANIFEST, MANIFEST + SIGNATURE) and not is_hidden(name):
            yield Problem("V03", name)


def verify_folder(folder: Path, keys: bytes = b"", report: Report = silent) -> tuple[Proof | None, list[Problem]]:
    """A whole copy in a folder: its manifest, if it has one, and all that is wrong. Raises UnreadableManifest and CannotSign."""

    def fetch(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    proof = proof_of(fetch, keys)
    if proof is None:
        return None, [Problem("V04", folder.as_posix())]
    found = (check_signature(proof, wanted=bool(keys)), check_all(proof, fetch, report), check_releases(proof, fetch), check_nothing_more(proof, folder))
    return proof, [problem for problems in found for problem in problems]


def places_of(proof: Proof, content: bytes) -> tuple[str, ...]:
    """The paths of the site where exactly this content lies."""
    found = describe("", content).sha256
    return tuple(name for name, file in sorted(proof.manifest.files.items()) if file.sha256 == found)

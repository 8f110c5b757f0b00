"""The manifest of a built site: every file that it has, with size and checksum, so that a copy can be held against it.

It lies at the root of the site. `manifest.json.sig`, when there is one, is its signature as `ssh-keygen -Y sign` makes it. Whoever
reads one reads what a stranger may have written: what is not of the form that we write is refused, so that nothing else is ever
printed or followed.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from generator.errors import CoachkollenError
from generator.registry.releases import SIGNATURE, is_release_id
from generator.site.manifest import Manifest, ManifestFile, describe, format_manifest

MANIFEST = "manifest.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_COMMIT = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class UnreadableManifest(CoachkollenError):
    """Something that should be a manifest is none."""


def write_manifest(folder: Path, as_of: str, release: str = "", commit: str = "") -> Manifest:
    """Write the manifest of all files in a folder, hidden ones left out: those are ours and not published."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if is_listed(name):
            found[name] = describe(name, path.read_bytes())
    manifest = Manifest(as_of, release, commit, found)
    (folder / MANIFEST).write_bytes(format_manifest(manifest))
    return manifest


def is_listed(name: str) -> bool:
    """True for a file that a manifest lists: all but itself, its signature and what is hidden."""
    return name not in (MANIFEST, MANIFEST + SIGNATURE) and not is_hidden(name)


def is_hidden(name: str) -> bool:
    """True for a file whose name, or a folder of it, begins with a dot; `.well-known` is no secret."""
    return any(part.startswith(".") and part != ".well-known" for part in name.split("/"))


def read_manifest(content: bytes) -> Manifest:
    """A manifest. Raises UnreadableManifest for anything else, and for one that says something in another form than ours."""
    try:
        data = read_json(content)
        files = [ManifestFile(file["path"], file["size"], file["sha256"]) for file in data["files"]]
        as_of, release, commit = data["as_of"], data["release"], data["commit"]
        well_formed = (
            _DAY.fullmatch(as_of)
            and date.fromisoformat(as_of)
            and (release == "" or is_release_id(release))
            and _COMMIT.fullmatch(commit)
            and all(is_inside(file.path) and is_size(file.size) and is_sha256(file.sha256) for file in files)
        )
        by_path = {file.path: file for file in files}
        if not well_formed or len(by_path) < len(files):
            raise ValueError
    except (ValueError, LookupError, TypeError) as error:
        raise UnreadableManifest(f"{MANIFEST} är inget manifest från Coachkollen.") from error
    return Manifest(as_of, release, commit, by_path)


def read_json(content: bytes) -> Any:
    """What a stranger's JSON says. Raises ValueError for what is none, also where it is so deep or large that it cannot be read."""
    try:
        return json.loads(content)
    except (RecursionError, OverflowError) as error:
        raise ValueError from error


def is_inside(path: object) -> bool:
    """True for a path that can be shown, and leads to no place but one under the folder that it is meant for."""
    return isinstance(path, str) and not path.startswith("/") and "\\" not in path and path.isprintable() and not {"", ".", ".."} & set(path.split("/"))


def is_sha256(value: object) -> bool:
    """True for a SHA-256 as we write it."""
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def is_size(value: object) -> bool:
    """True for a number of bytes."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0

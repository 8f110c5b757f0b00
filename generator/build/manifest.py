"""The manifest of a built site: every file that it has, with size and checksum, so that a copy can be held against it.

It lies at the root of the site. `manifest.json.sig`, when there is one, is its signature as `ssh-keygen -Y sign` makes it.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.errors import CoachkollenError
from generator.registry.releases import SIGNATURE
from generator.site.manifest import Manifest, ManifestFile, describe, format_manifest

MANIFEST = "manifest.json"


class UnreadableManifest(CoachkollenError):
    """Something that should be a manifest is none."""


def write_manifest(folder: Path, as_of: str, release: str = "", commit: str = "") -> Manifest:
    """Write the manifest of all files in a folder, hidden ones left out: those are ours and not published."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in (MANIFEST, MANIFEST + SIGNATURE) and not is_hidden(name):
            found[name] = describe(name, path.read_bytes())
    manifest = Manifest(as_of, release, commit, found)
    (folder / MANIFEST).write_bytes(format_manifest(manifest))
    return manifest


def is_hidden(name: str) -> bool:
    """True for a file whose name, or a folder of it, begins with a dot; `.well-known` is no secret."""
    return any(part.startswith(".") and part != ".well-known" for part in name.split("/"))


def read_manifest(content: bytes) -> Manifest:
    """A manifest. Raises UnreadableManifest for anything else."""
    try:
        data = json.loads(content)
        files = [ManifestFile(str(file["path"]), int(file["size"]), str(file["sha256"])) for file in data["files"]]
        if any(not _is_inside(file.path) for file in files):
            raise ValueError
        return Manifest(str(data["as_of"]), str(data["release"]), str(data["commit"]), {file.path: file for file in files})
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableManifest(f"{MANIFEST} är inget manifest från Coachkollen.") from error


def _is_inside(path: str) -> bool:
    """True for a path that leads to no place but one under the folder that it is meant for."""
    return not path.startswith("/") and "\\" not in path and path.isprintable() and not {"", ".", ".."} & set(path.split("/"))

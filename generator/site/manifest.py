"""What a manifest is: files with size and checksum, in the one format that the whole site and the evidence of each case have."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """A file of the site. size in bytes. sha256: in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site consists of. as_of: the day that it was built for, ISO. release, commit: the latest release and its records'."""

    as_of: str
    release: str
    commit: str
    files: Mapping[str, ManifestFile]


def describe(name: str, content: bytes) -> ManifestFile:
    """A file as a manifest has it."""
    return ManifestFile(name, len(content), hashlib.sha256(content).hexdigest())


def format_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON, with a line for each file."""
    head = {"as_of": manifest.as_of, "release": manifest.release, "commit": manifest.commit}
    lines = [f" {json.dumps(name)}: {json.dumps(value)}," for name, value in head.items()]
    files = [
        f'  {{"path": {json.dumps(file.path, ensure_ascii=False)}, "size": {file.size}, "sha256": "{file.sha256}"}}'
        for _, file in sorted(manifest.files.items())
    ]
    return "\n".join(["{", *lines, ' "files": [', ",\n".join(files), " ]", "}", ""]).encode()

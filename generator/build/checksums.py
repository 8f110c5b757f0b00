"""Checksums that a site tells of itself: of its files and of what lies in its archives, and those that the manifests of its releases hold.

In the digits of a checksum anything can stand by chance, a person number once in some two thousand. The search for what is
private passes over these and over no other row of hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.registry.releases import RELEASE_FILE

# SHA-256 as we write it, and the name of a commit.
_WHOLE = r"(?:[0-9a-f]{64}|[0-9a-f]{40})"
_CHECKSUM = re.compile(rf"(?<![0-9A-Fa-f]){_WHOLE}(?![0-9A-Fa-f])")
_SHORTEST = 40
_MOST_BYTES = 128 * 1024 * 1024


def checksums(paths: Iterable[Path]) -> frozenset[str]:
    """The SHA-256 of every file, and what the manifests of releases among them hold. A file that cannot be read has none."""
    found: set[str] = set()
    for path in paths:
        try:
            if not path.is_file():
                continue
            content = path.read_bytes()
        except OSError:
            continue
        found.add(hashlib.sha256(content).hexdigest())
        if path.name == RELEASE_FILE:
            found |= set(_of_a_release(content))
        if path.suffix == ".zip":
            found |= set(_of_members(content))
    return frozenset(found)


def _of_members(content: bytes) -> Iterator[str]:
    """The SHA-256 of what lies in an archive, whose own manifest tells them. One that cannot be read, or is very large, has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) <= _MOST_BYTES:
                yield from (hashlib.sha256(archive.read(member)).hexdigest() for member in members)
    except (OSError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile):
        return


def without_checksums(text: str, known: frozenset[str]) -> str:
    """The text with those that are known made unreadable; it stays as long as it was."""
    if len(text) < _SHORTEST:
        return text
    return _CHECKSUM.sub(lambda found: "x" * len(found.group()) if found.group() in known else found.group(), text)


def _of_a_release(content: bytes) -> Iterator[str]:
    """The digests of pages and the commits, at the places where a manifest has them; nothing of what only is named like one."""
    try:
        data = json.loads(content)
        told = [data["commit"], data.get("original_sha256", ""), *(unit.get("commit", "") for unit in data["units"])]
        told += [page[name] for page in data["pages"] for name in ("digest", "sha256")]
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    yield from (value for value in told if isinstance(value, str) and re.fullmatch(_WHOLE, value))

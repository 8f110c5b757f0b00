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

from generator.registry.releases import RELEASE_FILE

# SHA-256 as we write it, and the name of a commit.
_WHOLE = r"(?:[0-9a-f]{64}|[0-9a-f]{40})"
_CHECKSUM = re.compile(rf"(?<![0-9A-Fa-f]){_WHOLE}(?![0-9A-Fa-f])")
_SHORTEST = 40
_MOST_BYTES = 128 * 1024 * 1024


def checksums(name: str, content: bytes) -> tuple[str, ...]:
    """The SHA-256 of a file, and what it holds of others: the manifest of a release, or an archive. name: of the file, without folders."""
    inside: Iterable[str] = ()
    if name == RELEASE_FILE:
        inside = _of_a_release(content)
    elif name.endswith(".zip"):
        inside = _of_members(content)
    return (hashlib.sha256(content).hexdigest(), *sorted(set(inside)))


def _of_members(content: bytes) -> Iterator[str]:
    """The SHA-256 of what lies in an archive, whose own manifest tells them. One that cannot be read, or is very large, has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) <= _MOST_BYTES:
                yield from (hashlib.sha256(archive.read(member)).hexdigest() for member in members)
    except (OSError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile):
        return


def without_checksums(text: str, known: frozenset[str]) -> tuple[str, frozenset[str]]:
    """The text with those that are known made unreadable, and which those were; it stays as long as it was."""
    found = frozenset(_CHECKSUM.findall(text)) & known if len(text) >= _SHORTEST else frozenset()
    return (_CHECKSUM.sub(lambda match: "x" * len(match.group()) if match.group() in found else match.group(), text), found) if found else (text, found)


def _of_a_release(content: bytes) -> Iterator[str]:
    """The digests of pages and the commits, at the places where a manifest has them; nothing of what only is named like one."""
    try:
        data = json.loads(content)
        told = [data["commit"], data.get("original_sha256", ""), *(unit.get("commit", "") for unit in data["units"])]
        told += [page[name] for page in data["pages"] for name in ("digest", "sha256")]
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    yield from (value for value in told if isinstance(value, str) and re.fullmatch(_WHOLE, value))

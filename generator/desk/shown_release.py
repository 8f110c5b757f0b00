"""A release as a site shows it: what it says that it stored, and the signed checksums of that, both as a stranger may have written them.

`release.json` may lack things that had to be taken out since, so it is not the file that was made. `SHA256SUMS` is, always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.build.manifest import UnreadableManifest, is_inside, is_sha256, read_json
from generator.problems import Problem
from generator.registry.releases import RELEASE_FILE

_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<path>[^\n]+)")


@dataclass(frozen=True, slots=True)
class ShownRelease:
    """pages: path in the release to SHA-256, of those that it stored. withdrawn: the paths of those that may not be read any more.

    original_sha256: of the manifest as it was made, when something has been taken out of it; otherwise empty.
    """

    pages: Mapping[str, str]
    withdrawn: frozenset[str]
    redacted: bool
    original_sha256: str


def read_shown_release(content: bytes) -> ShownRelease:
    """A published `release.json`. Raises UnreadableManifest."""
    try:
        data = read_json(content)
        pages = {page["path"]: page["sha256"] for page in data["pages"]}
        original = data.get("original_sha256", "")
        well_formed = all(is_inside(path) and is_sha256(sha256) for path, sha256 in pages.items()) and len(pages) == len(data["pages"])
        if not well_formed or not (original == "" or is_sha256(original)):
            raise ValueError
        redacted = data.get("redacted") is True
        withdrawn = frozenset(page["path"] for page in data["pages"] if page.get("withdrawn") is True) if redacted else frozenset()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise UnreadableManifest(f"{RELEASE_FILE} är inget manifest från Coachkollen.") from error
    return ShownRelease(pages, withdrawn, redacted, original)


def read_sums(content: bytes) -> Mapping[str, str]:
    """Path to SHA-256, of a published `SHA256SUMS`. Raises UnreadableManifest."""
    try:
        lines = [_LINE.fullmatch(line) for line in content.decode().splitlines()]
    except UnicodeDecodeError:
        lines = [None]
    found = {line["path"]: line["sha256"] for line in lines if line and is_inside(line["path"])}
    if len(found) < len(lines):
        raise UnreadableManifest("SHA256SUMS är ingen lista med kontrollsummor.")
    return found


def check_against_sums(place: str, manifest_sha256: str, release: ShownRelease, sums: Mapping[str, str]) -> Iterator[Problem]:
    """What a published manifest says otherwise than the checksums as they were made. place: the folder of the release on the site, with a slash.

    manifest_sha256: of the manifest as it is published.
    """
    told = release.original_sha256 if release.redacted else manifest_sha256
    for path, found in {RELEASE_FILE: told, **release.pages}.items():
        if sums.get(path) != found:
            yield Problem("V07", place + path, params={"found": found or "–", "told": sums.get(path, "–")})
    for path in sorted(sums.keys() - release.pages.keys() - {RELEASE_FILE}):
        yield Problem("V11", place + path)

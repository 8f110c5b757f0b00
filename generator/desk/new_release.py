"""A new release: what it changes and which pages it stores, and how it is written, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.registry.changes import state_changes, unit_changes
from generator.registry.registry import Registry
from generator.registry.releases import RELEASE_FILE, THEME_FOLDER, Release, StoredPage, format_release
from generator.registry.withdrawn import Withdrawals
from generator.site.frozen import Freezer, FrozenPage
from generator.site.views.corrections import public_name

_STAGE_PREFIX = ".coachkollen-stage-"


@dataclass(frozen=True, slots=True)
class NewRelease:
    """A release that is not written yet. pages: content of the stored pages, by path. theme: the style sheet that they use, by name."""

    release: Release
    pages: Mapping[str, bytes]
    theme: Mapping[str, bytes]


def new_release(registry: Registry, freezer: Freezer, commit: str, commits: Mapping[str, str]) -> NewRelease | None:
    """What a release would be now; None when nothing is other than in the last one. commit, commits: as `desk/commits.py` gives them."""
    releases, withdrawals = registry.releases, Withdrawals(registry)
    content: dict[str, bytes] = {}
    stored = []
    for page in sorted(freezer.pages, key=lambda page: page.path):
        before = releases.page(page.path)
        if before is None or _says_something_else(page, before[1]) or withdrawals.is_removed(before[1]):
            content[page.path] = page.content
            stored.append(
                StoredPage(
                    page.path,
                    page.digest,
                    hashlib.sha256(page.content).hexdigest(),
                    len(page.content),
                    tuple(sorted(public_name(registry.graves, key) for key in page.made_from)),
                    page.content_hash,
                )
            )
    release = Release(
        id=freezer.release,
        day=registry.as_of,
        commit=commit,
        units=unit_changes(registry, releases, commits),
        states=state_changes(registry, releases),
        pages=tuple(stored),
        gone=tuple(sorted(releases.pages.keys() - {page.path for page in freezer.pages})),
    )
    if not (release.units or release.states or release.pages or release.gone):
        return None
    return NewRelease(release, content, freezer.theme if stored else {})


def _says_something_else(page: FrozenPage, before: StoredPage) -> bool:
    """True also when only the hash that it is cited with is another: the copy that a citation leads to has that hash at its foot."""
    return page.digest != before.digest or page.content_hash != before.content_hash


def write_new_release(new: NewRelease, folder: Path) -> None:
    """Store it under `folder`: first the style sheet, which changes nothing alone, then the release in one step."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in new.theme.items():
        _once(folder / THEME_FOLDER / name, content)
    stage = Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=folder))
    try:
        stage.chmod(0o755)
        write_files(new, stage)
        stage.rename(folder / new.release.id)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def write_files(new: NewRelease, folder: Path) -> None:
    """The files of the release in a folder of its own."""
    for path, content in new.pages.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (folder / RELEASE_FILE).write_text(format_release(new.release), encoding="utf-8", newline="\n")


def _once(path: Path, content: bytes) -> None:
    """A file whose name says what it holds: written beside its place and moved there, unless it is there already."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.ny")
    beside.write_bytes(content)
    beside.replace(path)

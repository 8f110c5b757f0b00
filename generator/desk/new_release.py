"""A new release: what it changes and which pages it stores, and how it is written, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.desk.atomic_file import clear_stages, write_atomically, write_tree_atomically
from generator.registry.changes import state_changes, unit_changes
from generator.registry.registry import Registry
from generator.registry.releases import RELEASE_FILE, THEME_FOLDER, Release, StoredPage, format_release
from generator.registry.withdrawn import Withdrawals
from generator.site.frozen import Freezer, FrozenPage
from generator.site.views.corrections import public_name


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
    """Store it under `folder`: first the style sheet, which changes nothing alone, then the release in one step. Raises OSError, and then it is not there.

    What a run that was stopped left there is cleared away, so nobody else may be writing there.
    """
    for place in (folder, folder / THEME_FOLDER):
        clear_stages(place)
    for name, content in new.theme.items():
        path = folder / THEME_FOLDER / name
        # Its name says what it holds.
        if not (path.is_file() and path.read_bytes() == content):
            write_atomically(path, content)
    write_tree_atomically(folder / new.release.id, files_of(new))


def files_of(new: NewRelease) -> dict[str, bytes]:
    """The files of the release, by their path in its folder."""
    return {**new.pages, RELEASE_FILE: format_release(new.release).encode()}

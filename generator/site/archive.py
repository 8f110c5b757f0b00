"""The files of past releases: the pages that they stored, byte for byte, the style sheets that those use, and what changed from one to the next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator
from pathlib import Path

from generator.registry.changes import Difference, between, differences, record_of
from generator.registry.releases import RELEASE_FILE, SIGNATURE, SIGNERS, SUMS, THEME_FOLDER, BrokenRelease, Release, format_sums
from generator.site import routes
from generator.site.maker import Maker
from generator.site.views.history import is_withdrawn, living_url


def archive_files(maker: Maker) -> Iterator[tuple[str, bytes]]:
    """Address, without base path, and content of every file. Raises BrokenRelease when one is not what its release says."""
    releases = maker.registry.releases
    if releases.folder is None or releases.latest is None:
        return
    for release, page in releases.stored():
        if not is_withdrawn(maker, page):
            yield routes.frozen(living_url(page.path), release.id), releases.read(release, page)
    theme = releases.folder / THEME_FOLDER
    for path in sorted(theme.iterdir()) if theme.is_dir() else ():
        yield f"/{THEME_FOLDER}/{path.name}", path.read_bytes()
    yield from _keys_and_signatures(releases.folder)
    for release, difference in differences(releases):
        manifest = releases.folder / release.id / RELEASE_FILE
        try:
            content = manifest.read_bytes()
        except OSError as error:
            raise BrokenRelease(f"{manifest} går inte att läsa.") from error
        yield f"{routes.release(release.id)}{RELEASE_FILE}", _shown(maker, release, content)
        yield f"{routes.release(release.id)}{SUMS}", format_sums(release, content)
        before = next((earlier.id for earlier, after in zip(releases.all, releases.all[1:], strict=False) if after is release), "")
        yield routes.changes_json(release.id), difference_json(maker.graves, before, release.id, difference)
        yield routes.since_json(release.id), difference_json(maker.graves, release.id, releases.latest.id, between(releases, release.id, releases.latest.id))


def _keys_and_signatures(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The keys that may sign, and the signatures of releases, as far as there are any."""
    for path in sorted([folder / SIGNERS, *folder.glob(f"*/{SUMS}{SIGNATURE}")]):
        if path.is_file():
            yield f"{routes.RELEASES}{path.relative_to(folder).as_posix()}", path.read_bytes()


def _shown(maker: Maker, release: Release, manifest: bytes) -> bytes:
    """A manifest without what can be said of records that are gone, whose names may not be read any more, and which pages are withdrawn."""
    withdrawn = {page.path for page in release.pages if is_withdrawn(maker, page)}
    gone = {unit for unit, aspects in release.states.items() if record_of(unit) in maker.graves and any(aspects.values())}
    if not withdrawn and not gone:
        return manifest
    data = {**json.loads(manifest), "redacted": True, "original_sha256": hashlib.sha256(manifest).hexdigest()}
    data["states"] = {unit: aspects for unit, aspects in data["states"].items() if unit not in gone}
    data["pages"] = [{**page, "withdrawn": True} if page["path"] in withdrawn else page for page in data["pages"]]
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def difference_json(graves: Container[str], earlier: str, later: str, difference: Difference) -> bytes:
    """How one release differs from another, for programs. graves: the keys of records that are removed, of which no state is told."""
    units = {change: [unit for unit in difference.units if unit.change == change] for change in ("added", "changed", "removed")}
    data = {
        "from": earlier or None,
        "to": later,
        "added": [unit.unit for unit in units["added"]],
        "changed": [{"unit": unit.unit, "fields": unit.fields, "commit": unit.commit or None} for unit in units["changed"]],
        "removed": [unit.unit for unit in units["removed"]],
        "states": [
            {"unit": state.unit, "aspect": state.aspect, "was": state.was, "now": state.now}
            for state in difference.states
            if record_of(state.unit) not in graves
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

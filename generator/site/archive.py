"""The files of past releases: the pages that they stored, byte for byte, the style sheets that those use, and what changed from one to the next.

What is told for programs has neither the states that are withdrawn, nor the ids of records that were removed for a person's sake or by law: such an id may be a
name. In their place stands what the tombstone is called for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.records.reader import Document
from generator.registry.changes import Difference, StateChange, between, differences, record_of
from generator.registry.releases import RELEASE_FILE, SIGNATURE, SIGNERS, SUMS, THEME_FOLDER, BrokenRelease, Release, format_sums
from generator.registry.withdrawn import WITHDRAWN
from generator.site import routes
from generator.site.maker import Maker
from generator.site.views.corrections import public_name
from generator.site.views.history import living_url


def archive_files(maker: Maker) -> Iterator[tuple[str, bytes]]:
    """Address, without base path, and content of every file. Raises BrokenRelease when one is not what its release says."""
    releases = maker.releases
    if releases.folder is None or releases.latest is None:
        return
    for release, page in releases.stored():
        if not maker.withdrawals.is_withdrawn(release.id, page):
            yield routes.frozen(living_url(page.path), release.id), releases.read(release, page)
    theme = releases.folder / THEME_FOLDER
    for path in sorted(theme.iterdir()) if theme.is_dir() else ():
        yield f"/{THEME_FOLDER}/{path.name}", path.read_bytes()
    yield from _keys_and_signatures(releases.folder)
    before = ""
    for release, difference in differences(releases):
        manifest = releases.folder / release.id / RELEASE_FILE
        try:
            content = manifest.read_bytes()
        except OSError as error:
            raise BrokenRelease(f"{manifest} går inte att läsa.") from error
        yield f"{routes.release(release.id)}{RELEASE_FILE}", _shown(maker, release, content)
        yield f"{routes.release(release.id)}{SUMS}", format_sums(release, content)
        yield routes.changes_json(release.id), difference_json(maker.graves, before, release.id, difference)
        yield routes.since_json(release.id), difference_json(maker.graves, release.id, releases.latest.id, between(releases, release.id, releases.latest.id))
        before = release.id


def _keys_and_signatures(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The keys that may sign, and the signatures of releases, as far as there are any."""
    for path in sorted([folder / SIGNERS, *folder.glob(f"*/{SUMS}{SIGNATURE}")]):
        if path.is_file():
            yield f"{routes.RELEASES}{path.relative_to(folder).as_posix()}", path.read_bytes()


def _shown(maker: Maker, release: Release, manifest: bytes) -> bytes:
    """A manifest as it was made, or without the states and ids that may not be told any more, and with which pages are withdrawn.

    The paths of the files stay: something answers there, and whoever holds a copy against the checksums has to find it.
    """
    made, graves = json.loads(manifest), maker.graves
    withdrawn = {page.path for page in release.pages if maker.withdrawals.is_withdrawn(release.id, page)}

    def page(told: Mapping[str, Any]) -> Mapping[str, Any]:
        named: Mapping[str, Any] = {**told, "made_from": sorted(public_name(graves, key) for key in told["made_from"])}
        return {**named, "withdrawn": True} if told["path"] in withdrawn else named

    units = {json.dumps(told, sort_keys=True): told for told in ({**unit, "unit": public_name(graves, unit["unit"])} for unit in made["units"])}
    data = {
        **made,
        "units": list(units.values()),
        "states": {public_name(graves, unit): told for unit, aspects in release.states.items() if (told := _told(graves, unit, aspects))},
        "pages": [page(told) for told in made["pages"]],
    }
    if data == made:
        return manifest
    redacted: Mapping[str, Any] = {**data, "redacted": True, "original_sha256": hashlib.sha256(manifest).hexdigest()}
    return (json.dumps(redacted, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _told(graves: Container[str], unit: str, aspects: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """The states of a unit that may be told; of a record that is gone only that it has none."""
    if record_of(unit) in graves and any(aspects.values()):
        return {}
    return {aspect: value for aspect, value in aspects.items() if value != WITHDRAWN}


def difference_json(graves: Mapping[str, Document], earlier: str, later: str, difference: Difference) -> bytes:
    """How one release differs from another, for programs. graves: by the keys of the removed records, of which no state is told.

    A state that is withdrawn is null there, and `withdrawn` is true.
    """
    names = {
        change: list(dict.fromkeys(public_name(graves, unit.unit) for unit in difference.units if unit.change == change)) for change in ("added", "removed")
    }
    changed = [unit for unit in difference.units if unit.change == "changed"]
    data = {
        "from": earlier or None,
        "to": later,
        "added": names["added"],
        "changed": [{"unit": public_name(graves, unit.unit), "fields": unit.fields, "commit": unit.commit or None} for unit in changed],
        "removed": names["removed"],
        "states": [_state(graves, state) for state in difference.states if record_of(state.unit) not in graves],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _state(graves: Mapping[str, Document], state: StateChange) -> Mapping[str, str | bool | None]:
    was, now = (None if value == WITHDRAWN else value for value in (state.was, state.now))
    told: Mapping[str, str | bool | None] = {"unit": public_name(graves, state.unit), "aspect": state.aspect, "was": was, "now": now}
    return {**told, "withdrawn": True} if WITHDRAWN in (state.was, state.now) else told

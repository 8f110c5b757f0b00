"""`release`: remembers what is published today, so that it can never change unsaid.

Two committed files in the data root say it: the meaning of every unit (`released.txt`), and the id of every record that has ever been public
(`published-ids.txt`, which only grows). Done twice, the second time changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.records.reader import Root
from generator.registry.files import LEDGER_NAME, RELEASED_NAME
from generator.registry.registry import Registry
from generator.registry.released import Meaning, changed_fields, format_released, meanings
from generator.registry.rules.ledger import published_ids

_IDS_HEADER = "# Varje id som har publicerats, ett per rad (postsort/id). Rader läggs till vid en release och tas aldrig bort."


@dataclass(frozen=True, slots=True)
class Release:
    """What a release would store, and how it differs from the last one.

    new_ids: records that have not been public before. new: units that the ledger did not have. changed:
    those that mean something else. grown: those that say more than they did. gone: those
    that were taken away, by a correction or with their record.
    """

    ledger: str
    new_ids: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    grown: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: int

    @property
    def anything_new(self) -> bool:
        """False when the last release said all of this."""
        return any((self.new_ids, self.new, self.changed, self.grown, self.gone))


def plan_release(registry: Registry) -> Release:
    """Compare a registry without errors with the last release."""
    documents = [d for d in registry.documents.values() if d.root is Root.PUBLIC]
    now: dict[str, Meaning | None] = {unit: meaning for document in documents for unit, meaning in meanings(document).items()}
    last, graves = registry.released.units, registry.graves
    # A unit that was taken away leaves its name, so that it is not used again. A removed record leaves its tombstone instead.
    left = {unit for unit in last.keys() - now.keys() if unit.partition("#")[0] not in graves}
    units = now | dict.fromkeys(left)
    same = [unit for unit in now if unit in last and last[unit] == now[unit]]
    other = [unit for unit in now if unit in last and last[unit] != now[unit]]
    changed = [unit for unit in other if _changed(last[unit], now[unit])]
    return Release(
        ledger=format_released(units, registry.as_of if units != last else registry.released.day),
        new_ids=tuple(d.key for d in documents if d.key not in published_ids(registry)),
        new=tuple(unit for unit in now if unit not in last),
        changed=tuple(changed),
        grown=tuple(unit for unit in other if unit not in changed),
        gone=tuple(sorted(unit for unit in last.keys() - now.keys() if last[unit] is not None or unit not in left)),
        unchanged=len(same) + sum(last[unit] is None for unit in left),
    )


def ledgers(release: Release, folder: Path) -> dict[str, bytes]:
    """The ledgers as they will be, by name, in the order in which they are written: the ids first, so that no unit is released before its record's id is."""
    ids = folder / LEDGER_NAME
    listed = ids.read_text(encoding="utf-8") if ids.is_file() else f"{_IDS_HEADER}\n"
    between = "" if listed.endswith("\n") or not listed else "\n"
    added = between + "".join(f"{key}\n" for key in release.new_ids) if release.new_ids else ""
    return {LEDGER_NAME: (listed + added).encode(), RELEASED_NAME: release.ledger.encode()}


def format_release(release: Release) -> str:
    """What a release does, for a person."""
    new_records = frozenset(release.new_ids)
    lists = (
        ("Nya poster", release.new_ids),
        ("Nya uppgifter i poster som fanns", tuple(unit for unit in release.new if unit.partition("#")[0] not in new_records)),
        ("Uppgifter som säger mer", release.grown),
        ("Ändrade uppgifter", release.changed),
        ("Borttagna uppgifter", release.gone),
    )
    lines = [line for title, units in lists if units for line in (f"{title} ({len(units)}):", *(f"  {unit}" for unit in units))]
    return "\n".join([*lines, f"Oförändrade uppgifter: {release.unchanged}."])


def _changed(released: Meaning | None, current: Meaning | None) -> bool:
    return released is None or current is None or any(changed_fields(released, current, {}))

"""What has changed from one release to the next, and from a release to what the records say now.

A release stores which units came, changed and went, and which states are other than before. Here that is
worked out for a new release, and told again, with what it was before, for those that are stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.reader import Document
from generator.registry.registry import Registry
from generator.registry.released import Meaning
from generator.registry.releases import Release, Releases, States, UnitChange
from generator.registry.shown import shown_meanings, shown_states


@dataclass(frozen=True, slots=True)
class StateChange:
    """A unit that is in another state. was, now: codes, or names; None where it had or has none."""

    unit: str
    aspect: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two releases: units, and states of units that were there before and after."""

    units: tuple[UnitChange, ...]
    states: tuple[StateChange, ...]

    def of(self, record: str) -> Difference:
        """The part that is about one record, by its key."""
        return Difference(
            tuple(unit for unit in self.units if record_of(unit.unit) == record), tuple(state for state in self.states if record_of(state.unit) == record)
        )

    @property
    def anything(self) -> bool:
        """True when something differs."""
        return bool(self.units or self.states)


def record_of(unit: str) -> str:
    """The key of the record that a unit is part of."""
    return unit.partition("#")[0]


def unit_changes(registry: Registry, releases: Releases, commits: Mapping[str, str]) -> tuple[UnitChange, ...]:
    """What a new release would do to each unit. commits: the last one for each record that has been touched since the last release."""
    before, now, last = releases.units(), shown_meanings(registry), registry.released.units
    changes = []
    for unit in sorted(before | now.keys()):
        commit = commits.get(record_of(unit), "")
        if unit not in now:
            changes.append(UnitChange(unit, "removed", (), commit))
        elif unit not in before:
            changes.append(UnitChange(unit, "added", (), commit))
        elif fields := _changed(last.get(unit) or {}, now[unit]):
            changes.append(UnitChange(unit, "changed", fields, commit))
    return tuple(changes)


def state_changes(registry: Registry, releases: Releases) -> Mapping[str, Mapping[str, str | None]]:
    """The states that a new release would store."""
    return _other(releases.states(), shown_states(registry))


def differences(releases: Releases) -> Iterator[tuple[Release, Difference]]:
    """Each release with how it differs from the one before, the first one first."""
    states: States = {}
    there: frozenset[str] = frozenset()
    for number, release in enumerate(releases.all, 1):
        now, stays = releases.states(number), releases.units(number)
        yield release, Difference(release.units, _told(states, now, there & stays))
        states, there = now, stays


def between(releases: Releases, earlier: str, later: str) -> Difference:
    """How the second of two releases differs from the first. Raises KeyError for a release that there is none of."""
    places = {release.id: number for number, release in enumerate(releases.all, 1)}
    first, last = places[earlier], places[later]
    before, after = releases.units(first), releases.units(last)
    fields: dict[str, dict[str, None]] = {}
    commits: dict[str, str] = {}
    for release in releases.all[first:last]:
        for unit in release.units:
            commits[unit.unit] = unit.commit
            if unit.change == "changed":
                fields.setdefault(unit.unit, {}).update(dict.fromkeys(unit.fields))
    units = [UnitChange(unit, "removed", (), commits.get(unit, "")) for unit in before - after]
    units += [UnitChange(unit, "added", (), commits.get(unit, "")) for unit in after - before]
    units += [UnitChange(unit, "changed", tuple(sorted(fields[unit])), commits[unit]) for unit in before & after & fields.keys()]
    return Difference(tuple(sorted(units, key=lambda unit: unit.unit)), _told(releases.states(first), releases.states(last), before & after))


def is_language_only(registry: Registry, release: Release, unit: str) -> bool:
    """True when every correction of the unit that came with the release says that its meaning is the same."""
    corrections = corrections_of(registry, release, unit)
    return bool(corrections) and not any(correction.record.meaning_changed for correction in corrections)


def corrections_of(registry: Registry, release: Release, unit: str) -> tuple[Document, ...]:
    """The corrections of a unit that came with a release."""
    came = {change.unit for change in release.units if change.change == "added"}
    return tuple(d for d in registry.of(Kind.CORRECTIONS) if d.key in came and d.record.target == unit)


def _changed(before: Meaning, now: Meaning) -> tuple[str, ...]:
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def _other(before: States, now: States) -> Mapping[str, Mapping[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for unit, aspect in _aspects(before, now):
        value = now.get(unit, {}).get(aspect)
        if value != before.get(unit, {}).get(aspect):
            found.setdefault(unit, {})[aspect] = value
    return found


def _told(before: States, now: States, units: frozenset[str]) -> tuple[StateChange, ...]:
    pairs = ((unit, aspect, before.get(unit, {}).get(aspect), now.get(unit, {}).get(aspect)) for unit, aspect in _aspects(before, now) if unit in units)
    return tuple(StateChange(*told) for told in pairs if told[2] != told[3])


def _aspects(*states: States) -> Iterable[tuple[str, str]]:
    return sorted({(unit, aspect) for known in states for unit, aspects in known.items() for aspect in aspects})

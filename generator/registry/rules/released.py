"""What was published keeps its meaning, or a correction says what became of it (invariant 19).

Only the public root counts. A correction excuses a change until it has been released itself: then
the next change needs a new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, count

from generator.problems import Problem
from generator.records.identifiers import ID_MAX_LENGTH
from generator.records.models import Kind
from generator.records.reader import Root
from generator.records.units import party_anchor, party_provider, unit_key, units
from generator.records.yaml_reader import SourceMap
from generator.registry.registry import Registry, follow
from generator.registry.released import Meaning, Renamed, changed_fields, digest, meanings
from generator.registry.rules.ledger import some_of


def meaning_kept(registry: Registry) -> Iterator[Problem]:
    """I19a: a released unit means what it did. I19b: it is still there. I19d: and a correction never changes at all."""
    by_record: dict[str, dict[str, Meaning | None]] = defaultdict(dict)
    for unit, meaning in registry.released.units.items():
        by_record[unit.partition("#")[0]][unit] = meaning
    excused = _new_corrections(registry)
    renamed = _renamed(registry)
    names = _Names(registry)
    for key, released in by_record.items():
        document = registry.documents.get(key)
        if document is None or document.root is not Root.PUBLIC:
            continue
        now = meanings(document)
        paths = {unit_key(key, unit.anchor): unit.path for unit in units(document.record)}
        for unit, meaning in released.items():
            name = _renamed_party(registry, unit, now)
            changed = _changed(meaning, now.get(name), renamed)
            place = document.source.place((*paths.get(name, ()), *(changed[0] if changed else ())))
            if changed and document.kind is Kind.CORRECTIONS:
                yield document.source.problem_at("I19d", place, fields=_list(changed))
            elif changed is None and not {unit, key} & excused:
                yield document.source.problem_at("I19b", place, unit=unit, **names.correction(unit))
            elif changed and not {unit, key} & excused:
                yield document.source.problem_at("I19a", place, unit=unit, fields=_list(changed), **names.correction(unit))


def _changed(released: Meaning | None, current: Meaning | None, renamed: Renamed) -> list[tuple[str, ...]] | None:
    """The fields that mean something else than was released; None for a unit that is gone. What was taken away may not come back unsaid."""
    if current is None:
        return None if released is not None else []
    return [(name,) for name in current] if released is None else list(changed_fields(released, current, renamed))


def released_lines(registry: Registry) -> Iterator[Problem]:
    """I19c: every line of the ledger is a unit with its digests, and each unit stands there once."""
    source = SourceMap(registry.released_file, registry.released.lines)
    for number in registry.released.wrong:
        yield source.problem_at("I19c", (number, 1))


def units_remembered(registry: Registry) -> Iterator[Problem]:
    """I19e: every unit that the ledger had at any time, by git's memory, is still in it, unless its record has a tombstone."""
    remembered = registry.history.units if registry.history else frozenset()
    graves = registry.graves
    lost = frozenset(unit for unit in remembered - registry.released.units.keys() if unit.partition("#")[0] not in graves)
    if lost:
        yield Problem("I19e", registry.released_file, params=some_of(lost))


def _list(changed: list[tuple[str, ...]]) -> str:
    return ", ".join(".".join(path) for path in changed)


def _new_corrections(registry: Registry) -> frozenset[str]:
    """What the corrections are of that have not been released yet."""
    public = (d for d in registry.of(Kind.CORRECTIONS) if d.root is Root.PUBLIC)
    return frozenset(d.record.target for d in public if d.key not in registry.released.units)


def _renamed(registry: Registry) -> Renamed:
    """Digest of an id to the digests of the removed ids that redirect to it: a merged record is the one it was merged into."""
    graves = registry.graves
    found: dict[str, set[str]] = defaultdict(set)
    for key in graves:
        end = follow(graves, key)
        if end != key:
            found[digest(end.partition("/")[2])].add(digest(key.partition("/")[2]))
    return {new: frozenset(old) for new, old in found.items()}


def _renamed_party(registry: Registry, unit: str, now: Mapping[str, Meaning]) -> str:
    """The unit under the name that it has today, when it is a party whose profile was merged into another."""
    record, _, anchor = unit.partition("#")
    provider = party_provider(anchor)
    if unit in now or not provider:
        return unit
    end = follow(registry.graves, f"{Kind.PROFILES}/{provider}")
    return unit_key(record, party_anchor(end.partition("/")[2]))


class _Names:
    """Names for the corrections that the problems ask for, each a free one."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._taken = set(registry.present)

    def correction(self, unit: str) -> dict[str, str]:
        """What the hint says of the record to add."""
        day = self._registry.as_of.isoformat()
        record, _, anchor = unit.partition("/")[2].partition("#")
        stem = f"{day}-{record}-{anchor}".rstrip("-")[: ID_MAX_LENGTH - 3].rstrip("-")
        names = chain((stem,), (f"{stem}-{number}" for number in count(2)))
        name = next(n for n in names if f"{Kind.CORRECTIONS}/{n}" not in self._taken)
        self._taken.add(f"{Kind.CORRECTIONS}/{name}")
        return {"correction": f"{self._registry.folder}/{Kind.CORRECTIONS}/{name}.yaml", "target": unit, "day": day}

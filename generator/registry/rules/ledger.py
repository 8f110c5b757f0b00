"""What was published stays findable (invariant 17), and does not go in heaps (invariant 26)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.problems import Problem
from generator.records.identifiers import is_record_id
from generator.records.models import Kind
from generator.records.privacy import mask_person_numbers
from generator.records.source_map import SourceMap
from generator.records.suggestions import suggest_code
from generator.registry.history import SHALLOW, History
from generator.registry.registry import Registry, follow
from generator.registry.releases import FOLDER

# Fewer than this share of the last release's records stops a build.
FEWEST_LEFT = 0.8
_SHOWN = 5


def ledger_resolves(registry: Registry) -> Iterator[Problem]:
    """I17a: every id ever published is a record or has a tombstone. I17c: the ledger holds nothing else."""
    graves = registry.graves
    source = SourceMap(registry.ledger_file, registry.ledger)
    for number, line in enumerate(registry.ledger, 1):
        key = line.strip()
        if not key or key.startswith("#"):
            continue
        kind, _, record_id = key.partition("/")
        if kind not in list(Kind) or not is_record_id(record_id):
            yield source.problem_at("I17c", (number, 1), value=key)
        elif key not in registry.present and key not in graves and not _restored(registry, kind, record_id):
            yield source.problem_at("I17a", (number, 1), value=key)


def _restored(registry: Registry, kind: str, record_id: str) -> bool:
    """True for a tombstone that is gone because its record is back."""
    return kind == Kind.TOMBSTONES and any(f"{k}/{record_id}" in registry.present for k in Kind)


def ids_remembered(registry: Registry) -> Iterator[Problem]:
    """I17e: every id that was released, or was on the list at any time by git's memory, is on it. I17f: git could be asked."""
    history = registry.history or History()
    listed = published_ids(registry)
    # Without its history a repository may have had lists that are gone.
    if history.obstacle and (listed or registry.released.units or history.obstacle == SHALLOW):
        reason_sv, reason_en = history.obstacle
        yield Problem("I17f", registry.ledger_file, params={"reason_sv": reason_sv, "reason_en": reason_en})
    lost = (history.ids | frozenset(registry.released.records)) - listed
    if lost:
        yield Problem("I17e", registry.ledger_file, params=some_of(lost))


def releases_kept(registry: Registry) -> Iterator[Problem]:
    """I17g: every file of a release is as it was when it was first committed."""
    if registry.altered:
        yield Problem("I17g", PurePosixPath(registry.folder).with_name(FOLDER).as_posix(), params=some_of(registry.altered))


def published_ids(registry: Registry) -> frozenset[str]:
    """The ids on the list."""
    return frozenset(key for line in registry.ledger if (key := line.strip()) and not key.startswith("#"))


def some_of(lost: frozenset[str]) -> dict[str, str]:
    """How many there are, and the first of them, for a message."""
    first = mask_person_numbers(", ".join(sorted(lost)[:_SHOWN]))
    return {"count": str(len(lost)), "value": f"{first} …" if len(lost) > _SHOWN else first}


def fewer_records(registry: Registry) -> Iterator[Problem]:
    """I26b: most of the records that the last release had are still there. A tombstone is not the record."""
    released = registry.released.records
    left = sum(key in registry.present for key in released)
    if left < FEWEST_LEFT * len(released):
        yield Problem("I26b", registry.released_file, params={"released": str(len(released)), "missing": str(len(released) - left)})


def tombstone_kinds(registry: Registry) -> Iterator[Problem]:
    """T03: a tombstone says which folder its record lay in."""
    for document in registry.of(Kind.TOMBSTONES):
        was = document.record.was
        if was not in list(Kind):
            yield document.problem("T03", ("was",), value=was, field="was", known=", ".join(Kind), suggestion=suggest_code(was, list(Kind)))


def redirects_resolve(registry: Registry) -> Iterator[Problem]:
    """I17b: a tombstone's redirect ends at a record, without going round."""
    graves = registry.graves
    for key, document in graves.items():
        if document.record.redirect is None:
            continue
        end = follow(graves, key)
        ring = end in graves and graves[end].record.redirect is not None
        if ring or (end not in registry.present and end not in graves):
            yield document.problem("I17b", ("redirect",), value=document.record.redirect)


def tombstones_of_the_gone(registry: Registry) -> Iterator[Problem]:
    """I17d: a record that has a tombstone is gone."""
    for document in registry.of(Kind.TOMBSTONES):
        key = f"{document.record.was}/{document.id}"
        if key in registry.present:
            yield document.problem("I17d", ("was",), value=key)

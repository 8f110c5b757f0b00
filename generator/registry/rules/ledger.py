"""What was published stays findable (invariant 17)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.identifiers import is_record_id
from generator.records.models import Kind
from generator.records.reader import closest
from generator.records.yaml_reader import SourceMap
from generator.registry.registry import Registry


def ledger_resolves(registry: Registry) -> Iterator[Problem]:
    """I17a: every id ever published is a record or has a tombstone. I17c: the ledger holds nothing else."""
    graves = {f"{d.record.was}/{d.id}" for d in registry.of(Kind.TOMBSTONES)}
    source = SourceMap(registry.ledger_file, registry.ledger)
    for number, line in enumerate(registry.ledger, 1):
        key = line.strip()
        if not key or key.startswith("#"):
            continue
        kind, _, record_id = key.partition("/")
        if kind not in list(Kind) or not is_record_id(record_id):
            yield source.problem_at("I17c", (number, 1), value=key)
        elif key not in registry.present and key not in graves:
            yield source.problem_at("I17a", (number, 1), value=key)


def tombstone_kinds(registry: Registry) -> Iterator[Problem]:
    """T03: a tombstone says which folder its record lay in."""
    for document in registry.of(Kind.TOMBSTONES):
        was = document.record.was
        if was not in list(Kind):
            yield document.problem("T03", ("was",), value=was, field="was", known=", ".join(Kind), suggestion=closest(was, list(Kind)))


def redirects_resolve(registry: Registry) -> Iterator[Problem]:
    """I17b: a tombstone's redirect ends at a record, without going round."""
    graves = {f"{d.record.was}/{d.id}": d for d in registry.of(Kind.TOMBSTONES)}
    for document in registry.of(Kind.TOMBSTONES):
        if document.record.redirect is None:
            continue
        seen: set[str] = set()
        target = document.record.redirect
        while target in graves and target not in seen and graves[target].record.redirect:
            seen.add(target)
            target = graves[target].record.redirect
        if target in seen or (target not in registry.present and target not in graves):
            yield document.problem("I17b", ("redirect",), value=document.record.redirect)


def tombstones_of_the_gone(registry: Registry) -> Iterator[Problem]:
    """I17d: a record that has a tombstone is gone."""
    for document in registry.of(Kind.TOMBSTONES):
        key = f"{document.record.was}/{document.id}"
        if key in registry.present:
            yield document.problem("I17d", ("was",), value=key)

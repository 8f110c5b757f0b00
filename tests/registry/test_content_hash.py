"""The content hash of a unit and of a record: it changes with the meaning and with nothing else, and is nobody's number."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date

import pytest
from conftest import AS_OF, ROOT
from made_changes import other, replaced, said_twice

from generator.records.models.base import Path as DataPath
from generator.records.models.base import Upkeep, leaves
from generator.records.privacy import find_numbers_and_contacts
from generator.records.reader import Document
from generator.registry.loading import load
from generator.registry.released import content_hash, meanings, record_hash, unit_hashes

DAY = date.fromisoformat(AS_OF)
LOADED = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
assert LOADED is not None
DEMO = list(LOADED.documents.values())


def changed(document: Document, path: DataPath, new: object) -> Document:
    return Document(document.kind, document.id, document.root, replaced(path, document.record, new), document.source)


@pytest.mark.parametrize("document", DEMO, ids=lambda d: d.key)
def test_it_changes_with_every_field_that_bears_meaning_and_with_no_other(document: Document) -> None:
    before = unit_hashes(document)
    for leaf in leaves(document.record):
        if said_twice(document.record, leaf):
            continue
        after = unit_hashes(changed(document, leaf.path, other(leaf.value)))
        assert (after == before) is bool(leaf.mark(Upkeep)), leaf.path
        assert (record_hash(after) == record_hash(before)) is bool(leaf.mark(Upkeep)), leaf.path


@pytest.mark.parametrize("document", [d for d in DEMO if getattr(d.record, "statements", ())], ids=lambda d: d.key)
def test_only_the_unit_that_was_changed_has_another_hash(document: Document) -> None:
    before = unit_hashes(document)
    text = document.record.statements[0].text
    after = unit_hashes(changed(document, ("statements", 0, "text"), f"{text} igen"))
    assert {key for key in before if before[key] != after[key]} == {f"{document.key}#{document.record.statements[0].id}"}


def test_it_is_sha_256_of_what_the_docstring_says() -> None:
    document = next(d for d in DEMO if getattr(d.record, "statements", ()))
    whole = meanings(document, 64)
    for key, found in unit_hashes(document).items():
        text = json.dumps([key, whole[key]], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        while re.search("[0-9]{10}", hashlib.sha256(text.encode()).hexdigest()):
            text += "\n"
        assert found == hashlib.sha256(text.encode()).hexdigest()
        assert re.fullmatch("[0-9a-f]{64}", found)


def test_the_order_of_the_units_does_not_count_and_one_more_does() -> None:
    hashes = {"cases/a": "1", "cases/a#b": "2"}
    assert record_hash(hashes) == record_hash(dict(reversed(hashes.items())))
    assert record_hash(hashes) != record_hash({"cases/a": "1"})


def test_no_hash_can_be_taken_for_a_number_of_somebody() -> None:
    """Of as many plain digests a few would stop the build, since they look like person numbers."""
    plain = [hashlib.sha256(json.dumps(number).encode()).hexdigest() for number in range(6000)]
    assert any(any(find_numbers_and_contacts(text)) for text in plain)
    assert not any(any(find_numbers_and_contacts(content_hash(number))) for number in range(6000))

"""What was released keeps its meaning: every field of every demo record, and every way of excusing a change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from conftest import AS_OF, ROOT
from hypothesis import given
from hypothesis import strategies as st
from made_changes import bears_meaning, other, replaced, said_twice

from generator.desk.reference import parts_of
from generator.records.models import MODELS, Case
from generator.records.models.base import LocalId, Model, Upkeep, leaves, parts
from generator.records.models.base import Path as DataPath
from generator.records.reader import Document
from generator.records.units import unit_key, units
from generator.records.vocabulary import Code
from generator.registry.loading import load
from generator.registry.registry import Registry
from generator.registry.released import Meaning, changed_fields, digest, format_released, meanings, parse_released

DAY = date.fromisoformat(AS_OF)
BASE = ROOT / "tests/cases/base"


def demo() -> Registry:
    registry = load(ROOT / "tests/demo/providers", ROOT / "tests/demo/content", DAY, today=DAY).registry
    assert registry is not None
    return registry


DEMO = list(demo().documents.values())


def caught(before: dict[str, Meaning], after: dict[str, Meaning]) -> bool:
    """True when somebody who released `before` may not publish `after` unsaid."""
    return any(unit not in after or any(changed_fields(meaning, after[unit], {})) for unit, meaning in before.items())


def changed(document: Document, path: DataPath, new: object) -> dict[str, Meaning]:
    record = replaced(path, document.record, new)
    return meanings(Document(document.kind, document.id, document.root, record, document.source))


@pytest.mark.parametrize("document", DEMO, ids=lambda d: d.key)
def test_a_change_to_any_field_that_bears_meaning_is_caught_and_to_any_other_is_not(document: Document) -> None:
    before = meanings(document)
    for leaf in leaves(document.record):
        if isinstance(leaf.value, Code) and not leaf.value.known and not leaf.mark(Upkeep):
            assert not caught(before, changed(document, leaf.path, other(leaf.value))), leaf.path
        elif not said_twice(document.record, leaf):
            assert caught(before, changed(document, leaf.path, other(leaf.value))) is bears_meaning(leaf), leaf.path


@pytest.mark.parametrize("document", DEMO, ids=lambda d: d.key)
def test_what_goes_is_caught_and_what_comes_is_not(document: Document) -> None:
    before = meanings(document)
    for leaf in leaves(document.record):
        if leaf.mark(LocalId) or said_twice(document.record, leaf):
            continue
        less = changed(document, leaf.path, None)
        assert caught(before, less) is bears_meaning(leaf), leaf.path
        # To say of one more party what was said of another is no news.
        if "about" not in leaf.path and leaf.path[-1] != "provider":
            assert not caught(less, before), leaf.path


def test_every_field_of_every_model_was_tried() -> None:
    def home(model: type[Model], key: str) -> tuple[str, str]:
        """Where a field was first written down: a statement has those of evidence."""
        models = [m for m in reversed(model.__mro__) if issubclass(m, Model)]
        return next(m.__name__ for m in models if key in {info.alias or name for name, info in m.model_fields.items()}), key

    tried = {home(type(part), str(leaf.path[0])) for d in DEMO for _, part in parts(d.record) for leaf in leaves(part)}
    models = (*MODELS.values(), *parts_of(MODELS.values()))
    assert {home(model, info.alias or name) for model in models for name, info in model.model_fields.items()} - tried == set()


def test_every_anchor_of_the_demo_is_one_unit() -> None:
    for document in DEMO:
        anchors = [unit.anchor for unit in units(document.record)]
        assert len(anchors) == len(set(anchors)), document.key
        assert set(meanings(document)) == {unit_key(document.key, anchor) for anchor in anchors}


def test_parties_are_named_by_their_provider_and_by_their_order_when_the_source_does_not_name_them() -> None:
    kinds = {"provider": "exempel-ab"}, {"unnamed": "tre företag"}, {"unnamed": "två företag till"}
    party = {"procedure": "closed", "outcome": "unknown", "reply": {"state": "unknown"}}
    case = Case.model_validate(
        {
            "type": "audit", "date": "2024", "parties": [{**who, **party} for who in kinds],
            "statements": [{"id": "ett", "kind": "context", "grade": "B", "sources": [{"source": "s", "locator": "l"}], "checked_on": "2024-01-01"}],
        }
    )  # fmt: skip
    assert [unit.anchor for unit in units(case)] == ["", "part-exempel-ab", "part-utan-namn", "part-utan-namn-2", "ett"]


@pytest.mark.parametrize(
    ("one", "two"),
    [("Ett  ord.\n", "Ett ord."), ("e\u0301", "é"), (Decimal("79.20"), Decimal("79.2")), (Decimal(0), Decimal("0.0")), ("1\u00a0854", "1 854")],
)  # fmt: skip
def test_how_a_value_is_written_does_not_count(one: object, two: object) -> None:
    assert digest(one) == digest(two)


@given(one=st.text(), two=st.text())
def test_other_words_have_another_digest(one: str, two: str) -> None:
    import unicodedata

    same = unicodedata.normalize("NFC", one).split() == unicodedata.normalize("NFC", two).split()
    assert (digest(one.encode("utf-8", "ignore").decode()) == digest(two.encode("utf-8", "ignore").decode())) or not same


VALUES = st.recursive(
    st.from_regex(r"[0-9a-f]{12}", fullmatch=True), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner), max_leaves=8
)
MEANINGS = st.dictionaries(st.sampled_from(["text", "by", "sources", "counter"]), VALUES)
LEDGERS = st.dictionaries(st.sampled_from(["profiles/a", "profiles/a#b", "cases/c#part-d", "terms/e"]), st.none() | MEANINGS)


@given(found=LEDGERS, day=st.none() | st.dates())
def test_the_ledger_is_read_as_it_was_written(found: dict[str, Meaning | None], day: date | None) -> None:
    read = parse_released(format_released(found, day).splitlines())
    assert read.units == found
    assert read.day == day
    assert read.wrong == ()


@given(meaning=MEANINGS)
def test_what_has_not_changed_has_no_changed_fields(meaning: Meaning) -> None:
    assert list(changed_fields(meaning, meaning, {})) == []


@given(lines=st.lists(st.text() | st.builds("profiles/a {}".format, st.text())))
def test_any_lines_give_a_ledger_or_their_numbers(lines: list[str]) -> None:
    read = parse_released(lines)
    said = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(read.units) + len(read.wrong) == len(said)


def test_a_line_nested_without_end_is_wrong_and_stops_nothing() -> None:
    assert parse_released(["profiles/a " + '{"a":' * 100_000, "profiles/b {}"]).wrong == (1,)

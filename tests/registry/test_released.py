"""What was released keeps its meaning: every field of every demo record, and every way of excusing a change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF, ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.reference import parts_of
from generator.problems import Problem
from generator.records.models import MODELS, Case, Kind
from generator.records.models.base import Leaf, LocalId, Model, Upkeep, leaves, parts
from generator.records.models.base import Path as DataPath
from generator.records.partial_date import PartialDate
from generator.records.reader import Document, Root, read_record
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


def other(value: object) -> object:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Code):
        return next(code for code in type(value) if code != value and code.known)
    if isinstance(value, PartialDate):
        return PartialDate(value.year + 1, value.month, value.day if (value.month, value.day) != (2, 29) else 28)
    if isinstance(value, date):
        return value + timedelta(days=1)
    return value + 1 if isinstance(value, (int, Decimal)) else f"{value} igen"


def replaced(path: DataPath, value: Any, new: object) -> Any:
    """`value` with `new` at `path`; what holds it is copied, not checked again. None takes an item out of its list."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, tuple) and isinstance(step, int):
        items = list(value)
        changed = replaced(rest, items[step], new)
        items[step : step + 1] = [] if changed is None else [changed]
        return tuple(items)
    if isinstance(value, dict):
        return {key: replaced(rest, item, new) if str(key) == step else item for key, item in value.items()}
    name = next(name for name, info in type(value).model_fields.items() if (info.alias or name) == step)
    return value.model_copy(update={name: replaced(rest, getattr(value, name), new)})


def changed(document: Document, path: DataPath, new: object) -> dict[str, Meaning]:
    record = replaced(path, document.record, new)
    return meanings(Document(document.kind, document.id, document.root, record, document.source))


def bears_meaning(leaf: Leaf) -> bool:
    return not leaf.mark(Upkeep) and (not isinstance(leaf.value, Code) or leaf.value.known)


def said_twice(record: Model, leaf: Leaf) -> bool:
    """True for a place in a source that the same list names twice: as a set it says the same with one of them."""
    *way, _ = leaf.path
    holder: Any = record
    for step in way[:-1]:
        holder = (
            holder[step] if isinstance(holder, tuple) else {str(k): v for k, v in holder.items()}[str(step)] if isinstance(holder, dict) else at(holder, step)
        )
    if not isinstance(holder, tuple) or not way or not isinstance(way[-1], int):
        return False
    same = [item for item in holder if getattr(item, "source", None) == getattr(holder[way[-1]], "source", "") and not getattr(item, "quote", None)]
    return len(same) > 1


def at(model: Model, step: str | int) -> Any:
    return next(getattr(model, name) for name, info in type(model).model_fields.items() if (info.alias or name) == step)


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


# The rules, on the valid records that all cases build on.

CONTRACT = """  - id: avtal-2022
    buyer: exempelmyndigheten
    programme: exempelprogrammet
    from: 2022
    to: 2024
"""
CORRECTION = """target: {target}
published_on: 2026-11-20
was: Avtalet gick ut 2023.
now: Avtalet gick ut 2024.
why: Vi läste fel.
noticed_by: editor
"""


class Desk:
    """A copy of the valid records, all released."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        self.folder = folder
        registry = self.load().registry
        assert registry is not None
        self.release(registry)

    def load(self) -> Any:
        return load(self.folder / "providers", self.folder / "content", DAY, today=DAY)

    def load_anyway(self) -> Registry:
        """The records as they are, as if nothing had been released."""
        self.write("released.txt", "")
        registry = self.load().registry
        assert registry is not None
        return registry

    def release(self, registry: Registry) -> None:
        found: dict[str, Meaning | None] = {u: m for d in registry.documents.values() for u, m in meanings(d).items()}
        self.write("released.txt", format_released(registry.released.units | found, registry.released.day))
        self.write("published-ids.txt", "".join(f"{key}\n" for key in sorted({*registry.documents, "profiles/gammalt-exempel"})))

    def write(self, name: str, text: str) -> None:
        (self.folder / "providers" / name).write_text(text, encoding="utf-8")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        text = (self.folder / "providers" / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        self.write(name, text)

    def problems(self) -> list[tuple[str, str]]:
        found: list[Problem] = self.load().problems
        return [(p.code, p.params.get("unit") or p.params.get("fields") or "") for p in found]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


PROFILE = "profiles/exempel-ab.yaml"


def test_released_records_have_no_problems(desk: Desk) -> None:
    assert desk.problems() == []


@pytest.mark.parametrize("target", ["profiles/exempel-ab#avtal-2022", "profiles/exempel-ab"])
def test_a_new_correction_of_the_part_or_of_the_record_excuses_the_change_once(desk: Desk, target: str) -> None:
    desk.edit(PROFILE, ("to: 2024", "to: 2023"))
    assert desk.problems() == [("I19a", "profiles/exempel-ab#avtal-2022")]
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target=target))
    loaded = desk.load()
    assert loaded.problems == ()
    desk.release(loaded.registry)
    desk.edit(PROFILE, ("to: 2023", "to: 2022"))
    assert desk.problems() == [("I19a", "profiles/exempel-ab#avtal-2022")]


@pytest.mark.parametrize("target", ["profiles/exempel-ab#period-2026", "profiles/andra-exempel", "cases/exempelarende"])
def test_a_correction_of_something_else_excuses_nothing(desk: Desk, target: str) -> None:
    desk.edit(PROFILE, ("to: 2024", "to: 2023"))
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target=target))
    # What it is of means what it did, so it corrects nothing either.
    assert desk.problems() == [("I19f", target), ("I19a", "profiles/exempel-ab#avtal-2022")]


def test_a_part_that_goes_needs_a_correction_and_its_name_is_not_free_again(desk: Desk) -> None:
    text = (desk.folder / "providers" / PROFILE).read_text(encoding="utf-8")
    desk.write(PROFILE, text[: text.index("contracts:")])
    assert desk.problems() == [("I19b", "profiles/exempel-ab#avtal-2022")]
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target="profiles/exempel-ab#avtal-2022"))
    assert desk.problems() == []
    desk.edit("released.txt", *[(line, "profiles/exempel-ab#avtal-2022 null") for line in desk_line(desk, "profiles/exempel-ab#avtal-2022")])
    desk.edit("released.txt", ("corrections/rattelse-1 ", "corrections/rattelse-2 null\ncorrections/rattelse-1 "))
    desk.write("published-ids.txt", (desk.folder / "providers/published-ids.txt").read_text(encoding="utf-8") + "corrections/rattelse-2\n")
    desk.write(PROFILE, text)
    assert ("I19a", "profiles/exempel-ab#avtal-2022") in desk.problems()


def desk_line(desk: Desk, unit: str) -> list[str]:
    text = (desk.folder / "providers/released.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith(f"{unit} ")]


def test_news_needs_no_correction(desk: Desk) -> None:
    desk.edit(
        PROFILE,
        ("legal_form: limited_company", "legal_form: limited_company\nlegal_name: Exempel AB\naliases: [Exempel]"),
        ("    to: 2024\n", "    to: 2024\n    note: Avtalet förlängdes inte.\n"),
    )
    desk.edit("cases/exempelarende.yaml", ("asked_on: 2026-02-02", "asked_on: 2026-02-02\n      answered_on: 2026-02-20"))
    desk.edit(
        "profiles/andra-exempel.yaml",
        ("summary:", "places:\n  - municipality: 1880\n    sources:\n      - source: exempelbladet-2024\n        locator: hela\nsummary:"),
    )
    assert desk.problems() == []


def test_a_reply_that_comes_after_its_time_is_news(desk: Desk) -> None:
    desk.edit("cases/exempelarende.yaml", ("state: declined", "state: no_answer_in_time\n      deadline: 2026-02-20"))
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target="cases/exempelarende#part-exempel-ab"))
    desk.release(desk.load().registry)
    desk.edit("cases/exempelarende.yaml", ("state: no_answer_in_time", "state: replied\n      answered_on: 2026-03-01\n      text: Vi höll alla möten."))
    assert desk.problems() == []


SECOND = "  - provider: andra-exempel\n    procedure: closed\n    outcome: unknown\n    reply:\n      state: declined\n      asked_on: 2026-02-02\nstatements:"
ABOUT = ("    kind: allegation\n", "    kind: allegation\n    about: [exempel-ab]\n")


def test_another_party_is_news_but_to_say_of_it_what_was_said_of_the_first_is_a_change(desk: Desk) -> None:
    desk.edit("cases/exempelarende.yaml", ("statements:", SECOND))
    assert desk.problems() == [("I19a", "cases/exempelarende#anmalan")]
    desk.edit("cases/exempelarende.yaml", ABOUT)
    assert desk.problems() == []


def test_to_say_of_one_party_what_was_said_of_all_is_a_change(desk: Desk) -> None:
    desk.edit("cases/exempelarende.yaml", ("statements:", SECOND))
    desk.release(desk.load_anyway())
    desk.edit("cases/exempelarende.yaml", ABOUT)
    assert desk.problems() == [("I19a", "cases/exempelarende#anmalan")]


def test_a_merged_record_is_the_one_that_it_was_merged_into(desk: Desk) -> None:
    """References follow the redirect, and so does a party: the tombstone has told of the change."""
    desk.edit("cases/exempelarende.yaml", ("statements:", SECOND), ("    kind: allegation\n", "    kind: allegation\n    about: [andra-exempel, exempel-ab]\n"))
    desk.release(desk.load_anyway())
    (desk.folder / "providers/profiles/andra-exempel.yaml").rename(desk.folder / "providers/profiles/andra-namnet.yaml")
    desk.write("tombstones/andra-exempel.yaml", "was: profiles\nremoved_on: 2026-11-20\nreason: merged\ntext: Nytt namn.\nredirect: profiles/andra-namnet\n")
    desk.edit("cases/exempelarende.yaml", ("andra-exempel", "andra-namnet"))
    assert desk.problems() == []


def test_a_correction_never_changes_even_when_another_tells_of_it(desk: Desk) -> None:
    desk.edit("corrections/rattelse-1.yaml", ("två kontor", "fyra kontor"))
    desk.write("corrections/rattelse-2.yaml", CORRECTION.format(target="corrections/rattelse-1"))
    assert desk.problems() == [("I19d", "now")]


def test_a_correction_may_name_what_has_been_removed_since(desk: Desk) -> None:
    desk.write(
        "corrections/rattelse-2.yaml", CORRECTION.format(target="profiles/gammalt-exempel").replace("Vi läste fel.", "Se [posten](profiles/gammalt-exempel).")
    )
    assert desk.problems() == []
    desk.edit("profiles/andra-exempel.yaml", ("summary: ", "summary: Se [posten](profiles/gammalt-exempel). "))
    assert [code for code, _ in desk.problems()] == ["I19a", "L03"]


def test_a_draft_that_stands_in_for_a_released_record_is_not_compared(desk: Desk) -> None:
    draft = desk.folder / "intake/profiles/exempel-ab.yaml"
    draft.parent.mkdir(parents=True)
    draft.write_text((desk.folder / "providers" / PROFILE).read_text(encoding="utf-8").replace("to: 2024", "to: 2023"), encoding="utf-8")
    loaded = load(desk.folder / "providers", desk.folder / "content", DAY, today=DAY, intake=desk.folder / "intake")
    assert loaded.problems == ()


def test_the_corrections_that_are_asked_for_have_free_names_that_can_be_ids(desk: Desk) -> None:
    long = "a" * 40 + "-" + "b" * 39
    lines = [f"profiles/exempel-ab#{long}-{number} {{}}" for number in range(12)] + ["profiles/exempel-ab#avtal-1 {}"]
    desk.write("released.txt", "\n".join([*(desk.folder / "providers/released.txt").read_text(encoding="utf-8").splitlines(), *lines]) + "\n")
    desk.write(f"corrections/{AS_OF}-exempel-ab-avtal-1.yaml", CORRECTION.format(target="profiles/andra-exempel"))
    files = [p.params["correction"].rpartition("/")[2].removesuffix(".yaml") for p in desk.load().problems if p.code == "I19b"]
    assert len(set(files)) == len(files) == 13
    assert f"{AS_OF}-exempel-ab-avtal-1-2" in files
    from generator.records.identifiers import is_record_id

    assert [name for name in files if not is_record_id(name)] == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_record_that_is_asked_for_is_one_when_its_empty_fields_are_filled_in(desk: Desk, lang: Any) -> None:
    desk.edit(PROFILE, ("to: 2024", "to: 2023"))
    problem = next(p for p in desk.load().problems)
    _, _, asked = problem.hint(lang).partition("\n")
    document, problems = read_record(asked.encode(), Kind.CORRECTIONS, "x", Root.PUBLIC, "x.yaml")
    assert [p.code for p in problems] == ["Y10", "Y10", "Y10"]
    filled = asked.replace("was:", "was: ett").replace("now:", "now: två").replace("why:", "why: tre")
    document, problems = read_record(filled.encode(), Kind.CORRECTIONS, "x", Root.PUBLIC, "x.yaml")
    assert problems == []
    assert document is not None
    assert document.record.target == "profiles/exempel-ab#avtal-2022"


CHANGES: dict[str, Callable[[Desk], None]] = {
    "website": lambda desk: desk.edit(PROFILE, ("https://exempel-ab.example/", "https://www.exempel-ab.example/nytt")),
    "phone": lambda desk: desk.edit(PROFILE, ("08-12 34 56", "08-12 34 57")),
    "locator": lambda desk: desk.edit(PROFILE, ("locator: listan", "locator: listan, sidan 2")),
    "checked_on": lambda desk: desk.edit(PROFILE, ("checked_on: 2026-10-01", "checked_on: 2026-11-01")),
    "address of a source": lambda desk: desk.edit(
        "sources/exempelbladet-2024.yaml", ("/coacher-granskas", "/arkiv/coacher-granskas"), ("read: full", "read: excerpt")
    ),
    "order of sources": lambda desk: desk.edit(
        PROFILE, ("summary: Exempel AB coachar arbetssökande. ", "summary: >-\n  Exempel AB coachar\n  arbetssökande. ")
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_upkeep_needs_no_correction(desk: Desk, change: str) -> None:
    CHANGES[change](desk)
    assert desk.problems() == []

"""Record models can be walked to the last string, and the vocabularies that they use are whole."""

import re
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import Field

from generator.records.models import MODELS, Kind
from generator.records.models.base import Contact, Email, Leaf, Line, LocalId, Model, Phone, Prose, Record, RefTo, Text, leaves, parts
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import VOCABULARIES, Code, Qualifier, Unit

PLAIN = (str, int, bool, Decimal, date, PartialDate)
MARKS = (RefTo, Prose, Contact, LocalId)


def bare(hint: Any) -> tuple[Any, tuple[object, ...]]:
    """The type without `| None` and marks, and the marks. Written apart from the walk that is tested."""
    marks: tuple[object, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            marks += get_args(hint)[1:]
            hint = get_args(hint)[0]
        elif get_origin(hint) in (Union, types.UnionType):
            (hint,) = [argument for argument in get_args(hint) if argument is not type(None)]
        else:
            return hint, tuple(mark for mark in marks if isinstance(mark, MARKS))


def hints(model: type[Model]) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(model, include_extras=True).items() if name in model.model_fields}


def all_models() -> list[type[Model]]:
    """Every model that a record can hold, found by walking the types."""
    found: dict[type[Model], None] = {}

    def visit(hint: Any) -> None:
        plain, _ = bare(hint)
        if isinstance(plain, type) and issubclass(plain, Model):
            if plain not in found:
                found[plain] = None
                for inner in hints(plain).values():
                    visit(inner)
        else:
            for inner in get_args(plain):
                if inner is not Ellipsis:
                    visit(inner)

    for model in MODELS.values():
        visit(model)
    return list(found)


ALL_MODELS = all_models()
FIELDS = [(model, name, hint) for model in ALL_MODELS for name, hint in hints(model).items()]
FIELD_NAMES = [f"{model.__name__}.{name}" for model, name, _ in FIELDS]


def yaml_key(model: type[Model], name: str) -> str:
    return model.model_fields[name].alias or name


class Filler:
    """Makes a record with something in every field, and notes each plain value with the path and marks it should be found with."""

    def __init__(self) -> None:
        self.count = 0
        self.expected: list[Leaf] = []

    def model(self, model: type[Model], path: tuple[str | int, ...] = ()) -> Model:
        values = {name: self.value(hint, (*path, yaml_key(model, name))) for name, hint in hints(model).items()}
        return model.model_construct(**values)

    def value(self, hint: Any, path: tuple[str | int, ...], outer: tuple[object, ...] = ()) -> Any:
        plain, marks = bare(hint)
        if isinstance(plain, type) and issubclass(plain, Model):
            return self.model(plain, path)
        if get_origin(plain) is tuple:
            return tuple(self.value(get_args(plain)[0], (*path, index)) for index in range(2))
        if get_origin(plain) is dict:
            codes, inner = get_args(plain)
            return {code: self.value(inner, (*path, code.value)) for code in list(codes)[:2]}
        value = self.plain(plain)
        self.expected.append(Leaf(path, value, (*outer, *marks)))
        return value

    def plain(self, kind: Any) -> Any:
        self.count += 1
        if issubclass(kind, Enum):
            return next(iter(kind))
        if kind is bool:
            return True
        if kind is PartialDate:
            return PartialDate(2000 + self.count % 100)
        if kind is date:
            return date(2000, 1, 1 + self.count % 28)
        return kind(f"värde {self.count}" if kind is str else self.count)


def strings_in(value: object) -> Iterator[str]:
    """Every text in a value, without asking its types."""
    if isinstance(value, Model):
        for inner in value.__dict__.values():
            yield from strings_in(inner)
    elif isinstance(value, (tuple, list, set)):
        for inner in value:
            yield from strings_in(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, str):
        yield value


def only_marks(leaf: Leaf) -> Leaf:
    return Leaf(leaf.path, leaf.value, tuple(mark for mark in leaf.marks if isinstance(mark, MARKS)))


# Walking


def test_there_is_a_model_for_every_kind_of_record() -> None:
    assert list(MODELS) == list(Kind)
    assert all(issubclass(model, Record) for model in MODELS.values())


@pytest.mark.parametrize(("model", "name", "hint"), FIELDS, ids=FIELD_NAMES)
def test_every_field_has_a_type_that_walking_understands(model: type[Model], name: str, hint: Any) -> None:
    def understood(hint: Any) -> bool:
        if get_origin(hint) in (Union, types.UnionType):
            assert len([a for a in get_args(hint) if a is not type(None)]) == 1
        plain, _ = bare(hint)
        origin, arguments = get_origin(plain), get_args(plain)
        if origin is tuple:
            return len(arguments) == 2 and arguments[1] is Ellipsis and understood(arguments[0])
        if origin is dict:
            return issubclass(arguments[0], Code) and understood(arguments[1])
        return origin is None and isinstance(plain, type) and issubclass(plain, (*PLAIN, Code, Model))

    assert understood(hint), f"{model.__name__}.{name}: {hint}"


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda m: m.__name__)
def test_leaves_reach_every_value_with_its_path_and_marks(model: type[Model]) -> None:
    filler = Filler()
    record = filler.model(model)
    walked = list(leaves(record))
    assert [only_marks(leaf) for leaf in walked] == filler.expected
    assert [leaf.value for leaf in walked if isinstance(leaf.value, str)] == list(strings_in(record))


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda m: m.__name__)
def test_every_reference_is_found_with_the_kinds_it_may_lead_to(model: type[Model]) -> None:
    filler = Filler()
    record = filler.model(model)
    expected = [(leaf.path, mark.kinds) for leaf in filler.expected for mark in leaf.marks if isinstance(mark, RefTo)]
    assert [(leaf.path, leaf.mark(RefTo).kinds) for leaf in leaves(record) if leaf.mark(RefTo)] == expected
    assert all(kinds and set(kinds) <= set(Kind) for _, kinds in expected)


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda m: m.__name__)
def test_parts_reach_every_model_outermost_first(model: type[Model]) -> None:
    record = Filler().model(model)
    walked = list(parts(record))
    assert walked[0] == ((), record)

    def count(value: object) -> int:
        if isinstance(value, Model):
            return 1 + sum(count(inner) for inner in value.__dict__.values())
        if isinstance(value, dict):
            return sum(count(inner) for inner in value.values())
        return sum(count(inner) for inner in value) if isinstance(value, tuple) else 0

    assert len(walked) == count(record)
    paths = [path for path, _ in walked]
    assert len(set(paths)) == len(paths)
    assert all(path[:-1] == () or any(path[: len(other)] == other for other in paths[:index]) for index, path in enumerate(paths) if index)


def test_what_is_left_out_gives_no_leaf() -> None:
    class Small(Model):
        a: Line | None = None
        b: tuple[Line, ...] = ()
        c: dict[Unit, Line] = Field(default_factory=dict)

    assert list(leaves(Small())) == []


class Corners(Model):
    """Every way of putting a marked type inside another."""

    plain: Text
    optional: Text | None = None
    many: tuple[Text, ...] = ()
    optional_many: tuple[Text, ...] | None = None
    many_bounded: Annotated[tuple[Text, ...], Field(min_length=1)] = ()
    optional_bounded: Annotated[Text | None, Field(max_length=9)] = None
    by_code: dict[Unit, Text] = Field(default_factory=dict)
    many_by_code: dict[Unit, tuple[Text, ...]] = Field(default_factory=dict)
    renamed: Text | None = Field(None, alias="from")
    described: Text = Field("x", description="x")
    email: Email | None = None
    phones: tuple[Phone, ...] = ()
    line: Line = "x"


def test_marks_are_found_inside_optional_tuple_and_dict() -> None:
    record = Corners.model_validate(
        {
            "plain": "1", "optional": "2", "many": ("3", "4"), "optional_many": ("5",), "many_bounded": ("6",),
            "by_code": {"sek": "7"}, "many_by_code": {"sek": ("8",)}, "from": "9", "described": "10",
            "optional_bounded": "15", "email": "11", "phones": ("12", "13"), "line": "14",
        }
    )  # fmt: skip
    found = {leaf.path: (leaf.value, leaf.mark(Prose), leaf.mark(Contact) is not None) for leaf in leaves(record)}
    text, line = Prose(markdown=True), Prose(markdown=False)
    assert found == {
        ("plain",): ("1", text, False),
        ("optional",): ("2", text, False),
        ("many", 0): ("3", text, False),
        ("many", 1): ("4", text, False),
        ("optional_many", 0): ("5", text, False),
        ("many_bounded", 0): ("6", text, False),
        ("optional_bounded",): ("15", text, False),
        ("by_code", "sek"): ("7", text, False),
        ("many_by_code", "sek", 0): ("8", text, False),
        ("from",): ("9", text, False),
        ("described",): ("10", text, False),
        ("email",): ("11", None, True),
        ("phones", 0): ("12", None, True),
        ("phones", 1): ("13", None, True),
        ("line",): ("14", line, False),
    }


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda m: m.__name__)
def test_models_are_frozen_and_take_no_other_keys(model: type[Model]) -> None:
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda m: m.__name__)
def test_keys_are_english_words_without_a_trailing_underscore(model: type[Model]) -> None:
    assert all(re.fullmatch("[a-z]+(_[a-z]+)*", yaml_key(model, name)) for name in model.model_fields)


# Vocabularies


def used_codes() -> set[type[Code]]:
    used: set[type[Code]] = set()

    def visit(hint: Any) -> None:
        plain, _ = bare(hint)
        if isinstance(plain, type) and issubclass(plain, Enum):
            assert issubclass(plain, Code), f"{plain} has no labels"
            used.add(plain)
        for inner in get_args(plain):
            if inner is not Ellipsis:
                visit(inner)

    for _, _, hint in FIELDS:
        visit(hint)
    return used


def test_every_vocabulary_that_a_model_uses_is_listed_once() -> None:
    assert used_codes() <= set(VOCABULARIES)
    assert len(set(VOCABULARIES)) == len(VOCABULARIES)
    assert len({vocabulary.__name__ for vocabulary in VOCABULARIES}) == len(VOCABULARIES)


def test_every_code_class_is_listed() -> None:
    assert set(Code.__subclasses__()) == set(VOCABULARIES)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_values_are_unique_and_can_stand_in_yaml_without_quotes(vocabulary: type[Code]) -> None:
    from generator.records.yaml_reader import read_yaml

    values = [code.value for code in vocabulary.__members__.values()]
    assert len(set(values)) == len(values) > 0
    for value in values:
        assert re.fullmatch("[A-E]|[a-z]+([_-][a-z]+)*", value)
        assert read_yaml(f"a: {value}".encode(), "x.yaml").data == {"a": value}


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_labels_are_trimmed_and_unlike(vocabulary: type[Code]) -> None:
    unlabelled = {Unit.COUNT, Qualifier.EXACT}  # a bare number needs no word
    for code in vocabulary:
        labels = (code.label_sv, code.label_en)
        assert all(label == label.strip() and "\n" not in label for label in labels)
        assert all(labels) != (code in unlabelled), code
    assert len({code.label_sv for code in vocabulary}) == len(vocabulary)
    assert len({code.label_en for code in vocabulary}) == len(vocabulary)


@pytest.mark.parametrize("code", [code for vocabulary in VOCABULARIES for code in vocabulary], ids=lambda c: f"{type(c).__name__}.{c.name}")
def test_a_definition_is_one_sentence_with_a_capital_and_a_full_stop(code: Code) -> None:
    assert re.fullmatch(r"[A-ZÅÄÖ](?:(?![.!?](\s|$)).)+\.", code.definition)


def test_a_code_is_its_value_wherever_text_is_wanted() -> None:
    assert f"{Unit.SEK}" == Unit.SEK == "sek"

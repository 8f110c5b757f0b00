"""From the bytes of one file to a typed record, or to every problem that stops it.

pydantic collects all errors of a record with their paths; this module gives each the line, column,
code and words that an editor needs.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Problem
from generator.records.markdown import find_unsafe
from generator.records.models import MODELS
from generator.records.models.base import Kind, Model, Path, Prose, Record, leaves
from generator.records.places import suggest_county, suggest_municipality
from generator.records.yaml_reader import SourceMap, read_yaml


class Root(StrEnum):
    """Where a record lies: in the public data root, or in the private one for drafts and held cases."""

    PUBLIC = "public"
    INTAKE = "intake"


@dataclass(frozen=True, slots=True)
class Document:
    """A record and where it came from. `key` is `kind/id`, unique in the registry."""

    kind: Kind
    id: str
    root: Root
    record: Any
    source: SourceMap

    @property
    def key(self) -> str:
        """`kind/id`, the address that other records and pages use."""
        return f"{self.kind}/{self.id}"

    def problem(self, code: str, path: Path = (), *, key: bool = False, **params: str) -> Problem:
        """A problem at the place in the file that `path` names."""
        return self.source.problem(code, path, key=key, **params)


# Keys by which people try to type a status (invariant 2).
_STATUS_KEYS = frozenset({"status", "state", "authorised", "authorized", "auktoriserad", "valid", "giltig", "active"})

_EXPECTED = {
    "string_type": ("text", "text"),
    "int_type": ("ett heltal", "a whole number"),
    "bool_type": ("true eller false", "true or false"),
    "tuple_type": ("en lista (rader som börjar med ”- ”)", "a list (lines that start with “- ”)"),
    "dict_type": ("nycklar och värden", "keys and values"),
    "model_type": ("nycklar och värden", "keys and values"),
    "model_attributes_type": ("nycklar och värden", "keys and values"),
    "number": ("ett tal", "a number"),
}

_ONE_OF_TWO = {
    "counter": (
        "counter behöver antingen text och sources, eller searched_on.",
        "counter needs either text and sources, or searched_on.",
    ),
    "place": ("Ange antingen municipality eller county.", "Give either municipality or county."),
    "relation": ("Ange antingen target eller name.", "Give either target or name."),
    "party": ("Ange antingen provider eller unnamed.", "Give either provider or unnamed."),
    "source": ("Ange antingen url eller url_withheld med skälet.", "Give either url or url_withheld with the reason."),
}


def read_record(content: bytes, kind: Kind, record_id: str, root: Root, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one record. The document is None when there is any error, and then the problems say why."""
    parsed = read_yaml(content, file)
    if parsed.data is None or parsed.problems:
        return None, list(parsed.problems)
    model = MODELS[kind]
    try:
        record = model.model_validate(parsed.data)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _only_follows(detail)]
        return None, [_problem(detail, model, parsed.source) for detail in details]
    problems = list(_unsafe_text(record, parsed.source))
    document = Document(kind, record_id, root, record, parsed.source)
    return (None if problems else document), problems


def _unsafe_text(record: Record, source: SourceMap) -> Iterable[Problem]:
    for leaf in leaves(record):
        prose = leaf.mark(Prose)
        if prose and prose.markdown:
            for what_sv, what_en in find_unsafe(leaf.value):
                yield source.problem("T15", leaf.path, what_sv=what_sv, what_en=what_en)


def _only_follows(error: ErrorDetails) -> bool:
    """True for "too few items" that pydantic adds when the items are there but wrong themselves."""
    return error["type"] == "too_short" and bool(error.get("input"))


def _problem(error: ErrorDetails, model: type[Model], source: SourceMap) -> Problem:
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    kind, context, value = error["type"], error.get("ctx", {}), error.get("input")
    field = str(path[-1]) if path else ""
    if kind == "missing":
        return source.problem("T01", path[:-1], field=field)
    if kind == "extra_forbidden":
        return _unknown_field(path, field, model, source)
    if kind == "enum":
        return _unknown_code(error, path, model, source)
    if kind in _EXPECTED or kind == "T04":
        expected_sv, expected_en = _EXPECTED[context.get("expected", "number") if kind == "T04" else kind]
        return source.problem("T04", path, expected_sv=expected_sv, expected_en=expected_en)
    if kind == "string_too_long":
        return source.problem("T09", path, length=str(len(str(value))), limit=str(context["max_length"]))
    if kind in ("string_too_short", "too_short"):
        return source.problem("T10", path, field=field)
    if kind == "T13":
        rule_sv, rule_en = _ONE_OF_TWO[context["rule"]]
        return source.problem("T13", path, rule_sv=rule_sv, rule_en=rule_en)
    if kind == "T07":
        place = suggest_municipality(str(value))
        return source.problem("T07", path, value=str(value), suggestion=f"{place.code} ({place.name})" if place else "")
    if kind == "T08":
        county = suggest_county(str(value))
        return source.problem("T08", path, value=str(value), suggestion=f"{county.code} ({county.name})" if county else "")
    if kind in ("T05", "T06", "T11", "T12", "T16"):
        return source.problem(kind, path, value=str(context["value"]))
    if kind == "string_pattern_mismatch":
        return source.problem("T03", path, value=str(value), field=field, known=str(context["pattern"]).strip("^$()").replace("|", ", "))
    return source.problem("T14", path, detail=error["msg"])


def _unknown_field(path: Path, field: str, model: type[Model], source: SourceMap) -> Problem:
    owner = _model_at(model, path[:-1])
    known = [info.alias or name for name, info in owner.model_fields.items()] if owner else []
    if field in _STATUS_KEYS and owner is not None and owner.__name__ in ("Accreditation", "Contract", "Profile"):
        return source.problem("I02a", path, key=True, field=field)
    return source.problem("T02", path, key=True, field=field, known=", ".join(known), suggestion=closest(field, known))


def _unknown_code(error: ErrorDetails, path: Path, model: type[Model], source: SourceMap) -> Problem:
    value = str(error.get("input"))
    vocabulary = _vocabulary_of(error)
    # An answer's question is a key of its own, not the value of a field.
    is_key = "[key]" in error["loc"]
    field = str(path[-2] if is_key and len(path) > 1 else path[-1])
    return source.problem("T03", path, key=is_key, value=value, field=field, known=", ".join(vocabulary), suggestion=closest(value, vocabulary))


def _vocabulary_of(error: ErrorDetails) -> list[str]:
    """The codes as pydantic lists them: 'a', 'b' or 'c'."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",") if part.strip(" '")]


def closest(value: str, known: Sequence[str]) -> str:
    """The known word that is most like `value`, or an empty string."""
    folded = {word.casefold(): word for word in known}
    match = difflib.get_close_matches(value.casefold().replace(" ", "-"), list(folded), n=1, cutoff=0.6)
    return folded[match[0]] if match else ""


def _model_at(model: type[Model], path: Path) -> type[Model] | None:
    """The model class that holds what stands at `path`."""
    current: Any = model
    for part in path:
        if isinstance(part, int):
            continue
        if not (isinstance(current, type) and issubclass(current, Model)):
            continue
        info = next((i for n, i in current.model_fields.items() if (i.alias or n) == part), None)
        if info is None:
            return None
        current = _first_model(info.annotation)
    return current if isinstance(current, type) and issubclass(current, Model) else None


def _first_model(annotation: Any) -> Any:
    """The model class inside an annotation such as `tuple[Place, ...]`, `dict[Question, Evidence]` or `Reply | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in get_args(annotation):
        found = _first_model(argument)
        if found is not None:
            return found
    return None



"""What all records have in common: the field types, the references and how a model is walked.

A field's type says what it may hold, what it points at (`RefTo`), whether it is prose (`Prose`) and
whether it bears meaning (`Upkeep`). Links, the privacy scan, the text rules and the ledger of what
has been released read those marks by walking a record; no rule keeps a list of field names of its own.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.records.identifiers import parse_local_id, parse_orgnr, parse_url
from generator.records.partial_date import PartialDate, parse_full_date
from generator.records.places import counties, municipalities


class Kind(StrEnum):
    """The kinds of record; the value is the folder that they lie in."""

    PROFILES = "profiles"
    CASES = "cases"
    SCHEMES = "schemes"
    PROGRAMMES = "programmes"
    BODIES = "bodies"
    SOURCES = "sources"
    TERMS = "terms"
    STORIES = "stories"
    CORRECTIONS = "corrections"
    TOMBSTONES = "tombstones"


@dataclass(frozen=True, slots=True)
class RefTo:
    """Mark of a field that holds the id of another record. `kinds`: where the id may lie."""

    kinds: tuple[Kind, ...]


class Voice(StrEnum):
    """Whose words a text is: our own, a name that somebody bears, or what a source says word for word."""

    OURS = "ours"
    NAME = "name"
    SOURCE = "source"


# The language of the records' texts, but for the fields that have another.
RECORDS_LANGUAGE = "sv"


@dataclass(frozen=True, slots=True)
class Prose:
    """Mark of a field that a reader sees as running text. `markdown`: limited Markdown, else plain text. language: BCP 47."""

    markdown: bool
    voice: Voice = Voice.OURS
    language: str = RECORDS_LANGUAGE


@dataclass(frozen=True, slots=True)
class OwnName:
    """Mark of a field that holds a name of the record itself, by which a text may speak of it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Mark of a declared contact field of an organisation: the only place for e-mail and phone numbers."""


@dataclass(frozen=True, slots=True)
class LocalId:
    """Mark of the id of a part of a record; it becomes an anchor on the page, so it is unique in the record."""


@dataclass(frozen=True, slots=True)
class Begins:
    """Mark of a field that says when its part began or happened. Before that the part was not there, and a build of the past leaves it out.

    Of several marked fields the earliest counts. In a text it is the earliest year named.
    """


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Mark of a field that bears no meaning: when and where we looked, how to get there. It changes after a release without a correction."""


def _municipality(value: object) -> str:
    code = f"{value:04d}" if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(code, str) or code not in municipalities():
        raise PydanticCustomError("T07", "not a municipality code", {"value": str(value)})
    return code


def _county(value: object) -> str:
    code = f"{value:02d}" if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(code, str) or code not in counties():
        raise PydanticCustomError("T08", "not a county code", {"value": str(value)})
    return code


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise PydanticCustomError("T04", "not a number", {"expected": "number"})
    return Decimal(value)


def _line(limit: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=limit)


Line = Annotated[str, _line(200), Prose(markdown=False)]
Name = Annotated[str, _line(200), Prose(markdown=False, voice=Voice.NAME), OwnName()]
OtherName = Annotated[str, _line(200), Prose(markdown=False, voice=Voice.NAME)]
Headline = Annotated[str, _line(200), Prose(markdown=False, voice=Voice.SOURCE)]
Text = Annotated[str, _line(4000), Prose(markdown=True)]
EnglishText = Annotated[str, _line(4000), Prose(markdown=True, language="en")]
Quote = Annotated[str, _line(300), Prose(markdown=False, voice=Voice.SOURCE)]
Locator = Annotated[str, _line(200), Prose(markdown=False), Upkeep()]
Email = Annotated[str, _line(200), Contact(), Upkeep()]
Phone = Annotated[str, _line(60), Contact(), Upkeep()]
Id = Annotated[str, BeforeValidator(parse_local_id), LocalId()]
Url = Annotated[str, AfterValidator(parse_url), Upkeep()]
Orgnr = Annotated[str, BeforeValidator(parse_orgnr)]
Day = Annotated[date, BeforeValidator(parse_full_date)]
Start = Annotated[PartialDate, Begins()]
LookedOn = Annotated[Day, Upkeep()]
Number = Annotated[Decimal, BeforeValidator(_number)]
Months = Annotated[int, Strict(), Field(ge=1, le=240)]
Flag = Annotated[bool, Strict()]
MunicipalityCode = Annotated[str, BeforeValidator(_municipality)]
CountyCode = Annotated[str, BeforeValidator(_county)]

ProfileRef = Annotated[str, RefTo((Kind.PROFILES,))]
SchemeRef = Annotated[str, RefTo((Kind.SCHEMES,))]
ProgrammeRef = Annotated[str, RefTo((Kind.PROGRAMMES,))]
BodyRef = Annotated[str, RefTo((Kind.BODIES,))]
OrganisationRef = Annotated[str, RefTo((Kind.PROFILES, Kind.BODIES))]
SourceRef = Annotated[str, RefTo((Kind.SOURCES,))]
TermRef = Annotated[str, RefTo((Kind.TERMS,))]


class Model(BaseModel):
    """A part of a record: frozen, and no other keys than its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, protected_namespaces=())


class Record(Model):
    """A whole file."""


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One plain value in a record, with its path in the YAML and the marks of its field."""

    path: Path
    value: Any
    marks: tuple[object, ...]

    def mark(self, kind: type[Any]) -> Any:
        """The mark of that class, or None."""
        return next((m for m in self.marks if isinstance(m, kind)), None)


def leaves(model: Model, path: Path = ()) -> Iterator[Leaf]:
    """Every plain value of a record in field order; None and empty lists give nothing."""
    for name, key, annotation in _fields(type(model)):
        yield from _leaves(getattr(model, name), annotation, (*path, key))


def own_leaves(model: Model) -> Iterator[Leaf]:
    """As `leaves`, but only of the model itself and not of the models inside it."""
    for name, key, annotation in _fields(type(model)):
        value = getattr(model, name)
        inside = value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,)
        if not any(isinstance(item, Model) for item in inside):
            yield from _leaves(value, annotation, (key,))


def parts(model: Model, path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """The record and every model inside it, outermost first, with its path in the YAML."""
    yield path, model
    for name, key, _ in _fields(type(model)):
        yield from _parts(getattr(model, name), (*path, key))


def _parts(value: object, path: Path) -> Iterator[tuple[Path, Model]]:
    if isinstance(value, Model):
        yield from parts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _parts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _parts(item, (*path, str(key)))


def _leaves(value: object, annotation: Any, path: Path) -> Iterator[Leaf]:
    if value is None:
        return
    if isinstance(value, Model):
        yield from leaves(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, _item(annotation), (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, _item(annotation), (*path, str(key)))
    else:
        yield Leaf(path, value, _marks(annotation))


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, Any], ...]:
    """(attribute, key in the YAML, annotation with its marks) of each field."""
    hints = {}
    for name, info in model.model_fields.items():
        annotation: Any = info.annotation
        if info.metadata:
            annotation = Annotated[(annotation, *info.metadata)]
        hints[name] = annotation
    return tuple((name, model.model_fields[name].alias or name, hints[name]) for name in model.model_fields)


@cache
def _strip_optional(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        return next(a for a in get_args(annotation) if a is not type(None))
    return annotation


@cache
def _item(annotation: Any) -> Any:
    """The annotation of the items of a tuple, or of the values of a dict."""
    plain = _strip_optional(annotation)
    if get_origin(plain) is Annotated:
        plain = _strip_optional(get_args(plain)[0])
    arguments = get_args(plain)
    if not arguments:
        return Any
    return arguments[1] if get_origin(plain) is dict else arguments[0]


@cache
def _marks(annotation: Any) -> tuple[object, ...]:
    plain = _strip_optional(annotation)
    if get_origin(plain) is Annotated:
        inner, *marks = get_args(plain)
        return (*_marks(inner), *marks)
    return ()

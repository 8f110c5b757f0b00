"""From the bytes of one file to a typed record, or to every problem that stops it.

pydantic collects all errors of a record with their paths; this module gives each the line, column,
code and words that an editor needs.
"""

from __future__ import annotations

import hashlib
import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Problem, sorted_problems
from generator.records.hidden import find_imitations
from generator.records.markdown import find_unsafe
from generator.records.models import MODELS
from generator.records.models.base import Kind, Leaf, Model, Path, Prose, Record, Voice, leaves, parts
from generator.records.partial_date import FIRST_YEAR, LAST_YEAR
from generator.records.places import suggest_county, suggest_municipality
from generator.records.plain_data import as_text, from_text
from generator.records.source_map import SourceMap
from generator.records.suggestions import closest, likely_kind, suggest_code
from generator.records.yaml_reader import LONGEST_NUMBER, MAX_PROBLEMS, as_read_before, read_yaml


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
    # Both are asked for by nearly every rule.
    _leaves: list[Leaf] = field(default_factory=list, init=False, repr=False, compare=False)
    _parts: list[tuple[Path, Model]] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def leaves(self) -> Sequence[Leaf]:
        """Every plain value of the record in field order, walked once."""
        if not self._leaves:
            self._leaves.extend(leaves(self.record))
        return self._leaves

    @property
    def parts(self) -> Sequence[tuple[Path, Model]]:
        """The record and every model inside it, outermost first, with its path in the YAML, walked once."""
        if not self._parts:
            self._parts.extend(parts(self.record))
        return self._parts

    @property
    def digest(self) -> str:
        """SHA-256 of what the record says, in hexadecimal; how its file is written does not count."""
        return hashlib.sha256(self.record.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> str:
        """`kind/id`, the address that other records and pages use."""
        return f"{self.kind}/{self.id}"

    def problem(self, code: str, path: Path = (), *, key: bool = False, within: str = "", **params: str) -> Problem:
        """A problem at the place in the file that `path` names. `within`: the part of the value that it is about."""
        return self.source.problem(code, path, key=key, within=within, **params)


# Keys by which people try to type a status (invariant 2).
# Keys of scores and rankings of our own.
_SCORE_KEYS = frozenset({"score", "rating", "rank", "ranking", "stars", "betyg", "poang", "poäng", "stjärnor", "stjarnor", "tier", "level"})
_STATUS_KEYS = frozenset({"status", "state", "authorised", "authorized", "auktoriserad", "valid", "giltig", "active"})

_TEXT: Mapping[str, str] = {
    "expected_sv": "text",
    "how_sv": "Skriv texten efter kolonet, i citattecken om den ser ut som ett tal eller true/false.",
    "expected_en": "text",
    "how_en": "Write the text after the colon, in quotes if it looks like a number or true/false.",
}
_FIELDS: Mapping[str, str] = {
    "expected_sv": "fält",
    "how_sv": "Skriv varje fält på en egen rad med indrag, följt av kolon, mellanslag och värde.",
    "expected_en": "fields",
    "how_en": "Write each field on a line of its own, indented, followed by a colon, a space and the value.",
}
# What pydantic missed, in the words of T04.
_EXPECTED: Mapping[str, Mapping[str, str]] = {
    "string_type": _TEXT,
    "int_type": {
        "expected_sv": "ett heltal",
        "how_sv": "Skriv bara siffror, utan citattecken.",
        "expected_en": "a whole number",
        "how_en": "Write only digits, without quotes.",
    },
    "bool_type": {
        "expected_sv": "true eller false",
        "how_sv": "Skriv true för ja och false för nej, utan citattecken.",
        "expected_en": "true or false",
        "how_en": "Write true for yes and false for no, without quotes.",
    },
    "tuple_type": {
        "expected_sv": "en lista",
        "how_sv": "Skriv varje värde på en egen rad som börjar med ”- ”, även när det bara är ett.",
        "expected_en": "a list",
        "how_en": "Write each value on a line of its own that starts with “- ”, also when there is only one.",
    },
    "dict_type": _FIELDS,
    "model_type": _FIELDS,
    "number": {
        "expected_sv": "ett tal",
        "how_sv": "Skriv bara siffror, med punkt före decimalerna och utan citattecken.",
        "expected_en": "a number",
        "how_en": "Write only digits, with a point before the decimals and without quotes.",
    },
}
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_LINE_BREAK = re.compile(r"[\n\r\t]")
_BREAKS: Mapping[str, tuple[str, str]] = {
    "\n": ("en radbrytning", "a line break"),
    "\r": ("ett vagnreturtecken", "a carriage return"),
    "\t": ("en tabb", "a tab"),
}
# What makes a spreadsheet program work out a cell. A list of names is one cell in a download, so each may come first.
_FORMULA = ("=", "+", "-", "@")
_DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_LONGEST_SHOWN = 80

_SHORTER = ("Korta texten.", "Shorten it.")
_SHORTER_QUOTE = ("Citera färre ord, högst {limit} tecken. Ändra inget i dem.", "Quote fewer words, at most {limit} characters. Change nothing in them.")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-[0-9]{2})?\Z")
# How a message speaks of a record of each kind.
_A_RECORD: Mapping[Kind, tuple[str, str]] = {
    Kind.PROFILES: ("en leverantör", "a provider"),
    Kind.CASES: ("ett ärende", "a case"),
    Kind.SCHEMES: ("en märkning", "a label"),
    Kind.PROGRAMMES: ("ett program", "a programme"),
    Kind.BODIES: ("en organisation", "an organisation"),
    Kind.SOURCES: ("en källa", "a source"),
    Kind.TERMS: ("ett ord i ordlistan", "a word of the glossary"),
    Kind.STORIES: ("en berättelse", "a story"),
    Kind.CORRECTIONS: ("en rättelse", "a correction"),
    Kind.TOMBSTONES: ("spåret efter en borttagen post", "the trace of a removed record"),
}

_ONE_OF_TWO: Mapping[str, tuple[str, str]] = {
    "counter": (
        "counter behöver antingen text och sources, eller searched_on.",
        "counter needs either text and sources, or searched_on.",
    ),
    "place": ("Ange antingen municipality eller county.", "Give either municipality or county."),
    "relation": ("Ange antingen target eller name.", "Give either target or name."),
    "party": ("Ange antingen provider eller unnamed.", "Give either provider or unnamed."),
    "source": ("Ange antingen url eller url_withheld med skälet.", "Give either url or url_withheld with the reason."),
}


def read_record(content: bytes, kind: Kind, record_id: str, root: Root, file: str, plain: str = "") -> tuple[Document | None, list[Problem]]:
    """Read one record. The document is None when there is any error, and then the problems say why. plain: its `plain_text`, where that is known."""
    document, problems = _read(content, kind, record_id, root, file, plain)
    if len(problems) > MAX_PROBLEMS:
        problems = [Problem("F11", file, params={"limit": str(MAX_PROBLEMS)}), *sorted_problems(problems)[:MAX_PROBLEMS]]
    return document, problems


def plain_text(content: bytes) -> str:
    """The plain data of a file as text; empty for a file with any problem, which only reading it tells."""
    parsed = read_yaml(content, "")
    return "" if parsed.data is None or parsed.problems else as_text(parsed.data)


def _read(content: bytes, kind: Kind, record_id: str, root: Root, file: str, plain: str) -> tuple[Document | None, list[Problem]]:
    parsed = as_read_before(from_text(plain), content, file) if plain else read_yaml(content, file)
    if parsed.data is None or parsed.problems:
        return None, list(parsed.problems)
    model = MODELS[kind]
    try:
        record = model.model_validate(parsed.data)
    except ValidationError as error:
        if other := likely_kind(parsed.data, kind):
            a_sv, a_en = _A_RECORD[other]
            return None, [Problem("F14", file, params={"a_sv": a_sv, "a_en": a_en, "folder": f"{file.rpartition('/')[0].rpartition('/')[0]}/{other}/"})]
        details = [detail for detail in error.errors(include_url=False) if not _only_follows(detail)]
        details = sorted(details, key=lambda detail: parsed.source.place(_path(detail)))[: MAX_PROBLEMS + 1]
        found = [(detail["loc"][:-1], _problem(detail, model, parsed.source)) for detail in details]
        misspelt = {(where, problem.params["suggestion"]) for where, problem in found if problem.code == "T02"}
        return None, [problem for where, problem in found if problem.code != "T01" or (where, problem.params["field"]) not in misspelt]
    problems = list(_unsafe_text(record, parsed.source))
    document = Document(kind, record_id, root, record, parsed.source)
    return (None if problems else document), problems


def _unsafe_text(record: Record, source: SourceMap) -> Iterable[Problem]:
    for leaf in leaves(record):
        prose = leaf.mark(Prose)
        if prose and not _says_something(leaf.value, prose):
            field = next(part for part in reversed(leaf.path) if isinstance(part, str))
            yield source.problem("T10", leaf.path, field=field)
        if prose and not prose.markdown and (broken := _LINE_BREAK.search(leaf.value)):
            what_sv, what_en = _BREAKS[broken.group()]
            yield source.problem("T19", leaf.path, what_sv=what_sv, what_en=what_en)
        if prose and prose.voice is Voice.NAME and leaf.value.startswith(_FORMULA):
            yield source.problem("T20", leaf.path, within=leaf.value[0], character=leaf.value[0])
        if prose:
            for word in find_imitations(unescape(leaf.value)):
                yield source.problem("T17", leaf.path, within=word.group(), word=word.group())
        if prose and prose.markdown:
            for what_sv, what_en in find_unsafe(leaf.value):
                where = {"HTML": "<", "an image": "!["}.get(what_en) or what_en.removeprefix("the link “").removesuffix("”")
                yield source.problem("T15", leaf.path, within=where, what_sv=what_sv, what_en=what_en)


def _says_something(text: str, prose: Prose) -> bool:
    """True for a text with a letter or a digit that a reader sees. The target of a link is not seen."""
    return any(map(str.isalnum, unescape(_LINK_TARGET.sub("", text)) if prose.markdown else text))


def _only_follows(error: ErrorDetails) -> bool:
    """True for "too few items" that pydantic adds when the items are there but wrong themselves."""
    return error["type"] == "too_short" and bool(error.get("input"))


def _path(error: ErrorDetails) -> Path:
    return tuple(part for part in error["loc"] if part != "[key]")


def _problem(error: ErrorDetails, model: type[Model], source: SourceMap) -> Problem:
    path = _path(error)
    kind, context, value = error["type"], error.get("ctx", {}), error.get("input")
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    if kind in ("T06", "T11") and isinstance(value, int):
        kind = "string_type"
    if kind == "missing":
        return source.problem("T01", path[:-1], field=field)
    if kind == "extra_forbidden":
        return _unknown_field(path, field, model, source)
    if kind == "enum":
        return _unknown_code(error, path, source)
    if kind in ("T04", "int_type") and isinstance(value, str) and len(value) > LONGEST_NUMBER and _DIGITS.match(value):
        return source.problem("T14", path, detail_sv="har för många siffror", detail_en="has too many digits")
    if kind == "model_type" and isinstance(value, str) and isinstance(path[-1], int) and (owner := _model_at(model, path)):
        return source.problem_at("T04", source.place(path), **{**_FIELDS, **_first_field(owner, value)})
    if kind in _EXPECTED or kind == "T04":
        return source.problem_at("T04", source.place(path), **_EXPECTED["number" if kind == "T04" else kind])
    if kind == "T05":
        why_sv, why_en = _no_such_day(str(value))
        return source.problem(kind, path, value=shown(value), why_sv=why_sv, why_en=why_en)
    if kind in ("T06", "T11", "T12", "T16"):
        return source.problem(kind, path, value=shown(value))
    if kind in ("T07", "T08"):
        place = suggest_municipality(str(value)) if kind == "T07" else suggest_county(str(value))
        return source.problem(kind, path, value=shown(value), suggestion=f"{place.code} ({place.name})" if place else "")
    if kind == "T13":
        rule_sv, rule_en = _ONE_OF_TWO[context["rule"]]
        return source.problem("T13", path, rule_sv=rule_sv, rule_en=rule_en)
    return _outside_limits(error, path, field, source)


def _outside_limits(error: ErrorDetails, path: Path, field: str, source: SourceMap) -> Problem:
    """A value of the right kind that is too short, too long, too small, too large or not one of a few."""
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    if kind in ("string_too_short", "too_short"):
        return source.problem("T10", path, field=field)
    if kind == "string_too_long":
        limit = str(context["max_length"])
        how_sv, how_en = _SHORTER_QUOTE if field == "quote" else _SHORTER
        return source.problem("T09", path, length=str(len(value)), limit=limit, how_sv=how_sv.format(limit=limit), how_en=how_en.format(limit=limit))
    if kind == "string_pattern_mismatch":
        codes = str(context["pattern"]).strip("^$()").split("|")
        return source.problem("T03", path, value=shown(value), field=field, known=", ".join(codes), suggestion=suggest_code(shown(value), codes))
    if kind == "greater_than_equal":
        return source.problem("T14", path, detail_sv=f"ska vara minst {context['ge']}", detail_en=f"should be at least {context['ge']}")
    if kind == "less_than_equal":
        return source.problem("T14", path, detail_sv=f"ska vara högst {context['le']}", detail_en=f"should be at most {context['le']}")
    return source.problem("T13", path, rule_sv=f"Värdet passar inte i fältet ”{field}”.", rule_en=f"The value does not fit the field “{field}”.")


def _unknown_field(path: Path, field: str, model: type[Model], source: SourceMap) -> Problem:
    owner = _model_at(model, path[:-1])
    known = [info.alias or name for name, info in owner.model_fields.items()] if owner else []
    if field in _STATUS_KEYS and owner is not None and owner.__name__ in ("Accreditation", "Contract", "Profile"):
        return source.problem("I02a", path, key=True, field=field)
    if field in _SCORE_KEYS:
        return source.problem("I14a", path, key=True, field=field)
    return source.problem("T02", path, key=True, field=shown(field), known=", ".join(known), suggestion=closest(field, known))


def _unknown_code(error: ErrorDetails, path: Path, source: SourceMap) -> Problem:
    value = shown(error.get("input"))
    vocabulary = _vocabulary_of(error)
    # An answer's question is a key of its own, not the value of a field.
    is_key = "[key]" in error["loc"]
    field = str(path[-2] if is_key and len(path) > 1 else path[-1])
    return source.problem("T03", path, key=is_key, value=value, field=field, known=", ".join(vocabulary), suggestion=suggest_code(value, vocabulary))


def _first_field(owner: type[Model], value: str) -> Mapping[str, str]:
    """How to write fields where a plain text stands as an item of a list."""
    name, info = next(iter(owner.model_fields.items()))
    line = f"- {info.alias or name}: {shown(value)}"
    return {
        "how_sv": f"Skriv vilket fält texten hör till, till exempel ”{line}”, och de andra fälten på raderna under.",
        "how_en": f"Write which field the text belongs to, for example “{line}”, and the other fields on the lines below.",
    }


def _no_such_day(value: str) -> tuple[str, str]:
    """Why something that is written as a date is none, as the end of a message."""
    match = _DATE.match(value)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return "", ""
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return f": det finns ingen månad {match[2]}", f": there is no month {match[2]}"
    days = monthrange(year, month)[1]
    return f": dagen finns inte, för månaden har {days} dagar", f": there is no such day, since the month has {days} days"


def _vocabulary_of(error: ErrorDetails) -> list[str]:
    """The codes as pydantic lists them: 'a', 'b' or 'c'."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",") if part.strip(" '")]


def shown(value: object) -> str:
    """A value as it looks in YAML, cut to what a message can hold."""
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    text = {True: "true", False: "false", None: "null"}[value] if value is None or isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _model_at(model: type[Model], path: Path) -> type[Model] | None:
    """The model class that holds what stands at `path`."""
    current: Any = model
    inside_dict = False
    for part in path:
        if inside_dict or isinstance(part, int):
            inside_dict = False
            continue
        info = next((i for n, i in current.model_fields.items() if (i.alias or n) == part), None) if current else None
        if info is None:
            return None
        current = _first_model(info.annotation)
        inside_dict = get_origin(info.annotation) is dict
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

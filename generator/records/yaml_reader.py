"""Strict YAML: bytes to plain data, with the line and column of every key and value.

A subset of YAML in which nothing is surprising: only `true`, `false`, `null`, integers without a
leading zero and plain decimals are anything but text. So the municipality code `0114`, the word
`NO`, the time `12:30` and every date stay what was written. Duplicate keys, anchors, aliases, merge
keys, tags, several documents, tabs, control and direction characters, deep nesting and large files
are refused, each with its place.

Built on PyYAML's event stream rather than its nodes: events still know about anchors, and nesting
is counted before anything recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import yaml

from generator.problems import Problem
from generator.records.privacy import mask_person_numbers

MAX_BYTES = 512 * 1024
MAX_DEPTH = 20

HAS_LIBYAML = hasattr(yaml, "CSafeLoader")
_LOADER = yaml.CSafeLoader if HAS_LIBYAML else yaml.SafeLoader

Path = tuple[str | int, ...]
Place = tuple[int, int]

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")
_CONSTANTS: Mapping[str, bool | None] = MappingProxyType({"true": True, "false": False, "null": None})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where everything in one file stands.

    values, keys: path in the data (keys and list indexes from the top) to (line, column), 1-based.
    lines: the text of the file, for showing the line that a problem is about.
    """

    file: str
    lines: tuple[str, ...] = ()
    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)

    def place(self, path: Path, key: bool = False) -> Place:
        """The place of a value (or its key); for what is not there, the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        for end in range(len(path), -1, -1):
            if path[:end] in self.values:
                return self.values[path[:end]]
        return (1, 1)

    def problem(self, code: str, path: Path = (), *, key: bool = False, **params: str) -> Problem:
        """A problem at the value (or key) that `path` names."""
        return self.problem_at(code, self.place(path, key), **params)

    def problem_at(self, code: str, place: Place, **params: str) -> Problem:
        """A problem at a line and column. Person numbers are masked: logs are often public."""
        line, column = place
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        shown = {name: mask_person_numbers(value) for name, value in params.items()}
        return Problem(code, self.file, line, column, shown, mask_person_numbers(excerpt))


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a file holds: `data` is None when it could not be read, and then `problems` says why."""

    data: dict[str, object] | None
    source: SourceMap
    problems: tuple[Problem, ...]


class _Stop(Exception):
    """Nothing after this place can be understood."""


def read_yaml(content: bytes, file: str) -> YamlFile:
    """Read one file. Never raises on any content: everything wrong comes back as problems."""
    text, problems = _decode(content, file)
    if text is None:
        return YamlFile(None, SourceMap(file), tuple(problems))
    source = SourceMap(file, tuple(text.split("\n")))
    problems += _forbidden_characters(text, source)
    if problems:
        return YamlFile(None, source, tuple(problems))
    builder = _Builder(source)
    data = builder.build(text)
    located = SourceMap(file, source.lines, builder.values, builder.keys)
    return YamlFile(data, located, tuple(builder.problems))


def _decode(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    if len(content) > MAX_BYTES:
        return None, [Problem("F07", file, params={"size": str(len(content) // 1024), "limit": str(MAX_BYTES // 1024)})]
    if not content.strip():
        return None, [Problem("F06", file)]
    try:
        return content.decode("utf-8").replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        shown = content.split(b"\n")[line - 1].decode("utf-8", "replace")
        return None, [Problem("F05", file, line, column, {"byte": f"0x{content[error.start]:02X}"}, shown)]


def _forbidden_characters(text: str, source: SourceMap) -> list[Problem]:
    problems = []
    for number, line in enumerate(source.lines, 1):
        tab = line.find("\t")
        if tab >= 0:
            problems.append(source.problem_at("Y02", (number, tab + 1)))
        match = _FORBIDDEN.search(line)
        if match:
            character = f"U+{ord(match.group()):04X}"
            problems.append(source.problem_at("Y08", (number, match.start() + 1), character=character))
    return problems


class _Builder:
    """Walks the events of one document and notes places and problems on the way."""

    def __init__(self, source: SourceMap) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}

    def build(self, text: str) -> dict[str, object] | None:
        try:
            return self._document(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            detail = " ".join(part for part in (error.context, error.problem) if part)
            self.problems.append(self.source.problem_at("Y01", place, detail=detail))
        except _Stop:
            pass
        return None

    def _document(self, events: Iterator[yaml.Event]) -> dict[str, object] | None:
        data: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._report("Y06", event, what="%")
                    raise _Stop
                if documents > 1:
                    self._report("Y07", event)
                    raise _Stop
            elif isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                continue
            else:
                data = self._node(event, events, (), 0)
        if documents == 0:
            self.problems.append(Problem("F06", self.source.file))
            return None
        if not isinstance(data, dict):
            self.problems.append(self.source.problem_at("Y11", self.values.get((), (1, 1))))
            return None
        return data

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int) -> object:
        if depth > MAX_DEPTH:
            self._report("Y09", event, limit=str(MAX_DEPTH))
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._report("Y04", event, what=f"*{event.anchor}")
            return None
        self._refuse_decoration(event)
        self.values[path] = _place(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path, depth)
        return self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _refuse_decoration(self, event: yaml.Event) -> None:
        """Report an anchor or a tag in front of a key or value."""
        if anchor := getattr(event, "anchor", None):
            self._report("Y04", event, what=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self._report("Y06", event, what=str(tag))

    def _mapping(self, events: Iterator[yaml.Event], path: Path, depth: int) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.value == "":
                self._report("Y12", event)
                raise _Stop
            key = str(event.value)
            if key == "<<" and not event.style:
                self._report("Y05", event)
            elif key in result:
                self._report("Y03", event, key=key, line=str(self.keys[(*path, key)][0]))
            self._refuse_decoration(event)
            self.keys.setdefault((*path, key), _place(event))
            value = self._node(next(events), events, (*path, key), depth + 1)
            result.setdefault(key, value)
        return result

    def _sequence(self, events: Iterator[yaml.Event], path: Path, depth: int) -> list[object]:
        result: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            result.append(self._node(event, events, (*path, len(result)), depth + 1))
        return result

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        text = str(event.value)
        if event.style:
            return text
        if text == "":
            self._report("Y10", event)
            return None
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.match(text):
            return int(text) if len(text) <= 18 else text
        if _DECIMAL.match(text):
            return Decimal(text)
        return text

    def _report(self, code: str, event: yaml.Event, **params: str) -> None:
        self.problems.append(self.source.problem_at(code, _place(event), **params))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)

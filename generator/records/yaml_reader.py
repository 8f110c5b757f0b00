"""Strict YAML: bytes to plain data, with the line and column of every key and value.

A subset of YAML in which nothing is surprising: only `true`, `false`, `null`, integers without a leading zero and plain decimals are anything
but text. So the municipality code `0114`, the word `NO`, the time `12:30` and every date stay what was written. Duplicate keys, anchors, aliases,
merge keys, tags, several documents, tabs, control and direction characters, deep nesting, large files and words lost in a comment are refused,
each with its place. A byte order mark and Windows line endings are let through.

Built on PyYAML's event stream rather than its nodes: events still know about anchors, and nesting
is counted before anything recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from types import MappingProxyType

import yaml

from generator.problems import Problem
from generator.records.hidden import HIDDEN, find_hidden
from generator.records.source_map import Path, Place, Places, SourceMap, plain_breaks

MAX_BYTES = 512 * 1024
MAX_DEPTH = 20
MAX_PROBLEMS = 100
LONGEST_NUMBER = 18

HAS_LIBYAML = hasattr(yaml, "CSafeLoader")
_LOADER = yaml.CSafeLoader if HAS_LIBYAML else yaml.SafeLoader

_MERGE_MARKER = re.compile(r"(?:<{7} |={7}$|>{7} )")

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")
_CONSTANTS: Mapping[str, bool | None] = MappingProxyType({"true": True, "false": False, "null": None})
_NO_SPACE = re.compile(r" *(?:- +)*[a-z_]+(:)(?![ /]|$)")
# What a value is followed by when a comment begins with no space after its sign.
_LOST_TEXT = re.compile(r"[\]}]*(?: *,)?(?:[ ]+[\]}]+)*[ ]+(#[^\s#].*)")
_LONGEST_LOST = 60
_STANDARD_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class _Explanation:
    """What a parser's complaint means to an editor. `parts`: one of them stands in the complaint; `at_start`: point where the part began."""

    parts: tuple[str, ...]
    at_start: bool
    sv: str
    en: str


_ESCAPE = _Explanation(
    ("unknown escape character", "hexdecimal number", "hexadecimal number", "Unicode character escape"),
    False,
    'omvänt snedstreck (\\) i text med " skrivs dubbelt',
    'a backslash in text with " is written twice',
)
# The first that fits explains; libyaml and PyYAML's own parser word the same complaint differently.
_EXPLANATIONS = (
    _Explanation(("unexpected end of stream", "document indicator", "document separator"), True,
        "citattecknet som börjar här avslutas aldrig", "the quotation that starts here never ends"),
    _Explanation(("could not find expected ':'",), True,
        "här ska stå en nyckel följd av kolon och mellanslag", "a key followed by a colon and a space should stand here"),
    _Explanation(("mapping values are not allowed",), False,
        "ett kolon följt av mellanslag kan inte stå här", "a colon followed by a space cannot stand here"),
    _Explanation(("sequence entries are not allowed",), False,
        "en lista kan inte börja här, den börjar på raden efter nyckeln", "a list cannot start here, it starts on the line after the key"),
    _Explanation(("mapping keys are not allowed",), False,
        "ett frågetecken kan inte inleda text utan citattecken", "a question mark cannot start text without quotes"),
    _Explanation(("cannot start any token", "unknown directive", "undefined tag handle", "tag URI", "expected URI", "alphabetic or numeric character"), True,
        "text kan inte börja med det här tecknet utan citattecken", "text cannot start with this character without quotes"),
    _Explanation(("',' or ']'",), True,
        "listan som börjar här med [ saknar ] eller ett komma", "the list that starts here with [ has no ] or lacks a comma"),
    _Explanation(("',' or '}'",), True,
        "det som börjar här med { saknar } eller ett komma", "what starts here with { has no } or lacks a comma"),
    _Explanation(("node content",), False,
        "här saknas ett värde, eller så behöver texten citattecken", "a value is missing here, or the text needs quotes"),
    _ESCAPE,
    _Explanation(("comment or line break", "comment or a line break", "indentation indicator"), False,
        "texten efter > eller | börjar på nästa rad", "the text after > or | starts on the next line"),
    _Explanation(("'-' indicator", "block collection"), False,
        "raden hör inte till listan ovanför", "the line does not belong to the list above"),
    _Explanation(("expected key", "block mapping"), False,
        "det här hör inte ihop med det som står före", "this does not belong with what stands before"),
    _Explanation(("<document start>",), False,
        "posten tog slut före det här", "the record ended before this"),
)  # fmt: skip
_SPACE_MISSING = _Explanation((), False, "mellanslag saknas efter kolonet", "a space is missing after the colon")
_LATE_QUOTE = _Explanation((), False, "citattecknet som börjar här slutar först på en senare rad", "the quotation that starts here ends only on a later line")
_UNEXPLAINED = _Explanation((), False, "något annat väntades", "something else was expected")


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
    text, problems = decode(content, file)
    if text is None:
        return YamlFile(None, SourceMap(file), tuple(problems))
    source = SourceMap(file, tuple(text.split("\n")))
    problems += forbidden_characters(source)
    problems += merge_markers(source)
    if problems:
        return YamlFile(None, source, tuple(problems))
    builder = _Builder(source)
    data = builder.build(text)
    return YamlFile(data, SourceMap.of(file, content, _places_in), tuple(builder.problems))


def as_read_before(data: dict[str, object], content: bytes, file: str) -> YamlFile:
    """What `read_yaml` says of a file in which it found no problem, when its data is known already."""
    return YamlFile(data, SourceMap.of(file, content, _places_in), ())


def _places_in(lines: tuple[str, ...]) -> Places:
    builder = _Builder(SourceMap("", lines))
    builder.build("\n".join(lines))
    return Places(builder.values, builder.keys, builder.ends)


def decode(content: bytes, file: str, limit: int = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    """The text of a file with plain line breaks, or None and what stops it: too large, empty or not UTF-8."""
    if len(content) > limit:
        size = -(-len(content) // 1024)
        return None, [Problem("F07", file, params={"size": str(size), "limit": str(limit // 1024)})]
    content = plain_breaks(content)
    if not content.strip():
        return None, [Problem("F06", file)]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        source = SourceMap(file, tuple(content.decode("utf-8", "replace").split("\n")))
        return None, [source.problem_at("F05", (line, column), byte=f"0x{content[error.start]:02X}")]


def merge_markers(source: SourceMap) -> list[Problem]:
    """Y14: lines that git left behind where two versions met."""
    return [source.problem_at("Y14", (number, 1)) for number, line in enumerate(source.lines, 1) if _MERGE_MARKER.match(line)]


def forbidden_characters(source: SourceMap, *, tabs: bool = True) -> list[Problem]:
    """Y08 for each line with a character that no reader sees, and Y02 for each with a tab character."""
    problems: list[Problem] = []
    for number, line in enumerate(source.lines, 1):
        if len(problems) > MAX_PROBLEMS:
            break
        tab = line.find("\t")
        if tabs and tab >= 0:
            problems.append(source.problem_at("Y02", (number, tab + 1)))
        for start, character in islice(find_hidden(line), 1):
            problems.append(source.problem_at("Y08", (number, start + 1), character=character))
    return problems


def without_forbidden_characters(text: str) -> str:
    """The text less every character that no record may hold, line breaks and tabs aside."""
    return HIDDEN.sub("", text)


class _Builder:
    """Walks the events of one document and notes places and problems on the way."""

    def __init__(self, source: SourceMap) -> None:
        self.source = source
        self.lines = source.lines
        self.problems: list[Problem] = []
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.ends: dict[Path, Place] = {}
        self.last: Place = (1, 1)
        self.quoted: tuple[Place, Place] | None = None

    def build(self, text: str) -> dict[str, object] | None:
        try:
            return self._document(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            self._not_understood(error)
        except (ValueError, OverflowError):
            # PyYAML's own parser, on an escape for a character that cannot be.
            self._explain(_ESCAPE, self.last)
        except _Stop:
            pass
        return None

    def _not_understood(self, error: yaml.MarkedYAMLError) -> None:
        complaint = f"{error.context} {error.problem}"
        explanation = next((e for e in _EXPLANATIONS if any(part in complaint for part in e.parts)), _UNEXPLAINED)
        mark = (explanation.at_start and error.context_mark) or error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else self.last
        if self.quoted and self.quoted[1] == place and self.quoted[0][0] < place[0]:
            explanation, place = _LATE_QUOTE, self.quoted[0]
        if "expected ':'" in complaint or "mapping values" in complaint:
            # A key without a space after its colon becomes text, and the parser trips on what follows.
            colon = self._colon_without_space(place[0] - 1) or self._colon_without_space(place[0])
            if colon:
                explanation, place = _SPACE_MISSING, colon
        self._explain(explanation, place)

    def _colon_without_space(self, line: int) -> Place | None:
        """The place of the colon on a line such as `name:Exempel`, which is text and no key."""
        match = _NO_SPACE.match(self.lines[line - 1]) if 0 < line <= len(self.lines) else None
        return (line, match.start(1) + 1) if match else None

    def _explain(self, explanation: _Explanation, place: Place) -> None:
        self.problems.append(self.source.problem_at("Y01", place, detail_sv=explanation.sv, detail_en=explanation.en))

    def _document(self, events: Iterator[yaml.Event]) -> dict[str, object] | None:
        data: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._report("Y06", event, what=self.lines[_place(event)[0] - 1].strip())
                    raise _Stop
                if documents > 1:
                    self._report("Y07", event)
                    raise _Stop
            elif isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                continue
            elif not isinstance(event, yaml.ScalarEvent) or event.value or event.style or event.tag or event.anchor:
                data = self._node(event, events, (), 0)
        if () not in self.values and not self.problems:
            self.problems.append(Problem("F06", self.source.file))
            return None
        if not isinstance(data, dict):
            place = self.values.get((), (1, 1))
            colon = self._colon_without_space(place[0])
            if isinstance(data, str) and colon:
                self._explain(_SPACE_MISSING, colon)
            else:
                self.problems.append(self.source.problem_at("Y11", place))
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
        self.values[path] = self.last = _place(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path, depth)
        if event.end_mark:
            self.ends[path] = (event.end_mark.line + 1, event.end_mark.column + 1)
        self.quoted = (self.last, self.ends[path]) if getattr(event, "style", None) in ("'", '"') else None
        return self._scalar(event) if isinstance(event, yaml.ScalarEvent) and not self._cut_short(self.ends[path]) else None

    def _cut_short(self, end: Place) -> bool:
        """Report a comment after a value that looks as if it belonged to the text: nothing stands between its sign and its words."""
        line = self.lines[end[0] - 1] if end[0] <= len(self.lines) else ""
        match = _LOST_TEXT.match(line, end[1] - 1) if line[: end[1] - 1].strip() else None
        if match is None:
            return False
        words = match[1] if len(match[1]) <= _LONGEST_LOST else f"{match[1][: _LONGEST_LOST - 1]}…"
        self.problems.append(self.source.problem_at("Y15", (end[0], match.start(1) + 1), words=words))
        return True

    def _refuse_decoration(self, event: yaml.Event) -> None:
        """Report an anchor or a tag in front of a key or value."""
        if anchor := getattr(event, "anchor", None):
            self._report("Y04", event, what=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self._report("Y06", event, what=str(tag).replace(_STANDARD_TAG, "!!"))

    def _mapping(self, events: Iterator[yaml.Event], path: Path, depth: int) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.value == "":
                self._report("Y12", event)
                raise _Stop
            key = str(event.value)
            self._refuse_hidden(event)
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

    def _refuse_hidden(self, event: yaml.ScalarEvent) -> None:
        """Report a character that is written as an escape or a reference but may not stand in the file."""
        for _, character in islice(find_hidden(str(event.value)), 1):
            self._report("Y08", event, character=character)

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        text = str(event.value)
        self._refuse_hidden(event)
        if event.style:
            return text
        if text == "":
            self._report("Y10", event)
            return None
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if len(text) > LONGEST_NUMBER:
            return text
        if _INTEGER.match(text):
            return int(text)
        return Decimal(text) if _DECIMAL.match(text) else text

    def _report(self, code: str, event: yaml.Event, **params: str) -> None:
        self.problems.append(self.source.problem_at(code, _place(event), **params))
        if len(self.problems) > MAX_PROBLEMS:
            raise _Stop


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)

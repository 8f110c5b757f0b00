"""Where everything in a file stands, for those who say what is wrong in it.

Nearly every file is in order, and then nobody asks. So of a record only the bytes are kept, and the places in them are found the first time that
somebody wants one. The bytes and not the path: a file may change between its reading and the question.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.problems import Problem
from generator.records.hidden import HIDDEN
from generator.records.privacy import mask_person_numbers

Path = tuple[str | int, ...]
Place = tuple[int, int]

_LONGEST_EXCERPT = 10_000
_NONE: Mapping[Path, Place] = MappingProxyType({})


def plain_breaks(content: bytes) -> bytes:
    """What a file holds without its byte order mark and with plain line breaks."""
    return content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


@dataclass(frozen=True, slots=True)
class Places:
    """The places in one file, as `SourceMap` has them."""

    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    ends: Mapping[Path, Place]


class SourceMap:
    """Where everything in one file stands.

    values, keys: path in the data (keys and list indexes from the top) to (line, column), 1-based.
    ends: the same for the first place after a value. lines: the text of the file, for showing the
    line that a problem is about.
    """

    __slots__ = ("_content", "_find", "_lines", "_places", "file")

    def __init__(
        self,
        file: str,
        lines: tuple[str, ...] = (),
        values: Mapping[Path, Place] = _NONE,
        keys: Mapping[Path, Place] = _NONE,
        ends: Mapping[Path, Place] = _NONE,
    ) -> None:
        self.file = file
        self._lines: tuple[str, ...] | None = lines
        self._places: Places | None = Places(values, keys, ends)
        self._content = b""
        self._find: Callable[[tuple[str, ...]], Places] | None = None

    @classmethod
    def of(cls, file: str, content: bytes, find: Callable[[tuple[str, ...]], Places]) -> SourceMap:
        """The map of a file with this content, which is UTF-8. find: what finds the places in its lines, called when somebody first asks for one."""
        source = cls(file)
        source._lines = source._places = None
        source._content, source._find = content, find
        return source

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SourceMap):
            return NotImplemented
        return (self.file, self.lines) == (other.file, other.lines) and self._found() == other._found()

    __hash__ = None  # type: ignore[assignment]

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of the file. Of a record it is made each time, so that not every text is kept twice."""
        return tuple(plain_breaks(self._content).decode("utf-8").split("\n")) if self._lines is None else self._lines

    @property
    def values(self) -> Mapping[Path, Place]:
        """Where each value begins."""
        return self._found().values

    @property
    def keys(self) -> Mapping[Path, Place]:
        """Where each key begins."""
        return self._found().keys

    @property
    def ends(self) -> Mapping[Path, Place]:
        """The first place after each value."""
        return self._found().ends

    def _kept(self) -> tuple[str, ...]:
        """The lines, which stay from now on: who asks about one problem has often more."""
        self._lines = self.lines
        return self._lines

    def _found(self) -> Places:
        if self._places is None:
            self._places = self._find(self._kept()) if self._find else Places(_NONE, _NONE, _NONE)
        return self._places

    def place(self, path: Path, key: bool = False) -> Place:
        """The place of a value (or its key); for what is not there, the nearest thing around it."""
        if key and path in self.keys:
            return self.keys[path]
        values = self.values
        return next((values[path[:end]] for end in range(len(path), -1, -1) if path[:end] in values), (1, 1))

    def place_of(self, text: str, path: Path) -> Place:
        """The place of the first `text` inside a value, or of the value when the text cannot be seen there."""
        (line, column), (last, end), lines = self.place(path), self.ends.get(path, (0, 0)), self._kept()
        for number in range(line, last + 1):
            start = column - 1 if number == line else 0
            found = lines[number - 1].find(text, start, end - 1 if number == last else None) if number <= len(lines) else -1
            if found >= 0:
                return (number, found + 1)
        return (line, column)

    def first(self, text: str) -> Place:
        """The first place where a text stands in the file, or its beginning."""
        return next(((number, line.find(text) + 1) for number, line in enumerate(self.lines, 1) if text in line), (1, 1))

    def problem(self, code: str, path: Path = (), *, key: bool = False, within: str = "", **params: str) -> Problem:
        """A problem at the value (or key) that `path` names. `within`: the part of the value that it is about."""
        return self.problem_at(code, self.place_of(within, path) if within else self.place(path, key), **params)

    def problem_at(self, code: str, place: Place, **params: str) -> Problem:
        """A problem at a line and column. Person numbers are masked: logs are often public."""
        (line, column), lines = place, self._kept()
        # A parser that missed something to the end points past it: show the end of the last line that says anything.
        while line > 1 and (line > len(lines) or (not lines[line - 1].strip() and column > len(lines[line - 1]))):
            line -= 1
            column = len(lines[line - 1]) + 1 if line <= len(lines) else 1
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        if len(excerpt) > _LONGEST_EXCERPT:
            excerpt = ""
        shown = {name: mask_person_numbers(value) for name, value in params.items()}
        visible = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", mask_person_numbers(excerpt))
        return Problem(code, self.file, line, column, shown, visible)

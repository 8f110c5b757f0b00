"""Problems: what is wrong in a file, as data.

A `Problem` says where (file, line, column), which rule (code) and with which values. The words come
from `problem_catalogue`, so that the same problem can be said in Swedish and English, as text for a
person, JSON for a program, or annotations for GitHub.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from generator.problem_catalogue import CATALOGUE
from generator.problem_kinds import Severity

Language = Literal["sv", "en"]
OutputFormat = Literal["text", "json", "github"]

_NO_PARAMS: Mapping[str, str] = MappingProxyType({})
_CARET_WINDOW = 100
_LINE_BREAK, _HINT_INDENT = "\n", "\n    "


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    file: path as the user knows it, with forward slashes. line, column: 1-based; 0 means the whole
    file. params: the values that the message of `code` names. excerpt: the text of the line, for
    the caret; empty when there is none to show.
    """

    code: str
    file: str
    line: int = 0
    column: int = 0
    params: Mapping[str, str] = field(default_factory=lambda: _NO_PARAMS)
    excerpt: str = ""

    @property
    def severity(self) -> Severity:
        """`error` stops the build, `warning` does not."""
        return CATALOGUE[self.code].severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """File, then place, then code: the order in which an editor mends."""
        return (self.file, self.line, self.column, self.code, json.dumps(dict(self.params), sort_keys=True))

    def message(self, lang: Language = "sv") -> str:
        """What is wrong, in one sentence."""
        kind = CATALOGUE[self.code]
        return (kind.sv if lang == "sv" else kind.en).format(**self.params)

    def hint(self, lang: Language = "sv") -> str:
        """What to write instead. Empty when the message already says it."""
        kind = CATALOGUE[self.code]
        text = (kind.hint_sv if lang == "sv" else kind.hint_en).format(**self.params)
        suggestion = self.params.get("suggestion", "")
        if suggestion:
            word, bracket, note = suggestion.partition(" (")
            did_you_mean = f"Menade du ”{word}”{bracket}{note}?" if lang == "sv" else f"Did you mean “{word}”{bracket}{note}?"
            return f"{did_you_mean} {text}".strip()
        return text

    def masked(self, mask: Callable[[str], str]) -> Problem:
        """The same problem with everything that comes from a file as `mask` shows it."""
        params = {name: mask(value) for name, value in self.params.items()}
        return replace(self, file=mask(self.file), params=params, excerpt=mask(self.excerpt))

    def as_dict(self, lang: Language = "sv") -> dict[str, object]:
        """The problem for programs: the keys are stable."""
        return {
            "severity": self.severity,
            "code": self.code,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "message": self.message(lang),
            "hint": self.hint(lang),
        }


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in the order of the files, each once."""
    unique = {p.sort_key: p for p in problems}
    return [unique[key] for key in sorted(unique)]


def has_errors(problems: Iterable[Problem]) -> bool:
    """True if any of the problems stops a build."""
    return any(p.severity == "error" for p in problems)


def format_problems(problems: Iterable[Problem], output: OutputFormat = "text", lang: Language = "sv") -> str:
    """All problems, sorted, in one of the output formats. Empty input gives an empty string (or `[]`)."""
    ordered = sorted_problems(problems)
    if output == "json":
        return json.dumps([p.as_dict(lang) for p in ordered], ensure_ascii=False, indent=1)
    render = _github if output == "github" else _text
    return "\n".join(render(p, lang) for p in ordered)


def _text(problem: Problem, lang: Language) -> str:
    where = problem.file
    if problem.line:
        where += f":{problem.line}:{problem.column}"
    lines = [f"{where}: {problem.severity}[{problem.code}] {problem.message(lang)}"]
    if problem.excerpt.strip():
        lines += _excerpt_with_caret(problem)
    hint = problem.hint(lang)
    if hint:
        lines.append(f"  hint: {hint.replace(_LINE_BREAK, _HINT_INDENT)}")
    return "\n".join(lines)


def _excerpt_with_caret(problem: Problem) -> list[str]:
    """The line and a caret under the column, cut to a window round it when the line is long."""
    text, column = printable(problem.excerpt.rstrip("\r\n")), max(problem.column, 1)
    start = max(0, column - 1 - _CARET_WINDOW // 2) if len(text) > _CARET_WINDOW else 0
    window = text[start : start + _CARET_WINDOW]
    return [f"  {problem.line:>5} | {window}", f"        | {' ' * (column - 1 - start)}^"]


def printable(text: str) -> str:
    """Text safe to show on a terminal: control and direction characters become one visible character, a tab an arrow."""
    text = text.replace("\t", "\N{RIGHTWARDS ARROW TO BAR}")
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in text)


def _github(problem: Problem, lang: Language) -> str:
    """A workflow command; the escapes are GitHub's own (percent, CR, LF; in properties also colon and comma)."""
    text = " ".join(part for part in (problem.message(lang), problem.hint(lang)) if part)
    place = f"file={_escape(problem.file, properties=True)}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place},title={problem.code}::{_escape(text)}"


def _escape(text: str, properties: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if properties else text

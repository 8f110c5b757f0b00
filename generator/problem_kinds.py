"""What a problem code is: its severity, what it says and how to mend it, in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One code. An empty hint means that the message already says what to do."""

    code: str
    severity: Severity
    sv: str
    hint_sv: str
    en: str
    hint_en: str


def error(code: str, sv: str, hint_sv: str, en: str, hint_en: str) -> ProblemKind:
    """A kind of problem that stops the build."""
    return ProblemKind(code, "error", sv, hint_sv, en, hint_en)


def warning(code: str, sv: str, hint_sv: str, en: str, hint_en: str) -> ProblemKind:
    """A kind of problem that does not."""
    return ProblemKind(code, "warning", sv, hint_sv, en, hint_en)

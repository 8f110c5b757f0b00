"""The units of truth of a record: what has an anchor of its own, and so can be cited, released and corrected.

They are the record itself (anchor ``""``), every part with an id, every answer to a fixed question and
every party to a case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.models.base import Model, Path, parts
from generator.records.models.case import Party
from generator.records.vocabulary import Question

_PARTY = "part-"
_UNNAMED = "utan-namn"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. anchor: its name in the record and on the page. path: where it stands in the YAML."""

    anchor: str
    path: Path
    model: Model

    @property
    def has_id(self) -> bool:
        """True when the editors gave it its anchor, as an id."""
        return "id" in type(self.model).model_fields


def units(record: Model) -> Iterator[Unit]:
    """Every unit of a record, the record itself first."""
    unnamed = 0
    for path, part in parts(record):
        if isinstance(part, Party):
            unnamed += part.provider is None
            yield Unit(party_anchor(part.provider or (_UNNAMED if unnamed == 1 else f"{_UNNAMED}-{unnamed}")), path, part)
        elif len(path) == 2 and path[0] == "answers":
            yield Unit(Question(str(path[1])).anchor, path, part)  # type: ignore[call-arg]
        elif not path:
            yield Unit("", path, part)
        elif "id" in type(part).model_fields:
            yield Unit(str(part.id), path, part)  # type: ignore[attr-defined]


def party_anchor(provider: str) -> str:
    """The anchor of a named party to a case."""
    return f"{_PARTY}{provider}"


def party_provider(anchor: str) -> str:
    """The provider of a party's anchor; empty for any other anchor."""
    return anchor.removeprefix(_PARTY) if anchor.startswith(_PARTY) else ""


def unit_key(record: str, anchor: str) -> str:
    """`kind/id` for the record itself, `kind/id#anchor` for a part of it."""
    return f"{record}#{anchor}" if anchor else record

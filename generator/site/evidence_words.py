"""The standing words about a statement: what carries it, and which document would change it.

The grade and the kind of a statement choose them; a record may say more closely what would change
it (`would_change`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.records.models.editorial import Source
from generator.records.models.evidence import Evidence
from generator.records.vocabulary import Grade, StatementKind

_WOULD_CHANGE: Mapping[tuple[StatementKind, Grade | None], str] = MappingProxyType(
    {
        (StatementKind.FINDING, Grade.A): "En dom i högre rätt, eller ett nytt beslut av den som prövade saken.",
        (StatementKind.FINDING, Grade.B): "Ett nytt beslut, eller en rättelse från den myndighet eller beställare som skrev dokumentet.",
        (StatementKind.FINDING, Grade.C): "Beslutet eller granskningen i original, om det visar något annat än vad mediet skrev.",
        (StatementKind.ALLEGATION, Grade.B): "Ett beslut eller en dom som prövar påståendet.",
        (StatementKind.ALLEGATION, Grade.C): "Ett beslut eller en dom som prövar påståendet, en rättelse i mediet, eller ett svar från den det gäller.",
        (StatementKind.ALLEGATION, Grade.D): "Ett beslut eller en dom som prövar påståendet, eller ett svar från den det gäller.",
        (StatementKind.MEASURE_TAKEN, None): "Ett dokument från den som fattade beslutet, om det visar att beslutet har ändrats.",
    }
)
_OTHERWISE = "En nyare eller fullständigare källa som visar något annat."


def would_change(evidence: Evidence, kind: StatementKind) -> str:
    """Which document would change the statement."""
    table = _WOULD_CHANGE
    return evidence.would_change or table.get((kind, evidence.grade)) or table.get((kind, None)) or _OTHERWISE


def basis(evidence: Evidence, source: Source) -> str:
    """What carries a statement, in words: its grade, or for one without a grade the sort of document that it was read in."""
    if evidence.grade:
        return f"{evidence.grade.label_sv} (grad {evidence.grade.value})"
    return f"{source.type.label_sv} från {source.publisher}"

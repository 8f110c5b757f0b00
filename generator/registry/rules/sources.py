"""What carries a statement: its grade (invariant 1), and the explanation of its source's interest (24)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import parts
from generator.records.models.evidence import Statement
from generator.records.vocabulary import Interest
from generator.registry.registry import Registry


def interest_explained(registry: Registry) -> Iterator[Problem]:
    """I24a: an interest other than none has a note that readers understand."""
    for document in registry.of(Kind.SOURCES):
        if document.record.interest is not Interest.NONE and document.record.interest_note is None:
            yield document.problem("I24a", ("interest",), interest=document.record.interest)


def adverse_graded(registry: Registry) -> Iterator[Problem]:
    """I01c: what is said against somebody has a grade, which chooses the verb on the page."""
    for document in registry.documents.values():
        for path, part in parts(document.record):
            if isinstance(part, Statement) and part.kind.adverse and part.grade is None:
                yield document.problem("I01c", path, kind=part.kind)

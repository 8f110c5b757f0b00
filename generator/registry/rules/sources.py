"""Sources with an interest carry its explanation (invariant 24)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.vocabulary import Interest
from generator.registry.registry import Registry


def interest_explained(registry: Registry) -> Iterator[Problem]:
    """I24a: an interest other than none has a note that readers understand."""
    for document in registry.of(Kind.SOURCES):
        if document.record.interest is not Interest.NONE and document.record.interest_note is None:
            yield document.problem("I24a", ("interest",), interest=document.record.interest)

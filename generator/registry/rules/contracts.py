"""Contracts (invariant 6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.vocabulary import ContractEndCause, Grade
from generator.registry.registry import Registry


def breach_needs_decision(registry: Registry) -> Iterator[Problem]:
    """I06a: `terminated_for_breach` rests on grade A or B, or on C with a quote from the buyer's decision."""
    for document in registry.of(Kind.PROFILES):
        for index, contract in enumerate(document.record.contracts):
            ended = contract.ended
            if ended is None or ended.cause is not ContractEndCause.TERMINATED_FOR_BREACH:
                continue
            quoted = ended.grade is Grade.C and any(citation.quote for citation in ended.sources)
            if ended.grade not in (Grade.A, Grade.B) and not quoted:
                yield document.problem("I06a", ("contracts", index, "ended", "cause"))

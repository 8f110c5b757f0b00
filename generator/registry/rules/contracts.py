"""Contracts (invariant 6): who says why one ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.profile import EndOfContract
from generator.records.vocabulary import ContractEndCause, Grade
from generator.registry.publishers import carries
from generator.registry.registry import Registry

# Causes that say something of the provider, so that somebody has to stand for them.
CLAIMED_CAUSES = frozenset({ContractEndCause.TERMINATED_FOR_BREACH, ContractEndCause.ENDED_ON_RESULT_LEVEL, ContractEndCause.ENDED_BY_BUYER})


def causes_need_decision(registry: Registry) -> Iterator[Problem]:
    """I06a: a breach rests on grade A or B from the buyer, an authority or a court, or on C that quotes the decision.

    I06b: so does an end for poor results. That the buyer ended the contract may also rest on a medium without a quote.
    """
    for document in registry.of(Kind.PROFILES):
        for index, contract in enumerate(document.record.contracts):
            ended = contract.ended
            if ended is None or ended.cause not in CLAIMED_CAUSES or _decided(registry, ended, contract.buyer):
                continue
            code = "I06a" if ended.cause is ContractEndCause.TERMINATED_FOR_BREACH else "I06b"
            yield document.problem(code, ("contracts", index, "ended", "cause"), cause=ended.cause.value)


def _decided(registry: Registry, ended: EndOfContract, buyer: str) -> bool:
    if ended.grade not in (Grade.A, Grade.B, Grade.C):
        return False
    told = ended.cause is ContractEndCause.ENDED_BY_BUYER
    sources = [c for c in ended.sources if told or c.quote or ended.grade is not Grade.C]
    return carries(registry, sources, ended.grade, (buyer,))

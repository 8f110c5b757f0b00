"""Promotion: a case that may be shown moves from `intake/` to `providers/`, with the records that it needs.

What the public records would be after the move is worked out and judged by every rule before a
file is touched. The files are then written one at a time, each in one step, and the copies in
`intake/` are removed last: at any moment every record lies whole in one of the two roots, and the
same command finishes what a stop interrupted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.desk.atomic_file import write_atomically
from generator.errors import BadUsage, CoachkollenError
from generator.problems import Problem
from generator.records.markdown import internal_links
from generator.records.models import Kind
from generator.records.models.base import Prose
from generator.records.reader import Document, Root
from generator.records.suggestions import closest_id
from generator.records.vocabulary import Publication
from generator.registry.gate import Ruling, rulings
from generator.registry.loading import reloaded
from generator.registry.registry import Registry, references

# What a case takes with it. Another case never comes along: it is tried by itself.
_CARRIED = frozenset({Kind.PROFILES, Kind.BODIES, Kind.SOURCES, Kind.PROGRAMMES, Kind.SCHEMES, Kind.TERMS})


@dataclass(frozen=True, slots=True)
class Promotion:
    """What moving one case means.

    needed: the records that lie only in intake and come along, each after what it refers to itself.
    replaces: the public record of the same id, when it is another. refused: what the gate does not
    let through. already_shown: the public record shows all of the case, so changing it is a correction.
    problems: what would be wrong with the public records that is not wrong today; looked for when
    nothing is refused.
    """

    case: Document
    needed: tuple[Document, ...]
    replaces: Document | None
    refused: tuple[Ruling, ...]
    already_shown: bool
    problems: tuple[Problem, ...]

    @property
    def possible(self) -> bool:
        """True when nothing stands in the way."""
        return not (self.refused or self.already_shown or self.problems)

    @property
    def moved(self) -> tuple[Document, ...]:
        """Every record that moves, in the order in which it is written."""
        return (*self.needed, self.case)


def plan(public: Registry, full: Registry, case_id: str, known: frozenset[object]) -> Promotion:
    """Work out the move of a case. public: without intake; full: with it. known: see `problems_today`. Raises BadUsage when there is no such draft."""
    case = full.documents.get(f"{Kind.CASES}/{case_id}")
    if case is None or case.root is not Root.INTAKE:
        raise BadUsage(_no_draft(full, case, case_id))
    needed = tuple(_needed(public, full, case))
    old = public.documents.get(case.key)
    replaces = old if old and not _same(old, case) else None
    refused = tuple(r for r in rulings(full, case.record) if not may_be_public(r))
    already_shown = replaces is not None and all(r.row.decision is Publication.PUBLISHED for r in rulings(public, replaces.record))
    after = () if refused else reloaded(public, [replace(document, root=Root.PUBLIC) for document in (*needed, case)]).problems
    return Promotion(case, needed, replaces, refused, already_shown, tuple(p for p in after if p.sort_key not in known))


def problems_today(public: Registry) -> frozenset[object]:
    """The problems that the public records have before any move, by what tells them apart."""
    return frozenset(problem.sort_key for problem in reloaded(public, ()).problems)


def carry_out(promotion: Promotion, data: Path, intake: Path) -> None:
    """Move the files. Public copies are written first, the case last of them; intake's copies are removed when all are in place.

    Raises OSError, and then every record still lies in at least one of the roots.
    """
    if not promotion.possible:
        raise CoachkollenError(f"Ärendet {promotion.case.id} kan inte flyttas i dag.")
    places = [(intake / document.kind / f"{document.id}.yaml", data / document.kind / f"{document.id}.yaml") for document in promotion.moved]
    for source, target in places:
        write_atomically(target, source.read_bytes(), like=source)
    for source, target in places:
        # A draft that somebody has saved again meanwhile stays.
        if source.read_bytes() == target.read_bytes():
            source.unlink()


def may_be_public(ruling: Ruling) -> bool:
    """True for what may lie in the public root: what is shown, and a link without text."""
    decision = ruling.row.decision
    return decision is Publication.PUBLISHED or (decision is Publication.LINK_ONLY and ruling.statement.text is None)


def _needed(public: Registry, full: Registry, case: Document) -> Iterator[Document]:
    """The records of intake that a case rests on, at any depth, each after those that it rests on itself."""
    seen = {case.key}

    def visit(document: Document) -> Iterator[Document]:
        for key in _mentioned(document):
            found = full.documents.get(key)
            if found is None or key in seen or found.root is not Root.INTAKE or found.kind not in _CARRIED:
                continue
            seen.add(key)
            old = public.documents.get(key)
            if old is None or _same(old, found):
                yield from visit(found)
                yield found

    yield from visit(case)


def _mentioned(document: Document) -> list[str]:
    """The keys that a record refers to, in fields and in links of its texts."""
    in_text = [link.partition("#")[0] for leaf in document.leaves if (p := leaf.mark(Prose)) and p.markdown for link in internal_links(leaf.value)]
    return sorted({*(link.target for link in references(document)), *in_text})


def _same(one: Document, other: Document) -> bool:
    """True for two files that say the same to the letter, as after a move that was stopped half-way."""
    return one.source.lines == other.source.lines


def _no_draft(full: Registry, case: Document | None, case_id: str) -> str:
    drafts = [d.id for d in full.of(Kind.CASES) if d.root is Root.INTAKE]
    if case is not None:
        return f"Ärendet {case_id} ligger redan i providers/ och har inget utkast i intake/."
    near = closest_id(case_id, drafts)
    return f"Det finns inget ärende {case_id} i intake/." + (f" Menade du {near}?" if near else "")

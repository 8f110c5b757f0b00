"""The two comparisons: of the systems, question by question, and of the providers, label by contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.reader import Document
from generator.records.vocabulary import AccreditationState, ContractState, Question
from generator.registry.states import contract_status
from generator.site.maker import Maker
from generator.site.parts import EvidenceView, LinkView
from generator.site.swedish import on_day, sort_key
from generator.site.views.coverage import SymmetryView, shown_schemes, symmetry_view
from generator.site.views.labels import ENDED_CODES, provider_labels
from generator.site.views.systems import AnswerView, answers_of, is_system

# A contract that is only planned, or was called off before it began, is not one that the provider has or has had.
_HAS_BEEN = frozenset({ContractState.ACTIVE, ContractState.TERMINATED, ContractState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class SystemAnswer:
    """One system's answer inside the comparison."""

    system: LinkView
    answer: AnswerView


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with the answers of all systems, in three columns: schemes, funds, programmes."""

    anchor: str
    question: str
    explanation: str
    schemes: tuple[SystemAnswer, ...]
    funds: tuple[SystemAnswer, ...]
    programmes: tuple[SystemAnswer, ...]
    core: tuple[SystemAnswer, ...]


@dataclass(frozen=True, slots=True)
class SystemsView:
    """The comparison of the systems. `core`: the few that stand side by side at the top; `coverage`: answered of all, per system."""

    core: tuple[LinkView, ...]
    rows: tuple[QuestionRow, ...]
    coverage: tuple[tuple[str, tuple[tuple[LinkView, int], ...]], ...]
    questions: int
    caveats: tuple[tuple[LinkView, EvidenceView], ...]
    as_of: str


def systems_view(maker: Maker, core_keys: tuple[str, ...]) -> SystemsView:
    """Every system side by side. `core_keys`: `kind/id` of the systems that the editors put at the top."""
    registry = maker.registry
    parents = {d.record.part_of for d in registry.of(Kind.SCHEMES) if d.record.part_of}
    groups = {
        "schemes": _sorted(d for d in registry.of(Kind.SCHEMES) if d.id not in parents),
        "funds": _sorted(d for d in registry.of(Kind.BODIES) if is_system(d)),
        "programmes": sorted(registry.of(Kind.PROGRAMMES), key=lambda d: (d.record.from_ is None, str(d.record.from_), d.id)),
    }
    core = [registry.documents[key] for key in core_keys if key in registry.documents]
    answers = {d.key: answers_of(maker, d) for group in (*groups.values(), core) for d in group}

    known = {d.key for group in groups.values() for d in group if any(a.evidence for a in answers[d.key])}

    def column(documents: list[Document], index: int) -> tuple[SystemAnswer, ...]:
        """The answers to one question; a system that no source says anything of stands only in the coverage list."""
        return tuple(SystemAnswer(maker.link(d.kind, d.id), answers[d.key][index]) for d in documents if d.key in known or d in core)

    rows = tuple(
        QuestionRow(
            anchor=question.anchor,
            question=question.label_sv,
            explanation=question.definition,
            schemes=column(groups["schemes"], index),
            funds=column(groups["funds"], index),
            programmes=column(groups["programmes"], index),
            core=column(core, index),
        )
        for index, question in enumerate(Question)
    )
    labels = {"schemes": "Märkningar och godkännanden", "funds": "Omställningsorganisationer", "programmes": "Program och stöd"}
    return SystemsView(
        core=tuple(maker.link(d.kind, d.id) for d in core),
        rows=rows,
        coverage=tuple(
            (labels[name], tuple((maker.link(d.kind, d.id), sum(a.evidence is not None for a in answers[d.key])) for d in documents))
            for name, documents in groups.items()
        ),
        questions=len(Question),
        caveats=tuple((maker.link(Kind.SCHEMES, d.id), maker.evidence(s)) for d in _sorted(registry.of(Kind.SCHEMES)) for s in d.record.does_not_say),
        as_of=on_day(maker.as_of),
    )


def _sorted(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: sort_key(d.record.name))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the comparison: which providers are there."""

    providers: tuple[LinkView, ...]

    @property
    def count(self) -> int:
        return len(self.providers)


@dataclass(frozen=True, slots=True)
class ProvidersComparisonView:
    """Accreditation found or not, by employment-service contract found or not, as of a day. Rows are (label, explanation, cells)."""

    as_of: str
    total: int
    buyer: str
    schemes: tuple[LinkView, ...]
    rows: tuple[tuple[str, str, Cell, Cell], ...]
    symmetry: SymmetryView


def providers_comparison_view(maker: Maker) -> ProvidersComparisonView:
    """The 2×2, with the honest third row: those whose labels nobody has checked."""
    services = {d.id for d in maker.registry.of(Kind.BODIES) if d.record.employment_service}
    rows: dict[str, tuple[list[LinkView], list[LinkView]]] = {"found": ([], []), "earlier": ([], []), "not_found": ([], []), "not_checked": ([], [])}
    groups: dict[bool, list[Profile]] = {True: [], False: []}
    for document in sorted(maker.registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name)):
        contracted = any(c.buyer in services and contract_status(c, maker.as_of).state in _HAS_BEEN for c in document.record.contracts)
        rows[_accreditation_row(maker, document)][0 if contracted else 1].append(maker.link(Kind.PROFILES, document.id))
        groups[contracted].append(document.record)
    texts = {
        "found": ("Giltig branschauktorisation funnen", "En daterad period täcker dagen."),
        "earlier": ("Bara tidigare branschauktorisation funnen", "Utgången, återkallad, avslutad eller inte längre i registret."),
        "not_found": ("Ingen branschauktorisation funnen", "Vi har sökt i alla utfärdares register de senaste tolv månaderna."),
        "not_checked": ("Inte kontrollerad", "Vi har inte sökt i alla register, eller så räcker inte datumen för att avgöra. Det säger inget om företaget."),
    }
    buyers = [maker.name(f"{Kind.BODIES}/{b}") for b in sorted(services)]
    buyer = buyers[0] if buyers else "den offentliga beställaren"
    named = ((f"Med avtal med {buyer}", groups[True]), (f"Utan funnet avtal med {buyer}", groups[False]))
    return ProvidersComparisonView(
        as_of=on_day(maker.as_of),
        total=len(groups[True]) + len(groups[False]),
        buyer=buyer,
        schemes=tuple(maker.link(Kind.SCHEMES, d.id) for d in shown_schemes(maker)),
        rows=tuple((*texts[name], Cell(tuple(cells[0])), Cell(tuple(cells[1]))) for name, cells in rows.items()),
        symmetry=symmetry_view(maker, named),
    )


def _accreditation_row(maker: Maker, document: Document) -> str:
    codes = {label.state_code for label in provider_labels(maker, document.record) if label.industry}
    if AccreditationState.VALID in codes:
        return "found"
    if codes & ENDED_CODES:
        return "earlier"
    return "not_found" if codes == {AccreditationState.NOT_FOUND} else "not_checked"

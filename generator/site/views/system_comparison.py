"""The comparison of the systems: a few side by side, all of them question by question, and what the labels do not say.

Every system answers the same questions. Prebuilt are one system alone, the pairs of those that the editors have named, and one page a question;
a script puts any two or three beside each other out of the pages of single systems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.reader import Document
from generator.records.vocabulary import Question
from generator.site import routes
from generator.site.maker import Maker
from generator.site.parts import EvidenceView, LinkView
from generator.site.swedish import sort_key
from generator.site.views.systems import AnswerView, answers_of, is_system

# So many systems at most stand beside each other.
MOST_BESIDE = 3


@dataclass(frozen=True, slots=True)
class SystemAnswer:
    """One system's answer inside the comparison."""

    system: LinkView
    answer: AnswerView


@dataclass(frozen=True, slots=True)
class SystemColumn:
    """One of the systems side by side. key: `kind/id`; id: its name in the query; answers: where its answers stand alone."""

    key: str
    id: str
    link: LinkView
    answers: str
    answered: int
    summary: Markup


@dataclass(frozen=True, slots=True)
class SystemRow:
    """One question with the answers of the systems that stand side by side. url: where all systems answer it."""

    anchor: str
    question: str
    url: str
    answers: tuple[SystemAnswer, ...]


@dataclass(frozen=True, slots=True)
class BesideView:
    """One, two or three systems with a row for each question. pairs: other comparisons."""

    columns: tuple[SystemColumn, ...]
    rows: tuple[SystemRow, ...]
    questions: int
    pairs: tuple[LinkView, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class SystemsView:
    """The page of the comparison: the few at the top, and everything that one can choose. groups: (name, systems)."""

    core: BesideView | None
    rows: tuple[SystemRow, ...]
    groups: tuple[tuple[str, tuple[SystemColumn, ...]], ...]
    questions: int
    most: int
    caveats: str
    as_of: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with what all systems answer. groups: (name, answers that a source gives, systems of which none tells)."""

    anchor: str
    question: str
    explanation: str
    groups: tuple[tuple[str, tuple[SystemAnswer, ...], tuple[LinkView, ...]], ...]
    others: tuple[LinkView, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class CaveatsView:
    """What each label does not say."""

    schemes: tuple[tuple[LinkView, tuple[EvidenceView, ...]], ...]


class Systems:
    """All systems of a registry in one language, and the answers of each, worked out once. core_keys: `kind/id` of those at the top."""

    def __init__(self, maker: Maker, core_keys: tuple[str, ...]) -> None:
        self.maker = maker
        self._core_keys = core_keys

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Document, ...]], ...]:
        """Schemes and funds in alphabetical order, programmes by time, under their names. What is only the common part of others is left out."""
        of, words = self.maker.registry.of, self.maker.words
        parents = {d.record.part_of for d in of(Kind.SCHEMES) if d.record.part_of}
        programmes = sorted(of(Kind.PROGRAMMES), key=lambda d: (d.record.from_ is None, str(d.record.from_), d.id))
        return (
            (words.t("Märkningar och godkännanden"), _by_name(d for d in of(Kind.SCHEMES) if d.id not in parents)),
            (words.t("Omställningsorganisationer"), _by_name(d for d in of(Kind.BODIES) if is_system(d))),
            (words.t("Program och stöd"), tuple(programmes)),
        )

    @property
    def all(self) -> tuple[Document, ...]:
        """Every system."""
        return tuple(document for _, documents in self.groups for document in documents)

    @cached_property
    def core(self) -> tuple[Document, ...]:
        """The few at the top, as far as they are there on the day."""
        documents = self.maker.registry.documents
        return tuple(documents[key] for key in self._core_keys if key in documents)

    @cached_property
    def answers(self) -> dict[str, tuple[AnswerView, ...]]:
        """The answers of each system, by its key."""
        return {d.key: answers_of(self.maker, d) for d in (*self.all, *self.core)}

    def column(self, document: Document) -> SystemColumn:
        """One system as a column."""
        alone = routes.systems_beside([(document.kind, document.id)])
        return SystemColumn(
            key=document.key,
            id=alone.removeprefix(routes.SYSTEMS).rstrip("/"),
            link=self.maker.link(document.kind, document.id),
            answers=self.maker.href(alone),
            answered=sum(answer.evidence is not None for answer in self.answers[document.key]),
            summary=self.maker.summary(document.record),
        )

    def rows(self, documents: Sequence[Document]) -> tuple[SystemRow, ...]:
        """A row for each question."""
        maker = self.maker
        links = [maker.link(d.kind, d.id) for d in documents]
        return tuple(
            SystemRow(
                anchor=question.anchor,
                question=maker.words.label(question),
                url=maker.href(routes.systems_question(question.anchor)),
                answers=tuple(SystemAnswer(link, self.answers[d.key][index]) for link, d in zip(links, documents, strict=True)),
            )
            for index, question in enumerate(Question)
        )


def _by_name(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda d: sort_key(d.record.name)))


def systems_view(systems: Systems) -> SystemsView:
    """The page of the comparison."""
    maker = systems.maker
    return SystemsView(
        core=_beside(systems, systems.core) if systems.core else None,
        rows=systems.rows(()),
        groups=tuple((name, tuple(systems.column(d) for d in documents)) for name, documents in systems.groups),
        questions=len(Question),
        most=MOST_BESIDE,
        caveats=maker.href(routes.SYSTEMS_CAVEATS),
        as_of=maker.words.on_day(maker.as_of),
    )


def beside_views(systems: Systems) -> Iterator[tuple[str, BesideView]]:
    """Each system alone and each pair of those at the top, with their addresses."""
    alone = [(document,) for document in {d.key: d for d in (*systems.all, *systems.core)}.values()]
    for chosen in (*alone, *combinations(systems.core, 2)):
        yield _address(chosen), _beside(systems, chosen)


def _address(documents: Sequence[Document]) -> str:
    return routes.systems_beside([(d.kind, d.id) for d in documents])


def _beside(systems: Systems, chosen: Sequence[Document]) -> BesideView:
    maker = systems.maker
    pairs = tuple(
        LinkView(maker.words.list([maker.named(d.key).marked for d in pair]), maker.href(_address(pair)))
        for pair in combinations(systems.core, 2)
        if list(pair) != list(chosen)
    )
    columns = tuple(systems.column(d) for d in chosen)
    return BesideView(columns, systems.rows(chosen), len(Question), pairs, maker.words.on_day(maker.as_of))


def question_views(systems: Systems) -> Iterator[tuple[str, QuestionView]]:
    """The page of each question, with its address."""
    maker, words = systems.maker, systems.maker.words
    known = {key for key, answers in systems.answers.items() if any(answer.evidence for answer in answers)}
    links = [LinkView(words.label(q), maker.href(routes.systems_question(q.anchor))) for q in Question]
    for index, question in enumerate(Question):
        groups = []
        for name, documents in systems.groups:
            column = [SystemAnswer(maker.link(d.kind, d.id), systems.answers[d.key][index]) for d in documents if d.key in known]
            told = tuple(found for found in column if found.answer.evidence)
            groups.append((name, told, tuple(found.system for found in column if not found.answer.evidence)))
        yield (
            routes.systems_question(question.anchor),
            QuestionView(
                anchor=question.anchor,
                question=words.label(question),
                explanation=words.definition(question),
                groups=tuple(groups),
                others=tuple(link for at, link in enumerate(links) if at != index),
                as_of=words.on_day(maker.as_of),
            ),
        )


def caveats_view(maker: Maker) -> CaveatsView:
    """What the schemes do not say, by scheme in alphabetical order."""
    schemes = _by_name(maker.registry.of(Kind.SCHEMES))
    return CaveatsView(tuple((maker.link(Kind.SCHEMES, d.id), tuple(map(maker.evidence, d.record.does_not_say))) for d in schemes if d.record.does_not_say))

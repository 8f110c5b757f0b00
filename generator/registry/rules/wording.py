"""Our own words (invariant 22): none is loaded, and none is stronger than its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Path, parts
from generator.records.models.case import Case, Reply
from generator.records.models.editorial import Correction
from generator.records.models.evidence import CaseStatement, Citation, Evidence
from generator.records.plain_text import plain_text
from generator.records.readability import sentences
from generator.records.reader import Document
from generator.records.vocabulary import Grade, Outcome, Publication, StatementKind
from generator.records.wording import Hit, WordKind, attributes, find_loaded, find_strong, hedges, without_quotes
from generator.registry.gate import rulings
from generator.registry.names import Names, registered_names
from generator.registry.own_text import our_words, page_text
from generator.registry.registry import Registry

_SETTLED_AGAINST = frozenset({Outcome.CONVICTED, Outcome.DEFICIENCIES_FOUND, Outcome.PARTLY})


def loaded_words(registry: Registry) -> Iterator[Problem]:
    """I22a: a loaded word stands only in somebody's quoted words, or in a name."""
    names = registered_names(registry)
    for document in registry.documents.values():
        for leaf in our_words(document):
            text = plain_text(leaf.value).text
            # Nearly every text has no such word at all, quoted or not.
            if next(find_loaded(text), None) is None:
                continue
            if _may_quote(document, leaf.path):
                text = without_quotes(text)
            for hit in find_loaded(_without_names(text, names)):
                yield document.problem("I22a", leaf.path, within=hit.text, word=hit.text, instead=hit.word.instead)
    for page in registry.pages:
        written = page_text(page, title=True)
        shown = plain_text(written.markdown)
        for hit in find_loaded(_without_names(without_quotes(shown.text), names)):
            yield page.source.problem_at("I22a", written.place(shown.origin(hit.start)), word=hit.text, instead=hit.word.instead)


def _may_quote(document: Document, place: Path) -> bool:
    """True if the place lies in a part of the record in which a quotation has somebody who says it."""
    return any(place[: len(path)] == path for path, part in parts(document.record) if _says_who(part))


def _says_who(part: object) -> bool:
    """True for what has a source or a speaker of its own. A correction quotes ourselves."""
    return isinstance(part, (Citation, Reply, Correction)) or (isinstance(part, Evidence) and bool(part.by or part.attribution))


def _without_names(text: str, names: Names) -> str:
    for mention in names.find(text):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def strong_words(registry: Registry) -> Iterator[Problem]:
    """I22b: the name of a case and its statements say nothing stronger than what carries them."""
    for document in registry.of(Kind.CASES):
        case: Case = document.record
        if case.name:
            for hit, reason, mend in _too_strong_for_a_name(registry, case, case.name):
                yield _strong(document, ("name",), hit, reason, mend)
        for index, statement in enumerate(case.statements):
            for hit, reason, mend in _too_strong_for_a_statement(statement):
                yield _strong(document, ("statements", index, "text"), hit, reason, mend)


_Pair = tuple[str, str]
_SAY_WHO: _Pair = ("säg vem som säger det, till exempel ”enligt …”", "say who says it, for example “enligt …”")
_SAY_OUTCOME: _Pair = (
    "ange utfallet under parties, om en källa visar det",
    "give the outcome under parties, if a source shows it",
)


def _strong(document: Document, path: Path, hit: Hit, reason: _Pair, mend: _Pair) -> Problem:
    return document.problem(
        "I22b",
        path,
        within=hit.text,
        word=hit.text,
        instead=hit.word.instead,
        reason_sv=reason[0],
        reason_en=reason[1],
        mend_sv=mend[0],
        mend_en=mend[1],
    )


def _too_strong_for_a_name(registry: Registry, case: Case, name: str) -> Iterator[tuple[Hit, _Pair, _Pair]]:
    """The words of a case's name that its best evidence does not carry.

    A name travels without its statements, so it has to say itself whose words it is. Background carries no title.
    """
    text = plain_text(name).text
    carrying = [s for s in _shown(registry, case) if s.kind.adverse or s.kind is StatementKind.MEASURE_TAKEN]
    best = min((s.grade for s in carrying), default=None)
    settled = any(s.kind is StatementKind.FINDING for s in carrying) or any(p.outcome in _SETTLED_AGAINST for p in case.parties)
    for hit in find_strong(text):
        needed = hit.word.grade or Grade.A
        if hit.word.kind is WordKind.VERDICT and not settled and not hedges(text):
            yield hit, ("ärendet har inget konstaterande och inget utfall som säger det", "the case has no finding and no outcome that says so"), _SAY_OUTCOME
        elif (best is None or best > needed) and not attributes(text):
            has_sv = f"den starkaste uppgiften har grad {best}" if best else "ingen uppgift bär det"
            has_en = f"the strongest statement has grade {best}" if best else "no statement carries it"
            yield hit, (f"det kräver grad {needed}, och {has_sv}", f"it needs grade {needed}, and {has_en}"), _SAY_WHO


def _shown(registry: Registry, case: Case) -> tuple[CaseStatement, ...]:
    """The statements that the gate publishes; of a draft that shows nothing yet, all."""
    shown = {ruling.index for ruling in rulings(registry, case) if ruling.row.decision is Publication.PUBLISHED}
    return tuple(s for index, s in enumerate(case.statements) if not shown or index in shown)


def _too_strong_for_a_statement(statement: CaseStatement) -> Iterator[tuple[Hit, _Pair, _Pair]]:
    """The words of a statement that need a better grade while nobody is said to say them, or that settle what is only alleged."""
    for sentence in sentences(without_quotes(plain_text(statement.text or "").text)):
        if attributes(sentence.text):
            continue
        for hit in find_strong(sentence.text):
            needed = hit.word.grade or Grade.A
            if hit.word.kind is WordKind.VERDICT and statement.kind is StatementKind.ALLEGATION:
                yield hit, ("uppgiften är ett påstående som ingen har avgjort", "the statement is an allegation that nobody has settled"), _SAY_WHO
            elif statement.grade > needed and not (statement.by or statement.attribution):
                reason = f"det kräver grad {needed}, och uppgiften har grad {statement.grade}"
                yield hit, (reason, f"it needs grade {needed}, and the statement has grade {statement.grade}"), _SAY_WHO

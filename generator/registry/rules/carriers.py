"""A source is of the sort that its grade or outcome promises (invariants 1 and 7)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import OwnName
from generator.records.models.evidence import Citation, Evidence
from generator.records.models.profile import EndOfContract
from generator.records.reader import Root
from generator.records.signpost import name_says_more, words_of
from generator.records.vocabulary import BodyKind, Grade, Outcome, SourceType
from generator.records.wording import ANY_LANGUAGE, find_critical
from generator.registry.gate import GATE
from generator.registry.names import Names, own_names, registered_names
from generator.registry.publishers import buyers_of, carries, is_kind, is_official, is_somebody_elses, publisher
from generator.registry.registry import Registry
from generator.registry.rules.contracts import CLAIMED_CAUSES

_BY_A_COURT = frozenset({Outcome.CONVICTED, Outcome.ACQUITTED})


def grades_carried(registry: Registry) -> Iterator[Problem]:
    """I07l: grade A or B is carried by an authority or the buyer, C by a medium (the causes of an end have I06a and I06b)."""
    for document in registry.documents.values():
        buyers = buyers_of(registry, document)
        for path, part in document.parts:
            judged_elsewhere = isinstance(part, EndOfContract) and part.cause in CLAIMED_CAUSES
            if not isinstance(part, (Evidence, EndOfContract)) or part.grade is None or judged_elsewhere:
                continue
            if not carries(registry, part.sources, part.grade, buyers):
                edited = part.grade is Grade.C
                yield document.problem(
                    "I07l",
                    (*path, "grade"),
                    grade=part.grade.value,
                    needs_sv="ett medium med ansvarig utgivare" if edited else "en myndighet, en domstol, riksdagen, regeringen eller beställaren",
                    needs_en="a medium with a responsible editor" if edited else "an authority, a court, parliament, the government or the buyer",
                )


def speakers_published(registry: Registry) -> Iterator[Problem]:
    """I07v: at grade A or B, one of those who say it has published a source, and so has every court that is said to.

    What an authority reports to parliament is printed word for word in the documents of the government and parliament,
    so that such a document also carries what another authority says. No court is heard that way.
    """
    names = registry.once(registered_names)
    for document in registry.documents.values():
        for path, part in document.parts:
            if not isinstance(part, Evidence) or part.grade not in (Grade.A, Grade.B):
                continue
            speakers = _speakers(names, part)
            publishers = {body.id for citation in part.sources if (body := publisher(registry, citation.source))}
            silent = sorted(speaker for speaker in speakers - publishers if _is_court(registry, speaker))
            heard = not speakers.isdisjoint(publishers) or any(_is_parliamentary(registry, citation) for citation in part.sources)
            if speakers and (silent or not heard):
                told = silent or sorted(speakers)
                field = "attribution" if set(told).isdisjoint(part.by) else "by"
                yield document.problem("I07v", (*path, field), grade=part.grade.value, value=", ".join(told))


def _speakers(names: Names, part: Evidence) -> frozenset[str]:
    """The bodies that are said to say it: those in `by`, and those that are named in its place."""
    mentioned = names.find(part.attribution) if part.attribution else ()
    keys = (key.partition("/") for mention in mentioned for key in mention.keys)
    return frozenset(part.by) | frozenset(name for kind, _, name in keys if kind == Kind.BODIES)


def _is_court(registry: Registry, body: str) -> bool:
    document = registry.documents.get(f"{Kind.BODIES}/{body}")
    return document is not None and document.record.kind is BodyKind.COURT


def _is_parliamentary(registry: Registry, citation: Citation) -> bool:
    source = registry.documents.get(f"{Kind.SOURCES}/{citation.source}")
    return source is not None and source.record.type is SourceType.LEGISLATION and is_official(registry, citation.source)


def outcomes_carried(registry: Registry) -> Iterator[Problem]:
    """I01d: a conviction or acquittal has a source from a court, any other outcome one that somebody else than the provider stands for."""
    for document in registry.of(Kind.CASES):
        for index, party in enumerate(document.record.parties):
            if not party.outcome.settled or not party.outcome_sources:
                continue
            profile = registry.documents.get(f"{Kind.PROFILES}/{party.provider}")
            names = own_names(profile) if profile else set()
            by_a_court = party.outcome in _BY_A_COURT
            cited = [citation.source for citation in party.outcome_sources]
            if not any(is_kind(registry, source, BodyKind.COURT) if by_a_court else is_somebody_elses(registry, source, names) for source in cited):
                yield document.problem(
                    "I01d",
                    ("parties", index, "outcome"),
                    outcome=party.outcome.value,
                    needs_sv="en domstol" if by_a_court else "någon annan än leverantören, till exempel den som prövade saken eller ett medium",
                    needs_en="a court" if by_a_court else "somebody else than the provider, such as who examined the matter or a medium",
                )


def publishers_named(registry: Registry) -> Iterator[Problem]:
    """I01f: the publisher of a source is called by a name of the body that `publisher_body` says it is, and by no more than names."""
    known = words_of(leaf.value for body in registry.of(Kind.BODIES) for leaf in body.leaves if leaf.mark(OwnName))
    for document in registry.of(Kind.SOURCES):
        body = publisher(registry, document.id)
        if body is None:
            continue
        written = document.record.publisher
        words = words_of([written])
        is_it = any(words_of([leaf.value]) <= words for leaf in body.leaves if leaf.mark(OwnName))
        if not is_it or name_says_more(written, known) or next(find_critical(written, language=ANY_LANGUAGE), None):
            yield document.problem("I01f", ("publisher",), value=written, name=body.record.name)


def tips_nowhere_public(registry: Registry) -> Iterator[Problem]:
    """I07a: grade E stands nowhere in the public root. In a case the gate says so; here all other kinds of record."""
    tip = GATE[0]
    for document in registry.documents.values():
        if document.root is not Root.PUBLIC or document.kind is Kind.CASES:
            continue
        for path, part in document.parts:
            if isinstance(part, (Evidence, EndOfContract)) and part.grade is Grade.E:
                yield document.problem("I07a", (*path, "grade"), reason_sv=tip.reason_sv, reason_en=tip.reason_en, mend_sv=tip.release, mend_en=tip.release_en)

"""Cases: outcome, reply, the publication gate and the parties (invariants 1, 7, 9 and 15)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Path
from generator.records.models.case import Case, Party
from generator.records.models.evidence import Citation, Statement
from generator.records.reader import Document, Root
from generator.records.vocabulary import Grade, Outcome, Procedure, Publication, ReplyState, StatementKind
from generator.registry.gate import Ruling, publication, rulings
from generator.registry.names import own_names
from generator.registry.publishers import carries
from generator.registry.registry import Registry
from generator.registry.working_days import REPLY_WORKING_DAYS, earliest_deadline, working_days_between

# A place in a source is no summary of what stands there.
LONGEST_PLACE = 80
_MAY_HOLD_AN_ANSWER = frozenset({ReplyState.REPLIED, ReplyState.REPLIED_IN_SOURCE, ReplyState.DECLINED})
# Grades of people who tell what they have seen, and kinds of what only somebody with a right to it does.
_NO_POWER = frozenset({Grade.D, Grade.E})
_TAKES_POWER = frozenset({StatementKind.FINDING, StatementKind.MEASURE_TAKEN})
_OPEN = frozenset({Procedure.RECEIVED, Procedure.UNDER_INVESTIGATION, Procedure.DORMANT})


def _parties(registry: Registry) -> Iterator[tuple[Document, Path, Party]]:
    for document in registry.of(Kind.CASES):
        for index, party in enumerate(document.record.parties):
            yield document, ("parties", index), party


def outcome_sources(registry: Registry) -> Iterator[Problem]:
    """I01a: an outcome has a source. I01b: so has a reply that is said to stand in one."""
    for document, path, party in _parties(registry):
        if party.outcome.settled and not party.outcome_sources and not _only_links(registry, document):
            yield document.problem("I01a", (*path, "outcome"), outcome=party.outcome)
        if party.reply.state is ReplyState.REPLIED_IN_SOURCE and not party.reply.sources:
            yield document.problem("I01b", (*path, "reply"))


def gate_in_public_root(registry: Registry) -> Iterator[Problem]:
    """I07a, I08a: nothing held lies in the public root. I07b: nor any text about a provider that has not been heard."""
    for document in registry.of(Kind.CASES):
        if document.root is not Root.PUBLIC:
            continue
        decided = rulings(registry, document.record)
        for ruling in decided:
            path: Path = ("statements", ruling.index)
            if ruling.row.decision is Publication.HELD:
                row = ruling.row
                if row.id == "sole-trader":
                    yield document.problem("I08a", path, reason_sv=row.reason_sv, reason_en=row.reason_en)
                else:
                    yield document.problem("I07a", path, reason_sv=row.reason_sv, reason_en=row.reason_en, mend_sv=row.release, mend_en=row.release_en)
            if ruling.row.decision is Publication.LINK_ONLY:
                about = _unheard(registry, (ruling,))
                yield from _paraphrase(document, path, ruling.statement, ("text", "attribution", "confidence_note", "would_change"), about)
                if ruling.statement.counter and ruling.statement.counter.text:
                    yield document.problem("I07b", (*path, "counter", "text"), key=False, **_remove("counter.text", about))
                for position, citation in enumerate(ruling.statement.sources):
                    yield from _paraphrase(document, (*path, "sources", position), citation, ("quote",), about)
                    if len(citation.locator) > LONGEST_PLACE:
                        yield document.problem("I07b", (*path, "sources", position, "locator"), key=False, **_shorten(about))
        if publication(decided) is Publication.LINK_ONLY:
            about = _unheard(registry, tuple(ruling for ruling in decided if ruling.row.decision is Publication.LINK_ONLY))
            yield from _paraphrase(document, (), document.record, ("name",), about)
            for index, party in enumerate(document.record.parties):
                yield from _paraphrase(document, ("parties", index), party, ("outcome_text",), about)


def _unheard(registry: Registry, linked: tuple[Ruling, ...]) -> str:
    """The names of the providers that have not been heard."""
    keys = sorted({f"{Kind.PROFILES}/{ruling.party.provider}" for ruling in linked})
    return ", ".join(dict.fromkeys(registry.documents[key].record.name if key in registry.documents else key.partition("/")[2] for key in keys))


def _paraphrase(document: Document, path: Path, model: object, fields: tuple[str, ...], about: str) -> Iterator[Problem]:
    for field in fields:
        if getattr(model, field) is not None:
            yield document.problem("I07b", (*path, field), key=True, **_remove(field, about))


def _remove(field: str, about: str) -> dict[str, str]:
    return {
        "provider": about,
        "field": field,
        "mend_sv": f"Ta bort ”{field}” här och ha utkastet i intake/. Källan visas som länk. Gäller uppgiften bara andra parter, skriv dem i about.",
        "mend_en": f"Remove “{field}” here and keep the draft in intake/. The source is shown as a link. If it is only about others, list them in about.",
    }


def _shorten(about: str) -> dict[str, str]:
    return {
        "provider": about,
        "field": "locator",
        "mend_sv": f"Korta ”locator” till själva stället i källan, högst {LONGEST_PLACE} tecken.",
        "mend_en": f"Cut “locator” to the place itself in the source, at most {LONGEST_PLACE} characters.",
    }


def published_fields(registry: Registry) -> Iterator[Problem]:
    """I07c: a case that is shown has a name, and its shown statements have a text and somebody who says it."""
    for document in registry.of(Kind.CASES):
        decided = rulings(registry, document.record)
        if publication(decided) is not Publication.PUBLISHED:
            continue
        if document.record.name is None:
            yield document.problem("I07c", (), field="name")
        for ruling in decided:
            if ruling.row.decision is not Publication.PUBLISHED:
                continue
            if ruling.statement.text is None:
                yield document.problem("I07c", ("statements", ruling.index), field="text")
            if not ruling.statement.by and ruling.statement.attribution is None:
                yield document.problem("I07c", ("statements", ruling.index), field="by")


def _only_links(registry: Registry, document: Document) -> bool:
    return publication(rulings(registry, document.record)) is not Publication.PUBLISHED


def reply_fields(registry: Registry) -> Iterator[Problem]:
    """I07d: ten working days to answer. I07f, I07s: each state of a reply has what it promises, and no answer that it denies. I07h: nobody is late yet."""
    for document, path, party in _parties(registry):
        reply = party.reply
        asked = reply.state in (ReplyState.ASKED, ReplyState.NO_ANSWER_IN_TIME)
        # That somebody would not answer, or could not be found, is shown by the day of our question or by whoever else asked.
        tried = reply.state in (ReplyState.DECLINED, ReplyState.UNREACHABLE) and not (reply.sources and carries(registry, reply.sources, Grade.C))
        needed = {"asked_on": asked or tried, "deadline": asked, "text": reply.state.has_text, "answered_on": reply.state is ReplyState.REPLIED}
        for field, required in needed.items():
            if required and getattr(reply, field) is None:
                yield document.problem("I07f", (*path, "reply", "state"), state=reply.state, field=field)
        for field in ("text", "answered_on") if reply.state not in _MAY_HOLD_AN_ANSWER else ():
            if getattr(reply, field) is not None:
                yield document.problem("I07s", (*path, "reply", field), state=reply.state, field=field)
        if reply.asked_on and reply.deadline:
            days = working_days_between(reply.asked_on, reply.deadline)
            if days < REPLY_WORKING_DAYS:
                earliest = earliest_deadline(reply.asked_on).isoformat()
                yield document.problem("I07d", (*path, "reply", "deadline"), days=str(days), earliest=earliest)
            if reply.state is ReplyState.NO_ANSWER_IN_TIME and reply.deadline >= registry.horizon:
                yield document.problem("I07h", (*path, "reply", "deadline"), deadline=reply.deadline.isoformat())


def neutral_reply(registry: Registry) -> Iterator[Problem]:
    """I07e: only where nothing is said or done against somebody named, and nothing came of it, is a reply not applicable."""
    for document, path, party in _parties(registry):
        case: Case = document.record
        if party.provider is None or party.reply.state is not ReplyState.NOT_APPLICABLE:
            continue
        answerable = any(s.kind.answerable for s in case.statements if not s.about or party.provider in s.about)
        against = party.outcome.settled and not party.outcome.favourable
        if answerable or against or not case.type.neutral:
            yield document.problem("I07e", (*path, "reply", "state"))


def counter_slot(registry: Registry) -> Iterator[Problem]:
    """I07g: every adverse statement says what speaks against it, or that we searched and found nothing."""
    for document in registry.documents.values():
        for path, part in document.parts:
            if isinstance(part, Statement) and part.kind.adverse and part.counter is None:
                yield document.problem("I07g", path, kind=part.kind)


def adverse_in_cases(registry: Registry) -> Iterator[Problem]:
    """I07i: what is said or done against a provider, or told by a participant, stands in a case, where the gate can try it."""
    for document in registry.of(Kind.PROFILES):
        for index, statement in enumerate(document.record.statements):
            if statement.kind.answerable or statement.grade is Grade.D:
                yield document.problem("I07i", ("statements", index), kind=statement.kind.value)


def decided_by_nobody(registry: Registry) -> Iterator[Problem]:
    """I07t: who only tells what happened to them has found nothing and taken no measure."""
    for document in registry.documents.values():
        for path, part in document.parts:
            if isinstance(part, Statement) and part.grade in _NO_POWER and part.kind in _TAKES_POWER:
                yield document.problem("I07t", (*path, "kind"), kind=part.kind.value, grade=part.grade.value)


def reply_in_source(registry: Registry) -> Iterator[Problem]:
    """I07u: a reply that stands in a source stands in one that is edited, an authority's or the provider's own, and not only where it is accused."""
    for document, path, party in _parties(registry):
        if party.reply.state is not ReplyState.REPLIED_IN_SOURCE or not party.reply.sources:
            continue
        profile = registry.documents.get(f"{Kind.PROFILES}/{party.provider}")
        names = own_names(profile) if profile else frozenset()
        accounts = {c.source for s in document.record.statements if s.grade is Grade.D for c in s.sources}
        if not any(_is_heard_in(registry, citation, names, accounts) for citation in party.reply.sources):
            yield document.problem("I07u", (*path, "reply", "sources"))


def _is_heard_in(registry: Registry, citation: Citation, names: Collection[str], accounts: Collection[str]) -> bool:
    if carries(registry, (citation,), Grade.C):
        return True
    source = registry.documents.get(f"{Kind.SOURCES}/{citation.source}")
    return source is not None and source.record.publisher in names and citation.source not in accounts


def next_check(registry: Registry) -> Iterator[Problem]:
    """I09a: an open case has a day when somebody looks again. I09b: that day has not passed."""
    for document, path, party in _parties(registry):
        if party.procedure not in _OPEN:
            continue
        if party.next_check is None:
            yield document.problem("I09a", path)
        elif party.next_check < registry.horizon:
            yield document.problem("I09b", (*path, "next_check"), date=party.next_check.isoformat())


def outcome_in_its_time(registry: Registry) -> Iterator[Problem]:
    """I09c: an open case has no outcome, and a closed one has one or says that it is not known."""
    for document, path, party in _parties(registry):
        too_early = party.procedure in _OPEN and party.outcome.settled
        too_late = party.procedure is Procedure.CLOSED and party.outcome is Outcome.NONE_YET
        if too_early or too_late:
            yield document.problem("I09c", (*path, "outcome"), procedure=party.procedure.value, outcome=party.outcome.value)


def statement_parties(registry: Registry) -> Iterator[Problem]:
    """I15a: a statement is only about parties to its case."""
    for document in registry.of(Kind.CASES):
        names = {party.provider for party in document.record.parties}
        for index, statement in enumerate(document.record.statements):
            for position, provider in enumerate(statement.about):
                if provider not in names:
                    yield document.problem("I15a", ("statements", index, "about", position), value=provider)


def parties_once(registry: Registry) -> Iterator[Problem]:
    """I15b: one state per provider and case."""
    for document in registry.of(Kind.CASES):
        seen: dict[str, int] = {}
        for index, party in enumerate(document.record.parties):
            if party.provider is None:
                continue
            path: Path = ("parties", index, "provider")
            line = document.source.place(path)[0]
            first = seen.setdefault(party.provider, line)
            if first != line:
                yield document.problem("I15b", path, value=party.provider, line=str(first))

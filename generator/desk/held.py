"""What is not shown, or only as a link: each case with the reason, what would release it, and whether it can be moved today."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from generator.desk.promotion import Promotion, plan, problems_today
from generator.desk.reply_time import release_text
from generator.records.models import Kind
from generator.records.models.case import Party
from generator.records.reader import Document, Root
from generator.records.vocabulary import Publication, ReplyState
from generator.registry.gate import Ruling, publication, rulings
from generator.registry.registry import Registry
from generator.site.swedish import count_text, day_text

ALREADY_SHOWN = "Ärendet visas redan i sin helhet. Ändra den öppna posten, och lägg en rättelse om uppgiften betyder något annat."
# The rows of the gate that an answer, or the end of the time for it, takes a statement out of.
_BY_ANSWER = frozenset({"account", "media-time-runs"})
_NO_DRAFT = "Det finns inget utkast i intake/ att flytta."


@dataclass(frozen=True, slots=True)
class HeldStatement:
    """One statement about one party. `decision`: what the gate says of it today; `release`: what would change that, empty for what may be shown.

    deadline: the last day to answer, `YYYY-MM-DD`, when the party has been asked.
    """

    id: str
    party: str
    grade: str
    decision: str
    decision_text: str
    reason: str
    release: str
    reply: str
    deadline: str


@dataclass(frozen=True, slots=True)
class HeldCase:
    """One case, also when a link in the public root and a draft in intake share its id.

    obstacles: why `promote` would refuse it, besides what the gate says of its statements.
    """

    id: str
    name: str
    file: str
    public_file: str
    decision: str
    decision_text: str
    statements: tuple[HeldStatement, ...]
    promotable: bool
    obstacles: tuple[str, ...]


def held_cases(public: Registry, full: Registry) -> tuple[HeldCase, ...]:
    """Every draft, and every public case of which something is only a link. public: the records without intake; full: with it."""
    known = problems_today(public)
    found = []
    for document in full.of(Kind.CASES):
        decided = rulings(full, document.record)
        draft = document.root is Root.INTAKE
        if not draft and all(r.row.decision is Publication.PUBLISHED for r in decided):
            continue
        promotion = plan(public, full, document.id, known) if draft else None
        level = publication(decided)
        link = public.documents.get(document.key) if draft else document
        found.append(
            HeldCase(
                id=document.id,
                name=document.record.name or "",
                file=document.source.file,
                public_file=link.source.file if link else "",
                decision=level.value,
                decision_text=level.label_sv,
                statements=tuple(_statement(full, document, ruling) for ruling in decided if draft or ruling.row.decision is not Publication.PUBLISHED),
                promotable=promotion is not None and promotion.possible,
                obstacles=other_obstacles(promotion) if promotion else (_NO_DRAFT,),
            )
        )
    return tuple(found)


def refusals(promotion: Promotion) -> tuple[str, ...]:
    """What the gate does not let through, and what would change that, in Swedish sentences."""
    texts = []
    for ruling in promotion.refused:
        row = ruling.row
        decision = "bara källan får visas, men utkastet har text" if row.decision is Publication.LINK_ONLY else row.decision.label_sv
        texts.append(f"Uppgiften {ruling.statement.id}: {decision}, för {row.reason_sv}. Släpps av: {_release(ruling)}.")
    return tuple(texts)


def other_obstacles(promotion: Promotion) -> tuple[str, ...]:
    """What else stands in the way, in Swedish sentences."""
    problems = (f"{p.file}:{p.line}: [{p.code}] {p.message()} {p.hint()}".rstrip() for p in promotion.problems)
    return (*((ALREADY_SHOWN,) if promotion.already_shown else ()), *problems)


def party_name(registry: Registry, party: Party) -> str:
    """What a party is called: the provider's name, or the words for one that the sources do not name."""
    return str(registry.record(Kind.PROFILES, party.provider).name) if party.provider else party.unnamed or ""


def held_text(cases: tuple[HeldCase, ...], as_of: date, missing: str = "") -> str:
    """The cases for a person. missing: how the private folder is written, when there is none."""
    lines = [f"Mappen {missing}/ finns inte här, så bara det som ligger öppet är med.", ""] if missing else []
    for case in cases:
        lines += _case_lines(case, as_of)
    ready = [case.id for case in cases if case.promotable]
    lines.append(f"{_capital(count_text(len(cases), 'ärende', 'ärenden'))} hålls inne, visas bara som länk eller är utkast.")
    lines += [f"Kan flyttas i dag: coachkollen promote {case_id}" for case_id in ready] or ["Inget av dem kan flyttas i dag."]
    return "\n".join(lines)


def held_json(cases: tuple[HeldCase, ...], as_of: date, intake: str) -> str:
    """The cases for a program. The keys are stable; `intake` is null when there is no such folder."""
    return json.dumps({"as_of": as_of.isoformat(), "intake": intake or None, "cases": [asdict(case) for case in cases]}, ensure_ascii=False, indent=1)


def _case_lines(case: HeldCase, as_of: date) -> list[str]:
    lines = [f"{case.id}: {case.decision_text}", f"  {case.name}" if case.name else "  (utan rubrik)"]
    lines.append(f"  fil: {case.file}" + (f", och som länk i {case.public_file}" if case.public_file not in ("", case.file) else ""))
    for statement in case.statements:
        lines.append(f"  {statement.id} om {statement.party} (grad {statement.grade}): {statement.decision_text}, {statement.reason}")
        if statement.release:
            lines.append(f"    släpps av: {statement.release}")
        if statement.deadline:
            deadline = date.fromisoformat(statement.deadline)
            lines.append(f"    tillfrågad, svarstiden {'gick ut' if deadline < as_of else 'går ut'} {day_text(deadline)}")
    if case.promotable:
        lines.append(f"  kan flyttas i dag: coachkollen promote {case.id}")
    lines += [f"  kan inte flyttas: {reason}" for reason in case.obstacles]
    return [*lines, ""]


def _statement(registry: Registry, document: Document, ruling: Ruling) -> HeldStatement:
    reply, row = ruling.party.reply, ruling.row
    return HeldStatement(
        id=f"{document.key}#{ruling.statement.id}",
        party=party_name(registry, ruling.party),
        grade=ruling.statement.grade.value,
        decision=row.decision.value,
        decision_text=row.decision.label_sv,
        reason=row.reason_sv,
        release=_release(ruling),
        reply=reply.state.value,
        deadline=reply.deadline.isoformat() if reply.state is ReplyState.ASKED and reply.deadline else "",
    )


def _release(ruling: Ruling) -> str:
    """What would let a statement through: the day, where the provider has been asked and still has time."""
    return (release_text(ruling.party.reply) if ruling.row.id in _BY_ANSWER else "") or ruling.row.release


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

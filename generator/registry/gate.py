"""The publication gate (invariant 7): one table that decides what may be shown.

Each statement about each party meets the rows from the top; the first that fits decides. The same
table is printed on the method page. What may not be shown may not lie in the public repository
either, since a public repository is itself a publication.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.records.models import Kind
from generator.records.models.case import Case, Party, Reply
from generator.records.models.evidence import CaseStatement
from generator.records.vocabulary import Grade, LegalForm, Publication, ReplyState, StatementKind
from generator.registry.registry import Registry
from generator.registry.working_days import earliest_deadline

_UNHEARD = frozenset({ReplyState.NOT_ASKED, ReplyState.UNKNOWN})
_ANSWERED = frozenset({ReplyState.REPLIED, ReplyState.REPLIED_IN_SOURCE, ReplyState.DECLINED, ReplyState.NO_ANSWER_IN_TIME})


@dataclass(frozen=True, slots=True)
class Matter:
    """What the gate looks at: one statement about one party, as of a day (today, also when the site is built for another).

    answer_dated: the day of the answer is given.
    """

    grade: Grade
    kind: StatementKind
    named: bool
    sole_trader: bool
    reply: ReplyState
    deadline: date | None
    as_of: date
    answer_dated: bool = False

    @property
    def deadline_passed(self) -> bool:
        """True when the provider was asked and its time to answer is over."""
        return self.reply is ReplyState.ASKED and self.deadline is not None and self.deadline < self.as_of

    @property
    def time_runs(self) -> bool:
        """True while an answer may still come. That a provider would not answer counts from the day it said so, or else when its time is over."""
        if self.reply is ReplyState.DECLINED:
            return not self.answer_dated and self.deadline is not None and self.deadline >= self.as_of
        return self.reply is ReplyState.ASKED and not self.deadline_passed


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the gate. The three texts describe `fits` for readers; `release`: what would let it through."""

    id: str
    grade: str
    subject: str
    reply: str
    decision: Publication
    reason_sv: str
    reason_en: str
    release: str
    release_en: str
    fits: Callable[[Matter], bool]


GATE: tuple[Row, ...] = (
    Row("tip", "E", "alla", "alla", Publication.HELD,
        "tips och anonyma inlägg visas aldrig", "tips and anonymous posts are never shown",
        "en källa med minst grad D", "a source of at least grade D", lambda m: m.grade is Grade.E),
    Row("sole-trader", "C, D", "enskild firma: påstående, konstaterat, åtgärd", "alla", Publication.HELD,
        "det som sägs om eller görs mot en enskild firma gäller en person", "what is said of or done against a sole trader is about a person",
        "en myndighets handling (grad A eller B)", "an authority's document (grade A or B)",
        lambda m: m.sole_trader and m.grade in (Grade.C, Grade.D) and m.kind.answerable),
    Row("authority", "A, B", "alla", "alla", Publication.PUBLISHED,
        "uppgiften står i myndighetens eget dokument", "the authority's own document carries it",
        "", "", lambda m: m.grade in (Grade.A, Grade.B)),
    Row("media-unheard", "C", "namngiven", "inte tillfrågad, inte känt", Publication.LINK_ONLY,
        "leverantören har inte hörts", "the provider has not been heard",
        "fråga leverantören, eller läs hela källan och återge svaret där", "ask the provider, or read the whole source and give the reply that stands there",
        lambda m: m.grade is Grade.C and m.named and m.reply in _UNHEARD),
    Row("media-time-runs", "C", "namngiven", "tillfrågad, ville inte svara, svarstiden löper", Publication.LINK_ONLY,
        "leverantören har minst tio arbetsdagar på sig att svara", "the provider has at least ten working days to reply",
        "vänta på svaret, eller tills svarstiden har gått ut; sade leverantören nej, ange dagen i answered_on",
        "wait for the reply, or until the time to reply is over; if the provider said no, give the day in answered_on",
        lambda m: m.grade is Grade.C and m.named and m.time_runs),
    Row("media", "C", "alla", "alla andra", Publication.PUBLISHED,
        "uppgiften kommer från ett medium med ansvarig utgivare, och leverantören har fått svara eller namnges inte",
        "a responsible editor carries it, and the provider has been heard or is not named",
        "", "", lambda m: m.grade is Grade.C),
    Row("account-answered", "D", "namngiven", "har svarat, har svarat i källan, ville inte svara, svarade inte i tid", Publication.PUBLISHED,
        "leverantören har fått svara", "the provider has been heard",
        "", "", lambda m: m.grade is Grade.D and m.named and m.reply in _ANSWERED and not m.time_runs),
    Row("account-time-over", "D", "namngiven", "tillfrågad, svarstiden har gått ut", Publication.PUBLISHED,
        "leverantören har fått minst tio arbetsdagar på sig", "the provider has had at least ten working days",
        "", "", lambda m: m.grade is Grade.D and m.named and m.deadline_passed),
    Row("account-unnamed", "D", "inte namngiven", "alla", Publication.HELD,
        "en deltagares berättelse om någon som inte namnges kan ingen svara på", "nobody can answer a participant's account of somebody who is not named",
        "ett medium eller en myndighet som bär uppgiften (grad A–C), eller en källa som namnger leverantören, som då får svara",
        "a medium or an authority that carries it (grade A–C), or a source that names the provider, which is then asked",
        lambda m: m.grade is Grade.D and not m.named),
    Row("account", "D", "namngiven", "alla andra", Publication.HELD,
        "en deltagares berättelse visas inte förrän leverantören har fått svara", "a participant's account is not shown before the provider has been heard",
        "fråga leverantören och vänta minst tio arbetsdagar", "ask the provider and wait at least ten working days", lambda m: m.grade is Grade.D),
)  # fmt: skip


def decide(matter: Matter) -> Row:
    """The row that decides. Every grade has a last row, so there always is one."""
    return next(row for row in GATE if row.fits(matter))


@dataclass(frozen=True, slots=True)
class Ruling:
    """The gate's decision on one statement about one party. `index`: the statement's place in the record."""

    index: int
    statement: CaseStatement
    party: Party
    row: Row


def rulings(registry: Registry, case: Case) -> tuple[Ruling, ...]:
    """Every statement of a case for every party that it is about."""
    result = []
    for index, statement in enumerate(case.statements):
        for party in case.parties:
            if statement.about and party.provider not in statement.about:
                continue
            matter = Matter(
                grade=statement.grade,
                kind=statement.kind,
                named=party.provider is not None,
                sole_trader=_is_sole_trader(registry, party),
                reply=party.reply.state,
                deadline=_deadline(party.reply),
                as_of=registry.horizon,
                answer_dated=party.reply.answered_on is not None,
            )
            result.append(Ruling(index, statement, party, decide(matter)))
    return tuple(result)


def publication(decisions: tuple[Ruling, ...]) -> Publication:
    """What a case as a whole is: shown if any statement is, else a link if any is, else held."""
    kinds = {ruling.row.decision for ruling in decisions}
    for level in (Publication.PUBLISHED, Publication.LINK_ONLY):
        if level in kinds:
            return level
    return Publication.HELD


def _deadline(reply: Reply) -> date | None:
    """The last day for an answer. Who is said to have declined has as long as anybody that we ask, also when no day was set."""
    if reply.deadline is None and reply.asked_on and reply.state is ReplyState.DECLINED:
        return earliest_deadline(reply.asked_on)
    return reply.deadline


def _is_sole_trader(registry: Registry, party: Party) -> bool:
    document = registry.documents.get(f"{Kind.PROFILES}/{party.provider}")
    return document is not None and document.record.legal_form is LegalForm.SOLE_TRADER

"""What is to be done next: labels that run out, searches that grow old, open cases, answers that are awaited, sources unread.

Computed from the records and the day, like every state. Much of one kind (a register that nobody
has searched for any provider, sources that nobody has tried) is one item with its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from generator.desk.held import party_name
from generator.desk.promotion import may_be_public
from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.models.systems import Scheme
from generator.records.reader import Document, Root
from generator.records.vocabulary import AccreditationState, Availability, CheckResult, Procedure, ReplyState
from generator.registry.gate import rulings
from generator.registry.states import CHECK_LIFETIME_MONTHS, accreditation_status, add_months
from generator.site.maker import Maker
from generator.site.swedish import count_text, day_text
from generator.site.views.coverage import NO_REGISTER, shown_schemes

LABEL_DAYS = 60
CASE_DAYS = 14
CHECK_MONTHS = 11
SOURCE_MONTHS = 12


class DueKind(StrEnum):
    """What sort of work it is, the most pressing first; the value is stable."""

    PROMOTE = "promote"
    REPLY = "reply"
    CASE = "case"
    LABEL = "label"
    CHECK = "check"
    SOURCE = "source"


KIND_WORDS: Mapping[DueKind, str] = MappingProxyType(
    {
        DueKind.PROMOTE: "kan visas",
        DueKind.REPLY: "svar",
        DueKind.CASE: "öppet ärende",
        DueKind.LABEL: "märkning",
        DueKind.CHECK: "sökning",
        DueKind.SOURCE: "källa",
    }
)


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing to do.

    on: the day it is due, the day of the registry for what has never been done. what: a Swedish sentence.
    file: the record, empty for an item of many. key: stable and unique, for calendars. record: the key
    of the record, for links. parts: the same one by one, when the item is about many.
    """

    on: date
    kind: DueKind
    what: str
    file: str
    key: str
    record: str = ""
    parts: tuple[DueItem, ...] = ()


def due_items(maker: Maker, *, everything: bool = False) -> tuple[DueItem, ...]:
    """What is to be done, soonest first. everything: many of one kind are listed one by one."""
    items = [item for find in _FINDERS for item in find(maker)]
    if everything:
        items = [part for item in items for part in item.parts or (item,)]
    order = list(DueKind)
    return tuple(sorted(items, key=lambda item: (item.on, order.index(item.kind), item.key)))


def _promotable(maker: Maker) -> Iterator[DueItem]:
    """Drafts that the gate lets through today."""
    for document in maker.registry.of(Kind.CASES):
        decided = rulings(maker.registry, document.record)
        if document.root is not Root.INTAKE or not all(may_be_public(r) for r in decided):
            continue
        ends = [p.reply.deadline for p in document.record.parties if p.reply.state is ReplyState.ASKED and p.reply.deadline]
        past = [day for day in ends if day < maker.as_of]
        on = max(past) + timedelta(days=1) if past else maker.as_of
        what = f"Spärren släpper igenom ärendet {document.id}. Flytta det: coachkollen promote {document.id}"
        yield _item(document, DueKind.PROMOTE, on, what)


def _awaited(maker: Maker) -> Iterator[DueItem]:
    """Providers that have been asked and whose time to answer is soon over, or is over."""
    for document in maker.registry.of(Kind.CASES):
        for party in document.record.parties:
            deadline = party.reply.deadline
            if party.reply.state is not ReplyState.ASKED or deadline is None or deadline > maker.as_of + timedelta(days=CASE_DAYS):
                continue
            name = party_name(maker.registry, party)
            if deadline < maker.as_of:
                what = f"Svarstiden för {name} gick ut {day_text(deadline)}. Skriv in svaret, eller state: no_answer_in_time om inget har kommit."
            else:
                what = f"Svarstiden för {name} går ut {day_text(deadline)}. Se efter om svaret har kommit."
            yield _item(document, DueKind.REPLY, deadline, what, party.provider or "")


def _open_cases(maker: Maker) -> Iterator[DueItem]:
    """Open cases whose day to look again is near or past."""
    for document in maker.registry.of(Kind.CASES):
        for index, party in enumerate(document.record.parties):
            day = party.next_check
            if day is None or party.procedure is Procedure.CLOSED or day > maker.as_of + timedelta(days=CASE_DAYS):
                continue
            what = f"Se hur det går för {party_name(maker.registry, party)} i ärendet {document.id}, och sätt ett nytt datum i next_check."
            yield _item(document, DueKind.CASE, day, what, party.provider or f"part-{index + 1}")


def _labels(maker: Maker) -> Iterator[DueItem]:
    """Labels that soon run out, and those that have run out since anybody looked."""
    for document in maker.registry.of(Kind.PROFILES):
        profile: Profile = document.record
        for scheme_id in sorted({period.scheme for period in profile.accreditations}):
            scheme: Scheme = maker.registry.record(Kind.SCHEMES, scheme_id)
            status = accreditation_status(profile, scheme_id, scheme, maker.as_of)
            last = status.last_day
            if last is None or last > maker.as_of + timedelta(days=LABEL_DAYS):
                continue
            renewed = any(p.scheme == scheme_id and p.from_.certainly_after(maker.as_of) for p in profile.accreditations)
            looked = any(c.scheme == scheme_id and c.result is not CheckResult.UNREACHABLE and last < c.on <= maker.as_of for c in profile.checks)
            if renewed or looked:
                continue
            verb = "gick ut" if status.state is AccreditationState.EXPIRED else "går ut"
            what = f"{scheme.name} för {profile.name} {verb} {day_text(last)}. Sök efter en förnyelse i {scheme.register_name or NO_REGISTER}."
            yield _item(document, DueKind.LABEL, last, what, scheme_id)


def _searches(maker: Maker) -> Iterator[DueItem]:
    """Registers of industry labels that have never been searched for a provider, or not for long: one item a register."""
    for scheme in shown_schemes(maker):
        register = scheme.record.register_name or NO_REGISTER
        never, old = [], []
        for document in maker.registry.of(Kind.PROFILES):
            made = [c.on for c in document.record.checks if c.scheme == scheme.id and c.result is not CheckResult.UNREACHABLE and c.on <= maker.as_of]
            if not made:
                what = f"Sök efter {document.record.name} i {register} ({scheme.record.name}). Det har aldrig gjorts."
                never.append(_item(document, DueKind.CHECK, maker.as_of, what, scheme.id))
            elif max(made) < add_months(maker.as_of, -CHECK_MONTHS):
                ends = add_months(max(made), CHECK_LIFETIME_MONTHS)
                what = f"Sök igen efter {document.record.name} i {register} ({scheme.record.name}). Senast sökt: {day_text(max(made))}."
                old.append(_item(document, DueKind.CHECK, ends, what, scheme.id))
        words = ("leverantör", "leverantörer")
        place = f"{register} ({scheme.record.name})"
        yield from _together(never, f"check-never-{scheme.id}", f"Sök i {place}: aldrig gjort för", words)
        yield from _together(old, f"check-old-{scheme.id}", f"Sök igen i {place} efter", words)


def _sources(maker: Maker) -> Iterator[DueItem]:
    """Addresses that nobody has tried, and sources that nobody has read for a year."""
    untried, old = [], []
    for document in maker.registry.of(Kind.SOURCES):
        source = document.record
        if source.url is None:
            continue
        if source.availability is Availability.NOT_CHECKED:
            untried.append(_item(document, DueKind.SOURCE, maker.as_of, f"Pröva om adressen till ”{source.title}” fungerar, och ange availability."))
        elif source.accessed < add_months(maker.as_of, -SOURCE_MONTHS):
            what = f"Läs ”{source.title}” igen. Senast läst {day_text(source.accessed)}."
            old.append(_item(document, DueKind.SOURCE, add_months(source.accessed, SOURCE_MONTHS), what))
    yield from _together(untried, "source-untried", "Pröva om adresserna till", ("källa", "källor"), " fungerar")
    words = (f"källa som ingen har läst på {SOURCE_MONTHS} månader", f"källor som ingen har läst på {SOURCE_MONTHS} månader")
    yield from _together(old, "source-old", "Läs igen", words)


_FINDERS: tuple[Callable[[Maker], Iterator[DueItem]], ...] = (_promotable, _awaited, _open_cases, _labels, _searches, _sources)


def _item(document: Document, kind: DueKind, on: date, what: str, part: str = "") -> DueItem:
    key = "-".join(word for word in (kind.value, document.kind.value, document.id, part) if word)
    return DueItem(on, kind, what, document.source.file, key, document.key)


def _together(items: Iterable[DueItem], key: str, what: str, words: tuple[str, str], after: str = "") -> Iterator[DueItem]:
    """Many items as one, due when the first of them is; a single one as it is. words: what is counted, one and many. after: the end of the sentence."""
    parts = tuple(sorted(items, key=lambda item: (item.on, item.key)))
    if len(parts) > 1:
        yield DueItem(parts[0].on, parts[0].kind, f"{what} {count_text(len(parts), *words)}{after}.", "", key, parts=parts)
    else:
        yield from parts

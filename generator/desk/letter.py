"""A letter to a provider: everything that is said about it, so that it can answer before anything is shown.

Here is what the letter says, as data; `letter_text` turns it into plain text and HTML. The letter
holds what a reader would see: our text to the letter, its source and the place in it, and the
outcome. Contact details come only from what the provider's record declares.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.errors import BadUsage, CoachkollenError
from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.reader import Document
from generator.records.suggestions import closest_id
from generator.records.vocabulary import Grade, Outcome, Publication, ReplyState
from generator.registry.gate import Ruling, rulings
from generator.registry.registry import Registry
from generator.registry.working_days import REPLY_WORKING_DAYS, earliest_deadline, working_days_between
from generator.site.maker import CitationView, Maker
from generator.site.swedish import day_text

# A reply in one of these states still has to be asked for.
_TO_ASK = frozenset({ReplyState.NOT_ASKED, ReplyState.UNKNOWN, ReplyState.UNREACHABLE})


@dataclass(frozen=True, slots=True)
class LetterStatement:
    """One statement as a reader sees it, or would. `text` is ours to the letter; empty while only the source is shown. `lead`: who says it."""

    id: str
    kind: str
    when: str
    lead: str
    text: str
    grade: str
    citations: tuple[CitationView, ...]
    counter: str
    counter_citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class LetterCase:
    """One case with what is said about the provider in it.

    today: what the public site shows of it. outcome: what we show as its outcome. reply, answered: the
    state of the reply, and what has been answered before. file: the record to write the reply in;
    column: where its `reply` begins there. ask: the provider has not been asked about it.
    without_text: there is a statement that we have not put in words yet.
    """

    id: str
    name: str
    today: str
    outcome: str
    outcome_text: str
    outcome_citations: tuple[CitationView, ...]
    statements: tuple[LetterStatement, ...]
    reply: str
    answered: str
    file: str
    column: int
    ask: bool
    without_text: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. contact: the ways to reach the provider that its record declares. reply_to: where the answer goes, empty when not known.

    left_out: ids of tips, which are never shown and could give away who sent them.
    """

    provider: str
    name: str
    contact: tuple[tuple[str, str], ...]
    day: str
    asked_on: date
    deadline: date
    reply_to: str
    cases: tuple[LetterCase, ...]
    left_out: tuple[str, ...]

    @property
    def last_day(self) -> str:
        """The last day to answer, in words."""
        return day_text(self.deadline)


def letter_to(public: Registry, full: Registry, provider: str, deadline: date | None, reply_to: str) -> Letter:
    """The letter of the registry's day. public: the records without intake; full: with it.

    Raises BadUsage for an unknown provider or a deadline that is too early, CoachkollenError when there is nothing to ask about.
    """
    document = full.documents.get(f"{Kind.PROFILES}/{provider}")
    case = full.documents.get(f"{Kind.CASES}/{provider.removeprefix(f'{Kind.CASES}/')}")
    if document is None and case is not None:
        named = [party.provider for party in case.record.parties if party.provider]
        whom = f"Skriv ett brev till {' eller '.join(named)}." if named else "Ärendet nämner ingen leverantör som vi har en post om."
        raise BadUsage(f"{case.id} är ett ärende, och brevet går till en leverantör. {whom} Ska ärendet flyttas är kommandot coachkollen promote {case.id}.")
    if document is None:
        near = closest_id(provider, [d.id for d in full.of(Kind.PROFILES)])
        raise BadUsage(f"Det finns ingen leverantör {provider}." + (f" Menade du {near}?" if near else ""))
    profile, asked_on = document.record, full.as_of
    maker = Maker(full, preview=True)
    about = [(d, [r for r in rulings(full, d.record) if r.party.provider == provider]) for d in full.of(Kind.CASES)]
    cases = [_case(maker, public, d, [r for r in decided if r.statement.grade is not Grade.E]) for d, decided in about if decided]
    left_out = tuple(f"{d.key}#{r.statement.id}" for d, decided in about for r in decided if r.statement.grade is Grade.E)
    cases = [case for case in cases if case.statements]
    if not cases:
        raise CoachkollenError(f"Inget ärende säger något om {profile.name} som leverantören kan svara på." + _about_tips(left_out))
    point = profile.contact
    rows = (("E-post", point and point.email), ("Telefon", point and point.phone), ("Kontaktsida", point and point.url), ("Webbplats", profile.website))
    return Letter(
        provider=provider,
        name=profile.legal_name or profile.name,
        contact=tuple((label, value) for label, value in rows if value),
        day=day_text(asked_on),
        asked_on=asked_on,
        deadline=_deadline(asked_on, deadline),
        reply_to=reply_to,
        cases=tuple(cases),
        left_out=left_out,
    )


def instructions(letter: Letter) -> str:
    """What the editor does with the letter: what to fill in, and what to write in each case, as YAML to paste."""
    lines = []
    if not any(label == "E-post" for label, _ in letter.contact):
        lines.append(f"Ingen e-postadress till {letter.name} finns i posten. Fyll i vart brevet ska gå, överst i brev.txt och brev.html.")
    if not letter.reply_to:
        lines.append("Vår egen adress är inte känd. Ange den med --reply-to, eller fyll i den i brev.txt, brev.html och svar.txt.")
    if letter.left_out:
        lines.append(_about_tips(letter.left_out).strip())
    for case in letter.cases:
        lines += ["", f"{case.file}, parten {letter.provider}:"]
        if not case.ask:
            lines.append(f"  Ändra inget nu. Svarsläget är ”{case.reply}”.")
            continue
        if case.without_text:
            lines.append(f"  Posten visar bara en länk. Lägg utkastet med vår text i intake/cases/{case.id}.yaml, gör om brevet, och skriv detta i utkastet:")
        indent = " " * (case.column - 1)
        lines += [f"{indent}reply:", f"{indent}  state: asked", f"{indent}  asked_on: {letter.asked_on}", f"{indent}  deadline: {letter.deadline}"]
    return "\n".join(lines).lstrip("\n")


def _deadline(asked_on: date, wished: date | None) -> date:
    earliest = earliest_deadline(asked_on)
    if wished is None:
        return earliest
    if wished < earliest:
        days = working_days_between(asked_on, wished)
        raise BadUsage(f"Svarstiden till {wished} är {days} arbetsdagar; minst {REPLY_WORKING_DAYS} behövs. Ange {earliest} eller senare.")
    return wished


def _about_tips(left_out: tuple[str, ...]) -> str:
    if not left_out:
        return ""
    return f" Tips skickas inte vidare, för de visas aldrig och den som tipsade kan kännas igen: {', '.join(left_out)}."


def _case(maker: Maker, public: Registry, document: Document, decided: list[Ruling]) -> LetterCase:
    case: Case = document.record
    statements = tuple(_statement(maker, document, ruling) for ruling in decided)
    party = decided[0].party if decided else case.parties[0]
    index = next(i for i, p in enumerate(case.parties) if p is party)
    return LetterCase(
        id=document.id,
        name=case.name or "Ärende utan rubrik",
        today=_today(public, document, party),
        outcome=_outcome(party),
        outcome_text=party.outcome_text or "",
        outcome_citations=maker.citations(party.outcome_sources),
        statements=statements,
        reply=party.reply.state.label_sv,
        answered=party.reply.text or "",
        file=document.source.file,
        column=document.source.keys[("parties", index, "reply")][1],
        ask=party.reply.state in _TO_ASK,
        without_text=any(not statement.text for statement in statements),
    )


def _statement(maker: Maker, document: Document, ruling: Ruling) -> LetterStatement:
    view = maker.evidence(ruling.statement)
    counter = ruling.statement.counter
    against = counter.text or f"Vi sökte {day_text(counter.searched_on)} och hittade inget som talar emot." if counter else ""
    return LetterStatement(
        id=f"{document.key}#{ruling.statement.id}",
        kind=view.kind,
        when=view.when,
        lead=view.lead if ruling.statement.text else "",
        text=ruling.statement.text or "",
        grade=view.basis,
        citations=view.citations,
        counter=against,
        counter_citations=maker.citations(counter.sources) if counter else (),
    )


def _outcome(party: Party) -> str:
    when = f", {day_text(party.outcome_on)}" if party.outcome_on else ""
    word = "inget utfall ännu" if party.outcome is Outcome.NONE_YET else party.outcome.label_sv
    return f"{word}{when}"


def _today(public: Registry, document: Document, party: Party) -> str:
    """What the public site shows today of what a case says about one party."""
    shown = public.documents.get(document.key)
    levels = {r.row.decision for r in rulings(public, shown.record) if r.party.provider == party.provider} if shown else set()
    if Publication.PUBLISHED in levels:
        return "Det visas redan på webbplatsen."
    if Publication.LINK_ONLY in levels:
        return "I dag visar vi bara att källan finns, inte vad den säger. Våra ord om den kan visas när ni har hörts."
    return "Det visas inte på webbplatsen i dag. Det kan visas när ni har svarat, eller när svarstiden har gått ut."

"""A letter to a provider: everything that is said about it, so that it can answer before anything is shown.

Here is what the letter says, as data; `letter_text` turns it into plain text and HTML. The letter
holds what a reader would see: our text to the letter, its source and the place in it, and the
outcome, in cases and on the provider's own page. Contact details come only from what the provider's record declares.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.desk.letter_facts import LetterFact, facts_about, tips_about
from generator.desk.reply_time import AnswerTime, answer_time, day_set
from generator.errors import BadUsage
from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.reader import Document
from generator.records.suggestions import closest_id
from generator.records.vocabulary import Grade, Outcome, Publication, ReplyState
from generator.registry.gate import Ruling, rulings
from generator.registry.registry import Registry
from generator.registry.working_days import REPLY_WORKING_DAYS, earliest_deadline, working_days_between
from generator.site.maker import Maker
from generator.site.parts import CitationView
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
    column: where its `reply` begins there. ask: the provider has not been asked about it. time: until when it may answer.
    set_day: the last day that the record has set already.
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
    time: AnswerTime
    set_day: date | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. contact: the ways to reach the provider that its record declares. reply_to: where the answer goes, empty when not known.

    left_out: ids of tips, which are never shown and could give away who sent them. deadline: the last day to answer
    about what has got no other day in its record. facts: what the provider's page says besides the cases;
    page_shown: False while the page is a draft.
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
    facts: tuple[LetterFact, ...]
    page_shown: bool

    @property
    def last_days(self) -> tuple[date, ...]:
        """The last days to answer that the letter names, the first one first."""
        return tuple(sorted({*(case.time.last_day for case in self.cases if case.time.last_day), *([self.deadline] if self.facts else [])}))

    @property
    def last_day(self) -> str:
        """The first last day to answer, in words. Each case says its own."""
        return day_text(self.last_days[0])

    @property
    def one_day(self) -> bool:
        """True when everything in the letter is to be answered by the same day."""
        return len(self.last_days) == 1


def letter_to(public: Registry, full: Registry, provider: str, deadline: date | None, reply_to: str) -> Letter:
    """The letter of the registry's day. public: the records without intake; full: with it.

    Raises BadUsage for an unknown provider or a deadline that is too early.
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
    last_day = _deadline(asked_on, deadline)
    cases = [_case(maker, public, d, [r for r in decided if r.statement.grade is not Grade.E], last_day) for d, decided in about if decided]
    left_out = tuple(f"{d.key}#{r.statement.id}" for d, decided in about for r in decided if r.statement.grade is Grade.E)
    point = profile.contact
    rows = (("E-post", point and point.email), ("Telefon", point and point.phone), ("Kontaktsida", point and point.url), ("Webbplats", profile.website))
    return Letter(
        provider=provider,
        name=profile.legal_name or profile.name,
        contact=tuple((label, value) for label, value in rows if value),
        day=day_text(asked_on),
        asked_on=asked_on,
        deadline=last_day,
        reply_to=reply_to,
        cases=tuple(case for case in cases if case.statements),
        left_out=(*left_out, *tips_about(document)),
        facts=facts_about(maker, document),
        page_shown=document.key in public.documents,
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
            lines += _left_as_it_is(case, letter.deadline)
            continue
        if case.without_text:
            lines.append(f"  Posten visar bara en länk. Lägg utkastet med vår text i intake/cases/{case.id}.yaml, gör om brevet, och skriv detta i utkastet:")
        indent = " " * (case.column - 1)
        lines += [f"{indent}reply:", f"{indent}  state: asked", f"{indent}  asked_on: {letter.asked_on}", f"{indent}  deadline: {letter.deadline}"]
    lines += ["", f"{letter.facts[0].file}: ändra inget nu. Det som leverantören säger om sin sida skriver reply ut som en lista att kontrollera."]
    return "\n".join(lines).lstrip("\n")


def _left_as_it_is(case: LetterCase, deadline: date) -> list[str]:
    """What the editor is told of a case that has its reply, or its day, already."""
    if case.set_day is None:
        return [f"  Ändra inget nu. Svarsläget är ”{case.reply}”."]
    verb = "går" if case.time.last_day else "gick"
    lines = [f"  Ändra inget nu. Svarsläget är ”{case.reply}”. Svarstiden {verb} ut {case.set_day} enligt posten, och det säger brevet också."]
    if deadline > case.set_day:
        lines.append(f"  Ska leverantören få längre tid: skriv deadline: {deadline} i posten, låt asked_on stå kvar, och gör om brevet innan det skickas.")
    return lines


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


def _case(maker: Maker, public: Registry, document: Document, decided: list[Ruling], deadline: date) -> LetterCase:
    case: Case = document.record
    statements = tuple(_statement(maker, document, ruling) for ruling in decided)
    party = decided[0].party if decided else case.parties[0]
    index = next(i for i, p in enumerate(case.parties) if p is party)
    reply, open_gate = party.reply, all(ruling.row.decision is Publication.PUBLISHED for ruling in decided)
    set_day = day_set(reply)
    ask = reply.state in _TO_ASK or (reply.state is ReplyState.ASKED and set_day is None)
    return LetterCase(
        id=document.id,
        name=case.name or "Ärende utan rubrik",
        today=_today(public, document, party, open_gate=open_gate),
        outcome=_outcome(party),
        outcome_text=party.outcome_text or "",
        outcome_citations=maker.citations(party.outcome_sources),
        statements=statements,
        reply=party.reply.state.label_sv,
        answered=party.reply.text or "",
        file=document.source.file,
        column=document.source.keys[("parties", index, "reply")][1],
        ask=ask,
        without_text=any(not statement.text for statement in statements),
        time=answer_time(reply, maker.as_of, deadline, waits=ask and not open_gate),
        set_day=set_day,
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
        grade=Markup(view.basis).striptags(),
        citations=view.citations,
        counter=against,
        counter_citations=maker.citations(counter.sources) if counter else (),
    )


def _outcome(party: Party) -> str:
    when = f", {day_text(party.outcome_on)}" if party.outcome_on else ""
    word = "inget utfall ännu" if party.outcome is Outcome.NONE_YET else party.outcome.label_sv
    return f"{word}{when}"


def _today(public: Registry, document: Document, party: Party, *, open_gate: bool) -> str:
    """What the public site shows today of what a case says about one party. open_gate: nothing in it waits for an answer."""
    shown = public.documents.get(document.key)
    levels = {r.row.decision for r in rulings(public, shown.record) if r.party.provider == party.provider} if shown else set()
    if Publication.PUBLISHED in levels:
        return "Det visas redan på webbplatsen."
    if Publication.LINK_ONLY in levels:
        when = "när som helst, för de väntar inte på något svar" if open_gate else "när ni har hörts"
        return f"I dag visar vi bara att källan finns, inte vad den säger. Våra ord om den kan visas {when}."
    if open_gate:
        return "Det visas inte på webbplatsen i dag. Det får visas när som helst, för det väntar inte på något svar."
    return "Det visas inte på webbplatsen i dag. Det kan visas när ni har svarat, eller när svarstiden har gått ut."

"""The words of what is cited: what it is called, what it says, what must go with it and what it rests on. They are those of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from generator.records.vocabulary import Question
from generator.site.citing.citable import PrimarySource, soft
from generator.site.maker import Maker
from generator.site.parts import CitationView, EvidenceView, FigureView
from generator.site.views.cases import ClaimsView
from generator.site.views.contracts import ContractView
from generator.site.views.labels import PeriodView
from generator.site.views.parties import UNDETERMINED, PartyView, ReplyView
from generator.site.views.profiles import MeasureView

# What has an anchor on its page and can be cited.
Shown: TypeAlias = "EvidenceView | FigureView | ContractView | PeriodView | MeasureView"
SHOWN = (EvidenceView, FigureView, ContractView, PeriodView, MeasureView)

# Between two items of a list that do not end a sentence themselves, and after the last.
_NEXT_ITEM = re.compile(r"(?<=[^\s.;:,!?>])\s*</li>\s*<li>")
_LAST_ITEM = re.compile(r"(?<=[^\s.;:,!?>])\s*</li>\s*(?=</[ou]l>)")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is shown, with the words that must go with it. All marked with their language, as on a page.

    Of a case as a whole only those words, since its name says something too.
    """

    said_by: str
    text: str
    beside: tuple[str, ...]


def heading(maker: Maker, anchor: str, shown: Shown) -> str:
    """What it is called among the others: what sort of thing it is and where it is from, never what it says, which would stand without its answer."""
    words = maker.words
    question = next((q for q in Question if q.anchor == anchor), None)
    if question:
        return words.label(question)
    kind = _kind(maker, shown)
    if not shown.citations:
        return kind
    first = shown.citations[0]
    return words.t("{kind} enligt {publisher}, {locator}", kind=kind, publisher=words.own(first.publisher), locator=words.own(first.locator))


def _kind(maker: Maker, shown: Shown) -> str:
    match shown:
        case EvidenceView():
            return shown.kind
        case FigureView():
            return maker.words.t("{what}, {period}", what=maker.words.own(shown.what), period=shown.period)
        case ContractView():
            if shown.programme:
                return maker.words.t("avtal om {programme}", programme=shown.programme.marked)
            return maker.words.t("avtal med {buyer}", buyer=shown.buyer.marked)
        case PeriodView():
            return maker.words.t("period för {scheme}", scheme=shown.scheme.marked)
        case MeasureView():
            return maker.words.t("mätning")


def said(maker: Maker, shown: Shown, beside: tuple[str, ...]) -> Said:
    """What it says. beside: the outcomes and the answers that go with it."""
    match shown:
        case EvidenceView():
            return _statement(maker, shown, beside)
        case FigureView():
            return _figure(maker, shown)
        case ContractView():
            return _contract(maker, shown)
        case PeriodView():
            return _period(maker, shown)
        case MeasureView():
            return _measure(maker, shown)


def primary_sources(shown: Shown) -> tuple[PrimarySource, ...]:
    """Where what is shown can be read first hand. The headline of a source that names somebody who has not been heard is left out."""
    return tuple(_primary(citation) for citation in shown.citations)


def _primary(citation: CitationView) -> PrimarySource:
    title = "" if citation.unheard else text_of(citation.title)
    return PrimarySource(text_of(citation.publisher), title, text_of(citation.issued), text_of(citation.locator), "" if citation.gone else citation.url or "")


def _statement(maker: Maker, shown: EvidenceView, beside: tuple[str, ...]) -> Said:
    t, own = maker.words.t, maker.words.own
    against: tuple[str, ...] = ()
    if shown.counter and shown.counter.html:
        against = (t("Vad talar emot? {text}", text=own(text_of(shown.counter.html))),)
    elif shown.counter:
        against = (t("Vi sökte {day} och hittade inget som talar emot.", day=shown.counter.searched_on),)
    gone = (t("Källan är borttagen och vi har inte hittat någon kopia. Uppgiften går därför inte att kontrollera i dag."),) if shown.gone else ()
    return Said(shown.lead, own(text_of(shown.html)), (*_doubt(maker, shown), *gone, *against, *beside))


def _figure(maker: Maker, shown: FigureView) -> Said:
    t, own = maker.words.t, maker.words.own
    figure = t("{what}: {amount}, {period}.", what=own(shown.what), amount=shown.amount, period=shown.period)
    whole = t("Av: {whole}.", whole=own(shown.of)) if shown.of else t("Källan anger inget att jämföra med.")
    caveat = own(text_of(shown.caveat)) if shown.caveat else t("Källan anger inget förbehåll.")
    return Said("", figure, (whole, caveat, *_doubt(maker, shown)))


def _contract(maker: Maker, shown: ContractView) -> Said:
    words = maker.words
    what = words.t("{buyer}, {programme}", buyer=shown.buyer.marked, programme=shown.programme.marked) if shown.programme else shown.buyer.marked
    note = (words.own(text_of(shown.note)),) if shown.note else ()
    return Said("", words.t("Avtal: {what}. Läge {day}: {state}.", what=what, day=_day(maker), state=shown.state), (*_if_any(shown.sentence), *note))


def _period(maker: Maker, shown: PeriodView) -> Said:
    t = maker.words.t
    period = t("{scheme}, {span}, {ended}.", scheme=shown.scheme.marked, span=shown.span, ended=shown.ended) if shown.ended else ""
    state = maker.words.sentences([t("Läge {day}: {state}.", day=_day(maker), state=shown.state), shown.sentence])
    return Said("", period or t("{scheme}, {span}.", scheme=shown.scheme.marked, span=shown.span), (state,))


def _measure(maker: Maker, shown: MeasureView) -> Said:
    t, own = maker.words.t, maker.words.own
    measured = t("Mätt av {who}, {period}. Underlag: {base}.", who=shown.by.marked, period=own(shown.period), base=own(shown.base))
    return Said("", t("{what}: {amount}.", what=own(shown.what), amount=shown.amount), (measured,))


def _if_any(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _day(maker: Maker) -> str:
    return maker.words.day(maker.as_of)


def _doubt(maker: Maker, shown: EvidenceView | FigureView) -> tuple[str, ...]:
    """How sure it is, where it is not."""
    if not shown.confidence:
        return ()
    words = maker.words
    return (words.sentences([words.t("Uppgiften är {confidence}.", confidence=shown.confidence), words.own(shown.confidence_note)]),)


def outcomes_and_answers(maker: Maker, parties: Iterable[PartyView], groups: Iterable[ClaimsView]) -> Iterator[str]:
    """What came of it for each party that the claims are about, those in whose favour it ended first, and what each has answered."""
    t, own = maker.words.t, maker.words.own
    answers = {reply.key: reply for claims in groups for reply, _ in claims.replies}
    for party in (p for p in parties if p.key in answers):
        reply = answers[party.key]
        name = party.name.marked
        if party.criticised:
            if party.outcome_when:
                yield t("Utfall för {name}: {outcome}, {day}.", name=name, outcome=party.outcome, day=party.outcome_when)
            else:
                yield t("Utfall för {name}: {outcome}.", name=name, outcome=party.outcome)
            if party.undetermined:
                yield t(UNDETERMINED)
        else:
            yield t("Ärendet är ingen kritik och har inget utfall.")
        if party.outcome_html:
            yield own(text_of(party.outcome_html))
        yield _answer(maker, reply)


def _answer(maker: Maker, reply: ReplyView) -> str:
    words = maker.words
    text = words.own(text_of(reply.html)) if reply.html else reply.explanation
    if reply.state_code == "not_applicable":
        return words.t("Svar: {text}", text=text)
    return words.t("Svar från {name} ({state}): {text}", name=words.own(reply.name), state=reply.state, text=text)


def text_of(text: str) -> str:
    """The words of a text that is HTML or is not. The items of a list are told apart, as in a sentence."""
    if not isinstance(text, Markup):
        return soft(text)
    listed = _LAST_ITEM.sub(".", _NEXT_ITEM.sub("; ", str(text)))
    return soft(Markup(listed).striptags())

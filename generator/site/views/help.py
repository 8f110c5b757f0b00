"""Help for a participant: how to complain, step by step, and what can be demanded, programme by programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.records.models import Kind
from generator.records.vocabulary import ChannelStep
from generator.site.citizen_letters import LETTERS, CitizenLetter
from generator.site.language import SOURCE_LANGUAGE
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.views.systems import ChannelView, DemandView, channels_of


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to copy. text: in Swedish. meaning: the same in the language of the page; empty in Swedish."""

    anchor: str
    title: str
    use: str
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a complaint: the ways that the records show, in their order, and the letters for it. provider: the first, which no record is of."""

    anchor: str
    title: str
    intro: str
    provider: bool
    channels: tuple[ChannelView, ...]
    letters: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """What a participant may ask for in one programme. note: that the programme is over."""

    anchor: str
    programme: LinkView
    name: str
    note: str
    demands: tuple[DemandView, ...]


def complaint_view(maker: Maker) -> tuple[StepView, ...]:
    """The steps of a complaint, the first to take first. A step without a way or a letter is left out."""
    words = maker.words
    channels = sorted((c for d in maker.registry.of(Kind.BODIES) for c in channels_of(maker, d)), key=lambda c: (c.order, c.anchor))
    first = StepView(
        "steg-leverantor",
        words.t("Ta upp det med leverantören"),
        words.t("Ofta går det att reda ut direkt. Du måste inte börja här, om du inte vill."),
        True,
        (),
        _letters(maker, None),
    )
    steps = [first]
    for step in ChannelStep:
        ways, letters = tuple(c for c in channels if c.step is step), _letters(maker, step)
        if ways or letters:
            steps.append(StepView(f"steg-{step.value}", words.label(step), words.definition(step), False, ways, letters))
    return tuple(steps)


def checklists_view(maker: Maker) -> tuple[ChecklistView, ...]:
    """What a participant may ask for, programme by programme, the latest programme first."""
    documents = [d for d in maker.registry.of(Kind.PROGRAMMES) if d.record.demands]
    documents.sort(key=lambda d: (d.record.from_.earliest if d.record.from_ else date.min, d.id), reverse=True)
    return tuple(
        ChecklistView(
            anchor=f"program-{d.id}",
            programme=maker.link(Kind.PROGRAMMES, d.id),
            name=d.record.name,
            note=(
                maker.words.t("Programmet avslutades {day}. Kraven nedan gällde då.", day=maker.words.on_day(d.record.to))
                if d.record.to and d.record.to.certainly_before(maker.as_of)
                else ""
            ),
            demands=tuple(DemandView(f"{d.id}-{demand.id}", demand.name, maker.evidence(demand, f"{d.id}-{demand.id}")) for demand in d.record.demands),
        )
        for d in documents
    )


def _letters(maker: Maker, step: ChannelStep | None) -> tuple[LetterView, ...]:
    return tuple(_letter(maker, letter) for letter in LETTERS if letter.step is step)


def _letter(maker: Maker, letter: CitizenLetter) -> LetterView:
    words = maker.words
    translated = words.t(letter.text) if words.code != SOURCE_LANGUAGE else ""
    return LetterView(letter.id, words.t(letter.title), words.t(letter.use), letter.text, translated if translated != letter.text else "")

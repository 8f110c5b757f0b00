"""Help for a participant: how to complain, step by step, and what can be demanded, programme by programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.models.profile import Profile
from generator.records.reader import Document
from generator.records.vocabulary import ChannelStep
from generator.site.citizen_letters import LETTERS, CitizenLetter
from generator.site.language import N_, SOURCE_LANGUAGE
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
    """A step of a complaint: the ways that the records show, in their order, and the letters for it.

    provider: the first, which no record is of. onward: the steps to take when this one did not help, in words and as (anchor, title).
    """

    anchor: str
    title: str
    intro: str
    provider: bool
    channels: tuple[ChannelView, ...]
    letters: tuple[LetterView, ...]
    stuck: str
    onward: tuple[tuple[str, str], ...]


# What can have gone wrong at a step, and where to go then. None is the provider itself.
_ONWARD: Mapping[ChannelStep | None, tuple[str, tuple[ChannelStep, ...]]] = MappingProxyType(
    {
        None: (N_("Får du inget svar, eller blir det inte bättre?"), (ChannelStep.COMPLAINT, ChannelStep.CHANGE)),
        ChannelStep.COMPLAINT: (N_("Får du inget svar, eller händer ingenting?"), (ChannelStep.DOCUMENTS, ChannelStep.CHANGE, ChannelStep.REVIEW)),
        ChannelStep.CHANGE: (N_("Går det inte att byta?"), (ChannelStep.COMPLAINT, ChannelStep.REVIEW)),
        ChannelStep.DOCUMENTS: (N_("Får du inget svar, eller får du nej?"), (ChannelStep.REVIEW,)),
        ChannelStep.REVIEW: (N_("Är det något annat som är fel?"), (ChannelStep.TIP,)),
        ChannelStep.TIP: ("", ()),
    }
)


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
    ways = {step: tuple(c for c in channels if c.step is step) for step in ChannelStep}
    letters = {step: _letters(maker, step) for step in (None, *ChannelStep)}
    taken = [step for step in ChannelStep if ways[step] or letters[step]]
    onward = {step: tuple((_anchor(s), words.label(s)) for s in after if s in taken) for step, (_, after) in _ONWARD.items()}
    first = StepView(
        "steg-leverantor",
        words.t("Ta upp det med leverantören"),
        words.t("Ofta går det att reda ut direkt. Du måste inte börja här, om du inte vill."),
        True,
        (),
        letters[None],
        words.t(_ONWARD[None][0]),
        onward[None],
    )
    steps = (StepView(_anchor(s), words.label(s), words.definition(s), False, ways[s], letters[s], words.t(_ONWARD[s][0]), onward[s]) for s in taken)
    return (first, *steps)


def checklists_view(maker: Maker) -> tuple[ChecklistView, ...]:
    """What a participant may ask for, programme by programme, the latest programme first."""
    return tuple(
        ChecklistView(
            anchor=_checklist_anchor(d),
            programme=maker.link(Kind.PROGRAMMES, d.id),
            name=d.record.name,
            note=(
                maker.words.t("Programmet avslutades {day}. Kraven nedan gällde då.", day=maker.words.on_day(d.record.to))
                if d.record.to and d.record.to.certainly_before(maker.as_of)
                else ""
            ),
            demands=tuple(DemandView(f"{d.id}-{demand.id}", demand.name, maker.evidence(demand, f"{d.id}-{demand.id}")) for demand in d.record.demands),
        )
        for d in _with_demands(maker)
    )


def checklist_of(maker: Maker, profile: Profile) -> str:
    """The anchor of what a participant with this provider may ask for: the latest of the programmes that its contracts are in; empty without one."""
    theirs = {f"program-{contract.programme}" for contract in profile.contracts if contract.programme}
    return next((anchor for anchor in (_checklist_anchor(d) for d in _with_demands(maker)) if anchor in theirs), "")


def _with_demands(maker: Maker) -> list[Document]:
    """The programmes that have demands, the latest first."""
    documents = [d for d in maker.registry.of(Kind.PROGRAMMES) if d.record.demands]
    return sorted(documents, key=lambda d: (d.record.from_.earliest if d.record.from_ else date.min, d.id), reverse=True)


def _checklist_anchor(programme: Document) -> str:
    return f"program-{programme.id}"


def _anchor(step: ChannelStep) -> str:
    return f"steg-{step.value}"


def _letters(maker: Maker, step: ChannelStep | None) -> tuple[LetterView, ...]:
    return tuple(_letter(maker, letter) for letter in LETTERS if letter.step is step)


def _letter(maker: Maker, letter: CitizenLetter) -> LetterView:
    words = maker.words
    translated = words.t(letter.text) if words.code != SOURCE_LANGUAGE else ""
    return LetterView(letter.id, words.t(letter.title), words.t(letter.use), letter.text, translated if translated != letter.text else "")

"""The systems that are compared: accreditation schemes, transition funds (a kind of body) and procured programmes.

All three answer the same questions (`Answers`), each answer evidence with its source. A question
that is left out is shown as "framgår inte av de källor vi läst".
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.models.base import (
    BodyRef,
    EnglishText,
    Flag,
    Id,
    Line,
    LookedOn,
    Model,
    Months,
    Name,
    Number,
    OtherName,
    ProgrammeRef,
    Record,
    SchemeRef,
    Start,
    Text,
    Upkeep,
    Url,
)
from generator.records.models.evidence import Citations, Evidence, Statement
from generator.records.models.profile import ContactPoint
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import (
    BoardCount,
    BodyKind,
    ChannelStep,
    Confidence,
    Metric,
    ProcurementForm,
    Qualifier,
    Question,
    SchemeKind,
    Unit,
)

Answers = dict[Question, Evidence]


class Figure(Model):
    """A number that a source gives. `of`: what it is a part of; left out, the page says that the source gives nothing to compare with."""

    id: Id
    metric: Metric
    what: Line
    value: Number
    unit: Unit = Unit.COUNT
    qualifier: Qualifier = Qualifier.EXACT
    of: Line | None = None
    from_: Start = Field(alias="from")
    to: PartialDate | None = None
    date_estimated: Flag = False
    caveat: Text | None = None
    confidence: Confidence = Confidence.HIGH
    confidence_note: Line | None = None
    sources: Citations
    checked_on: LookedOn


class Criterion(Model):
    """One thing that a scheme asks for."""

    id: Id
    text: Text
    confidence: Confidence = Confidence.HIGH
    confidence_note: Line | None = None
    sources: Citations
    checked_on: LookedOn


class BoardFigure(Model):
    """One count in a board's decision. `scheme`: which label it is about, when the source says so."""

    what: BoardCount
    value: Annotated[int, Field(strict=True, ge=0)]
    qualifier: Qualifier = Qualifier.EXACT
    scheme: SchemeRef | None = None


class BoardDecision(Model):
    """What a board reported at one time. `snapshot`: counts of a day rather than decisions at a meeting."""

    id: Id
    date: Start
    snapshot: Flag = False
    figures: Annotated[tuple[BoardFigure, ...], Field(min_length=1)]
    text: Text
    caveat: Text | None = None
    confidence: Confidence = Confidence.HIGH
    confidence_note: Line | None = None
    sources: Citations
    checked_on: LookedOn


class Scheme(Record):
    """A label, registration or approval. `validity_months`: the longest period that one decision can cover."""

    name: Name
    kind: SchemeKind
    issuer: BodyRef
    board: BodyRef | None = None
    part_of: SchemeRef | None = None
    aliases: tuple[Name, ...] = ()
    since: Start | None = None
    until: PartialDate | None = None
    validity_months: Months | None = None
    register_name: OtherName | None = Field(None, alias="register")
    register_url: Url | None = None
    summary: Text
    summary_en: EnglishText | None = None
    sources: Citations
    checked_on: LookedOn
    criteria: tuple[Criterion, ...] = ()
    does_not_say: tuple[Statement, ...] = ()
    interests: tuple[Statement, ...] = ()
    board_decisions: tuple[BoardDecision, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    answers: Answers = Field(default_factory=dict)


class Demand(Statement):
    """Something that a participant may ask of the provider, under this programme."""

    name: Line


class Programme(Record):
    """A procured service or statutory support."""

    name: Name
    short_name: Name | None = None
    aliases: tuple[Name, ...] = ()
    buyer: BodyRef
    form: ProcurementForm
    from_: Start | None = Field(None, alias="from")
    to: PartialDate | None = None
    dates_estimated: Flag = False
    replaced_by: ProgrammeRef | None = None
    summary: Text
    summary_en: EnglishText | None = None
    sources: Citations
    checked_on: LookedOn
    demands: tuple[Demand, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    answers: Answers = Field(default_factory=dict)


class Channel(Model):
    """A way to complain or to get something tried. ask_next: what can be asked for after that. weaknesses: what is known not to work."""

    id: Id
    name: Line
    who: Line
    order: Annotated[int, Field(strict=True, ge=1, le=99), Upkeep()]
    step: Annotated[ChannelStep, Upkeep()] = ChannelStep.COMPLAINT
    what_happens: Evidence
    ask_next: Evidence | None = None
    weaknesses: tuple[Statement, ...] = ()


class Body(Record):
    """An organisation that decides, issues, buys, reviews, represents or writes.

    employment_service: the public employment service, whose contracts the comparison of providers counts.
    """

    name: Name
    short_name: Name | None = None
    kind: BodyKind
    employment_service: Flag = False
    aliases: tuple[Name, ...] = ()
    former_names: tuple[Name, ...] = ()
    website: Url | None = None
    contact: ContactPoint | None = None
    founded: Start | None = None
    parties: tuple[OtherName, ...] = ()
    covers: Line | None = None
    summary: Text
    summary_en: EnglishText | None = None
    sources: Citations
    checked_on: LookedOn
    channels: tuple[Channel, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    answers: Answers = Field(default_factory=dict)

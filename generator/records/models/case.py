"""A documented matter: what is said, and for each provider how far it has come, its outcome and its reply."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.models.base import (
    BodyRef,
    CountyCode,
    Day,
    Flag,
    Line,
    LookedOn,
    Model,
    MunicipalityCode,
    ProfileRef,
    ProgrammeRef,
    Record,
    Start,
    Text,
    Upkeep,
)
from generator.records.models.evidence import CaseStatement, Citation
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import CaseType, Outcome, Procedure, ReplyState


class Reply(Model):
    """Whether the provider has been heard, and what it said.

    asked_on, deadline: the day we asked and the last day for an answer. text: the answer, in the
    provider's words or, when it stands in a source, in ours.
    """

    state: ReplyState
    asked_on: Day | None = None
    deadline: Day | None = None
    answered_on: PartialDate | None = None
    text: Text | None = None
    sources: tuple[Citation, ...] = ()


class Party(Model):
    """State of the case for one provider, or for providers that the sources do not name."""

    provider: ProfileRef | None = None
    unnamed: Line | None = None
    procedure: Annotated[Procedure, Upkeep()]
    outcome: Outcome
    outcome_on: PartialDate | None = None
    outcome_text: Text | None = None
    outcome_sources: tuple[Citation, ...] = ()
    next_check: LookedOn | None = None
    reply: Reply

    @model_validator(mode="after")
    def _one_of_two(self) -> Party:
        if (self.provider is None) == (self.unnamed is None):
            raise PydanticCustomError("T13", "one of two", {"rule": "party"})
        return self


class Case(Record):
    """A documented matter. `name` may be left out only while every statement is a link without text."""

    name: Line | None = None
    type: CaseType
    programme: ProgrammeRef | None = None
    buyer: BodyRef | None = None
    counties: tuple[CountyCode, ...] = ()
    municipalities: tuple[MunicipalityCode, ...] = ()
    date: Start
    date_to: PartialDate | None = None
    date_estimated: Flag = False
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    statements: Annotated[tuple[CaseStatement, ...], Field(min_length=1)]

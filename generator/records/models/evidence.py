"""The unit of truth: a statement with its sources, what speaks against it and when it was checked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.models.base import (
    BodyRef,
    Id,
    Line,
    Locator,
    LookedOn,
    Model,
    ProfileRef,
    Quote,
    SourceRef,
    Start,
    Text,
    Upkeep,
)
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Confidence, Grade, StatementKind


class Citation(Model):
    """A place in a source. `quote`: verbatim, at most 300 characters, shown as a quotation."""

    source: SourceRef
    locator: Locator
    quote: Quote | None = None


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]


class Counter(Model):
    """What speaks against an adverse statement: a text with its sources, or the day we searched and found nothing."""

    text: Text | None = None
    sources: tuple[Citation, ...] = ()
    searched_on: LookedOn | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Counter:
        if (self.text is None) == (self.searched_on is None) or (self.text is not None and not self.sources):
            raise PydanticCustomError("T13", "one of two", {"rule": "counter"})
        return self


class Evidence(Model):
    """Something that a source shows.

    by: the organisations that say it; attribution: who says it in words, when it is not one of
    them. date, date_to: when it happened or held. would_change: which document would change the
    statement, when that can be said more closely than its kind and grade do. checked_on: the day
    somebody compared the text with the source.
    """

    text: Text
    grade: Grade | None = None
    by: tuple[BodyRef, ...] = ()
    attribution: Line | None = None
    date: Start | None = None
    date_to: PartialDate | None = None
    confidence: Confidence = Confidence.HIGH
    confidence_note: Line | None = None
    sources: Citations
    counter: Counter | None = None
    would_change: Annotated[Line, Upkeep()] | None = None
    checked_on: LookedOn


class Statement(Evidence):
    """Evidence with an id of its own, which is its permanent anchor on the page."""

    id: Id
    kind: StatementKind = StatementKind.CONTEXT


class CaseStatement(Statement):
    """A statement in a case. `about`: the parties it concerns; empty means all of them.

    `text` may be left out only for a source that is shown as a link before the provider has been
    heard: then our paraphrase must not be in a public archive either.
    """

    text: Text | None = None  # type: ignore[assignment]
    kind: StatementKind
    grade: Grade
    about: tuple[ProfileRef, ...] = ()

"""Sources, words, corrections and tombstones: what the editors keep in order."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.records.models.base import (
    BodyRef,
    Day,
    Flag,
    Headline,
    Line,
    LookedOn,
    Model,
    Name,
    OtherName,
    Record,
    Start,
    TermRef,
    Text,
    Upkeep,
    Url,
)
from generator.records.models.evidence import Citations
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import (
    Availability,
    Confidence,
    CorrectionNoticed,
    Interest,
    ReadExtent,
    SourceType,
    TombstoneReason,
)

Target = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Archive(Model):
    """A copy that somebody else keeps. `on`: the day of the copy."""

    url: Url
    on: LookedOn


class Source(Record):
    """One published document (CSL terms). `url_withheld`: why the address is not shown.

    issued: left out when the document bears no date. issued_estimated: we worked the date out from
    the address or the text. title_reconstructed: the title is ours, made from the address or the text.
    """

    type: SourceType
    title: Headline
    title_reconstructed: Flag = False
    container_title: OtherName | None = None
    publisher: OtherName
    publisher_body: BodyRef | None = None
    issued: PartialDate | None = None
    issued_estimated: Flag = False
    url: Url | None = None
    url_withheld: Annotated[Line, Upkeep()] | None = None
    language: Annotated[str, StringConstraints(pattern=r"^(sv|en|no|da|de)$"), Upkeep()] = "sv"
    accessed: LookedOn
    read: Annotated[ReadExtent, Upkeep()]
    availability: Annotated[Availability, Upkeep()] = Availability.NOT_CHECKED
    archive: Archive | None = None
    interest: Interest = Interest.NONE
    interest_note: Line | None = None
    note: Annotated[Text, Upkeep()] | None = None

    @model_validator(mode="after")
    def _address_or_reason(self) -> Source:
        on_paper = self.availability is Availability.PAPER
        if not on_paper and (self.url is None) == (self.url_withheld is None):
            raise PydanticCustomError("T13", "one of two", {"rule": "source"})
        return self


class Term(Record):
    """A word and what it means."""

    name: Name
    aliases: tuple[Name, ...] = ()
    definition: Text
    see: tuple[Annotated[TermRef, Upkeep()], ...] = ()
    confidence: Confidence = Confidence.HIGH
    sources: Citations
    checked_on: LookedOn


class Story(Record):
    """A published story that used what stands here. `uses`: `kind/id`, or `kind/id#anchor` of one of its units.

    It has neither its headline nor a text of ours: what it says is its own, and what we say of the same stands where it leads, with the answers.
    """

    publisher: OtherName
    publisher_body: BodyRef | None = None
    issued: Start
    url: Annotated[Url, Upkeep()]
    language: Annotated[str, StringConstraints(pattern=r"^(sv|en|no|da|de)$"), Upkeep()] = "sv"
    uses: Annotated[tuple[Target, ...], Field(min_length=1)]
    checked_on: LookedOn


class Correction(Record):
    """One correction. `target`: `kind/id`, or `kind/id#anchor` of one of its units. Once released it never changes, but that `withdraw` may be added.

    withdraw: what stood there may not be read in old versions of pages either, nor here.
    """

    target: Target
    published_on: Day
    was: Text
    now: Text
    why: Text
    noticed_by: CorrectionNoticed
    meaning_changed: Flag = True
    withdraw: Flag | None = None


class Tombstone(Record):
    """A removed record. `was`: the folder it lay in; its id is the file's name."""

    was: Line
    removed_on: Day
    reason: TombstoneReason
    text: Text
    redirect: Annotated[Target, Upkeep()] | None = None

"""A provider: who it is, which labels and contracts it has had, and what we have checked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.models.base import (
    Begins,
    BodyRef,
    CountyCode,
    Day,
    Email,
    EnglishText,
    Id,
    Line,
    LookedOn,
    Model,
    MunicipalityCode,
    Name,
    Number,
    OrganisationRef,
    Orgnr,
    OtherName,
    Phone,
    ProgrammeRef,
    Record,
    SchemeRef,
    Start,
    Text,
    Upkeep,
    Url,
)
from generator.records.models.evidence import Citations, Statement
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import (
    AccreditationEnd,
    CheckResult,
    ContractEndCause,
    Grade,
    LegalForm,
    Lifecycle,
    RelationKind,
    Service,
    Unit,
)


class ContactPoint(Model):
    """How to reach the organisation itself (never a person)."""

    email: Email | None = None
    phone: Phone | None = None
    url: Url | None = None


class Place(Model):
    """Somewhere a provider has worked: a municipality or a whole county, with when the source says so."""

    municipality: MunicipalityCode | None = None
    county: CountyCode | None = None
    date: Start | None = None
    sources: Citations

    @model_validator(mode="after")
    def _one_of_two(self) -> Place:
        if (self.municipality is None) == (self.county is None):
            raise PydanticCustomError("T13", "one of two", {"rule": "place"})
        return self


class ServiceOffered(Model):
    """A service and the source that shows it."""

    service: Service
    date: Start | None = None
    sources: Citations


class LifecycleEvent(Model):
    """Whether the company exists, from a date."""

    state: Lifecycle
    from_: Start | None = Field(None, alias="from")
    sources: Citations


class EndOfAccreditation(Model):
    """How an accreditation ended before its last day."""

    how: AccreditationEnd
    on: Start
    sources: Citations


class Accreditation(Model):
    """One dated period of a label. Its state is computed, never typed.

    to: the last day; without it the scheme's validity counts from `from`.
    """

    id: Id
    scheme: SchemeRef
    from_: Start = Field(alias="from")
    to: PartialDate | None = None
    ended: EndOfAccreditation | None = None
    sources: Citations
    checked_on: LookedOn


class EndOfContract(Model):
    """How and why a contract ended. `grade`: what carries the cause."""

    on: Start | None = None
    cause: ContractEndCause
    grade: Grade | None = None
    sources: Citations


class Contract(Model):
    """An agreement with a buyer. `seen`: dates on which a source shows that it existed."""

    id: Id
    buyer: BodyRef
    programme: ProgrammeRef | None = None
    reference: Line | None = None
    municipalities: tuple[MunicipalityCode, ...] = ()
    from_: Start | None = Field(None, alias="from")
    to: PartialDate | None = None
    seen: tuple[Annotated[PartialDate, Begins(), Upkeep()], ...] = ()
    ended: EndOfContract | None = None
    note: Text | None = None
    sources: Citations
    checked_on: LookedOn


class Measure(Model):
    """A measurement that somebody else made. `value` left out means that no rating was given."""

    id: Id
    what: Line
    by: BodyRef
    period: Annotated[Line, Begins()]
    value: Number | None = None
    unit: Unit = Unit.COUNT
    scale: Line | None = None
    base: Line
    sources: Citations
    checked_on: LookedOn


class Check(Model):
    """A search that we made in a register: the ledger that makes silence evidence."""

    id: Id
    register_name: OtherName = Field(alias="register")
    scheme: SchemeRef | None = None
    programme: ProgrammeRef | None = None
    query: OtherName
    on: Annotated[Day, Begins()]
    result: CheckResult
    note: Line | None = None


class Relation(Model):
    """A connection to another organisation, by id or, when it has no record, by name."""

    kind: RelationKind
    target: OrganisationRef | None = None
    name: OtherName | None = None
    from_: Start | None = Field(None, alias="from")
    to: PartialDate | None = None
    sources: Citations

    @model_validator(mode="after")
    def _one_of_two(self) -> Relation:
        if (self.target is None) == (self.name is None):
            raise PydanticCustomError("T13", "one of two", {"rule": "relation"})
        return self


class Profile(Record):
    """A provider. `sources` carry the identity: names, legal form, number, website."""

    name: Name
    legal_name: Name | None = None
    orgnr: Orgnr | None = None
    legal_form: LegalForm = LegalForm.UNKNOWN
    aliases: tuple[Name, ...] = ()
    former_names: tuple[Name, ...] = ()
    brands: tuple[Name, ...] = ()
    website: Url | None = None
    contact: ContactPoint | None = None
    summary: Text
    summary_en: EnglishText | None = None
    sources: Citations
    checked_on: LookedOn
    lifecycle: tuple[LifecycleEvent, ...] = ()
    places: tuple[Place, ...] = ()
    services: tuple[ServiceOffered, ...] = ()
    accreditations: tuple[Accreditation, ...] = ()
    contracts: tuple[Contract, ...] = ()
    measures: tuple[Measure, ...] = ()
    checks: tuple[Check, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()

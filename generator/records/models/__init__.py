"""The kinds of record and the model of each: the one table from folder to type."""

from types import MappingProxyType

from generator.records.models.base import Kind, Record
from generator.records.models.case import Case
from generator.records.models.editorial import Correction, Source, Story, Term, Tombstone
from generator.records.models.profile import Profile
from generator.records.models.systems import Body, Programme, Scheme

MODELS = MappingProxyType[Kind, type[Record]](
    {
        Kind.PROFILES: Profile,
        Kind.CASES: Case,
        Kind.SCHEMES: Scheme,
        Kind.PROGRAMMES: Programme,
        Kind.BODIES: Body,
        Kind.SOURCES: Source,
        Kind.TERMS: Term,
        Kind.STORIES: Story,
        Kind.CORRECTIONS: Correction,
        Kind.TOMBSTONES: Tombstone,
    }
)

__all__ = ["MODELS", "Body", "Case", "Correction", "Kind", "Profile", "Programme", "Record", "Scheme", "Source", "Story", "Term", "Tombstone"]

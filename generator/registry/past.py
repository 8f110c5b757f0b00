"""The past: a registry as of an earlier day, made from what is known today.

What certainly lies after the day is left out: records and parts by the dates that the models mark
with `Begins`, evidence without a date by the years that its text names, and what cannot be without
something that is left out. Other things that have no date stay, since nobody can say that they came
later. An outcome against a party is told only when it certainly had come.

Some things stay whatever the day. A claim is never shown without what the provider has answered
since, without the counter statements of its case and without an outcome in the provider's favour:
a page about an earlier day can be read and quoted like any other. Sources, words, corrections and
tombstones are what we know and not what happened, so they belong to today. A source goes only when
nothing that is left builds on it, and a correction with the text that it is about: what is shown
is the corrected text, and the correction says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.records.dates_in_text import years_named
from generator.records.models import Kind
from generator.records.models.base import Begins, Leaf, Model, Record, RefTo, own_leaves
from generator.records.models.case import Case, Party
from generator.records.models.evidence import CaseStatement, Citation, Evidence
from generator.records.models.systems import Criterion
from generator.records.partial_date import PartialDate
from generator.records.reader import Document
from generator.records.vocabulary import Outcome, Procedure, StatementKind
from generator.registry.registry import Registry, anchors, backlinks

_OF_TODAY = frozenset({Kind.SOURCES, Kind.TERMS, Kind.CORRECTIONS, Kind.TOMBSTONES})
_TELLS_AN_OUTCOME = frozenset({StatementKind.FINDING, StatementKind.MEASURE_TAKEN})
_YEAR = re.compile(r"(?<![0-9])(?:18|19|20|21)[0-9]{2}(?![0-9])")


def as_it_was(registry: Registry) -> Registry:
    """The registry without what certainly lies after its `as_of`; the same one when that day is not past.

    Records that have lost a part no longer agree with the lines of their files, so the rules come first.
    """
    if registry.as_of >= registry.horizon:
        return registry
    everything = registry.documents
    lens = _Lens(registry.as_of, registry.horizon, frozenset(key for key, document in everything.items() if not _began_after(document.record, registry.as_of)))
    there = {key: seen for key, document in everything.items() if (seen := lens.document(document))}
    there = _without_idle_sources(registry, there)
    later_parts = frozenset(f"{key}#{anchor}" for key, document in there.items() for anchor in anchors(everything[key]) - anchors(document))
    there = {key: document for key, document in there.items() if not _corrects(document, everything.keys() - there.keys() | later_parts)}
    return replace(
        registry,
        documents=MappingProxyType(there),
        backlinks=backlinks(there),
        later=MappingProxyType({key: document for key, document in everything.items() if key not in there}),
        later_parts=later_parts,
    )


@dataclass(frozen=True, slots=True)
class _Lens:
    """A day, the last day that anybody can know of, and the keys of the records that had begun by the first."""

    day: date
    horizon: date
    begun: frozenset[str]

    def document(self, document: Document) -> Document | None:
        """The record as it was; None when it was not there."""
        if document.kind in _OF_TODAY:
            return document
        record = self.part(document.record)
        return None if record is None else document if record is document.record else replace(document, record=record)

    def part(self, part: Model) -> Model | None:
        """The part as it was, the same object when nothing in it is later; None when it was not there."""
        if self._left_out(part):
            return None
        changes: dict[str, object] = {}
        for name, field in type(part).model_fields.items():
            before = getattr(part, name)
            after = self._value(before)
            if after is before:
                continue
            if field.is_required() and not after:
                return None
            changes[name] = after
        if isinstance(part, Record):
            changes |= self._unnamed(part)
        if isinstance(part, Case):
            changes |= self._outcomes(part, changes)
        seen = part.model_copy(update=changes) if changes else part
        return self._told(seen) if isinstance(seen, Case) else seen

    def _value(self, value: Any) -> Any:
        """A field's value without what is later; the same object when nothing is."""
        if isinstance(value, Model):
            return self.part(value)
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, tuple):
            seen = tuple(new for item in value if (new := self._item(item)) is not None)
            return value if len(seen) == len(value) and all(new is old for new, old in zip(seen, value, strict=True)) else seen
        if isinstance(value, dict):
            answered = {key: new for key, item in value.items() if (new := self._item(item)) is not None}
            return value if len(answered) == len(value) and all(answered[key] is value[key] for key in value) else answered
        return value

    def _item(self, item: Any) -> Any:
        """An item of a list: a part as it was, a date unless it is later, anything else as it is."""
        if isinstance(item, PartialDate):
            return None if item.certainly_after(self.day) else item
        return self._value(item)

    def _left_out(self, part: Model) -> bool:
        """True for a part that began after the day, and for one without a date of its own that is of something that did."""
        if isinstance(part, CaseStatement) and part.kind is StatementKind.COUNTER:
            return False
        if next(_beginnings(part), None):
            return _began_after(part, self.day)
        if isinstance(part, Evidence | Criterion):
            return self._tells_of_later(part.text)
        return not isinstance(part, Record) and any(self._names_later(leaf) for leaf in own_leaves(part))

    def _names_later(self, leaf: Leaf) -> bool:
        """True for a reference to a record that had not begun."""
        mark: RefTo | None = leaf.mark(RefTo)
        return mark is not None and not any(f"{kind}/{leaf.value}" in self.begun for kind in mark.kinds)

    def _unnamed(self, record: Record) -> dict[str, object]:
        """A record's optional ties to what had not begun, such as what replaced a programme, are cut."""
        later = {str(leaf.path[0]) for leaf in own_leaves(record) if self._names_later(leaf)}
        return {name: None for name in later if type(record).model_fields[name].default is None}

    def _tells_of_later(self, text: str | None) -> bool:
        """True for a text that names a year after the day's. A year that has not come yet may be a plan from before the day."""
        return text is not None and any(self.day.year < year <= self.horizon.year for year in years_named(text))

    def _outcomes(self, case: Case, changes: dict[str, object]) -> dict[str, object]:
        """The parties as far as they had come, and the statements less those without a date that tell of an outcome that is not told."""
        before: tuple[Party, ...] = changes.get("parties", case.parties)  # type: ignore[assignment]
        statements: tuple[CaseStatement, ...] = changes.get("statements", case.statements)  # type: ignore[assignment]
        after = tuple(self._party(case, party) for party in before)
        told = {place for party in after for place in _places(party.outcome_sources)}
        untold = {place for party in before for place in _places(party.outcome_sources)} - told
        kept = tuple(s for s in statements if s.date or s.kind not in _TELLS_AN_OUTCOME or not untold & _places(s.sources))
        found: dict[str, object] = {}
        if any(new is not old for new, old in zip(after, before, strict=True)):
            found["parties"] = after
        if len(kept) < len(statements):
            found["statements"] = kept
        return found

    def _party(self, case: Case, party: Party) -> Party:
        """A party with its outcome only when it certainly had come, unless it is in the party's favour.

        An outcome that cannot have come is none yet. One that may have come is not known.
        """
        if party.outcome.favourable:
            return party
        changes: dict[str, object] = {}
        if self.day < (party.outcome_on.latest if party.outcome_on else _end(case, party)):
            if party.procedure is Procedure.CLOSED:
                changes["procedure"] = Procedure.UNKNOWN
            if party.outcome_on or party.outcome.settled:
                none = party.outcome_on is not None and party.outcome_on.certainly_after(self.day)
                changes |= {"outcome": Outcome.NONE_YET if none else Outcome.UNKNOWN, "outcome_on": None, "outcome_text": None, "outcome_sources": ()}
        if self._tells_of_later(party.outcome_text):
            changes["outcome_text"] = None
        return party.model_copy(update=changes) if changes else party

    def _told(self, case: Case) -> Case | None:
        """A case in which something had been said; later counter statements alone speak against nothing."""
        if any(statement.kind is not StatementKind.COUNTER for statement in case.statements):
            return case
        statements = tuple(statement for statement in case.statements if not _began_after(statement, self.day))
        return case.model_copy(update={"statements": statements}) if statements else None


def _end(case: Case, party: Party) -> date:
    """The last day that the matter can have lasted for a party: that of the case, or a later one of what was found or done."""
    about = (s for s in case.statements if s.kind in _TELLS_AN_OUTCOME and (not s.about or party.provider in s.about))
    days = (s.date_to or s.date for s in about)
    return max([(case.date_to or case.date).latest, *(day.latest for day in days if day)])


def _places(citations: Iterable[Citation]) -> set[tuple[str, str]]:
    """The places in sources that are cited."""
    return {(citation.source, citation.locator) for citation in citations}


def _beginnings(part: Model) -> Iterator[date]:
    """The first day that each of the part's own marked dates can be."""
    for leaf in own_leaves(part):
        if leaf.mark(Begins):
            if isinstance(leaf.value, PartialDate):
                yield leaf.value.earliest
            elif isinstance(leaf.value, date):
                yield leaf.value
            else:
                yield from (date(int(year), 1, 1) for year in _YEAR.findall(leaf.value))


def _began_after(part: Model, day: date) -> bool:
    """True when the part has a date and every one that it has lies after the day."""
    first = min(_beginnings(part), default=None)
    return first is not None and first > day


def _without_idle_sources(registry: Registry, there: Mapping[str, Document]) -> dict[str, Document]:
    """Without the sources of which everything that builds on them is left out, unless a page links to them."""
    cited = backlinks(there)
    linked = {link.partition("#")[0] for page in registry.pages for link, _, _ in page.links}
    return {
        key: document for key, document in there.items() if document.kind is not Kind.SOURCES or key in cited or key in linked or key not in registry.backlinks
    }


def _corrects(document: Document, later: frozenset[str] | set[str]) -> bool:
    """True for a correction of something that is left out."""
    return document.kind is Kind.CORRECTIONS and (document.record.target in later or document.record.target.partition("#")[0] in later)

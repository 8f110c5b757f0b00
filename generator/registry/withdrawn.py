"""What may not be read in old versions any more: because its record is removed, because a correction takes it back, or because it was a person's name.

A tombstone for a person's sake, by law, or because something was wrong or unfair withdraws every stored page that shows the record. A correction with
`withdraw: true` does so from the day that it is in the records: of the releases before it, those pages that showed the record while the unit stood there and
that have been stored again since, or are gone. A page that is the same after the correction cannot have said what was corrected. A page that showed the
correction with its old words, before it was said to withdraw them, is withdrawn too. The old values of the states that the correction changed are told
no more, and neither is a former name of a sole trader, which may be a person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.records.models import Kind
from generator.records.reader import Document
from generator.records.vocabulary import LegalForm, TombstoneReason
from generator.registry.changes import record_of
from generator.registry.registry import Registry
from generator.registry.releases import Release, Releases, StoredPage, make_releases
from generator.registry.shown import NAME

# In the place of the value of a state that is told no more. No record and no code can hold it.
WITHDRAWN = "\0"
# Why something was removed so that neither its name nor its id is repeated.
NEVER_NAMED = frozenset({TombstoneReason.PRIVACY, TombstoneReason.LEGAL})
# Why something was removed so that what it said may not be read in old versions of pages either.
NEVER_REPEATED = NEVER_NAMED | {TombstoneReason.WRONG, TombstoneReason.UNFAIR}
_FIELD = "withdraw"


@dataclass(frozen=True, slots=True)
class _TakenBack:
    """A correction that withdraws. there: whether what it corrected stood there after each release. before: how many releases came before it.

    words_before: how many came before it was said to withdraw, where it was there without that; else none.
    """

    key: str
    target: str
    there: tuple[bool, ...]
    before: int
    words_before: int
    aspects: frozenset[str]


class Withdrawals:
    """Knows what is withdrawn in one registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._places = {release.id: number for number, release in enumerate(registry.releases.all)}
        self._taken_back = tuple(_taken_back(registry, document) for document in registry.of(Kind.CORRECTIONS) if document.record.withdraw)

    def is_removed(self, page: StoredPage) -> bool:
        """True for a stored page that shows a record which is removed and may not be read any more."""
        graves = self._registry.graves
        return any(key in graves and graves[key].record.reason in NEVER_REPEATED for key in page.made_from)

    def is_withdrawn(self, release: str, page: StoredPage) -> bool:
        """True for a page that may not be read any more as that release stored it."""
        return bool(self.reasons(release, page))

    def reasons(self, release: str, page: StoredPage) -> tuple[Document, ...]:
        """The tombstones and the corrections for whose sake a page may not be read any more as that release stored it; none for one that may."""
        graves, place = self._registry.graves, self._places[release]
        removed = [graves[key] for key in page.made_from if key in graves and graves[key].record.reason in NEVER_REPEATED]
        taken = [self._registry.documents[correction.key] for correction in self._taken_back if self._takes(correction, place, page)]
        return (*removed, *taken)

    def _takes(self, correction: _TakenBack, place: int, page: StoredPage) -> bool:
        shown = place < correction.before and correction.there[place] and record_of(correction.target) in page.made_from
        worded = place < correction.words_before and correction.key in page.made_from
        return (shown and not self._is_same_after(correction.before, page)) or (worded and not self._is_same_after(correction.words_before, page))

    def _is_same_after(self, before: int, page: StoredPage) -> bool:
        """True for a page that a release stored which came after so many others, and that nobody has stored again since."""
        releases = self._registry.releases
        now = releases.page(page.path)
        return before < len(releases.all) and now is not None and now[1] == page

    def told(self) -> Releases:
        """The releases with `WITHDRAWN` in the place of every state that may not be told any more."""
        releases, hidden = self._registry.releases, set(self._hidden())
        return make_releases((_without(release, hidden) for release in releases.all), releases.folder) if hidden else releases

    def _hidden(self) -> Iterator[tuple[str, str, str]]:
        """Release, unit and aspect of each such state."""
        for number, release in enumerate(self._registry.releases.all):
            for correction in self._taken_back:
                if number < correction.before:
                    yield from ((release.id, correction.target, aspect) for aspect in correction.aspects)
            for unit, aspects in release.states.items():
                document = self._registry.documents.get(unit)
                if NAME in aspects and document is not None and _is_person(document) and aspects[NAME] != document.record.name:
                    yield release.id, unit, NAME


def takes_back(correction: Document, other: Document) -> bool:
    """True when a correction withdraws what another, as old or older, is of too: then the words of that one may not be read either."""
    record, earlier = correction.record, other.record
    return bool(record.withdraw) and correction.key != other.key and record.target == earlier.target and earlier.published_on <= record.published_on


def _taken_back(registry: Registry, document: Document) -> _TakenBack:
    releases, target = registry.releases.all, document.record.target
    added = next((number for number, release in enumerate(releases) if _did(release, document.key, "added")), len(releases))
    said = next((number for number, release in enumerate(releases) if _did(release, document.key, "changed", _FIELD)), None)
    if said is None and _FIELD not in (registry.released.units.get(document.key) or {}) and added < len(releases):
        said = len(releases)
    changed = releases[added].states.get(target, {}) if added < len(releases) else {}
    every = {aspect for release in releases for aspect in release.states.get(target, {})}
    return _TakenBack(
        key=document.key,
        target=target,
        there=tuple(_there(releases, target)),
        before=added,
        words_before=said or 0,
        aspects=frozenset(changed if added < len(releases) else every),
    )


def _did(release: Release, key: str, change: str, field: str = "") -> bool:
    return any(unit.unit == key and unit.change == change and (not field or field in unit.fields) for unit in release.units)


def _there(releases: tuple[Release, ...], unit: str) -> Iterator[bool]:
    there = False
    for release in releases:
        there = (there or _did(release, unit, "added")) and not _did(release, unit, "removed")
        yield there


def _is_person(document: Document) -> bool:
    return document.kind is Kind.PROFILES and document.record.legal_form is LegalForm.SOLE_TRADER


def _without(release: Release, hidden: set[tuple[str, str, str]]) -> Release:
    states: dict[str, Mapping[str, str | None]] = {}
    for unit, aspects in release.states.items():
        states[unit] = {name: WITHDRAWN if value is not None and (release.id, unit, name) in hidden else value for name, value in aspects.items()}
    return replace(release, states=states)

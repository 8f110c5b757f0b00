"""What a frozen page says of what came after it: the changes in every record that it shows, whichever page is theirs, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from generator.records.models import Kind
from generator.registry.changes import Difference, between, corrections_of, is_language_only, record_of
from generator.registry.releases import Release, StoredPage, UnitChange
from generator.registry.shown import AVAILABILITY, OUTCOME, PROCEDURE, REPLY
from generator.site import routes
from generator.site.change_words import record_changes
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import sort_key
from generator.site.views.withdrawn import living_address

# So many are told; the rest are counted. The frame at the top of the page is small.
_MOST_TOLD = 5
# What is said of a word, or in a list of corrections, is not said on the page that leads there.
_ELSEWHERE = frozenset({Kind.TERMS, Kind.CORRECTIONS, Kind.STORIES})


class _Weight(IntEnum):
    """How much a change matters to who has read the old page, the most first."""

    TAKEN_BACK = 0
    OUTCOME = 1
    REPLY = 2
    OTHER = 3
    LEAST = 4


@dataclass(frozen=True, slots=True)
class SinceChange:
    """One change. about: the other record that it is in; empty for the page's own, and for what may not be named."""

    text: str
    about: str


@dataclass(frozen=True, slots=True)
class SinceView:
    """What has changed on a page since a release.

    changes: the gravest of them. more: how many others. all: where every change is told. changed: the page says something else now, also when
    no change of a record is told. gone: there is no such page any more; then `page` says why.
    """

    day: str
    page: str
    changes: tuple[SinceChange, ...]
    more: int
    all: LinkView
    changed: bool
    gone: bool
    latest: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A change with what it is put in order by."""

    weight: _Weight
    other: bool
    change: SinceChange

    @property
    def order(self) -> tuple[object, ...]:
        return (self.weight, self.other, sort_key(self.change.about), sort_key(self.change.text))


class Since:
    """Tells what has come after each stored page of one maker."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._known: dict[str, tuple[Release, Mapping[str, Difference]]] = {}

    def view(self, release: Release, page: StoredPage, was: tuple[str, str], own: str) -> SinceView:
        """was: the address of the page, without base path and language, and the key of its record. own: that key; empty when the record is not shown now."""
        url, key = was
        maker, releases = self._maker, self._maker.releases
        latest, now = releases.latest, releases.page(page.path)
        assert latest is not None  # the page was stored by a release
        told = sorted(self._told(release, page, now[1] if now else page, own), key=lambda one: one.order) if own else []
        elsewhere = any(one.other for one in told)
        return SinceView(
            day=maker.words.day(release.day),
            page=living_address(maker, url, key) or maker.href(routes.CHANGES),
            changes=tuple(one.change for one in told[:_MOST_TOLD]),
            more=max(0, len(told) - _MOST_TOLD),
            all=LinkView(maker.words.t("Alla ändringar"), maker.href(routes.CHANGES))
            if elsewhere
            else LinkView(maker.words.t("Sidans historik"), maker.href(routes.history(url))),
            changed=bool(told) or now is None or now[0] != release.id,
            gone=not own,
            latest=maker.words.day(latest.day),
        )

    def _told(self, release: Release, page: StoredPage, now: StoredPage, own: str) -> Iterator[_Told]:
        """The changes of all that the page showed, and what has come to it since. now: the last that was stored of the page."""
        span, by_record = self._since(release)
        for key in sorted({*page.made_from, *now.made_from} & by_record.keys()):
            if Kind(key.partition("/")[0]) in _ELSEWHERE:
                continue
            difference, about = by_record[key], self._about(key) if key != own else ""
            whole = next((unit for unit in difference.units if unit.unit == key and unit.change != "changed"), None)
            if whole is None:
                yield from (_Told(weight, key != own, SinceChange(text, about)) for weight, text in self._changes(span, difference))
            elif whole.change == "removed":
                yield _Told(_Weight.TAKEN_BACK, key != own, SinceChange(self._maker.words.t("Något som sidan visade är borttaget"), ""))
            elif key not in page.made_from and about:
                yield _Told(_Weight.LEAST, key != own, SinceChange(self._maker.words.t("Har kommit till på sidan"), about))

    def _changes(self, span: Release, difference: Difference) -> Iterator[tuple[_Weight, str]]:
        """Each change of a record that was there before and is there now, in words."""
        parts = [(_of_aspect(state.aspect), Difference((), (state,))) for state in difference.states]
        for changed in difference.units:
            parts.append((self._of_unit(span, changed), Difference((changed,), ())))
        for weight, part in parts:
            for change in record_changes(self._maker, span, part):
                corrected = f" ({'; '.join(link.text for link in change.corrections)})" if change.corrections else ""
                yield weight, f"{change.text}{corrected}"

    def _of_unit(self, span: Release, unit: UnitChange) -> _Weight:
        registry = self._maker.registry
        if unit.change == "removed" or any(correction.record.meaning_changed for correction in corrections_of(registry, span, unit.unit)):
            return _Weight.TAKEN_BACK
        return _Weight.LEAST if unit.change == "added" or is_language_only(registry, span, unit.unit) else _Weight.OTHER

    def _about(self, key: str) -> str:
        """What a record is called; empty for what has no page. Of a source only that it is one: its headline may be a claim."""
        kind = Kind(key.partition("/")[0])
        if key not in self._maker.registry.documents or not self._maker.url(key):
            return ""
        return self._maker.kind_word(kind) if kind is Kind.SOURCES else self._maker.name(key)

    def _since(self, release: Release) -> tuple[Release, Mapping[str, Difference]]:
        """All that came after a release as if one release had brought it, and how each record differs."""
        if release.id not in self._known:
            releases = self._maker.releases
            assert releases.latest is not None
            difference = between(releases, release.id, releases.latest.id)
            keys = {record_of(unit.unit) for unit in difference.units} | {record_of(state.unit) for state in difference.states}
            span = replace(releases.latest, units=difference.units)
            self._known[release.id] = (span, {key: difference.of(key) for key in keys})
        return self._known[release.id]


def _of_aspect(aspect: str) -> _Weight:
    if aspect in (OUTCOME, PROCEDURE):
        return _Weight.OUTCOME
    return {REPLY: _Weight.REPLY, AVAILABILITY: _Weight.LEAST}.get(aspect, _Weight.OTHER)

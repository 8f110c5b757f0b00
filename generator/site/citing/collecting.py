"""From a page's view to what can be cited on it: the page, then every statement, answer and figure of its own record.

It starts from the view and not from the record, so nothing can be cited that the page does not show, and the words are the page's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cached_property

from generator.records.models.editorial import Source
from generator.records.models.evidence import Evidence
from generator.records.models.systems import Figure
from generator.records.reader import Document
from generator.registry.released import content_hash, record_hash, unit_hashes
from generator.registry.releases import release_day
from generator.registry.shown import shown_meanings
from generator.site import routes
from generator.site.citing.citable import PUBLISHER, Citable, soft
from generator.site.citing.frozen import Version, Versions
from generator.site.citing.places import is_citable, published_units
from generator.site.citing.said import SHOWN, Said, Shown, heading, outcomes_and_answers, primary_sources, said, text_of
from generator.site.language import plain
from generator.site.maker import Maker
from generator.site.views.cases import CaseView


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing to cite. anchor: its id on its page; empty for the page itself. heading: what it is called among the others.

    unit: its key; empty for a page. version: the frozen one of the page.
    """

    anchor: str
    unit: str
    heading: str
    said: Said | None
    citable: Citable
    version: Version


class Citing:
    """Collects what can be cited on the pages of one maker."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self._hashes: dict[str, dict[str, str]] = {}
        self._versions = Versions(maker)

    def is_citable(self, document: Document) -> bool:
        """True for a record whose page can be cited."""
        return is_citable(document, self.maker.rulings, _Unheard(self.maker))

    def record(self, document: Document, title: str, view: object, made_from: Collection[str]) -> tuple[Cited, ...]:
        """The page of a record and its statements; nothing for a page that cannot be cited.

        title: of the page. view: what it shows. made_from: keys of the records that it shows.
        """
        url = routes.page_of(document.kind, document.id) or ""
        if not self.is_citable(document):
            return ()
        hashes, days = self._hashes_of(document), self._days(document)
        told = Said("", "", tuple(outcomes_and_answers(self.maker, view.parties, view.claims))) if isinstance(view, CaseView) else None
        whole = record_hash(hashes)
        version = self._versions.of(url, whole, made_from)
        page = self._citable(url, "", document.key, plain(title), whole, min(days.values()), version, told)
        found = [Cited("", "", self.maker.words.t("Hela sidan"), told, page, version)]
        same: Counter[str] = Counter()
        for shown, beside in _shown(view, self.maker, f"{self.maker.href(routes.citing(url))}#"):
            anchor = shown.cite.partition("#")[2]
            unit, called, text = f"{document.key}#{anchor}", heading(self.maker, anchor, shown), said(self.maker, shown, beside)
            same[called] += 1
            if same[called] > 1:
                called = self.maker.words.t("{heading} ({number})", heading=called, number=same[called])
            citable = self._citable(url, anchor, unit, plain(title), hashes[unit], days[anchor if anchor in days else ""], version, text)
            citable = replace(citable, part=plain(called), sources=primary_sources(shown))
            found.append(Cited(anchor, unit, called, text, citable, version))
        return tuple(found)

    def page(self, url: str, title: str, made_from: Iterable[str], text: str = "") -> Cited:
        """A page of many records, or of text. made_from: keys of the records that it shows. text: its own words.

        It was checked when that of its records was that we have not looked at for the longest; without any, on the day of the pages.
        """
        documents = [self.maker.registry.documents[key] for key in sorted(set(made_from)) if key in self.maker.registry.documents]
        hashes = {d.key: record_hash(self._hashes_of(d)) for d in documents if self._counts(d)}
        found = content_hash([soft(title), soft(text), sorted(hashes.items())])
        checked = min((day for d in documents if d.key in hashes for day in self._days(d).values()), default=self.maker.as_of)
        version = self._versions.of(url, found, [d.key for d in documents])
        return Cited("", "", self.maker.words.t("Hela sidan"), None, self._citable(url, "", url.strip("/"), title, found, checked, version), version)

    def _counts(self, document: Document) -> bool:
        """True for what a page of many records says: of those without a page of their own (words, corrections, tombstones) what is shown."""
        if routes.page_of(document.kind, document.id) is None:
            return document.key in self._shown
        return self.is_citable(document)

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(shown_meanings(self.maker.registry))

    def _citable(self, url: str, anchor: str, key: str, title: str, found: str, checked: date, version: Version, said: Said | None = None) -> Citable:
        maker = self.maker
        fragment = f"#{anchor}" if anchor else ""
        return Citable(
            # No id has two hyphens together, so no two keys can be the same.
            key="--".join((f"{PUBLISHER}-{maker.words.edition}".rstrip("-"), *re.split("[/#]", key))).lower(),
            page=title,
            said_by=text_of(said.said_by) if said else "",
            statement=text_of(said.text) if said else "",
            beside=tuple(map(text_of, said.beside)) if said else (),
            living=f"{maker.origin}{maker.href(url)}{fragment}",
            frozen=f"{maker.origin}{version.address}{fragment}" if version.address else "",
            release=version.release,
            published=release_day(version.release) if version.release else maker.as_of,
            accessed=maker.registry.horizon,
            checked_on=checked,
            content_hash=found,
            file_sha256=version.sha256,
            language=maker.words.spoken,
        )

    def _hashes_of(self, document: Document) -> dict[str, str]:
        """The content hash of each public unit."""
        if document.key not in self._hashes:
            hashes = unit_hashes(document)
            public = {f"{document.key}#{unit.anchor}" if unit.anchor else document.key for unit in published_units(document, self.maker.rulings)}
            self._hashes[document.key] = {key: value for key, value in hashes.items() if key in public}
        return self._hashes[document.key]

    def _days(self, document: Document) -> dict[str, date]:
        """When each part, and the record itself, was last compared with its sources. What everything on a page has in common is the earliest."""
        found = {u.anchor: u.model.checked_on for u in published_units(document, self.maker.rulings) if isinstance(u.model, (Evidence, Figure))}
        own = getattr(document.record, "checked_on", None) or (document.record.accessed if isinstance(document.record, Source) else None)
        return {**found, "": own} if own else found


class _Unheard:
    """The ids of the sources that name a provider which has not been heard."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def __contains__(self, source_id: object) -> bool:
        return bool(self._maker.unheard(str(source_id)))


def _shown(view: object, maker: Maker, citing: str) -> Iterator[tuple[Shown, tuple[str, ...]]]:
    """Each statement of the view's own record once, with the outcomes and the answers that go with it. citing: what their addresses begin with."""
    if isinstance(view, CaseView):
        for claims in view.claims:
            beside = tuple(outcomes_and_answers(maker, view.parties, (claims,)))
            yield from ((statement, beside) for statement in claims.statements if statement.cite.startswith(citing))
        return
    seen: set[str] = set()
    for shown in _statements(view):
        if shown.cite.startswith(citing) and shown.cite not in seen:
            seen.add(shown.cite)
            yield shown, ()


def _statements(view: object) -> Iterator[Shown]:
    if isinstance(view, SHOWN):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _statements(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _statements(getattr(view, field.name))

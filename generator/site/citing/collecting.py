"""From a page's view to what can be cited on it: the page, then every statement, answer and figure of its own record.

It starts from the view and not from the record, so nothing can be cited that the page does not show, and the words are the page's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cached_property

from markupsafe import Markup

from generator.records.models.editorial import Source
from generator.records.models.evidence import Evidence
from generator.records.models.systems import Figure
from generator.records.reader import Document
from generator.records.vocabulary import Question
from generator.registry.released import content_hash, record_hash, unit_hashes
from generator.registry.releases import release_day
from generator.registry.shown import shown_meanings
from generator.site import routes
from generator.site.citing.citable import PUBLISHER, Citable, soft
from generator.site.citing.frozen import Version, Versions
from generator.site.citing.places import is_citable, published_units
from generator.site.language import plain
from generator.site.maker import Maker
from generator.site.parts import EvidenceView, FigureView
from generator.site.views.cases import CaseView, ClaimsView
from generator.site.views.parties import UNDETERMINED, PartyView, ReplyView

# Between two items of a list that do not end a sentence themselves, and after the last.
_NEXT_ITEM = re.compile(r"(?<=[^\s.;:,!?>])\s*</li>\s*<li>")
_LAST_ITEM = re.compile(r"(?<=[^\s.;:,!?>])\s*</li>\s*(?=</[ou]l>)")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is shown, with the words that must go with it. All marked with their language, as on a page.

    Of a case as a whole only those words, since its name says something too.
    """

    said_by: str
    text: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing to cite. anchor: its id on its page; empty for the page itself. heading: what it is called among the others.

    version: the frozen one of the page.
    """

    anchor: str
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
        told = Said("", "", tuple(_outcomes_and_answers(self.maker, view.parties, view.claims))) if isinstance(view, CaseView) else None
        whole = record_hash(hashes)
        version = self._versions.of(url, whole, made_from)
        page = self._citable(url, "", document.key, plain(title), whole, min(days.values()), version, told)
        found = [Cited("", self.maker.words.t("Hela sidan"), told, page, version)]
        for shown, beside in _shown(view, self.maker, f"{self.maker.href(routes.citing(url))}#"):
            anchor = shown.cite.partition("#")[2]
            heading = self._heading(anchor, shown)
            said = self._said(shown, beside)
            name = self.maker.words.t("{title}: {part}", title=plain(title), part=heading)
            citable = self._citable(url, anchor, f"{document.key}#{anchor}", name, hashes[f"{document.key}#{anchor}"], days[anchor], version, said)
            found.append(Cited(anchor, heading, said, citable, version))
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
        return Cited("", self.maker.words.t("Hela sidan"), None, self._citable(url, "", url.strip("/"), title, found, checked, version), version)

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
            title=title,
            said_by=_text(said.said_by) if said else "",
            statement=_text(said.text) if said else "",
            beside=tuple(map(_text, said.beside)) if said else (),
            living=f"{maker.origin}{maker.href(url)}{fragment}",
            frozen=f"{maker.origin}{version.address}{fragment}" if version.address else "",
            release=version.release,
            published=release_day(version.release) if version.release else maker.as_of,
            accessed=maker.registry.horizon,
            checked_on=checked,
            content_hash=found,
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

    def _heading(self, anchor: str, shown: EvidenceView | FigureView) -> str:
        words = self.maker.words
        question = next((q for q in Question if q.anchor == anchor), None)
        if question:
            return words.label(question)
        return words.t("siffran {id}", id=anchor) if isinstance(shown, FigureView) else words.t("uppgiften {id}", id=anchor)

    def _said(self, shown: EvidenceView | FigureView, beside: tuple[str, ...]) -> Said:
        t, own = self.maker.words.t, self.maker.words.own
        if isinstance(shown, FigureView):
            figure = t("{what}: {amount}, {period}.", what=own(shown.what), amount=shown.amount, period=shown.period)
            whole = t("Av: {whole}.", whole=own(shown.of)) if shown.of else t("Källan anger inget att jämföra med.")
            caveat = own(_text(shown.caveat)) if shown.caveat else t("Källan anger inget förbehåll.")
            return Said("", figure, (whole, caveat, *self._doubt(shown)))
        against: tuple[str, ...] = ()
        if shown.counter and shown.counter.html:
            against = (t("Vad talar emot? {text}", text=own(_text(shown.counter.html))),)
        elif shown.counter:
            against = (t("Vi sökte {day} och hittade inget som talar emot.", day=shown.counter.searched_on),)
        gone = (t("Källan är borttagen och vi har inte hittat någon kopia. Uppgiften går därför inte att kontrollera i dag."),) if shown.gone else ()
        return Said(shown.lead, own(_text(shown.html)), (*self._doubt(shown), *gone, *against, *beside))

    def _doubt(self, shown: EvidenceView | FigureView) -> tuple[str, ...]:
        """How sure it is, where it is not."""
        if not shown.confidence:
            return ()
        words = self.maker.words
        return (words.sentences([words.t("Uppgiften är {confidence}.", confidence=shown.confidence), words.own(shown.confidence_note)]),)


class _Unheard:
    """The ids of the sources that name a provider which has not been heard."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    def __contains__(self, source_id: object) -> bool:
        return bool(self._maker.unheard(str(source_id)))


def _shown(view: object, maker: Maker, citing: str) -> Iterator[tuple[EvidenceView | FigureView, tuple[str, ...]]]:
    """Each statement of the view's own record once, with the outcomes and the answers that go with it. citing: what their addresses begin with."""
    if isinstance(view, CaseView):
        for claims in view.claims:
            beside = tuple(_outcomes_and_answers(maker, view.parties, (claims,)))
            yield from ((statement, beside) for statement in claims.statements if statement.cite.startswith(citing))
        return
    seen: set[str] = set()
    for shown in _statements(view):
        if shown.cite.startswith(citing) and shown.cite not in seen:
            seen.add(shown.cite)
            yield shown, ()


def _statements(view: object) -> Iterator[EvidenceView | FigureView]:
    if isinstance(view, (EvidenceView, FigureView)):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _statements(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _statements(getattr(view, field.name))


def _outcomes_and_answers(maker: Maker, parties: Iterable[PartyView], groups: Iterable[ClaimsView]) -> Iterator[str]:
    """What came of it for each party that the claims are about, those in whose favour it ended first, and what each has answered."""
    t, own = maker.words.t, maker.words.own
    answers = {reply.key: reply for claims in groups for reply, _ in claims.replies}
    for party in (p for p in parties if p.key in answers):
        reply = answers[party.key]
        name = party.name.marked
        if party.criticised:
            if party.outcome_when:
                yield t("Utfall för {name}: {outcome}, {day}.", name=name, outcome=party.outcome, day=party.outcome_when)
            else:
                yield t("Utfall för {name}: {outcome}.", name=name, outcome=party.outcome)
            if party.undetermined:
                yield t(UNDETERMINED)
        else:
            yield t("Ärendet är ingen kritik och har inget utfall.")
        if party.outcome_html:
            yield own(_text(party.outcome_html))
        yield _answer(maker, reply)


def _answer(maker: Maker, reply: ReplyView) -> str:
    words = maker.words
    text = words.own(_text(reply.html)) if reply.html else reply.explanation
    if reply.state_code == "not_applicable":
        return words.t("Svar: {text}", text=text)
    return words.t("Svar från {name} ({state}): {text}", name=words.own(reply.name), state=reply.state, text=text)


def _text(text: str) -> str:
    """The words of a text that is HTML or is not. The items of a list are told apart, as in a sentence."""
    if not isinstance(text, Markup):
        return soft(text)
    listed = _LAST_ITEM.sub(".", _NEXT_ITEM.sub("; ", str(text)))
    return soft(Markup(listed).striptags())

"""What was corrected and what was removed: on the page it is about, in the public list, and where a removed page was.

A correction may not tell what the page itself does not show. So its texts are withheld when it is of
something that the gate holds back, or of something that was removed: because it was wrong or could not be
supported, to protect a person or by law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.base import Model
from generator.records.models.case import Party
from generator.records.reader import Document
from generator.records.units import party_provider, units
from generator.records.vocabulary import Publication
from generator.registry.registry import follow
from generator.registry.withdrawn import NEVER_NAMED, NEVER_REPEATED, takes_back
from generator.site import routes
from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.parts import LinkView, ReplyPointer
from generator.site.views.parties import reply_pointers
from generator.site.views.standings import StandingView, standings

# How long a correction stands at the top of its page, from the day it was published.
NOTICE_DAYS = 30
# What stands in the place of a correction of what is not shown.
WITHHELD = N_("Texten visas inte, eftersom uppgiften inte visas.")
# What stands in the place of what a correction has taken back.
TAKEN_BACK = N_("Uppgiften togs tillbaka. Vad som stod visas inte, inte heller i gamla versioner.")
_NAMESPACE = UUID("139073e3-1485-4372-b84f-e2c65ce12471")


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction. `urn`: its name for ever. `heading`: that something was corrected, and when. `withheld`: the texts are not shown.

    answers: of a case, what those whom the corrected text is about have answered; it travels with the text. standings: of a source, the same and the
    outcome of everyone in a published case that rests on it. part: on a page where the corrected part has stood and is gone, the part's own anchor,
    so that its link still leads to what became of it.
    """

    anchor: str
    urn: str
    url: str
    heading: str
    target: LinkView
    published_on: str
    published_iso: str
    was: Markup
    now: Markup
    why: Markup
    noticed_by: str
    meaning_changed: bool
    withheld: bool
    answers: tuple[ReplyPointer, ...]
    standings: tuple[StandingView, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """One removed record. `name` is empty where it must not be repeated. `page`: where it was, if it had a page and may be named."""

    anchor: str
    urn: str
    url: str
    kind: str
    name: str
    page: str
    removed_on: str
    removed_iso: str
    reason: str
    html: Markup
    redirect: LinkView | None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections and removals, latest first. `feed`: the address of the same as a feed, which is in Swedish only."""

    corrections: tuple[CorrectionView, ...]
    tombstones: tuple[TombstoneView, ...]
    page: str
    feed: str


@dataclass(frozen=True, slots=True)
class PageCorrections:
    """The corrections of what one page shows, latest first: those published the last days before today, for its top, and those for its history."""

    recent: tuple[CorrectionView, ...] = ()
    earlier: tuple[CorrectionView, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovedView:
    """The page that answers where a removed record was."""

    removed: TombstoneView
    corrections: PageCorrections


def corrections_view(maker: Maker) -> CorrectionsView:
    """All corrections and removals."""
    documents = sorted(maker.registry.of(Kind.CORRECTIONS), key=lambda d: (d.record.published_on, d.id), reverse=True)
    graves = sorted(maker.registry.of(Kind.TOMBSTONES), key=lambda d: (d.record.removed_on, d.id), reverse=True)
    return CorrectionsView(
        tuple(_correction(maker, d) for d in documents),
        tuple(tombstone_view(maker, d) for d in graves),
        maker.href(routes.CORRECTIONS),
        f"{maker.base_path}{routes.CORRECTIONS_FEED}.xml",
    )


def removed_view(maker: Maker, document: Document) -> RemovedView:
    """The page at the old address of one removed record."""
    keys = (f"{document.record.was}/{document.id}", document.key)
    return RemovedView(tombstone_view(maker, document), page_corrections(maker, keys, own=keys))


def page_corrections(maker: Maker, keys: Iterable[str], own: tuple[str, ...] = ()) -> PageCorrections:
    """The corrections of the records that a page shows. `own`: those that the page is the page of."""
    return _split(maker, [d for key in keys for d in maker.corrections.get(key, ())], own)


def record_corrections(maker: Maker, document: Document) -> PageCorrections:
    """The corrections of the one record that a page shows."""
    return page_corrections(maker, (document.key,), (document.key,))


def case_corrections(maker: Maker, case: Document) -> PageCorrections:
    """The corrections of a case, and of what the sources behind what it shows were said to say."""
    found = [*maker.corrections.get(case.key, ()), *_of_sources(maker, case)]
    return _split(maker, found, (case.key,))


def profile_corrections(maker: Maker, document: Document, cases: Iterable[Document]) -> PageCorrections:
    """The corrections of a provider and, of the cases on its page and of their sources, those that concern it."""
    found = {d.id: d for d in maker.corrections.get(document.key, ())}
    for case in cases:
        found |= {d.id: d for d in maker.corrections.get(case.key, ()) if _concerns(maker, case, _anchor(d), document.id)}
        found |= {d.id: d for d in _of_sources(maker, case, document.id)}
    return _split(maker, list(found.values()), (document.key,))


def permanent_id(key: str) -> str:
    """A name for a correction or removal that is the same wherever and whenever the site is built."""
    return uuid5(_NAMESPACE, key).urn


def removed_anchor(key: str) -> str:
    """Where a removal stands in the list of them. key: of the tombstone."""
    return f"borttaget-{permanent_id(key).rpartition('-')[2]}"


def public_name(graves: Mapping[str, Document], unit: str) -> str:
    """The key of a unit as programs may have it. In the place of an id that may not be repeated stands what its tombstone is called for ever."""
    record, _, anchor = unit.partition("#")
    if grave := _never_named(graves, record):
        return permanent_id(grave.key)
    party = _never_named(graves, f"{Kind.PROFILES}/{party_provider(anchor)}")
    return f"{record}#{permanent_id(party.key)}" if party else unit


def _never_named(graves: Mapping[str, Document], key: str) -> Document | None:
    """The tombstone of a record whose id may not be repeated. key: of the record, or of the tombstone itself."""
    grave = graves.get(key) or next((one for one in graves.values() if one.key == key), None)
    return grave if grave and grave.record.reason in NEVER_NAMED else None


def removed_address(maker: Maker, key: str) -> str:
    """Where it stands that a record was removed, when its own address may not be repeated; empty for any other record."""
    grave = _never_named(maker.graves, key)
    return maker.href(f"{routes.CORRECTIONS}#{removed_anchor(grave.key)}") if grave else ""


def _split(maker: Maker, documents: list[Document], own: tuple[str, ...]) -> PageCorrections:
    shown = [d for d in documents if not is_withheld(maker, d.record.target) and not _is_taken_back(maker, d)]
    shown.sort(key=lambda d: (d.record.published_on, d.id), reverse=True)
    views: dict[str, CorrectionView] = {}
    for document in shown:
        here = document.record.target.partition("#")[0] in own
        view = _correction(maker, document)
        part = _gone_part(maker, document, here=here)
        taken = part in {other.part for other in views.values()}
        views[document.id] = replace(_on_own_page(maker, view) if here else view, part="" if taken else part)
    recent = {d.id for d in shown if (maker.registry.horizon - d.record.published_on).days < NOTICE_DAYS}
    return PageCorrections(
        tuple(view for name, view in views.items() if name in recent),
        tuple(view for name, view in views.items() if name not in recent),
    )


def _gone_part(maker: Maker, correction: Document, *, here: bool) -> str:
    """The anchor that a corrected part had on the page while it was there: its own, and on a provider's page with the case's id before it."""
    key, _, anchor = correction.record.target.partition("#")
    kind, _, record_id = key.partition("/")
    if not anchor or key not in maker.registry.documents or _model(maker, key, anchor) or not (here or kind == Kind.CASES):
        return ""
    return anchor if here else f"{record_id}-{anchor}"


def _on_own_page(maker: Maker, view: CorrectionView) -> CorrectionView:
    """A correction where its record's name need not be said: a link to the part, or none."""
    anchored = view.target.url is not None and "#" in view.target.url
    return replace(view, target=LinkView(maker.words.t("till uppgiften"), view.target.url) if anchored else LinkView(""))


def _correction(maker: Maker, document: Document) -> CorrectionView:
    correction = document.record
    withheld = is_withheld(maker, correction.target) or _is_taken_back(maker, document)
    day = maker.words.day(correction.published_on)
    return CorrectionView(
        anchor=document.id,
        urn=permanent_id(document.key),
        url=maker.href(f"{routes.CORRECTIONS}#{document.id}"),
        heading=maker.corrected(document, day),
        target=target_link(maker, correction.target),
        published_on=day,
        published_iso=correction.published_on.isoformat(),
        was=Markup() if withheld else _was(maker, document),
        now=Markup() if withheld else maker.verbatim(correction.now),
        why=Markup() if withheld else maker.verbatim(correction.why),
        noticed_by=maker.words.label(correction.noticed_by),
        meaning_changed=correction.meaning_changed,
        withheld=withheld,
        answers=() if withheld else answers_of(maker, correction.target),
        standings=() if withheld else standings_of(maker, correction.target),
    )


def _is_taken_back(maker: Maker, document: Document) -> bool:
    """True for a correction whose own words are of what a later one has taken back."""
    return any(takes_back(later, document) for later in maker.corrections.get(document.record.target.partition("#")[0], ()))


def _was(maker: Maker, document: Document) -> Markup:
    """What stood there, unless it was taken back."""
    return Markup("<p>{}</p>").format(maker.words.t(TAKEN_BACK)) if document.record.withdraw else maker.verbatim(document.record.was)


def answers_of(maker: Maker, target: str) -> tuple[ReplyPointer, ...]:
    """The answers of the named parties that a case or a part of one is about, each with the address where it stands. target: `cases/id`, or with `#part`."""
    key, _, anchor = target.partition("#")
    case = maker.registry.documents.get(key)
    page = maker.url(key)
    if case is None or case.kind is not Kind.CASES or page is None:
        return ()
    model = _model(maker, key, anchor) if anchor else None
    shown = [r for r in maker.rulings[case.id] if maker.preview or r.row.decision is Publication.PUBLISHED]
    concerned = {id(r.party) for r in shown if model is None or r.statement is model or r.party is model}
    named = [party for party in case.record.parties if id(party) in concerned and party.provider]
    return tuple(replace(answer, url=f"{page}{answer.url}") for answer in reply_pointers(maker, case, named) if answer.state)


def standings_of(maker: Maker, target: str) -> tuple[StandingView, ...]:
    """How the published cases stand that rest on a source. target: its key, or with `#part`; none for any other record."""
    document = maker.registry.documents.get(target.partition("#")[0])
    return standings(maker, document) if document else ()


def tombstone_view(maker: Maker, document: Document) -> TombstoneView:
    """What is told of a removed record."""
    tombstone = document.record
    urn = permanent_id(document.key)
    anchor = removed_anchor(document.key)
    nameless = tombstone.reason in NEVER_NAMED
    return TombstoneView(
        anchor=anchor,
        urn=urn,
        url=maker.href(f"{routes.CORRECTIONS}#{anchor}"),
        kind=maker.kind_word(Kind(tombstone.was)),
        name="" if nameless else document.id,
        page="" if nameless else maker.url(f"{tombstone.was}/{document.id}") or "",
        removed_on=maker.words.day(tombstone.removed_on),
        removed_iso=tombstone.removed_on.isoformat(),
        reason=maker.words.label(tombstone.reason),
        html=maker.verbatim(tombstone.text),
        redirect=_redirect(maker, f"{tombstone.was}/{document.id}"),
    )


def _redirect(maker: Maker, key: str) -> LinkView | None:
    """Where the removed record's reader should go: the end of the redirects, if there is a page; on an earlier day only the name of what came later."""
    end = follow(maker.graves, key)
    if end in maker.registry.later:
        return maker.named(end)
    return maker.named(end, maker.url(end)) if end in maker.registry.documents and maker.url(end) else None


def _anchor(correction: Document) -> str:
    anchor: str = correction.record.target.partition("#")[2]
    return anchor


def _removed_key(maker: Maker, key: str) -> str:
    """The key of the removed record that a tombstone's key stands for; any other key as it is."""
    kind, _, record_id = key.partition("/")
    return f"{maker.registry.documents[key].record.was}/{record_id}" if kind == Kind.TOMBSTONES else key


def target_link(maker: Maker, target: str) -> LinkView:
    """A link to what was corrected: to the part where it stands on a page, and from a removed record to where it leads."""
    graves = maker.graves
    key, _, anchor = target.partition("#")
    key = _removed_key(maker, key)
    end = follow(graves, key)
    kind = Kind(end.partition("/")[0])
    if end in graves:
        nameless = graves[end].record.reason in NEVER_NAMED
        return LinkView(maker.words.t("{kind} som har tagits bort", kind=maker.kind_word(kind)), None if nameless else maker.url(end))
    if kind is Kind.CORRECTIONS:
        return LinkView(maker.words.t("en tidigare rättelse"), maker.url(end))
    url = maker.url(end)
    if kind is Kind.CASES and url is None:
        return LinkView(maker.words.t("ett ärende som inte visas"))
    there = end == key and anchor and _model(maker, end, anchor) and _on_page(maker, maker.registry.documents[end], anchor)
    return maker.named(end, f"{url}#{anchor}" if url and there else url)


def _model(maker: Maker, key: str, anchor: str) -> Model | None:
    return next((unit.model for unit in units(maker.registry.documents[key].record) if unit.anchor == anchor), None)


def _on_page(maker: Maker, document: Document, anchor: str) -> bool:
    """True for a unit that its record's page shows. Of a case that is what the gate lets through, and what is no longer there."""
    if document.kind is not Kind.CASES:
        return True
    model = _model(maker, document.key, anchor) if anchor else None
    if model is None or not maker.case_has_page(document.id):
        return maker.case_has_page(document.id)
    decided = [r for r in maker.rulings[document.id] if r.statement is model or r.party is model]
    seen = maker.preview and (isinstance(model, Party) or bool(getattr(model, "text", None)))
    return seen or any(r.row.decision is Publication.PUBLISHED for r in decided)


def is_withheld(maker: Maker, target: str) -> bool:
    """True when the texts of a correction would tell what the site does not show."""
    named, _, anchor = target.partition("#")
    key = _removed_key(maker, named)
    graves = maker.graves
    if key in graves:
        # The words of the tombstone itself are shown, so they may be corrected in the open.
        return graves[key].record.reason in (NEVER_REPEATED if named == key else NEVER_NAMED)
    return not _on_page(maker, maker.registry.documents[key], anchor)


def _of_sources(maker: Maker, case: Document, provider: str = "") -> Iterator[Document]:
    """The corrections that changed the meaning of a source of what a case shows; with a provider, of what it shows about that one."""
    shown = [r for r in maker.rulings[case.id] if maker.preview or r.row.decision is Publication.PUBLISHED]
    keys = {f"{Kind.SOURCES}/{c.source}": None for r in shown if provider in ("", r.party.provider) for c in r.statement.sources}
    return (d for key in keys for d in maker.corrections.get(key, ()) if d.record.meaning_changed)


def _concerns(maker: Maker, case: Document, anchor: str, provider: str) -> bool:
    """True when a correction of a case is about this provider too: of the whole case, or of a part about it or no longer there."""
    model = _model(maker, case.key, anchor) if anchor else None
    if model is None:
        return True
    if isinstance(model, Party):
        return model.provider == provider
    return any(r.statement is model and r.party.provider == provider for r in maker.rulings[case.id])

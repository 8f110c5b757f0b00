"""Sources: the page of each, with everything on the site that it supports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.base import Model
from generator.records.models.editorial import Source
from generator.records.models.evidence import Evidence
from generator.records.reader import Document
from generator.records.vocabulary import Interest, Publication, Question
from generator.registry.registry import Link
from generator.site.language import N_
from generator.site.leads import medium
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import sort_key
from generator.site.views.corrections import PageCorrections, record_corrections
from generator.site.views.parties import ReplyView, reply_view

_PART_WORDS: Mapping[str, str] = {
    "sources": N_("grunduppgifter"),
    "contracts": N_("avtal"),
    "accreditations": N_("märkning"),
    "places": N_("plats"),
    "services": N_("tjänst"),
    "relations": N_("koppling"),
    "lifecycle": N_("om företaget finns"),
}
_LANGUAGES: Mapping[str, str] = {"sv": N_("svenska"), "en": N_("engelska"), "no": N_("norska"), "da": N_("danska"), "de": N_("tyska")}


@dataclass(frozen=True, slots=True)
class SupportView:
    """One thing that a source supports: the page it stands on, and the text when it is a statement.

    key, kind_code, label, lead, replies: of a statement in a case, as `EvidenceView` has them; who says it and the answers travel with the text.
    unheard: the provider that the note says has not been heard, as `profiles/id`.
    """

    kind: str
    page: LinkView
    html: Markup
    note: str = ""
    key: str = ""
    kind_code: str = ""
    label: str = ""
    lead: str = ""
    replies: tuple[ReplyView, ...] = ()
    unheard: str = ""


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """A copy that somebody else keeps. day, iso: of the copy, in words and as programs read it."""

    url: str
    day: str
    iso: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a source. `lang`: the language of the title, where it is not that of the page."""

    title: str
    url: str
    type: str
    publisher: str
    publisher_link: LinkView | None
    container: str
    issued: str
    address: str
    address_reason: str
    archive: ArchiveView | None
    accessed: str
    read: str
    availability: str
    interest: str
    interest_note: str
    note: Markup
    cautions: tuple[str, ...]
    language: str
    lang: str
    supports: tuple[SupportView, ...]
    corrections: PageCorrections


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list of all sources."""

    link: LinkView
    publisher: str
    issued: str
    type: str
    supports: str


def source_view(maker: Maker, document: Document) -> SourceView:
    """The page of one source."""
    source: Source = document.record
    words = maker.words
    return SourceView(
        title=source.title,
        url=maker.url(document.key) or "",
        type=words.label(source.type),
        publisher=source.publisher,
        publisher_link=maker.link(Kind.BODIES, source.publisher_body) if source.publisher_body else None,
        container=source.container_title or "",
        issued=_issued(maker, source) or words.t("Källan är odaterad"),
        address=source.url or "",
        address_reason=source.url_withheld or "",
        archive=ArchiveView(source.archive.url, words.day(source.archive.on), source.archive.on.isoformat()) if source.archive else None,
        accessed=words.day(source.accessed),
        read=words.label(source.read),
        availability=words.label(source.availability),
        interest=words.label(source.interest) if source.interest is not Interest.NONE else "",
        interest_note=source.interest_note or "",
        note=maker.html(source.note),
        cautions=(words.t("Rubriken är vår beskrivning."),) if source.title_reconstructed else (),
        language=words.t(_LANGUAGES[source.language]),
        lang=source.language if source.language != words.code else "",
        supports=tuple(_supports(maker, document)),
        corrections=record_corrections(maker, document),
    )


def _issued(maker: Maker, source: Source) -> str:
    """When it was published, in words; empty when it does not say."""
    day = maker.words.day(source.issued)
    return maker.words.t("{day} (uppskattat)", day=day) if day and source.issued_estimated else day


def source_rows(maker: Maker) -> tuple[SourceRow, ...]:
    """All sources by title."""
    rows = [
        SourceRow(
            maker.link(Kind.SOURCES, d.id),
            medium(d.record),
            maker.words.day(d.record.issued) or maker.words.t("utan datum"),
            maker.words.label(d.record.type),
            maker.words.count(sum(1 for _ in _supports(maker, d)), "uppgift", "uppgifter"),
        )
        for d in maker.registry.of(Kind.SOURCES)
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.link.text)))


def _supports(maker: Maker, document: Document) -> Iterator[SupportView]:
    """Everything shown that cites the source, each part of a record once."""
    seen: set[tuple[str, ...]] = set()
    for link in maker.registry.backlinks.get(document.key, ()):
        for view in _support(maker, link):
            key = (view.page.text, view.kind, str(view.html), view.key)
            if key not in seen:
                seen.add(key)
                yield view


def _support(maker: Maker, link: Link) -> Iterator[SupportView]:
    document = link.document
    if document.kind is Kind.CASES:
        yield from _case_support(maker, link)
        return
    part, anchor = _part(document.record, link)
    page = maker.link(document.kind, document.id)
    url = f"{page.url}#{anchor}" if page.url and anchor and document.kind is not Kind.TERMS else page.url
    text = part.text if isinstance(part, Evidence) else getattr(part, "text", None) or getattr(part, "what", None)
    what = _PART_WORDS.get(str(link.path[0]), "")
    kind = maker.kind_word(document.kind)
    if what and not text:
        kind = maker.words.t("{kind}, {part}", kind=kind, part=maker.words.t(what))
    yield SupportView(kind, replace(page, url=url), maker.html(text))


def _case_support(maker: Maker, link: Link) -> Iterator[SupportView]:
    """A case shows its text only where the gate lets it; a link-only source is shown to name the provider, no more."""
    document, page = link.document, maker.url(link.document.key)
    if link.path[0] == "statements":
        index = int(link.path[1])
        statement = document.record.statements[index]
        decided = [r for r in maker.rulings[document.id] if r.index == index]
        if page and any(r.row.decision is Publication.PUBLISHED for r in decided):
            key = f"{document.key}#{statement.id}"
            answers = tuple(reply_view(maker, document, r.party) for r in decided if statement.kind.answerable)
            told = maker.evidence(statement)
            yield SupportView(
                maker.kind_word(Kind.CASES),
                maker.named(document.key, f"{page}#{statement.id}"),
                told.html,
                key=key,
                kind_code=told.kind_code,
                label=told.kind,
                lead=told.lead,
                replies=answers,
            )
        for ruling in decided:
            if ruling.row.decision is Publication.LINK_ONLY and ruling.party.provider:
                provider = maker.link(Kind.PROFILES, ruling.party.provider)
                place = replace(provider, url=f"{provider.url}#avsnitt-namns")
                note = maker.words.t("Källan nämner leverantören, som ännu inte har fått ge oss sin version.")
                yield SupportView(maker.kind_word(Kind.PROFILES), place, Markup(), note, unheard=f"{Kind.PROFILES}/{ruling.party.provider}")
    elif page:
        yield SupportView(maker.words.t("ärende, utfall eller svar"), maker.named(document.key, page), Markup())


def _part(record: Model, link: Link) -> tuple[Model, str]:
    """The innermost statement, answer, figure or the like that holds a reference, and its anchor on the page."""
    part, anchor, value = record, "", record
    for step in link.path:
        if isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        elif isinstance(value, dict):
            question = Question(str(step))
            anchor, value = question.anchor, value[question]
        else:
            value = getattr(value, str(step), None) or getattr(value, f"{step}_", None)  # type: ignore[assignment]
        if isinstance(value, Model) and (hasattr(value, "id") or isinstance(value, Evidence)):
            part, anchor = value, getattr(value, "id", anchor)
    return part, anchor

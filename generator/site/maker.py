"""The maker: turns parts of records into parts of views.

A view holds exactly what one template shows: words, addresses and safe HTML, never a record. All
views are built through one maker, so that a statement, a source or a date looks the same wherever
it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup

from generator.records.markdown import to_html
from generator.records.models import Kind
from generator.records.models.editorial import Source
from generator.records.models.evidence import Citation, Counter, Evidence, Statement
from generator.records.models.profile import ContactPoint
from generator.records.models.systems import Figure
from generator.records.reader import Document, Root
from generator.records.units import unit_key, units
from generator.records.vocabulary import Availability, Confidence, Grade, Interest, Publication, ReadExtent, SourceType, StatementKind
from generator.registry.gate import Ruling, publication, rulings
from generator.registry.registry import Registry
from generator.site import routes
from generator.site.evidence_words import basis, would_change
from generator.site.language import SWEDISH, Language
from generator.site.swedish import amount_text, and_list, capital, day_text, on_day, sort_key, span_text


@dataclass(frozen=True, slots=True)
class LinkView:
    """A name and where it leads. `url` is None for what has no page of its own."""

    text: str
    url: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CitationView:
    """A place in a source, with all a reader needs to judge it. gone: nobody can read it any more. mark: which citation of which statement it is, in a case."""

    title: str
    publisher: str
    issued: str
    page: str
    url: str | None
    url_reason: str
    archive: str | None
    locator: str
    quote: str
    interest: str
    cautions: tuple[str, ...]
    gone: bool
    language: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CounterView:
    """What speaks against a statement: a text with its sources, or the day nothing was found."""

    html: Markup
    citations: tuple[CitationView, ...]
    searched_on: str


@dataclass(frozen=True, slots=True)
class ReplyPointer:
    """Beside a claim: where the answer to it stands on the page. `key`: `cases/<case>/<party>`; `name`: empty for a party without a name."""

    key: str
    name: str
    state: str
    url: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One statement as a reader sees it.

    key: `cases/<case>#<statement>` of a statement in a case, else empty. lead: who says it, with the
    verb of its grade. basis: what carries it. graded: it has a grade, which a reader meets first. gone: nobody can read any of its sources any more.
    replies: the answers of those it is against. held: why it is not public (previews only).
    corrected: when it was corrected, with links to the corrections, the latest first.
    """

    anchor: str
    key: str
    kind: str
    kind_code: str
    lead: str
    html: Markup
    when: str
    basis: str
    graded: bool
    confidence: str
    confidence_note: str
    checked_on: str
    citations: tuple[CitationView, ...]
    gone: bool
    counter: CounterView | None
    would_change: str
    replies: tuple[ReplyPointer, ...] = ()
    held: str = ""
    corrected: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with what it counts, of what, when and by whose account."""

    anchor: str
    metric: str
    what: str
    amount: str
    of: str
    period: str
    caveat: Markup
    confidence: str
    confidence_note: str
    citations: tuple[CitationView, ...]


# So many are named as those who say something; the list of sources has them all.
MOST_CARRIERS = 2
KIND_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: "leverantör",
        Kind.CASES: "ärende",
        Kind.SCHEMES: "märkning",
        Kind.PROGRAMMES: "program",
        Kind.BODIES: "organisation",
        Kind.SOURCES: "källa",
        Kind.TERMS: "ord",
        Kind.CORRECTIONS: "rättelse",
        Kind.TOMBSTONES: "borttaget",
    }
)


class Maker:
    """Builds views from one registry, in one language. `preview`: also show what is link-only or held, marked as such."""

    def __init__(self, registry: Registry, base_path: str = "", *, preview: bool = False, words: Language = SWEDISH) -> None:
        self.registry = registry
        self.base_path = base_path
        self.preview = preview
        self.words = words

    @property
    def as_of(self) -> date:
        """The day that states are computed for."""
        return self.registry.as_of

    @cached_property
    def rulings(self) -> dict[str, tuple[Ruling, ...]]:
        """The gate's decisions on each case, by its id."""
        return {d.id: rulings(self.registry, d.record) for d in self.registry.of(Kind.CASES)}

    @cached_property
    def graves(self) -> Mapping[str, Document]:
        """The tombstones, by the key of what was removed."""
        return self.registry.graves

    @cached_property
    def corrections(self) -> Mapping[str, tuple[Document, ...]]:
        """The corrections of each record and its parts, by the record's key, the latest first."""
        found: dict[str, list[Document]] = defaultdict(list)
        for document in sorted(self.registry.of(Kind.CORRECTIONS), key=lambda d: (d.record.published_on, d.id), reverse=True):
            found[document.record.target.partition("#")[0]].append(document)
        return {key: tuple(documents) for key, documents in found.items()}

    @cached_property
    def _corrected(self) -> Mapping[int, tuple[LinkView, ...]]:
        """When each corrected part was corrected, by the identity of the part, which is one object wherever it is shown."""
        found: dict[int, tuple[LinkView, ...]] = {}
        for key, corrections in self.corrections.items():
            parts = {unit_key(key, u.anchor): u.model for u in units(self.registry.documents[key].record)} if key in self.registry.documents else {}
            for document in corrections:
                correction = document.record
                if correction.target in parts:
                    text = f"{'Rättad' if correction.meaning_changed else 'Språket rättat'} {on_day(correction.published_on)}"
                    part = id(parts[correction.target])
                    found[part] = (*found.get(part, ()), LinkView(text, self.href(f"{routes.CORRECTIONS}#{document.id}")))
        return found

    def publication(self, case_id: str) -> Publication:
        """What the gate says of a case as a whole."""
        return publication(self.rulings[case_id])

    def case_has_page(self, case_id: str) -> bool:
        """True for a case that is shown, and in a preview for every case."""
        return self.preview or self.publication(case_id) is Publication.PUBLISHED

    def href(self, url: str) -> str:
        """A site-absolute address with the base path and the folder of the language in front."""
        return f"{self.base_path}{self.words.prefix}{url}"

    @cached_property
    def in_force(self) -> str:
        """`gäller i dag`, as it is said of the day: `gällde den 1 mars 2012` of a past one."""
        if self.as_of == self.registry.horizon:
            return "gäller i dag"
        return f"{'gällde' if self.as_of < self.registry.horizon else 'gäller'} {on_day(self.as_of)}"

    def url(self, target: str) -> str | None:
        """The address of `kind/id`, `kind/id#anchor` or `pages/slug`; None when it has no page.

        A removed record's page is its tombstone's. A part that is left out is not pointed at.
        """
        key, _, anchor = target.partition("#")
        url = self._page_url(key)
        return f"{url}#{anchor}" if url and anchor and target not in self.registry.later_parts else url

    def _page_url(self, key: str) -> str | None:
        kind, _, name = key.partition("/")
        if kind == "pages":
            return self.href(routes.page(name)) if any(p.slug == name and p.edition == self.words.edition for p in self.registry.pages) else None
        if key in self.graves:
            removed = routes.page_of(Kind(kind), name)
            return self.href(removed) if removed else None
        if key not in self.registry.documents or (kind == Kind.CASES and not self.case_has_page(name)):
            return None
        url = routes.record(Kind(kind), name)
        return self.href(url) if url else None

    def name(self, key: str) -> str:
        """What a record is called on the site."""
        record = self.registry.named(key).record
        return str(getattr(record, "name", None) or getattr(record, "title", None) or "Publicerade källor")

    def link(self, kind: Kind, record_id: str, note: str = "") -> LinkView:
        """A link to a record."""
        key = f"{kind}/{record_id}"
        return LinkView(self.name(key), self.url(key), note)

    def links(self, kind: Kind, ids: Iterable[str]) -> tuple[LinkView, ...]:
        """Links to several records, in Swedish alphabetical order."""
        return tuple(sorted((self.link(kind, i) for i in ids), key=lambda view: sort_key(view.text)))

    def html(self, text: str | None) -> Markup:
        """Safe HTML of a record text; empty for None."""
        return Markup(to_html(text, self.url)) if text else Markup()

    def citation(self, citation: Citation, mark: str = "") -> CitationView:
        """A place in a source. `mark`: as the view has it."""
        source: Source = self.registry.record(Kind.SOURCES, citation.source)
        issued = day_text(source.issued)
        if issued and source.issued_estimated:
            issued += " (uppskattat datum)"
        return CitationView(
            title=source.title,
            publisher=medium(source),
            issued=issued or "utan datum",
            page=self.url(f"{Kind.SOURCES}/{citation.source}") or "",
            url=source.url,
            url_reason=source.url_withheld or "",
            archive=source.archive.url if source.archive else None,
            locator=citation.locator,
            quote=citation.quote or "",
            interest=source.interest_note or "" if source.interest is not Interest.NONE else "",
            cautions=tuple(_cautions(source)),
            gone=source.availability is Availability.GONE and source.archive is None,
            language=source.language,
            mark=mark,
        )

    def citations(self, sources: Iterable[Citation], key: str = "", after: int = 0) -> tuple[CitationView, ...]:
        """Several places in sources, in the order of the record. key: of the statement in a case that cites them; after: how many it has cited before."""
        return tuple(self.citation(c, f"{key} {c.source} {number}" if key else "") for number, c in enumerate(sources, after + 1))

    def evidence(self, evidence: Evidence, anchor: str = "", *, key: str = "", replies: tuple[ReplyPointer, ...] = (), held: str = "") -> EvidenceView:
        """A statement or an answer. `anchor`: its id on the page, when it is not the statement's own."""
        citations = self.citations(evidence.sources, key)
        kind = evidence.kind if isinstance(evidence, Statement) else StatementKind.CONTEXT
        source = self.registry.record(Kind.SOURCES, evidence.sources[0].source)
        return EvidenceView(
            anchor=anchor or (evidence.id if isinstance(evidence, Statement) else ""),
            key=key,
            kind=kind.label_sv,
            kind_code=kind.value,
            lead=self._lead(evidence, kind),
            html=self.html(evidence.text),
            when=span_text(evidence.date, evidence.date_to) if evidence.date_to else day_text(evidence.date),
            basis=basis(evidence, source),
            graded=evidence.grade is not None,
            confidence=evidence.confidence.label_sv if evidence.confidence is not Confidence.HIGH else "",
            confidence_note=evidence.confidence_note or "",
            checked_on=on_day(evidence.checked_on),
            citations=citations,
            gone=all(c.gone for c in citations),
            counter=self.counter(evidence.counter, key, len(citations)),
            would_change=would_change(evidence, kind, source),
            replies=replies,
            held=held,
            corrected=self._corrected.get(id(evidence), ()),
        )

    def counter(self, counter: Counter | None, key: str = "", after: int = 0) -> CounterView | None:
        """What speaks against. key, after: as for `citations`."""
        if counter is None:
            return None
        return CounterView(self.html(counter.text), self.citations(counter.sources, key, after), on_day(counter.searched_on) if counter.searched_on else "")

    def figure(self, figure: Figure) -> FigureView:
        """A number."""
        period = span_text(figure.from_, figure.to) if figure.to else day_text(figure.from_)
        return FigureView(
            anchor=figure.id,
            metric=figure.metric.label_sv,
            what=figure.what,
            amount=amount_text(figure.value, figure.unit, figure.qualifier),
            of=figure.of or "",
            period=f"{period} (uppskattat)" if figure.date_estimated else period,
            caveat=self.html(figure.caveat),
            confidence=figure.confidence.label_sv if figure.confidence is not Confidence.HIGH else "",
            confidence_note=figure.confidence_note or "",
            citations=self.citations(figure.sources),
        )

    def sayers(self, evidence: Evidence, besides: str | None = None) -> str:
        """Those who say it, but for one of them, as a list in words; empty when the record names nobody."""
        named = [self.name(f"{Kind.BODIES}/{body}") for body in evidence.by if body != besides]
        return and_list([*named, *([evidence.attribution] if evidence.attribution else [])])

    def _lead(self, evidence: Evidence, kind: StatementKind) -> str:
        """Who says it, with the verb that the grade allows. Empty for plain context that nobody in particular says."""
        said_by = self.sayers(evidence)
        source: Source = self.registry.record(Kind.SOURCES, evidence.sources[0].source)
        carrier = medium(source)
        own_words = source.publisher_body in evidence.by or said_by == carrier
        match evidence.grade:
            case Grade.A:
                return f"{capital(said_by or carrier)} har konstaterat:" if kind is StatementKind.FINDING else f"Enligt beslut av {said_by or carrier}:"
            case Grade.B:
                return f"{capital(said_by or carrier)} skriver i ett eget dokument:"
            case Grade.C:
                when = f" {on_day(source.issued)}" if source.issued else ""
                return f"{capital(carrier)} uppgav{when}{f', med uppgift från {said_by}' if said_by and not own_words else ''}:"
            case Grade.D:
                return f"{capital(said_by or 'en deltagare')} har skrivit:"
            case _:
                return self._ungraded_lead(evidence, said_by)

    def _ungraded_lead(self, evidence: Evidence, said_by: str) -> str:
        """Who says what has no grade, and who tells of it where none of the sources is theirs.

        Empty where the record names nobody: then it is we who have read it, and the publishers stand at the sources.
        """
        sources: list[Source] = [self.registry.record(Kind.SOURCES, citation.source) for citation in evidence.sources]
        carriers = list(dict.fromkeys("en blogg" if s.type is SourceType.POST_WEBLOG and not s.publisher_body else medium(s) for s in sources))
        told_by = and_list(carriers) if len(carriers) <= MOST_CARRIERS else f"{carriers[0]} med flera"
        if not said_by:
            return ""
        second_hand = evidence.by and not any(source.publisher_body in evidence.by for source in sources) and not any(c in said_by for c in carriers)
        return f"Enligt {said_by}, återgivet av {told_by}:" if second_hand else f"Enligt {said_by}:"

    def is_draft(self, document: Document) -> bool:
        """True for a record from the private root, which only a preview shows."""
        return document.root is Root.INTAKE


def contact_rows(contact: ContactPoint | None) -> tuple[tuple[str, str], ...]:
    """The declared ways to reach an organisation, as (label, value)."""
    rows = (("E-post", contact.email), ("Telefon", contact.phone)) if contact else ()
    return tuple((label, value) for label, value in rows if value)


def medium(source: Source) -> str:
    """Who readers know a source by: the newspaper or programme of an article or broadcast, else the publisher."""
    if source.type in (SourceType.ARTICLE_NEWSPAPER, SourceType.BROADCAST):
        return source.container_title or source.publisher
    return source.publisher


def _cautions(source: Source) -> Iterable[str]:
    if source.title_reconstructed:
        yield "Rubriken är vår beskrivning."
    if source.read is not ReadExtent.FULL:
        yield source.read.definition
    if source.availability not in (Availability.REACHABLE, Availability.NOT_CHECKED):
        yield source.availability.definition

"""The maker: turns parts of records into parts of views.

A view holds exactly what one template shows: words, addresses and safe HTML, never a record. All
views are built through one maker, so that a statement, a source or a date looks the same wherever
it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup

from generator.records.markdown import in_language, to_html
from generator.records.models import Kind
from generator.records.models.base import Model
from generator.records.models.editorial import Source
from generator.records.models.evidence import Citation, Counter, Evidence, Statement
from generator.records.models.profile import ContactPoint, Profile
from generator.records.models.systems import Body, Figure, Programme, Scheme
from generator.records.places import counties, municipalities
from generator.records.reader import Document, Root
from generator.records.units import unit_key, units
from generator.records.vocabulary import Availability, Confidence, Interest, Publication, ReadExtent, StatementKind
from generator.registry.gate import Ruling, publication, rulings
from generator.registry.registry import Registry
from generator.registry.releases import Releases
from generator.registry.withdrawn import Withdrawals
from generator.site import routes
from generator.site.citing.places import cited_units
from generator.site.evidence_words import basis, would_change
from generator.site.glossary_links import GlossaryLinks, glossary_links
from generator.site.language import N_, SOURCE_LANGUAGE, SWEDISH, Language
from generator.site.leads import lead, medium, sayers
from generator.site.parts import CitationView, ContactView, CounterView, EvidenceView, FigureView, LinkView, ReplyPointer
from generator.site.swedish import sort_key

KIND_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PROFILES: N_("leverantör"),
        Kind.CASES: N_("ärende"),
        Kind.SCHEMES: N_("märkning"),
        Kind.PROGRAMMES: N_("program"),
        Kind.BODIES: N_("organisation"),
        Kind.SOURCES: N_("källa"),
        Kind.TERMS: N_("ord"),
        Kind.STORIES: N_("berättelse"),
        Kind.CORRECTIONS: N_("rättelse"),
        Kind.TOMBSTONES: N_("borttaget"),
    }
)


class Maker:
    """Builds views from one registry, in one language.

    `preview`: also show what is link-only or held, marked as such. origin: scheme and host of the site, as far as known.
    release: the id of the release that the pages are frozen for; empty for living pages.
    """

    def __init__(
        self, registry: Registry, base_path: str = "", *, preview: bool = False, words: Language = SWEDISH, origin: str = "", release: str = ""
    ) -> None:
        self.registry = registry
        self.origin = origin
        self.release = release
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
    def _unheard(self) -> frozenset[str]:
        """The ids of the sources that are only links somewhere, since a provider that they name has not been heard."""
        held = [r.statement for decided in self.rulings.values() for r in decided if r.row.decision is Publication.LINK_ONLY and r.party.provider]
        return frozenset(citation.source for s in held for citation in (*s.sources, *(s.counter.sources if s.counter else ())))

    def unheard(self, source_id: str) -> str:
        """`sources/id` of a source that names a provider which has not been heard; empty of every other."""
        return f"{Kind.SOURCES}/{source_id}" if source_id in self._unheard else ""

    @cached_property
    def withdrawals(self) -> Withdrawals:
        """What may not be read in old versions of pages."""
        return Withdrawals(self.registry)

    @cached_property
    def releases(self) -> Releases:
        """The releases as they may be told: without the states that are withdrawn."""
        return self.withdrawals.told()

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
                    text = self.corrected(document, self.words.on_day(correction.published_on))
                    part = id(parts[correction.target])
                    found[part] = (*found.get(part, ()), LinkView(text, self.href(f"{routes.CORRECTIONS}#{document.id}")))
        return found

    @cached_property
    def _cited(self) -> Mapping[int, str]:
        """Where each part that can be cited is, by the identity of the part."""
        return cited_units(self.registry.documents, self.rulings, self._unheard)

    def cited(self, part: Model) -> str:
        """The address at which a statement, an answer or a figure is cited; empty for what is not public.

        Empty on frozen pages too: those ready texts are of what is said today, and go when the record goes.
        """
        return self.href(self._cited[id(part)]) if id(part) in self._cited and not self.release else ""

    def corrected(self, correction: Document, day: str) -> str:
        """That something was corrected, and when. day: in words."""
        return self.words.t("Rättad {day}", day=day) if correction.record.meaning_changed else self.words.t("Språket rättat {day}", day=day)

    def publication(self, case_id: str) -> Publication:
        """What the gate says of a case as a whole."""
        return publication(self.rulings[case_id])

    def case_has_page(self, case_id: str) -> bool:
        """True for a case that is shown, and in a preview for every case."""
        return self.preview or self.publication(case_id) is Publication.PUBLISHED

    def href(self, url: str) -> str:
        """A site-absolute address with the base path and the folder of the language that is led to in front."""
        return f"{self.base_path}{self.words.links_to}{url}"

    def on_its_day(self, today: str, past: str, future: str, /, **values: object) -> str:
        """The one of three messages that says it of the day of the pages: `gäller i dag`, `gällde {day}` or `gäller {day}`."""
        day = self.as_of
        message = today if day == self.registry.horizon else past if day < self.registry.horizon else future
        return self.words.t(message, day=self.words.on_day(day), **values)

    def kind_word(self, kind: Kind) -> str:
        """What one record of a kind is called."""
        return self.words.t(KIND_WORDS[kind])

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
            edition = self.words.links_to.removeprefix("/")
            return self.href(routes.page(name)) if any(p.slug == name and p.edition == edition for p in self.registry.pages) else None
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
        return str(getattr(record, "name", None) or getattr(record, "title", None) or self.words.t("Publicerade källor"))

    def link(self, kind: Kind, record_id: str, note: str = "") -> LinkView:
        """A link to a record."""
        key = f"{kind}/{record_id}"
        return self.named(key, self.url(key), note)

    def named(self, key: str, url: str | None = None, note: str = "") -> LinkView:
        """The name of a record, marked as what it is among words of another language, and an address."""
        document = self.registry.named(key)
        source = document.kind is Kind.SOURCES
        unheard = self.unheard(document.id) if source else ""
        if not self.words.records:
            return LinkView(self.name(key), url, note, unheard=unheard)
        if document.kind is Kind.PROFILES:
            return LinkView(self.name(key), url, note, proper=True)
        return LinkView(self.name(key), url, note, self._foreign(document.record.language if source else self.words.records), unheard=unheard)

    def county(self, code: str, note: str = "") -> LinkView:
        """A link to a county."""
        place = counties()[code]
        return LinkView(self.words.t(place.name), self.href(routes.county(place)), note)

    def municipality(self, code: str, note: str = "") -> LinkView:
        """A link to a municipality."""
        place = municipalities()[code]
        return LinkView(place.name, self.href(routes.municipality(place)), note, proper=bool(self.words.records))

    def _foreign(self, language: str) -> str:
        """A language where it is not that of the pages, else empty."""
        return "" if language == self.words.code else language

    def links(self, kind: Kind, ids: Iterable[str]) -> tuple[LinkView, ...]:
        """Links to several records, in Swedish alphabetical order."""
        return tuple(sorted((self.link(kind, i) for i in ids), key=lambda view: sort_key(view.text)))

    @cached_property
    def glossary(self) -> GlossaryLinks:
        """The words that have an explanation. Only Swedish pages link to them: the explanations are in Swedish."""
        swedish = self.words.code == SOURCE_LANGUAGE
        return glossary_links(self.registry, self.url if swedish else lambda _: None)

    def html(self, text: str | None) -> Markup:
        """Safe HTML of our own text in a record, with links to the words that are explained; empty for None."""
        return Markup(self.glossary.in_html(self.verbatim(text)))

    def verbatim(self, text: str | None) -> Markup:
        """Safe HTML of what others have said, and of what must stay as it was written; empty for None."""
        if not text:
            return Markup()
        markup = to_html(text, self.url)
        return Markup(in_language(markup, self.words.records) if self.words.records else markup)

    def summary(self, record: Profile | Scheme | Programme | Body) -> Markup:
        """The summary of a record: in English where the pages are, if it has been written."""
        if self.words.code == "en" and record.summary_en:
            return Markup(to_html(record.summary_en, self.url))
        return self.html(record.summary)

    def citation(self, citation: Citation, mark: str = "") -> CitationView:
        """A place in a source. `mark`: as the view has it."""
        source: Source = self.registry.record(Kind.SOURCES, citation.source)
        words = self.words
        issued = words.day(source.issued)
        if issued and source.issued_estimated:
            issued = words.t("{day} (uppskattat datum)", day=issued)
        return CitationView(
            title=source.title,
            publisher=medium(source),
            issued=issued or words.t("utan datum"),
            page=self.url(f"{Kind.SOURCES}/{citation.source}") or "",
            url=source.url,
            url_reason=source.url_withheld or "",
            archive=source.archive.url if source.archive else None,
            archived_on=source.archive.on.isoformat() if source.archive else "",
            locator=citation.locator,
            quote=citation.quote or "",
            interest=source.interest_note or "" if source.interest is not Interest.NONE else "",
            cautions=tuple(self._cautions(source)),
            gone=source.availability is Availability.GONE and source.archive is None,
            language=self._foreign(source.language),
            mark=mark,
            unheard=self.unheard(citation.source),
        )

    def citations(self, sources: Iterable[Citation], key: str = "", after: int = 0) -> tuple[CitationView, ...]:
        """Several places in sources, in the order of the record. key: of the statement in a case that cites them; after: how many it has cited before."""
        return tuple(self.citation(c, f"{key} {c.source} {number}" if key else "") for number, c in enumerate(sources, after + 1))

    def evidence(self, evidence: Evidence, anchor: str = "", *, key: str = "", replies: tuple[ReplyPointer, ...] = (), held: str = "") -> EvidenceView:
        """A statement or an answer. `anchor`: its id on the page, when it is not the statement's own."""
        words = self.words
        citations = self.citations(evidence.sources, key)
        kind = evidence.kind if isinstance(evidence, Statement) else StatementKind.CONTEXT
        sources = [self.registry.record(Kind.SOURCES, citation.source) for citation in evidence.sources]
        return EvidenceView(
            anchor=anchor or (evidence.id if isinstance(evidence, Statement) else ""),
            key=key,
            kind=words.label(kind),
            kind_code=kind.value,
            lead=lead(self.registry, words, evidence, kind),
            html=self.html(evidence.text),
            when=words.span(evidence.date, evidence.date_to) if evidence.date_to else words.day(evidence.date),
            basis=basis(evidence, sources, words, self.href(f"{routes.page('metod')}#{routes.GRADES}")),
            graded=evidence.grade is not None,
            confidence=words.label(evidence.confidence) if evidence.confidence is not Confidence.HIGH else "",
            confidence_note=evidence.confidence_note or "",
            checked_on=words.on_day(evidence.checked_on),
            citations=citations,
            gone=all(c.gone for c in citations),
            counter=self.counter(evidence.counter, key, len(citations)),
            would_change=would_change(evidence, kind, sources, words),
            replies=replies,
            held=held,
            corrected=self._corrected.get(id(evidence), ()),
            cite=self.cited(evidence),
        )

    def counter(self, counter: Counter | None, key: str = "", after: int = 0) -> CounterView | None:
        """What speaks against. key, after: as for `citations`."""
        if counter is None:
            return None
        searched = self.words.on_day(counter.searched_on) if counter.searched_on else ""
        return CounterView(self.html(counter.text), self.citations(counter.sources, key, after), searched)

    def figure(self, figure: Figure) -> FigureView:
        """A number."""
        words = self.words
        period = words.span(figure.from_, figure.to) if figure.to else words.day(figure.from_)
        return FigureView(
            anchor=figure.id,
            metric=words.label(figure.metric),
            what=figure.what,
            amount=words.amount(figure.value, figure.unit, figure.qualifier),
            of=figure.of or "",
            period=words.t("{period} (uppskattat)", period=period) if figure.date_estimated else period,
            caveat=self.html(figure.caveat),
            confidence=words.label(figure.confidence) if figure.confidence is not Confidence.HIGH else "",
            confidence_note=figure.confidence_note or "",
            citations=self.citations(figure.sources),
            cite=self.cited(figure),
        )

    def sayers(self, evidence: Evidence, besides: str | None = None) -> str:
        """Those who say it, but for one of them, as a list in words; empty when the record names nobody."""
        return sayers(self.registry, self.words, evidence, besides)

    def _cautions(self, source: Source) -> Iterable[str]:
        if source.title_reconstructed:
            yield self.words.t("Rubriken är vår beskrivning.")
        if source.read is not ReadExtent.FULL:
            yield self.words.definition(source.read)
        if source.availability not in (Availability.REACHABLE, Availability.NOT_CHECKED):
            yield self.words.definition(source.availability)

    def contact_rows(self, contact: ContactPoint | None) -> tuple[ContactView, ...]:
        """The declared ways to reach an organisation."""
        rows = ((self.words.t("E-post"), "mailto:", contact.email), (self.words.t("Telefon"), "tel:", contact.phone)) if contact else ()
        return tuple(ContactView(label, value, f"{scheme}{value.replace(' ', '')}") for label, scheme, value in rows if value)

    def is_draft(self, document: Document) -> bool:
        """True for a record from the private root, which only a preview shows."""
        return document.root is Root.INTAKE

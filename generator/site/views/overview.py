"""Pages that look over the whole: start, lists, the comparison of providers, method, words and help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.invariants import INVARIANTS, guards_of
from generator.records.models import Kind
from generator.records.reader import Document
from generator.records.vocabulary import VOCABULARIES, Code, Publication
from generator.registry.gate import GATE
from generator.site.downloads import ABOUT_MEANINGS, COLUMN_MEANINGS
from generator.site.language import N_
from generator.site.maker import Maker
from generator.site.parts import CitationView, LinkView
from generator.site.swedish import first_letter, sort_key
from generator.site.views.cases import CaseCard, case_card, published_cases
from generator.site.views.corrections import PageCorrections, page_corrections


@dataclass(frozen=True, slots=True)
class StartView:
    """The first page: what there is, in numbers with their meaning."""

    counts: tuple[tuple[str, str], ...]
    latest: tuple[CaseCard, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class ListView:
    """All records of one kind that have a page: groups of links by type, as (code, label, links)."""

    title: str
    intro: str
    groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class CasesView:
    """All published cases, latest first, and how many more are link-only."""

    cases: tuple[CaseCard, ...]
    link_only: int
    count: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The gate's table, every vocabulary and the columns of the files to download."""

    gate: tuple[tuple[str, str, str, str, str, str], ...]
    vocabularies: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """One of the rules that always hold, and what the program stops to keep it: (code, words, whether it stops the build)."""

    number: int
    text: str
    guards: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """A word and what it means."""

    anchor: str
    name: str
    also: str
    html: Markup
    see: tuple[LinkView, ...]
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All words by first letter, and the corrections of them."""

    groups: tuple[tuple[str, tuple[TermView, ...]], ...]
    corrections: PageCorrections


# A value in the words of a problem.
_VALUE = re.compile(r"\{[a-z_]+\}")

VOCABULARY_TITLES: Mapping[str, str] = {
    "AccreditationState": N_("Läge för en märkning"),
    "ContractState": N_("Läge för ett avtal"),
    "ContractEndCause": N_("Varför ett avtal slutade"),
    "Grade": N_("Bevisgrad"),
    "StatementKind": N_("Slag av uppgift"),
    "Confidence": N_("Hur säker uppgiften är"),
    "Interest": N_("Källans intresse"),
    "ReadExtent": N_("Hur mycket av källan vi har läst"),
    "CheckResult": N_("Sökning i register"),
    "Procedure": N_("Hur långt ett ärende har kommit"),
    "Outcome": N_("Utfall"),
    "ReplyState": N_("Leverantörens svar"),
    "Publication": N_("Vad spärren beslutar"),
    "Lifecycle": N_("Om företaget finns"),
    "SchemeKind": N_("Slag av märkning"),
}


def start_view(maker: Maker) -> StartView:
    """The first page."""
    of = maker.registry.of
    cases = published_cases(maker)
    links_only = sum(maker.publication(d.id) is Publication.LINK_ONLY for d in of(Kind.CASES))
    count = maker.words.count
    counts = (
        (count(len(of(Kind.PROFILES)), "leverantör", "leverantörer"), "/leverantorer/"),
        (count(len(cases), "dokumenterat ärende", "dokumenterade ärenden"), "/arenden/"),
        (count(links_only, "ärende där vi bara visar källan", "ärenden där vi bara visar källan"), "/arenden/#avsnitt-bara-kallan"),
        (count(len(of(Kind.SCHEMES)), "märkning", "märkningar"), "/markningar/"),
        (count(len(of(Kind.PROGRAMMES)), "program", "program"), "/program/"),
        (count(len(of(Kind.SOURCES)), "källa", "källor"), "/kallor/"),
    )
    latest = tuple(case_card(maker, d) for d in cases[:6])
    return StartView(tuple((text, maker.href(url)) for text, url in counts), latest, maker.words.on_day(maker.as_of))


def cases_view(maker: Maker) -> CasesView:
    """The list of cases."""
    cases = published_cases(maker)
    link_only = sum(maker.publication(d.id) is Publication.LINK_ONLY for d in maker.registry.of(Kind.CASES))
    return CasesView(tuple(case_card(maker, d) for d in cases), link_only, maker.words.count(len(cases), "ärende", "ärenden"))


def list_view(maker: Maker, kind: Kind, title: str, intro: str) -> ListView:
    """All records of a kind that has a vocabulary for its type, grouped by it. title, intro: in the language of the pages."""
    documents = sorted(maker.registry.of(kind), key=lambda d: sort_key(d.record.name))
    groups: dict[Code, list[Document]] = {}
    for document in documents:
        groups.setdefault(_type_of(document), []).append(document)
    ordered = sorted(groups.items(), key=lambda item: _order(item[0]))
    return ListView(
        title,
        intro,
        tuple((code.value, maker.words.label(code), tuple(maker.link(kind, d.id) for d in members)) for code, members in ordered),
        len(documents),
    )


def _order(code: Code) -> int:
    """The place of a code in its vocabulary."""
    return [str(member) for member in type(code)].index(str(code))


def _type_of(document: Document) -> Code:
    code: Code = document.record.form if document.kind is Kind.PROGRAMMES else document.record.kind
    return code


def method_view(maker: Maker) -> MethodView:
    """The gate as readers see it, and what every code means."""
    words, t = maker.words, maker.words.t
    return MethodView(
        gate=tuple((row.grade, t(row.subject), t(row.reply), words.label(row.decision), t(row.reason_sv), t(row.release)) for row in GATE),
        vocabularies=tuple(
            (f"ord-{v.__name__.lower()}", t(VOCABULARY_TITLES[v.__name__]), tuple((c.value, words.label(c) or c.value, words.definition(c)) for c in v))
            for v in VOCABULARIES
            if v.__name__ in VOCABULARY_TITLES
        ),
        columns=tuple((column, t(meaning)) for column, meaning in (*COLUMN_MEANINGS.items(), *ABOUT_MEANINGS.items())),
    )


def rules_view(maker: Maker) -> tuple[RuleView, ...]:
    """The rules and how each is kept. Values that a problem would name are left open."""
    words = maker.words
    return tuple(
        RuleView(number, words.t(text), tuple((kind.code, _VALUE.sub("…", words.problem(kind)), kind.severity == "error") for kind in guards_of(number)))
        for number, text in INVARIANTS.items()
    )


def glossary_view(maker: Maker) -> GlossaryView:
    """All words."""
    documents = sorted(maker.registry.of(Kind.TERMS), key=lambda d: sort_key(d.record.name))
    groups: dict[str, list[TermView]] = {}
    for document in documents:
        term = document.record
        view = TermView(
            document.id, term.name, ", ".join(term.aliases), maker.verbatim(term.definition), maker.links(Kind.TERMS, term.see), maker.citations(term.sources)
        )
        groups.setdefault(first_letter(term.name), []).append(view)
    corrections = page_corrections(maker, (d.key for d in documents))
    return GlossaryView(tuple((letter, tuple(terms)) for letter, terms in groups.items()), corrections)

"""What the records say must stand on the pages, so that a template that loses it is found before anybody reads the page.

Worked out from the records and the gate alone, not from the views that make the pages: what both get
wrong in the same way nobody would notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.records.models import Kind
from generator.records.models.case import Case, Party
from generator.records.models.evidence import CaseStatement, Citation
from generator.records.models.profile import Measure
from generator.records.models.systems import Figure
from generator.records.places import counties, municipalities
from generator.records.reader import Document
from generator.records.units import unit_key
from generator.records.vocabulary import Availability, ContractState, Interest, Outcome, Procedure, Publication
from generator.registry.gate import Ruling, rulings
from generator.registry.registry import Registry
from generator.registry.states import add_months, contract_status, latest_check
from generator.site import routes
from generator.site.swedish import sort_key

_MOST_POINTS_APART = 20
_OPEN_TOO_LONG_MONTHS = 24
_NOT_HAD = frozenset({ContractState.PLANNED, ContractState.PENDING, ContractState.CANCELLED})
_WITHOUT_OUTCOME = frozenset({Outcome.NONE_YET, Outcome.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Expected:
    """One mark that a page must have, where a reader sees it. `code`: the problem when it is not there."""

    code: str
    url: str
    attribute: str
    value: str


def expected_marks(registry: Registry) -> Iterator[Expected]:
    """Every mark that the site of a registry must have."""
    for document in registry.of(Kind.CASES):
        yield from _case(registry, document)
    if _unequal(registry):
        yield from (Expected("I23a", url, "data-symmetri", "olika") for url in _pages(registry, "comparison"))
    for document in registry.documents.values():
        url = routes.record(document.kind, document.id) or ""
        for _, part in document.parts:
            if isinstance(part, Figure):
                yield Expected("I12a", url, "data-siffra", part.id)
            if isinstance(part, Measure):
                yield Expected("I13a", url, "data-matning", part.id)
    yield from _names(registry)


def _pages(registry: Registry, template: str) -> list[str]:
    """The addresses of the Markdown pages that ask for a template."""
    return [routes.page(page.slug) for page in registry.pages if not page.edition and page.fields.get("template") == template]


def _unequal(registry: Registry) -> bool:
    """True when the share of providers searched for in twelve months differs by more than 20 points between those with a contract and those without."""
    buyers = {body.id for body in registry.of(Kind.BODIES) if body.record.employment_service}
    groups: dict[bool, list[bool]] = {True: [], False: []}
    for document in registry.of(Kind.PROFILES):
        states = {contract_status(c, registry.as_of).state for c in document.record.contracts if c.buyer in buyers}
        groups[bool(states - _NOT_HAD)].append(latest_check(document.record.checks, registry.as_of) is not None)
    with_contract, without = groups[True], groups[False]
    if not with_contract or not without:
        return False
    return abs(Fraction(sum(with_contract), len(with_contract)) - Fraction(sum(without), len(without))) * 100 > _MOST_POINTS_APART


def _case(registry: Registry, document: Document) -> Iterator[Expected]:
    """What is published of a case, on its page, on that of each party that is named and on those of the sources; and that the others have not been heard."""
    decided = rulings(registry, document.record)
    published = [ruling for ruling in decided if ruling.row.decision is Publication.PUBLISHED]
    for ruling in published:
        for url, _ in _places(document, ruling.party):
            yield from _statement(registry, url, document, ruling)
        for citation in _citations(ruling.statement):
            yield from _support(document, ruling, citation)
    for party in {id(ruling.party): ruling.party for ruling in published}.values():
        for url, group in _places(document, party):
            yield from _outcome(registry, url, group, document, party)
    yield from _unheard(registry, document, decided, {ruling.index for ruling in published})


def _places(document: Document, party: Party) -> Iterator[tuple[str, str]]:
    """The pages of a case and of a party to it, and what the outcomes on each are ordered as."""
    yield routes.record(Kind.CASES, document.id) or "", "arende"
    if party.provider:
        yield routes.record(Kind.PROFILES, party.provider) or "", "profil"


def _statement(registry: Registry, url: str, document: Document, ruling: Ruling) -> Iterator[Expected]:
    """A statement with who says it, what carries it, what speaks against it, what would change it, its sources and the answer to it."""
    statement, key = ruling.statement, unit_key(document.key, ruling.statement.id)
    yield Expected("I26c", url, "data-uppgift", key)
    yield Expected("I26c", url, "data-text", key)
    yield Expected("I07p", url, "data-vem", key)
    yield Expected("I07r", url, "data-underlag", key)
    yield Expected("I07q", url, "data-andra", key)
    if statement.counter:
        yield Expected("I07n", url, "data-emot", key)
    yield from _answer(url, document, ruling.party)
    if all(_gone(registry, citation) for citation in statement.sources):
        yield Expected("I20a", url, "data-borttagen", key)
    for number, citation in enumerate(_citations(statement), 1):
        place = f"{key} {citation.source} {number}"
        yield Expected("I01e", url, "data-kalla", place)
        yield Expected("I01e", url, "data-stalle", place)
        if registry.record(Kind.SOURCES, citation.source).interest is not Interest.NONE:
            yield Expected("I24c", url, "data-intresse", place)


def _support(document: Document, ruling: Ruling, citation: Citation) -> Iterator[Expected]:
    """A statement on the page of a source that it cites, with the answer."""
    url = routes.record(Kind.SOURCES, citation.source) or ""
    yield Expected("I26c", url, "data-uppgift", unit_key(document.key, ruling.statement.id))
    if ruling.statement.kind.answerable:
        yield from _answer(url, document, ruling.party)


def _answer(url: str, document: Document, party: Party) -> Iterator[Expected]:
    """What a party has answered, or that it has not."""
    yield Expected("I11a", url, "data-svar", _party_key(document, party))
    yield Expected("I11a", url, "data-svarstext", _party_key(document, party))


def _outcome(registry: Registry, url: str, group: str, document: Document, party: Party) -> Iterator[Expected]:
    """What came of a case for a party, and after 24 months that nobody knows."""
    case: Case = document.record
    key = _party_key(document, party)
    yield Expected("I10b", url, "data-utfall", f"{group} {'gynnsamt' if party.outcome.favourable else 'annat'} {key}")
    undecided = not case.type.neutral and party.procedure is not Procedure.CLOSED and party.outcome in _WITHOUT_OUTCOME
    if undecided and add_months(case.date.latest, _OPEN_TOO_LONG_MONTHS) < registry.as_of:
        yield Expected("I09d", url, "data-oavgjort", key)


def _unheard(registry: Registry, document: Document, decided: Iterable[Ruling], published: set[int]) -> Iterator[Expected]:
    """That a provider has not been heard, wherever a source that names it is only a link. published: the places of the statements that are shown."""
    for ruling in decided:
        if ruling.row.decision is not Publication.LINK_ONLY or not ruling.party.provider:
            continue
        provider = f"{Kind.PROFILES}/{ruling.party.provider}"
        yield Expected("I07o", routes.record(Kind.PROFILES, ruling.party.provider) or "", "data-ohord", provider)
        for citation in _citations(ruling.statement):
            yield Expected("I07o", routes.record(Kind.SOURCES, citation.source) or "", "data-ohord", provider)
            yield from _headline(registry, ruling.party.provider, citation)
        # One with a text is a draft, which a preview shows in its place.
        if published and ruling.index not in published and not ruling.statement.text:
            yield Expected("I07o", routes.record(Kind.CASES, document.id) or "", "data-ohord", document.key)


def _headline(registry: Registry, provider: str, citation: Citation) -> Iterator[Expected]:
    """The same where its headline stands: in the list of all sources, at the foot of the profile and on the page of who published it."""
    publisher = registry.record(Kind.SOURCES, citation.source).publisher_body
    pages = (routes.record_list(Kind.SOURCES), routes.record(Kind.PROFILES, provider), routes.record(Kind.BODIES, publisher) if publisher else None)
    yield from (Expected("I07o", url, "data-ohord", f"{Kind.SOURCES}/{citation.source}") for url in pages if url)


def _names(registry: Registry) -> Iterator[Expected]:
    """Each name in each list that is to be in alphabetical order, with the word of the list before it."""

    def name(url: str, listed: str, who: str) -> Expected:
        return Expected("I14b", url, "data-namn", f"{listed} {who}")

    for place, document in enumerate(sorted(registry.of(Kind.PROFILES), key=lambda d: sort_key(d.record.name))):
        profile = document.record
        part = place // routes.PART_ROWS + 1
        yield name(routes.part(routes.record_list(Kind.PROFILES), part), "leverantorer", profile.name)
        yield from (name(url, listed, profile.name) for url, listed in _whereabouts(document))
        linked = {(Kind.SCHEMES, period.scheme) for period in profile.accreditations}
        linked |= {(Kind.BODIES, contract.buyer) for contract in profile.contracts}
        linked |= {(Kind.PROGRAMMES, contract.programme) for contract in profile.contracts if contract.programme}
        linked |= {(Kind.BODIES, relation.target) for relation in profile.relations if f"{Kind.BODIES}/{relation.target}" in registry.documents}
        yield from (name(routes.record(kind, record_id) or "", "leverantorer", profile.name) for kind, record_id in linked)
    for kind, field in ((Kind.SCHEMES, "kind"), (Kind.PROGRAMMES, "form"), (Kind.BODIES, "kind")):
        yield from (name(routes.record_list(kind), getattr(d.record, field).value, d.record.name) for d in registry.of(kind))
    yield from (name(routes.record_list(Kind.SOURCES), "kallor", d.record.title) for d in registry.of(Kind.SOURCES))
    yield from (name(url, "ord", d.record.name) for url in _pages(registry, "glossary") for d in registry.of(Kind.TERMS))


def _whereabouts(document: Document) -> Iterator[tuple[str, str]]:
    """The pages of places where a provider is listed, and whether as being there or somewhere around. A municipality's providers are not around it too."""
    towns = {municipalities()[place.municipality] for place in document.record.places if place.municipality}
    whole = {counties()[place.county] for place in document.record.places if place.county}
    yield from ((routes.municipality(town), "har") for town in towns)
    yield from ((routes.county(county), "har") for county in whole)
    codes = {county.code for county in whole}
    yield from ((routes.county(counties()[code]), "vidare") for code in {town.county_code for town in towns} - codes)
    yield from ((routes.municipality(town), "vidare") for town in municipalities().values() if town.county_code in codes and town not in towns)


def _citations(statement: CaseStatement) -> tuple[Citation, ...]:
    """Every citation of a statement, those of what speaks against it last."""
    return (*statement.sources, *(statement.counter.sources if statement.counter else ()))


def _party_key(document: Document, party: Party) -> str:
    """`cases/<case>/<provider>`, or the party's place in the list for one that is not named."""
    number = next(n for n, other in enumerate(document.record.parties, 1) if other is party)
    return f"{document.key}/{party.provider or f'part{number}'}"


def _gone(registry: Registry, citation: Citation) -> bool:
    source = registry.record(Kind.SOURCES, citation.source)
    return source.availability is Availability.GONE and source.archive is None

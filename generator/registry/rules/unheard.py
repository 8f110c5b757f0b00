"""What is told of a provider that has not been heard outside the statement itself (invariant 7): sources, corrections, places and names.

The texts of the statement are tried in `cases`. Here: no word of ours at the source tells what the source says, no
correction tells what the case was said to be about, and neither does a place in a source, an id or an outcome.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Leaf, OwnName, Path
from generator.records.models.case import Case, Party
from generator.records.models.evidence import Citation
from generator.records.places import counties, municipalities
from generator.records.reader import Document, Root
from generator.records.signpost import id_says_more, name_says_more, owner_says_more, place_says_more, says_more, words_of
from generator.records.units import unit_key
from generator.records.vocabulary import Publication
from generator.records.wording import ANY_LANGUAGE, find_critical
from generator.registry.gate import publication, rulings
from generator.registry.registry import Registry
from generator.registry.rules.cases import LONGEST_PLACE

_CORRECTED = ("was", "now", "why")
_NAMES = ("publisher", "container_title")
_ABOUT_THE_SOURCE = ("interest_note", "url_withheld")
_PROVIDERS = words_of(("leverantör leverantören leverantörer leverantörerna företag företaget företagen bolag bolaget flera några",))


def only_signposts(registry: Registry) -> Iterator[Problem]:
    """I07b: what we say at the source of a link, and in a correction of one, is where it is, how it was read and whose it is."""
    unheard = _unheard(registry)
    common = _common_names(registry) if unheard else frozenset()
    for document in (*registry.of(Kind.SOURCES), *registry.of(Kind.CORRECTIONS)):
        target = document.key if document.kind is Kind.SOURCES else document.record.target
        providers = unheard.get(target)
        if document.root is Root.PUBLIC and providers:
            told = _source_id(registry, document, providers, common) if document.kind is Kind.SOURCES else None
            if told is not None:
                yield document.problem("I07b", provider=_names(registry, providers), field=told.field, mend_sv=told.mend_sv, mend_en=told.mend_en)
            known = common | _names_at(registry, document, target, providers)
            for leaf in _ours(document):
                word = _tells(document, leaf, known, common)
                if word is not None:
                    field = str(leaf.path[-1])
                    mend = _mend(document, field, word)
                    yield document.problem("I07b", leaf.path, key=False, within=word, provider=_names(registry, providers), field=field, **mend)


def _tells(document: Document, leaf: Leaf, known: frozenset[str], common: frozenset[str]) -> str | None:
    """The word of a text of ours that tells more than it should."""
    field = leaf.path[-1]
    if field in _NAMES:
        critical = next(find_critical(leaf.value, language=ANY_LANGUAGE), None)
        if critical:
            return critical.text
        whose = field == "publisher" and document.record.publisher_body
        return says_more(leaf.value, common) if whose else name_says_more(leaf.value, common)
    return owner_says_more(leaf.value, known) if field in _ABOUT_THE_SOURCE else says_more(leaf.value, known)


def links_tell_nothing(registry: Registry) -> Iterator[Problem]:
    """I07b: nor do the places in the sources of a link, its id, or what else stands in a case that is only a link."""
    common: frozenset[str] | None = None
    for document in registry.of(Kind.CASES):
        decided = rulings(registry, document.record) if document.root is Root.PUBLIC else ()
        linked = {ruling.index: ruling.statement for ruling in decided if ruling.row.decision is Publication.LINK_ONLY}
        if not linked:
            continue
        common = _common_names(registry) | _programmes(registry) if common is None else common
        providers = frozenset(r.party.provider for r in decided if r.index in linked and r.row.decision is Publication.LINK_ONLY and r.party.provider)
        known = common | words_of(providers) | words_of(_names_of(registry, providers))
        names = _names(registry, providers)
        found = [_place(("statements", index, "sources", number), citation, known) for index, s in linked.items() for number, citation in enumerate(s.sources)]
        found += [_id(("statements", index, "id"), statement.id, known) for index, statement in linked.items()]
        if publication(decided) is Publication.LINK_ONLY:
            found.append(_id((), document.id, known))
            found += [told for index, party in enumerate(document.record.parties) for told in _of_party(("parties", index), party, known)]
        for told in found:
            if told is not None:
                yield document.problem("I07b", told.path, key=False, provider=names, field=told.field, mend_sv=told.mend_sv, mend_en=told.mend_en)


@dataclass(frozen=True, slots=True)
class _Told:
    """A place in a case that tells something of who has not been heard, and how to mend it."""

    path: Path
    field: str
    mend_sv: str
    mend_en: str


def _place(path: Path, citation: Citation, known: frozenset[str]) -> _Told | None:
    word = place_says_more(citation.locator, known)
    # Longer ones are told of where the statement is tried.
    if word is None or len(citation.locator) > LONGEST_PLACE:
        return None
    return _Told(
        (*path, "locator"),
        "locator",
        f"Ordet ”{word}” kan säga vad som står där. Skriv bara stället, till exempel ”andra stycket” eller ”artikelns början”.",
        f"The word “{word}” may tell what stands there. Write only the place, such as “andra stycket” or “artikelns början”.",
    )


def _id(path: Path, name: str, known: frozenset[str]) -> _Told | None:
    word = id_says_more(name, known)
    if word is None:
        return None
    return _Told(
        path,
        "id",
        f"Ordet ”{word}” i {name} kan säga vad saken gäller. Bilda namnet av leverantör och år, och uppgiftens av ordet kalla.",
        f"The word “{word}” in {name} may tell what the matter is. Make the name of the provider and the year, and that of a statement of the word kalla.",
    )


def _source_id(registry: Registry, document: Document, providers: frozenset[str], common: frozenset[str]) -> _Told | None:
    """The id of a source is its address, and stands in every file of data: the headline must not be read there either."""
    owners = (document.record.publisher, document.record.container_title or "")
    word = id_says_more(document.id, common | words_of(providers) | words_of(_names_of(registry, providers)) | words_of(owners))
    if word is None:
        return None
    return _Told(
        (),
        "id",
        f"Ordet ”{word}” i {document.id} kan säga vad källan säger. Byt namn på filen: utgivare, år och leverantör.",
        f"The word “{word}” in {document.id} may tell what the source says. Rename the file: publisher, year and provider.",
    )


def _of_party(path: Path, party: Party, known: frozenset[str]) -> Iterator[_Told | None]:
    """What a case that is only a link says of a party to it besides its text."""
    if party.outcome.settled:
        yield _Told(
            (*path, "outcome"),
            "outcome",
            "Skriv unknown, eller none_yet i ett öppet ärende. Utfallet visas när leverantören har hörts.",
            "Write unknown, or none_yet in an open case. The outcome is shown when the provider has been heard.",
        )
    if party.unnamed and (word := says_more(party.unnamed, known | _PROVIDERS)):
        yield _Told(
            (*path, "unnamed"),
            "unnamed",
            f"Ta bort parten eller ordet ”{word}”, som kan säga mer.",
            f"Remove the party, or the word “{word}” that may tell more.",
        )
    if party.reply.text:
        yield _removed((*path, "reply", "text"))
    for place, sources in (((*path, "outcome_sources"), party.outcome_sources), ((*path, "reply", "sources"), party.reply.sources)):
        for number, citation in enumerate(sources):
            yield _place((*place, number), citation, known)
            if citation.quote:
                yield _removed((*place, number, "quote"))


def _removed(path: Path) -> _Told:
    field = str(path[-1])
    return _Told(
        path,
        field,
        f"Ta bort ”{field}” här och ha utkastet i intake/. Källan visas som länk.",
        f"Remove “{field}” here and keep the draft in intake/. The source is shown as a link.",
    )


def _programmes(registry: Registry) -> frozenset[str]:
    """The words of the names of programmes, after which a case may be called."""
    return words_of(leaf.value for programme in registry.of(Kind.PROGRAMMES) for leaf in programme.leaves if leaf.mark(OwnName))


def _unheard(registry: Registry) -> Mapping[str, frozenset[str]]:
    """What is shown as a link only, by its key, with the providers that have not been heard: units of cases, whole cases and their sources."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in registry.of(Kind.CASES):
        case: Case = document.record
        decided = rulings(registry, case) if document.root is Root.PUBLIC else ()
        for ruling in decided:
            if ruling.row.decision is Publication.LINK_ONLY and ruling.party.provider:
                keys = {unit_key(document.key, ruling.statement.id), *(f"{Kind.SOURCES}/{citation.source}" for citation in ruling.statement.sources)}
                if publication(decided) is Publication.LINK_ONLY:
                    keys |= {document.key, *(unit_key(document.key, statement.id) for statement in case.statements)}
                    keys |= {unit_key(document.key, f"part-{party.provider}") for party in case.parties}
                for key in keys:
                    found[key].add(ruling.party.provider)
    return {key: frozenset(providers) for key, providers in found.items()}


def _ours(document: Document) -> Iterator[Leaf]:
    """The words of ours in which a source or a correction could tell what the source says."""
    for leaf in document.leaves:
        if document.kind is Kind.CORRECTIONS:
            told = leaf.path[0] in _CORRECTED
        else:
            told = leaf.path[-1] in ("note", *_NAMES, *_ABOUT_THE_SOURCE) or (leaf.path == ("title",) and document.record.title_reconstructed)
        if told:
            yield leaf


def _common_names(registry: Registry) -> frozenset[str]:
    """The words of the names of places, authorities and media."""
    places = [*(place.name for place in municipalities().values()), *(place.name for place in counties().values())]
    return words_of(places) | words_of(leaf.value for body in registry.of(Kind.BODIES) for leaf in body.leaves if leaf.mark(OwnName))


def _names_at(registry: Registry, document: Document, target: str, providers: frozenset[str]) -> frozenset[str]:
    """The words that the page shows anyway: the names of the providers, and the titles and publishers of the sources."""
    texts = list(_names_of(registry, providers))
    record = registry.documents.get(target.partition("#")[0])
    if document.kind is Kind.SOURCES:
        sources = [document]
    elif record and record.kind is Kind.CASES:
        cited = {citation.source for statement in record.record.statements for citation in statement.sources}
        sources = [source for name in sorted(cited) if (source := registry.documents.get(f"{Kind.SOURCES}/{name}"))]
    else:
        sources = [record] if record else []
    for source in sources:
        texts += [text for text in (source.record.publisher, source.record.container_title) if text]
        texts += [] if source.record.title_reconstructed else [source.record.title]
    return words_of(texts)


def _names_of(registry: Registry, providers: frozenset[str]) -> Iterator[str]:
    """Every name of the providers."""
    owners = (registry.documents.get(f"{Kind.PROFILES}/{provider}") for provider in providers)
    return (leaf.value for owner in owners if owner for leaf in owner.leaves if leaf.mark(OwnName))


def _names(registry: Registry, providers: frozenset[str]) -> str:
    return ", ".join(_name(registry, provider) for provider in sorted(providers))


def _name(registry: Registry, provider: str) -> str:
    document = registry.documents.get(f"{Kind.PROFILES}/{provider}")
    return str(document.record.name) if document else provider


def _mend(document: Document, field: str, word: str) -> dict[str, str]:
    if field in _NAMES:
        return {
            "mend_sv": f"Skriv bara ett namn. Ordet ”{word}” säger mer än så.",
            "mend_en": f"Write only a name. The word “{word}” says more than that.",
        }
    if field in _ABOUT_THE_SOURCE:
        return {
            "mend_sv": f"Ordet ”{word}” kan säga vad som står i källan. Skriv bara vem som står bakom den, eller varför adressen inte visas.",
            "mend_en": f"The word “{word}” may tell what the source says. Write only who stands behind it, or why the address is not shown.",
        }
    if document.kind is Kind.SOURCES:
        return {
            "mend_sv": f"Ordet ”{word}” kan säga vad som står i källan. Skriv bara var den finns och hur den är läst, eller ta bort texten.",
            "mend_en": f"The word “{word}” may tell what the source says. Write only where it is and how it was read, or remove the text.",
        }
    return {
        "mend_sv": f"Ordet ”{word}” kan säga vad saken gäller. Skriv bara vilken dag, rubrik eller adress som var fel, eller ta bort rättelsen.",
        "mend_en": f"The word “{word}” may tell what the matter is. Write only which day, title or address was wrong, or remove the correction.",
    }

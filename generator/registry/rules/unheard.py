"""What stands beside a case about a provider that has not been heard (invariant 7): its sources and its corrections.

The case itself is tried in `cases`. Here: no word of ours at the source tells what the source says, and no
correction tells what the case was said to be about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Leaf, OwnName, leaves
from generator.records.models.case import Case
from generator.records.places import counties, municipalities
from generator.records.reader import Document, Root
from generator.records.signpost import says_more, words_of
from generator.records.units import unit_key
from generator.records.vocabulary import Publication
from generator.registry.gate import publication, rulings
from generator.registry.registry import Registry

_CORRECTED = ("was", "now", "why")


def only_signposts(registry: Registry) -> Iterator[Problem]:
    """I07b: what we say at the source of a link, and in a correction of one, is where it is and how it was read."""
    unheard = _unheard(registry)
    common = _common_names(registry) if unheard else frozenset()
    for document in (*registry.of(Kind.SOURCES), *registry.of(Kind.CORRECTIONS)):
        target = document.key if document.kind is Kind.SOURCES else document.record.target
        providers = unheard.get(target)
        if document.root is Root.PUBLIC and providers:
            known = common | _names_at(registry, document, target, providers)
            names = ", ".join(_name(registry, provider) for provider in sorted(providers))
            for leaf in _ours(document):
                word = says_more(leaf.value, known)
                if word is not None:
                    field = str(leaf.path[-1])
                    yield document.problem("I07b", leaf.path, key=False, within=word, provider=names, field=field, **_mend(document, word))


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
    for leaf in leaves(document.record):
        if document.kind is Kind.CORRECTIONS:
            told = leaf.path[0] in _CORRECTED
        else:
            told = leaf.path == ("note",) or (leaf.path == ("title",) and document.record.title_reconstructed)
        if told:
            yield leaf


def _common_names(registry: Registry) -> frozenset[str]:
    """The words of the names of places, authorities and media."""
    places = [*(place.name for place in municipalities().values()), *(place.name for place in counties().values())]
    return words_of(places) | words_of(leaf.value for body in registry.of(Kind.BODIES) for leaf in leaves(body.record) if leaf.mark(OwnName))


def _names_at(registry: Registry, document: Document, target: str, providers: frozenset[str]) -> frozenset[str]:
    """The words that the page shows anyway: the names of the providers, and the titles and publishers of the sources."""
    owners = (registry.documents.get(f"{Kind.PROFILES}/{provider}") for provider in providers)
    texts = [leaf.value for owner in owners if owner for leaf in leaves(owner.record) if leaf.mark(OwnName)]
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


def _name(registry: Registry, provider: str) -> str:
    document = registry.documents.get(f"{Kind.PROFILES}/{provider}")
    return str(document.record.name) if document else provider


def _mend(document: Document, word: str) -> dict[str, str]:
    if document.kind is Kind.SOURCES:
        return {
            "mend_sv": f"Ordet ”{word}” kan säga vad som står i källan. Skriv bara var den finns och hur den är läst, eller ta bort texten.",
            "mend_en": f"The word “{word}” may tell what the source says. Write only where it is and how it was read, or remove the text.",
        }
    return {
        "mend_sv": f"Ordet ”{word}” kan säga vad saken gäller. Skriv bara vilken dag, rubrik eller adress som var fel, eller ta bort rättelsen.",
        "mend_en": f"The word “{word}” may tell what the matter is. Write only which day, title or address was wrong, or remove the correction.",
    }

"""Who a text points out (invariants 7 and 15): nobody is criticised beside the gate, as no party or outside a case.

Where nobody can answer, a provider may still be mentioned: with a link to its page, where its answers
stand, and with nothing critical beside it. What criticises is known by its kind (a statement against somebody,
an answer about criticism), by its words (`critical` in the table of words) and by a no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Leaf, Model, OwnName, Path, Prose, Voice, leaves, parts
from generator.records.models.case import Case
from generator.records.models.evidence import CaseStatement, Evidence, Statement
from generator.records.models.profile import Relation
from generator.records.plain_text import plain_text
from generator.records.reader import Document
from generator.records.vocabulary import Question, StatementKind
from generator.records.wording import find_critical, find_denying
from generator.registry.own_text import language_of, page_text
from generator.registry.pages import Page
from generator.registry.pointing import Pointer, Pointers, registered_pointers
from generator.registry.registry import Registry, follow

_SYSTEMS = (Kind.PROGRAMMES, Kind.SCHEMES, Kind.BODIES)
_Pair = tuple[str, str]
_CASE: _Pair = (
    "Gör ett ärende i cases/ med {provider} som part, så att leverantören får svara och spärren prövar uppgiften. Ta bort namnet eller länken här.",
    "Make a case in cases/ with {provider} as a party, so that it is heard and the gate tries the statement. Remove the name or the link here.",
)
_LINKED: _Pair = (
    "Länka till sidan där leverantörens svar finns: [{name}]({link}). Är det kritik, gör ett ärende i cases/ i stället.",
    "Link to the page that has its answers: [{name}]({link}). If it is criticism, make a case in cases/ instead.",
)
_NO_LINK: _Pair = (
    "Ta bort namnet: här får ingen länk plats. Är det en uppgift om {provider}, lägg den i profiles/. Är det kritik, gör ett ärende i cases/.",
    "Remove the name: no link fits here. If it is about {provider}, put it in profiles/. If it is criticism, make a case in cases/.",
)
_IN_CRITICISM: _Pair = ("i en kritisk uppgift utanför ärendena", "in a critical statement outside the cases")
_UNLINKED: _Pair = ("utan en länk till sin sida", "without a link to its page")
# A list item, a heading or a row of a table is read alone.
_BLOCK_END = re.compile(r"\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+#|>]|[0-9]+[.)]))")
_SENTENCE_END = re.compile(r"[.!?…][”\"»’)]*\s+(?=[”“\"«‘]?[A-ZÅÄÖ0-9])")


def named_beside_the_gate(registry: Registry) -> Iterator[Problem]:
    """I15c: who is pointed out in a case is a party that the statement is about. I07k: and who is criticised is so in a case."""
    pointers = registry.once(registered_pointers)
    related = _related(registry)
    for document in registry.documents.values():
        if document.kind is Kind.CASES:
            yield from _strangers(registry, document, pointers)
            continue
        criticised = list(_criticised(document, pointers)) if document.kind in _SYSTEMS else []
        yield from criticised
        told = {(problem.line, problem.column) for problem in criticised}
        for problem in _mentioned(registry, document, pointers, _known(registry, document, related, pointers)):
            if (problem.line, problem.column) not in told:
                yield problem
    for page in registry.pages:
        yield from _on_page(page, pointers)


def _strangers(registry: Registry, document: Document, pointers: Pointers) -> Iterator[Problem]:
    """The providers that a case points out without letting them answer.

    In a case with a party that the sources do not name, every text counts: any name in it reads as the
    name of that party. In others the name, outcomes, replies and the statements that say or do something to somebody;
    background and what speaks against may name a provider, but say nothing critical beside it.
    """
    case: Case = document.record
    parties = _parties(case)
    unnamed = any(party.provider is None for party in case.parties)
    for leaf in leaves(case):
        if not leaf.mark(Prose):
            continue
        statement = case.statements[leaf.path[1]] if leaf.path[0] == "statements" and isinstance(leaf.path[1], int) else None
        weighs = unnamed or statement is None or _weighs(statement, leaf.path)
        about = frozenset(statement.about) if statement and statement.kind.adverse and statement.about else parties
        others = list(_others(pointers.find(leaf.value), about if weighs else parties))
        if others and not weighs:
            text = plain_text(leaf.value).text
            others = [pointer for pointer in others if _critical_beside(text, pointer, language_of(registry, document, leaf))]
        for pointer in _once(others):
            yield document.problem("I15c", leaf.path, within=pointer.text, name=pointer.text, provider=min(pointer.providers))


def _weighs(statement: CaseStatement, path: Path) -> bool:
    """True for the texts of a statement that says or does something to somebody; what speaks against it does not."""
    return (statement.kind.adverse or statement.kind is StatementKind.MEASURE_TAKEN) and "counter" not in path


def _criticised(document: Document, pointers: Pointers) -> Iterator[Problem]:
    """The providers that a text about a system criticises."""
    for path, part in _adverse(document.record):
        for leaf in leaves(part, path):
            for pointer in _once(_others(pointers.find(leaf.value) if leaf.mark(Prose) else (), frozenset())):
                if pointer.target is not Kind.CASES:
                    yield _pointed_out(document, leaf.path, pointer, _IN_CRITICISM, _CASE)


def _adverse(record: Model) -> Iterator[tuple[Path, Model]]:
    """The statements against somebody, and the answer to what criticism there is."""
    for path, part in parts(record):
        if isinstance(part, Statement):
            if part.kind.adverse:
                yield path, part
        elif isinstance(part, Evidence) and path[-1] == Question.CRITICISM:
            yield path, part


@dataclass(frozen=True, slots=True)
class _Known:
    """Providers that a record is about. own: it may say anything of them, since other rules try it. near: it may name them without a link."""

    own: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


def _known(registry: Registry, document: Document, related: Mapping[str, frozenset[str]], pointers: Pointers) -> _Known:
    """A profile is about its company and those that it has a relation to, a source about those that it names, and so on."""
    match document.kind:
        case Kind.PROFILES:
            return _Known(frozenset({document.id}), related.get(document.id, frozenset()))
        case Kind.CASES:
            return _Known(_parties(document.record))
        case Kind.SOURCES:
            cited = (link.document for link in registry.backlinks.get(document.key, ()))
            subjects = (_parties(d.record) if d.kind is Kind.CASES else frozenset({d.id}) for d in cited if d.kind in (Kind.CASES, Kind.PROFILES))
            return _Known(near=pointers.targets.get(document.key, frozenset()).union(*subjects))
        case Kind.CORRECTIONS:
            target = registry.documents.get(document.record.target.partition("#")[0])
            return _known(registry, target, related, pointers) if target and target.kind is not Kind.CORRECTIONS else _Known()
        case Kind.TOMBSTONES:
            kind, _, provider = follow(registry.graves, f"{document.record.was}/{document.id}").partition("/")
            return _Known(near=frozenset({provider}) | related.get(provider, frozenset()) if kind == Kind.PROFILES else frozenset())
    return _Known()


def _parties(case: Case) -> frozenset[str]:
    return frozenset(party.provider for party in case.parties if party.provider)


def _related(registry: Registry) -> Mapping[str, frozenset[str]]:
    """The providers that each has a relation to, whichever of the two says so."""
    found: dict[str, frozenset[str]] = {}
    for document in registry.of(Kind.PROFILES):
        relations: tuple[Relation, ...] = document.record.relations
        for other in (relation.target for relation in relations if relation.target):
            found[document.id] = found.get(document.id, frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {document.id}
    return MappingProxyType(found)


def _mentioned(registry: Registry, document: Document, pointers: Pointers, known: _Known) -> Iterator[Problem]:
    """The providers that a text points out where they cannot answer: beside something critical, or without a link to where they can."""
    for leaf in document.leaves:
        prose = leaf.mark(Prose)
        if prose and _is_said(document, leaf, prose):
            others = list(_others(pointers.find(leaf.value), known.own))
            language = language_of(registry, document, leaf) if others else ""
            beside = [(pointer, _critical_beside(plain_text(leaf.value).text, pointer, language)) for pointer in others]
            for pointer, critical in beside:
                if critical:
                    yield _pointed_out(document, leaf.path, pointer, critical, _CASE)
            for pointer in _once(pointer for pointer, critical in beside if not critical and not _is_linked(pointer, known.near)):
                if _needs_link(leaf, prose):
                    yield _pointed_out(document, leaf.path, pointer, _UNLINKED, _LINKED if prose.markdown else _NO_LINK)


def _is_said(document: Document, leaf: Leaf, prose: Prose) -> bool:
    """True for what a record says: our words, what it quotes, and the name of a word, but not the title that a source has itself."""
    if document.kind is Kind.SOURCES and leaf.path == ("title",):
        return bool(document.record.title_reconstructed)
    return prose.voice is not Voice.NAME or (document.kind is Kind.TERMS and bool(leaf.mark(OwnName)))


def _needs_link(leaf: Leaf, prose: Prose) -> bool:
    """False for what a source says word for word and for the place in it, in which nobody can put a link."""
    return prose.voice is not Voice.SOURCE and leaf.path[-1] != "locator"


def _is_linked(pointer: Pointer, near: frozenset[str]) -> bool:
    """True if what points out the provider leads to its page, or to a record that has its answer, or names one that is near."""
    return pointer.target is not None or bool(pointer.providers & near)


def _critical_beside(text: str, pointer: Pointer, language: str) -> _Pair | None:
    """What criticises in the same paragraph, or says no in the same sentence. A case that is linked to has the answers."""
    if pointer.target is Kind.CASES:
        return None
    start, end = _around(_BLOCK_END, text, pointer.start, 0, len(text))
    # A company may have such a word in its name.
    there = " " if pointer.named else text[pointer.start : pointer.end]
    hit = next(find_critical(text[start : pointer.start] + there + text[pointer.end : end], language=language), None)
    if hit is None:
        first, last = _around(_SENTENCE_END, text, pointer.start, start, end)
        hit = next(find_denying(text[first:last], language=language), None)
    if hit is None:
        return None
    return f"intill ordet ”{hit.text}”", f"beside the word “{hit.text}”"


def _around(ends: re.Pattern[str], text: str, place: int, start: int, end: int) -> tuple[int, int]:
    """From where to where the part of the text goes that has the place."""
    for match in ends.finditer(text, start, end):
        if match.end() > place:
            return start, match.start()
        start = match.end()
    return start, end


def _on_page(page: Page, pointers: Pointers) -> Iterator[Problem]:
    """The providers that a page points out beside something critical, or without a link."""
    written = page_text(page, title=True)
    shown = plain_text(written.markdown)
    for pointer in _others(pointers.find(written.markdown), frozenset()):
        critical = _critical_beside(shown.text, pointer, page.language)
        if critical or not _is_linked(pointer, frozenset()):
            params = _words(pointer, critical or _UNLINKED, _CASE if critical else _LINKED, "{filename}/")
            yield page.source.problem_at("I07k", written.place(shown.origin(pointer.start)), **params)


def _others(pointers: Iterable[Pointer], known: frozenset[str]) -> Iterator[Pointer]:
    """What points out a provider that is not among the known."""
    return (pointer for pointer in pointers if not pointer.providers & known)


def _once(pointers: Iterable[Pointer]) -> Iterable[Pointer]:
    """The first of those that say the same."""
    first: dict[str, Pointer] = {}
    for pointer in pointers:
        first.setdefault(pointer.text, pointer)
    return first.values()


def _pointed_out(document: Document, path: Path, pointer: Pointer, reason: _Pair, mend: _Pair) -> Problem:
    return document.problem("I07k", path, key=False, within=pointer.text, **_words(pointer, reason, mend, ""))


def _words(pointer: Pointer, reason: _Pair, mend: _Pair, before: str) -> dict[str, str]:
    provider = min(pointer.providers)
    values = {"provider": provider, "name": pointer.text, "link": f"{before}{Kind.PROFILES}/{provider}"}
    return {
        "name": pointer.text,
        "provider": provider,
        "reason_sv": reason[0],
        "reason_en": reason[1],
        "mend_sv": mend[0].format(**values),
        "mend_en": mend[1].format(**values),
    }

"""Privacy (invariants 8 and 21): no person number, sole-trader number, stray contact detail, health or private person anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Contact, Leaf, OwnName, Prose, RefTo, leaves
from generator.records.models.evidence import Statement
from generator.records.person_names import find_person_names
from generator.records.privacy import CONTACT_WORDS, find_contact_details, find_health_terms, find_person_numbers
from generator.records.reader import Document
from generator.records.source_map import SourceMap
from generator.records.vocabulary import Grade, LegalForm, StatementKind
from generator.registry.registry import Registry

_TEXT: Mapping[str, str] = {"where_sv": "Texten", "where_en": "The text"}
_FILE_NAME: Mapping[str, str] = {"where_sv": "Filnamnet", "where_en": "The file name"}

# The grades of what a medium or a participant says.
_TOLD = frozenset({Grade.C, Grade.D})
# The kinds of record whose own names are no private person's. Whoever is searched for or publishes something may be one.
_BEARERS = (Kind.PROFILES, Kind.BODIES, Kind.SCHEMES, Kind.PROGRAMMES)
# A digest in the ledger of what was released is no number of anybody's.
_DIGEST = re.compile(r'"[0-9a-f]{12}"')


def person_numbers(registry: Registry) -> Iterator[Problem]:
    """I21a: no line of the file has a person number, and neither has any field once its lines are joined. Nor has a line of a ledger."""
    for document in registry.documents.values():
        found = [
            document.source.problem_at("I21a", (number, finding.start + 1))
            for number, line in enumerate(document.source.lines, 1)
            for finding in find_person_numbers(line)
        ]
        if not found:
            texts = (leaf for leaf in document.leaves if isinstance(leaf.value, str))
            hidden = [document.source.place(leaf.path) for leaf in texts if next(find_person_numbers(leaf.value), None)]
            # Without the line: a number that the line search missed cannot be masked on it either.
            found = [Problem("I21a", document.source.file, line, column) for line, column in hidden]
        yield from found
    for source in _ledgers(registry):
        for number, line in enumerate(source.lines, 1):
            for finding in find_person_numbers(_DIGEST.sub(lambda digest: "x" * len(digest.group()), line)):
                yield source.problem_at("I21a", (number, finding.start + 1))


def _ledgers(registry: Registry) -> Iterator[SourceMap]:
    """The list of published ids and the ledger of what was released, comments and all."""
    yield SourceMap(registry.ledger_file, registry.ledger)
    yield SourceMap(registry.released_file, registry.released.lines)


def sole_trader_numbers(registry: Registry) -> Iterator[Problem]:
    """I21b: a sole trader has no organisation number that may be shown."""
    for document in registry.of(Kind.PROFILES):
        if document.record.legal_form is LegalForm.SOLE_TRADER and document.record.orgnr:
            yield document.problem("I21b", ("orgnr",))


def contact_details(registry: Registry) -> Iterator[Problem]:
    """I21c: e-mail and phone stand only in an organisation's declared contact fields."""
    for document in registry.documents.values():
        for leaf in document.leaves:
            if not isinstance(leaf.value, str) or leaf.mark(Contact):
                continue
            for finding in find_contact_details(leaf.value):
                what_sv, what_en = CONTACT_WORDS[finding.what]
                where = leaf.value[finding.start : finding.end]
                yield document.problem("I21c", leaf.path, within=where, what_sv=what_sv, what_en=what_en)


def health_in_allegations(registry: Registry) -> Iterator[Problem]:
    """I21d: an allegation, and anything in a case that a medium (C) or a participant (D) carries, says nothing about anybody's health.

    Neither does anything else in such a case but its other statements.
    """
    for document in registry.documents.values():
        a_case = document.kind is Kind.CASES
        told = [(path, part) for path, part in document.parts if isinstance(part, Statement) and _is_told(part, a_case)]
        for path, part in told:
            yield from _health(document, leaves(part, path))
        if told and a_case:
            yield from _health(document, _around_statements(document))


def _is_told(statement: Statement, in_a_case: bool) -> bool:
    return statement.kind is StatementKind.ALLEGATION or (in_a_case and statement.grade in _TOLD)


def _health(document: Document, texts: Iterable[Leaf]) -> Iterator[Problem]:
    for leaf in texts:
        if leaf.mark(Prose):
            for finding in find_health_terms(leaf.value):
                word = leaf.value[finding.start :].split()[0].strip(".,;:!?()")
                yield document.problem("I21d", leaf.path, within=word, word=word)


def persons_in_cases(registry: Registry) -> Iterator[Problem]:
    """I08b: where a medium (C) or a participant (D) carries a case, no private person is named in it, nor in what we say of the source."""
    bearers = chain.from_iterable(registry.of(kind) for kind in _BEARERS)
    known = frozenset(leaf.value for document in bearers for leaf in document.leaves if leaf.mark(OwnName))
    sources: dict[str, Document] = {}
    for document in registry.of(Kind.CASES):
        carried = [(index, s) for index, s in enumerate(document.record.statements) if s.grade in _TOLD]
        texts = [*chain.from_iterable(leaves(statement, ("statements", index)) for index, statement in carried)]
        cited = (f"{kind}/{leaf.value}" for leaf in texts if (mark := leaf.mark(RefTo)) for kind in mark.kinds if kind is Kind.SOURCES)
        sources |= {key: registry.documents[key] for key in cited if key in registry.documents}
        yield from _persons(document, (*texts, *(_around_statements(document) if carried else ())), known)
    for key in sorted(sources):
        yield from _persons(sources[key], sources[key].leaves, known)


def _persons(document: Document, texts: Iterable[Leaf], known: frozenset[str]) -> Iterator[Problem]:
    for leaf in texts:
        if leaf.mark(Prose):
            for name in find_person_names(leaf.value, known):
                line, column = document.source.place_of(name, leaf.path)
                # Without the line: logs are often public.
                yield Problem("I08b", document.source.file, line, column)


def denied_strings(registry: Registry) -> Iterator[Problem]:
    """I21f: no record, page, file name or ledger has a string from the deny list."""
    denied = registry.deny_list
    if denied is None:
        return
    sources = [*(document.source for document in registry.documents.values()), *(page.source for page in registry.pages), *_ledgers(registry)]
    texts = {source.file: "\n".join(source.lines) for source in sources}
    for file, text in texts.items():
        if next(denied.find(file), None):
            yield Problem("I21f", file, params=_FILE_NAME)
        for finding in denied.find(text):
            yield Problem("I21f", file, text.count("\n", 0, finding.start) + 1, finding.start - text.rfind("\n", 0, finding.start), _TEXT)
    for document in registry.documents.values():
        # Only the value of a field has what the file writes with escapes.
        for leaf in document.leaves if "\\" in texts[document.source.file] else ():
            if isinstance(leaf.value, str) and next(denied.find(leaf.value), None):
                yield Problem("I21f", document.source.file, *document.source.place(leaf.path), _TEXT)


def _around_statements(document: Document) -> Iterator[Leaf]:
    """What a case says besides its statements: its name, and each party's outcome and reply."""
    return (leaf for leaf in document.leaves if leaf.path[0] != "statements")

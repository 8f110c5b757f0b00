"""Privacy (invariant 21): no person number, sole-trader number, stray contact detail or health anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Contact, Model, Path, Prose, leaves, parts
from generator.records.models.evidence import Statement
from generator.records.privacy import find_contact_details, find_health_terms, find_person_numbers
from generator.records.reader import Document
from generator.records.vocabulary import LegalForm, StatementKind
from generator.registry.registry import Registry

_WORDS: Mapping[str, tuple[str, str]] = {"email": ("en e-postadress", "an e-mail address"), "phone": ("ett telefonnummer", "a phone number")}


def person_numbers(registry: Registry) -> Iterator[Problem]:
    """I21a: no line of the file has a person number, and neither has any field once its lines are joined."""
    for document in registry.documents.values():
        found = [
            document.source.problem_at("I21a", (number, finding.start + 1))
            for number, line in enumerate(document.source.lines, 1)
            for finding in find_person_numbers(line)
        ]
        if not found:
            texts = (leaf for leaf in leaves(document.record) if isinstance(leaf.value, str))
            hidden = [document.source.place(leaf.path) for leaf in texts if next(find_person_numbers(leaf.value), None)]
            # Without the line: a number that the line search missed cannot be masked on it either.
            found = [Problem("I21a", document.source.file, line, column) for line, column in hidden]
        yield from found


def sole_trader_numbers(registry: Registry) -> Iterator[Problem]:
    """I21b: a sole trader has no organisation number that may be shown."""
    for document in registry.of(Kind.PROFILES):
        if document.record.legal_form is LegalForm.SOLE_TRADER and document.record.orgnr:
            yield document.problem("I21b", ("orgnr",))


def contact_details(registry: Registry) -> Iterator[Problem]:
    """I21c: e-mail and phone stand only in an organisation's declared contact fields."""
    for document in registry.documents.values():
        for leaf in leaves(document.record):
            if not isinstance(leaf.value, str) or leaf.mark(Contact):
                continue
            for finding in find_contact_details(leaf.value):
                what_sv, what_en = _WORDS[finding.what]
                where = leaf.value[finding.start : finding.end]
                yield document.problem("I21c", leaf.path, within=where, what_sv=what_sv, what_en=what_en)


def health_in_allegations(registry: Registry) -> Iterator[Problem]:
    """I21d: an allegation says nothing about anybody's health."""
    for document in registry.documents.values():
        for path, part in parts(document.record):
            if isinstance(part, Statement) and part.kind is StatementKind.ALLEGATION:
                yield from _health(document, path, part)


def _health(document: Document, path: Path, part: Model) -> Iterator[Problem]:
    for leaf in leaves(part, path):
        if leaf.mark(Prose):
            for finding in find_health_terms(leaf.value):
                word = leaf.value[finding.start :].split()[0].strip(".,;:!?()")
                yield document.problem("I21d", leaf.path, within=word, word=word)

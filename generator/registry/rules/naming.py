"""Who a text names (invariants 7 and 15): nobody is criticised by name beside the gate, as no party or outside a case."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Leaf, Model, Path, Prose, leaves, parts
from generator.records.models.case import Case
from generator.records.models.evidence import CaseStatement, Evidence, Statement
from generator.records.plain_text import plain_text
from generator.records.reader import Document
from generator.records.vocabulary import Question, StatementKind
from generator.registry.names import Mention, Names, registered_names
from generator.registry.registry import Registry

_SYSTEMS = (Kind.PROGRAMMES, Kind.SCHEMES, Kind.BODIES)


def named_beside_the_gate(registry: Registry) -> Iterator[Problem]:
    """I15c: who is named in a case is a party that the statement is about. I07k: and who is criticised is so in a case."""
    names = registered_names(registry)
    for document in registry.of(Kind.CASES):
        yield from _strangers(document, names)
    for kind in _SYSTEMS:
        for document in registry.of(kind):
            yield from _criticised(document, names)


def _strangers(document: Document, names: Names) -> Iterator[Problem]:
    """The providers that a case names without letting them answer.

    In a case with a party that the sources do not name, every text counts: any name in it reads as the
    name of that party. In others the name, outcomes, replies and the statements that say or do something to somebody.
    """
    case: Case = document.record
    parties = frozenset(party.provider for party in case.parties if party.provider)
    unnamed = any(party.provider is None for party in case.parties)
    for leaf in leaves(case):
        statement = case.statements[leaf.path[1]] if leaf.path[0] == "statements" and isinstance(leaf.path[1], int) else None
        if unnamed or statement is None or _weighs(statement, leaf.path):
            about = frozenset(statement.about) if statement and statement.kind.adverse and statement.about else parties
            for mention, provider in _providers(leaf, names, about):
                yield document.problem("I15c", leaf.path, within=mention.text, name=mention.text, provider=provider)


def _weighs(statement: CaseStatement, path: Path) -> bool:
    """True for the texts of a statement that says or does something to somebody; what speaks against it does not."""
    return (statement.kind.adverse or statement.kind is StatementKind.MEASURE_TAKEN) and "counter" not in path


def _criticised(document: Document, names: Names) -> Iterator[Problem]:
    """The providers that a text about a system criticises."""
    for path, part in _adverse(document.record):
        for leaf in leaves(part, path):
            for mention, provider in _providers(leaf, names, frozenset()):
                yield document.problem("I07k", leaf.path, within=mention.text, name=mention.text, provider=provider)


def _adverse(record: Model) -> Iterator[tuple[Path, Model]]:
    """The statements against somebody, and the answer to what criticism there is."""
    for path, part in parts(record):
        if isinstance(part, Statement):
            if part.kind.adverse:
                yield path, part
        elif isinstance(part, Evidence) and path[-1] == Question.CRITICISM:
            yield path, part


def _providers(leaf: Leaf, names: Names, known: frozenset[str]) -> Iterator[tuple[Mention, str]]:
    """Each provider that a text names and that is not among the known, once."""
    if not leaf.mark(Prose):
        return
    found: set[str] = set()
    for mention in names.find(plain_text(leaf.value).text):
        providers = {key.partition("/")[2] for key in mention.keys if key.startswith(f"{Kind.PROFILES}/")}
        if providers and not providers & known and mention.text not in found:
            found.add(mention.text)
            yield mention, min(providers)

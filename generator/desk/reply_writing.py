"""The answers of a form, each in its place: which case and party, which lines, and the file changed in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.desk.atomic_file import write_atomically
from generator.desk.reply_form import Answer, FilledForm
from generator.desk.reply_reading import asked_about
from generator.desk.reply_record import plain_markdown, reply_lines, reply_text, with_reply
from generator.errors import CoachkollenError
from generator.problems import Problem, format_problems
from generator.records.models import Kind
from generator.records.reader import Document, Root, read_record
from generator.registry.loading import reloaded
from generator.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer ready to be written. party: its place among the parties of the case. lines: its `reply` as YAML. answer: what it was made from."""

    document: Document
    provider: str
    party: int
    lines: tuple[str, ...]
    answer: Answer


def entries(registry: Registry, form: FilledForm, answered_on: date) -> tuple[Entry, ...]:
    """The answers that are given in a form, as they are to stand in the records."""
    asked = asked_about(registry, form.provider)
    found = []
    for answer in form.answers:
        if not answer.given:
            continue
        document = registry.get(Kind.CASES, answer.case)
        index = next(i for i, party in enumerate(document.record.parties) if party.provider == form.provider)
        column = document.source.keys[("parties", index, "reply")][1]
        old = document.record.parties[index].reply
        lines = reply_lines(answer, old, answered_on, reply_text(answer, asked[answer.case]), column - 1)
        found.append(Entry(document, form.provider, index, lines, answer))
    return tuple(found)


def write_entries(registry: Registry, found: Sequence[Entry], form: str, data: Path, intake: Path) -> None:
    """Write the answers into their files. Raises CoachkollenError, and changes nothing, when one of the files would then be wrong.

    form: the file that the answers came in, where a problem in them is to be mended.
    """
    prepared = [(_file_of(entry, data, intake), _prepared(registry, entry, form, data, intake, len(found))) for entry in found]
    for path, content in prepared:
        write_atomically(path, content, like=path)


def _prepared(registry: Registry, entry: Entry, form: str, data: Path, intake: Path, together: int) -> bytes:
    """The bytes of a case file with the answer in it."""
    document = entry.document
    changed = with_reply(_file_of(entry, data, intake).read_bytes(), document, entry.party, entry.lines)
    read, problems = read_record(changed, document.kind, document.id, document.root, document.source.file)
    if read is not None:
        known = {p.sort_key for p in reloaded(registry, ()).problems}
        problems = [p for p in reloaded(registry, [read]).problems if p.sort_key not in known]
    if problems:
        said = format_problems(_in_the_form(p, entry, form, tuple(changed.decode("utf-8").splitlines())) for p in problems)
        untouched = "Inget av ärendena har ändrats" if together > 1 else f"Inget har ändrats i {document.source.file}"
        raise CoachkollenError(f"{said}\n{untouched}: med svaret skulle {document.key} få felen ovan.")
    return changed


def _in_the_form(problem: Problem, entry: Entry, form: str, lines: Sequence[str]) -> Problem:
    """The problem at the line of the form that gave the line of the record; as it is when no line of the answer did."""
    if problem.file != entry.document.source.file or not 0 < problem.line <= len(lines):
        return problem
    line = lines[problem.line - 1]
    number = next((n for n, words in entry.answer.lines if words.strip() and plain_markdown(words.strip()) in line), 0)
    # Without the line: logs are often public.
    return replace(problem, file=form, line=number, column=1, excerpt="") if number else problem


def _file_of(entry: Entry, data: Path, intake: Path) -> Path:
    document = entry.document
    return (data if document.root is Root.PUBLIC else intake) / document.kind / f"{document.id}.yaml"

"""The answers of a form, each in its place: which case and party, which lines, and the file changed in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.desk.atomic_file import write_atomically
from generator.desk.plain_words import plain_markdown
from generator.desk.reply_correction import NewCorrection, needed_correction
from generator.desk.reply_form import Answer, FilledForm
from generator.desk.reply_reading import asked_about
from generator.desk.reply_record import reply_lines, reply_text, with_reply
from generator.errors import CoachkollenError
from generator.problems import Problem, format_problems
from generator.records.models import Kind
from generator.records.models.case import Reply
from generator.records.reader import Document, Root, read_record
from generator.records.vocabulary import ReplyState
from generator.registry.loading import reloaded
from generator.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer ready to be written. party: its place among the parties of the case. lines: its `reply` as YAML. answer: what it was made from.

    correction: what has to be written with it, when it takes the place of an answer that has been shown.
    """

    document: Document
    provider: str
    party: int
    lines: tuple[str, ...]
    answer: Answer
    correction: NewCorrection | None


def entries(registry: Registry, form: FilledForm, answered_on: date) -> tuple[Entry, ...]:
    """The answers that are given in a form and change something, as they are to stand in the records."""
    asked = asked_about(registry, form.provider)
    found: list[Entry] = []
    for answer in form.answers:
        document, index = _place(registry, form.provider, answer)
        old = document.record.parties[index].reply
        if not answer.given or _stands(answer, old):
            continue
        column = document.source.keys[("parties", index, "reply")][1]
        lines = reply_lines(answer, old, answered_on, reply_text(answer, asked[answer.case]), column - 1)
        beside = [entry.correction for entry in found if entry.correction]
        found.append(Entry(document, form.provider, index, lines, answer, needed_correction(registry, document, index, lines, beside)))
    return tuple(found)


def standing(registry: Registry, form: FilledForm) -> tuple[Document, ...]:
    """The cases in which the provider declines to answer and an answer of its own, or that it declined, stands already. It stays."""
    places = [(answer, *_place(registry, form.provider, answer)) for answer in form.answers]
    return tuple(document for answer, document, index in places if _stands(answer, document.record.parties[index].reply))


def write_entries(registry: Registry, found: Sequence[Entry], form: str, data: Path, intake: Path) -> None:
    """Write the answers into their files, and the corrections that they need.

    Raises CoachkollenError, and changes nothing, when one of the files would then be wrong.
    form: the file that the answers came in, where a problem in them is to be mended.
    """
    prepared = [(_file_of(entry, data, intake), _prepared(registry, entry, form, data, intake, len(found))) for entry in found]
    # The answers first: `check` says which correction an answer lacks, should a stop come between.
    for path, content in prepared:
        write_atomically(path, content, like=path)
    for correction in (entry.correction for entry in found):
        if correction:
            write_atomically(data / Kind.CORRECTIONS / f"{correction.id}.yaml", correction.content)


def _place(registry: Registry, provider: str, answer: Answer) -> tuple[Document, int]:
    """The case that an answer is about, and the provider's place among its parties."""
    document = registry.get(Kind.CASES, answer.case)
    return document, next(i for i, party in enumerate(document.record.parties) if party.provider == provider)


def _stands(answer: Answer, old: Reply) -> bool:
    """True when who declines has said as much or more before: what it answered is not taken away by that."""
    return answer.declined and (old.state.has_text or (old.state is ReplyState.DECLINED and old.answered_on is not None))


def _prepared(registry: Registry, entry: Entry, form: str, data: Path, intake: Path, together: int) -> bytes:
    """The bytes of a case file with the answer in it."""
    document = entry.document
    changed = with_reply(_file_of(entry, data, intake).read_bytes(), document, entry.party, entry.lines)
    read, problems = read_record(changed, document.kind, document.id, document.root, document.source.file)
    if read is not None:
        known = {p.sort_key for p in reloaded(registry, ()).problems}
        correction = entry.correction.document() if entry.correction else None
        problems = [p for p in reloaded(registry, [read, *([correction] if correction else [])]).problems if p.sort_key not in known]
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

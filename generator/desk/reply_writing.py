"""The answers of a form, each in its place: which case and party, which lines, and the file changed in one step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.desk.atomic_file import write_atomically
from generator.desk.reply_form import FilledForm
from generator.desk.reply_reading import asked_about
from generator.desk.reply_record import reply_lines, reply_text, with_reply
from generator.errors import CoachkollenError
from generator.problems import format_problems
from generator.records.models import Kind
from generator.records.reader import Document, Root, read_record
from generator.registry.loading import reloaded
from generator.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer ready to be written. party: its place among the parties of the case. lines: its `reply` as YAML."""

    document: Document
    provider: str
    party: int
    lines: tuple[str, ...]


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
        found.append(Entry(document, form.provider, index, reply_lines(answer, old, answered_on, reply_text(answer, asked[answer.case]), column - 1)))
    return tuple(found)


def write_entry(registry: Registry, entry: Entry, data: Path, intake: Path) -> None:
    """Write one answer into its file. Raises CoachkollenError, and changes nothing, when the file would then be wrong."""
    document = entry.document
    path = (data if document.root is Root.PUBLIC else intake) / document.kind / f"{document.id}.yaml"
    content = path.read_bytes()
    changed = with_reply(content, document, entry.party, entry.lines)
    read, problems = read_record(changed, document.kind, document.id, document.root, document.source.file)
    if read is not None:
        known = {p.sort_key for p in reloaded(registry, ()).problems}
        problems = [p for p in reloaded(registry, [read]).problems if p.sort_key not in known]
    if problems:
        raise CoachkollenError(f"{format_problems(problems)}\nInget har ändrats i {document.source.file}: med svaret skulle posten få felen ovan.")
    write_atomically(path, changed, like=path)

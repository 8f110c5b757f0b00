"""A provider's answer as a record has it: its words as they stood, in YAML that reads back the same.

In a case file only the lines of one party's `reply` are changed, and only when everything else in the file
reads exactly as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from generator.desk.plain_words import plain_markdown
from generator.desk.reply_form import Answer
from generator.errors import CoachkollenError
from generator.records.markdown import to_text
from generator.records.models.case import Reply
from generator.records.reader import Document
from generator.records.vocabulary import ReplyState
from generator.records.yaml_reader import YamlFile, read_yaml

LONGEST_TEXT = 4000
_LONGEST_LINE = 100
_FIRST_WORDS = 6
_COMMENT = re.compile(r"(?:^|\s)(#.*)")


def reply_text(answer: Answer, statements: Mapping[str, str | None]) -> str:
    """What is shown as the reply: a sentence of what was ticked, then the provider's words. statements: id to our text. Empty for a declined one."""
    if answer.declined:
        return ""
    ticked = []
    for statement, choice in answer.choices:
        words = to_text(statements.get(statement) or statement).split()
        name = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
        ticked.append(f"”{plain_markdown(name)}” {choice}" if len(statements) > 1 else f"uppgiften {choice}")
    parts = [f"Kryssat i svaret: {', '.join(ticked)}."] if ticked else []
    return "\n\n".join([*parts, *([plain_markdown(answer.words)] if answer.words else [])])


def reply_lines(answer: Answer, old: Reply, answered_on: date, text: str, indent: int) -> tuple[str, ...]:
    """The `reply` mapping as YAML. old: the reply so far, whose days stay. indent: spaces before `reply`."""
    rows = [("state", ReplyState.DECLINED.value if answer.declined else ReplyState.REPLIED.value)]
    rows += [(name, day.isoformat()) for name, day in (("asked_on", old.asked_on), ("deadline", old.deadline)) if day]
    rows.append(("answered_on", answered_on.isoformat()))
    lines = ["reply:", *(f"  {key}: {value}" for key, value in rows)]
    if text:
        lines += [f"  {line}".rstrip() for line in scalar_lines("text", text)]
    return tuple(" " * indent + line if line else "" for line in lines)


def scalar_lines(key: str, text: str) -> list[str]:
    """A key with any text that a record may hold, as YAML that reads back the same: in quotes when short, else as lines of its own."""
    lines = text.split("\n")
    plain = all(line == line.strip() for line in lines) and lines[0] and lines[-1] and "\t" not in text
    if plain and (len(lines) > 1 or len(text) > _LONGEST_LINE):
        return [f"{key}: |-", *(f"  {line}" if line else "" for line in lines)]
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return [f'{key}: "{escaped}"']


def with_reply(content: bytes, document: Document, party: int, lines: Sequence[str]) -> bytes:
    """The bytes of a case file with other lines for one party's `reply`; every other byte stays. `lines`: as `reply_lines` gives them.

    The comments among the old lines stand first among the new.

    Raises CoachkollenError when the file is written so that it cannot be done safely.
    """
    old = read_yaml(content, document.source.file)
    key = ("parties", party, "reply")
    if old.problems or key not in old.source.keys:
        raise CoachkollenError(_by_hand(document))
    line, column = old.source.keys[key]
    raw = [text for text in re.split(r"(?<=\n)", content.decode("utf-8")) if text]
    end = _end_of_block(old, key)
    ending = "\r\n" if raw[line - 1].endswith("\r\n") else "\n"
    kept = [" " * (column + 1) + comment for comment in _comments(old, key, end)]
    block = [raw[line - 1][: column - 1] + lines[0].lstrip() + ending, *(text + ending for text in (*kept, *lines[1:]))]
    if end == len(raw) and not raw[-1].endswith("\n"):
        block[-1] = block[-1].removesuffix(ending)
    changed = "".join([*raw[: line - 1], *block, *raw[end:]]).encode("utf-8")
    if not _only_the_reply_differs(old, read_yaml(changed, document.source.file), party, lines):
        raise CoachkollenError(_by_hand(document))
    return changed


def _end_of_block(file: YamlFile, key: tuple[str | int, ...]) -> int:
    """The number of the last line that belongs to a key: those after it that are indented more, less comments and empty lines at the end."""
    line, column = file.source.keys[key]
    ends = [(row if place > 1 else row - 1) for path, (row, place) in file.source.ends.items() if path[: len(key)] == key]
    last, in_values = line, max(ends, default=line)
    for number in range(line + 1, len(file.source.lines) + 1):
        text = file.source.lines[number - 1]
        stripped = text.strip()
        if stripped and len(text) - len(text.lstrip(" ")) < column:
            break
        if stripped and (number <= in_values or not stripped.startswith("#")):
            last = number
    return last


def _comments(file: YamlFile, key: tuple[str | int, ...], end: int) -> list[str]:
    """The comments among the lines of a key, down to line number `end`: those on lines of their own and those after a value."""
    lines = file.source.lines
    spans = [(file.source.values[path], place) for path, place in file.source.ends.items() if path[: len(key)] == key]
    found: list[str] = []
    for number in range(file.source.keys[key][0], end + 1):
        text, start = lines[number - 1], 0
        for (row, column), (last, place) in spans:
            # A text in lines of its own ends at the start of the line after it.
            final, beyond = (last, place - 1) if place > 1 else (last - 1, len(lines[last - 2]))
            if final == number:
                start = max(start, beyond)
            elif row == number and text[column - 1] in "|>":
                start = max(start, column)
            elif row <= number < final:
                start = len(text)
        if match := _COMMENT.search(text, start):
            found.append(match[1].rstrip())
    return found


def _only_the_reply_differs(old: YamlFile, new: YamlFile, party: int, lines: Sequence[str]) -> bool:
    wanted = read_yaml("\n".join(line[len(lines[0]) - len(lines[0].lstrip()) :] for line in lines).encode(), "").data
    if new.problems or new.data is None or old.data is None or wanted is None:
        return False
    return _parted(new.data, party) == (_parted(old.data, party)[0], wanted["reply"])


def _parted(data: Mapping[str, object], party: int) -> tuple[object, object]:
    """The data without one party's reply, and that reply."""
    parties = data["parties"]
    assert isinstance(parties, list)
    others = [{k: v for k, v in p.items() if index != party or k != "reply"} for index, p in enumerate(parties)]
    return {**data, "parties": others}, parties[party].get("reply")


def _by_hand(document: Document) -> str:
    return f"Svaret går inte att skriva in i {document.source.file} utan att röra annat. Klistra in raderna själv. Inget har ändrats."

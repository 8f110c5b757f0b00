"""What was released: the meaning of every published unit, as short digests, in a committed ledger.

A line of `released.txt` is `kind/id#anchor` and a JSON object with a digest of each field that bears
meaning (all but those marked `Upkeep`); `null` stands for a unit that was taken away with a correction.
Digests, because what is removed must not live on in the ledger.

What is added is news: a field that had no value may get one, and a list may grow. What was there may
not change or go without a correction. 12 hexadecimal digits of SHA-256 over a form in which spaces,
line breaks and the way a letter is composed do not count.

The same meaning, with whole digests, gives the content hash that a citation carries: `unit_hashes`.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeAlias

from generator.records.models import Case, Kind
from generator.records.models.base import LocalId, Upkeep
from generator.records.reader import Document
from generator.records.units import party_anchor, unit_key, units
from generator.records.vocabulary.code import Code

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Meaning: TypeAlias = dict[str, Value]
Renamed: TypeAlias = Mapping[str, frozenset[str]]

_DAY = "# Senaste releasen: "
HEADER = "# Vad varje publicerad uppgift betydde vid senaste releasen. Skrivs av ”coachkollen release”, aldrig för hand."
DIGITS = 12
_ALL_DIGITS = 64
# So many could be read as a person number, which the search of what is published would take it for.
_LIKE_A_NUMBER = re.compile("[0-9]{10}")
_LINE = re.compile(rf"(?P<unit>(?:{'|'.join(Kind)})/[a-z0-9-]+(?:#[a-z0-9-]+)?) (?P<meaning>\S+)")
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


@dataclass(frozen=True, slots=True)
class Released:
    """The ledger as it was read. units: by key, None for what was taken away. wrong: numbers of the lines that are no such lines.

    day: of the last release that had anything new; None in a ledger that does not say.
    """

    units: Mapping[str, Meaning | None] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    wrong: tuple[int, ...] = ()
    day: date | None = None

    @property
    def records(self) -> tuple[str, ...]:
        """The keys of the records that the last release had."""
        return tuple(unit for unit in self.units if "#" not in unit)


def digest(value: object, digits: int = DIGITS) -> str:
    """The digest of one plain value."""
    return hashlib.sha256(_canonical(value).encode()).hexdigest()[:digits]


def meanings(document: Document, digits: int = DIGITS) -> dict[str, Meaning]:
    """The meaning of every unit of a record, by the unit's key. digits: how long each digest is."""
    anchors = {unit.path: unit.anchor for unit in units(document.record)}
    trees: dict[str, dict[Any, Any]] = {anchor: {} for anchor in anchors.values()}
    for leaf in document.leaves:
        if leaf.mark(Upkeep) or leaf.mark(LocalId) or (isinstance(leaf.value, Code) and not leaf.value.known):
            continue
        owner = next(leaf.path[:end] for end in range(len(leaf.path), -1, -1) if leaf.path[:end] in anchors)
        node = trees[anchors[owner]]
        *way, last = leaf.path[len(owner) :]
        for step in way:
            node = node.setdefault(step, {})
        node[last] = digest(leaf.value, digits)
    if isinstance(document.record, Case):
        _spell_out_about(document.record, trees, digits)
    return {unit_key(document.key, anchor): {str(name): _plain(value) for name, value in tree.items()} for anchor, tree in trees.items()}


def unit_hashes(document: Document) -> dict[str, str]:
    """The content hash of every unit of a record, by the unit's key: 64 hexadecimal digits.

    It is the SHA-256 of the compact JSON, keys in order, of `[key, meaning]`, where the meaning has the whole SHA-256 of
    every field that bears meaning. So it changes with any such field, with the record's and the unit's id, and with whom a
    statement is about; and never with a field marked `Upkeep` (when and where we looked, how to get there), with spaces and
    line breaks, or with the order of a list. The answer to a statement is a unit of its own: the party's.
    """
    return {key: content_hash([key, meaning]) for key, meaning in meanings(document, _ALL_DIGITS).items()}


def record_hash(hashes: Mapping[str, str]) -> str:
    """The content hash of several units together, given by their keys: of a record, those that are published."""
    return content_hash(sorted(hashes.items()))


def content_hash(value: object) -> str:
    """The SHA-256 of a value as compact JSON, keys in order, in 64 hexadecimal digits that nobody can take for a person number.

    One in about five has ten decimal digits in a row. Then a line break is put after what is hashed, until none has.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    while _LIKE_A_NUMBER.search(found := hashlib.sha256(text.encode()).hexdigest()):
        text += "\n"
    return found


def changed_fields(released: Meaning, current: Meaning, renamed: Renamed) -> Iterator[tuple[str, ...]]:
    """The fields that no longer hold what was released. `renamed`: digest of an id to those of the removed ids that lead to it."""
    for name, value in released.items():
        now = current.get(name)
        if isinstance(value, dict) and isinstance(now, dict):
            yield from ((name, *rest) for rest in changed_fields(value, now, renamed))
        elif now is None or not _covers(value, now, renamed):
            yield (name,)


def replaced_digests(meaning: Value, digests: Mapping[str, str]) -> Value:
    """A meaning with other digests in the place of some."""
    if isinstance(meaning, str):
        return digests.get(meaning, meaning)
    if isinstance(meaning, list):
        return [replaced_digests(item, digests) for item in meaning]
    return {name: replaced_digests(value, digests) for name, value in meaning.items()}


def parse_released(lines: Iterable[str]) -> Released:
    """Read the ledger. A unit that stands there twice is wrong the second time."""
    lines = tuple(lines)
    found: dict[str, Meaning | None] = {}
    wrong: list[int] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            unit, meaning = _read(line)
        except (ValueError, RecursionError):
            wrong.append(number)
            continue
        if unit in found:
            wrong.append(number)
        found.setdefault(unit, meaning)
    return Released(MappingProxyType(found), lines, tuple(wrong), _day(lines))


def _day(lines: tuple[str, ...]) -> date | None:
    """The day at the top. None where there is none or it is no day: then the oldest correction counts as new."""
    for line in lines:
        if line.startswith(_DAY):
            try:
                return date.fromisoformat(line.removeprefix(_DAY).strip())
            except ValueError:
                return None
    return None


def format_released(found: Mapping[str, Meaning | None], day: date | None) -> str:
    """The ledger as text: one unit a line, in order, the same bytes for the same meaning and day."""
    lines = (f"{unit} {json.dumps(found[unit], sort_keys=True, separators=(',', ':'))}" for unit in sorted(found))
    return "\n".join([HEADER, *([f"{_DAY}{day.isoformat()}"] if day else []), *lines]) + "\n"


def _canonical(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def _spell_out_about(case: Case, trees: dict[str, dict[Any, Any]], digits: int) -> None:
    """Say whom each statement is about, where an empty list means every party, and how many they are.

    To say the same of fewer, or of one more, is another statement.
    """
    everyone = {unit.anchor for unit in units(case) if unit.path[:1] == ("parties",)}
    for statement in case.statements:
        about = {party_anchor(provider) for provider in statement.about} or everyone
        each = {index: digest(anchor.removeprefix(party_anchor("")), digits) for index, anchor in enumerate(sorted(about))}
        trees[statement.id]["about"] = {"each": each, "number": digest(len(each), digits)}


def _plain(node: object) -> Value:
    """A tree of digests as JSON has it: what was a list is one again, without order or doubles."""
    if not isinstance(node, dict):
        return str(node)
    if any(isinstance(step, int) for step in node):
        items = {json.dumps(item, sort_keys=True): item for item in map(_plain, node.values())}
        return [items[text] for text in sorted(items)]
    return {str(name): _plain(node[name]) for name in sorted(node)}


def _covers(released: Value, current: Value, renamed: Renamed) -> bool:
    """True when everything that was released is still there."""
    if isinstance(released, str) and isinstance(current, str):
        return released == current or released in renamed.get(current, frozenset())
    if isinstance(released, list) and isinstance(current, list):
        return all(any(_covers(item, now, renamed) for now in current) for item in released)
    if isinstance(released, dict) and isinstance(current, dict):
        return next(changed_fields(released, current, renamed), None) is None
    return False


def _read(line: str) -> tuple[str, Meaning | None]:
    """The unit and the meaning on a line. Raises ValueError or RecursionError for a line that is no such line."""
    match = _LINE.fullmatch(line)
    value = json.loads(match["meaning"]) if match else False
    if match is None or not (value is None or (isinstance(value, dict) and _is_value(value))):
        raise ValueError(line)
    return match["unit"], value


def _is_value(value: object) -> bool:
    if isinstance(value, dict):
        return all(_is_value(item) for item in value.values())
    if isinstance(value, list):
        return all(_is_value(item) for item in value)
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None

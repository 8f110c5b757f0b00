"""What was published keeps its meaning, or a correction says what became of it (invariant 19).

Only the public root counts. A correction excuses a change until it has been released itself: then
the next change needs a new one. It says something else now than it did, is not older than the last
release, and says that the meaning changed; if not, it excuses only what it shows to be a matter of spelling.
One of a whole record excuses its parts too, but no party's outcome and reply, and nothing that is gone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain, count

from generator.problems import Problem
from generator.records.identifiers import ID_MAX_LENGTH
from generator.records.models import Kind
from generator.records.models.base import Prose
from generator.records.models.editorial import Correction
from generator.records.plain_text import plain_text
from generator.records.reader import Document, Root
from generator.records.source_map import SourceMap
from generator.records.units import party_anchor, party_provider, unit_key, units
from generator.registry.registry import Registry, follow
from generator.registry.released import Meaning, Renamed, changed_fields, digest, meanings, replaced_digests
from generator.registry.rules.ledger import some_of

# How alike two words are that are the same with another spelling: 1 is the same, and with one letter of eight another it is 0.875.
LEAST_ALIKE = 0.8
_WORD = re.compile(r"[^\W_]+")
# Numbers in words, and forms of a verb that tell now from then: one letter makes another fact of them.
_NEVER_RESPELLED = re.compile(
    r"(?:två|tre|fyra|fyrt|fem|sex|sju|ått|nio|nitt|tio|elva|tolv|arton|tjugo|hundra|tusen|miljon|miljard|halv|dubbel|kvart|först|andra|(?:en|ett|fanns|finns)\Z)"
)


def meaning_kept(registry: Registry) -> Iterator[Problem]:
    """I19a: a released unit means what it did. I19b: it is still there. I19d: and a correction never changes at all."""
    by_record: dict[str, dict[str, Meaning | None]] = defaultdict(dict)
    for unit, meaning in registry.released.units.items():
        by_record[unit.partition("#")[0]][unit] = meaning
    excuses = _new_corrections(registry)
    renamed = _renamed(registry)
    names = _Names(registry)
    for key, released in by_record.items():
        document = registry.documents.get(key)
        if document is None or document.root is not Root.PUBLIC:
            continue
        now = meanings(document)
        paths = {unit_key(key, unit.anchor): unit.path for unit in units(document.record)}
        for unit, meaning in released.items():
            name = _renamed_party(registry, unit, now)
            changed = _changed(meaning, now.get(name), renamed)
            place = document.source.place((*paths.get(name, ()), *(changed[0] if changed else ())))
            if changed and document.kind is Kind.CORRECTIONS:
                yield document.source.problem_at("I19d", place, fields=_list(changed))
            elif changed is None and not any(correction.meaning_changed for correction in excuses.get(unit, ())):
                yield document.source.problem_at("I19b", place, unit=unit, **_aside(registry, unit, {key}), **names.correction(unit))
            elif changed and not any(_excuses(correction, document, meaning, now.get(name), renamed) for correction in _of(excuses, unit, key)):
                alone = {key} if party_provider(unit.partition("#")[2]) else set()
                yield document.source.problem_at("I19a", place, unit=unit, fields=_list(changed), **_aside(registry, unit, alone), **names.correction(unit))


def corrections_correct(registry: Registry) -> Iterator[Problem]:
    """I19f: a new correction that says that the meaning changed is of something that means another thing than was released.

    A source may have got another address, which is no part of its meaning.
    """
    for document in registry.of(Kind.CORRECTIONS):
        correction: Correction = document.record
        key = correction.target.partition("#")[0]
        of = registry.documents.get(key)
        if document.key in registry.released.units or not correction.meaning_changed or of is None or of.kind in (Kind.CORRECTIONS, Kind.SOURCES):
            continue
        released = {unit: meaning for unit, meaning in registry.released.units.items() if correction.target in (unit, unit.partition("#")[0])}
        now = meanings(of)
        if released and all(now.get(unit) == meaning for unit, meaning in released.items()):
            yield document.problem("I19f", ("target",), unit=correction.target)


def _changed(released: Meaning | None, current: Meaning | None, renamed: Renamed) -> list[tuple[str, ...]] | None:
    """The fields that mean something else than was released; None for a unit that is gone. What was taken away may not come back unsaid."""
    if current is None:
        return None if released is not None else []
    return [(name,) for name in current] if released is None else list(changed_fields(released, current, renamed))


def released_lines(registry: Registry) -> Iterator[Problem]:
    """I19c: every line of the ledger is a unit with its digests, and each unit stands there once."""
    source = SourceMap(registry.released_file, registry.released.lines)
    for number in registry.released.wrong:
        yield source.problem_at("I19c", (number, 1))


def units_remembered(registry: Registry) -> Iterator[Problem]:
    """I19e: every unit that the ledger had at any time, by git's memory, is still in it, unless its record has a tombstone."""
    remembered = registry.history.units if registry.history else frozenset()
    graves = registry.graves
    lost = frozenset(unit for unit in remembered - registry.released.units.keys() if unit.partition("#")[0] not in graves)
    if lost:
        yield Problem("I19e", registry.released_file, params=some_of(lost))


def _list(changed: list[tuple[str, ...]]) -> str:
    return ", ".join(".".join(path) for path in changed)


def _new_corrections(registry: Registry) -> Mapping[str, tuple[Correction, ...]]:
    """The corrections that have not been released yet and that correct something, by what they are of."""
    found: dict[str, tuple[Correction, ...]] = {}
    last = registry.released.day
    for document in registry.of(Kind.CORRECTIONS):
        correction: Correction = document.record
        new = document.root is Root.PUBLIC and document.key not in registry.released.units and (last is None or correction.published_on >= last)
        if new and (_words(correction.was) != _words(correction.now) or not correction.meaning_changed):
            found[correction.target] = (*found.get(correction.target, ()), correction)
    return found


def _of(excuses: Mapping[str, tuple[Correction, ...]], unit: str, key: str) -> tuple[Correction, ...]:
    """The corrections of a unit, or of the record as a whole unless the unit is a party to it."""
    targets = {unit} if party_provider(unit.partition("#")[2]) else {unit, key}
    return tuple(correction for target in sorted(targets) for correction in excuses.get(target, ()))


def _aside(registry: Registry, unit: str, of_too_much: Collection[str]) -> dict[str, str]:
    """What the hint says of a new correction that is there but does not count, and why. `of_too_much`: targets that are too wide for the unit."""
    last = registry.released.day
    for document in registry.of(Kind.CORRECTIONS):
        correction: Correction = document.record
        if document.key in registry.released.units or correction.target not in (unit, unit.partition("#")[0]):
            continue
        if last is not None and correction.published_on < last:
            why = (f"published_on ligger före förra releasen, {last.isoformat()}", f"published_on is before the last release, {last.isoformat()}")
        elif correction.target in of_too_much:
            why = (f"target ska vara {unit}", f"target should be {unit}")
        elif not correction.meaning_changed:
            why = ("mer än stavningen har ändrats, så meaning_changed ska vara true", "more than the spelling has changed, so meaning_changed should be true")
        else:
            why = ("was och now säger samma sak", "was and now say the same")
        file = document.source.file
        return {"aside_sv": f"Rättelsen {file} räknas inte: {why[0]}. ", "aside_en": f"The correction {file} does not count: {why[1]}. "}
    return {"aside_sv": "", "aside_en": ""}


def _excuses(correction: Correction, document: Document, released: Meaning | None, now: Meaning | None, renamed: Renamed) -> bool:
    """True if the correction tells of the change, or shows that with the old spelling the text is what was released."""
    if correction.meaning_changed:
        return True
    if released is None or now is None or not _same_but_for_spelling(correction):
        return False
    texts = (leaf.value for leaf in document.leaves if leaf.mark(Prose) and correction.now in leaf.value)
    before = {digest(text): digest(text.replace(correction.now, correction.was)) for text in texts}
    old = replaced_digests(now, before)
    return isinstance(old, dict) and not any(changed_fields(released, old, renamed))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(plain_text(text).text)]


def _same_but_for_spelling(correction: Correction) -> bool:
    """True if each word is still the same word: its first letter and nearly all of its others. No figure, number or short word is another."""
    was, now = _words(correction.was), _words(correction.now)
    return len(was) == len(now) and all(old == new or _respelled(old, new) for old, new in zip(was, now, strict=True))


def _respelled(old: str, new: str) -> bool:
    alike = SequenceMatcher(None, old, new, autojunk=False).ratio() >= LEAST_ALIKE
    counts = _NEVER_RESPELLED.match(old) or _NEVER_RESPELLED.match(new) or any(character.isdigit() for character in old + new)
    return alike and old[0] == new[0] and not counts


def _renamed(registry: Registry) -> Renamed:
    """Digest of an id to the digests of the removed ids that redirect to it: a merged record is the one it was merged into."""
    graves = registry.graves
    found: dict[str, set[str]] = defaultdict(set)
    for key in graves:
        end = follow(graves, key)
        if end != key:
            found[digest(end.partition("/")[2])].add(digest(key.partition("/")[2]))
    return {new: frozenset(old) for new, old in found.items()}


def _renamed_party(registry: Registry, unit: str, now: Mapping[str, Meaning]) -> str:
    """The unit under the name that it has today, when it is a party whose profile was merged into another."""
    record, _, anchor = unit.partition("#")
    provider = party_provider(anchor)
    if unit in now or not provider:
        return unit
    end = follow(registry.graves, f"{Kind.PROFILES}/{provider}")
    return unit_key(record, party_anchor(end.partition("/")[2]))


class _Names:
    """Names for the corrections that the problems ask for, each a free one."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._taken = set(registry.present)

    def correction(self, unit: str) -> dict[str, str]:
        """What the hint says of the record to add."""
        day = self._registry.as_of.isoformat()
        record, _, anchor = unit.partition("/")[2].partition("#")
        stem = f"{day}-{record}-{anchor}".rstrip("-")[: ID_MAX_LENGTH - 3].rstrip("-")
        names = chain((stem,), (f"{stem}-{number}" for number in count(2)))
        name = next(n for n in names if f"{Kind.CORRECTIONS}/{n}" not in self._taken)
        self._taken.add(f"{Kind.CORRECTIONS}/{name}")
        return {"correction": f"{self._registry.folder}/{Kind.CORRECTIONS}/{name}.yaml", "target": unit, "day": day}

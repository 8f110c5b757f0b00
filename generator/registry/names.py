"""Which organisations a text names: providers and bodies by every name that their records give.

A name counts as a whole word with its capitals, with or without its legal form (`Exempel AB`, `Exempel`) and
with a genitive s. Where several names fit, the longest does: `Exempel Fonden` is not `Exempel`. A name that is
also an ordinary word of our texts does not count as the first word of a sentence, where every word has a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.models.base import OwnName, Prose, leaves
from generator.records.plain_text import plain_text
from generator.records.reader import Document
from generator.registry.registry import Registry

LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORM = re.compile(r"(?:\s+(?:AB|HB|KB|Aktiebolag|Handelsbolag|Kommanditbolag|Ek\.? ?för\.?|ekonomisk förening))?(?:\s*\([^)]*\))?\s*\Z")
_GENITIVE = re.compile(r"(?::?s)?(?![^\W_])")
# What can stand between the end of one sentence and the first word of the next, and how far back to look for it.
_BETWEEN_SENTENCES = " \n”\"»’'(*-"
_LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text. `keys`: the records that bear it, usually one."""

    text: str
    start: int
    end: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name by its first word, longest first, with the records that bear it. `ordinary`: names that are also everyday words."""

    by_first_word: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    ordinary: frozenset[str]

    def find(self, text: str) -> Iterator[Mention]:
        """The names in a text that a reader sees, from its start."""
        flat = re.sub(r"\s", " ", text)
        end = 0
        for word in _WORD.finditer(flat):
            mention = self._at(flat, word) if word.start() >= end else None
            if mention:
                end = mention.end
                if mention.text not in self.ordinary or not _opens_sentence(text, mention.start):
                    yield mention

    def _at(self, text: str, word: re.Match[str]) -> Mention | None:
        candidates = [*self.by_first_word.get(word.group(), ()), *self.by_first_word.get(word.group().removesuffix("s"), ())]
        for name, keys in sorted(candidates, key=lambda candidate: -len(candidate[0])):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and _GENITIVE.match(text, end):
                return Mention(name, word.start(), end, keys)
        return None


def _opens_sentence(text: str, start: int) -> bool:
    """True if the word at `start` is the first of a sentence, a paragraph or a list item."""
    before = text[max(0, start - _LOOK_BACK) : start]
    words = before.rstrip(_BETWEEN_SENTENCES)
    gap = before[len(words) :]
    return not words or words[-1] in ".!?:…" or gap.count("\n") > 1 or ("\n" in gap and bool(gap.strip()))


def registered_names(registry: Registry) -> Names:
    """The names of all providers and bodies."""
    bearers: dict[str, set[str]] = {}
    for document in (*registry.of(Kind.PROFILES), *registry.of(Kind.BODIES)):
        for name in own_names(document):
            bearers.setdefault(name, set()).add(document.key)
    by_first_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name in sorted(bearers, key=lambda name: (-len(name), name)):
        first = _WORD.search(name)
        if first:
            by_first_word.setdefault(first.group(), []).append((name[first.start() :], frozenset(bearers[name])))
    one_word = {name.lower(): name for name in bearers if _WORD.fullmatch(name)}
    ordinary = {one_word[word] for word in _everyday_words(registry, tuple(one_word))}
    return Names(MappingProxyType({word: tuple(names) for word, names in by_first_word.items()}), frozenset(ordinary))


def own_names(document: Document) -> set[str]:
    """Every name of a record that has enough letters to tell it from other words, with and without its legal form."""
    written = {" ".join(plain_text(leaf.value).text.split()) for leaf in leaves(document.record) if leaf.mark(OwnName)}
    short = {_LEGAL_FORM.sub("", name) for name in written}
    return {name for name in written | short if sum(character.isalpha() for character in name) >= LEAST_LETTERS}


def _everyday_words(registry: Registry, words: tuple[str, ...]) -> set[str]:
    """Those of the words that our texts write with a small letter."""
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])")
    found: set[str] = set()
    for document in registry.documents.values():
        for leaf in leaves(document.record):
            prose = leaf.mark(Prose)
            # Most texts have none of them; only the others are worth a look at what a reader sees.
            if words and prose and prose.markdown and pattern.search(leaf.value):
                found |= set(pattern.findall(plain_text(leaf.value).text))
    return found

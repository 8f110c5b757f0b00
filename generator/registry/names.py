"""Which organisations a text names: providers and bodies by every name and number that their records give.

A name counts as whole words, with or without its legal form (`Exempel AB`, `Exempel`) and with a genitive s,
whatever its capitals and with hyphens, spaces or nothing between its words. Where several names fit, the longest
does: `Exempel Fonden` is not `Exempel`. A name that our texts also use as an ordinary word does not count as the
first word of a sentence, where every word has a capital, and one that several of them use so only with its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.models.base import OwnName, Prose
from generator.records.plain_text import plain_text
from generator.records.reader import Document
from generator.registry.own_text import page_text
from generator.registry.registry import Registry

LEAST_LETTERS = 4
# A word that so many texts write with small letters is an ordinary one. One alone may be about the company.
ORDINARY_TEXTS = 2
_ORGNR_DIGITS = 10
_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORM = re.compile(r"(?:\s+(?:AB|HB|KB|Aktiebolag|Handelsbolag|Kommanditbolag|Ek\.? ?för\.?|ekonomisk förening))?(?:\s*\([^)]*\))?\s*\Z")
_JOINS = re.compile(r"[^\S\n]*[\u00ad\u200b-\u200d\u2060‐-―−-]*[^\S\n]*\n?[^\S\n]*\Z")
_DIGITS = re.compile(r"[0-9](?:[\s\u00ad.‐-―−-]{0,3}[0-9]){9,}")
# What can stand between the end of one sentence and the first word of the next, and how far back to look for it.
_BETWEEN_SENTENCES = " \n”\"»’'(*-"
_LOOK_BACK = 20


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or a number in a text. `keys`: the records that bear it, usually one."""

    text: str
    start: int
    end: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Name:
    """Names that differ only in capitals and in what stands between their words. `letters`: what they have in common. `written`: each of them."""

    letters: str
    written: frozenset[str]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """Every name by its letters. `ordered`: these in order. `small`: how many texts write them small. `numbers`: organisation numbers."""

    by_letters: Mapping[str, Name]
    ordered: tuple[str, ...]
    small: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    numbers: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def find(self, text: str) -> Iterator[Mention]:
        """The names in a text that a reader sees, from its start, and then the numbers."""
        end = 0
        for name, exact, start, stop in self._places(text):
            if start >= end and (exact or self.small.get(name.letters, 0) < ORDINARY_TEXTS):
                end = stop
                if not (exact and name.letters in self.small and _opens_sentence(text, start)):
                    yield Mention(" ".join(text[start:stop].split()), start, stop, name.keys)
        yield from self._numbers(text)

    def written_small(self, text: str) -> frozenset[str]:
        """The letters of the names that a text writes as an ordinary word: with a small letter where the name has a capital."""
        return frozenset(name.letters for name, exact, start, _ in self._places(text) if not exact and text[start].islower())

    def _numbers(self, text: str) -> Iterator[Mention]:
        for match in _DIGITS.finditer(text) if self.numbers else ():
            places = [match.start() + offset for offset, character in enumerate(match.group()) if character.isdigit()]
            digits = "".join(text[place] for place in places)
            for index in range(len(digits) - _ORGNR_DIGITS + 1):
                keys = self.numbers.get(digits[index : index + _ORGNR_DIGITS])
                if keys:
                    start, end = places[index], places[index + _ORGNR_DIGITS - 1] + 1
                    yield Mention(text[start:end], start, end, keys)

    def _places(self, text: str) -> Iterator[tuple[Name, bool, int, int]]:
        """Each name that a word of the text begins, the longest: whether it stands there as it is written, and from where to where."""
        words = list(_WORD.finditer(text))
        lower = [word.group().lower() for word in words]
        flat = re.sub(r"\s", " ", text)
        for index, word in enumerate(words):
            for last, name in self._beginning(lower, index):
                written = next((form for form in name.written if flat.startswith(form, word.start())), "")
                if written or (_is_joined(text, words, index, last) and not _in_address(text, word.start(), words[last].end())):
                    over = len("".join(lower[index : last + 1])) - len(name.letters)
                    yield name, bool(written), word.start(), max(words[last].end() - over, word.start() + len(written))
                    break

    def _beginning(self, words: list[str], index: int) -> Iterator[tuple[int, Name]]:
        """The names that begin with the word at `index`, the longest first, each with the index of the word in which it ends, perhaps before an s."""
        found: list[tuple[int, Name]] = []
        letters = ""
        for last in range(index, len(words)):
            letters += words[last]
            genitive = letters.removesuffix("s") if len(words[last]) > 1 else letters
            name = self.by_letters.get(letters) or self.by_letters.get(genitive)
            if name:
                found.append((last, name))
            next_name = bisect_left(self.ordered, letters)
            if next_name == len(self.ordered) or not self.ordered[next_name].startswith(letters):
                break
        return reversed(found)


def _is_joined(text: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """True if nothing but spaces and hyphens stands between the words."""
    return all(_JOINS.match(text[words[index].end() : words[index + 1].start()]) for index in range(first, last))


def _in_address(text: str, start: int, end: int) -> bool:
    """True inside an e-mail address or the name of a web site, which is no name."""
    before = text[max(0, start - 2) : start]
    return text[end : end + 1] == "@" or (before[-1:] in ("@", ".") and before[:1].isalnum())


def _opens_sentence(text: str, start: int) -> bool:
    """True if the word at `start` is the first of a sentence, a paragraph or a list item."""
    before = text[max(0, start - _LOOK_BACK) : start]
    words = before.rstrip(_BETWEEN_SENTENCES)
    gap = before[len(words) :]
    return not words or words[-1] in ".!?:…" or gap.count("\n") > 1 or ("\n" in gap and bool(gap.strip()))


def registered_names(registry: Registry) -> Names:
    """The names and numbers of all providers and bodies."""
    written: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    numbers: dict[str, set[str]] = defaultdict(set)
    for document in (*registry.of(Kind.PROFILES), *registry.of(Kind.BODIES)):
        for name in own_names(document):
            first = _WORD.search(name)
            if first:
                letters = "".join(_WORD.findall(name)).lower()
                written[letters].add(name[first.start() :])
                bearers[letters].add(document.key)
        if document.kind is Kind.PROFILES and document.record.orgnr:
            numbers["".join(filter(str.isdigit, document.record.orgnr))].add(document.key)
    names = Names(
        MappingProxyType({letters: Name(letters, frozenset(written[letters]), frozenset(bearers[letters])) for letters in written}),
        tuple(sorted(written)),
        numbers=MappingProxyType({number: frozenset(keys) for number, keys in numbers.items()}),
    )
    return replace(names, small=_ordinary_words(registry, names))


def own_names(document: Document) -> set[str]:
    """Every name of a record that has enough letters to tell it from other words, with and without its legal form."""
    written = {" ".join(plain_text(leaf.value).text.split()) for leaf in document.leaves if leaf.mark(OwnName)}
    short = {_LEGAL_FORM.sub("", name) for name in written}
    return {name for name in written | short if sum(character.isalpha() for character in name) >= LEAST_LETTERS}


def _ordinary_words(registry: Registry, names: Names) -> Mapping[str, int]:
    """How many of our texts write the letters of a name with a small letter, of those that any does.

    What is also the name of a service, a label or a word is an ordinary word, however few write it.
    """
    used: Counter[str] = Counter()
    for texts in _our_texts(registry):
        used.update(frozenset().union(*map(names.written_small, texts)))
    for document in (*registry.of(Kind.PROGRAMMES), *registry.of(Kind.SCHEMES), *registry.of(Kind.TERMS)):
        words = {"".join(_WORD.findall(name)).lower() for name in own_names(document)}
        used.update(dict.fromkeys(words & names.by_letters.keys(), ORDINARY_TEXTS))
    return MappingProxyType(dict(used))


def _our_texts(registry: Registry) -> Iterator[Iterable[str]]:
    """The running texts of each record and each page."""
    for document in registry.documents.values():
        yield [plain_text(leaf.value).text for leaf in document.leaves if (prose := leaf.mark(Prose)) and prose.markdown]
    for page in registry.pages:
        yield [plain_text(page_text(page).markdown).text]

"""The index: the entries as small JSON files, so that a query fetches a few of them whatever the size of the registry.

`index.json` says which other files there are. A word file holds, for each of some keys, the words that have that key
and the entries of each word. The keys of a word are its first two letters, every four letters that it has inside, and
its last two letters with its length: with one typo at most one end of a word is hit. So each query reads about three
keys a word, which `lookup_keys` gives, and then the entries that are shown.

All is in a fixed order, and the folder is named after its content: an old page never reads half of a new index.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from generator.site import routes
from generator.site.language import Language
from generator.site.maker import Maker
from generator.site.search.entries import GROUP_LABELS, RECORD_TEXTS, Entry, entries
from generator.site.search.matching import SHORTEST_MEANT, SHORTEST_NUMBER, SHORTEST_PART, SHORTEST_WITH_TYPO
from generator.site.search.words import fold, is_number, joined_words, telling, words

MANIFEST = "index.json"
# Of one word file, in characters before compression. A key with more than that has a file of its own.
WORD_FILE_SIZE = 5_000
# Entries in one file.
ENTRIES_A_FILE = 16
_BEGINNING, _INSIDE, _END = "^", "~", "$"
# From so many letters on, words of all lengths share a key.
_LONGEST = 26
# Where a word stands: in the title, in another name or in a hint; in the first two with the number of words of the name.
TITLE, OTHER, HINT = range(3)
NAME_LENGTHS = 8


def word_places(entry: Entry) -> Iterator[tuple[str, int, int]]:
    """Each word that finds an entry, with where it stands and how many telling words the name has, at most `NAME_LENGTHS`; 0 for a hint.

    A stop word is never the whole of a name, so it has `NAME_LENGTHS`.
    """
    for place, names in ((TITLE, (entry.title,)), (OTHER, tuple(other.name for other in entry.names)), (HINT, entry.hints)):
        for name in names:
            found, joined = words(name), joined_words(name)
            for written, those in ((found, found), (joined, sorted(set(joined) - set(found)))):
                telling_words = telling(written)
                for word in those:
                    length = min(len(telling_words), NAME_LENGTHS) if word in telling_words else NAME_LENGTHS
                    yield word, place, 0 if place == HINT else length


def lookup_keys(typed: str, *, beginnings: bool = False) -> tuple[str, ...]:
    """The keys under which every word stands that the typed word can find. beginnings: only those that begin alike."""
    word = fold(typed)
    if is_number(word):
        return (_BEGINNING + word[:SHORTEST_NUMBER],)
    keys = [_BEGINNING + word[:2]]
    if beginnings:
        return tuple(keys)
    if len(word) == SHORTEST_MEANT:
        # The two in the middle exchanged: neither end is as it should be.
        keys.append(_BEGINNING + word[0] + word[2])
    if len(word) >= SHORTEST_PART:
        keys.append(_INSIDE + word[:SHORTEST_PART])
    if len(word) >= SHORTEST_WITH_TYPO:
        keys += [_end_key(word, length) for length in range(max(len(word) - 1, SHORTEST_MEANT), len(word) + 2)]
    return tuple(dict.fromkeys(keys))


def word_keys(word: str) -> tuple[str, ...]:
    """The keys of a word without dots, that of its beginning first. A hint is only found by its beginning and has no other."""
    if is_number(word):
        return (_BEGINNING + word[:SHORTEST_NUMBER],)
    inside = {_INSIDE + word[i : i + SHORTEST_PART] for i in range(1, len(word) - SHORTEST_PART + 1)}
    end = {_end_key(word, len(word))} if len(word) >= SHORTEST_MEANT else set()
    return (_BEGINNING + word[:2], *sorted(inside), *end)


def _end_key(word: str, length: int) -> str:
    return f"{_END}{word[-2:]}{chr(ord('a') - 1 + min(length, _LONGEST))}"


def search_files(maker: Maker) -> Mapping[str, str]:
    """The files of the index of one language, by address without base path and language."""
    return {f"{routes.SEARCH}{name}": text for name, text in index_files(entries(maker), maker.words).items()}


def index_files(found: Sequence[Entry], language: Language) -> Mapping[str, str]:
    """The files of an index, by name inside its folder."""
    keys = _keys(found)
    word_files = list(_packed(keys))
    entry_files = [_entry_file(found[start : start + ENTRIES_A_FILE]) for start in range(0, len(found), ENTRIES_A_FILE)]
    kinds = [
        [language.t(GROUP_LABELS[kind]), sum(1 for _ in members), language.records if kind in RECORD_TEXTS else ""]
        for kind, members in groupby(found, key=lambda entry: entry.kind)
    ]
    parts = {f"o{i}.json": text for i, (_, text) in enumerate(word_files)} | {f"p{i}.json": text for i, text in enumerate(entry_files)}
    folder = sha256("\n".join(f"{name} {text}" for name, text in parts.items()).encode()).hexdigest()[:10]
    manifest = _json({"folder": folder, "kinds": kinds, "size": ENTRIES_A_FILE, "keys": [first for first, _ in word_files]})
    return {MANIFEST: manifest, **{f"{folder}/{name}": text for name, text in parts.items()}}


def _keys(found: Sequence[Entry]) -> Mapping[str, str]:
    """Each key as it is written, in order, with its words in order and the postings of each."""
    standing: dict[str, set[tuple[int, int, int]]] = defaultdict(set)
    for number, entry in enumerate(found):
        for word, place, length in word_places(entry):
            standing[word].add((number, place, length))
    keys: dict[str, list[str]] = defaultdict(list)
    for word in sorted(standing):
        everywhere = sorted(standing[word])
        beginning, *others = word_keys(fold(word))
        keys[beginning].append(_written(word, everywhere))
        if named := [one for one in everywhere if one[1] != HINT]:
            written = _written(word, named)
            for key in others:
                keys[key].append(written)
    return {key: f"{_json(key)}:{{{','.join(keys[key])}}}" for key in sorted(keys)}


def _written(word: str, standing: Iterable[tuple[int, int, int]]) -> str:
    """A word with its postings as they stand in a file; neither has a character that JSON would escape."""
    return f'"{word}":"{_postings(standing)}"'


def _postings(standing: Iterable[tuple[int, int, int]]) -> str:
    """The entries of a word: for each how much further on it is, then a letter for where the word stands: a–h title, i–p other name, q hint."""
    written, last = [], 0
    for number, place, length in standing:
        written.append(f"{number - last}{chr(ord('a') + place * NAME_LENGTHS + max(length - 1, 0))}")
        last = number
    return "".join(written)


def _packed(keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The keys in files of about the same size: the first key of each, and its text."""
    pack: list[str] = []
    first, size = "", 0
    for key, text in keys.items():
        if pack and size + len(text) > WORD_FILE_SIZE:
            yield first, f"{{{','.join(pack)}}}"
            pack, size = [], 0
        first = first if pack else key
        pack.append(text)
        size += len(text)
    if pack:
        yield first, f"{{{','.join(pack)}}}"


def _entry_file(members: Sequence[Entry]) -> str:
    """Some entries: title, address, context and other names, without what is empty at the end."""
    rows: list[list[object]] = []
    for entry in members:
        row: list[object] = [entry.title, entry.url, entry.context, [[other.label, other.name] for other in entry.names]]
        while not row[-1]:
            row.pop()
        rows.append(row)
    return _json(rows)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

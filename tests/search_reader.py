"""The index read in Python as the reader's browser reads it, and what each query has to fetch."""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_right
from collections.abc import Mapping

from generator.site.search.index import HINT, MANIFEST, NAME_LENGTHS, lookup_keys
from generator.site.search.matching import begin_alike, grade
from generator.site.search.reference import MOST_IN_PART, MOST_OF_A_KIND, MOST_SUGGESTIONS, Hit, is_long, place, query_ways, ranked

POSTING = re.compile(r"([0-9]+)([a-q])")


class Reader:
    """Queries on the files of an index. fetched: the files that have been read, in order."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files
        self.fetched: list[str] = []
        self.sizes = {name: len(gzip.compress(text.encode(), 6)) for name, text in files.items()}
        self.manifest = json.loads(files[MANIFEST])

    def read(self, name: str) -> str:
        if name not in self.fetched:
            self.fetched.append(name)
        return self.files[name]

    def find(self, query: str) -> tuple[Hit, ...]:
        ways = query_ways(query)
        long = is_long(ways)
        found = [[self._word(word, len(way), long) for word in way] for way in ways]
        entries = {entry for way in found for word in way for entry in word}
        return ranked(ways, {entry: [[word.get(entry) for word in way] for way in found] for entry in entries})

    def first(self, query: str) -> tuple[int, int, tuple[int, ...]]:
        """What the first query of a reader moves in bytes (compressed, without the script), in how many files, and what it shows."""
        self.fetched.clear()
        self.read(MANIFEST)
        shown, of_kind = [], dict[int, int]()
        hits = self.find(query)
        most = MOST_IN_PART if hits and hits[0].missing else MOST_SUGGESTIONS
        for hit in hits:
            kind = self._kind(hit.entry)
            of_kind[kind] = of_kind.get(kind, 0) + 1
            if of_kind[kind] <= MOST_OF_A_KIND and len(shown) < most:
                shown.append(hit.entry)
        for entry in shown:
            self.row(entry)
        return sum(self.sizes[name] for name in self.fetched), len(self.fetched), tuple(shown)

    def row(self, entry: int) -> list[object]:
        size = self.manifest["size"]
        row: list[object] = json.loads(self.read(f"{self.manifest['folder']}/p{entry // size}.json"))[entry % size]
        return row

    def word_files(self, typed: str, *, beginnings: bool = False) -> frozenset[str]:
        """The word files that a typed word needs."""
        return frozenset(filter(None, (self.file_of(key) for key in lookup_keys(typed, beginnings=beginnings))))

    def file_of(self, key: str) -> str:
        number = bisect_right(self.manifest["keys"], key) - 1
        return f"{self.manifest['folder']}/o{number}.json" if number >= 0 else ""

    def _kind(self, entry: int) -> int:
        for number, (_, count, _) in enumerate(self.manifest["kinds"]):
            if entry < count:
                return number
            entry -= count
        raise IndexError

    def _word(self, typed: str, count: int, long: bool) -> dict[int, int]:
        best: dict[int, int] = {}
        for key in lookup_keys(typed, beginnings=long):
            name = self.file_of(key)
            held = json.loads(self.read(name)).get(key, {}) if name else {}
            for word, postings in held.items():
                graded = grade(typed, word)
                if graded is None:
                    continue
                entry = 0
                for step, letter in POSTING.findall(postings):
                    entry += int(step)
                    where, length = divmod(ord(letter) - ord("a"), NAME_LENGTHS)
                    if where == HINT and not begin_alike(typed, word):
                        continue
                    best[entry] = min(best.get(entry, 10**6), place(graded, where, length + 1, count))
        return best

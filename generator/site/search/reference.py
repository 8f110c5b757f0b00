"""The search as it is meant: every entry is looked at. The reader's browser must give the same through the index.

Every word of the query must find the entry. In a long query words match only from their beginning: it says enough, and
what it moves stays small. So do hints always. An entry comes where its worst match puts it, then by all of them
together, then in the order of the entries, which is by kind and alphabetical.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from generator.site.search.entries import Entry
from generator.site.search.index import HINT, NAME_LENGTHS, word_places
from generator.site.search.matching import SHORTEST_BEGINNING, Way, begin_alike, grade
from generator.site.search.words import words

# A query with more words is long, and of a longer one only so many words are looked at.
MOST_FREE_WORDS = 3
MOST_WORDS = 6
# In the list under the search box: of each kind, and in all.
MOST_OF_A_KIND = 4
MOST_SUGGESTIONS = 10
_STEP = 6
_NOT_WHOLE = 3
_LAST_EXACT = 2 * Way.EXACT + 1


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """An entry that was found, in the order in which hits come. worst, total: of the places of its matches; entry: its number."""

    worst: int
    total: int
    entry: int


def place(graded: int, where: int, length: int, count: int) -> int:
    """The place of one match in the order, from 0: by its grade, then whole names before parts of names, then title, other name and hint.

    length: words in the name; count: words in the query.
    """
    whole = graded <= _LAST_EXACT and where != HINT and length == count < NAME_LENGTHS
    return _STEP * graded + (0 if whole else _NOT_WHOLE) + where


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query that are looked at; none of one that is too short to search for."""
    typed = words(query)[:MOST_WORDS]
    return typed if sum(map(len, typed)) >= SHORTEST_BEGINNING else ()


def find(entries: Sequence[Entry], query: str) -> tuple[Hit, ...]:
    """All entries that a query finds, the best first."""
    typed = query_words(query)
    hits = []
    for number, entry in enumerate(entries if typed else ()):
        best = [_best(entry, word, len(typed)) for word in typed]
        places = [found for found in best if found is not None]
        if len(places) == len(best):
            hits.append(Hit(max(places), sum(places), number))
    return tuple(sorted(hits))


def _best(entry: Entry, typed: str, count: int) -> int | None:
    """The best place of one typed word in an entry."""
    found = [
        place(graded, where, length, count)
        for word, where, length in word_places(entry)
        if ((where != HINT and count <= MOST_FREE_WORDS) or begin_alike(typed, word)) and (graded := grade(typed, word)) is not None
    ]
    return min(found, default=None)


def suggestions(entries: Sequence[Entry], hits: Sequence[Hit]) -> tuple[int, ...]:
    """The numbers of the entries that are shown under the search box: the first hits, but not more than some of each kind."""
    kinds: dict[str, int] = {}

    def shown(hit: Hit) -> bool:
        kind = entries[hit.entry].kind
        kinds[kind] = kinds.get(kind, 0) + 1
        return kinds[kind] <= MOST_OF_A_KIND

    return tuple(hit.entry for hit in islice(filter(shown, hits), MOST_SUGGESTIONS))

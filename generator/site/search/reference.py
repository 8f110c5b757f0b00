"""The search as it is meant: every entry is looked at. The reader's browser must give the same through the index.

A query is read with its hyphens as breaks and as joins. In one of these ways every word must find the entry, but for stop
words; where no entry has them all, those come that have the most. In a long query words match only from their beginning:
it says enough, and what it moves stays small. So do hints always. An entry comes where its worst match puts it, then by
all of them together, then in the order of the entries, which is by kind and alphabetical.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.site.search.entries import Entry
from generator.site.search.index import HINT, NAME_LENGTHS, word_places
from generator.site.search.matching import SHORTEST_BEGINNING, SHORTEST_PART, Way, begin_alike, grade
from generator.site.search.words import joined_words, telling, words

# A query for which more words are looked up is long, and of a longer one only so many words are looked at.
MOST_FREE_WORDS = 3
MOST_WORDS = 6
# In the list under the search box: of each kind, in all, and in all where no entry has every word.
MOST_OF_A_KIND = 4
MOST_SUGGESTIONS = 10
MOST_IN_PART = 6
_STEP = 6
_NOT_WHOLE = 3
# Ways in which what is typed is the whole word that is meant.
_WHOLE_WORD = frozenset({Way.EXACT, Way.FORM, Way.TYPO})


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """An entry that was found, in the order in which hits come.

    missing: how many words of the query it does not have, the same for all hits. worst, total: of the places of its matches; entry: its number.
    """

    missing: int
    worst: int
    total: int
    entry: int


def place(graded: int, where: int, length: int, count: int) -> int:
    """The place of one match in the order, from 0: by its grade, then whole names before parts of names, then title, other name and hint.

    length: words in the name; count: words in the query.
    """
    whole = graded // 2 in _WHOLE_WORD and where != HINT and length == count < NAME_LENGTHS
    return _STEP * graded + (0 if whole else _NOT_WHOLE) + where


def query_ways(query: str) -> tuple[tuple[str, ...], ...]:
    """The words of a query that are looked at, in each way to read its hyphens; none of one that is too short to search for."""
    typed = words(query)
    if sum(map(len, typed)) < SHORTEST_BEGINNING:
        return ()
    apart, joined = telling(typed), telling(joined_words(query))
    return (apart[:MOST_WORDS],) if len(apart) > MOST_WORDS or apart == joined else (apart, joined)


def is_long(ways: Iterable[Sequence[str]]) -> bool:
    """True for a query whose words are only found by their beginnings."""
    return len({word for way in ways for word in way}) > MOST_FREE_WORDS


def find(entries: Sequence[Entry], query: str) -> tuple[Hit, ...]:
    """All entries that a query finds, the best first."""
    ways = query_ways(query)
    long = is_long(ways)
    return ranked(ways, {number: [[_best(entry, word, len(way), long) for word in way] for way in ways] for number, entry in enumerate(entries)})


def ranked(ways: Sequence[Sequence[str]], places: Mapping[int, Sequence[Sequence[int | None]]]) -> tuple[Hit, ...]:
    """The hits, when for each entry the best place of each word in each way to read the query is known."""
    for every_word in (True, False):
        hits = []
        for number, of_ways in places.items():
            for way, best in zip(ways, of_ways, strict=True):
                matches = [(word, at) for word, at in zip(way, best, strict=True) if at is not None]
                found = [at if every_word else _of_a_part(at) for word, at in matches if every_word or _tells(word, at)]
                if found and (not every_word or len(found) == len(way)):
                    hits.append(Hit(len(way) - len(found), max(found), sum(found), number))
        if hits:
            best_of = {hit.entry: hit for hit in sorted(hits, reverse=True)}
            fewest = min(hits).missing
            return tuple(sorted(hit for hit in best_of.values() if hit.missing == fewest))
    return ()


def _tells(word: str, at: int) -> bool:
    """True for a match that says something without the other words of the query; one of a few letters only as it is typed."""
    return len(word) >= SHORTEST_PART or at < _STEP


def _of_a_part(at: int) -> int:
    """The place of a match when not all of the query is found: then no name is the whole of it."""
    return at + _NOT_WHOLE if at % _STEP < _NOT_WHOLE else at


def _best(entry: Entry, typed: str, count: int, long: bool) -> int | None:
    """The best place of one typed word in an entry."""
    found = [
        place(graded, where, length, count)
        for word, where, length in word_places(entry)
        if ((where != HINT and not long) or begin_alike(typed, word)) and (graded := grade(typed, word)) is not None
    ]
    return min(found, default=None)


def suggestions(entries: Sequence[Entry], hits: Sequence[Hit]) -> tuple[int, ...]:
    """The numbers of the entries that are shown under the search box: the first hits, but not more than some of each kind."""
    kinds: dict[str, int] = {}

    def shown(hit: Hit) -> bool:
        kind = entries[hit.entry].kind
        kinds[kind] = kinds.get(kind, 0) + 1
        return kinds[kind] <= MOST_OF_A_KIND

    most = MOST_IN_PART if hits and hits[0].missing else MOST_SUGGESTIONS
    return tuple(hit.entry for hit in islice(filter(shown, hits), most))

"""How many bytes the first search of a reader moves, at different sizes of the registry.

    .venv/bin/python tests/bench/search_sizes.py 1000 10000

Not one query but the worst: any word of the registry alone, any three that one entry has, any three (of which
some are found), and the six that cost most in a long query. What is shown comes from the ten largest files. Scripts are counted.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from search_made import made_entries  # noqa: E402
from search_reader import Reader  # noqa: E402

from generator.site.language import SWEDISH  # noqa: E402
from generator.site.search.index import MANIFEST, index_files, word_places  # noqa: E402
from generator.site.search.reference import MOST_FREE_WORDS, MOST_IN_PART, MOST_SUGGESTIONS, MOST_WORDS  # noqa: E402

SCRIPTS = ("sok.js", "sokruta.js", "sokindex.js")
# So many of the words that cost most are each put together with the two that add most to it.
_TRIED = 40
# So many of the words of an entry that cost most are tried three and three.
_OF_AN_ENTRY = 6


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of a whole first search, compressed with gzip. files: of the whole index; built: seconds."""

    providers: int
    entries: int
    files: int
    everything: int
    scripts: int
    one_word: int
    three_words: int
    unrelated: int
    long_query: int
    costliest: tuple[str, ...]

    @property
    def worst(self) -> int:
        return max(self.one_word, self.three_words, self.unrelated, self.long_query)


def measure(providers: int) -> Sizes:
    """The sizes at so many fictional providers."""
    entries = made_entries(providers)
    reader = Reader(index_files(entries, SWEDISH))
    vocabulary = sorted({word for entry in entries for word, _, _ in word_places(entry)})
    free = {word: reader.word_files(word) for word in vocabulary}
    beginnings = {word: reader.word_files(word, beginnings=True) for word in vocabulary}
    scripts = sum(len(gzip.compress((ROOT / "theme/static/js" / name).read_bytes(), 6)) for name in SCRIPTS)
    rows = sorted((size for name, size in reader.sizes.items() if "/p" in name), reverse=True)
    shown = sum(rows[:MOST_SUGGESTIONS])
    always = scripts + reader.sizes[MANIFEST]

    def cost(files: Iterable[str]) -> int:
        return sum(reader.sizes[name] for name in files)

    def union(those: Iterable[frozenset[str]]) -> frozenset[str]:
        return frozenset().union(*those)

    by_files = {free[word]: word for word in reversed(vocabulary)}
    dear = sorted(by_files, key=lambda files: (-cost(files), by_files[files]))
    worst: tuple[frozenset[str], ...] = ()
    for first in dear[:_TRIED]:
        those = [first]
        while len(those) < MOST_FREE_WORDS:
            held = union(those)
            those.append(max(dear, key=lambda files: cost(files - held)))
        worst = max(worst, tuple(those), key=lambda those: cost(union(those)))
    together = 0
    for entry in entries:
        own = sorted({free[word] for word, _, _ in word_places(entry)}, key=cost)[-_OF_AN_ENTRY:]
        together = max(together, *(cost(union(those)) for those in combinations(own, min(MOST_FREE_WORDS, len(own)))))
    longest = sum(sorted(map(reader.sizes.__getitem__, union(beginnings.values())), reverse=True)[:MOST_WORDS])
    return Sizes(
        providers=providers,
        entries=len(entries),
        files=len(reader.files),
        everything=sum(reader.sizes.values()),
        scripts=scripts,
        one_word=always + shown + cost(dear[0]),
        three_words=always + shown + together,
        unrelated=always + sum(rows[:MOST_IN_PART]) + cost(union(worst)),
        long_query=always + shown + longest,
        costliest=tuple(by_files[files] for files in worst),
    )


if __name__ == "__main__":
    for count in map(int, sys.argv[1:] or ("1000", "10000")):
        sizes = measure(count)
        print(f"{count} providers, {sizes.entries} entries: {sizes.files} files, {sizes.everything / 1000:.0f} kB in all")
        print(f"  first search at most: {sizes.one_word / 1000:.1f} kB for one word, {sizes.three_words / 1000:.1f} kB for three of one entry,")
        print(f"  {sizes.unrelated / 1000:.1f} kB for any three ({' '.join(sizes.costliest)}), {sizes.long_query / 1000:.1f} kB for more words")
        print(f"  of which the scripts are {sizes.scripts / 1000:.1f} kB")

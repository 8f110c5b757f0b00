"""LIX, how hard a Swedish text is to read: words a sentence plus the per cent of long words.

Source: C.-H. Björnsson, Läsbarhet (1968). LIX = words / sentences + 100 · long words / words, where
a long word has more than six letters. Björnsson's scale: under 30 very easy, 30–40 easy, 40–50 middling,
50–60 hard, over 60 very hard. As in his count, a word is what stands between spaces, and a sentence ends at
a full stop, an exclamation or question mark, or a colon.

What is counted here: running text. A list item is a sentence of its own, also without a full stop. Headings
and tables are left out. Abbreviations, decimals, dates and times end no sentence. `1 854` is one word, and
digits are no letters. The name of a company or an authority is a word like any other, long or not: a
reader has to get through it too, and the figure can be compared with that of other tools.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.records.plain_text import PlainText, plain_text

LONG_WORD_LETTERS = 6

# Abbreviations that something follows: a full stop after them ends nothing, also before a capital or a digit.
_ABBREVIATIONS = frozenset(
    ("bl.a.", "t.ex.", "dvs.", "d.v.s.", "f.d.", "s.k.", "p.g.a.", "fr.o.m.", "t.o.m.", "resp.", "ca.", "c:a.", "jfr.", "kl.", "nr.", "s.", "sid.", "st.",
     "kap.", "mom.", "tel.", "jan.", "feb.", "aug.", "sept.", "okt.", "nov.", "dec.", "prop.", "dir.", "dnr.", "avd.", "art.", "ev.", "inkl.", "exkl.",
     "max.", "min.", "fig.", "tab.", "bil.", "vol.")
)  # fmt: skip
_SKIPPED_LINE = re.compile(r"[ ]*(?:#{1,6}(?:[ ]|$)|\||[=-]{3,}[ ]*$)")
_ITEM = re.compile(r"[ ]*(?:>[ ]?)*(?:(?:[*+-]|[0-9]{1,3}[.)])[ ]+)?")
_STOP = re.compile(r"(?P<stop>[.!?…:]+)[”\"»’')\]]*(?=\s|$)")
_TOKEN = re.compile(r"[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])\S*|\S+")
_FIRST_LETTER = re.compile(r"\s*[”\"»’'(\[]*(?P<next>\S)")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.$")
# More than the longest abbreviation with the quotation marks and brackets in front of it.
_LAST_WORD_WITHIN = 15
# In a shorter sentence one name is a large per cent, which says nothing about how hard it is.
_SHORTEST_HARD = 7


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `start`: its first character in the text as it was written. `words`, `long_words`: how many it has."""

    text: str
    start: int
    words: int
    long_words: int

    @property
    def lix(self) -> float:
        """LIX of this sentence alone."""
        return lix((self,))


def sentences(markdown: str) -> tuple[Sentence, ...]:
    """The sentences of the running text, in order, without those that have no word."""
    plain = plain_text(markdown)
    found = (_sentence(plain, start, end) for block in _blocks(plain.text) for start, end in _split(plain.text, *block))
    return tuple(sentence for sentence in found if sentence.words)


def lix(counted: Sequence[Sentence]) -> float:
    """LIX of the sentences together; 0 of none."""
    words = sum(sentence.words for sentence in counted)
    return words / len(counted) + 100 * sum(sentence.long_words for sentence in counted) / words if words else 0.0


def hardest(counted: Sequence[Sentence]) -> Sentence:
    """The sentence that is hardest to read, of those long enough to tell. Raises ValueError for none."""
    return max(counted, key=lambda sentence: (sentence.words >= _SHORTEST_HARD, sentence.lix))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph and list item, without its marker; headings and tables are left out."""
    start = end = position = 0
    for line in text.splitlines(keepends=True):
        marker = _ITEM.match(line)
        assert marker is not None
        skipped = not line.strip() or _SKIPPED_LINE.match(line)
        if skipped or marker.group().strip():
            yield start, end
            start = end = position + (len(line) if skipped else marker.end())
        if not skipped:
            end = position + len(line)
        position += len(line)
    yield start, end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in one block."""
    for stop in _STOP.finditer(text, start, end):
        before = text[max(start, stop.end("stop") - _LAST_WORD_WITHIN) : stop.end("stop")]
        if _ends(before, stop["stop"], _FIRST_LETTER.match(text, stop.end(), end)):
            yield start, stop.end()
            start = stop.end()
    yield start, end


def _ends(before: str, stop: str, following: re.Match[str] | None) -> bool:
    """True if the mark that `before` stops with ends the sentence, given what comes next in the block."""
    if following is None or ":" in stop:
        return True
    if following["next"].islower():
        return False
    word = before.rsplit(maxsplit=1)[-1].lstrip("(”\"»’'[")
    return not (word.lower() in _ABBREVIATIONS or _INITIAL.match(word))


def _sentence(plain: PlainText, start: int, end: int) -> Sentence:
    text = plain.text[start:end]
    words = [token for token in _TOKEN.findall(text) if any(character.isalnum() for character in token)]
    long_words = sum(sum(character.isalpha() for character in word) > LONG_WORD_LETTERS for word in words)
    first = start + len(text) - len(text.lstrip())
    return Sentence(" ".join(text.split()), plain.origin(first), len(words), long_words)

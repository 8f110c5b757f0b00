"""The table of words: which words are loaded, need evidence, criticise or say no, and which say whose words they are.

The table is ``wording.csv`` beside this module, and its comments say how a row is written. `find_loaded`,
`find_strong`, `find_critical` and `find_denying` look in text as a reader sees it (see `plain_text`) for the words of the language
that it is in; `without_quotes` takes away what somebody else says.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import groupby, product

from generator.errors import UnreadableTable
from generator.records.vocabulary import Grade

TABLE = "generator/records/wording.csv"
COLUMNS = ("word", "language", "match", "kind", "grade", "instead")
LANGUAGES = ("sv", "en")
# A name may be in any language. It is searched for the words of all, as is a text in a language that has none here.
ANY_LANGUAGE = ""


class Match(StrEnum):
    """How a row meets a text. The last four do not mind capitals."""

    LOWER = "lower"
    WORD = "word"
    STEM = "stem"
    END = "end"
    ANYWHERE = "anywhere"


class WordKind(StrEnum):
    """What a word does to a text."""

    LOADED = "loaded"
    STRONG = "strong"
    VERDICT = "verdict"
    ATTRIBUTING = "attributing"
    HEDGING = "hedging"
    CRITICAL = "critical"
    DENYING = "denying"
    HARMLESS = "harmless"

    @property
    def needs_grade(self) -> bool:
        """True for words that only evidence of some grade carries."""
        return self in {WordKind.STRONG, WordKind.VERDICT}

    @property
    def has_alternative(self) -> bool:
        """True for words that something neutral can stand instead of."""
        return self is WordKind.LOADED or self.needs_grade


@dataclass(frozen=True, slots=True)
class Word:
    """One row. `grade`: the weakest grade that carries a strong word. `instead`: neutral words, with … for what the editor knows."""

    word: str
    language: str
    match: Match
    kind: WordKind
    grade: Grade | None
    instead: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the table in a text. `text`: the whole word as it stands there."""

    word: Word
    text: str
    start: int
    end: int


# Shapes of a match; a letter is what can stand inside a word, so `_` and `*` end one.
_LETTER = r"[^\W_]"
_SHAPES: tuple[tuple[Match, str, str], ...] = (
    (Match.LOWER, rf"(?<!{_LETTER})", rf"(?!{_LETTER})"),
    (Match.WORD, rf"(?<!{_LETTER})", rf"(?!{_LETTER})"),
    (Match.STEM, rf"(?<!{_LETTER})", rf"{_LETTER}*"),
    (Match.END, rf"(?<!{_LETTER}){_LETTER}*", rf"(?!{_LETTER})"),
    (Match.ANYWHERE, rf"(?<!{_LETTER}){_LETTER}*", rf"{_LETTER}*"),
)
# Loaded words are borrowed both ways, as scam and bluff are, and no reader minds from where. What only looks like one is harmless in
# both too. The other kinds are everyday words: a Swedish “not” is a footnote, and “brist” begins an English bristle.
_OF_EVERY_LANGUAGE = frozenset({WordKind.LOADED, WordKind.HARMLESS})
# What one pair of marks holds. Swedish writes ”…”, »…» and »…«, English “…” and ‘…’; a quotation never goes on into another paragraph.
_QUOTES = (
    *(
        re.compile(rf"(?<!{_LETTER})[{opening}](?=\S)(?:(?!\n[ ]*\n)[^{opening}{closing}])+[{closing}]")
        for opening, closing in (("”", "”"), ("“", "”“"), ("„", "”“"), ('"', '"'), ("»", "«»"), ("«", "»"))
    ),
    # The mark that ends it is an apostrophe too, but not between two letters. A straight one could be anything.
    re.compile(rf"(?<!{_LETTER})‘(?=\S)(?:(?!\n[ ]*\n)[^‘’]|(?<={_LETTER})’(?={_LETTER}))+’(?!{_LETTER})"),
)


@cache
def table() -> tuple[Word, ...]:
    """Every row, in the order of the file. Raises UnreadableTable for a row that says nothing."""
    return read_table(resources.files("generator.records").joinpath("wording.csv").read_text(encoding="utf-8"))


def read_table(text: str) -> tuple[Word, ...]:
    """The rows of a table. Raises UnreadableTable, with the line, for one that is wrong."""
    rows: list[Word] = []
    seen: dict[tuple[str, str, str], int] = {}
    header = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in next(csv.reader([line], delimiter=";")))
        if not header:
            header = True
            if cells != COLUMNS:
                raise _wrong(number, f"kolumnerna ska vara {';'.join(COLUMNS)}")
            continue
        row = _row(cells, number)
        first = seen.setdefault((row.word, row.language, row.match), number)
        if first != number:
            raise _wrong(number, f"”{row.word}” med {row.language} och {row.match} finns redan på rad {first}")
        rows.append(row)
    return tuple(rows)


def _row(cells: tuple[str, ...], number: int) -> Word:
    if len(cells) != len(COLUMNS):
        raise _wrong(number, f"raden har {len(cells)} kolumner och ska ha {len(COLUMNS)}, med semikolon mellan")
    word, language, match, kind, grade, instead = cells
    if not word or word != word.lower():
        raise _wrong(number, "ordet saknas eller har stora bokstäver")
    if language not in LANGUAGES:
        raise _wrong(number, f"”{language}” är inget av {', '.join(LANGUAGES)}")
    if match not in list(Match):
        raise _wrong(number, f"”{match}” är inget av {', '.join(Match)}")
    if kind not in list(WordKind):
        raise _wrong(number, f"”{kind}” är inget av {', '.join(WordKind)}")
    if grade not in ("A", "B", "C", "D") if WordKind(kind).needs_grade else grade:
        raise _wrong(number, "grade ska vara A, B, C eller D vid strong och verdict, och annars tom")
    if bool(instead) != WordKind(kind).has_alternative:
        raise _wrong(number, "instead behövs vid loaded, strong och verdict, och ska annars vara tom")
    return Word(word, language, Match(match), WordKind(kind), Grade[grade] if grade else None, instead)


def _wrong(number: int, why: str) -> UnreadableTable:
    return UnreadableTable(f"Ordtabellen {TABLE} går inte att läsa. Rad {number}: {why}.")


def find_loaded(text: str, *, language: str) -> Iterator[Hit]:
    """The loaded words of a text, in whichever language, from its start."""
    return _find(text, language, (WordKind.LOADED,))


def find_strong(text: str, *, language: str) -> Iterator[Hit]:
    """The words of a text that need evidence of some grade, from its start."""
    return _find(text, language, (WordKind.STRONG, WordKind.VERDICT))


def find_critical(text: str, *, language: str) -> Iterator[Hit]:
    """The words of a text that criticise, or that say that somebody does, from its start."""
    return _find(text, language, (WordKind.CRITICAL, WordKind.LOADED, WordKind.STRONG, WordKind.VERDICT, WordKind.HEDGING))


def find_denying(text: str, *, language: str) -> Iterator[Hit]:
    """The words of a text that say no, from its start."""
    return _find(text, language, (WordKind.DENYING,))


def attributes(text: str, *, language: str) -> bool:
    """True if the text says who says it, or that the matter is not settled."""
    return next(_find(text, language, (WordKind.ATTRIBUTING, WordKind.HEDGING)), None) is not None


def hedges(text: str, *, language: str) -> bool:
    """True if the text says that the matter is not settled."""
    return next(_find(text, language, (WordKind.HEDGING,)), None) is not None


def without_quotes(text: str) -> str:
    """The text with blanks in place of everything between quotation marks: as long as before, so that places still hold."""
    for form in _QUOTES:
        text = form.sub(lambda match: re.sub(r"\S", " ", match.group()), text)
    return text


def _find(text: str, language: str, kinds: tuple[WordKind, ...]) -> Iterator[Hit]:
    # The table writes every apostrophe straight.
    seen = text.replace("’", "'")
    if not _glance(language, kinds).search(seen.lower()):
        return
    harmless = {place for match, _ in _matches(seen, language, (WordKind.HARMLESS,)) for place in range(*match.span())}
    hits = [Hit(word, text[match.start() : match.end()], *match.span()) for match, word in _matches(seen, language, kinds)]
    hits = [hit for hit in hits if harmless.isdisjoint(range(hit.start, hit.end))]
    # One word is one hit, whichever rows it meets: the longest, and of two languages the text's own.
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.word.language != language)):
        if hit.start >= end:
            yield hit
            end = hit.end


@cache
def _words(language: str, kinds: tuple[WordKind, ...]) -> tuple[Word, ...]:
    """The rows that a text in the language is searched for."""
    found = (word for word in table() if word.kind in kinds)
    return tuple(word for word in found if word.kind in _OF_EVERY_LANGUAGE or language not in LANGUAGES or language == word.language)


@cache
def _glance(language: str, kinds: tuple[WordKind, ...]) -> re.Pattern[str]:
    """A quick look that finds a text with any of the words, and some others: most texts have none, and the real search is slow."""
    longest = sorted({max(word.word.split(), key=len) for word in _words(language, kinds)})
    groups = (f"{re.escape(start)}(?:{'|'.join(re.escape(word[2:]) for word in words)})" for start, words in groupby(longest, lambda word: word[:2]))
    return re.compile("|".join(groups))


def _matches(text: str, language: str, kinds: tuple[WordKind, ...]) -> Iterator[tuple[re.Match[str], Word]]:
    for pattern, words in _patterns(language, kinds):
        for match in pattern.finditer(text):
            yield match, words[(match.lastindex or 1) - 1]


@cache
def _patterns(language: str, kinds: tuple[WordKind, ...]) -> tuple[tuple[re.Pattern[str], tuple[Word, ...]], ...]:
    """For each language and shape a pattern whose groups are the rows of those kinds, and the row of each group."""
    found = []
    for spoken, (shape, before, after) in product(LANGUAGES, _SHAPES):
        # The longest first: an alternative that is the start of another would win over it.
        rows = (word for word in _words(language, kinds) if (word.language, word.match) == (spoken, shape))
        words = tuple(sorted(rows, key=lambda word: (-len(word.word), word.word)))
        if words:
            alternatives = "|".join(f"({_spaced(word.word)})" for word in words)
            found.append((re.compile(f"{before}(?:{alternatives}){after}", 0 if shape is Match.LOWER else re.IGNORECASE), words))
    return tuple(found)


def _spaced(word: str) -> str:
    """A pattern of the words, with any space or line break between them."""
    return r"\s+".join(re.escape(part) for part in word.split())

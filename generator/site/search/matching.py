"""Matching: in which way a typed word finds a word of an entry, and which way counts as better.

The ways, the best first: the word itself, the same word in another form, its beginning, inside a compound, the
beginning or inside of one by its stem, and with one typo. Each way first as it is typed, then without dots. There is no
weight, score or popularity in it: what matches in the same way comes in alphabetical order.
"""

from __future__ import annotations

from enum import IntEnum

from generator.site.search.words import fold, is_number

# Swedish endings that only inflect a word, longest first; the rest of it has at least three letters.
INFLECTIONS = (
    "arnas", "ernas", "ornas",
    "arna", "erna", "orna", "enas",
    "ena", "nas", "ars", "ers", "ors", "ens", "ets",
    "ar", "er", "or", "en", "et", "na", "as", "es", "ns", "ts",
    "a", "e", "n", "t", "s",
)  # fmt: skip
# Endings that make one word of another: coachning, coaching and coachare from coach.
DERIVATIONS = ("ning", "ande", "ing", "are")
_SHORTEST_FORM = 3
# Shorter parts are inside too many words.
SHORTEST_PART = 4
SHORTEST_BEGINNING = 2
# With a typo: the typed word and the one that is meant.
SHORTEST_WITH_TYPO = 3
SHORTEST_MEANT = 4
SHORTEST_BEGINNING_WITH_TYPO = 5
# Of a number so many digits are typed before it is searched by its beginning.
SHORTEST_NUMBER = 6


class Way(IntEnum):
    """How a typed word matches, the best first."""

    EXACT = 0
    FORM = 1
    BEGINNING = 2
    INSIDE = 3
    STEM_BEGINNING = 4
    STEM_INSIDE = 5
    TYPO = 6
    TYPO_BEGINNING = 7


def forms(word: str) -> tuple[str, ...]:
    """What is left of a word without its inflection, also with a double consonant made single: `programm` and `program` of `programmet`."""
    ending = next((e for e in INFLECTIONS if word.endswith(e) and len(word) - len(e) >= _SHORTEST_FORM), "")
    if not ending:
        return ()
    stem = word[: -len(ending)]
    single = stem[:-1] if stem[-1] == stem[-2] and len(stem) > _SHORTEST_FORM else ""
    return (stem, single) if single else (stem,)


def stems(word: str) -> tuple[str, ...]:
    """What other words may begin with or have inside when this word is meant: its forms and, of a derived word, what it is made from."""
    inflected = forms(word)
    derived = [
        base[: -len(ending)] for base in (word, *inflected) for ending in DERIVATIONS if base.endswith(ending) and len(base) - len(ending) >= SHORTEST_PART
    ]
    return tuple(dict.fromkeys(stem for stem in (*inflected, *derived) if len(stem) >= SHORTEST_PART))


def one_typo_apart(one: str, other: str) -> bool:
    """True for words that one letter too many, one missing, one wrong or two neighbours exchanged make equal (Damerau–Levenshtein 1), and for equal ones."""
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    end = next((i for i in range(shorter - start) if one[-1 - i] != other[-1 - i]), shorter - start)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return (len(left) <= 1 and len(right) <= 1) or (len(left) == len(right) == 2 and left == right[::-1])


def way(typed: str, word: str) -> Way | None:
    """The best way in which one typed word finds one word, both in small letters; None when it does not."""
    if typed == word:
        return Way.EXACT
    if is_number(typed) or is_number(word):
        return Way.BEGINNING if is_number(typed) and len(typed) >= SHORTEST_NUMBER and word.startswith(typed) else None
    if word in forms(typed):
        return Way.FORM
    if len(typed) >= SHORTEST_BEGINNING and word.startswith(typed):
        return Way.BEGINNING
    if len(typed) >= SHORTEST_PART and typed in word:
        return Way.INSIDE
    parts = stems(typed)
    if word.startswith(parts):
        return Way.STEM_BEGINNING
    if any(part in word for part in parts):
        return Way.STEM_INSIDE
    if len(typed) >= SHORTEST_WITH_TYPO and len(word) >= SHORTEST_MEANT and one_typo_apart(typed, word):
        return Way.TYPO
    if len(typed) >= SHORTEST_BEGINNING_WITH_TYPO and word[:2] == typed[:2] and any(one_typo_apart(typed, word[: len(typed) + i]) for i in (-1, 0, 1)):
        return Way.TYPO_BEGINNING
    return None


def grade(typed: str, word: str) -> int | None:
    """The place of a match in the order, from 0: twice its way, and one more where it is only there without dots. None when there is none."""
    folded = way(fold(typed), fold(word))
    if folded is None:
        return None
    dotted = way(typed, word)
    return min(2 * folded + 1, 2 * dotted if dotted is not None else 2 * folded + 1)


def begin_alike(typed: str, word: str) -> bool:
    """True for words with the same two letters first, without dots. Of a number a match has more than that in common."""
    return fold(typed)[:2] == fold(word)[:2]

"""Words: how a text is cut into the words that are searched, and how they are written without dots.

`theme/static/js/sokindex.js` does the same in the reader's browser; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# An organisation number in two parts, and one dressed as a VAT number or with the prefix of companies.
_NUMBER_IN_PARTS = re.compile(r"(?<![0-9])(?:16)?([0-9]{6})(?:[-\u2013]|[ \u00a0](?=[0-9]{4}(?![0-9])))([0-9]{1,4})(?![0-9])")
_DRESSED_NUMBER = re.compile(r"(?<![a-z0-9])(?:16([0-9]{10})|se([0-9]{10})01)(?![a-z0-9])")
_WORD = re.compile(r"[^\W_]+")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_HYPHENATED = re.compile(rf"[^\W_]+(?:{_HYPHEN.pattern}[^\W_]+)+")
_MARKS = re.compile(r"[\u0300-\u036f]")
# Words that say nothing of what is looked for: beside others they need not be found.
STOP_WORDS = frozenset(
    {"o", "och", "i", "på", "en", "ett", "av", "att", "de", "den", "det",
     "du", "är", "för", "jag", "med", "min", "om", "som", "till", "a", "the", "and", "of"}
)  # fmt: skip
# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"æ": "a", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, each once, in order. An organisation number is one word of ten digits, however it is written."""
    return tuple(dict.fromkeys(_WORD.findall(_plain(text))))


def joined_words(text: str) -> tuple[str, ...]:
    """The words of a text in which a hyphen joins: `akassa` for `A-kassa`. Numbers with a hyphen between them are two."""
    if not _HYPHEN.search(text):
        return words(text)
    return tuple(dict.fromkeys(_WORD.findall(_HYPHENATED.sub(_joined, _plain(text)))))


def _joined(match: re.Match[str]) -> str:
    word = _HYPHEN.sub("", match.group())
    return match.group() if is_number(word) else word


def telling(found: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the stop words; all of them where there are no others."""
    return tuple(word for word in found if word not in STOP_WORDS) or found


def _plain(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).lower()
    if not any(map(str.isdigit, lower)):
        return lower
    return _DRESSED_NUMBER.sub(r"\1\2", _NUMBER_IN_PARTS.sub(r"\1\2", lower))


def fold(word: str) -> str:
    """A word in small letters without dots, rings and accents: `malmo` for `malmö`."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word))).translate(_LETTERS)


def is_number(word: str) -> bool:
    """True for a word of digits only. A number with one digit wrong is another number, so no typo in it is forgiven."""
    return word.isascii() and word.isdigit()

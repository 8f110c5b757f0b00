"""Characters that no text of ours may hold, because a reader does not see what a search sees.

Those that no reader sees, also when they are written as a character reference such as `&shy;`, which
becomes the character itself on a page. And letters of another script among Latin ones, or marks that
make a letter of no language: such a word reads as another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html.entities import html5

from generator.records.disguise import INVISIBLE

# All that no reader sees, the line breaks that only some programs know, and half characters. They hide words from a search.
HIDDEN = re.compile(f"[{INVISIBLE}\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# As Markdown and browsers take it; however many zeros stand in front.
_REFERENCE = re.compile(r"&(?:#0*(?P<decimal>[0-9]{1,7})|#[xX]0*(?P<hexadecimal>[0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
_HIGHEST = 0x10FFFF
# A word with a letter above the Latin ones, or with a mark written onto a letter. Most texts have none.
_UNUSUAL_WORD = re.compile(
    r"[^\W\d_]*(?:[^\W\d_\u0000-\u024f]|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])(?:[^\W\d_]|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])*"
)


def find_hidden(text: str) -> Iterator[tuple[int, str]]:
    """Where each hidden character stands, or the reference that becomes one, and its name such as U+00AD."""
    if "&" not in text and HIDDEN.search(text) is None:
        # Nearly always so, and it is asked of every line and value of every record.
        return iter(())
    found = [(match.start(), ord(match.group())) for match in HIDDEN.finditer(text)]
    if "&" in text:
        for reference in _REFERENCE.finditer(text):
            found += [(reference.start(), ord(character)) for character in _referred(reference) if HIDDEN.match(character)]
    return ((start, f"U+{code:04X}") for start, code in sorted(found))


def _referred(reference: re.Match[str]) -> str:
    """The characters themselves: html.unescape leaves out those that no browser leaves out."""
    if reference["name"]:
        return html5.get(f"{reference['name']};", "")
    code = int(reference["decimal"]) if reference["decimal"] else int(reference["hexadecimal"], 16)
    return chr(code) if code <= _HIGHEST else ""


def find_imitations(text: str) -> Iterator[re.Match[str]]:
    """Each word that has Latin letters together with others, or a mark on a letter that no language writes so."""
    return (word for word in _UNUSUAL_WORD.finditer(text) if _imitates(unicodedata.normalize("NFC", word.group())))


def _imitates(word: str) -> bool:
    if any(unicodedata.category(character) in ("Mn", "Me") for character in word):
        return True
    letters = [character for character in word if character.isalpha()]
    return len({_is_latin(letter) for letter in letters}) > 1


@cache
def _is_latin(letter: str) -> bool:
    # The micro sign stands for a unit, and its plain form is Greek.
    return letter == "\N{MICRO SIGN}" or all("LATIN" in unicodedata.name(plain, "") for plain in unicodedata.normalize("NFKC", letter) if plain.isalpha())

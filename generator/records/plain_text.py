"""What a reader sees of a Markdown text, with the place of each character in what was written.

Rules about words and sentences look at this and not at the Markdown, so that the address of a link
is no word of ours, and so that emphasis, an entity, a letter of another style or a decomposed one inside a word hides nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.records.disguise import INVISIBLE

# Each alternative is one thing that looks otherwise on the page; everything else is shown as it stands.
_PIECE = re.compile(
    r"(?P<entity>&(?:#0*[0-9]{1,7}|#[xX]0*[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?P<target>\]\([ ]*<?[^)\s>]*>?[ ]*\)?)"
    r"|(?P<address><?https?://[^\s)>\]]+>?)"
    r"|(?P<item>^[ ]*[*+-][ ])"
    r"|(?P<mark>[*`]+|!?\[)"
    r"|(?P<cluster>\w[\u0300-\u036f]+)"
    rf"|(?P<unseen>[{INVISIBLE}]+)"
    r"|(?P<other>[^\x00-\u024f\u2000-\u206f])",
    re.MULTILINE,
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SHOWN_AS_IT_STANDS = "item"


@dataclass(frozen=True, slots=True)
class PlainText:
    """The words of a text. `origins`: for each character of `text`, the index in the original of what it came from."""

    text: str
    origins: tuple[int, ...]

    def origin(self, index: int) -> int:
        """Where in the original the character at `index` stands. Past the end: the last place."""
        return self.origins[min(index, len(self.origins) - 1)] if self.origins else 0


def plain_text(markdown: str) -> PlainText:
    """The text without link targets, addresses and marks of emphasis; entities and letters as they are shown. Line breaks stay."""
    shown: list[str] = []
    origins: list[int] = []
    for text, origin, moves in _pieces(markdown):
        shown.append(text)
        origins += [origin + index if moves else origin for index in range(len(text))]
    return PlainText("".join(shown), tuple(origins))


def _pieces(markdown: str) -> Iterator[tuple[str, int, bool]]:
    """Each stretch of shown text, where it begins, and whether its characters follow one another there too."""
    position = 0
    for match in _PIECE.finditer(markdown):
        yield markdown[position : match.start()], position, True
        if match.lastgroup == _SHOWN_AS_IT_STANDS:
            yield match.group(), match.start(), True
        else:
            yield _shown(match), match.start(), False
        position = match.end()
    yield markdown[position:], position, True


def _shown(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "entity":
            return "".join(map(_plain, _UNSEEN.sub("", html.unescape(match.group()))))
        case "escaped":
            return match.group()[1]
        case "cluster":
            letter = unicodedata.normalize("NFC", match.group())
            return letter if len(letter) == 1 else _plain(letter[0])
        case "other":
            return _plain(match.group())
        case _:
            return ""


@cache
def _plain(character: str) -> str:
    """A letter of another width or style as the letter it is; what is written onto another is dropped."""
    if unicodedata.category(character) in ("Mn", "Me"):
        return ""
    wide = unicodedata.normalize("NFKC", character)
    return wide if wide.isalnum() else character

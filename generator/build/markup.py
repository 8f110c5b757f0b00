"""The tags and texts of a page in order, quickly when the page is written as our templates write.

Nearly every page is: tags in lower case, values in double quotes, no sign that could begin a tag inside a text. There one expression splits
the page, and the same tag on a thousand pages is read once. A page that is not so to the last character is read by the standard library's
parser from its beginning. Both give the same; a test holds them against each other.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

_PLAIN_TAG = re.compile(r"(<[^<>]*>)")
_NAME = "[a-z][a-z0-9-]*"
_START = re.compile(rf'<({_NAME})((?:[ \n]+[A-Za-z][A-Za-z0-9:-]*(?:="[^"]*")?)*)[ \n]*/?>')
_ATTRIBUTE = re.compile(r'([A-Za-z][A-Za-z0-9:-]*)(?:="([^"]*)")?')
_END = re.compile(rf"</({_NAME})>")
_DOCTYPE = re.compile(r"<!doctype html>", re.IGNORECASE)
# What stands in these is no markup, or is so to some parsers, and in the first two no character reference is one. Only a text may stand in them.
_CODE = frozenset({"script", "style"})
_ONLY_TEXT = _CODE | {"textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript"}
_TAGS_REMEMBERED = 1 << 16


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag. attributes: names and values; None for one without a value. The last of two with one name counts."""

    name: str
    attributes: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag."""

    name: str


# A text is as a reader sees it, without character references.
Piece = StartTag | EndTag | str


def pieces(text: str) -> Iterator[tuple[int, Piece]]:
    """Every tag and every text of a page, each with the offset where it begins. Comments and declarations are left out."""
    quick = quick_pieces(text)
    return iter(parsed_pieces(text) if quick is None else quick)


def parsed_pieces(text: str) -> list[tuple[int, Piece]]:
    """The pieces of any page, as the standard library reads it."""
    return _Parser(text).pieces


class Places:
    """Lines and columns in a text, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def of(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def quick_pieces(text: str) -> list[tuple[int, Piece]] | None:
    """The pieces of a page that is written as ours are; None for any other."""
    found: list[tuple[int, Piece]] = []
    offset = 0
    inside = ""
    for number, part in enumerate(_PLAIN_TAG.split(text)):
        if number % 2:
            piece = _tag(part)
            if piece is None or (inside and piece != EndTag(inside)):
                return None
            inside = piece.name if isinstance(piece, StartTag) and piece.name in _ONLY_TEXT else ""
            if piece:
                found.append((offset, piece))
        elif part:
            if "<" in part or ">" in part:
                return None
            found.append((offset, part if inside in _CODE or "&" not in part else html.unescape(part)))
        offset += len(part)
    return None if inside else found


@lru_cache(maxsize=_TAGS_REMEMBERED)
def _tag(written: str) -> StartTag | EndTag | str | None:
    """One tag. Empty for a declaration, None for what only a parser may read."""
    if match := _START.fullmatch(written):
        if match[1] in _ONLY_TEXT and written.endswith("/>"):
            return None
        written_values = (found.groups() for found in _ATTRIBUTE.finditer(match[2]))
        return _start(match[1], ((key.lower(), None if value is None else html.unescape(value)) for key, value in written_values))
    if match := _END.fullmatch(written):
        return EndTag(match[1])
    return "" if _DOCTYPE.fullmatch(written) else None


def _start(name: str, attributes: Iterable[tuple[str, str | None]]) -> StartTag:
    return StartTag(name, tuple(dict(attributes).items()))


class _Parser(HTMLParser):
    """Notes the pieces of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[int, Piece]] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag."""
        self._add(_start(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash at the end of a start tag ends nothing in HTML."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An end tag."""
        self._add(EndTag(tag))

    def handle_data(self, data: str) -> None:
        """A text, or a part of one."""
        self._add(data)

    def _add(self, piece: Piece) -> None:
        line, column = self.getpos()
        self.pieces.append((self._starts[line - 1] + column, piece))

"""A text as a reader sees it, where that is not as it is written.

A number or an address can be hidden from a search without being hidden from a reader: digits of
other scripts, character references, escapes, percent-encoding, marks of emphasis and characters
that are not seen at all. Here such a text is turned into plain digits and letters, and each part
of it can be found again in what was written, so that it can be pointed at and masked.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote_to_bytes

# Characters that no reader sees: controls, soft hyphen, joiners, fillers, variation selectors, direction marks, tags.
INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_EMPHASIS = "*_~`\\"
# Swedish and other Latin letters, dashes, quotes and spaces that every search knows.
_ORDINARY_ABOVE_ASCII = "\u00a0\u00a7\u00ab\u00b0\u00bb\u00bd\u00c0-\u024f\u2009\u2010-\u2014\u2018-\u201d\u2026\u202f\u2212"
# One character without which nothing is disguised but two spaces in a row. Most texts have none, and this is ten times faster to see.
_UNUSUAL = re.compile(rf"[^ !-$'-)+-\[\]^a-}}{_ORDINARY_ABOVE_ASCII}]")
_INVISIBLE_CHARACTERS = re.compile(f"[{INVISIBLE}]")
# Percent-encoding of percent-encoding.
_ENCODED_AGAIN = re.compile(r"%(?:25)+([0-9A-Fa-f]{2})")
# What is no dash but looks like one: a minus, a bullet, a sound mark, a line of a box.
_LIKE_DASHES = (
    "\N{MINUS SIGN}\N{HYPHEN BULLET}\N{MODIFIER LETTER MINUS SIGN}\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{HANGUL LETTER EU}"
    "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}\N{HALFWIDTH KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
)
# What has to be read as something else.
DISGUISED = re.compile(
    rf"(?P<reference>&(?:\#0*[0-9]{{1,7}}|\#[xX]0*[0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)"
    rf"|(?P<escape>\\(?:u[0-9A-Fa-f]{{4}}|[nrt]))|(?P<encoded>(?:%(?:25)*[0-9A-Fa-f]{{2}})+)"
    rf"|(?P<dropped>[{re.escape(_EMPHASIS)}{INVISIBLE}]+)"
    rf"|(?P<space>(?<![ \t])[ \t]*\n[ \t]*(?!\s)|(?<=\S)(?:[ \t]{{2,}}|\t))"
    rf"|(?P<composed>[^\W\d_][\u0300-\u036f]+)|(?P<other>[^\x00-\x7f{_ORDINARY_ABOVE_ASCII}])"
)
# A character that such a part begins with, or has after its first; two spaces are looked for apart. One set of characters is found many times faster.
_NEAR_DISGUISE = re.compile(rf"[&%\t\n{re.escape(_EMPHASIS)}{INVISIBLE}]|[^\x00-\x7f{_ORDINARY_ABOVE_ASCII}]")
_MARKS = ("\u0300", "\u036f")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something private in a text. `what` is one of person_number, email, phone, health, denied; `start` counts characters."""

    what: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as seen. edits: (start, end) of each changed part here, and (start, end) of what it was read from."""

    text: str
    edits: tuple[tuple[int, int, int, int], ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where the part from `start` to `end` stands in what was written."""
        first, begins = self._edit(start)
        last, ends = self._edit(end - 1)
        return (first[2] if begins else first[3] + start - first[1]), (last[3] if ends else last[3] + end - last[1])

    def _edit(self, position: int) -> tuple[tuple[int, int, int, int], bool]:
        """The last edit that begins at or before a character, and whether the character is part of it."""
        index = bisect_right(self.edits, position, key=lambda edit: edit[0])
        edit = self.edits[index - 1] if index else (0, 0, 0, 0)
        return edit, position < edit[1]


def read_as_seen(text: str) -> Iterator[Reading]:
    """The text with disguised characters read but nothing dropped, and with emphasis and the invisible dropped, where either differs."""
    if _may_be_disguised(text):
        changed = list(_changed(text))
        plain = _read(text, ((match, seen) for match, seen, _ in changed))
        if plain.text != text:
            yield plain
        if any(seen != without for _, seen, without in changed):
            bare = _read(text, ((match, without) for match, _, without in changed))
            if bare.text not in (plain.text, text):
                yield bare


def find_in_every_reading(text: str, find: Callable[[str], Iterator[Finding]]) -> Iterator[Finding]:
    """What `find` finds in the text as written and as seen, each place once, in order."""
    found = list(_apart(find(text)))
    for reading in read_as_seen(text):
        taken = bytearray(len(text))
        for finding in found:
            taken[finding.start : finding.end] = b"x" * (finding.end - finding.start)
        for seen in find(reading.text):
            start, end = reading.written(seen.start, seen.end)
            if not any(taken[start:end]):
                found.append(Finding(seen.what, start, end))
    yield from sorted(found, key=lambda finding: finding.start)


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings less those that reach into one before them."""
    end = 0
    for finding in sorted(findings, key=lambda finding: (finding.start, -finding.end)):
        if finding.start >= end:
            yield finding
            end = finding.end


def bare(text: str) -> str:
    """The text as seen, on one line."""
    line = " ".join(text.split())
    return _read(line, ((match, without) for match, _, without in _changed(line))).text if _may_be_disguised(line) else line


def _may_be_disguised(text: str) -> bool:
    return _UNUSUAL.search(text) is not None or "  " in text.lstrip(" ")


def _changed(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each part that has to be read as something else: with nothing dropped, and with emphasis and the invisible dropped."""
    for match in disguised_parts(text):
        yield match, _seen(match, drop=False), _seen(match, drop=True)


def disguised_parts(text: str) -> Iterator[re.Match[str]]:
    """What `DISGUISED.finditer` finds, tried only where something can begin."""
    done = at = 0
    spaces = text.find("  ")
    while True:
        near = _NEAR_DISGUISE.search(text, at)
        if 0 <= spaces < at:
            spaces = text.find("  ", at)
        places = [place for place in (near.start() if near else -1, spaces) if place >= 0]
        if not places:
            return
        place = min(places)
        # A single space before a tab or the end of a line, and the letter that a mark is written onto.
        first = place > done and ((text[place] in "\t\n" and text[place - 1] == " ") or _MARKS[0] <= text[place] <= _MARKS[1])
        match = (DISGUISED.match(text, place - 1) if first else None) or DISGUISED.match(text, place)
        if match:
            yield match
            done = at = match.end()
        else:
            at = place + 1


def _read(text: str, changed: Iterable[tuple[re.Match[str], str]]) -> Reading:
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    last = length = 0
    for match, seen in changed:
        start, end = match.span()
        if seen == match[0]:
            continue
        length += start - last
        edits.append((length, length + len(seen), start, end))
        pieces += (text[last:start], seen)
        length += len(seen)
        last = end
    return Reading("".join([*pieces, text[last:]]), tuple(edits))


def _seen(match: re.Match[str], *, drop: bool) -> str:
    written = match.group()
    match match.lastgroup:
        case "reference":
            return _coded(html.unescape(written), drop)
        case "escape":
            return _coded(chr(int(written[2:], 16)), drop) if written[1] == "u" else " "
        case "encoded":
            return _coded(_decoded(written), drop)
        case "dropped":
            return "" if drop else written
        case "space":
            return " "
        case "composed":
            letter = unicodedata.normalize("NFC", written)
            return letter if len(letter) == 1 else written[0]
        case _:
            return _plain(written)


def _coded(characters: str, drop: bool) -> str:
    """The characters that a code stands for, as plain as they can be."""
    return "".join(_plain(character) for character in (_INVISIBLE_CHARACTERS.sub("", characters) if drop else characters))


def _decoded(encoded: str) -> str:
    """What percent-encoding stands for, in UTF-8 or else Latin-1, also when it was encoded more than once."""
    code = unquote_to_bytes(_ENCODED_AGAIN.sub(r"%\1", encoded))
    try:
        return code.decode("utf-8")
    except UnicodeDecodeError:
        return code.decode("latin-1")


@cache
def _plain(character: str) -> str:
    """A character of any script or width as plain as it can be: a digit, a dash, a space. What is written onto another is dropped."""
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Pd" or character in _LIKE_DASHES:
        return "-"
    if category == "Zs":
        return " "
    if category in ("Mn", "Me"):
        return ""
    wide = unicodedata.normalize("NFKC", character)
    return wide if len(wide) == 1 or wide.isalnum() else character

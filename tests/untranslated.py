"""Words on a page in the language of tests that no catalogue has: outside the marks, and in no element marked as Swedish or as a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.site.pseudo import CLOSING, OPENING

_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_UNSEEN = frozenset({"script", "style", "code"})
_SEEN_ATTRIBUTES = frozenset({"aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder", "label"})
# What the build and the scripts read, and no reader sees.
_MACHINE = re.compile(
    r"data-(?:andra|borttagen|emot|id|intresse|kalla|kopiera|kraver-text|matning|namn|oavgjort|ohord|siffra|stalle|svar|svar-fran|svarstext|symmetri"
    r"|text|underlag|uppgift|utfall|vem"
    # What the scripts find rows, values and files by.
    r"|facett|facetter|hel|jamfor|leverantor|namn-fil|om|sok|val|varde|varden"
    # The name of a record over a cell on a narrow screen.
    r"|system)"
)
# Two letters together: a single one is a grade, or the letter that names begin with.
_WORD = re.compile(r"[^\W\d_]{2}")
# What is the same in every language: an address, and the name of a format.
_SAME = re.compile(r"(?:https?://|[\w.]+@)\S+|\b(?:CSV|JSON)\b")


@dataclass
class _Reader(HTMLParser):
    """Collects what is outside the marks."""

    heading: str = ""
    found: list[str] = field(default_factory=list)
    _open: list[tuple[str, bool]] = field(default_factory=list)
    _depth: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @property
    def _told(self) -> bool:
        """True inside an element that says what language its words are in, or that they are a name."""
        return any(told for _, told in self._open)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        told = ("lang" in given and tag != "html") or given.get("translate") == "no"
        for name, value in given.items():
            seen = name in _SEEN_ATTRIBUTES or (name.startswith("data-") and not _MACHINE.fullmatch(name))
            seen = seen or (name == "content" and given.get("name") == "description") or (name == "value" and tag == "input" and given.get("type") == "submit")
            if seen and not told and not self._told and _WORD.search(_outside(value)):
                self.found.append(f"<{tag} {name}={value!r}>")
        if tag not in _VOID:
            self._open.append((tag, told))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside_picture = bool(self._open) and self._open[-1][0] == "text"  # where a text may be cut
        outside, depth = _split(data, 0 if inside_picture else self._depth)
        self._depth = self._depth if inside_picture else depth
        if any(tag in _UNSEEN for tag, _ in self._open) or self._told:
            return
        if self._open and self._open[-1][0] == "title":
            outside = outside.replace(self.heading, "") if self.heading else outside
            outside = outside.replace("Coachkollen", "")
        if _WORD.search(_SAME.sub("", outside)):
            self.found.append(f"<{self._open[-1][0] if self._open else ''}> {' '.join(data.split())[:160]}")

    def close(self) -> None:
        super().close()
        if self._depth:
            self.found.append(f"{self._depth} marks are not closed")


def _split(text: str, depth: int) -> tuple[str, int]:
    """What stands outside the marks, and how many are open after it."""
    outside = []
    for character in text:
        if character == CLOSING:
            depth -= 1
        elif character == OPENING:
            depth += 1
        elif depth == 0:
            outside.append(character)
    return "".join(outside), depth


def _outside(text: str) -> str:
    return _SAME.sub("", _split(text, 0)[0])


def untranslated(page: str) -> Iterator[str]:
    """Each text of a page that is not translated, with its element. A page may be named after the record that it is about."""
    heading = re.search(r"<h1[^>]*(?:lang=|translate=)[^>]*>(.*?)</h1>", page, re.S)
    reader = _Reader(heading=re.sub(r"<[^>]+>", "", heading[1]).strip() if heading else "")
    reader.feed(page)
    reader.close()
    return iter(reader.found)

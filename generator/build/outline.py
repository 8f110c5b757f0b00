"""What one built page holds that a check must know: links, anchors, marks, and anything that could run code or call another site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.problems import printable

_LINK_ATTRIBUTES: Mapping[str, str] = {
    "a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action", "iframe": "src",
}  # fmt: skip
_ACTIVE_TAGS = frozenset({"iframe", "frame", "object", "embed", "applet", "form", "base", "portal", "math"})
_ACTIVE_ATTRIBUTES = frozenset({"style", "srcdoc", "srcset", "formaction", "ping", "background"})
_ADDRESS_ATTRIBUTES = frozenset({"href", "src", "action", "data", "poster", "cite", "xlink:href", "manifest", "longdesc"})
# Elements that fetch what they point at when the page is shown.
_LOADING_TAGS = frozenset({"img", "source", "video", "audio", "track", "input", "link", "image", "use", "script"})
_SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
# An empty icon, so that no browser asks for /favicon.ico.
_NO_ICON = "data:,"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What browsers pass over inside an address.
_PASSED_OVER = re.compile(r"[\x00-\x20]+")


# What templates say of the elements that the rules are about: which statement, answer, outcome, figure or name stands there.
_MARKS = (
    "data-uppgift",
    "data-svar-fran",
    "data-svar",
    "data-utfall",
    "data-siffra",
    "data-matning",
    "data-borttagen",
    "data-symmetri",
    "data-lista",
    "data-namn",
)
_NEEDS_TEXT = "data-kraver-text"
# Elements without an end.
_VOID_TAGS = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark that a template has left: the attribute, its value and where it stands."""

    attribute: str
    value: str
    line: int
    column: int


@dataclass(slots=True)
class _Open:
    """An element that must have a text, until it ends. `depth`: how many elements of its own kind are open inside it, itself included."""

    tag: str
    code: str
    line: int
    column: int
    depth: int = 1
    text: list[str] = field(default_factory=list)


class Outline(HTMLParser):
    """The outline of one page.

    links: (address, line, column) of everything that leads or loads. anchors: ids. marks: in the order of
    the page. wordless: (code, line, column) of each element that should have had a text. entries: the
    permanent ids of what a feed shows too. active: (what, line, column) of each thing that no page of ours may have.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, int, int]] = []
        self.anchors: set[str] = set()
        self.marks: list[Mark] = []
        self.wordless: list[tuple[str, int, int]] = []
        self.entries: set[str] = set()
        self.active: list[tuple[str, int, int]] = []
        self._open: list[_Open] = []
        self._in_script = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one element brings."""
        line, column = self.getpos()
        values = dict(attrs)
        if values.get("id"):
            self.anchors.add(str(values["id"]))
        if values.get("data-id"):
            self.entries.add(str(values["data-id"]))
        target = values.get(_LINK_ATTRIBUTES.get(tag, ""))
        if target is not None and target != _NO_ICON:
            self.links.append((target, line, column + 1))
        self.active += [(what, line, column + 1) for what in _active(tag, values)]
        self.marks += [Mark(name, str(values[name]), line, column + 1) for name in _MARKS if name in values]
        for element in self._open:
            element.depth += element.tag == tag and tag not in _VOID_TAGS
        if values.get(_NEEDS_TEXT):
            self._open.append(_Open(tag, str(values[_NEEDS_TEXT]), line, column + 1))
        self._in_script = tag == "script" and bool(values.get("src"))

    def handle_data(self, data: str) -> None:
        """Note the words of the elements that must have some, and code inside a script that is fetched."""
        for element in self._open:
            element.text.append(data)
        if self._in_script and data.strip():
            self.active.append(("<script>", *self.getpos()))

    def handle_endtag(self, tag: str) -> None:
        """Note which elements that end here have no words."""
        self._in_script = False
        for element in self._open:
            element.depth -= element.tag == tag
        self.wordless += [(e.code, e.line, e.column) for e in self._open if not e.depth and not "".join(e.text).strip()]
        self._open = [element for element in self._open if element.depth]


def _active(tag: str, values: Mapping[str, str | None]) -> list[str]:
    """What in one element could run code, change the look or call another site."""
    alone = tag == "script" and not str(values.get("src") or "").startswith("/")
    found = [f"<{tag}>"] if alone or tag in _ACTIVE_TAGS or (tag == "meta" and "http-equiv" in values) else []
    for name, value in values.items():
        if name.startswith("on") or name in _ACTIVE_ATTRIBUTES:
            found.append(name)
        if name in _ADDRESS_ATTRIBUTES and value is not None and value != _NO_ICON and _unsafe(tag, value):
            found.append(f"{name}={printable(value[:80])}")
    return found


def _unsafe(tag: str, address: str) -> bool:
    """True for an address of another kind than a web address, or one that is fetched from another site."""
    plain = _PASSED_OVER.sub("", address)
    scheme = match.group(1).lower() if (match := _SCHEME.match(plain)) else ""
    return scheme not in _SAFE_SCHEMES or (tag in _LOADING_TAGS and (bool(scheme) or plain.startswith(("//", "\\\\", "/\\", "\\/"))))

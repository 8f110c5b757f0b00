"""What one built page holds that a check must know: links, anchors, marks, and anything that could run code or call another site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from generator.build.markup import EndTag, Places, StartTag, pieces
from generator.problems import printable
from generator.site.security import PAGE_POLICY

_LINK_ATTRIBUTES: Mapping[str, str] = {
    "a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action", "iframe": "src",
}  # fmt: skip
# Without these a page could fetch what it liked, or be sent elsewhere.
_AT_LEAST = ("default-src", "base-uri", "form-action")
_SINCE = re.compile(r"(?:\.\./)+historik/[a-z]+/[a-z0-9-]+/sedan-[0-9-]+/")
_ACTIVE_TAGS = frozenset({"iframe", "frame", "object", "embed", "applet", "base", "portal", "math"})
_ACTIVE_ATTRIBUTES = frozenset({"style", "srcdoc", "srcset", "formaction", "formmethod", "ping", "background"})
_ADDRESS_ATTRIBUTES = frozenset({"href", "src", "action", "data", "poster", "cite", "xlink:href", "manifest", "longdesc"})
# Elements that fetch what they point at when the page is shown.
_LOADING_TAGS = frozenset({"img", "source", "video", "audio", "track", "input", "link", "image", "use", "script"})
# Links that only say where something is: no browser fetches them.
_TELLING_RELATIONS = frozenset({"alternate", "cite-as", "describedby"})
# The one kind of script that is data: no browser runs it, so the policy of the page has nothing against it.
_DATA_BLOCK: Mapping[str, str] = {"type": "application/ld+json"}
_SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
# An empty icon, so that no browser asks for /favicon.ico.
_NO_ICON = "data:,"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What browsers pass over inside an address.
_PASSED_OVER = re.compile(r"[\x00-\x20]+")


# What templates say of the elements that the rules are about: which statement, answer, outcome, figure or name stands there.
_MARKS = frozenset(
    {
        "data-uppgift",
        "data-text",
        "data-vem",
        "data-underlag",
        "data-emot",
        "data-andra",
        "data-kalla",
        "data-stalle",
        "data-intresse",
        "data-borttagen",
        "data-svar-fran",
        "data-svar",
        "data-svarstext",
        "data-ohord",
        "data-utfall",
        "data-oavgjort",
        "data-siffra",
        "data-matning",
        "data-symmetri",
        "data-namn",
    }
)
_NEEDS_TEXT = "data-kraver-text"
# What a figure and a measurement must have inside: how many elements with a text that this code asks for.
_NEEDS_PARTS: Mapping[str, tuple[str, int]] = {"data-siffra": ("I12a", 3), "data-matning": ("I13a", 4)}
# The class of a state, which has its colour and its shape.
_STATE = "lage"
_TAGS_REMEMBERED = 1 << 16
# Elements without an end.
_VOID_TAGS = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Elements whose content no browser shows, or only one that cannot show the element itself.
_UNSEEN_TAGS = frozenset({"template", "noscript", "script", "style", "title", "datalist", "canvas", "audio", "video", "iframe", "object"})
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)


# Something, with the line and the column where it stands.
Place = tuple[str, int, int]


class Sight(IntEnum):
    """How a reader meets an element: not at all, after unfolding something, or at once."""

    HIDDEN = 0
    FOLDED = 1
    OPEN = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark that a template has left: the attribute, its value, where it stands and how a reader meets it. Without a word in it nobody does."""

    attribute: str
    value: str
    line: int
    column: int
    sight: Sight = Sight.OPEN


@dataclass(slots=True)
class _Element:
    """An element, until it ends.

    around: the sight of what it stands in. code: the problem when it has no text. wants, lacks: the code of the parts
    that it must have inside, and how many more of them. worded: a word has stood in it, as easy to see as itself.
    """

    tag: str
    offset: int
    sight: Sight
    around: Sight
    code: str
    wants: str
    lacks: int
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one page.

    links: (address, line, column) of everything that leads or loads. anchors: ids. marks: in the order of
    the page. wordless: (code, line, column) of each element that should have had a text, or parts with one.
    entries: the permanent ids of what a feed shows too. active: (what, line, column) of each thing that no page of ours may have.
    """

    links: tuple[Place, ...]
    anchors: frozenset[str]
    marks: tuple[Mark, ...]
    wordless: tuple[Place, ...]
    entries: frozenset[str]
    active: tuple[Place, ...]


def read_outline(text: str) -> Outline:
    """The outline of a page, or of what a feed has of one."""
    reader = _Reader()
    for offset, piece in pieces(text):
        if isinstance(piece, StartTag):
            reader.start(piece, offset)
        elif isinstance(piece, EndTag):
            reader.end(piece)
        else:
            reader.words(piece, offset)
    reader.close()
    places = Places(text)
    marks = (Mark(name, value, *places.of(at), e.sight if e.worded else Sight.HIDDEN) for name, value, at, e in reader.marked)
    links, wordless, active = (tuple((what, *places.of(at)) for what, at in found) for found in (reader.links, reader.wordless, reader.active))
    return Outline(links, frozenset(reader.anchors), tuple(marks), wordless, frozenset(reader.entries), active)


@dataclass(frozen=True, slots=True)
class _Brings:
    """What one start tag brings wherever it stands. link: None for none."""

    anchor: str
    entry: str
    link: str | None
    active: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    unseen: bool
    folds: bool
    code: str
    wants: str
    lacks: int
    # It has the colour of a state, and nothing says that it needs a text.
    bare_state: bool
    fetches: bool


@lru_cache(maxsize=_TAGS_REMEMBERED)
def _brings(tag: StartTag) -> _Brings:
    values = dict(tag.attributes)
    link = values.get(_LINK_ATTRIBUTES.get(tag.name, ""))
    code = str(values.get(_NEEDS_TEXT) or "")
    wants, lacks = next((_NEEDS_PARTS[name] for name in values if name in _NEEDS_PARTS), ("", 0))
    states = (name == _STATE or name.startswith(f"{_STATE}-") for name in str(values.get("class")).split())
    return _Brings(
        anchor=str(values.get("id") or ""),
        entry=str(values.get("data-id") or ""),
        link=link if link != _NO_ICON else None,
        active=tuple(_active(tag.name, values)),
        marks=tuple((name, str(value)) for name, value in values.items() if name in _MARKS),
        unseen=_is_unseen(tag.name, values),
        folds=tag.name == "details" and "open" not in values,
        code=code,
        wants=wants,
        lacks=lacks,
        bare_state=not code and any(states),
        fetches=tag.name == "script" and bool(values.get("src")),
    )


class _Reader:
    """Reads the outline of one page, piece by piece."""

    def __init__(self) -> None:
        self.links: list[tuple[str, int]] = []
        self.anchors: set[str] = set()
        self.wordless: list[tuple[str, int]] = []
        self.entries: set[str] = set()
        self.active: list[tuple[str, int]] = []
        self.marked: list[tuple[str, str, int, _Element]] = []
        self._open: list[_Element] = []
        self._in_script = False

    def start(self, tag: StartTag, offset: int) -> None:
        """Note what one element brings."""
        brings = _brings(tag)
        if brings.anchor:
            self.anchors.add(brings.anchor)
        if brings.entry:
            self.entries.add(brings.entry)
        if brings.link is not None:
            self.links.append((brings.link, offset))
        self.active += [(what, offset) for what in brings.active]
        element = self._element(tag, brings, offset)
        self.marked += [(name, value, offset, element) for name, value in brings.marks]
        if brings.bare_state:
            self.wordless.append(("I14c", offset))
        if tag.name not in _VOID_TAGS:
            self._open.append(element)
        self._in_script = brings.fetches

    def words(self, text: str, offset: int) -> None:
        """Note the words of the elements that stand around them, and code inside a script that is fetched."""
        if self._open and any(map(str.isalnum, text)):
            sight = self._open[-1].sight
            for element in self._open:
                element.worded = element.worded or element.sight <= sight
        if self._in_script and text.strip():
            self.active.append(("<script>", offset))

    def end(self, tag: EndTag) -> None:
        """End an element, and those inside it whose end nobody wrote."""
        self._in_script = False
        if any(element.tag == tag.name for element in self._open):
            while (element := self._open.pop()).tag != tag.name:
                self._end(element)
            self._end(element)

    def close(self) -> None:
        """End what nobody has ended."""
        while self._open:
            self._end(self._open.pop())

    def _element(self, tag: StartTag, brings: _Brings, offset: int) -> _Element:
        """An element that begins, inside those that are open."""
        parent = self._open[-1] if self._open else None
        around = parent.sight if parent else Sight.OPEN
        sight = around
        if brings.unseen:
            sight = Sight.HIDDEN
        elif brings.folds:
            sight = min(around, Sight.FOLDED)
        elif tag.name == "summary" and parent and parent.tag == "details":
            sight = parent.around
            # Only the first one is seen while the rest is folded.
            parent.around = parent.sight
        return _Element(tag.name, offset, sight, around, brings.code, brings.wants, brings.lacks)

    def _end(self, element: _Element) -> None:
        """Note whether an element that has ended lacks its words or its parts. One inside another that needs a text is no part of its own."""
        if element.lacks > 0:
            self.wordless.append((element.wants, element.offset))
        if not element.code:
            return
        if not element.worded or element.sight is Sight.HIDDEN:
            self.wordless.append((element.code, element.offset))
        elif not any(outer.code for outer in self._open):
            for outer in self._open:
                outer.lacks -= outer.wants == element.code and outer.sight <= element.sight


def _is_unseen(tag: str, values: Mapping[str, str | None]) -> bool:
    """True for an element that no reader sees, or that is not read aloud."""
    return (
        tag in _UNSEEN_TAGS
        or (tag == "dialog" and "open" not in values)
        or "hidden" in values
        or "popover" in values
        or ("aria-hidden" in values and str(values["aria-hidden"]).lower() == "true")
        or ("style" in values and _UNSEEN_STYLE.search(str(values["style"])) is not None)
    )


def _active(tag: str, values: Mapping[str, str | None]) -> list[str]:
    """What in one element could run code, change the look or call another site."""
    alone = tag == "script" and not str(values.get("src") or "").startswith("/") and dict(values) != _DATA_BLOCK
    telling = tag == "link" and bool(values.get("rel")) and set(str(values["rel"]).lower().split()) <= _TELLING_RELATIONS
    sends = tag == "form" and not _only_asks(values)
    orders = tag == "meta" and "http-equiv" in values and not _is_our_policy(values)
    frames = tag in _ACTIVE_TAGS and not _shows_what_came_since(tag, values)
    found = [f"<{tag}>"] if alone or sends or frames or orders else []
    for name, value in values.items():
        if name.startswith("on") or name in _ACTIVE_ATTRIBUTES:
            found.append(name)
        if name in _ADDRESS_ATTRIBUTES and value is not None and value != _NO_ICON and _unsafe("a" if telling else tag, value):
            found.append(f"{name}={printable(value[:80])}")
    return found


def _only_asks(form: Mapping[str, str | None]) -> bool:
    """True for a form that only leads to a page of our own, with what is written in the address."""
    address = _PASSED_OVER.sub("", str(form.get("action") or ""))
    return str(form.get("method") or "").lower() == "get" and address.startswith("/") and not address.startswith(("//", "/\\"))


def _is_our_policy(values: Mapping[str, str | None]) -> bool:
    """True for the one order to browsers that stands in every page: what they may do with it, to the letter, or less than that.

    Less, since a page of a past release has no script, and keeps the order that it was stored with.
    """
    if values.keys() != {"http-equiv", "content"} or values["http-equiv"] != "Content-Security-Policy":
        return False
    ours = set(PAGE_POLICY.split("; "))
    said = set(str(values["content"]).split("; "))
    return said <= ours and said >= {order for order in ours if order.startswith(_AT_LEAST)}


def _shows_what_came_since(tag: str, values: Mapping[str, str | None]) -> bool:
    """True for the one frame of the site: in a page of a past release, what has changed since."""
    return tag == "iframe" and values.keys() == {"src", "title"} and _SINCE.fullmatch(str(values["src"])) is not None


def _unsafe(tag: str, address: str) -> bool:
    """True for an address of another kind than a web address, or one that is fetched from another site."""
    plain = _PASSED_OVER.sub("", address)
    scheme = match.group(1).lower() if (match := _SCHEME.match(plain)) else ""
    return scheme not in _SAFE_SCHEMES or (tag in _LOADING_TAGS and (bool(scheme) or plain.startswith(("//", "\\\\", "/\\", "\\/"))))

"""Links from our own words to the list of words: each word that it explains, the first time on a page.

Only the text between tags is read, and it is never changed: a link is put around a word. What others have said is left alone
(quotations and what stands between quotation marks), and so are headings, links and names that have such a word in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.registry.names import own_names
from generator.registry.registry import Registry

_CLASS = "ordet-i-texten"
_LINK = re.compile(rf'<a class="{_CLASS}" href="(?P<address>[^"]*)">(?P<words>[^<]*)</a>')
_TAG = re.compile(r"(<[^>]*>)")
_TAG_NAME = re.compile(r"<(?P<end>/?)(?P<name>[a-z0-9]+)")
_LEFT_ALONE = frozenset({"a", "blockquote", "q", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
# Where a quotation that was not ended is over.
_BLOCKS = frozenset({"p", "li", "ul", "ol", "td", "tr", "div", "section"})
_QUOTED = re.compile(r'”|“|"|»|«|&quot;')
_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)\s*")
# How the last word of a name may end in Swedish, and how a describing word before it changes.
_ENDINGS = r"(?:s|e[nt]s?|[nt]s?|[aeo]r(?:s|nas?)?|nas?)?"
_DESCRIBING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:ad|at|ade)\Z"), "(?:ad|at|ade)"),
    (re.compile(r"(?<=lig)(?:t|a)?\Z"), "[ta]?"),
)
_NAMED = (Kind.PROFILES, Kind.BODIES, Kind.SCHEMES, Kind.PROGRAMMES)


@dataclass(frozen=True, slots=True)
class GlossaryLinks:
    """Every word in one pattern, the longest first. addresses: where the word of each group is explained; names have no group."""

    pattern: re.Pattern[str] | None
    addresses: Mapping[str, str]

    def in_html(self, html: str) -> str:
        """Safe HTML with a link around each word that is explained, the first time that it stands there."""
        if self.pattern is None or not self.pattern.search(html):
            return html
        linked: set[str] = set()
        parts = _TAG.split(html)
        closed, quoted = 0, False
        for index, part in enumerate(parts):
            if index % 2:
                closed, quoted = _after_tag(part, closed, quoted)
            elif part:
                pieces, quoted = _outside_quotes(part, quoted)
                parts[index] = "".join(text if inside or closed else self._linked(text, linked) for text, inside in pieces)
        return "".join(parts)

    def _linked(self, text: str, linked: set[str]) -> str:
        def link(found: re.Match[str]) -> str:
            address = self.addresses.get((found.lastgroup or "").partition("_")[0])
            if address is None or address in linked:
                return found.group()
            linked.add(address)
            return f'<a class="{_CLASS}" href="{address}">{found.group()}</a>'

        return self.pattern.sub(link, text) if self.pattern else text


def glossary_links(registry: Registry, address: Callable[[str], str | None]) -> GlossaryLinks:
    """The words of a registry. address: where `terms/<id>` is explained; a word without one gets no link."""
    addresses: dict[str, str] = {}
    alternatives: list[tuple[str, str]] = []
    for number, document in enumerate(sorted(registry.of(Kind.TERMS), key=lambda d: d.id)):
        where = address(document.key)
        if where:
            addresses[f"w{number}"] = where
            alternatives += [(name, f"w{number}") for name in sorted(_forms((document.record.name, *document.record.aliases)))]
    words = _pattern(alternatives)
    if words is None:
        return GlossaryLinks(None, MappingProxyType({}))
    own = {name for kind in _NAMED for document in registry.of(kind) for name in own_names(document)}
    explained = {name.lower() for name, _ in alternatives}
    names = {name for name in own if name.lower() not in explained and words.search(name)}
    return GlossaryLinks(_pattern([*alternatives, *((name, "") for name in sorted(names))]), MappingProxyType(addresses))


def first_of_each(page: str) -> str:
    """A page with only the first link to each word; of the others only the words are left."""
    seen: set[str] = set()

    def kept(link: re.Match[str]) -> str:
        again = link["address"] in seen
        seen.add(link["address"])
        return link["words"] if again else link.group()

    return _LINK.sub(kept, page)


def without_links(html: str) -> str:
    """The HTML as it was before the links."""
    return _LINK.sub(lambda link: link["words"], html)


def _forms(names: Iterable[str]) -> set[str]:
    """The names, and of `Valfrihetssystem (LOV)` both parts."""
    found = set()
    for name in names:
        found |= {part.strip() for part in (_IN_BRACKETS.sub(" ", name), *_IN_BRACKETS.findall(name)) if part.strip()}
    return found


def _pattern(alternatives: Iterable[tuple[str, str]]) -> re.Pattern[str] | None:
    """One pattern of all, the longest first; those with a group are words and may be inflected, the others names."""
    groups: dict[str, int] = {}
    written = []
    for text, group in sorted(alternatives, key=lambda item: (-len(item[0]), item)):
        if not group:
            written.append(rf"{re.escape(text)}s?")
            continue
        # A group can have its name only once in a pattern.
        groups[group] = groups.get(group, 0) + 1
        written.append(f"(?P<{group}_{groups[group]}>{_inflected(text)})")
    if not written:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")


def _inflected(name: str) -> str:
    words = name.split()
    if name.isupper():
        return re.escape(name)
    describing = "".join(f"{_described(word)}\\s+" for word in words[:-1])
    last = re.escape(words[-1]) + ("" if words[-1][-1].isdigit() else _ENDINGS)
    whole = describing + last
    first = whole[0]
    return f"[{first.lower()}{first.upper()}]{whole[1:]}" if first.isalpha() else whole


def _described(word: str) -> str:
    for ending, instead in _DESCRIBING:
        found = ending.search(word)
        if found:
            return re.escape(word[: found.start()]) + instead
    return re.escape(word)


def _after_tag(tag: str, closed: int, quoted: bool) -> tuple[int, bool]:
    """How many elements that are left alone are open after a tag, and whether a quotation goes on."""
    found = _TAG_NAME.match(tag)
    if found is None:
        return closed, quoted
    if found["name"] in _LEFT_ALONE:
        closed += -1 if found["end"] else 1
    return max(closed, 0), quoted and found["name"] not in _BLOCKS


def _outside_quotes(text: str, quoted: bool) -> tuple[list[tuple[str, bool]], bool]:
    """The text in pieces, each with whether it stands in a quotation; and whether one goes on after it."""
    pieces, start = [], 0
    for mark in _QUOTED.finditer(text):
        pieces.append((text[start : mark.end()], quoted))
        start, quoted = mark.end(), not quoted
    pieces.append((text[start:], quoted))
    return pieces, quoted

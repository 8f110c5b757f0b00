"""Which records a page shows, read from the page itself: those that it leads to, those that stand on it under an anchor, and those that it names.

What a view was given to work with says both too much and too little: a held case may be among it, which may not be told of, and a party that a list
names need not. A source is always shown with a link, and its headline may be any words, so those alone show it only where it is likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from generator.records.models import Kind
from generator.site import routes
from generator.site.maker import Maker
from generator.site.views.corrections import removed_anchor

_LINK = re.compile(r'\shref="([^"]*)"')
_ANCHOR = re.compile(r'\sid="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_SOURCES = f"{Kind.SOURCES}/"
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


class ShownRecords:
    """Finds the records that the pages of a maker show."""

    def __init__(self, maker: Maker) -> None:
        registry = maker.registry
        self._base = maker.href("")
        self._by_address: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for document in registry.documents.values():
            address = routes.record(document.kind, document.id)
            if address:
                self._by_address[address] = document.key
            if routes.page_of(document.kind, document.id) and maker.url(document.key):
                self._names[document.key] = _words(str(getattr(document.record, "name", None) or getattr(document.record, "title", "")))
        # A removed record has no words left on any page but those of its tombstone.
        for grave in registry.graves.values():
            self._by_address[f"{routes.CORRECTIONS}#{removed_anchor(grave.key)}"] = grave.key
            if place := routes.page_of(Kind(grave.record.was), grave.id):
                self._by_address[place] = grave.key

    def of(self, url: str, html: str, likely: Iterable[str]) -> tuple[str, ...]:
        """The keys of the records that a page shows, in order. url: of the page, without base path and language.

        likely: keys of what it was made with.
        """
        addresses = {url, *(f"{url}#{anchor}" for anchor in _ANCHOR.findall(html))}
        for link in map(unescape, _LINK.findall(html)):
            if link.startswith(f"{self._base}/"):
                address = link.removeprefix(self._base)
                addresses |= {address, address.partition("#")[0]}
        found = {self._by_address[address] for address in addresses if address in self._by_address}
        text = _words(unescape(_TAG.sub(" ", html)))
        likely = frozenset(likely)
        named = {key for key, name in self._names.items() if name in text and (key in likely or not key.startswith(_SOURCES)) and _stands(name, text)}
        return tuple(sorted(found | named))


def _stands(name: str, text: str) -> bool:
    """True where a name is no part of a longer word, but perhaps in the genitive."""
    return re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text) is not None


def _words(text: str) -> str:
    """A text without how it is broken into lines and words."""
    return " ".join(text.replace(_SOFT_HYPHEN, "").split())

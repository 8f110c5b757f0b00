"""A feed as Atom (RFC 4287) and as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same entries in both.

Times are noon UTC of their day, since only the day is known. Without a known host the addresses are relative to the site, as Atom allows.
An entry's id is a name, not an address, and never changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from generator.site.downloads import LICENCE
from generator.site.language import plain

# A feed goes back as many days as it takes to have so many entries.
ENOUGH_ENTRIES = 100

_ATOM = "http://www.w3.org/2005/Atom"
_LOCAL_LINK = re.compile(r'(?<= href=")/')


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news. id: for ever. day: ISO. url: where it is told, without origin. html: what it says, with addresses that begin with a slash."""

    id: str
    day: str
    title: str
    url: str
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. id: for ever. url: its own address without ending, base path and origin. page: what it is about, without origin.

    entries: the latest first. updated: ISO, also of a feed without entries. is_page: True when the page shows the same entries, and no others.
    """

    id: str
    url: str
    title: str
    page: str
    entries: tuple[Entry, ...]
    updated: str
    is_page: bool = False


def latest(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of the latest days, until there are enough; no day is cut in two, so a reader who comes seldom misses no half. entries: the latest first."""
    if len(entries) <= ENOUGH_ENTRIES:
        return tuple(entries)
    oldest = entries[ENOUGH_ENTRIES - 1].day
    return tuple(entry for entry in entries if entry.day >= oldest)


def feed_texts(feed: Feed, base_path: str = "", origin: str = "") -> Iterator[tuple[str, str]]:
    """Address, without base path, and text of a feed in both formats. origin: scheme and host of the site, as far as known."""
    front = f"{origin}{base_path}{feed.url}"
    yield f"{feed.url}.xml", to_atom(feed, origin, f"{front}.xml")
    yield f"{feed.url}.json", to_json(feed, origin, f"{front}.json")


def to_atom(feed: Feed, origin: str, own: str) -> str:
    """The feed as Atom. own: its own address."""
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "sv"})
    _text(root, "id", feed.id)
    _text(root, "title", _title(feed))
    _text(root, "updated", _noon(feed.updated))
    _text(Xml.SubElement(root, "author"), "name", "Coachkollen")
    _text(root, "rights", LICENCE)
    Xml.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    # A page is the feed's alternate only when it has the same entries.
    Xml.SubElement(root, "link", {"rel": "alternate" if feed.is_page else "related", "type": "text/html", "href": f"{origin}{feed.page}"})
    for entry in feed.entries:
        element = Xml.SubElement(root, "entry")
        _text(element, "id", entry.id)
        _text(element, "title", plain(entry.title))
        _text(element, "updated", _noon(entry.day))
        Xml.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": f"{origin}{entry.url}"})
        _text(element, "content", _content(entry, origin), type="html")
    Xml.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def to_json(feed: Feed, origin: str, own: str) -> str:
    """The feed as JSON Feed. own: its own address."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(feed),
        "home_page_url": f"{origin}{feed.page}",
        "feed_url": own,
        "language": "sv",
        "authors": [{"name": "Coachkollen"}],
        "items": [
            {
                "id": entry.id,
                "url": f"{origin}{entry.url}",
                "title": plain(entry.title),
                "content_html": _content(entry, origin),
                "date_published": _noon(entry.day),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _title(feed: Feed) -> str:
    return f"Coachkollen: {plain(feed.title)}"


def _content(entry: Entry, origin: str) -> str:
    return _LOCAL_LINK.sub(f"{origin}/", entry.html)


def _text(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = text


def _noon(day: str) -> str:
    return f"{day}T12:00:00Z"

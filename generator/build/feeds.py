"""What a check must know of a built Atom feed: its entries, the page that shows the same, and every link in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from generator.build.outline import Place, read_outline

_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. entries: the ids. page: the address of the page with the same entries. links, active: as in the outline of a page.

    Addresses that begin with the feed's own host are given without it, like those on a page.
    """

    entries: frozenset[str]
    page: str
    links: tuple[Place, ...]
    active: tuple[Place, ...]


def read_feed(text: str) -> Feed | None:
    """The feed in an XML file, or None when it holds none. Raises ValueError for a feed that cannot be read."""
    if _ATOM.strip("{}") not in text:
        return None
    try:
        root = Xml.fromstring(text)
    except Xml.ParseError as error:
        raise ValueError(str(error)) from None
    if root.tag != f"{_ATOM}feed":
        return None
    own = urlsplit(_address(root, "self"))
    origin = f"{own.scheme}://{own.netloc}" if own.netloc else ""
    contents = [read_outline(content.text or "") for content in root.iter(f"{_ATOM}content")]
    addresses = [(link.get("href", ""), 0, 0) for link in root.iter(f"{_ATOM}link")]
    addresses += [(address, 0, 0) for content in contents for address, _, _ in content.links]
    return Feed(
        entries=frozenset(entry.findtext(f"{_ATOM}id", "") for entry in root.iter(f"{_ATOM}entry")),
        page=_address(root, "alternate").removeprefix(origin),
        links=tuple((address.removeprefix(origin), line, column) for address, line, column in addresses),
        active=tuple((what, 0, 0) for content in contents for what, _, _ in content.active),
    )


def _address(root: Xml.Element, rel: str) -> str:
    return next((link.get("href", "") for link in root.findall(f"{_ATOM}link") if link.get("rel", "alternate") == rel), "")

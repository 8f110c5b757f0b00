"""What the head of a page says to programs that cite: `citation_*`, which Zotero and Google Scholar read, and typed links.

`cite-as` (RFC 8574) and the other links may be relative, since a link in a page is resolved against the page's own address (RFC 8288).
What stands in a `meta` is read as it is, so an address is only there when it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.registry.releases import SUMS
from generator.site import routes
from generator.site.citing.citable import Citable, soft
from generator.site.citing.styles import CSL_FILE, FILE_STYLES
from generator.site.maker import Maker


@dataclass(frozen=True, slots=True)
class HeadView:
    """The citing of one page in its head and at its foot. links: (relation, media type or empty, address).

    page: the address of the page with ready texts; empty on a frozen page. itself: on a frozen page, how that version is cited.
    data: JSON-LD, safe inside a `script` element; empty on a frozen page, which has no script of any kind.
    """

    page: str
    itself: str
    content_hash: str
    meta: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    data: str


def head_view(maker: Maker, url: str, citable: Citable, data: str) -> HeadView:
    """What the page at an address says of how it is cited. citable: the page."""
    page, itself, links = maker.href(routes.citing(url)), "", (("cite-as", "", citable.address), *_files(maker, url))
    if maker.release:
        # The files and the ready texts are of what the living page says, and go when that goes.
        page, itself, links = "", _itself(maker, citable), links[:1]
    return HeadView(page, itself, citable.content_hash, tuple(_meta(citable)), links, data)


def _itself(maker: Maker, citable: Citable) -> str:
    return maker.words.t(
        "Citera den här versionen: {publisher}, ”{title}”, version {release}, kontrollerad {day}. Ange adressen som står i webbläsaren. "
        "Filens kontrollsumma (SHA-256) står i {sums}.",
        publisher=citable.publisher,
        title=soft(citable.title),
        release=citable.release,
        day=maker.words.day(citable.checked_on),
        sums=f"{routes.release(citable.release)}{SUMS}",
    )


def _meta(citable: Citable) -> list[tuple[str, str]]:
    day = f"{citable.published:%Y/%m/%d}"
    found = [
        ("citation_title", citable.title),
        ("citation_author", citable.publisher),
        ("citation_publisher", citable.publisher),
        ("citation_publication_date", day),
        ("citation_online_date", day),
        ("citation_language", citable.language),
    ]
    return [*found, ("citation_public_url", citable.address)] if "://" in citable.address else found


def _files(maker: Maker, url: str) -> Iterator[tuple[str, str, str]]:
    for style in FILE_STYLES:
        address = f"{maker.origin}{maker.href(routes.references(url, style.ending))}"
        yield ("describedby" if style is CSL_FILE else "alternate"), style.media_type, address

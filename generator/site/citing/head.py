"""What the head of a page says to programs that cite: `citation_*`, which Zotero and Google Scholar read, and typed links.

`cite-as` (RFC 8574) and the other links may be relative, since a link in a page is resolved against the page's own address (RFC 8288).
What stands in a `meta` is read as it is, so an address is only there when it is whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.site import routes
from generator.site.citing.citable import Citable
from generator.site.citing.styles import CSL_FILE, FILE_STYLES
from generator.site.maker import Maker


@dataclass(frozen=True, slots=True)
class HeadView:
    """The citing of one page in its head, and the link to the page with ready texts. links: (relation, media type or empty, address).

    data: JSON-LD, safe inside a `script` element.
    """

    page: str
    meta: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    data: Markup


def head_view(maker: Maker, url: str, citable: Citable, data: Markup) -> HeadView:
    """What the head of the page at an address says. citable: the page."""
    return HeadView(maker.href(routes.citing(url)), tuple(_meta(citable)), tuple(_links(maker, url, citable)), data)


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


def _links(maker: Maker, url: str, citable: Citable) -> list[tuple[str, str, str]]:
    found = [("cite-as", "", citable.address)]
    for style in FILE_STYLES:
        address = f"{maker.origin}{maker.href(routes.references(url, style.ending))}"
        found.append(("describedby" if style is CSL_FILE else "alternate", style.media_type, address))
    return found

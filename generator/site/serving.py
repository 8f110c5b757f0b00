"""How the site is served: the one table of what a browser may keep, what each file is, where an address that was cut off leads, which have smaller forms.

The settings of every web server are made from this and from `site/security.py`, so they say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.registry.pages import EDITIONS
from generator.site import routes
from generator.site.assets import FOLDER

# The style sheet and the scripts have a name made from what they hold, so a browser may keep them. All else it asks about again.
KEPT_FOLDER = FOLDER
KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
MOVED = 301
# The endings of files that are text to their readers and are sent smaller.
TEXT_ENDINGS = frozenset({".html", ".css", ".js", ".json", ".jsonld", ".xml", ".csv", ".txt", ".svg", ".ics", ".bib", ".ris", ".rdf"})
# The media types of those, but for HTML, which every server takes for granted.
TEXT_TYPES = ("text/css", "text/csv", "text/plain", "text/javascript", "application/json", "application/atom+xml", "image/svg+xml")
# What a file is by its ending, for a host that knows nothing of files. A file without ending is text.
_MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "": "text/plain",
        ".html": "text/html",
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".jsonl": "application/jsonl",
        ".jsonld": "application/ld+json",
        ".xml": "application/atom+xml",
        ".rdf": "application/rdf+xml",
        ".csv": "text/csv",
        ".txt": "text/plain",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".ico": "image/x-icon",
        ".ics": "text/calendar",
        ".bib": "application/x-bibtex",
        ".ris": "application/x-research-info-systems",
        ".zip": "application/zip",
        ".pdf": "application/pdf",
        ".sqlite": "application/vnd.sqlite3",
        ".parquet": "application/vnd.apache.parquet",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".woff2": "font/woff2",
    }
)
_UNKNOWN = "application/octet-stream"


def media_type(path: str) -> str:
    """What a file is, as a host says it (`Content-Type`). All our text is UTF-8."""
    kind = _MEDIA_TYPES.get(PurePosixPath(path).suffix, _UNKNOWN)
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def said_of_files() -> str:
    """All that this table says of files, in one text: another text, and a file may have to be sent with other headers than before."""
    return repr((sorted(_MEDIA_TYPES.items()), _UNKNOWN, KEPT_FOLDER, KEPT, ASKED_AGAIN))


def cache_control(path: str) -> str:
    """What a browser may keep of the answer at an address, without base path."""
    return KEPT if path.startswith(f"/{KEPT_FOLDER}/") else ASKED_AGAIN


def redirects() -> Iterator[tuple[str, str]]:
    """From and to: the folder of the pages of one kind leads to their list, for whoever cuts an address off. Without base path, in each language."""
    folders = {f"{(routes.page_of(kind, '') or '').rstrip('/')}/": routes.record_list(kind) for kind in routes.LIST_FOLDERS}
    for edition in ("", *(f"/{edition}" for edition, complete in EDITIONS.items() if complete)):
        yield from ((f"{edition}{start}", f"{edition}{there}") for start, there in folders.items() if start != there)
        yield f"{edition}{routes.MUNICIPALITIES}", f"{edition}{routes.COUNTIES}"

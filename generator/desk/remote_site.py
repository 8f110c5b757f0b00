"""A site as a host shows it: fetched from the addresses that readers have, and from no other host than the one that was asked for.

The requests do not say that they are ours. A host can still tell them from a browser's, and answer them with what it shows nobody
else: only a file that was saved in the browser shows what a reader saw.
"""

from __future__ import annotations

from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest
from generator.desk.verification import Fetch
from generator.errors import BadUsage, CoachkollenError
from generator.problems import Language, printable
from generator.site import routes

_SECONDS = 60
_MOST_BYTES = 512 * 1024 * 1024
_MOST_REDIRECTS = 3
_NOT_THERE = (404, 410)
_INDEX = "index.html"
# What stands in an address as it is, besides letters and digits.
_KEPT = "%/:=&?~+!$,;'@()*[]-._"


class _OnTheSameSite(HTTPRedirectHandler):
    """Follows a host to other addresses of its own, and to nobody else's."""

    max_redirections = _MOST_REDIRECTS

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str) -> Request | None:
        if origin_of(newurl) != origin_of(req.full_url):
            fp.close()
            raise CoachkollenError(
                f"{req.full_url} leder vidare till {printable(newurl)}, på en annan webbplats. Pröva den adressen i stället, om du litar på den."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(target: str) -> bool:
    """True for what is to be fetched."""
    return target.startswith(("https://", "http://"))


def split_address(address: str, lang: Language) -> SplitResult:
    """An address as it is asked for: the one given, with what cannot be sent in it percent-encoded. Raises BadUsage for one that is none."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        host = port = ""
    if not host or "@" in parts.netloc or not host.isprintable():
        shown = printable(address)
        raise BadUsage(f"{shown} är ingen adress som går att pröva." if lang == "sv" else f"{shown} is no address that can be tried.")
    host = f"[{host}]" if ":" in host else host
    return SplitResult(parts.scheme, host + port, quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT), "")


def origin_of(address: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: what makes two addresses of the same site."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        return "", "", None
    return parts.scheme, (parts.hostname or "").lower(), port


def download(address: str) -> bytes | None:
    """What an address answers; None where it has nothing. Raises CoachkollenError."""
    try:
        # The opener's own name is Python's, and no encoding is asked for: the bytes are those of the file.
        with build_opener(_OnTheSameSite).open(Request(address), timeout=_SECONDS) as answer:
            content: bytes = answer.read(_MOST_BYTES + 1)
    except HTTPError as error:
        error.close()
        if error.code in _NOT_THERE:
            return None
        raise CoachkollenError(f"{address} svarade {error.code}.") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise CoachkollenError(f"{address} gick inte att hämta: {printable(str(getattr(error, 'reason', error)))}.") from error
    if len(content) > _MOST_BYTES:
        raise CoachkollenError(f"{address} är för stor.")
    return content


def address_of(root: str, name: str) -> str:
    """Where readers find a file of the site: an index file at the folder that it lies in."""
    shown = name.removesuffix(_INDEX) if name == _INDEX or name.endswith(f"/{_INDEX}") else name
    return root + quote(shown)


def site_at(root: str) -> Fetch:
    """The files of a site, each from the address where readers find it."""
    return lambda name: download(address_of(root, name))


def root_of(parts: SplitResult, lang: Language) -> tuple[str, str]:
    """The root of the site that a page is on, and the page's file: the nearest folder above it that has a manifest."""
    folder = parts.path.rpartition("/")[0] + "/"
    while True:
        root = f"{parts.scheme}://{parts.netloc}{folder}"
        content = download(urljoin(root, MANIFEST))
        if content is not None and _is_manifest(content):
            return root, routes.file_of("/" + unquote(parts.path.removeprefix(folder)))
        if folder == "/":
            raise CoachkollenError(
                f"{parts.netloc} har inget manifest från Coachkollen, varken vid sidan eller ovanför den."
                if lang == "sv"
                else f"{parts.netloc} has no manifest of Coachkollen's, neither beside the page nor above it."
            )
        folder = folder.rstrip("/").rpartition("/")[0] + "/"


def _is_manifest(content: bytes) -> bool:
    try:
        read_manifest(content)
    except UnreadableManifest:
        return False
    return True

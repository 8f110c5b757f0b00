"""A web host on loopback: a built site with the headers of our policy, compressed."""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.site.security import headers_of

# As files that are compressed beforehand are: once, as small as they get.
GZIP_LEVEL = 9
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv")


@dataclass(frozen=True, slots=True)
class Host:
    """A folder and the address where it is served, without a slash at the end."""

    folder: Path
    origin: str


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    # A connection that nobody uses is left, so that the server can end.
    timeout = 5

    def __init__(self, *arguments: object, folder: Path) -> None:
        self.folder = folder.resolve()
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, with the page that says there is none, or by leading to the address with a slash."""
        path = unquote(urlsplit(self.path).path)
        file = (self.folder / path.lstrip("/")).resolve()
        if file.is_dir() and not path.endswith("/"):
            self._send(301, b"", "text/plain", location=f"{path}/")
            return
        file = file / "index.html" if file.is_dir() else file
        if file.is_file() and file.is_relative_to(self.folder):
            self._send(200, file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream", compress=file.suffix in _COMPRESSED)
            return
        missing = self.folder / "404.html"
        self._send(404, missing.read_bytes() if missing.is_file() else b"404", "text/html", compress=True)

    def _send(self, status: int, body: bytes, kind: str, *, compress: bool = False, location: str = "") -> None:
        compress = compress and "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(body, GZIP_LEVEL, mtime=0) if compress else body
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        # Every visit is a first one, and every test sees what the page itself asks for.
        self.send_header("Cache-Control", "no-store")
        if compress:
            self.send_header("Content-Encoding", "gzip")
        if location:
            self.send_header("Location", location)
        for name, value in headers_of(urlsplit(self.path).path).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Host]:
    """A host of a folder, until the end of the block."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder=folder))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Host(folder, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

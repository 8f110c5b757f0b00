"""`serve`: a preview on this machine only, built again and reloaded when a file changes.

Each build runs in a process of its own, so that a change in `generator/` counts too, and swaps the
preview in whole; while there are errors the last good preview stays and the errors are printed.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import watchfiles

from generator.site.security import OPEN_HEADER, headers_for

_RELOAD_PATH = "/__ladda-om"
_SCRIPT_PATH = "/__ladda-om.js"
_WAIT_SECONDS = 25.0
_OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
# Asks once for the next change and loads the page again when it comes; only ever sent by the preview. A file of its own: no script may stand in a page.
_RELOAD_SCRIPT = (
    f"(function w(){{fetch('{_RELOAD_PATH}',{{cache:'no-store'}}).then(function(r){{return r.text()}})"
    ".then(function(t){t==='ny'?location.reload():w()}).catch(function(){setTimeout(w,2000)})})()"
)
_ASK_FOR_SCRIPT = f'<script src="{_SCRIPT_PATH}" defer></script>'


class Changes:
    """Counts finished rebuilds and lets requests wait for the next."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0

    def announce(self) -> None:
        """Say that there is something new to see."""
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        """True when something new came within the time."""
        with self._condition:
            count = self._count
            return self._condition.wait_for(lambda: self._count != count, seconds)


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the preview folder, our own 404 page, and the page's question about changes."""

    def __init__(self, *arguments: object, changes: Changes, folder: Path) -> None:
        self.changes = changes
        self.folder = folder
        super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request. A name other than this machine's own is refused: no other site may read the preview."""
        if (self.headers.get("Host") or "").rpartition(":")[0] not in _OWN_NAMES:
            self._send(403, b"Bara http://127.0.0.1\n", "text/plain")
            return
        if self.path == _RELOAD_PATH:
            self._send(200, b"ny" if self.changes.wait(_WAIT_SECONDS) else b"samma", "text/plain")
            return
        if self.path == _SCRIPT_PATH:
            self._send(200, _RELOAD_SCRIPT.encode(), "text/javascript")
            return
        target = Path(self.translate_path(self.path))
        if target.is_dir() and self.path.partition("?")[0].endswith("/"):
            target /= "index.html"
        if target.suffix == ".html" and target.is_file():
            self._send_page(200, target)
        elif not target.exists() and (self.folder / "404.html").is_file():
            self._send_page(404, self.folder / "404.html")
        else:
            super().do_GET()

    def _send_page(self, status: int, page: Path) -> None:
        html = page.read_text(encoding="utf-8").replace("</body>", f"{_ASK_FOR_SCRIPT}</body>")
        self._send(status, html.encode(), "text/html; charset=utf-8")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """The headers of a real host, so that what a browser would refuse there it refuses here.

        But no other site may read anything: a preview has what is held and drafts.
        """
        # A request that cannot be read has no path, and is answered too.
        for name, value in headers_for(getattr(self, "path", "")).items():
            if name != OPEN_HEADER:
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for problems."""


def port_free(port: int) -> bool:
    """True when the preview can be served on `port` of this machine."""
    with socket.socket() as asked:
        # As the server does: a port that was left a moment ago is free.
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def serve(folder: Path, watched: Sequence[Path], build: Sequence[str], port: int) -> None:
    """Build, serve on loopback until interrupted, and build again on every change.

    build: the command that fills `folder`. port: 0 takes a free one. Raises OSError when it is taken.
    """
    changes = Changes()
    server: ThreadingHTTPServer | None = None
    try:
        subprocess.run(build, check=False)
        folder.mkdir(parents=True, exist_ok=True)
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(PreviewHandler, changes=changes, folder=folder))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Förhandsvisning på http://127.0.0.1:{server.server_address[1]}/ – avsluta med Ctrl+C.", flush=True)
        for _ in watchfiles.watch(*[p for p in watched if p.exists()], raise_interrupt=False):
            print("Något har ändrats, bygger om …", flush=True)
            if subprocess.run(build, check=False).returncode == 0:
                changes.announce()
    except KeyboardInterrupt:
        pass
    finally:
        if server is not None:
            server.shutdown()
        sys.stdout.flush()

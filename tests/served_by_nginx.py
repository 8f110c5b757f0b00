"""nginx on a port of its own, with our settings, for tests. It must be installed: `.ci/run` sees to that."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.desk.nginx import NGINX, nginx_settings

_SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """headers: by name in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    port: int

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[Server]:
    """nginx on a published site. folder: an empty one where it may write."""
    assert shutil.which(NGINX), "nginx is needed: apt-get install nginx-light"
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    settings = folder / "nginx.conf"
    settings.write_text(nginx_settings(site, port, folder), encoding="utf-8")
    told = folder / "told.txt"
    with told.open("w") as stderr:
        process = subprocess.Popen([NGINX, "-p", str(folder), "-e", "stderr", "-c", str(settings)], stderr=stderr)
    try:
        for _ in range(_SECONDS * 20):
            assert process.poll() is None, told.read_text(encoding="utf-8")
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        assert told.read_text(encoding="utf-8") == ""
        yield Server(port)
    finally:
        process.terminate()
        process.wait(_SECONDS)

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import AS_OF, ON_THE_DAY, ROOT

from generator.cli import main
from generator.site.security import HEADERS, headers_for

WAIT_SECONDS = 90.0


class Preview:
    """A running `coachkollen serve`."""

    def __init__(self, project: Path) -> None:
        self.project = project
        command = [sys.executable, "-u", "-m", "generator.cli", "serve", "--port", "0", "--as-of", AS_OF, "--intake", str(ROOT / "tests/demo/intake")]
        # A shell that starts the tests in the background has Ctrl-C ignored, and so would all that they start.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(command, cwd=project, env=os.environ | ON_THE_DAY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        signal.signal(signal.SIGINT, before)
        assert self.process.stdout is not None
        line = ""
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", line)):
            line = self.process.stdout.readline()
            assert line, self.process.communicate()[1]
        self.port = int(found.group(1))

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": f"{host}:{self.port}"})
        response = connection.getresponse()
        return response.status, response.read().decode("utf-8")

    def wait_for(self, path: str, words: str) -> bool:
        deadline = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < deadline:
            if words in self.get(path)[1]:
                return True
            time.sleep(0.2)
        return False


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    running = Preview(project)
    yield running
    running.process.send_signal(signal.SIGINT)
    try:
        assert running.process.wait(timeout=30) == 0
    finally:
        running.process.kill()
        running.process.communicate()


def test_the_preview_answers_reloads_on_change_and_keeps_the_last_good_site(preview: Preview) -> None:
    status, text = preview.get("/om/")
    assert status == 200
    assert '<script src="/__ladda-om.js" defer></script></body>' in text
    assert "location.reload()" in preview.get("/__ladda-om.js")[1]
    assert preview.get("/finns-inte/")[0] == 404

    page = preview.project / "content/om.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEn alldeles ny mening.\n", encoding="utf-8")
    assert preview.wait_for("/om/", "En alldeles ny mening.")

    record = next((preview.project / "providers/profiles").glob("*.yaml"))
    good = record.read_text(encoding="utf-8")
    record.write_text("name: [\n", encoding="utf-8")
    time.sleep(3)
    assert preview.get(f"/leverantor/{record.stem}/")[0] == 200
    record.write_text(good.replace("summary:", "# en kommentar\nsummary:"), encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8") + "\nOch en till.\n", encoding="utf-8")
    assert preview.wait_for("/om/", "Och en till.")


def test_the_preview_shows_held_cases_marked_as_such(preview: Preview) -> None:
    assert "Förhandsvisning. Här syns även det som hålls inne." in preview.get("/")[1]
    assert "Visas inte för allmänheten" in preview.get("/arenden/")[1]


def test_every_answer_of_the_preview_has_the_headers_of_a_real_host(preview: Preview) -> None:
    paths = [
        "/",
        "/finns-inte/",
        "/__ladda-om.js",
        "/leverantorer",
        f"/tema/{next((preview.project / 'theme/static').rglob('*.css')).relative_to(preview.project / 'theme/static').as_posix()}",
    ]
    for path, host in [*((path, "127.0.0.1") for path in paths), ("/", "illvillig.example")]:
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=30)
        connection.request("GET", path, headers={"Host": f"{host}:{preview.port}"})
        answered = connection.getresponse()
        assert {name: answered.headers[name] for name in HEADERS} == dict(HEADERS), path
        assert answered.headers["Access-Control-Allow-Origin"] is None, path
        answered.read()
        connection.close()


def test_no_other_site_may_read_the_drafts_of_a_preview(preview: Preview) -> None:
    """On a real host these may be read by any."""
    for path in ("/api/v1/index.json", "/api/v1/index.json?x=1", "/data/coachkollen.json"):
        connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=30)
        connection.request("GET", path, headers={"Origin": "https://illvillig.example"})
        answered = connection.getresponse()
        assert (answered.status, answered.headers["Access-Control-Allow-Origin"]) == (200, None), path
        assert headers_for(path)["Access-Control-Allow-Origin"] == "*"
        answered.read()
        connection.close()


def test_a_request_that_cannot_be_read_is_answered(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=30) as connection:
        connection.sendall(b"GET / x HTTP/1.1\r\n\r\n")
        assert b" 400 " in connection.makefile("rb").readline()


def test_only_this_machine_may_read_the_preview(preview: Preview) -> None:
    assert preview.get("/", host="illvillig.example")[0] == 403
    with socket.socket() as other:
        other.settimeout(2)
        own_address = socket.gethostbyname(socket.gethostname())
        if own_address.startswith("127."):
            own_address = "127.0.0.2"
        assert other.connect_ex((own_address, preview.port)) != 0


def test_a_port_that_is_taken_is_told_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port)])
    said = f"Porten {port} är upptagen. Kör med --port {port + 1}, eller --port 0 som tar en ledig.\n"
    assert (result.exit_code, result.output) == (2, said)
    assert list(tmp_path.iterdir()) == []

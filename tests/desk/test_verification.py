"""What somebody who means ill can put in a copy, on a host or in front of it, and what `coachkollen verify` says of it."""

from __future__ import annotations

import hashlib
import http.server
import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest, write_manifest
from generator.cli import main
from generator.desk.shown_release import read_shown_release, read_sums
from generator.desk.signing import is_signed, sign

DAY, FIRST, SECOND = "2026-12-02", "2026-11-20", "2026-12-01"
PAGE = "leverantor/exempel-ab/index.html"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["verify", *arguments])


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def released(site: Path, release: str, **more: object) -> None:
    """A release with one page, as the site shows it: its manifest, and the checksums as it was made."""
    place = site / "v" / release
    page = write(place / PAGE, f"Exempel AB den {release}.")
    pages = [{"path": PAGE, "sha256": sha256(page.read_bytes())}]
    manifest = write(place / "release.json", json.dumps({"release": release, "pages": pages} | more))
    original = str(more.get("original_sha256") or sha256(manifest.read_bytes()))
    write(place / "SHA256SUMS", f"{pages[0]['sha256']}  {PAGE}\n{original}  release.json\n")


def listed(site: Path) -> None:
    write_manifest(site, DAY, SECOND, "a" * 40)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with two releases, from the first of which something has been taken out."""
    folder = tmp_path / "sajt"
    write(folder / "index.html", "Start")
    write(folder / PAGE, "Exempel AB nu.")
    released(folder, FIRST, redacted=True, original_sha256="b" * 64)
    released(folder, SECOND)
    listed(folder)
    return folder


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "nyckel"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


def signers_of(key: Path, options: str = "") -> Path:
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    return write(key.parent / "signers", f"coachkollen {options}{public}")


def signed(site: Path, key: Path, *releases: str) -> None:
    """Sign the releases, list their signatures, and sign the manifest."""
    for release in releases:
        sign(site / "v" / release / "SHA256SUMS", key)
    listed(site)
    sign(site / MANIFEST, key)


class Host(http.server.BaseHTTPRequestHandler):
    """A host that answers as one test wants, and otherwise with the files of a folder."""

    folder: Path
    answers: dict[str, tuple[int, dict[str, str], bytes]]
    seen: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers["User-Agent"]))
        file = self.folder / self.path.partition("?")[0].lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        plain = (200, {}, file.read_bytes()) if file.is_file() else (404, {}, b"")
        status, headers, body = self.answers.get(self.path, plain)
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@contextmanager
def hosted(folder: Path, answers: dict[str, tuple[int, dict[str, str], bytes]] | None = None) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    seen: list[tuple[str, str]] = []
    handler = type("Handler", (Host,), {"folder": folder, "answers": answers or {}, "seen": seen})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", seen
        server.shutdown()


def test_the_small_site_is_in_order(site: Path) -> None:
    assert run(str(site)).exit_code == 0


@pytest.mark.parametrize("address", ["/leverantor/exempel-ab/", "/leverantor/exempel-ab/?fran=tidning", "/leverantor/exempel-ab/index.html"])
def test_the_very_address_that_the_reader_gave_is_tried(site: Path, address: str) -> None:
    false = b"<h1>Falsk</h1>"
    with hosted(site, {address: (200, {}, false)}) as (origin, _):
        result = run(origin + address)
    assert result.exit_code == 1
    assert f"{origin}/{PAGE.removesuffix('index.html')}: error[V01]" in result.output
    assert f"{origin}{address} SHA-256 {sha256(false)}" in result.output


def test_all_files_are_tried_where_readers_find_them(site: Path) -> None:
    with hosted(site, {"/leverantor/exempel-ab/": (200, {}, b"Falsk")}) as (origin, _):
        result = run(origin, "--all")
    assert result.exit_code == 1
    assert f"{origin}/leverantor/exempel-ab/: error[V01]" in result.output


def test_a_host_is_not_told_who_asks(site: Path) -> None:
    with hosted(site) as (origin, seen):
        assert run(f"{origin}/leverantor/exempel-ab/").exit_code == 0
    assert all("kollen" not in agent for _, agent in seen)


def test_a_redirect_on_the_same_site_is_followed(site: Path) -> None:
    with hosted(site, {"/leverantor/exempel-ab": (301, {"Location": "/leverantor/exempel-ab/"}, b"")}) as (origin, _):
        assert run(f"{origin}/leverantor/exempel-ab/").exit_code == 0
        result = run(f"{origin}/leverantor/exempel-ab")
    assert "error[V01]" not in result.output


@pytest.mark.parametrize("scheme", ["http", "https", "ftp"])
def test_a_redirect_to_another_host_is_not_followed(site: Path, scheme: str) -> None:
    with hosted(site) as (genuine, asked):
        place = f"{scheme}{genuine.removeprefix('http')}/leverantor/exempel-ab/\x1b[2J"
        with hosted(site, {"/leverantor/exempel-ab/": (302, {"Location": place}, b"")}) as (origin, _):
            result = run(f"{origin}/leverantor/exempel-ab/")
    assert result.exit_code == 1
    assert "på en annan webbplats" in result.output
    assert "\x1b" not in result.output
    assert asked == []


@pytest.mark.parametrize("address", ["https://kollen.example@127.0.0.1:1/", "https://", "http://[::1/", "http://127.0.0.1:99999/"])
def test_an_address_that_hides_its_host_is_none(address: str) -> None:
    assert run(address).exit_code == 2


@pytest.mark.parametrize("content", ["", "# Inga än.\n", "\n\n", "coachkollen\n"])
def test_a_file_of_keys_without_a_key_is_a_mistake(site: Path, tmp_path: Path, content: str) -> None:
    result = run(str(site), "--signers", str(write(tmp_path / "tom", content)))
    assert result.exit_code == 2
    assert "har ingen nyckel" in result.output


def test_a_page_of_a_redacted_release_cannot_be_exchanged(site: Path, key: Path) -> None:
    signed(site, key, FIRST, SECOND)
    assert run(str(site), "--signers", str(signers_of(key))).exit_code == 0
    page = write(site / "v" / FIRST / PAGE, "Något annat.")
    told = {"release": FIRST, "redacted": True, "original_sha256": "b" * 64, "pages": [{"path": PAGE, "sha256": sha256(page.read_bytes())}]}
    write(site / "v" / FIRST / "release.json", json.dumps(told))
    listed(site)
    result = run(str(site))
    assert result.exit_code == 1
    assert f"v/{FIRST}/{PAGE}: error[V07]" in result.output


def test_a_release_that_calls_itself_redacted_is_still_held_against_what_was_made(site: Path) -> None:
    write(site / "v" / SECOND / "release.json", json.dumps({"release": SECOND, "redacted": True, "original_sha256": "c" * 64, "pages": []}))
    listed(site)
    output = run(str(site)).output
    assert f"v/{SECOND}/release.json: error[V07]" in output
    assert f"v/{SECOND}/{PAGE}: error[V11]" in output


def test_a_page_that_a_release_has_is_missed_when_the_site_no_longer_lists_it(site: Path) -> None:
    (site / "v" / FIRST / PAGE).unlink()
    listed(site)
    result = run(str(site))
    assert result.exit_code == 1
    assert f"v/{FIRST}/{PAGE}: error[V11]" in result.output


@pytest.mark.parametrize("with_keys", [True, False])
def test_a_lost_signature_of_a_release_is_missed(site: Path, key: Path, with_keys: bool) -> None:
    """Also by a reader without keys, when an earlier release is signed."""
    signed(site, key, FIRST)
    result = run(str(site), *(["--signers", str(signers_of(key))] if with_keys else []))
    assert result.exit_code == 1
    assert f"v/{SECOND}/SHA256SUMS.sig: error[V09]" in result.output


@pytest.mark.parametrize("content", ["[]", "{}", '{"pages": [1]}', "[" * 100_000, '{"pages": [{"path": "../x", "sha256": "0"}]}', "\x00"])
def test_a_release_that_cannot_be_read_is_told(site: Path, content: str) -> None:
    write(site / "v" / SECOND / "release.json", content)
    listed(site)
    result = run(str(site))
    assert result.exit_code == 1
    assert f"v/{SECOND}/release.json: error[V08]" in result.output
    with pytest.raises(UnreadableManifest):
        read_shown_release(content.encode())


@pytest.mark.parametrize("content", [b"x", b"\xff", b"0" * 64 + b"  ../x\n", (b"0" * 64 + b"  x\n") * 2])
def test_checksums_that_are_none_are_told(site: Path, content: bytes) -> None:
    write(site / "v" / SECOND / "SHA256SUMS", content)
    listed(site)
    assert f"v/{SECOND}/SHA256SUMS: error[V08]" in run(str(site)).output
    with pytest.raises(UnreadableManifest):
        read_sums(content)


def test_what_a_replaced_key_signed_can_still_be_tried(tmp_path: Path, key: Path) -> None:
    file = write(tmp_path / "fil", "x")
    signature = sign(file, key).read_bytes()
    signers = signers_of(key, 'valid-before="20261201" ').read_bytes()
    assert is_signed(b"x", signature, signers, date(2026, 11, 20))
    assert not is_signed(b"x", signature, signers, date(2026, 12, 2))


def test_a_site_of_the_time_of_a_replaced_key_is_right_and_a_later_one_is_not(site: Path, key: Path) -> None:
    signed(site, key, FIRST, SECOND)
    assert run(str(site), "--signers", str(signers_of(key, 'valid-before="20261203" '))).exit_code == 0
    assert "error[V05]" in run(str(site), "--signers", str(signers_of(key, 'valid-before="20261130" '))).output


GOOD = {"as_of": DAY, "release": SECOND, "commit": "a" * 40, "files": [{"path": "x", "size": 1, "sha256": "0" * 64}]}


def changed(**values: object) -> bytes:
    return json.dumps(GOOD | values).encode()


def file_with(**values: object) -> bytes:
    return changed(files=[{"path": "x", "size": 1, "sha256": "0" * 64} | values])


@pytest.mark.parametrize(
    "content",
    [
        changed(as_of="2026-12-02. Signaturen stämmer."),
        changed(as_of="2026-02-31"),
        changed(as_of=20261202),
        changed(release="2026-12-01\x1b[2J"),
        changed(release="2026-02-31"),
        changed(commit="main"),
        changed(files=GOOD["files"] * 2),  # type: ignore[operator]
        file_with(sha256="0" * 63 + "\x1b"),
        file_with(size=-1),
        file_with(size=True),
        file_with(size="1"),
        file_with(path="a\x1b[2J"),
        file_with(path="a\u202eb"),
        file_with(path=["x"]),
        json.dumps(GOOD).encode().replace(b'"size": 1', b'"size": 1e999'),
        b"[" * 100_000,
        b'{"files": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_manifest_that_is_not_of_our_form_is_none(tmp_path: Path, content: bytes) -> None:
    assert read_manifest(json.dumps(GOOD).encode()).files.keys() == {"x"}
    with pytest.raises(UnreadableManifest):
        read_manifest(content)
    write(tmp_path / "k" / MANIFEST, content)
    result = run(str(tmp_path / "k"))
    assert result.exit_code == 1
    assert "manifest.json är inget manifest från Coachkollen." in result.output
    assert not {"\x1b", "\u202e"} & set(result.output)


def test_the_name_of_an_added_file_cannot_write_on_the_terminal(site: Path) -> None:
    write(site / "ny\x1b[2J\u202efil", "x")
    output = run(str(site)).output
    assert "error[V03]" in output
    assert not {"\x1b", "\u202e"} & set(output)


def test_where_a_saved_file_lies_is_told(site: Path, tmp_path: Path) -> None:
    saved = write(tmp_path / "exempel-ab.html", (site / "v" / FIRST / PAGE).read_bytes())
    with hosted(site) as (origin, _):
        result = run(str(saved), "--against", origin)
    assert result.exit_code == 0
    assert result.output.startswith("1\N{NO-BREAK SPACE}fil prövade")
    assert f"  v/{FIRST}/{PAGE} (en sparad version i releasen {FIRST})" in result.output
    assert f"SHA-256 {sha256(saved.read_bytes())}" in result.output


def test_a_saved_old_version_is_held_against_its_release(site: Path, tmp_path: Path) -> None:
    saved = write(tmp_path / "sparad", "Något annat.")
    write(site / "v" / FIRST / PAGE, saved.read_bytes())
    told = {"release": FIRST, "redacted": True, "original_sha256": "b" * 64, "pages": [{"path": PAGE, "sha256": sha256(saved.read_bytes())}]}
    write(site / "v" / FIRST / "release.json", json.dumps(told))
    listed(site)
    with hosted(site) as (origin, _):
        result = run(str(saved), "--against", origin)
    assert result.exit_code == 1
    assert f"{origin}/v/{FIRST}/{PAGE.removesuffix('index.html')}: error[V07]" in result.output


def test_at_most_five_places_are_told(site: Path, tmp_path: Path) -> None:
    for number in range(7):
        write(site / f"kopia-{number}.html", "Samma.")
    listed(site)
    result = run(str(write(tmp_path / "sparad", "Samma.")), "--against", str(site))
    assert "kopia-4.html\n  … och 2 till" in result.output
    assert "kopia-5.html" not in result.output


def test_all_does_not_go_with_a_saved_file(site: Path, tmp_path: Path) -> None:
    assert run(str(write(tmp_path / "sparad", "Start")), "--against", str(site), "--all").exit_code == 2


@pytest.mark.parametrize("name", [".htaccess", "leverantor/.htaccess", ".git/config", ".well-known/x", "leverantor/.coachkollen.json"])
def test_hidden_files_are_not_passed_over(site: Path, name: str) -> None:
    write(site / name, "x")
    result = run(str(site))
    assert result.exit_code == 1
    assert f"{name}: error[V03]" in result.output


@pytest.mark.parametrize("name", [".coachkollen.json", ".coachkollen.sqlite"])
def test_what_the_build_leaves_for_itself_is_ours(site: Path, name: str) -> None:
    write(site / name, "{}")
    assert run(str(site)).exit_code == 0


@pytest.mark.parametrize("make", [lambda site: (site / "om").symlink_to(site / "leverantor"), lambda site: (site / "om").symlink_to("/finns-inte")])
def test_a_link_is_told(site: Path, make: Callable[[Path], None]) -> None:
    make(site)
    result = run(str(site))
    assert result.exit_code == 1
    assert "om: error[V10]" in result.output


def test_a_listed_file_that_is_a_link_is_told(site: Path) -> None:
    (site / PAGE).rename(site.parent / "annanstans")
    (site / PAGE).symlink_to(site.parent / "annanstans")
    assert f"{PAGE}: error[V10]" in run(str(site)).output


@pytest.mark.parametrize(("day", "code"), [("2026-12-01", 0), (DAY, 0), ("2026-12-03", 1)])
def test_a_copy_that_is_too_old_is_told(site: Path, day: str, code: int) -> None:
    result = run(str(site), "--not-before", day)
    assert result.exit_code == code
    assert ("error[V12]" in result.output) == bool(code)
    with hosted(site) as (origin, _):
        assert run(origin, "--not-before", day).exit_code == code

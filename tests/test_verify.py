"""`coachkollen verify` and `sign`: a copy of what was published is known from one that somebody has changed, and one of ours from one in our name."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.host import served
from click.testing import CliRunner, Result
from conftest import coachkollen, on_the
from past import Past
from releases_made import CASE, HISTORY

from generator.build.manifest import MANIFEST, UnreadableManifest, read_manifest, write_manifest
from generator.build.publish import OWN_FILES
from generator.cli import main
from generator.site.manifest import format_manifest

FIRST, LAST = HISTORY[0].day, HISTORY[-1].day
PAGE = "leverantor/fiktiva-kurser/index.html"
STORED = f"v/{FIRST}/{PAGE}"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def listed_anew(site: Path) -> None:
    """A manifest that fits what lies there now."""
    old = read_manifest((site / MANIFEST).read_bytes())
    write_manifest(site, old.as_of, old.release, old.commit)


@pytest.fixture
def mirror(past: Past, tmp_path: Path) -> Path:
    """A copy of the last site."""
    copy = tmp_path / "mirror"
    shutil.copytree(past.last, copy)
    return copy


@dataclass(frozen=True, slots=True)
class Signed:
    """A site that is signed, and the keys: the right one as it is published, and somebody else's."""

    site: Path
    signers: Path
    others: Path


def key_in(folder: Path, name: str) -> tuple[Path, Path]:
    """A new SSH key, and the line that lets it sign."""
    key, signers = folder / name, folder / f"{name}.signers"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)
    signers.write_text(f"coachkollen {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    return key, signers


@pytest.fixture(scope="module")
def signed(past: Past, tmp_path_factory: pytest.TempPathFactory) -> Signed:
    """The last release signed, its key published, the site built and signed too."""
    folder = tmp_path_factory.mktemp("signed")
    key, signers = key_in(folder, "ours")
    _, others = key_in(folder, "others")
    project = folder / "project"
    shutil.copytree(past.project, project, symlinks=True)
    for day in (step.day for step in HISTORY):
        assert run("sign", str(project / "releases" / day), "--key", str(key)).exit_code == 0
    shutil.copy(signers, project / "releases/allowed_signers")
    site = folder / "site"
    made = coachkollen("build", "--output", str(site), cwd=project, **on_the(LAST))
    assert made.returncode == 0, made.stderr
    assert run("sign", str(site), "--key", str(key)).exit_code == 0
    return Signed(site, signers, others)


def test_the_manifest_has_every_file_of_the_site_with_size_and_checksum(past: Past) -> None:
    manifest = read_manifest((past.last / MANIFEST).read_bytes())
    files = {p.relative_to(past.last).as_posix() for p in past.last.rglob("*") if p.is_file()} - {MANIFEST, *OWN_FILES}
    assert manifest.files.keys() == files
    for name, told in manifest.files.items():
        content = (past.last / name).read_bytes()
        assert (told.size, told.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert (manifest.as_of, manifest.release) == (LAST, LAST)
    assert manifest.commit == json.loads((past.last / f"v/{LAST}/release.json").read_text(encoding="utf-8"))["commit"]


def test_a_whole_copy_is_what_was_published(past: Past) -> None:
    result = run("verify", str(past.last))
    assert result.exit_code == 0, result.output
    assert "allt är som det publicerades" in result.output
    assert "Manifestets signatur är inte prövad." in result.output


def test_a_changed_a_missing_and_an_added_file_are_each_told(mirror: Path) -> None:
    page = mirror / PAGE
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    (mirror / "om/index.html").unlink()
    (mirror / "nytt.html").write_text("Något annat.", encoding="utf-8")
    result = run("verify", str(mirror))
    assert result.exit_code == 1
    for name, code in ((PAGE, "V01"), ("om/index.html", "V02"), ("nytt.html", "V03")):
        assert any(name in line and code in line for line in result.output.splitlines()), (name, code)


def test_a_stored_page_that_was_changed_along_with_the_manifest_is_told_by_its_release(mirror: Path) -> None:
    page = mirror / STORED
    page.write_text(page.read_text(encoding="utf-8").replace("Kurser", "Kurs"), encoding="utf-8")
    listed_anew(mirror)
    result = run("verify", str(mirror))
    assert result.exit_code == 1
    assert f"{STORED}: error[V07]" in result.output


def test_what_is_withdrawn_is_no_fault_of_the_copy(past: Past) -> None:
    page = f"v/{FIRST}/{CASE.replace('cases', 'arende')}/index.html"
    assert "Den här versionen visas inte längre" in past.read(page)
    with served(past.last) as host:
        assert run("verify", f"{host.origin}/{page.removesuffix('index.html')}").exit_code == 0


@pytest.fixture
def host(mirror: Path) -> Iterator[str]:
    """The copy, served below a path, as on a host that has more sites."""
    below = mirror.parent / "hosted"
    below.mkdir()
    mirror.rename(below / "sajt")
    (below / MANIFEST).write_text('{"name": "En annan webbplats"}', encoding="utf-8")
    (below / "404.html").write_text("Finns inte.", encoding="utf-8")
    with served(below) as running:
        yield f"{running.origin}/sajt/"


@pytest.mark.parametrize("page", ["", "leverantor/fiktiva-kurser/", "tema/", f"v/{FIRST}/leverantor/fiktiva-kurser/", "leverantorer/alla.csv"])
def test_an_address_is_tried_against_the_manifest_of_its_site(host: str, mirror: Path, page: str) -> None:
    exists = page != "tema/"
    if page.endswith(".csv"):
        page = next((mirror.parent / "hosted/sajt/leverantorer").glob("*.csv")).name
        page = f"leverantorer/{page}"
    result = run("verify", f"{host}{page}")
    assert result.exit_code == (0 if exists else 1), result.output


def test_a_page_that_the_host_has_changed_is_told(host: str, mirror: Path) -> None:
    page = mirror.parent / "hosted/sajt" / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "<!-- -->", encoding="utf-8")
    result = run("verify", f"{host}leverantor/fiktiva-kurser/")
    assert result.exit_code == 1
    assert "error[V01]" in result.output


def test_every_file_of_a_site_can_be_tried_over_the_net(host: str) -> None:
    result = run("verify", "--all", host)
    assert result.exit_code == 0, result.output


def test_a_site_without_a_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Hej", encoding="utf-8")
    assert "error[V04]" in run("verify", str(tmp_path)).output
    with served(tmp_path) as running:
        result = run("verify", f"{running.origin}/leverantor/x/")
    assert result.exit_code == 1
    assert "har inget manifest från Coachkollen" in result.output


def test_a_host_that_does_not_answer_is_told_in_a_sentence() -> None:
    result = run("verify", "http://127.0.0.1:1/")
    assert result.exit_code == 1
    assert "gick inte att hämta" in result.output


def test_a_saved_file_is_found_on_the_site_by_its_content(past: Past, tmp_path: Path) -> None:
    download = next((past.last / "leverantorer").glob("*.csv"))
    saved = tmp_path / "sparad.csv"
    shutil.copy(download, saved)
    assert run("verify", str(saved), "--against", str(past.last)).exit_code == 0
    saved.write_bytes(saved.read_bytes().replace(b"0", b"1", 1))
    changed = run("verify", str(saved), "--against", str(past.last))
    assert changed.exit_code == 1
    assert "error[V03]" in changed.output


def test_a_saved_file_alone_asks_where_it_comes_from(tmp_path: Path) -> None:
    saved = tmp_path / "sparad.csv"
    saved.write_text("a", encoding="utf-8")
    result = run("verify", str(saved))
    assert result.exit_code == 2
    assert "--against" in result.output


def test_our_signature_is_right_and_another_key_does_not_open_it(signed: Signed) -> None:
    ours = run("verify", str(signed.site), "--signers", str(signed.signers))
    assert ours.exit_code == 0, ours.output
    assert "Signaturen stämmer." in ours.output
    assert "Nycklarna kom från webbplatsen" not in ours.output
    others = run("verify", str(signed.site), "--signers", str(signed.others))
    assert others.exit_code == 1
    assert "error[V05]" in others.output


def test_with_the_keys_of_the_site_itself_that_is_said(signed: Signed) -> None:
    result = run("verify", str(signed.site))
    assert result.exit_code == 0
    assert "Nycklarna kom från webbplatsen själv" in result.output


def test_a_site_in_our_name_is_found_out_with_our_keys(signed: Signed, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(signed.site, copy)
    page = copy / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("Kurser", "Kurs"), encoding="utf-8")
    listed_anew(copy)
    key, others = key_in(tmp_path, "falsk")
    run("sign", str(copy), "--key", str(key))
    shutil.copy(others, copy / "v/allowed_signers")
    result = run("verify", str(copy), "--signers", str(signed.signers))
    assert result.exit_code == 1
    assert "manifest.json.sig: error[V05]" in result.output


def test_without_a_signature_the_readers_keys_are_not_answered(past: Past, signed: Signed) -> None:
    result = run("verify", str(past.last), "--signers", str(signed.signers))
    assert result.exit_code == 1
    assert "error[V06]" in result.output


def test_the_signature_of_a_release_is_published_and_tried(signed: Signed, tmp_path: Path) -> None:
    assert (signed.site / f"v/{LAST}/SHA256SUMS.sig").is_file()
    copy = tmp_path / "copy"
    shutil.copytree(signed.site, copy)
    manifest = copy / f"v/{LAST}/release.json"
    manifest.write_text(manifest.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = run("verify", str(copy), "--signers", str(signed.signers))
    assert f"v/{LAST}/release.json: error[V07]" in result.output
    sums = copy / f"v/{LAST}/SHA256SUMS"
    sums.write_text(sums.read_text(encoding="utf-8").replace("a", "b"), encoding="utf-8")
    result = run("verify", str(copy), "--signers", str(signed.signers))
    assert f"v/{LAST}/SHA256SUMS.sig: error[V05]" in result.output


def test_a_release_that_something_was_taken_out_of_is_still_tried_against_its_signature(signed: Signed, tmp_path: Path) -> None:
    shown = json.loads((signed.site / f"v/{FIRST}/release.json").read_text(encoding="utf-8"))
    assert shown["redacted"] is True
    assert f"{shown['original_sha256']}  release.json\n" in (signed.site / f"v/{FIRST}/SHA256SUMS").read_text(encoding="utf-8")
    assert {page["path"] for page in shown["pages"] if page.get("withdrawn")} >= {"arende/granskning-2024/index.html"}
    copy = tmp_path / "copy"
    shutil.copytree(signed.site, copy)
    page, release = copy / STORED, copy / f"v/{FIRST}/release.json"
    was = hashlib.sha256(page.read_bytes()).hexdigest()
    page.write_text(page.read_text(encoding="utf-8").replace("Kurser", "Kurs"), encoding="utf-8")
    release.write_text(release.read_text(encoding="utf-8").replace(was, hashlib.sha256(page.read_bytes()).hexdigest()), encoding="utf-8")
    listed_anew(copy)
    result = run("verify", str(copy), "--signers", str(signed.signers))
    assert f"{STORED}: error[V07]" in result.output


def test_anyone_can_try_a_release_with_ssh_keygen_alone(signed: Signed) -> None:
    release = signed.site / f"v/{LAST}/SHA256SUMS"
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signed.signers), "-I", "coachkollen", "-n", "coachkollen", "-s", f"{release}.sig"]
    with release.open("rb") as content:
        assert subprocess.run(command, stdin=content, capture_output=True, check=False).returncode == 0
    assert subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=release.parent, check=False).returncode == 0


@pytest.mark.parametrize("target", ["tom", "tom/något.txt"])
def test_only_manifests_can_be_signed(tmp_path: Path, target: str) -> None:
    (tmp_path / "tom").mkdir()
    (tmp_path / "tom/något.txt").write_text("x", encoding="utf-8")
    key, _ = key_in(tmp_path, "nyckel")
    result = run("sign", str(tmp_path / target), "--key", str(key))
    assert result.exit_code == 2
    assert "har inget manifest" in result.output


def test_a_key_that_is_none_is_told(past: Past, tmp_path: Path) -> None:
    release = tmp_path / LAST / "release.json"
    release.parent.mkdir()
    shutil.copy(past.last / f"v/{LAST}/release.json", release)
    result = run("sign", str(release), "--key", str(release))
    assert result.exit_code == 1
    assert "gick inte att signera" in result.output


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"files": []}', b"\xff"])
def test_what_is_no_manifest_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableManifest):
        read_manifest(content)


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", "a//b", "a\\b", "."])
def test_a_manifest_that_leads_out_of_its_folder_is_none(path: str) -> None:
    def manifest(place: str) -> bytes:
        file = {"path": place, "size": 1, "sha256": "0" * 64}
        return json.dumps({"as_of": LAST, "release": "", "commit": "", "files": [file]}).encode()

    assert "x" in read_manifest(manifest("x")).files
    with pytest.raises(UnreadableManifest):
        read_manifest(manifest(path))


def test_a_manifest_is_read_as_it_was_written(past: Past) -> None:
    content = (past.last / MANIFEST).read_bytes()
    assert format_manifest(read_manifest(content)) == content

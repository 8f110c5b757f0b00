"""Which rows of hexadecimal digits are known to be checksums, and are not searched for numbers."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha1, sha256
from pathlib import Path

import pytest

from generator.build.checksums import checksums, without_checksums
from generator.build.scan import scan
from generator.records.privacy import find_person_numbers
from generator.registry.releases import RELEASE_FILE


def hexadecimal(of: str) -> str:
    return sha256(of.encode()).hexdigest()


def manifest(folder: Path, **changed: object) -> Path:
    page = {"path": "index.html", "digest": hexadecimal("vad sidan säger"), "sha256": hexadecimal("filen"), "size": 1, "made_from": []}
    commits = {"commit": sha1(b"alla").hexdigest(), "units": [{"unit": "profiles/x", "change": "added", "commit": sha1(b"en").hexdigest()}]}
    path = folder / RELEASE_FILE
    path.write_text(json.dumps(commits | {"pages": [page]} | changed), encoding="utf-8")
    return path


def told(path: Path) -> set[str]:
    return set(checksums(path.name, path.read_bytes()))


def test_of_every_file_its_own_is_known_and_a_link_to_nothing_is_told_as_what_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("filen", encoding="utf-8")
    (tmp_path / "mapp").mkdir()
    (tmp_path / "trasig").symlink_to(tmp_path / "borta")
    assert told(tmp_path / "a.txt") == {hexadecimal("filen")}
    scanned = scan(tmp_path, ())
    assert {name: searched.checksums for name, searched in scanned.clean.items()} == {"a.txt": (hexadecimal("filen"),)}
    assert scanned.barred == ("trasig",)


def test_of_an_archive_those_of_its_members_are_known_and_of_a_broken_one_only_its_own(tmp_path: Path) -> None:
    path = tmp_path / "underlag.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x/a.txt", "filen")
    whole = path.read_bytes()
    assert told(path) == {sha256(whole).hexdigest(), hexadecimal("filen")}
    path.write_bytes(whole[:-30])
    assert told(path) == {sha256(whole[:-30]).hexdigest()}


def test_of_a_release_the_digests_of_its_pages_and_its_commits_are_known(tmp_path: Path) -> None:
    path = manifest(tmp_path)
    own = sha256(path.read_bytes()).hexdigest()
    assert told(path) == {own, hexadecimal("vad sidan säger"), hexadecimal("filen"), sha1(b"alla").hexdigest(), sha1(b"en").hexdigest()}


@pytest.mark.parametrize("changed", [{"pages": "text"}, {"pages": [{}]}, {"units": [1]}, {"pages": [{"digest": 1, "sha256": "19"}], "commit": "", "units": []}])
def test_of_something_else_that_is_named_like_a_manifest_only_its_own_is_known(tmp_path: Path, changed: dict[str, object]) -> None:
    path = manifest(tmp_path, **changed)
    assert told(path) - {sha1(b"alla").hexdigest(), sha1(b"en").hexdigest()} == {sha256(path.read_bytes()).hexdigest()}


def test_only_what_is_known_is_passed_over_and_the_text_stays_as_long() -> None:
    known, other = hexadecimal("känd"), hexadecimal("okänd")
    text = f'"{known}" {other} {known}0 a{known} {known[:40]}'
    hidden = text.replace(f'"{known}"', f'"{"x" * 64}"')
    assert without_checksums(text, frozenset({known, hexadecimal("inte här")})) == (hidden, {known})


def test_a_release_whose_digest_has_the_digits_of_a_person_number_can_be_published(tmp_path: Path) -> None:
    """That is so of one digest in some two thousand, and a site has hundreds in each release."""
    unlucky = next(digest for digest in (hexadecimal(str(n)) for n in range(200_000)) if list(find_person_numbers(digest)))
    page = {"path": "index.html", "digest": unlucky, "sha256": hexadecimal("filen"), "size": 1, "made_from": []}
    path = manifest(tmp_path, pages=[page])
    assert scan(tmp_path, ()).problems == ()
    path.rename(tmp_path / "annat.json")
    assert [problem.code for problem in scan(tmp_path, ()).problems] == ["B03"]

"""A file of a release that is not as it was when it was first committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import git

from generator.registry.kept_releases import altered_files

PAGE = "2026-11-20/om/index.html"


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """Two committed releases in a repository, below its top."""
    git(tmp_path, "init", "-q")
    folder = tmp_path / "sajt/releases"
    for name in (PAGE, "2026-11-20/release.json", "2026-12-01/å ä/index.html", "tema/stil.css", "allowed_signers", "2026-11-20/SHA256SUMS.sig"):
        write(folder / name, "Först.")
    save(folder)
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def save(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "En release")


def test_releases_as_they_were_committed_are_in_order(releases: Path) -> None:
    write(releases / "2026-12-02/index.html", "Inte sparad i git än.")
    assert altered_files(releases) == frozenset()


@pytest.mark.parametrize("name", [PAGE, "2026-12-01/å ä/index.html", "tema/stil.css"])
@pytest.mark.parametrize("committed", [True, False])
def test_a_changed_file_is_told_also_when_the_change_is_committed(releases: Path, name: str, committed: bool) -> None:
    write(releases / name, "Sedan.")
    if committed:
        save(releases)
        save_again(releases)
    assert altered_files(releases) == {name}


def save_again(folder: Path) -> None:
    write(folder / "2026-12-03/index.html", "En till.")
    save(folder)


def test_a_file_that_is_gone_is_told(releases: Path) -> None:
    (releases / PAGE).unlink()
    save(releases)
    assert altered_files(releases) == {PAGE}


def test_a_file_that_was_taken_away_and_came_back_changed_is_told(releases: Path) -> None:
    (releases / PAGE).unlink()
    save(releases)
    write(releases / PAGE, "Sedan.")
    save(releases)
    assert altered_files(releases) == {PAGE}


def test_a_file_that_has_become_a_link_is_told(releases: Path) -> None:
    (releases / PAGE).unlink()
    (releases / PAGE).symlink_to(releases / "2026-11-20/release.json")
    assert altered_files(releases) == {PAGE}


@pytest.mark.parametrize("name", ["allowed_signers", "2026-11-20/SHA256SUMS.sig"])
def test_keys_and_signatures_may_be_made_anew(releases: Path, name: str) -> None:
    write(releases / name, "Ny.")
    assert altered_files(releases) == frozenset()


def test_what_a_merge_changed_of_the_branch_is_told(releases: Path) -> None:
    git(releases, "checkout", "-qb", "sidan")
    write(releases / PAGE, "Sedan.")
    save(releases)
    git(releases, "checkout", "-q", "-")
    save_again(releases)
    git(releases, "merge", "-q", "--no-edit", "sidan")
    assert altered_files(releases) == {PAGE}


def test_a_release_that_came_with_a_merge_is_kept_too(releases: Path) -> None:
    git(releases, "checkout", "-qb", "sidan")
    save_again(releases)
    git(releases, "checkout", "-q", "-")
    write(releases.parent / "annat.txt", "x")
    save(releases)
    git(releases, "merge", "-q", "--no-edit", "sidan")
    assert altered_files(releases) == frozenset()
    write(releases / "2026-12-03/index.html", "Sedan.")
    assert altered_files(releases) == {"2026-12-03/index.html"}


def test_without_git_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(tmp_path / "releases" / PAGE, "x")
    assert altered_files(tmp_path / "releases") == frozenset()
    assert altered_files(tmp_path / "finns-inte") == frozenset()

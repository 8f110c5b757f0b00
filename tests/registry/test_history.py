"""What git remembers of the ledgers, in repositories made for the purpose, ordinary and odd."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import git

from generator.registry import history
from generator.registry.history import History, read_history

NOT_A_REPOSITORY = ("mappen ligger inte i något git-arkiv", "the folder lies in no git repository")
UNREADABLE = ("git kunde inte läsa historiken", "git could not read the history")


class Repository:
    """A repository with a folder of records."""

    def __init__(self, folder: Path, data: str = "providers") -> None:
        self.folder, self.data = folder, folder / data
        self.data.mkdir(parents=True)
        git(folder, "init", "-q")

    def ids(self, *keys: str) -> None:
        (self.data / "published-ids.txt").write_text("# Id:n.\n" + "".join(f"{key}\n" for key in keys), encoding="utf-8")

    def commit(self, *keys: str) -> None:
        self.ids(*keys)
        self.save()

    def save(self) -> None:
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "--allow-empty", "-m", "En release")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Repository(tmp_path / "arkiv")


def test_what_was_committed_is_remembered_when_the_file_has_less(repository: Repository) -> None:
    repository.commit("profiles/a", "profiles/b")
    repository.ids("profiles/a")
    assert read_history(repository.data) == History(ids=frozenset({"profiles/a", "profiles/b"}))


def test_what_a_later_commit_took_away_is_remembered(repository: Repository) -> None:
    repository.commit("profiles/a", "profiles/b")
    repository.commit("profiles/a")
    repository.commit("profiles/a", "cases/c")
    assert read_history(repository.data).ids == {"profiles/a", "profiles/b", "cases/c"}


def test_the_file_may_be_gone_altogether(repository: Repository) -> None:
    repository.commit("profiles/a")
    (repository.data / "published-ids.txt").unlink()
    repository.save()
    assert read_history(repository.data).ids == {"profiles/a"}


def test_units_are_told_from_ids_and_comments_and_rubbish_are_neither(repository: Repository) -> None:
    lines = ["# profiles/nej", "profiles/a {}", 'profiles/a#del {"text":"0123456789ab"}', "profiles/a#borta null", "profiles/b {", "bolag/c {}", "<<<<<<< HEAD"]
    (repository.data / "released.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    repository.commit("profiles/a", "--- a/profiles/x", "++ profiles/y", "profiles/Z")
    assert read_history(repository.data) == History(frozenset({"profiles/a"}), frozenset({"profiles/a", "profiles/a#del", "profiles/a#borta"}))


def test_what_a_merge_took_away_is_remembered(repository: Repository) -> None:
    """The commonest way to lose a line: a conflict in which somebody keeps only one side."""
    repository.commit("profiles/a")
    git(repository.folder, "switch", "-q", "-c", "gren")
    repository.commit("profiles/a", "profiles/ny")
    git(repository.folder, "switch", "-q", "main")
    repository.commit("profiles/a", "profiles/b")
    git(repository.folder, "merge", "-q", "-s", "ours", "-m", "Bara den ena sidan", "gren")
    assert read_history(repository.data).ids == {"profiles/a", "profiles/b", "profiles/ny"}
    git(repository.folder, "switch", "-q", "gren")
    git(repository.folder, "merge", "-q", "-s", "ours", "-m", "Bara den andra sidan", "main")
    assert read_history(repository.data).ids == {"profiles/a", "profiles/b", "profiles/ny"}


def test_what_was_tried_and_undone_on_a_branch_was_never_public(repository: Repository) -> None:
    repository.commit("profiles/a")
    git(repository.folder, "switch", "-q", "-c", "gren")
    repository.commit("profiles/a", "profiles/forsok")
    repository.commit("profiles/a", "profiles/ny")
    git(repository.folder, "switch", "-q", "main")
    git(repository.folder, "merge", "-q", "--no-ff", "-m", "Ihop", "gren")
    assert read_history(repository.data).ids == {"profiles/a", "profiles/ny"}


def test_what_only_a_merge_added_is_remembered(repository: Repository) -> None:
    repository.commit("profiles/a")
    git(repository.folder, "switch", "-q", "-c", "gren")
    git(repository.folder, "commit", "-q", "--allow-empty", "-m", "Något annat")
    git(repository.folder, "switch", "-q", "main")
    git(repository.folder, "merge", "-q", "--no-ff", "--no-commit", "gren")
    repository.commit("profiles/a", "profiles/i-sammanslagningen")
    repository.commit("profiles/a")
    assert read_history(repository.data).ids == {"profiles/a", "profiles/i-sammanslagningen"}


def test_a_shallow_clone_remembers_what_it_has_and_says_that_it_is_one(repository: Repository, tmp_path: Path) -> None:
    repository.commit("profiles/a", "profiles/b")
    repository.commit("profiles/a", "profiles/c")
    repository.commit("profiles/a")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository.folder}", "grund")
    assert read_history(tmp_path / "grund/providers") == History(ids=frozenset({"profiles/a", "profiles/c"}), obstacle=history.SHALLOW)


def test_another_worktree_of_the_repository_remembers_the_same(repository: Repository, tmp_path: Path) -> None:
    repository.commit("profiles/a", "profiles/b")
    repository.commit("profiles/a")
    git(repository.folder, "worktree", "add", "-q", str(tmp_path / "bredvid"))
    assert read_history(tmp_path / "bredvid/providers").ids == {"profiles/a", "profiles/b"}


@pytest.mark.parametrize("name", ['poster på "svenska" *[a]', ":(top)poster", "-poster", "en/djup/mapp"])
def test_the_folder_may_be_called_anything(tmp_path: Path, repository: Repository, name: str) -> None:
    del repository
    odd = Repository(tmp_path / "udda", name)
    odd.commit("profiles/a")
    assert read_history(odd.data) == History(ids=frozenset({"profiles/a"}))


def test_a_submodule_has_its_own_memory(repository: Repository, tmp_path: Path) -> None:
    repository.commit("profiles/a", "profiles/b")
    repository.commit("profiles/a")
    outer = Repository(tmp_path / "yttre")
    outer.commit("terms/yttre")
    git(outer.folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", f"file://{repository.folder}", "inre")
    assert read_history(outer.folder / "inre/providers").ids == {"profiles/a", "profiles/b"}


def test_a_repository_without_commits_remembers_nothing(repository: Repository) -> None:
    repository.ids("profiles/a")
    assert read_history(repository.data) == History()


def test_a_folder_that_git_has_never_seen_remembers_nothing(repository: Repository) -> None:
    repository.commit("profiles/a")
    other = repository.folder / "andra-poster"
    other.mkdir()
    (other / "published-ids.txt").write_text("profiles/b\n", encoding="utf-8")
    assert read_history(other) == History()


def test_a_detached_head_is_as_good_as_any(repository: Repository) -> None:
    repository.commit("profiles/a", "profiles/b")
    repository.commit("profiles/a")
    git(repository.folder, "switch", "-q", "--detach", "HEAD~1")
    repository.ids("profiles/a")
    assert read_history(repository.data).ids == {"profiles/a", "profiles/b"}


def test_windows_line_breaks_are_line_breaks(repository: Repository) -> None:
    (repository.data / "published-ids.txt").write_bytes(b"\xef\xbb\xbfprofiles/a\r\nprofiles/b\r\n")
    repository.save()
    assert read_history(repository.data).ids == {"profiles/a", "profiles/b"}


def test_a_folder_outside_any_repository_says_so(tmp_path: Path, repository: Repository) -> None:
    del repository
    outside = tmp_path / "utanför"
    outside.mkdir()
    assert read_history(outside) == History(obstacle=NOT_A_REPOSITORY)


def test_a_folder_that_does_not_exist_says_so(tmp_path: Path) -> None:
    assert read_history(tmp_path / "finns-inte").obstacle == ("mappen finns inte", "the folder does not exist")


def test_a_computer_without_git_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert read_history(repository.data).obstacle == ("git finns inte på datorn", "git is not on this computer")


def test_git_that_does_not_answer_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 60)

    monkeypatch.setattr(history.subprocess, "run", late)
    assert read_history(repository.data).obstacle == ("git svarade inte i tid", "git did not answer in time")


def test_git_that_cannot_be_run_says_so(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "git").write_text("inget program", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(repository.data).obstacle == ("git gick inte att köra", "git could not be run")


@pytest.mark.parametrize("broken", ["HEAD", "config", "refs/heads/main", "objects"])
def test_a_broken_repository_gives_a_reason_and_no_traceback(repository: Repository, broken: str) -> None:
    repository.commit("profiles/a")
    path = repository.folder / ".git" / broken
    if path.is_dir():
        for item in path.rglob("*"):
            if item.is_file():
                item.chmod(0o644)
                item.write_bytes(b"x")
    else:
        path.write_bytes(b"\xff\n[trasig")
    found = read_history(repository.data)
    assert found.obstacle in (UNREADABLE, NOT_A_REPOSITORY)
    assert found.ids == frozenset()


def test_what_git_sets_for_its_hooks_does_not_lead_to_another_repository(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("profiles/a")
    other = Repository(tmp_path / "annat")
    other.commit("profiles/b")
    for name, value in {
        "GIT_DIR": ".git",
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": "ingen",
        "GIT_PREFIX": "x/",
        "GIT_OBJECT_DIRECTORY": "y",
    }.items():
        monkeypatch.setenv(name, value)
    assert read_history(repository.data).ids == {"profiles/a"}


def test_the_settings_of_a_user_change_nothing(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("profiles/a", "profiles/b")
    git(repository.folder, "switch", "-q", "-c", "gren")
    repository.commit("profiles/a", "profiles/b", "profiles/c")
    git(repository.folder, "switch", "-q", "main")
    repository.commit("profiles/b")
    git(repository.folder, "merge", "-q", "-s", "ours", "-m", "Ihop", "gren")
    (repository.folder / ".gitattributes").write_text("*.txt -diff\n", encoding="utf-8")
    settings = {
        "color": "ui = always", "core": "quotePath = false\npager = false", "format": "pretty = fuller", "i18n": "logOutputEncoding = utf-16",
        "log": "follow = true\nshowRoot = false\ndiffMerges = combined\nshowSignature = true\ndecorate = full",
        "diff": "external = false\nnoprefix = true\nmnemonicPrefix = true\ncontext = 9\nrenames = copies\nalgorithm = patience\nrelative = true\n"
                "wsErrorHighlight = all\ninterHunkContext = 9",
    }  # fmt: skip
    mine = tmp_path / "gitconfig"
    mine.write_text("".join(f"[{name}]\n{lines}\n" for name, lines in settings.items()), encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(mine))
    assert read_history(repository.data).ids == {"profiles/a", "profiles/b", "profiles/c"}

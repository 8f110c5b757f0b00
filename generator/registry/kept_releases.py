"""What git remembers of the releases: whether their files are still as they were when they were first committed.

A release never changes. What lies in its folder, and the style sheets that its pages use, are held against their first committed form, in
the line of commits that the branch itself has had. Signatures and checksums to sign may come later and be made anew, with another key.
"""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

from generator.registry.history import environment
from generator.registry.releases import SIGNATURE, SUMS, THEME_FOLDER, is_release_id

_SECONDS = 60
_LOG = (
    "git", "--no-pager", "--literal-pathspecs", "-c", "log.follow=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "log", "--first-parent", "-m", "--reverse", "--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=A", "--relative",
    "--no-ext-diff", "--", ".",
)  # fmt: skip
_HASH = ("git", "hash-object", "--stdin-paths")


def altered_files(folder: Path) -> frozenset[str]:
    """The paths, below the folder of releases, of files that are gone or other than first committed. None where git cannot say.

    That git cannot say is told of the ledgers, which it is asked about at the same time.
    """
    first = _first_forms(folder)
    there = [path for path in first if (folder / path).is_file() and not (folder / path).is_symlink()]
    # In a folder below the top of the repository git takes relative paths for those of the top.
    answer = _git(_HASH, folder, "".join(f"{folder.resolve() / path}\n" for path in there))
    if answer is None:
        return frozenset()
    now = dict(zip(there, answer.split(), strict=True))
    return frozenset(path for path, blob in first.items() if now.get(path) != blob)


def _first_forms(folder: Path) -> dict[str, str]:
    """Path to the name of the blob that it was when it first came."""
    fields = (_git(_LOG, folder) or "").split("\0")
    first: dict[str, str] = {}
    for head, path in zip(fields[::2], fields[1::2], strict=False):
        if _is_kept(path):
            first.setdefault(path, head.split()[3])
    return first


def _is_kept(path: str) -> bool:
    """True for a file of a release, or a style sheet of one, that must stay as it is. A line break cannot be in the name of one that we made."""
    top = path.partition("/")[0]
    name = PurePosixPath(path).name
    return (is_release_id(top) or top == THEME_FOLDER) and "/" in path and "\n" not in path and name != SUMS and not name.endswith(SIGNATURE)


def _git(command: tuple[str, ...], folder: Path, stdin: str = "") -> str | None:
    """What git answers; None when it cannot."""
    try:
        answer = subprocess.run(
            command, cwd=folder, env=environment(), input=stdin.encode("utf-8", "surrogateescape"), capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.decode("utf-8", "surrogateescape") if answer.returncode == 0 else None

"""What git remembers of the two ledgers: every line that either of them ever had, in one call to git.

Read is the line of commits that the branch itself has had, and what its merges took away from any side,
so that no line can be dropped in a conflict and stay dropped. What somebody tried and undid on a branch
of their own was never public and is not asked for. A shallow clone remembers less: then less is compared,
and that is said. Nothing is fetched from anywhere. Whatever is odd about git ends as a reason in words, never as
an exception.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.records.models import Kind
from generator.registry.files import LEDGER_NAME, RELEASED_NAME

_SECONDS = 60
# Set by git for its hooks; they would make it look at another repository than the one that the folder lies in.
_OF_ANOTHER_REPOSITORY = frozenset(
    {"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE",
     "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GITSHALLOW_FILE", "GIT_WORK_TREE"}
)  # fmt: skip
_LOG = (
    "git", "--no-pager", "--literal-pathspecs", "-c", "log.follow=false", "-c", "log.showSignature=false",
    "-c", "log.showRoot=true", "-c", "log.diffMerges=separate",
    "log", "--full-history", "--sparse", "-m", "--format=commit %H %P", "--encoding=UTF-8",
    "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--text", "--", LEDGER_NAME, RELEASED_NAME,
)  # fmt: skip
_KINDS = "|".join(Kind)
_COMMIT = re.compile(r"^commit (?=[0-9a-f]{40})", re.MULTILINE)
_CHANGED_LINE = re.compile(rf"^[+-]\ufeff?(?P<key>(?:{_KINDS})/[a-z0-9-]+)(?P<rest>(?P<anchor>#[a-z0-9-]+)? (?:\{{.*\}}|null))?\s*$", re.MULTILINE)
SHALLOW = ("arkivet är hämtat utan hela sin historik", "the repository was fetched without all of its history")
_NO_COMMITS = b"does not have any commits yet"
_NO_REPOSITORY = b"not a git repository"


@dataclass(frozen=True, slots=True)
class History:
    """What the ledgers ever held: published ids, and released units. obstacle: why git could not say, or not all, in Swedish and English."""

    ids: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    obstacle: tuple[str, str] | None = None


def read_history(folder: Path) -> History:
    """What git remembers of the ledgers in `folder`."""
    try:
        answer = subprocess.run(_LOG, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS)
    except FileNotFoundError:
        missing = ("git finns inte på datorn", "git is not on this computer") if folder.is_dir() else ("mappen finns inte", "the folder does not exist")
        return History(obstacle=missing)
    except subprocess.TimeoutExpired:
        return History(obstacle=("git svarade inte i tid", "git did not answer in time"))
    except OSError:
        return History(obstacle=("git gick inte att köra", "git could not be run"))
    if answer.returncode == 0:
        read = _read(answer.stdout.decode("utf-8", "replace"))
        return replace(read, obstacle=SHALLOW) if _is_shallow(folder) else read
    if _NO_COMMITS in answer.stderr:
        return History()
    if _NO_REPOSITORY in answer.stderr:
        return History(obstacle=("mappen ligger inte i något git-arkiv", "the folder lies in no git repository"))
    return History(obstacle=("git kunde inte läsa historiken", "git could not read the history"))


def _is_shallow(folder: Path) -> bool:
    """True where git has only the last commits: `git clone --depth`, or what a build server fetches when nobody tells it otherwise."""
    try:
        question = ("git", "rev-parse", "--is-shallow-repository")
        answer = subprocess.run(question, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return True
    return answer.stdout.strip() != b"false"


def _read(log: str) -> History:
    # A merge stands there once for each of its parents, with what it changed of that one.
    commits = [(head.split(), patch) for head, _, patch in (part.partition("\n") for part in _COMMIT.split(log)[1:])]
    first_parents = {names[0]: names[1] for names, _ in commits if len(names) > 1}
    step = commits[0][0][0] if commits else ""
    line: set[str] = set()
    while step and step not in line:
        line.add(step)
        step = first_parents.get(step, "")
    changed = (match for names, patch in commits if names[0] in line for match in _CHANGED_LINE.finditer(patch))
    lines = [(match["key"], match["anchor"] or "", match["rest"]) for match in changed]
    return History(
        ids=frozenset(key for key, _, rest in lines if rest is None),
        units=frozenset(key + anchor for key, anchor, rest in lines if rest is not None),
    )


def environment() -> Mapping[str, str]:
    """The user's environment, but git speaks English, fetches nothing, and finds the repository by the folder alone."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    return {**kept, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}

"""What git says about the records: the commit that they are in, and the last one that touched each of them.

Without git, or before the first commit, it says nothing, and that is no error: a release then has no commit.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.registry.history import environment

_SECONDS = 60
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def commit_of(data: Path) -> str:
    """The commit that holds the records as they lie in the folder; empty when something in it is not committed."""
    head = _git(data, "rev-parse", "HEAD").strip()
    clean = _git(data, "status", "--porcelain", "--", ".") == ""
    return head if clean and _COMMIT.fullmatch(head) else ""


def touched_since(data: Path, commit: str) -> Mapping[str, str]:
    """For each record (`kind/id`) whose file has changed since a commit, the last one that changed it. commit: empty for the whole history."""
    span = [f"{commit}..HEAD"] if commit else ["HEAD"]
    found: dict[str, str] = {}
    current = ""
    for line in _git(data, "log", "--format=commit %H", "--name-only", "--relative", *span, "--", ".").splitlines():
        if line.startswith("commit "):
            current = line.removeprefix("commit ")
        elif line.endswith(".yaml"):
            found.setdefault(line.removesuffix(".yaml"), current)
    return found


def _git(folder: Path, *arguments: str) -> str:
    """What git answers; empty when it cannot."""
    command = ("git", "--no-pager", "-c", "core.quotePath=false", *arguments)
    try:
        answer = subprocess.run(command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.decode("utf-8", "replace") if answer.returncode == 0 else ""

"""A file that is written whole or not at all, so that nobody who reads it, and no stop at any moment, meets half of it."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

# Git passes over files of this name, should a stop leave one behind.
_PREFIX = ".coachkollen-stage-"
_FOR_ALL_TO_READ = 0o644


def write_atomically(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """Put `content` at `path` in one step, on the disk before this returns. `like`: the file whose permissions it gets.

    Raises OSError, and then `path` is as it was.
    """
    mode = stat.S_IMODE(like.stat().st_mode) if like else _FOR_ALL_TO_READ
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
        _settle(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Have the names in a folder on the disk too, so that a power cut cannot undo what later steps rely on."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

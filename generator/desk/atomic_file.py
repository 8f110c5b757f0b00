"""Files and folders that are written whole or not at all, so that nobody who reads them, and no stop at any moment, meets half of one."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.build.site_folder import settle

# Git passes over files and folders of this name, should a stop leave one behind.
STAGE_PREFIX = ".coachkollen-stage-"
_FOR_ALL_TO_READ = 0o644
_FOR_ALL_TO_ENTER = 0o755


def write_atomically(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """Put `content` at `path` in one step, on the disk before this returns. `like`: the file whose permissions it gets.

    Raises OSError, and then `path` is as it was.
    """
    mode = stat.S_IMODE(like.stat().st_mode) if like else _FOR_ALL_TO_READ
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=STAGE_PREFIX, dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
        settle(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def write_tree_atomically(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a new folder with these files, by their path in it, in its place in one step, on the disk before this returns.

    Raises OSError, also when there is such a folder already, and then nothing has changed.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=folder.parent))
    try:
        stage.chmod(_FOR_ALL_TO_ENTER)
        for name, content in files.items():
            target = stage / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for inner in (stage, *(path for path in stage.rglob("*") if path.is_dir())):
            settle(inner)
        stage.rename(folder)
        settle(folder.parent)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder until the end of the block, or until the process ends, however it ends. Raises BlockingIOError when somebody else does."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def clear_stages(folder: Path) -> None:
    """Remove what a run that was stopped left directly in a folder. For the one who alone writes there."""
    for left in folder.glob(f"{STAGE_PREFIX}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()

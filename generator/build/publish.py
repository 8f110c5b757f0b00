"""A new tree in place of the old one: built beside it, checked, then given its name.

Whoever reads the output sees the old site or the new one, never half of either and never nothing: where the system can, the two change
names in one step. What a stopped build left behind is cleared away by the next. A folder that we did not make is never replaced.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.errors import UnsafeOutput

MARKER = ".coachkollen.json"
# What is remembered of the build, for the next one.
MEMORY = ".coachkollen.sqlite"
# What a folder that is only a share of a site says of itself.
SHARD = ".coachkollen-shard.json"
# What lies in the tree and is no part of the site.
OWN_FILES = frozenset({MARKER, MEMORY, SHARD})
_STAGE_PREFIX = ".coachkollen-stage-"
# Where the old tree lies for a moment on a system that cannot let two folders change names. After it comes the name of the output.
_OLD_PREFIX = ".coachkollen-old-"
# From Linux: paths as they are given, and both names stay in use.
_HERE, _EXCHANGE = -100, 2
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


@dataclass(frozen=True, slots=True)
class Written:
    """What a build wrote: number of files and their total size in bytes."""

    files: int
    size: int


@contextmanager
def staged(output: Path, inputs: Sequence[Path]) -> Iterator[Path]:
    """A fresh folder beside `output`. It is removed on the way out unless `swap_in` has taken it.

    Raises UnsafeOutput when `output` is not ours to replace.
    """
    refuse_unsafe(output, inputs)
    target = output.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _held(target.parent, wait=True):
        _clear(target)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE_PREFIX, dir=target.parent))
        handle = _hold(stage)
    try:
        # mkdtemp makes the folder private; a published tree is for everyone.
        stage.chmod(0o755)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        os.close(handle)


def swap_in(stage: Path, output: Path, as_of: str) -> Written:
    """Mark `stage` as ours and put it in the place of `output`. The old tree is removed last."""
    mark(stage, as_of)
    files = [p for p in stage.rglob("*") if p.is_file() and p.name not in OWN_FILES]
    written = Written(len(files), sum(p.stat().st_size for p in files))
    target = output.resolve()
    if not target.exists():
        stage.rename(target)
    elif not _exchanged(stage, target):
        old = target.with_name(f"{_OLD_PREFIX}{target.name}")
        try:
            target.rename(old)
            stage.rename(target)
        finally:
            # Whatever stopped the swap, there is a tree afterwards; should this fail too, the next build puts the old one back.
            if not target.exists():
                old.rename(target)
            shutil.rmtree(old, ignore_errors=True)
    return written


def _exchanged(one: Path, other: Path) -> bool:
    """Give two folders each other's names in one step. False when the system or the disk cannot; raises OSError when it could and did not."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    sys.audit("os.rename", str(one), str(other), -1, -1)
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _clear(target: Path) -> None:
    """Clear away what stopped builds left beside an output. One that was stopped between two names gets its old tree back."""
    old = target.with_name(f"{_OLD_PREFIX}{target.name}")
    if old.is_dir():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)
    for stage in target.parent.glob(f"{_STAGE_PREFIX}*"):
        with suppress(BlockingIOError, FileNotFoundError), _held(stage, wait=False):
            shutil.rmtree(stage)


@contextmanager
def _held(folder: Path, *, wait: bool) -> Iterator[None]:
    """Hold a folder. Raises BlockingIOError when somebody else does and nobody waits."""
    handle = _hold(folder, wait=wait)
    try:
        yield
    finally:
        os.close(handle)


def _hold(folder: Path, *, wait: bool = False) -> int:
    """Take hold of a folder, until the handle is closed or the process ends, however it ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        os.close(handle)
        raise
    return handle


def mark(folder: Path, as_of: str) -> None:
    """Leave the sign in `folder` that we made it and may replace it."""
    marker = {"generator": f"coachkollen {__version__}", "as_of": as_of}
    (folder / MARKER).write_text(json.dumps(marker, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def is_ours(folder: Path) -> bool:
    """True for a folder that is missing, empty or made by us."""
    return not folder.exists() or (folder.is_dir() and (not any(folder.iterdir()) or (folder / MARKER).is_file()))


def refuse_unsafe(output: Path, inputs: Sequence[Path]) -> None:
    """Raise UnsafeOutput unless `output` is missing, empty or made by us, no link, and apart from every input."""
    if output.is_symlink():
        raise UnsafeOutput(f"{output} är en symbolisk länk. Ange mappen som den leder till med --output.")
    target = output.resolve()
    for source in (path.resolve() for path in inputs):
        if target == source or target.is_relative_to(source) or source.is_relative_to(target):
            raise UnsafeOutput(f"Utmappen {output} och indata i {source.name}/ ligger i varandra. Välj en annan mapp med --output.")
    if target.exists() and not target.is_dir():
        raise UnsafeOutput(f"{output} är en fil, ingen mapp. Välj en annan mapp med --output.")
    if not is_ours(target):
        raise UnsafeOutput(
            f"Mappen {output} innehåller filer som Coachkollen inte har gjort ({MARKER} saknas). Töm den själv eller välj en annan mapp med --output."
        )

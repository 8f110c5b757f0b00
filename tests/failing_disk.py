"""A disk that refuses one call: the first, the second, and so on until nothing is refused."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

# What Python tells of before the system is asked, so that it can be refused. Reading is in it: a disk fails there too.
TOLD = frozenset({"open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.listdir", "os.scandir", "sqlite3.connect"})


@dataclass
class Disk:
    """Refuses one call, the one with the number `left` counted from now; 0 refuses none. ours: how paths begin that name only what is inside `root`."""

    left: int = 0
    code: int = 0
    root: str = ""
    ours: tuple[str, ...] = ()

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if self.left and event in TOLD and self._is_ours(args):
            self.fail(os.fsdecode(args[0]))  # type: ignore[arg-type]

    def fail(self, path: str | None = None) -> None:
        """Count one call, and refuse it if it is the one."""
        if self.left:
            self.left -= 1
            if not self.left:
                raise OSError(self.code, os.strerror(self.code), path)

    def _is_ours(self, args: tuple[object, ...]) -> bool:
        """True for a path under the folder of the test. What shutil removes it names by the last part alone."""
        path = os.fsdecode(args[0]) if isinstance(args[0], (str, bytes, os.PathLike)) else ""
        return path.removeprefix("file://").startswith(self.root) or (not path.startswith("/") and path.startswith(self.ours))


DISK = Disk()
sys.addaudithook(DISK)


@contextmanager
def failing(number: int, code: int, root: Path, ours: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse one call under a folder; fsync, of which Python does not tell, is counted too."""
    real = os.fsync

    def fsync(handle: int) -> None:
        DISK.fail()
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    DISK.left, DISK.code, DISK.root, DISK.ours = number, code, str(root), ours
    try:
        yield
    finally:
        DISK.left = 0
        monkeypatch.undo()

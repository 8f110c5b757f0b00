"""A folder that a web server reads: whole sites side by side, one of them current.

    SITE/.coachkollen-site.json    the sign that we made the folder
    SITE/.lock                     held by whoever publishes
    SITE/releases/000012-1a2b3c4d5e6f/
    SITE/current -> releases/000012-1a2b3c4d5e6f

The number of a release says in which order they were published, the digits are the first of the SHA-256 of its manifest. Nothing in a release is ever
written to once it has that name, so files may be the same on the disk in several. What a stopped run left behind begins with a dot, is not served,
and is cleared away by the next.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.errors import CoachkollenError, UnsafeOutput

SIGN = ".coachkollen-site.json"
RELEASES, CURRENT = "releases", "current"
_LOCK = ".lock"
_LITTER = ".stage-"
_NAME = re.compile(r"(?P<number>[0-9]{6})-[0-9a-f]{12}")


class SiteBusy(CoachkollenError):
    """Somebody else is publishing to the same folder. Nothing was changed."""


def is_release(name: str) -> bool:
    """True for a name as releases have it."""
    return _NAME.fullmatch(name) is not None


def number_of(name: str) -> int:
    """The number in the name of a release."""
    return int(name.partition("-")[0])


def name_after(names: Iterable[str], sha256: str) -> str:
    """What the release after these is to be called. sha256: what its digits are taken from."""
    return f"{max(map(number_of, names), default=0) + 1:06}-{sha256[:12]}"


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The folder of a published site. Only whoever holds its lock changes anything in it."""

    path: Path

    @property
    def releases(self) -> tuple[str, ...]:
        """The names of its releases, the first published first."""
        folder = self.path / RELEASES
        return tuple(sorted(entry.name for entry in folder.iterdir() if is_release(entry.name))) if folder.is_dir() else ()

    @property
    def current(self) -> str:
        """The name of the release that is read; empty before the first."""
        try:
            name = (self.path / CURRENT).readlink().name
        except FileNotFoundError:
            return ""
        return name if is_release(name) else ""

    def release(self, name: str) -> Path:
        """The folder of a release."""
        return self.path / RELEASES / name

    def next_name(self, manifest_sha256: str) -> str:
        """What a new release is to be called."""
        return name_after(self.releases, manifest_sha256)

    def stage(self, name: str) -> Path:
        """Where a new release is made ready, on the same disk."""
        return self.path / RELEASES / f"{_LITTER}{name}"

    def add(self, stage: Path, name: str) -> None:
        """Give a finished release its name, on the disk before this returns."""
        stage.rename(self.release(name))
        settle(self.path / RELEASES)

    def switch(self, name: str) -> None:
        """Make a release the one that is read. Whoever reads meets the one or the other at every moment."""
        pointer = self.path / f"{_LITTER}{CURRENT}"
        pointer.unlink(missing_ok=True)
        pointer.symlink_to(Path(RELEASES) / name)
        pointer.replace(self.path / CURRENT)
        settle(self.path)

    def prune(self, keep: int) -> tuple[str, ...]:
        """Remove the oldest releases, so that so many are left and always the current one. Returns those that are gone."""
        names = self.releases
        gone = [name for name in names[: max(0, len(names) - keep)] if name != self.current]
        for name in gone:
            # Out of sight first, so that no release is ever half there.
            grave = self.stage(name)
            self.release(name).rename(grave)
            shutil.rmtree(grave)
        return tuple(gone)


def open_site(path: Path, inputs: Sequence[Path]) -> SiteFolder:
    """The folder to publish to, made when it is missing. Raises UnsafeOutput for one that is not ours or lies inside an input, or the other way round."""
    if path.is_symlink():
        raise UnsafeOutput(f"{path} är en symbolisk länk. Ange mappen som den leder till.")
    target = path.resolve()
    for source in (given.resolve() for given in inputs):
        if target == source or target.is_relative_to(source) or source.is_relative_to(target):
            raise UnsafeOutput(f"{path} och {source.name}/ ligger i varandra. Publicera till en mapp för sig, till exempel /srv/coachkollen.")
    if path.exists() and not path.is_dir():
        raise UnsafeOutput(f"{path} är en fil, ingen mapp.")
    if path.is_dir() and not (path / SIGN).is_file() and any(entry.name != _LOCK and not entry.name.startswith(_LITTER) for entry in path.iterdir()):
        raise UnsafeOutput(f"Mappen {path} innehåller filer som Coachkollen inte har gjort ({SIGN} saknas). Töm den själv eller välj en annan mapp.")
    (path / RELEASES).mkdir(parents=True, exist_ok=True)
    for folder in (path, path / RELEASES):
        folder.chmod(0o755)
    return SiteFolder(path)


def existing_site(path: Path) -> SiteFolder:
    """A folder that has been published to. Raises UnsafeOutput for any other."""
    if not (path / SIGN).is_file():
        raise UnsafeOutput(f"{path} är ingen mapp som Coachkollen har publicerat till ({SIGN} saknas).")
    return SiteFolder(path)


@contextmanager
def locked(site: SiteFolder) -> Iterator[None]:
    """Hold the folder, with what a stopped run left behind cleared away. Raises SiteBusy when somebody else holds it.

    The system lets go of the lock when the process ends, however it ends, so it is never stale. What the file says is only for people.
    """
    handle = os.open(site.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = os.read(handle, 200).decode(errors="replace").strip() or "okänd"
            raise SiteBusy(f"Någon annan publicerar till {site.path} just nu ({who}). Vänta tills det är klart och försök igen.") from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} på {socket.gethostname()}\n".encode(), 0)
        _clear(site)
        _sign(site)
        yield
    finally:
        os.close(handle)


def settle(folder: Path) -> None:
    """Have the names in a folder on the disk, so that a power cut cannot undo what later steps rely on."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear(site: SiteFolder) -> None:
    for folder in (site.path, site.path / RELEASES):
        for entry in list(folder.iterdir()):
            if entry.name.startswith(_LITTER):
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()


def _sign(site: SiteFolder) -> None:
    if (site.path / SIGN).is_file():
        return
    beside = site.path / f"{_LITTER}sign"
    beside.write_text(json.dumps({"generator": f"coachkollen {__version__}"}) + "\n", encoding="utf-8")
    beside.replace(site.path / SIGN)

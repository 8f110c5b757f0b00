"""The press: writes the files of a site into a stage, and takes from the last build what is the same.

A page is known by its recipe, the digest of all that its template is given: with the same recipe it is not even rendered. Any other file is
known by what is in it. What is taken is linked and not copied, so a file that has not changed keeps its place on the disk and its time, and
nothing is ever written into a file that an older tree has too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator.build.last_build import LastBuild, MadeFile, Why
from generator.build.publish import MEMORY, OWN_FILES
from generator.errors import CoachkollenError


class WrittenTwice(CoachkollenError):
    """Two makers gave different files of the same name."""


@dataclass(frozen=True, slots=True)
class Shards:
    """All shards of a site, to take from instead of an older tree. last: what they made, as if one build had. folders: where each file lies."""

    last: LastBuild
    folders: Mapping[str, Path]


class Press:
    """Writes one site. stage: where. output: the tree of the last build, which is only read. records: the digest of each now, by its key.

    folders: where a file of the last build lies, when that is somewhere else than in `output`, as in a shard. frame: the digest of what every page shows
    around its own. theme: the folder of the templates. told: what the user was told while it was written, to be told again when nothing has changed.
    """

    def __init__(
        self,
        stage: Path,
        output: Path,
        last: LastBuild,
        records: Mapping[str, str] = MappingProxyType({}),
        folders: Mapping[str, Path] = MappingProxyType({}),
    ) -> None:
        self.stage = stage
        self.files: dict[str, MadeFile] = {}
        self.frame = b""
        self.theme = Path()
        self.told: list[str] = []
        self._output = output
        self._elsewhere = folders
        self._last = last
        self._blank = Why.UNKNOWN if (output / MEMORY).exists() else Why.FIRST
        self._changed = frozenset(key for key in last.records.keys() | records.keys() if last.records.get(key) != records.get(key))
        self._folders: set[str] = set()

    @property
    def is_as_before(self) -> bool:
        """True when nothing was written and nothing has gone: the old tree is the new one."""
        return self.files.keys() == self._last.files.keys() and all(made.kept for made in self.files.values())

    @property
    def took_something(self) -> bool:
        """True when anything was taken from the last build."""
        return any(made.kept for made in self.files.values())

    def has(self, name: str, recipe: bytes) -> bool:
        """True when the last build made the file of the same recipe and it is as it was written: then it is taken, and need not be made."""
        made = self._last.files.get(name)
        return made is not None and made.recipe == recipe and self._take(name, self._known(name, made))

    def write(self, name: str, content: bytes, recipe: bytes = b"", made_from: Collection[str] = ()) -> None:
        """A file. recipe: of a page. made_from: the keys of the records that it was made from. Raises WrittenTwice."""
        sha256, made = hashlib.sha256(content).digest(), self._last.files.get(name)
        if name in self.files and self.files[name].sha256 == sha256:
            # Such as a style sheet that the latest release has too.
            return
        if made and made.sha256 == sha256 and self._take(name, replace(self._known(name, made), recipe=recipe)):
            return
        path = self._place(name)
        # A new file also where there is one: that may be linked from an older tree.
        path.unlink(missing_ok=True)
        path.write_bytes(content)
        found = path.stat()
        because = tuple(sorted(self._changed.intersection(made_from))) if made else ()
        self.files[name] = MadeFile(sha256, found.st_size, found.st_mtime_ns, found.st_ino, recipe, self._why(name, made, because), because)

    def join(self, others: Mapping[str, MadeFile]) -> None:
        """Know the files too that this press has written in another process. Raises WrittenTwice."""
        if twice := sorted(name for name in self.files.keys() & others.keys() if self.files[name].sha256 != others[name].sha256):
            raise WrittenTwice(f"{twice[0]} skrivs två gånger.")
        self.files.update(others)

    def adopt(self) -> None:
        """Know the files too that somebody else has written into the stage."""
        for path in sorted(self.stage.rglob("*")):
            name = path.relative_to(self.stage).as_posix()
            if name not in self.files and name not in OWN_FILES and path.is_file():
                self.write(name, path.read_bytes())

    def seen(self) -> dict[str, bytes]:
        """What the checks saw in each file that was taken."""
        return {name: made.seen for name, made in self.files.items() if made.seen}

    def _known(self, name: str, made: MadeFile) -> MadeFile:
        """A file as it is noted when it is taken. One from elsewhere is new here."""
        return replace(made, kept=name not in self._elsewhere)

    def _old(self, name: str) -> Path:
        return self._elsewhere.get(name, self._output) / name

    def _take(self, name: str, made: MadeFile) -> bool:
        """Take a file of the last build; false when it is not as it was written."""
        old = self._old(name)
        if not made.is_at(old):
            return False
        path = self._place(name)
        path.unlink(missing_ok=True)
        try:
            os.link(old, path, follow_symlinks=False)
        except OSError:
            # A file system without hard links.
            shutil.copyfile(old, path)
        found = path.stat()
        self.files[name] = replace(made, mtime=found.st_mtime_ns, inode=found.st_ino)
        return True

    def _why(self, name: str, made: MadeFile | None, because: tuple[str, ...]) -> Why:
        if made is None:
            return Why.NEW if self._last.files else self._blank
        if not made.is_at(self._old(name)):
            return Why.DAMAGED
        if because:
            return Why.RECORDS
        return Why.SHOWN if self.frame == self._last.frame else Why.FRAME

    def _place(self, name: str) -> Path:
        if name in self.files:
            raise WrittenTwice(f"{name} skrivs två gånger.")
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            (self.stage / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return self.stage / name

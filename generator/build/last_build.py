"""What the last build knew: which files it made, from what, and what the checks saw in them. It lies hidden in the tree that it is about.

It is SQLite, written when everything else of the tree is there, and comes into place with it. It is a memory and never the truth: one of
another program or another form, one that is damaged and one that is about another tree are each as good as none, and then everything is
made anew. A file counts as the one that was written only while its size, its time and its place on the disk are those that were noted,
or its contents have the same SHA-256. Each row has a checksum of its own, so that a single turned bit is seen.

Bytes and numbers are written with sixteen letters: a search of the tree for what is private reads this file too, and among some million
bytes that chance has chosen there would now and then be an address or a number.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import struct
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.build.publish import MEMORY, OWN_FILES

_FORM = "2"
_GUARD_BYTES = 16
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE files (
    name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, place TEXT NOT NULL, recipe TEXT NOT NULL,
    why TEXT NOT NULL, because TEXT NOT NULL, seen TEXT NOT NULL, guard TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
# Size, time and place on the disk.
_PLACE = struct.Struct(">QqQ")
_DIGITS, _LETTERS = "0123456789abcdef", "abcdefghijklmnop"
_TO_LETTERS, _TO_DIGITS = str.maketrans(_DIGITS, _LETTERS), str.maketrans(_LETTERS, _DIGITS)


class Why(StrEnum):
    """Why a file was written when it was."""

    FIRST = "first"
    UNKNOWN = "unknown"
    NEW = "new"
    DAMAGED = "damaged"
    FRAME = "frame"
    RECORDS = "records"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file of a site. size in bytes, mtime in nanoseconds; recipe: the digest of what it was made from, empty for one that is compared by content.

    why: it was written when it was. because: of these records. kept: the build that noted it had nothing to write. seen: by the checks, empty for not yet.
    """

    sha256: bytes
    size: int
    mtime: int
    inode: int
    recipe: bytes = b""
    why: Why = Why.FIRST
    because: tuple[str, ...] = ()
    kept: bool = False
    seen: bytes = b""

    def is_at(self, path: Path) -> bool:
        """True while the file at a path is this one."""
        try:
            found = os.lstat(path)
            same = (found.st_size, found.st_mtime_ns, found.st_ino) == (self.size, self.mtime, self.inode)
            return same or (found.st_size == self.size and path.is_file() and hashlib.sha256(path.read_bytes()).digest() == self.sha256)
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build. program: the fingerprint of what made it. inputs: that of everything it was made from, empty when that is not known.

    frame: the digest of what every page shows around its own. checks: what the checks were told to look for. records: the digest of each, by its key.
    told: what was said to the user, on which stream. files: by name.
    """

    program: bytes = b""
    inputs: bytes = b""
    frame: bytes = b""
    checks: bytes = b""
    records: Mapping[str, str] = field(default_factory=dict)
    told: tuple[tuple[str, bool], ...] = ()
    files: Mapping[str, MadeFile] = field(default_factory=dict)

    def is_whole(self, folder: Path) -> bool:
        """True while a folder holds exactly these files, as they were written."""
        there: set[str] = set()
        for here, _, names in os.walk(folder):
            shown = Path(here).relative_to(folder).as_posix()
            there |= {name if shown == "." else f"{shown}/{name}" for name in names}
        return there - OWN_FILES == self.files.keys() and all(made.is_at(folder / name) for name, made in self.files.items())


def read_last_build(folder: Path, program: bytes) -> LastBuild:
    """What is remembered of the tree in a folder; nothing when that cannot be trusted. program: the fingerprint of the one that asks."""
    path = folder / MEMORY
    if path.is_symlink() or not path.is_file():
        return LastBuild()
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            about = _about(database)
            if about.get("form") != _FORM.encode() or about.pop("guard", b"") != _guard(program, sorted(about.items())):
                return LastBuild()
            files = {}
            for name, *values, guard in database.execute("SELECT * FROM files"):
                if _bytes(guard) != _guard(program, (name, *values)):
                    return LastBuild()
                files[name] = _made(values)
            return LastBuild(
                program=about["program"],
                inputs=about["inputs"],
                frame=about["frame"],
                checks=about["checks"],
                records=json.loads(about["records"]),
                told=tuple((text, bool(error)) for text, error in json.loads(about["told"])),
                files=files,
            )
    except (sqlite3.Error, struct.error, ValueError, LookupError, TypeError):
        return LastBuild()


def write_last_build(folder: Path, build: LastBuild) -> None:
    """Remember a build in the folder of its tree. What is there already stands until the new one is whole."""
    path = folder / MEMORY
    beside = path.with_name(f"{MEMORY}-ny")
    beside.unlink(missing_ok=True)
    about = {
        "form": _FORM.encode(),
        "program": build.program,
        "inputs": build.inputs,
        "frame": build.frame,
        "checks": build.checks,
        "records": json.dumps(dict(build.records), sort_keys=True).encode(),
        "told": json.dumps(build.told).encode(),
    }
    about["guard"] = _guard(build.program, sorted(about.items()))
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as database:
            # Nobody reads it before it is whole, and half of one is none.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(_TABLES)
            database.execute("BEGIN")
            database.executemany("INSERT INTO about VALUES (?, ?)", ((name, _letters(value)) for name, value in sorted(about.items())))
            rows = ((name, *_values(made)) for name, made in sorted(build.files.items()))
            database.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ((*row, _letters(_guard(build.program, row))) for row in rows))
            database.execute("COMMIT")
        beside.replace(path)
    except sqlite3.Error as error:
        # The tree is right without it; a full disk is told by the files that matter.
        beside.unlink(missing_ok=True)
        raise OSError(str(error)) from error


def remember_inputs(folder: Path, program: bytes, inputs: bytes, told: Iterable[tuple[str, bool]]) -> None:
    """Note what the tree in a folder was made from and what the user was told, when it is in its place. Raises OSError.

    inputs, told: as in `LastBuild`.
    """
    try:
        with closing(sqlite3.connect(f"{(folder / MEMORY).resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)) as database:
            about = _about(database)
            del about["guard"]
            about |= {"inputs": inputs, "told": json.dumps(tuple(told)).encode()}
            about["guard"] = _guard(program, sorted(about.items()))
            # No journal beside it in the tree: half of it is none.
            database.execute("PRAGMA journal_mode = MEMORY")
            database.execute("BEGIN")
            database.executemany("UPDATE about SET value = ? WHERE name = ?", [(_letters(about[name]), name) for name in ("inputs", "told", "guard")])
            database.execute("COMMIT")
    except (sqlite3.Error, ValueError, LookupError) as error:
        raise OSError(str(error)) from error


def _about(database: sqlite3.Connection) -> dict[str, bytes]:
    return {name: _bytes(value) for name, value in database.execute("SELECT name, value FROM about")}


def _values(made: MadeFile) -> tuple[str, ...]:
    because = json.dumps([made.kept, *made.because])
    place = _PLACE.pack(made.size, made.mtime, made.inode)
    return _letters(made.sha256), _letters(place), _letters(made.recipe), made.why.value, because, _letters(made.seen)


def _made(values: list[str]) -> MadeFile:
    sha256, place, recipe, why, because, seen = values
    size, mtime, inode = _PLACE.unpack(_bytes(place))
    kept, *keys = json.loads(because)
    return MadeFile(_bytes(sha256), size, mtime, inode, _bytes(recipe), Why(why), tuple(keys), kept, _bytes(seen))


def _letters(content: bytes) -> str:
    return content.hex().translate(_TO_LETTERS)


def _bytes(letters: str) -> bytes:
    """Raises ValueError for what `_letters` cannot have made."""
    return bytes.fromhex(letters.translate(_TO_DIGITS))


def _guard(program: bytes, values: Iterable[object]) -> bytes:
    """The checksum of a row, which no other program gives the same."""
    return hashlib.blake2b(repr(tuple(values)).encode("utf-8", "surrogatepass"), digest_size=_GUARD_BYTES, key=program).digest()

"""What the files of records said when they were last read: the plain data of each, by the SHA-256 of what the file holds. Only of files without any problem.

It is a memory and never the truth. Each row has a checksum that is keyed with the fingerprint of the program and covers the contents that it is about,
so one that is damaged, old, half written or somebody else's is as good as none, and its file is read anew. It says what a file holds and nothing about
that: every model and every rule tries it each time. The checksum is no lock: whoever may write here may write in the program too.

It is SQLite with one table, and nothing else in it is looked at. It is written whole beside its place and moved there.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from generator.records import yaml_reader

_GUARD_BYTES = 16
# What is in a file with any other table is not looked at.
_TABLE = "CREATE TABLE records (sha256 BLOB PRIMARY KEY, data TEXT NOT NULL, guard BLOB NOT NULL) STRICT"
_ASKED = "SELECT data, guard FROM records WHERE sha256 = ?"

# What a damaged file may raise. ValueError: text that is no UTF-8, also in what SQLite says of it.
_UNREADABLE = (sqlite3.Error, OSError, ValueError)

Row = tuple[bytes, str, bytes]


class Remembered:
    """A memory in a file, which need not be there. program: the fingerprint of the one that asks; two parsers are two programs."""

    def __init__(self, path: Path, program: bytes) -> None:
        self._path = path
        self._key = hashlib.sha256(program + (b"libyaml" if yaml_reader.HAS_LIBYAML else b"PyYAML")).digest()
        self._known: set[bytes] = set()
        self._learnt: dict[bytes, str] = {}
        self._rows = 0

    def recall(self, contents: Sequence[bytes]) -> list[str]:
        """The text of the data of each file; empty for one that is not remembered."""
        digests = [_digest(content) for content in contents]
        found: dict[bytes, str] = {}
        try:
            with self._opened() as database:
                for digest in digests:
                    for text, guard in database.execute(_ASKED, (digest,)):
                        if isinstance(text, str) and guard == self._guard(digest, text):
                            found[digest] = text
                (self._rows,) = database.execute("SELECT count(*) FROM records").fetchone()
        except _UNREADABLE:
            # A file that breaks off in the middle is none from its beginning: it is made anew.
            found, self._rows = {}, 0
        self._known |= found.keys()
        return [found.get(digest, "") for digest in digests]

    def learn(self, content: bytes, text: str) -> None:
        """Note the text of the data of a file, until it is written with the others."""
        self._learnt[_digest(content)] = text

    def write(self) -> None:
        """Put what was recalled and learnt in the place of what was there, which is forgotten. Where that cannot be done, nothing is."""
        if not self._learnt and len(self._known) == self._rows:
            return
        beside = self._path.with_name(f"{self._path.name}-ny")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with _alone(self._path.parent):
                try:
                    self._write(beside)
                    beside.replace(self._path)
                    self._known |= self._learnt.keys()
                    self._rows = len(self._known)
                    self._learnt.clear()
                finally:
                    beside.unlink(missing_ok=True)
        except (sqlite3.Error, OSError):
            # Nothing depends on it, and a full disk is told by the files that matter.
            return

    def _write(self, beside: Path) -> None:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside, isolation_level=None)) as database:
            # Nobody reads it before it is whole, and half of one is none.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
            database.execute("BEGIN")
            database.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", self._all_rows())
            database.execute("COMMIT")

    def _all_rows(self) -> Iterator[Row]:
        """What was learnt, and the rows that were recalled, as far as they are still there."""
        for digest, text in self._learnt.items():
            yield digest, text, self._guard(digest, text)
        try:
            with self._opened() as database:
                for digest in self._known:
                    for text, guard in database.execute(_ASKED, (digest,)):
                        yield digest, text, guard
        except _UNREADABLE:
            return

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file, for reading. Raises one of _UNREADABLE where there is none of ours."""
        if self._path.is_symlink() or not self._path.is_file():
            raise FileNotFoundError(self._path)
        with closing(sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            if database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall() != [(_TABLE,)]:
                raise FileNotFoundError(self._path)
            yield database

    def _guard(self, digest: bytes, text: str) -> bytes:
        return hashlib.blake2b(digest + text.encode("utf-8"), digest_size=_GUARD_BYTES, key=self._key).digest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While no other process writes there. Raises BlockingIOError when one does: what it writes is as good."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()

"""Fingerprints: of the program that builds, and of everything that a build is made from. Equal fingerprints give equal sites.

Contents are hashed and times are not asked about, so a checkout, a copy or a restored backup counts as what it is.
"""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from generator.records.deny_list import DenyList
from generator.registry.history import environment

_GENERATOR = Path(__file__).parents[1]
_SECONDS = 10
# Python's own, made anew from what is hashed already.
_MADE_BY_PYTHON = "__pycache__"


def of_program() -> bytes:
    """SHA-256 of our own code and tables, of Python, and of what the libraries that are installed with it say of themselves: name, version and more."""
    # As it is written: to understand it takes longer than all the rest.
    libraries = sorted(next(filter(None, map(found.read_text, ("METADATA", "PKG-INFO", ""))), "") for found in metadata.distributions())
    told = _joined(library.encode() for library in libraries)
    return _joined([of_files([_GENERATOR], _MADE_BY_PYTHON), sys.version.encode(), platform.machine().encode(), told])


def of_inputs(program: bytes, paths: Iterable[Path], said: Mapping[str, str], data: Path | None) -> bytes | None:
    """SHA-256 of all that a build is made from: the program, files and folders, what it was told, and what git knows. None when something cannot be read.

    data: the folder of records, whose history git knows; None to ask only about what all machines can have the same.
    """
    told = "".join(f"{len(name)}:{name}{len(value)}:{value}" for name, value in sorted(said.items()))
    try:
        return _joined([program, of_files(paths), told.encode("utf-8", "surrogatepass"), _commit(data).encode() if data else b""])
    except OSError:
        return None


def of_checks(contacts: Iterable[str], denied: DenyList | None) -> bytes:
    """SHA-256 of what the search for private details is told: the contacts that may stand on the site, and the strings that may not."""
    strings = [denied.salt, *sorted(digest for digests in denied.digests.values() for digest in digests)] if denied else []
    return _joined([_joined(contact.encode("utf-8", "surrogatepass") for contact in sorted(contacts)), _joined(strings)])


def of_files(paths: Iterable[Path], but: str = "") -> bytes:
    """SHA-256 of files, and of everything under folders, names included, folders of the name `but` left out. A path that leads nowhere counts as such.

    Raises OSError for what cannot be read.
    """
    found = hashlib.sha256()

    def add(name: str, content: bytes) -> None:
        encoded = os.fsencode(name)
        found.update(f"{len(encoded)}:{len(content)}:".encode() + encoded + content)

    for path in paths:
        if not path.is_dir():
            add("file", path.read_bytes() if path.is_file() else b"")
            continue
        add("folder", b"")
        for here, folders, names in os.walk(path, onerror=_raise):
            folders[:] = sorted(name for name in folders if name != but)
            links = [name for name in folders if Path(here, name).is_symlink()]
            for name in sorted([*names, *links]):
                file = Path(here, name)
                shown = file.relative_to(path).as_posix()
                if file.is_symlink():
                    add(shown, b"link " + os.fsencode(file.readlink()))
                if file.is_file():
                    add(shown, file.read_bytes())
    return found.digest()


def _commit(data: Path) -> str:
    """The commit that the history of the ledgers is read from, and whether git has it all. Empty where git cannot say, which it then says for everything."""
    question = ("git", "rev-parse", "--is-shallow-repository", "--verify", "HEAD")
    try:
        answer = subprocess.run(question, cwd=data, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return f"{answer.returncode} {answer.stdout.decode('utf-8', 'replace')} {answer.stderr.decode('utf-8', 'replace')}"


def _joined(parts: Iterable[bytes]) -> bytes:
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()


def _raise(error: OSError) -> None:
    raise error

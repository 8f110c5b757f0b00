"""Which files are records: walks a data root and reads each file, so that nothing is skipped in silence."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem
from generator.records.identifiers import is_record_id
from generator.records.models import Kind
from generator.records.privacy import find_person_numbers, mask_person_numbers
from generator.records.reader import Document, Root, read_record

LEDGER_NAME = "published-ids.txt"
_KNOWN_FOLDERS = ", ".join(Kind)


@dataclass(frozen=True, slots=True)
class Found:
    """What lies under a data root: the records that could be read, all keys present, and every problem.

    keys: also those of files that are there but wrong, so that a reference to them is not blamed too.
    """

    documents: tuple[Document, ...]
    keys: frozenset[str]
    problems: tuple[Problem, ...]


def read_root(folder: Path, root: Root, shown_as: str) -> Found:
    """Read every record under `folder`. `shown_as`: how the folder is named in problems."""
    if not folder.is_dir():
        return Found((), frozenset(), (Problem("F10", shown_as),))
    documents: list[Document] = []
    keys: set[str] = set()
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in _files(folder):
        relative = path.relative_to(folder).as_posix()
        shown = mask_person_numbers(f"{shown_as}/{relative}")
        if relative == LEDGER_NAME:
            continue
        placed = _place(path, folder, shown)
        if isinstance(placed, Problem):
            problems.append(placed)
            continue
        kind, record_id = placed
        keys.add(f"{kind}/{record_id}")
        twin = seen.setdefault(f"{kind}/{record_id.casefold()}", shown)
        if twin != shown:
            problems.append(Problem("F09", shown, params={"other": twin}))
            continue
        name_problem = _name_problem(record_id, shown)
        content = _content(path, folder, shown)
        if isinstance(content, Problem):
            problems.append(content)
            continue
        document, found = read_record(content, kind, record_id, root, shown)
        problems += found
        if name_problem:
            problems.append(name_problem)
        elif document:
            documents.append(document)
    return Found(tuple(documents), frozenset(keys), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    """Every entry that is not a folder, sorted; links are not followed, hidden files are left alone."""
    for here, folders, names in os.walk(folder, followlinks=False):
        linked = [name for name in folders if (Path(here) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in linked and not name.startswith("."))
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                yield Path(here) / name


def _place(path: Path, folder: Path, shown: str) -> tuple[Kind, str] | Problem:
    parts = path.relative_to(folder).parts
    if len(parts) != 2 or parts[0] not in list(Kind):
        return Problem("F03", shown, params={"folder": "/".join(parts[:-1]) or ".", "known": _KNOWN_FOLDERS})
    if path.suffix != ".yaml":
        return Problem("F04", shown, params={"name": mask_person_numbers(path.name)})
    return Kind(parts[0]), path.stem


def _name_problem(record_id: str, shown: str) -> Problem | None:
    if next(find_person_numbers(record_id), None):
        return Problem("I21e", shown)
    if not is_record_id(record_id):
        return Problem("F02", shown, params={"name": record_id})
    return None


def _content(path: Path, folder: Path, shown: str) -> bytes | Problem:
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(folder.resolve()):
            return Problem("F01", shown)
        if not stat.S_ISREG(path.stat().st_mode):
            return Problem("F08", shown, params={"reason": "inte en vanlig fil / not a regular file"})
        return path.read_bytes()
    except OSError as error:
        return Problem("F08", shown, params={"reason": error.strerror or str(error)})

"""Which files are records: walks a data root and reads each file, so that nothing is skipped in silence."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, printable
from generator.records.identifiers import is_record_id
from generator.records.models import Kind
from generator.records.privacy import find_person_numbers, mask_person_numbers
from generator.records.reader import Document, Root, plain_text, read_record
from generator.records.suggestions import suggest_code
from generator.registry.remembered import Remembered
from generator.workers import WorkerLost, shared_out

LEDGER_NAME = "published-ids.txt"
RELEASED_NAME = "released.txt"
_LEDGERS = (LEDGER_NAME, RELEASED_NAME)
# What git itself reads, and what a stop may leave behind and git passes over. Anything else with a point in front would be committed unread.
_GIT_NAMES = frozenset({".git", ".gitkeep", ".gitignore", ".gitattributes"})
_STAGED = ".coachkollen-stage-"
_KNOWN_FOLDERS = ", ".join(Kind)

# Why something cannot be read, in Swedish and English; the system's own word for anything else.
_REASONS: Mapping[int, tuple[str, str]] = {
    errno.EACCES: ("du saknar läsrättighet", "you may not read it"),
    errno.ENOENT: ("länken leder till en fil som inte finns", "the link leads to a file that does not exist"),
    errno.ELOOP: ("länken leder i en ring", "the link leads in a ring"),
    errno.EISDIR: ("det är en mapp", "it is a folder"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What lies under a data root: the records that could be read, all keys present, and every problem.

    keys: also those of files that are there but wrong, so that a reference to them is not blamed too.
    ledger, released: the lines of the list of published ids and of what they meant, where there are such files.
    """

    documents: tuple[Document, ...]
    keys: frozenset[str]
    problems: tuple[Problem, ...]
    ledger: tuple[str, ...] = ()
    released: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """A file that should be a record. misnamed: what is wrong with its name."""

    kind: Kind
    id: str
    shown: str
    content: bytes
    misnamed: Problem | None


def read_root(folder: Path, root: Root, shown_as: str, remembered: Remembered | None = None, workers: int = 1) -> Found:
    """Read every record under `folder`. `shown_as`: how the folder is named in problems.

    remembered: what was read before, which learns what is new. workers: how many processes read; what is found is the same for any number.
    """
    if not folder.is_dir():
        return Found((), frozenset(), (Problem("F10", shown_as),))
    keys: set[str] = set()
    problems: list[Problem] = []
    files: list[_File] = []
    seen: dict[str, str] = {}
    unreadable: list[OSError] = []
    ledgers: dict[str, tuple[str, ...]] = {}
    for path in files_under(folder, unreadable, (".yaml", *_LEDGERS)):
        shown = show_path(path, folder, shown_as)
        if path.parent == folder and path.name in _LEDGERS:
            listed = read_bytes(path, folder, shown)
            if isinstance(listed, Problem):
                problems.append(listed)
            else:
                ledgers[path.name] = tuple(listed.decode("utf-8-sig", "replace").splitlines())
            continue
        placed = leads_out(path, folder, shown) or _place(path, folder, shown_as, shown)
        if isinstance(placed, Problem):
            problems.append(placed)
            continue
        kind, record_id = placed
        keys.add(f"{kind}/{record_id}")
        twin = seen.setdefault(f"{kind}/{record_id.casefold()}", shown)
        if twin != shown:
            problems.append(Problem("F09", shown, params={"other": twin}))
            continue
        content = read_bytes(path, folder, shown)
        if isinstance(content, Problem):
            problems.append(content)
        else:
            files.append(_File(kind, record_id, shown, content, _name_problem(record_id, shown)))
    documents, found = _read_files(files, root, remembered, workers)
    problems += found
    problems += [not_readable(error, show_path(Path(error.filename), folder, shown_as)) for error in unreadable]
    if root is Root.PUBLIC:
        problems += hidden_entries(folder, shown_as)
    return Found(tuple(documents), frozenset(keys), tuple(problems), ledgers.get(LEDGER_NAME, ()), ledgers.get(RELEASED_NAME, ()))


def _read_files(files: Sequence[_File], root: Root, remembered: Remembered | None, workers: int) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for file, plain in zip(files, _plain_texts([file.content for file in files], remembered, workers), strict=True):
        document, found = read_record(file.content, file.kind, file.id, root, file.shown, plain)
        problems += found
        if file.misnamed:
            problems.append(file.misnamed)
        elif document:
            documents.append(document)
    return documents, problems


def _plain_texts(contents: Sequence[bytes], remembered: Remembered | None, workers: int) -> Sequence[str]:
    """What each file holds, remembered or read by several processes. Empty for one that is to be read here."""
    texts = remembered.recall(contents) if remembered else [""] * len(contents)
    if remembered is None and workers == 1:
        return texts
    # A file with a problem, and one that is there twice, is read by nobody but us.
    fresh = list({content: None for content, text in zip(contents, texts, strict=True) if not text})
    read = dict(zip(fresh, _read_by_many(fresh, workers), strict=True))
    if remembered:
        for content, text in read.items():
            if text:
                remembered.learn(content, text)
    return [text or read[content] for content, text in zip(contents, texts, strict=True)]


def _read_by_many(contents: Sequence[bytes], workers: int) -> Sequence[str]:
    try:
        shares = shared_out(lambda share: [plain_text(content) for content in share], contents, workers)
    except WorkerLost:
        # Whatever ended it, here each file is read when its turn comes.
        return [""] * len(contents)
    read = [""] * len(contents)
    for number, share in enumerate(shares):
        read[number :: len(shares)] = share
    return read


def show_path(path: Path, folder: Path, shown_as: str) -> str:
    """A path for messages: no person number, and nothing that a terminal cannot show."""
    return printable(mask_person_numbers("/".join((shown_as, *path.relative_to(folder).parts))))


def files_under(folder: Path, unreadable: list[OSError], endings: tuple[str, ...]) -> Iterator[Path]:
    """Every entry that is not a folder, sorted, and folders with one of the endings of files.

    Links are not followed, hidden files are left alone. unreadable: gets an error for each folder that cannot be listed.
    """
    for here, folders, names in os.walk(folder, onerror=unreadable.append, followlinks=False):
        odd = [name for name in folders if name.endswith(endings) or (Path(here) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in odd and not name.startswith("."))
        for name in sorted([*names, *odd]):
            if not name.startswith("."):
                yield Path(here) / name


def hidden_entries(folder: Path, shown_as: str) -> Iterator[Problem]:
    """F12 for each file or folder that the search for records and pages passes over, but that would be committed."""
    for here, folders, names in os.walk(folder, followlinks=False):
        for name in sorted([*folders, *names]):
            if name.startswith(".") and name not in _GIT_NAMES and not name.startswith(_STAGED):
                shown = show_path(Path(here) / name, folder, shown_as)
                yield Problem("F12", shown, params={"name": shown.rpartition("/")[2]})
        folders[:] = sorted(name for name in folders if not name.startswith("."))


def _place(path: Path, folder: Path, shown_as: str, shown: str) -> tuple[Kind, str] | Problem:
    parts = path.relative_to(folder).parts
    if len(parts) != 2 or parts[0] not in list(Kind):
        likely = suggest_code(parts[0], list(Kind)) if len(parts) == 2 else ""
        return Problem("F03", shown, params={"folder": show_path(path.parent, folder, shown_as), "known": _KNOWN_FOLDERS, "suggestion": likely})
    if path.suffix != ".yaml":
        return Problem("F04", shown, params={"name": shown.rpartition("/")[2]})
    return Kind(parts[0]), path.stem


def _name_problem(record_id: str, shown: str) -> Problem | None:
    if next(find_person_numbers(record_id), None):
        return Problem("I21e", shown)
    if not is_record_id(record_id):
        return Problem("F02", shown, params={"name": printable(record_id)})
    return None


def read_bytes(path: Path, folder: Path, shown: str) -> bytes | Problem:
    """What a file under `folder` holds, or why it is not read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(mode):
            return Problem("F08", shown, params={"reason_sv": "det är ingen vanlig fil", "reason_en": "it is no ordinary file"})
        return leads_out(path, folder, shown) or path.read_bytes()
    except OSError as error:
        return not_readable(error, shown)


def leads_out(path: Path, folder: Path, shown: str) -> Problem | None:
    """F01 for a symbolic link to something that exists outside the folder."""
    if path.is_symlink() and path.exists() and not path.resolve().is_relative_to(folder.resolve()):
        return Problem("F01", shown)
    return None


def not_readable(error: OSError, shown: str) -> Problem:
    """F08 with the reason in words."""
    reason_sv, reason_en = _REASONS.get(error.errno or 0, (error.strerror or str(error),) * 2)
    return Problem("F08", shown, params={"reason_sv": reason_sv, "reason_en": reason_en})

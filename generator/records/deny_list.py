"""The deny list: strings that may stand nowhere, known only by their digests.

The list lies outside the repository, since a list of names is itself what must not be published.
It is a text file: a line `salt: <hex>`, then one string a line as `<SHA-256 in hex> <number of
words>`; lines that begin with # are comments. The digest is of the salt followed by the string's
words in lower case with one space between. A word is letters and digits, so that `Exempel-Namn`,
`exempel_namn` and `EXEMPEL  NAMN` are the same two words. Every run of so many words in a text is
compared, and what is found is never shown.
"""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from generator.errors import BadUsage
from generator.records.disguise import Finding, bare, find_in_every_reading

MOST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
# No word has them, and then only what is really disguised is read twice.
_BETWEEN_WORDS = str.maketrans(dict.fromkeys(" \t\n_", "|"))
_SALT = re.compile(r"salt: ?([0-9a-f]*)\Z")
_ENTRY = re.compile(r"([0-9a-f]{64}) ([1-9][0-9]?)\Z")
_HEADER = "# Coachkollens spärrlista: strängar som inte får publiceras, som SHA-256 och antal ord. Ska ligga utanför arkivet.\n"


@dataclass(frozen=True, slots=True)
class DenyList:
    """The digests by number of words."""

    salt: bytes
    digests: Mapping[int, frozenset[bytes]]

    def find(self, text: str) -> Iterator[Finding]:
        """Where a denied string stands, however it is written."""
        yield from find_in_every_reading(text.translate(_BETWEEN_WORDS), self._find)

    def _find(self, text: str) -> Iterator[Finding]:
        words = [word.casefold() for word in _WORD.findall(text)]
        for count, digests in self.digests.items():
            runs = map(" ".join, zip(*(words[first:] for first in range(count)), strict=False))
            for index in [index for index, run in enumerate(runs) if sha256(self.salt + run.encode("utf-8", "replace")).digest() in digests]:
                places = [match.span() for match in _WORD.finditer(text)]
                yield Finding("denied", places[index][0], places[index + count - 1][1])

    def mask(self, text: str) -> str:
        """The text with every letter and digit of a denied string as a dot, for messages."""
        for finding in self.find(text):
            hidden = _WORD.sub(lambda word: "\N{BULLET}" * len(word.group()), text[finding.start : finding.end])
            text = text[: finding.start] + hidden + text[finding.end :]
        return text

    def __len__(self) -> int:
        return sum(map(len, self.digests.values()))


def read_deny_list(path: Path, apart_from: Iterable[Path]) -> DenyList:
    """Read the list. Raises BadUsage when it is missing, is no deny list or lies where it could be published."""
    refuse_inside(path, apart_from)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise BadUsage("Spärrlistan finns inte. Rätta sökvägen i --deny-list eller COACHKOLLEN_DENYLIST, eller gör en med coachkollen deny-list.") from None
    except IsADirectoryError:
        raise BadUsage("Spärrlistan går inte att läsa: det är en mapp. Ange filen.") from None
    except PermissionError:
        raise BadUsage("Spärrlistan går inte att läsa: du saknar läsrättighet.") from None
    except UnicodeDecodeError:
        raise BadUsage("Spärrlistan går inte att läsa: den är ingen textfil i UTF-8.") from None
    salt: bytes | None = None
    digests: dict[int, set[bytes]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry, header = _ENTRY.match(line.strip()), _SALT.match(line.strip())
        if header and not header[1]:
            raise BadUsage("Spärrlistans rad ”salt: …” är tom, så strängarna går att räkna ut. Gör en ny lista med coachkollen deny-list.")
        if header and salt is None and len(header[1]) % 2 == 0:
            salt = bytes.fromhex(header[1])
        elif entry and salt is not None and int(entry[2]) <= MOST_WORDS:
            digests.setdefault(int(entry[2]), set()).add(bytes.fromhex(entry[1]))
        else:
            raise BadUsage(f"Spärrlistan går inte att förstå på rad {number}. Först står ”salt: …”, sedan en SHA-256 och ett antal ord på varje rad.")
    if salt is None:
        raise BadUsage("Spärrlistan saknar raden ”salt: …” överst.")
    return DenyList(salt, MappingProxyType({count: frozenset(digests[count]) for count in sorted(digests)}))


def refuse_inside(path: Path, folders: Iterable[Path]) -> None:
    """Raise BadUsage when the list lies in one of the folders, or in the repository that one of them belongs to."""
    place = path.resolve()
    for folder in folders:
        around = _repository(folder.resolve())
        if place.is_relative_to(around):
            raise BadUsage(f"Spärrlistan ligger i {around.name}/, som kan bli publicerad. Flytta den ut ur arkivet och ange dess nya plats.")


def _repository(folder: Path) -> Path:
    """The repository that a folder is part of, or the folder itself."""
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)


def make_place(path: Path) -> None:
    """Make the folder that the list is to lie in, for its owner alone. Raises BadUsage when that cannot be, or when the list there cannot be read."""
    try:
        for folder in reversed([parent for parent in path.absolute().parents if not parent.exists()]):
            folder.mkdir(mode=0o700)
    except OSError:
        raise BadUsage(f"Mappen {path.parent} går inte att skapa. Ange en plats där du får skriva, till exempel i din hemmapp.") from None
    if path.exists():
        read_deny_list(path, ())
    elif not os.access(path.parent, os.W_OK):
        raise BadUsage(f"Du får inte skriva i {path.parent}. Ange en annan plats, till exempel i din hemmapp.")


def add_to_deny_list(path: Path, strings: Iterable[str]) -> tuple[int, int]:
    """Append what is new among the strings and give how many that was and how many digests the list has now.

    A missing file is made, for its owner alone and with a salt of its own. A name with å, ä or ö is
    also added as it is written in addresses. Raises BadUsage for a string without words or with
    more than MOST_WORDS, and then nothing is added.
    """
    wanted = [_forms(number, string) for number, string in enumerate(strings, 1) if string.strip()]
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{_HEADER}salt: {secrets.token_hex(16)}\n")
    listed = read_deny_list(path, ())
    known = {digest for digests in listed.digests.values() for digest in digests}
    lines: list[str] = []
    added = 0
    for forms in wanted:
        new = {_digest(listed.salt, words): len(words) for words in forms}
        fresh = {digest: count for digest, count in new.items() if digest not in known}
        known |= fresh.keys()
        lines += [f"{digest.hex()} {count}\n" for digest, count in fresh.items()]
        added += bool(fresh)
    unfinished = bool(lines) and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as file:
        file.writelines(["\n" * unfinished, *lines])
    return added, len(known)


def _forms(number: int, string: str) -> list[list[str]]:
    """The words of a string as they are, and as addresses write them."""
    words = [word.casefold() for word in _WORD.findall(bare(unicodedata.normalize("NFC", string)))]
    if not 0 < len(words) <= MOST_WORDS:
        raise BadUsage(f"Rad {number} har {len(words)} ord. En sträng i spärrlistan har 1–{MOST_WORDS} ord. Inget har lagts till.")
    return [words, [_folded(word) for word in words]]


def _folded(word: str) -> str:
    return "".join(character for character in unicodedata.normalize("NFKD", word) if not unicodedata.combining(character))


def _digest(salt: bytes, words: list[str]) -> bytes:
    return sha256(salt + " ".join(words).encode("utf-8", "replace")).digest()

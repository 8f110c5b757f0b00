"""The search of a whole folder for what must not be published: person numbers, denied strings, stray contact details.

`build` runs it on every site before it is published, and `coachkollen scan` on any folder. It reads
every file and every name, also inside archives. A page is searched as a reader sees it: its text
without the tags inside sentences, and each tag for itself. The same text on many pages is searched
once, and a file that an earlier search with the same settings has found nothing in is not searched again.
"""

from __future__ import annotations

import html
import os
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.build.checksums import checksums, without_checksums
from generator.build.contents import Content, contents
from generator.problems import Problem, printable, sorted_problems
from generator.progress import Report, silent
from generator.records.deny_list import DenyList
from generator.records.disguise import Finding
from generator.records.privacy import CONTACT_WORDS, contact_key, find_numbers_and_contacts, mask_contact_details, mask_person_numbers
from generator.workers import only_here, shared_out

_MARKED_UP = (".html", ".htm", ".xhtml", ".xml", ".svg", ".rss", ".atom")
_TAG = re.compile(r"<[^<>]*>")
# The same, which `split` then keeps.
_KEPT_TAG = re.compile(r"(<[^<>]*>)")
# Tags that stand inside sentences; any other breaks one.
_INSIDE_SENTENCES = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tspan|tt|u|var|wbr)(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
# Half a character, which no text that has been read can hold.
_BROKEN = "\ud800"
_CODES: Mapping[str, str] = {"person_number": "B03", "denied": "B05", "email": "B06", "phone": "B06"}


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search saw in a file in which it found nothing.

    checksums: the SHA-256 of the file and those that it holds of others. relied: those, of other files too, without which something would have been found.
    unread: the names of what in it is no text, or not only text.
    """

    checksums: tuple[str, ...]
    relied: frozenset[str]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a search found. files: how many were read. unread: those that are no text, or not only text. clean: the files with nothing, by name.

    barred: the files and folders that could not be read at all, which are in `unread` too.
    """

    problems: tuple[Problem, ...]
    files: int
    unread: tuple[str, ...]
    barred: tuple[str, ...]
    # Not in what is printed: a name has what its folder is called.
    clean: Mapping[str, Searched] = field(repr=False)


def scan(
    folder: Path,
    contacts: Collection[str],
    denied: DenyList | None = None,
    report: Report = silent,
    already: Mapping[str, Searched] = MappingProxyType({}),
    workers: int = 1,
) -> Scanned:
    """Search everything under `folder`. contacts: what may stand there, as `contact_key` gives it. workers: how many processes.

    already: files, by name, that an earlier search for the same has found nothing in, and that are as they were then.
    """
    unread: list[str] = []
    problems: list[Problem] = []
    unlisted: list[OSError] = []
    clean: dict[str, Searched] = {}
    paths = {path.relative_to(folder).as_posix(): path for path in _everything(folder, unlisted)}
    told = {name: already[name].checksums if name in already else _checksums(path) for name, path in paths.items()}
    known = frozenset(checksum for found in told.values() for checksum in found)
    search = _Search(contacts, denied, known)
    named = {*already, *(parent.as_posix() for name in already for parent in PurePosixPath(name).parents)}
    told_here = only_here(report)
    fresh = [name for name in paths if not (name in already and already[name].relied <= known)]

    def look(share: Sequence[str]) -> list[tuple[str, list[Problem], frozenset[str] | None, list[str]]]:
        """What each of some files and folders has."""
        found = []
        for done, name in enumerate(share, 1):
            told_here("Söker efter personuppgifter", done * len(fresh) // len(share), len(fresh))
            path = paths[name]
            is_file = not path.is_dir() or path.is_symlink()
            of_file, relied, odd = search.file(name, path) if is_file else ([], frozenset(), [])
            found.append((name, [*(() if name in named else search.name(name)), *of_file], relied, odd))
        return found

    seen = {name: (found, relied, odd) for share in shared_out(look, fresh, workers) for name, found, relied, odd in share}
    barred = [search.mask(Path(error.filename).relative_to(folder).as_posix()) for error in unlisted]
    for name, path in paths.items():
        found, relied, odd = seen.get(name, ([], frozenset(), []))
        if name not in seen:
            clean[name] = already[name]
            unread += already[name].unread
        elif relied is None:
            barred += odd
        elif not found and (not path.is_dir() or path.is_symlink()):
            clean[name] = Searched(told[name], relied, tuple(odd))
        problems += found
        unread += odd
    unread += [name for name in barred if name not in unread]
    files = sum(not path.is_dir() or path.is_symlink() for path in paths.values())
    return Scanned(tuple(sorted_problems(problems)), files, tuple(unread), tuple(barred), clean)


def _checksums(path: Path) -> tuple[str, ...]:
    """Those that a file tells; none of what is no file or cannot be read."""
    try:
        return checksums(path.name, path.read_bytes()) if path.is_file() else ()
    except OSError:
        return ()


def _everything(folder: Path, barred: list[OSError]) -> Iterator[Path]:
    """Every file and folder, in order. Links to folders are not followed; they are told as files that cannot be read.

    barred: gets an error for each folder that cannot be listed.
    """
    for here, folders, names in os.walk(folder, onerror=barred.append):
        folders.sort()
        yield from (Path(here, name) for name in sorted([*folders, *names]))


class _Breaks(dict[str, str]):
    """What stands in the place of a tag: nothing inside a sentence, else a break. Each tag is looked at once."""

    def __missing__(self, tag: str) -> str:
        self[tag] = "" if _INSIDE_SENTENCES.match(tag) else _BROKEN
        return self[tag]


class _Search:
    """One search through many texts. It remembers the texts in which it found nothing."""

    def __init__(self, contacts: Collection[str], denied: DenyList | None, checksums: frozenset[str] = frozenset()) -> None:
        self._contacts = contacts
        self._checksums = checksums
        self._denied = denied
        self._clean: set[str] = set()
        self._excused: dict[str, frozenset[str]] = {}
        self._breaks = _Breaks()

    def file(self, name: str, path: Path) -> tuple[list[Problem], frozenset[str] | None, list[str]]:
        """What a file has, the checksums without which more would have been found, and the names of what in it is no text.

        Instead of the checksums None, when it could not be read.
        """
        try:
            # What is no ordinary file, such as a pipe, could be waited for without end.
            content_bytes = path.read_bytes() if path.is_file() else None
        except OSError:
            content_bytes = None
        if content_bytes is None:
            return [], None, [self.mask(name)]
        problems: list[Problem] = []
        relied: frozenset[str] = frozenset()
        unread = []
        for content in contents(name, content_bytes):
            if content.name != name:
                problems += self.name(content.name, inside=name)
            found, needed = self.text(content)
            if not found and _marked_up(content) and "&lt;" in content.text:
                # A page inside a feed: what is markup to its readers is text here.
                found, more = self.text(replace(content, text=html.unescape(content.text)))
                needed |= more
            problems += found
            relied |= needed
            if not content.whole:
                unread.append(self.mask(content.name))
        return problems, relied, unread

    def name(self, name: str, inside: str = "") -> Iterator[Problem]:
        """What the name of a file or folder has in its last part, or after the name of the archive that it is `inside`."""
        known = len(inside or name.rpartition("/")[0])
        for finding in self._find(name):
            if finding.end > known:
                yield self._problem(finding, name)

    def text(self, content: Content) -> tuple[list[Problem], frozenset[str]]:
        """What a text has, with the line and column of each, and the checksums without which more would have been found."""
        parts = self._parts(content)
        new = parts - self._clean
        private = {part for part in new if self._find(part)}
        self._clean |= new - private
        relied = frozenset(checksum for part in parts & self._excused.keys() for checksum in self._excused[part])
        if not private:
            return [], relied
        ends = [match.end() for match in re.finditer("\n", content.text)]
        problems = []
        for pieces in _pieces(content):
            text = "".join(piece for _, piece in pieces)
            for finding in self._find(text) if text in private else ():
                start = _place(pieces, finding.start)
                line = bisect_right(ends, start)
                problems.append(self._problem(finding, content.name, line + 1, start - (ends[line - 1] if line else 0) + 1))
        return problems, relied

    def mask(self, name: str) -> str:
        """A name as it may be shown."""
        hidden = mask_contact_details(mask_person_numbers(name))
        return printable(self._denied.mask(hidden) if self._denied else hidden)

    def _parts(self, content: Content) -> set[str]:
        """The parts of a text that are searched by themselves: a page's tags and the texts between those that break a sentence.

        Of any other file it is its lines, and those that hold markup, as exports do, also without their tags.
        """
        if not _marked_up(content):
            lines = set(content.text.split("\n"))
            return lines | {_TAG.sub("", line) for line in lines if "</" in line} if "</" in content.text else lines
        pieces = _KEPT_TAG.split(content.text)
        tags = pieces[1::2]
        pieces[1::2] = map(self._breaks.__getitem__, tags)
        return {*tags, *"".join(pieces).split(_BROKEN)}

    def _find(self, text: str) -> list[Finding]:
        """What a text has, checksums left out. Which of these were needed for that to be nothing is remembered."""
        found = list(self._found(text))
        if found:
            readable, excused = without_checksums(text, self._checksums)
            if excused:
                found = list(self._found(readable))
            if not found:
                self._excused[text] = excused
        return found

    def _found(self, text: str) -> Iterator[Finding]:
        for finding in find_numbers_and_contacts(text):
            if finding.what == "person_number" or contact_key(finding.what, text[finding.start : finding.end]) not in self._contacts:
                yield finding
        if self._denied is not None:
            yield from self._denied.find(text)

    def _problem(self, finding: Finding, name: str, line: int = 0, column: int = 0) -> Problem:
        what_sv, what_en = CONTACT_WORDS.get(finding.what, ("", ""))
        params = {"what_sv": what_sv, "what_en": what_en} if what_sv else {}
        return Problem(_CODES[finding.what], self.mask(name), line, column, params)


def _marked_up(content: Content) -> bool:
    return content.name.lower().removesuffix(".gz").endswith(_MARKED_UP)


def _pieces(content: Content) -> Iterator[list[tuple[int, str]]]:
    """The same parts in order, each as the pieces that it is made of with where they begin. Slower, for a text that has something."""
    if not _marked_up(content):
        start = 0
        for line in content.text.split("\n"):
            yield [(start, line)]
            if "</" in line:
                yield [(start + begin, line[begin:end]) for begin, end in _between_tags(line)]
            start += len(line) + 1
        return
    sentence: list[tuple[int, str]] = []
    last = 0
    for tag in _TAG.finditer(content.text):
        sentence.append((last, content.text[last : tag.start()]))
        last = tag.end()
        yield [(tag.start(), tag.group())]
        if not _INSIDE_SENTENCES.match(tag.group()):
            yield sentence
            sentence = []
    yield [*sentence, (last, content.text[last:])]


def _between_tags(line: str) -> Iterator[tuple[int, int]]:
    last = 0
    for tag in _TAG.finditer(line):
        yield last, tag.start()
        last = tag.end()
    yield last, len(line)


def _place(pieces: list[tuple[int, str]], offset: int) -> int:
    """Where in the whole text the character stands that is number `offset` in the pieces together."""
    ends = list(accumulate(len(piece) for _, piece in pieces))
    found = bisect_right(ends, offset)
    start, piece = pieces[found]
    return start + len(piece) + offset - ends[found]

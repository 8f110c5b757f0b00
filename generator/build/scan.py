"""The search of a whole folder for what must not be published: person numbers, denied strings, stray contact details.

`build` runs it on every site before it is published, and `coachkollen scan` on any folder. It reads
every file and every name, also inside archives. A page is searched as a reader sees it: its text
without the tags inside sentences, and each tag for itself. The same text on many pages is searched
once, so that large sites stay fast.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.contents import Content, contents
from generator.problems import Problem, printable
from generator.progress import Report, silent
from generator.records.deny_list import DenyList
from generator.records.disguise import Finding
from generator.records.privacy import CONTACT_WORDS, contact_key, find_contact_details, find_person_numbers, mask_contact_details, mask_person_numbers

_MARKED_UP = (".html", ".htm", ".xhtml", ".xml", ".svg", ".rss", ".atom")
_TAG = re.compile(r"<[^<>]*>")
# Tags that stand inside sentences; any other breaks one.
_INSIDE = r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)(?![A-Za-z0-9-])"
_INSIDE_SENTENCES = re.compile(rf"{_INSIDE}[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(rf"(?!{_INSIDE})<[^<>]*>", re.IGNORECASE)
# Half a character, which no text that has been read can hold.
_BROKEN = "\ud800"
_CODES: Mapping[str, str] = {"person_number": "B03", "denied": "B05", "email": "B06", "phone": "B06"}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a search found. files: how many were read. unread: those that are no text, or not only text."""

    problems: tuple[Problem, ...]
    files: int
    unread: tuple[str, ...]


def scan(folder: Path, contacts: Collection[str], denied: DenyList | None = None, report: Report = silent) -> Scanned:
    """Search everything under `folder`. contacts: what may stand there, as `contact_key` gives it."""
    search = _Search(contacts, denied)
    unread: list[str] = []
    problems: list[Problem] = []
    barred: list[OSError] = []
    paths = list(_everything(folder, barred))
    files = 0
    for done, path in enumerate(paths, 1):
        report("Söker efter personuppgifter", done, len(paths))
        name = path.relative_to(folder).as_posix()
        problems += search.name(name)
        if path.is_dir() and not path.is_symlink():
            continue
        files += 1
        try:
            # What is no ordinary file, such as a pipe, could be waited for without end.
            content_bytes = path.read_bytes() if path.is_file() else None
        except OSError:
            content_bytes = None
        if content_bytes is None:
            unread.append(search.mask(name))
            continue
        for content in contents(name, content_bytes):
            if content.name != name:
                problems += search.name(content.name, inside=name)
            problems += search.text(content)
            if not content.whole:
                unread.append(search.mask(content.name))
    unread += [search.mask(Path(error.filename).relative_to(folder).as_posix()) for error in barred]
    return Scanned(tuple(problems), files, tuple(unread))


def _everything(folder: Path, barred: list[OSError]) -> Iterator[Path]:
    """Every file and folder, in order. Links to folders are not followed; they are told as files that cannot be read.

    barred: gets an error for each folder that cannot be listed.
    """
    for here, folders, names in os.walk(folder, onerror=barred.append):
        folders.sort()
        yield from (Path(here, name) for name in sorted([*folders, *names]))


class _Search:
    """One search through many texts. It remembers the texts in which it found nothing."""

    def __init__(self, contacts: Collection[str], denied: DenyList | None) -> None:
        self._contacts = contacts
        self._denied = denied
        self._clean: set[str] = set()

    def name(self, name: str, inside: str = "") -> Iterator[Problem]:
        """What the name of a file or folder has in its last part, or after the name of the archive that it is `inside`."""
        known = len(inside or name.rpartition("/")[0])
        for finding in self._find(name):
            if finding.end > known:
                yield self._problem(finding, name)

    def text(self, content: Content) -> Iterator[Problem]:
        """What a text has, with the line and column of each."""
        new = _parts(content) - self._clean
        private = {part for part in new if next(self._find(part), None)}
        self._clean |= new - private
        if not private:
            return
        for pieces in _pieces(content):
            text = "".join(piece for _, piece in pieces)
            for finding in self._find(text) if text in private else ():
                start = _place(pieces, finding.start)
                yield self._problem(finding, content.name, content.text.count("\n", 0, start) + 1, start - content.text.rfind("\n", 0, start))

    def mask(self, name: str) -> str:
        """A name as it may be shown."""
        hidden = mask_contact_details(mask_person_numbers(name))
        return printable(self._denied.mask(hidden) if self._denied else hidden)

    def _find(self, text: str) -> Iterator[Finding]:
        yield from find_person_numbers(text)
        for finding in find_contact_details(text):
            if contact_key(finding.what, text[finding.start : finding.end]) not in self._contacts:
                yield finding
        if self._denied is not None:
            yield from self._denied.find(text)

    def _problem(self, finding: Finding, name: str, line: int = 0, column: int = 0) -> Problem:
        what_sv, what_en = CONTACT_WORDS.get(finding.what, ("", ""))
        params = {"what_sv": what_sv, "what_en": what_en} if what_sv else {}
        return Problem(_CODES[finding.what], self.mask(name), line, column, params)


def _marked_up(content: Content) -> bool:
    return content.name.lower().removesuffix(".gz").endswith(_MARKED_UP)


def _parts(content: Content) -> set[str]:
    """The parts of a text that are searched by themselves: lines, or a page's tags and the texts between those that break a sentence."""
    if not _marked_up(content):
        return set(content.text.split("\n"))
    return {*_TAG.findall(content.text), *_INSIDE_SENTENCES.sub("", _BREAK.sub(_BROKEN, content.text)).split(_BROKEN)}


def _pieces(content: Content) -> Iterator[list[tuple[int, str]]]:
    """The same parts in order, each as the pieces that it is made of with where they begin. Slower, for a text that has something."""
    if not _marked_up(content):
        start = 0
        for line in content.text.split("\n"):
            yield [(start, line)]
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


def _place(pieces: list[tuple[int, str]], offset: int) -> int:
    """Where in the whole text the character stands that is number `offset` in the pieces together."""
    for start, piece in pieces:
        if offset < len(piece):
            return start + offset
        offset -= len(piece)
    return pieces[-1][0] + len(pieces[-1][1])

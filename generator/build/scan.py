"""The search of a whole folder for what must not be published: person numbers, denied strings, stray contact details.

`build` runs it on every site before it is published, and `coachkollen scan` on any folder. It reads
every file and every name, also inside archives. A page is searched as a reader sees it: its text
without the tags inside sentences, and each tag for itself. The same text on many pages is searched
once, so that large sites stay fast.
"""

from __future__ import annotations

import html
import os
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from generator.build.checksums import checksums, without_checksums
from generator.build.contents import Content, contents
from generator.problems import Problem, printable, sorted_problems
from generator.progress import Report, silent
from generator.records.deny_list import DenyList
from generator.records.disguise import Finding
from generator.records.privacy import CONTACT_WORDS, contact_key, find_numbers_and_contacts, mask_contact_details, mask_person_numbers

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
class Scanned:
    """What a search found. files: how many were read. unread: those that are no text, or not only text."""

    problems: tuple[Problem, ...]
    files: int
    unread: tuple[str, ...]


def scan(folder: Path, contacts: Collection[str], denied: DenyList | None = None, report: Report = silent) -> Scanned:
    """Search everything under `folder`. contacts: what may stand there, as `contact_key` gives it."""
    unread: list[str] = []
    problems: list[Problem] = []
    barred: list[OSError] = []
    paths = list(_everything(folder, barred))
    search = _Search(contacts, denied, checksums(paths))
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
            found = search.text(content)
            if not found and _marked_up(content) and "&lt;" in content.text:
                # A page inside a feed: what is markup to its readers is text here.
                found = search.text(replace(content, text=html.unescape(content.text)))
            problems += found
            if not content.whole:
                unread.append(search.mask(content.name))
    unread += [search.mask(Path(error.filename).relative_to(folder).as_posix()) for error in barred]
    return Scanned(tuple(sorted_problems(problems)), files, tuple(unread))


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
        self._breaks = _Breaks()

    def name(self, name: str, inside: str = "") -> Iterator[Problem]:
        """What the name of a file or folder has in its last part, or after the name of the archive that it is `inside`."""
        known = len(inside or name.rpartition("/")[0])
        for finding in self._find(name):
            if finding.end > known:
                yield self._problem(finding, name)

    def text(self, content: Content) -> list[Problem]:
        """What a text has, with the line and column of each."""
        new = self._parts(content) - self._clean
        private = {part for part in new if next(self._find(part), None)}
        self._clean |= new - private
        if not private:
            return []
        ends = [match.end() for match in re.finditer("\n", content.text)]
        problems = []
        for pieces in _pieces(content):
            text = "".join(piece for _, piece in pieces)
            for finding in self._find(text) if text in private else ():
                start = _place(pieces, finding.start)
                line = bisect_right(ends, start)
                problems.append(self._problem(finding, content.name, line + 1, start - (ends[line - 1] if line else 0) + 1))
        return problems

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

    def _find(self, text: str) -> Iterator[Finding]:
        text = without_checksums(text, self._checksums)
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

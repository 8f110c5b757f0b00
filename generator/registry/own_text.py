"""What we have written ourselves: the texts of a record that are no names and no quotes, and the text of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.records.models.base import Leaf, Prose, Voice, leaves
from generator.records.reader import Document
from generator.registry.pages import Page, body_start


def our_words(document: Document) -> Iterator[Leaf]:
    """The texts of a record that we have written ourselves, also the title that we gave a source."""
    ours = getattr(document.record, "title_reconstructed", False)
    for leaf in leaves(document.record):
        prose = leaf.mark(Prose)
        if prose and (prose.voice is Voice.OURS or (ours and leaf.path == ("title",))):
            yield leaf


@dataclass(frozen=True, slots=True)
class PageText:
    """The Markdown of a page. `starts`: where each of its lines begins."""

    markdown: str
    starts: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, from 1, of a character of the text."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def page_text(page: Page, *, title: bool = False) -> PageText:
    """A page's text without its metadata, which become empty lines. `title`: with the title, where it stands."""
    first = body_start(page.source)
    lines = [line if title and line.strip().lower().startswith("title:") else "" for line in page.source.lines[:first]]
    lines += page.source.lines[first:]
    return PageText("\n".join(lines), tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0)))

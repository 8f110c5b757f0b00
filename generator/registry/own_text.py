"""What we have written ourselves: the texts of a record that are no names and no quotes, and the text of a page. And which language a text is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.records.models import Kind
from generator.records.models.base import RECORDS_LANGUAGE, Leaf, Prose, Voice
from generator.records.models.evidence import Citation
from generator.records.reader import Document
from generator.records.wording import ANY_LANGUAGE
from generator.registry.pages import Page, body_start
from generator.registry.registry import Registry


def our_words(document: Document) -> Iterator[Leaf]:
    """The texts of a record that we have written ourselves, also the title that we gave a source."""
    ours = getattr(document.record, "title_reconstructed", False)
    for leaf in document.leaves:
        prose = leaf.mark(Prose)
        if prose and (prose.voice is Voice.OURS or (ours and leaf.path == ("title",))):
            yield leaf


def language_of(registry: Registry, document: Document, leaf: Leaf) -> str:
    """The language of a text of a record. What a source says, and a place in it, may be in its language; a name in any."""
    prose: Prose = leaf.mark(Prose)
    if document.kind is Kind.SOURCES and leaf.path == ("title",):
        return language_at_source(registry, document.id)
    cited = (part.source for path, part in document.parts if path == leaf.path[:-1] and isinstance(part, Citation))
    source = next(cited, None)
    if source is not None:
        return language_at_source(registry, source)
    return prose.language if prose.voice is Voice.OURS else ANY_LANGUAGE


def language_at_source(registry: Registry, source: str) -> str:
    """The language of a quotation from a source and of a place in it: of a foreign one any, since our words may stand there too."""
    document = registry.documents.get(f"{Kind.SOURCES}/{source}")
    return RECORDS_LANGUAGE if document is not None and document.record.language == RECORDS_LANGUAGE else ANY_LANGUAGE


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
    """A page's text without its metadata, which become empty lines. `title`: with the title and the search words, where they stand."""
    first = body_start(page.source)
    lines = [line if title and line.strip().lower().startswith(("title:", "search_words:")) else "" for line in page.source.lines[:first]]
    lines += page.source.lines[first:]
    return PageText("\n".join(lines), tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0)))

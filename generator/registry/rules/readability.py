"""Our own words are easy to read (invariant 22): LIX of each page, and of each record's texts together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problems import Problem
from generator.records.models.base import RECORDS_LANGUAGE, Leaf, Prose
from generator.records.readability import Sentence, hardest, lix, sentences
from generator.records.reader import Document
from generator.records.source_map import Place, SourceMap
from generator.registry.own_text import our_words, page_text
from generator.registry.registry import Registry

# The end of what Björnsson calls easy.
HIGHEST_LIX = 40
# Pages in easy Swedish keep to what he calls very easy.
HIGHEST_LIX_OF_EASY = 30
# In fewer words one name is a large per cent, and the figure says nothing.
LEAST_WORDS = 60
LEAST_WORDS_OF_A_PAGE = 20
_LONGEST_START = 60


def readable(registry: Registry) -> Iterator[Problem]:
    """I22c: the text of a Swedish page, and all own Swedish text of a record, is easy to read (LIX)."""
    for document in registry.documents.values():
        found = [(leaf, sentence) for leaf in our_words(document) if _is_swedish_running_text(leaf) for sentence in sentences(leaf.value)]
        counted = [sentence for _, sentence in found]
        if _too_hard(counted, LEAST_WORDS):
            worst = hardest(counted)
            leaf, sentence = next(pair for pair in found if pair[1] is worst)
            yield _problem(document.source, document.source.place_of(_beginning(document, leaf, sentence), leaf.path), counted)
    for page in registry.pages:
        if page.language != RECORDS_LANGUAGE:
            continue
        written = page_text(page)
        counted = list(sentences(written.markdown))
        highest = HIGHEST_LIX_OF_EASY if page.easy else HIGHEST_LIX
        if _too_hard(counted, LEAST_WORDS_OF_A_PAGE, highest):
            yield _problem(page.source, written.place(hardest(counted).start), counted, highest)


def _too_hard(counted: Sequence[Sentence], least_words: int, highest: int = HIGHEST_LIX) -> bool:
    # As it is shown: a text with LIX 40,0 is not above 40.
    return sum(sentence.words for sentence in counted) >= least_words and round(lix(counted), 1) > highest


def _problem(source: SourceMap, place: Place, counted: Sequence[Sentence], highest: int = HIGHEST_LIX) -> Problem:
    figure, text = f"{lix(counted):.1f}", hardest(counted).text
    start = text if len(text) <= _LONGEST_START else f"{text[:_LONGEST_START].rpartition(' ')[0]} …"
    return source.problem_at("I22c", place, lix_sv=figure.replace(".", ","), lix_en=figure, limit=str(highest), sentence=start)


def _is_swedish_running_text(leaf: Leaf) -> bool:
    """True for Swedish Markdown, and for a line that is a whole sentence; labels, names of figures and places in a source are not."""
    prose = leaf.mark(Prose)
    # LIX is made for Swedish: its limits say nothing of another language.
    return prose.language == RECORDS_LANGUAGE and (bool(prose.markdown) or leaf.value.endswith((".", "!", "?")))


def _beginning(document: Document, leaf: Leaf, sentence: Sentence) -> str:
    """As much of the sentence's beginning as stands on one line of the file."""
    words = leaf.value[sentence.start :].split()[:8]
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((start for start in starts if any(start in line for line in document.source.lines)), "")

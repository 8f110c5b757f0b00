"""Quotation marks round a whole text, which pages would show doubled or as if we quoted ourselves (invariant 22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Prose, Voice
from generator.registry.registry import Registry

# One pair round it all, with no mark of quotation in between. An apostrophe inside a word is no such mark.
_ENCLOSED = re.compile(r"""(?:[”“„"»«][^”“„"»«]*[”“"»«]|['‘’](?:[^'‘’]|\b['’]\b)*['’])\Z""")


def enclosing_marks(registry: Registry) -> Iterator[Problem]:
    """T18: a text that stands whole in quotation marks.

    A headline or the name of a section may be a quotation, a provider answers in its own words, and a correction shows what stood.
    """
    for document in registry.documents.values():
        if document.kind is Kind.CORRECTIONS:
            continue
        for leaf in document.leaves:
            prose = leaf.mark(Prose)
            headline = prose is not None and prose.voice is Voice.SOURCE and leaf.path[-1] != "quote"
            if prose and not headline and not {"reply", "locator"} & set(leaf.path) and _ENCLOSED.match(leaf.value):
                yield document.problem("T18", leaf.path)

"""The sources of a whole page, each once, for the list at its foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.site.parts import CitationView
from generator.site.swedish import sort_key


def sources_in(view: object) -> tuple[CitationView, ...]:
    """Every source that a view cites, once, by publisher and title."""
    found = {citation.page: citation for citation in _citations(view)}
    return tuple(sorted(found.values(), key=lambda c: (sort_key(c.publisher), sort_key(c.title))))


def _citations(view: object) -> Iterator[CitationView]:
    if isinstance(view, CitationView):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _citations(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from _citations(getattr(view, field.name))

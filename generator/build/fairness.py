"""Fairness of the built pages: what is said never stands without its answer, its frame or its order.

The views see to it; this looks at what came out, so that no template can lose it unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.build.outline import Mark, Outline
from generator.problems import Problem
from generator.site import routes
from generator.site.expectations import Expected
from generator.site.swedish import sort_key


def find_unfair(outlines: Mapping[str, Outline], expected: Iterable[Expected] = ()) -> Iterator[Problem]:
    """Everything unfair on the pages. `expected`: what must stand on which page."""
    for name, outline in outlines.items():
        yield from _unanswered(name, outline)
        yield from _favourable_last(name, outline)
        yield from _out_of_order(name, outline)
        for code, line, column in outline.wordless:
            yield Problem(code, name, line, column)
    marks = {name: {(mark.attribute, mark.value) for mark in outline.marks} for name, outline in outlines.items()}
    for item in dict.fromkeys(expected):
        name = routes.file_of(item.url)
        if (item.attribute, item.value) not in marks.get(name, ()):
            yield Problem(item.code, name, params={"what": item.value})


def _unanswered(name: str, outline: Outline) -> Iterator[Problem]:
    """I11a: each answer to a claim stands on the page of the claim."""
    answers = {mark.value for mark in _marks(outline, "data-svar")}
    for claim in _marks(outline, "data-svar-fran"):
        for wanted in claim.value.split():
            if wanted not in answers:
                yield Problem("I11a", name, claim.line, claim.column, {"what": wanted})


def _favourable_last(name: str, outline: Outline) -> Iterator[Problem]:
    """I10a: in a group of outcomes, those in the provider's favour stand first."""
    begun: set[str] = set()
    for mark in _marks(outline, "data-utfall"):
        group, _, favour = mark.value.rpartition(" ")
        if favour == "gynnsamt" and group in begun:
            yield Problem("I10a", name, mark.line, mark.column)
        elif favour != "gynnsamt":
            begun.add(group)


def _out_of_order(name: str, outline: Outline) -> Iterator[Problem]:
    """I14b: the names of a list stand in the order of the Swedish alphabet."""
    last = ""
    for mark in outline.marks:
        if mark.attribute == "data-lista":
            last = ""
        elif mark.attribute == "data-namn":
            if last and sort_key(mark.value) < sort_key(last):
                yield Problem("I14b", name, mark.line, mark.column, {"name": mark.value, "before": last})
            last = mark.value


def _marks(outline: Outline, attribute: str) -> list[Mark]:
    return [mark for mark in outline.marks if mark.attribute == attribute]

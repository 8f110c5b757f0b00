"""Fairness of the built pages: what is said never stands without its answer, its source, its frame or its order.

The views see to it; this looks at what came out, so that no template can lose it unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.build.outline import Mark, Outline, Sight
from generator.problems import Problem
from generator.site import routes
from generator.site.expectations import Expected
from generator.site.swedish import sort_key

_NAME = "data-namn"
# What stands among the sources, which a reader unfolds.
_MAY_BE_FOLDED = frozenset({"data-kalla", "data-stalle", "data-intresse", "data-andra"})


def find_unfair(outlines: Mapping[str, Outline], expected: Iterable[Expected] = ()) -> Iterator[Problem]:
    """Everything unfair on the pages. `expected`: what must stand on which page."""
    for name, outline in outlines.items():
        yield from _unanswered(name, outline)
        yield from _favourable_last(name, outline)
        yield from _out_of_order(name, outline)
        for code, line, column in outline.wordless:
            yield Problem(code, name, line, column)
    seen = {name: set(_seen(outline)) for name, outline in outlines.items()}
    for item in dict.fromkeys(expected):
        name = routes.file_of(item.url)
        if (item.attribute, item.value) not in seen.get(name, ()):
            yield _missing(name, item)


def _seen(outline: Outline) -> Iterator[tuple[str, str]]:
    """The marks that count, as (attribute, value): those that a reader meets, folded only where they may be."""
    for mark in outline.marks:
        if mark.sight is Sight.OPEN or (mark.sight is Sight.FOLDED and mark.attribute in _MAY_BE_FOLDED):
            yield mark.attribute, mark.value


def _missing(name: str, item: Expected) -> Problem:
    """What must stand on a page and does not, or not so that it is seen."""
    if item.attribute == _NAME:
        who = item.value.partition(" ")[2]
        return Problem(
            item.code, name, params={"detail_sv": f"”{who}” saknas, eller står utan märket {_NAME}", "detail_en": f"“{who}” is missing, or has no mark {_NAME}"}
        )
    return Problem(item.code, name, params={"what": item.value})


def _unanswered(name: str, outline: Outline) -> Iterator[Problem]:
    """I11a: each answer to a claim stands on the page of the claim."""
    answers = {value for attribute, value in _seen(outline) if attribute == "data-svar"}
    for claim in (mark for mark in outline.marks if mark.attribute == "data-svar-fran"):
        for wanted in claim.value.split():
            if wanted not in answers:
                yield Problem("I11a", name, claim.line, claim.column, {"what": wanted})


def _favourable_last(name: str, outline: Outline) -> Iterator[Problem]:
    """I10a: in a group of outcomes, those in the provider's favour stand first."""
    begun: set[str] = set()
    for mark in _marks(outline, "data-utfall"):
        group, _, favour = mark.value.rpartition(" ")[0].rpartition(" ")
        if favour == "gynnsamt" and group in begun:
            yield Problem("I10a", name, mark.line, mark.column)
        elif favour != "gynnsamt":
            begun.add(group)


def _out_of_order(name: str, outline: Outline) -> Iterator[Problem]:
    """I14b: the names of a list, whose word stands first in each mark, come in the order of the Swedish alphabet."""
    last: dict[str, str] = {}
    for mark in _marks(outline, _NAME):
        listed, _, who = mark.value.partition(" ")
        before = last.get(listed, "")
        if before and sort_key(who) < sort_key(before):
            details = {"detail_sv": f"”{who}” står efter ”{before}”", "detail_en": f"“{who}” stands after “{before}”"}
            yield Problem("I14b", name, mark.line, mark.column, details)
        last[listed] = who


def _marks(outline: Outline, attribute: str) -> list[Mark]:
    """The marks of one sort that a reader meets."""
    return [mark for mark in outline.marks if mark.attribute == attribute and mark.sight is not Sight.HIDDEN]

"""A language that nobody speaks, to see two things: that no word on the site is missing from the catalogue, and that every page works from right to left.

Every message, label, date and number is the Swedish one between ⟦ and ⟧, so what stands outside them and is not marked as something else has been
forgotten. Built only when a maintainer asks for it; never published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from generator.problem_kinds import ProblemKind
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Qualifier, Unit
from generator.records.vocabulary.code import Code
from generator.site import swedish
from generator.site.language import SOURCE_LANGUAGE, Language
from generator.site.render import TextPage

OPENING, CLOSING = "⟦", "⟧"


def marked(text: str) -> str:
    """The text between the marks; empty for an empty one."""
    return f"{OPENING}{text}{CLOSING}" if text else ""


class PseudoCatalogue(NullTranslations):
    """Every message as it is, between the marks."""

    def gettext(self, message: str) -> str:
        """The message between the marks."""
        return marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The one or the other between the marks."""
        return marked(msgid1 if n == 1 else msgid2)


class PseudoGrammar:
    """Swedish dates, numbers and lists, between the marks."""

    def day_text(self, value: date | PartialDate | None) -> str:
        return marked(swedish.day_text(value))

    def on_day(self, value: date | PartialDate) -> str:
        return marked(swedish.on_day(value))

    def the_day(self, value: date) -> str:
        return marked(swedish.the_day(value))

    def span_text(self, start: PartialDate | None, end: PartialDate | None) -> str:
        return marked(swedish.span_text(start, end))

    def number_text(self, value: Decimal | int) -> str:
        return marked(swedish.number_text(value))

    def amount_text(self, value: Decimal, unit: Unit, qualifier: Qualifier) -> str:
        return marked(swedish.amount_text(value, unit, qualifier))

    def and_list(self, words: Sequence[str]) -> str:
        return marked(swedish.and_list(words))

    def count_text(self, count: int, one: str, many: str) -> str:
        return marked(swedish.count_text(count, one, many))


def _label(code: Code) -> str:
    return marked(code.label_sv)


def _problem(kind: ProblemKind) -> str:
    return marked(kind.sv)


@dataclass(frozen=True, slots=True)
class PseudoPage:
    """A Swedish Markdown page as it is, marked as Swedish, with its title between the marks."""

    title: str
    content: str
    template: str

    @classmethod
    def of(cls, page: TextPage) -> PseudoPage:
        """The same page in the language of tests."""
        return cls(marked(page.title), f'<div lang="{SOURCE_LANGUAGE}">{page.content}</div>', page.template)


# A code that is kept for tests of writing from right to left.
PSEUDO = Language("ar-XB", "Test", "/ar-XB", PseudoGrammar(), PseudoCatalogue(), _label, _problem, "rtl")

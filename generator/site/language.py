"""The languages that the site is written in: words, dates, numbers, and where the pages of each lie.

The Swedish text is the message id, so that the code reads as the page does. Other languages have a gettext catalogue under
`locale/`, read as it is: there is no compiled file that could be older than it. Texts of records are not translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from html import unescape
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Literal, Protocol

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from generator.problem_kinds import ProblemKind
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Qualifier, Unit
from generator.records.vocabulary.code import Code
from generator.site import english, swedish

# The elements that `Language.own` and `LinkView.marked` put round a text.
_MARK = re.compile(r"</?span[^<>]*>")
LOCALE = Path(__file__).parent / "locale"
DOMAIN = "coachkollen"
# The languages that have one.
CATALOGUES = ("en",)
# The language of the records, and of every message id.
SOURCE_LANGUAGE = "sv"


class Grammar(Protocol):
    """How a language writes dates, numbers and lists: `swedish` and `english`."""

    def day_text(self, value: date | PartialDate | None) -> str: ...
    def on_day(self, value: date | PartialDate) -> str: ...
    def the_day(self, value: date) -> str: ...
    def span_text(self, start: PartialDate | None, end: PartialDate | None) -> str: ...
    def number_text(self, value: Decimal | int) -> str: ...
    def amount_text(self, value: Decimal, unit: Unit, qualifier: Qualifier) -> str: ...
    def and_list(self, words: Sequence[str]) -> str: ...
    def count_text(self, count: int, one: str, many: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site.

    code: BCP 47, as in the `lang` attribute. name: what it calls itself. prefix: what stands in front of the address of its pages.
    label: what a code is called. problem: what a problem says. complete: every page is in it; one that is not has a few pages of its own,
    and leads to the Swedish.
    """

    code: str
    name: str
    prefix: str
    grammar: Grammar
    catalogue: NullTranslations
    label: Callable[[Code], str]
    problem: Callable[[ProblemKind], str]
    direction: Literal["ltr", "rtl"] = "ltr"
    complete: bool = True

    @property
    def edition(self) -> str:
        """The folder of its pages, in `content/` and on the site; empty for Swedish."""
        return self.prefix.removeprefix("/")

    @property
    def records(self) -> str:
        """The `lang` of record texts: empty in Swedish, where they need none."""
        return "" if self.spoken == SOURCE_LANGUAGE else SOURCE_LANGUAGE

    @property
    def spoken(self) -> str:
        """The language without what is our own about it: what a screen reader has to know."""
        return self.code.partition("-x-")[0]

    @property
    def links_to(self) -> str:
        """What stands in front of the address of most pages that this language leads to."""
        return self.prefix if self.complete else ""

    def commas(self, words: Sequence[str]) -> str:
        """`a, b, c`; HTML when one of them is."""
        return _joined(", ", words)

    def sentences(self, sentences: Iterable[str]) -> str:
        """Whole sentences, one after the other; those that are empty are left out. HTML when one of them is."""
        return _joined(" ", [sentence for sentence in sentences if sentence])

    def t(self, message: str, /, **values: object) -> str:
        """The message in this language, with the values in place of `{name}`; HTML when one of them is. Empty for an empty one."""
        text = self.catalogue.gettext(message) if message else ""
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(text).format(**values)
        return text.format(**values) if values else text

    def own(self, text: str) -> str:
        """A record's own text as it stands among words of this language: marked with its language where that is another."""
        return Markup('<span lang="{}">{}</span>').format(self.records, text) if self.records and text else text

    def count(self, count: int, one: str, many: str, /) -> str:
        """`1 leverantör`, `12 leverantörer`, `inga leverantörer`."""
        singular, plural = self.catalogue.ngettext(one, many, 1), self.catalogue.ngettext(one, many, 2)
        return self.grammar.count_text(count, singular, plural)

    def form(self, count: int, one: str, many: str, /) -> str:
        """The one of two messages that fits so many, without the number."""
        return self.catalogue.ngettext(one, many, count)

    def day(self, value: date | PartialDate | None) -> str:
        """`21 november 2026`, with the precision that the date has; empty for None."""
        return self.grammar.day_text(value)

    def on_day(self, value: date | PartialDate) -> str:
        """`den 21 november 2026`, as it stands in a sentence."""
        return self.grammar.on_day(value)

    def the_day(self, value: date) -> str:
        """`den 21 november 2026`, as it stands after a preposition or a comma."""
        return self.grammar.the_day(value)

    def span(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """`2009–2013`, `från mars 2020` or one date; empty when nothing is known."""
        return self.grammar.span_text(start, end)

    def number(self, value: Decimal | int) -> str:
        """`1 854` and `79,2`."""
        return self.grammar.number_text(value)

    def amount(self, value: Decimal, unit: Unit, qualifier: Qualifier) -> str:
        """A figure with its unit."""
        return self.grammar.amount_text(value, unit, qualifier)

    def list(self, words: Sequence[str]) -> str:
        """`a, b och c`; HTML when one of them is."""
        if any(isinstance(word, Markup) for word in words):
            return Markup(self.grammar.and_list([str(escape(word)) for word in words]))  # each is escaped
        return self.grammar.and_list(words)

    def definition(self, code: Code) -> str:
        """What a code means."""
        return self.t(code.definition)


def plain(text: str) -> str:
    """The text without the marks of what is in another language, for attributes and files."""
    return unescape(_MARK.sub("", text)) if isinstance(text, Markup) else text


def _joined(between: str, texts: Sequence[str]) -> str:
    return Markup(between).join(texts) if any(isinstance(text, Markup) for text in texts) else between.join(texts)


def N_(message: str) -> str:
    """Mark a text that is translated where it is used, as gettext's tools know it."""
    return message


SWEDISH = Language("sv", "Svenska", "", swedish, NullTranslations(), attrgetter("label_sv"), attrgetter("sv"))
EASY_SWEDISH = Language("sv-x-lattlast", "Lättläst", "/lattlast", swedish, NullTranslations(), attrgetter("label_sv"), attrgetter("sv"), complete=False)


@cache
def english_language() -> Language:
    """English, with its catalogue as it is in the repository."""
    return Language("en", "English", "/en", english, read_catalogue("en"), attrgetter("label_en"), attrgetter("en"))


def languages(codes: Iterable[str]) -> tuple[Language, ...]:
    """The languages whose folders have pages, Swedish first. codes: the names of the folders."""
    found = set(codes)
    return (SWEDISH, *((english_language(),) if "en" in found else ()), *((EASY_SWEDISH,) if EASY_SWEDISH.edition in found else ()))


def read_catalogue(code: str) -> NullTranslations:
    """The catalogue of a language, from its text."""
    with catalogue_path(code).open("rb") as file:
        catalogue = read_po(file, locale=code, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalogue_path(code: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"

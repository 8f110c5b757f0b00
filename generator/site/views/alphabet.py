"""A–Ö: everything that the search finds, as pages that need no JavaScript. Also under each other name, with what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from generator.site import routes
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.search.entries import KIND_LABELS, NAMED, RECORD_TEXTS, Entry, EntryKind, entries
from generator.site.swedish import first_letter, sort_key

# With more rows each letter has a page of its own.
MOST_ON_ONE_PAGE = 1_500
# What stands beside these is the names of places, or of who gives them.
_NAMES_BESIDE = frozenset({EntryKind.PROVIDER, EntryKind.SCHEME})


@dataclass(frozen=True, slots=True)
class AlphabetRow:
    """A name and what it leads to.

    sort: what kind of thing it is. label: what sort of name it is, where it is not the one that its page has; `see` is that one.
    lang: of the name, where it is another than the page's. proper, context_proper: that, or the context, is a name among words of another language.
    """

    name: str
    url: str
    sort: str
    label: str
    see: str
    context: str
    lang: str
    proper: bool
    context_proper: bool


@dataclass(frozen=True, slots=True)
class AlphabetView:
    """All rows, or those of one letter, in groups by first letter. letters: every letter that there is, with the address of its rows. whole: all are here."""

    letters: tuple[LinkView, ...]
    groups: tuple[tuple[str, tuple[AlphabetRow, ...]], ...]
    whole: bool


def alphabet_views(maker: Maker, most: int = MOST_ON_ONE_PAGE) -> Mapping[str, AlphabetView]:
    """The view of each A–Ö page, by address: one page, or with more rows than `most` a page for each letter and one that leads to them."""
    rows = sorted((row for entry in entries(maker) for row in _rows(maker, entry)), key=lambda row: (sort_key(row.name), row.url))
    groups = tuple((letter, tuple(members)) for letter, members in groupby(rows, key=lambda row: first_letter(row.name)))
    if len(rows) <= most:
        letters = tuple(LinkView(letter, f"#bokstav-{number}") for number, (letter, _) in enumerate(groups, 1))
        return MappingProxyType({routes.ALPHABET: AlphabetView(letters, groups, True)})
    letters = tuple(LinkView(letter, maker.href(routes.letter(letter))) for letter, _ in groups)
    alone = {routes.letter(group[0]): AlphabetView(letters, (group,), False) for group in groups}
    return MappingProxyType({routes.ALPHABET: AlphabetView(letters, (), False), **alone})


def search_view(letters: Sequence[LinkView], maker: Maker) -> tuple[LinkView, ...]:
    """What the search page shows before a search, and to whoever has no JavaScript: the letters of A–Ö."""
    alphabet = maker.href(routes.ALPHABET)
    return tuple(LinkView(link.text, f"{alphabet}{link.url}" if (link.url or "").startswith("#") else link.url) for link in letters)


def _rows(maker: Maker, entry: Entry) -> Iterator[AlphabetRow]:
    """The row of an entry under its title and one under each other name, but for the providers of a case, which have rows of their own."""
    words = maker.words
    sort = words.t(KIND_LABELS[entry.kind])
    lang = words.records if entry.kind in RECORD_TEXTS else ""
    proper, context_proper = (bool(words.records) and entry.kind in kinds for kinds in (NAMED, _NAMES_BESIDE))
    yield AlphabetRow(entry.title, entry.url, sort, "", "", entry.context, lang, proper, context_proper)
    for other in entry.names if entry.own_names else ():
        yield AlphabetRow(
            other.name, entry.url, sort, other.label, entry.title, "", words.records if entry.kind is EntryKind.COUNTY else lang, proper, context_proper
        )

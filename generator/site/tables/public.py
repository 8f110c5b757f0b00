"""What of a registry is in the dataset: the records and cases that are public, and the words that their pages have.

Every row is made from this and never from a registry, so that what the gate holds back, drafts, and what came
later than the day of the site cannot get into a file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from generator.records.models import Kind
from generator.records.reader import Document, Root
from generator.site.language import SWEDISH
from generator.site.maker import Maker
from generator.site.views.cases import CaseView, case_view

# The kinds of record that the dataset has rows for, in the order of the folders.
KINDS = (Kind.PROFILES, Kind.CASES, Kind.SCHEMES, Kind.PROGRAMMES, Kind.BODIES, Kind.SOURCES, Kind.TERMS)
_Made = TypeVar("_Made")
_BREAK = re.compile(r"</(?:p|li|h[1-6]|blockquote|ul|ol)>|<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"[ \t\n\N{NO-BREAK SPACE}]+")


class Public:
    """The public part of what a maker has, in Swedish. origin: scheme and host of the site, as far as known."""

    def __init__(self, maker: Maker, origin: str = "") -> None:
        # A preview shows what is held; the dataset never does.
        self.maker = Maker(maker.registry, maker.base_path, words=SWEDISH)
        self.origin = origin
        self._made: dict[object, object] = {}

    def once(self, make: Callable[[Public], Iterable[_Made]]) -> tuple[_Made, ...]:
        """What a function makes of this, made the first time that it is asked for."""
        if make not in self._made:
            self._made[make] = tuple(make(self))
        return self._made[make]  # type: ignore[return-value] # as it was put there

    def of(self, kind: Kind) -> tuple[Document, ...]:
        """The records of a kind, without drafts and without cases that have no page."""
        documents = (d for d in self.maker.registry.of(kind) if d.root is Root.PUBLIC)
        return tuple(d for d in documents if kind is not Kind.CASES or self.maker.case_has_page(d.id))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the records that the dataset has, as `kind/id`."""
        return frozenset(d.key for kind in KINDS for d in self.of(kind))

    @cached_property
    def cases(self) -> tuple[tuple[Document, CaseView], ...]:
        """Every case that is shown, with its page."""
        return tuple((d, case_view(self.maker, d)) for d in self.of(Kind.CASES))

    def there(self, kind: Kind, record_id: str | None) -> str | None:
        """The id of a record that the dataset has, else None: a site about an earlier day leaves out what came later."""
        return record_id if f"{kind}/{record_id}" in self.keys else None

    def key(self, kinds: Iterable[Kind], record_id: str | None) -> str | None:
        """The key of a record of one of these kinds, or None when the dataset has none."""
        return next((f"{kind}/{record_id}" for kind in kinds if self.there(kind, record_id)), None)

    def corrections_of(self, target: str) -> tuple[Document, ...]:
        """The corrections of one record or part, as `kind/id#anchor`, the latest first."""
        found = self.maker.corrections.get(target.partition("#")[0], ())
        return tuple(d for d in found if d.record.target == target and d.root is Root.PUBLIC)

    def page(self, url: str | None) -> str | None:
        """A whole address where the host is known, else one that begins with a slash. url: as the maker gives it."""
        return f"{self.origin}{url}" if url else None

    def url(self, target: str) -> str | None:
        """The page of `kind/id` or `kind/id#anchor`."""
        return self.page(self.maker.url(target))


def plain_words(markup: str) -> str:
    """The text of a page's HTML: a line for each block, no marks, ordinary spaces."""
    lines = (_SPACES.sub(" ", html.unescape(_TAG.sub("", line))).strip() for line in _BREAK.split(markup))
    return "\n".join(line for line in lines if line)

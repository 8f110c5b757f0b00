"""Frozen pages: a page as a release has it, which stays the same to the byte whatever becomes of the site around it.

It is made with the same views and templates as the living page, but has no script and no search box, says at the top that it is of a
past day, and leads to other pages by relative addresses, so that it can be moved with the site. It cites itself: the address to cite
in its head is its own, and at its foot are its release and its content hash. A release stores only the pages that say something else
than before. What a page says is its view, without the day that it was built for and without its pictures, which reach to that day
and have their list beside them: a new template or a new day alone makes no new version. How it is cited is no part of its view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.registry.released import content_hash
from generator.site import routes
from generator.site.maker import Maker
from generator.site.shown_records import ShownRecords

# What stands in front of every address while frozen pages are made, until it is known how deep each page lies.
BASE = "/coachkollens-rot"
# The templates of pages that are frozen: those of records and the lists of them, and of texts. Lists of places and
# of single facets, the search and the comparisons that a reader puts together show nothing that these do not.
_RECORDS = frozenset({"profile", "case", "system", "source", "cases", "list", "sources", "providers", "systems_question", "systems_caveats"})
_TEXTS_LEFT_OUT = frozenset({"missing"})


@dataclass(frozen=True, slots=True)
class FrozenPage:
    """A page ready to be stored. url: of the living page. digest: of what it says. made_from: keys of records that it shows. content_hash: of a cited page."""

    url: str
    digest: str
    made_from: tuple[str, ...]
    content: bytes
    content_hash: str = ""

    @property
    def path(self) -> str:
        """Where it lies in the folder of its release."""
        return routes.stored(self.url)


class Freezer:
    """Collects the frozen pages of a build. release: the id that the new release will have. theme: the style sheet, by the name that it has on the site."""

    def __init__(self, release: str) -> None:
        self.release = release
        self.pages: list[FrozenPage] = []
        self.theme: dict[str, bytes] = {}
        self._shown: ShownRecords | None = None

    def add(self, url: str, html: str, said: object, likely: Iterable[str], maker: Maker, content_hash: str = "") -> None:
        """A page. html: as it was rendered with BASE in front of its addresses. said: all that it shows of records and texts.

        likely: keys of the records that it was made with. content_hash: as it cites itself.
        """
        self._shown = self._shown or ShownRecords(maker)
        steps = len(PurePosixPath(routes.file_of(routes.frozen(url, self.release))).parts) - 1
        content = html.replace(f"{BASE}/", "../" * steps).encode()
        self.pages.append(FrozenPage(url, digest(said, maker), self._shown.of(url, html, likely), content, content_hash))


def is_frozen(template: str) -> bool:
    """True for the template of record pages that releases store."""
    return template in _RECORDS


def is_frozen_text(template: str) -> bool:
    """True for the template of Markdown pages that releases store."""
    return template not in _TEXTS_LEFT_OUT


def digest(said: object, maker: Maker) -> str:
    """What a page says on whatever day it is built, as a hash that nobody can take for a person number."""
    days = (maker.words.day(maker.as_of), maker.as_of.isoformat())
    return content_hash(_plain(said, days))


def _plain(value: object, days: tuple[str, ...]) -> object:
    if isinstance(value, Markup) and "<svg" in value:
        return None
    if isinstance(value, str):
        for day in days:
            value = value.replace(day, "…")
        return str(value)
    if value is None or isinstance(value, bool | int):
        return value
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name), days) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item, days) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [_plain(item, days) for item in value]
    return str(value)

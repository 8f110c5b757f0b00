"""The frozen version of a page, which its citations lead to: the copy that a release stored, as long as it says what the page says now.

A page that has changed since, or where a record that it shows has, is cited with its living address: the copy would not bear out the quotation.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from generator.registry.changes import record_of, state_changes, unit_changes
from generator.site import routes
from generator.site.maker import Maker


class Lack(Enum):
    """Why no frozen version says what a page says now."""

    NO_RELEASE = auto()
    NOT_RELEASED = auto()
    CHANGED = auto()
    LANGUAGE = auto()


@dataclass(frozen=True, slots=True)
class Version:
    """A frozen version, or why there is none.

    address, release: of the copy; empty where there is none. The address has the base path, but not scheme and host. other: an address
    that can be read instead, with the base path: of the last copy, which says something else, or of the ready texts for the Swedish page.
    other_release: which release has it; empty for no copy. lack: None where there is a copy. sha256: of the file of the copy; a page that is being
    frozen cannot know its own.
    """

    address: str = ""
    release: str = ""
    lack: Lack | None = None
    other: str = ""
    other_release: str = ""
    sha256: str = ""


class Versions:
    """Knows the frozen versions of the pages of one maker."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        releases = maker.registry.releases
        # Other than in the last release, which nobody has to know where pages are frozen for the next.
        self._changed: frozenset[str] = frozenset()
        if releases.latest and not maker.release and not maker.words.edition:
            units = [change.unit for change in unit_changes(maker.registry, releases, {})]
            self._changed = frozenset(map(record_of, (*units, *state_changes(maker.registry, releases))))

    def of(self, url: str, content_hash: str, made_from: Collection[str]) -> Version:
        """The version of the page at an address, without base path and language. content_hash, made_from: of the page as it is now.

        Of a page that is being frozen it is the page itself.
        """
        maker, releases = self._maker, self._maker.registry.releases
        if maker.words.edition:
            return Version(lack=Lack.LANGUAGE, other=f"{maker.base_path}{routes.citing(url)}" if self._is_swedish(url) else "")
        if maker.release:
            return Version(self._address(url, maker.release), maker.release)
        if releases.latest is None:
            return Version(lack=Lack.NO_RELEASE)
        found = releases.page(routes.stored(url))
        if found is None or maker.withdrawals.is_withdrawn(*found):
            return Version(lack=Lack.NOT_RELEASED)
        release, page = found
        if page.content_hash == content_hash and self._changed.isdisjoint((*made_from, *page.made_from)):
            return Version(self._address(url, release), release, sha256=page.sha256)
        return Version(lack=Lack.CHANGED, other=self._address(url, release), other_release=release)

    def _address(self, url: str, release: str) -> str:
        return f"{self._maker.base_path}{routes.frozen(url, release)}"

    def _is_swedish(self, url: str) -> bool:
        """True for a page that the Swedish site has too: all but some texts."""
        editions = {page.edition for page in self._maker.registry.pages if routes.page(page.slug) == url}
        return not editions or "" in editions

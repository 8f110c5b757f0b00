"""What stands in the place of a stored page that may not be read any more: why, by the very entry that says so, and what can be read instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.reader import Document
from generator.registry.changes import record_of
from generator.registry.releases import Release, release_order
from generator.site import routes
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.swedish import capital
from generator.site.views.corrections import removed_address, tombstone_view


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """release, day: which version it was. page: the living one, empty where there is none. reasons: each with where it stands why.

    elsewhere: what was wrong was about another record than the one that the page is of. earlier, later: the nearest versions that may be read.
    """

    release: LinkView
    day: str
    page: str
    reasons: tuple[LinkView, ...]
    elsewhere: bool
    earlier: LinkView | None
    later: LinkView | None


def living_address(maker: Maker, url: str, key: str) -> str:
    """Where a page is told of today: itself, its tombstone, or the removal of one whose own address may not be repeated; empty where nothing is.

    url: the address that it had, without base path and language. key: of the record that it is of, empty for a list.
    """
    return (removed_address(maker, key) or maker.url(key) or "") if key else maker.href(url)


def withdrawn_view(maker: Maker, release: Release, page: tuple[str, str], reasons: Sequence[Document], readable: Sequence[Release]) -> WithdrawnView:
    """What stands where a page may not be read. page: its address, and the key of the record that it is of, empty for a list.

    readable: the releases that have the same page, as it may be read.
    """
    url, key = page
    concerned = {_concerned(reason) for reason in reasons}
    order = release_order(release.id)
    earlier = [other for other in readable if release_order(other.id) < order]
    later = [other for other in readable if release_order(other.id) > order]
    return WithdrawnView(
        LinkView(release.id, maker.href(routes.release(release.id))),
        maker.words.day(release.day),
        living_address(maker, url, key),
        tuple(_reason(maker, reason) for reason in reasons),
        key not in concerned,
        _version(maker, url, earlier[-1]) if earlier else None,
        _version(maker, url, later[0]) if later else None,
    )


def _concerned(reason: Document) -> str:
    """The key of the record that was removed or corrected."""
    return f"{reason.record.was}/{reason.id}" if reason.kind is Kind.TOMBSTONES else record_of(reason.record.target)


def _reason(maker: Maker, reason: Document) -> LinkView:
    words = maker.words
    if reason.kind is Kind.TOMBSTONES:
        removed = tombstone_view(maker, reason)
        told = words.t("{kind} togs bort {day}. Skäl: {reason}", kind=capital(removed.kind), day=removed.removed_on, reason=removed.reason)
        return LinkView(told, removed.url)
    day = words.on_day(reason.record.published_on)
    return LinkView(words.t("En uppgift togs tillbaka med en rättelse {day}", day=day), maker.href(f"{routes.CORRECTIONS}#{reason.id}"))


def _version(maker: Maker, url: str, release: Release) -> LinkView:
    return LinkView(maker.words.day(release.day), f"{maker.base_path}{routes.frozen(url, release.id)}")

"""What can be followed, as readers find it: the page of all feeds and calendars, and those of one page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.records.models import Kind
from generator.records.places import counties
from generator.site import routes
from generator.site.dated_events import calendars
from generator.site.following import followed
from generator.site.maker import Maker
from generator.site.parts import LinkView


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One thing to follow. atom, json, calendar: addresses, each empty where there is none."""

    name: LinkView
    atom: str
    json: str
    calendar: str


@dataclass(frozen=True, slots=True)
class FollowView:
    """The page of all that can be followed. groups: heading and lines. released: False before the first release, when only corrections are news."""

    everything: tuple[FollowLine, ...]
    groups: tuple[tuple[str, tuple[FollowLine, ...]], ...]
    providers: LinkView
    released: bool


class Follow:
    """Finds what can be followed of a page; what is asked of all pages is worked out once."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._followed = followed(maker.registry)
        self._calendars = frozenset(calendars(maker))

    @property
    def pages(self) -> Collection[str]:
        """The pages that have a feed, without base path."""
        return self._followed.keys()

    def line(self, page: str, name: LinkView) -> FollowLine:
        """The feed and the calendar of a page. page: its address without base path. name: leads to it."""
        root, feed, calendar = self._maker.base_path, routes.feed(page), routes.calendar(page)
        has_feed = page in self._followed or page == routes.CHANGES
        return FollowLine(
            name,
            f"{root}{feed}.xml" if has_feed else "",
            f"{root}{feed}.json" if has_feed else "",
            f"{root}{calendar}" if calendar in self._calendars else "",
        )


def follow_view(maker: Maker) -> FollowView:
    """Everything that can be followed, but single companies and statements, which are followed from their own pages."""
    t, follow, released = maker.words.t, Follow(maker), bool(maker.registry.releases.latest)
    root, feed = maker.base_path, routes.CORRECTIONS_FEED
    corrections = FollowLine(LinkView(t("Rättelser och borttaget"), maker.href(routes.CORRECTIONS)), f"{root}{feed}.xml", f"{root}{feed}.json", "")
    everything = [corrections]
    if released:
        everything.insert(0, follow.line(routes.CHANGES, LinkView(t("Allt som ändras"), maker.href(routes.CHANGES))))
    if calendars(maker):
        everything.append(FollowLine(LinkView(t("Märkningars och avtals sista dagar"), None), "", "", f"{root}{routes.CALENDAR}"))

    def of(kind: Kind) -> tuple[FollowLine, ...]:
        lines = (follow.line(routes.page_of(kind, document.id) or "", maker.link(kind, document.id)) for document in maker.registry.of(kind))
        return tuple(line for line in lines if line.atom or line.calendar)

    places = tuple(follow.line(routes.county(county), maker.county(county.code)) for county in counties().values()) if released else ()
    groups = ((t("Märkningar"), of(Kind.SCHEMES)), (t("Program och stöd"), of(Kind.PROGRAMMES)), (t("Län"), places))
    providers = LinkView(t("Leverantörer"), maker.href(routes.record_list(Kind.PROFILES)))
    return FollowView(tuple(everything), tuple((title, lines) for title, lines in groups if lines), providers, released)

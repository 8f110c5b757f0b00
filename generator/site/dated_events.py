"""The last days of labels and contracts, as calendars (iCalendar, RFC 5545) that anyone can subscribe to: all of them, and those of one page.

Whole days. Where a source leaves it open which day it is, the event lasts from the first that it can be to the last. What has ended early has no such day.
The time stamp of an event is the day that the site is built for, so that the same records and day give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.records.models import Kind
from generator.records.reader import Document
from generator.registry.states import last_day
from generator.site import routes
from generator.site.language import plain
from generator.site.maker import Maker


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a label or a contract. unit: its key with anchor. first, last: the days that it can be, as a range. about: whose pages tell it."""

    unit: str
    summary: str
    told: str
    first: date
    last: date
    about: tuple[str, ...]


def last_days(maker: Maker) -> Iterator[LastDay]:
    """All that are known, by provider."""
    t, schemes = maker.words.t, {document.id: document.record for document in maker.registry.of(Kind.SCHEMES)}
    for document in maker.registry.of(Kind.PROFILES):
        name = maker.name(document.key)
        for label in document.record.accreditations:
            ends = last_day(label, schemes[label.scheme]) if label.scheme in schemes and not label.ended else None
            if ends:
                key = f"{Kind.SCHEMES}/{label.scheme}"
                summary = t("Sista dag: {label}, {name}", label=maker.name(key), name=name)
                told = t("Efter den dagen gäller märkningen inte, om den inte har förnyats.")
                yield LastDay(f"{document.key}#{label.id}", summary, told, *ends, (document.key, key))
        yield from _contracts(maker, document)


def _contracts(maker: Maker, document: Document) -> Iterator[LastDay]:
    t, name = maker.words.t, maker.name(document.key)
    for contract in document.record.contracts:
        if contract.to and not contract.ended:
            key = f"{Kind.PROGRAMMES}/{contract.programme}" if contract.programme else f"{Kind.BODIES}/{contract.buyer}"
            summary = t("Sista dag: avtal om {programme}, {name}", programme=maker.name(key), name=name)
            if not contract.programme:
                summary = t("Sista dag: avtal med {buyer}, {name}", buyer=maker.name(key), name=name)
            told = t("Så lång tid gäller avtalet enligt källan. Det kan förlängas eller avslutas tidigare.")
            yield LastDay(f"{document.key}#{contract.id}", summary, told, contract.to.earliest, contract.to.latest, (document.key, key))


def calendars(maker: Maker) -> Mapping[str, tuple[LastDay, ...]]:
    """The last days of each calendar, by its address without base path. A page without any has none."""
    found: dict[str, list[LastDay]] = defaultdict(list)
    for day in sorted(last_days(maker), key=lambda day: (day.first, day.unit)):
        found[routes.CALENDAR].append(day)
        for key in day.about:
            kind, _, record_id = key.partition("/")
            page = routes.page_of(Kind(kind), record_id)
            if page and kind in (Kind.PROFILES, Kind.SCHEMES, Kind.PROGRAMMES):
                found[routes.calendar(page)].append(day)
    return {url: tuple(days) for url, days in found.items()}


def calendar_files(maker: Maker, origin: str = "") -> Iterator[tuple[str, bytes]]:
    """Address, without base path, and bytes of every calendar. origin: scheme and host of the site, as far as known."""
    for url, days in calendars(maker).items():
        yield url, to_ical(maker, days, origin)


def to_ical(maker: Maker, days: Iterable[LastDay], origin: str = "") -> bytes:
    """Some last days as one calendar."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Coachkollen//SV")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", maker.words.t("Coachkollen: sista dagar"))
    for day in days:
        event = Event()
        event.add("uid", f"{routes.TAG}{day.unit}")
        event.add("dtstamp", datetime.combine(maker.as_of, time(), UTC))
        event.add("dtstart", day.first)
        event.add("dtend", day.last + timedelta(days=1))
        event.add("summary", plain(day.summary))
        event.add("description", f"{day.told} {_doubt(maker, day)}".strip())
        event.add("url", f"{origin}{maker.url(day.unit) or ''}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _doubt(maker: Maker, day: LastDay) -> str:
    return "" if day.first == day.last else maker.words.t("Källorna säger inte vilken av dagarna det är.")

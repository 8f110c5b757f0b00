"""A list of what is due as an iCalendar file (RFC 5545), which any calendar can read.

Days without a time, one event each. What is overdue stands on today, where it is seen. The same
records and day give the same bytes, and an event keeps its UID from day to day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.desk.due import KIND_WORDS, DueItem
from generator.site.swedish import day_text

_MOST_FILES = 10


def calendar_text(items: Iterable[DueItem], as_of: date) -> str:
    """The items as a calendar. Lines end in CRLF, so write it as bytes."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Coachkollen//coachkollen due//SV")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Coachkollen: att göra")
    for item in items:
        calendar.add_component(_event(item, as_of))
    return str(calendar.to_ical(), "utf-8")


def _event(item: DueItem, as_of: date) -> Event:
    day = max(item.on, as_of)
    late = f"Skulle ha gjorts {day_text(item.on)}. " if item.on < as_of else ""
    files = [part.file for part in item.parts[:_MOST_FILES]] or [item.file]
    more = [f"… och {len(item.parts) - _MOST_FILES} till"] if len(item.parts) > _MOST_FILES else []
    event = Event()
    event.add("uid", f"{item.key}@coachkollen")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", item.what)
    event.add("description", late + "\n".join([*files, *more]))
    event.add("categories", [KIND_WORDS[item.kind]])
    event.add("transp", "TRANSPARENT")
    return event

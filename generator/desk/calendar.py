"""A list of what is due as an iCalendar file (RFC 5545), which any calendar can read.

Days without a time, one event each. What is overdue stands on today, where it is seen. The same
records and day give the same bytes, and an event keeps its UID from day to day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.desk.due import KIND_WORDS, DueItem
from generator.site.swedish import day_text

_LONGEST_LINE = 75
_MOST_FILES = 10


def calendar_text(items: Iterable[DueItem], as_of: date) -> str:
    """The items as a calendar. Lines end in CRLF, so write it as bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Coachkollen//coachkollen due//SV", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Coachkollen: att göra"]
    for item in items:
        lines += _event(item, as_of)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(item: DueItem, as_of: date) -> Iterator[str]:
    day = max(item.on, as_of)
    late = f"Skulle ha gjorts {day_text(item.on)}. " if item.on < as_of else ""
    files = [part.file for part in item.parts[:_MOST_FILES]] or [item.file]
    more = [f"… och {len(item.parts) - _MOST_FILES} till"] if len(item.parts) > _MOST_FILES else []
    yield "BEGIN:VEVENT"
    yield f"UID:{item.key}@coachkollen"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(item.what)}"
    yield f"DESCRIPTION:{_escaped(late + chr(10).join([*files, *more]))}"
    yield f"CATEGORIES:{_escaped(KIND_WORDS[item.kind])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """A text value: backslash, semicolon, comma and line break are written with a backslash."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, the later ones after a space; no character is cut in two."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece

"""The calendar, read back by the letter of RFC 5545 with a reader of our own."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.calendar import calendar_text
from generator.desk.due import DueItem, DueKind, due_items
from generator.registry.loading import load
from generator.site.maker import Maker

AS_OF = date(2026, 11, 21)
DEMO = ROOT / "tests/demo"
PROPERTY = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Za-z-]+)*):(.*)", re.S)
Event = dict[str, str]


def unfolded(text: str) -> list[str]:
    """The content lines of section 3.1: CRLF after each, at most 75 octets before it, a fold is CRLF and one space."""
    assert text.endswith("\r\n")
    physical = text.removesuffix("\r\n").split("\r\n")
    assert not any("\r" in line or "\n" in line for line in physical)
    assert all(len(line.encode()) <= 75 for line in physical)
    lines: list[str] = []
    for line in physical:
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def unescaped(value: str) -> str:
    """A TEXT value of section 3.3.11; anything that has to be escaped and is not, is an error."""
    assert re.fullmatch(r"(?:[^\\;,\n]|\\[\\;,nN])*", value), value
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def events(text: str) -> list[Event]:
    """The events of a calendar, each property once. Raises AssertionError for what the standard does not allow."""
    lines = unfolded(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    head = lines[1 : lines.index("BEGIN:VEVENT")] if "BEGIN:VEVENT" in lines else lines[1:-1]
    assert {line.partition(":")[0] for line in head} == {"VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME"}
    assert "VERSION:2.0" in head
    found: list[Event] = []
    current: Event | None = None
    for line in lines[1 + len(head) : -1]:
        if line == "BEGIN:VEVENT":
            assert current is None
            current = {}
        elif line == "END:VEVENT":
            assert current is not None
            assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= set(current)
            found.append(current)
            current = None
        else:
            match = PROPERTY.fullmatch(line)
            assert match, line
            assert current is not None
            assert match[1] + match[2] not in current
            current[match[1] + match[2]] = match[3]
    assert current is None
    return found


def demo_items(as_of: date = AS_OF) -> tuple[DueItem, ...]:
    registry = load(DEMO / "providers", DEMO / "content", as_of, intake=DEMO / "intake", today=as_of).registry
    assert registry is not None
    return due_items(Maker(registry, preview=True))


def test_every_item_is_an_event_of_one_whole_day() -> None:
    items = demo_items()
    read = events(calendar_text(items, AS_OF))
    assert [unescaped(event["SUMMARY"]) for event in read] == [item.what for item in items]
    for event, item in zip(read, items, strict=True):
        start, end = (date.fromisoformat(event[f"{name};VALUE=DATE"]) for name in ("DTSTART", "DTEND"))
        assert end == start + timedelta(days=1)
        assert start == max(item.on, AS_OF)
        assert event["DTSTAMP"] == "20261121T000000Z"


def test_what_is_late_stands_on_today_and_says_since_when() -> None:
    read = {event["UID"]: event for event in events(calendar_text(demo_items(), AS_OF))}
    late = read["label-profiles-pahittscoachning-exempelauktorisation-omstallning@coachkollen"]
    assert late["DTSTART;VALUE=DATE"] == "20261121"
    assert unescaped(late["DESCRIPTION"]).replace("\N{NO-BREAK SPACE}", " ") == (
        f"Skulle ha gjorts 20 november 2026. {(DEMO / 'providers/profiles/pahittscoachning.yaml').relative_to(Path.cwd()).as_posix()}"
    )


def test_an_event_keeps_its_uid_from_day_to_day_and_no_two_share_one() -> None:
    today, later = (events(calendar_text(demo_items(day), day)) for day in (AS_OF, AS_OF + timedelta(days=3)))
    ids = [event["UID"] for event in today]
    assert len(set(ids)) == len(ids)
    assert len(set(ids) & {event["UID"] for event in later}) > 6


def test_the_same_day_gives_the_same_bytes() -> None:
    assert calendar_text(demo_items(), AS_OF) == calendar_text(demo_items(), AS_OF)


def test_many_files_are_cut_short() -> None:
    parts = tuple(DueItem(AS_OF, DueKind.SOURCE, "Läs.", f"providers/sources/kalla-{n}.yaml", f"k{n}") for n in range(25))
    (event,) = events(calendar_text([DueItem(AS_OF, DueKind.SOURCE, "Läs 25 källor.", "", "alla", parts=parts)], AS_OF))
    assert unescaped(event["DESCRIPTION"]).splitlines()[-2:] == ["providers/sources/kalla-9.yaml", "… och 15 till"]


def test_no_items_are_an_empty_calendar() -> None:
    assert events(calendar_text([], AS_OF)) == []


@pytest.mark.parametrize("width", range(60, 80))
def test_a_fold_never_cuts_a_character(width: int) -> None:
    what = "x" * width + "åäö\N{GRINNING FACE}" * 20
    (event,) = events(calendar_text([DueItem(AS_OF, DueKind.CASE, what, "f", "k")], AS_OF))
    assert event["SUMMARY"] == what


@given(
    st.text(st.characters(blacklist_categories=("Cc", "Cs")), max_size=300).map(lambda text: text.replace("x", "\n").strip()),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_any_text_reads_back_the_same(text: str, day: date) -> None:
    (event,) = events(calendar_text([DueItem(day, DueKind.CHECK, text, text, "nyckel")], day))
    assert unescaped(event["SUMMARY"]) == unescaped(event["DESCRIPTION"]) == text
    assert event["DTSTART;VALUE=DATE"] == f"{day:%Y%m%d}"

"""The one clock, around midnight: the day is the one in Sweden, however the moment is given and wherever the machine stands."""

import re
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from generator import clock
from generator.errors import BadUsage


def epoch(moment: str) -> str:
    """Seconds since 1970 of a moment in UTC."""
    return str(int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()))


MOMENTS = [
    ("2026-11-20T22:59:59", "2026-11-20"),  # winter: an hour before UTC
    ("2026-11-20T23:00:00", "2026-11-21"),
    ("2026-11-21T22:59:59", "2026-11-21"),
    ("2026-06-30T21:59:59", "2026-06-30"),  # summer: two hours
    ("2026-06-30T22:00:00", "2026-07-01"),
    ("2024-02-28T23:00:00", "2024-02-29"),
    ("2024-02-29T23:00:00", "2024-03-01"),
    ("2025-12-31T23:00:00", "2026-01-01"),
    ("2026-03-29T00:59:59", "2026-03-29"),  # the night when the clock is moved on
    ("2026-10-25T22:59:59", "2026-10-25"),
    ("2026-10-25T23:00:00", "2026-10-26"),
]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Stockholm", "Pacific/Kiritimati", "Pacific/Niue"])
@pytest.mark.parametrize(("moment", "day"), MOMENTS)
def test_a_given_moment_is_its_day_in_sweden(moment: str, day: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(moment))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert clock.today() == date.fromisoformat(day)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("moment", "day"), MOMENTS)
def test_and_so_is_the_moment_that_the_machine_gives(moment: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime.fromtimestamp(int(epoch(moment)), tz)  # type: ignore[arg-type]

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(clock, "datetime", Stopped)
    assert clock.today() == date.fromisoformat(day)


@pytest.mark.parametrize("wrong", ["", "i går", "1.5", "2026-11-21", "9" * 30])
def test_a_moment_that_is_no_number_of_seconds_is_refused(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    with pytest.raises(BadUsage) as refused:
        clock.today()
    assert str(refused.value) == f"SOURCE_DATE_EPOCH är inget antal sekunder: {wrong!r}"


def test_nothing_else_asks_what_day_it_is() -> None:
    generator = Path(clock.__file__).parent
    asking = re.compile(r"\.now\(|\.(?:utc)?today\(\)|time\.time\(")
    assert [p.name for p in sorted(generator.rglob("*.py")) if asking.search(p.read_text(encoding="utf-8"))] == ["clock.py"]

"""The one clock: SOURCE_DATE_EPOCH when it is set, else the machine's day in Sweden."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.errors import BadUsage


def today() -> date:
    """The day that a build is for unless it is told another. Raises BadUsage for a SOURCE_DATE_EPOCH that is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(ZoneInfo("Europe/Stockholm")).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadUsage(f"SOURCE_DATE_EPOCH är inget antal sekunder: {epoch!r}") from None

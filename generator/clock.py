"""The one clock: SOURCE_DATE_EPOCH when it is set, else the machine's. The day is always the one in Sweden at that moment.

Records have Swedish days, so the same moment is the same day whichever way it is given, also in
the hours around midnight when it is another day in UTC.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from generator.errors import BadUsage

SWEDEN = ZoneInfo("Europe/Stockholm")


def today() -> date:
    """The day that a build is for unless it is told another. Raises BadUsage for a SOURCE_DATE_EPOCH that is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(SWEDEN).date()
    try:
        return datetime.fromtimestamp(int(epoch), SWEDEN).date()
    except (ValueError, OverflowError, OSError):
        raise BadUsage(f"SOURCE_DATE_EPOCH är inget antal sekunder: {epoch!r}") from None

"""Until when a provider may answer: the day that a record has set already, which no letter may move by itself.

The gate opens by the record's day, so a letter that promised a later one would promise too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.records.models.case import Reply
from generator.records.vocabulary import ReplyState
from generator.registry.working_days import earliest_deadline
from generator.site.swedish import day_text, on_day


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """What a letter says of the time. last_day: the last day that it names, None when that is past. sentence: the same in words."""

    last_day: date | None
    sentence: str


def day_set(reply: Reply) -> date | None:
    """The last day to answer that the record has set, after which the gate opens; None when it waits for no day.

    Who is said to have declined, without the day when it said so, has as long as anybody that we ask.
    """
    if reply.state is ReplyState.ASKED:
        return reply.deadline
    if reply.state is ReplyState.DECLINED and reply.answered_on is None:
        return reply.deadline or (earliest_deadline(reply.asked_on) if reply.asked_on else None)
    return None


def answer_time(reply: Reply, day: date, deadline: date, *, waits: bool) -> AnswerTime:
    """The time to answer about one case. day: of the letter; deadline: the letter's own; waits: nothing more is shown before the provider is heard."""
    last = day_set(reply)
    if last is None:
        return AnswerTime(deadline, f"Sista dagen att svara är {on_day(deadline)}." if waits else f"Svara gärna senast {on_day(deadline)}.")
    if last < day:
        return AnswerTime(None, f"Svarstiden gick ut {on_day(last)}. Ni kan svara ändå, och då visas svaret från den dagen.")
    return AnswerTime(last, f"Sista dagen att svara är {on_day(last)}. Det är samma dag som tidigare.")


def release_text(reply: Reply) -> str:
    """What releases a statement about a provider that has been asked and still has time; empty for any other."""
    last = day_set(reply)
    if last is None:
        return ""
    said_no = "; ange annars dagen då leverantören sade nej i answered_on" if reply.state is ReplyState.DECLINED else ""
    return f"ett svar, eller att svarstiden går ut {day_text(last)}{said_no}"

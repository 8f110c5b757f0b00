"""Dates (invariant 18): from before to, nothing in the future that must have happened, sources in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Model, Path
from generator.records.partial_date import PartialDate
from generator.registry.registry import Registry

# Fields that may lie in the future: plans, last days and days to come back.
_MAY_BE_FUTURE = frozenset({"from", "to", "deadline", "next_check", "until", "ended.on"})
_PAIRS = (("from_", "to"), ("date", "date_to"), ("since", "until"), ("asked_on", "deadline"))


def in_order(registry: Registry) -> Iterator[Problem]:
    """I18a: an end does not lie before its start."""
    for document in registry.documents.values():
        for path, part in document.parts:
            for start_name, end_name in _PAIRS:
                start, end = _date_of(part, start_name), _date_of(part, end_name)
                if start and end and end.certainly_before(start):
                    yield document.problem("I18a", (*path, end_name), start_name=start_name.rstrip("_"), start=str(start), end_name=end_name, end=str(end))


def not_in_future(registry: Registry) -> Iterator[Problem]:
    """I18b: what has been read, checked, decided or seen cannot be later than today."""
    for document in registry.documents.values():
        for leaf in document.leaves:
            if not isinstance(leaf.value, (PartialDate, date)) or _name(leaf.path) in _MAY_BE_FUTURE:
                continue
            if _as_partial(leaf.value).certainly_after(registry.horizon):
                yield document.problem("I18b", leaf.path, date=str(leaf.value), today=registry.horizon.isoformat())


def source_order(registry: Registry) -> Iterator[Problem]:
    """I18c: a source is published, then read, then a statement is checked against it."""
    for document in registry.of(Kind.SOURCES):
        source = document.record
        if source.issued and source.issued.certainly_after(source.accessed):
            yield document.problem("I18c", ("accessed",), later_name="accessed", later=str(source.accessed), earlier_name="issued", earlier=str(source.issued))
    for document in registry.documents.values():
        for path, part in document.parts:
            checked = getattr(part, "checked_on", None)
            for index, citation in enumerate(getattr(part, "sources", ()) if checked else ()):
                cited = registry.documents.get(f"{Kind.SOURCES}/{citation.source}")
                if cited and cited.record.accessed > checked:
                    yield document.problem(
                        "I18c",
                        (*path, "sources", index, "source"),
                        later_name="checked_on",
                        later=str(checked),
                        earlier_name=f"sources/{citation.source} accessed",
                        earlier=str(cited.record.accessed),
                    )


def _name(path: Path) -> str:
    """The field that a path leads to; the end of a contract or label may be known beforehand, so it has a name of its own."""
    return "ended.on" if path[-2:] == ("ended", "on") else str(path[-1])


def _date_of(part: Model, field: str) -> PartialDate | None:
    value = getattr(part, field, None)
    return _as_partial(value) if isinstance(value, (PartialDate, date)) else None


def _as_partial(value: PartialDate | date) -> PartialDate:
    return value if isinstance(value, PartialDate) else PartialDate.from_date(value)

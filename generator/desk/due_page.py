"""What is due as a page of the preview, and as text and JSON. The public site never has it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.desk.due import KIND_WORDS, DueItem, due_items
from generator.site import routes
from generator.site.maker import Maker
from generator.site.pages import Page
from generator.site.swedish import count_text, day_text


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing to do, as a row. `url`: the page of the record, when it has one. parts: (what, file) one by one."""

    when: str
    kind: str
    what: str
    url: str | None
    file: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """The page: rows under a heading each for what is late, for now and for soon."""

    as_of: str
    count: str
    groups: tuple[tuple[str, tuple[DueRow, ...]], ...]


def due_page(maker: Maker) -> Page:
    """The page of a preview."""
    items = due_items(maker)
    groups = tuple((heading, tuple(_row(maker, item) for item in group)) for heading, group in by_urgency(items, maker.as_of))
    view = DueView(day_text(maker.as_of), count_text(len(items), "sak", "saker"), groups)
    return Page(routes.DUE, "due", "Att göra", view, ())


def by_urgency(items: Iterable[DueItem], as_of: date) -> tuple[tuple[str, tuple[DueItem, ...]], ...]:
    """The items under "Försenat", "Nu" and "Snart"; no heading without items."""
    listed = tuple(items)
    groups = (
        ("Försenat", tuple(item for item in listed if item.on < as_of)),
        ("Nu", tuple(item for item in listed if item.on == as_of)),
        ("Snart", tuple(item for item in listed if item.on > as_of)),
    )
    return tuple((heading, group) for heading, group in groups if group)


def due_text(items: tuple[DueItem, ...], as_of: date) -> str:
    """The items for a person."""
    lines = []
    for heading, group in by_urgency(items, as_of):
        lines.append(f"{heading}:")
        for item in group:
            lines.append(f"  {item.on}  {KIND_WORDS[item.kind]}: {item.what}")
            if item.file:
                lines.append(f"              {item.file}")
        lines.append("")
    if any(item.parts for item in items):
        lines.append("Visa allt ett i taget: coachkollen due --all")
    return ("\n".join(lines).rstrip("\n") or f"Inget att göra {day_text(as_of)}.") + "\n"


def due_json(items: tuple[DueItem, ...], as_of: date) -> str:
    """The items for a program. The keys are stable."""
    return json.dumps({"as_of": as_of.isoformat(), "items": [_as_dict(item) for item in items]}, ensure_ascii=False, indent=1) + "\n"


def _as_dict(item: DueItem) -> dict[str, object]:
    files = [part.file for part in item.parts] or [item.file]
    return {"date": item.on.isoformat(), "kind": item.kind.value, "id": item.key, "what": item.what, "files": files}


def _row(maker: Maker, item: DueItem) -> DueRow:
    url = maker.url(item.record) if item.record else None
    return DueRow(day_text(item.on), KIND_WORDS[item.kind], item.what, url, item.file, tuple((part.what, part.file) for part in item.parts))

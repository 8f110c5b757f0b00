"""Registries of an earlier day made in a test, with cases whose party has answered."""

from __future__ import annotations

from datetime import date
from typing import Any

import made
from made import CITED, Data, case, party, profile, statement

from generator.records.models import Kind
from generator.registry.pages import Page
from generator.registry.past import as_it_was
from generator.registry.registry import Registry


def registry(records: dict[str, Data], as_of: str, pages: tuple[Page, ...] = ()) -> Registry:
    """These records as they were on a day."""
    return as_it_was(made.registry(records, date.fromisoformat(as_of), pages=pages))


def there(key: str, record: Data, as_of: str, **others: Data) -> bool:
    return key in registry({key: record, **others}, as_of).documents


def kept(fields: Data, as_of: str, **others: Data) -> Any:
    """The profile with these fields, as it was."""
    return registry({"profiles/exempel-ab": profile(**fields), **others}, as_of).record(Kind.PROFILES, "exempel-ab")


def claim(name: str, when: str | None, kind: str = "allegation", **fields: Any) -> Data:
    return statement(name, kind=kind, date=when, **fields)


def heard(when: str, *statements: Data, **one: Any) -> Data:
    """A case of that date with a provider that answered this year."""
    reply = {"state": "replied", "answered_on": "2026-10-01", "text": "Vårt svar."}
    return case(party(**{"reply": reply, **one}), date=when, statements=statements)


def outcome(on: str | None, code: str, procedure: str = "closed") -> dict[str, Any]:
    """An outcome with its text and its source, on a day or without one."""
    return {"procedure": procedure, "outcome": code, "outcome_on": on, "outcome_text": "Så slutade det.", "outcome_sources": CITED}

"""Records with one field changed: another value of the same kind at a path, or none."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from generator.records.models.base import Leaf, Model, Upkeep
from generator.records.models.base import Path as DataPath
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import Code


def other(value: object) -> object:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Code):
        return next(code for code in type(value) if code != value and code.known)
    if isinstance(value, PartialDate):
        return PartialDate(value.year + 1, value.month, value.day if (value.month, value.day) != (2, 29) else 28)
    if isinstance(value, date):
        return value + timedelta(days=1)
    return value + 1 if isinstance(value, (int, Decimal)) else f"{value} igen"


def replaced(path: DataPath, value: Any, new: object) -> Any:
    """`value` with `new` at `path`; what holds it is copied, not checked again. None takes an item out of its list."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, tuple) and isinstance(step, int):
        items = list(value)
        changed = replaced(rest, items[step], new)
        items[step : step + 1] = [] if changed is None else [changed]
        return tuple(items)
    if isinstance(value, dict):
        return {key: replaced(rest, item, new) if str(key) == step else item for key, item in value.items()}
    name = next(name for name, info in type(value).model_fields.items() if (info.alias or name) == step)
    return value.model_copy(update={name: replaced(rest, getattr(value, name), new)})


def bears_meaning(leaf: Leaf) -> bool:
    return not leaf.mark(Upkeep) and (not isinstance(leaf.value, Code) or leaf.value.known)


def said_twice(record: Model, leaf: Leaf) -> bool:
    """True for a place in a source that the same list names twice: as a set it says the same with one of them."""
    *way, _ = leaf.path
    holder: Any = record
    for step in way[:-1]:
        holder = (
            holder[step] if isinstance(holder, tuple) else {str(k): v for k, v in holder.items()}[str(step)] if isinstance(holder, dict) else at(holder, step)
        )
    if not isinstance(holder, tuple) or not way or not isinstance(way[-1], int):
        return False
    same = [item for item in holder if getattr(item, "source", None) == getattr(holder[way[-1]], "source", "") and not getattr(item, "quote", None)]
    return len(same) > 1


def at(model: Model, step: str | int) -> Any:
    return next(getattr(model, name) for name, info in type(model).model_fields.items() if (info.alias or name) == step)

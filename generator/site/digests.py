"""The digest of what a page shows: the same for equal views, whatever the machine, and another for any other view.

Every value is written with its type and its length, so that no two views are written alike. A value of a type that is not known here
raises TypeError: a view that held something else could change unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache

from markupsafe import Markup

_Put = Callable[[str], None]


def digest(value: object) -> bytes:
    """SHA-256 of a view. Raises TypeError for what no view holds."""
    parts: list[str] = []
    _write(value, parts.append)
    return hashlib.sha256("".join(parts).encode("utf-8", "surrogatepass")).digest()


def _write(value: object, put: _Put) -> None:
    kind = type(value)
    if kind is str or kind is Markup:
        put(f"{'s' if kind is str else 'm'}{len(value)}:")  # type: ignore[arg-type]
        put(value)  # type: ignore[arg-type]
    elif kind is tuple or kind is list:
        put(f"t{len(value)}:")  # type: ignore[arg-type]
        for item in value:  # type: ignore[attr-defined]
            _write(item, put)
    elif value is None or kind is bool or kind is int or kind is date:
        put(f"{kind.__name__}{value};")
    elif is_dataclass(kind):
        put(f"d{kind.__module__}.{kind.__qualname__}:")
        for name in _names(kind):
            _write(getattr(value, name), put)
    elif kind is bytes:
        put(f"b{hashlib.sha256(value).hexdigest()}")  # type: ignore[arg-type]
    elif isinstance(value, Enum):
        put(f"e{kind.__module__}.{kind.__qualname__}.{value.name};")
    elif kind is frozenset:
        _write(("frozenset", *sorted(value)), put)  # type: ignore[call-overload]
    elif isinstance(value, Mapping):
        put(f"p{len(value)}:")
        for key, item in value.items():
            _write(key, put)
            _write(item, put)
    else:
        raise TypeError(f"{kind.__module__}.{kind.__qualname__}")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

"""The plain data of a record as one line of text, and back: what is remembered of a file, and what one process tells another.

JSON, with a decimal as `{"": "1.50"}`: no record has an empty key (Y12), so nothing else is written like that. What is read back is what
was written, with the same types and the keys in the same order.
"""

from __future__ import annotations

import json
from decimal import Decimal

_DECIMAL = ""


def as_text(data: dict[str, object]) -> str:
    """The data of a file without problems, as text that `from_text` reads."""
    return json.dumps(data, ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_tagged)


def from_text(text: str) -> dict[str, object]:
    """The data that `as_text` has written."""
    data: dict[str, object] = json.loads(text, object_hook=_untagged)
    return data


def _tagged(value: object) -> dict[str, str]:
    if not isinstance(value, Decimal):
        raise TypeError(f"a record holds no {type(value).__name__}")
    return {_DECIMAL: str(value)}


def _untagged(found: dict[str, object]) -> object:
    return Decimal(str(found[_DECIMAL])) if _DECIMAL in found else found

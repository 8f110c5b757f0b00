"""The years that a text names, as far as a program can tell a year from another number."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://\S+|\]\([^)]*\)")
_RANGE = re.compile(r"(?<![\w/:.-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/:-])")
# Not in a longer number, a diary number (2019/12, Af-2019), the number of a law (2010:500) or an amount.
_YEAR = re.compile(
    r"(?<![\w/:.,§-])(?<!\d[ \u00a0])(?:19|20)\d\d(?!\w)(?![/:.,-]\d)(?!-)(?![ \u00a0](?:\d{3}\b|kr\b|kronor|personer|deltagare|procent|timmar|%))"
)


def years_named(text: str) -> frozenset[int]:
    """The years 1900 to 2099 that stand as words of their own. Those of addresses, numbers and amounts are none."""
    return frozenset(int(year) for year in _YEAR.findall(_RANGE.sub(r"\1–\2", _ADDRESS.sub(" ", text))))

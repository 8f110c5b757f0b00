"""A short credit, as a Swedish newspaper prints it under a table or after a quotation."""

from __future__ import annotations

from generator.site.citing.citable import Citable, soft
from generator.site.language import Language


def press(citable: Citable, words: Language) -> str:
    """One line: what, when it was checked, where, and the hash that says of which text."""
    text = words.t(
        "Källa: {publisher}, ”{title}”, kontrollerad {day}. {address} (SHA-256: {hash})",
        publisher=citable.publisher,
        title=citable.title,
        day=words.day(citable.checked_on),
        address=citable.address,
        hash=citable.content_hash,
    )
    return soft(text)

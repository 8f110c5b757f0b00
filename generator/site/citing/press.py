"""A short credit, as a Swedish newspaper prints it under a table or after a quotation."""

from __future__ import annotations

from generator.site.citing.citable import Citable, soft
from generator.site.language import Language

# So much of a checksum can be printed, and tells one version from another. The whole stands beside the text.
_DIGITS = 8


def press(citable: Citable, words: Language) -> str:
    """One line: who said it first and where, through whom, when it was checked, the address, and the beginning of the checksum."""
    told = {
        "publisher": citable.publisher,
        "title": citable.page,
        "day": words.day(citable.checked_on),
        "address": citable.address,
        "hash": citable.checksum[:_DIGITS],
    }
    if citable.sources:
        first = "; ".join(source.short for source in citable.sources)
        return soft(words.t("Källa: {first}, via {publisher}, ”{title}”, kontrollerad {day}. {address} (SHA-256 {hash}…)", first=first, **told))
    return soft(words.t("Källa: {publisher}, ”{title}”, kontrollerad {day}. {address} (SHA-256 {hash}…)", **told))

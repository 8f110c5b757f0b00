"""A reference after the manual of the American Psychological Association, seventh edition, for a page whose author is also its publisher.

The manual wants the day of reading where a page may change. What it has no place for (what it rests on, when we checked it, and the
checksum) stands in brackets after the title, where it lets a writer describe the work.
"""

from __future__ import annotations

from generator.site.citing.citable import Citable, soft
from generator.site.language import Language


def apa(citable: Citable, words: Language) -> str:
    """One line: author, day, title, description, and the address that never changes what it says, else the day of reading and the living one."""
    published = citable.published
    sources = "; ".join(source.short for source in citable.sources)
    said = {
        "rests_on": words.t("bygger på {sources}, ", sources=sources) if sources else "",
        "publisher": citable.publisher,
        "year": published.year,
        "day": soft(words.day(published)).removesuffix(f" {published.year}"),
        "title": citable.title,
        "checked": words.day(citable.checked_on),
        "hash": citable.checksum,
    }
    if citable.frozen:
        text = words.t(
            "{publisher}. ({year}, {day}). {title} [Webbsida, {rests_on}fryst version {release}, kontrollerad {checked}, SHA-256 {hash}]. {address}",
            release=citable.release,
            address=citable.frozen,
            **said,
        )
    else:
        text = words.t(
            "{publisher}. ({year}, {day}). {title} [Webbsida, {rests_on}kontrollerad {checked}, SHA-256 {hash}]. Hämtad {read} från {address}",
            read=words.day(citable.accessed),
            address=citable.living,
            **said,
        )
    return soft(text)

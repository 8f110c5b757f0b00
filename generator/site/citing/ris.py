"""RIS, which EndNote, Zotero, Mendeley and library systems read: a tag and a value a line, with the line ends of old Windows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.site.citing.citable import Citable, note, soft
from generator.site.language import Language

_LINE_END = "\r\n"


def entry(citable: Citable, words: Language) -> str:
    """One reference to a web page (`ELEC`). Of two addresses the one that never changes what it says stands first."""
    fields = (
        ("TY", "ELEC"),
        ("ID", citable.key),
        ("AU", citable.publisher),
        ("TI", citable.title),
        ("PB", citable.publisher),
        ("PY", str(citable.published.year)),
        ("DA", _day(citable.published)),
        ("Y2", _day(citable.accessed)),
        ("ET", citable.release),
        ("LA", citable.language),
        ("UR", citable.address),
        ("UR", citable.living if citable.frozen else ""),
        ("N1", note(citable, words)),
        ("AB", citable.abstract),
    )
    return "".join(f"{tag}  - {soft(value)}{_LINE_END}" for tag, value in fields if value) + f"ER  - {_LINE_END}"


def ris(citables: Iterable[Citable], words: Language) -> str:
    """A file of references, with an empty line between them."""
    return _LINE_END.join(entry(citable, words) for citable in citables)


def _day(value: date) -> str:
    return f"{value:%Y/%m/%d}"

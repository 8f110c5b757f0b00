"""The template `Webbref` of Swedish Wikipedia, with its parameters' Swedish names, inside `<ref>`.

The text is in Swedish whatever the language of the page, since it is for Swedish articles. The template has no place for the day
that we checked, for what it rests on and for the checksum, so they stand after it in the note.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.site.citing.citable import Citable, soft
from generator.site.language import SOURCE_LANGUAGE, SWEDISH, Language

# What would end the template, the parameter, a link or the note, or begin something new.
_ESCAPED: Mapping[int, str] = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "|": "{{!}}",
        "{": "&#123;",
        "}": "&#125;",
        "[": "&#91;",
        "]": "&#93;",
        "'": "&#39;",
        "~": "&#126;",
    }
)
_LANGUAGES: Mapping[str, str] = {"en": "engelska"}


def webbref(citable: Citable, words: Language) -> str:
    """The note with the template in it, on one line."""
    del words
    values = {
        "url": citable.living,
        "titel": soft(citable.title).translate(_ESCAPED),
        "hämtdatum": _day(citable.accessed),
        "datum": _day(citable.published),
        "utgivare": citable.publisher,
        "språk": "" if citable.language == SOURCE_LANGUAGE else _LANGUAGES.get(citable.language, citable.language),
        "arkivurl": citable.frozen,
        "arkivdatum": _day(citable.published) if citable.frozen else "",
    }
    template = " ".join(f"|{name}={value}" for name, value in values.items() if value)
    sources = soft("; ".join(source.short for source in citable.sources)).translate(_ESCAPED)
    rests_on = f" Bygger på {sources}." if sources else ""
    return f"<ref>{{{{webbref {template}}}}}{rests_on} Kontrollerad {_day(citable.checked_on)}. SHA-256: {citable.checksum}.</ref>"


def _day(value: date) -> str:
    return soft(SWEDISH.day(value))

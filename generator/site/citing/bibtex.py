r"""BibTeX, for BibLaTeX and its older relatives: `@online` entries in UTF-8.

BibTeX counts braces even when they are escaped, so a brace in a text is written as a command that has none left over.
LaTeX joins some signs that stand twice, such as two hyphens into a dash, so empty braces keep them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.site.citing.citable import Citable, note, soft
from generator.site.language import Language

_ESCAPED: Mapping[int, str] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"$\lbrace$",
        "}": r"$\rbrace$",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_TWICE = re.compile(r"(?<=([-'`,<>]))(?=\1)")
# BibLaTeX's names of languages.
_LANGUAGES: Mapping[str, str] = {"sv": "swedish", "en": "british"}


def entry(citable: Citable, words: Language) -> str:
    """One entry, with a line for each field."""
    fields = {
        # Double braces keep a name whole, and the capitals of a title.
        "author": f"{{{_text(citable.publisher)}}}",
        "title": f"{{{_text(citable.title)}}}",
        "year": f"{citable.published.year}",
        "date": citable.published.isoformat(),
        "url": citable.address,
        "urldate": citable.accessed.isoformat(),
        "publisher": f"{{{_text(citable.publisher)}}}",
        "langid": _LANGUAGES.get(citable.language, citable.language),
        "version": _text(citable.release),
        "note": _text(note(citable, words)),
        "abstract": _text(citable.abstract),
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    return "\n".join((f"@online{{{citable.key},", *lines, "}")) + "\n"


def bibtex(citables: Iterable[Citable], words: Language) -> str:
    """A file of entries."""
    return "\n".join(entry(citable, words) for citable in citables)


def _text(text: str) -> str:
    return _TWICE.sub("{}", soft(text).translate(_ESCAPED))

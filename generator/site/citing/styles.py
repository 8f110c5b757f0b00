"""The styles that something can be cited in: those to copy, and those that programs read from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.site.citing.apa import apa
from generator.site.citing.bibtex import bibtex
from generator.site.citing.bibtex import entry as bibtex_entry
from generator.site.citing.citable import Citable
from generator.site.citing.csl import csl_json
from generator.site.citing.press import press
from generator.site.citing.ris import ris
from generator.site.citing.wikipedia import webbref
from generator.site.language import N_, Language


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A ready text. spoken: it is made of sentences in the language of the page; else it is code."""

    name: str
    text: Callable[[Citable, Language], str]
    spoken: bool


@dataclass(frozen=True, slots=True)
class FileStyle:
    """A file of references. ending: of its name. media_type: as a link and a server say it."""

    name: str
    ending: str
    media_type: str
    text: Callable[[Iterable[Citable], Language], str]


TEXT_STYLES: tuple[TextStyle, ...] = (
    TextStyle(N_("I tidning, radio och tv"), press, spoken=True),
    TextStyle(N_("APA 7"), apa, spoken=True),
    TextStyle(N_("Svenska Wikipedia"), webbref, spoken=False),
    TextStyle(N_("BibTeX"), bibtex_entry, spoken=False),
)
CSL_FILE = FileStyle("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json)
FILE_STYLES: tuple[FileStyle, ...] = (
    FileStyle("BibTeX", "bib", "application/x-bibtex", bibtex),
    FileStyle("RIS", "ris", "application/x-research-info-systems", ris),
    CSL_FILE,
)

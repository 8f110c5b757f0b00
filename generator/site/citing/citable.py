"""What can be cited, as every style gets it: a page, or one statement on it.

A claim is never quoted alone: `beside` is what stands beside it on its page (what speaks against it, what came of it and
what each party has answered), and every style that carries the text of a statement carries that too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.site.language import Language

PUBLISHER = "Coachkollen"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class PrimarySource:
    """Where a statement can be read first hand. title: empty where the headline may not stand alone. issued, locator: in words. url: empty for none."""

    publisher: str
    title: str
    issued: str
    locator: str
    url: str

    @property
    def short(self) -> str:
        """As a newspaper has it."""
        return f"{self.publisher} ({self.issued}), {self.locator}"

    @property
    def full(self) -> str:
        """With the title and the address."""
        title = f", ”{self.title}”" if self.title else ""
        address = f", {self.url}" if self.url else ""
        return f"{self.publisher}{title} ({self.issued}), {self.locator}{address}"


@dataclass(frozen=True, slots=True)
class Citable:
    """A page or a statement to cite. All texts are plain.

    key: its name in files of references, unique on the site and of ASCII letters, digits and `-` alone. page: the title of the page; part: what
    the statement is called on it, empty for the page itself. sources: what the statement rests on. said_by: who says the
    statement, as on the page; statement: its text; both empty for a page. beside: empty for a page that is not of a case.
    living: the address of what it says today. frozen, release: the address of the page as it was in a release, and which one; empty
    while there is none that says the same. An address is without scheme and host where they are not known.
    published: the day of the release, else the day that the page is about; accessed: today; checked_on: when we last compared it
    with its sources. file_sha256: of the file at the frozen address, which anyone can compute; empty where there is none. content_hash: of the text,
    see `generator/registry/released.py`. language: BCP 47.
    """

    key: str
    page: str
    said_by: str
    statement: str
    beside: tuple[str, ...]
    living: str
    frozen: str
    release: str
    published: date
    accessed: date
    checked_on: date
    content_hash: str
    language: str
    file_sha256: str = ""
    part: str = ""
    sources: tuple[PrimarySource, ...] = ()
    publisher: str = PUBLISHER
    licence: str = LICENCE

    @property
    def address(self) -> str:
        """The address that never changes what it says; the living one while there is none."""
        return self.frozen or self.living

    @property
    def title(self) -> str:
        """What it is called in a list of references: by what it is and where it is from, never by what it says."""
        return f"{self.page}: {self.part}" if self.part else self.page

    @property
    def checksum(self) -> str:
        """The one that says which text was cited: of the frozen file, else of the text."""
        return self.file_sha256 or self.content_hash

    @property
    def abstract(self) -> str:
        """The statement with who says it, and all that stands beside it. Of the page of a case only that, since its name says something too."""
        return " ".join(text for text in (self.said_by, self.statement, *self.beside) if text)


def note(citable: Citable, words: Language) -> str:
    """What styles without a place of its own for it say: when it was checked, what hash it has, and where each version is."""
    day = words.day(citable.checked_on)
    rests_on = words.t("Bygger på: {sources}.", sources="; ".join(source.full for source in citable.sources)) if citable.sources else ""
    if citable.file_sha256:
        checked = words.t("Kontrollerad {day}. Kontrollsumma för den frysta sidans fil (SHA-256): {hash}.", day=day, hash=citable.file_sha256)
    else:
        checked = words.t("Kontrollerad {day}. Kontrollsumma för innehållet (SHA-256): {hash}.", day=day, hash=citable.content_hash)
    if citable.frozen:
        version = words.t("Fryst version {release}: {frozen}. Levande sida: {living}.", release=citable.release, frozen=citable.frozen, living=citable.living)
    else:
        version = words.t("Ingen fryst version av texten finns ännu. Levande sida: {living}.", living=citable.living)
    return soft(f"{rests_on} {checked} {version}")


def soft(text: str) -> str:
    """The text on one line, with ordinary spaces: hard ones get lost or look odd in other people's programs."""
    return " ".join(text.split())

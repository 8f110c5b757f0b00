"""The page with ready texts for who cites another page, and the files of references beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site import routes
from generator.site.citing.collecting import Cited
from generator.site.citing.frozen import Lack, Version
from generator.site.citing.said import Said
from generator.site.citing.styles import FILE_STYLES, TEXT_STYLES
from generator.site.downloads import SiteFile
from generator.site.maker import Maker
from generator.site.parts import LinkView


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text to copy. spoken: it is made of sentences in the language of the page; else it is code."""

    style: str
    text: str
    spoken: bool


@dataclass(frozen=True, slots=True)
class EntryView:
    """One thing to cite. anchor: empty for the whole page. living, frozen: addresses as a link has them; frozen is empty while there is none.

    checksum: of the file at the frozen address when `of_file`, else of the text. watch: the feed that tells when it changes; empty for none.
    """

    anchor: str
    heading: str
    said: Said | None
    living: str
    frozen: str
    release: str
    checked_on: str
    checksum: str
    of_file: bool
    watch: str
    texts: tuple[ReadyText, ...]


@dataclass(frozen=True, slots=True)
class CitingView:
    """The page with ready texts. url, page: the address of what is cited, as a link has it and without base path and language.

    files: name and address of each file of references.
    lack: why no frozen version says what the page says now; empty where there is one. other: what can be read instead, if anything.
    """

    title: str
    url: str
    page: str
    lack: str
    other: LinkView | None
    entries: tuple[EntryView, ...]
    files: tuple[tuple[str, str], ...]

    @property
    def statements(self) -> tuple[EntryView, ...]:
        """Those that are not of the whole page."""
        return tuple(entry for entry in self.entries if entry.anchor)


def uncited_view(maker: Maker, url: str, title: str) -> CitingView:
    """In the place of the ready texts for a source that had them before it was said to name a provider which has not been heard."""
    why = maker.words.t("Källan nämner en leverantör som ännu inte har fått ge oss sin version. Därför finns det just nu inga färdiga texter för den.")
    return CitingView(title, maker.href(url), url, why, None, (), ())


def citing_view(maker: Maker, url: str, title: str, found: Sequence[Cited]) -> CitingView:
    """The page for what is cited. url, title: of the page that it is about, the address without base path and language, the title marked with its own."""
    return CitingView(
        title=title,
        url=maker.href(url),
        page=url,
        lack=_lack(maker, found[0].version),
        other=_other(maker, found[0].version),
        entries=tuple(_entry(maker, url, cited) for cited in found),
        files=tuple((style.name, maker.href(routes.references(url, style.ending))) for style in FILE_STYLES),
    )


def _lack(maker: Maker, version: Version) -> str:
    t = maker.words.t
    match version.lack:
        case None:
            return ""
        case Lack.NO_RELEASE:
            return t("Ingen fryst version av sidan finns ännu, eftersom ingen release har gjorts.")
        case Lack.NOT_RELEASED:
            return t("Sidan har ingen fryst version ännu. Den får en i nästa release.")
        case Lack.CHANGED:
            return t("Sidan har ändrats sedan den senast frystes. Ingen fryst version av det som står nu finns ännu.")
        case Lack.LANGUAGE:
            return t("Frysta versioner finns bara av de svenska sidorna.")


def _other(maker: Maker, version: Version) -> LinkView | None:
    if not version.other:
        return None
    if version.other_release:
        return LinkView(maker.words.t("Så stod det i release {release}", release=version.other_release), version.other)
    return LinkView(maker.words.t("Citera den svenska sidan"), version.other)


def reference_files(maker: Maker, url: str, found: Sequence[Cited]) -> tuple[SiteFile, ...]:
    """The files of references to what is cited on the page at an address."""
    citables = tuple(cited.citable for cited in found)
    return tuple(SiteFile(routes.references(url, style.ending), style.text(citables, maker.words)) for style in FILE_STYLES)


def _entry(maker: Maker, url: str, cited: Cited) -> EntryView:
    citable = cited.citable
    return EntryView(
        anchor=cited.anchor,
        heading=cited.heading,
        said=cited.said,
        living=maker.href(url) + (f"#{cited.anchor}" if cited.anchor else ""),
        frozen=citable.frozen.removeprefix(maker.origin),
        release=citable.release,
        checked_on=maker.words.day(citable.checked_on),
        checksum=citable.checksum,
        of_file=bool(citable.file_sha256),
        watch=_watch(maker, url, cited),
        texts=tuple(ReadyText(maker.words.t(style.name), style.text(citable, maker.words), style.spoken) for style in TEXT_STYLES),
    )


def _watch(maker: Maker, url: str, cited: Cited) -> str:
    """The feed of a statement, or for a whole page the history with its feed. Both begin with the first release that has it."""
    if cited.unit in maker.registry.releases.units():
        return f"{maker.base_path}{routes.watch(url, cited.anchor)}.xml"
    return ""

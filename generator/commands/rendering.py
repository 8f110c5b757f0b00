"""From a checked registry to a site: what every command that renders has in common. A wish says what the site is to be like."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.build.press import Press, Shards
from generator.build.shards import Share, build_shard
from generator.build.site_build import Built, build_site, unread_text
from generator.commands import options
from generator.errors import CoachkollenError, InvalidRegistry
from generator.problems import Language, format_problems
from generator.progress import Progress, Report
from generator.records.privacy import contact_keys
from generator.registry.registry import Registry, declared_contacts
from generator.site.expectations import expected_marks
from generator.site.frozen import Freezer

THEME = Path("theme")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a site is made with besides its registry. inputs: the folders that it was read from, the one with pages second. program: its fingerprint.

    base_url: the address of the site; empty when it is not known. preview: show what is held. pseudo: write the language of tests too. workers: how many
    processes.
    """

    inputs: Sequence[Path]
    config: Path
    lang: Language
    program: bytes
    base_url: str = ""
    preview: bool = False
    pseudo: bool = False
    workers: int = 1

    @property
    def base_path(self) -> str:
        """What stands in front of every address, such as `/sajt`."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme and host of the site; empty when they are not known."""
        address = urlsplit(self.base_url)
        return f"{address.scheme}://{address.netloc}" if address.netloc else ""

    @property
    def apart(self) -> list[Path]:
        """The folders that the site may not lie in."""
        return [*self.inputs, THEME, Path("generator")]


def build_wished(registry: Registry, output: Path, wish: Wish, shards: Shards | None = None) -> tuple[Built, Press]:
    """Build the site of a checked registry. shards: to take pages from. Raises InvalidRegistry when the site has errors, which are printed."""
    options.needs_settings(wish.config, wish.lang)
    pressed: list[Press] = []
    progress = Progress()

    def render(press: Press) -> None:
        pressed.append(press)
        _render(press, registry, wish, progress)

    latest = registry.releases.latest
    try:
        built = build_site(
            render,
            output,
            wish.apart,
            base_path=wish.base_path,
            as_of=registry.as_of.isoformat(),
            release=(latest.id, latest.commit) if latest else ("", ""),
            expected=expected_marks(registry),
            contacts=_contacts(registry, wish),
            denied=registry.deny_list,
            report=progress,
            program=wish.program,
            workers=wish.workers,
            records=_digests(registry),
            shards=shards,
        )
    finally:
        progress.close()
    if built.written is None:
        click.echo(format_problems(built.problems, "text", wish.lang), err=True)
        raise InvalidRegistry(
            "Inget har skrivits: den byggda webbplatsen hade felen ovan." if wish.lang == "sv" else "Nothing was written: the built site had the errors above."
        )
    if built.unread:
        click.echo(unread_text(built.unread, wish.lang), err=True)
    return built, pressed[0]


def build_share(registry: Registry, output: Path, wish: Wish, share: Share, asked: bytes) -> int:
    """Render one share of the pages of a checked registry. Returns how many files it has. asked: the fingerprint of what the site is made from."""
    options.needs_settings(wish.config, wish.lang)
    progress = Progress()
    try:
        return build_shard(
            lambda press: _render(press, registry, wish, progress, share),
            output,
            wish.apart,
            share,
            asked,
            as_of=registry.as_of.isoformat(),
            contacts=_contacts(registry, wish),
            denied=registry.deny_list,
            report=progress,
            program=wish.program,
            records=_digests(registry),
            workers=wish.workers,
        )
    finally:
        progress.close()


def _render(press: Press, registry: Registry, wish: Wish, report: Report, share: Share | None = None) -> None:
    render_into(
        press.stage, registry, wish.inputs[1], wish.config, report, base_path=wish.base_path, origin=wish.origin, preview=wish.preview, pseudo=wish.pseudo,
        press=press, workers=wish.workers, share=share,
    )  # fmt: skip


def render_into(
    stage: Path,
    registry: Registry,
    content: Path,
    config: Path,
    report: Report,
    *,
    base_path: str = "",
    origin: str = "",
    preview: bool = False,
    pseudo: bool = False,
    freezer: Freezer | None = None,
    press: Press | None = None,
    workers: int = 1,
    share: Share | None = None,
) -> None:
    """Let Pelican write the site of a checked registry into a folder, or with a freezer give it the pages of a new release.

    press: what writes the files, when something may be taken from the last build. share: of the records' pages, and nothing else is written.
    """
    from generator.plugin import run_pelican  # noqa: PLC0415 - slow to import, and check and explain do without it

    settings = {
        "PATH": str(content.resolve()),
        "OUTPUT_PATH": str(stage),
        "SITEURL": base_path,
        "COACHKOLLEN_ORIGIN": origin,
        "COACHKOLLEN_REGISTRY": registry,
        "COACHKOLLEN_PREVIEW": preview,
        "COACHKOLLEN_PSEUDO": pseudo,
        "COACHKOLLEN_REPORT": report,
        "COACHKOLLEN_FREEZE": freezer,
        "COACHKOLLEN_PRESS": press,
        "COACHKOLLEN_WORKERS": workers,
        "COACHKOLLEN_SHARE": share,
    }
    try:
        run_pelican(config, settings)
    except CoachkollenError:
        raise
    except Exception as error:  # Pelican and its plugins raise anything; a user still gets a sentence
        raise CoachkollenError(f"Pelican kunde inte bygga sidorna: {error}") from error


def _contacts(registry: Registry, wish: Wish) -> Collection[str]:
    """The contact details that may stand on the site."""
    from generator.plugin import own_contact  # noqa: PLC0415 - slow to import, and check and explain do without it

    return declared_contacts(registry.documents.values()) | contact_keys(own_contact(wish.config, wish.inputs[1]))


def _digests(registry: Registry) -> Mapping[str, str]:
    return {key: document.digest for key, document in registry.documents.items()}

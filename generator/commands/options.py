"""What commands share: their options, how records are read for them, and how they end when they cannot go on."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from generator.build.fingerprint import of_program
from generator.build.object_store import SCHEME, Address, parse_address
from generator.build.settings import Settings, read_settings
from generator.clock import today
from generator.errors import BadUsage, CoachkollenError, InvalidRegistry
from generator.problems import Language, format_problems
from generator.records.deny_list import DenyList, read_deny_list
from generator.records.partial_date import FIRST_YEAR, LAST_YEAR, parse_day
from generator.registry.loading import Loaded, load
from generator.registry.registry import Registry
from generator.registry.remembered import Remembered
from generator.workers import cores

# Why the system says no, in Swedish; its own word for anything else.
_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.EACCES: "du saknar rättighet till det här",
        errno.EPERM: "du saknar rättighet till det här",
        errno.ENOENT: "filen eller mappen finns inte",
        errno.ENOTDIR: "en del av sökvägen är en fil, ingen mapp",
        errno.EISDIR: "det är en mapp, ingen fil",
        errno.EEXIST: "det finns redan något med det namnet",
        errno.ENOSPC: "disken är full",
        errno.EROFS: "platsen går bara att läsa",
        errno.EADDRINUSE: "porten är upptagen",
    }
)
# Where we stand, beside the preview. Git passes over it.
_MEMORY = Path(".cache/records.sqlite")
FOLDER = click.Path(file_okay=False, path_type=Path)


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    try:
        return today() if value is None else parse_day(value)
    except BadUsage as error:
        raise click.UsageError(str(error), context) from None
    except ValueError:
        years = f"mellan åren {FIRST_YEAR} och {LAST_YEAR}"
        raise click.BadParameter(f"”{value}” är ingen hel dag {years}. Skriv till exempel 2026-11-21.", context, parameter) from None


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """A day that may be left out. Raises click's BadParameter for what is none."""
    return None if value is None else _day(context, parameter, value)


def site(context: click.Context, parameter: click.Parameter, value: str) -> Path | Address:
    """Where a site is published: a folder, or a place in an object store. Raises click's BadParameter for what is neither."""
    if not value.startswith(SCHEME):
        if Path(value).is_file():
            raise click.BadParameter("här ska en mapp stå, ingen fil.", context, parameter)
        return Path(value)
    try:
        return parse_address(value)
    except BadUsage as error:
        raise click.BadParameter(str(error), context, parameter) from None


def _day_ahead(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    asked, now = _day(context, parameter, value), _day(context, parameter, None)
    if asked < now:
        raise click.BadParameter(f"{asked} har redan varit. Ange i dag, {now}, eller en dag som kommer.", context, parameter)
    return asked


data = click.option("--data", type=FOLDER, default=Path("providers"), show_default=True, help="Mappen med poster.")
content = click.option("--content", type=FOLDER, default=Path("content"), show_default=True, help="Mappen med sidor i Markdown.")
as_of = click.option(
    "--as-of",
    callback=_day,
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen som läget räknas ut för (annars i dag). En dag som har gått: så var det då, med det vi vet i dag. En dag som kommer: om inget nytt händer.",
)
as_of_ahead = click.option(
    "--as-of", callback=_day_ahead, metavar="ÅÅÅÅ-MM-DD", help="Dagen som listan gäller (annars i dag). En dag som kommer: om inget nytt händer."
)
lang = click.option("--lang", type=click.Choice(["sv", "en"]), default="sv", show_default=True, help="Språk för fel och tips.")
intake = click.option("--intake", type=FOLDER, default=Path("intake"), show_default=True, help="Privat mapp med utkast; läses om den finns.")
config = click.option(
    "--config", type=click.Path(dir_okay=False, path_type=Path), default=Path("pelicanconf.py"), show_default=True, help="Pelicans inställningar."
)
allow_fewer = click.option("--allow-fewer", is_flag=True, help="Gå vidare även om många poster har försvunnit sedan förra releasen.")

workers = click.option(
    "--workers", type=click.IntRange(1, 64), default=cores, show_default="antalet kärnor", help="Hur många processer som arbetar. Resultatet är detsamma."
)

deny_list = click.option(
    "--deny-list",
    "deny_list_file",
    type=click.Path(path_type=Path),
    envvar="COACHKOLLEN_DENYLIST",
    metavar="FIL",
    help="Lista med strängar som inte får publiceras (annars COACHKOLLEN_DENYLIST). Se docs/privacy.md.",
)
output_format = click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="Hur problemen skrivs ut."
)


def denied(file: Path | None, *folders: Path) -> DenyList | None:
    """The deny list, when there is one. It may lie in none of the folders that are or may be published, nor where we stand."""
    return read_deny_list(file, (Path(), *folders)) if file else None


def friendly(command: Callable[..., None]) -> Callable[..., None]:
    """Turn what cannot go on into a sentence and an exit code; nobody sees a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except CoachkollenError as error:
            click.echo(str(error), err=True)
            sys.exit(error.exitcode)
        except BrokenPipeError:
            raise  # whoever read what we write has gone; click ends in silence
        except OSError as error:
            why = _REASONS.get(error.errno or 0) or error.strerror or str(error)
            click.echo(f"Det gick inte: {why}" + (f" ({error.filename})" if error.filename else "") + ".", err=True)
            sys.exit(1)

    return run


def read(
    data: Path,
    content: Path,
    as_of: date,
    intake: Path | None = None,
    deny_list_file: Path | None = None,
    *,
    remembered: Remembered | None = None,
    workers: int | None = None,
) -> Loaded:
    """The public records and pages, and the private ones where `intake` is given, with every problem.

    remembered: what is written when all is in order; without it, what is there is only read. workers: as many as there are cores when it is not said.
    """
    return load(
        data,
        content,
        as_of,
        intake=intake,
        today=today(),
        with_history=True,
        whole_site=True,
        deny_list=denied(deny_list_file, data, content),
        remembered=remembered or _remembered(),
        workers=workers or cores(),
    )


def read_for(day: date, data: Path, content: Path, intake: Path | None = None, deny_list_file: Path | None = None) -> Loaded:
    """The same as if `day`, which is today or to come, were today."""
    denied_here = denied(deny_list_file, data, content)
    return load(data, content, day, intake=intake, today=day, deny_list=denied_here, remembered=_remembered(), workers=cores())


def memory(program: bytes) -> Remembered:
    """What the public records said when they were last read where we stand. program: its fingerprint."""
    return Remembered(_MEMORY, program)


def _remembered() -> Remembered | None:
    """The same for a command that only reads, which has no fingerprint taken when nothing is there."""
    return memory(of_program()) if _MEMORY.is_file() else None


def checked(loaded: Loaded, lang: Language, *, allow_fewer: bool = True, reads_only: bool = False) -> Registry:
    """The registry, or InvalidRegistry after printing why there is none.

    allow_fewer: also when many records of the last release are gone. reads_only: for a command that writes nothing anyhow.
    """
    text = format_problems(loaded.problems, "text", lang)
    if text:
        click.echo(text, err=True)
    if loaded.registry is None and reads_only:
        raise InvalidRegistry("Inget kan visas förrän felen ovan är rättade." if lang == "sv" else "Nothing can be shown until the errors above are mended.")
    if loaded.registry is None:
        raise InvalidRegistry("Inget har skrivits: rätta felen ovan." if lang == "sv" else "Nothing was written: mend the errors above.")
    if not allow_fewer and any(problem.code == "I26b" for problem in loaded.problems):
        raise InvalidRegistry("Inget har skrivits: för många poster saknas." if lang == "sv" else "Nothing was written: too many records are gone.")
    return loaded.registry


def needs_settings(config: Path, lang: Language) -> None:
    """Raise BadUsage when there are no settings of Pelican's, and InvalidRegistry when something is wrong in them."""
    if not config.is_file():
        raise BadUsage(f"Pelicans inställningar {config} finns inte. Stå i projektets mapp, eller ange filen med --config.")
    settings(config, lang)


def settings(config: Path, lang: Language) -> Settings:
    """Pelican's settings as far as we read them ourselves, or InvalidRegistry after printing what is wrong in them."""
    read = read_settings(config)
    if read.problems:
        click.echo(format_problems(read.problems, "text", lang), err=True)
        raise InvalidRegistry("Inget har skrivits: rätta felen ovan." if lang == "sv" else "Nothing was written: mend the errors above.")
    return read

"""What keeps private things from being published: scan and deny-list."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.build.scan import scan as scan_folder
from generator.build.site_build import unread_text
from generator.commands import options
from generator.errors import BadUsage
from generator.problems import Language, OutputFormat, format_problems
from generator.progress import Progress
from generator.records.deny_list import add_to_deny_list, make_place, refuse_inside
from generator.records.privacy import contact_keys
from generator.records.reader import Root
from generator.registry.files import read_root
from generator.registry.registry import declared_contacts
from generator.site.swedish import count_text


@click.command()
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@options.data
@options.config
@options.deny_list
@options.output_format
@options.lang
@options.friendly
def scan(folder: Path, data: Path, config: Path, deny_list_file: Path | None, output_format: OutputFormat, lang: Language) -> None:
    """Leta efter personuppgifter i alla filer i en mapp. Slutar med 1 om något hittas.

    Söker i all text, även i namn på filer och mappar, .gz, .zip, SQLite och Parquet: personnummer, strängar på
    spärrlistan, och e-post och telefonnummer som varken är en organisations egna enligt posterna i --data
    eller webbplatsens egen adress enligt --config.
    """
    if folder.exists() and not folder.is_dir():
        raise BadUsage(
            f"{folder} är ingen mapp. Ange mappen som filen ligger i." if lang == "sv" else f"{folder} is no folder. Give the folder that the file lies in."
        )
    if not folder.is_dir():
        raise BadUsage(f"Mappen {folder} finns inte." if lang == "sv" else f"The folder {folder} does not exist.")
    denied = options.denied(deny_list_file, folder, data)
    documents = read_root(data, Root.PUBLIC, str(data)).documents
    if not data.is_dir():
        text = (
            f"Mappen {data} finns inte, så alla kontaktuppgifter räknas som fynd."
            if lang == "sv"
            else f"There is no folder {data}: every contact detail counts as a finding."
        )
        click.echo(text, err=True)
    progress = Progress()
    try:
        scanned = scan_folder(folder, declared_contacts(documents) | _own(config), denied, progress)
    finally:
        progress.close()
    problems = [replace(problem, file=(folder / problem.file).as_posix()) for problem in scanned.problems]
    if text := format_problems(problems, output_format, lang):
        click.echo(text)
    click.echo(_summary(folder, len(problems), scanned.files, lang), err=output_format != "text")
    if scanned.unread:
        click.echo(unread_text(scanned.unread, lang), err=output_format != "text")
    sys.exit(1 if problems else 0)


def _own(config: Path) -> frozenset[str]:
    """The site's own address for errors, in the settings of the project where we stand, if any."""
    if not config.is_file():
        return frozenset()
    from generator.plugin import own_contact  # noqa: PLC0415 - slow to import

    return contact_keys(own_contact(config, config.parent))


@click.command("deny-list")
@click.argument("file", metavar="FIL", type=click.Path(dir_okay=False, path_type=Path))
@options.data
@options.content
@options.friendly
def deny_list(file: Path, data: Path, content: Path) -> None:
    """Lägg till strängar i spärrlistan. De läses från standard in, en per rad, och sparas bara som kontrollsummor.

    Finns inte filen görs den, läsbar bara för dig. Den får inte ligga i arkivet.
    """
    refuse_inside(file, (Path(), data, content))
    make_place(file)
    if sys.stdin.isatty():
        click.echo("Skriv en sträng per rad och avsluta med Ctrl+D på en egen rad.", err=True)
    try:
        strings = sys.stdin.buffer.read().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadUsage("Strängarna är inte i UTF-8. Inget har lagts till.") from None
    added, total = add_to_deny_list(file, strings)
    click.echo(f"Lade till {count_text(added, 'sträng', 'strängar')}. Listan har {count_text(total, 'kontrollsumma', 'kontrollsummor')}.")


def _summary(folder: Path, found: int, files: int, lang: Language) -> str:
    if lang == "en":
        return f"{files} {'file' if files == 1 else 'files'} in {folder}: " + (
            f"{found} {'finding' if found == 1 else 'findings'}." if found else "nothing found."
        )
    return f"{count_text(files, 'fil', 'filer')} i {folder}: " + (f"{count_text(found, 'fynd', 'fynd')}." if found else "inget hittades.")

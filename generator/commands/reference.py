"""What the code and the repository must say alike: the reference pages in docs/, and the words of the other languages."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.commands import options
from generator.desk.catalogue import catalogue_text, messages, read_catalogue_file, untranslated, updated
from generator.desk.reference import reference, stale_pages
from generator.site.language import CATALOGUES, catalogue_path


@click.command(hidden=True)
@click.option("--check", "only_check", is_flag=True, help="Skriv inget; sluta med 1 om en sida inte stämmer med koden.")
@options.friendly
def docs(only_check: bool) -> None:
    """Skriv referenssidorna i docs/ ur koden. Körs i projektets rot."""
    folder = Path("docs")
    group = click.get_current_context().find_root().command
    assert isinstance(group, click.Group)
    pages = reference(group, Path("tests/cases"))
    stale = stale_pages(pages, folder)
    for name in stale:
        click.echo(f"{folder}/{name} stämmer inte med koden. Kör ”coachkollen docs”." if only_check else f"Skrev {folder}/{name}.", err=only_check)
        if not only_check:
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(pages[name], encoding="utf-8", newline="\n")
    sys.exit(1 if only_check and stale else 0)


@click.command(hidden=True)
@click.option("--check", "only_check", is_flag=True, help="Skriv inget; sluta med 1 om katalogen inte stämmer med koden eller inte är översatt.")
@options.friendly
def words(only_check: bool) -> None:
    """Skriv katalogen över orden på engelska ur koden. Körs i projektets rot.

    Ord som är nya får en tom översättning, och de som inte finns längre tas bort. Fyll sedan i det som är tomt.
    """
    for code in CATALOGUES:
        old = read_catalogue_file(code)
        new = updated(old, messages())
        path, text = catalogue_path(code), catalogue_text(new)
        stale = path.read_text(encoding="utf-8") != text
        missing = untranslated(new)
        if stale and not only_check:
            path.write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"Skrev {os.path.relpath(path)}.")
        elif stale:
            click.echo(f"{os.path.relpath(path)} stämmer inte med koden. Kör ”coachkollen words”.", err=True)
        for message in missing:
            click.echo(f"Inte översatt: {message}", err=only_check)
        if only_check and (stale or missing):
            sys.exit(1)

"""The reference pages in docs/."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands import options
from generator.desk.reference import reference, stale_pages


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

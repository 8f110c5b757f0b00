"""For those who keep the records: what is done when a site has been published."""

from __future__ import annotations

from pathlib import Path

import click

from generator.clock import today
from generator.commands import options
from generator.desk.release import format_release, plan_release, write_release
from generator.problems import Language


@click.command()
@options.data
@options.content
@options.lang
@options.allow_fewer
@options.deny_list
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle sparas, men skriv inget.")
@options.friendly
def release(data: Path, content: Path, lang: Language, allow_fewer: bool, deny_list_file: Path | None, dry_run: bool) -> None:
    """Spara vad som är publicerat i dag, så att det inte kan ändras i tysthet.

    Skriver released.txt och published-ids.txt i mappen med poster. Kör det när webbplatsen har publicerats, och lägg in filerna i
    git. Gäller alltid i dag, och bara när inget är fel.
    """
    registry = options.checked(options.read(data, content, today(), None, deny_list_file), lang, allow_fewer=allow_fewer)
    planned = plan_release(registry)
    click.echo(format_release(planned))
    if dry_run:
        click.echo("Inget har skrivits.")
        return
    write_release(planned, data)
    if planned.anything_new:
        click.echo(f"Sparat i {registry.released_file} och {registry.ledger_file}. Lägg in dem i git.")
    else:
        click.echo("Inget nytt sedan förra releasen.")

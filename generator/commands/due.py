"""What is to be done next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.commands import options
from generator.desk.atomic_file import write_atomically
from generator.desk.calendar import calendar_text
from generator.desk.due import due_items
from generator.desk.due_page import due_json, due_text
from generator.desk.private_folder import refuse_public_place
from generator.problems import Language
from generator.site.maker import Maker


@click.command()
@options.data
@options.content
@options.intake
@options.as_of_ahead
@options.lang
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "ics"]), default="text", show_default=True, help="Hur listan skrivs ut; ics är en kalender."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FIL", help="Filen som listan skrivs i. Annars skärmen.")
@click.option("--all", "everything", is_flag=True, help="Visa varje källa och sökning för sig.")
@options.friendly
def due(data: Path, content: Path, intake: Path, as_of: date, lang: Language, output_format: str, output: Path | None, everything: bool) -> None:
    """Visa vad som ska kontrolleras härnäst: märkningar, sökningar, öppna ärenden, svar och källor."""
    registry = options.checked(options.read_for(as_of, data, content, intake if intake.is_dir() else None), lang, reads_only=output is None)
    items = due_items(Maker(registry, preview=True), everything=everything)
    text = {"text": due_text, "json": due_json, "ics": calendar_text}[output_format](items, as_of)
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    refuse_public_place(output, [data, content, intake])
    write_atomically(output, text.encode())
    click.echo(f"Skrev {output}.")

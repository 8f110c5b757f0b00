"""From records to a site: check, build, serve and explain."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.build.fingerprint import of_program
from generator.build.last_build import read_last_build
from generator.build.settings import read_settings
from generator.build.shards import Share
from generator.commands import options
from generator.commands.asked import Asked, asked
from generator.commands.finishing import finish
from generator.commands.rendering import THEME, Wish, build_wished
from generator.commands.sharing import build_in_cluster, build_one, written_share
from generator.desk.explain import explain as explain_page
from generator.desk.explain import format_explanation, format_writing
from generator.desk.serve import port_free
from generator.desk.serve import serve as serve_preview
from generator.errors import BadUsage
from generator.problems import Language, OutputFormat, format_problems
from generator.registry.registry import Registry
from generator.site.swedish import count_text
from generator.workers import cores


@click.command()
@options.data
@options.content
@options.intake
@options.as_of
@options.config
@options.lang
@options.deny_list
@options.output_format
@options.friendly
def check(data: Path, content: Path, intake: Path, as_of: date, config: Path, lang: Language, deny_list_file: Path | None, output_format: OutputFormat) -> None:
    """Läs allt och visa alla fel på en gång. Skriver inga filer. Slutar med 1 om något är fel."""
    loaded = options.read(data, content, as_of, intake if intake.is_dir() else None, deny_list_file)
    problems = (*loaded.problems, *read_settings(config).problems)
    text = format_problems(problems, output_format, lang)
    if text:
        click.echo(text)
    errors = sum(p.severity == "error" for p in problems)
    if output_format == "text":
        if loaded.untried:
            click.echo(_untried(loaded.untried, lang))
        click.echo(_summary(loaded.registry, errors, len(problems) - errors, lang))
    sys.exit(1 if errors else 0)


@click.command()
@asked
@click.option(
    "--shard",
    "share",
    callback=written_share,
    metavar="DEL/ANTAL",
    help="Gör bara en del av sidorna, till exempel 2/4, och lägg den i utmappen. merge sätter ihop delarna. Se docs/scaling.md.",
)
@click.option("--cluster", metavar="ADRESS", help="Låt ett Dask-kluster göra delarna, till exempel tcp://10.0.0.1:8786. Se docs/scaling.md.")
@options.friendly
def build(wanted: Asked, share: Share | None, cluster: str | None) -> None:
    """Bygg webbplatsen. Vid minsta fel skrivs inget och den gamla webbplatsen står kvar.

    Det som är likadant som i förra bygget görs inte om. explain säger varför en sida skrevs eller fick vara.
    """
    if share is not None and cluster:
        raise BadUsage("Använd antingen --shard eller --cluster: klustret gör delarna själv.")
    request = wanted.request()
    if share is not None:
        build_one(wanted, request.program, share)
    elif (told := request.answered(wanted.output)) is not None:
        for text, is_error in told:
            click.echo(text, err=is_error)
        click.echo("Inget har ändrats sedan förra bygget, så inga filer skrevs.")
    elif cluster:
        build_in_cluster(wanted, request, cluster)
    else:
        finish(wanted, request, wanted.read(request.program))


@click.command("_preview", hidden=True)
@click.option("--output", type=options.FOLDER, required=True)
@options.data
@options.content
@options.intake
@options.as_of
@options.config
@options.lang
@options.friendly
def preview(output: Path, data: Path, content: Path, intake: Path, as_of: date, config: Path, lang: Language) -> None:
    """Bygg en förhandsvisning som också visar det som hålls inne (används av serve)."""
    private = [intake] if intake.is_dir() else []
    program = of_program()
    memory = options.memory(program)
    registry = options.checked(options.read(data, content, as_of, *private, remembered=memory), lang)
    memory.write()
    build_wished(registry, output, Wish([data, content, *private], config, lang, program, preview=True, workers=cores()))


@click.command()
@options.data
@options.content
@options.intake
@options.as_of
@options.config
@options.lang
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 tar en ledig port.")
@options.friendly
def serve(data: Path, content: Path, intake: Path, as_of: date, config: Path, lang: Language, port: int) -> None:
    """Förhandsvisa på den här datorn. Bygger om när du sparar. Visar även det som hålls inne, tydligt märkt."""
    if not port_free(port):
        raise BadUsage(f"Porten {port} är upptagen. Kör med --port {port + 1}, eller --port 0 som tar en ledig.")
    folder = Path(".cache/preview")
    command = [sys.executable, "-m", "generator.cli", "_preview", "--output", str(folder)]
    for option, value in (("--data", data), ("--content", content), ("--intake", intake), ("--config", config), ("--as-of", as_of), ("--lang", lang)):
        command += [option, str(value)]
    serve_preview(folder, [data, content, intake, THEME, Path("generator"), config], command, port)


@click.command()
@click.argument("page", metavar="SIDA-ELLER-ADRESS")
@options.data
@options.content
@options.as_of
@options.lang
@click.option("--output", type=options.FOLDER, default=Path("output"), show_default=True, help="Mappen som webbplatsen ligger i.")
@options.friendly
def explain(page: str, data: Path, content: Path, as_of: date, lang: Language, output: Path) -> None:
    """Visa vilka poster och källor en sida gjordes av, och varför den skrevs i utmappen eller fick vara som den var.

    SIDA-ELLER-ADRESS kan vara /leverantor/exempel-ab/, en webbadress eller en fil i utmappen.
    """
    registry = options.checked(options.read(data, content, as_of, None), lang, reads_only=True)
    explanation = explain_page(registry, page, str(output))
    click.echo(format_explanation(explanation))
    click.echo(format_writing(explanation.url, output, read_last_build(output, of_program())))


def _untried(records: int, lang: Language) -> str:
    """That the rules may find more when these can be read."""
    if lang == "en":
        return (
            f"{records} {'record' if records == 1 else 'records'} could not be read: the rules try what is in {'it' if records == 1 else 'them'} when it can."
        )
    return f"{count_text(records, 'post', 'poster')} gick inte att läsa. Reglerna prövar vad som står i {'den' if records == 1 else 'dem'} när det går."


def _summary(registry: Registry | None, errors: int, warnings: int, lang: Language) -> str:
    if registry is not None and not errors and not warnings:
        count = len(registry.documents) + len(registry.later)
        return f"All {count} records are in order." if lang == "en" else f"Alla {count} poster är i ordning."
    if lang == "en":
        return f"{errors} {'error' if errors == 1 else 'errors'}, {warnings} {'warning' if warnings == 1 else 'warnings'}."
    return f"{errors} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}."

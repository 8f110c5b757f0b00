"""From records to a site: check, build, serve and explain."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.build.fingerprint import of_program
from generator.build.last_build import read_last_build
from generator.build.press import Press
from generator.build.request import Request
from generator.build.settings import read_settings
from generator.build.site_build import Built, build_site, unread_text
from generator.clock import today
from generator.commands import options
from generator.desk.explain import explain as explain_page
from generator.desk.explain import format_explanation, format_writing
from generator.desk.serve import port_free
from generator.desk.serve import serve as serve_preview
from generator.errors import BadUsage, CoachkollenError, InvalidRegistry
from generator.problems import Language, OutputFormat, format_problems
from generator.progress import Progress, Report
from generator.records.models import Kind
from generator.records.privacy import contact_keys
from generator.records.vocabulary import Publication
from generator.registry.registry import Registry, declared_contacts
from generator.registry.releases import FOLDER
from generator.site.expectations import expected_marks
from generator.site.frozen import Freezer
from generator.site.maker import Maker
from generator.site.swedish import capital, count_text
from generator.workers import cores

THEME = Path("theme")


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
@click.option("--output", type=options.FOLDER, default=Path("output"), show_default=True, help="Mappen som webbplatsen läggs i.")
@options.data
@options.content
@options.as_of
@options.config
@options.lang
@click.option(
    "--base-url",
    default="",
    metavar="ADRESS",
    help="Webbplatsens adress när den publiceras, till exempel https://exempel.se/sajt. Utan den är adresser i citat, flöden och kalendrar inte hela.",
)
@click.option("--pseudo", is_flag=True, help="Bygg också sidorna på ett låtsasspråk från höger till vänster, för tester. Publicera dem aldrig.")
@options.allow_fewer
@options.workers
@options.deny_list
@options.friendly
def build(
    output: Path,
    data: Path,
    content: Path,
    as_of: date,
    config: Path,
    lang: Language,
    base_url: str,
    pseudo: bool,
    allow_fewer: bool,
    workers: int,
    deny_list_file: Path | None,
) -> None:
    """Bygg webbplatsen. Vid minsta fel skrivs inget och den gamla webbplatsen står kvar.

    Det som är likadant som i förra bygget görs inte om. explain säger varför en sida skrevs eller fick vara.
    """
    options.denied(deny_list_file, data, content)
    request = Request(
        paths=(data, content, data.parent / FOLDER, THEME, config, *([deny_list_file] if deny_list_file else [])),
        said={"as_of": f"{as_of} {today()}", "lang": lang, "base_url": base_url, "flags": f"{pseudo} {allow_fewer}", "output": str(output)},
        data=data,
    )
    if (told := request.answered(output)) is not None:
        for text, is_error in told:
            click.echo(text, err=is_error)
        click.echo("Inget har ändrats sedan förra bygget, så inga filer skrevs.")
        return
    memory = options.memory(request.program)
    loaded = options.read(data, content, as_of, None, deny_list_file, remembered=memory, workers=workers)
    registry = options.checked(loaded, lang, allow_fewer=allow_fewer)
    memory.write()
    warnings = format_problems(loaded.problems, "text", lang)
    built, press = _build(registry, output, [data, content], config, lang, request.program, base_url=base_url, pseudo=pseudo, workers=workers)
    errors = [text for text in (warnings, *press.told, unread_text(built.unread, lang) if built.unread else "") if text]
    summary = _built(registry, output, base_url)
    for text in summary:
        click.echo(text)
    if press.took_something:
        click.echo(f"{capital(count_text(built.changed, 'fil', 'filer'))} skrevs eller togs bort. Resten är som i förra bygget.")
    if press.theme.resolve() == THEME.resolve():
        request.answer(output, [*((text, True) for text in errors), *((text, False) for text in summary)])


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
    _build(registry, output, [data, content, *private], config, lang, program, preview=True, workers=cores())


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
    serve_preview(folder, [data, content, intake, Path("theme"), Path("generator"), config], command, port)


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


def _built(registry: Registry, output: Path, base_url: str) -> list[str]:
    """What a build tells of its site, line by line."""
    maker = Maker(registry)
    levels = [maker.publication(d.id) for d in registry.of(Kind.CASES)]
    providers = count_text(len(registry.of(Kind.PROFILES)), "leverantör", "leverantörer")
    published = count_text(levels.count(Publication.PUBLISHED), "ärende", "ärenden")
    sources = count_text(len(registry.of(Kind.SOURCES)), "källa", "källor")
    link_only = count_text(levels.count(Publication.LINK_ONLY), "ärende", "ärenden")
    lines = [f"Byggt i {output}/ för {registry.as_of}: {providers}, {published} och {sources}."]
    if Publication.LINK_ONLY in levels:
        lines.append(f"Bara länk: {link_only} där leverantören inte har hörts. Källorna visas, inte vad de säger.")
    if not urlsplit(base_url).netloc:
        lines.append("Citat, flöden och kalendrar har inga hela adresser. Bygg med --base-url https://… när webbplatsen ska publiceras.")
    return [*lines, f"Titta: python3 -m http.server --bind 127.0.0.1 --directory {output} 8000 och öppna http://127.0.0.1:8000/"]


def _build(
    registry: Registry,
    output: Path,
    inputs: list[Path],
    config: Path,
    lang: Language,
    program: bytes,
    *,
    base_url: str = "",
    preview: bool = False,
    pseudo: bool = False,
    workers: int = 1,
) -> tuple[Built, Press]:
    """Build the site of a checked registry. inputs: the folders it was read from, the pages' second. program: its fingerprint."""
    from generator.plugin import own_contact  # noqa: PLC0415 - slow to import, and check and explain do without it

    options.needs_settings(config, lang)
    address = urlsplit(base_url)
    base_path = address.path.rstrip("/")
    progress = Progress()
    pressed: list[Press] = []

    def render(press: Press) -> None:
        pressed.append(press)
        origin = f"{address.scheme}://{address.netloc}" if address.netloc else ""
        render_into(
            press.stage, registry, inputs[1], config, progress,
            base_path=base_path, origin=origin, preview=preview, pseudo=pseudo, press=press, workers=workers,
        )  # fmt: skip

    latest = registry.releases.latest
    apart = [*inputs, THEME, Path("generator")]
    contacts = declared_contacts(registry.documents.values()) | contact_keys(own_contact(config, inputs[1]))
    try:
        built = build_site(
            render,
            output,
            apart,
            base_path=base_path,
            as_of=registry.as_of.isoformat(),
            release=(latest.id, latest.commit) if latest else ("", ""),
            expected=expected_marks(registry),
            contacts=contacts,
            denied=registry.deny_list,
            report=progress,
            program=program,
            workers=workers,
            records={key: document.digest for key, document in registry.documents.items()},
        )
    finally:
        progress.close()
    if built.written is None:
        click.echo(format_problems(built.problems, "text", lang), err=True)
        raise InvalidRegistry(
            "Inget har skrivits: den byggda webbplatsen hade felen ovan." if lang == "sv" else "Nothing was written: the built site had the errors above."
        )
    if built.unread:
        click.echo(unread_text(built.unread, lang), err=True)
    return built, pressed[0]


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
) -> None:
    """Let Pelican write the site of a checked registry into a folder, or with a freezer give it the pages of a new release.

    press: what writes the files, when something may be taken from the last build.
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
    }
    try:
        run_pelican(config, settings)
    except CoachkollenError:
        raise
    except Exception as error:  # Pelican and its plugins raise anything; a user still gets a sentence
        raise CoachkollenError(f"Pelican kunde inte bygga sidorna: {error}") from error


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

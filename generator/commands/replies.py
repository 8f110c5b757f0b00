"""What is held and what releases it: held, promote, letter and reply."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.clock import today
from generator.commands import options
from generator.desk.held import ALREADY_SHOWN, held_cases, held_json, held_text, refusals
from generator.desk.letter import instructions, letter_to
from generator.desk.letter_text import letter_html, letter_text
from generator.desk.private_folder import refuse_public_place
from generator.desk.promotion import Promotion, carry_out, plan, problems_today
from generator.desk.reply_correction import unreleased_corrections
from generator.desk.reply_form import FilledForm, form_text, time_text
from generator.desk.reply_points import points_text
from generator.desk.reply_reading import read_form
from generator.desk.reply_writing import Entry, entries, standing, write_entries
from generator.errors import BadUsage, UnsafeOutput
from generator.problems import Language, format_problems
from generator.registry.registry import Registry


@click.command()
@options.data
@options.content
@options.intake
@options.as_of_ahead
@options.lang
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Hur listan skrivs ut.")
@options.friendly
def held(data: Path, content: Path, intake: Path, as_of: date, lang: Language, output_format: str) -> None:
    """Visa vad som hålls inne eller bara visas som länk: varför, vad som släpper det, och om det kan flyttas i dag."""
    public, full = _roots(data, content, intake, as_of, lang, reads_only=True)
    cases = held_cases(public, full)
    folder, missing = (intake.as_posix(), "") if intake.is_dir() else ("", intake.as_posix())
    click.echo(held_json(cases, as_of, folder) if output_format == "json" else held_text(cases, as_of, missing))


@click.command()
@click.argument("case", metavar="ÄRENDE")
@options.data
@options.content
@options.intake
@options.lang
@options.deny_list
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle hända. Flytta inget.")
@options.friendly
def promote(case: str, data: Path, content: Path, intake: Path, lang: Language, deny_list_file: Path | None, dry_run: bool) -> None:
    """Flytta ett ärende som får visas från intake/ till providers/, med de poster som det behöver.

    ÄRENDE är ärendets id. Inget flyttas om spärren eller någon regel säger nej.
    """
    public, full = _roots(data, content, intake, today(), lang, deny_list_file)
    promotion = plan(public, full, case.removeprefix("cases/"), problems_today(public))
    if not promotion.possible:
        said = [*refusals(promotion), ALREADY_SHOWN if promotion.already_shown else "", format_problems(promotion.problems, "text", lang)]
        click.echo("\n".join(text for text in said if text), err=True)
        click.echo(f"Ärendet {promotion.case.id} kan inte visas i dag. Inget har flyttats.", err=True)
        sys.exit(1)
    if promotion.replaces:
        click.echo(_difference(promotion, promotion.replaces.source.lines))
    for document in promotion.moved:
        click.echo(f"{document.source.file} → {data.as_posix()}/{document.key}.yaml")
    if dry_run:
        click.echo("Inget har flyttats (--dry-run).")
        return
    carry_out(promotion, data, intake)
    click.echo(f"Flyttat: {len(promotion.moved)}. Kontrollera med coachkollen check, och spara båda arkiven i git.")


@click.command()
@click.argument("provider", metavar="LEVERANTÖR")
@options.data
@options.content
@options.intake
@options.lang
@options.config
@click.option("--deadline", callback=options.day, metavar="ÅÅÅÅ-MM-DD", help="Sista dagen att svara. Annars den tidigaste som ger tio arbetsdagar.")
@click.option("--reply-to", default="", metavar="ADRESS", help="Vart svaret ska skickas. Annars COACHKOLLEN_CONTACT i inställningarna.")
@click.option("--output", type=options.FOLDER, metavar="MAPP", help="Mappen för brevet. Annars letters/LEVERANTÖR-DATUM.")
@options.friendly
def letter(
    provider: str, data: Path, content: Path, intake: Path, lang: Language, config: Path, deadline: date | None, reply_to: str, output: Path | None
) -> None:
    """Skriv ett brev till en leverantör med allt som sägs om den, och ett formulär för svaret.

    Med är uppgifterna i ärenden och det som står på leverantörens egen sida. Tips är inte med.
    LEVERANTÖR är leverantörens id. Brevet blir brev.txt, brev.html (för utskrift) och svar.txt.
    """
    asked_on = today()
    public, full = _roots(data, content, intake, asked_on, lang)
    written = letter_to(public, full, provider.removeprefix("profiles/"), deadline, reply_to or options.settings(config, lang).contact)
    folder = output or Path("letters") / f"{written.provider}-{asked_on}"
    refuse_public_place(folder, [data, content, intake, Path("theme"), Path("generator")])
    if folder.exists() and any(folder.iterdir()):
        raise UnsafeOutput(f"{folder}/ är inte tom. Välj en annan mapp med --output, så att inget brev som har skickats försvinner.")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("brev.txt", letter_text(written)), ("brev.html", letter_html(written)), ("svar.txt", form_text(written))):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"Skrev {folder}/brev.txt, brev.html och svar.txt. {time_text(written)}")
    click.echo("Mappen kan innehålla det som inte får visas. Läs brevet innan du skickar det, och lägg det inte i git.")
    click.echo(instructions(written))


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(dir_okay=False, path_type=Path))
@options.data
@options.content
@options.intake
@options.lang
@click.option("--answered-on", callback=options.day, metavar="ÅÅÅÅ-MM-DD", help="Dagen då svaret kom. Annars i dag.")
@click.option("--write", is_flag=True, help="Skriv in svaret i ärendenas filer, och rättelsen om ett annat svar har visats. Allt annat står kvar som det är.")
@options.friendly
def reply(file: Path, data: Path, content: Path, intake: Path, lang: Language, answered_on: date | None, write: bool) -> None:
    """Läs ett ifyllt svarsformulär och visa svaret som det ska stå i varje ärende.

    Det som leverantören säger om sin egen sida skrivs ut som en lista att kontrollera, och aldrig i någon post.
    """
    if not file.is_file():
        raise BadUsage(f"Filen {file} finns inte.")
    now = today()
    if answered_on and answered_on > now:
        raise BadUsage(f"{answered_on} har inte varit än, så svaret kan inte ha kommit då. Ange i dag, {now}, eller en dag som har varit.")
    _, full = _roots(data, content, intake, now, lang)
    form, problems = read_form(file.read_bytes(), file.as_posix(), full)
    text = format_problems(problems, "text", lang)
    if text:
        click.echo(text, err=True)
    if form is None:
        click.echo("Inget har skrivits: rätta felen ovan i filen.", err=True)
        sys.exit(1)
    found = entries(full, form, answered_on or now)
    told = _told(full, form, found)
    if write:
        write_entries(full, found, file.as_posix(), data, intake)
    if not told:
        click.echo("Formuläret är tomt. Inget svar att skriva in.", err=True)
        sys.exit(1)
    if not found:
        click.echo("Inget har ändrats: formuläret har inget nytt svar i något ärende.")
    elif write:
        click.echo("Inskrivet. Läs igenom det innan du sparar i git: inga namn på privatpersoner får stå kvar.")
    else:
        click.echo("Inget har ändrats. Klistra in raderna, eller kör igen med --write. Läs svaret först: inga namn på privatpersoner får stå kvar.")


def _told(registry: Registry, form: FilledForm, found: Sequence[Entry]) -> bool:
    """Show everything that a form says. False when it says nothing."""
    for entry in found:
        _show(entry)
        for correction in unreleased_corrections(registry, entry.document, entry.provider):
            click.echo(f"Rättelsen {correction} gäller samma svar och har inte släppts. Se efter att den säger rätt dag.")
    points, kept = points_text(registry, form), standing(registry, form)
    if points:
        click.echo(points)
    for document in kept:
        click.echo(f"Leverantören avstår från att svara om {document.key}. Det som redan står i {document.source.file} står kvar.")
    return bool(found or points or kept)


def _show(entry: Entry) -> None:
    click.echo(f"# {entry.document.source.file}, parten {entry.provider}")
    click.echo("\n".join(entry.lines) + "\n")
    if entry.correction:
        click.echo(f"# {entry.correction.file}, rättelsen som svaret kräver: ett annat svar har redan visats")
        click.echo("\n".join(entry.correction.lines) + "\n")


def _difference(promotion: Promotion, old: tuple[str, ...]) -> str:
    """What the public record says today against what it will say."""
    case = promotion.case
    public = promotion.replaces.source.file if promotion.replaces else ""
    lines = difflib.unified_diff(old, case.source.lines, public, case.source.file, lineterm="", n=1)
    return "\n".join([f"Den öppna posten {public} ersätts:", *lines])


def _roots(
    data: Path, content: Path, intake: Path, day: date, lang: Language, deny_list_file: Path | None = None, *, reads_only: bool = False
) -> tuple[Registry, Registry]:
    """The records as the public build reads them, and with the drafts of intake over them where there are any."""
    public = options.checked(options.read_for(day, data, content, None, deny_list_file), lang, reads_only=reads_only)
    if not intake.is_dir():
        return public, public
    full = options.read_for(day, data, content, intake, deny_list_file)
    return public, full.registry or options.checked(full, lang, reads_only=reads_only)

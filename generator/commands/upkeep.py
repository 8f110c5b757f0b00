"""For those who keep the records: what is done when something is published."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from generator.build.scan import scan
from generator.clock import today
from generator.commands import options
from generator.commands.rendering import render_into
from generator.desk.atomic_file import held, write_tree_atomically
from generator.desk.commits import commit_of, touched_since
from generator.desk.new_release import NewRelease, files_of, new_release
from generator.desk.release import Release, format_release, plan_release
from generator.desk.release_storing import finish_stored, store_release
from generator.errors import BadUsage, InvalidRegistry
from generator.problems import Language, format_problems, has_errors
from generator.progress import Progress
from generator.registry.changes import between
from generator.registry.registry import Registry, declared_contacts
from generator.registry.releases import FOLDER, next_id
from generator.registry.withdrawn import Withdrawals
from generator.site.archive import difference_json
from generator.site.frozen import BASE, Freezer
from generator.site.swedish import and_list, count_text


@click.command()
@options.data
@options.content
@options.config
@options.lang
@options.allow_fewer
@options.deny_list
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle sparas, men skriv inget.")
@options.friendly
def release(data: Path, content: Path, config: Path, lang: Language, allow_fewer: bool, deny_list_file: Path | None, dry_run: bool) -> None:
    """Spara vad som publiceras i dag, så att det inte kan ändras i tysthet.

    Skriver released.txt och published-ids.txt i mappen med poster, och en ny mapp i releases/ bredvid den: vad som har ändrats sedan förra
    releasen, och de sidor som säger något nytt, som de är i dag. Lägg in posterna i git, kör release, lägg in filerna i git, och bygg. Gäller alltid
    i dag, och bara när inget är fel.
    """
    with _alone(data, lang):
        if not dry_run and (finished := finish_stored(data)):
            click.echo(f"Releasen {finished} avbröts förra gången. Nu är den klar.")
        registry = options.checked(options.read(data, content, today(), None, deny_list_file), lang, allow_fewer=allow_fewer)
        planned = plan_release(registry)
        new = _new_release(registry, data, content, config, lang)
        click.echo(format_release(planned))
        if new:
            click.echo(_told(new))
        if dry_run:
            click.echo("Inget har skrivits.")
            return
        store_release(planned, new, data)
        click.echo(_stored_text(registry, planned, new, data))


@contextmanager
def _alone(data: Path, lang: Language) -> Iterator[None]:
    """Make sure that no other release is made of the same records meanwhile. Raises BadUsage when one is."""
    with ExitStack() as stack:
        if data.is_dir():
            try:
                stack.enter_context(held(data))
            except BlockingIOError:
                raise BadUsage(
                    f"En annan release av {data} görs just nu. Vänta tills den är klar och kör igen."
                    if lang == "sv"
                    else f"Another release of {data} is being made right now. Wait until it is done and run this again."
                ) from None
        yield


def _new_release(registry: Registry, data: Path, content: Path, config: Path, lang: Language) -> NewRelease | None:
    """The release that would be made now, searched for what is private. Raises InvalidRegistry when it has something that may not be published."""
    options.needs_settings(config, lang)
    releases = registry.releases
    freezer = Freezer(next_id(releases, registry.as_of))
    progress = Progress()
    with tempfile.TemporaryDirectory(prefix="coachkollen-") as folder:
        try:
            render_into(Path(folder) / "site", registry, content, config, progress, base_path=BASE, freezer=freezer)
            latest = releases.latest
            commits: Mapping[str, str] = touched_since(data, latest.commit if latest else "")
            new = new_release(registry, freezer, commit_of(data), commits)
            if new is None:
                return None
            stage = Path(folder) / "release"
            write_tree_atomically(stage, files_of(new))
            found = scan(stage, declared_contacts(registry.documents.values()), registry.deny_list, progress)
        finally:
            progress.close()
    if has_errors(found.problems):
        click.echo(format_problems(found.problems, "text", lang), err=True)
        raise InvalidRegistry("Inget har skrivits: sidorna hade felen ovan." if lang == "sv" else "Nothing was written: the pages had the errors above.")
    return new


def _told(new: NewRelease) -> str:
    """What the release stores, for a person."""
    pages = count_text(len(new.pages), "sida", "sidor")
    lines = [f"Releasen {new.release.id}: {pages} som säger något nytt sparas som de är i dag."]
    if not new.release.commit:
        lines.append("Posterna är inte incheckade i git, så releasen får ingen version. Checka in dem först om den ska gå att följa dit.")
    return "\n".join(lines)


def _stored_text(registry: Registry, planned: Release, new: NewRelease | None, data: Path) -> str:
    """What has been stored, and where."""
    stored = [str(data.parent / FOLDER / new.release.id)] if new else []
    stored += [registry.released_file, registry.ledger_file] if planned.anything_new or new else []
    return f"Sparat i {and_list(stored)}. Lägg in dem i git." if stored else "Inget nytt sedan förra releasen."


@click.command()
@click.argument("earlier", metavar="FRÅN")
@click.argument("later", metavar="TILL", required=False)
@options.data
@options.content
@options.lang
@options.friendly
def changes(earlier: str, later: str | None, data: Path, content: Path, lang: Language) -> None:
    """Visa vad som skiljer två releaser, som JSON: tillagt, ändrat, borttaget och lägen.

    Skriv releasernas namn, till exempel 2026-11-21. Utan TILL jämförs med den senaste. Samma format som andringar.json och sedan.json på webbplatsen.
    """
    registry = options.checked(options.read(data, content, today(), None), lang, reads_only=True)
    names = [release.id for release in registry.releases.all]
    first, last = earlier, later or (names[-1] if names else "")
    for name in (first, last):
        if name not in names:
            known = ", ".join(names) or ("inga" if lang == "sv" else "none")
            raise BadUsage(
                f"Det finns ingen release {name}. Releaserna är: {known}." if lang == "sv" else f"There is no release {name}. The releases are: {known}."
            )
    if names.index(first) > names.index(last):
        raise BadUsage(f"{first} kom efter {last}. Skriv den tidigare först." if lang == "sv" else f"{first} came after {last}. Write the earlier one first.")
    click.echo(difference_json(registry.graves, first, last, between(Withdrawals(registry).told(), first, last)).decode(), nl=False)

"""For those who publish: a built site becomes the one that is read, from a folder or an object store, in one step, and can be taken back in one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.build import remote_publication
from generator.build.object_store import Address, ObjectStore
from generator.build.publication import KEPT, Publication
from generator.build.publication import publish as publish_site
from generator.build.publication import rollback as roll_back
from generator.build.site_folder import CURRENT, existing_site
from generator.commands import options
from generator.desk.nginx import serve_with_nginx
from generator.progress import Progress
from generator.site.swedish import capital, count_text

# Fewer, and there would be nothing to go back to.
_FEWEST_KEPT = 2


@click.command()
@click.argument("output", type=options.FOLDER, metavar="UTMAPP")
@click.argument("site", callback=options.site, metavar="SAJTMAPP")
@click.option("--keep", type=click.IntRange(_FEWEST_KEPT), default=KEPT, show_default=True, help="Så många versioner som finns kvar.")
@options.allow_fewer
@options.workers
@options.data
@options.content
@options.friendly
def publish(output: Path, site: Path | Address, keep: int, allow_fewer: bool, workers: int, data: Path, content: Path) -> None:
    """Publicera en byggd webbplats till en mapp som webbservern läser, eller till en hink i S3.

    I SAJTMAPP får varje version en egen mapp, releases/NUMMER-KONTROLLSUMMA, och länken current leder till den som gäller. Låt webbservern läsa
    SAJTMAPP/current. Den nya versionen hålls mot sitt manifest innan länken byts, i ett enda steg: den som läser möter den gamla eller den nya, aldrig
    en blandning. Bredvid varje text läggs den komprimerad, som .br och .gz. Filer som inte har ändrats delar plats på disken med den förra
    versionens. Går något fel står den gamla kvar.

    SAJTMAPP kan också vara s3://HINK/MAPP. Där är current ett litet objekt som säger vilken version som gäller. Det skrivs sist, och bara om ingen
    annan har publicerat under tiden. Det som redan finns i hinken skickas inte igen. Nycklar läses ur miljön, som AWS_ACCESS_KEY_ID. Se
    docs/web-server.md.
    """
    progress = Progress()
    try:
        if isinstance(site, Address):
            done = remote_publication.publish(output, ObjectStore(site), keep=keep, allow_fewer=allow_fewer, report=progress)
        else:
            inputs = (data, content, Path("theme"), Path("generator"))
            done = publish_site(output, site, inputs, keep=keep, allow_fewer=allow_fewer, report=progress, workers=workers)
    finally:
        progress.close()
    click.echo(_told(done, site))
    if done.left:
        click.echo("En gammal version gick inte att ta bort. Nästa körning försöker igen.", err=True)


@click.command()
@click.argument("site", callback=options.site, metavar="SAJTMAPP")
@click.option("--to", default="", metavar="VERSION", help="Versionen som ska gälla. Utelämnad: den före den som gäller nu.")
@click.option("--list", "only_list", is_flag=True, help="Visa bara vilka versioner som finns.")
@options.friendly
def rollback(site: Path | Address, to: str, only_list: bool) -> None:
    """Gå tillbaka till en tidigare version av den publicerade webbplatsen, i en mapp eller i s3://HINK/MAPP.

    Versionen hålls mot sitt manifest först. Den nyare finns kvar, så det går att gå fram till den igen med --to.
    """
    if only_list:
        names, current = _listed(site)
        for name in names:
            click.echo(f"{name} {CURRENT}" if name == current else name)
        return
    progress = Progress()
    try:
        done = remote_publication.rollback(ObjectStore(site), to, progress) if isinstance(site, Address) else roll_back(site, to)
    finally:
        progress.close()
    click.echo(f"{site}/{CURRENT} leder till {done.name}." if done.name != done.was else f"{done.name} gällde redan.")


@click.command("serve-nginx")
@click.argument("site", type=options.FOLDER, metavar="SAJTMAPP")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="Porten på den här datorn.")
@options.friendly
def serve_nginx(site: Path, port: int) -> None:
    """Visa en publicerad webbplats med nginx, bara på den här datorn.

    Med inställningarna i docs/web-server.md, så att du ser det som läsarna kommer att möta: rubriker, komprimering och sidan för det som inte finns.
    Publicera medan den går, och nästa sida är ur den nya versionen.
    """
    serve_with_nginx(site, port)


def _listed(site: Path | Address) -> tuple[Iterable[str], str]:
    """The names of the releases, and which one is current."""
    if isinstance(site, Address):
        pointer = remote_publication.published_in(ObjectStore(site)).pointer
        return pointer.releases, pointer.release
    folder = existing_site(site)
    return folder.releases, folder.current


def _told(done: Publication, site: Path | Address) -> str:
    if done.name == done.was:
        return f"Inget nytt: {done.name} gällde redan."
    if not done.is_new:
        return f"{site}/{CURRENT} leder till {done.name}, som fanns redan."
    new = count_text(done.copied, "fil är ny", "filer är nya")
    if isinstance(site, Address):
        same = f" och {count_text(done.linked, 'fanns', 'fanns')} redan i hinken" if done.linked else ""
    else:
        same = f" och {count_text(done.linked, 'är densamma', 'är desamma')} som i den förra versionen" if done.linked else ""
    return f"Publicerat: {site}/{CURRENT} leder till {done.name}. {capital(new)}{same}."

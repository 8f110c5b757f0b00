"""A build on several machines: one share of it, all shares in a cluster, and what puts them together."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.build.request import Request
from generator.build.shards import MOST_SHARDS, Share, read_shards, read_share
from generator.clock import today
from generator.commands import options
from generator.commands.asked import Asked, asked
from generator.commands.finishing import finish
from generator.commands.rendering import build_share
from generator.desk.cluster import Order, make_order, make_shards
from generator.progress import Progress
from generator.registry.releases import FOLDER
from generator.site.swedish import count_text


def written_share(context: click.Context, parameter: click.Parameter, value: str | None) -> Share | None:
    """A share of a build, as it is written. Raises click's BadParameter for what is none."""
    try:
        return None if value is None else read_share(value)
    except ValueError:
        raise click.BadParameter(f"”{value}” är ingen del. Skriv till exempel 2/4 för den andra av fyra, högst {MOST_SHARDS}.", context, parameter) from None


def build_one(wanted: Asked, program: bytes, share: Share) -> None:
    """Make one shard in the output folder. program: the fingerprint of this one."""
    registry = options.checked(wanted.read(program), wanted.lang, allow_fewer=wanted.allow_fewer)
    files = build_share(registry, wanted.output, wanted.wish(program), share, wanted.everywhere(program))
    click.echo(f"Del {share} ligger i {wanted.output}/: {count_text(files, 'fil', 'filer')}.")
    click.echo("Gör de andra delarna av samma poster, och sätt ihop dem med coachkollen merge. En del för sig är ingen webbplats.")


@click.command()
@click.argument("shards", nargs=-1, required=True, type=options.FOLDER, metavar="DEL...")
@asked
@options.friendly
def merge(wanted: Asked, shards: tuple[Path, ...]) -> None:
    """Sätt ihop delar av en webbplats till en hel.

    DEL är mappar som coachkollen build --shard har gjort, alla av samma poster, inställningar och dag som här. Det blir samma webbplats, byte för
    byte, som av ett bygge på en dator: allt prövas som vanligt, och en sida som saknas eller är skadad i delarna görs här.
    """
    request = wanted.request()
    finish(wanted, request, wanted.read(request.program), read_shards(shards, wanted.everywhere(request.program), request.program))


def build_in_cluster(wanted: Asked, request: Request, address: str) -> None:
    """Have a Dask cluster make the shards, and put them together here. Raises BadUsage without Dask, and ClusterFailed."""
    loaded = wanted.read(request.program)
    if loaded.registry is None:
        finish(wanted, request, loaded)
    with TemporaryDirectory(prefix="coachkollen-") as folder:
        progress = Progress()
        try:
            made = make_shards(address, _order(wanted), Path(folder), progress)
        finally:
            progress.close()
        finish(wanted, request, loaded, read_shards(made, wanted.everywhere(request.program), request.program))


def _order(wanted: Asked) -> Order:
    """What the workers have to know: the sources, under the names that the program has for them, and the rest of what is wanted."""
    names = ("providers", "content", FOLDER, "theme", "pelicanconf.py")
    arguments = ["--as-of", wanted.as_of.isoformat(), "--base-url", wanted.base_url, "--allow-fewer", *(["--pseudo"] if wanted.pseudo else [])]
    noon = datetime.combine(today(), time(12), UTC)
    return make_order(dict(zip(names, wanted.paths, strict=False)), arguments, wanted.deny_list_file, int(noon.timestamp()))

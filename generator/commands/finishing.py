"""The end of every build of a whole site: it is made, the user is told, and that is remembered for the next time."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.build.press import Shards
from generator.build.request import Request
from generator.build.site_build import unread_text
from generator.commands import options
from generator.commands.asked import Asked
from generator.commands.rendering import THEME, build_wished
from generator.problems import format_problems
from generator.records.models import Kind
from generator.records.vocabulary import Publication
from generator.registry.loading import Loaded
from generator.registry.registry import Registry
from generator.site.maker import Maker
from generator.site.swedish import capital, count_text


def finish(wanted: Asked, request: Request, loaded: Loaded, shards: Shards | None = None) -> None:
    """Build what is wanted of what was read, tell what came of it, and remember what was asked for. shards: to take pages from.

    Raises InvalidRegistry when there are errors, which are printed.
    """
    registry = options.checked(loaded, wanted.lang, allow_fewer=wanted.allow_fewer)
    warnings = format_problems(loaded.problems, "text", wanted.lang)
    built, press = build_wished(registry, wanted.output, wanted.wish(request.program), shards)
    errors = [text for text in (warnings, *press.told, unread_text(built.unread, wanted.lang) if built.unread else "") if text]
    summary = _built_text(registry, wanted.output, wanted.base_url)
    for text in summary:
        click.echo(text)
    if shards:
        ready = sum(name in press.files and press.files[name].sha256 == made.sha256 for name, made in shards.last.files.items())
        click.echo(f"{capital(count_text(ready, 'fil', 'filer'))} kom färdiga ur delarna.")
    elif press.took_something:
        click.echo(f"{capital(count_text(built.changed, 'fil', 'filer'))} skrevs eller togs bort. Resten är som i förra bygget.")
    if press.theme.resolve() == THEME.resolve():
        request.answer(wanted.output, [*((text, True) for text in errors), *((text, False) for text in summary)])


def _built_text(registry: Registry, output: Path, base_url: str) -> list[str]:
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

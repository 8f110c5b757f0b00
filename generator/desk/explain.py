"""`explain`: which records and sources a page was made from, and why it was written when it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from generator.build.last_build import LastBuild, Why
from generator.clock import SWEDEN
from generator.errors import UnknownPage
from generator.records.models import Kind
from generator.records.suggestions import closest
from generator.registry.pages import Page as MarkdownPage
from generator.registry.registry import Registry
from generator.site import routes
from generator.site.citing.cited_pages import text_made_from
from generator.site.maker import Maker
from generator.site.pages import Page, data_page, record_pages
from generator.site.tables.files import data_files


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a page came to be. records, sources: (key, file) pairs."""

    url: str
    title: str
    template: str
    text_file: str
    records: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]


def explain(registry: Registry, asked: str, output: str = "") -> Explanation:
    """Explain the page at a path or address. Raises UnknownPage, with the nearest address, when there is none."""
    url = normalised(asked, output)
    maker = Maker(registry)
    markdown = {routes.page(p.slug, p.edition): p for p in registry.pages}
    if url in markdown:
        return _markdown(registry, url, markdown[url])
    if url == routes.DATA:
        return _record(registry, data_page(maker, data_files(maker)))
    pages = {page.url: page for page in record_pages(maker)}
    if url not in pages:
        near = closest(url, [*pages, *markdown, routes.DATA])
        raise UnknownPage(f"Ingen sida har adressen {url}." + (f" Menade du {near}?" if near else ""))
    return _record(registry, pages[url])


def normalised(asked: str, output: str = "") -> str:
    """`/leverantor/x/` from a web address, a path on the site or a file in the output folder."""
    path = unquote(urlsplit(asked).path)
    if output and path.startswith(output.rstrip("/") + "/"):
        path = path[len(output.rstrip("/")) :]
    path = "/" + path.strip("/")
    path = path.removesuffix("/index.html").removesuffix("/404.html") + "/" if not path.endswith("404.html") else "/404/"
    return "/" + path.strip("/") + "/" if path.strip("/") else "/"


def _markdown(registry: Registry, url: str, page: MarkdownPage) -> Explanation:
    template = page.fields.get("template", "page")
    keys = set(text_made_from(Maker(registry), page))
    keys |= {link.partition("#")[0] for link, _, _ in page.links if link.partition("#")[0] in registry.documents}
    return Explanation(url, page.title, template, page.source.file, *_split(registry, keys))


def _record(registry: Registry, page: Page) -> Explanation:
    return Explanation(page.url, page.title, page.template, "", *_split(registry, set(page.made_from)))


def _split(registry: Registry, keys: set[str]) -> Iterator[tuple[tuple[str, str], ...]]:
    files = [(key, registry.documents[key].source.file) for key in sorted(keys)]
    yield tuple(item for item in files if not item[0].startswith(f"{Kind.SOURCES}/"))
    yield tuple(item for item in files if item[0].startswith(f"{Kind.SOURCES}/"))


_WHY: Mapping[Why, str] = MappingProxyType(
    {
        Why.FIRST: "webbplatsen byggdes från början",
        Why.UNKNOWN: "programmet var ett annat än i bygget innan, eller så gick minnet av det inte att lita på",
        Why.NEW: "sidan var ny",
        Why.DAMAGED: "filen i utmappen var inte som den skrevs",
        Why.FRAME: "mallarna, dagen eller något annat som står på alla sidor var nytt",
        Why.RECORDS: "poster som den visar hade ändrats: {records}",
        Why.SHOWN: "något som den visar var nytt, men ingen av dess egna poster",
    }
)


def format_writing(url: str, output: Path, last: LastBuild) -> str:
    """When and why the page at an address was written in a folder, as text for a person. last: what is remembered of that folder."""
    if not last.files:
        return f"senaste bygget: inget är känt om det i {output}/ som går att lita på. Kör coachkollen build."
    made = last.files.get(routes.file_of(url))
    if made is None:
        return f"senaste bygget: sidan fanns inte. Kör coachkollen build för att skriva den i {output}/."
    when = datetime.fromtimestamp(made.mtime / 1e9, SWEDEN).strftime("%Y-%m-%d %H:%M:%S")
    why = _WHY[made.why].format(records=", ".join(made.because))
    return f"senaste bygget: {'fick vara som den var' if made.kept else 'skrevs'}\nskriven {when}: {why}"


def format_explanation(explanation: Explanation) -> str:
    """The explanation as text for a person."""
    lines = [f"{explanation.url}  {explanation.title}", f"mall: theme/templates/{explanation.template}.html"]
    if explanation.text_file:
        lines.append(f"text: {explanation.text_file}")
    for heading, items in (("poster", explanation.records), ("källor", explanation.sources)):
        lines.append(f"{heading} ({len(items)}):")
        lines += [f"  {key}  {file}" for key, file in items]
    return "\n".join(lines)

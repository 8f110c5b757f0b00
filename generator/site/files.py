"""Every file that is made from records and is no page: the downloads, and what scripts fetch: data to compare and the index of the search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from generator.site import routes
from generator.site.api.files import api_files
from generator.site.archive import archive_files
from generator.site.dated_events import calendar_files
from generator.site.downloads import SiteFile, provider_files
from generator.site.maker import Maker
from generator.site.search.index import search_files
from generator.site.tables.dataset import Dataset
from generator.site.views.listing import Providers
from generator.site.views.side_by_side import compare_names, compared


def record_files(maker: Maker, origin: str = "") -> Iterator[SiteFile]:
    """The files of one language. origin: scheme and host of the site, as far as known."""
    providers = Providers(maker)
    yield from provider_files(providers, origin)
    yield SiteFile(routes.COMPARE_NAMES, _json(compare_names(providers)))
    for known in providers.all:
        yield SiteFile(routes.compared(known.document.id), _json(asdict(compared(maker, known), dict_factory=_told)))
    for address, text in search_files(maker).items():
        yield SiteFile(address, text)


def shared_files(maker: Maker, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Address, without base path, and content of the files that all languages share: calendars, past releases and the API."""
    yield from calendar_files(maker, dataset.origin)
    yield from archive_files(maker)
    yield from api_files(maker, dataset)


def _told(fields: list[tuple[str, object]]) -> dict[str, object]:
    """Without those that are empty, which a script takes as missing."""
    return {name: value for name, value in fields if value != ""}


def _json(data: object) -> str:
    """Compact JSON, since readers wait for it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

"""Every file that is made from records and is no page: the downloads, and the data that scripts fetch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from generator.site import routes
from generator.site.downloads import SiteFile, provider_files
from generator.site.maker import Maker
from generator.site.views.listing import Providers
from generator.site.views.side_by_side import compare_names, compared


def record_files(maker: Maker, origin: str = "") -> Iterator[SiteFile]:
    """The files of one language. origin: scheme and host of the site, as far as known."""
    providers = Providers(maker)
    yield from provider_files(providers, origin)
    yield SiteFile(routes.COMPARE_NAMES, _json(compare_names(providers)))
    for known in providers.all:
        yield SiteFile(routes.compared(known.document.id), _json(asdict(compared(maker, known))))


def _json(data: object) -> str:
    """Compact JSON, since readers wait for it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

"""Every file that is made from records and is no page: the downloads, and the data that scripts fetch."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.downloads import SiteFile, provider_files
from generator.site.maker import Maker
from generator.site.views.listing import Providers


def record_files(maker: Maker, origin: str = "") -> Iterator[SiteFile]:
    """The files of one language. origin: scheme and host of the site, as far as known."""
    yield from provider_files(Providers(maker), origin)

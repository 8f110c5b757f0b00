"""The frozen version of a page: the one place that knows whether a release has been made, and where its pages lie."""

from __future__ import annotations

from generator.site.maker import Maker


def frozen_version(maker: Maker, url: str) -> tuple[str, str]:
    """The address of the page as it was in the last release, and the name of the release; both empty while none has been made.

    url: of the living page, site-absolute, without base path and language. The address has both, but not scheme and host.
    """
    del maker, url  # no release has been made yet
    return "", ""

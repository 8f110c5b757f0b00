"""Releases of registries made in a test, one after the other: their frozen pages, and what the site says of them afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import made
import rendered
from jinja2 import Environment, FileSystemLoader
from made import Data

from generator.desk.new_release import new_release, write_new_release
from generator.registry.registry import Registry
from generator.registry.released import Released
from generator.registry.releases import Releases, read_releases
from generator.registry.shown import shown_meanings
from generator.site.frozen import BASE, Freezer, is_frozen
from generator.site.maker import Maker
from generator.site.pages import record_pages
from generator.site.render import environment, render, site_view


def frozen_pages(registry: Registry, release: str) -> Freezer:
    """The frozen pages of a registry's records and lists."""
    maker, freezer = Maker(registry, BASE, release=release), Freezer(release)
    env, site = environment(Environment(loader=FileSystemLoader(rendered.ROOT / "theme/templates")), maker.words), site_view(maker, rendered.ASSETS)
    for page in record_pages(maker):
        if is_frozen(page.template):
            freezer.add(page.url, render(env, site, page), page.view, page.made_from, maker, page.head.content_hash if page.head else "")
    return freezer


def after(registry: Registry, releases: Releases, released: Registry | None) -> Registry:
    """A registry after releases, the last of which was of another."""
    return replace(registry, releases=releases, released=Released(shown_meanings(released)) if released else Released())


def released(folder: Path, steps: Sequence[tuple[str, dict[str, Data]]]) -> Registry:
    """The last registry after a release of each, in a folder. steps: the day and the records of each."""
    last: Registry | None = None
    for day, records in steps:
        registry = made.registry(records, date.fromisoformat(day), date.fromisoformat(day))
        registry = after(registry, read_releases(folder), last)
        new = new_release(registry, frozen_pages(registry, day), "", {})
        if new:
            write_new_release(new, folder)
        last = registry
    assert last is not None
    return after(last, read_releases(folder), last)

"""Rendering: a view and a template to the bytes of a page.

Escaping is on and an undefined name is an error, also when Pelican's own environment, which has
neither, is the one that finds the templates (so that a theme override works as everywhere else).
"""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined

from generator.site.maker import Maker
from generator.site.pages import Page
from generator.site.swedish import on_day


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page's frame shows. `contact`: where readers report errors; empty while there is no such place."""

    name: str
    base_path: str
    as_of: str
    as_of_iso: str
    preview: bool
    stylesheet: str
    script: str
    contact: str


def site_view(maker: Maker, stylesheet: str, script: str, contact: str = "") -> SiteView:
    """The frame of the site. `stylesheet`, `script`: their addresses under the theme's static folder."""
    return SiteView("Coachkollen", maker.base_path, on_day(maker.as_of), maker.as_of.isoformat(), maker.preview, stylesheet, script, contact)


def environment(base: Environment) -> Environment:
    """A Jinja environment for our pages, on top of Pelican's."""
    return base.overlay(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(env: Environment, site: SiteView, page: Page) -> str:
    """The HTML of a page."""
    return env.get_template(f"{page.template}.html").render(site=site, view=page.view, title=page.title, url=page.url)

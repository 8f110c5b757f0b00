"""Rendering: a view and a template to the bytes of a page.

Escaping is on and an undefined name is an error, also when Pelican's own environment, which has
neither, is the one that finds the templates (so that a theme override works as everywhere else).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined

from generator.site.maker import Maker
from generator.site.pages import Page
from generator.site.security import PAGE_POLICY
from generator.site.swedish import capital, on_day


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page's frame shows.

    as_of: the day that the site is about; known_on: today, whose knowledge it is made from; other_day: "past" or "future" when
    they are not the same, else empty. contact: where readers report errors; empty while there is no such place. policy: what a
    browser may do with the page.
    """

    name: str
    base_path: str
    as_of: str
    as_of_iso: str
    known_on: str
    other_day: str
    preview: bool
    stylesheet: str
    script: str
    contact: str
    policy: str


def site_view(maker: Maker, stylesheet: str, script: str, contact: str = "") -> SiteView:
    """The frame of the site. `stylesheet`, `script`: their addresses under the theme's static folder."""
    as_of, today = maker.as_of, maker.registry.horizon
    return SiteView(
        name="Coachkollen",
        base_path=maker.base_path,
        as_of=on_day(as_of),
        as_of_iso=as_of.isoformat(),
        known_on=on_day(today),
        other_day="past" if as_of < today else "future" if as_of > today else "",
        preview=maker.preview,
        stylesheet=stylesheet,
        script=script,
        contact=contact,
        policy=PAGE_POLICY,
    )


# What our templates use besides Jinja's own; Pelican, which renders the Markdown pages, gets them too.
FILTERS: Mapping[str, Callable[[str], str]] = MappingProxyType({"capital": capital})


def environment(base: Environment) -> Environment:
    """A Jinja environment for our pages, on top of Pelican's."""
    env = base.overlay(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters = {**env.filters, **FILTERS}
    return env


def render(env: Environment, site: SiteView, page: Page) -> str:
    """The HTML of a page."""
    return env.get_template(f"{page.template}.html").render(site=site, view=page.view, title=page.title, url=page.url)

"""Trying an edit: the demo with it, loaded as `check` loads it, and its pages made as `build` makes them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import ROOT
from jinja2 import DictLoader, Environment
from unfair_edits.edit import Tree, demo

from generator.build.fairness import find_unfair
from generator.build.outline import read_outline
from generator.problems import Problem, format_problems
from generator.records.reader import read_record
from generator.registry.loading import Loaded, load
from generator.site import routes
from generator.site.assets import read_assets
from generator.site.compiled import Compiled
from generator.site.expectations import expected_marks
from generator.site.maker import Maker
from generator.site.pages import PAGE_VIEWS, Page, record_pages
from generator.site.render import SiteView, environment, render, render_text_page, site_view

AS_OF = date(2026, 11, 21)
_THEME = "theme/templates/"
Made = tuple[Maker, tuple[Page, ...], Mapping[str, object]]

# The same file is the same record, and only what an edit changes is read anew.
_read_once = cache(read_record)
_outline = cache(read_outline)


def loaded(tree: Tree, place: Path, **options: Any) -> Loaded:
    """The registry of a tree and every problem in it. The private root is read when an edit has changed something there."""
    _write(tree, place)
    drafts = any(tree.get(name) != text for name, text in demo().items() if name.startswith("intake/"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setattr("generator.registry.files.read_record", _read_once)
        return load(Path("providers"), Path("content"), AS_OF, intake=Path("intake") if drafts else None, today=AS_OF, **options)


def remember(tree: Tree, place: Path) -> None:
    """A git repository that has had the tree."""
    _write(tree, place)
    identity = ("-c", "user.name=test", "-c", "user.email=test", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "Demo")):
        subprocess.run(["git", *identity, *command], cwd=place, check=True, capture_output=True)


def page_of(tree: Tree, place: Path, name: str) -> str:
    """One page, by its file."""
    return next(text for file, text in _pages(tree, place, name) if file == name)


def unfair_pages(tree: Tree, place: Path) -> list[Problem]:
    """What `build` finds unfair on the pages."""
    outlines = {name: _outline(text) for name, text in _pages(tree, place)}
    return list(find_unfair(outlines, expected_marks(_made(tree, place)[0].registry)))


def _pages(tree: Tree, place: Path, only: str = "") -> Iterator[tuple[str, str]]:
    """Every page that has something of its own on it, by file. The pages of `content/` have only what comes from records."""
    maker, record_views, page_views = _made(tree, place)
    templates = {name.removeprefix(_THEME): text for name, text in tree.items() if name.startswith(_THEME)}
    env = environment(Environment(loader=DictLoader(templates), auto_reload=False), maker.words, _COMPILED)
    site = site_view(maker, _ASSETS)
    yield from ((file, render(env, site, page)) for page in record_views if (file := routes.file_of(page.url)) == (only or file))
    yield from _content_pages(env, site, maker, page_views)


def _write(tree: Tree, place: Path) -> None:
    for name, text in tree.items():
        if not name.startswith(_THEME):
            file = place / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")


def _made(tree: Tree, place: Path) -> Made:
    """The views of the records, which a template does not change."""
    records = frozenset((name, text) for name, text in tree.items() if not name.startswith(_THEME))
    if records not in _MADE:
        result = loaded(tree, place)
        if result.registry is None:
            raise ValueError(format_problems(result.problems))
        maker = Maker(result.registry)
        pages = tuple(page for page in record_pages(maker) if page.template != "place" or page.made_from)
        _MADE[records] = maker, pages, {name: make(maker) for name, make in PAGE_VIEWS.items()}
    return _MADE[records]


def _content_pages(env: Environment, site: SiteView, maker: Maker, views: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for page in maker.registry.pages:
        shown = SimpleNamespace(title=page.title, content="", template=page.fields.get("template", "page"))
        url = routes.page(page.slug)
        yield routes.file_of(url), render_text_page(env, site, shown, url, views)


_ASSETS = read_assets(ROOT / "theme/static")
_MADE: dict[frozenset[tuple[str, str]], Made] = {}
_COMPILED = Compiled()

"""Pages of a registry rendered in the test itself: quicker than a build, and of registries that no file could hold."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import MappingProxyType

from conftest import ROOT
from jinja2 import Environment, FileSystemLoader

from generator.registry.registry import Registry
from generator.site import routes
from generator.site.assets import read_assets
from generator.site.files import record_files
from generator.site.maker import Maker
from generator.site.pages import Page
from generator.site.render import environment, render, site_view

ASSETS = read_assets(ROOT / "theme/static")


def visible(text: str) -> str:
    """The words of a page, without its tags, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).replace("\N{NO-BREAK SPACE}", " ").split())


def html(maker: Maker, page: Page) -> str:
    """The HTML of a page."""
    base = Environment(loader=FileSystemLoader(ROOT / "theme/templates"), autoescape=True)
    return render(environment(base, maker.words), site_view(maker, ASSETS), page)


def write(folder: Path, maker: Maker, pages: list[Page]) -> None:
    """Some pages, and every file besides the pages."""
    texts = {page.url: html(maker, page).encode() for page in pages} | {file.url: file.text.encode() for file in record_files(maker)}
    for url, content in {**texts, **ASSETS.files}.items():
        target = folder / routes.file_of(url)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def many(registry: Registry, count: int) -> Registry:
    """A registry with so many providers, each like one of its own but for the name."""
    own = [document for document in registry.documents.values() if document.kind.value == "profiles"]
    syllables = ("al", "berg", "da", "ek", "fjor", "gran", "hav", "is", "kust", "lin", "mo", "nor", "ro", "sol", "tal", "ud", "vi", "ås", "äng", "ö")
    copies = {}
    for number in range(count):
        like = own[number % len(own)]
        name = f"{syllables[number % 20]}{syllables[number // 20 % 20]}{syllables[number // 400 % 20]}".capitalize()
        record = like.record.model_copy(update={"name": f"Påhittade {name} AB" if number % 3 else f"{name} Påhitt AB", "aliases": (), "brands": ()})
        copies[f"profiles/p{number}"] = replace(like, id=f"p{number}", record=record)
    return replace(registry, documents=MappingProxyType(dict(sorted({**registry.documents, **copies}.items()))))

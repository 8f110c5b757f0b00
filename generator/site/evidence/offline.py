"""The texts of an archive with evidence, in Swedish as the records are: the page that is read without the site, what to read first, and the replies."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.site.evidence.part import CasePart
from generator.site.language import SWEDISH
from generator.site.tables.about import LICENCE_URL, LICENCE_WORDS
from generator.site.tables.columns import Filled
from generator.site.tables.dataset import Dataset
from generator.site.tables.facts import NO_CRITICISM
from generator.site.tables.public import plain_words
from generator.site.views.parties import UNDETERMINED

_TEMPLATES = Path(__file__).parent / "templates"
STYLE = (_TEMPLATES / "stil.css").read_text(encoding="utf-8")
_WIDTH = 78
# What to know before using it. The names are those of the files.
_FILES = (
    ("index.html", "läs den här: allt på en sida, utan nät"),
    ("statements.csv", "uppgifterna, med bevisgrad, källor, det som talar emot, utfall och svar på samma rad"),
    ("sources.csv", "källorna"),
    ("quotes.csv", "ordagranna citat ur källorna, med utfall och svar på samma rad"),
    ("replies.txt", "svaren i sin helhet"),
    ("case.json", "allt ovan som data, med rättelserna"),
    ("manifest.json", "varje fils storlek och kontrollsumma (SHA-256)"),
    ("LICENSE.txt", "licensen"),
)


def day_words(part: CasePart) -> str:
    """The day that the evidence is of, and for another day than today also the day of what is known."""
    maker = part.maker
    day, today = maker.words.on_day(maker.as_of), maker.words.the_day(maker.registry.horizon)
    if maker.as_of == maker.registry.horizon:
        return f"Uppgifterna gäller {day}. Här står det vi kände till då."
    return f"Uppgifterna gäller {day}, med det vi vet i dag, {today}."


def offline_template() -> Template:
    """The template of the page, made ready for many."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {"lines": lambda markup: plain_words(markup).split("\n") if plain_words(markup) else []}
    environment.tests |= {"web": is_web}
    return environment.get_template("underlag.html")


def offline_page(template: Template, part: CasePart, sources: Filled) -> str:
    """The page. Its links lead to places on it, to files beside it, and by https to sources and to the site."""
    address = part.page(part.view.url) or ""
    return template.render(
        case=part.view,
        day=day_words(part),
        address=address,
        no_criticism=NO_CRITICISM,
        sources=sources.rows,
        corrections=[c for c in (*part.view.corrections.recent, *part.view.corrections.earlier) if not c.withheld],
        files=_FILES,
        licence=(LICENCE_WORDS, LICENCE_URL),
        origin=part.origin,
    )


def is_web(address: str | None) -> bool:
    """True for an address that may be a link on a page that is read without the site."""
    return bool(address) and str(address).startswith("https://")


def readme(part: CasePart, data: Dataset) -> str:
    """What this is, what is in it, of which day, and on what terms."""
    address = part.page(part.view.url) or ""
    released = f"Release: {data.released.release}, kontrollsumma {data.released.hash}" if data.released else ""
    head = [
        "Underlaget till ett ärende hos Coachkollen",
        "",
        f"Ärendet: {part.view.title}",
        f"Sidan som den är nu: {address}" if part.origin else f"Sidans adress på webbplatsen: {address}",
        *([released] if released else []),
        "",
        *_wrapped(day_words(part)),
        *_wrapped("Det här är en kopia. Något kan ha ändrats eller rättats sedan dess: se sidan."),
        "",
        *_wrapped("Återge aldrig en uppgift om en leverantör utan svaret, utfallet och det som talar emot."),
        *_wrapped("Källor som nämner en leverantör som inte har fått ge oss sin version finns bara som en rad: varken rubrik eller innehåll."),
        "",
        "Filerna",
        "",
        *(f"- {name}: {meaning}" for name, meaning in _FILES),
        "",
        "Licens",
        "",
        *_wrapped(f"{LICENCE_WORDS} {LICENCE_URL}"),
    ]
    return "\n".join(head).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def replies_text(part: CasePart) -> str:
    """What each party has answered, in full, after how the case stands for it."""
    return "\n".join(_replies(part)).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _replies(part: CasePart) -> Iterator[str]:
    yield f"Svaren i ärendet: {part.view.title}"
    yield day_words(part)
    for party in part.view.parties:
        yield ""
        yield party.name.text
        yield f"Utfall: {party.outcome}" if party.criticised else SWEDISH.t(NO_CRITICISM)
        if party.undetermined:
            yield SWEDISH.t(UNDETERMINED)
        yield f"Svar: {party.reply.state}{f', {party.reply.when}' if party.reply.when else ''}"
        yield ""
        yield from (plain_words(party.reply.html) or party.reply.explanation).split("\n")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)

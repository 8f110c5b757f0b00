"""What a provider says of its own page: points for the editor to check, with the place of each record. Nothing of it is written by itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.desk.letter_facts import fact_lines
from generator.desk.reply_form import CHOICES, FilledForm
from generator.records.models import Kind
from generator.registry.registry import Registry


def points_text(registry: Registry, form: FilledForm) -> str:
    """The points as text; empty when the form says nothing of the page."""
    return "\n".join(_lines(registry, form))


def _lines(registry: Registry, form: FilledForm) -> Iterator[str]:
    given = [point for point in form.points if point.given]
    if not given:
        return
    document = registry.get(Kind.PROFILES, form.provider)
    places = fact_lines(document)
    yield "# Att kontrollera på leverantörens sida. Inget av det här skrivs in av sig självt:"
    agreed = [point.case for point in given if point.choices == ((point.case, CHOICES[0]),) and not point.words]
    for point in given:
        if point.case in agreed:
            continue
        said = f"leverantören säger: {point.choices[0][1]}" if point.choices else "leverantören skriver"
        yield f"{document.source.file}:{places[point.case]}: {point.case}, {said}" + (":" if point.words else "")
        yield from (f"    {line}".rstrip() for line in point.words.split("\n") if point.words)
    if agreed:
        yield f"Stämmer, enligt leverantören: {', '.join(agreed)}."
    yield ""

"""The map of the counties, and the list that says the same: how many providers the sources place in each."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.records.models import Kind
from generator.records.models.profile import Place
from generator.records.places import County, counties
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.pictures.county_map import CountyMark, county_map, shade_of, shade_steps
from generator.site.pictures.svg import Caption
from generator.site.swedish import sort_key


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A county in the list. shade: its step on the map, 0 where none is counted."""

    link: LinkView
    count: str
    shade: int


@dataclass(frozen=True, slots=True)
class CountiesView:
    """The map, the list beside it in alphabetical order, what the shades mean, and how many providers are placed at all."""

    map: Markup
    counties: tuple[CountyRow, ...]
    legend: tuple[tuple[int, str], ...]
    placed: str


def counties_view(maker: Maker) -> CountiesView:
    """All counties with how many providers we know of in each."""
    words = maker.words
    places = sorted(counties().values(), key=lambda c: sort_key(c.name))
    counts = {place.code: count_in(maker, place) for place in places}
    steps = shade_steps(max(counts.values(), default=0))
    rows = tuple(
        CountyRow(
            maker.county(place.code),
            words.count(counts[place.code], "leverantör", "leverantörer") if counts[place.code] else words.t("ingen dokumenterad"),
            shade_of(counts[place.code], steps),
        )
        for place in places
    )
    marks = tuple(
        CountyMark(place.code, counts[place.code], words.t("{county}: {count}", county=row.link.text, count=row.count), row.link.url or "")
        for place, row in zip(places, rows, strict=True)
    )
    caption = Caption(
        "lan",
        words.t("Karta över Sveriges län"),
        words.t("Varje län är en länk. Siffran på länet säger hur många leverantörer som källorna nämner där. Samma siffror står i listan."),
    )
    return CountiesView(county_map(caption, marks), rows, tuple(_legend(maker, steps)), _placed(maker))


def count_in(maker: Maker, county: County) -> int:
    """How many providers a source places in a county, in the whole of it or in one of its municipalities."""
    return sum(any(_lies_in(place, county) for place in d.record.places) for d in maker.registry.of(Kind.PROFILES))


def _lies_in(place: Place, county: County) -> bool:
    return county.code in (place.county, (place.municipality or "")[:2])


def _legend(maker: Maker, steps: tuple[tuple[int, int], ...]) -> list[tuple[int, str]]:
    """What each shade means, in words."""
    words = maker.words
    texts = [words.t("{low}–{high} leverantörer", low=low, high=high) if low < high else words.count(low, "leverantör", "leverantörer") for low, high in steps]
    return [(0, words.t("ingen dokumenterad")), *enumerate(texts, 1)]


def _placed(maker: Maker) -> str:
    """Of how many providers a source says where they are."""
    profiles = maker.registry.of(Kind.PROFILES)
    placed = sum(bool(d.record.places) for d in profiles)
    return maker.words.t("För {placed} av {all} leverantörer säger källorna var de har funnits.", placed=placed, all=len(profiles))

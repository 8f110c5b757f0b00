"""The outlines of the counties, the map that is drawn of them, and the list beside it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from drawn import links, texts, with_look
from hypothesis import given
from hypothesis import strategies as st
from made import CITED, profile, registry

from generator.records.places import counties
from generator.site.maker import Maker
from generator.site.pictures.county_map import CountyMark, county_map, shade_of, shade_steps
from generator.site.pictures.outlines import HEIGHT, WIDTH, outlines
from generator.site.pictures.svg import Caption
from generator.site.views.county_map import counties_view

Corner = tuple[int, int]
CAPTION = Caption("lan", "Karta", "Text")


def rings(path: str) -> list[list[Corner]]:
    """The closed rings of path data."""
    found = []
    for part in path.split("z")[:-1]:
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        x, y = numbers[:2]
        ring = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        found.append([*ring, ring[0]])
    return found


def inside(x: float, y: float, ring: list[Corner]) -> bool:
    crossings = sum((a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] for a, b in pairwise(ring))
    return crossings % 2 == 1


def test_every_county_has_an_outline_within_the_map() -> None:
    assert list(outlines()) == list(counties())
    corners = [corner for o in outlines().values() for ring in rings(o.path) for corner in ring]
    assert (min(x for x, _ in corners), max(x for x, _ in corners)) == (0, WIDTH)
    assert (min(y for _, y in corners), max(y for _, y in corners)) == (0, HEIGHT)


def test_neighbours_share_each_border_whole_so_that_nothing_gapes() -> None:
    owners = Counter(frozenset(side) for o in outlines().values() for ring in rings(o.path) for side in pairwise(ring))
    assert set(owners.values()) == {1, 2}
    # A border is walked from both ends: its corners are the same, so what is shared is whole lines and not single corners by chance.
    assert sum(count == 2 for count in owners.values()) > 300


def test_a_label_stands_inside_its_county_with_room_for_three_digits() -> None:
    for outline in outlines().values():
        for dx in (-12, 0, 12):
            assert any(inside(outline.x + dx, outline.y, ring) for ring in rings(outline.path)), outline.code


@given(st.integers(0, 10**6))
def test_every_count_has_exactly_one_shade_and_a_larger_one_is_never_lighter(highest: int) -> None:
    steps = shade_steps(highest)
    assert len(steps) == min(highest, 3)
    assert shade_of(0, steps) == 0
    for low, high in steps:
        assert shade_of(low, steps) == shade_of(high, steps) > 0
    assert [low for low, _ in steps[1:]] == [high + 1 for _, high in steps[:-1]]
    assert not steps or (steps[0][0], steps[-1][1]) == (1, highest)


def test_a_county_is_a_link_with_its_count_in_words_and_on_the_map() -> None:
    svg = county_map(CAPTION, [CountyMark("09", 3, "Gotlands län: 3 leverantörer", "/lan/09/"), CountyMark("10", 0, "Blekinge län: ingen", "/lan/10/")])
    assert links(svg) == [("/lan/09/", "Gotlands län: 3 leverantörer"), ("/lan/10/", "Blekinge län: ingen")]
    assert texts(svg) == ["3"]
    assert len(with_look(svg, "lan-3")) == len(with_look(svg, "lan-0")) == 1


def test_the_list_says_what_the_map_says() -> None:
    places = [{"municipality": "1280", "sources": CITED}, {"municipality": "1281", "sources": CITED}, {"county": "25", "sources": CITED}]
    view = counties_view(Maker(registry({"profiles/b": profile(name="B", places=places)})))
    assert [row.link.text for row in view.counties][-3:] == ["Västra Götalands län", "Örebro län", "Östergötlands län"]
    assert [(row.link.text, row.count, row.shade) for row in view.counties if row.shade] == [
        ("Norrbottens län", "1\N{NO-BREAK SPACE}leverantör", 1),
        ("Skåne län", "1\N{NO-BREAK SPACE}leverantör", 1),
    ]
    assert sorted(links(view.map)) == sorted((str(row.link.url), f"{row.link.text}: {row.count}") for row in view.counties)
    assert view.legend == ((0, "ingen dokumenterad"), (1, "1\N{NO-BREAK SPACE}leverantör"))
    assert view.placed == "För 1 av 2 leverantörer säger källorna var de har funnits."

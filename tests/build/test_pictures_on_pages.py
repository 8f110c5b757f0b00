"""The pictures on the built pages: each has a title and a description, no style of its own, and a twin in text with the same links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

_PICTURE = re.compile(r'<svg class="bild.*?</svg>', re.DOTALL)


def pictures(site: Path) -> Iterator[tuple[str, str, ElementTree.Element]]:
    """Page, its HTML without its pictures, and each picture on it."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        rest = _PICTURE.sub("", html)
        for drawn in _PICTURE.findall(html):
            yield page.relative_to(site).as_posix(), rest, ElementTree.fromstring(drawn)


@pytest.fixture(scope="module", params=["demo_site", "real_site"])
def found(request: pytest.FixtureRequest) -> list[tuple[str, str, ElementTree.Element]]:
    return list(pictures(request.getfixturevalue(request.param)))


def test_the_pages_that_should_have_a_picture_have_one(demo_site: Path, real_site: Path) -> None:
    demo = {page for page, _, _ in pictures(demo_site)}
    assert {"lan/index.html", "leverantor/exempel-ab/index.html", "jamfor-leverantorer/index.html"} <= demo
    real = {page for page, _, _ in pictures(real_site)}
    assert {"lan/index.html", "program/jobbcoachning/index.html", "markning/auktoriserat-omstallningsforetag/index.html"} <= real
    # The real records have no dated label yet, and the page says why there is no picture.
    assert "jamfor-leverantorer/index.html" not in real
    assert "Vi visar ingen bild över åren." in (real_site / "jamfor-leverantorer" / "index.html").read_text(encoding="utf-8")


def test_each_picture_has_a_title_and_a_description_of_its_own(found: list[tuple[str, str, ElementTree.Element]]) -> None:
    seen = set()
    for page, rest, svg in found:
        title, description = svg[0], svg[1]
        assert (title.tag, title.get("id")) == ("title", svg.get("aria-labelledby")), page
        assert (description.tag, description.get("id")) == ("desc", svg.get("aria-describedby")), page
        assert (title.text or "").strip(), page
        assert (description.text or "").strip(), page
        for name in (title.get("id"), description.get("id")):
            assert (page, name) not in seen, page
            assert f'id="{name}"' not in rest, page
            seen.add((page, name))


def test_what_has_links_inside_is_no_image(found: list[tuple[str, str, ElementTree.Element]]) -> None:
    for page, _, svg in found:
        assert svg.get("role") == ("group" if next(svg.iter("a"), None) is not None else "img"), page
        assert all(a.findtext("title", "").strip() for a in svg.iter("a")), page


def test_no_picture_has_style_script_or_colours_of_its_own(found: list[tuple[str, str, ElementTree.Element]]) -> None:
    for page, _, svg in found:
        assert {shape.tag for shape in svg.iter()} <= {"svg", "title", "desc", "a", "text", "line", "rect", "circle", "path"}, page
        assert not {name for shape in svg.iter() for name in shape.attrib} & {"style", "fill", "stroke", "color", "onclick"}, page


def test_every_link_in_a_picture_also_stands_in_the_text_or_is_a_row_there(found: list[tuple[str, str, ElementTree.Element]]) -> None:
    for page, rest, svg in found:
        for a in svg.iter("a"):
            url = a.get("href", "").replace("&", "&amp;")
            assert f'href="{url}"' in rest or f'id="{url.removeprefix("#")}"' in rest, f"{page} {url}"


def test_no_text_in_a_picture_is_smaller_than_twelve_pixels_on_a_narrow_phone(found: list[tuple[str, str, ElementTree.Element]]) -> None:
    for page, _, svg in found:
        width = float(svg.get("viewBox", "").split()[2])
        # 360 pixels less the page's margins of 16 on each side.
        assert all(float(t.get("font-size", "0")) * 328 / width >= 12 for t in svg.iter("text")), page

"""SVG elements as safe markup: everything is escaped, and the look is left to classes and presentation attributes, since the site allows no inline style."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.site.language import plain

Attribute = str | int | float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the picture's units; y grows downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: Box) -> bool:
        """True when the two have a part in common."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Box) -> bool:
        """True when the other lies inside."""
        return self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom


def number(value: float) -> str:
    """A coordinate with at most one decimal, the same on every machine. Raises ValueError for what is no number."""
    if not math.isfinite(value):
        raise ValueError(f"not a coordinate: {value!r}")
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(name: str, attributes: Mapping[str, Attribute | None], *children: str | Markup) -> Markup:
    """One element. Attributes that are None are left out; children that are not markup are escaped."""
    written = "".join(f' {key}="{escape(plain(value) if isinstance(value, str) else number(value))}"' for key, value in attributes.items() if value is not None)
    inside = Markup("").join(children)
    return Markup(f"<{name}{written}>{inside}</{name}>")


def text(content: str, x: float, y: float, *, look: str = "", anchor: str = "start", size: float = 13, lang: str | None = None) -> Markup:
    """A line of text whose baseline begins, ends (`end`) or has its middle at the point. look: its class."""
    return element(
        "text",
        {"x": x, "y": y, "font-size": size, "text-anchor": None if anchor == "start" else anchor, "class": look or None, "lang": lang},
        plain(content),
    )


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> Markup:
    """A straight line."""
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "class": look})


def rect(box: Box, look: str) -> Markup:
    """A filled rectangle."""
    return element("rect", {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "class": look})


def link(url: str, name: str, *children: Markup) -> Markup:
    """What leads somewhere. name: what it is called by those who hear the page; also shown under the pointer."""
    return element("a", {"href": url}, element("title", {}, plain(name)), *children)


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is and shows. key: unique on its page, small letters and hyphens."""

    key: str
    title: str
    description: str


def picture(caption: Caption, width: float, height: float, children: Iterable[Markup], *, linked: bool = False, look: str = "") -> Markup:
    """A whole picture. linked: parts of it lead somewhere, so it is a group of links and not one image.

    It is drawn from left to right also on pages in a script that runs the other way, as years and numbers are.
    """
    title, description = f"bild-{caption.key}", f"bild-{caption.key}-text"
    return element(
        "svg",
        {
            "class": f"bild {look}".strip(),
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "role": "group" if linked else "img",
            "aria-labelledby": title,
            "aria-describedby": description,
            "direction": "ltr",
        },
        element("title", {"id": title}, plain(caption.title)),
        element("desc", {"id": description}, plain(caption.description)),
        *children,
    )


# How wide an average letter is of the font's size; a little too much, so that what is measured fits.
_LETTER = 0.6


def text_width(content: str, size: float = 13) -> float:
    """About how wide a text is. No font is asked, so it is the same everywhere."""
    return len(content) * size * _LETTER


def shortened(content: str, width: float, size: float = 13) -> str:
    """The text as far as it fits, with dots where it was cut."""
    room = int(width / (size * _LETTER))
    return content if len(content) <= room else f"{content[: max(room - 1, 1)].rstrip()}…"

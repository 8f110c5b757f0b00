"""What a test reads out of a picture: its parts, its texts and where its links lead."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree

from markupsafe import Markup

Shape = ElementTree.Element


def parsed(svg: Markup) -> Shape:
    """The picture as XML, which it also is."""
    return ElementTree.fromstring(svg)


def links(svg: Markup) -> list[tuple[str, str]]:
    """Where each link leads and what it is called, in the order of the picture."""
    return [(a.get("href", ""), a.findtext("title", "")) for a in parsed(svg).iter("a")]


def texts(svg: Markup) -> list[str]:
    """What is written in the picture."""
    return [t.text or "" for t in parsed(svg).iter("text")]


def with_look(svg: Markup, look: str) -> list[Shape]:
    """The shapes of a class."""
    return [shape for shape in parsed(svg).iter() if look in (shape.get("class") or "").split()]


def amount(shape: Shape, name: str) -> float:
    """A number in the shape's attribute."""
    return float(shape.get(name, "nan"))


def outside(svg: Markup) -> list[str]:
    """Coordinates that are no numbers or lie outside the picture. The place where a text begins counts, its end does not."""
    root = parsed(svg)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    wrong = []
    for shape in root.iter():
        for name, limit in (("x", width), ("x1", width), ("x2", width), ("cx", width), ("y", height), ("y1", height), ("y2", height), ("cy", height)):
            value = shape.get(name)
            if value is not None and not (math.isfinite(float(value)) and -0.05 <= float(value) <= limit + 0.05):
                wrong.append(f"{shape.tag} {name}={value}")
        for name, begin, limit in (("width", "x", width), ("height", "y", height)):
            if shape.tag == "rect" and not 0 <= amount(shape, name) <= limit - amount(shape, begin) + 0.15:
                wrong.append(f"rect {name}={shape.get(name)}")
        if re.search(r"nan|inf", shape.get("d") or ""):
            wrong.append(f"path {shape.get('d')}")
    return wrong

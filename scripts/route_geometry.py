"""Make `routes.geojson` out of the waypoints in `data/source/geometry/courses.yaml`.

    python -m scripts.route_geometry

Every route becomes a MultiLineString; where its stretches follow on each other they are one
line. Its `over` tells for each of its lines and in their order whether land, sea or air is
crossed: a route over both is cut at the shore.
"""

from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from pyproj import Geod
from shapely.geometry import MultiLineString

from scripts.area_geometry import TARGET, feature, write

COURSES = TARGET / "courses.yaml"
SOURCE = "drawn for this project after published descriptions and maps, approximate"
GREAT_CIRCLE = "the shortest line between the two airports, not a flown course"
GEOD = Geod(ellps="WGS84")
FLIGHT_STEP = 50_000.0
"""Metres between two vertices of a great circle."""

Point = tuple[float, float]


class Stretch:
    """A line of waypoints, and what it crosses: land, sea or air."""

    def __init__(self, name: str, written: Any) -> None:
        rows = written["points"] if isinstance(written, dict) else written
        self.name = name
        self.over: str = written["over"] if isinstance(written, dict) else "land"
        points = [(float(row[0]), float(row[1])) for row in rows]
        self.points = great_circle(points) if self.over == "air" else points


def great_circle(ends: list[Point]) -> list[Point]:
    """The shortest line between two points, with a vertex every 50 km."""
    (lon0, lat0), (lon1, lat1) = ends
    count = int(_apart(*ends) // FLIGHT_STEP)
    return [ends[0], *GEOD.npts(lon0, lat0, lon1, lat1, count), ends[1]]


def read_courses(path: Path = COURSES) -> dict[str, list[tuple[str, list[Point]]]]:
    """Each route's lines, as what they cross and their points; ValueError where one breaks off."""
    text = yaml.safe_load(path.read_text("utf-8"))
    stretches = {name: Stretch(name, rows) for name, rows in text["stretches"].items()}
    return {route: _lines(route, names, stretches) for route, names in text["routes"].items()}


def _lines(
    route: str, names: list[str], stretches: dict[str, Stretch]
) -> list[tuple[str, list[Point]]]:
    lines: list[tuple[str, list[Point]]] = []
    for written in names:
        name = written.removeprefix("|")
        begins = name != written
        stretch = stretches[name.removeprefix("-")]
        points = stretch.points[::-1] if name.startswith("-") else stretch.points
        if lines and not begins and _apart(lines[-1][1][-1], points[0]) > 12_000:
            raise ValueError(f"{route}: {name} does not follow on what stands before it")
        if lines and not begins and lines[-1][0] == stretch.over:
            lines[-1] = (stretch.over, [*lines[-1][1], *points[points[0] == lines[-1][1][-1] :]])
        else:
            lines.append((stretch.over, list(points)))
    return lines


def _apart(a: Point, b: Point) -> float:
    return float(GEOD.inv(*a, *b)[2])


def length_km(points: list[Point]) -> float:
    """Geodesic length of a line."""
    return sum(_apart(a, b) for a, b in pairwise(points)) / 1000


def main() -> None:
    """Write the file."""
    rows = []
    for route, lines in sorted(read_courses().items()):
        over = [crossed for crossed, _ in lines]
        source = GREAT_CIRCLE if "air" in over else SOURCE
        geometry = MultiLineString([points for _, points in lines])
        rows.append(feature(route, geometry, source, over=over))
    write(TARGET / "routes.geojson", rows)


if __name__ == "__main__":
    main()

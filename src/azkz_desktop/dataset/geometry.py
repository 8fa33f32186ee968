"""Courses of lines and outlines of areas, from GeoJSON to the file's WKB."""

import json
from pathlib import Path

import shapely
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

from azkz_desktop.lean import dataclass

_WGS84 = Geod(ellps="WGS84")
_DIGITS = 6
"""Decimals of a degree that are kept: a tenth of a metre, far below any source's precision."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn of one subject, and the source that its outline or course is from."""

    geometry: BaseGeometry
    source: str | None
    where: str


def read_shapes(folder: Path, problems: list[str]) -> dict[str, Shape]:
    """The shapes of all FeatureCollections in *folder* by the subject's id.

    What is wrong with a file is added to *problems*.
    """
    shapes: dict[str, Shape] = {}
    for path in sorted(folder.glob("*.geojson")):
        where = f"geometry/{path.name}"
        try:
            features = json.loads(path.read_text(encoding="utf-8"))["features"]
        except (ValueError, KeyError, TypeError) as error:
            problems.append(f"{where}:1: this is no GeoJSON FeatureCollection ({error})")
            continue
        for number, feature in enumerate(features, start=1):
            place = f"{where}:feature {number}"
            if "id" not in feature or feature["id"] in shapes:
                problems.append(f"{place}: the id is missing or given twice")
                continue
            source = (feature.get("properties") or {}).get("source")
            shapes[feature["id"]] = Shape(_flat(feature["geometry"]), source, place)
    return shapes


def _flat(geojson: dict[str, object]) -> BaseGeometry:
    rounded: BaseGeometry = shapely.transform(
        shapely.force_2d(shape(geojson)), lambda points: points.round(_DIGITS)
    )
    return rounded


def as_lines(geometry: BaseGeometry) -> MultiLineString | None:
    """A course as MultiLineString, None where it is no line."""
    if not isinstance(geometry, LineString | MultiLineString):
        return None
    return geometry if isinstance(geometry, MultiLineString) else MultiLineString([geometry])


def as_area(geometry: BaseGeometry) -> MultiPolygon | Point | None:
    """An outline as MultiPolygon, a point as it is, None for anything else."""
    if isinstance(geometry, Point):
        return geometry
    if not isinstance(geometry, Polygon | MultiPolygon):
        return None
    return geometry if isinstance(geometry, MultiPolygon) else MultiPolygon([geometry])


def wkb(geometry: BaseGeometry) -> bytes:
    """The 2D ISO WKB of a geometry, little-endian."""
    binary: bytes = shapely.to_wkb(geometry, output_dimension=2, byte_order=1, flavor="iso")
    return binary


def length_km(geometry: BaseGeometry) -> float:
    """The geodesic length on the WGS 84 ellipsoid in km, to the hundred metres."""
    return round(_WGS84.geometry_length(geometry) / 1000, 1)

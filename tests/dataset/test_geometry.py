"""Courses and outlines: what is read from GeoJSON, and what of it goes into the file."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon

from azkz_desktop.dataset.geometry import as_area, as_lines, length_km, read_shapes, wkb

SQUARE = [(50.0, 40.0), (51.0, 40.0), (51.0, 41.0), (50.0, 40.0)]


def collection(*features: Mapping[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def test_features_are_read_flat_and_to_a_tenth_of_a_metre(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[50.123456789, 40, 7], [51, 41, 7]]}
    (tmp_path / "routes.geojson").write_text(
        collection({"id": "a", "geometry": line, "properties": {"source": "drawn"}}),
        encoding="utf-8",
    )
    problems: list[str] = []
    shape = read_shapes(tmp_path, problems)["a"]
    assert problems == []
    assert list(shape.geometry.coords) == [(50.123457, 40.0), (51.0, 41.0)]
    assert (shape.source, shape.where) == ("drawn", "geometry/routes.geojson:feature 1")


def test_an_id_given_twice_is_told(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [50, 40]}
    feature = {"id": "a", "geometry": point}
    (tmp_path / "areas.geojson").write_text(collection(feature), encoding="utf-8")
    (tmp_path / "routes.geojson").write_text(collection(feature, {}), encoding="utf-8")
    problems: list[str] = []
    assert set(read_shapes(tmp_path, problems)) == {"a"}
    assert [problem.partition(": ")[0] for problem in problems] == [
        "geometry/routes.geojson:feature 1",
        "geometry/routes.geojson:feature 2",
    ]


def test_courses_are_many_lines_and_outlines_many_surfaces() -> None:
    line = LineString(SQUARE)
    assert as_lines(line) == MultiLineString([line])
    assert as_lines(MultiLineString([line])) == MultiLineString([line])
    assert as_lines(Point(1, 1)) is as_lines(Polygon(SQUARE)) is None
    surface = Polygon(SQUARE)
    assert as_area(surface) == MultiPolygon([surface])
    assert as_area(MultiPolygon([surface])) == MultiPolygon([surface])
    assert as_area(Point(1, 1)) == Point(1, 1)
    assert as_area(line) is None


coordinates = st.tuples(st.floats(-179, 179, allow_nan=False), st.floats(-89, 89, allow_nan=False))


@given(st.lists(coordinates, min_size=2, max_size=6))
def test_wkb_is_iso_and_comes_back_the_same(points: list[tuple[float, float]]) -> None:
    course = MultiLineString([LineString(points)])
    binary = wkb(course)
    assert binary[0] == 1
    assert int.from_bytes(binary[1:5], "little") == 5
    assert shapely.from_wkb(binary) == course


@given(coordinates, coordinates)
def test_length_is_geodesic(one: tuple[float, float], other: tuple[float, float]) -> None:
    _, _, metres = Geod(ellps="WGS84").inv(*one, *other)
    assert length_km(LineString([one, other])) == pytest.approx(metres / 1000, abs=0.05)


def test_a_degree_of_latitude_is_some_111_km() -> None:
    assert length_km(LineString([(50, 40), (50, 41)])) == 111.0

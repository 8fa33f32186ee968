"""The projection against pyproj, both ways, and what equal-area promises."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from azkz_desktop.map.projection import (
    project,
    project_point,
    project_points,
    unproject,
    unproject_point,
)

LAEA = "+proj=laea +lon_0=51 +lat_0=42 +ellps=WGS84 +units=m"
TO_LAEA = Transformer.from_crs("EPSG:4326", LAEA, always_xy=True)
FROM_LAEA = Transformer.from_crs(LAEA, "EPSG:4326", always_xy=True)
LONGITUDES = st.floats(-60, 160)
LATITUDES = st.floats(-30, 89.9)


def grid() -> tuple[np.ndarray, np.ndarray]:
    lon, lat = np.meshgrid(np.linspace(20, 95, 151), np.linspace(25, 65, 81))
    return lon.ravel(), lat.ravel()


def test_forward_is_within_a_micrometre_of_pyproj() -> None:
    lon, lat = grid()
    x, y = project(lon, lat)
    expected_x, expected_y = TO_LAEA.transform(lon, lat)
    assert np.abs(x - expected_x).max() < 1e-6
    assert np.abs(y - expected_y).max() < 1e-6


def test_inverse_is_within_a_micrometre_of_pyproj() -> None:
    """Through pyproj's forward formula: its inverse is a series, good to 2 mm only."""
    x, y = (
        axis.ravel() for axis in np.meshgrid(np.arange(-4e6, 4e6, 8e4), np.arange(-3e6, 3e6, 6e4))
    )
    lon, lat = unproject(x, y)
    back_x, back_y = TO_LAEA.transform(lon, lat)
    assert np.abs(x - back_x).max() < 1e-6
    assert np.abs(y - back_y).max() < 1e-6
    series_lon, series_lat = FROM_LAEA.transform(x, y)
    assert np.hypot(lon - series_lon, lat - series_lat).max() < 3e-8


def test_the_sphere_would_be_off_by_hundreds_of_metres() -> None:
    """The tolerance above can tell the ellipsoid from the sphere."""
    sphere = Transformer.from_crs(
        "EPSG:4326", "+proj=laea +lon_0=51 +lat_0=42 +R=6371007 +units=m", always_xy=True
    )
    x, _ = project(50.0, 37.0)
    assert abs(float(x) - sphere.transform(50.0, 37.0)[0]) > 100


@given(LONGITUDES, LATITUDES)
def test_there_and_back_again(lon: float, lat: float) -> None:
    back_lon, back_lat = unproject(*project(lon, lat))
    assert float(back_lat) == pytest.approx(lat, abs=1e-9)
    assert (float(back_lon) - lon) * np.cos(np.radians(lat)) == pytest.approx(0, abs=1e-9)


@given(st.floats(22, 90), st.floats(32, 58))
def test_areas_are_kept(lon: float, lat: float) -> None:
    d = 0.05
    corners = [(lon - d, lat - d), (lon + d, lat - d), (lon + d, lat + d), (lon - d, lat + d)]
    ring = np.array(
        [
            (1 - t) * np.array(a) + t * np.array(b)
            for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
            for t in np.linspace(0, 1, 20, endpoint=False)
        ]
    )
    x, y = project_points(ring).T
    drawn = 0.5 * abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))
    true = abs(Geod(ellps="WGS84").polygon_area_perimeter(ring[:, 0], ring[:, 1])[0])
    assert drawn == pytest.approx(true, rel=1e-5)


def test_centre_is_the_origin_and_the_edge_of_the_world_is_nan() -> None:
    assert np.hypot(*project(51.0, 42.0)) == pytest.approx(0, abs=1e-9)
    lon, lat = unproject([0.0, 2e7], [0.0, 0.0])
    assert (lon[0], lat[0]) == pytest.approx((51.0, 42.0))
    assert np.isnan(lon[1])
    assert np.isnan(lat[1])


@given(st.floats(-128, 230), st.floats(-90, 90))
def test_one_point_goes_where_an_array_of_it_goes(lon: float, lat: float) -> None:
    x, y = project_point(lon, lat)
    assert (x, y) == pytest.approx(tuple(float(axis) for axis in project(lon, lat)), abs=1e-6)


@given(st.floats(-1.5e7, 1.5e7), st.floats(-1.5e7, 1.5e7))
def test_one_point_comes_back_as_an_array_of_it_does(x: float, y: float) -> None:
    lon, lat = unproject([x], [y])
    found = unproject_point(x, y)
    assert found[1] == pytest.approx(float(lat[0]), abs=1e-8, nan_ok=True)
    around = (found[0] - float(lon[0]) + 180) % 360 - 180
    assert around == pytest.approx(0, abs=1e-6) or np.isnan(lon[0])
    assert np.isnan(found[0]) == np.isnan(lon[0])


def test_the_centre_and_the_pole_come_back_as_points() -> None:
    assert project_point(51.0, 42.0) == pytest.approx((0, 0), abs=1e-8)
    assert unproject_point(0.0, 0.0) == pytest.approx((51.0, 42.0))
    assert unproject_point(*project_point(10.0, 90.0))[1] == pytest.approx(90, abs=1e-6)

"""The nearest point of a coast is the nearest of all of them, though few are measured."""

import numpy as np
import pytest

from azkz_desktop.map.sectors import Coasts
from tests.map.geodesic import dense, geodesics, nearest_km


@pytest.mark.parametrize("spacing", [500, 20_000])
def test_it_is_what_measuring_every_point_finds(coast_lines: Coasts, spacing: float) -> None:
    random = np.random.default_rng(2018)
    for lines in coast_lines.values():
        coast = dense(lines, spacing)
        for lon, lat in random.uniform((46.5, 36.5), (54.5, 47.0), (6, 2)):
            wanted = geodesics(lon, lat, coast).min() / 1000
            assert nearest_km(lon, lat, coast) == wanted > 0


def test_a_sphere_alone_would_name_another() -> None:
    """A degree to the north is shorter than on a sphere, one to the east longer."""
    lats, lons = np.linspace(0.98, 1.02, 41), np.full(41, 50.0)
    east = 50 + 1.0 / np.cos(np.radians(42.0))
    for north in lats:
        points = np.array([lons[0], east]), np.array([42 + north, 42.0])
        assert nearest_km(50, 42, points) == geodesics(50, 42, points).min() / 1000

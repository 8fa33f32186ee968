"""How far it is to a coast, measured on the ellipsoid: what tests hold computed lines against."""

from typing import Any

import numpy as np
import pyproj
import shapely

from azkz_desktop.map.projection import unproject

GEOD = pyproj.Geod(ellps="WGS84")
DEGREES = tuple[np.ndarray, np.ndarray]
"""Longitudes and latitudes of points."""
_OFF = 1.02
"""A sphere's distances are off by less than 0.6 %: what is longer by more is not the nearest."""


def dense(lines: list[Any], step: float) -> DEGREES:
    """Points along coasts (metres of the map), at most *step* metres apart."""
    xy = np.concatenate([shapely.get_coordinates(shapely.segmentize(line, step)) for line in lines])
    return unproject(xy[:, 0], xy[:, 1])


def nearest_km(lon: float, lat: float, coast: DEGREES) -> float:
    """To the nearest of the points of *coast*; the sphere says which may be that."""
    roughly = _on_sphere(lon, lat, coast)
    near = roughly <= roughly.min() * _OFF
    return float(geodesics(lon, lat, (coast[0][near], coast[1][near])).min()) / 1000


def geodesics(lon: float, lat: float, points: DEGREES) -> np.ndarray:
    """Metres to each of *points*."""
    count = len(points[0])
    metres: np.ndarray = GEOD.inv(np.full(count, lon), np.full(count, lat), *points)[2]
    return metres


def _on_sphere(lon: float, lat: float, points: DEGREES) -> np.ndarray:
    """Angles in radians, by the haversine formula."""
    lons, lats = np.radians(points[0]), np.radians(points[1])
    here = np.radians(lat)
    across = np.cos(here) * np.cos(lats) * np.sin((lons - np.radians(lon)) / 2) ** 2
    angles: np.ndarray = 2 * np.arcsin(np.sqrt(np.sin((lats - here) / 2) ** 2 + across))
    return angles

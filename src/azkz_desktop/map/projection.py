"""The map's projection: Lambert azimuthal equal-area about 51° E 42° N, on the WGS84 ellipsoid.

Equal area, because the map compares shares of a sea. On a sphere places would lie up to 1 km
off. Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS 1395, 1987), 3-11 to 3-16
and 24-17 to 24-26; the latitude is found from the authalic one by Newton's method instead of
the series, which is good to 1e-9 m.
"""

from math import asin, atan2, atanh, copysign, cos, degrees, hypot, nan, pi, radians, sin, sqrt
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

CENTRE_LON: Final = 51.0
CENTRE_LAT: Final = 42.0
SEMI_MAJOR: Final = 6378137.0
FLATTENING: Final = 1 / 298.257223563
E2: Final = FLATTENING * (2 - FLATTENING)
"""The square of the ellipsoid's eccentricity."""
_E: Final = E2**0.5
_NEWTON_STEPS: Final = 3


def _authalic_q(sin_lat: Floats) -> Floats:
    """Snyder's q (3-12): proportional to the area between the equator and a latitude."""
    es = _E * sin_lat
    q: Floats = (1 - E2) * (sin_lat / (1 - es * es) + np.arctanh(es) / _E)
    return q


_Q_POLE: Final = float(_authalic_q(np.array(1.0)))
_RADIUS: Final = SEMI_MAJOR * (_Q_POLE / 2) ** 0.5
_SIN_LAT_0: Final = float(np.sin(np.radians(CENTRE_LAT)))
_COS_LAT_0: Final = float(np.cos(np.radians(CENTRE_LAT)))
_SIN_BETA_0: Final = float(_authalic_q(np.array(_SIN_LAT_0))) / _Q_POLE
_COS_BETA_0: Final = (1 - _SIN_BETA_0**2) ** 0.5
_D: Final = SEMI_MAJOR * _COS_LAT_0 / (1 - E2 * _SIN_LAT_0**2) ** 0.5 / (_RADIUS * _COS_BETA_0)


def project(lon: ArrayLike, lat: ArrayLike) -> tuple[Floats, Floats]:
    """Degrees to metres east and north of the centre, elementwise.

    Good everywhere but at the centre's antipode, which has no place on the map.
    """
    dlon = np.radians(np.asarray(lon, dtype=np.float64) - CENTRE_LON)
    sin_beta = _authalic_q(np.sin(np.radians(np.asarray(lat, dtype=np.float64)))) / _Q_POLE
    cos_beta = np.sqrt(np.maximum(0.0, 1 - sin_beta * sin_beta))
    cos_dlon = np.cos(dlon)
    nearness = 1 + _SIN_BETA_0 * sin_beta + _COS_BETA_0 * cos_beta * cos_dlon
    b = _RADIUS * np.sqrt(2 / nearness)
    x = b * _D * cos_beta * np.sin(dlon)
    y = b / _D * (_COS_BETA_0 * sin_beta - _SIN_BETA_0 * cos_beta * cos_dlon)
    return x, y


def unproject(x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
    """Metres east and north of the centre to degrees; NaN off the edge of the world."""
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    rho = np.hypot(x / _D, y * _D)
    with np.errstate(invalid="ignore"):
        arc = 2 * np.arcsin(rho / (2 * _RADIUS))
    sin_arc, cos_arc = np.sin(arc), np.cos(arc)
    per_rho = np.divide(sin_arc, rho, out=np.zeros_like(rho), where=rho > 0)
    sin_beta = cos_arc * _SIN_BETA_0 + _D * y * per_rho * _COS_BETA_0
    east = x * per_rho
    north = _D * _COS_BETA_0 * cos_arc - _D * _D * y * per_rho * _SIN_BETA_0
    lon = CENTRE_LON + np.degrees(np.arctan2(east, north))
    lat = np.degrees(_latitude(np.clip(sin_beta, -1, 1)))
    return (lon + 180) % 360 - 180, lat


def _latitude(sin_beta: Floats) -> Floats:
    """Geodetic latitude (radians) whose authalic latitude has the sine *sin_beta*."""
    q = sin_beta * _Q_POLE
    lat: Floats = np.arcsin(sin_beta)
    for _ in range(_NEWTON_STEPS):
        sin_lat = np.sin(lat)
        slope = 2 * (1 - E2) * np.cos(lat) / (1 - E2 * sin_lat * sin_lat) ** 2
        step = np.divide(q - _authalic_q(sin_lat), slope, out=np.zeros_like(lat), where=slope > 0)
        lat = np.clip(lat + step, -np.pi / 2, np.pi / 2)
    return lat


def project_points(lonlat: ArrayLike) -> Floats:
    """(n, 2) degrees to (n, 2) metres."""
    points = np.asarray(lonlat, dtype=np.float64).reshape(-1, 2)
    return np.column_stack(project(points[:, 0], points[:, 1]))


# One point: the same formulas in plain numbers, a fifteenth of the time that an array of one
# takes. Every frame of a moved map asks for some.


def project_point(lon: float, lat: float) -> tuple[float, float]:
    """`project` for one point."""
    dlon = radians(lon - CENTRE_LON)
    sin_beta = _point_q(sin(radians(lat))) / _Q_POLE
    cos_beta = sqrt(max(0.0, 1 - sin_beta * sin_beta))
    cos_dlon = cos(dlon)
    nearness = 1 + _SIN_BETA_0 * sin_beta + _COS_BETA_0 * cos_beta * cos_dlon
    b = _RADIUS * sqrt(2 / nearness)
    y = b / _D * (_COS_BETA_0 * sin_beta - _SIN_BETA_0 * cos_beta * cos_dlon)
    return b * _D * cos_beta * sin(dlon), y


def unproject_point(x: float, y: float) -> tuple[float, float]:
    """`unproject` for one point."""
    rho = hypot(x / _D, y * _D)
    if rho > 2 * _RADIUS:
        return nan, nan
    arc = 2 * asin(rho / (2 * _RADIUS))
    cos_arc = cos(arc)
    per_rho = sin(arc) / rho if rho > 0 else 0.0
    sin_beta = cos_arc * _SIN_BETA_0 + _D * y * per_rho * _COS_BETA_0
    north = _D * _COS_BETA_0 * cos_arc - _D * _D * y * per_rho * _SIN_BETA_0
    lon = CENTRE_LON + degrees(atan2(x * per_rho, north))
    return (lon + 180) % 360 - 180, degrees(_point_latitude(min(max(sin_beta, -1.0), 1.0)))


def _point_q(sin_lat: float) -> float:
    es = _E * sin_lat
    return (1 - E2) * (sin_lat / (1 - es * es) + atanh(es) / _E)


def _point_latitude(sin_beta: float) -> float:
    lat = asin(sin_beta)
    for _ in range(_NEWTON_STEPS):
        sin_lat = sin(lat)
        slope = 2 * (1 - E2) * cos(lat) / (1 - E2 * sin_lat * sin_lat) ** 2
        if slope <= 0:
            break
        lat += (sin_beta * _Q_POLE - _point_q(sin_lat)) / slope
        if abs(lat) > pi / 2:
            lat = copysign(pi / 2, lat)
    return lat

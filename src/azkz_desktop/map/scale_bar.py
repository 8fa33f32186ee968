"""A length on the ground that is true at the map's middle."""

from math import cos, hypot, radians, sin
from typing import Final

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import ScaleBar
from azkz_desktop.map.projection import E2, SEMI_MAJOR
from azkz_desktop.map.shapes import Box
from azkz_desktop.translation import translate

BAR_LONGEST: Final = 150.0
BAR_GRAIN: Final = 16
"""Parts of a pixel to which the scale bar is long."""
KILOMETRES: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def ground_scale(camera: Camera, px: float, py: float) -> float:
    """Metres on the ground for one pixel to the right of (px, py).

    The projection keeps areas, not lengths: away from its centre the two differ by a few per
    cent, so that a length is asked of the ellipsoid, over ten pixels.
    """
    ends = camera.lonlat(px - 5, py), camera.lonlat(px + 5, py)
    if ends[0] is None or ends[1] is None:
        return camera.scale
    return short_distance(ends[0], ends[1]) / 10


def short_distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres between two near points (degrees): the ellipsoid's radii at their mean latitude."""
    middle = radians((a[1] + b[1]) / 2)
    w = 1 - E2 * sin(middle) ** 2
    north = radians(b[1] - a[1]) * SEMI_MAJOR * (1 - E2) / w**1.5
    east = radians(b[0] - a[0]) * SEMI_MAJOR * cos(middle) / w**0.5
    return hypot(north, east)


def scale_bar(camera: Camera, plot: Box) -> ScaleBar:
    """The longest round length that fits, true at the middle of *plot*, at its lower right.

    True to a part of a pixel: so its picture serves for many places of the map.
    """
    per_pixel = ground_scale(camera, (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2)
    fitting = [km for km in KILOMETRES if km * 1000 / per_pixel <= BAR_LONGEST]
    km = fitting[-1] if fitting else KILOMETRES[0]
    pixels = round(km * 1000 / per_pixel * BAR_GRAIN) / BAR_GRAIN
    text = translate("Map", "%s km") % km
    return ScaleBar(plot.right - 16 - pixels, plot.bottom - 14, pixels, text)

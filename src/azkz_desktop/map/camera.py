"""From metres of the projection to pixels and back; moving about is making another camera."""

from functools import lru_cache
from math import isnan
from typing import Final

from azkz_desktop.lean import dataclass
from azkz_desktop.map.projection import project_point, unproject_point
from azkz_desktop.map.shapes import Box, Floats
from azkz_desktop.view.state import MapWindow

NARROWEST_KM: Final = 15.0
WIDEST_KM: Final = 9000.0
WIDEST_FRAME: Final = 2.1
"""In a picture wider than so many times its height, the height decides the scale."""
REACH: Final = 4_500_000.0
"""Metres from the projection's centre beyond which the map's centre does not go."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A picture of *width* × *height* pixels about the point (*x*, *y*) in metres.

    `scale` is metres a pixel, the same in both directions; y points up in metres and down in
    pixels.
    """

    x: float
    y: float
    scale: float
    width: float
    height: float

    def to_pixels(self, xy: Floats) -> Floats:
        """(n, 2) metres to (n, 2) pixels."""
        pixels: Floats = (xy - (self.x, self.y)) * (1 / self.scale, -1 / self.scale)
        pixels += (self.width / 2, self.height / 2)
        return pixels

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """One point, metres to pixels."""
        across = (x - self.x) / self.scale + self.width / 2
        return across, (self.y - y) / self.scale + self.height / 2

    def metres(self, px: float, py: float) -> tuple[float, float]:
        """One point, pixels to metres."""
        across = self.x + (px - self.width / 2) * self.scale
        return across, self.y - (py - self.height / 2) * self.scale

    def lonlat(self, px: float, py: float) -> tuple[float, float] | None:
        """One point, pixels to degrees; None off the edge of the world."""
        lon, lat = unproject_point(*self.metres(px, py))
        return None if isnan(lon) else (lon, lat)

    @property
    def box(self) -> Box:
        """What is in sight, in metres: `top` is the smaller y."""
        half_x, half_y = self.width / 2 * self.scale, self.height / 2 * self.scale
        return Box(self.x - half_x, self.y - half_y, self.x + half_x, self.y + half_y)

    def panned(self, dx: float, dy: float) -> "Camera":
        """The picture moved by so many pixels to the right and down."""
        x, y = self.x - dx * self.scale, self.y + dy * self.scale
        return Camera(_within(x, REACH), _within(y, REACH), self.scale, self.width, self.height)

    def zoomed(self, factor: float, px: float, py: float) -> "Camera":
        """*factor* times as large, the point under pixel (px, py) staying there."""
        at_x, at_y = self.metres(px, py)
        scale = self.scale / factor
        width = _measured(self.width, self.height)
        scale = min(max(scale, NARROWEST_KM * 1000 / width), WIDEST_KM * 1000 / width)
        x = at_x - (px - self.width / 2) * scale
        y = at_y + (py - self.height / 2) * scale
        return Camera(_within(x, REACH), _within(y, REACH), scale, self.width, self.height)

    def resized(self, width: float, height: float) -> "Camera":
        """The same centre and scale in a picture of another size."""
        return Camera(self.x, self.y, self.scale, width, height)

    @property
    def window(self) -> MapWindow:
        """The same as the view writes it down."""
        lon, lat = unproject_point(self.x, self.y)
        span = self.scale * _measured(self.width, self.height)
        return MapWindow(lon, lat, span / 1000)


def _measured(width: float, height: float) -> float:
    """The pixels of a picture's width that a window's kilometres are counted by."""
    return min(width, height * WIDEST_FRAME)


def _within(value: float, reach: float) -> float:
    return min(max(value, -reach), reach)


@lru_cache(maxsize=64)
def camera_of(window: MapWindow, width: float, height: float) -> Camera:
    """What shows *window* in a picture of *width* × *height* pixels."""
    width, height = max(width, 1.0), max(height, 1.0)
    x, y = project_point(window.lon, window.lat)
    span = min(max(window.width_km, NARROWEST_KM), WIDEST_KM) * 1000
    return Camera(x, y, span / _measured(width, height), width, height)

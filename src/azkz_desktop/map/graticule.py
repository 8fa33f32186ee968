"""Meridians and parallels as far apart as the scale asks, and their degrees at the edges."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import GraticuleLine, Label
from azkz_desktop.map.projection import project, unproject
from azkz_desktop.map.shapes import Box, Floats

STEPS: Final = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
WANTED: Final = 170.0
"""Pixels: lines are at least so far apart."""
DEGREE_KM: Final = 85.0
"""A middling degree between a meridian's and a parallel's, in km."""
POINTS: Final = 60
FARTHEST: Final = (-30.0, 160.0, -10.0, 88.0)
BANNER: Final = 330.0
"""Pixels at the left of the upper edge that the moment in words fills."""
LABEL_ROLE: Final = "degree"


def step_for(camera: Camera) -> float:
    """Degrees between two lines."""
    least = WANTED * camera.scale / (DEGREE_KM * 1000)
    return next((step for step in STEPS if step >= least), STEPS[-1])


def _extent(camera: Camera) -> tuple[float, float, float, float]:
    """West, east, south, north of what is in sight, in degrees."""
    across, down = np.meshgrid(np.linspace(0, camera.width, 9), np.linspace(0, camera.height, 9))
    xy = [camera.metres(px, py) for px, py in zip(across.flat, down.flat, strict=True)]
    lon, lat = unproject(*np.array(xy).T)
    west, east, south, north = FARTHEST
    return (
        max(west, float(np.nanmin(lon)) - 1),
        min(east, float(np.nanmax(lon)) + 1),
        max(south, float(np.nanmin(lat)) - 1),
        min(north, float(np.nanmax(lat)) + 1),
    )


def lines(camera: Camera) -> list[GraticuleLine]:
    """Each line in sight."""
    step = step_for(camera)
    west, east, south, north = _extent(camera)
    along_lat, along_lon = np.linspace(south, north, POINTS), np.linspace(west, east, POINTS)
    meridians = [
        GraticuleLine(True, float(lon), _pixels(camera, np.full(POINTS, lon), along_lat))
        for lon in np.arange(np.ceil(west / step), east / step) * step
    ]
    parallels = [
        GraticuleLine(False, float(lat), _pixels(camera, along_lon, np.full(POINTS, lat)))
        for lat in np.arange(np.ceil(south / step), north / step) * step
    ]
    return meridians + parallels


def _pixels(camera: Camera, lon: Floats, lat: Floats) -> Floats:
    return camera.to_pixels(np.column_stack(project(lon, lat)))


def degree_text(degree: float, meridian: bool) -> str:
    """A degree with its side of the world: "50° E"."""
    side = ("E" if degree >= 0 else "W") if meridian else ("N" if degree >= 0 else "S")
    number = f"{abs(degree):.1f}".rstrip("0").rstrip(".")
    return f"{number}° {side}"


def degrees(drawn: Sequence[GraticuleLine], offset: tuple[float, float], plot: Box) -> list[Label]:
    """Meridians' degrees along the top edge, parallels' along the right one.

    The lines lie *offset* pixels away from where they are drawn in their scene.
    """
    dx, dy = offset
    labels = []
    for line in drawn:
        text = (degree_text(line.degree, line.meridian),)
        if line.meridian:
            x = _crossing(line.pixels, plot.top + 1 - dy, axis=1)
            if x is not None and plot.left + BANNER < x + dx < plot.right - 46:
                labels.append(Label(text, LABEL_ROLE, "secondary", x + dx, plot.top + 9, 0))
        else:
            y = _crossing(line.pixels, plot.right - 1 - dx, axis=0)
            if y is not None and plot.top + 26 < y + dy < plot.bottom - 60:
                labels.append(Label(text, LABEL_ROLE, "secondary", plot.right - 5, y + dy, 1))
    return labels


def _crossing(pixels: Floats, at: float, axis: int) -> float | None:
    """Where a line crosses x = *at* (axis 0) or y = *at* (axis 1), on the other axis."""
    own, other = pixels[:, axis], pixels[:, 1 - axis]
    after = np.flatnonzero((own[:-1] - at) * (own[1:] - at) <= 0)
    if not len(after):
        return None
    i = int(after[0])
    span = own[i + 1] - own[i]
    share = 0.0 if span == 0 else (at - own[i]) / span
    return float(other[i] + share * (other[i + 1] - other[i]))

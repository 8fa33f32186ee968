"""Meridians and parallels as far apart as the scale asks, and their degrees at the edges."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

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


def degrees(drawn: Sequence["Edge"], offset: tuple[float, float], plot: Box) -> list[Label]:
    """Meridians' degrees along the top edge, parallels' along the right one.

    The lines lie *offset* pixels away from where they are drawn in their scene.
    """
    dx, dy = offset
    labels = []
    top, right = plot.top + 1 - dy, plot.right - 1 - dx
    for words, meridian, crossing in drawn:
        if meridian:
            x = crossing.at(top)
            if x is not None and plot.left + BANNER < x + dx < plot.right - 46:
                labels.append(Label(words, LABEL_ROLE, "secondary", x + dx, plot.top + 9, 0))
        else:
            y = crossing.at(right)
            if y is not None and plot.top + 26 < y + dy < plot.bottom - 60:
                labels.append(Label(words, LABEL_ROLE, "secondary", plot.right - 5, y + dy, 1))
    return labels


class Crossing(NamedTuple):
    """A line's pixels on one axis, rising, and those on the other: plain numbers, for every pan.

    Where they do not rise all along (the line bends back), the first crossing counts.
    """

    own: list[float]
    other: list[float]
    rises: bool

    @classmethod
    def of(cls, pixels: Floats, axis: int) -> "Crossing":
        """Where a line (n, 2) crosses a value of *axis*."""
        steps = np.diff(pixels[:, axis])
        if (steps <= 0).all():
            steps, pixels = -steps, pixels[::-1]
        rises = bool((steps >= 0).all())
        return cls(pixels[:, axis].tolist(), pixels[:, 1 - axis].tolist(), rises)

    def at(self, value: float) -> float | None:
        """The pixel on the other axis where the line crosses *value*, None where it does not."""
        own, other, rises = self
        if rises:
            if not own[0] <= value <= own[-1]:
                return None
            i = max(bisect_left(own, value), 1)
        else:
            pairs = enumerate(pairwise(own), 1)
            i = next((i for i, (a, b) in pairs if (a - value) * (b - value) <= 0), 0)
            if not i:
                return None
        span = own[i] - own[i - 1]
        share = 0.0 if span == 0 else (value - own[i - 1]) / span
        return other[i - 1] + share * (other[i] - other[i - 1])


class Edge(NamedTuple):
    """A line of the graticule as the frame has it: its degree in words, where it crosses what."""

    words: tuple[str]
    meridian: bool
    crossing: Crossing


def edges(drawn: Sequence[GraticuleLine]) -> list[Edge]:
    """The lines of a scene, made ready for all the places that its picture is moved to."""
    return [
        Edge(
            (degree_text(one.degree, one.meridian),),
            one.meridian,
            Crossing.of(one.pixels, axis=int(one.meridian)),
        )
        for one in drawn
    ]

"""The basemap as marks: which layers, at which level of detail, with which pens."""

from collections.abc import Sequence
from functools import lru_cache

from azkz_desktop.map import graticule
from azkz_desktop.map.basemap import Basemap, level_for
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import GraticuleLine, Ground, Pen

FAR_SCALE = 1800.0
"""Metres a pixel from which on the coarse land around the region can be in sight."""
THIN = 1.0
"""Cosmetic pens up to this width take Qt's fast path; every dense layer keeps to it."""


class Grounds:
    """Makes the layers of the ground; the same ones again are the same objects."""

    def __init__(self, basemap: Basemap) -> None:
        self.basemap = basemap
        self._made = lru_cache(maxsize=8)(self._make)
        self._lines = lru_cache(maxsize=4)(_graticule)

    def ground(self, scale: float, layers: Sequence[str]) -> tuple[Ground, ...]:
        """The basemap at the level of detail for *scale*."""
        far = scale >= FAR_SCALE
        return self._made(level_for(scale), far, "rivers" in layers, "borders" in layers)

    def graticule(self, camera: Camera, layers: Sequence[str]) -> tuple[GraticuleLine, ...]:
        """Meridians and parallels in sight, none where they are off."""
        return self._lines(camera) if "graticule" in layers else ()

    def _make(self, index: int, far: bool, rivers: bool, borders: bool) -> tuple[Ground, ...]:
        level = self.basemap.level(index)
        coast = Pen("coast", THIN)
        found = []
        if far:
            land, edge = self.basemap.far(index)
            found += [Ground(land, fill="land", edged=True), Ground(edge, pen=coast)]
        found += [
            Ground(level.land, fill="land", edged=True),
            Ground(level.two_states, fill="two_states", edged=borders),
            Ground(level.lakes, fill="water", pen=coast, edged=True),
        ]
        if rivers:
            found.append(Ground(level.rivers, pen=Pen("river", THIN)))
        found.append(Ground(level.coast, pen=coast))
        if borders:
            found.append(Ground(level.borders, pen=Pen("border", THIN)))
            found.append(Ground(level.disputed, pen=Pen("border", THIN, (5.0, 3.0))))
        return tuple(found)


def _graticule(camera: Camera) -> tuple[GraticuleLine, ...]:
    return tuple(graticule.lines(camera))

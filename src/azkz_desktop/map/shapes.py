"""Many rings or lines as flat arrays: what the basemap is made of and the painter draws."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in metres of the projection or in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def grown(self, by: float) -> "Box":
        """The rectangle with *by* added on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, eq=False)
class Shapes:
    """Rings (`closed`) or lines, one after the other.

    `xy` is (n, 2) float64, metres of the projection; part *i* has the vertices
    `xy[starts[i]:starts[i + 1]]`, a ring without its first vertex repeated, and belongs to
    feature `feature[i]` of its layer.
    """

    xy: Floats
    starts: Indices
    feature: Indices
    closed: bool

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def parts(self) -> list[Floats]:
        """The vertices of each part, as views."""
        return np.split(self.xy, self.starts[1:-1]) if len(self) else []

    @cached_property
    def geometry(self) -> "NDArray[np.object_]":
        """The parts as shapely lines or rings (for clipping and hit tests)."""
        part = np.repeat(np.arange(len(self)), np.diff(self.starts))
        make = shapely.linearrings if self.closed else shapely.linestrings
        made: NDArray[np.object_] = np.asarray(make(self.xy, indices=part))
        return made

    def where(self, keep: "NDArray[np.bool_]") -> "Shapes":
        """Only the parts of which *keep* is true."""
        sizes = np.diff(self.starts)
        starts = np.concatenate(([0], np.cumsum(sizes[keep])))
        return Shapes(self.xy[np.repeat(keep, sizes)], starts, self.feature[keep], self.closed)


def rings_of(area: Any) -> list[Floats]:
    """The vertices of all rings of a polygon or multipolygon."""
    rings = shapely.get_rings(shapely.get_parts(area))
    return [shapely.get_coordinates(ring) for ring in rings]


def line_length(line: Floats) -> float:
    """The length of a polyline (n, 2)."""
    steps = np.diff(line, axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def points_along(line: Floats, distances: Floats) -> Floats:
    """The points of a polyline (n, 2) at *distances* from its beginning."""
    steps = np.diff(line, axis=0)
    passed = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    return np.column_stack([np.interp(distances, passed, line[:, i]) for i in (0, 1)])


def from_lines(lines: list[Floats], feature: list[int] | None = None) -> Shapes:
    """Open lines, each (n, 2) metres."""
    sizes = [len(line) for line in lines]
    xy = np.concatenate(lines) if lines else np.empty((0, 2))
    owners = np.asarray(range(len(lines)) if feature is None else feature, dtype=np.intp)
    return Shapes(xy, np.concatenate(([0], np.cumsum(sizes, dtype=np.intp))), owners, False)

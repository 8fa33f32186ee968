"""Many rings or lines as flat arrays: what the basemap is made of and the painter draws."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass

STRAIGHT = 10.0
"""Pixels up to which a dash is drawn straight from its beginning to its end."""

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


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

    def moved(self, dx: float, dy: float) -> "Box":
        """The rectangle so much farther to the right and down."""
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def sides_of(boxes: Sequence[Box]) -> Floats:
    """Boxes as an array (n, 4): left, top, right and bottom of each."""
    made = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    return np.array(made, dtype=np.float64).reshape(-1, 4)


def meeting(some: Floats, others: Floats) -> Flags:
    """Which of the boxes (n, 4) have a point in common with which of the others (m, 4)."""
    (left, top, right, bottom), (a, b, c, d) = some.T[:, :, None], others.T
    found: Flags = (left <= c) & (a <= right) & (top <= d) & (b <= bottom)
    return found


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

    def where(self, keep: Flags) -> "Shapes":
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


def runs_in(line: Floats, box: Box) -> list[tuple[Floats, float]]:
    """The stretches of a polyline (n, 2) whose edges come near *box*.

    With each the length of what lies before it, so that dashes go on as they would.
    """
    low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    near = (
        (low[:, 0] <= box.right)
        & (high[:, 0] >= box.left)
        & (low[:, 1] <= box.bottom)
        & (high[:, 1] >= box.top)
    )
    if near.all():
        return [(line, 0.0)]
    steps = np.diff(line, axis=0)
    passed = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    turns = np.flatnonzero(np.diff(np.concatenate(([False], near, [False]))))
    return [
        (line[first : last + 1], float(passed[first]))
        for first, last in zip(turns[0::2].tolist(), turns[1::2].tolist(), strict=True)
    ]


def dashed(line: Floats, dash: tuple[float, ...], start: float = 0.0) -> Floats:
    """The edges (m, 4) of a polyline, or of its dashes: lengths on and off by turns.

    *start*: how far into the pattern the line begins. Dashes up to `STRAIGHT` do not bend with
    the line: so short, they could not be told from those that do.
    """
    if not dash:
        edges: Floats = np.hstack((line[:-1], line[1:]))
        return edges
    passed = _passed(line)
    turns = np.concatenate(([0.0], np.cumsum(dash)))
    period, total = turns[-1], passed[-1]
    rounds = np.arange(np.floor(start / period), np.ceil((start + total) / period))
    firsts = (rounds * period - start)[:, None]
    begins = np.clip(firsts + turns[:-1:2], 0.0, total).ravel()
    ends = np.clip(firsts + turns[1::2], 0.0, total).ravel()
    kept = begins < ends
    begins, ends = begins[kept], ends[kept]
    if len(begins) and max(dash[::2]) > STRAIGHT:
        inner = passed[1:-1]
        i = np.maximum(np.searchsorted(begins, inner, side="right") - 1, 0)
        bends = inner[(begins[i] < inner) & (inner < ends[i])]
        begins, ends = np.sort(np.append(begins, bends)), np.sort(np.append(ends, bends))
    spots = _spots(line, passed, np.concatenate((begins, ends)))
    return np.hstack((spots[: len(begins)], spots[len(begins) :]))


def _passed(line: Floats) -> Floats:
    """How much of a polyline (n, 2) lies before each of its vertices."""
    steps = np.diff(line, axis=0)
    passed: Floats = np.concatenate(([0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))))
    return passed


def points_along(line: Floats, distances: Floats) -> Floats:
    """The points of a polyline (n, 2) at *distances* from its beginning."""
    return _spots(line, _passed(line), distances)


def _spots(line: Floats, passed: Floats, distances: Floats) -> Floats:
    return np.column_stack([np.interp(distances, passed, line[:, i]) for i in (0, 1)])


def from_lines(lines: list[Floats], feature: list[int] | None = None) -> Shapes:
    """Open lines, each (n, 2) metres."""
    sizes = [len(line) for line in lines]
    xy = np.concatenate(lines) if lines else np.empty((0, 2))
    owners = np.asarray(range(len(lines)) if feature is None else feature, dtype=np.intp)
    return Shapes(xy, np.concatenate(([0], np.cumsum(sizes, dtype=np.intp))), owners, False)

"""Names of routes along their lines, with an arrow the way that they carry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import atan2, degrees
from typing import Final

import numpy as np

from azkz_desktop.dataset.records import Name
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Measure, Wish
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.routes import GAP, ShownRoute
from azkz_desktop.map.shapes import Box, Floats, line_length, points_along
from azkz_desktop.map.states import BUILT
from azkz_desktop.map.styles import COLOUR

EVERY: Final = 120.0
"""Pixels along a line between two places where its name is tried."""
APART: Final = 900.0
"""Pixels between two names of the same line."""
SAMPLES: Final = 9
"""Points of a line that are looked at under a text."""
FLATNESS: Final = 7.0
"""Pixels by which a line may leave the text's own straight line."""
ABOVE: Final = 10.0
SHORTEST: Final = 1.15
"""A line is named where it is so many times as long as its name."""
TEXT: Final = {"gas": "gas_text"}
"""Families whose line is too bright for letters."""
DIRECTED: Final = ("oil", "gas")
FULL_NAME: Final = 700.0
"""Metres a pixel from which on routes have their full names."""


def short_names(names: Sequence[Name]) -> dict[str, str]:
    """For each route its abbreviation, where it has one (BTC, CPC, TITR)."""
    found: dict[str, str] = {}
    for name in names:
        if name.subject_type == "route" and name.name.isupper() and len(name.name) <= 6:
            found.setdefault(name.subject_id, name.name)
    return found


def route_wishes(
    route: ShownRoute, short: str | None, camera: Camera, measure: Measure
) -> list[Wish]:
    """Wishes for a name along the line, of which those far enough from each other come true.

    *short* is the route's abbreviation, which serves where one is not near.

    The name stands where the fewest other lines run beside, and above all of them; not where
    the line is too crooked, nor out of sight.
    """
    record = route.course.record
    name = record.name if short is None or camera.scale <= FULL_NAME else short
    width = measure.measure(f"{name} →", "route")
    rank = 26.0 + (0 if route.held.status in BUILT else 6) + (8 if route.kind == "corridor" else 0)
    room = Box(0, 0, camera.width, camera.height)
    wishes = []
    for x, y, angle, forwards, crowd in _straights(route.longest, width, route.crowd, room):
        text = _with_arrow(name, forwards) if route.kind in DIRECTED else name
        colour = TEXT.get(route.kind, COLOUR.get(route.kind, route.kind))
        ref = Ref("route", record.id)
        wish = Wish((text,), "route", colour, x, y, 0.0, rank + crowd / 10, angle, ref)
        wishes.append(replace(wish, apart=APART, group=record.id))
    return wishes


def _with_arrow(name: str, forwards: bool) -> str:
    return f"{name} →" if forwards else f"← {name}"


def _crowd(crowd: Floats, share: float) -> float:
    """How many lines run side by side at *share* of the line, from (share, number) pairs."""
    i = int(np.searchsorted(crowd[:, 0], share)) if len(crowd) else 0
    return float(crowd[min(i, len(crowd) - 1), 1]) if len(crowd) else 1.0


def _straights(
    line: Floats, width: float, crowd: Floats, room: Box
) -> Iterator[tuple[float, float, float, bool, float]]:
    """Where in *room* a text of *width* fits above the line.

    Its middle (x, y) and angle, whether it runs forwards, and how many lines are there.
    """
    length = line_length(line)
    if length < SHORTEST * width:
        return
    count = int(min(max(length / EVERY, 7), 60))
    shares = (np.arange(count) + 0.5) / count
    begins = np.clip(shares * length - width / 2, 0.0, length - width)
    along = begins[:, None] + np.linspace(0, width, SAMPLES)
    spots = points_along(line, along.ravel()).reshape(count, SAMPLES, 2)
    chords = spots[:, -1] - spots[:, 0]
    spans = np.maximum(np.hypot(chords[:, 0], chords[:, 1]), 1e-9)
    normals = np.column_stack((-chords[:, 1], chords[:, 0])) / spans[:, None]
    off = np.abs(((spots - spots[:, :1]) * normals[:, None]).sum(axis=2)).max(axis=1)
    middles = spots.mean(axis=1)
    for i in np.flatnonzero((spans >= width * 0.96) & (off <= FLATNESS)).tolist():
        if room.holds(*middles[i].tolist()):
            here = _crowd(crowd, float(shares[i]))
            yield _above(middles[i], chords[i] / spans[i], here)


def _above(middle: Floats, way: Floats, crowd: float) -> tuple[float, float, float, bool, float]:
    """A text above *middle* that reads from left to right along *way* (a unit vector)."""
    forwards = bool(way[0] >= 0)
    right, down = (way if forwards else -way).tolist()
    up = ABOVE + GAP * (crowd - 1)
    angle = degrees(atan2(down, right)) or 0.01
    return middle[0] + down * up, middle[1] - right * up, angle, forwards, crowd

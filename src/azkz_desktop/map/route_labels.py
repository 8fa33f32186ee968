"""Names of routes along their lines, with an arrow the way that they carry."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from azkz_desktop.dataset.records import Name
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Measure, Wish
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.routes import GAP, ShownRoute, Way
from azkz_desktop.map.shapes import Floats, line_length, points_along
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
    colour = TEXT.get(route.kind, COLOUR.get(route.kind, route.kind))
    directed, ref = route.kind in DIRECTED, Ref("route", record.id)
    return [
        Wish(
            (_with_arrow(name, forwards) if directed else name,),
            "route",
            colour,
            x,
            y,
            0.0,
            rank + crowd / 10,
            angle,
            ref,
            apart=APART,
            group=record.id,
        )
        for x, y, angle, forwards, crowd in straights(route.way, width)
    ]


def _with_arrow(name: str, forwards: bool) -> str:
    return f"{name} →" if forwards else f"← {name}"


Straight = tuple[float, float, float, bool, float]
"""A text's middle (x, y) and angle, whether the line runs forwards, how many lines are there."""


@lru_cache(maxsize=400)
def straights(way: Way, width: float) -> tuple[Straight, ...]:
    """Where in the picture a text of *width* fits above the longest line of *way*."""
    line, camera = way.longest, way.camera
    length = line_length(line)
    if length < SHORTEST * width:
        return ()
    count = int(min(max(length / EVERY, 7), 60))
    shares = (np.arange(count) + 0.5) / count
    begins = np.clip(shares * length - width / 2, 0.0, length - width)
    along = begins[:, None] + np.linspace(0, width, SAMPLES)
    spots = points_along(line, along.ravel()).reshape(count, SAMPLES, 2)
    chords = spots[:, -1] - spots[:, 0]
    spans = np.maximum(np.hypot(chords[:, 0], chords[:, 1]), 1e-9)
    ways = chords / spans[:, None]
    aside = spots - spots[:, :1]
    off = np.abs(aside[:, :, 1] * ways[:, :1] - aside[:, :, 0] * ways[:, 1:]).max(axis=1)
    x, y = spots.mean(axis=1).T
    kept = (spans >= width * 0.96) & (off <= FLATNESS)
    kept &= (x >= 0) & (x <= camera.width) & (y >= 0) & (y <= camera.height)
    return tuple(_above(x[kept], y[kept], ways[kept], _crowd(way.crowd, shares[kept])))


def _crowd(crowd: Floats, shares: Floats) -> Floats:
    """How many lines run side by side at *shares* of the line, from (share, number) pairs."""
    if not len(crowd):
        return np.ones(len(shares))
    found: Floats = crowd[np.minimum(np.searchsorted(crowd[:, 0], shares), len(crowd) - 1), 1]
    return found


def _above(x: Floats, y: Floats, ways: Floats, crowd: Floats) -> Iterator[Straight]:
    """Texts above points that read from left to right along *ways* (unit vectors)."""
    forwards = ways[:, 0] >= 0
    right, down = (ways * np.where(forwards, 1, -1)[:, None]).T
    up = ABOVE + GAP * (crowd - 1)
    angle = np.degrees(np.arctan2(down, right))
    angle[angle == 0] = 0.01
    columns = (x + down * up, y - right * up, angle, forwards, crowd)
    return zip(*(column.tolist() for column in columns), strict=True)

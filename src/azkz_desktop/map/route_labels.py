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

    The name stands where the fewest other lines run beside, and above all of them; not where
    the line is too crooked, nor out of sight.
    """
    record, picked = route.course.record, route.strokes[0].chosen
    full = short is None or camera.scale <= FULL_NAME or picked
    name = record.name if full or short is None else short
    line = max((part for stroke in route.strokes for part in stroke.lines), key=line_length)
    width = measure.measure(f"{name} →", "route")
    rank = 26.0 + (0 if route.held.status in BUILT else 6) + (8 if route.kind == "corridor" else 0)
    room = Box(0, 0, camera.width, camera.height)
    wishes = []
    for x, y, angle, forwards, crowd in _straights(line, width, route.crowd):
        if room.holds(x, y):
            text = _with_arrow(name, forwards) if route.kind in DIRECTED else name
            colour = TEXT.get(route.kind, COLOUR.get(route.kind, route.kind))
            own = 1.0 if picked else rank + crowd / 10
            ref = Ref("route", record.id)
            wish = Wish((text,), "route", colour, x, y, 0.0, own, angle, ref)
            wishes.append(replace(wish, apart=APART, group=record.id))
    return wishes


def _with_arrow(name: str, forwards: bool) -> str:
    return f"{name} →" if forwards else f"← {name}"


def _crowd(crowd: Floats, share: float) -> float:
    """How many lines run side by side at *share* of the line, from (share, number) pairs."""
    i = int(np.searchsorted(crowd[:, 0], share)) if len(crowd) else 0
    return float(crowd[min(i, len(crowd) - 1), 1]) if len(crowd) else 1.0


def _straights(
    line: Floats, width: float, crowd: Floats
) -> Iterator[tuple[float, float, float, bool, float]]:
    """Where a text of *width* fits above the line.

    Its middle (x, y) and angle, whether it runs forwards, and how many lines are there.
    """
    length = line_length(line)
    if length < SHORTEST * width:
        return
    count = int(min(max(length / EVERY, 7), 60))
    for share in (np.arange(count) + 0.5) / count:
        begin = min(max(share * length - width / 2, 0.0), length - width)
        spots = points_along(line, np.linspace(begin, begin + width, 9))
        chord = spots[-1] - spots[0]
        if np.hypot(*chord) < width * 0.96:
            continue
        normal = np.array((-chord[1], chord[0])) / np.hypot(*chord)
        if np.abs((spots - spots[0]) @ normal).max() > FLATNESS:
            continue
        forwards = bool(chord[0] >= 0)
        way = chord if forwards else -chord
        up = np.array((way[1], -way[0])) / np.hypot(*way)
        here = _crowd(crowd, float(share))
        x, y = (spots.mean(axis=0) + up * (ABOVE + GAP * (here - 1))).tolist()
        yield x, y, degrees(atan2(way[1], way[0])) or 0.01, forwards, here

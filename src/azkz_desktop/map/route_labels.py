"""Names of routes along their lines, with an arrow the way that they carry."""

from collections.abc import Sequence
from math import atan2, degrees
from typing import Final

import numpy as np

from azkz_desktop.dataset.records import Name
from azkz_desktop.map.labels import Measure, Wish
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.routes import GAP, ShownRoute
from azkz_desktop.map.shapes import Floats, line_length, points_along
from azkz_desktop.map.states import BUILT
from azkz_desktop.map.styles import COLOUR

ALONG: Final = (0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86)
"""Where along a line its name is tried."""
FLATNESS: Final = 7.0
"""Pixels by which a line may leave the text's own straight line."""
ABOVE: Final = 10.0
SHORTEST: Final = 1.15
"""A line is named where it is so many times as long as its name."""
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


def route_wish(route: ShownRoute, short: str | None, scale: float, measure: Measure) -> Wish | None:
    """The wish for a name along the line, None where the line is too short or too crooked.

    It stands where the fewest other lines run beside, and above all of them.
    """
    record = route.course.record
    name = record.name if short is None or scale <= FULL_NAME or route.strokes[0].chosen else short
    parts = [line for stroke in route.strokes for line in stroke.lines]
    picked = route.strokes[0].chosen
    rank = 26.0 + (0 if route.held.status in BUILT else 6) + (8 if route.kind == "corridor" else 0)
    for line in sorted(parts, key=line_length, reverse=True)[:1]:
        width = measure.measure(f"{name} →", "route")
        found = _straight(line, width, route.crowd)
        if found is not None:
            x, y, angle, forwards = found
            text = _with_arrow(name, forwards) if route.kind in DIRECTED else name
            colour = COLOUR.get(route.kind, route.kind)
            ref = Ref("route", record.id)
            if picked:
                rank = 1.0
            return Wish((text,), "route", colour, x, y, 0.0, rank, angle, ref)
    return None


def _with_arrow(name: str, forwards: bool) -> str:
    return f"{name} →" if forwards else f"← {name}"


def _crowd(crowd: Floats, share: float) -> float:
    """How many lines run side by side at *share* of the line, from (share, number) pairs."""
    i = int(np.searchsorted(crowd[:, 0], share)) if len(crowd) else 0
    return float(crowd[min(i, len(crowd) - 1), 1]) if len(crowd) else 1.0


def _straight(line: Floats, width: float, crowd: Floats) -> tuple[float, float, float, bool] | None:
    """The middle of a text of *width* above the line, its angle, and whether it runs forwards."""
    length = line_length(line)
    if length < SHORTEST * width:
        return None
    for share in sorted(ALONG, key=lambda share: _crowd(crowd, share)):
        begin = min(max(share * length - width / 2, 0.0), length - width)
        along = np.linspace(begin, begin + width, 9)
        spots = points_along(line, along)
        chord = spots[-1] - spots[0]
        if np.hypot(*chord) < width * 0.96:
            continue
        normal = np.array((-chord[1], chord[0])) / np.hypot(*chord)
        if np.abs((spots - spots[0]) @ normal).max() > FLATNESS:
            continue
        forwards = bool(chord[0] >= 0)
        way = chord if forwards else -chord
        angle = degrees(atan2(way[1], way[0]))
        up = np.array((way[1], -way[0])) / np.hypot(*way)
        middle = spots.mean(axis=0) + up * (ABOVE + GAP * (_crowd(crowd, share) - 1))
        return float(middle[0]), float(middle[1]), angle or 0.01, forwards
    return None

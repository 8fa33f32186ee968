"""What lies under a point of the map: events first, then lines, points, areas."""

from typing import Final

import numpy as np
import shapely

from azkz_desktop.lean import dataclass
from azkz_desktop.map.marks import UNCHOSEN, Bubble, Ref, Scene, Stroke, Symbol
from azkz_desktop.map.shapes import Floats

NEAR: Final = 6.0
"""Pixels within which a line is hit."""
AROUND: Final = 3.0
"""Pixels around a symbol that still count as it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under the pointer, the topmost first: events by row, a bubble, other things."""

    rows: tuple[int, ...] = ()
    bubble: Bubble | None = None
    refs: tuple[Ref, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.refs)

    @property
    def chosen(self) -> Ref | None:
        """The topmost thing of the data there."""
        return next((ref for ref in self.refs if ref.type not in UNCHOSEN), None)

    @property
    def leads(self) -> bool:
        """Whether a click does something."""
        return bool(self.rows or self.chosen)


def hit(scene: Scene, x: float, y: float) -> Hit:
    """Everything under the pixel (x, y) of the scene."""
    symbol = _symbol(scene, x, y)
    if symbol is not None and symbol.rows:
        return Hit(rows=symbol.rows)
    bubble = next((b for b in scene.bubbles if _inside(x, y, b.x, b.y, b.radius + 1)), None)
    if bubble is not None:
        return Hit(rows=bubble.rows, bubble=bubble)
    arc = _arc(scene, x, y)
    if arc is not None and symbol is None:
        return Hit(rows=arc.rows, refs=(arc.ref,) if arc.ref else ())
    refs = [symbol.ref] if symbol is not None and symbol.ref is not None else []
    near = [(_distance(stroke, x, y), i) for i, stroke in enumerate(scene.strokes)]
    for distance, i in sorted(near, key=lambda one: (one[0], -one[1])):
        ref = scene.strokes[i].ref
        if distance <= NEAR and ref is not None:
            refs.append(ref)
    refs += _patches(scene, x, y)
    return Hit(refs=tuple(dict.fromkeys(refs)))


def _inside(x: float, y: float, cx: float, cy: float, radius: float) -> bool:
    return (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius


def _symbol(scene: Scene, x: float, y: float) -> Symbol | None:
    """The topmost symbol there; one that stands for nothing in the data does not count."""
    for symbol in reversed(scene.symbols):
        if symbol.ref is not None and _inside(x, y, symbol.x, symbol.y, symbol.radius + AROUND):
            return symbol
    return None


def _arc(scene: Scene, x: float, y: float) -> Stroke | None:
    """The nearest line that stands for events; of two as near the upper one."""
    near = [
        (away, -i)
        for i, stroke in enumerate(scene.over)
        if stroke.rows and (away := _distance(stroke, x, y)) <= NEAR
    ]
    return scene.over[-min(near)[1]] if near else None


def _distance(stroke: Stroke, x: float, y: float) -> float:
    return min((distance_to(line, x, y) for line in stroke.lines), default=np.inf)


def distance_to(line: Floats, x: float, y: float) -> float:
    """Pixels from a point to a polyline (n, 2)."""
    a, steps = line[:-1], np.diff(line, axis=0)
    to = np.array((x, y)) - a
    length2 = np.maximum((steps * steps).sum(axis=1), 1e-12)
    share = np.clip((to * steps).sum(axis=1) / length2, 0.0, 1.0)
    away = to - steps * share[:, None]
    return float(np.sqrt((away * away).sum(axis=1).min()))


def _patches(scene: Scene, x: float, y: float) -> list[Ref]:
    point = shapely.Point(x, y)
    return [
        patch.ref
        for patch in reversed(scene.patches)
        if patch.ref is not None and any(shapely.Polygon(r).contains(point) for r in patch.rings)
    ]

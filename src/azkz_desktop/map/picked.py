"""What is chosen: what of it is drawn over what stands, and its name.

Events are none of it: their ring is painted over everything (`overlay`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import hypot

import numpy as np

from azkz_desktop.dates.days import ordinal
from azkz_desktop.map.area_marks import area_points, area_wish, picked_region
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import Gathered
from azkz_desktop.map.labels import Measure, Wish
from azkz_desktop.map.marks import Pen, Ref, Stroke, Symbol
from azkz_desktop.map.route_labels import route_wishes
from azkz_desktop.map.shapes import rings_of
from azkz_desktop.map.standing import Standing
from azkz_desktop.map.styles import chosen
from azkz_desktop.map.things import Point, Region, Things
from azkz_desktop.view.state import Focus, ViewState

OUTLINE = Pen("accent", 2.0)
"""The edge of a chosen area."""
POINT, RIM, CORNERS = 4.6, 5.0, 37
"""Pixels of a symbol's radius, from its edge to the ring about it, and the ring's corners."""


@dataclass(frozen=True, slots=True, eq=False)
class Picked:
    """What is chosen: its lines and symbols, and the wishes that stand in for its usual ones."""

    ref: Ref | None = None
    over: tuple[Stroke, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    wishes: tuple[Wish, ...] = ()

    def among(self, wishes: Iterable[Wish]) -> list[Wish]:
        """The *wishes* with those of what is chosen for its own."""
        if not self.wishes:
            return list(wishes)
        return [*(wish for wish in wishes if wish.ref != self.ref), *self.wishes]


def picked(
    things: Things, camera: Camera, standing: Standing, state: ViewState, measure: Measure
) -> Picked:
    """What of the chosen thing is drawn over what stands; nothing for events and places."""
    focus = state.focus
    if focus is None or focus.type not in ("route", "boundary", "area"):
        return Picked()
    if focus.type == "area":
        return _picked_area(things, camera, standing, state, focus)
    ref = Ref(focus.type, focus.id)
    over = [
        replace(stroke, pens=(chosen(stroke.pens[0]), *stroke.pens), chosen=True)
        for stroke in standing.strokes
        if stroke.ref == ref
    ]
    routes = [route for route in standing.routes if ref == ("route", route.id)]
    wishes = [
        replace(wish, rank=1.0)
        for route in routes
        for wish in route_wishes(route, None, camera, measure)
    ]
    return Picked(ref, tuple(over), (), tuple(wishes))


def _picked_area(
    things: Things, camera: Camera, standing: Standing, state: ViewState, focus: Focus
) -> Picked:
    """A chosen area has its outline, or its symbol, and its name wherever it is on the map."""
    found = picked_region(things, ordinal(state.moment), focus.id)
    if found is None or "areas" not in state.layers:
        return Picked()
    region, ref = found[0], Ref("area", focus.id)
    if region.outline is not None:
        rings = [camera.to_pixels(ring) for ring in rings_of(region.outline)]
        edge = tuple(np.vstack((ring, ring[:1])) for ring in rings)
        over = (Stroke(edge, (OUTLINE,), ref, chosen=True),)
        wish = area_wish(region, camera)
        return Picked(ref, over, (), (replace(wish, must=True),))
    symbols, wishes = area_points([found], camera, always=True)
    stands = any(symbol.ref == ref for symbol in standing.symbols)
    must = tuple(replace(wish, must=True) for wish in wishes)
    return Picked(ref, (), () if stands else tuple(symbols), must)


def point_ring(
    things: Things, camera: Camera, focus: Focus | None, events: Gathered | None
) -> tuple[Stroke, ...]:
    """A ring about a chosen place, or an area that is a point, and about the events there."""
    here: Point | Region | None = None
    if focus is not None and focus.type == "place":
        here = things.places.get(focus.id)
    elif focus is not None and focus.type == "area":
        region = things.regions.get(focus.id)
        here = region if region is not None and region.outline is None else None
    if focus is None or here is None:
        return ()
    x, y = camera.pixel(here.x, here.y)
    radius = events.around.get(focus.id, POINT) if events else POINT
    for bubble in events.bubbles if events else []:
        if hypot(bubble.x - x, bubble.y - y) < bubble.radius:
            x, y, radius = bubble.x, bubble.y, bubble.radius
    return (_ring(x, y, radius, Ref(focus.type, focus.id)),)


def _ring(x: float, y: float, radius: float, ref: Ref) -> Stroke:
    turns = np.linspace(0.0, 2 * np.pi, CORNERS)
    line = np.stack((np.cos(turns), np.sin(turns)), axis=1) * (radius + RIM) + (x, y)
    return Stroke((line,), (OUTLINE,), ref, chosen=True)

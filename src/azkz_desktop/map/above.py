"""What lies above what stands: events, towns, all words, and what is chosen.

It depends on the filter and the choice as well; what stands below stays as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from azkz_desktop.dates.days import ordinal
from azkz_desktop.map.area_marks import area_points, area_wish, picked_region
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import Gathered
from azkz_desktop.map.labels import Measure, Wish, place
from azkz_desktop.map.marks import Label, Pen, Ref, Stroke, Symbol
from azkz_desktop.map.names import Names, ground_wishes
from azkz_desktop.map.route_labels import route_wishes
from azkz_desktop.map.shapes import Box, rings_of
from azkz_desktop.map.standing import Standing
from azkz_desktop.map.styles import chosen
from azkz_desktop.map.things import Things
from azkz_desktop.view.state import Focus, ViewState

EDGE = 160.0
"""Pixels around the picture from where a label may reach into it."""
OUTLINE = Pen("accent", 2.0)
"""The edge of a chosen area."""

Placed = TypeVar("Placed", Label, Symbol)


@dataclass(frozen=True, slots=True, eq=False)
class Above:
    """Lines of what is chosen, symbols, labels."""

    over: tuple[Stroke, ...]
    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]


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


class Words:
    """Places the words of a picture: towns by rank, then all wishes, none over another."""

    def __init__(self, things: Things, names: Names, measure: Measure) -> None:
        self.things = things
        self.names = names
        self.measure = measure

    def above(
        self,
        camera: Camera,
        state: ViewState,
        standing: Standing,
        events: Gathered | None,
        reserved: Sequence[Box],
    ) -> Above:
        """All that lies above *standing*; no label is placed on the *reserved* pixels."""
        own = picked(self.things, camera, standing, state, self.measure)
        towns = self._towns(camera, state, standing, events) if "cities" in state.layers else []
        language, day, tongue = state.language, ordinal(state.moment), self.names.tongue
        wishes = own.among(standing.wishes)
        if own.wishes:
            wishes = [tongue.renamed(wish, language, day) for wish in wishes]
        wishes += [wish for _, wish in towns]
        wishes += ground_wishes(camera, tongue, language, day)
        symbols = (*standing.symbols, *own.symbols, *(events.symbols if events else ()))
        taken = [*reserved, *_taken(symbols, towns, events)]
        placed = place(wishes, self.measure, taken, standing.under)
        named = {id(wish) for wish, _ in placed}
        dots = tuple(dot for dot, wish in towns if dot.ref is not None or id(wish) in named)
        return Above(
            own.over,
            _in_sight((*dots, *symbols), camera),
            _in_sight((label for _, label in placed), camera),
        )

    def points(self, camera: Camera, state: ViewState, standing: Standing) -> tuple[Symbol, ...]:
        """The symbols that are neither a town's nor an event's, that of a chosen field too."""
        own = picked(self.things, camera, standing, state, self.measure)
        return (*standing.symbols, *own.symbols)

    def _towns(
        self, camera: Camera, state: ViewState, standing: Standing, events: Gathered | None
    ) -> list[tuple[Symbol, Wish]]:
        ends = {
            end
            for route in standing.routes
            if route.kind != "corridor"
            for end in (route.course.record.from_place, route.course.record.to_place)
            if end is not None
        }
        always = frozenset(ends) | (events.places if events else frozenset())
        around = events.around if events else {}
        focus = state.focus
        chosen_place = focus.id if focus is not None and focus.type == "place" else None
        day = ordinal(state.moment)
        return self.names.towns(camera, day, always, chosen_place, around, state.language)


def _taken(
    symbols: Iterable[Symbol], towns: Iterable[tuple[Symbol, Wish]], events: Gathered | None
) -> list[Box]:
    """What labels keep clear of: bubbles, and the symbols of fields and events."""
    round_ = [(b.x, b.y, b.radius) for b in events.bubbles] if events else []
    round_ += [(s.x, s.y, s.radius) for s in symbols]
    round_ += [(s.x, s.y, s.radius) for s, _ in towns if s.ref is not None]
    return [Box(x - r, y - r, x + r, y + r) for x, y, r in round_]


def _in_sight(marks: Iterable[Placed], camera: Camera) -> tuple[Placed, ...]:
    """The marks of which something may be seen: labels may reach in from outside."""
    room = Box(0, 0, camera.width, camera.height).grown(EDGE)
    return tuple(mark for mark in marks if room.holds(mark.x, mark.y))

"""The map of a view: from what is known and what is asked to marks. No Qt, no database.

What changes with every pan is only where the scene lies; it is made anew when the scale, the
moment, the filter, the focus or the layers change.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from azkz_desktop.dates.days import ordinal
from azkz_desktop.map import graticule
from azkz_desktop.map.area_marks import area_patches, area_points, shown_regions
from azkz_desktop.map.basemap import Basemap, level_for
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import Gathered, event_marks
from azkz_desktop.map.furniture import furniture
from azkz_desktop.map.labels import Measure, Wish, place
from azkz_desktop.map.legend import legend
from azkz_desktop.map.marks import (
    Furniture,
    GraticuleLine,
    Ground,
    Label,
    Patch,
    Pen,
    Scene,
    Stroke,
    Symbol,
)
from azkz_desktop.map.names import Names, ground_wishes
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.route_labels import route_wishes, short_names
from azkz_desktop.map.routes import Routes, ShownRoute
from azkz_desktop.map.sector_marks import (
    ShownLine,
    junction,
    line_wish,
    sector_patches,
    share_text,
    shown_lines,
    silent_wishes,
)
from azkz_desktop.map.sectors import STATES
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.states import SETTLED
from azkz_desktop.map.things import Things
from azkz_desktop.query.selection import Selection
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, ViewState

MIDDLE_OF_THE_SEA = project_points([(50.55, 42.0)])
NAMES_FROM, ONE_NAME_FROM = 3600.0, 1500.0
"""Metres a pixel: from where on sector lines are named, and from where on those not agreed
are each named by itself."""
EDGE = 160.0
"""Pixels around the picture from where a label may reach into it."""
FAR_SCALE = 1800.0
"""Metres a pixel from which on the coarse land around the region can be in sight."""
THIN = 1.0
"""Cosmetic pens up to this width take Qt's fast path; every dense layer keeps to it."""


Placed = TypeVar("Placed", Label, Symbol)


class Layout:
    """Makes scenes and furniture; holds what has been read and projected once."""

    def __init__(self, source: MapSource, basemap: Basemap, measure: Measure) -> None:
        self.source = source
        self.basemap = basemap
        self.measure = measure
        self.things = Things(source, basemap.is_land)
        self.routes = Routes(self.things.courses)
        self.names = Names(self.things, basemap.towns)
        self.short_names = short_names(source.dataset.names())
        self._ground = lru_cache(maxsize=8)(self._make_ground)

    def scene(
        self,
        state: ViewState,
        selection: Selection,
        camera: Camera,
        reserved: Sequence[Box] = (),
    ) -> Scene:
        """Everything that is fixed to the ground, for the picture that *camera* takes.

        No label is placed on the *reserved* pixels.
        """
        return _SceneMaker(self, state, selection, camera, reserved).scene()

    def furniture(
        self,
        state: ViewState,
        camera: Camera,
        size: tuple[float, float],
        scene: Scene,
        *,
        fold: bool = False,
    ) -> Furniture:
        """Everything that is fixed to the frame of *size*, for the plot that *camera* takes.

        *fold*: a small map's legend may leave entries out.
        """
        return furniture(state, camera, size, scene, self.measure, fold=fold)

    def ground(self, scale: float, layers: Sequence[str]) -> tuple[Ground, ...]:
        """The basemap at the level of detail for *scale*."""
        return self._ground(
            level_for(scale), scale >= FAR_SCALE, "rivers" in layers, "borders" in layers
        )

    def _make_ground(
        self, index: int, far: bool, rivers: bool, borders: bool
    ) -> tuple[Ground, ...]:
        level = self.basemap.level(index)
        coast = Pen("coast", THIN)
        found = []
        if far:
            land, edge = self.basemap.far(index)
            found += [Ground(land, fill="land"), Ground(edge, pen=coast)]
        found += [
            Ground(level.land, fill="land"),
            Ground(level.two_states, fill="two_states"),
            Ground(level.lakes, fill="water", pen=coast),
        ]
        if rivers:
            found.append(Ground(level.rivers, pen=Pen("river", THIN)))
        found.append(Ground(level.coast, pen=coast))
        if borders:
            found.append(Ground(level.borders, pen=Pen("border", THIN)))
            found.append(Ground(level.disputed, pen=Pen("border", THIN, (5.0, 3.0))))
        return tuple(found)

    def row_of(self, focus: Focus | None) -> int | None:
        """The row of the event in focus, None where none is."""
        return self.source.row_of(focus.id) if focus and focus.type == "event" else None


class _SceneMaker:
    """One scene in the making: each layer adds its marks and its wishes for labels."""

    def __init__(
        self,
        layout: Layout,
        state: ViewState,
        selection: Selection,
        camera: Camera,
        reserved: Sequence[Box],
    ) -> None:
        self.layout, self.state, self.camera = layout, state, camera
        self.selection = selection
        self.reserved = reserved
        self.day = ordinal(state.moment)
        self.wishes: list[Wish] = []
        self.strokes: list[Stroke] = []
        self.patches: list[Patch] = []
        self.symbols: list[Symbol] = []
        self.towns: list[tuple[Symbol, Wish]] = []

    def scene(self) -> Scene:
        layers, camera, layout = self.state.layers, self.camera, self.layout
        if "areas" in layers:
            self._areas()
        sectors = "sectors" in layers
        if sectors:
            self._sectors()
        lines = self._lines() if "lines" in layers else []
        routes = self._routes() if "routes" in layers else []
        points = list(self.symbols)
        events = self._events() if "events" in layers else None
        if "cities" in layers:
            self._towns(routes, events)
        self.wishes += ground_wishes(camera)
        bubbles = tuple(events.bubbles) if events else ()
        placed = place(self.wishes, layout.measure, self._taken(events))
        named = {id(wish) for wish, _ in placed}
        dots = tuple(dot for dot, wish in self.towns if dot.ref is not None or id(wish) in named)
        return Scene(
            camera,
            layout.ground(camera.scale, layers),
            self._graticule(),
            tuple(self.patches),
            tuple(self.strokes),
            _in_sight((*dots, *self.symbols), camera),
            bubbles,
            _in_sight((label for _, label in placed), camera),
            legend(lines, routes, points, events, self.patches, sectors=sectors),
        )

    def _graticule(self) -> tuple[GraticuleLine, ...]:
        return tuple(graticule.lines(self.camera)) if "graticule" in self.state.layers else ()

    def _areas(self) -> None:
        shown = shown_regions(self.layout.things, self.day, self.state.focus)
        patches, wishes = area_patches(shown, self.camera, self.state.focus)
        symbols, more = area_points(shown, self.camera, self.state.focus)
        self.patches += patches
        self.symbols += symbols
        self.wishes += [*wishes, *more]

    def _sectors(self) -> None:
        things = self.layout.things
        self.patches += sector_patches(things, self.camera)
        keys = [f"sector-{state}" for state in STATES]
        x, y = self.camera.to_pixels(MIDDLE_OF_THE_SEA)[0].tolist()
        said = translate("Map", "Illustration, not a boundary")
        self.wishes.append(Wish((said,), "sea", "sea_text", x, y, 0.0, 3.0))
        regions = [r for r in map(things.regions.get, keys) if r is not None and r.outline]
        for region in regions:
            x, y = self.camera.pixel(region.x, region.y)
            text = (share_text(region, regions), translate("Map", "of the sea, computed"))
            spots = tuple((x + dx, y + dy) for dx in (0, -40, 40) for dy in (-60, 60, -30, 30))
            wish = Wish(text, "line-italic", "sea_text", x, y, 0.0, 4.0, spots=spots)
            self.wishes.append(wish)

    def _lines(self) -> list[ShownLine]:
        layout, camera = self.layout, self.camera
        lines = shown_lines(layout.things, camera, self.day, self.state.focus)
        actors = layout.source.names("actor")
        self.strokes += [line.stroke for line in lines]
        self.symbols += junction(camera, self.day)
        if ONE_NAME_FROM < camera.scale <= NAMES_FROM:
            self.wishes += silent_wishes(lines, self.day)
        for line in lines if camera.scale <= NAMES_FROM else []:
            record = line.line.record
            names = (actors.get(record.state_a, ""), actors.get(record.state_b, ""))
            settled = line.held is not None and line.held.status in SETTLED
            wish = line_wish(line, names, self.day, 8.0 if settled else 16.0)
            if wish is not None and (settled or camera.scale <= ONE_NAME_FROM):
                self.wishes.append(wish)
        return lines

    def _routes(self) -> list[ShownRoute]:
        layout = self.layout
        routes = layout.routes.strokes(self.camera, self.day, self.state.focus)
        self.strokes += [stroke for route in routes for stroke in route.strokes]
        for route in routes:
            short = layout.short_names.get(route.id)
            self.wishes += route_wishes(route, short, self.camera, layout.measure)
        return routes

    def _events(self) -> Gathered:
        layout = self.layout
        chosen = layout.row_of(self.state.focus)
        found = event_marks(layout.things, self.camera, self.selection.rows, self.day, chosen)
        self.symbols += found.symbols
        return found

    def _towns(self, routes: list[ShownRoute], events: Gathered | None) -> None:
        ends = {
            end
            for route in routes
            if route.kind != "corridor"
            for end in (route.course.record.from_place, route.course.record.to_place)
            if end is not None
        }
        always = frozenset(ends) | (events.places if events else frozenset())
        around = events.around if events else {}
        focus = self.state.focus
        chosen = focus.id if focus is not None and focus.type == "place" else None
        self.towns = self.layout.names.towns(self.camera, self.day, always, chosen, around)
        self.wishes += [wish for _, wish in self.towns]

    def _taken(self, events: Gathered | None) -> list[Box]:
        """What labels keep clear of: bubbles, and the symbols of fields and events."""
        round_ = [(b.x, b.y, b.radius) for b in events.bubbles] if events else []
        round_ += [(s.x, s.y, s.radius) for s in self.symbols]
        round_ += [(s.x, s.y, s.radius) for s, _ in self.towns if s.ref is not None]
        return [*self.reserved, *(Box(x - r, y - r, x + r, y + r) for x, y, r in round_)]


def _in_sight(marks: Iterable[Placed], camera: Camera) -> tuple[Placed, ...]:
    """The marks of which something may be seen: labels may reach in from outside."""
    room = Box(0, 0, camera.width, camera.height).grown(EDGE)
    return tuple(mark for mark in marks if room.holds(mark.x, mark.y))

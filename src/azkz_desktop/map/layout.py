"""The map of a view: from what is known and what is asked to marks. No Qt, no database.

A scene has three parts, each made anew only when what it depends on changes: the ground (camera,
its layers), what stands on it (the moment, its layers), and what lies above (filter and choice
as well). What changes with every pan is only where the scene lies.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from azkz_desktop.dates.days import ordinal
from azkz_desktop.map.above import Words
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import Cluster, Gathered, clusters, event_marks
from azkz_desktop.map.furniture import Framed, furniture
from azkz_desktop.map.ground import Grounds
from azkz_desktop.map.labels import Measure
from azkz_desktop.map.legend import in_sight, legend
from azkz_desktop.map.marks import Furniture, Ground, LegendEntry, Scene, Stroke
from azkz_desktop.map.names import Names
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.standing import Asked, Standing, Standings
from azkz_desktop.map.things import Things
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.state import Focus, ViewState

if TYPE_CHECKING:
    from azkz_desktop.map.arcs import Visits

NO_ROWS: Final = np.empty(0, dtype=np.int32)


class Layout:
    """Makes scenes and furniture; holds what has been read and projected once."""

    def __init__(self, source: MapSource, basemap: Basemap, measure: Measure) -> None:
        self.source = source
        self.basemap = basemap
        self.things = Things(source, basemap.is_land)
        self.names = Names(self.things, basemap)
        self.grounds = Grounds(basemap)
        self.write_in(measure)
        self._in_sight = lru_cache(maxsize=6)(in_sight)
        self._clusters = lru_cache(maxsize=4)(self._make_clusters)
        self._gathered = lru_cache(maxsize=4)(self._make_gathered)
        self._drawn_arcs = lru_cache(maxsize=4)(self._make_arcs)
        self._bare = lru_cache(maxsize=2)(self._make_bare)

    def write_in(self, measure: Measure) -> None:
        """Place words that take as much room as *measure* says from now on."""
        self.measure = measure
        self.words = Words(self.things, self.names, measure)
        self._standing = lru_cache(maxsize=6)(Standings(self.source, self.things, measure).make)

    def scene(
        self,
        state: ViewState,
        selection: Selection,
        camera: Camera,
        reserved: Sequence[Box] = (),
        sights: tuple[Box, ...] = (),
    ) -> Scene:
        """Everything that is fixed to the ground, for the picture that *camera* takes.

        No label is placed on the *reserved* pixels. *sights*: the part of the picture that is
        seen at first, if not all of it and, of two moments, the side of this one.
        """
        standing = self.standing(state, camera)
        events = self._events(state, selection, camera)
        sights = sights or (Box(0, 0, camera.width, camera.height),)
        above = self.words.above(camera, state, standing, events, reserved, sights)
        return Scene(
            camera,
            self.ground(camera.scale, state.layers),
            self.grounds.graticule(camera, state.layers),
            standing.patches,
            standing.strokes,
            above.symbols,
            tuple(events.bubbles) if events else (),
            above.labels,
            self.legend(state, selection, camera),
            (*self._arcs(state, selection, camera), *above.over),
        )

    @cached_property
    def visits(self) -> "Visits":
        """The visits of the file that can be drawn."""
        from azkz_desktop.map.arcs import Visits  # nothing of it is in the first view

        return Visits(self.things)

    def legend(
        self, state: ViewState, selection: Selection, camera: Camera
    ) -> tuple[LegendEntry, ...]:
        """What the scene's legend tells: known before its words are placed."""
        standing = self.standing(state, camera)
        seen = self._in_sight(standing, camera)
        return legend(
            seen.lines,
            seen.routes,
            (*seen.symbols, *self.words.points(camera, state, standing)),
            self._events(state, selection, camera),
            seen.patches,
            sectors="sectors" in state.layers,
            scenario=state.scenario,
            arcs=self._arcs(state, selection, camera),
        )

    def bare(self, state: ViewState, camera: Camera, told: tuple[LegendEntry, ...] = ()) -> Scene:
        """A scene with nothing but the ground; its legend is what is *told*.

        The same one as before where the same is asked: what is made of it is kept by that.
        """
        return self._bare(state.layers, camera, told)

    def _make_bare(
        self, layers: tuple[str, ...], camera: Camera, told: tuple[LegendEntry, ...]
    ) -> Scene:
        lines = self.grounds.graticule(camera, layers)
        return Scene(camera, self.ground(camera.scale, layers), lines, (), (), (), (), (), told)

    def prepare(self, state: ViewState, camera: Camera, sights: tuple[Box, ...]) -> None:
        """Work out what of a scene can be known before the rest: it is kept for `scene`."""
        self.words.candidates(self.standing(state, camera), sights)

    def standing(self, state: ViewState, camera: Camera) -> Standing:
        """What stands on the ground, whatever is filtered or chosen."""
        return self._standing(camera, Asked.of(state))

    def furniture(self, framed: Framed) -> Furniture:
        """Everything that is fixed to the frame."""
        return furniture(framed, self.measure)

    def ground(self, scale: float, layers: Sequence[str]) -> tuple[Ground, ...]:
        """The basemap at the level of detail for *scale*."""
        return self.grounds.ground(scale, layers)

    def row_of(self, focus: Focus | None) -> int | None:
        """The row of the event in focus, None where none is."""
        return self.source.row_of(focus.id) if focus and focus.type == "event" else None

    def _events(self, state: ViewState, selection: Selection, camera: Camera) -> Gathered | None:
        if "events" not in state.layers:
            return None
        day, row = ordinal(state.moment), self.row_of(state.focus)
        return self._gathered(selection, camera, day, row)

    def _arcs(self, state: ViewState, selection: Selection, camera: Camera) -> tuple[Stroke, ...]:
        """All visits where their layer is on; else the chosen one where events are."""
        row = self.row_of(state.focus)
        if "arcs" in state.layers:
            return self._drawn_arcs(selection, camera, ordinal(state.moment), row)
        columns = self.source.columns
        is_visit = row is not None and columns.kinds[columns.kind[row]] == "visit"
        if not is_visit or "events" not in state.layers:
            return ()
        return self._drawn_arcs(None, camera, ordinal(state.moment), row)

    def _make_arcs(
        self, selection: Selection | None, camera: Camera, day: int, row: int | None
    ) -> tuple[Stroke, ...]:
        from azkz_desktop.map.arcs import arc_strokes  # only where a visit is to be drawn

        rows = selection.rows if selection is not None else NO_ROWS
        found = self.visits.arcs(rows, day, row)
        return tuple(arc_strokes(found, self.things, camera, row))

    def _make_gathered(
        self, selection: Selection, camera: Camera, day: int, row: int | None
    ) -> Gathered:
        """A selection is equal to itself only: that is what the caches go by."""
        found = self._clusters(selection, camera)
        return event_marks(self.things, camera, selection.rows, day, row, found)

    def _make_clusters(self, selection: Selection, camera: Camera) -> list[Cluster]:
        return clusters(self.things, camera, selection.rows)

"""Moving about on the timeline: every hand's movement as a change of the view. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.extents import Extents, extents, hull
from azkz_desktop.timeline.inside import SHOWN
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.moments import day_at, day_of, step_of
from azkz_desktop.timeline.scale import EDGE, Scale, fit
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store

if TYPE_CHECKING:
    from azkz_desktop.timeline.ways import Ways

ROOM = 1 / 3
"""Beside what is zoomed to, so much of its length is shown at both sides."""
SHORTEST_ROOM = 30.0
"""Days: an event of a day is shown among its weeks."""


class Navigator:
    """Changes the view of *store* as seen through *engine*; *width* tells the widget's pixels."""

    def __init__(self, store: Store, engine: Layout, width: Callable[[], float]) -> None:
        self.store = store
        self.engine = engine
        self._width = width

    def scale(self) -> Scale:
        """Days to pixels as shown now."""
        return self.engine.scale(self.store.state, self.store.selection, self._width())

    # In time

    def show_span(self, span: Span, name: str, gesture: str | None = None) -> None:
        """Show the days of *span* from now on."""
        held = self.engine.limits.hold(span)
        self.store.change(replace(self.store.state, span=held), name, gesture)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """A day *factor* times as wide, the date under pixel *x* (the middle) staying there."""
        scale = self.scale()
        at = scale.left + scale.width / 2 if x is None else min(max(x, scale.left), scale.right)
        zoomed = scale.zoomed(factor, at, self.engine.limits)
        self.show_span(zoomed.span, translate("Timeline", "Zoom"), "zoom")

    def pinch(self, factor: float, since: float, at: float) -> None:
        """A day *factor* times as wide; the date that was under pixel *since* is now under *at*."""
        scale, limits = self.scale(), self.engine.limits
        held = min(max(since, scale.left), scale.right)
        zoomed = scale.zoomed(factor, held, limits).panned(since - at, limits)
        self.show_span(zoomed.span, translate("Timeline", "Zoom"), "zoom")

    def pan(self, pixels: float, grabbed: Scale | None = None) -> None:
        """Later by *pixels* (earlier where negative) than now, or than *grabbed* shows."""
        panned = (grabbed or self.scale()).panned(pixels, self.engine.limits)
        self.show_span(panned.span, translate("Timeline", "Move in time"), "pan")

    def show_all(self) -> None:
        """Show the whole period again."""
        name = translate("Timeline", "Show the whole period")
        self.store.change(replace(self.store.state, span=None), name)

    def zoom_to_row(self, row: int) -> None:
        """Show one event as it is drawn, its mark too, with some room about it.

        With it all dates by which documents contradict each other about it; in lanes by document
        all that these give, for its marks stand there.
        """
        from azkz_desktop.timeline.told import drawn_with_others  # nobody zooms at the start

        every = self.store.state.lanes == "source"
        drawn = drawn_with_others(self.engine.source, row, every=every)
        self._zoom_to(drawn, translate("Timeline", "Zoom to the event"))

    def zoom_to_chosen(self) -> bool:
        """Show what is chosen, an event or all events of anything; whether days of it are known."""
        focus, row = self.store.state.focus, self.chosen()
        if focus is None:
            return False
        if row is not None:
            self.zoom_to_row(row)
            return True
        columns = self.engine.source.columns
        facet = columns.facets.get("source" if focus.type == "document" else focus.type)
        if facet is None or focus.id not in facet.ids:
            return False
        rows = facet.event[facet.code == facet.ids.index(focus.id)]
        return self._zoom_to(
            extents(columns, rows), translate("Timeline", "Zoom to what is chosen")
        )

    def _zoom_to(self, drawn: Extents, name: str) -> bool:
        """Show all of *drawn*; where no day of it is known, the whole period, and False."""
        days = hull(drawn)
        if days is None:
            self.show_all()
            return False
        room = max((days[1] - days[0]) * ROOM, SHORTEST_ROOM)
        self.show_span(fit(days[0] - room, days[1] + room, self.engine.limits, 0.0), name)
        return True

    def show_selection(self) -> None:
        """Show all events that pass the filter and stand in a lane that is shown."""
        columns, rows = self.engine.source.columns, self.ways.rows()
        days = np.concatenate((columns.start_earliest[rows], columns.end_latest[rows]))
        days = days[(days > NO_START) & (days < NO_END)]
        if len(days):
            name = translate("Timeline", "Zoom to the selected events")
            self.zoom_to_days(float(days.min()), float(days.max()) + 1, name)

    def zoom_to_days(self, first: float, last: float, name: str) -> None:
        """Show the days from *first* to *last* with a little room."""
        self.show_span(fit(first, last, self.engine.limits, EDGE), name)

    def day_of(self, row: int) -> float:
        """The day at which the mark of an event stands."""
        rows = np.array([row], np.int32)
        return float(extents(self.engine.source.columns, rows).anchor[0])

    def _with_days(self, first: float, last: float) -> ViewState:
        """The view, panned so that enough of the days from *first* to *last* shows."""
        return self._panned(self.scale().with_days(first, last, self.engine.limits))

    def _panned(self, scale: Scale) -> ViewState:
        """The view of the days of *scale*; where these are shown, the view as it is."""
        state = self.store.state
        return state if scale == self.scale() else replace(state, span=scale.span)

    def move_moment(self, x: float) -> None:
        """Let the map show the day at pixel *x*."""
        self._show_moment(day_at(x, self.scale()))

    def pan_with_moment(self, pixels: float, x: float) -> None:
        """Later by *pixels*, and let the map show the day that is then at pixel *x*."""
        scale = self.scale().panned(pixels, self.engine.limits)
        moment = day_at(x, scale).isoformat()
        state = replace(self.store.state, span=scale.span, moment=moment)
        self.store.change(state, translate("Timeline", "Move the moment"), "moment")

    def step_moment(self, steps: int) -> None:
        """Move the moment on (back where negative) by about a hundredth of what is in sight."""
        scale = self.scale()
        now = date.fromisoformat(self.store.state.moment).toordinal()
        day = day_of(now + steps * step_of(scale.span.days))
        self._show_moment(day, self._with_days(day.toordinal(), day.toordinal() + 1))

    def _show_moment(self, day: date, state: ViewState | None = None) -> None:
        state = replace(state or self.store.state, moment=day.isoformat())
        self.store.change(state, translate("Timeline", "Move the moment"), "moment")

    # Events

    @cached_property
    def ways(self) -> "Ways":
        """Which events one walks through, and in which order."""
        from azkz_desktop.timeline.ways import Ways  # nobody walks at the start

        return Ways(self.store, self.engine)

    def choose(self, row: int | None) -> None:
        """Make an event the one that all views show, or none."""
        if row is None:
            name = translate("Timeline", "Choose nothing")
            self.store.change(replace(self.store.state, focus=None), name)
        else:
            self._choose(row, self.store.state)

    def show(self, row: int) -> None:
        """Make an event the one that all views show, and pan so that its mark shows: one step."""
        scale = self.scale().with_day(self.day_of(row), self.engine.limits)
        self._choose(row, self._panned(scale))

    def _choose(self, row: int, state: ViewState) -> None:
        focus = Focus("event", self.engine.source.ids(np.array([row], np.int32))[0])
        name = translate("Timeline", "Choose an event")
        if focus == state.focus:
            name = translate("Timeline", "Move in time")
        self.store.change(replace(state, focus=focus), name)

    def choose_thing(self, focus: Focus, days: tuple[float, float] | None = None) -> None:
        """Make anything the one thing that all views show: an actor whose era was clicked.

        So much of its *days* as tells something is in sight then.
        """
        name = translate("Timeline", "Choose an era")
        state = self._with_days(*days) if days else self.store.state
        self.store.change(replace(state, focus=focus), name)

    def chosen(self) -> int | None:
        """The row of the chosen event, None where none is."""
        return self.engine.row_of(self.store.state.focus)

    def neighbour(self, step: int) -> int | None:
        """The row of the event *step* places after the chosen one in the order of time.

        Where none is chosen, the first (or last) one whose mark is in sight.
        """
        chosen, scale = self.chosen(), self.scale()
        if chosen is None:
            first = self.ways.first_from
            return first(scale.start) if step > 0 else first(scale.end, -1)
        return self.ways.step(chosen, step)

    # What belongs to an event

    def toggle(self, row: int) -> bool:
        """Show what is inside an event, or hide it again; whether there is anything."""
        state, selection = self.store.state, self.store.selection
        inside = self.engine.containers.inside(selection)
        if inside is None or not inside.holds(row):
            return False
        event = self.engine.source.ids(np.array([row], np.int32))[0]
        opened = tuple(one for one in state.opened if one != event)
        name = translate("Timeline", "Close what belongs to an event")
        if event not in state.opened:
            opened = (*opened, event)
            name = translate("Timeline", "Open what belongs to an event")
        self.store.change(replace(state, opened=opened), name)
        return True

    def into(self) -> int | None:
        """Open the chosen event and answer with the first one inside it, None where none is."""
        row, inside = self.chosen(), self.engine.containers.inside(self.store.selection)
        if row is None or inside is None or not inside.holds(row):
            return None
        if row not in self.engine.containers.opened(self.store.state, self.store.selection):
            self.toggle(row)
        return inside.children(row)[0]

    def page_inside(self, pages: int) -> int | None:
        """What is *pages* on among the many events to which the chosen one belongs, if any."""
        row, inside = self.chosen(), self.engine.containers.inside(self.store.selection)
        parent = None if row is None or inside is None else inside.parent(row)
        if inside is None or row is None or parent is None:
            return None
        children = inside.children(parent)
        place = children.index(row) + pages * SHOWN
        return children[min(max(place, 0), len(children) - 1)]

    def out(self) -> int | None:
        """The event that the chosen one belongs to, None where it belongs to none."""
        row, inside = self.chosen(), self.engine.containers.inside(self.store.selection)
        return None if row is None or inside is None else inside.parent(row)

    def outermost(self, row: int) -> int:
        """The container in whose open box, or in a box of that, *row* stands; else itself."""
        inside = self.engine.containers.inside(self.store.selection)
        opened = self.engine.containers.opened(self.store.state, self.store.selection)
        while inside is not None and (parent := inside.parent(row)) in opened:
            row = parent
        return row

    # Lanes

    def fold(self, lane: str) -> None:
        """Fold a lane to the line of its marks, or unfold it."""
        folded = self.store.state.folded_lanes
        if lane in folded:
            left = tuple(one for one in folded if one != lane)
            self._lanes(translate("Timeline", "Unfold a lane"), folded_lanes=left)
        else:
            name = translate("Timeline", "Fold a lane")
            self._lanes(name, folded_lanes=(*folded, lane))

    def hide(self, lane: str) -> None:
        """Show a lane no more."""
        hidden = (*self.store.state.hidden_lanes, lane)
        self._lanes(translate("Timeline", "Hide a lane"), hidden_lanes=hidden)

    def show_lane(self, lane: str) -> None:
        """Show a lane again that was hidden."""
        hidden = tuple(one for one in self.store.state.hidden_lanes if one != lane)
        self._lanes(translate("Timeline", "Show a lane"), hidden_lanes=hidden)

    def show_only(self, lane: str) -> None:
        """Hide all lanes but one."""
        store = self.store
        lanes = self.engine.lanes(store.state, store.selection)
        others = tuple(one.id for one in lanes if one.id != lane)
        self._lanes(translate("Timeline", "Show one lane"), hidden_lanes=others)

    def show_lanes(self) -> None:
        """Show all lanes, unfolded."""
        name = translate("Timeline", "Show all lanes")
        self._lanes(name, hidden_lanes=(), folded_lanes=())

    def _lanes(self, name: str, **lanes: tuple[str, ...]) -> None:
        self.store.change(replace(self.store.state, **lanes), name)  # type: ignore[arg-type]

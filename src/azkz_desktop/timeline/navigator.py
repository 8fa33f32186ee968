"""Moving about on the timeline: every hand's movement as a change of the view. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np

from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.scale import Scale, fit
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, Span
from azkz_desktop.view.store import Store

ROOM = 0.6
"""Beside an event that is zoomed to, so much of its length is shown at both sides."""
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

    def pan(self, pixels: float, grabbed: Scale | None = None) -> None:
        """Later by *pixels* (earlier where negative) than now, or than *grabbed* shows."""
        panned = (grabbed or self.scale()).panned(pixels, self.engine.limits)
        self.show_span(panned.span, translate("Timeline", "Move in time"), "pan")

    def show_all(self) -> None:
        """Show the whole period again."""
        name = translate("Timeline", "Show the whole period")
        self.store.change(replace(self.store.state, span=None), name)

    def zoom_to_row(self, row: int) -> None:
        """Show the span of one event, with some room about it."""
        columns, period = self.engine.source.columns, self.engine.period
        first = max(float(columns.start_earliest[row]), period.start)
        last = min(float(columns.end_latest[row]) + 1, period.end)
        room = max((last - first) * ROOM, SHORTEST_ROOM)
        span = fit(first - room, last + room, self.engine.limits)
        self.show_span(span, translate("Timeline", "Zoom to the event"))

    def bring_into_sight(self, row: int) -> None:
        """Pan so that the mark of *row* shows, if it does not."""
        scale = self.scale()
        rows = np.array([row], np.int32)
        anchor = float(extents(self.engine.source.columns, rows).anchor[0])
        if not scale.start <= anchor <= scale.end:
            self.pan(scale.x(anchor) - scale.left - scale.width / 2)

    def move_moment(self, x: float) -> None:
        """Let the map show the day at pixel *x*."""
        scale = self.scale()
        day = int(scale.day(min(max(x, scale.left), scale.right)))
        moment = date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()
        state = replace(self.store.state, moment=moment)
        self.store.change(state, translate("Timeline", "Move the moment"), "moment")

    # Events

    def choose(self, row: int | None) -> None:
        """Make an event the one that all views show, or none."""
        focus, name = None, translate("Timeline", "Choose nothing")
        if row is not None:
            focus = Focus("event", self.engine.source.ids(np.array([row], np.int32))[0])
            name = translate("Timeline", "Choose an event")
        self.store.change(replace(self.store.state, focus=focus), name)

    def choose_thing(self, focus: Focus) -> None:
        """Make anything the one thing that all views show: an actor whose era was clicked."""
        name = translate("Timeline", "Choose an era")
        self.store.change(replace(self.store.state, focus=focus), name)

    def chosen(self) -> int | None:
        """The row of the chosen event, None where none is."""
        return self.engine.row_of(self.store.state.focus)

    def neighbour(self, step: int) -> int | None:
        """The row of the event *step* places after the chosen one in the order of time.

        Where none is chosen, the first (or last) one that begins in sight.
        """
        rows = self.store.selection.rows
        if not len(rows):
            return None
        chosen, scale = self.chosen(), self.scale()
        walk = None if chosen is None else self.engine.walk(self.store.state, self.store.selection)
        if walk is not None and chosen is not None:
            return walk.step(chosen, step)
        if chosen is None:
            starts = self.engine.source.columns.start_earliest[rows]
            at = int(starts.searchsorted(int(scale.start if step > 0 else scale.end)))
        else:
            at = int(rows.searchsorted(np.int32(chosen), "left" if step < 0 else "right"))
        return int(rows[min(max(at + min(step, 0), 0), len(rows) - 1)])

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

    def out(self) -> int | None:
        """The event that the chosen one belongs to, None where it belongs to none."""
        row, inside = self.chosen(), self.engine.containers.inside(self.store.selection)
        return None if row is None or inside is None else inside.parent(row)

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

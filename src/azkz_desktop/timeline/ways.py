"""Which events one walks through by key, and in which order. No Qt.

Of a million events nothing is sorted or looked through with each step: what was found is kept for
as long as the same events are selected, in lanes that are shown, and the same ones are open.
"""

from functools import cached_property
from operator import is_

import numpy as np

from azkz_desktop.query.order import TimeOrder
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.walk import Walk, standing_apart
from azkz_desktop.view.store import Store


class Ways:
    """The ways through the events of *store* as seen through *engine*."""

    def __init__(self, store: Store, engine: Layout) -> None:
        self._store, self._engine = store, engine
        self._rows_for: tuple[object, ...] = ()
        self._rows: Rows = np.empty(0, np.int32)
        self._walk_for: tuple[object, ...] = ()
        self._walk: Walk | None = None
        self._apart_for: tuple[Lane, ...] | None = None
        self._apart = self._rows

    @cached_property
    def order(self) -> TimeOrder:
        """In which order one walks: made when the first step is."""
        return TimeOrder(self._engine.source.columns)

    def rows(self) -> Rows:
        """The events of the selection that stand in a lane that is not hidden, ascending."""
        state, selection = self._store.state, self._store.selection
        if not state.hidden_lanes:
            return selection.rows
        wanted = selection.rows, state.lanes, state.hidden_lanes
        if not same(wanted, self._rows_for):
            shown = [lane.index.rows for lane in self._engine.shown(state, selection)]
            self._rows_for = wanted
            self._rows = np.unique(np.concatenate([selection.rows[:0], *shown]))
        return self._rows

    def walk(self) -> Walk | None:
        """The way through what can be seen, None where no event holds others."""
        state = self._store.state
        wanted = self._store.selection.rows, state.lanes, state.hidden_lanes, state.opened
        if not same(wanted, self._walk_for):
            self._walk_for, self._walk = wanted, self._made_walk()
        return self._walk

    def _made_walk(self) -> Walk | None:
        state, selection, engine = self._store.state, self._store.selection, self._engine
        inside, count = engine.containers.inside(selection), len(engine.source.columns)
        if inside is None:
            return None
        lanes = engine.lanes(state, selection)
        if self._apart_for is not lanes:
            apart = standing_apart(inside, lanes, count)
            self._apart_for, self._apart = lanes, np.flatnonzero(apart).astype(np.int32)
        walk = Walk(inside, self._apart, engine.containers.opened(state, selection), self.order)
        if not state.hidden_lanes:
            return walk
        # A flag for each event: `np.isin` would take a tenth of a second for a million.
        seen = np.zeros(count, np.bool_)
        seen[self.rows()] = True
        return walk.past_all_but(seen)

    def apart(self) -> Rows:
        """Those of `rows` that stand by themselves, in nothing that is open or shut, in order."""
        walk = self.walk()
        return self.order.sorted(self.rows()) if walk is None else walk.top

    def first_from(self, day: float, by: int = 0) -> int | None:
        """The row of the first event whose mark stands at *day* or later, or *by* places on.

        What is shut up in another event is passed by. None where there is no event at all, the
        first or last one where there is no such place.
        """
        rows = self.apart()
        place = self.order.first_from(rows, day) + by
        return int(rows[min(max(place, 0), len(rows) - 1)]) if len(rows) else None

    def step(self, row: int, by: int) -> int:
        """The event after *row* (before it where *by* is negative); *row* itself at the end."""
        walk = self.walk()
        if walk is not None:
            return walk.step(row, by)
        found = self.order.step(self.apart(), row, by)
        return row if found is None else found


def same(wanted: tuple[object, ...], kept: tuple[object, ...]) -> bool:
    """Whether what is *wanted* is made of the very things that the *kept* was made of."""
    return len(wanted) == len(kept) and all(map(is_, wanted, kept))

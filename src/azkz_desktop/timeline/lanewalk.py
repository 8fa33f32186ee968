"""The lane in which one is, and the way by key from lane to lane and along one. No Qt.

That is no part of the view, no more than what the pointer is on: it is the lane that was clicked,
gone to, or walked along, for as long as what is chosen stands there.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from azkz_desktop.timeline.lanenav import LaneNavigator
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.ways import same
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus

if TYPE_CHECKING:
    from azkz_desktop.timeline.inside import Inside
    from azkz_desktop.timeline.lanes import Lane


class Entered(NamedTuple):
    """The lane that was entered, of lanes by *facet*, and what was chosen then."""

    facet: str
    lane: str
    focus: Focus | None


class LaneWalk:
    """Tells and changes the current lane."""

    def __init__(self, navigator: Navigator, lanes: LaneNavigator) -> None:
        self._navigator, self._lanes = navigator, lanes
        self._store, self._engine = navigator.store, navigator.engine
        self._entered: Entered | None = None
        self._current_for: tuple[object, ...] = ()
        self._current: str | None = None
        self._way_for: tuple[object, ...] = ()
        self._way: Rows = np.empty(0, np.int32)

    # Where one is

    def enter(self, lane: str) -> None:
        """Be in *lane* from now on."""
        state = self._store.state
        self._entered = Entered(state.lanes, lane, state.focus)

    def enter_at(self, number: int) -> None:
        """Be in the lane of that number among those in sight."""
        self.enter(self._engine.placed[number].lane.id)

    def current(self) -> str | None:
        """The id of the lane in which one is; None where nothing is chosen and none was entered."""
        state, rows = self._store.state, self._store.selection.rows
        focus = state.focus.id if state.focus else None
        view = state.lanes, state.hidden_lanes, state.lane_order, state.opened
        wanted = self._entered, focus, *view, rows
        if not same(wanted, self._current_for):
            # Of a hundred lanes each frame would ask each whether it holds the chosen event.
            self._current_for, self._current = wanted, self._found()
        return self._current

    def _found(self) -> str | None:
        state, entered, row = self._store.state, self._entered, self._navigator.chosen()
        if entered is not None and entered.facet == state.lanes:
            lane = self._lane(entered.lane)
            stays = row is None or entered.focus == state.focus
            if lane is not None and (stays or self._stands_in(lane, row)):
                return lane.id
        return None if row is None else self._uppermost(row)

    def of_row(self, row: int) -> str | None:
        """The lane in which one comes to an event: where one is, if it stands there."""
        here = self._lane(self.current())
        return here.id if here and self._stands_in(here, row) else self._uppermost(row)

    def _uppermost(self, row: int) -> str | None:
        lane_of = self._lanes.lane_of
        return lane_of(self._navigator.outermost(row)) or lane_of(row)

    def _stands_in(self, lane: "Lane", row: int | None) -> bool:
        if row is None:
            return False
        rows = np.array([row, self._navigator.outermost(row)], np.int32)
        return bool(lane.holds(rows).any())

    def _shown(self) -> "list[Lane]":
        return self._engine.shown(self._store.state, self._store.selection)

    def _lane(self, wanted: str | None) -> "Lane | None":
        return next((lane for lane in self._shown() if lane.id == wanted), None)

    # Whereto one goes

    def step(self, by: int) -> str | None:
        """Enter the lane *by* places below (above where negative), or the last one that way.

        At first the uppermost one in sight, or the lowest.
        """
        shown, here = [lane.id for lane in self._shown()], self.current()
        if here in shown:
            self.enter(shown[min(max(shown.index(here) + by, 0), len(shown) - 1)])
        elif self._engine.placed:
            self.enter_at(0 if by > 0 else -1)
        return self.current()

    def along(self, by: int) -> int | None:
        """The row of the event after the chosen one in this lane, before it where *by* is −1.

        Of an event that stands elsewhere the next one in time; where none is chosen, the first
        (or last) one whose mark is in sight. None where there is no lane, or no more event.
        """
        lane = self._lane(self.current() or self.step(by))
        if lane is None:
            return None
        rows, order = self._rows(lane), self._navigator.ways.order
        chosen, scale = self._navigator.chosen(), self._navigator.scale()
        if chosen is not None:
            return order.step(rows, chosen, by)
        place = order.first_from(rows, scale.start if by > 0 else scale.end) + min(by, 0)
        return int(rows[min(max(place, 0), len(rows) - 1)]) if len(rows) else None

    def _rows(self, lane: "Lane") -> Rows:
        """What stands by itself in a lane, in order of time: kept for the steps that follow."""
        inside = self._inside()
        if not same((lane, inside), self._way_for):
            rows = lane.index.rows
            if inside is not None:
                rows = rows[~inside.held_at_all(lane, rows)]
            order = self._navigator.ways.order
            self._way_for, self._way = (lane, inside), rows[np.argsort(order.rank[rows])]
        return self._way

    def _inside(self) -> "Inside | None":
        return self._engine.containers.inside(self._store.selection)

    def words(self) -> str:
        """The current lane in a sentence; empty where one is in none."""
        shown, lane = self._shown(), self._lane(self.current())
        if lane is None:
            return ""
        place = shown.index(lane) + 1
        told = translate("Timeline", "Lane “%s”, %d of %d") % (lane.title, place, len(shown))
        told += ", " + translate("Timeline", "%n event(s)", len(lane))
        if lane.id in self._store.state.folded_lanes:
            told += ", " + translate("Timeline", "folded")
        return told + "."

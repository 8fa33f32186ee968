"""Moving the lanes: their order, and how far they are scrolled. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from azkz_desktop.timeline.arrange import LaneRoom
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState


class LaneNavigator:
    """Changes order and scrolling of the lanes; *height* tells the pixels of the widget."""

    def __init__(self, navigator: Navigator, height: Callable[[], float]) -> None:
        self._store = navigator.store
        self._engine = navigator.engine
        self._height = height

    # Order

    def shown(self) -> list[str]:
        """The ids of the lanes that are not hidden, from the top."""
        return self._shown_in(self._store.state)

    def _shown_in(self, state: ViewState) -> list[str]:
        return [lane.id for lane in self._engine.shown(state, self._store.selection)]

    def carry(self, lane: str, below: float, by: float, gesture: str) -> None:
        """Scroll by *by* pixels and let *lane* stand where a hand holds it that drags it.

        The hand is *below* pixels under the upper edge of the lanes: all lanes whose middle is
        above it stand above.
        """
        state, scrolled = self._store.state, self._held(self.scrolled() + by)
        rooms = self._engine.rooms(state, self._store.selection, self._height())
        above = sum(
            one != lane and room.top + room.height / 2 < scrolled + below
            for one, room in zip(self.shown(), rooms, strict=True)
        )
        state = self._with_lane_at(lane, above)
        self._change_order(replace(state, scrolled=scrolled) if by else state, gesture)

    def shift(self, lane: str, step: int) -> None:
        """Move *lane* by *step* places, down where positive; it stays in sight."""
        shown = self.shown()
        if lane in shown:
            place = min(max(shown.index(lane) + step, 0), len(shown) - 1)
            state = self._with_lane_at(lane, place)
            self._change_order(replace(state, scrolled=self._scrolled_to(lane, state)))

    def _with_lane_at(self, lane: str, place: int) -> ViewState:
        state = self._store.state
        usual = [one.id for one in self._engine.usual(state, self._store.selection)]
        if lane not in usual:
            return state
        from azkz_desktop.timeline.laneorder import order_with  # nobody asks at the start

        order = order_with(usual, state.lane_order, state.hidden_lanes, lane, max(place, 0))
        return replace(state, lane_order=order)

    def _change_order(self, state: ViewState, gesture: str | None = None) -> None:
        self._store.change(state, translate("Timeline", "Move a lane"), gesture)

    def usual_order(self) -> None:
        """All lanes in their usual order again."""
        state = replace(self._store.state, lane_order=())
        self._store.change(state, translate("Timeline", "Usual order of lanes"))

    # Hiding several at once

    def filtered(self) -> list[str]:
        """The ids of the lanes that the filter names, hidden ones too."""
        from azkz_desktop.timeline.laneorder import filtered  # nobody asks at the start

        state = self._store.state
        named = filtered(state.lanes, state.filter)
        return [lane for lane in self._all() if lane in named]

    def show_filtered(self) -> None:
        """Show the lanes that the filter names, and hide all others."""
        filtered = self.filtered()
        hidden = (*self._store.state.hidden_lanes, *self._all())
        wanted = tuple(dict.fromkeys(one for one in hidden if one not in filtered))
        self._hide(wanted, translate("Timeline", "Show the filtered lanes"))

    def hide_below(self, lane: str) -> None:
        """Hide all lanes below *lane*."""
        shown = self.shown()
        below = shown[shown.index(lane) + 1 :] if lane in shown else []
        hidden = (*self._store.state.hidden_lanes, *below)
        self._hide(hidden, translate("Timeline", "Hide lanes"))

    def _all(self) -> list[str]:
        return [lane.id for lane in self._engine.lanes(self._store.state, self._store.selection)]

    def _hide(self, lanes: tuple[str, ...], name: str) -> None:
        self._store.change(replace(self._store.state, hidden_lanes=lanes), name)

    # The lane of an event

    def lane_of(self, row: int) -> str | None:
        """The uppermost lane that is shown in which an event stands, None where there is none."""
        lanes = self._engine.shown(self._store.state, self._store.selection)
        rows = np.array([row], np.int32)
        return next((lane.id for lane in lanes if lane.holds(rows)[0]), None)

    # Scrolling

    def scroll_to(self, pixels: float) -> None:
        """Show the lanes from *pixels* below the top of the first one on."""
        state = replace(self._store.state, scrolled=self._held(pixels))
        self._store.change(state, translate("Timeline", "Scroll the lanes"), "scroll lanes")

    def _held(self, pixels: float) -> float:
        """So far, or as far as there are lanes, in whole pixels."""
        state, selection = self._store.state, self._store.selection
        most = self._engine.most_scroll(state, selection, self._height())
        return float(round(min(max(pixels, 0.0), most)))

    def space(self) -> float:
        """How many pixels of lanes are in sight."""
        return self._engine.lanes_height(self._store.state, self._height())

    def scroll(self, pixels: float) -> None:
        """Show lanes further down (up where negative)."""
        self.scroll_to(self.scrolled() + pixels)

    def scrolled(self) -> float:
        """How far the lanes are scrolled: no further than there are lanes."""
        return self._engine.scrolled(self._store.state, self._store.selection, self._height())

    def bring_into_sight(self, lane: str) -> None:
        """Scroll so far that all of *lane* shows, its top where it is too high for that."""
        top = self._scrolled_to(lane, self._store.state)
        if top != self.scrolled():
            self.scroll_to(top)

    def bring_line_into_sight(self, marks: Marks, lane: str, row: int) -> None:
        """Scroll so that the mark of *row* in *lane* shows, if it does not in *marks*."""
        rect = next((one.rect for one in marks.lanes if one.id == lane), None)
        ys = marks.spots.y[marks.spots.row == row]
        ys = ys[(ys >= rect.y) & (ys < rect.bottom)] if rect else ys[:0]
        if not len(ys):
            return
        below, space = float(ys.min()) - marks.plot.y, self.space()
        room = self._engine.sizes.strip / 2 + self._engine.sizes.line
        if not room / 2 <= below <= space - room / 2:
            self.scroll(below - room if below < room else below + room - space)

    def _scrolled_to(self, lane: str, state: ViewState) -> float:
        """How far the lanes of *state* are to be scrolled, for all of *lane* to show."""
        engine, selection, height = self._engine, self._store.selection, self._height()
        top, space = engine.scrolled(state, selection, height), engine.lanes_height(state, height)
        rooms = engine.rooms(state, selection, height)
        room = dict(zip(self._shown_in(state), rooms, strict=True)).get(lane)
        if room is None:
            return top
        # Words about further lanes lie over an edge: what they leave of it has room for its name.
        words = max(2 * engine.sizes.line - room.height, 0.0)
        if (bottom := min(room.top + room.height + words, _end(rooms))) > top + space:
            top = bottom - space
        return float(round(max(min(top, room.top - words), 0.0)))


def _end(rooms: Sequence[LaneRoom]) -> float:
    """How high all lanes are together."""
    return rooms[-1].top + rooms[-1].height

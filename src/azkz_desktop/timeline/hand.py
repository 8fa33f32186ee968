"""A hand with a mouse on the timeline: what a press, a drag, a click and a double click do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from azkz_desktop.timeline.coinciding import Turns
from azkz_desktop.timeline.drags import Drag, RunOn, drag_at_once, drag_of, lane_held
from azkz_desktop.timeline.gestures import wheel_turn
from azkz_desktop.timeline.hits import NOTHING, Hit
from azkz_desktop.timeline.keys import chosen_x
from azkz_desktop.view.store import FirstClick

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from azkz_desktop.timeline.marks import LaneMark
    from azkz_desktop.timeline.widget import TimelineWidget
    from azkz_desktop.view.history import History

CLICK = 4
"""Pixels that the pointer may wander and still click."""
MORE = {"more-above": -1, "more-below": 1}
"""Which way the lanes scroll where the words about further lanes are clicked."""
NO_ZOOM = ("badge", "more-inside", "lane-name", "scroll", "era-more", *MORE)
"""What does something else with each click."""
IN_LANES = ("event", "badge", "density", "lane", "lane-name")
"""What lies in the lane that is at its height."""
POINTING = Qt.CursorShape.PointingHandCursor
CURSORS = {
    "event": POINTING,
    "away": POINTING,
    "badge": POINTING,
    "more-inside": POINTING,
    "moment": Qt.CursorShape.SizeHorCursor,
    "lane-name": POINTING,
    "legend": Qt.CursorShape.WhatsThisCursor,
    "more-above": POINTING,
    "more-below": POINTING,
    "era": POINTING,
    "era-more": POINTING,
    "band-name": POINTING,
}


class Hand:
    """What the pointer holds of *widget*, and since where."""

    def __init__(self, widget: TimelineWidget) -> None:
        self._widget = widget
        self._press: QPointF | None = None
        self._pressed: Hit = NOTHING
        self._drag: Drag | None = None
        self.hold = 0
        """Which hold of the store the last press took; what runs on goes on with it."""
        self._before: History = widget.store.history
        self._first_click = FirstClick(widget.store)
        self._turns = Turns()

    @cached_property
    def run_on(self) -> RunOn:
        """What lets a pan run on."""
        return RunOn(self._widget)

    def frames(self) -> list[QRectF]:
        """What is to be framed: the lane that is dragged, as far as it is in sight."""
        lane = lane_held(self._drag)
        if lane is None:
            return []
        marks = self._widget.marks()
        area = QRectF(1, marks.plot.y, marks.width - 2, self._widget.lanes.space())
        return [
            area.intersected(QRectF(1, one.rect.y, marks.width, one.rect.height))
            for one in marks.lanes
            if one.id == lane
        ]

    def press(self, button: Qt.MouseButton, at: QPointF) -> None:
        """Begin a drag, or a click; what ran on stops. Two buttons of their own go back and on."""
        self.run_on.stop()
        self._first_click.forget()
        if button == Qt.MouseButton.BackButton:
            self._widget.store.undo()
        elif button == Qt.MouseButton.ForwardButton:
            self._widget.store.redo()
        if button != Qt.MouseButton.LeftButton:
            return
        self._press, self._pressed = at, self._widget.hit_at(at)
        self.hold = self._widget.store.hold()
        self._before = self._widget.store.history
        self._drag = drag_at_once(self._widget, self._pressed, at)

    def move(self, at: QPointF) -> None:
        """Drag what is held; else light up what is under the pointer."""
        if self._press is None:
            self.hover(at)
            return
        away = at - self._press
        if self._drag is None and max(abs(away.x()), abs(away.y())) > CLICK:
            self._drag = drag_of(self._widget, self._pressed, self._press)
            self._widget.setCursor(self._drag.cursor)
        if self._drag is not None:
            self._drag.move(at)

    def release(self, at: QPointF) -> None:
        """End a drag, which may run on, or do what a click does."""
        if self._press is None:
            return
        drag, self._press, self._drag = self._drag, None, None
        if drag is not None:
            drag.release()
            self._enter_lane(lane_held(drag))
            self._widget.update()
        if not self.run_on.running:
            self._widget.store.let_go(self.hold)
        if drag is None:
            found = self._widget.hit_at(at)
            lane = self._lane_at(found, at)
            self._enter_lane(lane.id if lane else None)
            self._clicked(found, at)
            self._first_click.done(self._before)
        self.hover(at)

    def give_up(self) -> bool:
        """Put back what a drag has moved, as if it had not begun; whether there was one."""
        if self._press is None or self._drag is None:
            return False
        self._drag.give_up()
        # The button is still down: what it does from now on moves nothing.
        self._drag = Drag()
        self._widget.store.put_back(self._before)
        self._widget.unsetCursor()
        self._widget.update()
        return True

    def drop(self) -> History:
        """End what a drag does, where it is now; what the history was before it.

        For a second finger, with which the first one drags no more, nor clicks.
        """
        self.run_on.stop()
        pressed, drag, self._press, self._drag = self._press, self._drag, None, None
        if drag is not None:
            drag.give_up()
            self._widget.unsetCursor()
            self._widget.update()
        return self._widget.store.history if pressed is None else self._before

    def hover(self, at: QPointF) -> None:
        """Light up the event under the pointer, in all views."""
        found = self._widget.hit_at(at)
        self._widget.setCursor(CURSORS.get(found.what, Qt.CursorShape.ArrowCursor))
        self._widget.store.pointed.point(() if found.row is None else (found.row,))

    def _lane_at(self, found: Hit, at: QPointF) -> LaneMark | None:
        """The lane in which is what is *found* at a point."""
        if found.what not in IN_LANES:
            return None
        lanes = self._widget.marks().lanes
        return next((one for one in lanes if one.rect.y <= at.y() < one.rect.bottom), None)

    def _enter_lane(self, lane: str | None) -> None:
        """From now on keys mean the lane in which something was clicked."""
        if lane is not None:
            self._widget.lane_walk.enter(lane)
            self._widget.describe()
            self._widget.update()

    def meant(self, found: Hit, at: QPointF) -> Hit:
        """Where events lie on one another and one is *found*: that to which clicks have come."""
        if found.what != "event":
            return found
        widget = self._widget
        return self._turns.meant(widget.marks(), (at.x(), at.y()), widget.chosen()) or found

    def _clicked(self, found: Hit, at: QPointF) -> None:
        widget = self._widget
        self._turns.take_back()
        if found.what == "event":
            place = at.x(), at.y()
            found = self._turns.clicked(widget.marks(), place, widget.chosen()) or found
        if found.row is not None:
            self._clicked_event(found.what, found.row)
        elif found.era is not None:
            widget.era_walk.choose(found.era.focus, found.era.name)
        elif found.what == "lane-name" and found.lane is not None:
            widget.navigator.fold(widget.marks().lanes[found.lane].id)
        else:
            self._clicked_beside(found.what, at.y())

    def _clicked_beside(self, what: str, y: float) -> None:
        widget = self._widget
        if what in MORE:
            widget.lanes.scroll(MORE[what] * widget.height() / 2)
        elif what == "band-name":
            widget.figures_asked.emit()
        elif what == "legend":
            widget.show_legend()
        elif what == "era-more":
            rows = widget.marks().eras
            group = next(row.group for row in rows if row.rect.y <= y < row.rect.bottom)
            widget.era_walk.choose_without_room(group)

    def _clicked_event(self, what: str, row: int) -> None:
        if what == "badge":
            self._widget.navigator.toggle(row)
        elif what in ("more-inside", "away"):
            self._widget.show_row(row)
        else:
            self._widget.navigator.choose(row)

    def double_click(self, at: QPointF) -> None:
        """Zoom to the span of an event or an era, or in around the pointer.

        With what the first of the two clicks did it is one step back.
        """
        self._zoom_at(at)
        self._first_click.gather()

    def _zoom_at(self, at: QPointF) -> None:
        found, navigator = self._widget.hit_at(at), self._widget.navigator
        if found.what in ("event", "away") and found.row is not None:
            row = self._turns.take_back()  # the first of the two clicks went on to the next event
            if row is None:
                row = found.row
            else:
                navigator.choose(row)
            navigator.zoom_to_row(row)
        elif found.era is not None:
            self._widget.era_walk.zoom_to()
        elif found.what not in NO_ZOOM:
            navigator.zoom(2.0, at.x())

    def turn(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways: pan; with Shift, over names or the bar: scroll."""
        self.run_on.stop()
        widget, x = self._widget, event.position().x()
        over_bar = widget.hit_at(event.position()).what == "scroll"
        turn = wheel_turn(event, over_names=over_bar or x < widget.scale().left)
        if turn.scroll:
            widget.lanes.scroll(turn.scroll)
        elif turn.pan:
            widget.navigator.pan(turn.pan)
        elif turn.zoom != 1:
            widget.navigator.zoom(turn.zoom, x)

    def ask(self, at: QPointF, on_screen: QPoint) -> None:
        """Open the menu of the lane, the eras or the figure under the pointer."""
        widget, found = self._widget, self._widget.hit_at(at)
        lane = self._lane_at(found, at)
        self._enter_lane(lane.id if lane else None)
        if found.row is not None:
            widget.navigator.choose(found.row)
        self._open(found, lane, at, on_screen)

    def ask_by_key(self) -> None:
        """Open the menu of what is chosen, beside it: the eras, or the lane of the event."""
        widget, marks = self._widget, self._widget.marks()
        walk = widget.era_walk if widget.store.state.eras else None
        if walk is not None and walk.here() is not None:
            found, at = Hit("era"), QPointF(chosen_x(widget) or marks.plot.x, marks.plot.y)
            self._open(found, None, at, widget.mapToGlobal(at.toPoint()))
            return
        wanted = widget.lane_walk.current()
        lane = next((one for one in marks.lanes if one.id == wanted), None)
        rect = lane.rect if lane else marks.plot
        rings = (one for one in marks.rings if one.role == "chosen")
        ring = next((one for one in rings if rect.y <= one.y < rect.bottom), None)
        at = QPointF(ring.x, ring.y) if ring else QPointF(rect.x, rect.y)
        self._open(NOTHING, lane, at, widget.mapToGlobal(at.toPoint()))

    def _open(self, found: Hit, lane: LaneMark | None, at: QPointF, on_screen: QPoint) -> None:
        from azkz_desktop.timeline.besidemenu import show_beside_menu
        from azkz_desktop.timeline.lanemenu import show_lane_menu

        widget, plot = self._widget, self._widget.marks().plot
        if not show_beside_menu(widget, widget.marks(), found, on_screen):
            # Beside the plot no day is meant.
            x = at.x() if plot.x < at.x() < plot.right else None
            show_lane_menu(widget, widget.navigator, widget.lanes, lane, on_screen, x)

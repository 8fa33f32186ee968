"""What a hand can drag: time, the moment, a lane by its name, the bar that scrolls the lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer

from azkz_desktop.timeline.kinetic import Flick

if TYPE_CHECKING:
    from azkz_desktop.timeline.hits import Hit
    from azkz_desktop.timeline.widget import TimelineWidget

FRAME_MS = 16


class Drag(Protocol):
    """One drag, from the press to letting go; `cursor` is the hand's shape meanwhile."""

    cursor: Qt.CursorShape

    def move(self, at: QPointF) -> None:
        """The pointer is *at* now."""
        ...

    def release(self) -> None:
        """The pointer let go."""
        ...


class RunOn:
    """A pan that runs on after a flick, slower and slower, until something stops it."""

    def __init__(self, widget: TimelineWidget) -> None:
        self._widget = widget
        self.flick, self._clock = Flick(), QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(widget, interval=FRAME_MS)
        self._timer.timeout.connect(self._run)
        self.stop = self._timer.stop

    def now(self) -> float:
        """Seconds."""
        return self._clock.elapsed() / 1000

    def let_go(self) -> None:
        """Run on, where the pointer was in motion."""
        if self.flick.release(self.now()):
            self._timer.start()

    def _run(self) -> None:
        pixels = self.flick.run(FRAME_MS / 1000)
        if pixels:
            self._widget.navigator.pan(-pixels)
        else:
            self._timer.stop()


class PanDrag:
    """Time moves with the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, widget: TimelineWidget, press: QPointF) -> None:
        self._navigator, self._run_on, self._press = widget.navigator, widget.run_on, press
        self._grabbed = widget.scale()
        self._run_on.flick.grab(self._run_on.now(), press.x())

    def move(self, at: QPointF) -> None:
        """Pan by how far the hand is from where it pressed."""
        self._run_on.flick.move(self._run_on.now(), at.x())
        self._navigator.pan(self._press.x() - at.x(), self._grabbed)

    def release(self) -> None:
        """Run on, where the hand was in motion."""
        self._run_on.let_go()


class MomentDrag:
    """The moment moves with the hand."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, widget: TimelineWidget) -> None:
        self._navigator = widget.navigator

    def move(self, at: QPointF) -> None:
        """The map shows the day under the hand."""
        self._navigator.move_moment(at.x())

    def release(self) -> None:
        """Nothing more."""


class LaneDrag:
    """A lane changes places with those whose middle the hand passes."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, widget: TimelineWidget, lane: str, press: QPointF) -> None:
        self._widget, self._lane = widget, lane
        self._gesture = f"move lane {lane} {press.x()} {press.y()} {widget.run_on.now()}"

    def move(self, at: QPointF) -> None:
        """Let the lane stand below all others whose middle is above the hand."""
        marks, lanes = self._widget.marks(), self._widget.lanes
        shown = lanes.shown()
        above = [
            lane.id
            for lane in marks.lanes
            if lane.id != self._lane and lane.rect.y + lane.rect.height / 2 < at.y()
        ]
        first = shown.index(marks.lanes[0].id) if marks.lanes else 0
        out_of_sight = sum(one != self._lane for one in shown[:first])
        lanes.place(self._lane, out_of_sight + len(above), self._gesture)

    def release(self) -> None:
        """Nothing more: it stands where it is."""


class ScrollDrag:
    """The bar beside the lanes moves with the hand; pressed beside the thumb, it jumps there."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, widget: TimelineWidget, press: QPointF) -> None:
        self._widget = widget
        mark = widget.marks().scroll
        on_thumb = mark is not None and mark.thumb.contains(press.x(), press.y())
        high = mark.thumb.height if mark else 0.0
        self._held = press.y() - mark.thumb.y if mark and on_thumb else high / 2
        if not on_thumb:
            self.move(press)

    def move(self, at: QPointF) -> None:
        """Scroll to where the hand holds the thumb."""
        mark = self._widget.marks().scroll
        if mark is not None:
            self._widget.lanes.scroll_to(mark.scrolled_at(at.y() - self._held))

    def release(self) -> None:
        """Nothing more."""


def drag_at_once(widget: TimelineWidget, found: Hit, press: QPointF) -> Drag | None:
    """The drag that begins with the press itself, None where it may become a click."""
    if found.what == "moment":
        return MomentDrag(widget)
    return ScrollDrag(widget, press) if found.what == "scroll" else None


def drag_of(widget: TimelineWidget, found: Hit, press: QPointF) -> Drag:
    """The drag of what was *found* where the pointer pressed, once it has wandered."""
    if found.what == "lane-name" and found.lane is not None:
        return LaneDrag(widget, widget.marks().lanes[found.lane].id, press)
    return PanDrag(widget, press)

"""What a hand can drag: time, the moment, a lane by its name, the bar that scrolls the lanes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer

from azkz_desktop.timeline.kinetic import Flick

if TYPE_CHECKING:
    from azkz_desktop.timeline.hits import Hit
    from azkz_desktop.timeline.widget import TimelineWidget
    from azkz_desktop.view.state import Span

FRAME_MS = 16
LONGEST_MS = 100
"""Time between two frames counts so long at the most."""
EDGE = 22.0
"""So near to the edge of the lanes a hand that drags one scrolls them."""
FARTHEST = 60.0
"""Pixels beyond that, after which it gets no faster."""
SPEED = 12.0
"""Pixels a second for every pixel beyond."""


class Drag:
    """One drag, from the press to letting go; `cursor` is the hand's shape meanwhile.

    This one moves nothing.
    """

    cursor = Qt.CursorShape.ArrowCursor

    def move(self, at: QPointF) -> None:
        """The pointer is *at* now."""

    def release(self) -> None:
        """The pointer let go."""

    def give_up(self) -> None:
        """All is put back where it was: nothing is to move any more."""


class RunOn:
    """A pan that runs on after a flick, slower and slower, until something stops it."""

    def __init__(self, widget: TimelineWidget) -> None:
        self._widget = widget
        self.flick, self._clock = Flick(), QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(widget, interval=FRAME_MS)
        self._timer.timeout.connect(self._run)
        self._reached: Span | None = None

    def now(self) -> float:
        """Seconds."""
        return self._clock.elapsed() / 1000

    def let_go(self) -> None:
        """Run on, where the pointer was in motion: still the same step back."""
        if self.flick.release(self.now()):
            self._reached = self._widget.store.state.span
            self._timer.start()

    @property
    def running(self) -> bool:
        """Whether it runs on."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Rest; what comes now is another step."""
        if self.running:
            self._timer.stop()
            self._widget.store.let_go(self._widget.hand.hold)

    def _run(self) -> None:
        store = self._widget.store
        if store.state.span != self._reached or store.held != self._widget.hand.hold:
            self.stop()  # something else has moved time (a step back, say), or a hand has hold
            return
        pixels = self.flick.run(FRAME_MS / 1000)
        if pixels:
            self._widget.navigator.pan(-pixels)
            self._reached = store.state.span
        else:
            self.stop()


class PanDrag(Drag):
    """Time moves with the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, widget: TimelineWidget, press: QPointF) -> None:
        self._navigator, self._run_on, self._press = widget.navigator, widget.hand.run_on, press
        self._grabbed = widget.scale()
        self._run_on.flick.grab(self._run_on.now(), press.x())

    def move(self, at: QPointF) -> None:
        """Pan by how far the hand is from where it pressed."""
        self._run_on.flick.move(self._run_on.now(), at.x())
        self._navigator.pan(self._press.x() - at.x(), self._grabbed)

    def release(self) -> None:
        """Run on, where the hand was in motion."""
        self._run_on.let_go()


class EdgeRun:
    """What goes on by itself while a hand that drags stays at an edge.

    *speed* tells pixels a second, *move* is told whole pixels.
    """

    def __init__(
        self, widget: TimelineWidget, speed: Callable[[], float], move: Callable[[int], None]
    ) -> None:
        self._speed, self._move = speed, move
        self._rest, self._clock = 0.0, QElapsedTimer()
        self._timer = QTimer(widget, interval=FRAME_MS)
        self._timer.timeout.connect(self._run)

    def follow(self) -> None:
        """Begin, go on or rest, as the speed is now."""
        if self._speed() == 0:
            self._timer.stop()
        elif not self._timer.isActive():
            self._rest = 0.0
            self._clock.start()
            self._timer.start()

    def _run(self) -> None:
        # A slow machine goes as far; one that hung for a moment does not jump.
        self._rest += self._speed() * min(self._clock.restart(), LONGEST_MS) / 1000
        pixels = int(self._rest)
        if pixels:
            self._rest -= pixels
            self._move(pixels)

    def end(self) -> None:
        """It is over."""
        self._timer.stop()
        self._timer.deleteLater()


class MomentDrag(Drag):
    """The moment moves with the hand; beyond the edge of what is in sight time moves as well."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, widget: TimelineWidget) -> None:
        self._widget, self._navigator, self._x = widget, widget.navigator, 0.0
        self._run = EdgeRun(widget, self._speed, self._pan)

    def move(self, at: QPointF) -> None:
        """The map shows the day under the hand."""
        self._x = at.x()
        self._navigator.move_moment(self._x)
        self._run.follow()

    def _speed(self) -> float:
        scale = self._widget.scale()
        return edge_speed(self._x, scale.left, scale.right, edge=0.0)

    def _pan(self, pixels: int) -> None:
        self._navigator.pan_with_moment(pixels, self._x)

    def release(self) -> None:
        """It stands where it is."""
        self._run.end()

    give_up = release


class LaneDrag(Drag):
    """A lane changes places with those whose middle the hand passes.

    Near the upper or lower edge of the lanes those that are out of sight come in, the faster
    the further the hand goes; all of it is one step back.
    """

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, widget: TimelineWidget, lane: str, press: QPointF) -> None:
        self._widget, self.lane, self._y = widget, lane, press.y()
        self._gesture = f"move lane {lane} {press.x()} {press.y()} {widget.hand.run_on.now()}"
        self._run = EdgeRun(widget, self._speed, self._carry)

    def move(self, at: QPointF) -> None:
        """Let the lane stand below all others whose middle is above the hand."""
        self._y = at.y()
        self._carry(0)
        self._run.follow()

    def _area(self) -> tuple[float, float]:
        """Where the lanes begin and end on the widget."""
        top = self._widget.marks().plot.y
        return top, top + self._widget.lanes.space()

    def _speed(self) -> float:
        """How many pixels a second the lanes scroll, downwards where positive."""
        return edge_speed(self._y, *self._area())

    def _carry(self, pixels: int) -> None:
        top, bottom = self._area()
        below = min(max(self._y, top), bottom) - top
        self._widget.lanes.carry(self.lane, below, pixels, self._gesture)

    def release(self) -> None:
        """It stands where it is."""
        self._run.end()

    give_up = release


def edge_speed(y: float, top: float, bottom: float, edge: float = EDGE) -> float:
    """Pixels a second by which a hand at *y* scrolls what lies from *top* to *bottom*.

    None between the edges, which are *edge* pixels wide; it grows with how far the hand is
    beyond that.
    """
    edge = min(edge, (bottom - top) / 4)
    beyond = min(y - top - edge, 0.0) or max(y - bottom + edge, 0.0)
    return min(max(beyond, -FARTHEST), FARTHEST) * SPEED


def lane_held(drag: Drag | None) -> str | None:
    """The lane that *drag* moves, None where it moves none."""
    return drag.lane if isinstance(drag, LaneDrag) else None


class ScrollDrag(Drag):
    """The bar beside the lanes moves with the hand; pressed beside the thumb, it jumps there."""

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

"""Moving about on the map with mouse, wheel, trackpad and keys."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.keys import step_for_key
from azkz_desktop.view.history import History
from azkz_desktop.view.state import Focus, MapWindow
from azkz_desktop.view.store import FirstClick, Store

if TYPE_CHECKING:
    from azkz_desktop.painting.pinch import Pinch

WHEEL_STEP = 1.25
"""One notch of a wheel makes the map so many times as large."""
HOLD = 9
"""Pixels beside the line between two moments where it can be taken hold of."""
RIM = 0.02
"""The part of the width on either side that the line between two moments leaves to each."""
PINCHES = (QEvent.Type.NativeGesture, QEvent.Type.Gesture)
CLICK = 4
"""Pixels that the pointer may wander and still click."""


class MovedMap(QWidget):
    """A map that asks *store* for another window when it is dragged, turned to or typed at."""

    _pinch: "Pinch | None" = None
    """Of the class: events come also while Qt frees a widget, when nothing of its own is left."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._pointer: QPointF | None = None
        self._press: QPointF | None = None
        self._hold = 0
        self._before = store.history
        self._first_click = FirstClick(store)
        self._grabbed: Camera | None = None
        self._dragging = False
        self._parting = False
        self._move = self.tr("Move the map")  # once: it is said with every pixel of a drag
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # What a map says of itself

    def camera(self) -> Camera:
        """What takes the picture of the plot."""
        raise NotImplementedError

    def choose(self, focus: Focus | None) -> None:
        """Make *focus* what all views show, or nothing."""
        raise NotImplementedError

    def pressed(self) -> None:
        """A drag may follow."""

    def clicked(self, position: QPointF) -> None:
        """Choose what was clicked."""

    def line(self) -> float | None:
        """The x of the line between two moments, None where one is shown."""
        return None

    def hover(self, position: QPointF) -> None:
        """Light up what is under the pointer."""

    # Moving about

    def show_window(self, window: MapWindow, name: str, gesture: str | None = None) -> None:
        """Show *window* from now on."""
        self.store.change(replace(self.store.state, map=window), name, gesture)

    def pan(self, dx: float, dy: float) -> None:
        """Move the map by so many pixels to the right and down."""
        self.show_window(self.camera().panned(dx, dy).window, self._move, "map-pan")

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Make the map *factor* times as large, the point under *at* (the middle) staying."""
        camera = self.camera()
        x, y = (at.x(), at.y()) if at is not None else (camera.width / 2, camera.height / 2)
        zoomed = camera.zoomed(factor, x, y)
        self.show_window(zoomed.window, self.tr("Zoom the map"), "map-zoom")

    def pinch(self, factor: float, since: QPointF, at: QPointF) -> None:
        """*factor* times as large; the point that was under *since* is now under *at*."""
        zoomed = self.camera().zoomed(factor, since.x(), since.y())
        moved = zoomed.panned(at.x() - since.x(), at.y() - since.y())
        self.show_window(moved.window, self.tr("Zoom the map"), "map-zoom")

    def fit_selection(self) -> None:
        """Show all that is chosen and that the filter lets through."""

    def show_caspian(self) -> None:
        """Show the whole sea."""
        self.show_window(MapWindow(), self.tr("Fit to the Caspian"))

    def part(self, x: float) -> None:
        """Put the line between two moments at *x*."""
        share = min(max(x / self.camera().width, RIM), 1 - RIM)
        state = replace(self.store.state, divider=share)
        self.store.change(state, self.tr("Move the line between the moments"), "map-divider")

    def is_on_line(self, position: QPointF) -> bool:
        """Whether the line between two moments can be taken hold of there."""
        x = self.line()
        return x is not None and abs(position.x() - x) <= HOLD

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a drag, or a click."""
        self._first_click.forget()
        if event.button() == Qt.MouseButton.LeftButton:
            self._press, self._grabbed, self._dragging = event.position(), self.camera(), False
            self._hold, self._before = self.store.hold(), self.store.history
            self._parting = self.is_on_line(event.position())
            if not self._parting:
                self.pressed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the map; else light up what is under the pointer."""
        self._pointer = event.position()
        if self._press is None or self._grabbed is None:
            self.hover(event.position())
            return
        if self._parting:
            self.part(event.position().x())
            return
        away = event.position() - self._press
        if not self._dragging and max(abs(away.x()), abs(away.y())) > CLICK:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            moved = self._grabbed.panned(away.x(), away.y())
            self.show_window(moved.window, self._move, "map-pan")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, or choose what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        self.store.let_go(self._hold)
        if not self._dragging and not self._parting:
            self.clicked(event.position())
            self._first_click.done(self._before)
        self._end_drag()
        self.hover(event.position())

    def _end_drag(self) -> None:
        self._press, self._grabbed = None, None
        self._dragging = self._parting = False

    def _drop(self) -> History:
        """A second finger is there: nothing is dragged any more; what the history was before."""
        before = self.store.history if self._press is None else self._before
        self._end_drag()
        return before

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Come nearer around the pointer, one step with the click; other buttons press again."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.zoom(2.0, event.position())
            self._first_click.gather()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the pointer."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        self.zoom(WHEEL_STEP ** (turn / 120), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Everything that the mouse does, by keyboard."""
        step = step_for_key(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            step(self)

    def event(self, event: QEvent) -> bool:
        """Pinch on a trackpad or a touch screen."""
        if event.type() in PINCHES and self._pinch is None:
            from azkz_desktop.painting.pinch import Pinch  # most hands have a mouse

            self._pinch = Pinch(self, self.store, self.pinch, self._drop)
        if self._pinch is not None and self._pinch.takes(event):
            return True
        return super().event(event)

"""Two fingers that pinch, on a trackpad or on a screen: what is zoomed by them, and what is not.

Of fingers on a screen Qt makes a mouse as well: the first one presses and drags. Once a second
one is there the two of them zoom, and the mouse that they make means nothing until it presses anew.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from azkz_desktop.view.history import History
from azkz_desktop.view.store import Store

Zoom = Callable[[float, QPointF, QPointF], None]
"""So many times as large, what was at the first point coming to the second one."""
LEAST, MOST = 0.01, 100.0
"""No hand makes anything less or more times as large at once: a driver tells of 0 or infinity."""
OVER = (QEvent.Type.Hide, QEvent.Type.TouchBegin)
"""What comes when all fingers are gone, also where Qt never told how the pinch ended."""
ENDS = (Qt.GestureState.GestureFinished, Qt.GestureState.GestureCanceled)


class Pinch:
    """What fingers on *widget* do: *zoom*, and before that *drop* what the first one has dragged.

    *drop* ends a drag where it is, and tells what the history of *store* was before it: from there
    on all that the fingers do is one step back.
    """

    def __init__(
        self, widget: QWidget, store: Store, zoom: Zoom, drop: Callable[[], History]
    ) -> None:
        self._widget, self._store, self._zoom, self._drop = widget, store, zoom, drop
        self._before: History | None = None
        self._hold = 0

    def takes(self, event: QEvent) -> bool:
        """Do what *event* asks, if it is about a pinch; whether it is."""
        if event.type() in OVER and self._before is not None:
            self._end()
            # Else Qt goes on with the old pinch as soon as one finger moves.
            self._widget.ungrabGesture(Qt.GestureType.PinchGesture)
            self._widget.grabGesture(Qt.GestureType.PinchGesture)
            return False
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._zoom_by(1 + event.value(), event.position(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._touched(pinch)
                return True
        is_on = self._before is not None
        return is_on and isinstance(event, QMouseEvent) and is_of_touch(event)

    def _touched(self, pinch: QPinchGesture) -> None:
        if pinch.state() in ENDS:
            self._end()  # it tells once more what the event before it has told
            return
        if self._before is None:
            self._before, self._hold = self._drop(), self._store.hold()
        since, at = pinch.lastCenterPoint(), pinch.centerPoint()
        within = self._widget.mapFromGlobal
        self._zoom_by(pinch.scaleFactor(), within(since), within(at))

    def _zoom_by(self, factor: float, since: QPointF, at: QPointF) -> None:
        if LEAST <= factor <= MOST:  # which is not so where it is no number either
            self._zoom(factor, since, at)

    def _end(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self._store.let_go(self._hold)
            self._store.gather(before)


def is_of_touch(event: QMouseEvent) -> bool:
    """Whether a finger on a screen made *event*, not a mouse: Qt says so, or the system does."""
    is_real = event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
    return not is_real or event.device().type() == QInputDevice.DeviceType.TouchScreen

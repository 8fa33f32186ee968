"""Fingers on a screen that can be touched: one, or two that pinch."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

NO_FACTORS = (-1.0, -1.5, -1 + 1e-12, 1e12, float("inf"), float("nan"))
"""What, told of a pinch that makes things 1 + this times as large, is none of a hand's."""


def in_a_window(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """Show *widget* as part of a window: one that is the window itself hears each touch twice.

    The window, which goes with whoever holds it no more.
    """
    window = QWidget()
    qtbot.addWidget(window)
    widget.setParent(window)
    widget.setGeometry(0, 0, width, height)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    return window


class Fingers:
    """Fingers on *widget*, each at a point of it; Qt makes a mouse of the first one."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._screen: QPointingDevice = QTest.createTouchDevice()
        self._at: dict[int, QPoint] = {}

    def put(self, finger: int, x: int, y: int) -> None:
        """Put one more finger on the screen."""
        touch = QTest.touchEvent(self._widget, self._screen)
        for other, at in self._at.items():
            touch.move(other, at, self._widget)
        self._at[finger] = QPoint(x, y)
        touch.press(finger, self._at[finger], self._widget).commit()

    def move(self, to: dict[int, tuple[int, int]], steps: int = 10) -> None:
        """Move fingers along straight lines, all at once."""
        begin = dict(self._at)
        for step in range(1, steps + 1):
            touch = QTest.touchEvent(self._widget, self._screen)
            for finger, at in begin.items():
                end = QPoint(*to.get(finger, at.toTuple()))
                self._at[finger] = at + (end - at) * step / steps
                touch.move(finger, self._at[finger], self._widget)
            touch.commit()

    def lift(self, *fingers: int) -> None:
        """Lift these fingers, all of them where none is named."""
        touch = QTest.touchEvent(self._widget, self._screen)
        for finger in fingers or tuple(self._at):
            touch.release(finger, self._at.pop(finger), self._widget)
        for finger, at in self._at.items():
            touch.move(finger, at, self._widget)
        touch.commit()


def on_trackpad(widget: QWidget, value: float, at: QPointF) -> None:
    """Two fingers on a trackpad, at a point of *widget*, as the system tells of them."""
    device, kind = QPointingDevice.primaryPointingDevice(), Qt.NativeGestureType.ZoomNativeGesture
    pinch = QNativeGestureEvent(kind, device, 2, at, at, at, value, QPointF())
    QApplication.sendEvent(widget, pinch)

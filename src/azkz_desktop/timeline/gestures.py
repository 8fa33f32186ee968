"""Wheel and trackpad: what a turn means."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

WHEEL_STEP = 1.25
"""One notch of a wheel makes a day so many times as wide."""
NOTCH = 120
PIXELS_PER_UNIT = 0.6
"""Pixels by which the eighth part of a degree pans or scrolls."""


class Turn(NamedTuple):
    """What a turn of the wheel asks: a factor to zoom by, pixels to pan or to scroll by."""

    zoom: float = 1.0
    pan: float = 0.0
    scroll: float = 0.0


def wheel_turn(event: QWheelEvent, over_names: bool) -> Turn:
    """Upwards zooms in; sideways or with Alt pans; with Shift or *over_names* the lanes scroll.

    Trackpads tell pixels: these are taken as they are.
    """
    angle, pixels = event.angleDelta(), event.pixelDelta()
    if abs(angle.x()) > abs(angle.y()):
        return Turn(pan=-(pixels.x() or angle.x() * PIXELS_PER_UNIT))
    if over_names or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return Turn(scroll=-(pixels.y() or angle.y() * PIXELS_PER_UNIT))
    return Turn(zoom=WHEEL_STEP ** (angle.y() / NOTCH))

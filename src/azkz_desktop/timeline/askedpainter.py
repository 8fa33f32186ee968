"""Paints a bracket over the years that a filter asks for."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.asked import AskedMark
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.view.tokens import Theme

LINE = 2
"""Pixels that the line is thick."""
END = 4
"""Pixels that it is bent down by where the period begins and ends."""

TINT = 36
"""Opacity (of 255) of the period on the ground of the overview."""


def paint_asked(painter: QPainter, mark: AskedMark, top: float, theme: Theme) -> None:
    """A line over the period at *top*, bent down at its ends."""
    colour, y = QColor(theme.accent), int(top)
    painter.fillRect(QRectF(mark.x0, y, mark.x1 - mark.x0, LINE), colour)
    for closed, x in ((mark.closed_left, mark.x0), (mark.closed_right, mark.x1 - LINE)):
        if closed:
            painter.fillRect(QRectF(max(x, mark.x0), y, LINE, END), colour)


def paint_ground(painter: QPainter, mark: AskedMark, ground: Rect, theme: Theme) -> None:
    """In the overview: the period is tinted, with a line below it."""
    tint, width = QColor(theme.accent), mark.x1 - mark.x0
    painter.fillRect(QRectF(mark.x0, ground.bottom, width, LINE), tint)
    tint.setAlpha(TINT)
    painter.fillRect(QRectF(mark.x0, ground.y, width, ground.height), tint)

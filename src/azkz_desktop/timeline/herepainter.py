"""The name of the current lane, emphasized: a bar at the edge and a tint behind it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.marks import Marks
from azkz_desktop.view.tokens import Theme

BAR = QRectF(2, 0, 3, 0)
"""Where the bar stands: beside the frame of what has the keyboard."""
TINT = 26
"""Of 255: the note below the name keeps its contrast."""


def paint_lane_here(
    painter: QPainter, marks: Marks, lane: str | None, space: float, theme: Theme
) -> None:
    """Mark the name of *lane*, as far as it is among the *space* pixels of lanes in sight."""
    rect = next((one.rect for one in marks.lanes if one.id == lane), None)
    if rect is None:
        return
    area = QRectF(0, marks.plot.y, marks.plot.x, space)
    name = QRectF(0, rect.y, marks.plot.x, rect.height).intersected(area)
    colour = QColor(theme.accent)
    painter.fillRect(QRectF(BAR.x(), name.y(), BAR.width(), name.height()), colour)
    colour.setAlpha(TINT)
    painter.fillRect(name, colour)

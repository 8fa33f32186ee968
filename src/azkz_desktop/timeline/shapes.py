"""The marks of events in the shapes of their kind groups, and as pictures for the screen."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from azkz_desktop.painting.symbols import path_of
from azkz_desktop.view.tokens import KIND_GROUPS, Theme


def draw_spot(painter: QPainter, style: int, pale: bool, theme: Theme, radius: float) -> None:
    """Paint the mark of kind group *style* about the origin.

    *pale* marks (approximate or uncertain) are filled with paper, only their edge is coloured.
    """
    group = KIND_GROUPS[style]
    colour = QColor(group.colour)
    path = path_of(group.shape, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.panel), 2.5))
    painter.drawPath(path)
    hollow = group.shape == "frame" or pale
    painter.setBrush(QColor(theme.panel) if hollow else colour)
    pen = QPen(colour, 2.2 if group.shape == "frame" and not pale else 1.4)
    if pale:
        pen.setDashPattern([1.6, 1.1])
    painter.setPen(pen if hollow else QPen(Qt.PenStyle.NoPen))
    painter.drawPath(path_of(group.shape, radius - 0.8) if hollow else path)


def spot_pixmap(style: int, pale: bool, theme: Theme, radius: float, ratio: float) -> QPixmap:
    """The mark of `draw_spot` as a square pixmap with its middle in the middle."""
    side = math.ceil(radius * 1.3 + 2) * 2
    pixmap = QPixmap(math.ceil(side * ratio), math.ceil(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    draw_spot(painter, style, pale, theme, radius)
    painter.end()
    return pixmap

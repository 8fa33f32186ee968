"""The shapes that stand for kinds of events, painted: the same in lists, legend and chips."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF


def _polygon(x: float, y: float, radius: float, corners: int, turn: float) -> QPolygonF:
    step = 2 * math.pi / corners
    return QPolygonF(
        [
            QPointF(
                x + radius * math.sin(turn + step * corner),
                y - radius * math.cos(turn + step * corner),
            )
            for corner in range(corners)
        ]
    )


def draw_symbol(
    painter: QPainter, shape: str, colour: str, x: float, y: float, radius: float
) -> None:
    """Paint *shape* in *colour* around the point (*x*, *y*), in the painter's units."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    if shape == "circle":
        painter.drawEllipse(QPointF(x, y), radius, radius)
    elif shape == "square":
        painter.drawRect(QRectF(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8))
    elif shape == "frame":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), radius * 0.45))
        painter.drawRect(QRectF(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6))
    elif shape == "plus":
        painter.drawRect(QRectF(x - radius, y - radius * 0.35, radius * 2, radius * 0.7))
        painter.drawRect(QRectF(x - radius * 0.35, y - radius, radius * 0.7, radius * 2))
    else:
        corners = {"diamond": 4, "triangle": 3, "pentagon": 5, "hexagon": 6}[shape]
        painter.drawPolygon(_polygon(x, y, radius * 1.15, corners, 0.0))


def symbol_icon(shape: str, colour: str, size: int = 14) -> QIcon:
    """*shape* as an icon of *size* pixels, sharp at 200 % too."""
    pixmap = QPixmap(QSize(2 * size, 2 * size))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_symbol(painter, shape, colour, size / 2, size / 2, size * 0.36)
    painter.end()
    return QIcon(pixmap)

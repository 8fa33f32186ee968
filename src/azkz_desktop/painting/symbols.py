"""The shapes that stand for kinds of events: the same on timeline, map, lists and legends."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

CORNERS = {"diamond": 4, "triangle": 3, "pentagon": 5, "hexagon": 6}


def path_of(shape: str, radius: float) -> QPainterPath:
    """The outline of *shape* about the origin; all have about the area of a circle of *radius*."""
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(QPointF(0, 0), radius, radius)
    elif shape in ("square", "frame"):
        half = radius * 0.9
        path.addRect(QRectF(-half, -half, 2 * half, 2 * half))
    elif shape == "plus":
        path.addPolygon(_plus(radius * 1.1, radius * 0.42))
        path.closeSubpath()
    else:
        path.addPolygon(_polygon(CORNERS[shape], radius * (1.25 if shape == "triangle" else 1.15)))
        path.closeSubpath()
    return path


def _polygon(corners: int, radius: float) -> QPolygonF:
    step = 2 * math.pi / corners
    return QPolygonF(
        [
            QPointF(radius * math.sin(step * corner), -radius * math.cos(step * corner))
            for corner in range(corners)
        ]
    )


def _plus(arm: float, half: float) -> QPolygonF:
    corners = [(half, -arm), (half, -half), (arm, -half), (arm, half), (half, half), (half, arm)]
    mirrored = [(-x, -y) for x, y in corners]
    return QPolygonF([QPointF(x, y) for x, y in (*corners, *mirrored)])


def draw_symbol(
    painter: QPainter, shape: str, colour: str, x: float, y: float, radius: float
) -> None:
    """Paint *shape* in *colour* around the point (*x*, *y*), in the painter's units."""
    hollow = shape == "frame"
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(colour))
    painter.setPen(QPen(QColor(colour), radius * 0.45) if hollow else QPen(Qt.PenStyle.NoPen))
    painter.drawPath(path_of(shape, radius).translated(x, y))


def symbol_icon(shape: str, colour: str, size: int = 14) -> "QIcon":
    """*shape* as an icon of *size* pixels, sharp at 200 % too."""
    from PySide6.QtGui import QIcon  # with its 151 names of icons: no timeline needs it

    pixmap = QPixmap(QSize(2 * size, 2 * size))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_symbol(painter, shape, colour, size / 2, size / 2, size * 0.36)
    painter.end()
    return QIcon(pixmap)

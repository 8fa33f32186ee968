"""The shapes of the kind groups as paths, and as pictures for the screen."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from azkz_desktop.view.tokens import KIND_GROUPS, Theme

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

"""The marks of events in the shapes of their kind groups, and as pictures for the screen."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from azkz_desktop.painting.symbols import path_of
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

POINT = 0.6
"""How large the mark of a document's own date is, as a share of that of an event."""


class SpotLook(NamedTuple):
    """How an event's mark looks: its kind group, and what is known of its date.

    `pale` marks (approximate or uncertain) are filled with paper, only their edge is coloured;
    `amber` ones (contested) have an edge of that colour about them.
    """

    style: int
    pale: bool = False
    amber: bool = False


def side_of(radius: float) -> int:
    """Pixels that a mark of *radius* fills at most, with all that is about it; even."""
    return math.ceil(radius * 1.3 + 2) * 2


def draw_spot(painter: QPainter, look: SpotLook, theme: Theme, radius: float) -> None:
    """Paint the mark of an event about the origin."""
    group = KIND_GROUPS[look.style]
    colour = QColor(group.colour)
    path = path_of(group.shape, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.panel), 2.5))
    painter.drawPath(path)
    hollow = group.shape == "frame" or look.pale
    painter.setBrush(QColor(theme.panel) if hollow else colour)
    pen = QPen(colour, 2.2 if group.shape == "frame" and not look.pale else 1.4)
    if look.pale:
        pen.setDashPattern([1.6, 1.1])
    painter.setPen(pen if hollow else QPen(Qt.PenStyle.NoPen))
    painter.drawPath(path_of(group.shape, radius - 0.8) if hollow else path)
    if look.amber:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.disagreement), 1.4))
        painter.drawEllipse(QPointF(0, 0), radius + 1.3, radius + 1.3)


def arrow(x: float, y: float, reach: float, way: int) -> QPolygonF:
    """The head of an arrow whose tip is at *x*; *way* is 1 to the right, −1 to the left."""
    back = x - way * reach * 1.8
    return QPolygonF([QPointF(back, y - reach), QPointF(x, y), QPointF(back, y + reach)])


def draw_date(
    painter: QPainter,
    way: int,
    x: float,
    y: float,
    theme: Theme,
    radius: float,
    *,
    amber: bool = True,
) -> None:
    """Paint the date that a document gives of a contested event; *amber* if it contradicts.

    Where *way* is not 0 it is out of sight: an arrow to the left (−1) or right (1) ends there.
    """
    colour, ground = QColor(theme.disagreement if amber else theme.secondary), QColor(theme.panel)
    painter.setPen(QPen(ground, 2.0 if way else 4.0))
    painter.setBrush(colour if way else ground)
    if way:
        painter.drawPolygon(arrow(x, y, radius * 0.8, way))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(arrow(x, y, radius * 0.8, way))
        return
    painter.drawEllipse(QPointF(x, y), radius * POINT, radius * POINT)
    painter.setPen(QPen(colour, 1.6))
    painter.drawEllipse(QPointF(x, y), radius * POINT, radius * POINT)


def draw_span(
    painter: QPainter, x0: float, x1: float, y: float, theme: Theme, radius: float, *, amber: bool
) -> None:
    """Paint the time in which such a date lies somewhere: an outline as high as a point."""
    colour = QColor(theme.disagreement if amber else theme.secondary)
    colour.setAlphaF(1.0 if amber else 0.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = radius * POINT
    for pen in (QPen(QColor(theme.panel), 3.2), QPen(colour, 1.2 if amber else 1.0)):
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(x0, y - half, x1 - x0, 2 * half), half, half)

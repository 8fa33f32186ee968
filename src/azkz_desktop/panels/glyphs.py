"""Small drawings for what is no event: a person, a place, a route, a document, a command."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

Draw = Callable[[QPainterPath], None]


def _actor(path: QPainterPath) -> None:
    path.addEllipse(QPointF(0, -3), 2.4, 2.4)
    path.moveTo(-5, 5.5)
    path.cubicTo(-5, -0.5, 5, -0.5, 5, 5.5)


def _place(path: QPainterPath) -> None:
    path.moveTo(0, 6)
    path.cubicTo(-6.5, -1, -4, -6, 0, -6)
    path.cubicTo(4, -6, 6.5, -1, 0, 6)
    path.addEllipse(QPointF(0, -1.8), 1.3, 1.3)


def _route(path: QPainterPath) -> None:
    path.addEllipse(QPointF(-4.5, 4), 1.5, 1.5)
    path.moveTo(-3.4, 3)
    path.cubicTo(0, -1, 0, 3, 3.4, -3)
    path.addEllipse(QPointF(4.5, -4), 1.5, 1.5)


def _area(path: QPainterPath) -> None:
    path.moveTo(-5, -2)
    path.cubicTo(-3, -7, 3, -4, 5, -2)
    path.cubicTo(6, 4, 0, 6, -3, 4)
    path.cubicTo(-6, 3, -5, 0, -5, -2)


def _boundary(path: QPainterPath) -> None:
    for x, y in ((-5, 5), (-1.4, 1.4), (2.2, -2.2)):
        path.moveTo(x, y)
        path.lineTo(x + 2.2, y - 2.2)


def _document(path: QPainterPath) -> None:
    path.addRect(QRectF(-4, -5.5, 8, 11))
    for y in (-2.5, 0, 2.5):
        path.moveTo(-1.8, y)
        path.lineTo(1.8, y)


def _series(path: QPainterPath) -> None:
    for x, height in ((-4, 4), (0, 8), (4, 6)):
        path.moveTo(x, 5)
        path.lineTo(x, 5 - height)


def _command(path: QPainterPath) -> None:
    path.moveTo(-2, -4)
    path.lineTo(2.5, 0)
    path.lineTo(-2, 4)


_DRAWINGS: dict[str, Draw] = {
    "actor": _actor,
    "place": _place,
    "route": _route,
    "area": _area,
    "boundary": _boundary,
    "document": _document,
    "series": _series,
    "command": _command,
}
GLYPHS = tuple(_DRAWINGS)


def draw_glyph(painter: QPainter, name: str, colour: str, x: float, y: float) -> None:
    """Draw the glyph of that name, twelve pixels high, about (*x*, *y*)."""
    path = QPainterPath()
    _DRAWINGS[name](path)
    pen = QPen(QColor(colour), 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path.translated(x, y))

"""Towns, fields, ports, events and bubbles of events, painted."""

from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.marks import Bubble, Symbol
from azkz_desktop.map.pens import colour_of
from azkz_desktop.painting.symbols import draw_symbol, path_of
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

PALE: Final = 0.5
RING: Final = 2.6
FULL_TURN: Final = 16 * 360
AROUND: Final = 6.0
"""Pixels that a symbol's edges, rings and arms reach beyond its radius at the most."""


class Symbols:
    """Paints symbols in the colours of *theme*.

    With *ratio* (device pixels a pixel) each kind is painted once and then only copied, to whole
    device pixels; without it they are painted as shapes, for files.
    """

    def __init__(self, theme: Theme, fonts: Fonts, ratio: float | None = None) -> None:
        self.theme = theme
        self.fonts = fonts
        self._ratio = ratio
        self._sprite = lru_cache(maxsize=2000)(self._make_sprite)

    def paint(self, painter: QPainter, symbol: Symbol) -> None:
        """Paint *symbol* where it says."""
        if self._ratio is None:
            self._draw(painter, symbol)
        else:
            alike = symbol._replace(x=0.0, y=0.0, ref=None, rows=())
            self._copy(painter, alike, symbol.x, symbol.y)

    def bubble(self, painter: QPainter, bubble: Bubble) -> None:
        """Paint a number in a circle whose rim is shared out among the groups of events."""
        if self._ratio is None:
            self._draw_bubble(painter, bubble)
        else:
            alike = bubble._replace(x=0.0, y=0.0, rows=(), places=())
            self._copy(painter, alike, bubble.x, bubble.y)

    def _copy(self, painter: QPainter, alike: Symbol | Bubble, x: float, y: float) -> None:
        sprite, half = self._sprite(alike)
        ratio = self._ratio or 1.0
        left, top = round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio
        painter.drawPixmap(QPointF(left, top), sprite)

    def _make_sprite(self, alike: Symbol | Bubble) -> tuple[QPixmap, int]:
        """What looks so about the middle of a picture, and pixels from its edge to there."""
        half, ratio = ceil(alike.radius + AROUND), self._ratio or 1.0
        sprite = QPixmap(ceil(2 * half * ratio), ceil(2 * half * ratio))
        sprite.setDevicePixelRatio(ratio)
        sprite.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sprite)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = alike._replace(x=float(half), y=float(half))
        if isinstance(middle, Bubble):
            self._draw_bubble(painter, middle)
        else:
            self._draw(painter, middle)
        painter.end()
        return sprite, half

    def _draw(self, painter: QPainter, symbol: Symbol) -> None:
        draw = {
            "town": self._town,
            "capital": self._town,
            "field": self._field,
            "port": self._port,
            "zone": self._port,
            "settled": self._settled,
            "cross": self._cross,
        }.get(symbol.shape, self._event)
        draw(painter, symbol)

    def _town(self, painter: QPainter, symbol: Symbol) -> None:
        theme, middle = self.theme, QPointF(symbol.x, symbol.y)
        painter.setPen(QPen(colour_of(theme, "ink"), 1.2))
        painter.setBrush(colour_of(theme, "panel"))
        painter.drawEllipse(middle, symbol.radius, symbol.radius)
        if symbol.shape == "capital":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(theme, "ink"))
            painter.drawEllipse(middle, symbol.radius * 0.45, symbol.radius * 0.45)

    def _field(self, painter: QPainter, symbol: Symbol) -> None:
        """A filled circle where oil or gas flows, a hollow one where it does not yet."""
        theme, colour = self.theme, colour_of(self.theme, symbol.colour)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if symbol.strong else colour_of(theme, "panel"))
        painter.drawEllipse(QPointF(symbol.x, symbol.y), symbol.radius, symbol.radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(theme, "panel") if symbol.strong else colour)
        painter.drawEllipse(QPointF(symbol.x, symbol.y), 1.5, 1.5)

    def _port(self, painter: QPainter, symbol: Symbol) -> None:
        painter.setPen(QPen(colour_of(self.theme, symbol.colour), 1.5))
        painter.setBrush(colour_of(self.theme, "panel"))
        half = symbol.radius * 0.8
        painter.drawRect(QRectF(symbol.x - half, symbol.y - half, 2 * half, 2 * half))

    def _settled(self, painter: QPainter, symbol: Symbol) -> None:
        """Three small dots: people, and no place that could be pointed at."""
        painter.setPen(QPen(colour_of(self.theme, "panel"), 1.0))
        painter.setBrush(colour_of(self.theme, symbol.colour))
        away = symbol.radius * 0.6
        for across, down in ((-1.0, 0.6), (1.0, 0.6), (0.0, -1.0)):
            middle = QPointF(symbol.x + across * away, symbol.y + down * away)
            painter.drawEllipse(middle, symbol.radius * 0.45, symbol.radius * 0.45)

    def _cross(self, painter: QPainter, symbol: Symbol) -> None:
        x, y, arm = symbol.x, symbol.y, symbol.radius
        for colour, width in (("halo", 4.0), (symbol.colour, 1.8)):
            painter.setPen(QPen(colour_of(self.theme, colour), width))
            painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
            painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))

    def _event(self, painter: QPainter, symbol: Symbol) -> None:
        painter.save()
        painter.setOpacity(painter.opacity() * (1.0 if symbol.strong else PALE))
        outline = path_of(symbol.shape, symbol.radius).translated(symbol.x, symbol.y)
        painter.setPen(QPen(colour_of(self.theme, "panel"), 3.0))
        painter.setBrush(colour_of(self.theme, "panel"))
        painter.drawPath(outline)
        colour = colour_of(self.theme, symbol.colour).name()
        draw_symbol(painter, symbol.shape, colour, symbol.x, symbol.y, symbol.radius)
        painter.restore()
        if symbol.contested:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour_of(self.theme, "disagreement"), 1.6))
            painter.drawEllipse(
                QPointF(symbol.x, symbol.y), symbol.radius + 2.6, symbol.radius + 2.6
            )

    def _draw_bubble(self, painter: QPainter, bubble: Bubble) -> None:
        theme, radius = self.theme, bubble.radius
        middle = QPointF(bubble.x, bubble.y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(theme, "panel"))
        painter.drawEllipse(middle, radius + 1, radius + 1)
        rim = QRectF(bubble.x - radius, bubble.y - radius, 2 * radius, 2 * radius)
        start = 16 * 90
        total = sum(count for _, count in bubble.groups)
        for group, count in bubble.groups:
            turn = round(FULL_TURN * count / total)
            pen = QPen(QColor(KIND_GROUPS[group].colour), RING)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(rim, start, -turn)
            start -= turn
        painter.setPen(colour_of(theme, "ink"))
        painter.setFont(self.fonts.font("count"))
        painter.drawText(rim, Qt.AlignmentFlag.AlignCenter, str(total))

    def ring(self, painter: QPainter, x: float, y: float, radius: float) -> None:
        """Paint what marks the chosen event."""
        painter.setBrush(QBrush())
        for colour, width in (("panel", 5.0), ("accent", 2.4)):
            painter.setPen(QPen(colour_of(self.theme, colour), width))
            painter.drawEllipse(QPointF(x, y), radius, radius)

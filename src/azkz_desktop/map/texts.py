"""Labels with a halo: as ready-made pictures on the screen, as text in a file."""

from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.marks import Label
from azkz_desktop.view.tokens import Theme

HALO: Final = 3.2
"""Pixels: the width of the line around letters, half of which shows."""
ONCE: Final = (QPointF(0, 0),)
AROUND: Final = tuple(
    QPointF(x, y)
    for x, y in ((-1.4, 0), (1.4, 0), (0, -1.4), (0, 1.4), (-1, -1), (1, -1), (-1, 1), (1, 1))
)
EDGE: Final = 3.0
HALOS: Final = {"sea": None, "country": "land", "line-italic": "water"}
"""The token of each role's halo where it is not `halo`."""


class Texts:
    """Paints labels in the colours of *theme*.

    With *ratio* (device pixels a pixel) they are painted once and then only copied; without it
    as text, for files.
    """

    def __init__(self, theme: Theme, fonts: Fonts, ratio: float | None) -> None:
        self.theme = theme
        self.fonts = fonts
        self._ratio = ratio
        self._sprite = lru_cache(maxsize=2000)(self._make_sprite)
        self._turned = lru_cache(maxsize=200)(self._make_turned)

    def paint(self, painter: QPainter, label: Label) -> None:
        """Paint *label* where it says."""
        if label.angle and self._ratio is not None:
            self._copy_turned(painter, label)
        elif label.angle:
            painter.save()
            painter.translate(label.x, label.y)
            painter.rotate(label.angle)
            self._write(painter, label.lines, label.role, label.colour, 0.0, 0.0, label.align)
            painter.restore()
        elif self._ratio is not None:
            self._copy(painter, label)
        else:
            self._write(
                painter, label.lines, label.role, label.colour, label.x, label.y, label.align
            )

    def _halo(
        self, painter: QPainter, spots: list[tuple[str, QPointF]], font: QFont, colour: QColor
    ) -> None:
        """A light edge about the letters, after the outline of their shapes: for files."""
        path = QPainterPath()
        for line, spot in spots:
            path.addText(spot, font, line)
        pen = QPen(colour, HALO)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)

    def _stamp(
        self, painter: QPainter, spots: list[tuple[str, QPointF]], role: str, inks: list[QColor]
    ) -> None:
        """Write on the screen with each of the *inks*, the first of two being the halo's.

        A halo is the letters themselves, moved about: five times as fast as their outline. They
        are set once and written nine times.
        """
        fonts = self.fonts
        rise = fonts.middle(role) + fonts.height(role) / 2
        stamps = [(_stamp(line, fonts.font(role)), spot - QPointF(0, rise)) for line, spot in spots]
        for i, ink in enumerate(inks, 1):
            painter.setPen(ink)
            for text, corner in stamps:
                for aside in ONCE if i == len(inks) else AROUND:
                    painter.drawStaticText(corner + aside, text)

    def _copy(self, painter: QPainter, label: Label) -> None:
        sprite, aside, rise = self._sprite(label.lines, label.role, label.colour, label.align)
        left, top = label.x - aside, label.y - rise
        # On whole device pixels, or letters blur.
        ratio = self._ratio or 1.0
        painter.drawPixmap(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), sprite)

    def _make_sprite(
        self, lines: tuple[str, ...], role: str, colour: str, align: int
    ) -> tuple[QPixmap, float, float]:
        """A text, and from its corner how far it is to where its label says it is."""
        fonts, ratio = self.fonts, self._ratio or 1.0
        width = max(fonts.measure(line, role) for line in lines)
        height = fonts.height(role) * len(lines)
        pixmap = QPixmap(int((width + 2 * EDGE + 2) * ratio), int((height + 2 * EDGE) * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = EDGE + width * (align + 1) / 2, EDGE + fonts.height(role) / 2
        self._write(painter, lines, role, colour, x, y, align)
        painter.end()
        return pixmap, x, y

    def _copy_turned(self, painter: QPainter, label: Label) -> None:
        alike = (label.lines, label.role, label.colour, label.align, round(label.angle, 1))
        sprite, left, top = self._turned(*alike)
        ratio = self._ratio or 1.0
        x, y = round(label.x * ratio) / ratio, round(label.y * ratio) / ratio
        painter.drawPixmap(QPointF(x + left, y + top), sprite)

    def _make_turned(
        self, lines: tuple[str, ...], role: str, colour: str, align: int, angle: float
    ) -> tuple[QPixmap, int, int]:
        """A turned text, and where its corner lies from the middle of its first line."""
        fonts, ratio = self.fonts, self._ratio or 1.0
        width = max(fonts.measure(line, role) for line in lines)
        height = fonts.height(role)
        left, size = -width * (align + 1) / 2, (width, height * len(lines))
        flat = QRectF(QPointF(left, -height / 2), QSizeF(*size))
        turn = QTransform().rotate(angle)
        box = turn.mapRect(flat).adjusted(-EDGE, -EDGE, EDGE, EDGE).toAlignedRect()
        pixmap = QPixmap(ceil(box.width() * ratio), ceil(box.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-box.left(), -box.top())
        painter.rotate(angle)
        self._write(painter, lines, role, colour, 0.0, 0.0, align)
        painter.end()
        return pixmap, box.left(), box.top()

    def _write(
        self,
        painter: QPainter,
        lines: tuple[str, ...],
        role: str,
        colour: str,
        x: float,
        y: float,
        align: int,
    ) -> None:
        """Write lines about x, the first one's middle at y."""
        fonts = self.fonts
        font = fonts.font(role)
        spots = []
        for i, line in enumerate(lines):
            left = x - fonts.measure(line, role) * (align + 1) / 2
            spots.append((line, QPointF(left, y + fonts.middle(role) + i * fonts.height(role))))
        halo = HALOS.get(role, "halo")
        inks = [QColor(getattr(self.theme, one)) for one in (halo, colour) if one is not None]
        painter.setFont(font)
        if self._ratio is not None:
            self._stamp(painter, spots, role, inks)
            return
        if halo is not None:
            self._halo(painter, spots, font, inks[0])
        painter.setPen(inks[-1])
        for line, spot in spots:
            painter.drawText(spot, line)


def _stamp(line: str, font: QFont) -> QStaticText:
    """A line of text, its letters set."""
    text = QStaticText(line)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=font)
    return text

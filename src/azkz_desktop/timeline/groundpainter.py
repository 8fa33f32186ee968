"""Paints the ground, and the lines of the ticks from the axis down."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from azkz_desktop.timeline.marks import Marks
from azkz_desktop.view.tokens import Theme

REPEATED = 64
"""A row of pixels is repeated so often in one go: from 96 on Qt spreads the work over threads,
and to wake them and wait for them takes longer."""


class GroundPainter:
    """Paints grounds; where pixels are the screen's own, by a row of them that is repeated.

    A line that comes down pixel by pixel costs as much as the ground: each of its pixels lies
    elsewhere in memory. The row has them all.
    """

    def __init__(self, theme: Theme, *, is_screens: bool) -> None:
        self._ground, self._line = QColor(theme.panel), QColor(theme.hairline)
        self._is_screens = is_screens
        self._row: QPixmap | None = None

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint the ground of the whole picture."""
        top, bottom = int(marks.axis.bottom) - 4, int(marks.plot.bottom)
        lines = [int(tick.x) for tick in marks.ticks if tick.x is not None]
        if self._is_screens and marks.width == int(marks.width):
            painter.fillRect(QRectF(0, 0, marks.width, top), self._ground)
            self._repeat(painter, self._row_of(int(marks.width), lines), top, bottom)
            below = QRectF(0, bottom, marks.width, marks.height - bottom)
            painter.fillRect(below, self._ground)
            return
        painter.fillRect(QRectF(0, 0, marks.width, marks.height), self._ground)
        for x in lines:
            painter.fillRect(x, top, 1, bottom - top, self._line)

    def _row_of(self, width: int, lines: Sequence[int]) -> QPixmap:
        """One row of pixels of the ground, with *lines* at these."""
        row = self._row
        if row is None or row.width() != width:
            row = self._row = QPixmap(width, 1)
        with QPainter(row) as painter:
            painter.fillRect(0, 0, width, 1, self._ground)
            for x in lines:
                painter.fillRect(x, 0, 1, 1, self._line)
        return row

    def _repeat(self, painter: QPainter, row: QPixmap, top: int, bottom: int) -> None:
        for y in range(top, bottom, REPEATED):
            painter.drawTiledPixmap(0, y, row.width(), min(REPEATED, bottom - y), row)

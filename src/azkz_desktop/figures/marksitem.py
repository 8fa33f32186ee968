"""The marks of a chart on the screen, between its axes. Imported with pyqtgraph only."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.painter import ChartPainter
from azkz_desktop.figures.pixels import Axes, Box
from azkz_desktop.figures.scales import NumberAxis
from azkz_desktop.painting.letters import Letters


class MarksItem(QGraphicsItem):
    """The marks inside the axes, in the pixels of the view, so that words keep their size."""

    def __init__(self, painter: ChartPainter, view: pg.ViewBox) -> None:
        super().__init__(view)
        self.painter, self.view = painter, view
        self.ruler: NumberAxis | None = None
        """The axis whose numbers have a hairline across the chart."""
        view.sigRangeChanged.connect(lambda *_: self.update())
        view.sigResized.connect(self._resized)

    def _resized(self, *_: object) -> None:
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """All of the view."""
        return QRectF(self.view.rect())

    def axes(self) -> Axes:
        """From the units of the chart to the pixels of the view."""
        room = self.boundingRect()
        (x0, x1), (y0, y1) = self.view.viewRange()
        across, up = room.width() / (x1 - x0), room.height() / (y1 - y0)
        down = self.view.state["yInverted"]
        return Axes(
            lambda x: room.left() + (x - x0) * across,
            lambda y: room.top() + (y - y0) * up if down else room.bottom() - (y - y0) * up,
            Box(room.left(), room.top(), room.right(), room.bottom()),
            Letters.factor,
        )

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint grid and marks."""
        axes = self.axes()
        self._grid(painter, axes)
        self.painter.paint(painter, axes)

    def _grid(self, painter: QPainter, axes: Axes) -> None:
        """Hairlines at the numbers."""
        painter.setPen(QColor(self.painter.theme.hairline))
        frame, ranking = axes.frame, self.painter.chart.form == RANKING
        across, up = self.view.viewRange()
        size = frame.right - frame.left if ranking else frame.bottom - frame.top
        (low, high) = across if ranking else up
        # Asked, not remembered: the axis may be painted after the marks.
        for number in self.ruler.numbers_of(low, high, size) if self.ruler is not None else ():
            if ranking:
                x = axes.x(number)
                painter.drawLine(QLineF(x, frame.top, x, frame.bottom))
            else:
                y = axes.y(number)
                painter.drawLine(QLineF(frame.left, y, frame.right, y))

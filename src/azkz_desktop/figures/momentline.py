"""The line of the moment over a chart along the years, which moves without painting the marks."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

from azkz_desktop.dates.days import LAST_DAY
from azkz_desktop.figures.momentpaint import HANDLE, HEAD, RISE, date_box, paint_moment
from azkz_desktop.painting.letters import Letters
from azkz_desktop.view.tokens import Theme

HOLD = 5.0
"""Pixels beside the line where it can be taken hold of."""


class MomentLine(QGraphicsItem):
    """A line in the middle of one day, as on the timeline, with its date above the chart.

    It lies on *view* from outside: inside, the view would cut off what stands above it.
    """

    def __init__(self, parent: QGraphicsItem, view: pg.ViewBox, theme: Theme) -> None:
        super().__init__(parent)
        self._view, self._theme = view, theme
        self._day: int | None = None
        self.setZValue(10)
        view.sigRangeChanged.connect(self._moved)
        view.sigResized.connect(self._moved)

    def show_day(self, day: int | None) -> None:
        """Stand at *day* (ordinal), nowhere for None."""
        if day != self._day:
            self.prepareGeometryChange()
            self._day = day
            self.update()

    def _moved(self, *_: object) -> None:
        self.prepareGeometryChange()
        self.update()

    def frame(self) -> QRectF:
        """The chart inside its axes, in the units of the parent (pixels)."""
        return QRectF(self._view.geometry())

    def x(self) -> float | None:  # type: ignore[override]  # it stands nowhere by itself
        """The pixel of the line, None where it is out of sight."""
        if self._day is None:
            return None
        (first, last), _ = self._view.viewRange()
        part = (self._day + 0.5 - first) / (last - first)
        room = self.frame()
        return room.left() + part * room.width() if 0 <= part <= 1 else None

    def day_at(self, x: float) -> int:
        """The day at a pixel, the nearest one in sight."""
        (first, last), _ = self._view.viewRange()
        room = self.frame()
        part = min(max((x - room.left()) / max(room.width(), 1), 0.0), 1.0)
        return min(max(int(first + part * (last - first)), 1), LAST_DAY)

    def holds(self, at: QPointF) -> bool:
        """Whether the line can be taken hold of at a pixel."""
        x, room = self.x(), self.frame()
        if x is None or not room.top() - HEAD <= at.y() <= room.bottom():
            return False
        reach = HANDLE + 2 if at.y() < room.top() else HOLD
        return abs(at.x() - x) <= reach

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The line, its handle and its date."""
        x = self.x()
        if x is None or self._day is None:
            return QRectF()
        room = self.frame()
        line = QRectF(x - HANDLE - 2, room.top() - RISE, 2 * HANDLE + 4, room.height() + RISE + 1)
        date = date_box(self._day, x, room, Letters.factor)
        return line.united(date.adjusted(-2, -2, 2, 2))

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Paint the line, a handle on top as on the timeline, and the date."""
        x = self.x()
        if x is not None and self._day is not None:
            paint_moment(painter, self._day, x, self.frame(), self._theme, Letters.factor)

"""The moment over a chart along the years, as painted on the screen and into files."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from azkz_desktop.figures.at_moment import day_words
from azkz_desktop.figures.painter import chart_font
from azkz_desktop.view.tokens import Theme

HEAD = 24.0
"""Pixels above the chart for the date and the handle."""
HANDLE = 6.0
RISE = 9.0
"""Pixels from the chart up to the lower edge of the date."""


def date_box(day: int, x: float, room: QRectF, scale: float = 1.0) -> QRectF:
    """Where the date of *day* (ordinal) stands, above the chart in *room* whose line is at *x*.

    Words are *scale* times as large as at the normal size.
    """
    metrics = QFontMetricsF(chart_font(11, scale=scale))
    wide = metrics.horizontalAdvance(day_words(day))
    left = min(max(x - wide / 2, room.left()), room.right() - wide)
    return QRectF(left, room.top() - RISE - metrics.height(), wide, metrics.height())


def paint_moment(
    painter: QPainter, day: int, x: float, room: QRectF, theme: Theme, scale: float = 1.0
) -> None:
    """Paint the line, a handle on top as on the timeline, and the date; as `date_box`."""
    ink, top = QColor(theme.ink), room.top()
    painter.fillRect(QRectF(int(x), top, 1, room.height()), ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corners = QPointF(x - HANDLE, top - 7), QPointF(x + HANDLE, top - 7), QPointF(x, top + 2)
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(QColor(theme.secondary))
    painter.setFont(chart_font(11, scale=scale))
    flags = int(Qt.AlignmentFlag.AlignCenter)
    painter.drawText(date_box(day, x, room, scale), flags, day_words(day))

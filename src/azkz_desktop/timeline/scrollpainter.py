"""Paints what tells of lanes that are cut: the bar at the right, the words among the names."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.scrolling import ScrollMark
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme


def paint_scroll(
    painter: QPainter, mark: ScrollMark, theme: Theme, sizes: Sizes, writer: Writer
) -> None:
    """Paint *mark*: a thumb on a faint track, and words on a ground that hides what is cut."""
    painter.setPen(Qt.PenStyle.NoPen)
    half = mark.track.width / 2
    for rect, colour in ((mark.track, theme.hairline), (mark.thumb, theme.secondary)):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(*rect), half, half)
    for more in mark.more:
        # A little more than its place: the lanes are clipped one pixel further down.
        painter.fillRect(QRectF(*more.rect).adjusted(0, 0, 0, 2), QColor(theme.panel))
        writer.line(sizes.margin, more.rect.y, more.text, "note", theme.accent)

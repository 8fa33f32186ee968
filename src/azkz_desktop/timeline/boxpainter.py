"""Paints open containers and the badges that tell how many events are inside another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Badge, Box
from azkz_desktop.timeline.sprites import Ink
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme

if TYPE_CHECKING:
    from azkz_desktop.timeline.boxes import MoreInside

ROUND = 6.0
"""Pixels: the radius of a box's corners."""

VEIL = 0.5
"""How much of what lies below it the ground of a box covers."""


def paint_boxes(painter: QPainter, boxes: Sequence[Box], theme: Theme) -> None:
    """Paint boxes, those that lie in others after them.

    A box is as wide as its names, not as its time: so the lines of dates and of the moment show
    through its ground. (The names have one of their own.)
    """
    ground = QColor(theme.panel)
    ground.setAlphaF(VEIL)
    painter.setPen(QPen(QColor(theme.secondary), 1.2))
    painter.setBrush(ground)
    for box in boxes:
        painter.drawRoundedRect(QRectF(*box.rect).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def paint_badges(
    painter: QPainter, badges: Sequence[Badge], theme: Theme, fonts: Fonts, writer: Writer
) -> None:
    """Paint badges: a number in a pill, whose line goes over the number's ground."""
    texts, ground = [], QColor(theme.panel)
    for badge in badges:
        place, ink = badge.rect, Ink(badge.text, "note", theme.ink)
        if not writer.ready:
            painter.fillRect(QRectF(*place), ground)
        left = place.x + (place.width - fonts.measure(badge.text, "note")) / 2
        texts.append((left, place.y + (place.height - fonts.height("note")) / 2, ink))
    writer.write(texts)
    painter.setPen(QPen(QColor(theme.secondary), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for badge in badges:
        rect = QRectF(*badge.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def paint_mores(
    painter: QPainter, mores: "Sequence[MoreInside]", theme: Theme, writer: Writer
) -> None:
    """Paint the words that lead to what is left out of a box."""
    for more in mores if not writer.ready else ():
        painter.fillRect(QRectF(*more.rect), QColor(theme.panel))
    writer.write(
        [(more.rect.x, more.rect.y, Ink(more.text, "note", theme.accent)) for more in mores]
    )

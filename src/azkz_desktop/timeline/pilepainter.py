"""Paints the numbers of piles: plain, on a ground of their own, so that no bar runs through."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Pile
from azkz_desktop.timeline.sprites import Ink
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme


def paint_piles(
    painter: QPainter,
    piles: Sequence[Pile],
    theme: Theme,
    fonts: Fonts,
    writer: Writer,
) -> None:
    """Paint how many events each pile has; texts that are ready have their ground."""
    high, texts = fonts.height("note"), []
    for pile in piles:
        place = pile.rect
        top = place.y + (place.height - high) / 2
        if not writer.ready:
            ground = QRectF(place.x - 1, top, place.width + 2, high)
            painter.fillRect(ground, QColor(theme.panel))
        texts.append((place.x, top, Ink(pile.text, "note", theme.secondary)))
    writer.write(texts)

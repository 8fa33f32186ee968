"""Writes texts: copied from an atlas where a screen is painted, as texts everywhere else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.sprites import Ink, Placed, Screen


class Writer:
    """Writes with one painter; `screen` only where pixels are painted."""

    def __init__(self, painter: QPainter, fonts: Fonts, screen: Screen | None) -> None:
        self._painter = painter
        self._fonts = fonts
        self._screen = screen

    def write(self, texts: Sequence[Placed]) -> None:
        """Write texts at (x, top)."""
        if self._screen:
            self._screen.texts.draw(self._painter, texts)
            return
        for x, top, ink in texts:
            self._painter.setPen(QColor(ink.colour))
            self._painter.setFont(self._fonts.font(ink.role))
            self._painter.drawText(QPointF(x, top + self._fonts.ascent(ink.role)), ink.text)

    def line(self, x: float, top: float, text: str, role: str, colour: str) -> None:
        """Write one text at (x, top)."""
        self.write([(x, top, Ink(text, role, colour))])

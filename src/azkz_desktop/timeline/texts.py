"""Writes texts: copied from an atlas where a screen is painted, as texts everywhere else."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.atlas import Placed, Texts, by_role
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.sprites import Screen


class Writer:
    """Writes with one painter; `screen` only where pixels are painted."""

    def __init__(self, painter: QPainter, fonts: Fonts, screen: Screen | None) -> None:
        self._painter = painter
        self._fonts = fonts
        self._screen = screen

    @property
    def ready(self) -> bool:
        """Whether texts have their ground with them."""
        return self._screen is not None

    def write(self, texts: Sequence[Placed]) -> None:
        """Write texts at (x, top)."""
        self.columns(by_role(texts))

    def columns(self, columns: Sequence[Texts]) -> None:
        """Write many texts, the last ones on top."""
        if self._screen:
            self._screen.texts.draw(self._painter, columns)
            return
        for role, colour, texts, xs, tops in columns:
            self._painter.setPen(QColor(colour))
            self._painter.setFont(self._fonts.font(role))
            ascent = self._fonts.ascent(role)
            for text, x, top in zip(texts, xs, tops, strict=True):
                self._painter.drawText(QPointF(x, top + ascent), text)

    def on_ground(self, columns: Sequence[Texts], ground: str) -> None:
        """Write texts on a *ground* of their own, so that no line runs through them."""
        if not self.ready:
            for role, _, texts, xs, tops in columns:
                high = self._fonts.height(role)
                for text, x, top in zip(texts, xs, tops, strict=True):
                    rect = QRectF(x - 1, top, self._fonts.measure(text, role) + 2, high)
                    self._painter.fillRect(rect, QColor(ground))
        self.columns(columns)

    def line(self, x: float, top: float, text: str, role: str, colour: str) -> None:
        """Write one text at (x, top)."""
        self.columns([Texts(role, colour, [text], [x], [top])])

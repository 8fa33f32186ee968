"""Paints what is fixed to the frame: legend, scale bar, the moment in words, degrees."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from azkz_desktop.map.banner import PAD, lead_width, line_height
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import MORE, SAMPLE
from azkz_desktop.map.marks import Banner, Furniture, Label, Pen, PlacedEntry, Symbol
from azkz_desktop.map.paths import path_of_lines
from azkz_desktop.map.pens import colour_of, qpen
from azkz_desktop.map.symbols import Symbols
from azkz_desktop.map.texts import Texts
from azkz_desktop.view.tokens import Theme

HANDLE = 13.0
"""Pixels: the radius of the handle on the line between two moments."""


class FramePainter:
    """Paints furniture with any QPainter in the colours of *theme*."""

    def __init__(self, theme: Theme, fonts: Fonts, symbols: Symbols, texts: Texts) -> None:
        self.theme = theme
        self.fonts = fonts
        self.symbols = symbols
        self.texts = texts

    def furniture(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint everything that is fixed to the frame."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.degrees(painter, furniture)
        self.bar(painter, furniture)
        self.banner(painter, furniture)
        self.second(painter, furniture)
        self.legend(painter, furniture)

    def degrees(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint what of the frame is elsewhere with every pan."""
        for label in furniture.degrees:
            self.texts.paint(painter, label)

    def bar(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint the scale bar."""
        if (bar := furniture.bar) is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = path_of_lines([])
        ends.moveTo(bar.x, bar.y - 5)
        ends.lineTo(bar.x, bar.y)
        ends.lineTo(bar.x + bar.pixels, bar.y)
        ends.lineTo(bar.x + bar.pixels, bar.y - 5)
        for colour, width in (("halo", 4.5), ("ink", 1.5)):
            painter.strokePath(ends, qpen(Pen(colour, width), self.theme))
        middle = bar.x + bar.pixels / 2
        self.texts.paint(
            painter, Label((bar.text,), "degree", "ink", middle, bar.y - 11 * self.fonts.scale, 0)
        )

    def banner(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint what moment the map shows, or its left side."""
        self._banner(painter, furniture.banners[0])

    def second(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint the line between two moments, its handle, and which moment the right side shows."""
        if furniture.line is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, plot = furniture.line, furniture.plot
        line = path_of_lines([])
        line.moveTo(x, plot.top)
        line.lineTo(x, plot.bottom)
        for colour, width in (("panel", 4.0), ("ink", 1.6)):
            painter.strokePath(line, qpen(Pen(colour, width), self.theme))
        self._handle(painter, x, (plot.top + plot.bottom) / 2)
        for banner in furniture.banners[1:]:
            self._banner(painter, banner)

    def _handle(self, painter: QPainter, x: float, y: float) -> None:
        """A disc with an arrow to either side: it can be moved."""
        painter.setPen(QPen(colour_of(self.theme, "ink"), 1.6))
        painter.setBrush(colour_of(self.theme, "panel"))
        painter.drawEllipse(QPointF(x, y), HANDLE, HANDLE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self.theme, "ink"))
        for side in (-1, 1):
            corners = [(x + side * 9, y), (x + side * 4, y - 4.5), (x + side * 4, y + 4.5)]
            painter.drawPolygon([QPointF(*corner) for corner in corners])

    def _banner(self, painter: QPainter, banner: Banner) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, fonts, box = self.theme, self.fonts, banner.box
        painter.setPen(QPen(colour_of(theme, "hairline"), 1))
        painter.setBrush(colour_of(theme, "panel"))
        size = (box.right - box.left, box.bottom - box.top)
        painter.drawRoundedRect(QRectF(box.left, box.top, *size), 5, 5)
        high = line_height(fonts.scale)
        left, middle = box.left + PAD, box.top + high / 2
        first = lead_width(banner.lead, fonts)
        below = middle + high / 2 + fonts.height("note") / 2 - 6
        for text, role, colour, x, y in (
            (banner.lead, "banner", "secondary", left, middle),
            (banner.moment, "banner-bold", "ink", left + first, middle),
            (banner.note, "note", "secondary", left, below),
        ):
            painter.setFont(fonts.font(role))
            painter.setPen(colour_of(theme, colour))
            painter.drawText(QPointF(x, y + fonts.middle("banner")), text)

    def legend(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint the strip below the map."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = furniture.legend_box
        if box.bottom <= box.top:
            return
        rect = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
        painter.fillRect(rect, colour_of(self.theme, "panel"))
        painter.setPen(qpen(Pen("hairline", 1.0), self.theme))
        painter.drawLine(rect.topLeft(), rect.topRight())
        for placed in furniture.legend:
            self._entry(painter, placed)

    def _entry(self, painter: QPainter, placed: PlacedEntry) -> None:
        entry, x, y = placed.entry, placed.x, placed.y
        sample = path_of_lines([])
        sample.moveTo(x, y)
        sample.lineTo(x + SAMPLE, y)
        for pen in entry.pens:
            painter.strokePath(sample, qpen(pen, self.theme))
        if entry.hatch:
            self._hatch_sample(painter, x, y)
        if entry.symbol:
            self._symbol_sample(painter, entry.symbol, entry.colour, x + SAMPLE / 2, y)
        painter.setFont(self.fonts.font("legend"))
        painter.setPen(colour_of(self.theme, "secondary"))
        painter.drawText(QPointF(x + SAMPLE + 6, y + self.fonts.middle("legend")), entry.text)

    def _hatch_sample(self, painter: QPainter, x: float, y: float) -> None:
        sample = path_of_lines([])
        for i in range(4):
            sample.moveTo(x + 1 + i * 6, y + 5)
            sample.lineTo(x + 5 + i * 6, y - 5)
        painter.strokePath(sample, qpen(Pen("line_computed", 1.0), self.theme))

    def _symbol_sample(
        self, painter: QPainter, symbol: str, colour: str, x: float, y: float
    ) -> None:
        theme = self.theme
        if symbol == "bubble":
            painter.setPen(QPen(colour_of(theme, colour), 2.2))
            painter.setBrush(colour_of(theme, "panel"))
            painter.drawEllipse(QPointF(x, y), 7, 7)
        elif symbol == "pale":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(theme, colour, 0.5))
            painter.drawEllipse(QPointF(x, y), 5, 5)
        elif symbol == MORE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(theme, "secondary"))
            for aside in (-6, 0, 6):
                painter.drawEllipse(QPointF(x + aside, y), 1.6, 1.6)
        else:
            self.symbols.paint(painter, Symbol(symbol, x, y, 4.6, colour))

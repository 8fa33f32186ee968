"""Paints bands of figures: bars, contested ones hatched in amber, values and names."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import BandBar, BandMark
from azkz_desktop.timeline.sprites import Ink, Placed
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme


def paint_band(
    painter: QPainter, band: BandMark, theme: Theme, fonts: Fonts, writer: Writer
) -> None:
    """Paint *band*: its name in the gutter, its bars, the values that have room."""
    margin = fonts.sizes().margin
    top, step = band.rect.y + 3, fonts.height("lane")
    names: list[Placed] = [
        (margin, top + number * step, Ink(line, "lane", theme.ink))
        for number, line in enumerate(band.title)
    ]
    below = top + len(band.title) * step
    writer.write([*names, (margin, below, Ink(band.note, "note", theme.secondary))])
    _paint_bars(painter, [bar for bar in band.bars if not bar.contested], theme.band, None)
    amber = theme.disagreement
    _paint_bars(painter, [bar for bar in band.bars if bar.contested], amber, QPen(QColor(amber)))
    writer.write([text for bar in band.bars for text in _texts(bar, theme, fonts)])


def _paint_bars(painter: QPainter, bars: Iterable[BandBar], colour: str, pen: QPen | None) -> None:
    hatched = Qt.BrushStyle.BDiagPattern if pen else Qt.BrushStyle.SolidPattern
    painter.setBrush(QBrush(QColor(colour), hatched))
    painter.setPen(pen or QPen(Qt.PenStyle.NoPen))
    rects = [QRectF(bar.rect.x, bar.rect.y, bar.rect.width, bar.rect.height) for bar in bars]
    painter.drawRects([rect.adjusted(0.5, 0.5, -0.5, 0) if pen else rect for rect in rects])


def _texts(bar: BandBar, theme: Theme, fonts: Fonts) -> list[Placed]:
    texts: list[Placed] = []
    if bar.text_x is not None:
        above = bar.rect.y - fonts.height("value")
        texts.append((bar.text_x, above, Ink(bar.text, "value", theme.ink)))
    if bar.note_x is not None:
        texts.append((bar.note_x, bar.rect.bottom + 1, Ink(bar.note, "value", theme.secondary)))
    return texts

"""Paints bands of figures: bars, points, spans and ranges, contested ones in amber, and words."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from azkz_desktop.timeline.atlas import Ink, Placed, by_role
from azkz_desktop.timeline.bands import BAR, POINT, RANGE, SPAN, THIN
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import BandBar, BandMark
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme

UNDER = 60
"""Opacity (of 255) of what lies under the line of a span."""
PALE = 130
"""Opacity of a bar of a part of a year, or of what is planned or estimated."""


def paint_band(painter: QPainter, band: BandMark, theme: Theme) -> None:
    """Paint the marks of *band*, and the line on which they stand."""
    foot = QColor(theme.hairline)
    painter.fillRect(QRectF(band.rect.x, int(band.foot), band.rect.width, 1), foot)
    painter.save()
    for mark in sorted(band.bars, key=lambda mark: ORDER[mark.form]):
        PAINTED[mark.form](painter, mark, theme, band.foot)
    painter.restore()


def write_bands(
    bands: Sequence[BandMark], theme: Theme, fonts: Fonts, writer: Writer, *, open_: bool
) -> None:
    """Write the names of *bands* in the gutter, and the values that have room.

    On a ground of their own, after the line of the moment: that is not to run through a number.
    *open_*: on a screen, where a click on a name leads to other figures; a mark says so.
    """
    texts = [text for band in bands for text in _named(band, theme, fonts, open_=open_)]
    for band in bands:
        texts += [text for mark in band.bars for text in _texts(mark, theme, fonts, band.foot)]
    writer.on_ground(by_role(texts), theme.panel)


def _named(band: BandMark, theme: Theme, fonts: Fonts, *, open_: bool) -> list[Placed]:
    """The lines of a name, and below them the unit."""
    margin, step = fonts.sizes().margin, fonts.height("lane")
    top, note = band.rect.y + 3, f"{band.note} ▾" if open_ else band.note
    below = top + len(band.title) * step
    return [
        *(
            (margin, top + number * step, Ink(line, "lane", theme.ink))
            for number, line in enumerate(band.title)
        ),
        (margin, below, Ink(note, "note", theme.secondary)),
    ]


def _paint_bar(painter: QPainter, mark: BandBar, theme: Theme, _foot: float) -> None:
    """Full, pale for a part or a plan, hatched in amber where documents contradict each other."""
    rect = QRectF(mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height)
    if mark.contested:
        amber = QColor(theme.disagreement)
        painter.setBrush(QBrush(amber, Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(amber))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, 0))
        return
    painter.fillRect(rect, _colour(mark, theme, PALE if mark.pale else 255))


def _paint_span(painter: QPainter, mark: BandBar, theme: Theme, _foot: float) -> None:
    """A line over its days, closed where these begin and end, on a light ground."""
    rect = QRectF(mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height)
    painter.fillRect(rect, _colour(mark, theme, UNDER))
    full = _line(mark, theme)
    painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), THIN), full)
    for closed, x in ((mark.closed_left, rect.left()), (mark.closed_right, rect.right() - 1)):
        if closed:
            painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), full)
    if not mark.closed_right:
        _goes_on(painter, rect.right(), rect.y() + THIN / 2, full)


def _goes_on(painter: QPainter, x: float, y: float, colour: QColor) -> None:
    """The head of an arrow behind the end of a line: it is told to go on, not until when."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip = QPolygonF([QPointF(x, y - THIN), QPointF(x + 2 * THIN, y), QPointF(x, y + THIN)])
    painter.drawPolygon(tip)


def _paint_point(painter: QPainter, mark: BandBar, theme: Theme, foot: float) -> None:
    """A point on a stem; a line as far as its days go, where that is further than the point."""
    y = mark.rect.y + mark.rect.height / 2
    painter.setPen(QPen(_line(mark, theme, PALE), 1))
    painter.drawLine(QLineF(mark.x0, y, mark.x1 - 1, y))
    if mark.rect.width <= 0:
        return
    middle = mark.rect.x + mark.rect.width / 2
    painter.drawLine(QLineF(middle, mark.rect.bottom, middle, foot))
    painter.setPen(QPen(_line(mark, theme), 1.6))
    painter.setBrush(QColor(theme.panel) if mark.pale or mark.contested else _line(mark, theme))
    radius = mark.rect.width / 2 - 0.8
    painter.drawEllipse(QPointF(middle, y), radius, radius)


def _paint_range(painter: QPainter, mark: BandBar, theme: Theme, foot: float) -> None:
    """From the least to the most that it is said to be."""
    if mark.rect.width <= 0:
        painter.fillRect(QRectF(mark.x0, mark.rect.y, mark.x1 - 1 - mark.x0, 1), _line(mark, theme))
        return
    middle = mark.rect.x + mark.rect.width / 2
    painter.setPen(QPen(_line(mark, theme, PALE), 1))
    painter.drawLine(QLineF(middle, mark.rect.bottom, middle, foot))
    rect = QRectF(mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height)
    painter.fillRect(rect, _line(mark, theme))


ORDER = {SPAN: 0, BAR: 1, RANGE: 2, POINT: 3}
PAINTED = {SPAN: _paint_span, BAR: _paint_bar, POINT: _paint_point, RANGE: _paint_range}


def _colour(mark: BandBar, theme: Theme, opacity: int = 255) -> QColor:
    colour = QColor(theme.disagreement if mark.contested else theme.band)
    colour.setAlpha(opacity)
    return colour


def _line(mark: BandBar, theme: Theme, opacity: int = 255) -> QColor:
    """What is thin is darker than a bar."""
    colour = QColor(theme.disagreement if mark.contested else theme.secondary)
    colour.setAlpha(opacity)
    return colour


def _texts(mark: BandBar, theme: Theme, fonts: Fonts, foot: float) -> list[Placed]:
    texts: list[Placed] = []
    if mark.text_x is not None:
        above = mark.rect.y - fonts.height("value")
        texts.append((mark.text_x, above, Ink(mark.text, "value", theme.ink)))
    if mark.note_x is not None:
        texts.append((mark.note_x, foot + 1, Ink(mark.note, "value", theme.secondary)))
    return texts

"""Paints the marks of a chart: one painter for the screen, SVG, PDF and PNG."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.colours import series_colour, series_shape
from azkz_desktop.figures.marks import BAR, POINT, RANGE, SPAN, Chart, Contradiction, Mark
from azkz_desktop.figures.pixels import (
    LEAST,
    RADIUS,
    Axes,
    Box,
    Words,
    anchor,
    box_of,
    link_ends,
    placed_words,
    sign_box,
)
from azkz_desktop.painting.letters import SMALLEST
from azkz_desktop.painting.symbols import draw_symbol
from azkz_desktop.view.tokens import Theme

HATCH = 6.0
"""Pixels between the lines of a hatch."""
WIDE = 16.0
"""Pixels from which a bar has room for its series' shape."""
ARROW = 5.0


def chart_font(size: int = 12, *, bold: bool = False, scale: float = 1.0) -> QFont:
    """The font of a chart's words, in pixels: on the screen *scale* times as large as in a file."""
    font = QFont("DejaVu Sans")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(max(round(size * scale), SMALLEST))
    font.setBold(bold)
    return font


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


class ChartPainter:
    """Paints *chart* in pixels, by the *axes* that are given each time."""

    def __init__(self, chart: Chart, theme: Theme) -> None:
        self.chart, self.theme = chart, theme
        self.lit: int | None = None
        """The place of the mark that the pointer or the table is on."""
        self.holding: frozenset[int] = frozenset()
        """The places of the marks that hold at the moment."""

    def paint(self, painter: QPainter, axes: Axes) -> None:
        """Paint all marks, then what joins contradictions, then the words."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, mark in enumerate(self.chart.marks):
            self._mark(painter, mark, axes, lit=place == self.lit, holds=place in self.holding)
        for link in self.chart.links:
            self._link(painter, link, axes)
        metrics = QFontMetricsF(chart_font(scale=axes.scale))
        for words in placed_words(self.chart, axes, metrics.horizontalAdvance):
            self._words(painter, words, axes)
        painter.restore()

    def _colour(self, mark: Mark) -> QColor:
        several = len(self.chart.legend) > 1
        return QColor(series_colour(mark.series if several else 0, self.theme))

    def _mark(self, painter: QPainter, mark: Mark, axes: Axes, *, lit: bool, holds: bool) -> None:
        box = box_of(mark, axes, self.chart.form).within(axes.frame)
        if box is None or (mark.form == POINT and not _in_sight(axes.frame, mark, axes)):
            return
        if lit:
            painter.setPen(QPen(QColor(self.theme.ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_rect(box.grown(3)), 3, 3)
        paint = {BAR: self._bar, RANGE: self._bar, SPAN: self._span, POINT: self._point}
        paint[mark.form](painter, mark, box, axes)
        if holds:
            self._hold(painter, mark, box, axes)

    def _hold(self, painter: QPainter, mark: Mark, box: Box, axes: Axes) -> None:
        """An outline in ink: this number holds at the moment."""
        painter.setPen(QPen(QColor(self.theme.ink), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.form == POINT:
            x, y = anchor(mark, axes, self.chart.form)
            painter.drawEllipse(QPointF(x, y), RADIUS + 2.5, RADIUS + 2.5)
        else:
            painter.drawRect(_rect(box.grown(1 if mark.form == SPAN else 0.5)))

    def _bar(self, painter: QPainter, mark: Mark, box: Box, axes: Axes) -> None:
        """Full for a count, hollow for a plan or an estimate, hatched for a part of a year."""
        colour, rect = self._colour(mark), _rect(box)
        filled = QColor(colour)
        filled.setAlpha(50 if mark.rough or mark.part else 255)
        painter.fillRect(rect, filled)
        if mark.part:
            hatch(painter, rect, colour)
        dashed = Qt.PenStyle.DashLine if mark.rough else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1.2, dashed))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if len(self.chart.legend) > 1 and box.right - box.left >= WIDE and rect.height() > WIDE:
            solid = not (mark.rough or mark.part)
            ink = self.theme.panel if solid else colour.name()
            middle = (box.left + box.right) / 2
            draw_symbol(painter, series_shape(mark.series), ink, middle, box.bottom - 9, 3.6)
        if mark.bound:
            self._bound(painter, mark, *anchor(mark, axes, self.chart.form))

    def _span(self, painter: QPainter, mark: Mark, box: Box, axes: Axes) -> None:
        """A level line over several years with stops, an arrow where it goes on."""
        colour = self._colour(mark)
        y = (box.top + box.bottom) / 2
        left, right = box.left + 1, box.right - 1
        shade = QColor(colour)
        shade.setAlpha(26)
        painter.fillRect(QRectF(left, y, right - left, axes.y(0) - y), shade)
        painter.setPen(QPen(colour, LEAST))
        painter.drawLine(QLineF(left, y, right, y))
        for x, goes_on, way in ((left, mark.open_start, -1), (right, mark.open_end, 1)):
            if goes_on:
                painter.drawLine(QLineF(x, y, x - way * ARROW, y - ARROW))
                painter.drawLine(QLineF(x, y, x - way * ARROW, y + ARROW))
            else:
                painter.drawLine(QLineF(x, y - ARROW, x, y + ARROW))
        if len(self.chart.legend) > 1:
            self._symbol(painter, mark, (left + right) / 2, y)
        if mark.bound:
            self._bound(painter, mark, (left + right) / 2, y)

    def _point(self, painter: QPainter, mark: Mark, box: Box, axes: Axes) -> None:
        """A shape where the number stands; a whisker over the days between which it lies."""
        x, y = anchor(mark, axes, self.chart.form)
        colour = self._colour(mark)
        stem = QColor(colour)
        stem.setAlpha(90)
        painter.setPen(QPen(stem, 1))
        painter.drawLine(QLineF(x, y, x, axes.y(0)))
        if mark.x1 > mark.x0:
            painter.setPen(QPen(colour, 1.5))
            painter.drawLine(QLineF(box.left, y, box.right, y))
            for end in (box.left, box.right):
                painter.drawLine(QLineF(end, y - 4, end, y + 4))
        self._symbol(painter, mark, x, y)
        if mark.bound:
            self._bound(painter, mark, x, y)

    def _symbol(self, painter: QPainter, mark: Mark, x: float, y: float) -> None:
        colour, shape = self._colour(mark).name(), series_shape(mark.series)
        draw_symbol(painter, shape, colour, x, y, RADIUS)
        if mark.rough:
            draw_symbol(painter, shape, self.theme.paper, x, y, RADIUS * 0.55)

    def _bound(self, painter: QPainter, mark: Mark, x: float, y: float) -> None:
        """An arrow away from the mark: it may be more ("at least"), or less ("at most")."""
        painter.setPen(QPen(self._colour(mark), 1.5))
        if self.chart.form == RANKING:
            tip, back = QPointF(x + mark.bound * 9, y), -mark.bound * ARROW
            painter.drawLine(QLineF(QPointF(x, y), tip))
            painter.drawLine(QLineF(tip, tip + QPointF(back, -4)))
            painter.drawLine(QLineF(tip, tip + QPointF(back, 4)))
            return
        tip, back = QPointF(x, y - mark.bound * 11), mark.bound * ARROW
        painter.drawLine(QLineF(QPointF(x, y), tip))
        painter.drawLine(QLineF(tip, tip + QPointF(-4, back)))
        painter.drawLine(QLineF(tip, tip + QPointF(4, back)))

    def _link(self, painter: QPainter, link: Contradiction, axes: Axes) -> None:
        """An amber line between two numbers that contradict, with its sign in the middle."""
        (x0, y0), (x1, y1) = link_ends(self.chart, axes, link)
        if not all(axes.frame.left <= x <= axes.frame.right for x in (x0, x1)):
            return
        painter.setPen(QPen(QColor(self.theme.disagreement), 2))
        painter.drawLine(QLineF(x0, y0, x1, y1))
        middle = _rect(sign_box(self.chart, axes, link))
        painter.setBrush(QColor(self.theme.disagreement_paper))
        painter.setPen(QPen(QColor(self.theme.disagreement), 1.2))
        painter.drawEllipse(middle)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(chart_font(12, bold=True, scale=axes.scale))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, "≠")

    def _words(self, painter: QPainter, words: Words, axes: Axes) -> None:
        box, theme, font = words.box, self.theme, chart_font(scale=axes.scale)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        metrics = QFontMetricsF(font)
        if words.beside:
            base = (box.top + box.bottom) / 2 + metrics.ascent() / 2 - 1.5
            painter.drawText(QPointF(box.left, base), words.text)
            painter.setPen(QColor(theme.secondary))
            after = box.left + metrics.horizontalAdvance(f"{words.text}  ")
            painter.drawText(QPointF(after, base), words.note)
            return
        middle = (box.left + box.right) / 2
        for line, (text, colour) in enumerate(
            ((words.text, theme.ink), (words.note, theme.secondary))
        ):
            painter.setPen(QColor(colour))
            left = middle - metrics.horizontalAdvance(text) / 2
            painter.drawText(QPointF(left, box.top + (line + 1) * axes.line - 3 * axes.scale), text)


def _in_sight(frame: Box, mark: Mark, axes: Axes) -> bool:
    """Whether the middle of a point is in sight."""
    return frame.left <= (axes.x(mark.x0) + axes.x(mark.x1)) / 2 <= frame.right


def hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Lines from lower left to upper right within *rect*.

    Each ends at the edge by itself: files in SVG know no clipping, and no pattern of a brush.
    """
    painter.setPen(QPen(colour, 1.3))
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    x = left - rect.height() + HATCH / 2
    while x < right:
        start, end = max(x, left), min(x + bottom - top, right)
        painter.drawLine(QLineF(start, bottom - (start - x), end, bottom - (end - x)))
        x += HATCH

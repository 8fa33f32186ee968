"""A chart with its axes, painted into a rectangle: what a picture shows, without pyqtgraph."""

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from azkz_desktop.figures.at_moment import marks_at
from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.marks import POINT, Chart, Mark
from azkz_desktop.figures.momentpaint import HEAD, paint_moment
from azkz_desktop.figures.painter import ChartPainter, chart_font
from azkz_desktop.figures.pixels import Axes, Box, lines_of, words_width
from azkz_desktop.figures.ticks import number_ticks, number_words, time_ticks
from azkz_desktop.view.tokens import Theme

HEADROOM = 1.22
"""Room above the largest number, for its words."""
FOOTROOM = 0.025
"""Room below nought, for the points that stand there."""
PLACE = 58
"""Pixels that one place of a ranking takes at most."""
NAMES = 230
"""Pixels that the names along a ranking have at most."""
STEP = 50
"""Pixels from one tick of numbers to the next, about."""
WIDER = 1.6
"""How much further apart they stand where the numbers are written side by side."""
BELOW = 22.0
BESIDE = 8.0
Range = tuple[float, float]


class Seen(NamedTuple):
    """What of a chart is seen: from which day to which, where it runs along the years.

    And at which moment (ordinal) it stands, None where at none.
    """

    days: Range
    moment: int | None = None

    def holding(self, chart: Chart) -> frozenset[int]:
        """The places of the marks in sight that hold at the moment."""
        if self.moment is None:
            return frozenset()
        held = [mark for one in marks_at(chart, self.moment).values() for mark in one]
        if chart.form == RANKING:
            return frozenset(held)
        return frozenset(mark for mark in held if self._shows(chart.marks[mark]))

    def _shows(self, mark: Mark) -> bool:
        """Whether the chart along the years shows *mark*: of a point its middle, else any of it."""
        first, last = self.days
        if mark.form == POINT:
            return first <= (mark.x0 + mark.x1) / 2 <= last
        return mark.x0 < last and first < mark.x1

    def line(self, chart: Chart) -> int | None:
        """The day at which a line stands in sight, None where none does."""
        if self.moment is None or chart.form == RANKING:
            return None
        first, last = self.days
        return self.moment if first <= self.moment + 0.5 <= last else None


def ranges(
    chart: Chart, width: float, height: float, days: Range, scale: float = 1.0
) -> tuple[Range, Range]:
    """From where to where x and y run in a frame of *width* × *height* pixels.

    Words are *scale* times as large as at the normal size, here and below.
    """
    if chart.form != RANKING:
        return days, (-chart.top * FOOTROOM, chart.top * HEADROOM)
    measure = QFontMetricsF(chart_font(scale=scale)).horizontalAdvance
    share = max(1 - words_width(chart, measure) / max(width, 1.0), 0.3)
    places = max(float(len(chart.places)), height / (PLACE * scale))
    return (0.0, chart.right / share), (-0.6, places - 0.4)


def ticks(low: float, high: float, size: float, scale: float = 1.0) -> list[float]:
    """The numbers that have a tick on an axis of *size* pixels."""
    return number_ticks(max(low, 0.0), high, max(int(size / (STEP * scale)), 2))


def broken_names(chart: Chart, scale: float = 1.0) -> list[str]:
    """The names along a ranking, long ones in several lines."""
    measure = QFontMetricsF(chart_font(scale=scale)).horizontalAdvance
    return ["\n".join(lines_of(name, NAMES, measure)) for name in chart.places]


def paint_sheet(painter: QPainter, room: QRectF, chart: Chart, seen: Seen, theme: Theme) -> None:
    """Paint *chart* with its axes into *room*: what of it is *seen*."""
    painter.save()
    painter.setFont(chart_font())
    moment = seen.line(chart)
    top = room.top() if moment is None else room.top() + HEAD
    frame = Box(room.left() + _beside(chart, room), top, room.right(), room.bottom() - BELOW)
    width, height = frame.right - frame.left, frame.bottom - frame.top
    (x0, x1), (y0, y1) = ranges(chart, width, height, seen.days)
    ranking = chart.form == RANKING
    across, up = width / (x1 - x0), height / (y1 - y0)
    axes = Axes(
        lambda x: frame.left + (x - x0) * across,
        lambda y: frame.top + (y - y0) * up if ranking else frame.bottom - (y - y0) * up,
        frame,
    )
    if ranking:
        _names(painter, chart, axes, theme)
        _numbers_below(painter, axes, (x0, x1), theme)
    else:
        _numbers_beside(painter, axes, (y0, y1), theme)
        _days_below(painter, axes, (x0, x1), theme)
    painter.setPen(QColor(theme.hairline))
    painter.drawLine(QLineF(frame.left, frame.top, frame.left, frame.bottom))
    painter.drawLine(QLineF(frame.left, frame.bottom, frame.right, frame.bottom))
    marks = ChartPainter(chart, theme)
    marks.holding = seen.holding(chart)
    marks.paint(painter, axes)
    if moment is not None:
        room = QRectF(frame.left, frame.top, width, height)
        paint_moment(painter, moment, axes.x(moment + 0.5), room, theme)
    painter.restore()


def _beside(chart: Chart, room: QRectF) -> float:
    """The pixels that the words left of the frame need."""
    measure = QFontMetricsF(chart_font()).horizontalAdvance
    if chart.form == RANKING:
        words = [line for name in broken_names(chart) for line in name.split("\n")]
    else:
        words = [number_words(one) for one in ticks(0.0, chart.top * HEADROOM, room.height())]
    return max((measure(word) for word in words), default=0.0) + BESIDE


def _numbers_beside(painter: QPainter, axes: Axes, low_high: Range, theme: Theme) -> None:
    frame = axes.frame
    for number in ticks(*low_high, frame.bottom - frame.top):
        y = axes.y(number)
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(QLineF(frame.left, y, frame.right, y))
        box = QRectF(0, y - 10, frame.left - BESIDE + 2, 20)
        _word(painter, box, Qt.AlignmentFlag.AlignRight, number_words(number), theme.secondary)


def _numbers_below(painter: QPainter, axes: Axes, low_high: Range, theme: Theme) -> None:
    frame = axes.frame
    for number in ticks(*low_high, (frame.right - frame.left) / WIDER):
        x = axes.x(number)
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(QLineF(x, frame.top, x, frame.bottom))
        _below(painter, frame, x, number_words(number), theme)


def _days_below(painter: QPainter, axes: Axes, low_high: Range, theme: Theme) -> None:
    frame = axes.frame
    for day, words in time_ticks(*low_high, frame.right - frame.left):
        x = axes.x(day)
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(QPointF(x, frame.bottom), QPointF(x, frame.bottom + 4))
        _below(painter, frame, x, words, theme)


def _below(painter: QPainter, frame: Box, x: float, words: str, theme: Theme) -> None:
    box = QRectF(x - 60, frame.bottom + 4, 120, 18)
    _word(painter, box, Qt.AlignmentFlag.AlignHCenter, words, theme.secondary)


def _names(painter: QPainter, chart: Chart, axes: Axes, theme: Theme) -> None:
    for place, name in enumerate(broken_names(chart)):
        box = QRectF(0, axes.y(place) - 40, axes.frame.left - BESIDE, 80)
        _word(painter, box, Qt.AlignmentFlag.AlignRight, name, theme.ink)


def _word(painter: QPainter, box: QRectF, side: Qt.AlignmentFlag, words: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)

"""The line above a chart that says what its series say at the moment."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from azkz_desktop.figures.at_moment import (
    Reading,
    counted,
    day_words,
    in_short,
    readings,
    told,
    turning_days,
)
from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.colours import series_colour, series_shape
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.painter import chart_font
from azkz_desktop.painting.letters import Letters, LetterSize, grown
from azkz_desktop.painting.symbols import draw_symbol
from azkz_desktop.view.tokens import Theme

ROW = 20.0
SWATCH = 19.0
"""Pixels of a series' shape and the room behind it."""
GAP = 16.0
TAIL = 130
"""Pixels of unit and documents, at the least."""
MOST = 2
"""Lines; what has no room in them stands in the tooltip."""
WIDEST_DAY = 700_440
"""A day with a long date: 28 September 1918."""


class ReadingLine(QWidget):
    """The moment and each series' number, at places that do not move while it is played."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._letters = theme, LetterSize()
        self._chart: Chart | None = None
        self._day = 1
        self._said: tuple[Reading, ...] = ()
        self._slots: list[tuple[float, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_chart(self, chart: Chart, day: int) -> None:
        """Read *chart* from now on, on *day* (ordinal)."""
        self._chart, self._said = chart, ()
        self._fit()
        self.show_day(day)
        self.show()

    def show_day(self, day: int) -> None:
        """Say what the series say on *day*."""
        if self._chart is None or (day == self._day and self._said):
            return
        self._day, before = day, self._said
        self._said = readings(self._chart, day)
        if self._said != before:
            words = told(self._chart, day)
            self.setToolTip(words)
            self.setAccessibleName(words)
        self.update()

    @property
    def said(self) -> tuple[Reading, ...]:
        """What is said now."""
        return self._said

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its words need in their present size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A place for each series that is wide enough on any day."""
        if self._chart is None:
            return
        measure = QFontMetricsF(chart_font(scale=Letters.factor)).horizontalAdvance
        bold = QFontMetricsF(chart_font(bold=True, scale=Letters.factor))
        widest: dict[int, float] = {}
        for day in turning_days(self._chart):
            for place, text in enumerate(self._texts(readings(self._chart, day))):
                widest[place] = max(widest.get(place, 0.0), measure(text))
        begin = bold.horizontalAdvance(day_words(WIDEST_DAY)) + GAP
        self._slots, x, line = [], begin, 0
        for place, wide in enumerate(widest.values()):
            needed = wide + (SWATCH if self._shapes(place) else 0.0)
            # What is said once for all may be cut; it stands in the tooltip, too.
            least = min(needed, grown(TAIL)) if place == len(widest) - 1 else needed
            if x > begin and x + least > self.width():
                x, line = begin, line + 1
            self._slots.append((x, line))
            x += needed + GAP
        self.setFixedHeight(round(ROW * Letters.factor * (min(line, MOST - 1) + 1)))
        self.update()

    def _texts(self, said: Sequence[Reading]) -> list[str]:
        """What stands in the places: a series each, then unit and documents."""
        if self._chart is None:
            return []
        return (counted if self._chart.form == RANKING else in_short)(self._chart, said)

    def _shapes(self, place: int) -> bool:
        """Whether the series at *place* is told by its shape."""
        return self._chart is not None and place < len(self._chart.legend)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The date, then each series: its shape, and its number with the period."""
        del event
        painter, theme, scale = QPainter(self), self._theme, Letters.factor
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.ink))
        painter.setFont(chart_font(bold=True, scale=scale))
        painter.drawText(QPointF(0, 14 * scale), day_words(self._day))
        painter.setFont(chart_font(scale=scale))
        texts = self._texts(self._said)
        for place, ((x, line), text) in enumerate(zip(self._slots, texts, strict=False)):
            if line < MOST:
                self._paint_one(painter, x, line * ROW * scale, place, text)
        painter.end()

    def _paint_one(self, painter: QPainter, x: float, top: float, place: int, text: str) -> None:
        theme, scale = self._theme, Letters.factor
        if self._shapes(place):
            colour, shape = series_colour(place, theme), series_shape(place)
            draw_symbol(painter, shape, colour, x + 6, top + 9.5 * scale, 5.0)
            x += SWATCH
        holds = place < len(self._said) and bool(self._said[place].marks)
        painter.setPen(QColor(theme.ink if holds else theme.secondary))
        metrics = QFontMetricsF(painter.font())
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - x)
        painter.drawText(QPointF(x, top + 14 * scale), cut)

"""A chart with what is said of it: title, unit, legend, what the documents contradict."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.head import Head
from azkz_desktop.figures.legend import Legend
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.reading import ReadingLine
from azkz_desktop.view.tokens import Theme

LEAST = 100
"""Pixels of height in which a chart can still be read; with less room the page scrolls."""


class ChartPage(QScrollArea):
    """Words are there at once; `put` gives the chart its place when it has been made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.setWidgetResizable(True)
        self.title = QLabel()
        self.title.setObjectName("title")
        self.title.setWordWrap(True)
        self.head, self.legend = Head(), Legend(theme)
        self.reading = ReadingLine(theme)
        self.waiting = QLabel(self.tr("The chart is being made…"))
        self.waiting.setObjectName("secondary")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.contradictions = QLabel()
        self.contradictions.setWordWrap(True)
        self._amber = QFrame()
        self._amber.setObjectName("disagreement")
        amber = QVBoxLayout(self._amber)
        amber.setContentsMargins(12, 7, 10, 7)
        amber.addWidget(self.contradictions)
        self.said = QLabel()
        self.said.setObjectName("secondary")
        self.said.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(14, 10, 14, 6)
        self._column.setSpacing(4)
        for widget in (self.title, self.head, self.legend, self.reading):
            self._column.addWidget(widget)
        self._column.addWidget(self.waiting, 1)
        self._column.addWidget(self._amber)
        self._column.addWidget(self.said)
        self.setWidget(page)

    @property
    def needed(self) -> int:
        """Pixels of height with which nothing of it is scrolled out of sight."""
        return self._column.totalMinimumHeightForWidth(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a low window legend and reading stand below the chart, which is seen first."""
        super().resizeEvent(event)
        self._place_legend()

    def _place_legend(self) -> None:
        first = 2 if self.viewport().height() >= self.needed else 3
        if self._column.indexOf(self.legend) != first:
            for widget in (self.legend, self.reading):
                self._column.removeWidget(widget)
            self._column.insertWidget(first, self.legend)
            self._column.insertWidget(first + 1, self.reading)

    def put(self, plot: QWidget) -> None:
        """Let *plot* stand where it is still waited for."""
        plot.setMinimumHeight(LEAST)
        self._column.replaceWidget(self.waiting, plot)
        self.waiting.hide()
        plot.show()  # now: what is still to be shown takes no room
        self._place_legend()

    def show_chart(self, chart: Chart, day: int) -> None:
        """Say what *chart* is, and what it says on *day* (ordinal)."""
        self.title.setText(chart.title)
        self.head.unit.setText(chart.unit)
        self.head.linked.setVisible(chart.form != RANKING)
        self.legend.show_chart(chart)
        self.reading.show_chart(chart, day)
        self.contradictions.setText("\n".join(chart.sentences))
        self._amber.setVisible(bool(chart.sentences))
        self.said.hide()
        self._place_legend()

    def show_nothing(self, why: str) -> None:
        """Say why there is no chart."""
        self.title.setText(why)
        self.waiting.clear()
        self.reading.hide()
        self._amber.hide()

    def say(self, sentence: str) -> None:
        """Say below the chart what has been done."""
        self.said.setText(sentence)
        self.said.show()

"""The figures: a list of series, the chart of the one that is shown, and its numbers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dataset.records import Series
from azkz_desktop.figures.catalogue import RANKING, Figure, figures_of, shown_figure
from azkz_desktop.figures.choices import FigureList
from azkz_desktop.figures.data import as_csv
from azkz_desktop.figures.layout import Told, chart_of
from azkz_desktop.figures.legend import Legend
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.numbers import NumbersModel, NumbersTable
from azkz_desktop.figures.picture import captions_of, picture
from azkz_desktop.figures.taking import Taking
from azkz_desktop.painting.importing import Importer
from azkz_desktop.painting.later import Later
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, Span
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

if TYPE_CHECKING:
    from azkz_desktop.figures.plot import ChartPlot

PLOT = "azkz_desktop.figures.plot"
"""Where the chart's library is imported: alone it takes more than a tenth of a second."""
Enclose = Callable[[bytes, str], bytes]
"""Puts the view into a picture: its bytes and its ending (".svg") in, its bytes out."""


class FiguresPanel(QWidget):
    """Charts of the series of a file; which one is shown is part of the view.

    `enclose` puts the view into a picture that is saved. pyqtgraph is imported when the panel
    is first shown, beside it: words and numbers are there at once, the chart follows.
    """

    def __init__(
        self, store: Store, library: Library, theme: Theme, enclose: Enclose | None = None
    ) -> None:
        super().__init__()
        self._store, self._library, self._theme = store, library, theme
        self._enclose = enclose
        self.chart: Chart | None = None
        self.plot: ChartPlot | None = None
        self.later = Later(self)
        self._make()
        self._lay_out()
        self._loader = Importer((PLOT,), self)
        self._loader.loaded.connect(self._make_plot)
        self._loader.failed.connect(self._no_plot)
        self.list.taken.connect(self._choose)
        self.linked.clicked.connect(self._link)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        store.subscribe(self._on_change)

    @cached_property
    def series(self) -> dict[str, Series]:
        """The series of the file by id, read when the panel is first shown."""
        return self._library.dataset.series()

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that can be shown."""
        return figures_of(self.series)

    def _make(self) -> None:
        self.list = FigureList()
        self.title, self.unit = QLabel(), QLabel()
        self.title.setObjectName("title")
        self.title.setWordWrap(True)
        self.unit.setObjectName("secondary")
        self.legend = Legend(self._theme)
        self.linked = QCheckBox(self.tr("Same years as the timeline"))
        self.save_picture = QPushButton(self.tr("Save picture…"))
        self.save_data = QPushButton(self.tr("Save numbers…"))
        self.taking = Taking(self, self._picture, self._table)
        self.taking.said.connect(self._say)
        self.save_picture.clicked.connect(self._with_chart(self.taking.ask_picture))
        self.save_data.clicked.connect(self._with_chart(self.taking.ask_numbers))
        self.waiting = QLabel(self.tr("The chart is being made…"))
        self.waiting.setObjectName("secondary")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.contradictions = QLabel()
        self.contradictions.setWordWrap(True)
        self.said = QLabel()
        self.said.setObjectName("secondary")
        self.said.hide()
        self.numbers = NumbersModel(self._theme, self)
        self.table = NumbersTable(self.numbers)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.unit, 1)
        for widget in (self.linked, self.save_picture, self.save_data):
            head.addWidget(widget)
        self._amber = QFrame()
        self._amber.setObjectName("disagreement")
        amber = QVBoxLayout(self._amber)
        amber.setContentsMargins(12, 7, 10, 7)
        amber.addWidget(self.contradictions)
        self._room = QVBoxLayout()
        self._room.addWidget(self.waiting, 1)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(14, 10, 14, 6)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self.legend)
        column.addLayout(self._room, 1)
        column.addWidget(self._amber)
        column.addWidget(self.said)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(upper)
        self.split.addWidget(self.table)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(self.split)
        across.setStretchFactor(1, 1)
        across.setSizes([230, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for list, chart and a few numbers."""
        return QSize(900, 560)

    # A new view sets the chart.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """At first the list, then words and numbers, the chart once they have been painted."""
        super().showEvent(event)
        if self.list.list.count():
            self.refresh()
        else:
            self.later.plan(self._filling())

    def _filling(self) -> Iterator[None]:
        figures, series = self.figures, self.series
        yield
        self.list.show_figures(figures, series)
        yield
        self.refresh()
        self._loader.start()

    def _no_plot(self, why: str) -> None:
        said = self.tr("The chart cannot be drawn (%s). Its numbers stand below.") % why
        self.waiting.setText(said)

    def _make_plot(self) -> None:
        from azkz_desktop.figures.plot import ChartPlot  # imported by now

        self.plot = ChartPlot(self._theme)
        self.plot.moved.connect(self._moved)
        self.plot.pointed.connect(self.plot.light)
        self.plot.picked.connect(self._picked)
        self._room.replaceWidget(self.waiting, self.plot)
        self.waiting.hide()
        self._show_plot()

    def _on_change(self, change: Change) -> None:
        if not self.isVisible() or self.later.waiting:
            return
        old, new = change.old, change.new
        if shown_figure(self.figures, old) != shown_figure(self.figures, new):
            self.refresh()
        elif (old.span, old.figure_linked) != (new.span, new.figure_linked):
            self.linked.setChecked(new.figure_linked)
            self._follow()

    def refresh(self) -> None:
        """Show the figure that the view names."""
        state = self._store.state
        self.linked.setChecked(state.figure_linked)
        figure = shown_figure(self.figures, state)
        for widget in (self.save_picture, self.save_data, self.linked):
            widget.setEnabled(figure is not None)
        if figure is None:
            self.title.setText(self.tr("This file has no figures."))
            self.waiting.clear()
            self._amber.hide()
            return
        self.list.mark(figure.id)
        if self.chart is None or self.chart.id != figure.id:
            self._show_figure(figure)

    def _show_figure(self, figure: Figure) -> None:
        dataset = self._library.dataset
        disagreements = {one: dataset.disagreements(one) for one in figure.series}
        name_of = self._library.source_names.__getitem__
        self.chart = chart = chart_of(figure, self.series, Told(name_of, disagreements))
        self.title.setText(chart.title)
        self.unit.setText(chart.unit)
        self.legend.show_chart(chart)
        self.contradictions.setText("\n".join(chart.sentences))
        self._amber.setVisible(bool(chart.sentences))
        self.said.hide()
        self.linked.setVisible(chart.form != RANKING)
        self.numbers.show(chart)
        self.table.fit_columns()
        self._show_plot()

    def _show_plot(self) -> None:
        if self.plot is not None and self.chart is not None:
            self.plot.show_chart(self.chart)
            self._follow()

    def _follow(self) -> None:
        """Bring the timeline's years into sight, where that is wished; else all of the chart."""
        if self.plot is None or self.chart is None:
            return
        state = self._store.state
        if not state.figure_linked:
            self.plot.show_all()
            return
        first, last = self._library.days
        span = state.span or Span(first, last + 1)
        self.plot.show_days(span.start, span.end)

    # What a person does makes a new view.

    def _choose(self, figure_id: str) -> None:
        figure = next(one for one in self.figures if one.id == figure_id)
        focus = Focus("series", figure.series[0])
        state = replace(self._store.state, figure=figure_id, focus=focus)
        self._store.change(state, self.tr("Show a figure"))

    def _link(self, on: bool) -> None:
        state = replace(self._store.state, figure_linked=on)
        self._store.change(state, self.tr("Figure and timeline together"))

    def _moved(self, first: float, last: float) -> None:
        state = self._store.state
        if state.figure_linked:
            span = Span(first, last)
            self._store.change(replace(state, span=span), self.tr("Move in time"), "pan")

    def _picked(self, mark: int) -> None:
        """A click on a mark goes to its number, and shows its series in the detail."""
        if self.chart is None:
            return
        number = self.chart.marks[mark].numbers[0]
        self.table.selectRow(number)
        self._focus_on(self.chart.numbers[number].series_id)

    def _focus_on(self, series_id: str) -> None:
        focus = Focus("series", series_id)
        state = replace(self._store.state, focus=focus)
        self._store.change(state, self.tr("Choose figures"))

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self.plot is None or self.chart is None or not now.isValid():
            return
        marks = enumerate(self.chart.marks)
        self.plot.light(next((place for place, one in marks if now.row() in one.numbers), None))

    # Taking it along

    def _with_chart(self, do: Callable[[Chart], None]) -> Callable[[], None]:
        return lambda: do(self.chart) if self.chart is not None else None

    def _picture(self, chart: Chart, ending: str) -> bytes:
        """The chart with the days that are in sight, and the view inside."""
        version = self._library.dataset.metadata().get("data_version", "")
        days = self.plot.days() if self.plot is not None else (chart.left, chart.right)
        made = picture(chart, captions_of(chart, version), ending, days)
        return self._enclose(made, ending) if self._enclose is not None else made

    def _table(self, chart: Chart) -> str:
        return as_csv(self.series[one] for one in chart.series_ids)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()

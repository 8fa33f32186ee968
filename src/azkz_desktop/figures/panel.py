"""The figures: a list of series, the chart of the one that is shown, and its numbers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from azkz_desktop.dataset.records import Series
from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.figures.catalogue import Figure, figures_of, shown_figure
from azkz_desktop.figures.choices import FigureList
from azkz_desktop.figures.data import as_csv
from azkz_desktop.figures.layout import Told, chart_of
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.numbers import NumbersModel, NumbersTable
from azkz_desktop.figures.page import ChartPage
from azkz_desktop.figures.picture import picture
from azkz_desktop.figures.sheet import Seen
from azkz_desktop.figures.taking import Taking
from azkz_desktop.painting.importing import Importer
from azkz_desktop.painting.later import Later
from azkz_desktop.painting.letters import grown
from azkz_desktop.painting.shared_room import SharedRoom
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

if TYPE_CHECKING:
    from azkz_desktop.figures.plot import ChartPlot

PLOT = "azkz_desktop.figures.plot"
"""Where the chart's library is imported: alone it takes more than a tenth of a second."""
PAGE = 0.75
"""The part of the height that chart and words have, until a person moves the handle."""
LIST, LINE = (120, 230), 336
"""Pixels of the list, narrow and wide; and of a line above the chart, at the least."""
Enclose = Callable[[bytes, str], bytes]
"""Puts the view into a picture: its bytes and its ending (".svg") in, its bytes out."""
InSight = Callable[[ViewState], Span]
"""The days that the timeline shows of a view, which may leave them to data and filter."""


class FiguresPanel(QWidget):
    """Charts of the series of a file; which one is shown is part of the view.

    `enclose` puts the view into a picture that is saved. pyqtgraph is imported when the panel
    is first shown, beside it: words and numbers are there at once, the chart follows.
    `in_sight`: see `InSight`; without it, a view that names no days shows those of the data.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        theme: Theme,
        enclose: Enclose = lambda made, _: made,
        in_sight: InSight | None = None,
    ) -> None:
        super().__init__()
        self._store, self._library, self._theme = store, library, theme
        self._enclose, self._in_sight, self._held = enclose, in_sight, 0
        self.chart: Chart | None = None
        self.plot: ChartPlot | None = None
        self._list_width: int | None = None
        self._page_share: float | None = None
        self.later = Later(self)
        self._make()
        self._lay_out()
        self._loader = Importer((PLOT,), self)
        self._loader.loaded.connect(self._make_plot)
        self._loader.failed.connect(self._no_plot)
        self.list.taken.connect(self._choose)
        self.head.linked.clicked.connect(self._link)
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
        self.page = ChartPage(self._theme)
        self.head = self.page.head
        self.taking = Taking(self, self._picture, self._table)
        self.taking.said.connect(self.page.say)
        self.head.save_picture.clicked.connect(self._with_chart(self.taking.ask_picture))
        self.head.save_data.clicked.connect(self._with_chart(self.taking.ask_numbers))
        self.numbers = NumbersModel(self._theme, self)
        self.table = NumbersTable(self.numbers)

    def _lay_out(self) -> None:
        self.split = SharedRoom(Qt.Orientation.Vertical, self._down)
        self.split.addWidget(self.page)
        self.split.addWidget(self.table)
        self.split.setChildrenCollapsible(False)
        self.split.splitterMoved.connect(self._table_moved)
        across = SharedRoom(Qt.Orientation.Horizontal, self._across)
        across.addWidget(self.list)
        across.addWidget(self.split)
        across.splitterMoved.connect(self._list_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def _across(self, width: int) -> list[int]:
        """Pixels of the list and of all else: in a narrow window the chart comes first."""
        left = self._list_width
        if left is None:
            left = min(grown(LIST[1]), max(width - grown(LINE), grown(LIST[0])))
        return [left, width - left]

    def _list_moved(self, left: int) -> None:
        self._list_width = left

    def _down(self, height: int) -> list[int]:
        """Pixels of the chart's page and of its numbers: in a low window the chart comes first."""
        if self._page_share is None:
            upper = max(round(height * PAGE), min(self.page.needed, height))
        else:
            upper = round(height * self._page_share)
        return [upper, height - upper]

    def _table_moved(self) -> None:
        upper, lower = self.split.sizes()
        self._page_share = upper / (upper + lower)

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
        self.page.waiting.setText(said)

    def _make_plot(self) -> None:
        from azkz_desktop.figures.plot import ChartPlot  # imported by now

        self.plot = ChartPlot(self._theme)
        self.plot.moved.connect(self._moved)
        self.plot.pointed.connect(self.plot.light)
        self.plot.picked.connect(self._picked)
        self.plot.held.connect(self._hold)
        self.plot.moment_moved.connect(self._move_moment)
        self.page.put(self.plot)
        self.split.share_out()
        self._show_plot()

    def _on_change(self, change: Change) -> None:
        if not self.isVisible() or self.later.waiting:
            return
        old, new = change.old, change.new
        if shown_figure(self.figures, old) != shown_figure(self.figures, new):
            self.refresh()
            return
        if self._wished(old) != self._wished(new):
            self.head.linked.setChecked(new.figure_linked)
            self._follow()
        if old.moment != new.moment:
            self._show_moment()

    def refresh(self) -> None:
        """Show the figure that the view names."""
        state = self._store.state
        self.head.linked.setChecked(state.figure_linked)
        figure = shown_figure(self.figures, state)
        for widget in (self.head.save_picture, self.head.save_data, self.head.linked):
            widget.setEnabled(figure is not None)
        if figure is None:
            self.page.show_nothing(self.tr("This file has no figures."))
            return
        self.list.mark(figure.id)
        if self.chart is None or self.chart.id != figure.id:
            self._show_figure(figure)
        else:
            if state.figure_linked:
                self._follow()  # time may have moved while the chart was hidden
            self._show_moment()

    def _show_figure(self, figure: Figure) -> None:
        dataset = self._library.dataset
        disagreements = {one: dataset.disagreements(one) for one in figure.series}
        name_of = self._library.source_names.__getitem__
        self.chart = chart = chart_of(figure, self.series, Told(name_of, disagreements))
        self.page.show_chart(chart, ordinal(self._store.state.moment))
        self.split.share_out()
        self.numbers.show(chart)
        self.table.fit_columns()
        self._show_plot()

    def _show_plot(self) -> None:
        if self.plot is not None and self.chart is not None:
            self.plot.show_chart(self.chart)
            self._follow()
            self._show_moment()

    def _show_moment(self) -> None:
        """Say and show what holds at the moment."""
        if self.chart is None:
            return
        day = ordinal(self._store.state.moment)
        self.page.reading.show_day(day)
        if self.plot is not None:
            said = self.page.reading.said
            self.plot.show_moment(day, frozenset(mark for one in said for mark in one.marks))

    def _follow(self) -> None:
        """Bring the timeline's years into sight, where that is wished; else all of the chart."""
        if self.plot is None or self.chart is None:
            return
        span = self._wished(self._store.state)
        if span is None:
            self.plot.show_all()
        else:
            self.plot.show_days(span.start, span.end)

    def _wished(self, state: ViewState) -> Span | None:
        """The days of the timeline, where the chart is to show them; None: all of the chart."""
        if not state.figure_linked:
            return None
        if self._in_sight is not None:
            return self._in_sight(state)
        first, last = self._library.days
        return state.span or Span(first, last + 1)

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

    def _hold(self, held: bool) -> None:
        if held:
            self._held = self._store.hold()
        else:
            self._store.let_go(self._held)

    def _move_moment(self, day: int) -> None:
        state = replace(self._store.state, moment=iso(day))
        self._store.change(state, self.tr("Move the moment"), "moment")

    def _picked(self, mark: int) -> None:
        """A click on a mark goes to its number, and shows its series in the detail."""
        if self.chart is None:
            return
        number = self.chart.marks[mark].numbers[0]
        self.table.selectRow(number)
        self._focus_on(self.chart.numbers[number].series_id)

    def _focus_on(self, series_id: str) -> None:
        state = replace(self._store.state, focus=Focus("series", series_id))
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
        """The chart with the days in sight and the moment, and the view inside."""
        version = self._library.dataset.metadata().get("data_version", "")
        days = self.plot.days() if self.plot is not None else (chart.left, chart.right)
        seen = Seen(days, ordinal(self._store.state.moment))
        return self._enclose(picture(chart, version, ending, seen), ending)

    def _table(self, chart: Chart) -> str:
        return as_csv(self.series[one] for one in chart.series_ids)

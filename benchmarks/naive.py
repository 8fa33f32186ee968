"""The timeline as pyqtgraph's own items make it, put together as its examples do.

The same facts as in ours: a date axis with a grid, marks in the kinds' shapes and colours with a
light edge, bars for what lasts, the dates of contested events with a line from the first to the
last, the moment, and the heaviest events in sight named, as many as ours names. Other than in
ours names lie on one another, and crowded lanes are no densities but all their marks.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.lanes import styles_of_kinds
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.tokens import KIND_GROUPS, LIGHT

EPOCH = date(1970, 1, 1).toordinal()
SYMBOLS = ("o", "s", "d", "h", "s", "t1", "p", "+")
MOST_NAMED = 160
MOMENT = date.fromisoformat(ViewState().moment).toordinal()
"""The day at which a view begins: there its line stands, and all zoom in about it."""


def naive_frame(source: TimelineSource, image: QImage, named: Mapping[Span, int]) -> Any:
    """A function that draws a span onto *image*; *named* tells how many labels ours has there."""
    pyqtgraph.setConfigOptions(antialias=True, background="w", foreground="k")
    plot = pyqtgraph.PlotWidget(axisItems={"bottom": pyqtgraph.DateAxisItem()})
    plot.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.resize(image.width(), image.height())
    plot.showGrid(x=True, y=True)
    _add_marks(plot, source.columns)
    _add_contested(plot, source)
    plot.addItem(pyqtgraph.InfiniteLine(_seconds(MOMENT + 0.5), pen="k"))
    texts = [pyqtgraph.TextItem(color="k") for _ in range(MOST_NAMED)]
    for text in texts:
        plot.addItem(text)
    plot.setYRange(-1, len(KIND_GROUPS))

    def draw(span: Span) -> None:
        plot.setXRange(_seconds(span.start), _seconds(span.end), padding=0)
        _name_heaviest(source, texts, span, named[span])
        QWidget.render(plot, image)

    return draw


def _seconds(day: Any) -> Any:
    """Days as the seconds that a date axis counts."""
    return (day - EPOCH) * 86400.0


def _add_marks(plot: Any, columns: EventColumns) -> None:
    styles = styles_of_kinds(columns)[columns.kind]
    lasts = columns.end_latest > columns.start_earliest
    for number, group in enumerate(KIND_GROUPS):
        starts = columns.start_earliest[styles == number]
        long = lasts & (styles == number)
        bars = pyqtgraph.BarGraphItem(
            x0=_seconds(columns.start_earliest[long]),
            x1=_seconds(columns.end_latest[long] + 1),
            y0=np.full(long.sum(), number - 0.1),
            height=0.2,
            brush=pyqtgraph.mkBrush(group.colour + "80"),
            pen=None,
        )
        scatter = pyqtgraph.ScatterPlotItem(
            x=_seconds(starts + 0.5),
            y=np.full(len(starts), number),
            size=11,
            symbol=SYMBOLS[number],
            brush=pyqtgraph.mkBrush(group.colour),
            pen=pyqtgraph.mkPen("w"),
        )
        plot.addItem(bars)
        plot.addItem(scatter)


def _add_contested(plot: Any, source: TimelineSource) -> None:
    """A ring about each date that a document gives of a contested event, and a line along them."""
    columns = source.columns
    rows = columns.contested.nonzero()[0].astype(np.int32)
    told = [one for one in zip(rows, source.contested_dates(rows), strict=True) if one[1]]
    days = [[claim.start_earliest + 0.5 for claim in claims] for _, claims in told]
    kinds = columns.kind[[row for row, _ in told]]
    heights = styles_of_kinds(columns)[kinds].astype(np.float64)
    ends = np.array([(min(some), max(some)) for some in days], np.float64)
    amber = pyqtgraph.mkPen(LIGHT.disagreement, width=1.5)
    plot.addItem(
        pyqtgraph.PlotCurveItem(
            x=_seconds(ends.ravel()), y=heights.repeat(2), connect="pairs", pen=amber
        )
    )
    plot.addItem(
        pyqtgraph.ScatterPlotItem(
            x=_seconds(np.concatenate(days)),
            y=heights.repeat([len(some) for some in days]),
            size=15,
            symbol="o",
            brush=None,
            pen=amber,
        )
    )


def _name_heaviest(source: TimelineSource, texts: Sequence[Any], span: Span, most: int) -> None:
    """Name the heaviest events that begin in sight, overlapping or not."""
    columns, styles = source.columns, styles_of_kinds(source.columns)
    low, high = columns.start_earliest.searchsorted(np.array([span.start, span.end], np.int32))
    heaviest = np.argsort(columns.weight[low:high])[::-1][:most].astype(np.int32) + np.int32(low)
    for text, row, title in zip(texts, heaviest, source.shorts(heaviest), strict=False):
        text.setText(title)
        text.setPos(_seconds(columns.start_earliest[row] + 0.5), styles[columns.kind[row]] - 0.1)
        text.show()
    for text in texts[len(heaviest) :]:
        text.hide()

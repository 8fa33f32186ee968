"""Frames of the timeline: fill + axis, the bundled view, ours and pyqtgraph's at many sizes.

All contenders draw the same zoom and pan, frame by frame in turn, so that whatever else the
machine does hits all of them alike. What is timed is the widget that the window uses.
"""

import gc
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.axis import axis_ticks
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import KIND_GROUPS
from benchmarks.events import bundled_source, made_source

WIDTH, HEIGHT = 1600, 600
OWN = (1_000, 10_000, 100_000, 1_000_000)
NAIVE = (1_000, 10_000, 100_000)
NAMED = 100
"""Labels in our picture of this size, about."""
MOMENT = date(2008, 11, 3).toordinal()
EPOCH = date(1970, 1, 1).toordinal()
Frame = Callable[[Span], None]


def spans(zooms: int = 80, pans: int = 60) -> list[Span]:
    """A zoom from 36 years to one day around a point, then a pan of a year's view."""
    lengths = np.geomspace(36 * 365.25, 1.0, zooms).tolist()
    zoom = [Span(MOMENT - 0.4 * days, MOMENT + 0.6 * days) for days in lengths]
    pan = [Span(MOMENT - 180 + 3 * step, MOMENT + 180 + 3 * step) for step in range(pans)]
    return zoom + pan


def widget_of(source: TimelineSource) -> TimelineWidget:
    """The widget as the window has it, over all events of *source*."""
    count = len(source.columns)
    rows = np.arange(count, dtype=np.int32)
    store = Store(lambda _: Selection(rows, count, {}), ViewState())
    widget = TimelineWidget(store, source)
    widget.resize(WIDTH, HEIGHT)
    return widget


def own_frame(widget: TimelineWidget, image: QImage) -> Frame:
    """Change the view, lay out, paint."""

    def draw(span: Span) -> None:
        store = widget.store
        store.change(replace(store.state, span=span), "Zoom", "zoom")
        widget.render(image)

    return draw


def floor_frame(widget: TimelineWidget, image: QImage) -> Frame:
    """The least that any timeline draws: its ground and its axis."""
    ground = _Ground(widget)
    ground.resize(WIDTH, HEIGHT)

    def draw(span: Span) -> None:
        store = widget.store
        store.change(replace(store.state, span=span), "Zoom", "zoom")
        ground.render(image)

    return draw


class _Ground(QWidget):
    """Fill and axis by Qt's plainest means."""

    def __init__(self, widget: TimelineWidget) -> None:
        super().__init__()
        self._widget = widget

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor("#FFFFFF"))
        scale, measure = self._widget.scale(), self._widget.fonts.measure
        painter.setFont(self._widget.fonts.font("tick"))
        for tick in axis_ticks(scale, measure):
            if tick.x is not None:
                painter.setPen(QColor("#E3E0D8"))
                painter.drawLine(int(tick.x), 20, int(tick.x), HEIGHT)
            painter.setPen(QColor("#52606D"))
            painter.drawText(int(tick.text_x), 14, tick.text)
        painter.end()


def naive_frame(count: int, image: QImage) -> Frame:
    """The same picture from pyqtgraph's own items, as its examples put them together.

    A date axis with a grid, a scatter of marks in the kinds' shapes and colours with a light
    edge, bars for what lasts, and text items at the heaviest events in sight, as many as ours
    names (overlapping or not).
    """
    import pyqtgraph

    pyqtgraph.setConfigOptions(antialias=True, background="w", foreground="k")
    source = made_source(count)
    plot = pyqtgraph.PlotWidget(axisItems={"bottom": pyqtgraph.DateAxisItem()})
    plot.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.resize(WIDTH, HEIGHT)
    plot.showGrid(x=True, y=True)
    _naive_marks(plot, source.columns)
    texts = [pyqtgraph.TextItem(color="k") for _ in range(NAMED)]
    for text in texts:
        plot.addItem(text)
    plot.setYRange(-1, 8)

    def draw(span: Span) -> None:
        plot.setXRange(_seconds(span.start), _seconds(span.end), padding=0)
        _naive_texts(source, texts, span)
        QWidget.render(plot, image)

    return draw


def _seconds(day: Any) -> Any:
    """Days as the seconds that a date axis counts."""
    return (day - EPOCH) * 86400.0


def _naive_marks(plot: Any, columns: EventColumns) -> None:
    import pyqtgraph

    starts, ends = columns.start_earliest, columns.end_latest + 1
    symbols = ("o", "s", "d", "h", "s", "t1", "p", "+")
    for number, group in enumerate(KIND_GROUPS):
        brush = pyqtgraph.mkBrush(group.colour)
        own = columns.kind // 2 == number
        long = own & (ends - starts > 1)
        bars = pyqtgraph.BarGraphItem(
            x0=_seconds(starts[long]),
            x1=_seconds(ends[long]),
            y0=np.full(long.sum(), number - 0.1),
            height=0.2,
            brush=pyqtgraph.mkBrush(group.colour + "80"),
            pen=None,
        )
        scatter = pyqtgraph.ScatterPlotItem(
            x=_seconds(starts[own] + 0.5),
            y=np.full(own.sum(), number),
            size=11,
            symbol=symbols[number],
            brush=brush,
            pen=pyqtgraph.mkPen("w"),
        )
        plot.addItem(bars)
        plot.addItem(scatter)


def _naive_texts(source: TimelineSource, texts: Sequence[Any], span: Span) -> None:
    """Name the heaviest events that begin in sight."""
    columns = source.columns
    low, high = columns.start_earliest.searchsorted(np.array([span.start, span.end], np.int32))
    heaviest = np.argsort(columns.weight[low:high])[::-1][: len(texts)] + low
    for text, row, title in zip(texts, heaviest, source.shorts(heaviest), strict=False):
        text.setText(title)
        text.setPos(_seconds(columns.start_earliest[row]), columns.kind[row] // 2 - 0.1)
    for text in texts[len(heaviest) :]:
        text.setText("")


def run(contenders: dict[str, Frame], frames: Sequence[Span]) -> dict[str, list[float]]:
    """Milliseconds of every frame of every contender, in turn."""
    for draw in contenders.values():
        draw(frames[0])
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for span in frames:
        for name, draw in contenders.items():
            began = time.perf_counter()
            draw(span)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def _open(count: int) -> tuple[TimelineWidget, float]:
    """A widget over *count* events, and the ms from columns to the first picture."""
    source = made_source(count)
    began = time.perf_counter()
    widget = widget_of(source)
    widget.render(QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied))
    return widget, (time.perf_counter() - began) * 1000


def measure() -> dict[str, object]:
    """p95 frame times in ms, and their ratios."""
    app = QApplication.instance() or QApplication([])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    opened = {count: _open(count) for count in OWN}
    contenders = {f"own_1e{len(str(n)) - 1}": own_frame(opened[n][0], image) for n in OWN}
    contenders["floor"] = floor_frame(opened[1_000][0], image)
    contenders["bundled"] = own_frame(widget_of(bundled_source()), image)
    for count in NAIVE:
        contenders[f"pyqtgraph_1e{len(str(count)) - 1}"] = naive_frame(count, image)
    times = run(contenders, spans())
    p95 = {name: float(np.percentile(values, 95)) for name, values in times.items()}
    result = {
        "times_ms": {name: round(value, 2) for name, value in p95.items()}
        | {f"first_picture_1e{len(str(n)) - 1}": round(opened[n][1], 1) for n in OWN},
        "ratios": _ratios(p95),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    app.processEvents()
    return result


def _ratios(p95: dict[str, float]) -> dict[str, float]:
    pairs = {
        "bundled_to_floor": ("bundled", "floor"),
        "own_1e6_to_floor": ("own_1e6", "floor"),
        "own_1e6_to_own_1e3": ("own_1e6", "own_1e3"),
        "pyqtgraph_to_own_1e3": ("pyqtgraph_1e3", "own_1e3"),
        "pyqtgraph_to_own_1e4": ("pyqtgraph_1e4", "own_1e4"),
        "pyqtgraph_to_own_1e5": ("pyqtgraph_1e5", "own_1e5"),
    }
    return {name: round(p95[above] / p95[below], 2) for name, (above, below) in pairs.items()}

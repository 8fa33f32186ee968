"""Frames of the timeline: fill + axis, the bundled view, ours and pyqtgraph's at many sizes.

All contenders draw the same zoom and pan, by turns some frames in a row, as a hand has them: frame
by frame in turn each would find the processor's caches filled by the others. They do so in some
rounds, every one with widgets that have drawn nothing but the first frame yet, and then have been
at rest (`ready_…` in the times: for so long they worked there). The time of a frame is the quickest
of the rounds: what was added to it is the machine's, which may be another's too; but what a frame
costs that shows new texts counts. What is timed is the widget that the window uses, over files made
by `benchmarks.sample`, by the clock, as a person waits for it: Qt fills large areas with threads
of its own, which the processor time of the thread that draws (`processor_ms`) does not tell of.
"""

import gc
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.timeline.axis import axis_ticks
from azkz_desktop.timeline.series import default_bands
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span, ViewState
from benchmarks import sample
from benchmarks.naive import MOMENT, naive_frame

WIDTH, HEIGHT = 1600, 600
OWN = (1_000, 10_000, 100_000, 1_000_000)
NAIVE = (1_000, 10_000, 100_000)
GOALS = {
    "own_1e6_to_floor": 12,
    "own_1e6_to_own_1e3": 3.5,
    "pyqtgraph_to_own_1e3": 8,
    "pyqtgraph_to_own_1e4": 8,
    "pyqtgraph_to_own_1e5": 8,
}
ROUNDS = 5
IN_A_ROW = 35
Frame = Callable[[Span], None]
Times = NDArray[np.float64]
"""Milliseconds by the clock and of the processor, of shape (frames, 2)."""


def spans(zooms: int = 80, pans: int = 60) -> list[Span]:
    """A zoom from 36 years to one day around a point, then a pan of a year's view."""
    lengths = np.geomspace(36 * 365.25, 1.0, zooms).tolist()
    zoom = [Span(MOMENT - 0.4 * days, MOMENT + 0.6 * days) for days in lengths]
    pan = [Span(MOMENT - 180 + 3 * step, MOMENT + 180 + 3 * step) for step in range(pans)]
    return zoom + pan


def widget_of(library: Library) -> TimelineWidget:
    """The widget as the window has it, over all events of a file."""
    bands = default_bands(library.dataset)
    widget = TimelineWidget(library.store(ViewState()), library, bands=bands)
    widget.resize(WIDTH, HEIGHT)
    return widget


def picture() -> QImage:
    """What is painted on."""
    return QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)


def show(widget: TimelineWidget, span: Span) -> None:
    """Change the view, as a hand does."""
    store = widget.store
    store.change(replace(store.state, span=span), "Zoom", "zoom")


def own_frame(widget: TimelineWidget, image: QImage) -> Frame:
    """Change the view, lay out, paint."""

    def draw(span: Span) -> None:
        show(widget, span)
        widget.render(image)

    return draw


class _Ground(QWidget):
    """The least that any timeline draws, by Qt's plainest means: fill and axis."""

    def __init__(self, widget: TimelineWidget) -> None:
        super().__init__()
        self._widget = widget
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor("#FFFFFF"))
        fonts = self._widget.fonts
        painter.setFont(fonts.font("tick"))
        for tick in axis_ticks(self._widget.scale(), fonts.measure):
            if tick.x is not None:
                painter.setPen(QColor("#E3E0D8"))
                painter.drawLine(int(tick.x), 20, int(tick.x), HEIGHT)
            painter.setPen(QColor("#52606D"))
            painter.drawText(int(tick.text_x), 14, tick.text)
        painter.end()


def floor_frame(widget: TimelineWidget, image: QImage) -> Frame:
    """Change the view, fill, draw the axis."""
    ground = _Ground(widget)

    def draw(span: Span) -> None:
        show(widget, span)
        ground.render(image)

    return draw


def run(made: Callable[[], dict[str, Frame]], frames: Sequence[Span]) -> dict[str, Times]:
    """The times of every frame of every contender: the quickest of all rounds.

    *made* makes contenders that have drawn nothing yet.
    """
    rounds = [_round(made(), frames) for _ in range(ROUNDS)]
    return {name: np.min([one[name] for one in rounds], axis=0) for name in rounds[0]}


def _round(
    contenders: dict[str, Frame], frames: Sequence[Span]
) -> dict[str, list[tuple[float, float]]]:
    for draw in contenders.values():
        draw(frames[0])
    gc.collect()
    gc.freeze()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for first in range(0, len(frames), IN_A_ROW):
        for name, draw in contenders.items():
            for span in frames[first : first + IN_A_ROW]:
                began = time.perf_counter(), time.thread_time()
                draw(span)
                ended = time.perf_counter(), time.thread_time()
                times[name].append(((ended[0] - began[0]) * 1000, (ended[1] - began[1]) * 1000))
    gc.unfreeze()
    contenders.clear()
    _leave()
    return times


def _leave() -> None:
    """Delete the widgets that were measured: those of two rounds are never there at once."""
    for one in QApplication.topLevelWidgets():
        if isinstance(one, TimelineWidget):
            one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _opened(path: Path) -> tuple[Library, float, float]:
    """A file, the ms from its name to the first picture, and those of the work at rest."""
    began = time.perf_counter()
    library = Library(path)
    widget = widget_of(library)
    widget.render(picture())
    shown = time.perf_counter()
    widget.get_ready()
    ready = time.perf_counter()
    _leave()
    return library, (shown - began) * 1000, (ready - shown) * 1000


def _power(count: int) -> str:
    return f"1e{len(str(count)) - 1}"


def measure(folder: str | None = None) -> dict[str, Any]:
    """p95 frame times in ms, and their ratios. Made files are kept in *folder*, if one is given."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        result = _measure(Path(folder or temporary))
    app.processEvents()
    return result


def _measure(folder: Path) -> dict[str, Any]:
    paths = {count: folder / f"sample-{_power(count)}.db" for count in OWN}
    for count, path in paths.items():
        if not path.exists():
            sample.make(count, path)
    opened = {count: _opened(path) for count, path in paths.items()}
    libraries = {count: library for count, (library, *_) in opened.items()}
    named = {count: _named(libraries[count], spans()) for count in NAIVE}
    times = run(partial(_contenders, libraries, named), spans())
    worst = {name: np.percentile(values, 95, axis=0).tolist() for name, values in times.items()}
    p95 = {name: clock for name, (clock, _) in worst.items()}
    return {
        "times_ms": {name: round(value, 2) for name, value in p95.items()}
        | {f"open_{_power(count)}": round(took, 1) for count, (_, took, _) in opened.items()}
        | {f"ready_{_power(count)}": round(took, 1) for count, (*_, took) in opened.items()},
        "processor_ms": {name: round(value, 2) for name, (_, value) in worst.items()},
        "ratios": _ratios(p95),
        "goals": GOALS,
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _contenders(
    libraries: dict[int, Library], named: dict[int, dict[Span, int]]
) -> dict[str, Frame]:
    image = picture()
    widgets = {count: widget_of(library) for count, library in libraries.items()}
    bundled = widget_of(Library(database_path()))
    for widget in (*widgets.values(), bundled):
        widget.render(image)
        widget.get_ready()
    frames = {f"own_{_power(count)}": own_frame(one, image) for count, one in widgets.items()}
    frames["floor"] = floor_frame(widgets[OWN[0]], image)
    frames["bundled"] = own_frame(bundled, image)
    for count in NAIVE:
        source = widgets[count].source
        frames[f"pyqtgraph_{_power(count)}"] = naive_frame(source, image, named[count])
    return frames


def _named(library: Library, frames: Sequence[Span]) -> dict[Span, int]:
    """How many events ours names in every frame, so that pyqtgraph's can name as many in it."""
    widget = widget_of(library)
    named = {}
    for span in frames:
        show(widget, span)
        named[span] = len(widget.marks().labels)
    _leave()
    return named


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

"""Work in slices: what takes longer than a blink, between which the window stays alive."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.painting.later import Later

SLICE = 0.010
"""Seconds of work between two turns of the event loop."""


class SlicedWork(QObject):
    """Takes steps of one iterator at a time; each step says how much has been done.

    A new start gives up what was under way. An error in a step ends it with `failed`.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[int] | None = None
        self._total = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def start(self, steps: Iterator[int], total: int) -> None:
        """Take *steps*, of *total* things; a small job is done before this returns."""
        self._steps, self._total = steps, total
        self._timer.start()
        self._slice()
        while Later.at_once and self.running:  # a picture shows what comes of it
            self._slice()

    def cancel(self) -> None:
        """Give up what is under way; nothing more is heard of it."""
        self._timer.stop()
        self._steps = None

    def _slice(self) -> None:
        steps, end = self._steps, perf_counter() + SLICE
        done = 0
        while steps is not None and perf_counter() < end:
            try:
                done = next(steps)
            except StopIteration:
                self.cancel()
                self.finished.emit()
                return
            except (DatasetError, OSError, ValueError) as error:
                self.cancel()
                self.failed.emit(str(error))
                return
        if steps is not None:
            self.progressed.emit(done, self._total)


class WorkBar(QWidget):
    """A line that shows how far a longer job is, with a way to give it up; hidden otherwise."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = SlicedWork(self)
        self.words = QLabel()
        self.words.setObjectName("secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(10)
        layout.addWidget(self.words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self._then: Callable[[], None] = lambda: None
        self.work.progressed.connect(self._progress)
        self.work.finished.connect(self._finish)
        self.work.failed.connect(lambda _: self.hide())
        self.hide()

    def run(self, words: str, steps: Iterator[int], total: int, then: Callable[[], None]) -> None:
        """Take *steps* and do *then* at their end; *words* say meanwhile what is done."""
        self.words.setText(words)
        self._then = then
        self.work.start(steps, total)

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.show()

    def _finish(self) -> None:
        self.hide()
        self._then()

    def _cancel(self) -> None:
        self.work.cancel()
        self.hide()
        self.cancelled.emit()

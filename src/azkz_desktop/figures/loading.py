"""Imports the chart's library beside the window's work: alone it takes more than a second."""

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

PLOT = "azkz_desktop.figures.plot"
PAINTED = 60
"""Milliseconds by which words and numbers stand there: an import beside would hold them up."""
LOOK = 15
"""Milliseconds between two looks whether it is done."""


class PlotLoader(QObject):
    """Imports `figures.plot` in a thread of its own; classes are defined there, nothing is made."""

    loaded = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._problem = ""
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin once the window has been painted; `loaded` or `failed` follow."""
        if not self._asked:
            self._asked = True
            QTimer.singleShot(PAINTED, self, self._begin)

    def _begin(self) -> None:
        # No daemon: an import that is cut off by the end of the program can bring it down.
        self._thread = Thread(target=self._import, name="chart library")
        self._thread.start()
        self._timer.start()

    def _import(self) -> None:
        try:
            import_module(PLOT)
        except ImportError as error:
            self._problem = str(error)

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._timer.stop()
        if self._problem:
            self.failed.emit(self._problem)
        else:
            self.loaded.emit()

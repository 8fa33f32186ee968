"""Imports heavy modules beside the window's work, which goes on meanwhile."""

import sys
from collections.abc import Sequence
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from azkz_desktop.painting.later import Later

PAINTED = 60
"""Milliseconds by which words and numbers stand there: an import beside would hold them up."""
LOOK = 15
"""Milliseconds between two looks whether it is done."""
POLITE = 0.0005
"""Seconds after which the thread gives way. Python's own 5 ms, waited for at every call of ours
by Qt, would make the window stutter."""


class Importer(QObject):
    """Imports modules in a thread of its own; classes are defined there, nothing is made."""

    loaded = Signal()
    failed = Signal(str)

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules = tuple(modules)
        self._thread: Thread | None = None
        self._problem = ""
        self._asked, self._told = False, False
        self._usual = sys.getswitchinterval()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether it has been started and its end has not been told."""
        return self._asked and not self._told

    def start(self, after: int = PAINTED) -> None:
        """Begin *after* so many milliseconds; `loaded` or `failed` follow."""
        if self._asked:
            return
        self._asked = True
        if Later.at_once:
            self._import()
            self._tell()
        else:
            QTimer.singleShot(after, self, self._begin)

    def _begin(self) -> None:
        self._usual = sys.getswitchinterval()
        sys.setswitchinterval(POLITE)
        # No daemon: an import that is cut off by the end of the program can bring it down.
        self._thread = Thread(target=self._import, name="imports")
        self._thread.start()
        self._timer.start()

    def _import(self) -> None:
        try:
            for name in self._modules:
                import_module(name)
        except ImportError as error:
            self._problem = str(error)

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._timer.stop()
        sys.setswitchinterval(self._usual)
        self._tell()

    def _tell(self) -> None:
        self._told = True
        if self._problem:
            self.failed.emit(self._problem)
        else:
            self.loaded.emit()

"""Longer work as a person sees it: what is done, how far it is, and a way to give it up."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.painting.later import Later

HIGH = 8
"""Pixels of the bar that fills."""


class ProgressLine(QWidget):
    """Words, a bar and “Cancel” in one line; hidden until somebody shows it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.bar = QLabel(), QProgressBar()
        self.words.setObjectName("secondary")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(HIGH)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(self._cancel)
        self.line = QHBoxLayout(self)
        self.line.setSpacing(8)
        for widget in (self.words, self.bar, self.stop):
            self.line.addWidget(widget)
        self.hide()

    def give_up(self) -> None:
        """Stop what is being done; nothing more is heard of it."""
        raise NotImplementedError

    def _cancel(self) -> None:
        self.give_up()
        self.cancelled.emit()


class WorkBar(ProgressLine):
    """How far work is that is done in steps, in the window's own thread."""

    failed = Signal(str)
    """The work ended with an error of the file: a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.later = Later(self)
        self.line.setContentsMargins(12, 5, 12, 5)
        self.line.setSpacing(10)
        self.line.setStretchFactor(self.bar, 1)
        self._done = 0
        # Not at every step: a bar paints itself at once, which takes longer than most steps do.
        self.later.paused.connect(self._tell)

    def run(self, words: str, steps: Iterator[int], total: int, then: Callable[[], None]) -> None:
        """Take *steps* and do *then* at their end; *words* say meanwhile what is done.

        Each step says how much of *total* has been done. A short job is done before this
        returns, and nothing of it is shown.
        """
        self.words.setText(words)
        self.bar.setRange(0, total)
        self.later.begin(self._followed(steps, then))

    def _followed(self, steps: Iterator[int], then: Callable[[], None]) -> Iterator[None]:
        try:
            for done in steps:
                self._done = done
                yield
        except (DatasetError, OSError, ValueError) as error:
            self.hide()
            self.failed.emit(str(error))
            return
        self.hide()
        then()

    def _tell(self) -> None:
        self.bar.setValue(self._done)
        self.show()

    def give_up(self) -> None:
        """Take no further step."""
        self.later.cancel()
        self.hide()

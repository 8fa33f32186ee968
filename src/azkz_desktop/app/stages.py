"""Steps of the start, each on a turn of the event loop of its own: the window paints between."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from azkz_desktop.app.shell import when_painted
from azkz_desktop.app.start import WHOLE

PATIENCE = 250
"""Milliseconds for which a paint is awaited: a window behind others is not painted at all."""


class Step(NamedTuple):
    """`do` makes something and gives back what is to be painted before the next step, if any."""

    name: str
    do: Callable[[], QWidget | None]


class Stages(QObject):
    """Takes *steps* in turn, and tells of each when it has been painted.

    It ends by itself when the window is closed. What a step raises ends it too, and goes to
    *failed*.
    """

    def __init__(
        self,
        window: QWidget,
        steps: Sequence[Step],
        told: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(window)
        self._window, self._told, self._failed = window, told, failed
        self._steps: Iterator[Step] = iter(steps)

    def next(self) -> None:
        """Take the next step, unless the window has been closed or no step is left."""
        if not self._window.isVisible():
            return
        step = next(self._steps, None)
        if step is None:
            self._told(WHOLE)
            return
        try:
            made = step.do()
        except Exception as error:  # noqa: BLE001 - carried out of Qt's loop and raised there
            self._failed(error)
            return

        def go_on() -> None:
            self._told(step.name)
            self.next()

        if made is None:
            QTimer.singleShot(0, self, go_on)
        else:
            when_painted(made, go_on, PATIENCE)

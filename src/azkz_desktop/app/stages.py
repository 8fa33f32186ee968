"""Steps of the start, each on a turn of the event loop of its own: the window paints between."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from azkz_desktop.app.shell import when_painted
from azkz_desktop.app.start import WHOLE

PATIENCE = 250
"""Milliseconds for which a paint is awaited: a window behind others is not painted at all."""
NO_MORE = object()
"""What iterators give that have nothing more to give."""


class Step(NamedTuple):
    """`do` makes something and gives back what is to be painted before the next step, if any.

    Or it gives back what is left to do, each piece of it on a turn of its own.
    """

    name: str
    do: Callable[[], QWidget | Iterator[object] | None]


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
        self._take(step, step.do)

    def _take(self, step: Step, do: Callable[[], QWidget | Iterator[object] | None]) -> None:
        """One turn of *step*; what follows it waits for what is to be painted, or a turn."""
        if not self._window.isVisible():
            return
        try:
            made = do()
        except Exception as error:  # noqa: BLE001 - carried out of Qt's loop and raised there
            self._failed(error)
            return

        def go_on() -> None:
            self._told(step.name)
            self.next()

        if isinstance(made, Iterator):
            QTimer.singleShot(0, self, lambda: self._take(step, partial(_piece, made)))
        elif made is None:
            QTimer.singleShot(0, self, go_on)
        else:
            when_painted(made, go_on, PATIENCE)


def _piece(left: Iterator[object]) -> Iterator[object] | None:
    """A slice of what is *left*; None where that is all.

    The turns are not left to `Later`, which waits until what a person touched has been painted,
    lets others have theirs, and tells neither of the end nor of what was raised: the start would
    have to be told both, and nothing else has a turn yet.
    """
    from azkz_desktop.painting.later import slice_of_time  # the first view is no iterator

    for _ in slice_of_time():
        if next(left, NO_MORE) is NO_MORE:
            return None
    return left

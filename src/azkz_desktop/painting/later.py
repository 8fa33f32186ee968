"""What follows a change, in steps: each on a turn of the event loop, so that none holds it up.

What a person touches changes at once; the rest follows within a blink, step by step, with input
and paints served between. A later change takes the place of what is left of an earlier one.
"""

from collections.abc import Iterator
from time import perf_counter
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

FIRST = 16
"""Milliseconds before the first step: what was touched is painted before anything follows."""
SLICE = 0.008
"""Seconds after which the next step waits for another turn of the event loop."""


class Later(QObject):
    """Takes the steps of one plan; `at_once` takes them inside `plan`, as tests and pictures want.

    Each step of a plan (an iterator, whose values are not looked at) should take less than some
    20 ms: it is never cut off.
    """

    at_once: ClassVar[bool] = False
    settled = Signal()
    """Every step of the plan has been taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def waiting(self) -> bool:
        """Whether steps are left."""
        return self._steps is not None

    def plan(self, steps: Iterator[object]) -> None:
        """Take *steps* from the next turn on, and nothing more of what was planned before."""
        self._steps = steps
        if Later.at_once:
            self.settle()
        else:
            self._timer.start(FIRST)

    def settle(self) -> None:
        """Take all that is left now."""
        while self._steps is not None:
            self._step()

    def cancel(self) -> None:
        """Take nothing more of it."""
        self._timer.stop()
        self._steps = None

    def _turn(self) -> None:
        self._timer.setInterval(0)
        end = perf_counter() + SLICE
        self._step()
        while self._steps is not None and perf_counter() < end:
            self._step()

    def _step(self) -> None:
        """One step; a plan that fails is given up, and what it raised goes on."""
        steps = self._steps
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration:
            if self._steps is steps:
                self.cancel()
                self.settled.emit()
        except BaseException:
            if self._steps is steps:
                self.cancel()
            raise


def settle(root: QObject) -> None:
    """Take every step that is left under *root*, now: before a picture of it is made."""
    while waiting := [one for one in root.findChildren(Later) if one.waiting]:
        for one in waiting:
            one.settle()

"""Work in steps between turns of the event loop, so that none of it holds the window up.

What a person touches changes at once; the rest follows within a blink, step by step, with input
and paints served between. A later change takes the place of what is left of an earlier one. What
takes longer than a blink (sorting a large file, copying it) is done in the same way.
"""

from collections.abc import Iterator
from time import perf_counter
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

FIRST = 16
"""Milliseconds before the first step: what was touched is painted before anything follows."""
SLICE = 0.008
"""Seconds after which the next step waits for another turn of the event loop."""
SAME_TURN = 0.002
"""Seconds: what follows another's steps so soon comes in the same turn, or hardly later."""
GRACE = 0.05
"""Seconds for which others leave the turn to whom it is owed (it may be gone)."""


def slice_of_time() -> Iterator[None]:
    """Goes round until `SLICE` is over, once at the least."""
    end = perf_counter() + SLICE
    yield
    while perf_counter() < end:
        yield


class Later(QObject):
    """Takes the steps of one plan; `at_once` takes them inside `plan`, as tests and pictures want.

    Each step of a plan (an iterator, whose values are not looked at) should take less than some
    20 ms: it is never cut off.
    """

    at_once: ClassVar[bool] = False
    _ended: ClassVar[tuple[int, float]] = 0, 0.0
    """Who had the last turn of all (its `id`: nobody is kept alive), and when it was over."""
    _owed: ClassVar[tuple[int, float]] = 0, 0.0
    """Who waits since when for a turn that another had; seconds of `perf_counter`."""
    paused = Signal()
    """A slice is over and steps are left: time to say how far it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def waiting(self) -> bool:
        """Whether steps are left."""
        return self._steps is not None

    def plan(self, steps: Iterator[object], wait: int = FIRST) -> None:
        """Take *steps* from the next turn on, and nothing more of what was planned before.

        That is *wait* milliseconds away: what is in no hurry lets all else go first.
        """
        self._forgive()
        self._steps = steps
        if Later.at_once:
            self.settle()
        else:
            self._timer.start(wait)

    def begin(self, steps: Iterator[object]) -> None:
        """The same with the first slice now: what is short is done when this returns."""
        self.plan(steps)
        self._slice()

    def settle(self) -> None:
        """Take all that is left now."""
        while self._steps is not None:
            self._step()

    def cancel(self) -> None:
        """Take nothing more of it."""
        self._timer.stop()
        self._steps = None
        self._forgive()

    def _forgive(self) -> None:
        """No turn is owed to it: nobody is to wait for a plan that is no more."""
        if Later._owed[0] == id(self):
            Later._owed = 0, 0.0

    def _turn(self) -> None:
        if self._timer.interval():
            self._timer.setInterval(0)  # this turn may have painted: the next one has not
        elif self._may_go():
            self._slice()
            Later._ended = id(self), perf_counter()

    def _may_go(self) -> bool:
        """Whether no other has had this turn of the loop; who had to wait goes first next time."""
        now = perf_counter()
        (owed, since), (last, ended) = Later._owed, Later._ended
        if owed not in (0, id(self)) and now - since < GRACE:
            return False
        # It has one turn of the loop at most: what follows its own is another one.
        if last != id(self) and now - ended < SAME_TURN:
            Later._owed = id(self), now
            return False
        Later._owed = 0, 0.0
        return True

    def _slice(self) -> None:
        """One step at the least, and as many more as there is time for."""
        for _ in slice_of_time():
            self._step()
            if self._steps is None:
                return
        self.paused.emit()

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
        except BaseException:
            if self._steps is steps:
                self.cancel()
            raise


def settle(root: QObject) -> None:
    """Take every step that is left under *root*, now: before a picture of it is made."""
    while waiting := [one for one in root.findChildren(Later) if one.waiting]:
        for one in waiting:
            one.settle()

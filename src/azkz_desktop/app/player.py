"""Plays the moment: the timeline's line walks through time, and map and figures with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from azkz_desktop.app.pace import days_a_second, keep_pace, kept_pace
from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span
from azkz_desktop.view.store import Store

TICK = 40
"""Milliseconds between two steps at the least; a slow machine takes longer steps."""


class Player(QObject):
    """Moves the moment on by the time that has passed, to the end of what is in sight.

    `pace` is in how many seconds it crosses that; all of a walk is one step back. Whoever
    moves the moment otherwise, stops it. *in_sight* tells what the timeline shows now: where the
    view leaves that to the data, it depends on the filter, too.
    """

    changed = Signal()

    def __init__(
        self,
        store: Store,
        library: Library,
        in_sight: Callable[[], Span],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._library, self._in_sight = store, library, in_sight
        self.pace = kept_pace()
        self._day, self._shown, self._begun = 0.0, "", False
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether the moment is walking."""
        return self._timer.isActive()

    @property
    def can_play(self) -> bool:
        """Whether there is a way to go: more than one day is in sight."""
        first, last = self._bounds()
        return first < last

    def days_in_sight(self) -> int:
        """How many days it would walk from edge to edge."""
        first, last = self._bounds()
        return max(last - first + 1, 1)

    def set_pace(self, pace: int) -> None:
        """Cross what is in sight in *pace* seconds from now on, and in the next session."""
        self.pace = pace
        keep_pace(pace)
        self.changed.emit()

    def toggle(self) -> None:
        """Start, or stop; at the end it starts from the beginning again."""
        if self.playing:
            self.stop()
        elif self.can_play:
            self._start()

    def _start(self) -> None:
        first, last = self._bounds()
        self._shown, self._begun = self._store.state.moment, False
        day = ordinal(self._shown)
        self._day = float(day if first <= day < last else first)
        self._clock.start()
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stay at the moment that is reached."""
        self._timer.stop()
        self.changed.emit()

    def _bounds(self) -> tuple[int, int]:
        """The first and the last day of the data that is in sight."""
        span = self._in_sight()
        first, last = self._library.days
        return max(int(span.start), first), min(int(span.end) - 1, last)

    def _tick(self) -> None:
        if self._store.state.moment != self._shown:
            self.stop()
            return
        seconds, reached = self._clock.restart() / 1000, int(self._day)
        self._day += seconds * days_a_second(self.days_in_sight(), self.pace)
        first, last = self._bounds()
        if first > last:  # no day of the data is in sight any more
            self.stop()
            return
        self._day = max(self._day, float(first))  # what is in sight may have moved behind it
        if reached <= last:  # else what is in sight has moved before it
            self._show(min(int(self._day), last))
        if self._day >= last:
            self.stop()

    def _show(self, day: int) -> None:
        """The map as of *day*: the first of them is a step back, the others go on with it.

        That holds also where something else was done meanwhile: to zoom while it plays is one
        step, not one between any two days.
        """
        state = replace(self._store.state, moment=iso(day))
        if state == self._store.state:
            return
        self._shown = state.moment
        if self._begun:
            self._store.amend(state)
        else:
            self._begun = True
            self._store.change(state, self.tr("Play"))

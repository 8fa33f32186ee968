"""Plays the moment: the timeline's line walks through time, and the map with it."""

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store

TICK = 40
"""Milliseconds between two steps at the least; a slow machine takes longer steps."""
SPEEDS = (0.5, 1.0, 2.0, 4.0)
"""Years a second."""
YEAR = 365.2425


class Player(QObject):
    """Moves the moment on by the time that has passed, to the end of what is in sight."""

    changed = Signal()

    def __init__(self, store: Store, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._library = store, library
        self.speed = SPEEDS[1]
        self._day = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether the moment is walking."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Start, or stop; at the end it starts from the beginning again."""
        if self.playing:
            self.stop()
            return
        first, last = self._bounds()
        day = ordinal(self._store.state.moment)
        self._day = float(day if first <= day < last else first)
        self._clock.start()
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stay at the moment that is reached."""
        self._timer.stop()
        self.changed.emit()

    def _bounds(self) -> tuple[int, int]:
        span = self._store.state.span or self._library.opening_span()
        first, last = self._library.days
        return max(int(span.start), first), min(int(span.end) - 1, last)

    def _tick(self) -> None:
        self._day += self._clock.restart() / 1000 * self.speed * YEAR
        _, last = self._bounds()
        day = min(int(self._day), last)
        state = replace(self._store.state, moment=iso(day))
        self._store.change(state, self.tr("Play"), "play")
        if day >= last:
            self.stop()

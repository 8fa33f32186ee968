"""At which events the pointer is, in whichever view that may be: all views light them up.

It stands beside the view and is no part of it: there is nothing to undo, to save or to send.
"""

from collections.abc import Callable


class Pointed:
    """Holds the rows that are pointed at, and tells who listens."""

    def __init__(self) -> None:
        self._rows: tuple[int, ...] = ()
        self._listeners: list[Callable[[], None]] = []

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the events, none where the pointer is at none."""
        return self._rows

    def point(self, rows: tuple[int, ...] = ()) -> None:
        """The pointer is at *rows* now, and at nothing else."""
        if rows != self._rows:
            self._rows = rows
            for listener in tuple(self._listeners):
                listener()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Tell *listener* whenever it moves to others; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

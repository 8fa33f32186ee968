"""Tells a screen reader what has changed on the timeline, once the hand rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from azkz_desktop.timeline.restwords import rest_words

if TYPE_CHECKING:
    from azkz_desktop.timeline.widget import TimelineWidget
    from azkz_desktop.view.state import ViewState
    from azkz_desktop.view.store import Change

REST = 600
"""Milliseconds without a change after which what has changed is told."""


class Announcer(QObject):
    """Hears every change of the view of *widget*, and tells all of them at rest, in one go.

    A zoom or a moment that is played goes through hundreds of views: what is told is where it
    ends.
    """

    def __init__(self, widget: TimelineWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._before: ViewState | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.tell)

    def heard(self, change: Change) -> None:
        """Wait on: the hand moves still."""
        if self._before is None:
            self._before = change.old
        self._timer.start()

    def tell(self) -> None:
        """Say what differs now from the view before the first change that was not told yet."""
        widget, before = self._widget, self._before
        self._before = None
        if before is None:
            return
        store, lanes = widget.store, [lane.title for lane in widget.marks().lanes]
        rows = widget.navigator.ways.rows()
        words = rest_words(widget.layout_engine, before, store.state, store.selection, rows, lanes)
        if words:
            announce(widget, words)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say *words*; of what is hidden the window says it."""
    said_by = widget if widget.isVisible() else widget.window()
    made = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if made is None:  # Qt has it from 6.8 on, its Python names may come later
        said_by.setAccessibleDescription(words)
    else:
        QAccessible.updateAccessibility(made(said_by, words))

"""The keyboard of the timeline: what each key does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from azkz_desktop.timeline.widget import TimelineWidget

Action = Callable[["TimelineWidget"], None]
KEY_ZOOM = 1.5
PAGE = 0.8
"""The share of the width by which a page goes on."""


def step_for_key(event: QKeyEvent) -> Action | None:
    """What the key does, None where the timeline does not know it."""
    return _STEPS.get(event.key())


def neighbour(widget: TimelineWidget, step: int) -> int | None:
    """The row of the event *step* places after the chosen one in the order of time.

    Where none is chosen, the first (or last) one that begins in sight.
    """
    rows = widget.store.selection.rows
    if not len(rows):
        return None
    chosen = widget.chosen()
    if chosen is None:
        starts = widget.source.columns.start_earliest[rows]
        edge = widget.scale().start if step > 0 else widget.scale().end
        at = int(np.searchsorted(starts, edge)) + min(step, 0)
    else:
        at = int(np.searchsorted(rows, chosen, "left" if step < 0 else "right")) + min(step, 0)
    return int(rows[min(max(at, 0), len(rows) - 1)])


def _choose(step: int) -> Action:
    def act(widget: TimelineWidget) -> None:
        row = neighbour(widget, step)
        if row is not None:
            widget.choose(row)
            widget.bring_into_sight(row)

    return act


def _to_end(last: bool) -> Action:
    def act(widget: TimelineWidget) -> None:
        rows = widget.store.selection.rows
        if len(rows):
            row = int(rows[-1 if last else 0])
            widget.choose(row)
            widget.bring_into_sight(row)

    return act


def _page(direction: int) -> Action:
    return lambda widget: widget.pan(direction * PAGE * widget.scale().width)


def _zoom(factor: float) -> Action:
    return lambda widget: widget.zoom(factor, widget.chosen_x())


def _open(widget: TimelineWidget) -> None:
    row = widget.chosen()
    if row is not None:
        widget.zoom_to_row(row)


_STEPS: dict[int, Action] = {
    Qt.Key.Key_Right: _choose(1),
    Qt.Key.Key_Left: _choose(-1),
    Qt.Key.Key_Down: lambda widget: widget.scroll_lanes(40),
    Qt.Key.Key_Up: lambda widget: widget.scroll_lanes(-40),
    Qt.Key.Key_Home: _to_end(last=False),
    Qt.Key.Key_End: _to_end(last=True),
    Qt.Key.Key_PageDown: _page(1),
    Qt.Key.Key_PageUp: _page(-1),
    Qt.Key.Key_Plus: _zoom(KEY_ZOOM),
    Qt.Key.Key_Equal: _zoom(KEY_ZOOM),
    Qt.Key.Key_Minus: _zoom(1 / KEY_ZOOM),
    Qt.Key.Key_0: lambda widget: widget.show_all(),
    Qt.Key.Key_Return: _open,
    Qt.Key.Key_Enter: _open,
    Qt.Key.Key_Escape: lambda widget: widget.choose(None),
}

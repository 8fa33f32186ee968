"""The keyboard of the timeline: what each key does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from azkz_desktop.timeline.widget import TimelineWidget

Action = Callable[["TimelineWidget"], None]
KEY_ZOOM = 1.5
PAGE = 0.8
"""The share of the width by which a page goes on."""
ROW = 40.0
"""Pixels by which an arrow up or down scrolls the lanes."""


def step_for_key(event: QKeyEvent) -> Action | None:
    """What the key does, None where the timeline does not know it."""
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _WITH_SHIFT:
        return _WITH_SHIFT[event.key()]
    return _STEPS.get(event.key())


def _choose(step: int) -> Action:
    def act(widget: TimelineWidget) -> None:
        _show(widget, widget.navigator.neighbour(step))

    return act


def _to_end(last: bool) -> Action:
    def act(widget: TimelineWidget) -> None:
        rows = widget.store.selection.rows
        _show(widget, int(rows[-1 if last else 0]) if len(rows) else None)

    return act


def _show(widget: TimelineWidget, row: int | None) -> None:
    if row is not None:
        widget.navigator.choose(row)
        widget.navigator.bring_into_sight(row)
        lane = widget.lanes.lane_of_chosen()
        if lane is not None:
            widget.lanes.bring_into_sight(lane)


def _page(direction: int) -> Action:
    return lambda widget: widget.navigator.pan(direction * PAGE * widget.scale().width)


def _zoom(factor: float) -> Action:
    return lambda widget: widget.navigator.zoom(factor, widget.chosen_x())


def _scroll(pixels: float) -> Action:
    def act(widget: TimelineWidget) -> None:
        widget.lanes.scroll(pixels)

    return act


def _open(widget: TimelineWidget) -> None:
    """Open or close what belongs to the chosen event; zoom to it where nothing does."""
    row = widget.navigator.chosen()
    if row is not None and not widget.navigator.toggle(row):
        widget.navigator.zoom_to_row(row)


def _zoom_to_chosen(widget: TimelineWidget) -> None:
    row = widget.navigator.chosen()
    if row is not None:
        widget.navigator.zoom_to_row(row)


def _into(widget: TimelineWidget) -> None:
    _show(widget, widget.navigator.into())


def _out(widget: TimelineWidget) -> None:
    _show(widget, widget.navigator.out())


_STEPS: dict[int, Action] = {
    Qt.Key.Key_Right: _choose(1),
    Qt.Key.Key_Left: _choose(-1),
    Qt.Key.Key_Down: _scroll(ROW),
    Qt.Key.Key_Up: _scroll(-ROW),
    Qt.Key.Key_Home: _to_end(last=False),
    Qt.Key.Key_End: _to_end(last=True),
    Qt.Key.Key_PageDown: _page(1),
    Qt.Key.Key_PageUp: _page(-1),
    Qt.Key.Key_Plus: _zoom(KEY_ZOOM),
    Qt.Key.Key_Equal: _zoom(KEY_ZOOM),
    Qt.Key.Key_Minus: _zoom(1 / KEY_ZOOM),
    Qt.Key.Key_0: lambda widget: widget.navigator.show_all(),
    Qt.Key.Key_Return: _open,
    Qt.Key.Key_Enter: _open,
    Qt.Key.Key_Escape: lambda widget: widget.navigator.choose(None),
}
_WITH_SHIFT: dict[int, Action] = {
    Qt.Key.Key_Right: _into,
    Qt.Key.Key_Left: _out,
    Qt.Key.Key_Return: _zoom_to_chosen,
    Qt.Key.Key_Enter: _zoom_to_chosen,
}

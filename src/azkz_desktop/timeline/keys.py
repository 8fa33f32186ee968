"""The keyboard of the timeline: what each key does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from azkz_desktop.dataset.columns import NO_END, NO_START

if TYPE_CHECKING:
    from azkz_desktop.timeline.erawalk import EraWalk
    from azkz_desktop.timeline.widget import TimelineWidget

EraStep = Callable[["EraWalk"], bool]
Action = Callable[["TimelineWidget"], None]
KEY_ZOOM = 1.5
PAGE = 0.8
"""The share of the width by which a page goes on."""
ROW = 40.0
"""Pixels by which an arrow up or down scrolls the lanes."""


def step_for_key(event: QKeyEvent) -> Action | None:
    """What the key does, None where the timeline does not know it."""
    key = event.key()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in _WITH_SHIFT:
        return _WITH_SHIFT[key]
    if key == Qt.Key.Key_Up and event.isAutoRepeat():
        return _among_eras(lambda walk: walk.across(-1), _scroll(-ROW))
    return _STEPS.get(key)


def _among_eras(step: EraStep, otherwise: Action) -> Action:
    """*step* where the keyboard is among the eras, else what the key does in the lanes."""

    def act(widget: TimelineWidget) -> None:
        if widget.store.state.eras and step(widget.era_walk):
            widget.describe()
        else:
            otherwise(widget)

    return act


def _choose(step: int) -> Action:
    def act(widget: TimelineWidget) -> None:
        _show(widget, widget.navigator.neighbour(step))

    return act


def _to_end(last: bool) -> Action:
    def act(widget: TimelineWidget) -> None:
        _show(widget, widget.navigator.ways.first_from(NO_END if last else NO_START))

    return act


def _show(widget: TimelineWidget, row: int | None) -> None:
    if row is not None:
        widget.show_row(row)


def _page(direction: int) -> Action:
    return lambda widget: widget.navigator.pan(direction * PAGE * widget.scale().width)


def _zoom(factor: float) -> Action:
    return lambda widget: widget.navigator.zoom(factor, chosen_x(widget))


def chosen_x(widget: TimelineWidget) -> float | None:
    """The pixel of the chosen event's mark, or of the era; None where it is out of sight."""
    day = widget.era_walk.day_here() if widget.store.state.eras else None
    if day is not None:
        return widget.scale().x(day)
    rings = [ring.x for ring in widget.marks().rings if ring.role == "chosen"]
    return rings[0] if rings else None


def _scroll(pixels: float) -> Action:
    def act(widget: TimelineWidget) -> None:
        widget.lanes.scroll(pixels)

    return act


def _up(widget: TimelineWidget) -> None:
    """The lanes scroll; from the uppermost one on it goes among the eras."""
    if widget.lanes.scrolled() > 0:
        widget.lanes.scroll(-ROW)
    else:
        _into_eras(widget)


def _nothing(widget: TimelineWidget) -> None:
    """Where there is nothing to walk to."""


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


def _page_inside(pages: int) -> Action:
    def act(widget: TimelineWidget) -> None:
        _show(widget, widget.navigator.page_inside(pages))

    return act


def _give_up(widget: TimelineWidget) -> None:
    """Put back what is being dragged; else choose nothing."""
    if not widget.hand.give_up():
        widget.navigator.choose(None)


def go_to_lane(widget: TimelineWidget, step: int) -> None:
    """Be in the lane *step* places below, and bring it into sight."""
    lane = widget.lane_walk.step(step)
    if lane is not None:
        widget.lanes.bring_into_sight(lane)
    widget.describe(lane_first=True)
    widget.update()


def go_along_lane(widget: TimelineWidget, step: int) -> None:
    """Choose the event after the chosen one in the current lane, before it where negative."""
    _show(widget, widget.lane_walk.along(step))


def hide_lane(widget: TimelineWidget, lane: str) -> None:
    """Show *lane* no more; the one below it is the current one then, or that above the last."""
    widget.lane_walk.enter(lane)
    if widget.lane_walk.step(1) == lane:
        widget.lane_walk.step(-1)
    widget.navigator.hide(lane)


_into_eras = _among_eras(lambda walk: walk.across(-1) or walk.enter(), _nothing)
_STEPS: dict[int, Action] = {
    Qt.Key.Key_Right: _among_eras(lambda walk: walk.along(1), _choose(1)),
    Qt.Key.Key_Left: _among_eras(lambda walk: walk.along(-1), _choose(-1)),
    Qt.Key.Key_Down: _among_eras(lambda walk: walk.across(1), _scroll(ROW)),
    Qt.Key.Key_Up: _among_eras(lambda walk: walk.across(-1), _up),
    Qt.Key.Key_Home: _among_eras(lambda walk: walk.to_end(False), _to_end(last=False)),
    Qt.Key.Key_End: _among_eras(lambda walk: walk.to_end(True), _to_end(last=True)),
    Qt.Key.Key_PageDown: _page(1),
    Qt.Key.Key_PageUp: _page(-1),
    Qt.Key.Key_Plus: _zoom(KEY_ZOOM),
    Qt.Key.Key_Equal: _zoom(KEY_ZOOM),
    Qt.Key.Key_Minus: _zoom(1 / KEY_ZOOM),
    Qt.Key.Key_0: lambda widget: widget.navigator.show_all(),
    Qt.Key.Key_9: lambda widget: widget.navigator.show_selection(),
    Qt.Key.Key_Comma: lambda widget: widget.navigator.step_moment(-1),
    Qt.Key.Key_Period: lambda widget: widget.navigator.step_moment(1),
    Qt.Key.Key_L: lambda widget: widget.show_legend(),
    Qt.Key.Key_Return: _among_eras(lambda walk: walk.zoom_to(), _open),
    Qt.Key.Key_Enter: _among_eras(lambda walk: walk.zoom_to(), _open),
    Qt.Key.Key_Escape: _give_up,
}
_WITH_SHIFT: dict[int, Action] = {
    Qt.Key.Key_Right: _into,
    Qt.Key.Key_Left: _out,
    Qt.Key.Key_PageDown: _page_inside(1),
    Qt.Key.Key_PageUp: _page_inside(-1),
    Qt.Key.Key_Up: _into_eras,
    Qt.Key.Key_Down: _among_eras(lambda walk: walk.leave(), _nothing),
    Qt.Key.Key_Return: _among_eras(lambda walk: walk.zoom_to(), _zoom_to_chosen),
    Qt.Key.Key_Enter: _among_eras(lambda walk: walk.zoom_to(), _zoom_to_chosen),
}

"""The menu of a lane: fold it, hide it, move it, show all again."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from azkz_desktop.timeline.lanenav import LaneNavigator
from azkz_desktop.timeline.marks import LaneMark
from azkz_desktop.timeline.moments import day_at
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.timeline.ticks import day_in_short

MOST = 24
"""So many hidden lanes are named at the most."""


def lane_menu(
    parent: QWidget,
    navigator: Navigator,
    lanes: LaneNavigator,
    lane: LaneMark | None,
    x: float | None = None,
) -> QMenu:
    """What can be done with *lane* (None: no lane is meant), with all lanes, at the day at *x*."""
    menu = QMenu(parent)
    _add_container(menu, navigator)
    if lane is not None:
        fold = menu.tr("Unfold “%s”") if lane.folded else menu.tr("Fold “%s”")
        menu.addAction(fold % lane.title, lambda: navigator.fold(lane.id))
        menu.addAction(menu.tr("Hide “%s”") % lane.title, lambda: navigator.hide(lane.id))
        menu.addAction(menu.tr("Show only “%s”") % lane.title, lambda: navigator.show_only(lane.id))
        below = menu.addAction(menu.tr("Hide all below it"), lambda: lanes.hide_below(lane.id))
        below.setEnabled(lane.id != lanes.shown()[-1])
        menu.addSeparator()
        _add_moves(menu, lanes, lane.id)
        menu.addSeparator()
    _add_filtered(menu, lanes)
    state = navigator.store.state
    _add_hidden(menu, navigator)
    everything = menu.addAction(menu.tr("Show all lanes"), navigator.show_lanes)
    everything.setEnabled(bool(state.hidden_lanes or state.folded_lanes))
    usual = menu.addAction(menu.tr("Usual order of lanes"), lanes.usual_order)
    usual.setEnabled(bool(state.lane_order))
    menu.addAction(menu.tr("Show the whole period"), navigator.show_all)
    menu.addAction(menu.tr("Zoom to the selected events"), navigator.show_selection)
    if x is not None:
        day = day_in_short(day_at(x, navigator.scale()))
        menu.addAction(menu.tr("Move the moment to %s") % day, lambda: navigator.move_moment(x))
    return menu


def _add_container(menu: QMenu, navigator: Navigator) -> None:
    """What can be done with the chosen event, where others are inside it."""
    row, state, selection = navigator.chosen(), navigator.store.state, navigator.store.selection
    containers = navigator.engine.containers
    inside = containers.inside(selection)
    if row is None or inside is None or not inside.holds(row):
        return
    shut = row not in containers.opened(state, selection)
    words = menu.tr("Open what belongs to it") if shut else menu.tr("Close what belongs to it")
    menu.addAction(words, lambda: navigator.toggle(row))
    menu.addSeparator()


def _add_hidden(menu: QMenu, navigator: Navigator) -> None:
    """Each lane that is hidden, to be shown again; not all where there are very many."""
    state, selection = navigator.store.state, navigator.store.selection
    lanes = navigator.engine.lanes(state, selection) if state.hidden_lanes else ()
    hidden = [lane for lane in lanes if lane.id in state.hidden_lanes]
    if hidden:
        again = menu.addMenu(menu.tr("Show again"))
        for lane in hidden[:MOST]:
            again.addAction(lane.title, partial(navigator.show_lane, lane.id))


def _add_filtered(menu: QMenu, lanes: LaneNavigator) -> None:
    """Where the filter names lanes, and others have events of theirs: only those."""
    if filtered := lanes.filtered():
        only = menu.addAction(menu.tr("Only the filtered ones"), lanes.show_filtered)
        only.setEnabled(set(filtered) != set(lanes.shown()))


def _add_moves(menu: QMenu, lanes: LaneNavigator, lane: str) -> None:
    shown = lanes.shown()
    up = menu.addAction(menu.tr("Move up"), lambda: lanes.shift(lane, -1))
    up.setEnabled(lane != shown[0])
    down = menu.addAction(menu.tr("Move down"), lambda: lanes.shift(lane, 1))
    down.setEnabled(lane != shown[-1])


def show_lane_menu(
    parent: QWidget,
    navigator: Navigator,
    lanes: LaneNavigator,
    lane: LaneMark | None,
    at: QPoint,
    x: float | None = None,
) -> None:
    """Open the menu at a point of the screen; it is gone once it is closed."""
    menu = lane_menu(parent, navigator, lanes, lane, x)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)

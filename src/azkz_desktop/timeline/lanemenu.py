"""The menu of a lane: fold it, hide it, show all again."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from azkz_desktop.timeline.marks import LaneMark
from azkz_desktop.timeline.navigator import Navigator


def lane_menu(parent: QWidget, navigator: Navigator, lane: LaneMark | None) -> QMenu:
    """What can be done with *lane* (None: no lane is meant) and with all lanes."""
    menu = QMenu(parent)
    if lane is not None:
        fold = menu.tr("Unfold “%s”") if lane.folded else menu.tr("Fold “%s”")
        menu.addAction(fold % lane.title, lambda: navigator.fold(lane.id))
        menu.addAction(menu.tr("Hide “%s”") % lane.title, lambda: navigator.hide(lane.id))
        menu.addAction(menu.tr("Show only “%s”") % lane.title, lambda: navigator.show_only(lane.id))
        menu.addSeparator()
    state = navigator.store.state
    everything = menu.addAction(menu.tr("Show all lanes"), navigator.show_lanes)
    everything.setEnabled(bool(state.hidden_lanes or state.folded_lanes))
    menu.addAction(menu.tr("Show the whole period"), navigator.show_all)
    return menu


def show_lane_menu(
    parent: QWidget, navigator: Navigator, lane: LaneMark | None, at: QPoint
) -> None:
    """Open the menu at a point of the screen; it is gone once it is closed."""
    menu = lane_menu(parent, navigator, lane)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)

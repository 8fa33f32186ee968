"""Menus and shortcuts, made from the table of actions."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from azkz_desktop.app.actions import MENUS, Action, menu_title
from azkz_desktop.app.map_actions import GROUPS, chosen_in, group_title
from azkz_desktop.app.play_actions import PACE, paces_title
from azkz_desktop.app.text_actions import COLOURS, SIZES, colours_title, mark_size, sizes_title
from azkz_desktop.app.time_actions import HEIGHTS, chosen_height, heights_title
from azkz_desktop.view.state import ViewState

Run = Callable[[Action], None]


def make_menus(window: QMainWindow, table: tuple[Action, ...], run: Run) -> dict[str, QAction]:
    """Fill the window's menu bar; the QActions by their action's id."""
    made: dict[str, QAction] = {}
    bar = window.menuBar()
    menus = {menu: bar.addMenu(menu_title(menu)) for menu in MENUS}
    exclusive = {"lanes": QActionGroup(bar)}
    for action in table:
        menu = menus[action.menu]
        if action.separate:
            menu.addSeparator()
        group = "lanes" if action.menu == "lanes" else action.group
        if group and group not in exclusive:
            exclusive[group] = QActionGroup(bar)
            menus[group] = menu.addMenu(_group_title(group))
        if action.group:
            menu = menus[action.group]
        entry = menu.addAction(action.entry or action.title)
        entry.setObjectName(action.id)
        entry.setShortcuts([QKeySequence(keys) for keys in action.keys])
        entry.triggered.connect(_runner(run, action))
        if group:
            exclusive[group].addAction(entry)
        entry.setCheckable(bool(group) or action.id.startswith(("map.layer.", "eras.")))
        made[action.id] = entry
    mark_size(made)
    return made


def _group_title(group: str) -> str:
    own = {HEIGHTS: heights_title, SIZES: sizes_title, COLOURS: colours_title, PACE: paces_title}
    return own[group]() if group in own else group_title(group)


def _runner(run: Run, action: Action) -> Callable[[], None]:
    return lambda: run(action)


def mark_state(entries: Mapping[str, QAction], state: ViewState) -> None:
    """Set the marks of the menus that show the view: lanes, layers, and the map's choices."""
    for group in GROUPS:
        entries[chosen_in(group, state)].setChecked(True)
    entries[chosen_height(state)].setChecked(True)
    for name, entry in entries.items():
        kind, _, rest = name.partition(".")
        if kind == "lanes":
            entry.setChecked(state.lanes == rest)
        elif kind == "lane":  # where they are not seen nothing is to happen to them
            entry.setEnabled(state.pane == "timeline")
        elif kind == "eras":
            entry.setChecked(rest in state.eras)
        elif name.startswith("map.layer."):
            entry.setChecked(name.removeprefix("map.layer.") in state.layers)

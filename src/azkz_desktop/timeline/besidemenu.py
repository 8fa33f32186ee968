"""The menus of what lies beside the lanes: eras above them, figures below them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from azkz_desktop.timeline.hits import Hit
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.view.eranames import ERAS, group_title, toggled
from azkz_desktop.view.store import Store

if TYPE_CHECKING:
    from azkz_desktop.timeline.widget import TimelineWidget

Ask = Callable[[], None]
"""Opens the list of all figures."""


def beside_menu(parent: QWidget, store: Store, found: Hit, marks: Marks, ask: Ask) -> QMenu | None:
    """The menu of an era or a figure, None where neither is meant."""
    if found.what in ("era", "era-name", "era-more"):
        return era_menu(parent, store)
    if found.band is not None:
        band = marks.bands[found.band]
        return band_menu(parent, store, band.id, band.name, ask)
    return None


def era_menu(parent: QWidget, store: Store) -> QMenu:
    """Which groups of eras are shown."""
    menu = QMenu(parent)
    for group in ERAS:
        entry = menu.addAction(group_title(group), _toggle(store, group))
        entry.setCheckable(True)
        entry.setChecked(group in store.state.eras)
    return menu


def _toggle(store: Store, group: str) -> Callable[[], None]:
    def toggle() -> None:
        eras = toggled(store.state.eras, group)
        store.change(replace(store.state, eras=eras), group_title(group))

    return toggle


def band_menu(parent: QWidget, store: Store, series: str, name: str, ask: Ask) -> QMenu:
    """What can be done with one figure, and the way to all others."""
    menu = QMenu(parent)
    bands = store.state.bands
    place = bands.index(series)
    menu.addAction(
        menu.tr("Take off “%s”") % name,
        lambda: _show(store, bands[:place] + bands[place + 1 :], menu.tr("Take figures off")),
    )
    moves = (
        (menu.tr("Move up"), place - 1, place > 0),
        (menu.tr("Move down"), place + 1, place < len(bands) - 1),
    )
    for words, to, possible in moves:
        entry = menu.addAction(words, _mover(store, place, to, words))
        entry.setEnabled(possible)
    menu.addSeparator()
    menu.addAction(menu.tr("Other figures…"), ask)
    return menu


def _mover(store: Store, place: int, to: int, words: str) -> Callable[[], None]:
    def move() -> None:
        bands = list(store.state.bands)
        bands.insert(to, bands.pop(place))
        _show(store, tuple(bands), words)

    return move


def _show(store: Store, bands: tuple[str, ...], words: str) -> None:
    store.change(replace(store.state, bands=bands), words)


def show_beside_menu(timeline: "TimelineWidget", marks: Marks, found: Hit, at: QPoint) -> bool:
    """Open the menu of what was hit at a point of the screen; False where there is none for it."""
    menu = beside_menu(timeline, timeline.store, found, marks, timeline.figures_asked.emit)
    if menu is None:
        return False
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return True

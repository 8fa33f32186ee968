"""Other colours than those the window opened in: chosen in the menu, kept for the next session."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenuBar

from azkz_desktop.app import furniture, running, shell
from azkz_desktop.app.own import keep
from azkz_desktop.panels.style import palette, style_sheet

if TYPE_CHECKING:
    from azkz_desktop.app.window import MainWindow

SOON = 50
"""Milliseconds until it is looked again whether the window is whole."""


def change_colours(window: "MainWindow", name: str) -> None:
    """Show *window* in "light", "dark" or the "desktop"'s colours, and keep that.

    Not within the entry of the menu that asks for it: the menu is made anew as well.
    """
    window.colours = name
    keep_colours(name)
    QTimer.singleShot(0, window, lambda: follow(window))


def follow(window: "MainWindow") -> None:
    """Make every view anew in the window's colours, where these are others than it is shown in.

    What is painted, copied and kept in one colour lies in all of them; what a person sees and
    could take back is in the store and stays, as does what each view's room was.
    """
    theme = shell.theme_named(window.colours)
    if theme == window.theme:
        return
    # A view is still to be made or to be painted; or a dialog that a command asked is open.
    if not window.whole or QApplication.activeModalWidget() is not None:
        QTimer.singleShot(SOON, window, lambda: follow(window))
        return
    window.theme = theme
    keyboard, lane = window.rooms.keyboard(), window.timeline.lane_walk.current()
    if (has := window.focusWidget()) is not None:
        has.clearFocus()  # what is half typed goes into the view; hidden, it would keep the keys
    if window.commands.player.playing:
        window.commands.player.toggle()
    window.shares = window.rooms.shares
    window.hints_wanted = window.hints_wanted and running.hints_wanted()
    history = window.store.history
    # Those who listened to the old store go with the old views.
    window.store = running.store_of(window.library, history.now.state)
    window.store.put_back(history)
    window.rooms.hide()  # and gone as soon as another central widget takes its place
    window.setMenuBar(QMenuBar(window))
    QGuiApplication.setPalette(palette(theme))
    window.setStyleSheet(style_sheet(theme))
    window.commands.deleteLater()  # they hold the old store
    furniture.furnish(window)
    if lane is not None:
        window.timeline.lane_walk.enter(lane)
    window.rooms.show()  # Qt would do so on another turn, and what is hidden gets no keyboard
    window.rooms.give_keyboard(*keyboard)


def keep_colours(name: str) -> None:
    """Remember the choice; where that cannot be written the next session is as the desktop."""
    keep(shell.colours_file(), name)

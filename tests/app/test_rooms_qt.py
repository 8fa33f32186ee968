"""The places of the window: the same shares whatever stands there, and a hand on the handles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QSplitter
from pytestqt.qtbot import QtBot

from azkz_desktop.app import running, shell, start
from azkz_desktop.app.rooms import Rooms
from azkz_desktop.app.shares import Shares
from azkz_desktop.app.start import Wish
from azkz_desktop.app.window import MainWindow
from azkz_desktop.view.saved import SavedViews
from azkz_desktop.view.state import PANES
from tests.shown import PutUp

Sizes = tuple[list[int], list[int]]
Opened = Callable[[Wish], MainWindow]


def sizes(rooms: Rooms) -> Sizes:
    """Filters, views and detail from left to right; the map and what is below it."""
    return rooms._sides.sizes(), rooms._views.sizes()


def drag(qtbot: QtBot, splitter: QSplitter, handle: int, by: QPoint) -> None:
    """Drag a handle, as a hand does."""
    grip = splitter.handle(handle)
    middle = grip.rect().center()
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(grip, middle + by)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=middle + by)


@pytest.fixture
def rooms(put_up: PutUp) -> Rooms:
    return put_up(Rooms(1440, QLabel("panes")), 1440, 820)


@pytest.fixture
def opened(put_up: PutUp) -> Opened:
    """Opens a window as it is opened for a person."""

    def make(wish: Wish) -> MainWindow:
        shell.application([])
        made = shell.window("light")
        made.resize(*start.SIZE)
        start.furnish(made, wish, start.look_at_database(wish.database))
        return put_up(made)

    return make


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (2560, 1440)])
def test_the_shares_are_the_same_whatever_pane_is_opened(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: window.minimumWidth() < 1024)  # the bar above has become narrower
    window.resize(*size)
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    at_first = sizes(window.rooms)
    for pane in PANES:
        window.store.change(replace(window.store.state, pane=pane), "pane")
        qtbot.wait(20)
        assert sizes(window.rooms) == at_first, pane


class Asking(QLabel):
    """A pane that asks for a great deal of room."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(1200, 900)


def test_what_a_pane_asks_for_changes_no_share(put_up: PutUp, rooms: Rooms) -> None:
    assert sizes(put_up(Rooms(1440, Asking("panes")), 1440, 820)) == sizes(rooms)


def test_a_handle_that_was_moved_stays_when_the_window_grows(rooms: Rooms, qtbot: QtBot) -> None:
    drag(qtbot, rooms._sides, 1, QPoint(40, 0))
    drag(qtbot, rooms._views, 1, QPoint(0, -100))
    (left, _, right), (upper, lower) = sizes(rooms)
    assert left == pytest.approx(312, abs=3)  # some pixels until a hand is seen to drag
    assert right == 330
    assert rooms.shares == Shares(left=left, map=upper / (upper + lower))
    rooms.resize(1920, 1000)
    qtbot.waitUntil(lambda: sum(rooms._sides.sizes()) > 1900)
    (still, _, right), (above, below) = sizes(rooms)
    assert still == left
    assert right == 440  # nobody moved that one
    assert above / (above + below) == pytest.approx(upper / (upper + lower), abs=0.002)


def test_what_a_person_left_comes_back_with_the_session(
    qtbot: QtBot, bundled_db: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, opened: Opened
) -> None:
    monkeypatch.setattr(running, "saved_views", lambda: SavedViews(tmp_path))
    first = opened(Wish(bundled_db))
    drag(qtbot, first.rooms._sides, 2, QPoint(-60, 0))
    drag(qtbot, first.rooms._views, 1, QPoint(0, 50))
    left = sizes(first.rooms)
    first.close()
    assert sizes(opened(Wish(bundled_db)).rooms) == left
    (tmp_path / "last-session.json").unlink()
    assert sizes(opened(Wish(bundled_db)).rooms) != left

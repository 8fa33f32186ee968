"""The shortcuts' dialog and the bar: nothing cut, columns of about one height."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app import shell
from azkz_desktop.app.actions import actions
from azkz_desktop.app.rooms import BRAND
from azkz_desktop.app.shortcuts import ShortcutsDialog, balanced
from azkz_desktop.app.topbar import TopBar
from azkz_desktop.panels.style import style_sheet
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp


def test_no_title_and_no_key_is_cut(qtbot: QtBot) -> None:
    shell.application([])
    dialog = ShortcutsDialog(actions())
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style_sheet(LIGHT))
    dialog.show()
    labels = dialog.findChildren(QLabel)
    assert len(labels) > 60
    for label in labels:
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), label.text()


def test_what_the_mouse_does_is_told_too(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(actions())
    qtbot.addWidget(dialog)
    assert "Drag its line" in {label.text() for label in dialog.findChildren(QLabel)}


@pytest.mark.parametrize("heights", [(4, 4, 6, 5, 2, 9, 3), (1,), (20, 1, 1), (1, 1, 20)])
def test_columns_keep_the_order_and_lose_nothing(heights: tuple[int, ...]) -> None:
    sections = tuple(
        (f"S{place}", tuple((f"{place}.{line}", ("K",)) for line in range(height)))
        for place, height in enumerate(heights)
    )
    columns = balanced(sections)
    assert tuple(section for column in columns for section in column) == sections


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    entries = {}
    for action in actions():
        entry = QAction(action.title)
        entry.setShortcuts([QKeySequence(keys) for keys in action.keys])
        entries[action.id] = entry
    made = TopBar(entries)
    qtbot.addWidget(made)
    made.entries = entries  # type: ignore[attr-defined]  # kept alive as the window does
    made.show()
    return made


def test_the_search_shows_its_keys_and_begins_where_the_views_begin(
    bar: TopBar, qtbot: QtBot
) -> None:
    keys = bar.search.findChildren(QLabel)
    assert [label.text() for label in keys] == ["Ctrl+K"]
    bar.resize(1440, 40)
    qtbot.waitUntil(lambda: bar.search.x() >= BRAND)
    assert bar.keys.isVisible()
    bar.resize(1000, 40)
    qtbot.waitUntil(lambda: bar.search.x() < BRAND)
    assert not bar.keys.isVisible()  # there they would lie on the words


def test_a_click_on_the_keys_is_a_click_on_the_search(bar: TopBar, qtbot: QtBot) -> None:
    label = bar.search.findChildren(QLabel)[0]
    assert label.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.parametrize("width", [1240, 1300, 1440, 1700])
def test_words_and_keys_of_the_search_stand_side_by_side(
    bar: TopBar, qtbot: QtBot, width: int
) -> None:
    bar.setStyleSheet(style_sheet(LIGHT))
    bar.show_pace(120)
    bar.resize(width, 40)
    qtbot.wait(20)
    words = bar.search.fontMetrics().horizontalAdvance(bar.search.text())
    assert bar.keys.isVisible()
    # From the left edge of the words, 12 pixels in, to the keys.
    assert 12 + words < bar.keys.x()


def _is_brief(bar: TopBar, width: int) -> bool:
    """Whether in so many pixels the buttons show signs instead of words."""
    bar.resize(width, 40)
    return bar.undo.text() == "↶"


def test_the_speed_stands_beside_the_button_where_there_is_room(
    bar: TopBar, qtbot: QtBot, put_up: PutUp
) -> None:
    around = put_up(QWidget(), 1400, 60)
    bar.setStyleSheet(style_sheet(LIGHT))
    bar.setParent(around)  # as in the window, which may have any width
    bar.show()
    bar.resize(1300, 40)
    bar.show_pace(15)
    qtbot.waitUntil(bar.pace.isVisible)
    assert (bar.pace.text(), bar.pace.accessibleName()) == ("in 15 s", "Speed of playing: 15 s")
    assert bar.pace.x() > bar.play.x()
    told = [entry.text() for entry in bar.pace.menu().actions()]
    assert "Play slower" in told
    # Before it goes it gets along with less.
    brief = next(width for width in range(1300, 0, -10) if _is_brief(bar, width))
    assert bar.pace.isVisible()
    assert (bar.pace.text(), bar.pace.accessibleName()) == ("15 s", "Speed of playing: 15 s")
    assert bar.pace.geometry().right() < bar.undo.x() < bar.export.geometry().right() < brief
    bar.resize(400, 40)
    qtbot.waitUntil(lambda: not bar.pace.isVisible())
    bar.setParent(None)

"""The segmented switch on the map."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from azkz_desktop.map.scope_switch import BELOW, MARGIN, ScopeSwitch
from azkz_desktop.view.state import SCOPES, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT
from tests.map.made import store


def test_a_segment_changes_the_view_and_only_one_is_down(qtbot: QtBot) -> None:
    held = store()
    switch = ScopeSwitch(held, LIGHT)
    qtbot.addWidget(switch)
    assert [button.text() for button in switch.segments.values()] == [
        "Seabed", "Surface", "Positions",
    ]  # fmt: skip
    for scope in reversed(SCOPES):
        qtbot.mouseClick(switch.segments[scope], Qt.MouseButton.LeftButton)
        assert held.state.scope == scope
        down = [one for one, button in switch.segments.items() if button.isChecked()]
        assert down == [scope]


def test_it_shows_what_others_choose(qtbot: QtBot) -> None:
    held = store(ViewState(scope="surface"))
    switch = ScopeSwitch(held, DARK)
    qtbot.addWidget(switch)
    assert switch.segments["surface"].isChecked()
    held.change(ViewState(scope="positions"), "by menu")
    assert switch.segments["positions"].isChecked()
    held.undo()
    assert switch.segments["surface"].isChecked()


def test_arrows_go_from_segment_to_segment(qtbot: QtBot) -> None:
    held = store()
    switch = ScopeSwitch(held, LIGHT)
    qtbot.addWidget(switch)
    with qtbot.waitActive(switch):
        switch.show()
        switch.activateWindow()
    switch.segments["seabed"].setFocus()
    qtbot.keyClick(switch.segments["seabed"], Qt.Key.Key_Right)
    assert held.state.scope == "surface"


def test_it_stands_in_the_upper_right_corner(qtbot: QtBot) -> None:
    switch = ScopeSwitch(store(), LIGHT)
    qtbot.addWidget(switch)
    switch.place(900.0)
    assert switch.y() == MARGIN
    assert switch.x() + switch.width() == 900 - MARGIN
    switch.place(420.0)
    assert switch.y() == BELOW
    assert switch.x() + switch.width() == 420 - MARGIN

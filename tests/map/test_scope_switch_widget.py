"""The segmented switch on the map."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
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


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[ScopeSwitch]:
    host = QWidget()
    host.resize(400, 100)
    qtbot.addWidget(host)
    switch = ScopeSwitch(store(), LIGHT, host)
    switch.adjustSize()
    with qtbot.waitExposed(host):
        host.show()
    yield switch


def seen(switch: QWidget) -> QImage:
    """With what lies below it."""
    below = switch.parentWidget()
    assert below is not None
    return below.grab(switch.geometry()).toImage()


def test_it_looks_as_its_style_sheet_says(shown: ScopeSwitch) -> None:
    """As a frame and buttons do that paint themselves."""
    plain = QFrame(shown.parentWidget())
    plain.setStyleSheet(shown.styleSheet())
    plain.setGeometry(0, 40, shown.width(), shown.height())
    for button in shown.segments.values():
        twin = QPushButton(button.text(), plain)
        twin.setCheckable(True)
        twin.setChecked(button.isChecked())
        twin.setGeometry(button.geometry())
    plain.show()
    shown.segments["seabed"].clearFocus()
    ours, theirs = seen(shown), seen(plain)
    assert ours.size() == theirs.size()
    for x, y in itertools.product(range(0, ours.width(), 3), range(ours.height())):
        one, other = QColor(ours.pixel(x, y)), QColor(theirs.pixel(x, y))
        assert abs(one.red() - other.red()) + abs(one.blue() - other.blue()) < 5
    assert ours.pixelColor(9, ours.height() - 6) == QColor(LIGHT.accent)


def test_it_is_seen_what_is_down_pointed_at_and_in_focus(shown: ScopeSwitch) -> None:
    seabed, surface = shown.segments["seabed"], shown.segments["surface"]
    first = seen(shown)
    assert seen(shown) == first
    surface.setChecked(True)
    other = seen(shown)
    assert other != first
    at = QPointF(seabed.rect().center())
    QApplication.sendEvent(seabed, QEnterEvent(at, at, at))
    QTest.mouseMove(seabed, at.toPoint())
    assert seen(shown) != other
    QApplication.sendEvent(seabed, QEvent(QEvent.Type.Leave))
    assert seen(shown) == other
    QApplication.sendEvent(surface, QFocusEvent(QEvent.Type.FocusIn))
    shown.set_theme(DARK)
    assert seen(shown) != other
    shown.set_theme(LIGHT)
    assert seen(shown) == other


def test_another_theme_before_it_is_shown_is_the_one_that_shows(qtbot: QtBot) -> None:
    hosts, seen_as = [], []
    for first in (LIGHT, DARK):
        hosts.append(host := QWidget())
        qtbot.addWidget(host)
        switch = ScopeSwitch(store(), first, host)
        switch.set_theme(DARK)
        switch.adjustSize()
        with qtbot.waitExposed(host):
            host.show()
        seen_as.append(switch.grab().toImage())
    assert seen_as[0] == seen_as[1]
    assert seen_as[0].pixelColor(9, seen_as[0].height() - 6) == QColor(DARK.accent)


def test_a_pan_copies_it(shown: ScopeSwitch, monkeypatch: pytest.MonkeyPatch) -> None:
    seen(shown)
    monkeypatch.setattr(ScopeSwitch, "_draw", lambda self, painter: pytest.fail("painted anew"))
    shown.render(QImage(shown.size(), QImage.Format.Format_RGB32), QPoint())

"""Hands on containers: the number is clicked, keys go in and out, a step back undoes."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.boxpainter import paint_boxes
from azkz_desktop.timeline.lanemenu import lane_menu
from azkz_desktop.timeline.marks import Box, Rect
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import MadeSource, everything
from tests.timeline.test_containers import VISIT
from tests.timeline.test_inside import COUNT, FIRST, family_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = replace(family_of(VISIT), kind=np.zeros(COUNT, np.uint8))
    state = ViewState(span=Span(FIRST - 50, FIRST + 200), bands=())
    shown = TimelineWidget(Store(lambda _: everything(columns), state), MadeSource(columns))
    qtbot.addWidget(shown)
    shown.resize(1000, 400)
    shown.show()
    return shown


def badge_at(widget: TimelineWidget, row: int = 0) -> QPoint:
    rect = next(badge.rect for badge in widget.marks().badges if badge.row == row)
    return QPoint(int(rect.x + rect.width / 2), int(rect.y + rect.height / 2))


def test_a_click_on_the_number_opens_and_closes(widget: TimelineWidget) -> None:
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, badge_at(widget))
    assert list(widget.store.state.opened) == ["event-0"]
    assert [box.row for box in widget.marks().boxes] == [0]
    assert widget.store.state.focus is None
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, badge_at(widget, 2))
    assert [box.row for box in widget.marks().boxes] == [0, 2]
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, badge_at(widget))
    assert list(widget.store.state.opened) == ["event-2"]
    assert not widget.marks().boxes
    widget.store.undo()
    widget.store.undo()
    widget.store.undo()
    assert not widget.store.state.opened


def test_a_double_click_on_the_number_does_not_zoom(widget: TimelineWidget) -> None:
    span = widget.store.state.span
    QTest.mouseDClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, badge_at(widget))
    assert widget.store.state.span == span


def test_keys_open_and_go_in_and_out(widget: TimelineWidget) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    widget.navigator.choose(0)
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert list(widget.store.state.opened) == ["event-0"]
    seen = []
    for _ in range(4):
        QTest.keyClick(widget, Qt.Key.Key_Right)
        seen.append(widget.chosen())
    assert seen == [1, 2, 3, 5]
    QTest.keyClick(widget, Qt.Key.Key_Left)
    assert widget.chosen() == 3
    QTest.keyClick(widget, Qt.Key.Key_Left, shift)
    assert widget.chosen() == 0
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert not widget.store.state.opened
    QTest.keyClick(widget, Qt.Key.Key_Right)
    assert widget.chosen() == 5
    widget.navigator.choose(0)
    QTest.keyClick(widget, Qt.Key.Key_Right, shift)
    assert (widget.chosen(), widget.store.state.opened) == (1, ("event-0",))


def test_enter_zooms_where_nothing_is_inside_and_shift_and_enter_always(
    widget: TimelineWidget,
) -> None:
    widget.navigator.choose(7)
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert widget.store.history.undo_name == "Zoom to the event"
    widget.store.undo()
    widget.navigator.choose(0)
    QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert widget.store.history.undo_name == "Zoom to the event"
    assert not widget.store.state.opened


def test_menu_and_action_open_the_chosen_event(widget: TimelineWidget) -> None:
    widget.toggle_chosen()
    assert not widget.store.state.opened
    widget.navigator.choose(0)
    menu = lane_menu(widget, widget.navigator, widget.lanes, None)
    assert menu.actions()[0].text() == "Open what belongs to it"
    menu.actions()[0].trigger()
    assert list(widget.store.state.opened) == ["event-0"]
    again = lane_menu(widget, widget.navigator, widget.lanes, None)
    assert again.actions()[0].text() == "Close what belongs to it"
    widget.toggle_chosen()
    assert not widget.store.state.opened
    assert widget.accessibleDescription().partition(". Lane")[0].endswith("3 inside")


def test_the_tooltip_says_how_many_are_inside(widget: TimelineWidget) -> None:
    assert "3 inside" in widget.tooltip_at(QPointF(badge_at(widget)))
    spots = widget.marks().spots
    at = int(np.flatnonzero(spots.row == 0)[0])
    assert "3 inside" in widget.tooltip_at(QPointF(spots.x[at], spots.y[at]))


def test_box_and_number_are_painted(widget: TimelineWidget) -> None:
    shut = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    widget.navigator.toggle(0)
    rect = widget.marks().boxes[0].rect
    open_ = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    middle, edge = int(rect.y + rect.height / 2), int(rect.right) - 1
    colours = {open_.pixelColor(edge - by, middle).lightness() for by in range(3)}
    assert min(colours) < 180
    assert shut != open_


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_lines_of_dates_and_of_the_moment_show_through_a_box(theme: Theme) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    painter.fillRect(30, 0, 1, 40, QColor(theme.ink))
    paint_boxes(painter, [Box(0, Rect(10, 5, 40, 30))], theme)
    painter.end()
    line, beside = (image.pixelColor(x, 20).lightness() for x in (30, 20))
    assert abs(line - beside) > 60
    assert beside == QColor(theme.panel).lightness()

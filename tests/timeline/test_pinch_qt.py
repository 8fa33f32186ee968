"""Two fingers zoom around what is between them; one drags, and ends with the second one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.fingers import NO_FACTORS, Fingers, in_a_window, on_trackpad
from tests.timeline.made import MadeSource, day, everything, some_events

Y = 300
"""A height at which lanes are."""


@pytest.fixture
def widget(qtbot: QtBot) -> Iterator[TimelineWidget]:
    columns = some_events(200)
    span = Span(day("2000-01-01"), day("2010-01-01"))
    shown = TimelineWidget(
        Store(lambda _: everything(columns), ViewState(span=span)), MadeSource(columns)
    )
    window = in_a_window(qtbot, shown, 900, 400)
    yield shown
    window.close()


def two_on(widget: TimelineWidget, *xs: int) -> Fingers:
    fingers = Fingers(widget)
    for finger, x in enumerate(xs):
        fingers.put(finger, x, Y)
    return fingers


def test_fingers_that_are_spread_zoom_around_the_date_between_them(widget: TimelineWidget) -> None:
    before, days = widget.store.state, widget.scale().span.days
    held = widget.scale().day(500)
    fingers = two_on(widget, 450, 550)
    fingers.move({0: (370, Y), 1: (630, Y)}, steps=20)
    fingers.lift()
    assert days / widget.scale().span.days == pytest.approx(2.6, rel=0.01)
    assert widget.scale().x(held) == pytest.approx(500, abs=1)
    assert not widget.hand.run_on.running
    assert widget.store.state.focus is None
    assert widget.store.history.undo_name == "Zoom"
    widget.store.undo()
    assert widget.store.state == before
    assert widget.store.history.undo_name is None


def test_fingers_put_down_at_once_zoom_as_well(widget: TimelineWidget) -> None:
    days, held = widget.scale().span.days, widget.scale().day(500)
    screen = QTest.createTouchDevice()
    touch = QTest.touchEvent(widget, screen)
    touch.press(0, QPoint(450, Y), widget).press(1, QPoint(550, Y), widget).commit()
    for way in (1, 41, 81):  # the first touch that moves begins it
        touch = QTest.touchEvent(widget, screen)
        touch.move(0, QPoint(451 - way, Y), widget).move(1, QPoint(549 + way, Y), widget).commit()
    touch = QTest.touchEvent(widget, screen)
    touch.release(0, QPoint(370, Y), widget).release(1, QPoint(630, Y), widget).commit()
    assert days / widget.scale().span.days == pytest.approx(2.6, rel=0.02)
    assert widget.scale().x(held) == pytest.approx(500, abs=1)


def test_fingers_that_move_together_take_time_along(widget: TimelineWidget) -> None:
    days, held = widget.scale().span.days, widget.scale().day(450)
    fingers = two_on(widget, 400, 500)
    fingers.move({0: (550, Y), 1: (650, Y)})
    assert widget.scale().x(held) == pytest.approx(600, abs=1)
    assert widget.scale().span.days == pytest.approx(days)
    fingers.lift()
    assert not widget.hand.run_on.running


def test_what_the_first_finger_dragged_is_one_step_with_the_pinch(widget: TimelineWidget) -> None:
    before, held = widget.store.state, widget.scale().day(400)
    fingers = two_on(widget, 400)
    fingers.move({0: (480, Y)})
    assert widget.scale().x(held) == pytest.approx(480, abs=1)
    fingers.put(1, 600, Y)
    fingers.move({1: (720, Y)})
    assert widget.scale().x(held) == pytest.approx(480, abs=1)
    fingers.lift()
    assert widget.store.history.undo_name == "Zoom"
    widget.store.undo()
    assert widget.store.state == before


def test_a_lane_that_the_first_finger_held_moves_no_more(widget: TimelineWidget) -> None:
    lane = widget.marks().lanes[0]
    fingers = Fingers(widget)
    fingers.put(0, 30, int(lane.line))
    fingers.move({0: (30, int(lane.line) + 8)})
    assert widget.hand.frames()
    fingers.put(1, 500, Y)
    fingers.move({0: (30, 390), 1: (700, Y)})
    assert not widget.hand.frames()
    fingers.lift()
    assert widget.store.state.lane_order == ()
    assert widget.store.state.folded_lanes == ()


def test_the_finger_that_stays_moves_nothing_and_the_next_one_drags(
    widget: TimelineWidget,
) -> None:
    fingers = two_on(widget, 450, 550)
    fingers.move({1: (650, Y)})
    fingers.lift(1)
    zoomed = widget.store.state
    fingers.move({0: (300, Y)})
    fingers.lift(0)
    assert widget.store.state == zoomed
    held = widget.scale().day(450)
    fingers.put(0, 450, Y)
    fingers.move({0: (350, Y)})
    assert widget.scale().x(held) == pytest.approx(350, abs=1)
    assert widget.store.history.undo_name == "Move in time"
    fingers.lift()


def test_a_second_pinch_is_another_step(widget: TimelineWidget) -> None:
    states = [widget.store.state]
    for _ in range(2):
        fingers = two_on(widget, 450, 550)
        fingers.move({0: (430, Y), 1: (570, Y)})
        fingers.lift()
        states.append(widget.store.state)
    assert len({state.span for state in states}) == 3
    for state in states[1::-1]:
        widget.store.undo()
        assert widget.store.state == state


def test_a_pinch_that_is_hidden_is_over(widget: TimelineWidget) -> None:
    before = widget.store.state
    fingers = two_on(widget, 450, 550)
    fingers.move({0: (400, Y), 1: (600, Y)})
    zoomed = widget.store.state
    assert zoomed != before
    widget.hide()
    assert widget.store.held is None
    widget.show()
    drags_with_one_finger(widget)
    widget.store.undo()
    assert widget.store.state == zoomed
    widget.store.undo()
    assert widget.store.state == before


def test_a_pinch_of_whose_end_qt_never_told_is_over_with_the_next_finger(
    widget: TimelineWidget,
) -> None:
    fingers = two_on(widget, 450, 550)
    fingers.move({0: (400, Y), 1: (600, Y)})
    assert widget.store.held is not None
    drags_with_one_finger(widget)
    assert widget.store.held is None


def drags_with_one_finger(widget: TimelineWidget) -> None:
    held, finger = widget.scale().day(450), Fingers(widget)
    finger.put(0, 450, Y)
    finger.move({0: (350, Y)})
    assert widget.scale().x(held) == pytest.approx(350, abs=1)
    assert widget.store.history.undo_name == "Move in time"
    finger.lift()
    widget.hand.run_on.stop()


def test_fingers_on_a_trackpad_zoom_around_the_pointer(widget: TimelineWidget) -> None:
    days, held = widget.scale().span.days, widget.scale().day(600)
    at, device = QPointF(600, Y), QPointingDevice.primaryPointingDevice()
    kinds = Qt.NativeGestureType.ZoomNativeGesture, Qt.NativeGestureType.RotateNativeGesture
    for kind in kinds:
        pinch = QNativeGestureEvent(kind, device, 2, at, at, at, 0.5, QPointF())
        assert pinch.type() == QEvent.Type.NativeGesture
        QApplication.sendEvent(widget, pinch)
    assert days / widget.scale().span.days == pytest.approx(1.5)
    assert widget.scale().x(held) == pytest.approx(600)
    # A mouse is a mouse also afterwards.
    QTest.mouseDClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(500, 3)
    )
    assert days / widget.scale().span.days == pytest.approx(3.0)


@pytest.mark.parametrize("value", NO_FACTORS)
def test_a_trackpad_that_tells_of_no_factor_changes_nothing(
    widget: TimelineWidget, value: float
) -> None:
    before = widget.store.state
    on_trackpad(widget, value, QPointF(200, 150))
    assert widget.store.state == before

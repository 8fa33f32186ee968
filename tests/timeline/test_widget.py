"""The timeline in a window: what a hand on mouse and keyboard does."""

import gc
from dataclasses import replace
from datetime import date
from weakref import ref

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.overview import OverviewStrip
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, everything, some_events


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = some_events(200)
    store = Store(lambda _: everything(columns), ViewState())
    shown = TimelineWidget(store, MadeSource(columns))
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    return shown


def spot(widget: TimelineWidget, place: int = -1) -> tuple[int, QPoint]:
    spots = widget.marks().spots
    return int(spots.row[place]), QPoint(int(spots.x[place]), int(spots.y[place]))


def wheel(widget: TimelineWidget, x: float, turn: int) -> None:
    at = QPointF(x, 100)
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(0, 0), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_what_nobody_holds_any_more_is_freed_and_told_nothing(qtbot: QtBot) -> None:
    columns = some_events(50)
    store = Store(lambda _: everything(columns), ViewState())
    shown = TimelineWidget(store, MadeSource(columns))
    strip = OverviewStrip(store, shown.layout_engine, shown.fonts)
    for one in (shown, strip):
        one.grab()
        QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    shown.get_ready()
    first, second = ref(shown), ref(strip)
    store.change(replace(store.state, moment="1999-01-01"), "All are told")
    del shown, strip, one
    gc.collect()
    assert (first(), second()) == (None, None)
    assert store._listeners == []
    assert store.pointed._listeners == []


def test_it_paints(widget: TimelineWidget) -> None:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 400, 2)}
    assert len(colours) > 20


def test_the_wheel_keeps_the_date_under_the_pointer(widget: TimelineWidget) -> None:
    x = 600.0
    before = widget.scale().day(x)
    days = widget.scale().span.days
    for _ in range(8):
        wheel(widget, x, 120)
        assert widget.scale().day(x) == pytest.approx(before, abs=1e-6)
    assert widget.scale().span.days < days / 4


def test_a_run_of_wheel_turns_is_undone_at_once(widget: TimelineWidget) -> None:
    for _ in range(5):
        wheel(widget, 500, 120)
    widget.store.undo()
    assert widget.store.state.span is None


def test_a_click_chooses_and_rings_the_event(widget: TimelineWidget) -> None:
    row, at = spot(widget)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
    assert widget.store.state.focus == Focus("event", f"event-{row}")
    assert widget.marks().rings[0].row == row
    assert any(label.row == row and label.role == "label-bold" for label in widget.marks().labels)


def test_a_drag_pans_by_as_much_as_the_hand_moves(widget: TimelineWidget) -> None:
    wheel(widget, 500, 600)
    held = widget.scale().day(500)
    empty = QPoint(500, widget.height() - 3)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=empty)
    QTest.mouseMove(widget, QPoint(420, empty.y()))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(420, empty.y()))
    assert widget.scale().day(420) == pytest.approx(held, abs=1e-6)


def test_the_moment_is_dragged_along_the_axis(widget: TimelineWidget) -> None:
    moment = widget.marks().moment
    assert moment is not None
    at = QPoint(int(moment.x), 15)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(widget, at + QPoint(80, 0))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at + QPoint(80, 0))
    wanted = date.fromordinal(int(widget.scale().day(at.x() + 80)))
    assert widget.store.state.moment == wanted.isoformat()
    assert widget.store.state.span is None


def test_arrows_walk_from_event_to_event_in_the_order_of_time(
    widget: TimelineWidget,
) -> None:
    days = [widget.navigator.day_of(row) for row in range(200)]
    order = sorted(range(200), key=lambda row: (days[row], row))
    QTest.keyClick(widget, Qt.Key.Key_Home)
    assert widget.navigator.chosen() == order[0]
    for row in order[1:4]:
        QTest.keyClick(widget, Qt.Key.Key_Right)
        assert widget.navigator.chosen() == row
    QTest.keyClick(widget, Qt.Key.Key_Left)
    assert widget.navigator.chosen() == order[2]
    QTest.keyClick(widget, Qt.Key.Key_End)
    assert widget.navigator.chosen() == order[199]
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.navigator.chosen() is None


def test_plus_and_minus_zoom_and_pages_turn(widget: TimelineWidget) -> None:
    days = widget.scale().span.days
    QTest.keyClick(widget, Qt.Key.Key_Plus)
    assert widget.scale().span.days == pytest.approx(days / 1.5)
    start = widget.scale().start
    QTest.keyClick(widget, Qt.Key.Key_PageDown)
    assert widget.scale().start == pytest.approx(start + 0.8 * days / 1.5)
    QTest.keyClick(widget, Qt.Key.Key_0)
    assert widget.store.state.span is None


def test_a_frame_that_fails_leaves_the_window_standing(
    widget: TimelineWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file may be on a stick that was pulled out."""

    def pulled_out(*_: object) -> None:
        raise OSError("no such device")

    whole = widget.grab().toImage()
    with monkeypatch.context() as patch:
        patch.setattr(type(widget.layout_engine), "marks", pulled_out)
        widget._refresh()
        for _ in range(3):
            with pytest.raises(OSError, match="no such device"):
                widget.grab()
    assert widget.grab().toImage() == whole

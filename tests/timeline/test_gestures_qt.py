"""Wheel, trackpad, kinetic pan, menus: hands on the widget."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.gestures import Turn, wheel_turn
from azkz_desktop.timeline.lanemenu import lane_menu
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SPAN = Span(day("2000-01-01"), day("2010-01-01"))


def turned(
    angle: tuple[int, int],
    pixels: tuple[int, int] = (0, 0),
    keys: Qt.KeyboardModifier = NONE,
    at: tuple[float, float] = (500, 100),
) -> QWheelEvent:
    return QWheelEvent(
        QPointF(*at), QPointF(*at), QPoint(*pixels), QPoint(*angle), Qt.MouseButton.NoButton,
        keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = some_events(200)
    shown = TimelineWidget(
        Store(lambda _: everything(columns), ViewState(span=SPAN)), MadeSource(columns)
    )
    qtbot.addWidget(shown)
    shown.resize(900, 160)
    shown.show()
    return shown


def test_what_a_turn_means(qtbot: QtBot) -> None:
    del qtbot
    assert wheel_turn(turned((0, 120)), False).zoom == pytest.approx(1.25)
    assert wheel_turn(turned((0, -240)), False).zoom == pytest.approx(1 / 1.25**2)
    assert wheel_turn(turned((0, 120), keys=SHIFT), False) == Turn(scroll=-72.0)
    assert wheel_turn(turned((-120, 0)), False) == Turn(pan=72.0)
    assert wheel_turn(turned((-40, 8), pixels=(-17, 3)), False) == Turn(pan=17)
    assert wheel_turn(turned((0, 120)), True) == Turn(scroll=-72.0)


def test_over_the_names_the_wheel_scrolls_the_lanes(widget: TimelineWidget) -> None:
    first, *_, last = widget.marks().lanes
    QApplication.sendEvent(widget, turned((0, -120), at=(30, 80)))
    moved = {lane.id: lane.rect.y for lane in widget.marks().lanes}
    assert first.id not in moved
    assert moved[last.id] == last.rect.y - widget.store.state.scrolled < last.rect.y
    QApplication.sendEvent(widget, turned((0, 1200), at=(30, 80)))
    assert widget.marks().lanes[0] == first


def test_over_the_bar_the_wheel_scrolls_the_lanes(widget: TimelineWidget) -> None:
    scroll = widget.marks().scroll
    assert scroll is not None
    days = widget.scale().span.days
    QApplication.sendEvent(widget, turned((0, -120), at=(scroll.track.x + 2, scroll.track.y + 30)))
    assert widget.store.state.scrolled > 0
    assert widget.scale().span.days == days


def test_shift_and_wheel_scroll_the_lanes_and_sideways_pans(widget: TimelineWidget) -> None:
    start, days = widget.scale().start, widget.scale().span.days
    QApplication.sendEvent(widget, turned((0, -120), keys=SHIFT))
    assert widget.scale().start == start
    assert widget.store.state.scrolled == 72
    QApplication.sendEvent(widget, turned((-120, 0)))
    assert widget.scale().start > start
    assert widget.scale().span.days == pytest.approx(days)


def test_a_drag_let_go_in_motion_runs_on_and_a_press_stops_it(
    widget: TimelineWidget, qtbot: QtBot
) -> None:
    left = Qt.MouseButton.LeftButton
    y = widget.height() - 2
    QTest.mousePress(widget, left, NONE, QPoint(700, y))
    for x in range(680, 400, -40):
        QTest.mouseMove(widget, QPoint(x, y))
    QTest.mouseRelease(widget, left, NONE, QPoint(440, y))
    let_go = widget.scale().start
    qtbot.waitUntil(lambda: widget.scale().start > let_go, timeout=2000)
    QTest.mousePress(widget, left, NONE, QPoint(500, y))
    held = widget.scale().start
    QTest.qWait(60)
    assert widget.scale().start == held
    QTest.mouseRelease(widget, left, NONE, QPoint(500, y))
    if widget.store.history.undo_name != "Move in time":
        widget.store.undo()  # however far it ran, an event may lie there and be chosen
    widget.store.undo()
    assert widget.scale().start == pytest.approx(day("2000-01-01"))


def test_a_click_on_a_name_folds_the_lane(widget: TimelineWidget) -> None:
    lane = widget.marks().lanes[0]
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, QPoint(20, int(lane.line)))
    assert widget.store.state.folded_lanes == (lane.id,)
    assert widget.marks().lanes[0].folded


def test_the_menu_of_a_lane_names_it_and_does_what_it_says(widget: TimelineWidget) -> None:
    lane = widget.marks().lanes[1]
    menu = lane_menu(widget, widget.navigator, widget.lanes, lane)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == [
        f"Fold “{lane.title}”",
        f"Hide “{lane.title}”",
        f"Show only “{lane.title}”",
    ]
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert enabled["Move up"]
    assert enabled["Move down"]
    assert not enabled["Show all lanes"]
    assert not enabled["Usual order of lanes"]
    menu.actions()[1].trigger()
    assert list(widget.store.state.hidden_lanes) == [lane.id]
    again = lane_menu(widget, widget.navigator, widget.lanes, None)
    titles = {action.text(): action for action in again.actions()}
    (hidden,) = (one for one in again.findChildren(QMenu) if one.title() == "Show again")
    assert [action.text() for action in hidden.actions()] == [lane.title]
    hidden.actions()[0].trigger()
    assert not widget.store.state.hidden_lanes
    widget.store.undo()
    titles["Show all lanes"].trigger()
    assert not widget.store.state.hidden_lanes


def test_a_double_click_zooms_in_on_an_event_or_around_the_pointer(widget: TimelineWidget) -> None:
    days = widget.scale().span.days
    held = widget.scale().day(500)
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, QPoint(500, 3))
    assert widget.scale().span.days == pytest.approx(days / 2)
    assert widget.scale().day(500) == pytest.approx(held)
    spots = widget.marks().spots
    at = QPoint(int(spots.x[-1]), int(spots.y[-1]))
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, at)
    assert widget.store.history.undo_name == "Zoom to the event"


def test_back_pressed_twice_quickly_is_two_steps_back(widget: TimelineWidget) -> None:
    back, store, at = Qt.MouseButton.BackButton, widget.store, QPoint(500, 3)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at)
    spans = [store.state.span]
    for days in range(400, 900, 100):
        widget.navigator.show_span(Span(SPAN.start, SPAN.start + days), "Zoom")
        spans.append(store.state.span)
    QTest.mouseClick(widget, back, NONE, at)
    QTest.mouseDClick(widget, back, NONE, at)  # as Qt tells of the second press of any button
    assert store.state.span == spans[3]
    assert (len(store.history.before), len(store.history.after)) == (3, 2)
    QTest.mouseDClick(widget, Qt.MouseButton.RightButton, NONE, at)
    assert store.state.span == spans[3]
    assert (len(store.history.before), len(store.history.after)) == (3, 2)


def test_a_press_of_another_button_between_is_no_double_click(widget: TimelineWidget) -> None:
    store, at = widget.store, QPoint(500, 3)
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    QTest.mouseClick(widget, left, NONE, at)
    for days in (400, 500):
        widget.navigator.show_span(Span(SPAN.start, SPAN.start + days), "Zoom")
    QTest.mouseClick(widget, right, NONE, at)
    QTest.mouseDClick(widget, left, NONE, at)
    assert len(store.history.before) == 3


def test_hovering_lights_up_and_leaving_lets_go(widget: TimelineWidget) -> None:
    spots = widget.marks().spots
    at = QPoint(int(spots.x[-1]), int(spots.y[-1]))
    QTest.mouseMove(widget, at)
    assert [ring.role for ring in widget.marks().rings] == ["pointed"]
    assert list(widget.store.pointed.rows) == [int(spots.row[-1])]
    QTest.mouseMove(widget, QPoint(500, 3))
    assert widget.marks().rings == ()
    QTest.mouseMove(widget, at)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    assert widget.marks().rings == ()
    assert not widget.store.pointed.rows


def test_what_is_pointed_at_elsewhere_lights_up_each_of_its_marks(widget: TimelineWidget) -> None:
    before, plain = widget.store.state, widget.grab().toImage()
    spots = widget.marks().spots
    wanted = {int(row) for row in spots.row[:4]}
    widget.store.pointed.point(tuple(sorted(wanted)))
    rings = widget.marks().rings
    assert {ring.row for ring in rings} == wanted
    assert {ring.role for ring in rings} == {"pointed"}
    assert widget.grab().toImage() != plain
    widget.store.pointed.point()
    assert widget.grab().toImage() == plain
    assert widget.store.state == before


def test_focus_is_seen_and_what_is_chosen_is_heard(widget: TimelineWidget) -> None:
    edge = QPoint(0, widget.height() // 2)
    for event in (QFocusEvent(QEvent.Type.FocusIn), QFocusEvent(QEvent.Type.FocusOut)):
        QApplication.sendEvent(widget, event)
    widget.setFocus()
    framed = widget.grab().toImage().pixelColor(edge).name()
    widget.clearFocus()
    assert framed != widget.grab().toImage().pixelColor(edge).name()
    widget.navigator.choose(7)
    assert "no. 7" in widget.accessibleDescription()
    widget.navigator.choose(None)
    assert widget.accessibleDescription() == ""


def test_a_name_that_is_dragged_takes_its_lane_along_and_is_one_step(
    widget: TimelineWidget,
) -> None:
    widget.resize(900, 500)
    lanes = [lane.id for lane in widget.marks().lanes]
    marks = {lane.id: lane.rect for lane in widget.marks().lanes}
    left = Qt.MouseButton.LeftButton
    begin, end = marks[lanes[0]].y + 8, marks[lanes[2]].bottom - 2
    QTest.mousePress(widget, left, NONE, QPoint(20, int(begin)))
    for y in range(int(begin), int(end), 6):
        QTest.mouseMove(widget, QPoint(20, y))
    QTest.mouseRelease(widget, left, NONE, QPoint(20, int(end)))
    wanted = [lanes[1], lanes[2], lanes[0], *lanes[3:]]
    assert [lane.id for lane in widget.marks().lanes] == wanted
    assert widget.store.state.folded_lanes == ()
    widget.store.undo()
    assert [lane.id for lane in widget.marks().lanes] == lanes
    assert widget.store.history.undo_name is None


def test_dragging_back_puts_a_lane_back(widget: TimelineWidget) -> None:
    widget.resize(900, 500)
    lanes = [lane.id for lane in widget.marks().lanes]
    left, start = Qt.MouseButton.LeftButton, int(widget.marks().lanes[1].rect.y) + 8
    QTest.mousePress(widget, left, NONE, QPoint(20, start))
    QTest.mouseMove(widget, QPoint(20, 440))
    assert [lane.id for lane in widget.marks().lanes] != lanes
    QTest.mouseMove(widget, QPoint(20, start))
    QTest.mouseRelease(widget, left, NONE, QPoint(20, start))
    assert [lane.id for lane in widget.marks().lanes] == lanes
    assert widget.store.state.lane_order == ()


def test_the_lane_of_the_chosen_event_is_moved_by_key(widget: TimelineWidget) -> None:
    lanes = widget.lanes.shown()
    widget.navigator.choose(7)
    mine = widget.current_lane()
    assert mine in lanes
    place = lanes.index(mine)
    step = 1 if place == 0 else -1
    widget.lanes.shift(mine, step)
    assert widget.lanes.shown().index(mine) == place + step


def test_the_bar_beside_the_lanes_is_dragged_and_jumps(widget: TimelineWidget) -> None:
    scroll = widget.marks().scroll
    assert scroll is not None
    left, x = Qt.MouseButton.LeftButton, int(scroll.track.x) + 2
    QTest.mousePress(widget, left, NONE, QPoint(x, int(scroll.thumb.y) + 2))
    QTest.mouseMove(widget, QPoint(x, int(scroll.thumb.y) + 22))
    QTest.mouseRelease(widget, left, NONE, QPoint(x, int(scroll.thumb.y) + 22))
    dragged = widget.store.state.scrolled
    assert 0 < dragged < scroll.most
    QTest.mouseClick(widget, left, NONE, QPoint(x, int(scroll.track.bottom) - 2))
    assert widget.store.state.scrolled == pytest.approx(scroll.most, abs=1)


def test_words_about_further_lanes_lead_to_them(widget: TimelineWidget) -> None:
    scroll = widget.marks().scroll
    assert scroll is not None
    (more,) = scroll.more
    at = QPoint(int(more.rect.x) + 12, int(more.rect.y) + 6)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at)
    assert widget.store.state.scrolled > 0

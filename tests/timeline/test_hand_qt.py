"""A lane dragged to the edge scrolls the lanes; Escape puts back what a drag has moved."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.drags import EDGE, FARTHEST, edge_speed
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SPAN = Span(day("2000-01-01"), day("2010-01-01"))


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    """Nine lanes, of which some four have room."""
    columns = some_events(300)
    view = ViewState(span=SPAN, lanes="place", bands=(), scrolled=0.0)
    made = TimelineWidget(Store(lambda _: everything(columns), view), MadeSource(columns))
    qtbot.addWidget(made)
    made.resize(900, 150)
    made.show()
    assert len(made.lanes.shown()) > 2 * len(made.marks().lanes) - 2
    return made


def grab(widget: TimelineWidget, lane: str) -> QPoint:
    """Press on the name of *lane*."""
    (mark,) = [one for one in widget.marks().lanes if one.id == lane]
    at = QPoint(20, int(mark.line))
    QTest.mousePress(widget, LEFT, NONE, at)
    return at


def bottom(widget: TimelineWidget) -> int:
    return int(widget.marks().plot.y + widget.lanes.space())


def test_how_fast_it_scrolls_grows_with_the_distance() -> None:
    assert edge_speed(100, 20, 200) == 0
    assert edge_speed(200 - EDGE, 20, 200) == edge_speed(20 + EDGE, 20, 200) == 0
    speeds = [edge_speed(y, 20, 200) for y in (185, 195, 210, 230)]
    assert speeds == sorted(speeds)
    assert 0 < speeds[0] < speeds[-1] == edge_speed(230, 20, 200)
    assert edge_speed(40, 20, 200) == -edge_speed(180, 20, 200)
    assert edge_speed(9999, 20, 200) == edge_speed(200 - EDGE + FARTHEST, 20, 200)
    # In the lowest of rooms there is still a middle where it rests.
    assert edge_speed(30, 20, 40) == 0


def test_a_lane_dragged_to_the_lower_edge_scrolls_to_the_last_place_and_is_one_step_back(
    widget: TimelineWidget, qtbot: QtBot
) -> None:
    before = widget.lanes.shown()
    at = grab(widget, before[0])
    QTest.mouseMove(widget, at + QPoint(0, 10))
    assert widget.store.state.scrolled == 0
    QTest.mouseMove(widget, QPoint(20, bottom(widget) + 40))
    qtbot.waitUntil(lambda: widget.lanes.shown()[-1] == before[0], timeout=4000)
    scroll = widget.marks().scroll
    assert scroll is not None
    qtbot.waitUntil(lambda: abs(widget.lanes.scrolled() - scroll.most) <= 1, timeout=4000)
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(20, bottom(widget) + 40))
    assert widget.lanes.shown() == [*before[1:], before[0]]
    assert widget.marks().lanes[-1].id == before[0]
    widget.store.undo()
    assert (widget.lanes.shown(), widget.store.state.scrolled) == (before, 0)
    assert widget.store.history.undo_name is None


def test_it_rests_when_the_hand_leaves_the_edge_or_lets_go(
    widget: TimelineWidget, qtbot: QtBot
) -> None:
    first = widget.lanes.shown()[0]
    grab(widget, first)
    QTest.mouseMove(widget, QPoint(20, bottom(widget) - 4))
    qtbot.waitUntil(lambda: widget.lanes.scrolled() > 20, timeout=4000)
    middle = QPoint(20, int(widget.marks().plot.y + widget.lanes.space() / 2))
    QTest.mouseMove(widget, middle)
    rests = widget.lanes.scrolled()
    QTest.qWait(80)
    assert widget.lanes.scrolled() == rests
    held = widget.marks().lanes
    (mine,) = [one for one in held if one.id == first]
    assert mine.rect.y - 20 <= middle.y() <= mine.rect.bottom + 20
    QTest.mouseMove(widget, QPoint(20, 0))
    qtbot.waitUntil(lambda: widget.lanes.scrolled() < rests, timeout=4000)
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(20, 0))
    rests = widget.lanes.scrolled()
    QTest.qWait(80)
    assert widget.lanes.scrolled() == rests


def test_upwards_it_comes_to_stand_on_top(widget: TimelineWidget, qtbot: QtBot) -> None:
    before = widget.lanes.shown()
    widget.lanes.scroll_to(1e6)
    grab(widget, before[-1])
    QTest.mouseMove(widget, QPoint(20, -30))
    qtbot.waitUntil(lambda: widget.lanes.shown()[0] == before[-1], timeout=6000)
    qtbot.waitUntil(lambda: widget.lanes.scrolled() == 0, timeout=4000)
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(20, -30))
    assert widget.lanes.shown() == [before[-1], *before[:-1]]


def test_escape_puts_the_lane_back_and_letting_go_folds_nothing(
    widget: TimelineWidget, qtbot: QtBot
) -> None:
    before = widget.lanes.shown()
    grab(widget, before[1])
    QTest.mouseMove(widget, QPoint(20, bottom(widget) + 30))
    qtbot.waitUntil(lambda: widget.lanes.scrolled() > 20, timeout=4000)
    assert widget.lanes.shown() != before
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert (widget.lanes.shown(), widget.lanes.scrolled()) == (before, 0)
    QTest.qWait(80)
    QTest.mouseMove(widget, QPoint(20, 30))
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(20, 30))
    assert (widget.lanes.shown(), widget.lanes.scrolled()) == (before, 0)
    assert widget.store.state.folded_lanes == ()
    assert widget.store.history.undo_name is None


def test_escape_puts_time_and_the_moment_back(widget: TimelineWidget) -> None:
    widget.navigator.pan(40)
    span, history = widget.store.state.span, widget.store.history.ended()
    free = QPoint(700, bottom(widget) - 2)
    QTest.mousePress(widget, LEFT, NONE, free)
    QTest.mouseMove(widget, free - QPoint(100, 0))
    assert widget.store.state.span != span
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.store.state.span == span
    QTest.mouseRelease(widget, LEFT, NONE, free - QPoint(100, 0))
    assert widget.store.state.span == span
    assert widget.store.history == history
    widget.store.undo()
    assert widget.store.state.span == SPAN
    moment = widget.marks().moment
    assert moment is not None
    before = widget.store.state.moment
    QTest.mousePress(widget, LEFT, NONE, QPoint(int(moment.x), 15))
    QTest.mouseMove(widget, QPoint(int(moment.x) - 90, 15))
    assert widget.store.state.moment != before
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.store.state.moment == before
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(int(moment.x) - 90, 15))


def test_without_a_drag_escape_chooses_nothing(widget: TimelineWidget) -> None:
    widget.navigator.choose(3)
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.chosen() is None


def test_the_lane_that_is_dragged_is_framed(widget: TimelineWidget) -> None:
    lane = widget.marks().lanes[1]
    at, edge = QPoint(20, int(lane.line)), QPoint(450, int(lane.rect.y))
    QTest.mousePress(widget, LEFT, NONE, at)
    plain = widget.grab().toImage().pixelColor(edge).name()
    QTest.mouseMove(widget, at + QPoint(0, 5))
    framed = widget.grab().toImage().pixelColor(edge).name()
    assert [round(one.y()) for one in widget.hand.frames()] == [round(lane.rect.y)]
    assert framed != plain
    QTest.mouseRelease(widget, LEFT, NONE, at + QPoint(0, 5))
    assert widget.hand.frames() == []
    assert widget.grab().toImage().pixelColor(edge).name() == plain


@pytest.mark.parametrize("way", [-1, 1])
def test_a_moment_dragged_beyond_the_edge_takes_time_along(
    widget: TimelineWidget, qtbot: QtBot, way: int
) -> None:
    moment, before = widget.marks().moment, widget.store.state
    assert moment is not None
    scale = widget.scale()
    edge = int(scale.left - 40 if way < 0 else scale.right + 40)
    QTest.mousePress(widget, LEFT, NONE, QPoint(int(moment.x), 15))
    QTest.mouseMove(widget, QPoint(int(moment.x) + 20 * way, 15))
    assert widget.store.state.span == SPAN
    QTest.mouseMove(widget, QPoint(edge, 15))
    qtbot.waitUntil(lambda: (widget.scale().start - SPAN.start) * way > 100, timeout=4000)
    now = widget.marks().moment
    assert now is not None
    assert not now.away
    assert abs(now.x - (widget.scale().left if way < 0 else widget.scale().right)) < 3
    QTest.mouseMove(widget, QPoint(500, 15))
    rests = widget.store.state
    QTest.qWait(60)
    assert widget.store.state == rests
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(500, 15))
    widget.store.undo()
    assert widget.store.state == before


def dragged(widget: TimelineWidget, by: int, *, rest: int) -> None:
    """Drag time by so many pixels; the hand rests so many milliseconds before it lets go."""
    at = QPoint(500, int(widget.marks().lanes[0].rect.y) + 3)
    QTest.mousePress(widget, LEFT, NONE, at)
    for part in (1, 2, 3):
        QTest.mouseMove(widget, at + QPoint(by * part // 3, 0))
    if rest:
        QTest.qWait(rest)
    QTest.mouseRelease(widget, LEFT, NONE, at + QPoint(by, 0))


def test_each_drag_is_a_step_back_of_its_own(widget: TimelineWidget) -> None:
    spans = []
    for by in (-60, -90, 40):
        spans.append(widget.store.state.span)
        dragged(widget, by, rest=100)
    while spans:
        widget.store.undo()
        assert widget.store.state.span == spans.pop()


def test_what_runs_on_belongs_to_its_drag_and_to_no_other(
    widget: TimelineWidget, qtbot: QtBot
) -> None:
    before = widget.store.state.span
    dragged(widget, -120, rest=0)
    assert widget.hand.run_on.running
    let_go = widget.store.state.span
    qtbot.waitUntil(lambda: not widget.hand.run_on.running, timeout=4000)
    rested = widget.store.state.span
    assert rested != let_go
    dragged(widget, 30, rest=100)
    widget.store.undo()
    assert widget.store.state.span == rested
    widget.store.undo()
    assert widget.store.state.span == before


def test_what_runs_on_stops_where_a_step_back_is_taken(widget: TimelineWidget) -> None:
    before = widget.store.state.span
    dragged(widget, -120, rest=0)
    run_on = widget.hand.run_on
    was_running = run_on.running
    widget.store.undo()
    run_on._run()
    assert (was_running, run_on.running) == (True, False)
    assert widget.store.state.span == before
    assert widget.store.history.after


def test_what_runs_on_rests_where_another_hand_takes_hold_and_leaves_its_step_whole(
    widget: TimelineWidget, qtbot: QtBot
) -> None:
    store = widget.store
    dragged(widget, -120, rest=0)
    ran = [widget.hand.run_on.running]
    other = store.hold()
    span, steps = store.state.span, len(store.history.before)
    for month in (1, 2):
        store.change(replace(store.state, moment=f"2001-0{month}-01"), "Move", "other")
        qtbot.wait(50)
    ran.append(widget.hand.run_on.running)
    store.change(replace(store.state, moment="2001-03-01"), "Move", "other")
    store.let_go(other)
    assert (ran, len(store.history.before)) == ([True, False], steps + 1)
    assert store.state.span == span

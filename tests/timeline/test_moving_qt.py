"""Moving about by hand and key: the moment, hidden lanes, what is selected, back and forward."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from azkz_desktop.query.filter import Filter
from azkz_desktop.timeline.lanemenu import lane_menu
from azkz_desktop.timeline.moments import day_at, step_of
from azkz_desktop.timeline.ticks import day_in_short
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events

SPAN = Span(day("2000-01-01"), day("2010-01-01"))


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = some_events(300)
    view = ViewState(span=SPAN, bands=(), moment="2004-05-01")
    made = TimelineWidget(Store(lambda _: everything(columns), view), MadeSource(columns))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def key(widget: TimelineWidget, one: Qt.Key) -> None:
    QTest.keyClick(widget, one)


def test_the_moment_goes_by_key_and_comes_into_sight(widget: TimelineWidget) -> None:
    step = step_of(SPAN.days)
    assert step == 37
    key(widget, Qt.Key.Key_Period)
    assert day(widget.store.state.moment) == day("2004-05-01") + step
    key(widget, Qt.Key.Key_Comma)
    key(widget, Qt.Key.Key_Comma)
    assert day(widget.store.state.moment) == day("2004-05-01") - step
    assert widget.store.state.span == SPAN
    widget.navigator.show_span(Span(day("2012-01-01"), day("2012-01-20")), "elsewhere")
    key(widget, Qt.Key.Key_Period)
    assert day(widget.store.state.moment) == day("2004-05-01") - step + 1
    moment = widget.marks().moment
    assert moment is not None
    assert not moment.away
    assert widget.scale().span.days == pytest.approx(19)
    widget.store.undo()
    assert day(widget.store.state.moment) == day("2004-05-01") - step
    assert widget.store.history.undo_name == "elsewhere"


@pytest.mark.parametrize(("begin", "way"), [("2012-01-01", -1), ("1992-01-01", 1)])
def test_a_moment_out_of_sight_is_pulled_in_from_the_edge(
    widget: TimelineWidget, begin: str, way: int
) -> None:
    widget.navigator.show_span(Span(day(begin), day(begin) + 3000), "elsewhere")
    moment = widget.marks().moment
    assert moment is not None
    assert moment.away == way
    scale = widget.scale()
    assert moment.x == (scale.left if way < 0 else scale.right)
    at = QPoint(int(moment.x) - 2 * way, 14)
    assert "1 May 2004" in widget.tooltip_at(QPointF(at))
    # No line stands at the edge of the lanes, which would be there to be dragged.
    assert widget.hit_at(QPointF(at.x(), 300)).what != "moment"
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(widget, QPoint(500, 14))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(500, 14))
    assert day(widget.store.state.moment) == int(scale.day(500))


def edge_is_dark(widget: TimelineWidget, x: int) -> bool:
    image = widget.grab().toImage()
    return any(image.pixelColor(x + by, 19).lightness() < 80 for by in range(-6, 7))


def test_the_moment_at_the_edge_is_painted(widget: TimelineWidget) -> None:
    right = int(widget.scale().right)
    assert not edge_is_dark(widget, right - 4)
    widget.navigator.show_span(Span(day("1992-01-01"), day("1999-01-01")), "elsewhere")
    assert edge_is_dark(widget, right - 4)


def test_keys_pass_by_the_events_of_hidden_lanes(widget: TimelineWidget) -> None:
    wanted = widget.marks().lanes[2].id
    widget.navigator.show_only(wanted)
    lane = next(
        one for one in widget.layout_engine.shown(widget.store.state, widget.store.selection)
    )
    days = widget.navigator.ways.order.days
    rows = sorted(lane.index.rows.tolist(), key=lambda row: (days[row], row))
    key(widget, Qt.Key.Key_Home)
    assert widget.chosen() == rows[0]
    for row in rows[1:6]:
        key(widget, Qt.Key.Key_Right)
        assert widget.chosen() == row
    key(widget, Qt.Key.Key_End)
    assert widget.chosen() == rows[-1]
    widget.navigator.show_lanes()
    key(widget, Qt.Key.Key_Left)
    every = sorted(range(len(days)), key=lambda row: (days[row], row))
    before = widget.chosen()
    assert before == every[every.index(rows[-1]) - 1]


def test_all_that_is_selected_comes_into_sight(widget: TimelineWidget) -> None:
    widget.navigator.show_only(widget.marks().lanes[-1].id)
    key(widget, Qt.Key.Key_9)
    columns, rows = widget.source.columns, widget.navigator.ways.rows()
    starts, ends = columns.start_earliest[rows], columns.end_latest[rows]
    known = np.concatenate((starts[starts > -(2**29)], ends[ends < 2**29]))
    span = widget.scale().span
    assert span.start <= known.min() < known.max() + 1 <= span.end
    assert span.days < 1.15 * (known.max() + 1 - known.min())
    assert widget.store.history.undo_name == "Zoom to the selected events"


def test_the_buttons_beside_the_thumb_go_back_and_on(widget: TimelineWidget) -> None:
    widget.navigator.zoom(2)
    zoomed = widget.store.state.span
    QTest.mouseClick(widget, Qt.MouseButton.BackButton, pos=QPoint(500, 200))
    assert widget.store.state.span == SPAN
    QTest.mouseClick(widget, Qt.MouseButton.ForwardButton, pos=QPoint(500, 200))
    assert widget.store.state.span == zoomed


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """The menus that were opened; none comes on the screen."""
    found: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: found.append(menu))
    return found


def ask(widget: TimelineWidget, reason: QContextMenuEvent.Reason, at: QPoint) -> None:
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))


def test_the_key_for_menus_means_what_is_chosen_not_what_lies_in_the_middle(
    widget: TimelineWidget, opened: list[QMenu]
) -> None:
    widget.navigator.choose(40)
    lane = widget.current_lane()
    (title,) = [one.title for one in widget.marks().lanes if one.id == lane]
    spots = widget.marks().spots
    there = QPoint(int(spots.x[-1]), int(spots.y[-1]))
    assert int(spots.row[-1]) != 40 or len(spots) == 1
    ask(widget, QContextMenuEvent.Reason.Keyboard, there)
    assert f"Hide “{title}”" in entries(opened[0])
    assert widget.chosen() == 40


def test_the_menu_takes_the_moment_to_where_it_was_opened(
    widget: TimelineWidget, opened: list[QMenu]
) -> None:
    x = widget.scale().x(day("2007-03-15") + 0.5)
    menu = lane_menu(widget, widget.navigator, widget.lanes, None, x)
    entries(menu)["Move the moment to 15 Mar 2007"].trigger()
    assert widget.store.state.moment == "2007-03-15"
    ask(widget, QContextMenuEvent.Reason.Mouse, QPoint(round(x), 6))
    there = day_in_short(day_at(round(x), widget.scale()))
    assert f"Move the moment to {there}" in entries(opened[0])
    ask(widget, QContextMenuEvent.Reason.Mouse, QPoint(20, 60))
    assert not any(text.startswith("Move the moment") for text in entries(opened[1]))


def test_the_legend_is_shown_by_key(
    widget: TimelineWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    show: Callable[..., None] = lambda _at, text, _widget: told.append(text)  # noqa: E731
    monkeypatch.setattr("azkz_desktop.timeline.widget.QToolTip.showText", show)
    key(widget, Qt.Key.Key_L)
    assert told[0].startswith("<img")


@pytest.mark.parametrize(("begin", "way"), [("1991-06-01", 1), ("2018-01-01", -1)])
def test_what_is_chosen_and_out_of_sight_is_pointed_to(
    widget: TimelineWidget, begin: str, way: int
) -> None:
    columns = widget.source.columns
    to_the_day = np.flatnonzero(columns.start_earliest == columns.end_latest)
    row = int(to_the_day[len(to_the_day) // 2])
    widget.navigator.show(row)
    assert widget.marks().away is None
    widget.navigator.show_span(Span(day(begin), day(begin) + 300), "elsewhere")
    away = widget.marks().away
    assert away is not None
    assert (away.row, away.way) == (row, way)
    lane = next(one for one in widget.marks().lanes if one.line == away.y)
    assert lane.id == widget.lanes.lane_of(row)
    at = QPoint(int(away.x) - 3 * way, int(away.y))
    assert widget.grab().toImage().pixelColor(at).lightness() < 80
    assert f"no. {row}" in widget.tooltip_at(QPointF(at))
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
    assert widget.marks().away is None
    assert any(ring.role == "chosen" for ring in widget.marks().rings)
    assert widget.scale().span.days == pytest.approx(300)


def test_a_long_event_whose_bar_is_named_is_not_out_of_sight(widget: TimelineWidget) -> None:
    columns = widget.source.columns
    length = columns.end_latest.astype(np.int64) - columns.start_earliest
    row = int(np.flatnonzero((length > 900) & (length < 10_000))[0])
    begin = int(columns.start_earliest[row])
    widget.navigator.choose(row)
    widget.navigator.show_span(Span(begin + 400, begin + 500), "inside it")
    assert widget.marks().away is None
    widget.navigator.hide(widget.lanes.lane_of(row) or "")
    assert widget.marks().away is None


def filtered_by_actor(qtbot: QtBot, *actors: str) -> TimelineWidget:
    columns = some_events(300)
    wanted = Filter(actors=tuple((one,) for one in actors))
    view = ViewState(span=SPAN, bands=(), lanes="actor", filter=wanted)
    made = TimelineWidget(Store(lambda _: everything(columns), view), MadeSource(columns))
    qtbot.addWidget(made)
    made.resize(900, 400)
    return made


def choices(widget: TimelineWidget, lane: int | None = None) -> dict[str, QAction]:
    """What the menu of a lane (none: beside all) offers."""
    mark = None if lane is None else widget.marks().lanes[lane]
    menu = lane_menu(widget, widget.navigator, widget.lanes, mark)
    return {action.text(): action for action in menu.actions()}


def test_lanes_that_the_filter_names_stand_first_until_somebody_moves_one(qtbot: QtBot) -> None:
    usual = filtered_by_actor(qtbot).lanes.shown()
    widget = filtered_by_actor(qtbot, usual[2])
    assert widget.lanes.shown() == [usual[2], *usual[:2]]
    widget.lanes.shift(usual[1], -1)
    assert widget.lanes.shown() == [usual[2], usual[1], usual[0]]
    widget.lanes.shift(usual[2], 1)
    assert widget.lanes.shown() == [usual[1], usual[2], usual[0]]
    widget.lanes.usual_order()
    assert widget.lanes.shown() == [usual[2], *usual[:2]]


def test_only_the_filtered_lanes_are_shown_in_one_step(qtbot: QtBot) -> None:
    usual = filtered_by_actor(qtbot).lanes.shown()
    widget = filtered_by_actor(qtbot, usual[2], usual[1])
    widget.navigator.hide(usual[2])
    before, only = widget.store.state, "Only the filtered ones"
    choices(widget, 0)[only].trigger()
    assert widget.lanes.shown() == [usual[2], usual[1]]
    assert not choices(widget)[only].isEnabled()
    assert widget.store.history.undo_name == "Show the filtered lanes"
    widget.store.undo()
    assert widget.store.state == before
    assert only not in choices(filtered_by_actor(qtbot))


def test_all_lanes_below_one_are_hidden_at_once(qtbot: QtBot) -> None:
    widget = filtered_by_actor(qtbot)
    shown = widget.lanes.shown()
    choices(widget, 0)["Hide all below it"].trigger()
    assert widget.lanes.shown() == shown[:1]
    assert not choices(widget, 0)["Hide all below it"].isEnabled()
    widget.store.undo()
    assert widget.lanes.shown() == shown

"""The current lane on the screen: by mouse, by key, spoken and marked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.keys import go_along_lane, go_to_lane, hide_lane
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events

LEFT = Qt.MouseButton.LeftButton
SPAN = Span(day("1991-01-01"), day("2024-01-01"))


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = some_events(120)
    store = Store(lambda _: everything(columns), ViewState(span=SPAN, lanes="actor", bands=()))
    shown = TimelineWidget(store, MadeSource(columns))
    qtbot.addWidget(shown)
    shown.resize(1000, 420)
    shown.show()
    return shown


def mark_in(widget: TimelineWidget, lane: int) -> tuple[QPoint, int]:
    """A mark in the lane of that number which stands in another one above it, too; and its row."""
    marks = widget.marks()
    rect, above = marks.lanes[lane].rect, marks.lanes[lane - 1].rect
    spots = list(zip(marks.spots.row, marks.spots.x, marks.spots.y, strict=True))
    also = {row for row, _, y in spots if above.y <= y < above.bottom}
    for row, x, y in spots:
        at = QPoint(round(x), round(y))
        if row in also and rect.y <= y < rect.bottom:
            found = widget.hit_at(at.toPointF())
            if found.what == "event" and found.row == row:
                return at, int(row)
    raise AssertionError("no mark stands in both")


def test_keys_and_menu_mean_the_lane_in_which_one_clicked(
    widget: TimelineWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = widget.marks().lanes[2]
    at, row = mark_in(widget, 2)
    QTest.mouseClick(widget, LEFT, pos=at)
    assert widget.chosen() == row
    assert widget.current_lane() == lane.id
    assert lane.title in widget.accessibleDescription()
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menus.append(menu))
    widget.hand.ask_by_key()
    widget.hand.ask(at.toPointF(), at)
    for menu in menus:
        assert f"Hide “{lane.title}”" in [entry.text() for entry in menu.actions()]
    assert len(menus) == 2


def test_a_click_into_a_lane_is_enough(widget: TimelineWidget) -> None:
    lane = widget.marks().lanes[1]
    ground = next(
        QPoint(x, int(lane.rect.bottom) - 3)
        for x in range(int(widget.marks().plot.x) + 5, 990)
        if widget.hit_at(QPoint(x, int(lane.rect.bottom) - 3).toPointF()).what == "lane"
    )
    before = widget.store.state
    QTest.mouseClick(widget, LEFT, pos=ground)
    assert widget.current_lane() == lane.id
    assert widget.store.state == before


def test_the_current_lane_is_marked_and_spoken(widget: TimelineWidget) -> None:
    first, second = (QPoint(3, int(lane.rect.y) + 8) for lane in widget.marks().lanes[:2])
    plain = widget.grab().toImage()
    assert plain.pixelColor(first) == plain.pixelColor(second)
    go_to_lane(widget, 1)
    image = widget.grab().toImage()
    assert image.pixelColor(first) != plain.pixelColor(first)
    assert image.pixelColor(second) == plain.pixelColor(second)
    assert widget.accessibleDescription().startswith(f"Lane “{widget.marks().lanes[0].title}”, 1 ")
    go_to_lane(widget, 1)
    image = widget.grab().toImage()
    assert image.pixelColor(first) == plain.pixelColor(first)
    assert image.pixelColor(second) != plain.pixelColor(second)


def test_one_stays_in_a_lane_along_which_one_goes(widget: TimelineWidget) -> None:
    lanes = [lane.id for lane in widget.marks().lanes]
    go_to_lane(widget, 1)
    go_to_lane(widget, 1)
    for _ in range(5):
        go_along_lane(widget, 1)
        assert widget.current_lane() == lanes[1]
        assert widget.lanes.lane_of(widget.chosen() or 0) in lanes[:2]


def test_after_hiding_one_is_in_the_next_lane(widget: TimelineWidget) -> None:
    lanes = [lane.id for lane in widget.marks().lanes]
    hide_lane(widget, lanes[1])
    assert widget.store.state.hidden_lanes == (lanes[1],)
    assert widget.current_lane() == lanes[2]
    hide_lane(widget, lanes[2])
    assert widget.current_lane() == lanes[0]


def test_a_lane_out_of_sight_comes_into_sight(widget: TimelineWidget) -> None:
    widget.store.change(replace(widget.store.state, lanes="place"), "many lanes")
    widget.resize(1000, 160)
    widget.marks()
    for _ in widget.lanes.shown():
        go_to_lane(widget, 1)
        assert widget.current_lane() in [lane.id for lane in widget.marks().lanes]
    assert widget.store.state.scrolled > 0


def test_the_first_view_waits_for_no_lane(qtbot: QtBot) -> None:
    columns = some_events(120)
    view = ViewState(span=SPAN, bands=(), focus=Focus("event", "event-7"))
    shown = TimelineWidget(Store(lambda _: everything(columns), view), MadeSource(columns))
    qtbot.addWidget(shown)
    shown.resize(1000, 420)
    shown.show()
    first = shown.grab().toImage()
    assert shown._lane_walk is None
    shown.navigator.choose(8)
    lane = next(one for one in shown.marks().lanes if one.id == shown.current_lane())
    at = QPoint(3, int(lane.rect.y) + 8)
    assert shown.grab().toImage().pixelColor(at) != first.pixelColor(at)

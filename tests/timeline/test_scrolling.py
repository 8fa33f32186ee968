"""Lanes that do not fit: how far they can be scrolled, what the bar and the words say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.arrange import LaneRoom, Sizes
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.lanenav import LaneNavigator
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.timeline.scrolling import HAIR, ScrollMark, free_room, scroll_mark
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import everything, some_events
from tests.timeline.test_layout import layout_of

COLUMNS = some_events(300)
HEIGHT = 150.0


def rooms_of(heights: list[int]) -> list[LaneRoom]:
    tops = [sum(heights[:place]) for place in range(len(heights))]
    return [LaneRoom(top, height, 1) for top, height in zip(tops, heights, strict=True)]


def mark_of(heights: list[int], high: int, scrolled: float) -> ScrollMark | None:
    area = Rect(120, 20, 600, high)
    return scroll_mark(rooms_of(heights), area, scrolled, Sizes())


@given(
    st.lists(st.integers(14, 200), min_size=1, max_size=20),
    st.integers(20, 600),
    st.floats(0, 1),
)
@example([14, 14, 20, 200, 199, 200, 200, 200, 200], 39, 0.1835331061567698)
def test_bar_and_words_tell_what_is_out_of_sight(
    heights: list[int], high: int, share: float
) -> None:
    most = sum(heights) - high
    mark = mark_of(heights, high, max(most, 0) * share)
    assert (mark is None) == (most <= 0)
    if mark is None:
        return
    assert mark.most == most
    assert mark.track.y - 1 <= mark.thumb.y
    assert mark.thumb.bottom <= mark.track.bottom + 1
    a_pixel = most / max(mark.track.height - mark.thumb.height, 1.0)
    assert mark.scrolled_at(mark.thumb.y) == pytest.approx(most * share, abs=a_pixel + 1)
    told = {more.down: int(more.text.split()[1]) for more in mark.more}
    area = Rect(120, 20, 600, high)
    top, bottom = free_room(area, mark)
    assert top == 20 + Sizes().line * (False in told)
    assert bottom == 20 + high - Sizes().line * (True in told)
    tops = [20 + room.top - most * share for room in rooms_of(heights)]
    pixels = [within(y, y + room, top, bottom) for y, room in zip(tops, heights, strict=True)]
    # What has no room for a line of its name is told of, and nothing else.
    assert sum(told.values()) == sum(inside < Sizes().line - HAIR for inside in pixels)


def within(first: float, last: float, top: float, bottom: float) -> float:
    """How much of what reaches from *first* to *last* lies between *top* and *bottom*."""
    return min(last, bottom) - max(first, top)


def test_the_whole_bar_scrolls_through_everything() -> None:
    mark = mark_of([100, 100, 100], 120, 0)
    assert mark is not None
    assert mark.scrolled_at(mark.track.y - 50) == 0
    assert mark.scrolled_at(mark.track.bottom) == mark.most == 180


def lanes_over(state: ViewState, height: float = HEIGHT) -> tuple[LaneNavigator, Store]:
    store = Store(lambda _: everything(COLUMNS), state)
    navigator = Navigator(store, layout_of(COLUMNS), lambda: 800.0)
    return LaneNavigator(navigator, lambda: height), store


def test_scrolling_ends_where_the_lanes_end_and_is_one_step_back() -> None:
    lanes, store = lanes_over(ViewState(lanes="place", bands=()))
    engine = layout_of(COLUMNS)
    lanes.scroll(40)
    lanes.scroll(1e6)
    most = engine.most_scroll(store.state, store.selection, HEIGHT)
    assert store.state.scrolled == round(most) > 40
    lanes.scroll(-1e6)
    assert store.state.scrolled == 0
    lanes.scroll(40)
    store.undo()
    assert store.state.scrolled == 0
    assert store.history.undo_name is None


def test_a_view_scrolled_further_than_there_are_lanes_shows_the_last_ones() -> None:
    lanes, store = lanes_over(ViewState(lanes="place", bands=(), scrolled=5000.0))
    engine = layout_of(COLUMNS)
    marks = engine.marks(store.state, store.selection, Canvas(800, HEIGHT))
    assert marks.lanes[-1].rect.bottom == pytest.approx(HEIGHT, abs=1.5)
    assert lanes.scrolled() < 5000
    high = engine.marks(store.state, store.selection, Canvas(800, 2000))
    assert high.scroll is None
    assert high.lanes[0].rect.y == high.plot.y


def test_a_lane_that_is_moved_or_walked_to_comes_into_sight() -> None:
    lanes, store = lanes_over(ViewState(lanes="place", bands=()))
    first, *_, last = lanes.shown()
    lanes.bring_into_sight(last)
    assert store.state.scrolled > 0
    lanes.bring_into_sight(first)
    assert store.state.scrolled == 0
    lanes.shift(last, -1)
    assert lanes.shown()[-2] == last
    assert store.state.lane_order
    assert store.state.scrolled > 0
    store.undo()
    assert (lanes.shown()[-1], store.state.scrolled) == (last, 0)
    store.redo()
    lanes.usual_order()
    assert lanes.shown()[-1] == last
    assert store.state.lane_order == ()
    lanes.shift("no lane", 1)
    lanes.bring_into_sight("no lane")
    assert store.history.undo_name == "Usual order of lanes"


@pytest.mark.parametrize("folded", [False, True])
def test_a_lane_that_comes_into_sight_is_not_hidden_by_the_words_about_others(
    folded: bool,
) -> None:
    engine, usual = layout_of(COLUMNS), lanes_over(ViewState(lanes="place"))[0].shown()
    shut = tuple(usual) if folded else ()
    high = 100.0 if folded else HEIGHT
    state = ViewState(lanes="place", bands=(), folded_lanes=shut)
    lanes, store = lanes_over(state, high)
    for lane in (*usual, *reversed(usual)):
        lanes.bring_into_sight(lane)
        marks = engine.marks(store.state, store.selection, Canvas(800, high))
        assert lane in [one.id for one in marks.lanes]


def test_bar_and_words_are_hit() -> None:
    engine = layout_of(COLUMNS)
    view = ViewState(lanes="place", bands=(), scrolled=60.0)
    marks = engine.marks(view, Selection(everything(COLUMNS).rows, 300, {}), Canvas(800, HEIGHT))
    assert marks.scroll is not None
    track = marks.scroll.track
    assert hit(marks, track.x + 2, track.y + 9).what == "scroll"
    found = {hit(marks, more.rect.x + 3, more.rect.y + 3).what for more in marks.scroll.more}
    assert found == {"more-above", "more-below"}

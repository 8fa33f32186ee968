"""Containers of hundreds: a part is laid out, words lead to the rest, keys reach every one."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.inside import SHOWN, WORDS, Inside, sound_parents
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, columns_of, everything, instant, lasting
from tests.timeline.test_labels import measure

FIRST, DAYS = 730_000, 3_650
SHIFT = Qt.KeyboardModifier.ShiftModifier


def container_of(count: int, inner: int = 0) -> EventColumns:
    """An event of ten years with *count* children, the third of which has *inner* of its own."""
    step = DAYS / (count + 1)
    bounds = [lasting(FIRST, FIRST + DAYS)]
    bounds += [instant(FIRST + int((at + 1) * step)) for at in range(count)]
    third = bounds[3][0] if count > 2 else FIRST
    bounds += [instant(third + 1 + at) for at in range(inner)]
    bounds += [instant(FIRST - 400), instant(FIRST + DAYS + 400)]
    made = columns_of(bounds)
    rows = {bound: row for row, bound in enumerate(bounds_of(made))}
    parent = np.full(len(made), -1, np.int32)
    for at, bound in enumerate(bounds[1 : count + inner + 1]):
        parent[rows[bound]] = rows[bounds[0]] if at < count else rows[bounds[3]]
    return replace(made, parent=parent, kind=np.zeros(len(made), np.uint8))


def bounds_of(made: EventColumns) -> list[tuple[int, ...]]:
    columns = made.start_earliest, made.start_latest, made.end_earliest, made.end_latest
    return list(zip(*(column.tolist() for column in columns), strict=True))


@given(st.integers(1, 60), st.integers(-50, DAYS + 50), st.none() | st.integers(0, 70))
def test_a_part_of_many_is_what_begins_in_sight_and_has_what_is_wanted(
    count: int, first: int, wanted: int | None
) -> None:
    columns = container_of(count)
    everyone = np.arange(len(columns), dtype=np.int32)
    inside = Inside(columns, sound_parents(columns), everyone)
    (row,) = np.flatnonzero(inside.counts).tolist()
    children = inside.children(row)
    part = inside.part(row, FIRST + first, wanted)
    at = children.index(part.rows[0])
    assert part.rows == children[at : at + len(part.rows)]
    if count <= SHOWN + WORDS:
        assert part == (children, None, None)
        return
    assert len(part.rows) == SHOWN
    assert part.before == ((at, children[at - 1]) if at else None)
    left = count - at - SHOWN
    assert part.behind == ((left, children[at + SHOWN]) if left else None)
    if wanted in children:
        assert wanted in part.rows
    else:
        begun = [one for one in children if columns.start_earliest[one] >= FIRST + first]
        assert part.rows[0] == (begun + children[-1:])[0] or part.rows == children[-SHOWN:]


def view_of(columns: EventColumns, *opened: int, focus: int | None = None) -> ViewState:
    return ViewState(
        span=Span(FIRST - 500, FIRST + DAYS + 500),
        bands=(),
        opened=tuple(f"event-{row}" for row in opened),
        focus=None if focus is None else Focus("event", f"event-{focus}"),
    )


def marks_of(columns: EventColumns, view: ViewState) -> Marks:
    engine, selection = Layout(MadeSource(columns), measure), everything(columns)
    high = engine.content_height(view, selection, 400) + 30
    return engine.marks(view, selection, Canvas(1100, max(high, 400)))


@given(st.integers(15, 300), st.integers(0, 30), st.integers(0, 330))
@settings(deadline=None, max_examples=40)
def test_boxes_of_many_have_room_and_nothing_in_them_overlaps(
    count: int, inner: int, focus: int
) -> None:
    columns = container_of(count, inner)
    parents = sorted(set(columns.parent.tolist()) - {-1})
    marks = marks_of(columns, view_of(columns, *parents, focus=min(focus, len(columns) - 1)))
    (lane,) = marks.lanes
    for box in marks.boxes:
        assert lane.rect.y <= box.rect.y
        assert box.rect.bottom <= lane.rect.bottom
        assert box.rect.height <= 13 * (2 + 2 * (SHOWN + WORDS) + 1)
    texts = [label.rect for label in marks.labels] + [more.rect for more in marks.mores]
    assert not any(one.meets(other) for one, other in combinations(texts, 2))
    outer = marks.boxes[0].rect
    for more in marks.mores:
        assert outer.x <= more.rect.x
        assert more.rect.right <= outer.right
    told = sum(int("".join(filter(str.isdigit, more.text))) for more in marks.mores)
    shown = {row for row in marks.spots.row.tolist() if columns.parent[row] >= 0}
    hidden = {row for row in range(len(columns)) if columns.parent[row] in shown | {0, 1}} - shown
    closed = {row for row in hidden if columns.parent[row] not in {box.row for box in marks.boxes}}
    assert told == len(hidden - closed)


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = container_of(40)
    made = TimelineWidget(
        Store(lambda _: everything(columns), view_of(columns, 1)), MadeSource(columns)
    )
    qtbot.addWidget(made)
    made.resize(1000, 160)
    made.show()
    return made


def in_box(widget: TimelineWidget) -> list[int]:
    parent = widget.source.columns.parent
    return [row for row in widget.marks().spots.row.tolist() if parent[row] == 1]


def seen(widget: TimelineWidget) -> bool:
    """Whether the mark of the chosen event is in sight of the lanes."""
    marks = widget.marks()
    ys = marks.spots.y[marks.spots.row == widget.chosen()]
    return bool(((ys > marks.plot.y) & (ys < marks.plot.y + widget.lanes.space())).any())


def test_five_hundred_cost_no_more_lines_than_fifteen() -> None:
    high = [
        marks_of(made, view_of(made, 1)).lanes[0].rect.height
        for made in map(container_of, (15, 500))
    ]
    assert high[0] == high[1]
    made = container_of(500)
    assert len(marks_of(made, view_of(made, 1)).labels) < SHOWN + 6


def test_a_click_on_the_words_goes_on_and_back(widget: TimelineWidget) -> None:
    widget.resize(1000, 400)
    children = in_box(widget)
    assert children == list(range(2, 2 + SHOWN))
    (more,) = widget.marks().mores
    assert more.text == f"▾ and {40 - SHOWN} more"
    at = QPoint(int(more.rect.x) + 8, int(more.rect.y) + 5)
    assert "go on" in widget.tooltip_at(QPointF(at))
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
    assert widget.chosen() == 2 + SHOWN
    assert in_box(widget) == list(range(2 + SHOWN, 2 + 2 * SHOWN))
    earlier, further = widget.marks().mores
    assert (earlier.text, further.text) == ("▴ 12 earlier", "▾ and 16 more")
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        pos=QPoint(int(earlier.rect.x) + 8, int(earlier.rect.y) + 5),
    )
    assert widget.chosen() == 1 + SHOWN
    assert in_box(widget) == children


def test_keys_reach_every_one_and_it_is_seen(widget: TimelineWidget) -> None:
    widget.show_row(1)
    for row in range(2, 42):
        QTest.keyClick(widget, Qt.Key.Key_Right)
        assert widget.chosen() == row
        assert row in in_box(widget)
        assert seen(widget)
    for row in range(40, 1, -1):
        QTest.keyClick(widget, Qt.Key.Key_Left)
        assert widget.chosen() == row
        assert seen(widget)


def test_shift_and_page_turn_the_pages(widget: TimelineWidget) -> None:
    widget.show_row(3)
    rows = []
    for key in (Qt.Key.Key_PageDown,) * 4 + (Qt.Key.Key_PageUp,):
        QTest.keyClick(widget, key, SHIFT)
        assert seen(widget)
        rows.append(widget.chosen())
    assert rows == [15, 27, 39, 41, 29]
    widget.show_row(0)
    QTest.keyClick(widget, Qt.Key.Key_PageDown, SHIFT)
    assert widget.chosen() == 0


def test_what_is_in_sight_of_time_is_shown_first(widget: TimelineWidget) -> None:
    begin = widget.source.columns.start_earliest[20].item()
    widget.navigator.show_span(Span(begin - 1, begin + 300), "zoom")
    assert in_box(widget)[0] == 20
    texts = [more.text for more in widget.marks().mores]
    assert texts == ["▴ 18 earlier", f"▾ and {40 - 18 - SHOWN} more"]


def test_what_is_walked_to_in_a_box_is_seen_there_and_not_in_its_own_lane(qtbot: QtBot) -> None:
    columns = container_of(40)
    kind = np.full(len(columns), 3, np.uint8)
    kind[1] = 0  # a visit, its agreements, and others in between
    columns = replace(columns, kind=kind)
    store = Store(lambda _: everything(columns), view_of(columns, 1))
    made = TimelineWidget(store, MadeSource(columns))
    qtbot.addWidget(made)
    made.resize(1000, 150)
    made.show()
    made.show_row(3)
    first, _ = made.lanes.shown()
    assert made.lanes.lane_of(3) != first
    assert made.lane_walk.current() == first
    lane = made.marks().lanes[0]
    assert lane.id == first
    ys = made.marks().spots.y[made.marks().spots.row == 3]
    bottom = made.marks().plot.y + made.lanes.space()
    assert any(made.marks().plot.y < y < min(lane.rect.bottom, bottom) for y in ys)
    store.change(replace(store.state, opened=()), "shut")
    made.show_row(3)
    assert made.marks().lanes[-1].id == made.lanes.lane_of(3) == made.lane_walk.current()

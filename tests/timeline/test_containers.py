"""Containers: what is drawn, apart or inside, is what was selected; nothing lies on anything."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.tooltip import spoken, tooltip
from azkz_desktop.timeline.ways import Ways
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, everything
from tests.timeline.test_inside import COUNT, FIRST, PARENTS, ROWS, family_of
from tests.timeline.test_labels import measure

SPAN = Span(FIRST - 200, FIRST + 400)
OPENED = st.sets(st.integers(0, COUNT - 1))
FOCUS = st.none() | st.integers(0, COUNT - 1)


def engine_of(parents: list[int], step: int = 10) -> Layout:
    return Layout(MadeSource(family_of(parents, step)), measure)


def view_of(opened: set[int], focus: int | None = None, lanes: str = "kind") -> ViewState:
    chosen = None if focus is None else Focus("event", f"event-{focus}")
    ids = tuple(f"event-{row}" for row in sorted(opened))
    return ViewState(span=SPAN, opened=ids, focus=chosen, lanes=lanes, bands=())


def selected(rows: set[int]) -> Selection:
    return Selection(np.array(sorted(rows), np.int32), COUNT, {})


def drawn_in_lane(
    engine: Layout, selection: Selection, lane: set[int], opened: set[int], focus: int | None
) -> Counter[int]:
    """Every event that a lane should show, by plain rules."""
    inside = engine.containers.inside(selection)
    if inside is None:
        return Counter(lane)
    shown: Counter[int] = Counter()

    def show(row: int) -> None:
        shown[row] += 1
        if row in opened:
            for child in inside.children(row):
                show(child)

    for row in lane:
        if inside.parent(row) not in lane:
            show(row)
    if focus in lane and not shown[focus]:
        show(focus)
    return shown


@given(PARENTS, ROWS, OPENED, FOCUS, st.sampled_from(["kind", "actor"]))
@example([-1, 13, *[0] * 12], set(range(COUNT)), set(range(COUNT)), 13, "kind")
@settings(deadline=None, max_examples=150)
def test_drawn_apart_or_inside_is_what_was_selected(
    parents: list[int], rows: set[int], opened: set[int], focus: int | None, lanes: str
) -> None:
    engine, selection = engine_of(parents), selected(rows)
    view = view_of(opened, focus, lanes)
    high = engine.content_height(view, selection, 900) + 30
    marks = engine.marks(view, selection, Canvas(1500, max(high, 900)))
    for lane, mark in zip(engine.shown(view, selection), marks.lanes, strict=True):
        own = set(lane.index.rows.tolist())
        inside_lane = (marks.spots.y >= mark.rect.y) & (marks.spots.y < mark.rect.bottom)
        told = Counter(marks.spots.row[inside_lane].tolist())
        assert told == drawn_in_lane(engine, selection, own, opened, focus)
    assert set(marks.spots.row.tolist()) <= rows
    check_badges(engine, marks, selection, opened)
    check_boxes(engine, marks, selection)


def check_badges(engine: Layout, marks: Marks, selection: Selection, opened: set[int]) -> None:
    """Every number is that of the children that pass the filter."""
    inside = engine.containers.inside(selection)
    boxed = {box.row for box in marks.boxes}
    for badge in marks.badges:
        assert inside is not None
        assert int(badge.text[1:]) == len(inside.children(badge.row)) > 0
        assert badge.text[0] == "▸" or badge.row in opened
    named = Counter(label.row for label in marks.labels)
    for label in marks.labels:
        if inside is not None and inside.holds(label.row):
            mine = [badge for badge in marks.badges if badge.row == label.row]
            assert len(mine) >= named[label.row]
    assert boxed <= {badge.row for badge in marks.badges}


def check_boxes(engine: Layout, marks: Marks, selection: Selection) -> None:
    """In a box lies what belongs there and nothing else; no text lies on another."""
    inside = engine.containers.inside(selection)
    for box in marks.boxes:
        assert inside is not None
        family = {box.row}
        for _ in range(COUNT):
            family |= {child for row in family for child in inside.children(row)}
        rect = box.rect
        lane = next(one for one in marks.lanes if one.rect.y <= rect.y < one.rect.bottom)
        assert rect.bottom <= lane.rect.bottom + 1
        texts = [label for label in marks.labels if label.rect.meets(rect)]
        assert {label.row for label in texts} <= family
        assert all(rect.x <= label.rect.x for label in texts)
        assert all(label.rect.right <= rect.right for label in texts)
        spots = marks.spots
        beside = (spots.x >= rect.x) & (spots.x < rect.right)
        within = beside & (spots.y >= rect.y) & (spots.y < rect.bottom)
        assert set(spots.row[within].tolist()) <= family
    check_nesting(marks)


def check_nesting(marks: Marks) -> None:
    """A box lies in another or beside it; no text lies on another text."""
    for one, other in combinations(marks.boxes, 2):
        if one.rect.meets(other.rect):
            outer, inner = one.rect, other.rect
            assert outer.x <= inner.x
            assert inner.right <= outer.right
            assert outer.y <= inner.y
            assert inner.bottom <= outer.bottom
    for label, text in combinations(marks.labels, 2):
        assert not label.rect.meets(text.rect), (label, text)
    for badge in marks.badges:
        others = [label for label in marks.labels if label.row != badge.row]
        assert not any(badge.rect.meets(label.rect) for label in others)


@given(PARENTS, OPENED, st.floats(-50, 200), st.floats(3, 900), st.sampled_from([420, 860, 1600]))
@settings(deadline=None, max_examples=100)
def test_boxes_keep_their_order_in_any_window(
    parents: list[int], opened: set[int], start: float, days: float, width: int
) -> None:
    engine, selection = engine_of(parents), selected(set(range(COUNT)))
    view = replace(view_of(opened), span=Span(FIRST + start, FIRST + start + days))
    marks = engine.marks(view, selection, Canvas(width, 1600))
    check_badges(engine, marks, selection, opened)
    check_boxes(engine, marks, selection)
    heights = {lane.id: lane.rect.height for lane in marks.lanes}
    # Where nothing that is open is in sight there is no room for it; else the same everywhere.
    shut = engine.marks(replace(view, opened=()), selection, Canvas(width, 1600))
    low = {lane.id: lane.rect.height for lane in shut.lanes}
    for span in (view.span, Span(FIRST + 5000, FIRST + 5900), Span(FIRST + start + 3, FIRST + 900)):
        again = engine.marks(replace(view, span=span), selection, Canvas(width, 1600))
        now = {lane.id: lane.rect.height for lane in again.lanes}
        in_sight = open_in(engine, selection, opened, span)
        assert standing_apart(engine, selection, again) <= in_sight
        if in_sight == open_in(engine, selection, opened, view.span):
            assert now == heights
        if not in_sight:
            assert now == low


def standing_apart(engine: Layout, selection: Selection, marks: Marks) -> set[int]:
    """The boxes that lie in no other one: what is inside an open one shows whatever its days."""
    inside, boxed = engine.containers.inside(selection), {box.row for box in marks.boxes}
    return {row for row in boxed if inside is not None and inside.parent(row) not in boxed}


def open_in(engine: Layout, selection: Selection, opened: set[int], span: Span | None) -> set[int]:
    """The open containers that have a day in *span*."""
    inside, columns = engine.containers.inside(selection), engine.source.columns
    assert span is not None
    return {
        row
        for row in opened
        if inside is not None
        and inside.holds(row)
        and columns.start_earliest[row] < span.end
        and columns.end_latest[row] + 1 > span.start
    }


VISIT = [-1, 0, 0, 0, 2, *[-1] * (COUNT - 5)]
"""A visit with three inside, one of which has one inside."""


def visit_kinds(kind: int = 0) -> Layout:
    columns = replace(family_of(VISIT), kind=np.full(COUNT, kind, np.uint8))
    return Layout(MadeSource(columns), measure)


def test_shut_it_hides_what_is_inside_and_says_how_many() -> None:
    marks = visit_kinds().marks(view_of(set()), selected(set(range(COUNT))), Canvas(1500, 300))
    assert set(marks.spots.row.tolist()) == {0, *range(5, COUNT)}
    (badge,) = marks.badges
    assert (badge.row, badge.text) == (0, "▸3")
    assert marks.inside == {0: 3}
    assert not marks.boxes


def test_open_it_shows_them_one_below_the_other_and_a_box_in_the_box() -> None:
    engine, rows = visit_kinds(), selected(set(range(COUNT)))
    marks = engine.marks(view_of({0, 2}), rows, Canvas(1500, 300))
    assert [box.row for box in marks.boxes] == [0, 2]
    assert set(marks.spots.row.tolist()) == set(range(COUNT))
    heights = [float(marks.spots.y[marks.spots.row == row][0]) for row in (0, 1, 2, 4, 3)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 5
    shut = engine.marks(view_of(set()), rows, Canvas(1500, 300))
    assert marks.lanes[0].rect.height > shut.lanes[0].rect.height - 1


def test_a_child_that_the_filter_leaves_out_is_not_counted_and_an_orphan_stands_by_itself() -> None:
    engine = visit_kinds()
    marks = engine.marks(view_of(set()), selected({0, 1, 4, 5}), Canvas(1500, 300))
    assert [(badge.row, badge.text) for badge in marks.badges] == [(0, "▸1")]
    assert set(marks.spots.row.tolist()) == {0, 4, 5}
    without = engine.marks(view_of({0}), selected({1, 3, 4}), Canvas(1500, 300))
    assert set(without.spots.row.tolist()) == {1, 3, 4}
    assert not without.badges
    assert not without.boxes


def test_where_the_parent_is_out_of_sight_what_is_inside_stands_by_itself() -> None:
    view = replace(view_of(set()), span=Span(FIRST + 5, FIRST + 60))
    marks = visit_kinds().marks(view, selected(set(range(COUNT))), Canvas(1500, 300))
    assert {1, 2, 3} <= set(marks.spots.row.tolist())


def test_the_chosen_event_shows_even_inside_a_shut_one() -> None:
    marks = visit_kinds().marks(view_of(set(), 3), selected(set(range(COUNT))), Canvas(1500, 300))
    assert 3 in marks.spots.row
    assert {ring.row for ring in marks.rings if ring.role == "chosen"} == {3}


def test_in_a_folded_lane_nothing_is_open() -> None:
    view = replace(view_of({0}), folded_lanes=("visits",))
    marks = visit_kinds().marks(view, selected(set(range(COUNT))), Canvas(1500, 300))
    assert not marks.boxes
    assert 1 not in marks.spots.row
    assert not marks.labels


def test_badge_and_box_are_hit_and_told() -> None:
    engine, rows = visit_kinds(), selected(set(range(COUNT)))
    marks = engine.marks(view_of({0}), rows, Canvas(1500, 300))
    badge = next(one for one in marks.badges if one.row == 0)
    found = hit(marks, badge.rect.x + 3, badge.rect.y + 3)
    assert (found.what, found.row) == ("badge", 0)
    scale = engine.scale(view_of({0}), rows, 1500)
    assert "3 inside" in tooltip(found, engine.source, marks, scale, badge.rect.x)
    box = marks.boxes[0].rect
    inner = hit(marks, box.right - 2, box.bottom - 2)
    assert (inner.what, inner.row) == ("event", 0)
    assert "3 inside" in tooltip(inner, engine.source, marks, scale, box.right)
    assert spoken(engine.source, 0, 3).endswith(". 3 inside")


def test_a_file_without_parents_has_no_containers() -> None:
    columns = family_of([-1] * COUNT)
    engine = Layout(MadeSource(columns), measure)
    assert engine.containers.inside(everything(columns)) is None
    marks = engine.marks(view_of({3}), everything(columns), Canvas(900, 300))
    assert not marks.badges
    assert marks.inside is None
    store = Store(lambda _: everything(columns), view_of({3}))
    assert Ways(store, engine).walk() is None


@pytest.mark.parametrize("many", [3000])
def test_in_a_density_an_open_one_still_shows(many: int) -> None:
    parents = [-1, 0, 0, *[-1] * (many - 3)]
    columns = replace(family_of(parents, 1), kind=np.zeros(many, np.uint8))
    engine = Layout(MadeSource(columns), measure)
    view = replace(view_of({0}), span=Span(FIRST - 10, FIRST + many))
    marks = engine.marks(view, everything(columns), Canvas(900, 400))
    assert marks.densities
    assert [box.row for box in marks.boxes] == [0]
    assert {0, 1, 2} <= set(marks.spots.row.tolist())

"""In a lane with rows to spare, parallel bars lie on lines of their own, clear of all names."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.arrange import (
    SPARED,
    Sizes,
    depth_of,
    line_of,
    lines_for,
    row_tops,
    rows_below,
)
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.tracks import MOST_LINES, TRACKS
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import columns_of, everything, instant, lasting
from tests.timeline.test_layout import FIRST, layout_of

HIGH, LOW = Canvas(900, 400), Canvas(900, 90)
PARALLEL = 11


def marks_of(canvas: Canvas, first: int = 0, contested: int = 0) -> Marks:
    """Bars that all run at once, each from a day later on, and some single days among them."""
    bars = [lasting(FIRST + 20 * at, FIRST + 900 + 5 * at) for at in range(PARALLEL)]
    days = [instant(FIRST + 30 + 70 * at) for at in range(8)]
    columns = columns_of([*bars, *days], contested=[*[False] * 4, *[True] * contested,
                                                    *[False] * (15 - contested)])  # fmt: skip
    view = ViewState(span=Span(FIRST + first, FIRST + first + 1000), bands=())
    return layout_of(columns).marks(view, everything(columns), canvas)


@given(st.integers(0, MOST_LINES), st.integers(0, 14), st.sampled_from([11.0, 13.0, 19.0, 26.0]))
def test_lines_below_fit_into_the_rows_that_they_take(wanted: int, rows: int, line: float) -> None:
    sizes = Sizes(line)
    lines = lines_for(max(wanted, TRACKS), rows, sizes)
    below = rows_below(lines, sizes)
    assert TRACKS <= lines <= max(wanted, TRACKS)
    assert below <= rows // SPARED
    tops = row_tops(line_of(0.0, sizes), rows, sizes)
    if lines > TRACKS:
        deepest = line_of(0.0, sizes) + depth_of(lines - 1, sizes) + sizes.spot
        assert deepest <= tops[1 + below] <= deepest + 1 + sizes.line
        assert depth_of(TRACKS, sizes) - sizes.track >= sizes.bar + 1


def test_parallel_bars_lie_apart_and_each_has_its_mark_on_it() -> None:
    marks = marks_of(HIGH)
    spans, spots, line = marks.spans, marks.spots, marks.lanes[0].line
    heights = dict(zip(spans.row.tolist(), spans.y.tolist(), strict=True))
    assert len(set(heights.values())) == len(heights) == PARALLEL
    below = {row: y for row, y in heights.items() if y > line + 5}
    assert len(below) == PARALLEL - TRACKS
    stand = dict(zip(spots.row.tolist(), spots.y.tolist(), strict=True))
    assert {row: stand[row] for row in below} == below
    assert {y for row, y in stand.items() if row not in below} == {line}


def test_no_name_lies_on_a_mark_or_a_bar() -> None:
    marks = marks_of(HIGH)
    assert len(marks.labels) > TRACKS
    for label in marks.labels:
        rect = label.rect
        for x, y in zip(marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True):
            beside = x + 5 <= rect.x or x - 5 >= rect.right
            assert beside or y + 5 <= rect.y or y - 5 >= rect.bottom
        for x0, x1, y in zip(marks.spans.x0, marks.spans.x1, marks.spans.y, strict=True):
            assert x1 <= rect.x or x0 >= rect.right or y + 1.5 <= rect.y or y - 1.5 >= rect.bottom


@pytest.mark.parametrize("days", [400, 1000, 3000])
def test_what_begins_on_one_day_is_named_each_by_a_line_from_its_own_bar(days: int) -> None:
    """At their marks, which lie one below the other, there is room for one line only."""
    columns = columns_of([lasting(FIRST, FIRST + 3000)] * PARALLEL + [instant(FIRST + 90)] * 2)
    view = ViewState(span=Span(FIRST - 20, FIRST + days), bands=())
    marks = layout_of(columns).marks(view, everything(columns), HIGH)
    heights = dict(zip(marks.spans.row.tolist(), marks.spans.y.tolist(), strict=True))
    named = {label.row: label for label in marks.labels if label.row in heights}
    assert len(named) == PARALLEL
    for row, label in named.items():
        assert label.leader_top == pytest.approx(heights[row], abs=0.5)
    assert len({label.leader_x for label in named.values()}) == PARALLEL


def test_bars_keep_their_lines_while_one_pans() -> None:
    here, there = marks_of(HIGH).spans, marks_of(HIGH, first=400).spans
    known = dict(zip(here.row.tolist(), here.y.tolist(), strict=True))
    moved = dict(zip(there.row.tolist(), there.y.tolist(), strict=True))
    assert moved == {row: known[row] for row in moved}
    assert len(moved) == PARALLEL


def test_in_a_low_lane_rows_are_for_names() -> None:
    marks = marks_of(LOW)
    assert len(set(marks.spans.y.tolist())) == TRACKS
    highest = min(label.y for label in marks.labels)
    assert highest == pytest.approx(marks.lanes[0].line + 6, abs=1)


def test_what_is_contested_stays_on_the_line_and_is_marked_once() -> None:
    marks = marks_of(HIGH, contested=3)
    stand = marks.spots.y[marks.spots.amber]
    assert len(stand) == 3
    assert set(stand.tolist()) == {marks.lanes[0].line}


def test_each_bar_is_hit_on_its_own_line() -> None:
    marks = marks_of(HIGH)
    x = float(np.max(marks.spots.x)) + 20
    for row, y in zip(marks.spans.row.tolist(), marks.spans.y.tolist(), strict=True):
        assert hit(marks, x, y).row == row

"""The overview's marks: a histogram of everything, and the brush in all its grips."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.overviewmarks import (
    dragged,
    overview_marks,
    part_at,
    period_words,
)
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.view.state import Span
from tests.timeline.made import columns_of, day, instant

GROUND = Rect(100, 2, 600, 24)
SCALE = Scale(day("1990-01-01"), day("2020-01-01"), 600, 100)


@given(st.lists(st.integers(day("1990-01-01"), day("2019-12-31")), max_size=60))
def test_bars_stand_where_events_begin(days: list[int]) -> None:
    columns = columns_of([instant(one) for one in days])
    index = LaneIndex(columns, np.arange(len(days), dtype=np.int32))
    marks = overview_marks(index, SCALE, Span(SCALE.start, SCALE.end), GROUND)
    for one in days:
        x = SCALE.x(one + 0.5)
        assert any(bar.x - 1 <= x <= bar.right + 2 for bar in marks.bars)
    whens = [date.fromordinal(one) for one in days]
    assert len(marks.bars) == len({(when.year, when.month > 6) for when in whens})
    if marks.bars:
        tallest = max(marks.bars, key=lambda bar: bar.height)
        assert tallest.height <= GROUND.height
        assert all(bar.bottom == GROUND.bottom for bar in marks.bars)


def test_the_brush_lies_over_what_is_in_sight_and_stays_on_the_strip() -> None:
    index = LaneIndex(columns_of([]), np.empty(0, np.int32))
    inside = overview_marks(index, SCALE, Span(day("2000-01-01"), day("2005-01-01")), GROUND).brush
    assert inside.x == pytest.approx(SCALE.x(day("2000-01-01")))
    assert inside.right == pytest.approx(SCALE.x(day("2005-01-01")))
    beyond = overview_marks(index, SCALE, Span(day("1900-01-01"), day("1905-01-01")), GROUND).brush
    assert GROUND.x <= beyond.x < beyond.right <= GROUND.right


def test_the_grips_of_the_brush() -> None:
    index = LaneIndex(columns_of([]), np.empty(0, np.int32))
    marks = overview_marks(index, SCALE, Span(day("2000-01-01"), day("2010-01-01")), GROUND)
    brush = marks.brush
    found = [part_at(marks, x) for x in (brush.x, brush.x + 50, brush.right, brush.x - 30)]
    assert found == ["start", "middle", "end", "outside"]


def test_dragging_moves_widens_or_begins_anew() -> None:
    span = Span(100, 200)
    assert dragged(span, "middle", 150, 170, 1) == Span(120, 220)
    assert dragged(span, "start", 100, 130, 1) == Span(130, 200)
    assert dragged(span, "start", 100, 300, 1) == Span(199, 200)
    assert dragged(span, "end", 200, 50, 1) == Span(100, 101)
    assert dragged(span, "outside", 400, 350, 1) == Span(350, 400)


def test_a_period_is_named_as_roughly_as_it_is_meant() -> None:
    assert period_words(Span(day("2004-03-01"), day("2008-11-01"))) == ("2004", "2008")
    assert period_words(Span(day("2004-03-05"), day("2004-11-02"))) == ("2004-03", "2004-11")
    assert period_words(Span(day("2004-03-05"), day("2004-03-20"))) == ("2004-03-05", "2004-03-19")

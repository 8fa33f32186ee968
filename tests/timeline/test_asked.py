"""The period of a filter leaves a trace on the axis and in the overview, whatever is in sight."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.query.filter import Filter
from azkz_desktop.timeline.asked import AskedMark, asked_mark
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.tooltip import tooltip
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import MadeSource, day, everything, some_events
from tests.timeline.test_layout import measure

SCALE = Scale(day("1991-01-01"), day("2024-01-01"), 700, 150)
COLUMNS = some_events(40)


def test_the_years_that_are_asked_for_are_bracketed() -> None:
    mark = asked_mark(Filter(start="2004", end="2005"), SCALE)
    first, behind = (SCALE.pixel(day(f"{year}-01-01")) for year in (2004, 2006))
    assert mark == AskedMark(first, behind, True, True, "2004–2005")


@pytest.mark.parametrize(
    ("wanted", "closed", "words"),
    [
        (Filter(start="2004"), (True, False), "from 2004"),
        (Filter(end="2005-05"), (False, True), "until May 2005"),
        (Filter(start="1980", end="2030"), (False, False), "1980–2030"),
    ],
)
def test_an_end_out_of_sight_is_not_closed(
    wanted: Filter, closed: tuple[bool, bool], words: str
) -> None:
    mark = asked_mark(wanted, SCALE)
    assert mark is not None
    assert (mark.closed_left, mark.closed_right) == closed
    assert mark.words == words
    assert closed[0] or mark.x0 == SCALE.left
    assert closed[1] or mark.x1 == SCALE.right


@pytest.mark.parametrize(
    "wanted", [Filter(), Filter(text="a"), Filter(start="1980", end="1985"), Filter(start="2030"),
               Filter(start="soon")]
)  # fmt: skip
def test_without_a_period_in_sight_there_is_none(wanted: Filter) -> None:
    assert asked_mark(wanted, SCALE) is None


@given(st.integers(0, 14_000), st.integers(0, 9000), st.integers(0, 12_000), st.floats(1, 40_000))
def test_it_holds_the_days_that_are_asked_for_and_no_others(
    first: int, days: int, start: int, seen: float
) -> None:
    low = day("1990-01-01")
    scale = Scale(low + start, low + start + seen, 700, 150)
    wanted = Filter(start=_iso(low + first), end=_iso(low + first + days))
    mark = asked_mark(wanted, scale)
    for x in range(150, 850, 13):
        at = scale.day_in(x)
        held = mark is not None and mark.contains(x)
        if scale.per_day > 0.5:  # else a day is hardly to be seen and drawn wider
            assert held == (low + first <= at <= low + first + days)
    if mark is not None:
        assert 150 <= mark.x0 < mark.x1 <= 850


def _iso(at: int) -> str:
    return date.fromordinal(at).isoformat()


def marks_of(wanted: Filter) -> tuple[Marks, Scale]:
    view = ViewState(filter=wanted, span=Span(SCALE.start, SCALE.end), moment="1995-01-01")
    engine, selection = Layout(MadeSource(COLUMNS), measure), everything(COLUMNS)
    marks = engine.marks(view, selection, Canvas(900, 300))
    return marks, engine.scale(view, selection, 900)


def test_pointed_at_on_the_axis_it_says_what_it_is() -> None:
    marks, scale = marks_of(Filter(start="2004", end="2005"))
    told = []
    for year in (2002, 2004, 2005, 2007):
        x = scale.pixel(day(f"{year}-05-01"))
        found = hit(marks, x, marks.axis.y + 5)
        told.append(tooltip(found, MadeSource(COLUMNS), marks, scale, x))
    words = "The filter asks for 2004–2005. Press 0 to see just that."
    assert told == ["", words, words, ""]


def test_no_mark_moves_for_it() -> None:
    marks, _ = marks_of(Filter(start="2004", end="2005"))
    without, _ = marks_of(Filter(text="a"))
    assert without.asked is None
    assert (marks.spots.x == without.spots.x).all()
    assert marks.plot == without.plot

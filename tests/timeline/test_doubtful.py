"""Events that may not lie in the window at all: named last, grey, with the date in words."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START, EventColumns
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.labels import DOUBTFUL
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Label
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import (
    Bounds,
    MadeSource,
    columns_of,
    day,
    everything,
    instant,
    lasting,
    some_events,
)

NOVEMBER = Span(day("2008-11-01"), day("2008-12-01"))
WITHIN, YEAR = instant(day("2008-11-03")), instant(day("2008-01-01"), day("2008-12-31"))
EARLIER: Bounds = NO_START, day("2010-12-31"), NO_START, day("2010-12-31")
GOING_ON = lasting(day("2001-01-01"), day("2015-01-01"))
ROUGHLY: Bounds = (
    day("2001-01-01"), day("2004-12-31"), day("2006-01-01"), day("2015-12-31"),
)  # fmt: skip
"""It began by 2004, and lasted until 2006 at the least: perhaps, but not surely, until 2008."""


def named(
    columns: EventColumns, span: Span, chosen: int | None = None, height: float = 150
) -> list[Label]:
    engine = Layout(MadeSource(columns), lambda text, _: len(text) * 6.0, Sizes())
    focus = None if chosen is None else Focus("event", f"event-{chosen}")
    view = ViewState(span=span, focus=focus)
    return list(engine.marks(view, everything(columns), Canvas(1000, height)).labels)


def grey(bounds: Bounds, span: Span) -> bool:
    (label,) = named(columns_of([bounds]), span)
    assert (label.role == DOUBTFUL) == (" · " in label.text)
    return label.role == DOUBTFUL


@pytest.mark.parametrize(
    ("bounds", "doubtful"),
    [(WITHIN, False), (YEAR, True), (EARLIER, True), (GOING_ON, False), (ROUGHLY, True)],
)
def test_it_is_grey_with_its_date_where_it_may_lie_outside(bounds: Bounds, doubtful: bool) -> None:
    assert grey(bounds, NOVEMBER) == doubtful


@pytest.mark.parametrize("bounds", [YEAR, EARLIER, GOING_ON, ROUGHLY])
def test_it_is_not_where_all_of_it_is_in_sight(bounds: Bounds) -> None:
    assert not grey(bounds, Span(day("2000-01-01"), day("2020-01-01")))


def test_a_mark_in_sight_makes_nothing_certain() -> None:
    middle = day("2008-07-01")
    assert grey(YEAR, Span(middle - 20, middle + 20))
    assert not grey(instant(middle), Span(middle - 20, middle + 20))
    # Who knows no further than "2010 or earlier" is told so by the mark and the open end.
    assert not grey(EARLIER, Span(EARLIER[1] - 20, EARLIER[1] + 20))


def test_what_lasted_surely_until_then_is_certain_there() -> None:
    assert not grey(ROUGHLY, Span(day("2005-02-01"), day("2005-03-01")))
    assert grey(ROUGHLY, Span(day("2012-02-01"), day("2012-03-01")))


def test_what_is_certain_is_named_first_however_light() -> None:
    columns = columns_of([EARLIER, instant(day("2008-11-03"))], weights=[9.0, 1.0])
    assert [(one.row, one.rank) for one in named(columns, NOVEMBER)] == [(1, 0), (0, 1)]
    both = named(columns, Span(day("2000-01-01"), day("2020-01-01")))
    assert [one.row for one in both] == [0, 1]


def test_among_the_doubtful_weight_decides() -> None:
    bounds = [instant(day("2000-01-01") + 90 * at, day("2016-12-31")) for at in range(20)]
    columns = columns_of(bounds, weights=list(range(20)))
    labels = named(columns, NOVEMBER)
    doubtful = [one.row for one in labels if one.role == DOUBTFUL]
    certain = [one.row for one in labels if one.role != DOUBTFUL]
    heaviest = [row for row in np.argsort(columns.weight)[::-1].tolist() if row not in certain]
    assert len(doubtful) > 1
    assert [one.row for one in labels] == certain + heaviest[: len(doubtful)]


def test_the_chosen_one_is_bold_and_keeps_its_date() -> None:
    columns = columns_of([YEAR])
    (plain,), (chosen,) = named(columns, NOVEMBER), named(columns, NOVEMBER, chosen=0)
    assert chosen.role == "label-bold"
    assert (chosen.text, chosen.rect) == (plain.text, plain.rect)


def brute_force(columns: EventColumns, row: int, span: Span) -> bool:
    """Whether something of it surely lies in the window: all of a day, or all that it may fill.

    Of an open end that is as much as is known: its mark.
    """
    earliest, starts = int(columns.start_earliest[row]), int(columns.start_latest[row])
    ends, latest = int(columns.end_earliest[row]), int(columns.end_latest[row])
    if starts <= ends and starts < span.end and ends + 1 > span.start:
        return True
    within = span.start <= earliest or earliest <= NO_START
    within &= latest + 1 <= span.end or latest >= NO_END
    is_open = earliest <= NO_START or latest >= NO_END
    (anchor,) = extents(columns, np.array([row], np.int32)).anchor.tolist()
    return within and (not is_open or span.start <= anchor <= span.end)


COLUMNS = some_events(300)


@given(st.integers(day("1990-01-01"), day("2023-01-01")), st.integers(5, 4000))
@settings(max_examples=60, deadline=None)
def test_grey_is_what_does_not_surely_lie_in_the_window(start: int, days: int) -> None:
    span = Span(start, start + days)
    for label in named(COLUMNS, span, height=400):
        assert (label.role == DOUBTFUL) != brute_force(COLUMNS, label.row, span)

"""An event that is chosen elsewhere comes into sight by the least, in one step with the choice."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.following import EDGE, followed, span_with
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import Bounds, MadeSource, columns_of, day, everything, some_events
from tests.timeline.test_layout import events

COLUMNS = some_events(120)
SOURCE = MadeSource(COLUMNS)
SPAN = Span(day("2004-01-01"), day("2006-01-01"))


def store(state: ViewState, selection: Selection | None = None) -> Store:
    shown = selection or everything(COLUMNS)
    return Store(
        lambda _: shown, state, follow=lambda old, new, shown: followed(old, new, shown, SOURCE)
    )


def chosen(row: int) -> Focus:
    return Focus("event", f"event-{row}")


def to_the_day(after: str) -> int:
    """The first event after a day that is known to the day."""
    exact = COLUMNS.start_earliest == COLUMNS.end_latest
    return int(np.flatnonzero(exact & (COLUMNS.start_earliest > day(after)))[0])


@given(events(), st.data(), st.integers(-3000, 3000), st.sampled_from([1, 30, 700, 9000]))
def test_it_moves_only_as_far_as_it_must(
    bounds: list[Bounds], data: st.DataObject, begin: int, days: int
) -> None:
    columns = columns_of(bounds)
    row = data.draw(st.integers(0, len(bounds) - 1))
    start = float(day("2001-01-01") + begin)
    span = Span(start, start + days)
    found = span_with(span, columns, row)
    assert found.days == pytest.approx(days)
    event = extents(columns, np.array([row], np.int32))
    mark = float(event.anchor[0])
    if span.start <= mark <= span.end:
        assert found == span
    if found == span:
        visible = min(float(event.last[0]), span.end) - max(float(event.first[0]), span.start)
        assert span.start - days / 50 <= mark <= span.end + days / 50 or visible >= days / 25
    else:
        edge = EDGE * days
        left = mark < span.start
        assert mark == pytest.approx(found.start + edge if left else found.end - edge, abs=1e-6)


def test_choosing_and_moving_are_one_step() -> None:
    shown = store(ViewState(span=SPAN))
    before, row = shown.state, to_the_day("2012-01-01")
    shown.change(replace(before, focus=chosen(row)), "Choose an event")
    assert shown.state.span is not None
    assert shown.state.span.days == pytest.approx(SPAN.days)
    assert shown.state.span.start < COLUMNS.start_earliest[row] < shown.state.span.end
    after = shown.state
    shown.undo()
    assert shown.state == before
    assert shown.history.undo_name is None
    shown.redo()
    assert shown.state == after


def test_what_is_in_sight_moves_nothing() -> None:
    shown = store(ViewState(span=SPAN))
    row = to_the_day("2004-06-01")
    shown.change(replace(shown.state, focus=chosen(row)), "Choose an event")
    assert shown.state == ViewState(span=SPAN, focus=chosen(row))


@pytest.mark.parametrize(
    "bounds",
    [
        (day("1995-01-01"), day("1995-01-01"), NO_END, NO_END),
        (NO_START, day("2010-01-01"), NO_START, day("2010-01-01")),
        (day("1999-01-01"), day("1999-12-31"), day("2004-06-01"), day("2004-06-01")),
    ],
)
def test_a_bar_that_runs_through_the_window_is_in_sight(bounds: Bounds) -> None:
    assert span_with(SPAN, columns_of([bounds]), 0) == SPAN


def test_nothing_follows_where_days_or_filter_change_or_the_event_is_not_shown() -> None:
    row = to_the_day("2012-01-01")
    state = ViewState(span=SPAN)
    for new in (
        replace(state, focus=chosen(row), span=Span(SPAN.start + 9, SPAN.end + 9)),
        replace(state, focus=chosen(row), filter=Filter(kinds=("visit",))),
        replace(state, focus=chosen(row), span=None),
        replace(state, focus=Focus("actor", "heydar-aliyev")),
        replace(state, lanes="actor"),
    ):
        shown = store(state)
        shown.change(new, "change")
        assert shown.state == new
    whole = store(ViewState())
    whole.change(ViewState(focus=chosen(row)), "choose")
    assert whole.state.span is None
    others = np.array([one for one in range(120) if one != row], np.int32)
    hidden = store(state, Selection(others, 120, {}))
    hidden.change(replace(state, focus=chosen(row)), "choose")
    assert hidden.state.span == SPAN


def test_who_pans_away_from_what_is_chosen_is_not_called_back() -> None:
    row = to_the_day("2012-01-01")
    shown = store(ViewState(span=SPAN, focus=chosen(row)))
    away = replace(shown.state, span=Span(SPAN.start - 9, SPAN.end - 9))
    shown.change(away, "Move in time", "pan")
    assert shown.state == away
    shown.change(replace(away, moment="2001-01-01"), "Move the moment")
    assert shown.state.span == away.span

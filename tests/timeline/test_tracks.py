"""Bars of a lane lie on different lines wherever three lines suffice."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END
from azkz_desktop.timeline import tracks as module
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.lanes import Lane, lanes_by
from azkz_desktop.timeline.tracks import TRACKS
from tests.timeline.made import Bounds, columns_of, instant, lasting

FIRST = 730_000
BARS = st.builds(
    lambda first, days, lasts: (lasting if lasts else instant)(FIRST + first, FIRST + first + days),
    st.integers(0, 40),
    st.integers(1, 25),
    st.integers(0, 9).map(bool),
)


def lane_of(bounds: list[Bounds]) -> Lane:
    (lane,) = lanes_by("kind", columns_of(bounds), np.arange(len(bounds), dtype=np.int32), {})
    return lane


@given(st.lists(BARS, min_size=1, max_size=16))
def test_on_any_day_no_two_of_three_bars_share_a_track(bounds: list[Bounds]) -> None:
    lane = lane_of(bounds)
    rows = lane.index.rows
    span, tracks = extents(lane.index.columns, rows), lane.tracks(rows)
    assert set(tracks[~span.lasting].tolist()) <= {0}
    for day in range(FIRST, FIRST + 70):
        running = span.lasting & (span.first <= day) & (span.last > day)
        if running.sum() <= TRACKS:
            assert len(set(tracks[running].tolist())) == running.sum(), day


def test_the_fourth_in_a_row_takes_a_line_that_is_free_not_that_of_the_first() -> None:
    """The first runs on; two short ones have ended: by turns the fourth lay on the first."""
    days = [(0, 900), (10, 20), (30, 40), (50, 60)]
    lane = lane_of([lasting(FIRST + first, FIRST + last) for first, last in days])
    tracks = lane.tracks(lane.index.rows).tolist()
    assert tracks.count(tracks[0]) == 1
    assert all(one != other for one, other in pairwise(tracks))


def test_what_ended_nobody_knows_when_holds_no_line_for_ever() -> None:
    """It is drawn as a stub at its begin, so behind that its line is free."""
    stubs = [(FIRST + at, FIRST + at, FIRST + at, NO_END) for at in range(2)]
    bars = [lasting(FIRST + 100, FIRST + 900), lasting(FIRST + 110, FIRST + 800)]
    lane = lane_of([*stubs, *bars, lasting(FIRST + 120, FIRST + 130)])
    assert len(set(lane.tracks(lane.index.rows).tolist()[2:])) == TRACKS


def test_very_many_are_dealt_out_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 4)
    lane = lane_of([lasting(FIRST + at, FIRST + 99) for at in range(7)])
    assert lane.tracks(lane.index.rows).tolist() == [1, 2, 0, 1, 2, 0, 1]


def test_many_at_a_time_are_spread_over_all_lines() -> None:
    """Whatever long ones run on beneath, none of the lines holds all the short ones."""
    long = [lasting(FIRST + at, FIRST + 900 + 50 * at) for at in range(TRACKS)]
    short = [lasting(FIRST + 10 + at, FIRST + 300 - 9 * at) for at in range(9)]
    lane = lane_of([*long, *short])
    assert np.bincount(lane.tracks(lane.index.rows)).tolist() == [4, 4, 4]


def test_a_single_bar_lies_above_the_marks_of_days_and_above_links_between_dates() -> None:
    lane = lane_of([lasting(FIRST, FIRST + 99), instant(FIRST + 20)])
    assert lane.tracks(lane.index.rows).tolist() == [1, 0]


@given(st.lists(BARS, min_size=1, max_size=16), st.integers(4, 8))
def test_with_further_lines_more_bars_lie_apart(bounds: list[Bounds], lines: int) -> None:
    lane = lane_of(bounds)
    rows = lane.index.rows
    span, tracks = extents(lane.index.columns, rows), lane.tracks(rows, lines)
    most = 0
    for day in range(FIRST, FIRST + 70):
        running = span.lasting & (span.first <= day) & (span.last > day)
        most = max(most, int(running.sum()))
        if running.sum() <= lines:
            assert len(set(tracks[running].tolist())) == running.sum(), day
    wanted = max(TRACKS, min(most, module.MOST_LINES)) if span.lasting.sum() > TRACKS else TRACKS
    assert lane.lines_wanted == wanted


def test_of_what_is_contested_or_holds_others_bars_stay_with_the_marks_on_the_line() -> None:
    columns = columns_of([lasting(FIRST, FIRST + 99)] * 9, contested=[False] * 6 + [True] * 3)
    columns = replace(columns, parent=np.array([-1, 4, 4, *[-1] * 6], np.int32))
    (lane,) = lanes_by("kind", columns, np.arange(9, dtype=np.int32), {})
    assert lane.lines_wanted == 5 + TRACKS  # the others cannot lie below
    tracks = lane.tracks(lane.index.rows, 9)
    assert (tracks[[4, 6, 7, 8]] < TRACKS).all()
    assert len(set(tracks[[0, 1, 2, 3, 5]].tolist())) == 5


def test_a_lane_of_very_many_bars_wants_no_further_lines() -> None:
    lane = lane_of([lasting(FIRST, FIRST + 9)] * (module.FEW + 1))
    assert lane.lines_wanted == TRACKS

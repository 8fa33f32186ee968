"""What a lane's index answers equals brute force."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START, EventColumns
from azkz_desktop.timeline import index as index_module
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.index import THROUGH, DurationClasses, LaneIndex, pixel_edges
from tests.timeline.made import Bounds, columns_of

DAYS = st.integers(700_000, 700_400)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Instants, long spans, open ends, events that cover everything."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    start = draw(st.sampled_from([first, first, first, NO_START]))
    end = draw(st.sampled_from([first, first + 1, last, last, NO_END]))
    return start, start, end, max(start, end)


LANES = st.lists(bounds(), max_size=60)


def overlapping(lane: list[Bounds], first: int, last: int) -> int:
    return sum(start <= last and end >= first for start, _, _, end in lane)


@given(LANES, DAYS, DAYS)
def test_overlap_and_count_are_those_of_brute_force(lane: list[Bounds], a: int, b: int) -> None:
    first, last = sorted((a, b))
    columns = columns_of(lane)
    index = LaneIndex(columns, np.arange(len(lane), dtype=np.int32))
    found = index.overlapping(first, last)
    wanted = np.flatnonzero((columns.start_earliest <= last) & (columns.end_latest >= first))
    assert found.tolist() == wanted.tolist()
    running = DurationClasses(columns.start_earliest, columns.end_latest).running(first)
    assert running.tolist() == [row for row in found if columns.start_earliest[row] < first]
    assert index.count(first, last) == len(wanted) == overlapping(lane, first, last)


@pytest.mark.parametrize("longest", [index_module.LONGEST, 0], ids=["table", "search"])
@given(
    lane=LANES,
    start=st.floats(699_990, 700_400),
    days=st.floats(0.1, 30),
    pixels=st.integers(1, 40),
)
@settings(deadline=None)
def test_counts_in_every_pixel_are_those_of_brute_force(
    longest: int, lane: list[Bounds], start: float, days: float, pixels: int
) -> None:
    edges = start + np.arange(pixels + 1) * days / pixels
    index = LaneIndex(columns_of(lane), np.arange(len(lane), dtype=np.int32))
    was, index_module.LONGEST = index_module.LONGEST, longest
    try:
        begun, running = index.per_pixel(pixel_edges(edges))
    finally:
        index_module.LONGEST = was
    for pixel, (left, right) in enumerate(pairwise(edges)):
        began = sum(left <= first < right for first, _, _, _ in lane)
        runs = sum(first < right and last + 1 > left for first, _, _, last in lane)
        assert (begun[pixel], running[pixel]) == (began, runs)


@given(LANES, DAYS, st.integers(0, 200), st.integers(0, 30), st.integers(1, 30))
@settings(deadline=None, max_examples=300)
def test_the_heaviest_are_those_of_brute_force(
    lane: list[Bounds], first: int, days: int, budget: int, most: int
) -> None:
    last = first + days
    columns = columns_of(lane, weights=[(row * 37) % 61 for row in range(len(lane))])
    index = LaneIndex(columns, np.arange(len(lane), dtype=np.int32))
    was, index_module.TOP = index_module.TOP, 4
    try:
        found = index.heaviest(first, last, budget, most)
    finally:
        index_module.TOP = was
    all_of_them = index.overlapping(first, last).tolist()
    wanted = sorted(all_of_them, key=lambda row: columns.weight[row])
    standing = {row for row in wanted if first <= mark_of(columns, row) < last + 1}
    assert sorted(index.standing(first, last).tolist()) == sorted(standing)
    assert found.crowded == (len(wanted) > budget)
    assert found.passed == (found.crowded and len(standing) <= budget)
    if found.passed:
        wanted = [row for row in wanted if row in standing.union(wanted[-THROUGH:])]
    elif found.crowded:
        wanted = wanted[-most:]
    assert found.rows.tolist() == wanted


def mark_of(columns: EventColumns, row: int) -> float:
    """On which day (with its fraction) the mark of an event stands."""
    return float(extents(columns, np.array([row], np.int32)).anchor[0])


def test_the_heaviest_of_a_whole_lane_are_found_without_a_look_at_all() -> None:
    lane = [(700_000 + day, 700_000 + day, 700_000 + day, 700_000 + day) for day in range(2000)]
    columns = columns_of(lane, weights=[(day * 1237) % 2003 for day in range(2000)])
    index = LaneIndex(columns, np.arange(2000, dtype=np.int32))
    found = index.heaviest(700_000, 702_000, 201, 300).rows
    assert found.tolist() == np.argsort(columns.weight)[-300:].tolist()
    assert list(index._tops) == [384]
    assert len(index.heaviest(700_000, 702_000, 201, 900).rows) == 900
    assert list(index._tops) == [384, 1536]


def test_an_empty_lane_answers_nothing() -> None:
    index = LaneIndex(columns_of([]), np.empty(0, np.int32))
    assert index.count(0, 10) == 0
    assert not len(index.overlapping(0, 10))
    begun, running = index.per_pixel(pixel_edges(np.arange(5.0)))
    assert begun.tolist() == running.tolist() == [0, 0, 0, 0]

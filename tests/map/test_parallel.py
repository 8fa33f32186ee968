"""Lines side by side: the same slots whichever way they run, and true distances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.hit import distance_to
from azkz_desktop.map.parallel import (
    UNSEEN,
    crowd,
    edges,
    moved_aside,
    offsets,
    slots,
    smoothed,
    thinned,
)
from azkz_desktop.map.shapes import (
    STRAIGHT,
    Box,
    Floats,
    dashed,
    line_length,
    points_along,
    runs_in,
)

A = np.array([(0.0, 0.0), (1e5, 0.0), (2e5, 0.0), (2e5, 1e5)])
B = A[:3]
C = A[::-1]


def test_an_edge_is_the_same_both_ways() -> None:
    assert [edge for edge, _ in edges(A)] == [edge for edge, _ in edges(C)][::-1]
    assert [way for _, way in edges(A)] == [-way for _, way in edges(C)][::-1]


def test_routes_that_share_an_edge_get_slots_in_the_same_order() -> None:
    found = slots({"a": [A], "b": [B]})
    shared, alone = edges(A)[0][0], edges(A)[2][0]
    assert found[shared] == ("a", "b")
    assert found[alone] == ("a",)
    assert offsets("a", A, found, 4).tolist() == [-2, -2, 0]
    assert offsets("b", B, found, 4).tolist() == [2, 2]


def test_running_the_other_way_makes_no_difference_on_the_ground() -> None:
    found = slots({"a": [A], "c": [C]})
    pixels = A / 1e3
    a = moved_aside(pixels, offsets("a", A, found, 4))
    c = moved_aside(pixels[::-1], offsets("c", C, found, 4))
    apart = np.hypot(*(a - c[::-1]).T)
    assert apart[0] == pytest.approx(4)
    assert apart.min() > 3.9


def test_a_route_alone_stays_where_it_is() -> None:
    pixels = A / 1e3
    assert moved_aside(pixels, np.zeros(3)) is pixels
    assert offsets("x", A, {}, 4).tolist() == [0, 0, 0]


@given(
    st.lists(st.tuples(st.floats(0, 900), st.floats(0, 900)), min_size=2, max_size=20),
    st.floats(-12, 12),
)
def test_a_line_moved_aside_is_never_far_from_where_it_was(
    points: list[tuple[float, float]], aside: float
) -> None:
    pixels = np.array(points)
    moved = moved_aside(pixels, np.full(len(points) - 1, aside))
    assert moved.shape == pixels.shape
    assert np.isfinite(moved).all()
    assert np.hypot(*(moved - pixels).T).max() <= abs(aside) * 1.61 + 1e-9


def test_a_straight_line_is_moved_by_just_so_much() -> None:
    straight = np.array([(0.0, 0.0), (50.0, 0.0), (100.0, 0.0)])
    moved = moved_aside(straight, np.array([3.0, 3.0]))
    np.testing.assert_allclose(moved[:, 1], -3.0)
    np.testing.assert_allclose(moved[:, 0], straight[:, 0])


def test_smoothing_keeps_the_ends_and_stays_inside_the_corners() -> None:
    bent = np.array([(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)])
    smooth = smoothed(bent)
    np.testing.assert_allclose(smooth[[0, -1]], bent[[0, -1]])
    assert len(smooth) > len(bent)
    assert smooth[:, 0].max() <= 100
    assert np.hypot(*(smooth - (100, 0)).T).min() > 5
    assert smoothed(bent[:2]) is not None
    assert len(smoothed(bent[:2])) == 2


def test_crowd_counts_the_lines_side_by_side() -> None:
    found = slots({"a": [A], "b": [B]})
    shares = crowd("a", A, found)
    np.testing.assert_allclose(shares[:, 0], [1 / 3, 2 / 3, 1])
    assert shares[:, 1].tolist() == [2, 2, 1]


LINE = np.array([(0.0, 0.0), (30.0, 0.0), (30.0, 40.0)])


WANDERING = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 200)), min_size=2, max_size=12, unique=True
).map(lambda points: np.array(points, dtype=float))
"""Lines that go anywhere."""
DASHES = ((6.0, 4.0), (2.0, 3.0), (14.0, 3.0, 2.0, 3.0), (12.0, 5.0))


@given(WANDERING, st.sampled_from(DASHES), st.integers(0, 120).map(lambda half: half / 2))
def test_dashes_lie_where_the_pattern_puts_them(
    line: Floats, dash: tuple[float, ...], start: float
) -> None:
    """Each begins and ends on the line; what is on is what one finds going along step by step."""
    total, period = line_length(line), sum(dash)
    found = dashed(line, dash, start)
    for x, y in found.reshape(-1, 2).tolist():
        assert distance_to(line, x, y) < 1e-6
    walked, on = 0.0, 0.0
    at = start % period
    bounds = np.cumsum(dash)
    while walked < total - 1e-9:
        phase = int(np.searchsorted(bounds, at + 1e-9, side="right"))
        step = min(bounds[phase] - at, total - walked)
        on += step if phase % 2 == 0 else 0.0
        walked, at = walked + step, (at + step) % period
    inked = np.hypot(found[:, 2] - found[:, 0], found[:, 3] - found[:, 1]).sum()
    if max(dash[::2]) > STRAIGHT:
        assert inked == pytest.approx(on, abs=1e-5)  # they bend with the line
    else:
        assert inked <= on + 1e-5


def test_dashes_cover_what_the_pattern_says() -> None:
    pieces = dashed(LINE, (6.0, 4.0))
    lengths = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
    assert lengths.sum() == pytest.approx(42)  # seven dashes of six
    assert lengths.max() <= 6 + 1e-9


def test_a_line_without_dashes_is_its_edges() -> None:
    assert dashed(LINE, ()).tolist() == [[0, 0, 30, 0], [30, 0, 30, 40]]


@given(st.floats(0, 40), st.sampled_from(((6.0, 4.0), (2.0, 3.0), (14.0, 3.0, 2.0, 3.0))))
def test_dashes_go_on_where_the_hidden_part_of_the_line_left_off(
    start: float, dash: tuple[float, ...]
) -> None:
    whole = np.vstack(((-start, 0.0), LINE)) if start else LINE
    shown = [piece for piece in dashed(whole, dash).tolist() if piece[2] > 1e-6 or piece[3] > 0]
    again = dashed(LINE, dash, start).tolist()
    ink = [
        sum(np.hypot(c - max(a, 0.0), d - b) for a, b, c, d in found) for found in (shown, again)
    ]
    assert ink[0] == pytest.approx(ink[1], abs=1e-6)


def test_runs_keep_what_is_near_and_tell_what_lies_before() -> None:
    line = np.array([(0.0, 0.0), (100.0, 0.0), (100.0, 500.0), (0.0, 500.0), (0.0, 100.0)])
    room = Box(-10, -10, 110, 110)
    (first, start), (last, later) = runs_in(line, room)
    assert first.tolist() == line[:3].tolist()
    assert last.tolist() == line[3:].tolist()
    assert (start, later) == (0.0, 700.0)
    assert runs_in(line, Box(-10, -10, 600, 600)) == [(line, 0.0)]
    assert runs_in(line, Box(200, 200, 300, 300)) == []


def test_points_along_a_line_are_as_far_as_asked() -> None:
    np.testing.assert_allclose(points_along(LINE, np.array([0.0, 15, 30, 50, 70])),
                               [(0, 0), (15, 0), (30, 0), (30, 20), (30, 40)])  # fmt: skip
    assert line_length(LINE) == 70


@given(WANDERING)
def test_a_thinned_line_stays_where_it_was(line: Floats) -> None:
    whole = smoothed(line)
    thin = thinned(whole)
    assert len(thin) <= len(whole)
    assert (thin[[0, -1]] == whole[[0, -1]]).all()
    assert max(distance_to(thin, x, y) for x, y in whole.tolist()) <= 2 * UNSEEN + 1e-6

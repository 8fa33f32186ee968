"""Lines side by side: the same slots whichever way they run, and true distances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.parallel import crowd, edges, moved_aside, offsets, slots, smoothed

A = np.array([(0.0, 0.0), (1e5, 0.0), (2e5, 0.0), (2e5, 1e5)])
B = A[:3]
C = A[::-1]


def test_an_edge_is_the_same_both_ways():
    assert [edge for edge, _ in edges(A)] == [edge for edge, _ in edges(C)][::-1]
    assert [way for _, way in edges(A)] == [-way for _, way in edges(C)][::-1]


def test_routes_that_share_an_edge_get_slots_in_the_same_order():
    found = slots({"a": [A], "b": [B]})
    shared, alone = edges(A)[0][0], edges(A)[2][0]
    assert found[shared] == ("a", "b")
    assert found[alone] == ("a",)
    assert offsets("a", A, found, 4).tolist() == [-2, -2, 0]
    assert offsets("b", B, found, 4).tolist() == [2, 2]


def test_running_the_other_way_makes_no_difference_on_the_ground():
    found = slots({"a": [A], "c": [C]})
    pixels = A / 1e3
    a = moved_aside(pixels, offsets("a", A, found, 4))
    c = moved_aside(pixels[::-1], offsets("c", C, found, 4))
    apart = np.hypot(*(a - c[::-1]).T)
    assert apart[0] == pytest.approx(4)
    assert apart.min() > 3.9


def test_a_route_alone_stays_where_it_is():
    pixels = A / 1e3
    assert moved_aside(pixels, np.zeros(3)) is pixels
    assert offsets("x", A, {}, 4).tolist() == [0, 0, 0]


@given(
    st.lists(st.tuples(st.floats(0, 900), st.floats(0, 900)), min_size=2, max_size=20),
    st.floats(-12, 12),
)
def test_a_line_moved_aside_is_never_far_from_where_it_was(
    points: list[tuple[float, float]], aside: float
):
    pixels = np.array(points)
    moved = moved_aside(pixels, np.full(len(points) - 1, aside))
    assert moved.shape == pixels.shape
    assert np.isfinite(moved).all()
    assert np.hypot(*(moved - pixels).T).max() <= abs(aside) * 1.61 + 1e-9


def test_a_straight_line_is_moved_by_just_so_much():
    straight = np.array([(0.0, 0.0), (50.0, 0.0), (100.0, 0.0)])
    moved = moved_aside(straight, np.array([3.0, 3.0]))
    np.testing.assert_allclose(moved[:, 1], -3.0)
    np.testing.assert_allclose(moved[:, 0], straight[:, 0])


def test_smoothing_keeps_the_ends_and_stays_inside_the_corners():
    bent = np.array([(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)])
    smooth = smoothed(bent)
    np.testing.assert_allclose(smooth[[0, -1]], bent[[0, -1]])
    assert len(smooth) > len(bent)
    assert smooth[:, 0].max() <= 100
    assert np.hypot(*(smooth - (100, 0)).T).min() > 5
    assert smoothed(bent[:2]) is not None
    assert len(smoothed(bent[:2])) == 2


def test_crowd_counts_the_lines_side_by_side():
    found = slots({"a": [A], "b": [B]})
    shares = crowd("a", A, found)
    np.testing.assert_allclose(shares[:, 0], [1 / 3, 2 / 3, 1])
    assert shares[:, 1].tolist() == [2, 2, 1]

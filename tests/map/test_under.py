"""Words keep off lines where there is room elsewhere; counted against brute force."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish, place
from azkz_desktop.map.marks import Pen, Ref, Stroke
from azkz_desktop.map.under import GRAIN, Under
from tests.map.made import Ruler

CAMERA = Camera(0, 0, 100, 400, 300)
OWN, OTHER = Ref("boundary", "own"), Ref("route", "other")
LINES = st.lists(
    st.lists(
        st.tuples(st.integers(-60, 460), st.integers(-60, 360)), min_size=2, max_size=5, unique=True
    ).map(lambda points: np.array(points, dtype=float)),
    max_size=4,
)
BOXES = st.tuples(
    st.integers(-30, 420), st.integers(-30, 320), st.integers(1, 120), st.integers(1, 40)
).map(lambda box: (box[0], box[1], box[0] + box[2], box[1] + box[3]))


def stroke(line: np.ndarray, ref: Ref | None) -> Stroke:
    return Stroke((line,), (Pen("oil"),), ref)


def walked(line: np.ndarray) -> list[tuple[float, float]]:
    """Points of a line, hardly apart."""
    spots = []
    for a, b in pairwise(line):
        steps = max(int(np.hypot(*(b - a))), 1)
        spots += [tuple(a + (b - a) * i / steps) for i in range(steps + 1)]
    return spots


def inside(spot: tuple[float, float], box: tuple[float, float, float, float], by: float) -> bool:
    x, y = spot
    left, top, right, bottom = box
    return left - by <= x <= right + by and top - by <= y <= bottom + by


@settings(deadline=None)
@given(LINES, LINES, BOXES)
def test_crossings_are_those_of_other_lines(
    own: list[np.ndarray], others: list[np.ndarray], box: tuple[float, float, float, float]
) -> None:
    strokes = [stroke(one, OWN) for one in own] + [stroke(one, OTHER) for one in others]
    under = Under(strokes, CAMERA)
    for ref, lines in ((OWN, others), (None, own + others)):
        spots = [spot for line in lines for spot in walked(line)]
        crossed = under.crossed(*box, ref)
        sight = [spot for spot in spots if 0 <= spot[0] < 400 and 0 <= spot[1] < 300]
        if any(inside(spot, box, -1.0) for spot in sight):
            assert crossed > 0
        if not any(inside(spot, box, 2 * GRAIN) for spot in spots):
            assert crossed == 0


@given(LINES, BOXES, st.integers(-80, 80), st.integers(-80, 80))
def test_moving_the_map_changes_nothing(
    lines: list[np.ndarray], box: tuple[float, float, float, float], dx: int, dy: int
) -> None:
    """Squares lie fixed on the ground: the same label is crossed as much in another picture."""
    near = [np.clip(line, (100, 100), (300, 200)) for line in lines]
    left, top, right, bottom = np.clip(box, 100, 200)
    here = Under([stroke(line, OTHER) for line in near], CAMERA)
    moved = [stroke(line + np.array((dx, dy)), OTHER) for line in near]
    there = Under(moved, CAMERA.panned(dx, dy))
    assert here.crossed(left, top, right, bottom) == there.crossed(
        left + dx, top + dy, right + dx, bottom + dy
    )


def wish(gap: float = 7.0, ref: Ref | None = None) -> Wish:
    return Wish(("Baku",), "city", "ink", 200, 150, gap, 1.0, ref=ref)


def sides(lines: list[np.ndarray], one: Wish, ref: Ref = OTHER) -> int:
    under = Under([stroke(line, ref) for line in lines], CAMERA)
    ((_, label),) = place([one], Ruler(), (), under)
    return label.align


def test_a_town_is_named_on_the_side_that_no_line_crosses() -> None:
    right = np.array([(225.0, 0.0), (225.0, 300.0)])
    left = np.array([(180.0, 0.0), (180.0, 300.0)])
    assert sides([], wish()) == -1  # right of its dot
    assert sides([right], wish()) == 1  # left of it
    assert sides([right, left], wish()) == 0  # above it


def test_where_all_sides_are_crossed_the_least_serves() -> None:
    many = [np.array([(x, 0.0), (x, 300.0)]) for x in (208.0, 214.0, 220.0, 226.0, 232.0)]
    one = [np.array([(180.0, 0.0), (180.0, 300.0)])]
    across = [np.array([(0.0, y), (400.0, y)]) for y in np.arange(110.0, 145.0, 4.0)]
    below = [np.array([(0.0, y), (400.0, y)]) for y in np.arange(156.0, 190.0, 4.0)]
    assert sides([*many, *one, *across, *below], wish()) == 1


def test_a_name_may_lie_on_its_own_line() -> None:
    slope = np.array([(100.0, 50.0), (300.0, 250.0)])
    assert sides([slope], wish(ref=OWN), OWN) == -1


def test_what_must_be_there_is_there_all_the_same() -> None:
    grid = [np.array([(float(x), 0.0), (float(x), 300.0)]) for x in range(0, 400, 3)]
    under = Under([stroke(line, OTHER) for line in grid], CAMERA)
    assert len(place([wish()], Ruler(), (), under)) == 1

"""Hatching held against shapely: the same lines cut by the same polygon and the same picture."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.sector_marks import HATCH_GAP, HATCH_TURNS, hatched
from azkz_desktop.map.shapes import Floats

CAMERA = Camera(0.0, 0.0, 1000.0, 400.0, 300.0)
CORNERS = st.floats(30.0, 260.0)


def star(radii: list[float], x: float, y: float) -> Floats:
    """A ring around (x, y) with a corner in each of as many directions as there are radii."""
    round_ = np.linspace(0.1, 2 * np.pi + 0.1, len(radii), endpoint=False)
    far = np.asarray(radii)
    return np.stack((x + far * np.cos(round_), y + far * np.sin(round_)), axis=1)


def expected(rings: list[Floats], turn: float) -> float:
    """The length of all lines through the picture, cut by shapely."""
    area = shapely.Polygon(rings[0], rings[1:])
    seen = shapely.intersection(area, shapely.box(0, 0, CAMERA.width, CAMERA.height))
    way = np.array((np.cos(np.radians(turn)), -np.sin(np.radians(turn))))
    middle = np.array((CAMERA.width, CAMERA.height)) / 2
    starts = [middle + k * HATCH_GAP * np.array((-way[1], way[0])) for k in range(-60, 61)]
    lines = [shapely.LineString((one - 600 * way, one + 600 * way)) for one in starts]
    return float(shapely.length(shapely.intersection(lines, seen)).sum())


@pytest.mark.parametrize("turn", HATCH_TURNS.values())
@given(st.lists(CORNERS, min_size=5, max_size=12), st.floats(-100, 500), st.floats(-100, 400))
def test_lines_fill_the_ring_but_not_its_hole(
    turn: float, radii: list[float], x: float, y: float
) -> None:
    rings = [star(radii, x, y), star([8.0, 14.0, 9.0, 12.0, 10.0], x, y)]
    found = hatched(rings, turn, CAMERA)
    length = sum(float(np.hypot(*(line[1] - line[0]))) for line in found)
    assert length == pytest.approx(expected(rings, turn), abs=0.01)
    for line in found:
        assert (line >= -1e-6).all() and (line <= (400 + 1e-6, 300 + 1e-6)).all()


def test_what_is_out_of_sight_has_no_lines() -> None:
    assert hatched([star([50.0] * 6, 900.0, 100.0)], 45, CAMERA) == ()

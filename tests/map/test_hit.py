"""What lies under the pointer, topmost first; distances against brute force."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.hit import Hit, distance_to, hit
from azkz_desktop.map.marks import Bubble, Patch, Pen, Ref, Scene, Stroke, Symbol

SQUARE = np.array([(0.0, 0.0), (200.0, 0.0), (200.0, 200.0), (0.0, 200.0)])
LINE = np.array([(0.0, 100.0), (150.0, 100.0), (300.0, 50.0)])


LAYERS = (
    "ground",
    "graticule",
    "patches",
    "strokes",
    "symbols",
    "bubbles",
    "labels",
    "legend",
)


def scene(**marks: tuple[object, ...]) -> Scene:
    base: dict[str, tuple[object, ...]] = dict.fromkeys(LAYERS, ())
    return Scene(Camera(0, 0, 1, 300, 300), **{**base, **marks})  # type: ignore[arg-type]


def symbol(x: float, y: float, ref: Ref | None, rows: tuple[int, ...] = ()) -> Symbol:
    return Symbol("circle", x, y, 5, "#000000", ref, rows)


def test_events_come_before_everything_else() -> None:
    found = hit(
        scene(
            symbols=(symbol(100, 100, Ref("event", "7"), (7,)),),
            strokes=(Stroke((LINE,), (Pen("oil"),), Ref("route", "btc")),),
        ),
        103,
        100,
    )
    assert found.rows == (7,)
    assert found.bubble is None


def test_a_bubble_tells_all_its_events() -> None:
    bubble = Bubble(50, 50, 12, (1, 2, 3), ((0, 3),), ("baku",))
    found = hit(scene(bubbles=(bubble,)), 58, 55)
    assert found.bubble is bubble
    assert found.rows == (1, 2, 3)
    assert not hit(scene(bubbles=(bubble,)), 70, 50)


def test_lines_come_by_distance_and_areas_after_them() -> None:
    near, far = Ref("route", "near"), Ref("route", "far")
    found = hit(
        scene(
            strokes=(
                Stroke((np.add(LINE, (0.0, 5.0)),), (Pen("oil"),), far),
                Stroke((LINE,), (Pen("oil"),), near),
            ),
            patches=(Patch((SQUARE,), None, 1, None, ref=Ref("area", "agdam")),),
        ),
        60,
        101,
    )
    assert found.refs == (near, far, Ref("area", "agdam"))


def test_what_stands_for_nothing_is_not_hit() -> None:
    found = hit(scene(symbols=(symbol(10, 10, None),), strokes=(Stroke((LINE,), ()),)), 10, 10)
    assert not found
    assert not hit(scene(), 10, 10)


def test_beyond_a_line_there_is_nothing() -> None:
    line = scene(strokes=(Stroke((LINE,), (Pen("oil"),), Ref("route", "btc")),))
    assert hit(line, 60, 105.9)
    assert not hit(line, 60, 106.1)


POINTS = st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), min_size=2, max_size=12)


@given(POINTS, st.floats(0, 300), st.floats(0, 300))
def test_the_distance_is_that_of_the_nearest_of_many_points(
    points: list[tuple[float, float]], x: float, y: float
) -> None:
    line = np.array(points)
    share = np.linspace(0, 1, 400)[:, None]
    dense = np.concatenate([a + (b - a) * share for a, b in pairwise(line)])
    brute = np.hypot(dense[:, 0] - x, dense[:, 1] - y).min()
    assert distance_to(line, x, y) == pytest.approx(brute, abs=1.1)
    assert distance_to(line, x, y) <= brute + 1e-6


def test_what_is_no_thing_of_the_data_is_not_chosen() -> None:
    under, line = Ref("scenario", "equal"), Ref("boundary", "line-a")
    assert Hit(refs=(under, line)).chosen == line
    assert Hit(refs=(under,)).chosen is None
    assert Hit(refs=(under,))
    assert not Hit(refs=(under, Ref("junction", "2003"))).leads
    assert Hit(refs=(under, line)).leads
    assert Hit(rows=(3,)).leads

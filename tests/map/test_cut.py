"""A scene cut at its picture's edge: nothing outside, everything inside as it was."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.cut import cut_scene
from azkz_desktop.map.marks import Bubble, GraticuleLine, Label, Patch, Pen, Scene, Stroke, Symbol
from tests.map.made import Ruler

WIDTH, HEIGHT = 300, 200
ROOM = shapely.box(0, 0, WIDTH, HEIGHT)
SPOTS = st.integers(-200, 500).map(lambda n: n + 0.5)
POINTS = st.lists(st.tuples(SPOTS, SPOTS), min_size=2, max_size=12)


def scene(**marks: tuple[object, ...]) -> Scene:
    names = ("ground", "graticule", "patches", "strokes", "symbols", "bubbles", "labels", "legend")
    base: dict[str, tuple[object, ...]] = dict.fromkeys(names, ())
    return Scene(Camera(0, 0, 1, WIDTH, HEIGHT), **{**base, **marks})  # type: ignore[arg-type]


@given(POINTS)
def test_lines_end_at_the_edge_and_lose_nothing_inside(points: list[tuple[float, float]]) -> None:
    line = np.array(points)
    (stroke,) = cut_scene(scene(strokes=(Stroke((line,), (Pen("oil"),)),)), Ruler()).strokes
    inside = sum(shapely.LineString(part).length for part in stroke.lines)
    for part in stroke.lines:
        assert part.min() >= -1e-6
        assert (part.max(axis=0) <= (WIDTH + 1e-6, HEIGHT + 1e-6)).all()
    edges = [shapely.LineString(edge) for edge in pairwise(points)]
    within = sum(shapely.intersection(edge, ROOM.buffer(-1e-3)).length for edge in edges)
    assert inside >= within - 1e-6
    assert len(stroke.begun) == len(stroke.lines)


def test_dashes_go_on_where_the_line_was_cut() -> None:
    line = np.array([(-50.0, 100.0), (400.0, 100.0)])
    (stroke,) = cut_scene(scene(strokes=(Stroke((line,), (Pen("oil"),)),)), Ruler()).strokes
    assert stroke.begun == (50.0,)
    already = Stroke((line,), (Pen("oil"),), begun=(7.0,))
    assert cut_scene(scene(strokes=(already,)), Ruler()).strokes[0].begun == (57.0,)


def test_an_area_is_cut_and_its_edge_stays_open_there() -> None:
    ring = np.array([(250.0, 50.0), (350.0, 50.0), (350.0, 150.0), (250.0, 150.0)])
    hatch = np.array([(200.0, 100.0), (400.0, 100.0)])
    patch = Patch((ring,), "land", 1, Pen("border"), hatch=(hatch,))
    (cut,) = cut_scene(scene(patches=(patch,)), Ruler()).patches
    assert shapely.Polygon(cut.rings[0]).area == pytest.approx(50 * 100)
    assert cut.outline is not None
    assert sum(shapely.LineString(part).length for part in cut.outline) == pytest.approx(200)
    assert cut.hatch[0][:, 0].max() == WIDTH


def test_labels_and_symbols_are_inside_or_gone() -> None:
    labels = (
        Label(("inside",), "city", "ink", 100, 100, 0),
        Label(("reaches out",), "city", "ink", 280, 100, -1),
        Label(("above",), "city", "ink", 100, 2, 0),
        Label(("turned out",), "route", "oil", 290, 190, 0, 45.0),
    )
    symbols = tuple(Symbol("town", x, 100, 3, "ink") for x in (100, 299, 400))
    bubbles = tuple(Bubble(x, 100, 12, (1,), ((0, 1),), ("baku",)) for x in (150, 295))
    found = cut_scene(scene(labels=labels, symbols=symbols, bubbles=bubbles), Ruler())
    assert [label.lines for label in found.labels] == [("inside",)]
    assert [symbol.x for symbol in found.symbols] == [100]
    assert [bubble.x for bubble in found.bubbles] == [150]


def test_the_graticule_keeps_its_degrees() -> None:
    meridian = GraticuleLine(True, 50.0, np.array([(100.0, -500.0), (110.0, 700.0)]))
    outside = GraticuleLine(False, 40.0, np.array([(-100.0, -50.0), (900.0, -40.0)]))
    found = cut_scene(scene(graticule=(meridian, outside)), Ruler()).graticule
    assert [line.degree for line in found] == [50.0]
    assert found[0].pixels[:, 1].min() == 0

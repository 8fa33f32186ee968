"""The frame: a scale bar that is true, degrees where the lines are, a legend that fits."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from azkz_desktop.map import banner, graticule
from azkz_desktop.map.camera import camera_of
from azkz_desktop.map.furniture import (
    MORE,
    PAD,
    SAMPLE,
    folded,
    legend_height,
    legend_rows,
    reserved,
    settled,
)
from azkz_desktop.map.marks import Banner, LegendEntry
from azkz_desktop.map.projection import unproject
from azkz_desktop.map.scale_bar import (
    BAR_LONGEST,
    KILOMETRES,
    ground_scale,
    scale_bar,
    short_distance,
)
from azkz_desktop.map.shapes import Box, sides_of
from azkz_desktop.view.state import MapWindow, ViewState
from tests.map.made import Ruler

RULER = Ruler()
GEOD = Geod(ellps="WGS84")
WINDOWS = st.builds(
    MapWindow, lon=st.floats(30, 80), lat=st.floats(33, 57), width_km=st.floats(100, 5000)
)


@given(WINDOWS)
def test_the_scale_bar_is_true_at_the_middle(window: MapWindow) -> None:
    camera = camera_of(window, 1000, 500)
    bar = scale_bar(camera, Box(0, 0, 1000, 500))
    km = int(bar.text.split()[0])
    assert km in KILOMETRES
    assert bar.pixels <= BAR_LONGEST + 1e-6
    a, b = camera.lonlat(495, 250), camera.lonlat(505, 250)
    assert a is not None
    assert b is not None
    metres = GEOD.inv(*a, *b)[2] / 10
    assert bar.pixels * metres / 1000 == pytest.approx(km, rel=2e-3)


def test_the_bar_is_the_longest_round_length_that_fits() -> None:
    bar = scale_bar(camera_of(MapWindow(51, 42, 1000), 1000, 500), Box(0, 0, 1000, 500))
    assert bar.text == "100 km"
    assert bar.pixels == pytest.approx(100, rel=0.01)
    assert bar.x + bar.pixels < 1000
    assert bar.y < 500


@given(st.floats(30, 80), st.floats(33, 57), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_short_distances_are_geodesic(lon: float, lat: float, dlon: float, dlat: float) -> None:
    a, b = (lon, lat), (lon + dlon, lat + dlat)
    assert short_distance(a, b) == pytest.approx(GEOD.inv(*a, *b)[2], rel=1e-4, abs=0.05)


def test_far_from_the_centre_a_pixel_is_no_longer_its_scale() -> None:
    camera = camera_of(MapWindow(51, 42, 8000), 1000, 500)
    assert ground_scale(camera, 500, 250) == pytest.approx(8000, rel=1e-3)
    assert abs(ground_scale(camera, 20, 250) / 8000 - 1) > 0.01
    assert ground_scale(camera_of(MapWindow(51, 42, 9000), 10, 5), -90_000, 0) == 900_000


def test_the_legend_wraps_and_keeps_inside() -> None:
    entries = tuple(LegendEntry("x" * n) for n in (10, 20, 5, 30, 12))
    rows = legend_rows(entries, RULER, 400)
    assert tuple(entry for row in rows for entry, _ in row) == entries
    for row in rows:
        assert row[0][1] == PAD
        for entry, x in row:
            assert x + SAMPLE + 6 + 7 * len(entry.text) <= 400
    assert legend_height(entries, RULER, 400) > legend_height(entries[:1], RULER, 400)
    assert legend_height((), RULER, 400) == 0


def test_an_entry_wider_than_the_legend_still_stands_alone() -> None:
    rows = legend_rows((LegendEntry("y" * 200), LegendEntry("z")), RULER, 300)
    assert [len(row) for row in rows] == [1, 1]


def test_the_frame_keeps_its_corners() -> None:
    top, switch, right, left = reserved(Box(0, 0, 1000, 500))
    assert top.holds(20, 20)
    assert switch.holds(980, 20)
    assert right.holds(990, 490)
    assert left.holds(10, 490)
    assert not any(box.holds(500, 250) for box in (top, switch, right, left))


@given(WINDOWS)
def test_graticule_lines_lie_on_their_degrees(window: MapWindow) -> None:
    camera = camera_of(window, 1000, 500)
    lines = graticule.lines(camera)
    assert 2 <= len(lines) <= 60
    for line in lines[:4]:
        xy = np.array([camera.metres(x, y) for x, y in line.pixels[::10]])
        lon, lat = unproject(*xy.T)
        np.testing.assert_allclose(lon if line.meridian else lat, line.degree, atol=1e-6)


def test_lines_are_as_far_apart_as_is_wanted() -> None:
    steps = [
        graticule.step_for(camera_of(MapWindow(51, 42, km), 1000, 500)) for km in (100, 2600, 9000)
    ]
    assert steps == sorted(steps)
    assert steps[0] < 1
    assert steps[1] in (5, 10)


def test_degrees_stand_at_the_edges_with_their_side() -> None:
    camera = camera_of(MapWindow(49.5, 42.2, 2600), 1000, 500)
    drawn = graticule.edges(graticule.lines(camera))
    labels = graticule.degrees(drawn, (0, 0), Box(0, 0, 1000, 500))
    moved = graticule.degrees(drawn, (7, 0), Box(0, 0, 1000, 500))
    assert [label.x for label in moved if label.y == 9][:1] == [labels[0].x + 7]
    texts = [label.lines[0] for label in labels]
    assert "60° E" in texts
    assert "40° N" in texts
    assert all(label.y == 9 or label.x == 995 for label in labels)


LINES = st.lists(st.tuples(st.integers(-900, 900), st.floats(-900, 900)), min_size=2, max_size=9)


@given(LINES, st.booleans(), st.sampled_from([0, 1]), st.integers(-1000, 1000))
def test_a_line_crosses_an_edge_where_it_does(
    points: list[tuple[float, float]], straight: bool, axis: int, between: int
) -> None:
    """The first of its crossings; lines that rise or fall all along have but one."""
    line = np.array(sorted(points) if straight else points)
    value = between + 0.5  # at no vertex
    expected = [
        y + (value - x) / (next_x - x) * (next_y - y)
        for (x, y), (next_x, next_y) in pairwise(line)
        if (x < value) != (next_x < value)
    ]
    if axis == 1:
        line = line[:, ::-1]
    found = graticule.Crossing.of(line, axis).at(value)
    if not expected:
        assert found is None
        return
    assert found == pytest.approx(expected[0], abs=1e-6)
    assert len(expected) == 1 or not straight
    if straight:
        assert graticule.Crossing.of(line[::-1], axis).at(value) == pytest.approx(found, abs=1e-6)


def test_a_parallel_that_bends_back_has_its_degree_where_it_first_leaves() -> None:
    bent = np.array([[0.0, 10.0], [500.0, 20.0], [100.0, 90.0]])
    crossing = graticule.Crossing.of(bent, axis=0)
    assert not crossing.rises
    assert crossing.at(250.0) == pytest.approx(15.0)
    assert crossing.at(501.0) is None


@pytest.mark.parametrize(
    ("degree", "meridian", "text"),
    [(49.5, True, "49.5° E"), (-10, True, "10° W"), (40, False, "40° N"), (-0.5, False, "0.5° S")],
)
def test_degrees_in_words(degree: float, meridian: bool, text: str) -> None:
    assert graticule.degree_text(degree, meridian) == text


@given(st.lists(st.sampled_from([26.0, 45.0, 64.0, 83.0]), min_size=4, max_size=4), st.booleans())
def test_a_legend_settles_on_a_height_that_is_enough(needs: list[float], held: bool) -> None:
    """Whatever each height would need, one is found, and nothing is cut from the legend."""
    known = dict(zip([26.0, 45.0, 64.0, 83.0], needs, strict=True))
    low = settled(known.__getitem__, 64.0, held=held)
    assert low >= known[low]
    assert not held or low >= 64


def test_a_legend_that_a_lower_map_needs_not_stays_rather_than_flickers() -> None:
    """Two rows suffice over the map above three, and not over the map above two."""
    known = {64.0: 45.0, 45.0: 64.0}
    assert settled(known.__getitem__, 64.0) == 64
    assert settled(known.__getitem__, 64.0, held=True) == 64


BOXES = st.lists(
    st.builds(
        lambda x, y, width, height: Box(x, y, x + width, y + height),
        st.integers(-40, 900),
        st.integers(-40, 500),
        st.integers(1, 90),
        st.integers(1, 40),
    ),
    max_size=30,
)


@given(BOXES, BOXES, st.integers(430, 900), st.floats(0, 900))
def test_the_second_banner_stands_where_least_is_hidden(
    events: list[Box], words: list[Box], width: int, line: float
) -> None:
    plot = Box(0, 0, width, 500)
    boxes = Box(12, 12, 150, 46), Box(162, 12, 290, 46)
    told = Banner("", "1 May 1998", "", boxes[0]), Banner("", "1 May 2001", "", boxes[1])
    spots = banner._spots(*boxes, line, plot)
    hidden = [4 * sum(map(spot.meets, events)) + sum(map(spot.meets, words)) for spot in spots]
    found = banner.clear(told, line, plot, sides_of(events), sides_of(words))
    assert found.box == spots[hidden.index(min(hidden))]
    assert found.moment == told[1].moment


ENTRIES = tuple(LegendEntry(f"entry {number}") for number in range(30))


@given(st.floats(200, 1200), st.floats(100, 800))
def test_a_small_map_has_a_short_legend_that_says_how_many_are_left_out(
    width: float, height: float
) -> None:
    shown = folded(ENTRIES, RULER, (width, height))
    if width >= 600 and height >= 360:
        assert shown == ENTRIES
        return
    assert len(legend_rows(shown, RULER, width)) <= 2
    if shown != ENTRIES:
        assert shown[:-1] == ENTRIES[: len(shown) - 1]
        assert shown[-1].symbol == MORE
        assert str(len(ENTRIES) - len(shown) + 1) in shown[-1].text


def test_a_short_legend_is_not_folded() -> None:
    assert folded(ENTRIES[:2], RULER, (400, 200)) == ENTRIES[:2]


class Large(Ruler):
    """Measures texts that are half as large again."""

    scale = 1.5

    def measure(self, text: str, role: str) -> float:
        return 1.5 * super().measure(text, role)

    def height(self, role: str) -> float:
        return 1.5 * super().height(role)


def test_all_of_the_frame_grows_with_its_letters() -> None:
    plot, state = Box(0, 0, 1000, 500), ViewState()
    usual, large = reserved(plot), reserved(plot, 1.5)
    for one, other in zip(usual, large, strict=True):
        assert one.bottom - one.top < other.bottom - other.top
    rows = legend_height(ENTRIES[:2], Large(), 900)
    assert rows - 7 == round(1.5 * (legend_height(ENTRIES[:2], RULER, 900) - 7))
    assert folded(ENTRIES, RULER, (700, 400)) == ENTRIES != folded(ENTRIES, Large(), (700, 400))
    told = (banner.banners(state, "", each, plot)[0] for each in (RULER, Large()))
    assert [one.box.bottom - one.box.top for one in told] == [34, 51]


@pytest.mark.parametrize("high", [180, 230, 400])
def test_of_two_moments_both_dates_are_on_a_small_map_with_large_letters(high: int) -> None:
    plot, none = Box(0, 0, 460, high), np.zeros((0, 4))
    state = ViewState(moment="1998-01-01", compare="2018-11-03")
    told = banner.banners(state, "", Large(), plot)
    assert [one.moment for one in told] == ["1 Jan 1998", "3 Nov 2018"]
    second = banner.clear((told[0], told[1]), 230, plot, none, none, 1.5)
    assert second.box.bottom <= plot.bottom
    assert second.box.right <= plot.right
    assert not second.box.meets(told[0].box)
    assert banner.banners(state, "", RULER, plot)[0].moment == "1 January 1998"

"""Metres, pixels and degrees; zooming about a point and panning."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.camera import NARROWEST_KM, WIDEST_FRAME, WIDEST_KM, Camera, camera_of
from azkz_desktop.map.projection import project
from azkz_desktop.view.state import MapWindow

CAMERAS = st.builds(
    Camera,
    x=st.floats(-2e6, 2e6),
    y=st.floats(-2e6, 2e6),
    scale=st.floats(50, 1500),
    width=st.floats(300, 2500),
    height=st.floats(200, 1500),
)
PIXELS = st.floats(0, 1500)


def test_the_window_spans_its_width_about_its_middle() -> None:
    camera = camera_of(MapWindow(49.5, 42.2, 2600), 1000, 500)
    assert camera.scale == 2600
    x, y = project(49.5, 42.2)
    assert camera.pixel(float(x), float(y)) == pytest.approx((500, 250))
    assert camera.lonlat(500, 250) == pytest.approx((49.5, 42.2))


def test_north_is_up_and_east_is_right() -> None:
    camera = camera_of(MapWindow(51, 42, 1000), 1000, 500)
    east, north = camera.metres(600, 100)
    assert east > camera.x
    assert north > camera.y


@given(CAMERAS, PIXELS, PIXELS)
def test_pixels_and_metres_are_inverse(camera: Camera, px: float, py: float) -> None:
    assert camera.pixel(*camera.metres(px, py)) == pytest.approx((px, py), abs=1e-6)
    xy = np.array([camera.metres(px, py)])
    assert camera.to_pixels(xy)[0] == pytest.approx((px, py), abs=1e-6)


@given(CAMERAS, st.floats(0.5, 5), st.floats(0, 1), st.floats(0, 1))
def test_zooming_keeps_what_is_under_the_pointer(
    camera: Camera, factor: float, across: float, down: float
) -> None:
    px, py = across * camera.width, down * camera.height
    zoomed = camera.zoomed(factor, px, py)
    before, after = camera.metres(px, py), zoomed.metres(px, py)
    assert after == pytest.approx(before, abs=camera.scale * 1e-3)
    pixels = min(camera.width, camera.height * WIDEST_FRAME)
    narrow, wide = NARROWEST_KM * 1000 / pixels, WIDEST_KM * 1000 / pixels
    assert zoomed.scale == pytest.approx(min(max(camera.scale / factor, narrow), wide))


@given(CAMERAS, st.floats(-300, 300), st.floats(-300, 300))
def test_panning_moves_the_ground_with_the_pointer(camera: Camera, dx: float, dy: float) -> None:
    before = camera.metres(100, 100)
    moved = camera.panned(dx, dy)
    assert moved.pixel(*before) == pytest.approx((100 + dx, 100 + dy), abs=1e-6)


@given(CAMERAS)
def test_the_view_writes_the_camera_down(camera: Camera) -> None:
    again = camera_of(camera.window, camera.width, camera.height)
    pixels = min(camera.width, camera.height * WIDEST_FRAME)
    held = min(max(camera.scale * pixels / 1000, NARROWEST_KM), WIDEST_KM)
    assert again.scale * pixels / 1000 == pytest.approx(held)
    assert (again.x, again.y) == pytest.approx((camera.x, camera.y), abs=1e-3)


def test_widths_beyond_reason_are_held() -> None:
    assert camera_of(MapWindow(51, 42, 1e9), 1000, 500).scale == WIDEST_KM
    assert camera_of(MapWindow(51, 42, 0.001), 1000, 500).scale == NARROWEST_KM
    assert camera_of(MapWindow(51, 42, 100), 0, 0).width == 1


def test_the_map_cannot_be_lost() -> None:
    camera = camera_of(MapWindow(), 1000, 500)
    for _ in range(100):
        camera = camera.panned(-900, 900)
    assert max(abs(camera.x), abs(camera.y)) <= 4_500_000


def test_off_the_edge_of_the_world_there_is_no_degree() -> None:
    camera = Camera(0, 0, 60_000, 1000, 500)
    assert camera.lonlat(0, 250) is None
    assert camera.lonlat(500, 250) == pytest.approx((51, 42))


def test_what_is_in_sight_is_a_box() -> None:
    box = Camera(100, 200, 2, 50, 20).box
    assert (box.left, box.top, box.right, box.bottom) == (50, 180, 150, 220)
    assert box.meets(box.grown(5))
    assert not box.meets(box.grown(-30).grown(-30))


def test_a_low_frame_shows_the_whole_sea_all_the_same() -> None:
    for width, height in ((1000, 500), (1000, 300), (1600, 400), (500, 500)):
        camera = camera_of(MapWindow(), width, height)
        for lon, lat in ((51.0, 47.0), (52.0, 36.7), (47.0, 45.0), (54.0, 37.5)):
            x, y = camera.pixel(*map(float, project(lon, lat)))
            assert 0 <= x <= width
            assert 0 <= y <= height

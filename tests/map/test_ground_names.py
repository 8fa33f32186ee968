"""Where the sea's name stands: on water whole, where there is any such place."""

from typing import Any

import numpy as np
import pytest
import shapely

from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.ground_names import LETTER, LINE, SUBJECT, ground_wishes, wholly_on_sea
from azkz_desktop.map.tongue import Tongue
from azkz_desktop.view.state import MapWindow
from tests.map.made import MadeSource

TEXTS = (("Caspian Sea",), ("Caspian", "Sea"))
SCALES = (900.0, 1800.0, 2600.0, 3600.0)


def camera(scale: float) -> Camera:
    return camera_of(MapWindow(51.0, 41.7, scale), 1000, 1000)


def on_water(water: Any, camera: Camera, x: float, y: float, lines: tuple[str, ...]) -> float:
    """Which share of a text about a point lies on the sea."""
    half, height = max(map(len, lines)) * LETTER / 2, LINE * len(lines) / 2
    left, top = camera.metres(x - half, y - height)
    right, bottom = camera.metres(x + half, y + height)
    box = shapely.box(left, bottom, right, top)
    return float(shapely.intersection(box, water).area / box.area)


@pytest.mark.parametrize("lines", TEXTS)
@pytest.mark.parametrize("scale", SCALES)
def test_what_is_said_to_be_on_the_sea_is(
    basemap: Any, scale: float, lines: tuple[str, ...]
) -> None:
    here = camera(scale)
    west, south, east, north = basemap.caspian.bounds
    low, high = here.pixel(west, north), here.pixel(east, south)
    spots = np.random.default_rng(7).uniform(low, high, (600, 2)).tolist()
    fits = wholly_on_sea(here, spots, lines)
    shares = [on_water(basemap.caspian, here, x, y, lines) for x, y in spots]
    assert any(fits)
    # Between two rows, and where a bay cuts in, a corner may touch land.
    assert min(share for share, fit in zip(shares, fits, strict=True) if fit) > 0.85
    assert not any(fit for share, fit in zip(shares, fits, strict=True) if share < 0.85)
    # What is far within the sea is found.
    assert sum(fits) > 0.4 * sum(share == 1 for share in shares)


@pytest.mark.parametrize("scale", SCALES)
def test_the_first_wish_is_one_that_lies_on_water(basemap: Any, scale: float) -> None:
    here = camera(scale)
    wishes = ground_wishes(here, Tongue(MadeSource().dataset), "en", 700_000)
    first, *others = sorted(
        (wish for wish in wishes if wish.group == SUBJECT), key=lambda wish: wish.rank
    )
    for x, y in ((first.x, first.y), *first.spots):
        assert on_water(basemap.caspian, here, x, y, first.lines) > 0.85
    # Where everything is taken it is named somewhere all the same.
    assert len(others) >= 2
    assert len(others[-1].spots) >= len(first.spots)

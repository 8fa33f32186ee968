"""What several tests of the map read, made once."""

from typing import Any

import pytest
import shapely

from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.sectors import Coasts, Sectors, coasts, divide


@pytest.fixture(scope="session")
def basemap() -> Basemap:
    return Basemap(bundled_folder())


@pytest.fixture(scope="session")
def coast_lines(basemap: Basemap) -> Coasts:
    return coasts(basemap.caspian, basemap.countries)


@pytest.fixture(scope="session")
def sectors(basemap: Basemap, coast_lines: Coasts) -> Sectors:
    return divide(basemap.caspian, coast_lines)


@pytest.fixture(scope="session")
def dry_land(basemap: Basemap) -> Any:
    """All land of the region and of the coarse map around it, in metres."""
    rings: Any = shapely.polygons(basemap.far(0)[0].geometry)
    far = shapely.union_all([shapely.make_valid(ring) for ring in rings])
    land = shapely.union(shapely.make_valid(basemap.polygons("land")[0]), far)
    shapely.prepare(land)
    return land


@pytest.fixture(scope="session")
def open_water(dry_land: Any) -> Any:
    """What is not land."""
    water = shapely.difference(shapely.box(-6e6, -5e6, 7e6, 4e6), dry_land)
    shapely.prepare(water)
    return water

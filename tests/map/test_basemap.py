"""The clipped basemap: whole, in three levels, and folded as its README says."""

import json
import time
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod

from azkz_desktop.map.basemap import (
    COARSEST_PIXELS,
    LEVELS,
    Basemap,
    bundled_folder,
    level_for,
)
from azkz_desktop.map.projection import project, project_points, unproject

GEOD = Geod(ellps="WGS84")
# km², from the states themselves; Natural Earth at 1:10m is within 1.5 %.
AREAS = {"AZE": 86_600, "GEO": 69_700, "ARM": 29_743, "KGZ": 199_951, "UZB": 447_400}


def point(lon: float, lat: float) -> shapely.Point:
    """A position on the map, in metres."""
    x, y = project(lon, lat)
    return shapely.Point(float(x), float(y))


@pytest.mark.parametrize(("country", "area"), AREAS.items())
def test_countries_have_their_size(basemap: Basemap, country: str, area: float) -> None:
    assert basemap.countries[country].area / 1e6 == pytest.approx(area, rel=0.015)


def test_baikonur_is_part_of_kazakhstan(basemap: Basemap) -> None:
    baikonur = point(63.3, 45.96)
    assert "KAB" not in basemap.countries
    assert basemap.countries["KAZ"].contains(baikonur)
    assert basemap.countries["KAZ"].area / 1e6 == pytest.approx(2_724_900, rel=0.005)


def test_the_sea_is_as_large_as_measured_and_garabogazkol_is_not_of_it(basemap: Basemap) -> None:
    assert basemap.caspian.area / 1e6 == pytest.approx(379_139, rel=5e-4)
    lagoon = point(53.5, 41.3)
    assert not basemap.caspian.contains(lagoon)
    rings: Any = shapely.polygons(basemap.level(0).lakes.geometry)
    holding = [ring for ring in rings if ring.contains(lagoon)]
    assert len(holding) == 1
    assert holding[0].area / 1e6 == pytest.approx(18_000, rel=0.1)


def test_the_sea_is_no_land(basemap: Basemap) -> None:
    lonlat = [(50.5, 42.0), (49.9, 40.4), (51.5, 38.0), (71.4, 51.2), (34.0, 43.0)]
    land = basemap.is_land(project_points(lonlat))
    assert land.tolist() == [False, True, False, True, False]


def test_levels_get_coarser_and_stay_within_their_tolerance(basemap: Basemap) -> None:
    sizes = [len(basemap.level(i).coast.xy) for i in range(len(LEVELS))]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[1] < sizes[0] / 2
    full = shapely.union_all(basemap.level(0).coast.geometry)
    for i in (1, 2):
        vertices = shapely.points(basemap.level(i).coast.xy)
        assert float(shapely.distance(full, vertices).max()) < 1.0  # vertices are the data's own
        middles = shapely.line_interpolate_point(
            basemap.level(i).coast.geometry, 0.5, normalized=True
        )
        assert float(shapely.distance(full, middles).max()) <= LEVELS[i]


def test_neighbours_still_meet_when_simplified(basemap: Basemap) -> None:
    """The two states' coast is the land's coast at every level: they share their arcs."""
    for i in range(len(LEVELS)):
        level = basemap.level(i)
        ours = {tuple(xy) for xy in level.two_states.xy.round(3).tolist()}
        coast = {tuple(xy) for xy in level.land.xy.round(3).tolist()}
        assert len(ours & coast) > 40


def test_the_level_follows_the_scale() -> None:
    assert level_for(100) == 0
    assert level_for(LEVELS[1] / COARSEST_PIXELS + 1) == 1
    assert level_for(10_000) == 2


def test_disputed_boundaries_are_told_from_agreed_ones(basemap: Basemap) -> None:
    disputed = shapely.union_all(basemap.level(0).disputed.geometry)
    for lon, lat in ((33.7, 46.15), (42.0, 42.75)):  # Crimea's isthmus, Abkhazia
        assert disputed.distance(point(lon, lat)) < 30_000
    agreed = shapely.union_all(basemap.level(0).borders.geometry)
    assert agreed.distance(point(46.5, 41.85)) < 20_000  # Russia and Azerbaijan


def test_no_line_runs_along_the_edge_of_the_clip(basemap: Basemap) -> None:
    lon, lat = unproject(*basemap.level(0).coast.xy.T)
    west, east, south, north = lon.min(), lon.max(), lat.min(), lat.max()
    assert (west, east) == (pytest.approx(22, abs=0.01), pytest.approx(92, abs=40))
    on_edge = (np.abs(lat - 60) < 1e-3) | (np.abs(lon - 22) < 1e-3) | (np.abs(lat - 30) < 1e-3)
    assert on_edge.sum() < 60  # where coasts are cut, not along the edge
    assert (south, north) == (pytest.approx(30, abs=0.01), pytest.approx(60, abs=0.01))


def test_long_edges_follow_their_parallel(basemap: Basemap) -> None:
    """The clip's northern edge is a curve on the map: no vertex is far from the next."""
    xy = basemap.level(0).land.parts
    longest = max(np.hypot(*np.diff(part, axis=0).T).max() for part in xy)
    assert longest < 120_000


def test_towns_come_by_rank_and_lie_where_they_are(basemap: Basemap) -> None:
    ranks = [town.rank for town in basemap.towns]
    assert ranks == sorted(ranks)
    baku = next(town for town in basemap.towns if town.name == "Baku")
    assert baku.capital
    assert baku.country == "AZE"
    assert (baku.x, baku.y) == pytest.approx(tuple(map(float, project(49.8603, 40.3972))))


def test_far_land_is_around_the_region_not_in_it(basemap: Basemap) -> None:
    land, coast = basemap.far(0)
    assert land.closed
    assert not coast.closed
    lon, lat = unproject(*coast.xy.T)
    inside = (lon > 22.5) & (lon < 91.5) & (lat > 30.5) & (lat < 59.5)
    assert not inside.any()


def test_rivers_and_lakes_thin_out(basemap: Basemap) -> None:
    assert len(basemap.level(2).rivers) < len(basemap.level(0).rivers)
    assert len(basemap.level(2).lakes) < len(basemap.level(0).lakes)


def test_it_is_read_quickly() -> None:
    """A bound for a loaded machine; `python -m benchmarks map` says what it takes."""
    began = time.perf_counter()
    Basemap(bundled_folder())
    assert time.perf_counter() - began < 1.0


def test_the_files_are_as_small_as_they_should_be() -> None:
    sizes = {path.name: path.stat().st_size for path in bundled_folder().glob("*json")}
    assert sizes["caspian.topojson"] < 900_000
    assert json.loads((bundled_folder() / "places.json").read_text("utf-8"))[0]["rank"] == 0

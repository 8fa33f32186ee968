"""The division by equidistance: shares, trijunctions and single points, by geodesic."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import pytest
import shapely
from shapely.affinity import rotate

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.projection import project, unproject
from azkz_desktop.map.sector_marks import JUNCTION, JUNCTION_KM
from azkz_desktop.map.sectors import (
    STATES,
    Coasts,
    Sectors,
    coasts,
    divide,
    lines_between,
    shares,
)
from tests.map.geodesic import GEOD, dense, nearest_km

SHARES = {
    "russia": (16.4, 0.3),
    "kazakhstan": (30.8, 0.8),
    "turkmenistan": (18.5, 0.8),
    "iran": (14.4, 0.3),
    "azerbaijan": (19.9, 0.3),
}
COAST_KM = {"russia": 1307, "kazakhstan": 2095, "iran": 732, "azerbaijan": 725}
TRIJUNCTIONS = {
    ("azerbaijan", "kazakhstan", "russia"): (49.74, 42.70),
    ("azerbaijan", "kazakhstan", "turkmenistan"): (51.09, 41.39),
    ("azerbaijan", "iran", "turkmenistan"): (51.15, 38.68),
}


class Trijunction(NamedTuple):
    """The point (metres) that is as far from three states' coasts."""

    states: tuple[str, str, str]
    x: float
    y: float


def trijunctions(lines: Mapping[tuple[str, str], Any]) -> list[Trijunction]:
    """The points in which three of the lines between neighbours end."""
    found = []
    states = sorted({state for pair in lines for state in pair})
    for three in combinations(states, 3):
        pairs = [pair for pair in combinations(three, 2) if pair in lines]
        if len(pairs) == 3:
            meeting = _meeting_point([lines[pair] for pair in pairs])
            if meeting is not None:
                found.append(Trijunction((three[0], three[1], three[2]), *meeting))
    return found


def _meeting_point(three: list[Any]) -> tuple[float, float] | None:
    ends = [shapely.boundary(line) for line in three]
    shared = shapely.intersection(shapely.intersection(ends[0], ends[1]), ends[2])
    points = shapely.get_coordinates(shared)
    return (float(points[0, 0]), float(points[0, 1])) if len(points) else None


@pytest.mark.parametrize("state", SHARES)
def test_shares_are_those_measured(sectors: Sectors, state: str) -> None:
    share, tolerance = SHARES[state]
    assert shares(sectors)[state] == pytest.approx(share, abs=tolerance)


def test_sectors_fill_the_sea_and_do_not_overlap(sectors: Sectors, basemap: Basemap) -> None:
    whole = shapely.union_all(list(sectors.values()))
    assert whole.area == pytest.approx(basemap.caspian.area, rel=1e-9)
    assert sum(s.area for s in sectors.values()) == pytest.approx(whole.area, rel=1e-9)


@pytest.mark.parametrize("state", COAST_KM)
def test_coasts_have_their_length(coast_lines: Coasts, state: str) -> None:
    length = sum(
        GEOD.line_length(*unproject(*shapely.get_coordinates(line).T))
        for line in coast_lines[state]
    )
    assert length / 1000 == pytest.approx(COAST_KM[state], abs=3)


def test_half_the_step_changes_no_share_by_more_than_a_twentieth(
    basemap: Basemap, coast_lines: Coasts, sectors: Sectors
) -> None:
    finer = shares(divide(basemap.caspian, coast_lines, 500.0))
    for state, share in shares(sectors).items():
        assert finer[state] == pytest.approx(share, abs=0.05)


def test_trijunctions_are_where_they_were_found(sectors: Sectors) -> None:
    found = {one.states: unproject(one.x, one.y) for one in trijunctions(lines_between(sectors))}
    assert found.keys() == TRIJUNCTIONS.keys()
    for states, (lon, lat) in found.items():
        assert (float(lon), float(lat)) == pytest.approx(TRIJUNCTIONS[states], abs=0.012)


def test_trijunctions_are_as_far_from_three_coasts(sectors: Sectors, coast_lines: Coasts) -> None:
    for one in trijunctions(lines_between(sectors)):
        lon, lat = unproject(one.x, one.y)
        away = [nearest_km(float(lon), float(lat), dense(coast_lines[s], 250)) for s in one.states]
        assert max(away) - min(away) < 0.3


def test_random_points_lie_with_their_nearest_coast(sectors: Sectors, coast_lines: Coasts) -> None:
    """Nearest by geodesic is nearest on the map, but for a strip of a kilometre."""
    places = {state: dense(lines, 250) for state, lines in coast_lines.items()}
    random = np.random.default_rng(2003)
    for state, sector in sectors.items():
        left, bottom, right, top = sector.bounds
        inner = sector.buffer(-2_000)
        points = [
            (x, y)
            for x, y in random.uniform((left, bottom), (right, top), (60, 2))
            if inner.contains(shapely.Point(x, y))
        ]
        assert len(points) > 8
        for lon, lat in np.column_stack(unproject(*np.array(points).T)):
            away = {other: nearest_km(lon, lat, coast) for other, coast in places.items()}
            assert min(away, key=away.__getitem__) == state


def test_neighbours_are_the_seven_pairs(sectors: Sectors) -> None:
    pairs = {f"{a}-{b}" for a, b in lines_between(sectors)}
    assert pairs == {
        "kazakhstan-russia",
        "azerbaijan-russia",
        "azerbaijan-kazakhstan",
        "kazakhstan-turkmenistan",
        "azerbaijan-turkmenistan",
        "azerbaijan-iran",
        "iran-turkmenistan",
    }


def test_a_wedge_is_shared_out_evenly() -> None:
    """Where the nearest coast is the point that two share, the line is their bisector."""
    km = 1000.0
    edge = [(-20, 100), (0, 0), (20, 100), (97, 110), (113, -90), (-113, -90), (-97, 110)]
    sea = shapely.Polygon(np.array(edge) * km)  # a cape points into it, a border at its tip
    west = shapely.Polygon(np.array([(-97, 110), (-20, 100), (0, 0), (0, 200), (-97, 200)]) * km)
    east = shapely.transform(west, lambda xy: xy * (-1, 1))
    around = shapely.box(-150 * km, -150 * km, 150 * km, 105 * km).difference(sea.buffer(1))
    around = around.difference(shapely.box(-90 * km, 0, 90 * km, 200 * km))
    far = {a3: shapely.Point(0, -400 * km).buffer(1) for a3 in STATES.values()}
    land = {**far, "RUS": west, "KAZ": east, "IRN": around}
    turned = {a3: rotate(shape, 7, origin=(0, 0)) for a3, shape in land.items()}
    sea = rotate(sea, 7, origin=(0, 0))  # a grid's points would have cells without area
    found = coasts(sea, turned)
    sectors = divide(sea, {s: lines for s, lines in found.items() if lines}, 15 * km)
    assert sectors["russia"].area == pytest.approx(sectors["kazakhstan"].area, rel=1e-3)


def test_the_junction_of_2003_is_nearly_as_far_from_three_coasts(coast_lines: Coasts) -> None:
    away = {state: nearest_km(*JUNCTION, dense(coast_lines[state], 100)) for state in JUNCTION_KM}
    assert away == pytest.approx(JUNCTION_KM, abs=0.15)
    assert 2.5 < max(away.values()) - min(away.values()) < 3.5


def test_the_computed_point_lies_nineteen_km_from_the_agreed_one(sectors: Sectors) -> None:
    one = next(t for t in trijunctions(lines_between(sectors)) if "russia" in t.states)
    lon, lat = unproject(one.x, one.y)
    assert GEOD.inv(*JUNCTION, float(lon), float(lat))[2] / 1000 == pytest.approx(19, abs=0.5)


def test_no_line_is_bent_to_the_junction(sectors: Sectors) -> None:
    point = shapely.Point(*map(float, project(*JUNCTION)))
    for line in lines_between(sectors).values():
        assert shapely.boundary(line).distance(point) > 10_000  # none begins or ends there

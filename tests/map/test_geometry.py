"""The committed courses and outlines: on land or water, as long as published, as computed."""

import json
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod
from scripts.area_geometry import TARGET
from scripts.route_geometry import read_courses

from azkz_desktop.map.projection import project, project_points
from azkz_desktop.map.sectors import Sectors, lines_between

GEOD = Geod(ellps="WGS84")
PUBLISHED_KM = {
    "baku-tbilisi-ceyhan": 1768,
    "baku-supsa": 833,
    "baku-novorossiysk": 1330,
    "caspian-pipeline-consortium-line": 1511,
    "atyrau-samara": 697,
    "atasu-alashankou": 962,
    "eskene-kuryk": 739,
    "zhezkazgan-beyneu": 988,
    "arkalyk-shubarkol": 214,
    "baku-tbilisi-kars": 826,
}
SOUTH_CAUCASUS_KM = 692
AT_THE_SHORE = 5_000.0
OFF = 2_000.0


def features(name: str) -> dict[str, Any]:
    text = (TARGET / f"{name}.geojson").read_text("utf-8")
    return {feature["id"]: feature for feature in json.loads(text)["features"]}


ROUTES = features("routes")
ENDS = {
    "baku-tbilisi-ceyhan": ((49.47, 40.19), (35.88, 36.86)),
    "baku-supsa": ((49.47, 40.19), (41.76, 42.01)),
    "eskene-kuryk": ((52.8, 47.27), (51.61, 43.16)),
    "aktau-baku-tankers": ((51.2, 43.61), (49.47, 40.19)),
    "kuryk-alat-ferry": ((51.61, 43.16), (49.43, 39.98)),
    "baku-tbilisi-kars": ((49.89, 40.38), (43.09, 40.6)),
    "zangezur-corridor": ((47.33, 39.45), (45.41, 39.21)),
    "neka-swap": ((51.2, 43.61), (53.3, 36.65)),
}


def length_km(feature: dict[str, Any]) -> float:
    parts = feature["geometry"]["coordinates"]
    return sum(GEOD.line_length(*np.array(part).T) for part in parts) / 1000


@pytest.mark.parametrize("route", PUBLISHED_KM)
def test_routes_are_about_as_long_as_published(route: str) -> None:
    ratio = length_km(ROUTES[route]) / PUBLISHED_KM[route]
    assert 0.87 <= ratio <= 1.05


def test_the_gas_pipeline_is_as_long_to_the_border() -> None:
    course = np.array(ROUTES["south-caucasus-pipeline"]["geometry"]["coordinates"][0])
    border = int(np.flatnonzero((course == (42.8, 41.57)).all(axis=1))[0])
    ratio = GEOD.line_length(*course[: border + 1].T) / 1000 / SOUTH_CAUCASUS_KM
    assert 0.87 <= ratio <= 1.05


def parts_over(what: str) -> dict[str, list[list[float]]]:
    """Every line over *what*, once, by the first route that has it."""
    found: dict[str, list[list[float]]] = {}
    for route, feature in ROUTES.items():
        parts = feature["geometry"]["coordinates"]
        for over, part in zip(feature["properties"]["over"], parts, strict=True):
            if over == what and part not in found.values():
                found[f"{route} {len(found)}"] = part
    return found


def spots_of(part: list[list[float]]) -> Any:
    line = shapely.segmentize(shapely.linestrings(project_points(part)), 1_000.0)
    return shapely.points(shapely.get_coordinates(line))


LAND, SEA = parts_over("land"), parts_over("sea")


@pytest.mark.parametrize("part", LAND)
def test_land_routes_keep_to_land(part: str, dry_land: Any) -> None:
    assert shapely.dwithin(dry_land, spots_of(LAND[part]), OFF).all()


@pytest.mark.parametrize("part", SEA)
def test_sea_routes_keep_to_water(part: str, open_water: Any) -> None:
    spots = spots_of(SEA[part])
    ends = shapely.multipoints([spots[0], spots[-1]])
    offshore = spots[shapely.distance(ends, spots) > AT_THE_SHORE]
    assert len(offshore) > 50
    assert shapely.dwithin(open_water, offshore, OFF).all()


@pytest.mark.parametrize("route", ENDS)
def test_routes_end_where_they_say(route: str) -> None:
    parts = ROUTES[route]["geometry"]["coordinates"]
    for end, place in zip((parts[0][0], parts[-1][-1]), ENDS[route], strict=True):
        assert GEOD.inv(end[0], end[1], place[0], place[1])[2] < 30_000


def test_every_route_has_a_source_and_enough_bends() -> None:
    for route, feature in ROUTES.items():
        assert feature["properties"]["source"]
        assert feature["geometry"]["type"] == "MultiLineString"
        per_bend = length_km(feature) / sum(len(p) - 1 for p in feature["geometry"]["coordinates"])
        assert per_bend < (55 if "flights" in route else 200), route


def test_the_file_is_what_the_waypoints_say() -> None:
    courses = read_courses()
    assert ROUTES.keys() == courses.keys()
    for route, lines in courses.items():
        written = ROUTES[route]["geometry"]["coordinates"]
        assert ROUTES[route]["properties"]["over"] == [over for over, _ in lines]
        for part, (_, points) in zip(written, lines, strict=True):
            np.testing.assert_allclose(part, points, atol=6e-5)


def test_routes_of_one_corridor_share_its_waypoints() -> None:
    def points(route: str) -> set[tuple[float, ...]]:
        return {tuple(p) for part in ROUTES[route]["geometry"]["coordinates"] for p in part}

    shared = points("baku-tbilisi-ceyhan") & points("south-caucasus-pipeline")
    assert len(shared & points("baku-tbilisi-kars")) > 15


def test_sector_lines_are_the_computed_ones(sectors: Sectors) -> None:
    committed = features("boundaries")
    computed = {f"line-{a}-{b}": line for (a, b), line in lines_between(sectors).items()}
    assert committed.keys() == computed.keys()
    for name, line in computed.items():
        shape = shapely.geometry.shape(committed[name]["geometry"])
        drawn = shapely.transform(shape, project_points)
        assert shapely.hausdorff_distance(drawn, line) < 400
        assert "illustration" in committed[name]["properties"]["source"]


def test_sectors_are_the_computed_ones(sectors: Sectors) -> None:
    committed = features("areas")
    for state, sector in sectors.items():
        shape = shapely.geometry.shape(committed[f"sector-{state}"]["geometry"])
        drawn = shapely.transform(shape, project_points)
        assert drawn.is_valid
        assert drawn.area == pytest.approx(sector.area, rel=2e-3)
        assert shapely.symmetric_difference(drawn, sector).area < 0.01 * sector.area


# km², from the districts themselves.
DISTRICTS = {
    "lachin": ((46.55, 39.64), 1835),
    "kelbajar": ((46.04, 40.11), 1936 + 1100),  # with what is counted to its neighbour there
    "agdam": ((46.93, 39.99), 1094),
    "fuzuli": ((47.15, 39.60), 1386),
    "jabrayil": ((47.03, 39.40), 1050),
    "zangilan": ((46.66, 39.09), 707),
    "qubadli": ((46.58, 39.35), 802),
}


@pytest.mark.parametrize("district", DISTRICTS)
def test_districts_hold_their_towns_and_have_about_their_size(district: str) -> None:
    town, area = DISTRICTS[district]
    shape = shapely.geometry.shape(features("areas")[district]["geometry"])
    drawn = shapely.transform(shape, project_points)
    assert drawn.is_valid
    near = shapely.Point(*map(float, project(*town)))
    assert drawn.distance(near) < 6_000
    assert drawn.area / 1e6 == pytest.approx(area, rel=0.25)


def test_the_outline_without_a_source_says_that_it_is_schematic() -> None:
    properties = features("areas")["nagorno-karabakh"]["properties"]
    assert properties["schematic"] is True
    assert "schematic" in properties["source"]

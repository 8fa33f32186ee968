"""Divisions of the sea to look at: their areas, single points by geodesic, and how they look."""

import json
from typing import Any

import numpy as np
import pytest
import shapely

from azkz_desktop.dataset.records import Position
from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.furniture import Framed
from azkz_desktop.map.hit import hit
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Ref, Scene
from azkz_desktop.map.projection import project, unproject
from azkz_desktop.map.scenario_marks import scenario_lines, scenario_wishes
from azkz_desktop.map.scenarios import (
    CLAIMED_BY,
    NUMBERS,
    Scenario,
    Share,
    bundled_scenarios,
    in_a_paragraph,
    rule_words,
    scenario_of,
    share_words,
)
from azkz_desktop.map.sectors import STATES, Coasts, Sectors, coasts
from azkz_desktop.map.styles import scenario_word
from azkz_desktop.view.state import LAYERS, SCENARIOS, MapWindow, ViewState
from tests.map.geodesic import dense, nearest_km
from tests.map.made import MadeSource, Ruler, claim, everything

DIVIDED = ("median", "mainland", "equal")
WEIGHTS = json.loads((bundled_folder() / NUMBERS).read_text("utf-8"))["equal"]["weights"]


def area_of(share: Share) -> Any:
    area: Any = shapely.Polygon()
    for ring in share.rings:
        area = shapely.symmetric_difference(area, shapely.Polygon(ring))
    return area


@pytest.fixture(scope="module")
def mainland_coasts(basemap: Basemap) -> Coasts:
    return coasts(shapely.Polygon(basemap.caspian.exterior), basemap.countries)


@pytest.mark.parametrize("key", SCENARIOS)
def test_the_shares_add_up_to_the_sea(basemap: Basemap, key: str) -> None:
    scenario = bundled_scenarios()[key]
    assert scenario.km2 == pytest.approx(basemap.caspian.area / 1e6, abs=3)
    assert sum(share.percent for share in scenario.shares) == pytest.approx(100)
    drawn = shapely.union_all([area_of(share) for share in scenario.shares])
    assert drawn.area == pytest.approx(basemap.caspian.area, rel=2e-3)


@pytest.mark.parametrize("key", SCENARIOS)
def test_what_is_drawn_is_what_is_counted_and_nothing_overlaps(key: str) -> None:
    shares = bundled_scenarios()[key].shares
    areas = [area_of(share) for share in shares]
    for share, area in zip(shares, areas, strict=True):
        assert area.area / 1e6 == pytest.approx(share.km2, rel=6e-3)
    assert shapely.union_all(areas).area == pytest.approx(sum(a.area for a in areas), rel=1e-6)


def test_median_lines_with_islands_are_the_computed_sectors(sectors: Sectors) -> None:
    for share in bundled_scenarios()["median"].shares:
        assert share.km2 == pytest.approx(sectors[share.state].area / 1e6, rel=1e-4)


def test_equal_shares_are_equal() -> None:
    shares = bundled_scenarios()["equal"].shares
    assert [share.state for share in shares] == list(STATES)
    for share in shares:
        assert share.percent == pytest.approx(20, abs=0.3)


def test_islands_make_a_difference() -> None:
    with_islands, without = (bundled_scenarios()[key].shares for key in ("median", "mainland"))
    moved = {a.state: b.km2 - a.km2 for a, b in zip(with_islands, without, strict=True)}
    assert moved["kazakhstan"] < -3000  # most of the islands are off its coast
    assert moved["russia"] > 3000
    assert max(map(abs, moved.values())) < 6000


@pytest.mark.parametrize("key", DIVIDED)
def test_random_points_lie_with_the_state_that_the_rule_names(
    coast_lines: Coasts, mainland_coasts: Coasts, key: str
) -> None:
    """By geodesic distance to the coasts, but for a strip along the lines."""
    used = mainland_coasts if key == "mainland" else coast_lines
    weights = WEIGHTS if key == "equal" else dict.fromkeys(STATES, 1.0)
    places = {state: dense(lines, 500) for state, lines in used.items()}
    random = np.random.default_rng(1998)
    for share in bundled_scenarios()[key].shares:
        inner = area_of(share).buffer(-2_500)
        shapely.prepare(inner)
        left, bottom, right, top = inner.bounds
        points = random.uniform((left, bottom), (right, top), (60, 2))
        points = points[shapely.contains_xy(inner, points)]
        assert len(points) > 6
        for lon, lat in np.column_stack(unproject(*points.T)):
            away = {s: nearest_km(lon, lat, coast) / weights[s] for s, coast in places.items()}
            assert min(away, key=away.__getitem__) == share.state


def test_every_name_has_its_place_in_its_own_water() -> None:
    for scenario in bundled_scenarios().values():
        for share in scenario.shares:
            area = area_of(share).buffer(500)
            assert shapely.contains_xy(area, share.spots).all()
            assert len(share.spots) > 20
            away = np.hypot(*(share.spots - share.spots[0]).T)
            assert (np.diff(away) >= 0).all()


def test_lines_run_between_two_shares() -> None:
    for key in DIVIDED:
        scenario = bundled_scenarios()[key]
        areas = [area_of(share) for share in scenario.shares]
        assert len(scenario.lines) >= 5
        for line in scenario.lines:
            middle = shapely.line_interpolate_point(shapely.linestrings(line), 0.5, normalized=True)
            touched = [area for area in areas if shapely.distance(area, middle) < 1]
            assert len(touched) == 2
    assert bundled_scenarios()["undivided"].lines == ()


def test_an_unknown_division_is_none() -> None:
    """A view saved by a later version may ask for one."""
    assert scenario_of("") is None
    assert scenario_of("by-population") is None


# How it looks


@pytest.fixture(scope="module")
def layout(basemap: Basemap) -> Layout:
    return Layout(MadeSource(), basemap, Ruler())


def camera() -> Camera:
    return camera_of(MapWindow(50.8, 42.0, 1200), 1000, 800)


def scene_of(layout: Layout, scenario: str, **change: Any) -> Scene:
    return layout.scene(ViewState(scenario=scenario, **change), everything(), camera())


def words_in(scene: Scene) -> str:
    return " / ".join(" ".join(label.lines) for label in scene.labels)


@pytest.mark.parametrize("key", SCENARIOS)
def test_water_stays_water(layout: Layout, key: str) -> None:
    """Hatched, never filled, whatever layers are on; it says across the sea what it is."""
    scene = scene_of(layout, key, layers=("events",))
    ours = [patch for patch in scene.patches if patch.ref == Ref("scenario", key)]
    assert len(ours) == len(bundled_scenarios()[key].shares)
    assert all(patch.fill is None and patch.hatch for patch in ours)
    assert "Illustration, not a boundary" in words_in(scene)
    assert [entry.hatch for entry in scene.legend if "illustration" in entry.text] == [True]
    shown = layout.furniture(Framed(ViewState(scenario=key), camera(), (1000, 850), scene))
    assert shown.note == "Illustration, not a boundary"


def test_dividing_lines_are_dashed(layout: Layout) -> None:
    strokes = [s for s in scene_of(layout, "equal").strokes if s.ref == Ref("scenario", "equal")]
    assert len(strokes) == 1
    assert all(pen.dash for pen in strokes[0].pens)


def test_a_division_stands_in_for_all_else_that_is_computed(layout: Layout) -> None:
    scene = scene_of(layout, "equal", layers=LAYERS, moment="2008-11-03")
    assert not any(p.ref and p.ref.id.startswith("sector-") for p in scene.patches)
    shown = {
        stroke.ref.id for stroke in scene.strokes if stroke.ref and stroke.ref.type == "boundary"
    }
    assert shown == {"line-a"}  # which was agreed; of line-b nothing was
    assert "of the sea, computed" not in words_in(scene)
    assert "Kazakhstan about 20 % 76,000 km²" in words_in(scene)


def test_no_division_is_drawn_unless_one_is_asked_for(layout: Layout) -> None:
    scene = scene_of(layout, "")
    assert not any(patch.hatch for patch in scene.patches)
    assert not any(patch.hatch for patch in scene_of(layout, "by-population").patches)
    shown = layout.furniture(Framed(ViewState(), camera(), (1000, 850), scene))
    assert shown.note == ""


def test_far_out_only_the_shares_are_named() -> None:
    scenario = bundled_scenarios()["median"]
    near, mid, far = (
        scenario_wishes(scenario, camera_of(MapWindow(50.8, 42.0, width), 1000, 800), {})
        for width in (1200, 2000, 6000)
    )
    assert [len(wish.lines) for wish in near] == [3] * 5
    assert [len(wish.lines) for wish in mid] == [2] * 5
    assert far == []


def test_the_sea_tells_the_division_under_the_pointer(layout: Layout) -> None:
    scene = scene_of(layout, "median", layers=())
    x, y = camera().pixel(*map(float, project(50.5, 39.3)))
    assert hit(scene, x, y).refs[0] == Ref("scenario", "median")


def made_position(key: str, actor: str, stance: str) -> Position:
    return Position(key, actor, "caspian-status", stance, None, claim())


def test_what_is_told_has_rule_areas_and_who_held_it() -> None:
    scenario = bundled_scenarios()["undivided"]
    stances = [
        made_position("russia-indivisible-caspian", "russia", "Holds it to be one."),
        made_position("iran-at-least-a-fifth", "iran", "Asks for a fifth."),
    ]
    names, sources = {"russia": "Russia"}, {"akiner2012": "Akiner 2012"}
    told = scenario_lines(scenario, names, stances, sources)
    assert told[:2] == ["One undivided water", "An illustration: no state's claim and no boundary."]
    assert "Russia: Holds it to be one. (Akiner 2012, Pipelines)" in told
    assert not any("fifth" in line for line in told)
    assert "The sea: 379,000 km², without Garabogazköl" in told
    equal = scenario_lines(bundled_scenarios()["equal"], names, stances, sources)
    assert "Russia: about 20 %, 76,000 km²" in equal
    assert len([line for line in equal if "about 20 %" in line]) == 5


def test_shares_are_rounded() -> None:
    share = Share("iran", 54_427, 14.354, (), np.zeros((1, 2)))
    assert share_words(share) == "about 14 %, 54,000 km²"


def test_every_division_has_a_name_and_a_rule() -> None:
    assert len({scenario_word(key) for key in ("", *SCENARIOS)}) == 5
    assert all(rule_words(key).endswith(".") for key in SCENARIOS)
    scenarios: list[Scenario] = list(bundled_scenarios().values())
    assert all(one.method for one in scenarios)
    assert set(CLAIMED_BY) <= set(SCENARIOS)


def test_below_a_picture_it_is_told_in_a_paragraph() -> None:
    told = in_a_paragraph(bundled_scenarios()["equal"], {"iran": "Iran"})
    assert told.startswith("Equal shares of a fifth. An illustration: no state's claim")
    assert "Iran about 20 %, 76,000 km²" in told
    assert told.count("about 20 %") == 5
    assert in_a_paragraph(bundled_scenarios()["undivided"], {}).endswith(" 379,000 km².")

"""Areas that have a point only: fields, ports, regions where people settled, waters in dispute."""

import shapely

from azkz_desktop.dataset.records import Area
from azkz_desktop.map.area_marks import EDGE, area_points, shown_regions, water_wishes
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.hit import Hit
from azkz_desktop.map.legend import legend
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.states import stages
from azkz_desktop.map.things import Region, Things
from azkz_desktop.map.wording import Wording
from azkz_desktop.view.state import MapWindow, ViewState
from tests.map.made import MadeSource, day, state

NOW = day("2010-01-01")


def region(key: str, kind: str, status: str, edtf: str = "1930") -> Region:
    life = stages([state(key, status, "1930-01-01", edtf=edtf, track="use")])
    area = Area(key, key.title(), kind, "geonames", shapely.to_wkb(shapely.Point(0, 0)))
    return Region(area, None, 0.0, 0.0, life)


def things(*regions: Region) -> Things:
    made = Things(MadeSource(), lambda xy: xy[:, 0] > 0)
    made.__dict__["regions"] = {one.record.id: one for one in regions}
    return made


def camera(width_km: float = 1500, lon: float = 51.0) -> Camera:
    return camera_of(MapWindow(lon, 42.0, width_km), 1000, 700)


def test_a_region_where_people_settled_is_three_dots() -> None:
    shown = shown_regions(things(region("mangystau", "region", "settled")), NOW)
    symbols, wishes = area_points(shown, camera())
    assert [(one.shape, one.ref) for one in symbols] == [("settled", Ref("area", "mangystau"))]
    assert [wish.lines for wish in wishes] == [("Mangystau",)]
    entries = legend([], [], symbols, None, [], sectors=False)
    assert [entry.text for entry in entries] == ["region settled by Azerbaijanis, as told"]


def test_settled_waters_are_no_region() -> None:
    shown = shown_regions(things(region("bay", "waters", "settled")), NOW)
    assert area_points(shown, camera()) == ([], [])


def test_before_it_is_told_nothing_is_drawn() -> None:
    life = stages([state("late", "settled", None, edtf="[..2017]", track="use")])
    plain = region("late", "region", "settled")
    told = things(Region(plain.record, None, 0.0, 0.0, life))
    assert area_points(shown_regions(told, NOW), camera())[0] == []
    assert len(area_points(shown_regions(told, day("2020-01-01")), camera())[0]) == 1


def test_what_is_disputed_says_so() -> None:
    shown = shown_regions(things(region("alov", "field", "disputed")), NOW)
    _, wishes = area_points(shown, camera())
    assert wishes[0].lines == ("Alov", "(disputed)")


def test_disputed_waters_are_named_but_not_the_whole_sea() -> None:
    own = things(
        region("south", "waters", "disputed"),
        region("caspian-sea", "waters", "disputed"),
        region("bay", "waters", "settled"),
    )
    shown = shown_regions(own, NOW)
    assert [wish.lines for wish in water_wishes(shown, camera())] == [("South", "(disputed)")]
    assert water_wishes(shown, camera(4000)) == []


def test_points_out_of_sight_are_left_out_and_not_in_the_legend() -> None:
    shown = shown_regions(things(region("mangystau", "region", "settled")), NOW)
    near = camera()
    x, _ = near.pixel(0.0, 0.0)
    beyond = near.panned(-(x + EDGE - 1), 0)
    assert len(area_points(shown, beyond)[0]) == 1
    assert area_points(shown, near.panned(-(x + EDGE + 1), 0)) == ([], [])


def test_settled_is_said_of_people_and_of_disputes() -> None:
    def told(one: Region) -> str:
        wording = Wording(things(one))
        found = Hit(refs=(Ref("area", one.record.id),))
        return " ".join(wording.lines(found, ViewState(moment="2010-01-01")))

    assert "settled by Azerbaijanis: 1930" in told(region("mangystau", "region", "settled"))
    assert "settled: 1930" in told(region("south", "waters", "settled"))

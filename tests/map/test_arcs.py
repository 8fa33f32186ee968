"""Visits as arcs: who came from where, told by the file alone; gathering, direction, hits."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import Membership
from azkz_desktop.dataset.records import Actor, Capital
from azkz_desktop.map.arcs import (
    PALE,
    WIDEST,
    WIDTH,
    Visit,
    Visits,
    arc_entries,
    arc_strokes,
    capital_at,
    curve,
    head,
    home_of,
    way_words,
)
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.hit import Hit, hit
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Ref, Scene, Stroke
from azkz_desktop.map.things import Things
from azkz_desktop.map.wording import Wording
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import FIRST_LAYERS, Focus, MapWindow, ViewState
from tests.map.made import MadeDataset, MadeSource, Ruler, claim, columns, day, everything

MOVED = day("1997-12-10")
CAPITALS = (
    Capital("kazakhstan", "aktau", "/1997-12-09", None, MOVED - 1, claim()),
    Capital("kazakhstan", "astana", "1997-12-10/..", MOVED, None, claim()),
    Capital("usa", "washington", None, None, None, claim()),
)
ACTORS = {
    "guest": Actor("guest", "person", "Guest", "kazakhstan", ""),
    "host": Actor("host", "person", "Host", "azerbaijan", ""),
    "kazakhstan": Actor("kazakhstan", "state", "Kazakhstan", None, ""),
    "osce": Actor("osce", "organisation", "OSCE", None, ""),
}
VISIT = 3
"""The row of the small world's one visit: to Baku, on 2 October 2008."""


class Dataset(MadeDataset):
    def actors(self) -> dict[str, Actor]:
        return ACTORS

    def capitals(self) -> tuple[Capital, ...]:
        return CAPITALS


def made(*actors: str) -> MadeSource:
    """The small world where *actors* are those of its visit, the main one first."""
    source = MadeSource()
    source.dataset = Dataset()
    ids = tuple(sorted(ACTORS))
    codes = np.array([ids.index(one) for one in actors], dtype=np.int32)
    member = Membership(np.full(len(actors), VISIT, dtype=np.int32), codes, ids)
    plain = columns()
    source.columns = replace(plain, facets={**plain.facets, "actor": member})
    return source


def visits(source: MadeSource) -> Visits:
    return Visits(Things(source, lambda xy: np.zeros(len(xy), bool)))


def camera() -> Camera:
    return camera_of(MapWindow(60.0, 46.0, 3600), 1200, 700)


# Who came from where


@pytest.mark.parametrize(
    ("actors", "found"),
    [
        (("guest", "host"), [Visit(VISIT, "astana", "baku")]),
        (("kazakhstan",), [Visit(VISIT, "astana", "baku")]),
        (("host", "guest"), []),  # who is told of first is at home: nobody is said to have come
        (("osce", "guest"), []),
        ((), []),
    ],
)
def test_the_main_actor_is_the_visitor(actors: tuple[str, ...], found: list[Visit]) -> None:
    assert list(visits(made(*actors)).all) == found


def test_a_capital_is_that_of_the_time() -> None:
    assert capital_at(CAPITALS, "kazakhstan", (MOVED - 400, MOVED - 1)) == "aktau"
    assert capital_at(CAPITALS, "kazakhstan", (MOVED, MOVED + 30)) == "astana"
    assert capital_at(CAPITALS, "kazakhstan", (MOVED - 1, MOVED)) is None  # it may be either
    assert capital_at(CAPITALS, "usa", (-(2**30), 2**30)) == "washington"
    assert capital_at(CAPITALS, "iran", (0, 0)) is None


def test_organisations_come_from_nowhere() -> None:
    assert home_of(ACTORS["osce"]) is None
    assert home_of(None) is None
    assert home_of(ACTORS["kazakhstan"]) == "kazakhstan"
    assert home_of(ACTORS["guest"]) == "kazakhstan"


def test_a_file_without_actors_or_visits_has_no_arcs() -> None:
    assert visits(MadeSource()).all == ()


def test_the_data_against_its_own_views(bundled_db: Path) -> None:
    """By brute force over the public views; each way was read by hand once, too."""
    with closing(sqlite3.connect(bundled_db)) as file:
        state = {a: a if t == "state" else c if t == "person" else None for a, t, c in file.execute(
            "SELECT actor_id, type, country FROM actors")}  # fmt: skip
        country = dict(file.execute("SELECT place_id, country FROM places"))
        seats = file.execute("SELECT * FROM capitals").fetchall()
        wanted = {}
        for event, first, last, actors, places in file.execute(
            "SELECT event_id, start_earliest, start_latest, actors, places FROM events "
            "WHERE kind = 'visit'"
        ):
            who, where = (json.loads(text)[:1] for text in (actors, places))
            if not who or not where or state[who[0]] in (None, country[where[0]]):
                continue
            for own, seat, _, since, until, *_ in seats:
                if own == state[who[0]] and (since or "") <= first and last <= (until or "9999"):
                    wanted[event] = (seat, where[0])
    library = Library(bundled_db)
    found = Visits(Things(library, lambda xy: np.zeros(len(xy), bool))).all
    ids = library.ids([visit.row for visit in found])
    assert {i: (v.home, v.to) for i, v in zip(ids, found, strict=True)} == wanted
    assert wanted["nazarbayev-visit-to-azerbaijan-1"] == ("almaty", "baku")
    assert wanted["nazarbayev-visit-to-azerbaijan-2"] == ("astana", "baku")
    assert wanted["xi-jinping-visit-to-astana"] == ("beijing", "astana")
    assert "soviet-azerbaijan-delegation-visits-kazakhstan" not in wanted  # no place is told
    assert len(wanted) > 18


# Gathered and told apart


def test_visits_of_the_moment_are_told_apart() -> None:
    ours = visits(made("guest"))
    (near,) = ours.arcs(np.array([VISIT], np.int32), day("2008-11-03"), None)
    (far,) = ours.arcs(np.array([VISIT], np.int32), day("2015-01-01"), None)
    assert (near.near, far.near) == (1, 0)
    assert near.rows == far.rows == (VISIT,)


def test_what_is_filtered_out_is_not_drawn_unless_chosen() -> None:
    ours, none = visits(made("guest")), np.array([], np.int32)
    assert ours.arcs(none, 0, None) == []
    assert [arc.rows for arc in ours.arcs(none, 0, VISIT)] == [(VISIT,)]
    assert ours.arcs(none, 0, VISIT + 1) == []


def many(source: MadeSource, rows: int) -> Visits:
    """*rows* visits of one way, by cheating."""
    ours = visits(source)
    ours.__dict__["all"] = tuple(Visit(row, "astana", "baku") for row in range(rows))
    return ours


@given(st.integers(1, 7))
def test_many_make_one_wider_arc(count: int) -> None:
    ours = many(made("guest"), count)
    arcs = ours.arcs(np.arange(count, dtype=np.int32), day("1960-01-01"), None)
    (stroke,) = arc_strokes(arcs, ours.things, camera(), None)
    assert sorted(stroke.rows) == list(range(count))
    assert WIDTH <= stroke.pens[0].width <= WIDEST
    assert (stroke.pens[0].width > WIDTH) == (count > 1)
    assert stroke.pens[0].pale == PALE


def test_the_chosen_visit_is_underlaid_and_comes_first_in_its_arc() -> None:
    ours = many(made("guest"), 5)
    arcs = ours.arcs(np.arange(5, dtype=np.int32), day("1960-01-01"), 4)
    (stroke,) = arc_strokes(arcs, ours.things, camera(), 4)
    assert stroke.chosen
    assert stroke.rows[0] == 4
    assert len(stroke.pens) == 2
    assert stroke.pens[0].width > stroke.pens[1].width
    assert stroke.pens[1].pale == 0


def test_row_nought_can_be_chosen() -> None:
    ours = many(made("guest"), 3)
    (stroke,) = arc_strokes(ours.arcs(np.arange(3, dtype=np.int32), 0, 0), ours.things, camera(), 0)
    assert stroke.rows[0] == 0


# Drawn


POINT = st.tuples(st.floats(0, 1000), st.floats(0, 1000))


@given(POINT, POINT)
def test_an_arc_swings_to_the_left_of_its_way(
    begin: tuple[float, float], end: tuple[float, float]
) -> None:
    line = curve(begin, end)
    assert line[0] == pytest.approx(begin)
    assert line[-1] == pytest.approx(end)
    across = np.array(end) - begin
    out = line - begin
    turn = across[0] * out[:, 1] - across[1] * out[:, 0]  # y points down: negative is left
    assert (turn <= 1e-6).all()


def test_there_and_back_lie_apart() -> None:
    there, back = curve((0, 0), (600, 0)), curve((600, 0), (0, 0))[::-1]
    assert np.abs(there - back)[16].max() > 150


@given(POINT, POINT)
def test_the_head_points_along_the_way(
    begin: tuple[float, float], end: tuple[float, float]
) -> None:
    if np.hypot(end[0] - begin[0], end[1] - begin[1]) < 30:
        return
    line = curve(begin, end)
    one, tip, other = head(line)
    barbs = (one + other) / 2
    assert np.dot(tip - barbs, np.array(end) - begin) > 0
    assert np.hypot(*(one - tip)) == pytest.approx(np.hypot(*(other - tip)))


def test_arcs_out_of_sight_or_too_short_are_left_out() -> None:
    ours = visits(made("guest"))
    arcs = ours.arcs(np.array([VISIT], np.int32), 0, None)
    away = camera_of(MapWindow(-100.0, 40.0, 900), 1000, 600)
    far = camera_of(MapWindow(60.0, 46.0, 9000), 100, 60)
    assert arc_strokes(arcs, ours.things, away, None) == []
    assert arc_strokes(arcs, ours.things, far, None) == []
    assert len(arc_strokes(arcs, ours.things, camera(), None)) == 1


# In the scene


@pytest.fixture(scope="module")
def layout(basemap: Basemap) -> Layout:
    return Layout(made("guest", "host"), basemap, Ruler())


def scene_of(layout: Layout, **change: Any) -> Scene:
    return layout.scene(ViewState(**change), everything(), camera())


def arcs_in(scene: Scene) -> list[Stroke]:
    return [one for one in scene.over if one.ref and one.ref.type == "visits"]


def told(scene: Scene) -> bool:
    return any("capital" in entry.text for entry in scene.legend)


def test_arcs_are_a_layer_of_their_own(layout: Layout) -> None:
    assert "arcs" not in FIRST_LAYERS
    off, on = scene_of(layout), scene_of(layout, layers=(*FIRST_LAYERS, "arcs"))
    assert (arcs_in(off), told(off)) == ([], False)
    assert [one.ref for one in arcs_in(on)] == [Ref("visits", "astana>baku")]
    assert told(on)
    assert arc_entries([]) == []


def test_the_chosen_visit_shows_its_arc_wherever_events_are_shown(layout: Layout) -> None:
    focus = Focus("event", "visit")
    assert [one.chosen for one in arcs_in(scene_of(layout, focus=focus))] == [True]
    assert arcs_in(scene_of(layout, focus=Focus("event", "clash"))) == []
    assert arcs_in(scene_of(layout, focus=focus, layers=("routes",))) == []


def test_an_arc_can_be_pointed_at(layout: Layout) -> None:
    scene = scene_of(layout, layers=("arcs",))
    x, y = arcs_in(scene)[0].lines[0][10]
    assert hit(scene, x, y + 2) == Hit(rows=(VISIT,), refs=(Ref("visits", "astana>baku"),))
    assert hit(scene, x, y + 60).rows == ()
    lines = Wording(layout.things).lines(hit(scene, x, y), ViewState())
    assert lines[0] == "Astana → Baku: 1 visit"
    assert lines[1].startswith("Title of visit")


def test_a_way_is_told_with_its_number() -> None:
    assert way_words("a>b", 7, {"a": "Astana"}) == "Astana → b: 7 visits"

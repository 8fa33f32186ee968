"""What each state held, in its water: words, shapes, and nothing that no document tells."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.furniture import Framed
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Ref, Scene, Symbol
from azkz_desktop.map.projection import project
from azkz_desktop.map.sectors import Sectors
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.stances import (
    KINDS,
    RADIUS,
    SHAPES,
    UNTOLD,
    WHERE,
    WIDEST,
    Shown,
    kind_of,
    kind_word,
    short_word,
    shown_stances,
    stance_callouts,
    stance_entries,
    stance_forms,
    stance_label,
    stance_lines,
    stance_symbols,
    stances_in_a_paragraph,
)
from azkz_desktop.view.caspian import ISSUE, LITTORAL, Said, Told, all_told
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LAYERS, MapWindow, ViewState
from tests.map.made import MadeSource, Ruler, claim, day, everything


def told(state: str, key: str, when: str, stance: str, source: str = "akiner2012") -> Told:
    first = day((when + "-01-01")[:10])
    said = (Said(claim(source), when),)
    return Told(state, key, first, int(when[:4]), when, stance, "", "", "", said)


TOLD = (
    told("iran", "iran-indivisible-caspian", "1991", "Holds it to be one."),
    told("iran", "iran-caspian-cooperation-zone", "1992-04", "Seeks a body."),
    told("iran", "iran-at-least-a-fifth", "2008", "Asks for a fifth.", "h2021"),
    told("russia", "russia-median-line", "2008", "Advocates the line.", "h2021"),
)


SIGHT = Box(0, 0, 1000, 800)


def camera(width: float = 1200) -> Camera:
    return camera_of(MapWindow(50.8, 42.0, width), 1000, 800)


def held(moment: str) -> dict[str, str | None]:
    return {
        one.state: one.told.id if one.told else None for one in shown_stances(TOLD, day(moment))
    }


def test_each_state_is_named_off_its_own_coast(sectors: Sectors) -> None:
    assert set(WHERE) == set(LITTORAL)
    for state, spots in WHERE.items():
        for lon, lat in spots:
            point = shapely.Point(*map(float, project(lon, lat)))
            assert sectors[state].buffer(-10_000).contains(point), (state, lon, lat)


def test_what_is_told_last_of_dividing_is_shown() -> None:
    """Another stance (a body of all five) does not hide what was held of the division."""
    assert held("1990-06-01")["iran"] is None
    assert held("1992-06-01")["iran"] == "iran-indivisible-caspian"
    assert held("2008-06-01")["iran"] == "iran-at-least-a-fifth"
    assert held("2008-06-01")["turkmenistan"] is None


def test_another_stance_is_shown_where_nothing_is_told_of_dividing() -> None:
    only = [one for one in TOLD if kind_of(one) == "other"]
    assert [
        one.told for one in shown_stances(only, day("1995-01-01")) if one.state == "iran"
    ] == only


def symbols_of(moment: str, kept: Sequence[Box] = ()) -> list[Symbol]:
    return stance_symbols(shown_stances(TOLD, day(moment)), camera(), SIGHT, kept)


def test_marks_have_shape_and_words_and_the_state_behind_them() -> None:
    shown, symbols = shown_stances(TOLD, day("2010-01-01")), symbols_of("2010-01-01")
    assert {one.ref.id: one.shape for one in symbols if one.ref} == {
        "azerbaijan": UNTOLD,
        "iran": "pentagon",
        "kazakhstan": UNTOLD,
        "russia": "diamond",
        "turkmenistan": UNTOLD,
    }
    said = stance_callouts(shown, symbols, {"iran": "Iran"}, 1200.0)
    words = {one.ref.id: one.forms[0].lines for one in said if one.ref}
    assert words["iran"] == ("Iran", "no less than 20 %", "(2008)")
    assert words["turkmenistan"] == ("turkmenistan", "not told by these documents")
    assert [one.at for one in said] == [((one.x, one.y),) for one in symbols]
    assert stance_callouts(shown, symbols, {}, 9500.0) == []


def test_shorter_words_still_name_state_and_stance() -> None:
    for one in shown_stances(TOLD, day("2010-01-01")):
        forms = stance_forms(one, {})
        costs = [form.cost for form in forms]
        sizes = [sum(map(len, form.lines)) for form in forms]
        assert costs == sorted(costs)
        assert sizes[-1] < sizes[0]
        for form in forms:
            assert form.lines[0].startswith(one.state)
            assert len(" ".join(form.lines)) > len(one.state) + 4


def shape_of(state: str, kept: Sequence[Box] = ()) -> Symbol:
    return next(one for one in symbols_of("2010-01-01", kept) if one.ref == Ref("actor", state))


def test_a_shape_keeps_clear_of_what_is_there() -> None:
    first = shape_of("russia")
    cover = Box(first.x - 9, first.y - 9, first.x + 9, first.y + 9)
    moved = shape_of("russia", [cover])
    assert not cover.grown(RADIUS).holds(moved.x, moved.y)
    assert shape_of("russia", [Box(-5000, -5000, 5000, 5000)]) == first


def test_the_legend_has_the_kinds_that_are_shown() -> None:
    assert [entry.text for entry in stance_entries(symbols_of("2010-01-01"))] == [
        "holds: median line",
        "holds: no less than a fifth",
        "stance not told by these documents",
    ]
    assert stance_entries([]) == []


def test_long_stances_are_broken_into_lines() -> None:
    long = TOLD[0]._replace(id="new", stance="Wants something that nobody has put shortly so far.")
    lines = stance_label(Shown("iran", long, np.zeros((1, 2))), {})
    assert len(lines) > 3
    assert all(len(line) <= WIDEST for line in lines[1:-1])
    assert " ".join(lines[1:-1]) == long.stance


def test_the_tooltip_tells_all_until_the_moment_with_documents() -> None:
    sources = {"akiner2012": "Akiner 2012", "h2021": "Hamzaoglu 2021"}
    assert stance_lines(TOLD, "iran", day("1995-01-01"), sources) == [
        "April 1992: Seeks a body. (Akiner 2012)",
        "1991: Holds it to be one. (Akiner 2012)",
    ]
    assert stance_lines(TOLD, "russia", day("1995-01-01"), sources) == [
        "not told by these documents at this moment"
    ]


def test_below_a_picture_stances_are_told_with_documents() -> None:
    shown = shown_stances(TOLD, day("2010-01-01"))
    told_ = stances_in_a_paragraph(shown, {"iran": "Iran"}, {"h2021": "Hamzaoglu 2021"})
    assert told_.startswith("Positions: azerbaijan: not told by these documents; ")
    assert "Iran: no less than 20 % (2008; Hamzaoglu 2021)" in told_


def test_every_stance_of_the_data_has_its_few_words(bundled_db: Path) -> None:
    """What a later edition of the data adds is `other`, in its own words: give it some here."""
    dataset = Library(bundled_db).dataset
    ids = {one.id for one in dataset.positions() if one.issue == ISSUE and one.actor_id in LITTORAL}
    assert ids == set(KINDS)
    assert set(KINDS.values()) <= set(SHAPES)
    assert len({kind_word(kind) for kind in SHAPES}) == len(SHAPES)
    for one in all_told(dataset):
        if one.stance:
            assert len(short_word(one)) < 46
            assert short_word(one) != one.stance


# In the scene


@pytest.fixture(scope="module")
def layout(basemap: Basemap) -> Layout:
    return Layout(MadeSource(), basemap, Ruler())


def scene_of(layout: Layout, scope: str, moment: str = "2008-11-03") -> Scene:
    state = ViewState(scope=scope, moment=moment, layers=LAYERS)
    return layout.scene(state, everything(), camera())


def dashes(scene: Scene) -> dict[str, bool]:
    strokes = [one for one in scene.strokes if one.ref and one.ref.type == "boundary"]
    return {one.ref.id: bool(one.pens[0].dash) for one in strokes if one.ref}


def test_the_surface_knows_nothing_of_the_seabed(layout: Layout) -> None:
    assert dashes(scene_of(layout, "seabed")) == {"line-a": False, "line-b": True}
    assert dashes(scene_of(layout, "surface")) == {"line-a": True, "line-b": True}


def test_the_junction_is_one_of_the_seabed(layout: Layout) -> None:
    assert any(one.shape == "cross" for one in scene_of(layout, "seabed").symbols)
    assert not any(one.shape == "cross" for one in scene_of(layout, "surface").symbols)


def test_positions_stand_in_for_the_lines(layout: Layout) -> None:
    scene = scene_of(layout, "positions")
    assert dashes(scene) == {}
    told = " ".join(" ".join(label.lines) for label in scene.labels)
    assert told.count("not told by these documents") == 5  # the small world has no stances


@pytest.mark.parametrize(
    ("scope", "note"),
    [
        ("seabed", ""),
        ("surface", "Surface and fishing"),
        ("positions", "What the five states held"),
    ],
)
def test_a_picture_says_what_is_divided(layout: Layout, scope: str, note: str) -> None:
    state = ViewState(scope=scope)
    scene = layout.scene(state, everything(), camera())
    assert layout.furniture(Framed(state, camera(), (1000, 850), scene)).note == note


def test_dates_are_days(bundled_db: Path) -> None:
    for one in all_told(Library(bundled_db).dataset):
        if one.first is not None:
            assert 1900 < date.fromordinal(one.first).year < 2030

"""The whole scene of a small world: what is drawn when, in which style, with which words."""

import numpy as np
import pytest

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import SOLID, Ref, Scene, Stroke
from azkz_desktop.map.sector_marks import JUNCTION, words
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.styles import DASHES, DOTTED, SPARSE
from azkz_desktop.view.state import LAYERS, Focus, MapWindow, ViewState
from tests.map.made import MadeSource, Ruler, day, everything

WINDOW = MapWindow(48.5, 42.0, 1400)


@pytest.fixture(scope="module")
def layout(basemap: Basemap) -> Layout:
    return Layout(MadeSource(), basemap, Ruler())


def camera(window: MapWindow = WINDOW) -> Camera:
    return camera_of(window, 1000, 600)


def scene_of(layout: Layout, moment: str, focus: Focus | None = None, **change: object) -> Scene:
    state = ViewState(map=WINDOW, moment=moment, focus=focus, **change)  # type: ignore[arg-type]
    return layout.scene(state, everything(), camera())


def strokes(scene: Scene, kind: str, key: str) -> list[Stroke]:
    return [stroke for stroke in scene.strokes if stroke.ref == Ref(kind, key)]


def dash_of(scene: Scene, key: str) -> tuple[float, ...]:
    return strokes(scene, "route", key)[0].pens[-1].dash


def test_a_route_is_drawn_in_the_state_that_it_had(layout: Layout) -> None:
    assert strokes(scene_of(layout, "1998-01-01"), "route", "west") == []
    assert dash_of(scene_of(layout, "1999-01-01"), "west") == DASHES["proposed"]
    assert dash_of(scene_of(layout, "2004-01-01"), "west") == DASHES["construction"]
    assert dash_of(scene_of(layout, "2010-01-01"), "west") == SOLID


def test_what_is_not_built_never_looks_built(layout: Layout) -> None:
    for moment in ("1999-01-01", "2004-01-01", "2013-01-01"):
        scene = scene_of(layout, moment)
        for key in ("west", "gas"):
            for stroke in strokes(scene, "route", key):
                built = moment >= "2006-05" and key == "west"
                assert all((pen.dash == SOLID) == built for pen in stroke.pens)


def test_of_a_plan_told_only_by_2012_nothing_is_drawn_in_1995(layout: Layout) -> None:
    assert strokes(scene_of(layout, "1995-01-01"), "route", "gas") == []
    assert strokes(scene_of(layout, "2013-01-01"), "route", "gas")[0].pens[0].colour == "gas"


def test_what_may_have_begun_later_is_pale(layout: Layout) -> None:
    early = strokes(scene_of(layout, "1995-01-01"), "route", "train")
    late = strokes(scene_of(layout, "2012-01-01"), "route", "train")
    assert all(pen.pale > 0 for stroke in early for pen in stroke.pens)
    assert all(pen.pale == 0 for stroke in late for pen in stroke.pens)
    texts = [entry.text for entry in scene_of(layout, "1995-01-01").legend]
    assert "pale: since when not told" in texts


def test_a_train_crosses_the_sea_as_a_ship(layout: Layout) -> None:
    land, sea = strokes(scene_of(layout, "2012-01-01"), "route", "train")
    assert land.pens[0].colour == "railway"
    assert sea.pens[0].colour == "sea_route"
    assert sea.pens[0].dash in (DOTTED, SPARSE)


def test_lines_of_one_corridor_run_side_by_side(layout: Layout) -> None:
    scene = scene_of(layout, "2013-01-01")
    starts = [strokes(scene, "route", key)[0].lines[0][0] for key in ("west", "supsa", "gas")]
    apart = [np.hypot(*(a - b)) for i, a in enumerate(starts) for b in starts[i + 1 :]]
    assert min(apart) == pytest.approx(4, abs=0.1)
    assert max(apart) <= 13


def test_a_corridor_lies_below_the_lines_in_it(layout: Layout) -> None:
    keys = [stroke.ref.id for stroke in scene_of(layout, "2010-01-01").strokes if stroke.ref]
    assert keys.index("corridor") < keys.index("west")


def test_three_styles_of_lines(layout: Layout) -> None:
    before, after = scene_of(layout, "1997-01-01"), scene_of(layout, "2010-01-01")
    assert strokes(before, "boundary", "line-a")[0].pens[0].colour == "line_computed"
    agreed = strokes(after, "boundary", "line-a")[0].pens[0]
    assert (agreed.colour, agreed.dash) == ("line_agreed", SOLID)
    computed = strokes(after, "boundary", "line-b")[0].pens[0]
    assert computed.dash
    assert computed.colour == "line_computed"


def test_a_line_is_named_with_what_was_agreed_and_when(layout: Layout) -> None:
    line = layout.things.sector_lines["line-a"]
    pair = ("Kazakhstan", "Russia")
    assert words(line, pair, day("2010-01-01")) == ("Kazakhstan–Russia", "seabed, 1998")
    silent = layout.things.sector_lines["line-a"]
    assert words(silent, pair, day("1990-01-01"))[1] == "no agreement"
    other = layout.things.sector_lines["line-b"]
    assert words(other, pair, day("2030-01-01"))[1] in (
        "no agreement",
        "not told by these documents",
    )


def test_labels_say_it_on_the_map(layout: Layout) -> None:
    told = [label.lines for label in scene_of(layout, "2010-01-01").labels]
    assert ("Kazakhstan–Russia", "seabed, 1998") in told
    assert any("AZERBAIJAN" in lines for lines in told)
    assert any("BTC" in lines[0] for lines in told)


def test_the_junction_shows_from_its_agreement_on(layout: Layout) -> None:
    def crosses(moment: str) -> list[tuple[float, float]]:
        return [(s.x, s.y) for s in scene_of(layout, moment).symbols if s.shape == "cross"]

    assert crosses("2003-05-13") == []
    (spot,) = crosses("2003-05-14")
    assert camera().lonlat(*spot) == pytest.approx(JUNCTION)


def test_only_what_is_shown_is_in_the_legend(layout: Layout) -> None:
    texts = {entry.text for entry in scene_of(layout, "2013-01-01").legend}
    assert {"oil", "gas", "railway", "proposed"} <= texts
    assert "flight" not in texts
    assert "suspended" not in texts
    bare = scene_of(layout, "2013-01-01", layers=("rivers", "borders"))
    assert bare.legend == ()


@pytest.mark.parametrize("layer", [one for one in LAYERS if one != "arcs"])  # see test_arcs
def test_a_layer_that_is_off_leaves_no_mark(layout: Layout, layer: str) -> None:
    every, without = LAYERS, tuple(one for one in LAYERS if one != layer)
    shown = scene_of(layout, "2010-01-01", layers=every)
    hidden = scene_of(layout, "2010-01-01", layers=without)

    def count(scene: Scene) -> int:
        marks = (scene.ground, scene.graticule, scene.patches, scene.strokes)
        return sum(map(len, (*marks, scene.symbols, scene.bubbles)))

    assert count(hidden) < count(shown)


def test_sectors_are_hatched_and_say_that_they_are_an_illustration(layout: Layout) -> None:
    scene = scene_of(layout, "2010-01-01", layers=("sectors",))
    assert len(scene.patches) == 2
    assert all(patch.fill is None and patch.hatch for patch in scene.patches)
    told = [label.lines for label in scene.labels]
    assert ("Illustration, not a boundary",) in told
    assert any(len(lines) == 2 and lines[1].startswith("about ") for lines in told)
    for patch in scene.patches:
        left, top = np.min([ring.min(axis=0) for ring in patch.rings], axis=0)
        right, bottom = np.max([ring.max(axis=0) for ring in patch.rings], axis=0)
        for line in patch.hatch:
            assert line[:, 0].min() >= left - 1
            assert line[:, 1].max() <= bottom + 1
            assert line[:, 0].max() <= right + 1
            assert line[:, 1].min() >= top - 1


def test_a_district_is_filled_by_who_held_it(layout: Layout) -> None:
    def fill(moment: str) -> str | None:
        patches = scene_of(layout, moment).patches
        return next(p.fill for p in patches if p.ref == Ref("area", "district"))

    assert fill("1990-01-01") is None
    assert fill("2000-01-01") is not None
    assert fill("2021-01-01") is None


def test_a_field_is_shown_from_its_discovery_on(layout: Layout) -> None:
    def fields(moment: str) -> list[str]:
        return [s.ref.id for s in scene_of(layout, moment).symbols if s.shape == "field" and s.ref]

    assert fields("2000-06-30") == []
    assert fields("2000-07-01") == ["field"]


def test_what_is_chosen_shines_and_keeps_its_name(layout: Layout) -> None:
    scene = scene_of(layout, "2010-01-01", Focus("route", "west"))
    (stroke,) = (one for one in scene.over if one.ref == Ref("route", "west"))
    assert stroke.chosen
    assert stroke.lines == strokes(scene, "route", "west")[0].lines
    assert stroke.pens[0].colour == "accent"
    assert any("west line" in label.lines[0] for label in scene.labels)
    field = scene_of(layout, "1990-01-01", Focus("area", "field"))
    assert any(symbol.shape == "field" for symbol in field.symbols)


def test_places_are_called_as_they_were_then(layout: Layout) -> None:
    east = MapWindow(71, 50, 1400)

    def names(moment: str) -> set[str]:
        state = ViewState(map=east, moment=moment)
        scene = layout.scene(state, everything(), camera(east))
        return {label.lines[0] for label in scene.labels}

    assert "Akmola" in names("1995-01-01")
    assert "Astana" in names("2005-01-01")


def test_no_label_covers_what_is_reserved(layout: Layout) -> None:
    kept = Box(0, 0, 400, 300)
    state = ViewState(map=WINDOW, moment="2010-01-01")
    scene = layout.scene(state, everything(), camera(), [kept])
    for label in scene.labels:
        if not label.angle and label.align == 0:
            assert not kept.holds(label.x, label.y)


def test_labels_stay_while_the_map_is_moved(layout: Layout) -> None:
    state = ViewState(map=WINDOW, moment="2010-01-01")
    here = layout.scene(state, everything(), camera())
    there = layout.scene(state, everything(), camera().panned(40, -30))
    room = Box(150, 150, 850, 450)

    def inside(scene: Scene, dx: float, dy: float) -> set[tuple[object, ...]]:
        return {
            (label.lines, round(label.x - dx), round(label.y - dy), label.align)
            for label in scene.labels
            if room.holds(label.x - dx, label.y - dy)
        }

    before, after = inside(here, 0, 0), inside(there, 40, -30)
    assert len(before & after) >= 0.8 * len(before)


def test_dense_layers_have_thin_pens(layout: Layout) -> None:
    for scale in (200.0, 1500.0, 6000.0):
        for ground in layout.ground(scale, LAYERS):
            assert ground.pen is None or ground.pen.width <= 1.0


def test_the_basemap_gets_coarser_as_one_goes_away(layout: Layout) -> None:
    def size(scale: float) -> int:
        return sum(len(g.shapes.xy) for g in layout.ground(scale, LAYERS))

    assert size(200) > size(1300) > 0
    assert layout.ground(1300, LAYERS) is layout.ground(1400, LAYERS)


def test_nothing_in_a_scene_goes_back_to_the_database(basemap: Basemap) -> None:
    source = MadeSource()
    layout = Layout(source, basemap, Ruler())
    state = ViewState(map=WINDOW, moment="2010-01-01")
    layout.scene(state, everything(), camera())
    asked = list(source.dataset.asked)
    layout.scene(state, everything(), camera().panned(300, 0))
    layout.scene(ViewState(map=WINDOW, moment="1999-01-01"), everything(), camera())
    assert source.dataset.asked == asked

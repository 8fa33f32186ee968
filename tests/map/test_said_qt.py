"""What is said of lines and of states, with the real data and the real fonts: all of it is read."""

from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely
from pytestqt.qtbot import QtBot

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import Framed, reserved
from azkz_desktop.map.labels import label_boxes
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Label, Scene
from azkz_desktop.map.sectors import Sectors
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.view.caspian import LITTORAL
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT

PLOTS = {
    "1024x700": (420, 265),
    "1280x800": (616, 310),
    "1440x900": (837, 352),
    "1920x1080": (1317, 468),
}
"""Windows, and the pixels of the map's plot in them."""
MOMENTS = ("1993-06-01", "1998-06-01", "2006-06-01", "2008-11-03", "2022-06-01")
ONE_LINE = 24
"""Squares of four pixels that a single line takes in a label of two lines, at the most."""
ZOOMS = {
    "opening": MapWindow(),
    "sea": MapWindow(50.6, 42.1, 1800.0),
    "close": MapWindow(49.9, 41.3, 800.0),
}


@pytest.fixture(scope="module")
def library(bundled_db: Path) -> Library:
    return Library(bundled_db)


@pytest.fixture
def layout(qtbot: QtBot, library: Library, basemap: Basemap) -> Layout:
    return made(library, basemap)


@lru_cache(maxsize=1)
def made(library: Library, basemap: Basemap) -> Layout:
    return Layout(library, basemap, Fonts())


def scene_of(layout: Layout, state: ViewState, size: tuple[int, int]) -> Scene:
    camera = camera_of(state.map, *size)
    selection = layout.source.index.answer(state.filter)  # type: ignore[attr-defined]
    return layout.scene(state, selection, camera, reserved(plot_of(camera)))


def plot_of(camera: Camera) -> Box:
    return Box(0, 0, camera.width, camera.height)


def boxes(label: Label, layout: Layout) -> list[Box]:
    width = max(layout.measure.measure(line, label.role) for line in label.lines)
    return label_boxes(label, width, layout.measure.height(label.role))


def of(scene: Scene, type_: str) -> dict[str, Label]:
    return {one.ref.id: one for one in scene.labels if one.ref and one.ref.type == type_}


def check(layout: Layout, scene: Scene, labels: list[Label]) -> None:
    """*labels* are whole, and meet neither each other, nor any other words, nor the furniture."""
    plot = plot_of(scene.camera)
    for label in labels:
        (box,) = boxes(label, layout)
        assert plot.holds(box.left, box.top), label
        assert plot.holds(box.right, box.bottom), label
        assert not any(box.meets(other) for other in reserved(plot)), label
        for other in scene.labels:
            if other is not label:
                assert not any(box.meets(one) for one in boxes(other, layout)), (label, other)
        for bubble in scene.bubbles:
            assert not box.grown(-2).holds(bubble.x, bubble.y), label


@pytest.mark.parametrize("size", PLOTS.values(), ids=PLOTS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_each_stance_is_told_whole_at_its_shape(
    layout: Layout, size: tuple[int, int], moment: str
) -> None:
    scene = scene_of(layout, ViewState(scope="positions", moment=moment), size)
    labels, plot = of(scene, "actor"), plot_of(scene.camera)
    shapes = {one.ref.id: one for one in scene.symbols if one.ref and one.ref.type == "actor"}
    assert set(labels) == set(shapes) == set(LITTORAL)
    check(layout, scene, list(labels.values()))
    for state, shape in shapes.items():
        (box,) = boxes(labels[state], layout)
        around = Box(shape.x, shape.y, shape.x, shape.y).grown(shape.radius)
        assert plot.holds(around.left, around.top)
        assert plot.holds(around.right, around.bottom)
        assert not any(around.meets(one) for one in reserved(plot))
        beside = box.grown(shape.radius + 6).holds(shape.x, shape.y)
        assert beside or led(scene, box, shape.x, shape.y), state
    for one, other in combinations(shapes.values(), 2):
        assert np.hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius


def led(scene: Scene, box: Box, x: float, y: float) -> bool:
    """Whether a leader goes from the point to the box."""
    lines = [stroke.lines[0] for stroke in scene.over]
    return any(
        np.hypot(*(line[0] - (x, y))) < 12 and box.grown(0.5).holds(*line[1]) for line in lines
    )


@pytest.mark.parametrize("size", list(PLOTS.values())[1:], ids=list(PLOTS)[1:])
@pytest.mark.parametrize("zoom", ZOOMS.values(), ids=ZOOMS)
@pytest.mark.parametrize("moment", ("1998-06-01", "2006-06-01", "2022-06-01"))
def test_what_was_agreed_is_read_beside_its_line_and_on_no_other(
    layout: Layout, moment: str, zoom: MapWindow, size: tuple[int, int]
) -> None:
    state = ViewState(moment=moment, map=zoom)
    scene = scene_of(layout, state, size)
    labels = list(of(scene, "boundary").values())
    check(layout, scene, labels)
    under = layout.standing(state, scene.camera).under
    for label in labels:
        (box,) = boxes(label, layout)
        assert under.crossed(box.left, box.top, box.right, box.bottom) <= ONE_LINE, label


def test_all_agreed_lines_are_named_in_the_opening_view(layout: Layout) -> None:
    for moment, count in (("1998-12-31", 1), ("2006-06-01", 3), ("2022-06-01", 3)):
        scene = scene_of(layout, ViewState(moment=moment), PLOTS["1440x900"])
        agreed = [one for one in of(scene, "boundary").values() if one.role == "line"]
        assert len(agreed) == count


def test_a_picture_for_panning_has_the_same_words_at_the_same_places(layout: Layout) -> None:
    """A drag begins: what is in sight stays as it is."""
    for scope in ("seabed", "positions"):
        state = ViewState(scope=scope, moment="2022-06-01")
        size = PLOTS["1440x900"]
        small = scene_of(layout, state, size)
        camera = small.camera.resized(size[0] * 1.5, size[1] * 1.5)
        dx, dy = size[0] / 4, size[1] / 4
        sight = Box(dx, dy, dx + size[0], dy + size[1])
        selection = layout.source.index.answer(state.filter)  # type: ignore[attr-defined]
        wide = layout.scene(state, selection, camera, reserved(sight), (sight,))
        for type_ in ("boundary", "actor"):
            here, there = of(small, type_), of(wide, type_)
            assert set(here) <= set(there)
            for key, label in here.items():
                other = there[key]
                assert (label.lines, label.align) == (other.lines, other.align)
                assert abs(label.x + dx - other.x) < 4
                assert abs(label.y + dy - other.y) < 4


WINDOWS = {
    **ZOOMS,
    "region": MapWindow(52.0, 44.0, 5600.0),
    "Baku": MapWindow(49.9, 40.3, 420.0),
    "Aktau": MapWindow(51.3, 43.6, 500.0),
    "north": MapWindow(51.5, 46.0, 900.0),
}


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_written_is_cut_or_written_twice(
    layout: Layout, moment: str, window: MapWindow
) -> None:
    scene = scene_of(layout, ViewState(moment=moment, map=window), PLOTS["1440x900"])
    plot = plot_of(scene.camera)
    seen = [one for one in scene.labels if any(box.meets(plot) for box in boxes(one, layout))]
    for label in seen:
        for box in boxes(label, layout):
            assert plot.holds(box.left, box.top), label
            assert plot.holds(box.right, box.bottom), label
    first = [label.lines[0] for label in seen if label.role in ("city", "city-bold", "area")]
    for one, other in combinations(first, 2):
        assert not one.startswith(other), (one, other)


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_the_busiest_towns_and_the_sea_are_named(
    layout: Layout, moment: str, window: MapWindow
) -> None:
    scene = scene_of(layout, ViewState(moment=moment, map=window), PLOTS["1440x900"])
    words = {label.lines[0] for label in scene.labels}
    if window.width_km < 5000:  # else there may be no room between its events
        assert words & {"Caspian Sea", "Caspian"}
    busiest = max((one for one in scene.bubbles), key=lambda one: len(one.rows), default=None)
    plot = plot_of(scene.camera).grown(-30)
    if busiest is not None and plot.holds(busiest.x, busiest.y) and len(busiest.rows) > 12:
        place = layout.things.places[busiest.places[0]].record.name
        assert place in words


def in_legend(layout: Layout, window: MapWindow, moment: str) -> set[str]:
    scene = scene_of(layout, ViewState(moment=moment, map=window), PLOTS["1440x900"])
    return {entry.text for entry in scene.legend}


def test_the_legend_has_only_what_is_in_the_picture(layout: Layout) -> None:
    junction, control = "junction of 2003", "under Armenian control, as told"
    agreed = "line agreed (course approximate)"
    assert {junction, control, agreed} <= in_legend(layout, WINDOWS["opening"], "2006-06-01")
    north = in_legend(layout, WINDOWS["north"], "2006-06-01")
    assert agreed in north
    assert not {junction, control, "gas"} & north
    far = in_legend(layout, MapWindow(70.0, 48.0, 800.0), "2006-06-01")
    assert not {junction, control, agreed, "ferry, tanker", "computed, not agreed"} & far


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_a_computed_share_is_written_on_its_own_water(
    layout: Layout, sectors: Sectors, window: MapWindow
) -> None:
    for size in PLOTS.values():
        state = ViewState(layers=("lines", "sectors", "routes", "events"), map=window)
        scene = scene_of(layout, state, size)
        plot, names = plot_of(scene.camera), {state.title(): state for state in sectors}
        shares = [one for one in scene.labels if one.role == "line-italic"]
        for one in shares:
            height = layout.measure.height(one.role)
            middle = scene.camera.metres(one.x, one.y + height / 2)
            assert sectors[names[one.lines[0]]].contains(shapely.Point(*middle)), one
            assert plot.holds(one.x, one.y)


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_what_is_computed_says_so_across_the_sea(layout: Layout, window: MapWindow) -> None:
    """And in the banner, in any case; but where the sea is out of sight or too small."""
    state = ViewState(layers=("lines", "sectors", "routes", "events"), map=window)
    scene = scene_of(layout, state, PLOTS["1440x900"])
    said = {" ".join(label.lines) for label in scene.labels}
    if window.width_km < 5000:
        assert "Illustration, not a boundary" in said


@pytest.mark.parametrize(
    ("focus", "name", "other"),
    [
        (Focus("area", "kashagan"), "Kashagan", "Kashagan field"),
        (Focus("place", "aktau"), "Aktau", ""),
        (Focus("area", "alov-araz-sharg"), "Araz–Alov–Sharg", "Araz–Alov–Sharg field"),
    ],
)
def test_a_chosen_point_has_a_ring_and_one_name(
    layout: Layout, focus: Focus, name: str, other: str
) -> None:
    scene = scene_of(layout, ViewState(moment="2012-06-01", focus=focus), PLOTS["1440x900"])
    (ring,) = (one for one in scene.over if one.chosen)
    assert ring.ref == (focus.type, focus.id)
    middle, radius = ring.lines[0].mean(axis=0), np.ptp(ring.lines[0][:, 0]) / 2
    assert plot_of(scene.camera).holds(*middle)
    for bubble in scene.bubbles:
        away = np.hypot(*(middle - (bubble.x, bubble.y)))
        assert away > bubble.radius or radius > bubble.radius + 2
    words = [label.lines[0] for label in scene.labels]
    assert words.count(name) == 1
    assert other not in words
    plain = scene_of(layout, ViewState(moment="2012-06-01"), PLOTS["1440x900"])
    assert not any(one.chosen for one in plain.over)


def test_no_degree_is_hidden_by_switch_or_moment(layout: Layout) -> None:
    shown = 0
    for window in WINDOWS.values():
        for size in PLOTS.values():
            state = ViewState(map=window)
            scene = scene_of(layout, state, size)
            low = (float(size[0]), size[1] + 60.0)
            told = layout.furniture(Framed(state, scene.camera, low, scene)).degrees
            shown += len(told)
            for one in told:
                assert not any(box.holds(one.x, one.y) for box in reserved(plot_of(scene.camera)))
    assert shown > 40


def test_of_two_moments_each_side_has_its_words_whole(qtbot: QtBot, library: Library) -> None:
    """The line between them cuts none, and none tells of a point on the other side."""
    for scope in ("seabed", "positions"):
        for size in ((460, 310), (837, 438), (1317, 520)):
            view = ViewState(moment="1998-06-01", compare="2022-06-01", scope=scope)
            widget = MapWidget(library.store(view), library, LIGHT)
            qtbot.addWidget(widget)
            widget.resize(*size)
            check_sides(widget)
            # Where the line has been drawn to the words find other places.
            for share in (0.3, 0.62):
                widget.part(share * widget.camera().width)
                check_sides(widget)


def check_sides(widget: MapWidget) -> None:
    line = widget.line()
    assert line is not None
    for side, sheet in enumerate(widget.settle().sheets):
        height = sheet.scene.camera.height
        own = Box(0, 0, line, height) if not side else Box(line, 0, 9999, height)
        check_side(widget.layout_engine, sheet.scene, own, line)


def check_side(layout: Layout, scene: Scene, own: Box, line: float) -> None:
    dots = {one.ref: one for one in scene.symbols if one.ref}
    plot = plot_of(scene.camera)
    for label in scene.labels:
        for box in (one for one in boxes(label, layout) if one.meets(plot)):
            assert box.right <= line + 1e-6 or box.left >= line - 1e-6, label
        place = label.ref is not None and label.ref.type == "place"
        seen = [box for box in boxes(label, layout) if own.grown(-1).meets(box)]
        if place and seen and label.ref in dots:
            assert own.grown(1).holds(dots[label.ref].x, dots[label.ref].y), label

"""Frames of the map: filling its picture, painting it whole, panning, zooming, changing the view.

At each level of detail all contenders take turns frame by frame, so that whatever else the
machine does hits all of them alike. What follows a zoom or
another view is worked off in turns of the event loop: all of it counts, until the map is finished,
and its longest turn, for which the window does not answer. The
picture is 1600 × 1000, antialiased, painted in software, over the bundled data with every layer
on but the sectors.
"""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.map.basemap import Basemap, bundled_folder, level_for
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LAYERS, Focus, MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT

WIDTH, HEIGHT = 1600, 1000
FRAMES = 30
WINDOWS = {
    "full_detail": MapWindow(49.5, 41.5, 1100.0),
    "level_1500_m": MapWindow(),
    "level_6000_m": MapWindow(56.0, 43.5, 8200.0),
}
"""A window for each level of detail; the second is the opening view."""
STATE = ViewState(layers=tuple(layer for layer in LAYERS if layer != "sectors"))
Turn = Callable[[], object]
Frame = Callable[[int], Iterable[Turn]]
"""What one frame does, in turns of the event loop: between them the window may do other things."""
MOMENTS = ("1998-05-05", "2006-06-06", "2012-01-01", "2020-12-31")


def picture() -> QImage:
    """What everything is painted into."""
    return QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)


def fill_frame() -> Frame:
    """The least that any map costs: every pixel written once."""
    image, colour = picture(), QColor(LIGHT.water)

    def draw() -> None:
        painter = QPainter(image)
        painter.fillRect(0, 0, WIDTH, HEIGHT, colour)
        painter.end()

    return lambda _: [draw]


def paint_frame(library: Library, layout: Layout, fonts: Fonts, window: MapWindow) -> Frame:
    """The whole scene painted anew, its marks being known."""
    image, painting = picture(), MapPainter(LIGHT, fonts, 1.0)
    state = replace(STATE, map=window)
    camera = camera_of(window, WIDTH, HEIGHT)
    scene = layout.scene(state, library.index.answer(state.filter), camera)

    def draw() -> None:
        painter = QPainter(image)
        painting.scene(painter, scene)
        painter.end()

    return lambda _: [draw]


def _widget(library: Library, window: MapWindow) -> tuple[MapWidget, Turn]:
    """The map on the screen, and what paints it."""
    state = replace(STATE, map=window)
    widget = MapWidget(library.store(state), library, LIGHT)
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    image = picture()
    widget.render(image)
    return widget, lambda: widget.render(image)


def pan_frame(library: Library, window: MapWindow) -> Frame:
    """Pan within the cached picture: the store changes, the picture is copied, the frame drawn."""
    widget, render = _widget(library, window)
    widget.pan(1, 0)
    widget.settle()

    def draw(number: int) -> Iterable[Turn]:
        def turn() -> None:
            widget.pan(*((3, 2) if number // 20 % 2 == 0 else (-3, -2)))
            render()

        yield turn

    return draw


def zoom_frame(library: Library, window: MapWindow) -> Frame:
    """Zoom by a notch: the last picture larger, then step by step the sharp one."""
    widget, render = _widget(library, window)

    def draw(number: int) -> Iterable[Turn]:
        def turn() -> None:
            widget.zoom(1.04 if number // 10 % 2 == 0 else 1 / 1.04)
            render()

        yield turn
        yield from followed(widget, render)

    return draw


def followed(widget: MapWidget, render: Turn) -> Iterable[Turn]:
    """What the event loop does until the map is finished: steps, and a paint."""
    while widget.is_making:
        yield widget.step
    yield render


def change_frame(
    library: Library, window: MapWindow, change: Callable[[ViewState, int], ViewState]
) -> Frame:
    """Another view of the same window: what must be is laid out and painted anew."""
    widget, render = _widget(library, window)

    def draw(number: int) -> Iterable[Turn]:
        def turn() -> None:
            widget.store.change(change(widget.store.state, number), "Change")
            render()

        yield turn
        yield from followed(widget, render)

    return draw


def moment(state: ViewState, number: int) -> ViewState:
    """The map as of another day."""
    return replace(state, moment=MOMENTS[number % len(MOMENTS)])


def filtered(library: Library, state: ViewState, number: int) -> ViewState:
    """The events of another actor."""
    actors = library.columns.facets["actor"].ids
    return replace(state, filter=Filter(actors=((actors[number % len(actors)],),)))


def chosen(library: Library, state: ViewState, number: int) -> ViewState:
    """Another event chosen."""
    row = np.array([number * 7 % len(library.columns)], np.int32)
    return replace(state, focus=Focus("event", library.ids(row)[0]))


class Took(NamedTuple):
    """Milliseconds of a frame: all of it, and its longest turn, on two clocks."""

    wall: float
    longest: float
    cpu: float
    cpu_longest: float


def took(frame: Iterable[Turn]) -> Took:
    """Take the turns of a frame."""
    turns = []
    for turn in frame:
        wall, cpu = time.perf_counter(), time.process_time()
        turn()
        turns.append((time.perf_counter() - wall, time.process_time() - cpu))
    walls, cpus = np.array(turns).T * 1000
    return Took(walls.sum(), walls.max(), cpus.sum(), cpus.max())


def run(contenders: dict[str, Frame]) -> dict[str, Took]:
    """The medians of each contender's frames, all in turn."""
    for draw in contenders.values():
        took(draw(0))
    gc.collect()
    gc.freeze()
    times: dict[str, list[Took]] = {name: [] for name in contenders}
    for number in range(FRAMES):
        for name, draw in contenders.items():
            times[name].append(took(draw(number)))
    return {name: Took(*np.median(np.array(own), axis=0).tolist()) for name, own in times.items()}


def reading_ms() -> dict[str, float]:
    """How long it takes to read the basemap and to make each level of detail."""
    began = time.perf_counter()
    basemap = Basemap(bundled_folder())
    took = {"read_basemap": (time.perf_counter() - began) * 1000}
    for index in range(3):
        began = time.perf_counter()
        basemap.level(index)
        took[f"make_level_{index}"] = (time.perf_counter() - began) * 1000
    return {name: round(ms, 2) for name, ms in took.items()}


def contenders(library: Library, layout: Layout, fonts: Fonts, name: str) -> dict[str, Frame]:
    """What takes turns over one window."""
    window = WINDOWS[name]
    return {
        f"fill_{name}": fill_frame(),
        f"paint_{name}": paint_frame(library, layout, fonts, window),
        f"pan_{name}": pan_frame(library, window),
        f"zoom_{name}": zoom_frame(library, window),
        f"moment_{name}": change_frame(library, window, moment),
        f"filter_{name}": change_frame(library, window, partial(filtered, library)),
        f"choose_{name}": change_frame(library, window, partial(chosen, library)),
    }


def measure() -> dict[str, Any]:
    """Times in ms and their ratios; goals: panning 0.1 of a full paint, 40 ms with labels."""
    application = QApplication.instance() or QApplication([])
    with Library(database_path()).dataset:
        library = Library(database_path())
        fonts = Fonts()
        layout = Layout(library, Basemap(bundled_folder()), fonts)
        times: dict[str, Took] = {}
        for name in WINDOWS:
            times |= run(contenders(library, layout, fonts, name))
    del application
    scales = {name: camera_scale(window) for name, window in WINDOWS.items()}
    wall = {name: one.wall for name, one in times.items()}
    return {
        "times_ms": _rounded(wall) | reading_ms(),
        "cpu_ms": _rounded({name: one.cpu for name, one in times.items()}),
        "longest_turn_ms": _rounded({name: one.longest for name, one in times.items()}),
        "longest_turn_cpu_ms": _rounded({name: one.cpu_longest for name, one in times.items()}),
        "ratios": {
            "cached_pan_to_full_paint": _ratio(wall, "pan_full_detail", "paint_full_detail"),
            "full_paint_to_fill": _ratio(wall, "paint_full_detail", "fill_full_detail"),
            **{
                f"cached_pan_to_full_paint_{name}": _ratio(wall, f"pan_{name}", f"paint_{name}")
                for name in WINDOWS
            },
        },
        "levels": {name: level_for(scale) for name, scale in scales.items()},
    }


def _rounded(times: dict[str, float]) -> dict[str, float]:
    return {name: round(ms, 2) for name, ms in times.items()}


def camera_scale(window: MapWindow) -> float:
    """Metres a pixel of the benchmark's picture."""
    camera: Camera = camera_of(window, WIDTH, HEIGHT)
    return camera.scale


def _ratio(times: dict[str, float], one: str, other: str) -> float:
    return round(times[one] / times[other], 3)
